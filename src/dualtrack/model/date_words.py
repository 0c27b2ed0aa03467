"""Dates in a reader's language, at the precision they are known to."""

from datetime import date
from functools import lru_cache

from dualtrack.model.period import Period

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS_EN = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SEASONS_JA = {21: "春", 22: "夏", 23: "秋", 24: "冬"}


@lru_cache(maxsize=65536)
def say_period(period: Period, language: str, fiscal: str = "") -> str:
    """A period in words: ``2025年6月`` or ``June 2025``.

    Args:
        period: The period.
        language: ``ja`` or ``en``.
        fiscal: A country whose fiscal year it may be; where it is one, its label comes first:
            ``2026会計年度（2025年10月～2026年9月）``, ``FY2026 (October 2025 to September 2026)``.
    """
    plain = _interval(period, language) if period.interval else _marked(period.edtf, language)
    year = period.fiscal_year(fiscal) if fiscal and period.interval else None
    if year is None:
        return plain
    return f"{year}会計年度（{plain}）" if language == "ja" else f"FY{year} ({plain})"


def say_day(day: date, language: str) -> str:
    """A calendar day in words."""
    return say_period(Period.of(day), language)


def _interval(period: Period, language: str) -> str:
    first, _, last = period.edtf.partition("/")
    begin = "" if first in ("", "..") else _marked(first, language)
    end = "" if last in ("", "..") else _marked(last, language)
    if language == "ja":
        return f"{begin}～{end}"
    if begin and end:
        years = len(first) == 4 and len(last) == 4
        return f"{begin}–{end}" if years else f"{begin} to {end}"
    return f"from {begin}" if begin else f"until {end}"


def _marked(text: str, language: str) -> str:
    body = text.rstrip("~?%")
    mark = text[len(body) :]
    plain = _point_ja(body) if language == "ja" else _point_en(body)
    about, unsure = mark in ("~", "%"), mark in ("?", "%")
    if language == "ja":
        return plain + ("頃" if about else "") + ("（推定）" if unsure else "")
    return ("about " if about else "") + plain + (" (uncertain)" if unsure else "")


def _point_ja(text: str) -> str:
    if "X" in text:
        return f"{text.replace('X', '0')}年代"
    year, *rest = text.split("-")
    if rest and int(rest[0]) > 12:
        part = int(rest[0])
        return f"{year}年" + (_SEASONS_JA[part] if part < 30 else f"第{part - 32}四半期")
    units = ("月", "日")
    return f"{int(year)}年" + "".join(f"{int(part)}{unit}" for part, unit in zip(rest, units, strict=False))


def _point_en(text: str) -> str:
    if "X" in text:
        return f"{text.replace('X', '0')}s"
    year, *rest = text.split("-")
    if rest and int(rest[0]) > 12:
        part = int(rest[0])
        return f"{_SEASONS_EN[part]} {year}" if part < 30 else f"Q{part - 32} {year}"
    month = _MONTHS[int(rest[0]) - 1] if rest else ""
    day = str(int(rest[1])) if len(rest) > 1 else ""
    return " ".join(part for part in (day, month, year) if part)
