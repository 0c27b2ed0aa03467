"""How a column of a table may be read: what each row would say, and whether the reading is accepted.

The weight of agreement is counted in decimal digits: a figure as written that could have been one of 1,000 others
agrees by chance once in a thousand times, and adds three.
"""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dualtrack.checks.tables.cell import Cell

Kind = Literal["change", "fall", "difference", "ratio", "share", "quotient", "product", "yearly", "running"]
_ENOUGH, _ENOUGH_FREE = 4.0, 6.0
"""Digits that must agree where no head names the reading; more for those that units leave free by a power of ten."""


@dataclass(frozen=True, eq=False)
class Judged:
    """One row under a reading.

    Attributes:
        row: The row.
        stated: The cell of the column.
        computed: What the operands give.
        slack: How far the rounding of the operands may move the computed value.
        wide: The same if even whole numbers that seem counts are rounded ones.
        operands: The cells it was computed from.
    """

    row: int
    stated: Cell
    computed: float
    slack: float
    operands: tuple[Cell, ...]
    wide: float = 0.0

    @cached_property
    def gap(self) -> float:
        """How far the stated value lies from the computed one; brackets may or may not mean minus."""
        value = float(self.stated.value)
        near = abs(value - self.computed)
        return min(near, abs(-value - self.computed)) if self.stated.bracketed else near

    @property
    def right(self) -> bool:
        """Whether the computed value rounds to the stated one."""
        return self.gap <= float(self.stated.unit) / 2 * 1.000001 + 1e-9

    @cached_property
    def close(self) -> bool:
        """Whether rounding (of the operands, or downwards) explains the gap."""
        unit = float(self.stated.unit)
        return self.right or self.gap <= unit / 2 + self.slack or (self.gap < unit * 1.0001 and unit < 1)

    @property
    def near(self) -> bool:
        """Whether rounding explains the gap if what seems counted was rounded too."""
        return self.close or self.gap <= float(self.stated.unit) / 2 + self.wide

    @property
    def weight(self) -> float:
        """How many decimal digits agree."""
        size = max(abs(float(self.stated.value)), abs(self.computed))
        return max(0.0, math.log10(max(1e-9, 2 * size / (float(self.stated.unit) + 2 * self.slack))))


@dataclass(frozen=True, eq=False)
class Reading:
    """A column as computed from others.

    Attributes:
        kind: What the column holds.
        column: The column.
        operands: The columns it is computed from.
        rows: The rows that have all figures.
        natural: Whether the operands are those that order and heads suggest.
        named: Whether the head of the column names such a figure.
    """

    kind: Kind
    column: int
    operands: tuple[int, ...]
    rows: tuple[Judged, ...]
    natural: bool = False
    named: bool = False

    @cached_property
    def agreeing(self) -> int:
        """How many rows agree."""
        return sum(row.close for row in self.rows)

    @property
    def wrong(self) -> tuple[Judged, ...]:
        """The rows that disagree; where several would agree if the counts were rounded figures, those do not."""
        wrong = tuple(row for row in self.rows if not row.close)
        grave = tuple(row for row in wrong if not row.near)
        return grave if len(wrong) - len(grave) >= 2 else wrong

    @cached_property
    def weight(self) -> float:
        """How much the agreement of its rows weighs, in digits."""
        return sum(row.weight for row in self.rows if row.close)

    @property
    def accepted(self) -> bool:
        """Whether the column is read so."""
        agreeing, wrong = self.agreeing, len(self.rows) - self.agreeing
        if self.kind in ("quotient", "product", "yearly") and not (agreeing >= 2 and agreeing > wrong):
            return False
        if self.named:
            if not self.rows:
                return False
            if len(self.rows) == 1:
                return self.natural
            return agreeing >= 1 and agreeing >= wrong and self.weight >= (0.6 if self.natural else 2.5)
        enough = _ENOUGH if self.kind in ("change", "ratio", "share", "difference") else _ENOUGH_FREE
        if self.natural and self.kind == "difference":
            enough -= 1
        return agreeing >= 2 and agreeing > wrong and self.weight >= enough

    @property
    def rank(self) -> tuple[int, int, bool, bool, float]:
        """The better of two readings of a column is the greater."""
        return (self.agreeing - len(self.wrong), self.agreeing, self.named, self.natural, self.weight)
