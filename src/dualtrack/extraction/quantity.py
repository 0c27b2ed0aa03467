"""The typed value read from a text: an amount of money, a percentage, a count, a rank."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from dualtrack.model import Qualifier

Kind = Literal["money", "percentage", "points", "share", "multiple", "count", "rank"]
Direction = Literal["increase", "decrease"]
Span = tuple[int, int]

PERCENTAGE_KINDS = frozenset(("percentage", "points", "share"))
"""The kinds whose amount is in percent or percentage points."""


def plain(value: Decimal | None) -> str | None:
    """The value as digits without an exponent, with the decimals it was written with."""
    return None if value is None else format(value, "f")


@dataclass(frozen=True, slots=True)
class StatedChange:
    """A change the text states beside an amount, ``$3,903 million (56.9% down)``.

    Attributes:
        value: The change in percent, or in percentage points where ``points``; not signed unless the text signs it.
        direction: Whether it rose or fell.
        points: True where the value is in percentage points.
        start: Where the quantity that states it starts in the text.
        end: Where it ends.
    """

    value: Decimal
    direction: Direction | None
    points: bool
    start: int
    end: int

    def as_dict(self) -> dict[str, object]:
        """Value, direction and points as plain data."""
        return {"value": plain(self.value), "direction": self.direction, "points": self.points}


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity in a text; ``text[start:end] == quote`` always.

    Attributes:
        kind: ``money``, ``percentage``, ``points`` (percentage points), ``share`` (a fraction in words, as percent),
            ``multiple`` (times), ``count`` (of something, see ``unit``) or ``rank``.
        start: Offset of the first character, in characters.
        end: Offset after the last one.
        quote: The verbatim number with its unit and currency, without hedges, periods and directions.
        amount: The value in whole units of the currency, percent, points, times or things. Carries the written sign.
        upper: The upper end of a range, in the same unit.
        currency: ISO 4217 code (``BTC``, ``ETH`` by custom); None where the text leaves it open (``10 dinars``).
        unit: Key of the thing counted (``people``, ``projects``, ``countries`` ...).
        qualifier: How the amount is hedged.
        per: Period of a recurring amount: ``year``, ``quarter``, ``month``, ``week``, ``day`` or ``hour``.
        over_years: Number of years the amount is spread over.
        gloss_of: Span of the amount that this one repeats in another currency, in brackets.
        direction: Whether the percentage is a rise or a fall.
        points: True for percentage points.
        change: The change stated with this amount.
        baseline: Span of the earlier amount of a pair (``$21bn`` in ``$21bn→$34bn``).
        precision: Value of one unit in the last written digit: 10000 for 5,400万, 10000000 for 1.4億.
        sign: ``-`` or ``+`` where the text writes one (``△`` and ``▲`` before a number are minus signs).
    """

    kind: Kind
    start: int
    end: int
    quote: str
    amount: Decimal | None
    upper: Decimal | None = None
    currency: str | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None
    per: str | None = None
    over_years: Decimal | None = None
    gloss_of: Span | None = None
    gloss_quote: str | None = None
    direction: Direction | None = None
    points: bool = False
    change: StatedChange | None = None
    baseline: Span | None = None
    precision: Decimal = Decimal(1)
    sign: str | None = None

    @property
    def is_percentage(self) -> bool:
        """True for the kinds that ``percentages`` of ``dualtrack extract`` lists."""
        return self.kind in PERCENTAGE_KINDS

    def as_dict(self) -> dict[str, object]:
        """The keys of ``dualtrack extract`` for this kind; amounts are decimal strings without an exponent."""
        place: dict[str, object] = {"quote": self.quote, "start": self.start, "end": self.end}
        if self.kind == "money":
            return place | self._money()
        if self.is_percentage:
            return place | {
                "value": plain(self.amount),
                "direction": self.direction,
                "points": self.points,
                "qualifier": self.qualifier,
                "upper": plain(self.upper),
            }
        return place | {
            "kind": self.kind,
            "amount": plain(self.amount),
            "unit": self.unit,
            "qualifier": self.qualifier,
            "upper": plain(self.upper),
        }

    def _money(self) -> dict[str, object]:
        gloss = self.gloss_of
        return {
            "amount": plain(self.amount),
            "currency": self.currency,
            "qualifier": self.qualifier,
            "upper": plain(self.upper),
            "per": self.per,
            "over_years": plain(self.over_years),
            "gloss_of": gloss and {"quote": self.gloss_quote, "start": gloss[0], "end": gloss[1]},
            "change": self.change and self.change.as_dict(),
        }
