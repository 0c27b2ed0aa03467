"""The numbers in dates: CJK numerals, short years, ambiguous pairs, the nth weekday of a month."""

from calendar import monthrange

from dualtrack.extraction.date_atoms import Atom

_DIGITS = {
    mark: value
    for value, marks in enumerate(("〇零○", "一", "二", "三", "四", "五", "六", "七", "八", "九"))
    for mark in marks
} | {"元": 1, "两": 2, "兩": 2, "正": 1}
_PLACES = {"十": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30}


def nth_weekday(atom: Atom, nth: int, weekday: int) -> int:
    """The day of the first to fifth, or last (-1), weekday of a month that is stated with its year."""
    if atom.year is None or atom.month is None:
        raise ValueError(nth)
    first, days = monthrange(atom.year, atom.month)
    offset = (weekday - first) % 7 + 1
    day = offset + 7 * (nth - 1) if nth > 0 else offset + (days - offset) // 7 * 7
    if day > days:
        raise ValueError(nth)
    return day


def month_and_day_of(first: int, second: int, month_first: bool) -> tuple[int, int]:
    """Month and day of two numbers: by custom, unless only the other order can be."""
    month, day = (first, second) if month_first else (second, first)
    if month > 12 >= day:
        month, day = day, month
    if month > 12:
        raise ValueError(month)
    return month, day


def century(short: int) -> int:
    """The year that two digits stand for: 1970 to 2069."""
    return short + (2000 if short < 70 else 1900)


def cjk_number(text: str) -> int:
    """The number in CJK numerals, by place (二十五) or digit by digit (二〇二五).

    Raises:
        KeyError: A character is no numeral.
    """
    if text.isdigit() and text.isascii():
        return int(text)
    if not any(mark in _PLACES for mark in text):
        return int("".join(str(_DIGITS[mark]) for mark in text))
    total, digit = 0, 0
    for mark in text:
        if mark in _PLACES:
            place = _PLACES[mark]
            total += place if place in (20, 30) else (digit or 1) * place
            digit = 0
        else:
            digit = _DIGITS[mark]
    return total + digit
