"""Every number of a text that may be reckoned with: what was read as a quantity, and numbers without a unit.

``find_quantities`` reads what a figure base needs; proofreading needs more: '97' of '97 of 412', numbers in words
('twelve members: five ...'), lengths of time ('from 184 to 131 days'), thousands as the language groups them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from dualtrack.checks.values import NOT_COUNTED, values_of
from dualtrack.extraction import Quantity
from dualtrack.extraction.numerals import is_abbreviated_scale, read_number, scale_words, scan_pattern

_DIGITS = re.compile(r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*")
_MONTHS = (
    r"jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|février|mar(?:ch|s)|märz|apr(?:il)?|avril|ma[iy]|june?i?|juin|"
    r"jul[yi]|juillet|"
    r"aug(?:ust)?|août|sept(?:ember|embre)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|décembre"
)
_EDGE_BEFORE = re.compile(r"[A-Za-zÀ-ÿ_#§/^'‘’]$|\d[-–.,:/'’·]$|(?:第|제|№|°)\s?$|[A-Za-z]-$")
_EDGE_AFTER = re.compile(
    rf"[-–:/.·]\d|\.?\s(?:{_MONTHS})\b|\s?(?:%|％)|st\b|nd\b|rd\b|th\b|er\b|ère\b|e\b|°|[A-Za-zÀ-ÿ]|"
    r"\s?(?:回(?:目|定例|会)|次|期|号|条|項|章|節|頁|版|番|位|歳|代|時|分(?!の)|月(?!間)|世紀|学年|"
    r"年(?!間)度?(?:[^間]|$))|"
    r"\s?(?:회|차|호|조(?!\s?원)|항|장|절|쪽|판|번|위|세|대|시(?!간)|월|년도?(?!간|\s?동안)|일(?=\s?\())",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_EASTERN = {
    "days": r"日間?|일간?|天", "weeks": r"週間?|주간?|周", "months": r"[かカヵヶケ]月|개월|个月", "years": r"年間?|년간?",
    "hours": r"時間|시간|小时", "minutes": r"分間|분간",
}  # fmt: skip
_UNITS = {
    "en": {"days": "days?", "weeks": "weeks?", "months": "months?", "years": "years?", "hours": "hours?", "minutes": "minutes?"},
    "de": {"days": "Tage?n?", "weeks": "Wochen?", "months": "Monate?n?", "years": "Jahre?n?", "hours": "Stunden?", "minutes": "Minuten?"},
    "fr": {"days": "jours?", "weeks": "semaines?", "months": "mois", "years": "ans?|années?", "hours": "heures?", "minutes": "minutes?"},
}  # fmt: skip


@lru_cache(maxsize=8)
def _times(language: str) -> re.Pattern[str]:
    words = "|".join(rf"(?P<{unit}>{names})" for unit, names in _UNITS.get(language, _EASTERN).items())
    return re.compile(rf"[\s\u00a0\u202f-]?(?:{words})(?![A-Za-zÀ-ÿ度目代生])", re.IGNORECASE)


_TIME = frozenset(_EASTERN)
_ONES = frozenset(("one", "un", "une", "ein", "eine", "einen", "einem", "einer", "eines", "a"))


@lru_cache(maxsize=8)
def _scan(language: str) -> re.Pattern[str]:
    return re.compile(scan_pattern(language)) if language in ("en", "de", "fr") else _DIGITS


def operands_of(
    text: str, language: str, quantities: Sequence[Quantity], taken: Sequence[tuple[int, int]]
) -> list[Quantity]:
    """The quantities of a text and its other numbers as counts, in order.

    Args:
        text: A sentence.
        language: Its language, by which digits are grouped and number words read.
        quantities: What ``find_quantities`` found in it.
        taken: Spans that are dates.
    """
    known = values_of(text, quantities, taken)
    currencies = {value.currency for value in known if value.kind == "money" and value.gloss_of is None}
    currency = currencies.pop() if len(currencies) == 1 else None
    numbers = [_scaled(text, language, value, currency) for value in _numbers(text, language, taken)]
    kept = [value for value in known if not (_misread(value, numbers) or _is_label(text, language, value))]
    spans = [(value.start, value.end) for value in kept]
    worded = [value for value in _fractions(text, language) if not _overlaps(value, spans)]
    spans += [(value.start, value.end) for value in worded]
    added = [value for value in numbers if not _overlaps(value, spans)]
    found = sorted([*kept, *worded, *added], key=lambda value: value.start)
    return _same_unit(text, [_timed(text, language, value) for value in found])


def _overlaps(value: Quantity, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < value.end and value.start < end for start, end in spans)


_JOINT = re.compile(r"\s?(?:to|auf|à|and|und|et|→|⇒|->|から|에서|、|및)\s?")


def _same_unit(text: str, values: list[Quantity]) -> list[Quantity]:
    """Bare numbers that share the time unit of the number they are joined to: von 184 auf 131 Tage."""
    for at in range(len(values) - 2, -1, -1):
        one, other = values[at], values[at + 1]
        bare = one.kind == other.kind == "count" and one.unit is None and other.unit in _TIME
        if bare and _JOINT.fullmatch(text[one.end : other.start]):
            values[at] = replace(one, unit=other.unit)
    return values


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
    rf"\b(?P<x>{_any(_COUNT_WORDS['en'])}|\d{{1,2}}) (?:in|out of(?: every)?|"
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


def _fractions(text: str, language: str) -> Iterator[Quantity]:
    """Fractions in words: a third, zwei Drittel, jedes vierte, une sur quatre, 4人に1人, 열 명 중 일곱 명."""
    pattern = _fraction_pattern(language)
    if pattern is None or not _FRACTION_HINT.search(text):
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
_FRACTION_HINT = re.compile(
    r"majorit|mehrheit|過半|과반|过半|half|halves|third|quarter|fifth|sixth|seventh|eighth|tenth| in |out of|"
    r"of every|hälfte|drittel|viertel|fünftel|sechstel|"
    r"siebtel|achtel|zehntel|jede|moitié|tiers|quart|ième|sur|[人社件校国名](?:中|のうち|に)\d|(?:중|가운데)",
    re.IGNORECASE,
)


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


def _misread(value: Quantity, numbers: Sequence[Quantity]) -> bool:
    """Whether a bare count is part of a number that the language writes otherwise: 1'246, 2.615."""
    return (
        value.kind == "count"
        and value.unit is None
        and any(one.start <= value.start and value.end <= one.end and one.amount != value.amount for one in numbers)
    )


