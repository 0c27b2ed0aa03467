"""Figures of a document that accepted records have overtaken: same indicator, same subject, a later period."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.finding import Finding
from dualtrack.checks.stretches import days_of
from dualtrack.codebook import codebook
from dualtrack.extraction import Quantity
from dualtrack.extraction.dates import DateMention
from dualtrack.extraction.mentions import find_mentions
from dualtrack.model import Observation, Period

if TYPE_CHECKING:
    from dualtrack.evidence import EvidenceBase

_KINDS = {"percent": "percentage", "money": "money"}


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells of an indicator: of whom, for which days."""

    sentence: Sentence
    value: Quantity
    mention: DateMention
    last: date


def overtaken(context: Context) -> Iterator[Finding]:
    """The latest figure that a document gives of an indicator, where the base knows one of a later period.

    A figure counts as told of an indicator where its sentence names the indicator as the codebook does, one subject
    that the base has it of, and one date. Earlier figures beside a later one are history and are left.
    """
    assert context.base is not None
    newest = _newest(context.base)
    latest: dict[tuple[str, str], _Told] = {}
    for sentence in context.statements if newest else ():
        if sentence.digits < 2:
            continue
        for indicator in _named(sentence.text):
            told = _told(sentence, indicator)
            subjects = _subjects(sentence, indicator, newest) if told else []
            if told and len(subjects) == 1:
                key = indicator, subjects[0]
                if key not in latest or latest[key].last < told.last:
                    latest[key] = told
    for (indicator, subject), told in latest.items():
        known = newest[indicator, subject]
        if known.period.lower is not None and known.period.lower > told.last:
            yield _finding(context, told, indicator, known)


def _newest(base: "EvidenceBase") -> dict[tuple[str, str], Observation]:
    """The observation of the latest period, by indicator and subject; comparisons with a counterpart are left out."""
    found: dict[tuple[str, str], Observation] = {}
    for revision in base.records("observation"):
        record = revision.record
        if (
            not isinstance(record, Observation)
            or record.value is None
            or record.counterpart
            or record.period.lower is None
        ):
            continue
        key = record.indicator, record.subject
        if key not in found or _start(found[key].period) < _start(record.period):
            found[key] = record
    return found


def _start(period: Period) -> date:
    return period.lower or date.min


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    """The names of indicators in lower case; those of one plain word say too little."""
    found: dict[str, str] = {}
    for id, indicator in codebook().indicators.items():
        for label in (indicator.labels.ja, indicator.labels.en, id.upper() if "-" not in id else None):
            if label and (not label.isascii() or " " in label or label.isupper()):
                found[label.casefold()] = id
    return found


def _named(text: str) -> list[str]:
    """The indicators that a text names; of a name within a longer one only the longer counts."""
    low = text.casefold()
    labels = [label for label in _labels() if label in low]
    return [_labels()[one] for one in labels if not any(one != other and one in other for other in labels)]


def _told(sentence: Sentence, indicator: str) -> _Told | None:
    """The one figure and the one date of a sentence, where it has just one of each."""
    unit = codebook().indicators[indicator].unit
    kind = _KINDS.get(unit, "count")
    values = [one for one in sentence.quantities if one.kind == kind and one.gloss_of is None]
    days = [(one, last) for one in sentence.dates if not one.inferred and (last := _last(one)) is not None]
    if len(values) != 1 or len(days) != 1:
        return None
    mention, last = days[0]
    return _Told(sentence, values[0], mention, last)


def _last(mention: DateMention) -> date | None:
    days = days_of(mention)
    return days[1] if days else None


def _subjects(sentence: Sentence, indicator: str, newest: dict[tuple[str, str], Observation]) -> list[str]:
    """The subjects named in a sentence of which the base has the indicator."""
    named = dict.fromkeys(one.id for one in find_mentions(sentence.text, sentence.language) if one.id)
    return [subject for subject in named if (indicator, subject) in newest]


def _finding(context: Context, told: _Told, indicator: str, known: Observation) -> Finding:
    label = codebook().indicators[indicator].labels
    value = _shown(known)
    cited = ", ".join(f"{cite.source} {cite.at}".strip() for cite in known.cites)
    return context.finding(
        *context.within(told.sentence, [told.value, told.mention]),
        f"「{label.ja}」には、より新しい値{value}({known.period})が証拠ベースにある",
        f"A newer value of '{label.en}' is known: {value} ({known.period})",
        stated=f"{told.value.quote} ({told.mention.quote})",
        computed=f"{value} ({known.period})",
        reason=f"{known.id} ({cited})" if cited else known.id,
    )


def _shown(known: Observation) -> str:
    value = known.value
    if hasattr(value, "percent"):
        return f"{value.percent}%"  # type: ignore[union-attr]
    amount, unit = value.amount, getattr(value, "currency", None) or value.unit  # type: ignore[union-attr]
    return f"{amount:,f} {unit}"
