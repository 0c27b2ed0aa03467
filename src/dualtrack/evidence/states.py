"""States of the world on a day: the chains of actions fetched, folded, and told as values."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, or_, select

from dualtrack.evidence import vocabulary
from dualtrack.evidence.folds import Event, Verdict, fold
from dualtrack.evidence.projection import first_day, last_day
from dualtrack.evidence.questions import bundles_with, number_of, pairs, seen, whole_actor
from dualtrack.evidence.revision import KINDS, STATUSES
from dualtrack.evidence.schema import bundle, fact, ident, revision
from dualtrack.evidence.state import STATE_KINDS, State, StateKind, check_state_kind
from dualtrack.model import Period, Text

_ACTION, _INITIATIVE, _ACTOR = (KINDS.index(kind) for kind in ("action", "initiative", "actor"))
_ACCEPTED = STATUSES.index("accepted")
_BATCH = 20_000

_OF_ACTOR_KIND: dict[str, tuple[StateKind, ...]] = {
    "office": ("offices",),
    "forum": ("memberships", "bodies", "programmes"),
    "bloc": ("memberships", "bodies"),
    "international organisation": ("memberships", "bodies"),
    "country": (),
    "person": (),
}
_BODIES: tuple[StateKind, ...] = ("bodies", "memberships")
_CANDIDATE_VERBS = frozenset(("consider", "invite"))
_ABOUT_SOMEONE: tuple[StateKind, ...] = ("memberships", "offices")
"""Kinds of state that are about a thing and someone; any thing can be joined or held."""
_HELD = frozenset(("held",))


class _Row(NamedTuple):
    rev: int
    rid: int
    object: int
    what: int
    actors: int | None
    partners: int | None
    sources: int | None
    lower: int
    upper: int
    date: str
    term: str | None
    every: str | None
    until: str | None


class _Thing(NamedTuple):
    """What actions are done to: its record's kind, type and owners."""

    kind: int
    type: str
    owners: int | None


@dataclass(slots=True)
class _Chain:
    kind: StateKind
    object: int
    actor: int | None
    events: list[Event] = field(default_factory=list)


def nothing_known(object: str) -> State:
    """The state of what nothing is known of."""
    return State(None, object, None, "unknown", certain=False)


def states(
    connection: Connection,
    kind: str | None,
    *,
    actor: str | None,
    object: str | None,
    on: Period,
    known: Period | None,
) -> list[State]:
    """The states of a kind, of an actor or of one object, on a day as far as was known; by kind, object and actor."""
    kinds = (check_state_kind(kind),) if kind else STATE_KINDS
    return _Question(connection, kinds, on, known).answer(actor, object)


