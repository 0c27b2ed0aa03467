"""The evidence base: one face over the store, the folds and the search.

All periods are EDTF. ``known`` is the second clock, when we knew: a question with ``known`` sees the revisions whose
own ``known`` surely lies on or before its last day; without it, all. ``on`` is the first clock, when it holds.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from dualtrack.errors import BadInputError
from dualtrack.evidence import questions, vocabulary
from dualtrack.evidence.archive import Archive
from dualtrack.evidence.ledger import Entry, Ledger, Mode
from dualtrack.evidence.revision import Difference, Hit, Problem, Receipt, Revision, check_status
from dualtrack.evidence.rules import EvidenceRule
from dualtrack.evidence.state import State
from dualtrack.evidence.store import Store
from dualtrack.model import AnyRecord, Period


class EvidenceBase:
    """Append-only revisions of records, with what is derived from them.

    A base may be used by several threads and processes at once: readers see one moment, writers take turns.
    """

    def __init__(self, store: Store, archive: Archive) -> None:
        self.store = store
        self.archive = archive
        self.rule = EvidenceRule(archive)

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> Self:
        """Open a base: an SQLite file, or PostgreSQL by a ``postgresql://`` URL; brings it to the newest schema.

        The archive is the folder ``<file>.archive`` beside the file; for PostgreSQL, ``archive`` in the user's data
        folder.

        Raises:
            BadInputError: There is none and ``create`` is false, or it is no base.
            MissingExtraError: A PostgreSQL URL without the extra ``postgres``.
        """
        store = Store(where, create=create)
        if store.path is not None:
            return cls(store, Archive(f"{store.path}.archive"))
        from platformdirs import user_data_path

        return cls(store, Archive(user_data_path("dualtrack", appauthor=False) / "archive"))

    def close(self) -> None:
        """Let go of all connections."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

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

        What is already held is the present revision (at ``known``) or the last word of the same author, so that
        loading a catalogue again does not undo a reviewer's decision.

        Args:
            records: Any iterable; sources may come before or after the records that cite them.
            known: When this was known; must have a last day.
            by: Who says so: a person, ``catalogue``, an importer.
            status: One of ``STATUSES``.
            reason: Why, in words.
            at: The moment of writing, where it is to be kept; never asked of the clock.

        Raises:
            EvidenceError: An accepted record cites nothing, or its quote is not in the archived document; nothing is
            kept.
        """
        checked, moment = check_status(status), _moment(at)
        return self.write(Entry(record, known, by, checked, reason, moment) for record in records)

    def write(self, entries: Iterable[Entry], mode: Mode = "say") -> Receipt:
        """Write entries, each with its own clock, author and status, in one transaction.

        Raises:
            EvidenceError: As ``record``.
        """
        with self.store.write() as connection:
            return Ledger(self.store, connection, self.rule).write(entries, mode)

    def set_status(
        self, id: str, status: str, *, by: str, known: Period, reason: str = "", at: datetime | None = None
    ) -> Revision:
        """Accept, reject, supersede or retract a record: a new revision with the same body.

        Raises:
            BadInputError: There is no such record (by then) or status.
            EvidenceError: It is to be accepted and its evidence does not hold.
        """
        checked = check_status(status)
        with self.store.write() as connection:
            held = questions.get(connection, id, known)
            if held is None:
                raise BadInputError(f"No record '{id}' is held by {known}", mend="Look for it with: dualtrack search")
            entry = Entry(held.record, known, by, checked, reason, _moment(at))
            Ledger(self.store, connection, self.rule).write([entry], "decide")
            return questions.get(connection, id, known) or held

    def get(self, id: str, *, known: Period | None = None) -> Revision | None:
        """The revision of a record that was held at ``known``, of any status; ``None`` if there was none."""
        with self.store.read() as connection:
            return questions.get(connection, id, known)

    def named(self, ids: Iterable[str], *, known: Period | None = None) -> dict[str, Revision]:
        """The revisions of several records that were held at ``known``, by id; what is not there is left out."""
        with self.store.read() as connection:
            return {one.id: one for one in questions.get_many(connection, ids, known)}

    @property
    def empty(self) -> bool:
        """Whether nothing has been recorded yet."""
        with self.store.read() as connection:
            return questions.nothing_recorded(connection)

    def records(  # noqa: PLR0913 - one argument a filter
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
        """The records held at ``known``, by kind, date and id; each filter narrows.

        ``on``: the date overlaps it; ``start`` and ``end``: the date may lie on or after the one's first day and on
        or before the other's last. ``actor`` finds actors, partners, owners, parties and subjects, and for a country
        also those of its bodies; ``verb`` also initiative types and indicators; ``object`` also the subject of an
        observation.

        Raises:
            BadInputError: There is no such kind or status.
        """
        conditions = questions.narrowed(
            kind=kind,
            known=known,
            on=on,
            actor=actor,
            theme=theme,
            verb=verb,
            object=object,
            source=source,
            start=start,
            end=end,
            status=status,
        )
        statement = questions.in_order(questions.revisions().where(*conditions))
        with self.store.read() as connection:
            for row in connection.execution_options(yield_per=2000).execute(statement):
                yield questions.as_revision(row)

    def history(self, id: str) -> list[Revision]:
        """All revisions of a record in the order in which they were known."""
        with self.store.read() as connection:
            return questions.history(connection, id)

    def everything(self) -> Iterator[Revision]:
        """All revisions of all records, in the order of writing."""
        with self.store.read() as connection:
            yield from questions.everything(connection)

    def states(
        self,
        kind: str | None = None,
        *,
        actor: str | None = None,
        object: str | None = None,
        on: Period,
        known: Period | None = None,
    ) -> list[State]:
        """What held on a day as far as was known: agreements, memberships, offices, programmes, orders, bodies.

        ``actor`` narrows to what it has part in; for a country, also its bodies and offices.

        Raises:
            BadInputError: There is no such kind of state.
        """
        from dualtrack.evidence.states import states

        with self.store.read() as connection:
            return states(connection, kind, actor=actor, object=object, on=on, known=known)

    def state(self, object: str, *, on: Period, known: Period | None = None) -> list[State]:
        """The states of one thing; one state ``unknown`` ('nothing known') where nothing is."""
        from dualtrack.evidence.states import nothing_known

        return self.states(object=object, on=on, known=known) or [nothing_known(object)]

    def search(self, text: str, *, known: Period | None = None, kind: str | None = None, limit: int = 50) -> list[Hit]:
        """Records that say it, in any of our languages, best first; names are found in all their languages.

        All terms must be found. Where more than some hundreds match, entities and the last recorded are ranked.

        Raises:
            BadInputError: There is nothing to search for in ``text``.
        """
        from dualtrack.evidence.search import search

        with self.store.read() as connection:
            return search(connection, text, vocabulary.synonyms, known=known, kind=kind, limit=limit)

    def diff(self, older: Period, newer: Period, *, kind: str | None = None) -> list[Difference]:
        """How what was held differs between two days of knowing: an edition's news."""
        with self.store.read() as connection:
            return questions.diff(connection, older, newer, kind)

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
        """Accepted actions in the order of their dates; the filters are those of ``records``."""
        return list(
            self.records(
                "action",
                actor=actor,
                theme=theme,
                verb=verb,
                object=object,
                start=start,
                end=end,
                on=on,
                known=known,
            )
        )

    def compare(self, *, on: Period, known: Period | None = None) -> list[tuple[str, str, int]]:
        """How many actions of each verb each actor had surely done by ``on``, as known: (actor, verb, count)."""
        with self.store.read() as connection:
            return questions.compare(connection, on, known)

    def table(self, name: str, *, known: Period | None = None) -> Any:
        """A table as a ``pyarrow.Table``.

        There are records, actors, initiatives, actions, observations, sources, amounts, citations and names.

        Raises:
            BadInputError: There is no such table.
            MissingExtraError: pyarrow is not installed.
        """
        from dualtrack.evidence.tables import table

        return table(self, name, known)

    def signal(self, source: str, place: str, what: str) -> None:
        """Note input that was not understood; the same again is counted."""
        from dualtrack.evidence.signals import note

        with self.store.write() as connection:
            note(connection, source, place, what)

    def replace_signals(self, source: str, signals: Iterable[tuple[str, str, int]]) -> None:
        """Make these (place, what, count) all the signals of a source: reading it again does not count them twice."""
        from dualtrack.evidence.signals import replace

        with self.store.write() as connection:
            replace(connection, source, signals)

    def signals(self) -> list[dict[str, Any]]:
        """What was not understood: source, place, what, count."""
        from dualtrack.evidence.signals import noted

        with self.store.read() as connection:
            return noted(connection)

    def backup(self, path: str | Path) -> None:
        """Write the whole base to a new SQLite file, with its archive in the folder ``<file>.archive``.

        Raises:
            BadInputError: The file is there already.
        """
        from dualtrack.evidence.safety import backup

        backup(self, Path(path))

    def verify(self) -> list[Problem]:
        """Whether base and archive are sound: projections replayed, hashes recomputed, quotes found again."""
        from dualtrack.evidence.safety import verify

        return verify(self)


def _moment(at: datetime | None) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""
