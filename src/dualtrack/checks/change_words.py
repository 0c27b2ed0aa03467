"""Changes in words: doubled, halved, tripled, threefold, 倍増, 半減, 3倍."""

import re
from collections.abc import Iterator
from decimal import Decimal

from dualtrack.checks.comparisons import comparisons
from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.pairs import Comparison
from dualtrack.checks.rule import rule
from dualtrack.checks.written import HUNDRED, Interval, Verdict, interval, shown
from dualtrack.extraction import Quantity
from dualtrack.model import Text

_SILENT, _NOTED, _ROUNDED = Decimal("0.06"), Decimal("0.13"), Decimal("0.2")
_NEARLY = re.compile(
    r"\b(?:nearly|almost|close to|just under|roughly|about|around|fast|nahezu|beinahe|knapp|rund|etwa|presque|quasi|"
    r"environ|près de)\s*$|"
    r"(?:約|ほぼ|およそ|거의|약)\s*$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:more than|over|mehr als|über|plus que|plus de|au moins|at least|well over)\s*$", re.IGNORECASE
)
_MORE_AFTER = re.compile(r"\s?(?:以上|超|を超え|을? ?넘|이상|余)")
_ADDED = re.compile(r"[のも]?増(?!え|加)")
"""After 3倍: 3倍増 may mean three times or three times more."""


@rule(
    "DT103",
    family="change",
    severity="error",
    title=Text(
        ja="倍増・半減・n倍が前後の値と合わない",
        en="'Doubled', 'halved' or 'threefold' does not follow from the two amounts",
    ),
    explanation=Text(
        ja="「倍増」「半減」「3倍」を前後の値の比と比べる。語による言い方なので6%までの差は問わず、"
        "13%までは注記とする。「2倍超」は2倍を下回れば誤り。",
        en="Compares the word with the ratio of the two amounts. Words are loose: 6 % off is silent, up to 13 % a "
        "note. "
        "'More than doubled' is wrong as soon as the amount has not doubled.",
    ),
    wrong=Text(ja="予算は10億円から15億円に倍増した。", en="The number of projects doubled from 10 to 15."),
    right=Text(ja="予算は10億円から20億円に倍増した。", en="The number of projects doubled from 10 to 20."),
)
def words(context: Context) -> Iterator[Finding]:
    """Changes stated in words or as multiples."""
    for comparison in comparisons(context):
        stated = comparison.stated
        if stated is None or not _worded(stated) or _yearly(comparison, stated):
            continue
        finding = _judge(context, comparison, stated)
        if finding:
            yield finding


def _worded(stated: Quantity) -> bool:
    return stated.kind == "multiple" or (
        stated.kind in ("percentage", "share") and not any(char.isdigit() for char in stated.quote)
    )


def _yearly(comparison: Comparison, stated: Quantity) -> bool:
    """Whether a change in words is a mean of years: im Jahresmittel um fünf Prozent."""
    text = comparison.sentence.text
    return _MEAN.search(text[max(0, stated.start - 40) : stated.end + 20]) is not None


_MEAN = re.compile(
    r"\b(?:im (?:jährlichen )?(?:Jahresmittel|Jahresdurchschnitt|Mittel|Schnitt|Durchschnitt)|pro Jahr|jährlich|"
    r"durchschnittlich|(?:per|a) year|annually|per annum|on average|average annual|annual average|"
    r"en moyenne|par an|en rythme annuel)\b|年平均|年率|연평균|매년 평균",
    re.IGNORECASE,
)


_TO = re.compile(
    r"\b(?:to|auf|à) (?:just |only |nur |noch |about |nearly |rund |etwa |environ )*(?:an? |l[ae] |die |das )?$",
    re.IGNORECASE,
)
_TO_AFTER = re.compile(
    r"\s?(?:程度|近く|以下)?(?:に|へ(?:と)?)(?:減|短縮|縮|下が|落ち|低下|圧縮|削減|抑え)|"
    r"\s?(?:수준|가까이|이하|정도)?(?:으?로|까지)\s?(?:줄|단축|감소|축소|떨어|감축|낮아|하락)"
)