class _Question:
    """One question: a day, a day of knowing, and what was fetched for it."""

    def __init__(self, connection: Connection, kinds: Sequence[StateKind], on: Period, known: Period | None) -> None:
        self._connection = connection
        self._kinds = kinds
        self._first, self._last = first_day(on), last_day(on)
        self._known = known
        self._verbs = vocabulary.verbs()
        self._ids: dict[int, str] = {}
        self._members: dict[int, tuple[int, ...]] = {}
        self._sources: dict[int, frozenset[int]] = {}

    def answer(self, actor: str | None, object: str | None) -> list[State]:
        mine = self._numbers(actor) if actor else None
        rows = self._rows(actor, object)
        things = self._things({row.object for row in rows})
        chains = list(self._chains(rows, things))
        found = [(chain, verdict) for chain in chains if (verdict := self._fold(chain)) is not None]
        if mine is not None:
            found = [one for one in found if self._concerns(one[0], things, mine)]
        return self._told(found, rows, things)

    def _numbers(self, actor: str) -> set[int]:
        return {row[0] for row in self._connection.execute(whole_actor(actor, self._known))}

    def _rows(self, actor: str | None, object: str | None) -> list[_Row]:
        names = [verb.id for verb in self._verbs.values() if any(kind in verb.effects for kind in self._kinds)]
        numbers = self._connection.execute(select(ident.c.nid, ident.c.id).where(ident.c.id.in_(names)))
        self._verb_of: dict[int, str] = pairs(numbers)
        ahead = [nid for nid, id in self._verb_of.items() if self._looks_ahead(id)]
        statement = (
            select(*(fact.c[name] for name in _Row._fields))
            .where(fact.c.kind == _ACTION, fact.c.status == _ACCEPTED, seen(self._known))
            .where(fact.c.what.in_(list(self._verb_of)))
            .where(or_(fact.c.lower <= self._last, fact.c.what.in_(ahead)))
        )
        if object:
            statement = statement.where(fact.c.object == number_of(object))
        elif actor:
            statement = statement.where(fact.c.object.in_(self._objects_of(actor)))
        else:
            statement = statement.where(fact.c.object.is_not(None))
        return [_Row(*row) for row in self._connection.execute(statement.order_by(fact.c.object, fact.c.rev))]

    def _looks_ahead(self, verb: str) -> bool:
        """Whether an action after the day asked about may tell something of it: a plan, or what confirms a state."""
        entry = self._verbs[verb]
        return entry.presupposes is not None or any(effect.plan for effect in entry.effects.values())

    def _objects_of(self, actor: str) -> Any:
        """What an actor has part in: objects of its actions, initiatives of its own, its bodies and offices."""
        numbers = select(whole_actor(actor, self._known).subquery().c.nid)
        bundles = bundles_with(numbers)
        visible = (fact.c.status == _ACCEPTED, seen(self._known))
        done = select(fact.c.object).where(fact.c.actors.in_(bundles), fact.c.kind == _ACTION, *visible)
        shared = select(fact.c.object).where(fact.c.partners.in_(bundles), fact.c.kind == _ACTION, *visible)
        owned = select(fact.c.rid).where(fact.c.actors.in_(bundles), fact.c.kind == _INITIATIVE, *visible)
        return done.union(shared, owned, numbers)

    def _things(self, objects: set[int]) -> dict[int, _Thing]:
        statement = (
            select(fact.c.rid, fact.c.kind, ident.c.id, fact.c.actors)
            .join(ident, ident.c.nid == fact.c.what)
            .where(fact.c.rid.in_(bindparam("some", expanding=True)), seen(self._known), fact.c.status == _ACCEPTED)
        )
        return {row[0]: _Thing(*row[1:]) for row in self._in(statement, objects)}

    def _chains(self, rows: list[_Row], things: dict[int, _Thing]) -> Iterator[_Chain]:
        self._learn({row.sources for row in rows if row.sources is not None})
        self._learn_members([row for row in rows if self._about_someone(row)], things)
        chains: dict[tuple[StateKind, int, int | None], _Chain] = {}
        for row in rows:
            verb = self._verb_of[row.what]
            kind = self._kind(verb, things.get(row.object))
            if kind is None or kind not in self._kinds:
                continue
            cited = self._cited(row.sources)
            event = Event(row.rev, verb, row.date, row.lower, row.upper, row.term, row.every, row.until, cited)
            for actor in self._whose(kind, verb, row, things.get(row.object)):
                key = (kind, row.object, actor)
                chain = chains.get(key)
                if chain is None:
                    chain = chains[key] = _Chain(*key)
                chain.events.append(event)
        return iter(chains.values())

    def _cited(self, bid: int | None) -> frozenset[int]:
        if bid is None:
            return frozenset()
        found = self._sources.get(bid)
        if found is None:
            found = self._sources[bid] = frozenset(self._members[bid])
        return found

    def _about_someone(self, row: _Row) -> bool:
        effects = self._verbs[self._verb_of[row.what]].effects
        return "memberships" in effects or "offices" in effects

    def _kind(self, verb: str, thing: _Thing | None) -> StateKind | None:
        """The one kind of state that a verb moves for a thing of this sort."""
        effects = self._verbs[verb].effects
        fitting = _kinds_of(thing)
        for kind in fitting:
            if kind in effects:
                return kind
        whose = [kind for kind in STATE_KINDS if kind in effects and (thing is None or kind in _ABOUT_SOMEONE)]
        return whose[0] if len(effects) == 1 and whose else None

    def _whose(self, kind: StateKind, verb: str, row: _Row, thing: _Thing | None) -> Iterable[int | None]:
        """The members or office holders that an action is about; ``None`` for kinds that are about the thing alone."""
        if kind not in _ABOUT_SOMEONE:
            return (None,)
        actors = self._members.get(row.actors or 0, ())
        partners = self._members.get(row.partners or 0, ())
        if kind == "offices":
            persons = [one for one in (*actors, *partners) if self._person(one)]
            return persons or actors or partners
        if verb in _CANDIDATE_VERBS and partners:
            return partners
        owners = set(self._members.get(thing.owners or 0, ())) | {row.object} if thing else {row.object}
        hosts = {self._ids[owner].partition("-")[0].upper() for owner in owners if "-" in self._ids.get(owner, "")}
        joining = [one for one in actors if one not in owners and self._ids.get(one) not in hosts]
        return joining or partners or actors

    def _person(self, number: int) -> bool:
        thing = self._people.get(number)
        return thing is not None and thing.type == "person"

    def _learn_members(self, rows: list[_Row], things: dict[int, _Thing]) -> None:
        bids = {bid for row in rows for bid in (row.actors, row.partners) if bid is not None}
        bids |= {thing.owners for row in rows if (thing := things.get(row.object)) and thing.owners is not None}
        self._learn(bids)
        numbers = {number for bid in bids for number in self._members[bid]}
        self._name(numbers)
        self._people = self._things(numbers)

    def _fold(self, chain: _Chain) -> Verdict | None:
        return fold(chain.events, chain.kind, self._verbs, self._first, self._last)

    def _concerns(self, chain: _Chain, things: dict[int, _Thing], mine: set[int]) -> bool:
        if chain.kind not in _ABOUT_SOMEONE:
            return True
        thing = things.get(chain.object)
        owners = self._members.get(thing.owners or 0, ()) if thing else ()
        return chain.actor in mine or chain.object in mine or not mine.isdisjoint(owners)

    def _told(self, found: list[tuple[_Chain, Verdict]], rows: list[_Row], things: dict[int, _Thing]) -> list[State]:
        by_rev = {row.rev: row for row in rows}
        revs = {event.rev for _, verdict in found for event in _resting(verdict)}
        self._learn_names(found, [by_rev[rev] for rev in revs], things)
        said = self._said([verdict.event for _, verdict in found])
        successors = _successors(found)
        told = [
            self._state(chain, verdict, by_rev, things, said, successors.get((chain.object, chain.actor)))
            for chain, verdict in found
        ]
        return sorted(
            told, key=lambda state: (STATE_KINDS.index(state.kind or "bodies"), state.object, state.actor or "")
        )

    def _state(
        self,
        chain: _Chain,
        verdict: Verdict,
        by_rev: dict[int, _Row],
        things: dict[int, _Thing],
        said: dict[int, tuple[str, Text | None, Text | None]],
        successor: int | None,
    ) -> State:
        resting = _resting(verdict)
        rows = [by_rev[event.rev] for event in resting]
        thing = things.get(chain.object)
        bids = [row.actors for row in rows] + [row.partners for row in rows] + [thing.owners if thing else None]
        parties = dict.fromkeys(number for bid in bids if bid for number in self._members[bid])
        sources = dict.fromkeys(number for row in rows if row.sources for number in self._members[row.sources])
        known, scope, role = said[verdict.event.rev]
        gone = successor is not None
        return State(
            kind=chain.kind,
            object=self._ids[chain.object],
            actor=self._ids[chain.actor] if chain.actor is not None else None,
            status="left" if gone else verdict.status,
            verb=verdict.event.verb,
            date=Period(verdict.event.date),
            since=verdict.since,
            until=verdict.until,
            within=verdict.within,
            alternatives=tuple(map(Period, verdict.event.alternatives)),
            every=verdict.every,
            scope=scope,
            role=role,
            certain=verdict.certain,
            parties=tuple(self._ids[number] for number in parties),
            actions=tuple(self._ids[row.rid] for row in rows),
            sources=tuple(self._ids[number] for number in sources),
            known=Period(known),
            target=verdict.target,
            successor=self._ids[successor] if successor is not None else "",
        )

    def _said(self, events: list[Event]) -> dict[int, tuple[str, Text | None, Text | None]]:
        """When the deciding actions were known, and their scope and role, by revision."""
        statement = (
            select(revision.c.rev, revision.c.known, fact.c.scope, fact.c.role)
            .join(fact, fact.c.rev == revision.c.rev)
            .where(revision.c.rev.in_(bindparam("some", expanding=True)))
        )
        others = {event.rev: [other.rev for other in event.also] for event in events}
        revs = {rev for rev, also in others.items() for rev in (rev, *also)}
        found = {rev: (known, _text(scope), _text(role)) for rev, known, scope, role in self._in(statement, revs)}
        for rev, also in others.items():
            for other in also:
                known, scope, role = found[rev]
                found[rev] = (known, scope or found[other][1], role or found[other][2])
        return found

    def _learn_names(self, found: list[tuple[_Chain, Verdict]], rows: list[_Row], things: dict[int, _Thing]) -> None:
        bids = {bid for row in rows for bid in (row.actors, row.partners, row.sources) if bid is not None}
        bids |= {thing.owners for chain, _ in found if (thing := things.get(chain.object)) and thing.owners is not None}
        self._learn(bids)
        numbers = {row.rid for row in rows} | {number for bid in bids for number in self._members[bid]}
        for chain, _ in found:
            numbers.add(chain.object)
            if chain.actor is not None:
                numbers.add(chain.actor)
        self._name(numbers)

    def _learn(self, bids: set[int]) -> None:
        """Learn the members of bundles, in the order in which they were given."""
        statement = select(bundle.c.bid, bundle.c.members).where(bundle.c.bid.in_(bindparam("some", expanding=True)))
        lists = {bid: members.split(" ") for bid, members in self._in(statement, bids - self._members.keys())}
        wanted = {id for ids in lists.values() for id in ids}
        found = select(ident.c.id, ident.c.nid).where(ident.c.id.in_(bindparam("some", expanding=True)))
        nids: dict[str, int] = pairs(self._in(found, wanted))
        for bid, ids in lists.items():
            self._members[bid] = tuple(nids[id] for id in ids)

    def _name(self, numbers: set[int]) -> None:
        statement = select(ident.c.nid, ident.c.id).where(ident.c.nid.in_(bindparam("some", expanding=True)))
        self._ids.update((nid, id) for nid, id in self._in(statement, numbers - self._ids.keys()))

    def _in(self, statement: Any, values: Iterable[Any]) -> Iterator[Any]:
        ordered = sorted(values)
        for at in range(0, len(ordered), _BATCH):
            yield from self._connection.execute(statement, {"some": ordered[at : at + _BATCH]})


