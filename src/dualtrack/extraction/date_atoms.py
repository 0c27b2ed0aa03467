"""A date as it is written: which of year, month, day are stated, and how they become EDTF.

An ``Atom`` is what one form of a language's grammar read at one place. What it lacks (a year, a month) is filled by
``date_context``; two atoms that make an interval are joined by ``date_join``.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from dualtrack.model.fiscal import ERAS, fiscal_year

Unit = Literal["day", "month", "year", "quarter", "half", "season", "fiscal", "decade"]


@dataclass(slots=True)
class Relative:
    """A date told from another: ``shift`` units from the reference day, or from the last date of the text.

    ``nearest`` is -1 or 1 where the word names the nearest such month, day or season behind or ahead: last summer.
    """

    unit: Unit
    shift: int
    from_text: bool = False
    nearest: int = 0


@dataclass(slots=True)
class Atom:
    """One date as written; ``None`` where a part is not stated."""

    start: int
    end: int
    unit: Unit = "year"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    """Of the quarter (1-4), half (1-2) or season (1 spring - 4 winter); of a fiscal year's quarter or half too."""
    fiscal: bool = False
    fiscal_end: int | None = None
    """The second year of a split label: 2024-25."""
    part: Unit | None = None
    """``quarter`` or ``half`` of a fiscal year."""
    approx: bool = False
    weekday: int | None = None
    era: tuple[str, int] | None = None
    western: int | None = None
    relative: Relative | None = None
    until: "Atom | None" = None
    inferred: bool = False
    country: str = ""
    form: str = ""
    explicit: bool = False
    """Whether the year stands in the text, so that later dates may take it over."""


def month_days(year: int, month: int) -> int:
    """How many days the month has."""
    return monthrange(year, month)[1]


def real(atom: Atom) -> bool:
    """Whether a day of the atom's calendar exists (a day without a year is real if some year has it)."""
    if atom.month is not None and not 1 <= atom.month <= 12:
        return False
    if atom.day is None or atom.month is None:
        return atom.day is None or 1 <= atom.day <= 31
    return 1 <= atom.day <= month_days(2000 if atom.year is None else atom.year, atom.month)


def point(atom: Atom) -> str:
    """The EDTF text of a resolved atom, its second part left aside."""
    if atom.unit in ("half", "fiscal"):
        begin, end = _ends(atom)
        text = begin if begin == end else f"{begin}/{end}"
    else:
        text = _plain(atom)
    return "/".join(part + "~" for part in text.split("/")) if atom.approx else text


def edtf(atom: Atom) -> str:
    """The EDTF text of a resolved atom, an interval where it has an ``until``."""
    if atom.until is None:
        return point(atom)
    begin, end = _ends(atom)[0], _ends(atom.until)[1]
    if begin == end:
        return begin
    return f"{begin}{_mark(atom)}/{end}{_mark(atom.until)}"


def _mark(atom: Atom) -> str:
    """The mark of an approximate end; EDTF has none for a decade in an interval."""
    return "~" if atom.approx and atom.unit != "decade" else ""


def _plain(atom: Atom) -> str:
    year = f"{atom.year or 0:04d}"
    if atom.unit == "day":
        return f"{year}-{atom.month:02d}-{atom.day:02d}"
    if atom.unit == "month":
        return f"{year}-{atom.month:02d}"
    if atom.unit == "quarter":
        return f"{year}-{32 + (atom.number or 1)}"
    if atom.unit == "season":
        return f"{year}-{20 + (atom.number or 1)}"
    if atom.unit == "decade":
        return f"{year[:3]}X"
    return year


def _ends(atom: Atom) -> tuple[str, str]:
    year = atom.year or 0
    if atom.unit == "quarter":
        last = 3 * (atom.number or 1)
        return f"{year:04d}-{last - 2:02d}", f"{year:04d}-{last:02d}"
    if atom.unit == "half":
        return (f"{year:04d}-01", f"{year:04d}-06") if atom.number == 1 else (f"{year:04d}-07", f"{year:04d}-12")
    if atom.unit == "fiscal":
        return _fiscal_ends(year, atom.fiscal_end, atom.country, atom.part, atom.number)
    text = _plain(atom)
    return text, text


@lru_cache(maxsize=1024)
def _fiscal_ends(year: int, second: int | None, country: str, part: Unit | None, number: int | None) -> tuple[str, str]:
    begin, end = fiscal_year(year, country) if second is None else _split_fiscal(year, second, country)
    if part is None:
        return (f"{begin:%Y}", f"{end:%Y}") if begin.month == 1 else (f"{begin:%Y-%m}", f"{end:%Y-%m}")
    length = 3 if part == "quarter" else 6
    first = begin.year * 12 + begin.month - 1 + length * ((number or 1) - 1)
    return _month(first), _month(first + length - 1)


def _month(count: int) -> str:
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def _split_fiscal(first: int, second: int, country: str) -> tuple[date, date]:
    """FY2024-25 is one year where fiscal years straddle and are so written; elsewhere it is two of them."""
    begin, end = fiscal_year(first, country)
    if second - first > 1 or begin.month == 1 or country in ("US", "TH", "JP"):
        return begin, fiscal_year(second, country)[1]
    return (begin, end) if begin.year == first else fiscal_year(second, country)


def era_year(name: str, regnal: int) -> int | None:
    """The western year of a regnal year, counted on past the era's end; ``None`` for an unknown era."""
    if name in ("民国", "民國", "中華民國", "中华民国"):
        return 1911 + regnal
    for era in ERAS:
        if name in (era.code, era.ja):
            return era.begins.year + regnal - 1
    return None
