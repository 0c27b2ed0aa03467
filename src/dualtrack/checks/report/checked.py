"""One run of the checks: documents, findings, and what could not be read."""

from dataclasses import dataclass, field

from dualtrack.checks.finding import Finding
from dualtrack.errors import DualtrackError
from dualtrack.model import Document


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read, and why."""

    file: str
    error: DualtrackError


@dataclass(frozen=True, slots=True)
class Checked:
    """What a run looked at and found.

    Attributes:
        documents: The documents by the name of their file.
        findings: In order of file and place.
        unreadable: The files that could not be read.
    """

    documents: dict[str, Document] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)

    @property
    def fails(self) -> bool:
        """Whether there is a finding at warning or above."""
        return any(finding.fails for finding in self.findings)

    def of(self, file: str) -> list[Finding]:
        """The findings of one file."""
        return [finding for finding in self.findings if finding.file == file]
