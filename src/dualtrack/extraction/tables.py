"""The unit that a table states once for all its cells: 単位：億円, (EUR million), in Mio. Euro, (단위: 억 원)."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from dualtrack.extraction.currencies import match_currency, resolve
from dualtrack.extraction.numerals import exactly, read_digits, scale_words
from dualtrack.extraction.percentages import match_percent
from dualtrack.extraction.quantity import Quantity


@dataclass(frozen=True, slots=True)
class TableUnit:
    """What one unit of a bare number in the table is worth.

    Attributes:
        kind: ``money`` or ``percentage``.
        multiplier: What a cell's number is multiplied by: 100000000 for 億円.
        currency: ISO 4217 code for money, else None.
        quote: The words that say so, ``text[start:end]``.
        start: Their offset in the text given to ``table_unit``.
        end: The offset after them.
        language: The language the cells are read in.
    """

    kind: Literal["money", "percentage"]
    multiplier: Decimal
    currency: str | None
    quote: str
    start: int
    end: int
    language: str

    def apply(self, cell: str) -> Quantity | None:
        """A cell that holds a bare number as a quantity with this unit; None for any other cell.

        ``△1,234``, ``▲1,234``, ``(1,234)`` and ``-1,234`` are negative. Offsets count the characters of the cell.
        """
        found = _CELL.fullmatch(cell)
        figure = found and read_digits(found.group("n"), self.language)
        if found is None or figure is None:
            return None
        negative = bool(found.group("minus")) or bool(found.group("open") and found.group("close"))
        if bool(found.group("open")) != bool(found.group("close")):
            return None
        value = exactly(figure[0], self.multiplier)
        sign = "-" if negative else "+" if found.group("plus") else None
        start, end = found.span("all")
        return Quantity(
            kind=self.kind,
            start=start,
            end=end,
            quote=cell[start:end],
            amount=-value if negative else value,
            currency=self.currency,
            direction=None if self.kind == "money" or sign is None else "decrease" if negative else "increase",
            precision=exactly(Decimal(1).scaleb(-figure[1]), self.multiplier),
            sign=sign,
        )


_CELL = re.compile(
    r"\s*(?P<all>(?P<open>[(（])?\s*(?:(?P<minus>[-−－△▲])|(?P<plus>[+＋]))?\s*(?P<n>[0-9０-９](?:[0-9０-９.,．，'’ \u00a0\u202f\u2009]{0,60}[0-9０-９])?)"
    r"(?:\s*(?P<close>[)）]))?)\s*"
)
_LABEL = {
    "ja": r"(?:金額の?)?単位\s*[:：・/／]?\s*",
    "zh": r"(?:金额|金額)?(?:单位|單位)\s*[:：]?\s*",
    "ko": r"(?:금액\s*)?단위\s*[:：]?\s*",
    "en": r"(?:\(|\[|\b(?:[Uu]nits?|[Aa]mounts?|[Aa]ll figures|[Ff]igures|[Vv]alues?|[Dd]ollars|[Ee]xpressed|[Ss]tated|[Bb]udget)?\s*(?:are\s)?[:(]?\s*[Ii]n\s|[Uu]nits?\s*:\s*|, )\s*(?:in\s)?",
    "de": r"(?:\(|\[|\b(?:[Aa]ngaben |[Bb]eträge |[Ww]erte )?[Ii]n\s|[Ee]inheit\s*:\s*|, )\s*(?:in\s)?",
    "fr": r"(?:\(|\[|\b(?:[Mm]ontants? )?(?:exprimés? )?[Ee]n\s|[Uu]nité\s*:\s*|, )\s*(?:en\s)?",
}  # fmt: skip
_END = re.compile(r"\s*(?:[)）\]】、,;；。.]|$|\n)")
_WHOLE_UNITS = tuple("元円圓원")
"""What may close a unit whose currency stands before its scale: 新臺幣億元."""
_HAN_SCALE = re.compile(r"[十百千万萬億亿兆십백천만억조]*")
_SIZES = {**dict.fromkeys("十십", 10), **dict.fromkeys("百백", 100), **dict.fromkeys("千천", 1000), **dict.fromkeys("万萬만", 10**4),
          **dict.fromkeys("億亿억", 10**8), **dict.fromkeys("兆조", 10**12)}  # fmt: skip
_PLURAL = {"thousands": 1000, "thousand": 1000, "millions": 10**6, "billions": 10**9, "tausend": 1000, "milliers": 1000}


@lru_cache(maxsize=8)
def _label(language: str) -> re.Pattern[str]:
    return re.compile(_LABEL.get(language, _LABEL["en"]))


def table_unit(text: str, language: str, country: str | None = None) -> TableUnit | None:
    """The unit stated in a table's caption, head or note; None where none is stated.

    Args:
        text: The caption or head, such as ``（単位：億円）``, ``(EUR million)``, ``$ in millions``, ``in Mio. Euro``.
        language: ISO 639 code of the table.
        country: ISO 3166 alpha-2 code that reads a bare ``$``; None: USD.
    """
    for label in _label(language).finditer(text):
        unit = _unit_at(text, label.end(), language, country)
        if unit is not None:
            return unit
    stripped = len(text) - len(text.lstrip())
    return _unit_at(text, stripped, language, country)


def _unit_at(text: str, place: int, language: str, country: str | None) -> TableUnit | None:
    percent = match_percent(text, place, language)
    if percent is not None and percent[1].kind == "percentage" and _END.match(text, percent[0]):
        return TableUnit("percentage", percent[1].factor, None, text[place : percent[0]], place, percent[0], language)
    first = _scale(text, place, language)
    money = match_currency(text, _gap(text, first[0]), language)
    if money is None:
        return None
    second = _scale(text, _gap(text, money[0]), language)
    end = second[0] if second[1] != 1 and first[1] == 1 else money[0]
    if end == second[0] and text[end : end + 1] in _WHOLE_UNITS:
        end += 1
    if not _END.match(text, end):
        return None
    size = Decimal(first[1] if first[1] != 1 else second[1])
    return TableUnit("money", size, resolve(money[1], country, language), text[place:end], place, end, language)


def _gap(text: str, place: int) -> int:
    found = re.compile(r"\s?(?:of |in |d['’]|de )?").match(text, place)
    return found.end() if found else place


def _scale(text: str, place: int, language: str) -> tuple[int, int]:
    found = _HAN_SCALE.match(text, place)
    if found and found.group():
        size = 1
        for char in found.group():
            size *= _SIZES[char]
        return found.end(), size
    word = re.compile(r"[A-Za-zÀ-ÿ]+").match(text, place)
    if word and word.group().lower() in _PLURAL:
        return word.end(), _PLURAL[word.group().lower()]
    match = scale_words(language).match(text, place)
    return match or (place, 1)
