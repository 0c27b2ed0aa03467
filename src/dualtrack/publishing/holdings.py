"""What a brief draws from: the records of an evidence base as known on one day, held in memory and asked by query."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from dualtrack.codebook import codebook
from dualtrack.evidence import EvidenceBase, State
from dualtrack.evidence.vocabulary import SOURCE
from dualtrack.model import Action, Actor, AnyRecord, Initiative, Observation, Period, SourceRecord
from dualtrack.publishing.index import Index, expand, order, when
from dualtrack.publishing.spec import Query

__all__ = ["Fact", "Holdings", "StateFinder", "expand", "order", "when"]

Fact = Action | Observation | Initiative | Actor
"""A record that can be said in words."""

_USUAL = {
    "US": {"ja": "米国", "en": "United States"},
    "GB": {"ja": "英国", "en": "United Kingdom"},
    "KR": {"ja": "韓国", "en": "Republic of Korea"},
    **{id: {"ja": name, "en": name} for id, name in (
        ("EU", "EU"), ("asean", "ASEAN"), ("oecd", "OECD"), ("g7", "G7"), ("g20", "G20"), ("ipef", "IPEF"),
        ("aukus", "AUKUS"), ("unesco", "UNESCO"), ("fmstan", "FMSTAN"), ("jp-jst-crds", "JST-CRDS"),
    )},
    "quad": {"ja": "QUAD", "en": "Quad"},
}  # fmt: skip
"""Names that briefs use where those of CLDR or of the record are longer or less usual in policy documents."""

_OLDER_THEMES = {
    "TH83": ("digital",), "TH86": ("critical-technologies",), "TH87": ("critical-technologies",),
    "TH88": ("digital", "critical-technologies"), "TH90": ("governance",),
}  # fmt: skip
"""Themes of the 2019 survey that the 2021 codebook no longer lists: digital skills for researchers; flagships in nano
and converging technology, in biotechnology; artificial intelligence; horizontal policy coordination."""

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
            cache(lambda kind, actor: base.states(kind, actor=actor, on=valid, known=known)),
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

    @cached_property
    def _whose(self) -> dict[str, tuple[str, ...]]:
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
        found = self._whose.get(fact.id)
        if found is None:
            found = tuple(dict.fromkeys(self.country(actor) for actor in self.owners(fact)))
            self._whose[fact.id] = found
        return found

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
        return list(self._index.find(query, scope, self.on if self._looks_back else None))

    @cached_property
    def _index(self) -> Index:
        return Index(self, self._by_kind)

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


@lru_cache(maxsize=4096)
def _themes_of(named: tuple[str, ...]) -> tuple[str, ...]:
    """Themes of the codebook, those of the STIP survey (``TH32``) by what covers them; unknown ones as they are."""
    codes = _stip_themes()
    return tuple(dict.fromkeys(theme for name in named for theme in codes.get(name, (name,))))


@cache
def _stip_themes() -> dict[str, tuple[str, ...]]:
    found = dict(_OLDER_THEMES)
    for id, theme in codebook().themes.items():
        for code in theme.stip:
            found[code] = (*found.get(code, ()), id)
    return found


def _newest(days: Iterable[Period]) -> Period:
    found = [day.upper for day in days if day.upper is not None]
    return Period.of(max(found)) if found else Period("0001-01-01")
