"""What a check found: where, why, and what would be right."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from dualtrack.model import Text

Severity = Literal["error", "warning", "note"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""Gravest first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not add up.

    Attributes:
        rule: Code of the rule, such as ``DT101``.
        family: Family of the rule, such as ``change``.
        severity: ``error``, ``warning`` or ``note``.
        start: Offset of its first character in the document's text, in characters.
        end: Offset after the last one.
        quote: The words in question; ``document.text[start:end] == quote``.
        message: What is wrong and what would be right, in Japanese and English.
        stated: What the text says, as written.
        computed: What follows from the rest of it.
        reason: Why the two were compared and how the second was computed, in English.
        page: Page or slide, counted from 1; None where the format has none.
        file: The file as it was named; empty for a text that has no file.
        record: Id of the record of the evidence base, where the finding is on one.
    """

    rule: str
    family: str
    severity: Severity
    start: int
    end: int
    quote: str
    message: Text
    stated: str = ""
    computed: str = ""
    reason: str = ""
    page: int | None = None
    file: str = ""
    record: str = ""

    @property
    def fails(self) -> bool:
        """Whether it makes ``dualtrack check`` end with exit code 1: an error or a warning."""
        return self.severity != "note"

    def of_file(self, file: str) -> "Finding":
        """The same finding, of this file."""
        return replace(self, file=file)

    def with_severity(self, severity: Severity) -> "Finding":
        """The same finding at another severity."""
        return replace(self, severity=severity)

    def key(self) -> tuple[str, str, str]:
        """What stays the same when text around it moves: file, rule and quote, for baselines."""
        return self.file, self.rule, " ".join(self.quote.split())

    def as_dict(self) -> dict[str, Any]:
        """The keys of ``dualtrack check --format json``."""
        found: dict[str, Any] = {
            "file": self.file,
            "rule": self.rule,
            "family": self.family,
            "severity": self.severity,
            "page": self.page,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "message": {"ja": self.message.best("ja"), "en": self.message.best("en")},
            "stated": self.stated,
            "computed": self.computed,
            "reason": self.reason,
        }
        return found | {"record": self.record} if self.record else found
