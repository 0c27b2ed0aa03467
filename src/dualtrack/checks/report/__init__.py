"""How findings leave: for a terminal, as JSON, SARIF, JUnit, an annotated page, an annotated deck, statistics."""

from dualtrack.checks.report.annotated import annotate_pptx
from dualtrack.checks.report.checked import Checked, Unreadable
from dualtrack.checks.report.html import as_html
from dualtrack.checks.report.junit import as_junit
from dualtrack.checks.report.plain import as_json, statistics
from dualtrack.checks.report.sarif import as_sarif
from dualtrack.checks.report.terminal import explanation, render

__all__ = [
    "Checked",
    "Unreadable",
    "annotate_pptx",
    "as_html",
    "as_json",
    "as_junit",
    "as_sarif",
    "explanation",
    "render",
    "statistics",
]
