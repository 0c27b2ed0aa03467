"""Writing: entries become revisions, and the facts, bundles and search words that follow from them."""

import gc
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal, NamedTuple

from sqlalchemy import BindParameter, Connection, bindparam, func, select, text

from dualtrack.errors import BadInputError
from dualtrack.evidence.projection import Outline, first_day, last_day, outline, references, sources
from dualtrack.evidence.revision import KINDS, STATUSES, Receipt, Status
from dualtrack.evidence.rules import EvidenceError, EvidenceRule
from dualtrack.evidence.schema import FOREVER, bundle, fact, ident, member, revision
from dualtrack.evidence.store import Store
from dualtrack.evidence.words import index_words
from dualtrack.model import RECORD_TYPES, Action, AnyRecord, Period

_CHUNK = 5000
_MANY = 100_000
_KIND_CODES = {type_: KINDS.index(kind) for kind, type_ in RECORD_TYPES.items()}
_STATUS_CODES = {status: code for code, status in enumerate(STATUSES)}
_SOURCE = KINDS.index("source")
_PROPOSED = STATUSES.index("proposed")
_ACCEPTED = STATUSES.index("accepted")
_INDEXES = (*ident.indexes, *sorted(fact.indexes, key=lambda index: str(index.name)))

Mode = Literal["say", "decide", "restore"]
"""How to tell that an entry says nothing new: ``say``: its author's last word or the present state; ``decide``: the
present
state; ``restore``: this very revision is there."""


class Entry(NamedTuple):
    """One revision to be written."""

    record: AnyRecord
    known: Period
    by: str
    status: Status = "accepted"
    reason: str = ""
    at: str = ""
    number: int = 0
    """The number of the revision, where it is restored; else it is counted."""


class _Held(NamedTuple):
    known_from: int
    number: int
    rev: int
    status: int
    by: str
    reason: str
    body: str
    kind: int


