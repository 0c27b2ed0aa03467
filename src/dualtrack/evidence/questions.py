"""Reading: what was held at a day of knowing, narrowed by who, what and when."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, Select, and_, case, func, or_, select

from dualtrack.evidence.projection import first_day, last_day
from dualtrack.evidence.revision import KINDS, STATUSES, Difference, Revision, check_kind, check_status
from dualtrack.evidence.schema import FOREVER, deed, fact, ident, member, revision
from dualtrack.model import Period

_COLUMNS = (
    ident.c.id,
    revision.c.kind,
    revision.c.status,
    revision.c.known,
    revision.c.by,
    revision.c.number,
    revision.c.reason,
    revision.c.body,
    revision.c.at,
)
_ACTOR, _ACTION, _ACCEPTED = KINDS.index("actor"), KINDS.index("action"), STATUSES.index("accepted")


def pairs(rows: Iterable[Any]) -> dict[Any, Any]:
    """Rows of two columns as a mapping."""
    return dict(iter(rows))


def known_day(known: Period | None) -> int:
    """The day of knowing that a question asks about: the last of ``known``; without one, the last of all."""
    return min(last_day(known), FOREVER - 1)


def seen(known: Period | None) -> ColumnElement[bool]:
    """The condition for a fact to be the one that is seen at ``known``."""
    day = known_day(known)
    return and_(fact.c.known_from <= day, fact.c.known_until > day)


def number_of(id: str) -> ScalarSelect[int]:
    """The number of an id, as a subquery."""
    return select(ident.c.nid).where(ident.c.id == id).scalar_subquery()


def bundles_with(numbers: Any) -> Select[tuple[int]]:
    """The bundles that hold one of some ids."""
    return select(member.c.bid).where(member.c.nid.in_(numbers))


def whole_actor(id: str, known: Period | None) -> Any:
    """An actor and, for a country, all its bodies and persons, as a subquery of numbers."""
    bodies = select(fact.c.rid).where(fact.c.object == number_of(id), fact.c.kind == _ACTOR, seen(known))
    return select(ident.c.nid).where(ident.c.id == id).union(bodies)


def revisions(statement: Select[Any] | None = None) -> Select[Any]:
    """The query for revisions as they are handed out; conditions are added to it."""
    chosen = statement if statement is not None else select(*_COLUMNS)
    return chosen.select_from(fact).join(revision, revision.c.rev == fact.c.rev).join(ident, ident.c.nid == fact.c.rid)


def as_revision(row: Row[Any]) -> Revision:
    """A row of ``revisions`` as a value."""
    id, kind, status, known, by, number, reason, body, at = tuple(row)
    return Revision(id, KINDS[kind], STATUSES[status], Period(known), by, number, reason, body, at)


def get(connection: Connection, id: str, known: Period | None) -> Revision | None:
    """The revision of a record that is seen at ``known``."""
    row = connection.execute(revisions().where(fact.c.rid == number_of(id), seen(known))).first()
    return as_revision(row) if row else None


def get_many(connection: Connection, ids: Iterable[str], known: Period | None) -> Iterator[Revision]:
    """The revisions of several records that are seen at ``known``."""
    wanted = sorted(set(ids))
    for at in range(0, len(wanted), 5000):
        statement = revisions().where(ident.c.id.in_(wanted[at : at + 5000]), seen(known))
        yield from (as_revision(row) for row in connection.execute(statement))


def nothing_recorded(connection: Connection) -> bool:
    """Whether there is no revision at all."""
    return connection.execute(select(fact.c.rev).limit(1)).first() is None


def history(connection: Connection, id: str) -> list[Revision]:
    """All revisions of a record, in the order of knowing."""
    ordered = revisions().where(fact.c.rid == number_of(id)).order_by(fact.c.known_from, revision.c.number)
    return [as_revision(row) for row in connection.execute(ordered)]


def everything(connection: Connection) -> Iterator[Revision]:
    """All revisions there are, in the order of writing."""
    rows = connection.execution_options(yield_per=2000).execute(revisions().order_by(fact.c.rev))
    return (as_revision(row) for row in rows)


def narrowed(  # noqa: PLR0913 - one argument a filter
    *,
    kind: str | None = None,
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
) -> list[ColumnElement[bool]]:
    """The conditions of the filters of ``EvidenceBase.records``."""
    conditions = [seen(known), fact.c.status.in_([STATUSES.index(check_status(one)) for one in status])]
    if kind:
        conditions.append(fact.c.kind == KINDS.index(check_kind(kind)))
    for column, id in ((fact.c.what, verb), (fact.c.object, object)):
        if id:
            conditions.append(column == number_of(id))
    for column, id in ((fact.c.themes, theme), (fact.c.sources, source)):
        if id:
            conditions.append(column.in_(bundles_with([number_of(id)])))
    if actor:
        conditions.append(_of_actor(actor, known))
    conditions += _dated(on, on) + _dated(start, end)
    return conditions


def _of_actor(actor: str, known: Period | None) -> ColumnElement[bool]:
    numbers = whole_actor(actor, known)
    bundles = bundles_with(numbers)
    return or_(
        fact.c.actors.in_(bundles), fact.c.partners.in_(bundles), fact.c.object.in_(numbers), fact.c.rid.in_(numbers)
    )


def _dated(start: Period | None, end: Period | None) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if start is not None:
        conditions.append(fact.c.upper >= first_day(start))
    if end is not None:
        conditions.append(fact.c.lower <= last_day(end))
    return conditions


def in_order(statement: Select[Any]) -> Select[Any]:
    """By kind, then date, then id."""
    return statement.order_by(fact.c.kind, fact.c.lower, fact.c.upper, ident.c.id)


def compare(connection: Connection, on: Period, known: Period | None) -> list[tuple[str, str, int]]:
    """How many accepted actions of each verb each actor had surely done by the last day of ``on``."""
    day = known_day(known)
    counted = connection.execute(
        select(deed.c.actor, deed.c.verb, func.count())
        .where(deed.c.upper <= last_day(on), deed.c.known_from <= day, deed.c.known_until > day)
        .group_by(deed.c.actor, deed.c.verb)
    ).all()
    numbers = {number for actor, verb, _ in counted for number in (actor, verb)}
    found = connection.execute(select(ident.c.nid, ident.c.id).where(ident.c.nid.in_(numbers)))
    ids: dict[int, str] = pairs(found)
    return sorted((ids[actor], ids[verb], count) for actor, verb, count in counted)


def diff(connection: Connection, older: Period, newer: Period, kind: str | None) -> list[Difference]:
    """Records whose seen revision differs between two days of knowing."""
    was, now = known_day(older), known_day(newer)
    moved = or_(
        and_(fact.c.known_from > min(was, now), fact.c.known_from <= max(was, now)),
        and_(fact.c.known_until > min(was, now), fact.c.known_until <= max(was, now)),
    )
    rids = select(fact.c.rid).where(moved).distinct()
    side = case((and_(fact.c.known_from <= was, fact.c.known_until > was), 0), else_=1)
    statement = revisions(select(*_COLUMNS, side.label("side"))).where(fact.c.rid.in_(rids))
    if kind:
        statement = statement.where(fact.c.kind == KINDS.index(check_kind(kind)))
    before: dict[str, Revision] = {}
    after: dict[str, Revision] = {}
    for *row, which in connection.execute(in_order(statement.where(or_(seen(older), seen(newer))))):
        (after if which else before)[row[0]] = as_revision(row)  # type: ignore[arg-type]
    ids = dict.fromkeys([*after, *before])
    found = (_difference(before.get(id), after.get(id)) for id in ids)
    return [difference for difference in found if difference]


def _difference(before: Revision | None, after: Revision | None) -> Difference | None:
    either = after or before
    if either is None:
        return None
    held, holds = before is not None and before.status == "accepted", after is not None and after.status == "accepted"
    if holds and not held:
        return Difference(either.id, either.kind, "new", before, after)
    if held and not holds:
        return Difference(either.id, either.kind, "gone", before, after)
    if before and after and before.body != after.body:
        return Difference(either.id, either.kind, "changed", before, after, _changed(before, after))
    return Difference(either.id, either.kind, "status", before, after)


def _changed(before: Revision, after: Revision) -> tuple[str, ...]:
    old, new = before.record.as_dict(), after.record.as_dict()
    return tuple(sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name)))
