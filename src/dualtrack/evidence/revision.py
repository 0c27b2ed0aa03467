"""What the evidence base hands out: revisions of records, receipts, hits, differences and problems."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, get_args

from dualtrack.errors import BadInputError
from dualtrack.model import RECORD_TYPES, AnyRecord, Period

Status = Literal["proposed", "accepted", "rejected", "superseded", "retracted"]
STATUSES: tuple[Status, ...] = get_args(Status)
"""What a revision says of its record: only accepted ones make states; nothing is ever deleted."""

KINDS: tuple[str, ...] = tuple(RECORD_TYPES)


@dataclass(frozen=True)
class Revision:
    """One revision of one record: what was held of it, since when, and by whom.

    ``known`` is the second clock: when we knew; ``number`` counts the revisions of the record from 1; ``at`` is the
    moment of writing (UTC, ISO 8601) where the writer gave one. ``body`` is the record as JSON; it is read into a
    value of the model when ``record`` is first asked for.
    """

    id: str
    kind: str
    status: Status
    known: Period
    by: str
    number: int
    reason: str
    body: str
    at: str = ""

    @cached_property
    def record(self) -> AnyRecord:
        """The record itself."""
        return RECORD_TYPES[self.kind].model_validate_json(self.body)

    def as_dict(self) -> dict[str, Any]:
        """The line of the exchange format: id, kind, status, recorded_at, body, and who, which and why."""
        line: dict[str, Any] = {
            "id": self.id,
            "kind": self.kind,
            "status": self.status,
            "recorded_at": self.known.edtf,
            "by": self.by,
            "revision": self.number,
        }
        if self.reason:
            line["reason"] = self.reason
        if self.at:
            line["at"] = self.at
        return {**line, "body": self.record.as_dict()}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a write changed: how many records were new, changed and unchanged."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0

    @property
    def total(self) -> int:
        """All records given."""
        return self.new + self.changed + self.unchanged

    def __add__(self, other: "Receipt") -> "Receipt":
        return Receipt(self.new + other.new, self.changed + other.changed, self.unchanged + other.unchanged)


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that a search found, best first; ``score`` only orders hits of one search."""

    revision: Revision
    score: float
    title: str = ""
    """The words of the record in which the search was found."""

    @property
    def id(self) -> str:
        """The record's id."""
        return self.revision.id


@dataclass(frozen=True, slots=True)
class Difference:
    """How one record differs between two days of knowing."""

    id: str
    kind: str
    change: Literal["new", "changed", "gone", "status"]
    """``gone``: accepted before, no longer; ``status``: another change of status."""
    before: Revision | None
    after: Revision | None
    fields: tuple[str, ...] = ()
    """The fields of the body that differ, for a changed record."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with a base or its archive."""

    what: str
    mend: str = ""
    facts: dict[str, object] = field(default_factory=dict)


def check_status(status: str) -> Status:
    """The status, if there is such a one.

    Raises:
        BadInputError: There is not.
    """
    for known in STATUSES:
        if status == known:
            return known
    raise BadInputError(f"'{status}' is no status of a record", mend=f"Use one of {', '.join(STATUSES)}.")


def check_kind(kind: str) -> str:
    """The record kind, if there is such a one.

    Raises:
        BadInputError: There is not.
    """
    if kind not in KINDS:
        raise BadInputError(f"'{kind}' is no kind of record", mend=f"Use one of {', '.join(KINDS)}.")
    return kind
