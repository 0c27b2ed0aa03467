"""Numbers written with a fraction: 1/2, 3 1/2, .5, half a percent."""

import re
from decimal import Decimal

from dualtrack.extraction.numerals import Numeral

_SLASHED = re.compile(r"(?:(?P<whole>[0-9]{1,4})[ -])?(?P<part>[1-9])/(?P<of>[2-9]|10)(?![0-9/]|[.,][0-9])")
_EXACT = frozenset((2, 4, 5, 8, 10))
_POINT_FIRST = re.compile(r"(?:\A|[\s$€£¥(+-])\.\Z")
_OF_PERCENT = re.compile(
    r"(?P<part>(?:[Aa] |[Oo]ne[ -])?(?:[Hh]alf|[Qq]uarter)|[Tt]hree[ -][Qq]uarters) (?:of )?(?:a |one |1 )?(?=per ?cent)"
)


def slashed_at(text: str, start: int) -> Numeral | None:
    """The value of ``1/2`` or ``3 1/2`` at ``start``; None too where decimals cannot give it (1/3)."""
    if text[start - 1 : start] in ("/", ".", ","):
        return None
    found = _SLASHED.match(text, start)
    if found is None:
        return None
    part, of = int(found["part"]), int(found["of"])
    if of not in _EXACT or part >= of:
        return None
    value = Decimal(found["whole"] or 0) + Decimal(part) / Decimal(of)
    exponent = value.as_tuple().exponent
    return Numeral(start, found.end(), value, Decimal(1).scaleb(int(exponent)))


def ends_fraction(text: str, start: int, end: int) -> bool:
    """True where the number is the lower part of a fraction that decimals cannot give: the 3 of 2/3 %."""
    if text[start - 1 : start] != "/" or text[start:end] not in ("3", "6", "7", "9"):
        return False
    return _SLASHED.match(text, max(0, start - 2)) is not None and not text[max(0, start - 3) : start - 2].isdigit()


def begins_with_point(text: str, start: int) -> bool:
    """True where the digits at ``start`` are decimals after a point that begins the number: $.50, .5 %."""
    return text[start - 1 : start] == "." and _POINT_FIRST.search(text[max(0, start - 2) : start]) is not None


def part_of_percent(text: str, start: int) -> Numeral | None:
    """Half a percent, three quarters of a percentage point."""
    found = _OF_PERCENT.match(text, start)
    if found is None:
        return None
    words = found["part"].lower()
    value = "0.5" if "half" in words else "0.75" if "three" in words else "0.25"
    return Numeral(start, found.end(), Decimal(value), Decimal("0.01"), words=True)
