"""Every number checked before a brief is written: the proofreader's findings, brought back to their records."""

from bisect import bisect_right

from dualtrack.checks import Finding, Options, check_document
from dualtrack.model import Document, Period
from dualtrack.publishing.blocks import Brief, Statement

_IGNORED = ("stale",)
"""A brief tells what was planned as it was known; what is overdue stands in its tables of states."""


def proofread(brief: Brief) -> dict[str, tuple[Finding, ...]]:
    """The findings on the statements of a brief, by record id; notes that nothing but rounding differs are left out.

    The statements are checked as one document, a paragraph each, read as of the brief's day of knowledge.
    """
    starts, ids, document = _document(brief)
    day = Period(brief.known_edtf)
    found: dict[str, list[Finding]] = {}
    for finding in check_document(document, Options(as_of=day.upper, ignore=_IGNORED)):
        if finding.fails:
            place = bisect_right(starts, finding.start) - 1
            held = found.setdefault(ids[place], [])
            if all(other.message != finding.message for other in held):
                held.append(finding)
    return {id: tuple(findings) for id, findings in found.items()}


def remarks(findings: dict[str, tuple[Finding, ...]], language: str) -> dict[str, tuple[str, ...]]:
    """The findings as footnotes in a language."""
    return {id: tuple(finding.message.best(language) for finding in held) for id, held in findings.items()}


def _document(brief: Brief) -> tuple[list[int], list[str], Document]:
    starts, ids, parts, at = list[int](), list[str](), list[str](), 0
    told: set[str] = set()
    for statement in brief.statements():
        text = _text(statement)
        if statement.record in told or not text:
            continue
        told.add(statement.record)
        starts.append(at)
        ids.append(statement.record)
        parts.append(text)
        at += len(text) + 2
    passages = [
        {"kind": "paragraph", "text": part, "start": start, "end": start + len(part), "language": brief.language}
        for start, part in zip(starts, parts, strict=True)
    ]
    document = Document.build(
        {
            "sha256": "",
            "media_type": "text/plain",
            "text": "\n\n".join(parts),
            "language": brief.language,
            "published": brief.known_edtf,
            "passages": passages,
        }
    )
    return starts, ids, document


def _text(statement: Statement) -> str:
    joined = " ".join((statement.date, statement.topic, statement.text, *statement.figures, *statement.details))
    return " ".join(joined.split())
