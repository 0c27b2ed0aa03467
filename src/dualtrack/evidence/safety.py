"""Safety: a whole copy of a base, and the proof that a base and its archive are sound."""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import insert, select, text

from dualtrack.errors import BadInputError, DualtrackError
from dualtrack.evidence.base import EvidenceBase
from dualtrack.evidence.ledger import DEEDS, Entry
from dualtrack.evidence.projection import Outline, first_day, last_day, outline, references, sources
from dualtrack.evidence.questions import pairs
from dualtrack.evidence.revision import KINDS, STATUSES, Problem, Revision
from dualtrack.evidence.schema import FOREVER, bundle, fact, ident, revision, signal
from dualtrack.evidence.store import Store
from dualtrack.model import RECORD_TYPES, Period


def backup(base: EvidenceBase, path: Path) -> None:
    """Write the base to a new SQLite file, whole or not at all; the archive to the folder ``<file>.archive``.

    Raises:
        BadInputError: The file is there already.
    """
    if path.exists():
        raise BadInputError("The file is there already", mend="Name a new file.", file=path)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        _copy_base(base, fresh)
        folder = Path(f"{path}.archive")
        for digest in base.archive:
            _copy_document(base.archive.folder, folder, digest)
        fresh.replace(path)
    finally:
        for rest in (fresh, Path(f"{fresh}-wal"), Path(f"{fresh}-shm")):
            rest.unlink(missing_ok=True)


def _copy_base(base: EvidenceBase, fresh: Path) -> None:
    if base.store.path is not None:
        with closing(sqlite3.connect(base.store.path)) as whole, closing(sqlite3.connect(fresh)) as empty:
            whole.backup(empty)
        return
    copy = EvidenceBase(Store(fresh), base.archive)
    copy.write((_entry(one) for one in base.everything()), "restore")
    with base.store.read() as here, copy.store.write() as there:
        rows = [dict(row) for row in here.execute(select(signal)).mappings()]
        if rows:
            there.execute(insert(signal), rows)
    with copy.store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    copy.close()


def _entry(one: Revision) -> Entry:
    return Entry(one.record, one.known, one.by, one.status, one.reason, one.at, one.number)


def _copy_document(archive: Path, folder: Path, digest: str) -> None:
    for suffix in ("", ".json"):
        name = Path(digest[:2]) / (digest[2:] + suffix)
        if (archive / name).exists() and not (folder / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(archive / name, folder / name)


def verify(base: EvidenceBase) -> list[Problem]:
    """Look for what is wrong with a base and its archive.

    The file itself, projections that do not follow from the revisions, archived documents that have changed, citations
    that do not hold, references that lead nowhere.
    """
    return [*_file(base), *_archive(base), *_projections(base), *_evidence(base)]


def _file(base: EvidenceBase) -> Iterator[Problem]:
    if base.store.path is not None:
        with base.store.read() as connection:
            for (said,) in connection.execute(text("PRAGMA integrity_check")):
                if said != "ok":
                    yield Problem(f"The file is damaged: {said}", "Restore a backup.", {"file": base.store.path})


def _archive(base: EvidenceBase) -> Iterator[Problem]:
    for digest in base.archive:
        try:
            base.archive.get(digest)
        except DualtrackError as error:
            yield Problem(error.what, error.mend, error.facts)


def _projections(base: EvidenceBase) -> Iterator[Problem]:
    """Replay: every fact must be what its revision and those beside it say."""
    mend = "Restore a backup, or export with --history and import into a new base."
    with base.store.read() as connection:
        ids: dict[int, str] = pairs(connection.execute(select(ident.c.nid, ident.c.id)))
        lists = {
            bid: tuple(members.split(" "))
            for bid, members in connection.execute(select(bundle.c.bid, bundle.c.members))
        }
        facts = {row.rev: row for row in connection.execute(select(fact))}
        lives: dict[int, list[tuple[int, int, int]]] = {}
        for row in connection.execute(select(revision).order_by(revision.c.rev)):
            held = facts.get(row.rev)
            day = last_day(Period(row.known))
            lives.setdefault(row.rid, []).append((day, row.number, row.rev))
            if held is None:
                yield Problem("A revision has no projection", mend, {"record": ids.get(row.rid)})
                continue
            record = RECORD_TYPES[KINDS[row.kind]].model_validate_json(row.body)
            told = _row(outline(record), sources(record))
            shown = _shown(held, ids, lists)
            if told != shown or (held.rid, held.kind, held.status) != (row.rid, row.kind, row.status):
                yield Problem("A projection differs from its revision", mend, {"record": ids.get(row.rid)})
        for extra in connection.execute(text(_UNCOUNTED)):
            yield Problem("A deed is counted that was not done, or not counted", mend, {"record": ids.get(extra[0])})
    for rid, days in lives.items():
        yield from _intervals(sorted(days), facts, ids.get(rid), mend)


_TRULY = DEEDS.partition("SELECT")[2]
_COUNTED = "actor, verb, upper, known_from, known_until, rev FROM deed"
_UNCOUNTED = f"""SELECT rid FROM fact WHERE rev IN (
    SELECT rev FROM (SELECT {_TRULY} EXCEPT SELECT {_COUNTED}) AS missing
    UNION SELECT rev FROM (SELECT {_COUNTED} EXCEPT SELECT {_TRULY}) AS extra)"""


def _intervals(
    days: list[tuple[int, int, int]], facts: Mapping[int, object], id: str | None, mend: str
) -> Iterator[Problem]:
    for (day, _, rev), following in zip(days, [*days[1:], (FOREVER, 0, 0)], strict=True):
        held = facts.get(rev)
        if held is not None and (getattr(held, "known_from"), getattr(held, "known_until")) != (day, following[0]):  # noqa: B009
            yield Problem("A revision is seen on other days than it was known", mend, {"record": id})


def _row(lines: Outline, cited: tuple[str, ...]) -> tuple[object, ...]:
    day = (first_day(lines.date), last_day(lines.date), lines.date.edtf if lines.date else None)
    return (*lines[:5], cited, *day, *lines[6:])


def _shown(held: object, ids: dict[int, str], lists: dict[int, tuple[str, ...]]) -> tuple[object, ...]:
    def of(name: str) -> object:
        return getattr(held, name)

    one = [ids.get(of(name)) for name in ("what", "object")]  # type: ignore[call-overload]
    some = [lists.get(of(name), ()) for name in ("actors", "partners", "themes", "sources")]  # type: ignore[call-overload]
    rest = [of(name) for name in ("lower", "upper", "date", "term", "every", "until", "scope", "role")]
    return (*one, *some, *rest)


def _evidence(base: EvidenceBase) -> Iterator[Problem]:
    held = {one.id for one in base.records(status=STATUSES)}
    for one in base.records():
        try:
            base.rule.judge(one.record, quoted=False)
        except DualtrackError as error:
            yield Problem(error.what, error.mend, error.facts)
        for id in (*references(one.record), *sources(one.record)):
            if id not in held:
                yield Problem(f"'{id}' is referred to and is not in the base", "Add the record.", {"record": one.id})
