"""Arithmetic on written numbers, by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.checks.written import Interval, Verdict, interval, judge, rounds_to, shown, significant_unit
from dualtrack.extraction import Quantity


def quantity(amount: str, precision: str = "1", **more: object) -> Quantity:
    return Quantity(more.pop("kind", "money"), 0, 0, amount, Decimal(amount), precision=Decimal(precision), **more)  # type: ignore[arg-type]


def test_a_written_number_stands_for_half_a_unit_either_way() -> None:
    assert interval(quantity("130", "1")) == Interval(Decimal("129.5"), Decimal("130.5"))
    assert interval(quantity("24.7", "0.1", kind="percentage")) == Interval(Decimal("24.65"), Decimal("24.75"))


def test_counts_are_exact_and_hedges_widen() -> None:
    assert interval(quantity("30", kind="count")) == Interval(Decimal(30), Decimal(30))
    assert interval(quantity("100", qualifier="about")) == Interval(Decimal(50), Decimal(150))
    assert interval(quantity("100", qualifier="over")).high > Decimal(10) ** 20
    assert interval(quantity("100", qualifier="up to")).low == 0


@pytest.mark.parametrize(
    ("stated", "precision", "verdict"),
    [("24.6", "0.1", "right"), ("25", "1", "right"), ("24.7", "0.1", "rounded"), ("23.8", "0.1", "rounded"), ("25.5", "0.1", "rounded"),
     ("26", "1", "wrong"), ("30", "1", "wrong"), ("23.6", "0.1", "wrong")],
)  # fmt: skip
def test_130_to_162_allows_23_8_to_25_5(stated: str, precision: str, verdict: str) -> None:
    ratio = interval(quantity("162")).over(interval(quantity("130")))
    assert ratio is not None
    allowed = Interval((ratio.low - 1) * 100, (ratio.high - 1) * 100)
    assert (shown(allowed.low), shown(allowed.high)) == ("23.8", "25.5")
    computed = (Decimal(162) / Decimal(130) - 1) * 100
    assert judge(quantity(stated, precision, kind="percentage"), computed, allowed) == Verdict(verdict)


def test_halves_may_go_up_or_to_even() -> None:
    assert rounds_to(Decimal("2.5"), Decimal(3), Decimal(1)) and rounds_to(Decimal("2.5"), Decimal(2), Decimal(1))
    assert not rounds_to(Decimal("2.4"), Decimal(3), Decimal(1))


def test_units_and_messages() -> None:
    assert significant_unit(Decimal(5400)) == 100 and significant_unit(Decimal("1.40")) == Decimal("0.1")
    assert shown(Decimal("1234.50")) == "1,234.5" and shown(Decimal("24.6153"), 2) == "24.62"


@given(st.decimals("0.1", "1e6", places=1), st.decimals("0.1", "1e6", places=1))
def test_the_quotient_of_two_numbers_lies_in_the_quotient_of_their_intervals(one: Decimal, other: Decimal) -> None:
    ratio = interval(quantity(str(one), "0.1")).over(interval(quantity(str(other), "0.1")))
    assert ratio is None or ratio.low <= one / other <= ratio.high


def test_what_has_no_end_is_shown_as_such() -> None:
    far = interval(Quantity("count", 0, 3, "100", Decimal(100), qualifier="over"))
    assert shown(far.low) == "99.5" and shown(far.high) == "∞"
    assert shown(-far.high) == "-∞" and shown(far.high / 130) == "∞"
