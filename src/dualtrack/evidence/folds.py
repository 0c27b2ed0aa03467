"""Folds: what a chain of actions makes of the state of one thing on a day. Pure functions.

The codebook says what each verb does; here is how time and precision are read:

- an action has surely happened when the last day that its date may touch is not after the day asked about; an action
whose date only overlaps it *may* have happened: the answer says within which stretch, and how much is known;
- a state with a term holds until its end; when the end has passed it is *due, not confirmed*, unless a later known
action presupposes that it held (only what is in force can be extended or lapse);
- a plan is never a fact: before its day it is planned, after it due;
- the same act told by several sources on dates that overlap is one act, at its most precise date; on dates that do
not, the sources differ and both dates are kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dualtrack.codebook import Verb
from dualtrack.evidence.schema import FOREVER, NEVER
from dualtrack.evidence.state import StateKind
from dualtrack.model import Duration, Period

_ONCE = frozenset(
    (
        *("sign", "adopt", "enact", "launch", "open", "close", "end", "enter-into-force", "lapse", "terminate"),
        *("join", "appoint", "confirm", "revoke"),
    )
)
"""Verbs of what is done once, so that two dates far apart are two tellings."""
_LASTING = frozenset(("hold",))
"""Verbs whose interval says from when to when, not on which day within it."""
_NEAR_DAYS = 62
"""Dates of one act that differ by no more than two months are taken for one act told differently."""


@dataclass(slots=True)
class Event:
    """One action in a chain; days as ordinals, ids as whatever the caller uses."""

    rev: int
    verb: str
    date: str
    lower: int
    upper: int
    term: str | None = None
    every: str | None = None
    until: str | None = None
    sources: frozenset[int] = frozenset()
    also: tuple["Event", ...] = ()
    """The other tellings of the same act."""
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a fold found: the status, and the events that it rests on."""

    status: str
    event: Event
    since: Period | None = None
    until: Period | None = None
    within: Period | None = None
    every: Duration | None = None
    certain: bool = True
    target: str = ""
    before: Event | None = None


def fold(events: Sequence[Event], kind: StateKind, verbs: Mapping[str, Verb], first: int, last: int) -> Verdict | None:
    """The state of one chain on the days ``first`` to ``last``; ``None`` if nothing of it had begun by then.

    Args:
        events: The chain's actions, in any order; verbs without effect on ``kind`` are passed over.
        kind: The kind of state.
        verbs: The codebook's verbs.
        first: The first day asked about, as an ordinal.
        last: The last day asked about.
    """
    facts: list[Event] = []
    plans: list[Event] = []
    for event in events:
        effect = verbs[event.verb].effects.get(kind)
        if effect is not None:
            (plans if effect.plan else facts).append(event)
    facts = one_telling(facts)
    past = [event for event in facts if _begun(event, first)]
    maybe = [event for event in facts if event.lower <= last and not event.every and not _begun(event, first)]
    later = [event for event in facts if event.lower > last or event in maybe]
    found = _settled(past[-1], kind, verbs, later, first, last) if past else None
    if found is not None and len(past) > 1 and found.since == _since(past[-1]):
        found = replace(found, since=_since(_beginning(past, kind, verbs)))
    if maybe:
        found = _perhaps(maybe[-1], kind, verbs, found)
    if plans:
        found = _planned(plans[-1] if len(plans) == 1 else max(plans, key=_order), kind, verbs, found, first)
    return found


def _beginning(past: Sequence[Event], kind: StateKind, verbs: Mapping[str, Verb]) -> Event:
    """The event that brought about the status of the last one, which later ones only kept up."""
    begun = past[-1]
    status = _status(begun, kind, verbs)
    for event in reversed(past[:-1]):
        end = _end(event.date, event.term, event.until)
        ended = end is not None and end.upper is not None and end.upper.toordinal() < begun.lower
        if event.every or ended or event.verb in _LASTING or _status(event, kind, verbs) != status:
            break
        begun = event
    return begun


def _status(event: Event, kind: StateKind, verbs: Mapping[str, Verb]) -> str:
    effect = verbs[event.verb].effects[kind]
    return effect.with_term if effect.with_term and (event.term or event.until) else effect.status


def one_telling(events: list[Event]) -> list[Event]:
    """The events in order of time, with several tellings of one act as one event."""
    if len(events) < 2:
        return events
    told: list[Event] = []
    for event in sorted(events, key=_order):
        if told and _same_act(told[-1], event):
            told[-1] = _merge(told[-1], event)
        else:
            told.append(event)
    return told


def _order(event: Event) -> tuple[int, int]:
    return (event.upper, event.lower)


def _same_act(one: Event, other: Event) -> bool:
    if one.verb != other.verb or one.every or other.every or one.sources & other.sources:
        return False
    gap = max(one.lower, other.lower) - min(one.upper, other.upper)
    return gap <= _NEAR_DAYS or one.verb in _ONCE


