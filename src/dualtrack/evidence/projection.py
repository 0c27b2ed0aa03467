"""What a record's revision looks like as one slim row: what, whom, by whom, about what, when."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from dualtrack.evidence.schema import FOREVER, NEVER
from dualtrack.model import Action, Actor, AnyRecord, Initiative, Observation, Period, SourceRecord


class Outline(NamedTuple):
    """The parts of a record that questions are asked about; lists are of ids."""

    what: str | None = None
    """Verb, type, indicator, kind of actor or of source."""
    object: str | None = None
    """What is acted on or measured; the country of an actor; the parent of an initiative."""
    actors: tuple[str, ...] = ()
    """Who acts, owns, is party, is the parent, or publishes."""
    partners: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    date: Period | None = None
    term: str | None = None
    every: str | None = None
    until: str | None = None
    scope: str | None = None
    """JSON of the text by language."""
    role: str | None = None


def outline(record: AnyRecord) -> Outline:
    """The outline of a record."""
    return _OUTLINES[type(record)](record)


def references(record: AnyRecord) -> tuple[str, ...]:
    """The ids that must be there for the record to have a meaning: whom and what it speaks of, each once."""
    found: Iterable[str | None]
    if isinstance(record, Action):
        if not record.partners and not record.see and record.object not in record.actors:
            return (*record.actors, record.object) if record.object else record.actors
        found = (*record.actors, record.object, *record.partners)
    elif isinstance(record, Observation):
        found = (record.subject, record.counterpart)
    elif isinstance(record, Initiative):
        found = (*record.owners, *record.parties, record.parent)
    elif isinstance(record, Actor):
        found = (record.parent,)
    else:
        found = (record.publisher,)
    see = () if isinstance(record, SourceRecord) else record.see
    return tuple(dict.fromkeys(id for id in (*found, *see) if id))


def sources(record: AnyRecord) -> tuple[str, ...]:
    """The ids of the sources that a record cites, each once."""
    cites = record.cites
    return (cites[0].source,) if len(cites) == 1 else tuple(dict.fromkeys(cite.source for cite in cites))


def first_day(period: Period | None) -> int:
    """The first day that a period may touch, as an ordinal; ``NEVER`` where it has none."""
    return period.lower.toordinal() if period is not None and period.lower is not None else NEVER


def last_day(period: Period | None) -> int:
    """The last day that a period may touch, as an ordinal; ``FOREVER`` where it has none."""
    return period.upper.toordinal() if period is not None and period.upper is not None else FOREVER


def _action(record: Action) -> Outline:
    return Outline(
        record.verb,
        record.object,
        record.actors,
        record.partners,
        record.themes + record.technologies if record.technologies else record.themes,
        record.date,
        record.term.text if record.term else None,
        record.every.text if record.every else None,
        record.until.edtf if record.until else None,
        record.scope.model_dump_json(exclude_defaults=True) if record.scope else None,
        record.role.model_dump_json(exclude_defaults=True) if record.role else None,
    )


def _observation(record: Observation) -> Outline:
    counterpart = (record.counterpart,) if record.counterpart else ()
    themes = record.themes + record.technologies
    return Outline(record.indicator, record.subject, (record.subject,), counterpart, themes, record.period)


def _initiative(record: Initiative) -> Outline:
    actors = tuple(dict.fromkeys(record.owners + record.parties))
    return Outline(record.type, record.parent, actors, themes=record.themes + record.technologies)


def _actor(record: Actor) -> Outline:
    return Outline(record.kind, record.country, (record.parent,) if record.parent else ())


def _source(record: SourceRecord) -> Outline:
    publisher = (record.publisher,) if record.publisher else ()
    return Outline(record.kind or None, None, publisher, date=record.published)


_OUTLINES: Mapping[type, Callable[..., Outline]] = {
    Action: _action,
    Observation: _observation,
    Initiative: _initiative,
    Actor: _actor,
    SourceRecord: _source,
}
