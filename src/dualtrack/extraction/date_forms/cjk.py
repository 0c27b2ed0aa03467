"""What Japanese and Chinese dates share: numerals, the order year - month - day, weekdays in brackets."""

import re

from dualtrack.extraction.date_atoms import Atom
from dualtrack.extraction.date_forms.base import SPACE_CJK as SP

N = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
"""A month or a day."""
K = "[正一二三四五六七八九十]"
YK = "(?:[12][0-9]{3}|[一二][〇零○一二三四五六七八九]{3}|二千[一二三四五六七八九十]{1,3}|二千(?=年)|千九百[一二三四五六七八九十]{1,3})"
"""A western year in digits or numerals."""
TILDE = "[〜～~\\-‐－–—―−至到]"
OPEN, CLOSE = "[(（〔［\\[]", "[)）〕］\\]]"

WEEKDAYS = (
    {"月": 0, "火": 1, "水": 2, "木": 3, "金": 4, "土": 5, "日": 6}
    | {mark: day for day, mark in enumerate("一二三四五六")}
    | {"天": 6}
)
SEASONS = {"春": 1, "夏": 2, "秋": 3, "冬": 4}


def month_and_day(weekday: str, day_mark: str, lists: str, turn: str, closes: str) -> str:
    """A month, with its day or days where they follow: 6月26日(木), 4～6月, 2月27日・28日, 5月下旬.

    Args:
        weekday: A pattern of the weekday after a day, with a group ``w``.
        day_mark: What follows the number of a day.
        lists: What joins two days.
        turn: A pattern of early, mid and late after a month.
        closes: What may close an interval.
    """
    second = weekday.replace("(?P<w>", "(?P<w2>")
    days = (
        f"{SP}[の的]?{SP}(?P<d>{N})(?:{SP}{day_mark}{weekday}|(?={SP}{TILDE}{SP}{N}{day_mark}))"
        f"(?:{SP}(?:{TILDE}|から|(?P<list>{lists})){SP}(?P<d2>{N}){day_mark}(?!間|间){second}{closes})?"
    )
    return (
        f"(?P<m>{N}|正)(?:{SP}月(?!間|间|ぶり|分の)(?:{days}|{turn})?"
        f"|{SP}{TILDE}{SP}(?P<m2>{N})月(?!間|间|{SP}{N}{day_mark})期?)"
    )


def bracketed(text: str, match: re.Match[str], _atom: Atom) -> bool:
    """Whether a number with no mark of a year stands as one: alone in brackets, (2022), or in a list of years there."""
    if "bare" not in match.re.groupindex:
        return True
    before, after = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
    return before in _OPENERS and after in _CLOSERS


_OPENERS = frozenset("(（〔［[【,、;；")
_CLOSERS = frozenset(")）〕］]】,、;；:：")
