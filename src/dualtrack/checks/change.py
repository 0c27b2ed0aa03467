"""Changes: does the stated percentage, direction or difference follow from the two amounts beside it?"""

from collections.abc import Iterator
from decimal import Decimal

from dualtrack.checks.comparisons import comparisons
from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.pairs import Comparison, Pair
from dualtrack.checks.rule import rule
from dualtrack.checks.wording import OTHER_BASIS, Direction
from dualtrack.checks.written import HUNDRED, Interval, Verdict, interval, judge, shown
from dualtrack.extraction import Quantity
from dualtrack.model import Text

ONE = Decimal(1)
JA_DIRECTION = {"increase": "増", "decrease": "減"}
EN_DIRECTION = {"increase": "up", "decrease": "down"}


@rule(
    "DT101",
    family="change",
    severity="error",
    title=Text(ja="増減率が前後の金額と合わない", en="A stated percentage does not follow from its two amounts"),
    explanation=Text(
        ja="「AからBへx%増」の x を A と B から計算し直す。記載の桁で一致すれば何も言わず、"
        "金額の書かれた桁が許す範囲内なら注記(丸めの差)、"
        "範囲外なら誤りとする。「約」「割」は範囲を広げる。年率・実質など別の基準の率は対象外。",
        en="Recomputes x of 'from A to B, up x %'. Silent where it agrees at the stated precision; a note where it "
        "lies inside the interval "
        "that the written digits of the amounts allow; an error outside. 'About' widens the interval. Yearly and "
        "real rates are left alone.",
    ),
    wrong=Text(
        ja="予算は130億円から162億円に30％増加した。", en="The budget rose from $130 million to $162 million (up 30%)."
    ),
    right=Text(
        ja="予算は130億円から162億円に24.6％増加した。",
        en="The budget rose from $130 million to $162 million (up 24.6%).",
    ),
)
def percent(context: Context) -> Iterator[Finding]:
    """Stated percentages between two amounts."""
    for comparison in comparisons(context):
        stated = comparison.stated
        if (
            stated is None
            or stated.kind not in ("percentage", "share")
            or _in_words(stated)
            or _other_basis(comparison)
        ):
            continue
        if _contrary(comparison) or confused_points(comparison):
            continue
        finding = _percent(context, comparison, stated)
        if finding:
            yield finding


def _percent(context: Context, comparison: Comparison, stated: Quantity) -> Finding | None:
    pair = comparison.pair
    possible = _change_allowed(pair)
    if possible is None:
        return None
    computed, allowed = possible
    verdict = judge(stated, abs(computed), allowed)
    if verdict is not Verdict.RIGHT and (comparison.ratio or comparison.direction is None):
        verdict = min(verdict, _as_ratio(pair, stated), key=list(Verdict).index)
    if verdict is Verdict.RIGHT:
        return None
    digits = max(1, _decimals(stated) + (verdict is Verdict.ROUNDED))
    right = f"{shown(abs(computed), digits)}%"
    direction: Direction = "increase" if computed >= 0 else "decrease"
    span = context.within(comparison.sentence, [pair.before, pair.after, stated])
    reason = (
        f"{pair.before.quote} to {pair.after.quote} is {shown(computed, digits)}%; as written the amounts allow "
        f"{shown(allowed.low)} to {shown(allowed.high)}%"
    )
    if verdict is Verdict.ROUNDED:
        return context.finding(
            *span,
            f"記載の{stated.quote}は計算値{right}と丸めの差しかない",
            f"{stated.quote} differs only by rounding from the computed {right}",
            stated=stated.quote, computed=right, reason=reason, severity="note",
        )  # fmt: skip
    return context.finding(
        *span,
        f"{pair.before.quote}から{pair.after.quote}は{right}{JA_DIRECTION[direction]}で、{stated.quote}ではない",
        f"{pair.before.quote} to {pair.after.quote} is {right} {EN_DIRECTION[direction]}, not {stated.quote}",
        stated=stated.quote, computed=right, reason=reason,
    )  # fmt: skip


