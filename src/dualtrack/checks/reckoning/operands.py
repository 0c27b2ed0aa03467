"""Every number of a text that may be reckoned with: what was read as a quantity, and numbers without a unit.

``find_quantities`` reads what a figure base needs; proofreading needs more: '97' of '97 of 412', numbers in words
('twelve members: five ...'), lengths of time ('from 184 to 131 days'), thousands as the language groups them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from dualtrack.checks.reckoning.fractions import fractions_of
from dualtrack.checks.values import NOT_COUNTED, overlaps, values_of
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
_CALL = re.compile(
    r"(?<![\d.,])(?:\+\d{1,3}[ .(-]?\d[\d ().-]{6,}\d|0\d(?:[ .]\d{2}){4}|0\d{1,4}[-/ ]\d{1,4}-\d{3,4}|0\d{2,4}[ /-]\d{5,8})(?!\d)"
)
"""Telephone numbers."""
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
    if _CALL.search(text):
        taken = [*taken, *(match.span() for match in _CALL.finditer(text))]
    taken = [*taken, *_numbering(text)]
    known = values_of(text, quantities, taken)
    currencies = {value.currency for value in known if value.kind == "money" and value.gloss_of is None}
    currency = currencies.pop() if len(currencies) == 1 else None
    numbers = [_scaled(text, language, value, currency) for value in _numbers(text, language, taken)]
    kept = [value for value in known if not (_misread(value, numbers) or _is_label(text, language, value))]
    spans = [(value.start, value.end) for value in kept]
    worded = [value for value in fractions_of(text, language) if not overlaps(value.start, value.end, spans)]
    spans += [(value.start, value.end) for value in worded]
    added = [value for value in numbers if not overlaps(value.start, value.end, spans)]
    found = sorted([*kept, *worded, *added], key=lambda value: value.start)
    return _same_unit(text, [_timed(text, language, value) for value in found])


def _numbering(text: str) -> list[tuple[int, int]]:
    """What only numbers the items of a sentence, '(1) data, (2) tools', or repeats a number: 'seven (7)'."""
    found = [(int(match[1]), match.span(1)) for match in _NUMBERED.finditer(text)]
    items = [span for at, (number, span) in enumerate(found, 1) if number == at]
    return [
        *(items if len(items) >= 2 else ()),
        *(match.span(1) for match in _REPEATED.finditer(text)),
        *(match.span() for match in _MARK.finditer(text)),
        *_series(text),
    ]


def _series(text: str) -> Iterator[tuple[int, int]]:
    """Numbers in names that count up: PIMA 2, PIMA 3."""
    named: dict[str, dict[int, tuple[int, int]]] = {}
    for match in _NAMED.finditer(text):
        named.setdefault(match[1], {})[int(match[2])] = match.span(2)
    for numbers in named.values():
        yield from (span for number, span in numbers.items() if {number - 1, number + 1} & numbers.keys())


_NAMED = re.compile(r"([A-Z](?<!\w[A-Z])[A-Za-z]+) (\d{1,2})(?![\w%]|[.,]\d)")


_NUMBERED = re.compile(r"(?:(?<![\w.,/])|(?<=[(（]))(\d{1,2})(?:[)）](?=\s?[^\W\d])|[-–.](?=[A-Z][a-z]))")
_MARK = re.compile(r"[\[［]\d{1,3}[\]］]")
"""The mark of a note."""
_REPEATED = re.compile(
    r"(?<=\d )\((one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)\)|"
    r"(?<=[a-z] )\((\d{1,2})\)(?= [a-z])"
)


_JOINT = re.compile(r"\s?(?:to|auf|à|and|und|et|→|⇒|->|から|에서|、|및)\s?")


def _same_unit(text: str, values: list[Quantity]) -> list[Quantity]:
    """Bare numbers that share the time unit of the number they are joined to: von 184 auf 131 Tage."""
    for at in range(len(values) - 2, -1, -1):
        one, other = values[at], values[at + 1]
        bare = one.kind == other.kind == "count" and one.unit is None and other.unit in _TIME
        if bare and _JOINT.fullmatch(text[one.end : other.start]):
            values[at] = replace(one, unit=other.unit)
    return values


def _misread(value: Quantity, numbers: Sequence[Quantity]) -> bool:
    """Whether a bare count is part of a number that the language writes otherwise: 1'246, 2.615."""
    return (
        value.kind == "count"
        and value.unit is None
        and any(one.start <= value.start and value.end <= one.end and one.amount != value.amount for one in numbers)
    )


def _is_label(text: str, language: str, value: Quantity) -> bool:
    """Whether a bare number is a day, a year, an ordinal, the number of a line, or no number but the name Shikoku."""
    if value.quote == "四国":
        return True
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
        if overlaps(start, end, taken):
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
    if text[end - 2 : end] == ".0" and _VERSIONED.search(before):
        return False
    if words:
        return not re.match(r"-\w|[A-Za-zÀ-ÿ]", text[end : end + 2])
    return not (_EDGE_AFTER.match(text, end) and not _times(language).match(text, end)) and not _begins_line(
        text, start, end
    )


_VERSIONED = re.compile(r"[A-Z][a-z]+ $")
"""Before a version, which counts nothing: Industry 4.0."""


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