def _is_label(text: str, language: str, value: Quantity) -> bool:
    """Whether a bare number is a day, a year, an ordinal or the number of a line."""
    bare = value.kind == "count" and value.unit is None and value.quote[:1].isdigit()
    return bare and not _stands_alone(text, language, value.start, value.end)


def _timed(text: str, language: str, value: Quantity) -> Quantity:
    """A bare count before a word for time as a length of time."""
    if value.kind != "count" or value.unit is not None:
        return value
    unit = _times(language).match(text, value.end)
    return replace(value, unit=unit.lastgroup, end=unit.end(), quote=text[value.start : unit.end()]) if unit else value


_POINTS = re.compile(
    r"\s(?:percentage points?|per cent points?|points?(?: de pourcentage)?(?! (?:of|in|on|to))|Prozentpunkte?n?)\b",
    re.IGNORECASE,
)


def _scaled(text: str, language: str, value: Quantity, currency: str | None) -> Quantity:
    """A number before 'million' or 'milliard' with that size, in the one currency of the text."""
    points = _POINTS.match(text, value.end) if not value.quote[0].isdigit() else None
    if points is not None:
        return replace(value, kind="points", end=points.end(), quote=text[value.start : points.end()], points=True)
    gap = re.match(r"[ \u00a0\u202f]", text[value.end : value.end + 1])
    found = scale_words(language).match(text, value.end + 1) if gap and value.unit is None else None
    if found is None or is_abbreviated_scale(text[value.end + 1 : found[0]]):
        return value
    end, size = found
    return replace(
        value, kind="money" if currency else "count", currency=currency, end=end, quote=text[value.start : end],
        amount=(value.amount or Decimal(0)) * size, precision=value.precision * size,
    )  # fmt: skip


def _numbers(text: str, language: str, taken: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    for match in _scan(language).finditer(text):
        start, end = match.span()
        if any(begin < end and start < stop for begin, stop in taken):
            continue
        number = read_number(match.group().rstrip(".,"), start, language)
        if number is None or not _stands_alone(text, language, start, number.end, words=number.words):
            continue
        written = text[start : number.end]
        if number.words and written.lower() in _ONES and not _is_part(text, number.end):
            continue
        if not number.words and _YEAR.fullmatch(written) and not _times(language).match(text, number.end):
            continue
        yield Quantity(
            "count", start, number.end, written, number.value, precision=_precision(written, number.precision, language)
        )


def _precision(written: str, read: Decimal, language: str) -> Decimal:
    """One unit in the last written digit; whole numbers are written out to the last one."""
    return read if read < 1 and language and any(mark in written for mark in ".,．，'") else Decimal(1)


def _stands_alone(text: str, language: str, start: int, end: int, *, words: bool = False) -> bool:
    before = text[max(0, start - 16) : start]
    if _EDGE_BEFORE.search(before[-3:]) or NOT_COUNTED.search(before):
        return False
    if words:
        return not re.match(r"-\w|[A-Za-zÀ-ÿ]", text[end : end + 2])
    return not (_EDGE_AFTER.match(text, end) and not _times(language).match(text, end)) and not _begins_line(
        text, start, end
    )


def _begins_line(text: str, start: int, end: int) -> bool:
    """Whether it numbers a line: '1. Background', '2) ...'."""
    head = text[max(0, start - 3) : start]
    return (start == 0 or "\n" in head) and re.match(r"[.):]\s", text[end : end + 2]) is not None


_PART = re.compile(
    r"\s(?:from|in|of|for|by|to|at|aus|von|vom|in|für|bei|am|im|de|d['’]|du|des|en|à|au|pour|issue?|venue?|"
    r"representing|vertritt|"
    r"représentant)\b",
    re.IGNORECASE,
)


def _is_part(text: str, end: int) -> bool:
    """Whether a word for one counts something: 'one from industry', 'eines in Kenia'."""
    return _PART.match(text, end) is not None
