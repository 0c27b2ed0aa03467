"""What a brief draws from: the records of an evidence base as known on one day, held in memory and asked by query."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from dualtrack.codebook import codebook
from dualtrack.evidence import EvidenceBase, State
from dualtrack.evidence.vocabulary import SOURCE
from dualtrack.model import Action, Actor, AnyRecord, Initiative, Observation, Period, SourceRecord
from dualtrack.publishing.spec import Query

Fact = Action | Observation | Initiative | Actor
"""A record that can be said in words."""

_USUAL = {
    "US": {"ja": "米国", "en": "United States"},
    "GB": {"ja": "英国", "en": "United Kingdom"},
    "KR": {"ja": "韓国", "en": "Republic of Korea"},
    "EU": {"ja": "EU", "en": "EU"},
}
"""Names that briefs use where CLDR's are longer or less usual in policy documents."""

StateFinder = Callable[[str, str | None], list[State]]
"""The states of one kind, of one actor or of all, on the brief's day."""


@dataclass(frozen=True)
class Holdings:
    """The accepted records known on ``known``, as of ``on``.

    ``recorded`` tells for each record since when it has been known as it is; ``states`` asks the evidence base.
    """

    records: dict[str, AnyRecord]
    on: Period
    known: Period
    recorded: dict[str, Period]
    states: StateFinder

    @classmethod
    def of(cls, base: EvidenceBase, *, on: Period | None = None, known: Period | None = None) -> "Holdings":
        """The holdings of an evidence base.

        Without ``known``, the newest day on which anything became known; without ``on``, the last day of ``known``.
        """
        revisions = list(base.records(known=known))
        day = known or _newest(revision.known for revision in revisions)
        valid = on or day
        return cls(
            {revision.id: revision.record for revision in revisions},
            valid,
            day,
            {revision.id: revision.known for revision in revisions},
            lambda kind, actor: base.states(kind, actor=actor, on=valid, known=known),
        )

    @classmethod
    def from_records(cls, records: Iterable[AnyRecord], known: Period, on: Period | None = None) -> "Holdings":
        """Holdings of loose records, with no states: for tests and for data that is in no base."""
        held = {record.id: record for record in records}
        return cls(held, on or known, known, dict.fromkeys(held, known), lambda _kind, _actor: [])

    def get(self, id: str) -> AnyRecord | None:
        """The record, if it is held."""
        return self.records.get(id)

    def name(self, id: str, language: str) -> str:
        """A name in the language: the record's own, else the codebook's, else the id."""
        if id in _USUAL:
            return _USUAL[id][language]
        record = self.records.get(id)
        if isinstance(record, Actor | Initiative):
            own = record.names.get(language)
            if own:
                return own
        elif isinstance(record, SourceRecord):
            return record.title.best(language)
        return codebook().name_of(id, language) or (
            record.names.best(language) if isinstance(record, Actor | Initiative) else id
        )

    def country(self, id: str) -> str:
        """Which country, bloc or forum an actor belongs to: its own, its parent's, or what its id says."""
        if id in self._countries:
            return self._countries[id]
        found = self._country(id)
        self._countries[id] = found
        return found

    @cached_property
    def _countries(self) -> dict[str, str]:
        return {}

    def _country(self, id: str) -> str:
        if len(id) == 2 and id.isupper():
            return id
        record = self.records.get(id)
        if isinstance(record, Actor) and record.country:
            return record.country
        if isinstance(record, Actor) and record.parent and record.parent != id:
            return self.country(record.parent)
        head = id.partition("-")[0]
        if len(head) == 2 and head.isalpha():
            return head.upper()
        return head if head != id and (head in self.records or codebook().name_of(head, "en")) else id

    def owners(self, fact: AnyRecord) -> tuple[str, ...]:
        """Who acts, owns or is measured, as actor ids; for an action without actors, the parties of its object."""
        if isinstance(fact, Action):
            return fact.actors or (self.owners_of(fact.object) if fact.object else ())
        if isinstance(fact, Observation):
            return self.owners_of(fact.subject)
        if isinstance(fact, Initiative):
            return self.owners_of(fact.id)
        return (fact.id,)

    def owners_of(self, id: str, depth: int = 0) -> tuple[str, ...]:
        """Whose an initiative is: its parties and owners, else those of what it is part of; an actor is its own."""
        record = self.records.get(id)
        if not isinstance(record, Initiative):
            return (id,)
        own = tuple(dict.fromkeys((*record.parties, *record.owners)))
        if own or record.parent is None or depth > 8:
            return own
        return self.owners_of(record.parent, depth + 1)

    def countries(self, fact: AnyRecord) -> tuple[str, ...]:
        """The countries, blocs and forums whose fact it is, in the record's order."""
        return tuple(dict.fromkeys(self.country(actor) for actor in self.owners(fact)))

    def partners(self, fact: AnyRecord) -> tuple[str, ...]:
        """The countries on the other side; of a joint act, all who act."""
        if isinstance(fact, Action):
            others = [self.country(partner) for partner in fact.partners]
            joint = self.countries(fact)
            return tuple(dict.fromkeys([*others, *(joint if len(joint) > 1 else ())]))
        if isinstance(fact, Observation) and fact.counterpart:
            return (self.country(fact.counterpart),)
        return ()

    def themes(self, fact: AnyRecord) -> tuple[str, ...]:
        """Its themes; where it names none, those of what it acts on or measures."""
        if isinstance(fact, Action | Observation | Initiative) and fact.themes:
            return _themes_of(fact.themes)
        about = fact.object if isinstance(fact, Action) else fact.subject if isinstance(fact, Observation) else None
        target = self.records.get(about) if about else None
        return _themes_of(target.themes) if isinstance(target, Initiative) else ()

    def find(self, query: Query, scope: Query | None = None) -> list[Fact]:
        """The facts that match, by date and then id.

        Asked for a day before that of knowledge, what surely began later is left out; else a later date is a plan.
        """
        tests = [matcher for part in (query, scope) if part is not None for matcher in _matchers(part, self)]
        if self._looks_back:
            tests.append(lambda fact: not _begins_after(fact, self.on))
        kinds = set(query.kinds)
        if scope is not None and "kinds" in scope.model_fields_set:
            kinds &= set(scope.kinds)
        found = [fact for kind in kinds for fact in self._by_kind[kind] if all(test(fact) for test in tests)]
        return sorted(found, key=order)

    @cached_property
    def _looks_back(self) -> bool:
        return self.on.upper is not None and self.known.upper is not None and self.on.upper < self.known.upper

    @cached_property
    def _by_kind(self) -> dict[str, list[Fact]]:
        """The facts by kind; bodies and initiatives that only the codebook names are no facts of a brief."""
        groups: dict[str, list[Fact]] = {"actions": [], "observations": [], "initiatives": [], "actors": []}
        for record in self.records.values():
            if isinstance(record, Actor | Initiative) and {cite.source for cite in record.cites} == {SOURCE}:
                continue
            if isinstance(record, Action):
                groups["actions"].append(record)
            elif isinstance(record, Observation):
                groups["observations"].append(record)
            elif isinstance(record, Initiative):
                groups["initiatives"].append(record)
            elif isinstance(record, Actor):
                groups["actors"].append(record)
        return groups


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


