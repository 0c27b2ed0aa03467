"""The evidence base: one face over the store, the folds and the search.

All periods are EDTF. ``known`` is the second clock, when we knew: a question with ``known`` sees the revisions whose own
``known`` surely lies on or before its last day; without it, all. ``on`` is the first clock, when it holds.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from dualtrack.evidence.archive import Archive
from dualtrack.evidence.revision import Difference, Hit, Problem, Receipt, Revision
from dualtrack.evidence.state import State
from dualtrack.model import AnyRecord, Period


class EvidenceBase:
    """Append-only revisions of records, with what is derived from them."""

    archive: Archive

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> "EvidenceBase":
        """Open a base: an SQLite file, or PostgreSQL by a ``postgresql://`` URL; brings it to the newest schema.

        Raises:
            BadInputError: There is none and ``create`` is false, or it is no base.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Let go of all connections."""
        raise NotImplementedError

    def record(
        self,
        records: Iterable[AnyRecord],
        *,
        known: Period,
        by: str,
        status: str = "accepted",
        reason: str = "",
        at: datetime | None = None,
    ) -> Receipt:
        """Keep records in one transaction; a record that says what was already held makes no new revision.

        Raises:
            EvidenceError: An accepted record cites nothing, or its quote is not in the archived document; nothing is kept.
        """
        raise NotImplementedError

    def set_status(
        self, id: str, status: str, *, by: str, known: Period, reason: str = "", at: datetime | None = None
    ) -> Revision:
        """Accept, reject, supersede or retract a record: a new revision with the same body.

        Raises:
            BadInputError: There is no such record or status.
            EvidenceError: It is to be accepted and its evidence does not hold.
        """
        raise NotImplementedError

    def get(self, id: str, *, known: Period | None = None) -> Revision | None:
        """The revision of a record that was held at ``known``, of any status; ``None`` if there was none."""
        raise NotImplementedError

    def records(
        self,
        kind: str | None = None,
        *,
        known: Period | None = None,
        on: Period | None = None,
        actor: str | None = None,
        theme: str | None = None,
        verb: str | None = None,
        object: str | None = None,
        source: str | None = None,
        start: Period | None = None,
        end: Period | None = None,
        status: Iterable[str] = ("accepted",),
    ) -> Iterator[Revision]:
        """The records held at ``known``, by date and then id; each filter narrows.

        ``on``: the date overlaps it; ``start`` and ``end``: the date may lie on or after the one's first day and on or before the
        other's last. ``actor`` finds actors, partners, owners, parties and subjects; ``verb`` also initiative types
        and indicators; ``object`` also the subject of an observation.
        """
        raise NotImplementedError

    def history(self, id: str) -> list[Revision]:
        """All revisions of a record in the order in which they were known."""
        raise NotImplementedError

    def states(
        self,
        kind: str | None = None,
        *,
        actor: str | None = None,
        object: str | None = None,
        on: Period,
        known: Period | None = None,
    ) -> list[State]:
        """What held on a day as far as was known: agreements, memberships, offices, programmes, orders, bodies."""
        raise NotImplementedError

    def state(self, object: str, *, on: Period, known: Period | None = None) -> list[State]:
        """The states of one thing; one state ``unknown`` ('nothing known') where nothing is."""
        raise NotImplementedError

    def search(self, text: str, *, known: Period | None = None, kind: str | None = None, limit: int = 50) -> list[Hit]:
        """Records that say it, in any of our languages, best first; names are found in all their languages."""
        raise NotImplementedError

    def diff(self, older: Period, newer: Period, *, kind: str | None = None) -> list[Difference]:
        """How what was held differs between two days of knowing: an edition's news."""
        raise NotImplementedError

    def timeline(
        self,
        *,
        actor: str | None = None,
        theme: str | None = None,
        verb: str | None = None,
        object: str | None = None,
        start: Period | None = None,
        end: Period | None = None,
        on: Period | None = None,
        known: Period | None = None,
    ) -> list[Revision]:
        """Accepted actions in the order of their dates."""
        raise NotImplementedError

    def compare(self, *, on: Period, known: Period | None = None) -> list[tuple[str, str, int]]:
        """How many actions each actor had done of each verb by ``on``, as known: (actor, verb, count) in order."""
        raise NotImplementedError

    def table(self, name: str, *, known: Period | None = None) -> Any:
        """A table as a ``pyarrow.Table``: records, actors, initiatives, actions, observations, sources, amounts, citations, names.

        Raises:
            MissingExtraError: pyarrow is not installed.
        """
        raise NotImplementedError

    def signal(self, source: str, place: str, what: str) -> None:
        """Note input that was not understood; the same again is counted."""
        raise NotImplementedError

    def signals(self) -> list[dict[str, Any]]:
        """What was not understood: source, place, what, count."""
        raise NotImplementedError

    def backup(self, path: str | Path) -> None:
        """Write the whole base, with its archive, to a new SQLite file (archive in the folder ``<file>.archive``)."""
        raise NotImplementedError

    def verify(self) -> list[Problem]:
        """Whether base and archive are sound: projections replayed, hashes recomputed, quotes found again."""
        raise NotImplementedError
