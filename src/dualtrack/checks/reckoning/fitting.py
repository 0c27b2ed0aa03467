"""Whether a stated change can be of two values at all, and whether they give it."""

from decimal import Decimal

from dualtrack.checks.reckoning.scene import comparable
from dualtrack.checks.wording import Direction
from dualtrack.checks.written import HUNDRED, Interval, Verdict, exact, interval, judge, rounds_to
from dualtrack.extraction import Quantity


def fits(stated: Quantity, one: Quantity, other: Quantity) -> bool:
    """Whether two values are such that a stated change can be of them."""
    if not comparable(one, other):
        return False
    if stated.kind == "points":
        return one.kind == "percentage"
    if stated.kind in ("money", "count"):
        return comparable(stated, one) or comparable(stated, other)
    return True


def gives(stated: Quantity, one: Quantity, other: Quantity, way: Direction | None) -> bool:
    """Whether two values give a stated change, in the order that its direction asks or in either."""
    low, high = sorted((one, other), key=lambda value: value.amount or Decimal(0))
    if stated.kind in ("money", "count", "points"):
        return _difference_fits(stated, low, high)
    if not any(char.isdigit() for char in stated.quote) or stated.kind == "multiple":
        return _factor_fits(stated, low, high, way)
    readings = {"increase": ((low, high),), "decrease": ((high, low),)}.get(way or "", ((low, high), (high, low)))
    return any(_percent_fits(stated, *reading) for reading in readings) or (
        low.kind == "percentage" and _difference_fits(stated, low, high)
    )


def _difference_fits(stated: Quantity, low: Quantity, high: Quantity) -> bool:
    gap = (high.amount or Decimal(0)) - (low.amount or Decimal(0))
    spread = interval(high) - interval(low)
    return judge(stated, gap, spread) is Verdict.RIGHT


def _percent_fits(stated: Quantity, before: Quantity, after: Quantity) -> bool:
    ratio = interval(after).over(interval(before))
    if ratio is None or not before.amount:
        return False
    change = ((after.amount or Decimal(0)) / before.amount - 1) * HUNDRED
    allowed = ratio.scaled(HUNDRED)
    moved = Interval(allowed.low - HUNDRED, allowed.high - HUNDRED)
    if judge(stated, abs(change), moved if change >= 0 else -moved) is Verdict.RIGHT:
        return True
    whole = change + HUNDRED
    return judge(stated, whole, allowed) is Verdict.RIGHT or (
        exact(before) and exact(after) and rounds_to(whole, abs(stated.amount or Decimal(0)), stated.precision)
    )


_LOOSE, _LOOSER = Decimal("0.08"), Decimal("0.13")


def _factor_fits(stated: Quantity, low: Quantity, high: Quantity, way: Direction | None) -> bool:
    """Whether two values are about as far apart as a word or a multiple says: halved, a third less, threefold."""
    ratio = interval(high).over(interval(low))
    if ratio is None or not stated.amount:
        return True
    amount = abs(stated.amount)
    over = stated.qualifier in ("over", "at least")
    if stated.kind == "multiple" or amount >= HUNDRED:
        factors = [amount, amount + 1] if stated.kind == "multiple" else [1 + amount / HUNDRED]
        wide = ratio.widened(_LOOSER)
        return any(wide.low <= factor <= wide.high or (over and wide.high >= factor) for factor in factors)
    grown = (ratio.low - 1) * HUNDRED, (ratio.high - 1) * HUNDRED
    shrunk = (1 - 1 / ratio.low) * HUNDRED, (1 - 1 / ratio.high) * HUNDRED
    slack = amount * (_LOOSE if amount < HUNDRED / 2 else _LOOSER)
    readings = {"increase": (grown,), "decrease": (shrunk,)}.get(way or "", (grown, shrunk))
    return any(few - slack <= amount <= many + slack or (over and many >= amount) for few, many in readings)
