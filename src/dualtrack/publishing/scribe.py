"""Writes records down as numbered statements: gives out anchors and source numbers, and remembers what was shown."""

from collections.abc import Iterable, Mapping
from typing import Any

from dualtrack.model import Action, AnyRecord, Citation, Initiative, SourceRecord
from dualtrack.model.date_words import say_period
from dualtrack.publishing.blocks import Caveat, Mark, NumberedSource, Quote, Reference, Statement, Tag
from dualtrack.publishing.holdings import Fact, Holdings, when
from dualtrack.publishing.sentences import say, verb_and_date
from dualtrack.publishing.words import say_place, word


class Scribe:
    """Writes one brief in one language.

    Args:
        held: The records.
        language: ``ja`` or ``en``.
        marks: By record id, what an edition brought.
        remarks: By record id, what the checks found, as footnotes.
    """

    def __init__(
        self,
        held: Holdings,
        language: str,
        marks: Mapping[str, Mark] | None = None,
        remarks: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.held = held
        self.language = language
        self.marks = marks or {}
        self.remarks = remarks or {}
        self.seen: set[str] = set()
        self.traces: dict[str, dict[str, Any]] = {}
        self._anchors = 0
        self._points = 0
        self._numbers: dict[str, int] = {}
        self._quotes: dict[str, list[Quote]] = {}

    def anchor(self) -> str:
        """The next address in the brief: ``s1``, ``s2`` ..."""
        self._anchors += 1
        return self.last

    def point(self) -> str:
        """The next address of a point that the brief draws: ``p1``, ``p2`` ..."""
        self._points += 1
        return f"p{self._points}"

    @property
    def last(self) -> str:
        """The address given out last."""
        return f"s{self._anchors}"

    def tag(self, country: str) -> Tag:
        """A country's or forum's tag."""
        return Tag(country, self.held.name(country, self.language))

    def tags(self, fact: AnyRecord) -> tuple[Tag, ...]:
        """The tags of those whose fact it is; who assesses speaks for itself, not for its country."""
        if isinstance(fact, Action) and fact.verb == "assess":
            homes = [(self.held.country(id), id) for id in fact.actors]
            named = [(home, id if len(home) == 2 else home) for home, id in homes]
            return tuple(Tag(home, self.held.name(id, self.language)) for home, id in dict.fromkeys(named))
        return tuple(self.tag(country) for country in self.held.countries(fact))

    def statement(self, fact: Fact) -> Statement:
        """A record as a statement; the listed parts of what it is about are told the first time."""
        anchor, said = self.anchor(), say(fact, self.held, self.language)
        references = self.references(fact, anchor)
        period = when(fact)
        return Statement(
            anchor=anchor,
            record=fact.id,
            text=said.text,
            date=say_period(period, self.language, self._fiscal(fact)) if period else "",
            topic=said.topic,
            tags=self.tags(fact),
            figures=said.figures,
            details=(*said.details, *self._elements(fact, said.details)),
            remarks=self._remarks(fact),
            references=references,
            see=tuple(fact.see),
            mark=self.marks.get(fact.id, ""),
        )

    def _fiscal(self, fact: Fact) -> str:
        owners = self.held.countries(fact)
        return owners[0] if owners and not isinstance(fact, Action) else ""

    def _elements(self, fact: Fact, told: tuple[str, ...]) -> tuple[str, ...]:
        target = self.held.get(fact.object) if isinstance(fact, Action) and fact.object else None
        if not isinstance(target, Initiative) or target.id in self.seen:
            return ()
        own = say(target, self.held, self.language)
        described = target.description is not None and target.description.get(self.language)
        listed = (*((own.text,) if described else ()), *own.details)
        if listed:
            self.show(target)
        return tuple(text for text in listed if text not in told)

    def _remarks(self, fact: Fact) -> tuple[str, ...]:
        note = fact.note.get(self.language) if fact.note else None
        return (*((note,) if note else ()), *self.remarks.get(fact.id, ()))

    def show(self, fact: AnyRecord) -> None:
        """Remember that a record is in the brief, and how its trace reads."""
        self.seen.add(fact.id)
        if fact.id not in self.traces:
            self.traces[fact.id] = self._trace(fact)

    def references(self, fact: AnyRecord, anchor: str) -> tuple[Reference, ...]:
        """The numbered sources of a record, which is shown at ``anchor``."""
        self.show(fact)
        return tuple(self._cite(citation, anchor) for citation in fact.cites)

    def _cite(self, citation: Citation, anchor: str) -> Reference:
        at = say_place(citation.at, self.language)
        number = self.number(citation.source)
        source = self.held.get(citation.source)
        language = source.language if isinstance(source, SourceRecord) else ""
        self._quotes[citation.source].append(Quote(anchor, at, citation.quote, language))
        return Reference(number, at)

    def number(self, source: str) -> int:
        """The number of a source, given out in the order of first citation."""
        if source not in self._numbers:
            self._numbers[source] = len(self._numbers) + 1
            self._quotes[source] = []
        return self._numbers[source]

    def sources(self) -> tuple[NumberedSource, ...]:
        """All sources cited so far, in order of their numbers."""
        return tuple(self._source(id, number) for id, number in self._numbers.items())

    def _source(self, id: str, number: int) -> NumberedSource:
        record = self.held.get(id)
        quotes = tuple(self._quotes[id])
        if not isinstance(record, SourceRecord):
            return NumberedSource(number, id, id, quotes=quotes)
        own = record.title.get(self.language)
        language = self.language if own else next(iter(record.title.languages()))
        return NumberedSource(
            number=number,
            id=id,
            title=record.title.best(self.language),
            language=language,
            publisher=self.held.name(record.publisher, self.language) if record.publisher else "",
            published=say_period(record.published, self.language) if record.published else "",
            url=record.url,
            note=(record.note.get(self.language) or "") if record.note else "",
            quotes=quotes,
        )

    def caveat(self, facts: Iterable[AnyRecord], method: str, missing: str = "") -> Caveat:
        """What must stand under a table or chart made of these facts."""
        numbers = dict.fromkeys(self.number(citation.source) for fact in facts for citation in fact.cites)
        return Caveat(
            tuple(Reference(number) for number in sorted(numbers)),
            say_period(self.held.known, self.language),
            method,
            missing or word("nothing_missing", self.language),
        )

    def _trace(self, fact: AnyRecord) -> dict[str, Any]:
        recorded = self.held.recorded.get(fact.id)
        shown = verb_and_date(fact, self.language) if not isinstance(fact, SourceRecord) else ""
        return {
            "what": shown,
            "recorded": say_period(recorded, self.language) if recorded else "",
            "cites": [
                {
                    "source": self.number(citation.source),
                    "at": say_place(citation.at, self.language),
                    "link": citation.at if "://" in citation.at else "",
                    "quote": citation.quote,
                    "document": citation.document,
                }
                for citation in fact.cites
            ],
        }
