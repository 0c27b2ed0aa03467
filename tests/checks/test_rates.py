"""Reference rates, against figures that the European Central Bank published."""

from datetime import date
from decimal import Decimal

from dualtrack.checks import rates


def test_the_first_fixing_of_the_euro() -> None:
    day = date(1999, 1, 4)
    band = rates.band("EUR", "USD", day, day)
    assert band is not None and band.low == band.high == Decimal("1.1789")
    yen = rates.band("EUR", "JPY", day, day)
    assert yen is not None and yen.mean == Decimal("133.73")


def test_cross_rates_by_month() -> None:
    june, july = rates.month_average("GBP", "JPY", 2025, 6), rates.month_average("GBP", "JPY", 2024, 7)
    assert june is not None and 195 <= june <= 197
    assert july is not None and 202 <= july <= 205


def test_a_weekend_takes_the_week_around_it() -> None:
    assert rates.band("EUR", "USD", date(2025, 6, 28), date(2025, 6, 29)) is not None


def test_currencies_that_the_bank_does_not_quote() -> None:
    assert not rates.known("TWD") and not rates.known(None)
    assert rates.band("EUR", "TWD", date(2025, 1, 1), date(2025, 2, 1)) is None
