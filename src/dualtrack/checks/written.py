"""Arithmetic on numbers as written: a number with so many digits stands for an interval.

130 million stands for 129.5 to 130.5 million, because its last written digit is a million; a stated 24.7 % for 24.65 to
24.75 %. A hedge (about, over) widens the interval. A stated figure is then *right* where it equals the computed one
at its own precision, *rounded* where its interval touches the interval of all that the written amounts allow, and
*wrong* outside it.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation
from enum import StrEnum

from dualtrack.extraction import Quantity

HALF = Decimal("0.5")
HUNDRED = Decimal(100)
_FAR = Decimal("1e30")


class Verdict(StrEnum):
    """How a stated figure lies to the computed one."""

    RIGHT = "right"
    ROUNDED = "rounded"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from ``low`` to ``high``, both included."""

    low: Decimal
    high: Decimal

    def touches(self, other: "Interval") -> bool:
        """Whether some value belongs to both."""
        return self.low <= other.high and other.low <= self.high

    def widened(self, share: Decimal) -> "Interval":
        """Wider by a share of itself at each end."""
        return Interval(self.low - abs(self.low) * share, self.high + abs(self.high) * share)

    def __neg__(self) -> "Interval":
        return Interval(-self.high, -self.low)

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return self + (-other)

    def over(self, other: "Interval") -> "Interval | None":
        """This divided by ``other``; None where ``other`` may be zero or less."""
        if other.low <= 0:
            return None
        try:
            ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        except (DivisionByZero, InvalidOperation):
            return None
        return Interval(min(ends), max(ends))

    def scaled(self, factor: Decimal) -> "Interval":
        """Each end times a positive factor."""
        return Interval(self.low * factor, self.high * factor)


def significant_unit(value: Decimal) -> Decimal:
    """The value of one unit in the last digit that is not zero: 100 for 5,400; 0.1 for 1.40."""
    if not value:
        return Decimal(1)
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def interval(quantity: Quantity) -> Interval:
    """What the quantity as written may stand for; its sign is left out.

    Whole counts of things are exact. 'About' takes half a unit of the last digit that is not zero, or five per cent
    (ten of a percentage in fives, three of any other, as nobody rounds to 83 %); 'over' and 'at least' have no upper
    end, 'under' has no lower one, 'up to' allows anything below.
    """
    amount = abs(quantity.amount or Decimal(0))
    upper = abs(quantity.upper) if quantity.upper is not None else amount
    slack = _slack(quantity, amount)
    low, high = min(amount, upper) - slack, max(amount, upper) + slack
    if quantity.qualifier in ("over", "at least"):
        high = _FAR
    elif quantity.qualifier == "under":
        low = min(low, amount * Decimal("0.85"))
    elif quantity.qualifier == "up to":
        low = Decimal(0)
    return Interval(max(low, Decimal(0)) if amount else low, high)


def _slack(quantity: Quantity, amount: Decimal) -> Decimal:
    if quantity.qualifier == "about":
        if quantity.kind == "percentage" and amount % 5:
            return max(2 * quantity.precision, amount * Decimal("0.03"))
        share = Decimal("0.05") if quantity.kind in ("money", "count") else Decimal("0.1")
        return max(significant_unit(amount) * HALF, amount * share)
    if exact(quantity):
        return Decimal(0)
    return quantity.precision * HALF


def exact(quantity: Quantity) -> bool:
    """Whether it is a whole count of things, written out to the last one."""
    return quantity.kind == "count" and quantity.qualifier is None and quantity.precision == 1


def rounds_to(computed: Decimal, stated: Decimal, unit: Decimal) -> bool:
    """Whether ``computed`` rounded to a multiple of ``unit`` is ``stated``, halves going up or to even."""
    steps = computed / unit
    return any(steps.quantize(Decimal(1), rounding=mode) * unit == stated for mode in (ROUND_HALF_UP, ROUND_HALF_EVEN))


def open_ended(quantity: Quantity) -> bool:
    """Whether a quantity has no upper or no lower end, 'over 11', 'up to 5': nearly any reckoning fits it."""
    return quantity.qualifier in ("over", "at least", "up to", "under")


def judge(stated: Quantity, computed: Decimal, allowed: Interval) -> Verdict:
    """Compare a stated figure with the computed one and with all that the written amounts allow.

    Args:
        stated: The figure as stated; its sign is left out.
        computed: What the amounts as written give, not negative.
        allowed: What they may give when each is moved within its own precision.
    """
    amount = abs(stated.amount or Decimal(0))
    if stated.qualifier is None and stated.upper is None and rounds_to(computed, amount, stated.precision):
        return Verdict.RIGHT
    meant = interval(stated)
    if meant.low <= computed <= meant.high:
        return Verdict.RIGHT
    return Verdict.ROUNDED if meant.touches(allowed) else Verdict.WRONG


def shown(value: Decimal, digits: int = 1) -> str:
    """A number for a message: at most so many decimals, no trailing zeros, thousands separated; ∞ for no end."""
    if abs(value) >= _FAR / 10**6:
        return "-∞" if value < 0 else "∞"
    rounded = value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