@rule(
    "DT102",
    family="change",
    severity="error",
    title=Text(ja="増と減が逆", en="A rise is called a cut, or a cut a rise"),
    explanation=Text(
        ja="二つの金額の大小と「増」「減」の語が逆のもの。順位は数が小さいほど上なので対象外。",
        en="The two amounts go one way and the words the other. Ranks are left alone, since a smaller number is "
        "better there.",
    ),
    wrong=Text(ja="予算は100億円から80億円へ20％増となった。", en="Funding was cut from $80 million to $100 million."),
    right=Text(
        ja="予算は100億円から80億円へ20％減となった。", en="Funding was raised from $80 million to $100 million."
    ),
)
def direction(context: Context) -> Iterator[Finding]:
    """Directions in words against the two amounts."""
    for comparison in comparisons(context):
        pair = comparison.pair
        if not _contrary(comparison) or not (pair.strong or comparison.stated is not None):
            continue
        said = comparison.direction
        assert said is not None
        actual: Direction = "decrease" if said == "increase" else "increase"
        items = [pair.before, pair.after, *([comparison.stated] if comparison.stated else [])]
        yield context.finding(
            *context.within(comparison.sentence, items),
            f"{pair.before.quote}から{pair.after.quote}は{JA_DIRECTION[actual]}なのに「{JA_DIRECTION[said]}」と書かれている",
            f"{pair.before.quote} to {pair.after.quote} goes {EN_DIRECTION[actual]}, but the text says "
            f"{EN_DIRECTION[said]}",
            stated=said,
            computed=actual,
            reason="the two amounts as written leave no doubt about the direction",
        )


@rule(
    "DT104",
    family="change",
    severity="warning",
    title=Text(ja="パーセントとパーセントポイントの混同", en="Percent and percentage points are confused"),
    explanation=Text(
        ja="率どうしの差(12%から18%)は6ポイントであり、6%ではない。",
        en="The difference of two percentages (12 % to 18 %) is 6 percentage points; in percent it is 50 %.",
    ),
    wrong=Text(ja="割合は12％から18％へ6％増加した。", en="The share rose from 12% to 18%, up 6%."),
    right=Text(
        ja="割合は12％から18％へ6ポイント増加した。", en="The share rose from 12% to 18%, up 6 percentage points."
    ),
)
def points(context: Context) -> Iterator[Finding]:
    """Differences of percentages called percent."""
    for comparison in comparisons(context):
        stated, pair = comparison.stated, comparison.pair
        if stated is None or not confused_points(comparison):
            continue
        gap = abs(_amount(pair.after) - _amount(pair.before))
        yield context.finding(
            *context.within(comparison.sentence, [pair.before, pair.after, stated]),
            f"{pair.before.quote}から{pair.after.quote}の差は{shown(gap)}ポイントで、{stated.quote}ではない",
            f"{pair.before.quote} to {pair.after.quote} is {shown(gap)} percentage points, not {stated.quote}",
            stated=stated.quote,
            computed=f"{shown(gap)} percentage points",
            reason="the stated percentage is the difference of the two percentages",
        )


