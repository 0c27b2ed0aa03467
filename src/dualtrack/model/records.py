"""The four kinds of fact: who there is, what policies there are, what was done, and what was measured."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from dualtrack.model.base import CountryCode, RecordId, Value
from dualtrack.model.citation import Citation, Source
from dualtrack.model.duration import Duration
from dualtrack.model.money import Change, Money, Quantity, Share
from dualtrack.model.period import Period
from dualtrack.model.text import Text

ActorKind = Literal[
    "country", "bloc", "forum", "government body", "funder", "university", "research organisation", "company",
    "learned society", "international organisation", "office", "person", "publisher",
]  # fmt: skip


class Record(Value):
    """What all records share: an id, where it is cited from, and remarks on it."""

    id: RecordId
    cites: tuple[Citation, ...] = ()
    note: Text | None = None
    """A reviewer's remark: what is doubtful, how sources differ."""
    see: tuple[RecordId, ...] = ()
    """Other records a reader should see with this one (cross-references)."""
    confidence: float | None = Field(default=None, ge=0, le=1)
    """For a machine's proposal: the share of such proposals that are right. An accepted record has none."""


class Actor(Record):
    """Someone who can act: a country, a body, a person; also an office that persons hold."""

    kind: ActorKind
    names: Text
    aliases: tuple[str, ...] = ()
    country: CountryCode | None = None
    parent: RecordId | None = None
    """The body it is part of."""
    ror: str = ""
    wikidata: str = ""
    description: Text | None = None


class Instrument(Value):
    """One policy instrument of an initiative: its STIP code, and what the survey tells of it."""

    code: str
    """STIP instrument type (``PI006``)."""
    number: str = ""
    """The survey's own number of it."""
    name: Text | None = None
    description: Text | None = None
    facets: tuple[str, ...] = ()
    """STIP codes of its ticked details (``F36:V2``)."""


class Initiative(Record):
    """What a policy is: a strategy, law, programme, fund, visa route, agreement, framework, declaration, budget line.

    ``type`` is a key of the codebook's initiative types, which maps to STIP instrument codes.
    """

    type: RecordId
    names: Text
    aliases: tuple[str, ...] = ()
    owners: tuple[RecordId, ...] = ()
    parties: tuple[RecordId, ...] = ()
    parent: RecordId | None = None
    themes: tuple[RecordId, ...] = ()
    technologies: tuple[RecordId, ...] = ()
    target_groups: tuple[str, ...] = ()
    """STIP target group codes (``TG10``)."""
    instruments: tuple[Instrument, ...] = ()
    elements: tuple[Text, ...] = ()
    """Its listed parts in the order given: principles, sectors, pillars, areas."""
    description: Text | None = None
    background: Text | None = None
    tags: tuple[str, ...] = ()
    url: str = ""
    links: tuple[str, ...] = ()
    """Further pages about it."""
    budget: tuple[Money, ...] = ()
    """What it spends, as a range or an amount."""
    evaluated: bool | None = None
    evaluations: tuple[str, ...] = ()
    """Pages of its evaluations."""
    structural_reform: bool | None = None
    region: str = ""
    """The part of the country it belongs to, where it is not the whole (``Flanders``)."""


class Action(Record):
    """Someone does something, with someone, on a date.

    ``date`` is the first clock: when it holds in the world. The second, when we knew, belongs to the revision of the
    record in the evidence base.
    """

    verb: RecordId
    actors: tuple[RecordId, ...] = ()
    object: RecordId | None = None
    partners: tuple[RecordId, ...] = ()
    date: Period
    term: Duration | None = None
    """How long it lasts from its date: an agreement signed for five years."""
    every: Duration | None = None
    """The step of an action that recurred over its ``date`` interval: renewed every five years."""
    until: Period | None = None
    """The end as the source states it."""
    scope: Text | None = None
    """What it is limited to: basic research only, pillar II only."""
    role: Text | None = None
    amounts: tuple[Money, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    themes: tuple[RecordId, ...] = ()
    technologies: tuple[RecordId, ...] = ()
    place: Text | None = None
    summary: Text | None = None
    detail: tuple[Text, ...] = ()
    """Listed points of what was agreed, said or decided."""

    @model_validator(mode="after")
    def _someone(self) -> Self:
        if not self.actors and self.object is None:
            raise ValueError("an action needs someone who acts or something that is acted on")
        return self


def _measured(value: Any) -> Any:
    if isinstance(value, dict):
        for kind, field in ((Money, "currency"), (Share, "percent"), (Quantity, "unit")):
            if field in value:
                return kind.model_validate({name: part for name, part in value.items() if name != "as"})
        raise ValueError(
            "a value needs a currency ({amount, currency}), a unit ({amount, unit}) or a percent ({percent})"
        )
    if isinstance(value, int | float | str):
        raise ValueError("a bare number has no meaning: give {amount, currency}, {amount, unit} or {percent}")
    return value


Measured = Annotated[Money | Quantity | Share, BeforeValidator(_measured)]


class Baseline(Value):
    """What a value is compared with."""

    value: Measured
    kind: str = Field(default="previous-year", alias="as")
    """What it is: ``previous-year``, ``enacted``, ``earlier-period`` ..."""
    period: Period | None = None

    @model_validator(mode="before")
    @classmethod
    def _flat(cls, data: Any) -> Any:
        if isinstance(data, dict) and "value" not in data:
            rest = {name: part for name, part in data.items() if name not in ("as", "period")}
            return {"value": rest, **{name: data[name] for name in ("as", "period") if name in data}}
        return data


class Observation(Record):
    """Something measured or budgeted: indicator, subject, period, value; shaped like an SDMX observation.

    ``stage`` tells a budget's stage (``requested``, ``enacted``, ``planned``, ``spent``); ``change`` is the change as
    the source states it, never as computed.
    """

    indicator: RecordId
    subject: RecordId
    """The actor or initiative that is measured."""
    counterpart: RecordId | None = None
    period: Period
    value: Measured | None = None
    stage: str | None = None
    baseline: Baseline | None = None
    change: Change | None = None
    method: Text | None = None
    summary: Text | None = None
    themes: tuple[RecordId, ...] = ()
    technologies: tuple[RecordId, ...] = ()

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.value is None and self.change is None:
            raise ValueError("an observation needs a value or a stated change")
        return self


class SourceRecord(Source):
    """A source as a record of the evidence base."""

    cites: tuple[Citation, ...] = ()


AnyRecord = Actor | Initiative | Action | Observation | SourceRecord

RECORD_TYPES: dict[str, type[AnyRecord]] = {
    "source": SourceRecord,
    "actor": Actor,
    "initiative": Initiative,
    "action": Action,
    "observation": Observation,
}
"""The record kinds in the order in which they may refer to each other."""


def kind_of(record: AnyRecord) -> str:
    """The kind of a record: ``actor``, ``initiative``, ``action``, ``observation`` or ``source``."""
    return next(kind for kind, type_ in RECORD_TYPES.items() if isinstance(record, type_))