class Ledger:
    """The writer of one transaction."""

    def __init__(self, store: Store, connection: Connection, rule: EvidenceRule) -> None:
        self._store = store
        self._connection = connection
        self._rule = rule
        self._nids: dict[str, int] = {}
        self._bids: dict[tuple[str, ...], int] = {}
        self._days: dict[Period, int] = {}
        self._spans: dict[Period | None, tuple[int, int, str | None]] = {}
        self._next_nid = self._first("nid", ident)
        self._next_bid = self._first("bid", bundle)
        self._next_rev = self._first("rev", revision)
        self._empty = self._next_nid == 1
        self._bulk = False
        self._recorded: set[int] = set()
        self._cited: dict[str, tuple[str, bool]] = {}

    def write(self, entries: Iterable[Entry], mode: Mode = "say") -> Receipt:
        """Write entries in their order.

        Raises:
            BadInputError: An entry's ``known`` has no last day.
            EvidenceError: An entry's evidence does not hold.
        """
        receipt = Receipt()
        remaining = iter(entries)
        collecting = gc.isenabled()
        try:
            while chunk := list(islice(remaining, _CHUNK)):
                if self._empty and not self._bulk and len(chunk) == _CHUNK and not self._store.postgres:
                    self._begin_bulk()
                receipt += self._write_chunk(chunk, mode)
            self._end_bulk()
        finally:
            if collecting:
                gc.enable()
        self._check_sources()
        return receipt

    def _begin_bulk(self) -> None:
        """Fill an empty base: indexes are made at the end, all in the same transaction; no garbage is looked for."""
        self._bulk = True
        gc.disable()
        for index in _INDEXES:
            self._connection.execute(text(f"DROP INDEX {index.name}"))

    def _end_bulk(self) -> None:
        if self._bulk:
            self._bulk = False
            for index in _INDEXES:
                index.create(self._connection)
            self._connection.execute(text("DELETE FROM deed"))
            self._connection.execute(text(f"{DEEDS} ORDER BY 1, 2, 3, 4, 5, 6"))

    def _write_chunk(self, chunk: list[Entry], mode: Mode) -> Receipt:
        outlines = [outline(entry.record) for entry in chunk]
        cited = [sources(entry.record) for entry in chunk]
        self._look_up({entry.record.id for entry in chunk}, outlines, cited)
        held = self._held(chunk)
        rows = _Rows(self._next_rev)
        recorded = self._recorded
        new = changed = 0
        for entry, lines, srcs in zip(chunk, outlines, cited, strict=True):
            rid = self._nid(entry.record.id, rows)
            lives = held.get(rid)
            fresh = not lives
            if lives is None:
                lives = held[rid] = []
                recorded.add(rid)
            if self._write_entry(entry, lines, srcs, rid, lives, mode, rows):
                new, changed = new + fresh, changed + (not fresh)
        rows.flush(self._store, self._connection, self._bulk)
        return Receipt(new, changed, len(chunk) - new - changed)

    def _write_entry(
        self,
        entry: Entry,
        lines: Outline,
        srcs: tuple[str, ...],
        rid: int,
        lives: list[_Held],
        mode: Mode,
        rows: "_Rows",
    ) -> bool:
        """Write one revision, unless it says nothing new."""
        record, when, by, said, reason, at, number = entry
        known = self._days.get(when) or self._known_day(when, record.id)
        status = _STATUS_CODES[said]
        body = record.__pydantic_serializer__.to_json(record, by_alias=True, exclude_defaults=True).decode()
        kind = _KIND_CODES[type(record)]
        if lives:
            _check_kind(lives[0].kind, kind, record.id)
            if _says_nothing(lives, entry, known, status, body, mode):
                return False
        self._judge(record, srcs, status, lives)
        rev = self._next_rev
        self._next_rev = rev + 1
        until = FOREVER
        if lives:
            number = max(number, 1 + max(life.number for life in lives))
            until = _fit(lives, known, rows)
        number = number or 1
        lives.append(_Held(known, number, rev, status, by, reason, body, kind))
        rows.revisions.append((rev, rid, number, kind, status, when.edtf, by, at, reason, body))
        what, whom, actors, partners, themes, date, *spans = lines
        nids, bids = self._nids, self._bids
        rows.facts.append(
            (
                rev,
                rid,
                kind,
                status,
                known,
                until,
                what and (nids.get(what) or self._nid(what, rows)),
                whom and (nids.get(whom) or self._nid(whom, rows)),
                bids.get(actors) or self._bid(actors, rows),
                bids.get(partners) or self._bid(partners, rows),
                bids.get(themes) or self._bid(themes, rows),
                bids.get(srcs) or self._bid(srcs, rows),
                *(self._spans.get(date) or self._span(date)),
                *spans,
            )
        )
        rows.words.append((rev, index_words(record, (*references(record), *themes, *srcs))))
        return True

    def _judge(self, record: AnyRecord, cited: tuple[str, ...], status: int, lives: list[_Held]) -> None:
        """Judge the evidence of what is to be accepted or proposed; a source may still come with a later proposal."""
        if status == _ACCEPTED:
            links = self._rule.judge(record, quoted=any(life.status == _PROPOSED for life in lives))
            for source in cited:
                if source not in self._cited or (source in links and not self._cited[source][1]):
                    self._cited[source] = (record.id, source in links)
        elif status == _PROPOSED:
            self._rule.judge(record, quoted=True)

    def _check_sources(self) -> None:
        """All cited sources are records of the base, and those have a link that need one."""
        statement = (
            select(ident.c.id, revision.c.body)
            .join(fact, fact.c.rid == ident.c.nid)
            .join(revision, revision.c.rev == fact.c.rev)
            .where(ident.c.id.in_(bindparam("ids", expanding=True)), fact.c.kind == _SOURCE)
            .where(fact.c.known_until == FOREVER)
        )
        found: dict[str, str] = {}
        for some in _batches(sorted(self._cited)):
            found.update((id, body) for id, body in self._connection.execute(statement, {"ids": some}))
        for source, (record, link) in self._cited.items():
            if source not in found:
                raise EvidenceError(
                    f"The cited source '{source}' is not in the base",
                    mend="Record the source first, or with the record.",
                    record=record,
                )
            if link and '"url":' not in found[source]:
                raise EvidenceError(
                    f"The source '{source}' has no link and the citation gives no place",
                    mend="Say where in the source ('at'), or give the source its 'url'.",
                    record=record,
                )

    def _first(self, name: str, table: object) -> int:
        column = getattr(table, "c")[name]  # noqa: B009 - tables of one shape, typed alike
        return int(self._connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()) + 1

    def _look_up(self, ids: set[str], outlines: list, cited: list[tuple[str, ...]]) -> None:  # type: ignore[type-arg]
        """Learn the numbers that ids and bundles of a chunk already have."""
        if self._empty:
            return
        bundles: set[tuple[str, ...]] = {srcs for srcs in cited if srcs}
        for lines in outlines:
            ids.update(name for name in (lines.what, lines.object) if name)
            bundles.update(names for names in (lines.actors, lines.partners, lines.themes) if names)
        ids.update(name for names in bundles for name in names)
        number_of = select(ident.c.id, ident.c.nid).where(ident.c.id.in_(bindparam("ids", expanding=True)))
        for some in _batches(sorted(ids - self._nids.keys())):
            self._nids.update((id, nid) for id, nid in self._connection.execute(number_of, {"ids": some}))
        known_bundles = select(bundle.c.members, bundle.c.bid).where(
            bundle.c.members.in_(bindparam("m", expanding=True))
        )
        for some in _batches(sorted(" ".join(names) for names in bundles - self._bids.keys())):
            for members, bid in self._connection.execute(known_bundles, {"m": some}):
                self._bids[tuple(members.split(" "))] = bid

    def _held(self, chunk: list[Entry]) -> dict[int, list[_Held]]:
        """The revisions there are of the records in a chunk, by record, in the order of knowing."""
        rids = sorted({nid for entry in chunk if (nid := self._nids.get(entry.record.id)) is not None})
        if self._empty:
            rids = [rid for rid in rids if rid in self._recorded]
        found: dict[int, list[_Held]] = {}
        if not rids:
            return found
        self._end_bulk()
        statement = (
            select(
                fact.c.rid,
                fact.c.known_from,
                revision.c.number,
                fact.c.rev,
                fact.c.status,
                revision.c.by,
                revision.c.reason,
                revision.c.body,
                fact.c.kind,
            )
            .join(revision, revision.c.rev == fact.c.rev)
            .where(fact.c.rid.in_(bindparam("rids", expanding=True)))
            .order_by(fact.c.rid, fact.c.known_from, revision.c.number)
        )
        for some in _batches(rids):
            for rid, *rest in self._connection.execute(statement, {"rids": some}):
                found.setdefault(rid, []).append(_Held(*rest))
        return found

    def _nid(self, id: str, rows: "_Rows") -> int:
        nid = self._nids.get(id)
        if nid is None:
            nid = self._nids[id] = self._next_nid
            self._next_nid += 1
            rows.idents.append((nid, id))
        return nid

    def _known_day(self, known: Period, id: str) -> int:
        day = self._days[known] = _known_day(known, id)
        return day

    def _span(self, date: Period | None) -> tuple[int, int, str | None]:
        if len(self._spans) > _MANY:
            self._spans.clear()
        span = self._spans[date] = (first_day(date), last_day(date), None if date is None else date.edtf)
        return span

    def _bid(self, names: tuple[str, ...], rows: "_Rows") -> int | None:
        bid = self._bids.get(names)
        if bid is None and names:
            bid = self._bids[names] = self._next_bid
            self._next_bid += 1
            rows.bundles.append((bid, " ".join(names)))
            rows.members.extend((bid, nid) for nid in dict.fromkeys(self._nid(name, rows) for name in names))
        return bid