@rule(
    "DT105",
    family="change",
    severity="error",
    title=Text(
        ja="増減額・ポイント差が前後の値と合わない", en="A stated difference does not follow from its two values"
    ),
    explanation=Text(
        ja="「AからBへC増」の C や「xポイント増」を、前後の値の差と比べる。書かれた桁の範囲内なら注記。",
        en="Compares a stated difference (by $32 million, up 6 points) with the two values. Inside what their digits "
        "allow it is a note.",
    ),
    wrong=Text(
        ja="割合は12％から18％へ8ポイント上昇した。", en="The share rose from 12% to 18%, up 8 percentage points."
    ),
    right=Text(
        ja="割合は12％から18％へ6ポイント上昇した。", en="The share rose from 12% to 18%, up 6 percentage points."
    ),
)
def difference(context: Context) -> Iterator[Finding]:
    """Stated differences, in the unit of the amounts or in points."""
    for comparison in comparisons(context):
        pair, stated = comparison.pair, comparison.difference
        if comparison.stated is not None and comparison.stated.kind == "points" and pair.before.kind == "percentage":
            stated = comparison.stated
        if stated is None or stated.kind == "percentage" or _contrary(comparison) or _other_basis(comparison):
            continue
        gap = abs(_amount(pair.after) - _amount(pair.before))
        spread = interval(pair.after) - interval(pair.before)
        allowed = spread if _amount(pair.after) >= _amount(pair.before) else -spread
        verdict = judge(stated, gap, allowed)
        if verdict is Verdict.RIGHT:
            continue
        shown_gap = _like(stated, gap)
        yield context.finding(
            *context.within(comparison.sentence, [pair.before, pair.after, stated]),
            f"{pair.before.quote}と{pair.after.quote}の差は{shown_gap}で、{stated.quote}"
            + ("とは丸めの差がある" if verdict is Verdict.ROUNDED else "ではない"),
            f"{pair.before.quote} and {pair.after.quote} differ by {shown_gap}"
            + (
                f"; {stated.quote} differs only by rounding"
                if verdict is Verdict.ROUNDED
                else f", not by {stated.quote}"
            ),
            stated=stated.quote,
            computed=shown_gap,
            reason=f"as written the values allow {shown(allowed.low)} to {shown(allowed.high)}",
            severity="note" if verdict is Verdict.ROUNDED else None,
        )


def confused_points(comparison: Comparison) -> bool:
    """Whether a stated percentage is really the difference of two percentages, and cannot be their relative change."""
    stated, pair = comparison.stated, comparison.pair
    if (
        stated is None
        or stated.kind != "percentage"
        or pair.before.kind != "percentage"
        or _in_words(stated)
        or _contrary(comparison)
    ):
        return False
    possible = _change_allowed(pair)
    gap = abs(_amount(pair.after) - _amount(pair.before))
    spread = interval(pair.after) - interval(pair.before)
    spread = spread if _amount(pair.after) >= _amount(pair.before) else -spread
    if possible is None or judge(stated, abs(possible[0]), possible[1]) is not Verdict.WRONG:
        return False
    return judge(stated, gap, spread) is not Verdict.WRONG


def _in_words(stated: Quantity) -> bool:
    return not any(char.isdigit() for char in stated.quote) or stated.kind == "multiple"


def _other_basis(comparison: Comparison) -> bool:
    stated = comparison.stated or comparison.difference
    if stated is None:
        return False
    text = comparison.sentence.text
    return OTHER_BASIS.search(text[max(0, stated.start - 40) : stated.end + 30]) is not None


def _amount(quantity: Quantity) -> Decimal:
    return quantity.amount or Decimal(0)


def _contrary(comparison: Comparison) -> bool:
    """Whether the words go one way and the amounts, beyond any rounding, the other."""
    pair = comparison.pair
    if comparison.direction is None or _amount(pair.before) == _amount(pair.after):
        return False
    before, after = interval(pair.before), interval(pair.after)
    if comparison.direction == "increase":
        return after.high <= before.low
    return after.low >= before.high


def _change_allowed(pair: Pair) -> tuple[Decimal, Interval] | None:
    """The change in percent that the amounts give, and all that their digits allow (as magnitudes of that sign)."""
    before, after = _amount(pair.before), _amount(pair.after)
    ratio = interval(pair.after).over(interval(pair.before))
    if before <= 0 or ratio is None:
        return None
    computed = (after - before) / before * HUNDRED
    low, high = (ratio.low - ONE) * HUNDRED, (ratio.high - ONE) * HUNDRED
    return computed, (Interval(low, high) if computed >= 0 else Interval(-high, -low))


def _as_ratio(pair: Pair, stated: Quantity) -> Verdict:
    ratio = interval(pair.after).over(interval(pair.before))
    assert ratio is not None
    return judge(stated, _amount(pair.after) / _amount(pair.before) * HUNDRED, ratio.scaled(HUNDRED))


def _decimals(stated: Quantity) -> int:
    exponent = stated.precision.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _like(stated: Quantity, value: Decimal) -> str:
    """A value written in the unit of a quote: '30 million' like '$32 million'."""
    if stated.kind == "points":
        return f"{shown(value, 2)} percentage points"
    return f"{stated.currency + ' ' if stated.currency else ''}{shown(value, 2)}"
