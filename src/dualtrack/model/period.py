"""A stretch of time written with no more precision than is known: EDTF, ordered without inventing a day.

``Period`` holds the part of ISO 8601-2 (Extended Date/Time Format, Library of Congress, 2019) that policy documents
need: years, months, days, seasons (21-24), quarters (33-36), decades (``199X``), intervals with open (``..``) or
unknown ends, and the marks for approximate (``~``), uncertain (``?``) and both (``%``).
"""

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from dualtrack.errors import BadInputError
from dualtrack.model.fiscal import era_named, era_of, fiscal_label, fiscal_year, western_year

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[~?%]?)", re.ASCII
)
_FISCAL = re.compile(r"(?:FY|fiscal\s+)\s*(\d{4})", re.IGNORECASE)
_ERA = re.compile(r"(明治|大正|昭和|平成|令和|[MTSHR])\s*(\d{1,2}|元)(?:年(?:(\d{1,2})月(?:(\d{1,2})日)?)?)?(年度)?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_MEND = "Write an EDTF date, such as 2024, 2024-04, 2024-04-10, 2022/2024, 2025-33 (first quarter) or 2025-06~."


class Order(StrEnum):
    """How one period lies to another, as far as their precision tells."""

    BEFORE = "before"
    AFTER = "after"
    SAME = "same"
    WITHIN = "within"
    """One lies in the other or they overlap: neither before nor after can be said."""


class Period:
    """A date or interval at its own precision; immutable, compared by its EDTF text.

    ``lower`` and ``upper`` are the first and last day that it may touch (``None`` where the end is open or unknown).
    All days are calendar days with no time zone.
    """

    __slots__ = ("_edtf", "_lower", "_upper")
    _edtf: str
    _lower: date | None
    _upper: date | None

    def __init__(self, edtf: str) -> None:
        """Read EDTF.

        Raises:
            BadInputError: It is not EDTF, names no real day, or ends before it begins.
        """
        lower, upper = _bounds(edtf)
        if lower is not None and upper is not None and upper < lower:
            raise BadInputError(f"The period '{edtf}' ends before it begins", mend="Put the earlier date first.")
        object.__setattr__(self, "_edtf", edtf)
        object.__setattr__(self, "_lower", lower)
        object.__setattr__(self, "_upper", upper)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a Period cannot be changed")

    @classmethod
    def parse(cls, text: str, country: str | None = None) -> Self:
        """Read EDTF, a fiscal year (``FY2026``, with its country) or a Japanese era date (``令和7年6月``).

        Raises:
            BadInputError: The text is none of these, or a fiscal year comes without a country.
        """
        text = text.strip()
        if found := _FISCAL.fullmatch(text):
            if country is None:
                raise BadInputError(
                    f"'{text}' means different days in different countries", mend="Say whose fiscal year it is."
                )
            return cls.fiscal(int(found[1]), country)
        if found := _ERA.fullmatch(text):
            return cls._from_era(*found.groups())
        return cls(text)

    @classmethod
    def fiscal(cls, year: int, country: str) -> Self:
        """The fiscal year that ``country`` labels ``year``, as an interval of months (a calendar year as a year)."""
        begin, end = fiscal_year(year, country)
        return cls(f"{begin:%Y}" if begin.month == 1 else f"{begin:%Y-%m}/{end:%Y-%m}")

    @classmethod
    def of(cls, day: date) -> Self:
        """The period of one day."""
        return cls(day.isoformat())

    @classmethod
    def _from_era(cls, name: str, regnal: str, month: str | None, day: str | None, fiscal: str | None) -> Self:
        year = western_year(era_named(name), 1 if regnal == "元" else int(regnal))
        if fiscal:
            return cls.fiscal(year, "JP")
        return cls("-".join([f"{year:04}", *(f"{int(part):02}" for part in (month, day) if part)]))

    @property
    def edtf(self) -> str:
        """The EDTF text, exactly as given."""
        return self._edtf

    @property
    def lower(self) -> date | None:
        """The first day it may touch; ``None`` if it has no known beginning."""
        return self._lower

    @property
    def upper(self) -> date | None:
        """The last day it may touch; ``None`` if it has no known end."""
        return self._upper

    @property
    def approximate(self) -> bool:
        """Whether any part is marked as approximate (``~`` or ``%``)."""
        return "~" in self._edtf or "%" in self._edtf

    @property
    def uncertain(self) -> bool:
        """Whether any part is marked as uncertain (``?`` or ``%``)."""
        return "?" in self._edtf or "%" in self._edtf

    @property
    def interval(self) -> bool:
        """Whether it was written as an interval."""
        return "/" in self._edtf

    @property
    def ongoing(self) -> bool:
        """Whether it is an interval with no end: open (``..``) or unknown."""
        return self.interval and self._upper is None

    @property
    def begin(self) -> "Period":
        """The period of its beginning, at the precision written (``2022-03/2024`` begins ``2022-03``)."""
        return self._end_point(0)

    @property
    def end(self) -> "Period":
        """The period of its end, at the precision written."""
        return self._end_point(1)

    def _end_point(self, which: int) -> "Period":
        if not self.interval:
            return self
        part = self._edtf.split("/")[which]
        return Period(part) if part not in ("", "..") else self

    @property
    def precision(self) -> str:
        """One of ``day``, ``month``, ``season``, ``quarter``, ``year``, ``decade``, ``century``, ``interval``."""
        if self.interval:
            return "interval"
        text = self._edtf.rstrip("~?%")
        if "X" in text:
            return "century" if text.endswith("XX") else "decade"
        if len(text) == 7 and int(text[5:]) > 12:
            return "season" if int(text[5:]) < 30 else "quarter"
        return {4: "year", 7: "month"}.get(len(text), "day")

    def order(self, other: "Period") -> Order:
        """Whether this is before, after, the same as ``other``, or ``within``: cannot be told from what is written.

        ``2024-04`` is neither before nor after ``2024-04-10``: the answer is ``within``, from either side.
        """
        if self._edtf == other._edtf:
            return Order.SAME
        if self._upper is not None and other._lower is not None and self._upper < other._lower:
            return Order.BEFORE
        if self._lower is not None and other._upper is not None and self._lower > other._upper:
            return Order.AFTER
        return Order.WITHIN

    def surely_by(self, day: date) -> bool:
        """Whether all of it lies on or before ``day``."""
        return self._upper is not None and self._upper <= day

    def possibly_by(self, day: date) -> bool:
        """Whether some of it lies on or before ``day``."""
        return self._lower is None or self._lower <= day

    def overlaps(self, other: "Period") -> bool:
        """Whether some day may belong to both."""
        return self.order(other) in (Order.SAME, Order.WITHIN)

    def contains(self, other: "Period") -> bool:
        """Whether every day of ``other`` belongs to this one."""
        starts = self._lower is None or (other._lower is not None and self._lower <= other._lower)
        ends = self._upper is None or (other._upper is not None and other._upper <= self._upper)
        return starts and ends

    def fiscal_year(self, country: str) -> int | None:
        """The label of the fiscal year of ``country`` that this is, or ``None``."""
        if self._lower is None or self._upper is None or (self.interval and len(self._edtf) > 15):
            return None
        return fiscal_label(self._lower, self._upper, country)

    def era(self) -> str | None:
        """The date in the Japanese calendar (``令和7年6月26日``), or ``None`` for intervals and before Meiji.

        A year or month in which the era changed takes the era of its last day, as official usage does.
        """
        if self.precision not in ("day", "month", "year") or self._upper is None or not (found := era_of(self._upper)):
            return None
        era, regnal = found
        text = f"{era.ja}{'元' if regnal == 1 else regnal}年"
        if self.precision != "year":
            text += f"{self._upper.month}月"
        return text + (f"{self._upper.day}日" if self.precision == "day" else "")

    def __str__(self) -> str:
        return self._edtf

    def __repr__(self) -> str:
        return f"Period('{self._edtf}')"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and other._edtf == self._edtf

    def __hash__(self) -> int:
        return hash(self._edtf)

    def __reduce__(self) -> tuple[type, tuple[str]]:
        return type(self), (self._edtf,)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate from EDTF text, a bare year or a ``date``; serialise to EDTF text."""

        def read(value: object) -> Period:
            try:
                return _from_plain(value)
            except BadInputError as error:
                raise ValueError(str(error)) from None

        return core_schema.no_info_plain_validator_function(
            read,
            serialization=core_schema.plain_serializer_function_ser_schema(str, return_schema=core_schema.str_schema()),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """A string in EDTF (YAML may also give a bare year)."""
        text = {"type": "string", "description": "EDTF (ISO 8601-2) date or interval", "examples": ["2024-04"]}
        return {"anyOf": [text, {"type": "integer", "minimum": 0, "maximum": 9999}]}


def _from_plain(value: object) -> Period:
    if isinstance(value, Period):
        return value
    if isinstance(value, date):
        return Period(f"{value:%Y-%m-%d}")
    if isinstance(value, int) and not isinstance(value, bool):
        return Period(f"{value:04}")
    if isinstance(value, str):
        return Period.parse(value)
    raise BadInputError(f"{value!r} is not a date", mend=_MEND)


@lru_cache(maxsize=65536)
def _bounds(edtf: str) -> tuple[date | None, date | None]:
    if "/" not in edtf:
        return _point(edtf, edtf)
    first, _, last = edtf.partition("/")
    if first in ("", "..") and last in ("", ".."):
        raise BadInputError(f"The period '{edtf}' has neither beginning nor end", mend=_MEND)
    lower = None if first in ("", "..") else _point(first, edtf)[0]
    upper = None if last in ("", "..") else _point(last, edtf)[1]
    return lower, upper


def _point(text: str, whole: str) -> tuple[date, date]:
    found = _POINT.fullmatch(text)
    if not found:
        raise BadInputError(f"'{whole}' is not a date in EDTF", mend=_MEND)
    year, month, day = found["year"], found["month"], found["day"]
    if "X" in year:
        if month:
            raise BadInputError(f"'{whole}' names a month of an unknown year", mend=_MEND)
        return _real(int(year.replace("X", "0")), 1, 1, whole), _real(int(year.replace("X", "9")), 12, 31, whole)
    if month is None:
        return _real(int(year), 1, 1, whole), _real(int(year), 12, 31, whole)
    return _in_year(int(year), int(month), day, whole)


def _in_year(year: int, month: int, day: str | None, whole: str) -> tuple[date, date]:
    if day is not None:
        exact = _real(year, month, int(day), whole)
        return exact, exact
    if month in _SEASONS or 33 <= month <= 36:
        first, last = _SEASONS[month] if month in _SEASONS else (3 * (month - 33) + 1, 3 * (month - 33) + 3)
        return _real(year, first, 1, whole), _last_day(year + (last > 12), last - 12 * (last > 12))
    return _real(year, month, 1, whole), _last_day(year, month)


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _real(year: int, month: int, day: int, whole: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise BadInputError(f"'{whole}' is no day of the calendar", mend=_MEND) from None