class _Rows:
    """The rows of one chunk, by table; ``first`` is the number of its first revision."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.idents: list[tuple[int, str]] = []
        self.bundles: list[tuple[int, str]] = []
        self.members: list[tuple[int, int]] = []
        self.revisions: list[tuple[object, ...]] = []
        self.facts: list[tuple[object, ...]] = []
        self.words: list[tuple[int, str]] = []
        self.ended: list[tuple[int, int]] = []
        """(day from which it is no longer seen, revision)"""

    def flush(self, store: Store, connection: Connection, bulk: bool) -> None:
        store.insert(connection, ident, self.idents)
        store.insert(connection, bundle, self.bundles)
        store.insert(connection, member, self.members)
        store.insert(connection, revision, self.revisions)
        store.insert(connection, fact, self.facts)
        if self.words:
            store.many(connection, _WORDS_POSTGRES if store.postgres else _WORDS_SQLITE, self.words)
        if self.ended:
            mark = "%s" if store.postgres else "?"
            store.many(connection, f"UPDATE fact SET known_until = {mark} WHERE rev = {mark}", self.ended)
        if not bulk and self.facts:
            self._count_deeds(connection)

    def _count_deeds(self, connection: Connection) -> None:
        earlier = sorted({rev for _, rev in self.ended if rev < self.first})
        if earlier:
            among: BindParameter[int] = bindparam("revs", expanding=True)
            connection.execute(text(_NO_DEEDS).bindparams(among), {"revs": earlier})
            connection.execute(text(f"{DEEDS} AND f.rev IN :revs").bindparams(among), {"revs": earlier})
        connection.execute(text(f"{DEEDS} AND f.rev >= :first"), {"first": self.first})


DEEDS = f"""INSERT INTO deed (actor, verb, upper, known_from, known_until, rev)
    SELECT m.nid, f.what, f.upper, f.known_from, f.known_until, f.rev FROM fact f JOIN member m ON m.bid = f.actors
    WHERE f.kind = {_KIND_CODES[Action]} AND f.status = {_ACCEPTED} AND f.known_from < f.known_until"""
"""Counts accepted actions as deeds of their actors; conditions are added to it."""

_NO_DEEDS = """DELETE FROM deed WHERE rev IN :revs
    AND actor IN (SELECT m.nid FROM fact f JOIN member m ON m.bid = f.actors WHERE f.rev IN :revs)
    AND verb IN (SELECT what FROM fact WHERE rev IN :revs)"""
_WORDS_SQLITE = "INSERT INTO search(rowid, words) VALUES (?, ?)"
_WORDS_POSTGRES = "INSERT INTO search(rev, words) VALUES (%s, array_to_tsvector(string_to_array(%s, ' ')))"


def _known_day(known: Period, id: str) -> int:
    if known.upper is None:
        raise BadInputError(
            f"'{known}' does not say by when it was known", mend="Give a day, month or year.", field="known", record=id
        )
    return known.upper.toordinal()


def _check_kind(held: int, given: int, id: str) -> None:
    if held != given:
        raise BadInputError(
            f"The id '{id}' is that of a record of another kind",
            mend="Give the new record an id of its own.",
            held=KINDS[held],
            given=KINDS[given],
        )


def _says_nothing(lives: list[_Held], entry: Entry, known: int, status: int, body: str, mode: Mode) -> bool:
    """Whether an entry repeats what is held."""
    if mode == "restore":
        this = (known, status, entry.by, entry.reason, body)
        return any((life.known_from, life.status, life.by, life.reason, life.body) == this for life in lives)
    before = [life for life in lives if life.known_from <= known]
    before.sort()
    last = before[-1:]
    if mode == "say":
        last += [life for life in before if life.by == entry.by][-1:]
    return any(life.status == status and life.body == body for life in last)


def _fit(lives: list[_Held], known: int, rows: _Rows) -> int:
    """End the revision that a new one replaces from ``known`` on; the answer is the day on which the new one ends."""
    lives.sort()
    before = [life for life in lives if life.known_from <= known]
    if before:
        rows.ended.append((known, before[-1].rev))
    return next((life.known_from for life in lives if life.known_from > known), FOREVER)


def _batches(items: list) -> Iterator[list]:  # type: ignore[type-arg]
    for at in range(0, len(items), _CHUNK):
        yield items[at : at + _CHUNK]