@lru_cache(maxsize=4096)
def _themes_of(named: tuple[str, ...]) -> tuple[str, ...]:
    """Themes of the codebook, those of the STIP survey (``TH32``) by what covers them; unknown ones as they are."""
    codes = _stip_themes()
    return tuple(dict.fromkeys(theme for name in named for theme in codes.get(name, (name,))))


@cache
def _stip_themes() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for id, theme in codebook().themes.items():
        for code in theme.stip:
            found[code] = (*found.get(code, ()), id)
    return found


def _begins_after(fact: AnyRecord, day: Period) -> bool:
    period = when(fact)
    return period is not None and period.lower is not None and day.upper is not None and period.lower > day.upper


def expand(ids: Sequence[str], on: Period) -> frozenset[str]:
    """Country ids, with ``group:ID`` replaced by those who belong to that group of the codebook on a day."""
    found: set[str] = set()
    for id in ids:
        found |= codebook().members_on(id.removeprefix("group:"), on) if id.startswith("group:") else {id}
    return frozenset(found)


def _newest(days: Iterable[Period]) -> Period:
    found = [day.upper for day in days if day.upper is not None]
    return Period.of(max(found)) if found else Period("0001-01-01")


def _matchers(query: Query, held: Holdings) -> list[Callable[[Fact], bool]]:
    """One test for each field that is given."""
    tests: list[Callable[[Fact], bool]] = []
    if query.countries:
        countries = expand(query.countries, held.on)
        tests.append(lambda fact: not countries.isdisjoint((*held.countries(fact), *held.owners(fact))))
    if query.partners:
        partners = expand(query.partners, held.on)
        tests.append(lambda fact: not partners.isdisjoint(held.partners(fact)))
    if query.themes:
        themes = frozenset(query.themes)
        tests.append(lambda fact: not themes.isdisjoint(held.themes(fact)))
    if query.technologies:
        technologies = frozenset(query.technologies)
        tests.append(lambda fact: not technologies.isdisjoint(getattr(fact, "technologies", ())))
    if query.verbs:
        verbs = frozenset(query.verbs)
        tests.append(lambda fact: isinstance(fact, Action) and fact.verb in verbs)
    return tests + _narrow_matchers(query, held)


def _narrow_matchers(query: Query, held: Holdings) -> list[Callable[[Fact], bool]]:
    tests: list[Callable[[Fact], bool]] = []
    if query.types:
        types = frozenset(query.types)
        tests.append(lambda fact: _type_of(fact, held) in types)
    if query.indicators:
        indicated = _namer(query.indicators)
        tests.append(lambda fact: isinstance(fact, Observation) and indicated(fact.indicator))
    if query.stages:
        tests.append(lambda fact: isinstance(fact, Observation) and fact.stage in query.stages)
    if query.ids:
        named = _namer(query.ids)
        tests.append(lambda fact: named(fact.id))
    if query.objects:
        about = _namer(query.objects)
        tests.append(lambda fact: about(_about(fact)))
    if query.since or query.until:
        tests.append(lambda fact: _in_time(fact, query.since, query.until))
    if query.without:
        inner = _matchers(query.without, held)
        tests.append(lambda fact: not all(test(fact) for test in inner))
    return tests


def _type_of(fact: Fact, held: Holdings) -> str:
    record: AnyRecord | None = fact
    if isinstance(fact, Action | Observation):
        record = held.get(_about(fact))
    return record.type if isinstance(record, Initiative) else ""


def _about(fact: Fact) -> str:
    if isinstance(fact, Action):
        return fact.object or ""
    return fact.subject if isinstance(fact, Observation) else fact.id


def _namer(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Whether an id is one of those named, or begins as one that ends with ``*`` says."""
    exact = frozenset(pattern for pattern in patterns if not pattern.endswith("*"))
    starts = tuple(pattern[:-1] for pattern in patterns if pattern.endswith("*"))
    return lambda id: id in exact or id.startswith(starts)


def _in_time(fact: Fact, since: Period | None, until: Period | None) -> bool:
    period = when(fact)
    if period is None:
        return False
    early = since is not None and since.lower is not None and period.upper is not None and period.upper < since.lower
    late = until is not None and until.upper is not None and period.lower is not None and period.lower > until.upper
    return not early and not late
