"""Amounts of money, changes, shares and plain quantities: typed so that they can be recomputed."""

from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from dualtrack.model.base import CurrencyCode, Value
from dualtrack.model.duration import Duration
from dualtrack.model.text import Text

Qualifier = Literal["about", "over", "at least", "under", "up to"]
"""How an amount is hedged; absent when it is stated as exact."""


def _plain(value: Decimal) -> Decimal:
    if not value.is_finite():
        raise ValueError("an amount is a finite decimal number")
    return Decimal(format(value, "f"))


class Money(Value):
    """An amount in a currency, in whole units of it (54 million pounds is ``54000000``), never a float.

    ``upper`` is the end of a range; ``per`` the period of a recurring amount; ``over`` the length it is spread over;
    ``gloss`` the same amount as the source gave it in another currency.
    """

    amount: Decimal
    currency: CurrencyCode
    upper: Decimal | None = None
    qualifier: Qualifier | None = None
    per: Literal["year", "quarter", "month"] | None = None
    over: Duration | None = None
    gloss: "Money | None" = None
    what: Text | None = None
    """What the amount is for, where an action has several."""

    @field_validator("amount", "upper", mode="after")
    @classmethod
    def _finite(cls, value: Decimal | None) -> Decimal | None:
        return None if value is None else _plain(value)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.upper is not None and self.upper < self.amount:
            raise ValueError("the upper end of a range lies below its lower end")
        if self.gloss is not None and self.gloss.gloss is not None:
            raise ValueError("a gloss has no gloss of its own")
        return self


class Quantity(Value):
    """A number with a unit that is not money: people, papers, countries, a ratio.

    ``unit`` is a key of the codebook's units (``people``, ``percent``, ``rank`` ...).
    """

    amount: Decimal
    unit: str
    upper: Decimal | None = None
    qualifier: Qualifier | None = None

    @field_validator("amount", "upper", mode="after")
    @classmethod
    def _finite(cls, value: Decimal | None) -> Decimal | None:
        return None if value is None else _plain(value)


class Change(Value):
    """A stated change: ``value`` in percent (or in percentage points), negative for a cut; no value for 'flat'."""

    value: Decimal | None = None
    points: bool = False
    direction: Literal["increase", "decrease", "flat"]
    qualifier: Qualifier | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: object) -> object:
        if isinstance(data, int | float) and not isinstance(data, bool):
            raise ValueError("a change is written as text with its sign and percent, such as '-56.9%'")
        return _read_change(data) if isinstance(data, str) else data

    @model_validator(mode="after")
    def _signed(self) -> Self:
        if self.value is not None:
            right = {"increase": self.value > 0, "decrease": self.value < 0, "flat": self.value == 0}[self.direction]
            if not right:
                raise ValueError(f"a change of {self.value} is no {self.direction}")
        return self


def _read_change(text: str) -> dict[str, object]:
    body = text.strip().removesuffix("%").strip()
    points = body.endswith("pp")
    try:
        value = Decimal(body.removesuffix("pp").strip().replace("−", "-"))  # the minus sign of typesetters
    except ArithmeticError:
        raise ValueError(f"'{text}' is not a change; write it with its sign, such as '-56.9%' or '+6pp'") from None
    if not text.strip().endswith(("%", "pp")):
        raise ValueError(f"'{text}' lacks its unit; write '%' for percent or 'pp' for percentage points")
    direction = "increase" if value > 0 else "decrease" if value < 0 else "flat"
    return {"value": value, "points": points, "direction": direction}


class Share(Value):
    """A part of a whole in percent: 78 % of H-1B visas."""

    percent: Decimal = Field(ge=0)
    of: Text | None = None
    qualifier: Qualifier | None = None
