"""SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from typing import Any

from dualtrack import __version__
from dualtrack.checks.report.checked import Checked
from dualtrack.checks.rule import rules

_LEVELS = {"error": "error", "warning": "warning", "note": "note"}


def as_sarif(checked: Checked, language: str = "en") -> dict[str, Any]:
    """One run with its rules, results and unreadable files.

    Regions give the character offset in the text as read, the line in it, and the quote.
    """
    used = sorted({finding.rule for finding in checked.findings}, key=list(rules()).index)
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "dualtrack check",
                        "version": __version__,
                        "informationUri": "https://dualtrack.org",
                        "rules": [_rule(code, language) for code in used],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {
                        "executionSuccessful": not checked.unreadable,
                        "toolExecutionNotifications": [
                            {"level": "error", "message": {"text": f"{one.file}: {one.error}"}}
                            for one in checked.unreadable
                        ],
                    }
                ],
                "results": [_result(checked, finding, used, language) for finding in checked.findings],
            }
        ],
    }


def _rule(code: str, language: str) -> dict[str, Any]:
    rule = rules()[code]
    return {
        "id": code,
        "name": rule.family,
        "shortDescription": {"text": rule.title.best(language)},
        "fullDescription": {"text": rule.explanation.best(language)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(checked: Checked, finding: Any, used: list[str], language: str) -> dict[str, Any]:
    document = checked.documents.get(finding.file)
    line = document.text.count("\n", 0, finding.start) + 1 if document else 1
    column = finding.start - (document.text.rfind("\n", 0, finding.start) if document else -1)
    return {
        "ruleId": finding.rule,
        "ruleIndex": used.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message.best(language)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": finding.file.replace("\\", "/") or "text"},
                    "region": {
                        "startLine": line,
                        "startColumn": column,
                        "charOffset": finding.start,
                        "charLength": finding.end - finding.start,
                        "snippet": {"text": finding.quote},
                    },
                }
            }
        ],
        "properties": {
            "family": finding.family,
            "page": finding.page,
            "stated": finding.stated,
            "computed": finding.computed,
            "reason": finding.reason,
        },
    }
