"""Fiscal years by country and Japanese eras: calendars that policy documents use beside the Gregorian one.

Sources: for fiscal years, each government's own definition (US Code title 31 section 1102; Japan's Public
Finance Act article 11; UK financial year to 31 March; India's General Clauses Act section 3(21)); for eras,
the cabinet orders that named them.
"""

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from dualtrack.errors import BadInputError

# country -> (first month, year that the label names: the year it "begins" or "ends" in)
_FISCAL: dict[str, tuple[int, str]] = {
    "US": (10, "ends"),
    "TH": (10, "ends"),
    "JP": (4, "begins"),
    "GB": (4, "begins"),
    "IN": (4, "begins"),
    "CA": (4, "begins"),
    "SG": (4, "begins"),
    "HK": (4, "begins"),
    "ZA": (4, "begins"),
    "AU": (7, "ends"),
    "NZ": (7, "ends"),
}


class Era(NamedTuple):
    """A Japanese era: its names and the days it began and ended (``None`` while it lasts)."""

    code: str
    ja: str
    en: str
    begins: date
    ends: date | None


ERAS = (
    Era("M", "明治", "Meiji", date(1868, 1, 25), date(1912, 7, 29)),
    Era("T", "大正", "Taisho", date(1912, 7, 30), date(1926, 12, 24)),
    Era("S", "昭和", "Showa", date(1926, 12, 25), date(1989, 1, 7)),
    Era("H", "平成", "Heisei", date(1989, 1, 8), date(2019, 4, 30)),
    Era("R", "令和", "Reiwa", date(2019, 5, 1), None),
)


def fiscal_year(year: int, country: str) -> tuple[date, date]:
    """The first and last day of the fiscal year that ``country`` labels ``year``.

    The United States label the year in which it ends (FY2026 runs from 2025-10-01 to 2026-09-30); Japan, the United
    Kingdom, India and Canada the year in which it begins. A country that is not listed uses the calendar year.
    """
    month, label = _FISCAL.get(country, (1, "begins"))
    begin_year = year - 1 if label == "ends" else year
    begin = date(begin_year, month, 1)
    if month == 1:
        return begin, date(begin_year, 12, 31)
    end_month = month - 1
    return begin, date(begin_year + 1, end_month, monthrange(begin_year + 1, end_month)[1])


def fiscal_label(begin: date, end: date, country: str) -> int | None:
    """The label of the fiscal year of ``country`` that runs from ``begin`` to ``end``, or ``None`` if none does."""
    for year in (begin.year, begin.year + 1):
        if fiscal_year(year, country) == (begin, end):
            return year
    return None


def era_named(name: str) -> Era:
    """The era with this Japanese name, English name or one-letter code.

    Raises:
        BadInputError: No era has that name.
    """
    for era in ERAS:
        if name in (era.code, era.ja) or name.casefold() == era.en.casefold():
            return era
    raise BadInputError(f"No Japanese era is called '{name}'", mend=f"Use one of {', '.join(era.ja for era in ERAS)}.")


def western_year(era: Era, regnal: int) -> int:
    """The western year of a regnal year (令和7 is 2025).

    Raises:
        BadInputError: The era had no such year (平成32: it ended in its year 31).
    """
    year = era.begins.year + regnal - 1
    if regnal < 1 or (era.ends is not None and year > era.ends.year):
        last = era.ends.year - era.begins.year + 1 if era.ends else None
        raise BadInputError(
            f"{era.ja} had no year {regnal}",
            mend=f"It ran from year 1 to year {last}." if last else "Years are counted from 1.",
        )
    return year


def era_of(day: date) -> tuple[Era, int] | None:
    """The era of a day and its regnal year, or ``None`` before Meiji."""
    for era in reversed(ERAS):
        if day >= era.begins:
            return era, day.year - era.begins.year + 1
    return None
