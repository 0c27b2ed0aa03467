"""Facts found by what they say: one inverted index a field, so that a brief from a large base asks, and never scans."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from dualtrack.codebook import codebook
from dualtrack.model import Action, AnyRecord, Initiative, Observation, Period
from dualtrack.publishing.spec import Query

if TYPE_CHECKING:
    from dualtrack.publishing.holdings import Fact, Holdings

Places = frozenset[int]
"""Places in the order of all facts."""


class Index:
    """All facts of some holdings in the order of their dates, and for each field which of them say what.

    Args:
        held: Where names and countries are looked up.
        facts: By kind (``actions``, ``observations``, ``initiatives``, ``actors``).
    """

    def __init__(self, held: "Holdings", facts: dict[str, list["Fact"]]) -> None:
        self._held = held
        self.facts: list[Fact] = sorted((fact for group in facts.values() for fact in group), key=order)
        places = {fact.id: place for place, fact in enumerate(self.facts)}
        self._kinds = {kind: frozenset(places[fact.id] for fact in group) for kind, group in facts.items()}
        self._all: Places = frozenset(range(len(self.facts)))
        self._terms: dict[str, dict[str, list[int]]] = {}
        self._keys: dict[str, list[str]] = {}
        self._answers: dict[Query, Places] = {}
        self._found: dict[tuple[Query, Query | None, Period | None], tuple[Fact, ...]] = {}

    def find(self, query: Query, scope: Query | None, last: Period | None) -> tuple["Fact", ...]:
        """The facts that match both queries, in order; with ``last``, none that surely begins after it.

        A brief asks the same in each language, and again when it was checked: what was found once is kept.
        """
        asked = (query, scope, last)
        if asked not in self._found:
            self._found[asked] = tuple(self._find(query, scope, last))
        return self._found[asked]

    def _find(self, query: Query, scope: Query | None, last: Period | None) -> list["Fact"]:
        kinds = set(query.kinds)
        if scope is not None and "kinds" in scope.model_fields_set:
            kinds &= set(scope.kinds)
        found = self.matching(query)
        if scope is not None:
            found = found & self.matching(scope)
        found = found & frozenset().union(*(self._kinds[kind] for kind in kinds))
        kept = (
            sorted(found) if last is None or last.upper is None else sorted(self._begun(found, last.upper.toordinal()))
        )
        return [self.facts[place] for place in kept]

    def matching(self, query: Query) -> Places:
        """Where the facts stand that match every field given; kinds are not looked at."""
        if query not in self._answers:
            self._answers[query] = self._match(query)
        return self._answers[query]

    def _match(self, query: Query) -> Places:
        on = self._held.on
        asked = {
            "countries": expand(query.countries, on),
            "partners": expand(query.partners, on),
            **{field: getattr(query, field) for field in _SAID if field not in ("countries", "partners")},
        }
        answers = sorted((self._any(field, values) for field, values in asked.items() if values), key=len)
        found = self._all
        for answer in answers:
            found = found & answer
        if query.since or query.until:
            found = frozenset(self._in_time(found, query.since, query.until))
        return found - self.matching(query.without) if query.without else found

    def _any(self, field: str, values: Iterable[str]) -> Places:
        """Where any of the values is said; one that ends with ``*`` stands for all that begin so."""
        terms = self._terms_of(field)
        found: set[int] = set()
        for value in values:
            for key in self._beginning(field, value[:-1]) if value.endswith("*") else (value,):
                found.update(terms.get(key, ()))
        return frozenset(found)

    def _beginning(self, field: str, start: str) -> Sequence[str]:
        keys = self._keys.setdefault(field, sorted(self._terms_of(field)))
        return keys[bisect_left(keys, start) : bisect_left(keys, start + "\U0010ffff")]

    def _terms_of(self, field: str) -> dict[str, list[int]]:
        if field not in self._terms:
            terms: dict[str, list[int]] = {}
            said = _SAID[field]
            for place, fact in enumerate(self.facts):
                for value in said(fact, self._held):
                    terms.setdefault(value, []).append(place)
            self._terms[field] = terms
        return self._terms[field]

    @cached_property
    def _spans(self) -> list[tuple[float, float] | None]:
        """For each fact the first and last day it may touch, as ordinals; nothing for what has no date."""
        return [_span(when(fact)) for fact in self.facts]

    def _in_time(self, places: Places, since: Period | None, until: Period | None) -> Iterable[int]:
        first = since.lower.toordinal() if since and since.lower else float("-inf")
        last = until.upper.toordinal() if until and until.upper else float("inf")
        spans = self._spans
        return (place for place in places if (span := spans[place]) and span[1] >= first and span[0] <= last)

    def _begun(self, places: Places, last: int) -> Iterable[int]:
        spans = self._spans
        return (place for place in places if (span := spans[place]) is None or span[0] <= last)


def when(fact: AnyRecord) -> Period | None:
    """The period of an action or observation; ``None`` for what has no date of its own."""
    if isinstance(fact, Action):
        return fact.date
    return fact.period if isinstance(fact, Observation) else None


def order(fact: AnyRecord) -> tuple[str, str]:
    """Sorts facts by the first day they may touch (those with no known beginning by their end), then by id."""
    period = when(fact)
    day = (period.lower or period.upper) if period else None
    return (day.isoformat() if day else "", fact.id)


def expand(ids: Sequence[str], on: Period) -> frozenset[str]:
    """Country ids, with ``group:ID`` replaced by those who belong to that group of the codebook on a day."""
    found: set[str] = set()
    for id in ids:
        found |= codebook().members_on(id.removeprefix("group:"), on) if id.startswith("group:") else {id}
    return frozenset(found)


def _span(period: Period | None) -> tuple[float, float] | None:
    if period is None:
        return None
    first = period.lower.toordinal() if period.lower else float("-inf")
    return first, period.upper.toordinal() if period.upper else float("inf")


def _about(fact: "Fact", _held: "Holdings") -> tuple[str, ...]:
    if isinstance(fact, Action):
        return (fact.object,) if fact.object else ()
    return (fact.subject,) if isinstance(fact, Observation) else (fact.id,)


def _type(fact: "Fact", held: "Holdings") -> tuple[str, ...]:
    about = held.get(_about(fact, held)[0]) if _about(fact, held) else None
    return (about.type,) if isinstance(about, Initiative) else ()


def _stage(fact: "Fact", _held: "Holdings") -> tuple[str, ...]:
    return (fact.stage,) if isinstance(fact, Observation) and fact.stage else ()


_SAID: dict[str, Callable[["Fact", "Holdings"], Iterable[str]]] = {
    "countries": lambda fact, held: {*held.countries(fact), *held.owners(fact)},
    "partners": lambda fact, held: held.partners(fact),
    "themes": lambda fact, held: held.themes(fact),
    "technologies": lambda fact, _held: getattr(fact, "technologies", ()),
    "verbs": lambda fact, _held: (fact.verb,) if isinstance(fact, Action) else (),
    "types": _type,
    "indicators": lambda fact, _held: (fact.indicator,) if isinstance(fact, Observation) else (),
    "stages": _stage,
    "ids": lambda fact, _held: (fact.id,),
    "objects": _about,
}
