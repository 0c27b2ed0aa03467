"""A length of time in calendar units: the term of an agreement, the years over which a fund is spent."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from dualtrack.errors import BadInputError
from dualtrack.model.period import Period

_DURATION = re.compile(r"P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", re.ASCII)


class Duration:
    """A length in calendar units, ISO 8601 (``P5Y``, ``P6M``, ``P30D``); immutable."""

    __slots__ = ("days", "months", "text")
    text: str
    months: int
    days: int

    def __init__(self, text: str) -> None:
        """Read an ISO 8601 duration of years, months, weeks and days.

        Raises:
            BadInputError: It is not such a duration.
        """
        found = _DURATION.fullmatch(text)
        if not found:
            raise BadInputError(f"'{text}' is not a length of time", mend="Write ISO 8601, such as P5Y, P6M or P30D.")
        years, months, weeks, days = (int(part or 0) for part in found.groups())
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "months", 12 * years + months)
        object.__setattr__(self, "days", 7 * weeks + days)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a Duration cannot be changed")

    @property
    def years(self) -> float:
        """The length in years (days as parts of 365.25)."""
        return self.months / 12 + self.days / 365.25

    def after(self, start: Period) -> Period:
        """The period that lies this length after ``start``, at the precision of ``start``.

        Six months after ``2023-08`` is ``2024-02``; years only after a year keep the year. A length finer than
        the precision of ``start`` (six months after ``2023``) gives the interval of all it may be.
        """
        anchor = start.end if start.interval else start
        if anchor.lower is None or anchor.upper is None:
            raise BadInputError(f"'{start}' has no end to count from", mend="Give the date it is counted from.")
        first, last = self._shift(anchor.lower), self._shift(anchor.upper)
        precision = anchor.precision
        if precision == "day":
            return Period.of(first)
        if precision == "month" and not self.days:
            return Period(f"{first:%Y-%m}")
        if precision == "year" and self.months % 12 == 0 and not self.days:
            return Period(f"{first:%Y}")
        return Period(f"{first:%Y-%m-%d}/{last:%Y-%m-%d}")

    def _shift(self, day: date) -> date:
        months = day.year * 12 + day.month - 1 + self.months
        year, month = divmod(months, 12)
        last = monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last)) + timedelta(days=self.days)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Duration('{self.text}')"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Duration) and (other.months, other.days) == (self.months, self.days)

    def __hash__(self) -> int:
        return hash((self.months, self.days))

    def __reduce__(self) -> tuple[type, tuple[str]]:
        return type(self), (self.text,)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate from ISO 8601 text; serialise to it."""

        def read(value: object) -> Duration:
            if isinstance(value, Duration):
                return value
            try:
                return Duration(str(value))
            except BadInputError as error:
                raise ValueError(str(error)) from None

        return core_schema.no_info_plain_validator_function(
            read,
            serialization=core_schema.plain_serializer_function_ser_schema(str, return_schema=core_schema.str_schema()),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """A string in ISO 8601."""
        return {"type": "string", "pattern": r"^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$", "examples": ["P5Y"]}
