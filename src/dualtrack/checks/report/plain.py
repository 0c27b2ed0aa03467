"""Findings as plain data, and their counts."""

from collections import Counter
from typing import Any

from dualtrack.checks.finding import SEVERITIES
from dualtrack.checks.report.checked import Checked
from dualtrack.checks.rule import rules


def as_json(checked: Checked) -> dict[str, Any]:
    """The shape of ``dualtrack check --format json``: ``findings`` and, where there are any, ``unreadable``."""
    found: dict[str, Any] = {"findings": [finding.as_dict() for finding in checked.findings]}
    if checked.unreadable:
        found["unreadable"] = [{"file": one.file, **one.error.as_dict()} for one in checked.unreadable]
    return found


def statistics(checked: Checked, language: str = "en") -> list[dict[str, Any]]:
    """How many findings of each rule, by severity; rules that found nothing are left out."""
    counts = Counter((finding.rule, finding.severity) for finding in checked.findings)
    rows = []
    for code, rule in rules().items():
        by: dict[str, Any] = {severity: counts[code, severity] for severity in SEVERITIES}
        if sum(by.values()):
            rows.append(
                {
                    "rule": code,
                    "family": rule.family,
                    "title": rule.title.best(language),
                    **by,
                    "files": len({f.file for f in checked.findings if f.rule == code}),
                }
            )
    return rows
