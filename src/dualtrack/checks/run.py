"""Runs the rules on a document: the use case behind ``dualtrack check``."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dualtrack.checks.context import Context
from dualtrack.checks.finding import SEVERITIES, Finding, Severity
from dualtrack.checks.inline import without_ignored
from dualtrack.checks.plain import document_of
from dualtrack.checks.rule import Rule, rules
from dualtrack.model import Document

if TYPE_CHECKING:
    from dualtrack.checks.online import LinkChecker
    from dualtrack.evidence import EvidenceBase


@dataclass(frozen=True, slots=True)
class Options:
    """What to check and how grave it is.

    Attributes:
        select: Rules to run: codes, beginnings of codes, families or ``ALL``; empty for the default ones.
        ignore: Rules to leave out, named the same way.
        severities: Severity by rule code or family, in place of the rule's own.
        as_of: The day on which the document is read, for what goes stale.
        country: ISO 3166 code by which bare ``$`` and fiscal years are read.
        base: An evidence base to compare with.
        checker: Looks links up; without one no link is.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: dict[str, Severity] = field(default_factory=dict)
    as_of: date | None = None
    country: str | None = None
    base: "EvidenceBase | None" = None
    checker: "LinkChecker | None" = None

    def rules(self) -> list[Rule]:
        """The rules that run, in order of their codes."""
        chosen = [rule for rule in rules().values() if (rule.matches(self.select) if self.select else rule.default)]
        return [rule for rule in chosen if not rule.matches(self.ignore)]

    def severity(self, rule: Rule) -> Severity | None:
        """The severity given for this rule, or None."""
        return self.severities.get(rule.code) or self.severities.get(rule.family)


def check_document(document: Document, options: Options | None = None, source: str = "") -> list[Finding]:
    """All findings of a document, in order of place.

    Args:
        document: What to check.
        options: Which rules, which severities, which day; by default the default rules, and nothing goes stale.
        source: The source of a text format: footnote marks and comments that ignore rules are looked up in it.
    """
    options = options or Options()
    context = Context(document, options.as_of, options.country, options.base, options.checker, source)
    with _uncollected():
        return without_ignored(tidy(check_with(context, options.rules(), options)), source)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave cyclic garbage for later: what a check makes lives until its end, and looking for more costs a tenth."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def check_with(context: Context, chosen: Sequence[Rule], options: Options) -> list[Finding]:
    """The findings of some rules in one context, repeated sentences included."""
    found: dict[tuple[str, int, int], Finding] = {}
    for rule in chosen:
        context.rule = rule
        severity = options.severity(rule)
        for first in rule.check(context):
            for finding in (first, *context.repeated(first)):
                found.setdefault(
                    (finding.rule, finding.start, finding.end), finding.with_severity(severity) if severity else finding
                )
    return list(found.values())


def check_text(
    text: str, language: str | None = None, published: str | date | None = None, options: Options | None = None
) -> list[Finding]:
    """All findings of a text.

    Args:
        text: Plain text or Markdown, as ``plain.document_of`` reads it.
        language: ISO 639-1 code; told from the text if absent.
        published: The day it was published (``date`` or EDTF), if known.
        options: As of ``check_document``.
    """
    return check_document(document_of(text, language, published), options)


def tidy(findings: Iterable[Finding]) -> list[Finding]:
    """Sorted by place, the gravest first; of two of one family on the same words only the graver is kept."""
    ordered = sorted(
        findings, key=lambda finding: (finding.start, SEVERITIES.index(finding.severity), finding.rule, finding.end)
    )
    kept: list[Finding] = []
    for finding in ordered:
        twin = any(
            other.family == finding.family and other.start <= finding.start and finding.end <= other.end
            and SEVERITIES.index(other.severity) <= SEVERITIES.index(finding.severity)
            for other in kept[-4:]
        )  # fmt: skip
        if not twin:
            kept.append(finding)
    return kept
