"""Fractions in words: a third, zwei Drittel, jedes vierte, une sur quatre, 4人に1人, 열 명 중 일곱 명, a majority."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from dualtrack.extraction import Quantity

_PARTS = {
    "en": {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10},
    "de": {"hälfte": 2, "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8, "zehntel": 10},
    "fr": {"moitié": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5, "sixième": 6, "dixième": 10, "dixièmes": 10},
}  # fmt: skip
_COUNT_WORDS = {
    "en": {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10},
    "de": {"ein": 1, "eine": 1, "einem": 1, "einen": 1, "eines": 1, "der": 1, "die": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
           "acht": 8, "neun": 9, "zehn": 10},
    "fr": {"un": 1, "une": 1, "le": 1, "la": 1, "du": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10},
    "ko": dict(zip(("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"), range(1, 11), strict=True)),
}  # fmt: skip
_EACH = {"zweite": 2, "dritte": 3, "vierte": 4, "fünfte": 5, "sechste": 6, "siebte": 7, "achte": 8, "zehnte": 10}


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_FRACTIONS = {
    "en": rf"\b(?P<n>{_any(_COUNT_WORDS['en'])})[ -](?P<p>{_any(_PARTS['en'])}|halves)s?\b(?<!\ba third)(?<!\ba fifth)(?<!\ba sixth)(?<!\ba tenth)|"
    r"\b(?P<m>a) (?P<q>third|fifth|sixth|tenth)\b(?= of\b| (?:more|less|fewer|lower|higher|in|to|from|were|was|over|"
    r"since)\b|[,.;:)]|$)|"
    rf"\b(?P<x>{_any(_COUNT_WORDS['en'])}|\d{{1,2}}) "
    r"(?:[a-z]+ (?=in [a-z]+(?:[.,;:)]|$| (?:is|are|was|were|has|have|had)\b)))?(?:in|out of(?: every)?|"
    rf"of every) (?:every )?(?P<y>{_any(_COUNT_WORDS['en'])}|10|100)\b(?! (?:years?|months?|days?|weeks?|countries))",
    "de": rf"\b(?P<n>{_any(_COUNT_WORDS['de'])})[ -](?P<p>{_any(_PARTS['de'])})\b|\bjede[rsnm]? (?P<e>{_any(_EACH)})[rsnm]?\b",
    "fr": rf"\b(?:les )?(?P<n>{_any(_COUNT_WORDS['fr'])}|l['’]|d['’]un) ?(?P<p>{_any(_PARTS['fr'])})\b|"
    rf"\b(?P<x>{_any(_COUNT_WORDS['fr'])}|\d{{1,2}}) sur (?P<y>{_any(_COUNT_WORDS['fr'])}|10)\b",
    "ja": r"(?P<y>\d{1,2})(?:人|社|件|校|か国|名)(?:中|のうち|に)(?P<x>\d{1,2})(?:人|社|件|校|か国|名)(?=[のがはとに、])",
    "ko": rf"(?P<y>{_any(_COUNT_WORDS['ko'])}|10)\s?(?:명|곳|개|건)\s?(?:중|가운데)\s?(?P<x>{_any(_COUNT_WORDS['ko'])}|\d)\s?(?:명|곳|개|건)",
}  # fmt: skip


@lru_cache(maxsize=8)
def _fraction_pattern(language: str) -> re.Pattern[str] | None:
    return re.compile(_FRACTIONS[language], re.IGNORECASE) if language in _FRACTIONS else None


def fractions_of(text: str, language: str) -> Iterator[Quantity]:
    """Fractions in words: a third, zwei Drittel, jedes vierte, une sur quatre, 4人に1人, 열 명 중 일곱 명."""
    pattern = _fraction_pattern(language)
    lowered = text.lower()
    if pattern is None or not any(word in lowered for word in _HINTS):
        return
    for match in _MAJORITY.finditer(text):
        yield Quantity("share", *match.span(), match.group(), Decimal(50), qualifier="over", precision=Decimal(10))
    for match in pattern.finditer(text):
        share = _fraction(match.groupdict(), language)
        if share is not None and 0 < share < 100:
            yield Quantity("share", *match.span(), match.group(), share, precision=Decimal(10))


_MAJORITY = re.compile(
    r"\b(?:a|the|(?:ein|d)er|eine|die|une|la) (?:majority|Mehrheit|majorité)\b|過半数?|과반수?|过半数?", re.IGNORECASE
)
_SPELLED = """
majorit mehrheit 過半 과반 过半 half halves third quarter fifth sixth seventh eighth tenth hälfte drittel viertel fünftel
sechstel siebtel achtel zehntel jede moitié tiers quart ième sur 중 가운데 中 のうち に
"""
_HINTS = (*_SPELLED.split(), " in ", "out of", "of every")
"""Of these one stands in every such wording."""


def _fraction(found: dict[str, str | None], language: str) -> Decimal | None:
    words = _COUNT_WORDS.get(language, {})
    if each := found.get("e"):
        return Decimal(100) / _EACH[each.lower()]
    if part := found.get("p") or found.get("q"):
        whole = _PARTS[language].get(part.lower(), 2)
        return Decimal(100) * words.get((found.get("n") or "").lower(), 1) / whole
    few, many = ((found.get(name) or "").lower() for name in "xy")
    count, of = (Decimal(word) if word.isdigit() else Decimal(words.get(word, 0)) for word in (few, many))
    return Decimal(100) * count / of if of > 1 and count < of else None
