"""Periods: EDTF in and out, bounds, and an ordering that never claims more than is written."""

import pickle
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import assume, given

from dualtrack.errors import BadInputError
from dualtrack.model import Order, Period
from strategies import edtf_intervals, edtf_points


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2025-06-26", date(2025, 6, 26), date(2025, 6, 26)),
        ("2025-06~", date(2025, 6, 1), date(2025, 6, 30)),
        ("2025-33", date(2025, 1, 1), date(2025, 3, 31)),
        ("2025-36", date(2025, 10, 1), date(2025, 12, 31)),
        ("2025-21", date(2025, 3, 1), date(2025, 5, 31)),
        ("2025-24", date(2025, 12, 1), date(2026, 2, 28)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2022/2024", date(2022, 1, 1), date(2024, 12, 31)),
        ("2022-03/2024", date(2022, 3, 1), date(2024, 12, 31)),
        ("2022/..", date(2022, 1, 1), None),
        ("2022/", date(2022, 1, 1), None),
        ("../2024-08", None, date(2024, 8, 31)),
    ],
)
def test_bounds_are_the_first_and_last_day_it_may_touch(text: str, lower: date | None, upper: date | None) -> None:
    period = Period(text)
    assert (period.lower, period.upper) == (lower, upper)
    assert str(period) == text


@pytest.mark.parametrize(
    "text",
    ["", "2024-02-30", "2023-02-29", "2024-13", "2024-00", "2024-4", "24", "2024/2023", "../..", "/",
     "2024-04-10T00:00", "0000", "000X", "2024-25", "2024-32", "2024-37", "２０２４", "199X-05", "2024//2025",
     "2024-04-10-11", " 2024", "tomorrow"],
)  # fmt: skip
def test_what_is_not_a_period_is_refused_with_a_mend(text: str) -> None:
    with pytest.raises(BadInputError) as caught:
        Period(text)
    assert caught.value.mend


@given(edtf_points())
def test_points_agree_with_the_edtf_library(text: str) -> None:
    ours = Period(text)
    plain = text.rstrip("~?%")
    if plain.endswith(("-24", "-33", "-34", "-35", "-36")) and len(plain) == 7:
        return  # the library cannot date quarters, and ends winter in its own year
    theirs = parse_edtf(plain)
    lower, upper = theirs.lower_strict(), theirs.upper_strict()
    assert ours.lower is not None and ours.upper is not None
    assert tuple(lower[:3]) == ours.lower.timetuple()[:3]
    assert tuple(upper[:3]) == ours.upper.timetuple()[:3]


@given(edtf_points() | edtf_intervals())
def test_text_survives_a_round_trip(text: str) -> None:
    try:
        period = Period(text)
    except BadInputError:
        assume(False)
    assert Period(str(period)) == period
    assert pickle.loads(pickle.dumps(period)) == period


@given(edtf_points(), edtf_points())
def test_order_is_antisymmetric(first: str, second: str) -> None:
    mirror = {Order.BEFORE: Order.AFTER, Order.AFTER: Order.BEFORE}
    there, back = Period(first).order(Period(second)), Period(second).order(Period(first))
    assert back == mirror.get(there, there)


@given(edtf_points(), edtf_points(), edtf_points())
def test_before_is_transitive(first: str, second: str, third: str) -> None:
    a, b, c = Period(first), Period(second), Period(third)
    if a.order(b) is Order.BEFORE and b.order(c) is Order.BEFORE:
        assert a.order(c) is Order.BEFORE


@given(edtf_points(), edtf_points())
def test_order_holds_for_every_pair_of_days_or_says_it_cannot_tell(first: str, second: str) -> None:
    a, b = Period(first), Period(second)
    assert a.lower and a.upper and b.lower and b.upper
    if a.order(b) is Order.BEFORE:
        assert a.upper < b.lower
    elif a.order(b) is Order.WITHIN:
        assert a.lower <= b.upper and b.lower <= a.upper
        assert a.overlaps(b)


def test_a_month_is_neither_before_nor_after_a_day_in_it() -> None:
    assert Period("2024-04").order(Period("2024-04-10")) is Order.WITHIN
    assert Period("2024-04-10").order(Period("2024-04")) is Order.WITHIN
    assert Period("2024-03").order(Period("2024-04-10")) is Order.BEFORE
    assert Period("2024-05").order(Period("2024-04-10")) is Order.AFTER
    assert Period("2024-04").contains(Period("2024-04-10"))
    assert not Period("2024-04-10").contains(Period("2024-04"))


@pytest.mark.parametrize(
    ("text", "country", "edtf"),
    [
        ("FY2026", "US", "2025-10/2026-09"),
        ("FY2024", "JP", "2024-04/2025-03"),
        ("FY2024", "GB", "2024-04/2025-03"),
        ("FY2024", "IN", "2024-04/2025-03"),
        ("FY2024", "CA", "2024-04/2025-03"),
        ("FY2024", "AU", "2023-07/2024-06"),
        ("fiscal 2024", "KR", "2024"),
        ("FY2024", "DE", "2024"),
    ],
)
def test_fiscal_years_by_country(text: str, country: str, edtf: str) -> None:
    period = Period.parse(text, country)
    assert str(period) == edtf
    assert period.fiscal_year(country) == int(text[-4:])


def test_a_fiscal_year_without_its_country_is_not_guessed() -> None:
    with pytest.raises(BadInputError, match="different countries"):
        Period.parse("FY2026")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("令和7年6月26日", "2025-06-26"),
        ("令和7年6月", "2025-06"),
        ("令和元年", "2019"),
        ("平成31年度", "2019-04/2020-03"),
        ("平成31年", "2019"),
        ("昭和64年1月7日", "1989-01-07"),
        ("R7", "2025"),
    ],
)
def test_japanese_eras_in(text: str, edtf: str) -> None:
    assert str(Period.parse(text)) == edtf


def test_an_era_year_past_the_end_of_the_era_is_refused() -> None:
    with pytest.raises(BadInputError, match="平成 had no year 32"):
        Period.parse("平成32年")


@pytest.mark.parametrize(
    ("edtf", "text"),
    [
        ("2025-06-26", "令和7年6月26日"),
        ("2019-04-30", "平成31年4月30日"),
        ("2019-05-01", "令和元年5月1日"),
        ("1989-01-07", "昭和64年1月7日"),
        ("1989-01-08", "平成元年1月8日"),
        ("2024", "令和6年"),
        ("1800", None),
        ("2022/2024", None),
    ],
)
def test_japanese_eras_out(edtf: str, text: str | None) -> None:
    assert Period(edtf).era() == text


def test_a_period_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Period("2024").edtf = "2025"  # type: ignore[misc]


def test_precision_and_marks() -> None:
    texts = ("2024", "2024-04", "2024-04-01", "2024-21", "2024-33", "199X", "19XX")
    kinds = ("year", "month", "day", "season", "quarter", "decade", "century")
    assert tuple(Period(text).precision for text in texts) == kinds
    assert Period("2025-06~").approximate and Period("2025?").uncertain
    assert Period("2025%").approximate and Period("2025%").uncertain
    assert Period("2022/..").ongoing and not Period("2022/2023").ongoing
    assert str(Period("2022-03/2024").begin) == "2022-03" and str(Period("2022-03/2024").end) == "2024"