def _merge(one: Event, other: Event) -> Event:
    """One event of two tellings: the more precise where they agree, the span of both where they differ."""
    if max(one.lower, other.lower) <= min(one.upper, other.upper) and not one.alternatives:
        precise, vague = sorted((one, other), key=lambda event: event.upper - event.lower)
        return replace(precise, sources=one.sources | other.sources, also=(*one.also, *other.also, vague))
    dates = one.alternatives or (one.date,)
    return replace(
        other,
        lower=min(one.lower, other.lower),
        upper=max(one.upper, other.upper),
        sources=one.sources | other.sources,
        also=(*one.also, one),
        alternatives=(*dates, other.date) if other.date not in dates else dates,
    )


def _begun(event: Event, first: int) -> bool:
    """Whether it had surely happened by the day ``first``; what lasts or recurs, whether it had surely begun."""
    if event.every or (event.verb in _LASTING and "/" in event.date):
        begin = Period(event.date).begin
        if begin.upper is not None and not begin.ongoing:
            return begin.upper.toordinal() <= first or event.upper <= first
    return event.upper <= first


def _settled(
    event: Event, kind: StateKind, verbs: Mapping[str, Verb], later: Sequence[Event], first: int, last: int
) -> Verdict:
    """The state that the last sure event left, with its term."""
    effect = verbs[event.verb].effects[kind]
    status = _status(event, kind, verbs)
    if event.every:
        return _recurring(event, status, verbs, later, first)
    if event.verb in _LASTING and "/" in event.date:
        return _lasting(event, status, kind, first)
    end = _end(event.date, event.term, event.until)
    if end is None or end.upper is None or status != (effect.with_term or effect.status):
        return Verdict(status, event, _since(event))
    if end.upper.toordinal() > last or (end.lower is not None and end.lower.toordinal() > first):
        return Verdict(status, event, _since(event), end)
    return _run_out(event, status, end, verbs, later)


def _run_out(event: Event, status: str, end: Period, verbs: Mapping[str, Verb], later: Sequence[Event]) -> Verdict:
    confirming = _confirming(status, verbs, later)
    if confirming is None:
        return Verdict("due", event, _since(event), end, certain=False, target=status)
    assert end.upper is not None
    recurs = Duration(event.term) if event.term and confirming.lower > end.upper.toordinal() else None
    return Verdict(status, event, _since(event), None if recurs else end, every=recurs, before=confirming)


def _confirming(status: str, verbs: Mapping[str, Verb], later: Sequence[Event]) -> Event | None:
    """A later event that could only follow on this status, if it is the next one."""
    following = min(later, key=lambda event: (event.lower, event.upper), default=None)
    return following if following is not None and verbs[following.verb].presupposes == status else None


def _recurring(event: Event, status: str, verbs: Mapping[str, Verb], later: Sequence[Event], first: int) -> Verdict:
    every = Duration(event.every or "")
    since = Period(event.date).begin
    end = every.after(Period(event.date).end) if event.upper < FOREVER else None
    if end is None or end.upper is None or end.upper.toordinal() >= first or _confirming(status, verbs, later):
        return Verdict(status, event, since, every=every)
    return Verdict("due", event, since, end, certain=False, target=status)


def _lasting(event: Event, status: str, kind: StateKind, first: int) -> Verdict:
    """What is told with its beginning and end: held from one day to another."""
    whole = Period(event.date)
    since = whole.begin if not whole.begin.interval else None
    if event.upper == FOREVER:
        return Verdict(status, event, since)
    if event.upper <= first:
        return Verdict("left" if kind == "offices" else "ended", event, whole.end)
    sure = whole.end.lower is None or first < whole.end.lower.toordinal()
    return Verdict(status, event, since, whole.end, certain=sure)


def _perhaps(event: Event, kind: StateKind, verbs: Mapping[str, Verb], found: Verdict | None) -> Verdict:
    """The state where the last event may or may not have happened on the day."""
    status = _status(event, kind, verbs)
    if found is not None and found.status == status and found.certain:
        return replace(found, within=_span(event), before=event)
    before = found.event if found is not None else None
    end = _end(event.date, event.term, event.until)
    return Verdict(status, event, _since(event), end, _span(event), certain=False, before=before)


def _planned(event: Event, kind: StateKind, verbs: Mapping[str, Verb], found: Verdict | None, first: int) -> Verdict:
    """A plan beside what is known: told unless something newer than its day is known."""
    target = verbs[event.verb].effects[kind].status
    if found is not None and found.event.upper >= event.lower:
        return found
    before = found.event if found is not None else None
    status = "due" if event.upper <= first else "planned"
    return Verdict(status, event, Period(event.date), certain=False, target=target, before=before)


def _since(event: Event) -> Period:
    return Period(event.date)


def _span(event: Event) -> Period:
    if not event.alternatives:
        return Period(event.date)
    from datetime import date

    first = date.fromordinal(event.lower).isoformat() if event.lower > NEVER else ".."
    return Period(f"{first}/{date.fromordinal(event.upper).isoformat()}")


@lru_cache(maxsize=8192)
def _end(date: str, term: str | None, until: str | None) -> Period | None:
    if until:
        return Period(until)
    return Duration(term).after(Period(date)) if term else None