def _reached(comparison: Comparison, stated: Quantity) -> bool:
    """Whether a share is what is left and not what was taken away: auf ein Drittel geschrumpft, 半分に短縮."""
    text = comparison.sentence.text
    before = _TO.search(text[max(0, stated.start - 24) : stated.start])
    return stated.kind == "share" and (before is not None or _TO_AFTER.match(text, stated.end) is not None)


def _factor(stated: Quantity, comparison: Comparison) -> Decimal | None:
    """What the word says the later value is of the earlier one."""
    amount = stated.amount
    if amount is None:
        return None
    if _reached(comparison, stated):
        return amount / HUNDRED
    if stated.kind == "multiple":
        falls = comparison.pair.after.amount is not None and comparison.direction == "decrease"
        return Decimal(1) / amount if falls and amount else amount
    sign = -1 if comparison.direction == "decrease" else 1
    if stated.kind == "share" and comparison.direction is None:
        return None
    return 1 + sign * amount / HUNDRED


def _judge(context: Context, comparison: Comparison, stated: Quantity) -> Finding | None:
    pair = comparison.pair
    factor = _factor(stated, comparison)
    allowed = interval(pair.after).over(interval(pair.before))
    if factor is None or factor <= 0 or allowed is None or not pair.before.amount or pair.after.amount is None:
        return None
    actual = pair.after.amount / pair.before.amount
    text = comparison.sentence.text
    verdict = min(
        (_verdict(text, stated, option, actual, allowed) for option in _readings(text, stated, factor)),
        key=list(Verdict).index,
    )
    if stated.kind == "share" and not _reached(comparison, stated) and _far(stated, abs(actual - 1) * HUNDRED):
        verdict = Verdict.WRONG
    if verdict is Verdict.RIGHT:
        return None
    times = shown(actual, 2)
    return context.finding(
        *context.within(comparison.sentence, [pair.before, pair.after, stated]),
        f"{pair.before.quote}から{pair.after.quote}は{times}倍で、「{stated.quote}」と"
        + ("少し違う" if verdict is Verdict.ROUNDED else "合わない"),
        f"{pair.before.quote} to {pair.after.quote} is {times} times; '{stated.quote}' "
        + ("is a little off" if verdict is Verdict.ROUNDED else "does not fit"),
        stated=stated.quote,
        computed=f"{times} times",
        reason=f"'{stated.quote}' means {shown(factor, 2)} times",
        severity="note" if verdict is Verdict.ROUNDED else None,
    )


def _far(stated: Quantity, change: Decimal) -> bool:
    """Whether a change by a fraction, 'cut by a third', is off by more than a fifth of itself."""
    said = abs(stated.amount or Decimal(0))
    over = stated.qualifier in ("over", "at least") and change >= said
    return not over and abs(change - said) > said / 5


def _readings(text: str, stated: Quantity, factor: Decimal) -> list[Decimal]:
    if (
        stated.kind == "multiple"
        and factor > 1
        and (_ADDED.match(text, stated.end) or "more" in stated.quote or "plus" in stated.quote)
    ):
        return [factor, factor + 1]
    return [factor]


def _verdict(text: str, stated: Quantity, factor: Decimal, actual: Decimal, allowed: Interval) -> Verdict:
    before = text[max(0, stated.start - 16) : stated.start]
    if _MORE.search(before) or _MORE_AFTER.match(text, stated.end) or stated.qualifier in ("over", "at least"):
        beyond = actual >= factor if factor > 1 else actual <= factor
        return Verdict.RIGHT if beyond else Verdict.WRONG
    wide = Decimal(2) if stated.qualifier == "about" or _NEARLY.search(before) else Decimal(1)
    point = Interval(factor, factor)
    if point.widened(_SILENT * wide).touches(Interval(actual, actual)):
        return Verdict.RIGHT
    if stated.kind == "multiple":
        spread = stated.precision / 2 if stated.precision < 1 else Decimal("0.5") * (stated.qualifier == "about")
        if abs(actual - factor) <= spread:
            return Verdict.RIGHT
    near = abs(actual - factor) <= factor * _ROUNDED * wide
    return Verdict.ROUNDED if near and point.widened(_NOTED * wide).touches(allowed) else Verdict.WRONG