def _kinds_of(thing: _Thing | None) -> tuple[StateKind, ...]:
    if thing is None:
        return ()
    if thing.kind == _INITIATIVE:
        return vocabulary.states_of_type(thing.type)
    return _OF_ACTOR_KIND.get(thing.type, _BODIES) if thing.kind == _ACTOR else ()


def _resting(verdict: Verdict) -> list[Event]:
    """The events that a verdict rests on, the deciding one last."""
    before = (verdict.before,) if verdict.before is not None else ()
    return [*before, *verdict.event.also, verdict.event]


def _successors(found: list[tuple[_Chain, Verdict]]) -> dict[tuple[int, int | None], int]:
    """Office holders after whom another surely came: (office, holder) -> who came next."""
    held: dict[int, list[tuple[Verdict, int]]] = {}
    for chain, verdict in found:
        if chain.kind == "offices" and verdict.status in _HELD and verdict.certain and chain.actor is not None:
            held.setdefault(chain.object, []).append((verdict, chain.actor))
    gone: dict[tuple[int, int | None], int] = {}
    for office, holders in held.items():
        for verdict, holder in holders:
            later = [(other.event.lower, who) for other, who in holders if other.event.lower > verdict.event.upper]
            if later:
                gone[office, holder] = min(later)[1]
    return gone


def _text(json: str | None) -> Text | None:
    return Text.model_validate_json(json) if json else None
