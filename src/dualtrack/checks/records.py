"""The rules on records of the evidence base: changes, conversions, terms, and what has gone stale."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from dualtrack.checks import rates
from dualtrack.checks.finding import Finding
from dualtrack.checks.rule import rule_of
from dualtrack.checks.written import HUNDRED, Verdict, interval, judge, shown, significant_unit
from dualtrack.extraction import Quantity
from dualtrack.model import Action, AnyRecord, Change, Money, Observation, Share, Text
from dualtrack.model import Quantity as Count

if TYPE_CHECKING:
    from dualtrack.evidence import EvidenceBase

Number = Money | Count | Share


def check_records(base: "EvidenceBase", as_of: date | None = None) -> list[Finding]:
    """What does not add up in the accepted records of an evidence base.

    Args:
        base: The evidence base.
        as_of: The day it is read on: planned actions whose day has passed are told; None leaves them out.
    """
    found: list[Finding] = []
    for revision in base.records():
        found += check_record(revision.record, as_of)
    return found


def check_record(record: AnyRecord, as_of: date | None = None) -> list[Finding]:
    """What does not add up in one record."""
    found: list[Finding] = []
    if isinstance(record, Observation):
        found += _change(record)
        found += _glosses(record.id, [record.value], _day(record))
    if isinstance(record, Action):
        found += _glosses(record.id, list(record.amounts), _day(record))
        found += _term(record)
        if as_of is not None:
            found += _stale(record, as_of)
    return found


def _finding(code: str, record: str, quote: str, text: Text, severity: str | None = None, **parts: str) -> Finding:
    rule = rule_of(code)
    return Finding(rule.code, rule.family, severity or rule.severity, 0, 0, quote, text, record=record, **parts)  # type: ignore[arg-type]


def _amount(value: Number) -> Decimal:
    return value.percent if isinstance(value, Share) else value.amount


def _written(value: Number, unit: Decimal) -> Quantity:
    kind = "percentage" if isinstance(value, Share) else "money"
    return Quantity(kind, 0, 0, "", _amount(value), qualifier=value.qualifier, precision=unit)  # type: ignore[arg-type]


def _shown(value: Number) -> str:
    unit = value.currency if isinstance(value, Money) else value.unit if isinstance(value, Count) else "%"
    return f"{unit} {_amount(value):,f}"


def _change(record: Observation) -> Iterator[Finding]:
    """A stated change against value and baseline; amounts are read at the finer of their two precisions."""
    if record.value is None or record.baseline is None or record.change is None or record.change.value is None:
        return
    before, after, change = record.baseline.value, record.value, record.change
    if type(before) is not type(after) or _amount(before) <= 0:
        return
    unit = min(significant_unit(_amount(before)), significant_unit(_amount(after)))
    one, other = _written(before, unit), _written(after, unit)
    verdict, computed = _verdict(one, other, change)
    if verdict is Verdict.RIGHT:
        return
    stated = f"{change.value}{'pp' if change.points else '%'}"
    rounded = verdict is Verdict.ROUNDED
    quote = f"{_shown(before)} -> {_shown(after)} ({stated})"
    text = Text(
        ja=f"記載の{stated}は計算値{shown(computed, 2)}" + ("と丸めの差しかない" if rounded else "と合わない"),
        en=f"{stated} "
        + ("differs only by rounding from" if rounded else "does not follow:")
        + f" {shown(computed, 2)}",
    )
    code = "DT105" if change.points else "DT101"
    yield _finding(
        code,
        record.id,
        quote,
        text,
        "note" if rounded else None,
        stated=stated,
        computed=shown(computed, 2),
        reason="value against baseline",
    )


def _verdict(before: Quantity, after: Quantity, change: Change) -> tuple[Verdict, Decimal]:
    assert change.value is not None and before.amount and after.amount is not None
    exponent = change.value.as_tuple().exponent
    unit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    stated = Quantity("percentage", 0, 0, "", change.value, qualifier=change.qualifier, precision=unit)
    if change.points:
        gap, spread = after.amount - before.amount, interval(after) - interval(before)
    else:
        gap = (after.amount / before.amount - 1) * HUNDRED
        ratio = interval(after).over(interval(before))
        if ratio is None:
            return Verdict.RIGHT, gap
        spread = type(ratio)((ratio.low - 1) * HUNDRED, (ratio.high - 1) * HUNDRED)
    if gap * change.value < 0 and spread.low * spread.high > 0:
        return Verdict.WRONG, gap
    return judge(stated, abs(gap), spread if gap >= 0 else -spread), gap


def _day(record: Action | Observation) -> date | None:
    period = record.date if isinstance(record, Action) else record.period
    return period.upper


def _glosses(record: str, values: list[Number | None] | list[Money], day: date | None) -> Iterator[Finding]:
    """Glosses against the reference rates around the record's date."""
    for value in values:
        if not isinstance(value, Money) or value.gloss is None or day is None or not value.amount:
            continue
        gloss = value.gloss
        last = min(day, rates.last_day())
        band = rates.band(value.currency, gloss.currency, date(last.year - 1, last.month, 1), last)
        one, other = _written(value, significant_unit(value.amount)), _written(gloss, significant_unit(gloss.amount))
        possible = interval(other).over(interval(one))
        if (
            band is None
            or possible is None
            or (possible.low <= band.high * Decimal("1.12") and possible.high >= band.low * Decimal("0.88"))
        ):
            continue
        right = f"{gloss.currency} {shown(value.amount * band.mean, 0)}"
        text = Text(
            ja=f"{_shown(value)}の換算は約{right}のはず", en=f"{_shown(value)} is about {right}, not {_shown(gloss)}"
        )
        yield _finding(
            "DT401",
            record,
            f"{_shown(value)} ({_shown(gloss)})",
            text,
            stated=_shown(gloss),
            computed=right,
            reason=rates.SOURCE,
        )


def _term(record: Action) -> Iterator[Finding]:
    """A stated end against date and term."""
    if record.term is None or record.until is None:
        return
    end = record.term.after(record.date)
    if end.upper is None or record.until.lower is None or record.until.upper is None or end.lower is None:
        return
    if (record.until.lower - end.upper).days > 366 or (end.lower - record.until.upper).days > 366:
        text = Text(
            ja=f"{record.date}から{record.term}は{end}で、{record.until}ではない",
            en=f"{record.term} from {record.date} ends {end}, not {record.until}",
        )
        yield _finding(
            "DT602",
            record.id,
            f"{record.date} + {record.term} -> {record.until}",
            text,
            stated=str(record.until),
            computed=str(end),
        )


def _stale(record: Action, as_of: date) -> Iterator[Finding]:
    """A planned action whose last possible day has passed."""
    if record.verb.startswith("plan") and record.date.upper is not None and record.date.upper < as_of:
        text = Text(
            ja=f"{record.date}の予定は{as_of}の時点で過ぎている",
            en=f"What was planned for {record.date} lies in the past on {as_of}",
        )
        yield _finding(
            "DT1001", record.id, str(record.date), text, stated=str(record.date), computed=f"passed by {as_of}"
        )
