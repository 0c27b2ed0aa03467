"""Single figures: each number of a text with the unit, currency, sign and hedge that stand beside it."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dualtrack.extraction.counts import count_nouns, is_named, match_count, match_rank
from dualtrack.extraction.currencies import SUBUNITS, currency_codes, currency_names
from dualtrack.extraction.doubts import is_other_count, is_other_percent, is_vague
from dualtrack.extraction.figures import Figure, Reading
from dualtrack.extraction.fractions import begins_with_point, ends_fraction, part_of_percent, slashed_at
from dualtrack.extraction.hedges import hedge_after, hedge_before
from dualtrack.extraction.marks import mark_before, money_at, read_prefixed, read_suffixed
from dualtrack.extraction.numerals import (
    DECIMAL_COMMA,
    EXACT,
    HAN_NUMBER,
    Numeral,
    exactly,
    is_abbreviated_scale,
    read_number,
    scale_words,
    scan_pattern,
)
from dualtrack.extraction.percentages import Unit, match_percent, percent_units, read_worded, worded_pattern
from dualtrack.extraction.triggers import trigger_pattern

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'）)」】]{0,2000}+")
_HUNDREDTHS = re.compile(rf"百分之(?P<percent>{HAN_NUMBER})")


class _Scanner(NamedTuple):
    """A quick pattern that stops wherever a figure may start, and the patterns that are tried there."""

    trigger: re.Pattern[str]
    worded: re.Pattern[str] | None
    number: re.Pattern[str]


@lru_cache(maxsize=32)
def _scanner(language: str) -> _Scanner:
    worded = worded_pattern(language)
    return _Scanner(
        re.compile(trigger_pattern(language)),
        re.compile(worded) if worded else None,
        re.compile(scan_pattern(language)),
    )


def read(reading: Reading) -> list[Figure]:
    """Every number of the text in order, with its kind where its surroundings tell."""
    found: list[Figure] = []
    scanner = _scanner(reading.language)
    search = scanner.trigger.search
    place = taken = 0
    while trigger := search(reading.text, place):
        figure, place = _read_at(reading, scanner, trigger.start(), taken)
        if figure is not None:
            found.append(figure)
            taken = figure.end
    return found


def _read_at(reading: Reading, scanner: _Scanner, start: int, taken: int) -> tuple[Figure | None, int]:
    """The figure that starts at ``start``, if one does, and where to look on."""
    text = reading.text
    if text[start] in "hw" and (url := _URL.match(text, start)):
        return None, url.end()
    figure = _fraction(reading, start, taken)
    if figure is not None:
        return figure, figure.end
    if scanner.worded is not None and (match := scanner.worded.match(text, start)):
        figure = _worded(reading, start, match.end())
        if figure is not None:
            return figure, match.end()
    if text[start] == "百" and (match := _HUNDREDTHS.match(text, start)):
        return _hundredths(reading, start, match.start("percent"), match.end()), match.end()
    match = scanner.number.match(text, start)
    if match is None:
        return None, start + 1
    end = match.end()
    figure = _number(reading, start, end, taken)
    if " " in match.group() and text[start].isdigit() and _is_two_numbers(reading, figure):
        end = text.index(" ", start)
        figure = _number(reading, start, end, taken)
    return figure, max(end, figure.end if figure is not None else 0)


def _fraction(reading: Reading, start: int, taken: int) -> Figure | None:
    """The amount or percentage whose number is written with a fraction at ``start``."""
    text = reading.text
    if text[start].isdigit():
        numeral = slashed_at(text, start) if "/" in text[start : start + 7] else None
    else:
        numeral = part_of_percent(text, start) if reading.language == "en" and text[start] in "hHaAoOtTqQ" else None
    if numeral is None:
        return None
    prefix = mark_before(reading, start, taken) if _may_have_mark(text, start) else None
    figure = _measured(reading, numeral, prefix, taken)
    return figure if figure.kind in ("money", "percentage", "points") else None


def _is_two_numbers(reading: Reading, figure: Figure | None) -> bool:
    """True where English does not group by spaces: only amounts and counts are so written, and none after a name."""
    if not reading.western or reading.language in DECIMAL_COMMA:
        return False
    if figure is None or figure.kind is None:
        return True
    return figure.start == figure.number_start and is_named(reading.text, figure.number_start)


_NAMES_END = frozenset("_#@")
_GAPS = frozenset(" \u00a0\u202f\u2009　")
_OTHER_HEADS = frozenset("-+½¼¾–—−~〜～∼至到か에부내な乃よ超多余餘強여位위名etabuàs分角毛毫仙パﾊ퍼")
_TENTHS_AFTER = frozenset("块塊蚊毛毫角")
_OR = re.compile("(?:一二|二三|两三|兩三|三四|四五|五六|六七|七八|八九)(?=[十百千万萬亿億]|$)")
_COUNTRIES = ("カ国", "か国", "ヶ国", "ヵ国", "개국")
_MARK_LETTERS = "crsCS.R"
_MARK_ENDS = ("git", "uro", "eur", "usd", "gbp", "Rp", "rp")
_NO_CENTS = re.compile("[.,][-–—]{1,2}(?![0-9])")


def _number(reading: Reading, start: int, end: int, taken: int) -> Figure | None:
    """The figure whose number the scan found at ``start:end``."""
    text = reading.text
    pointed = begins_with_point(text, start)
    prefix = mark_before(reading, start - pointed, taken) if _may_have_mark(text, start - pointed) else None
    if prefix is None and (_has_no_unit(reading, start, end) or _is_part_of_name(text, start, end)):
        return None
    numeral = None if ends_fraction(text, start, end) else read_number(text[start:end], start, reading.language)
    if numeral is None:
        return None
    if pointed and text[start:end].isdecimal():
        places = end - start
        numeral = Numeral(start - 1, end, numeral.value.scaleb(-places), Decimal(1).scaleb(-places))
    return _measured(reading, numeral, prefix, taken)


def _measured(reading: Reading, numeral: Numeral, prefix: tuple[int, str] | None, taken: int) -> Figure:
    """The figure of a number, with the scale, unit, sign and hedge beside it."""
    text, start, end = reading.text, numeral.start, numeral.end
    figure = Figure(_with_half(reading, numeral))
    if reading.language == "zh" and _OR.match(text[start:end]):
        _either(reading, figure)
    if reading.western and (dashes := _NO_CENTS.match(text, figure.number_end)):
        figure.reach(dashes.end())
    _scale(reading, figure, prefix is not None)
    if is_vague(text, start):
        return figure
    if prefix is not None:
        figure.start, figure.mark = prefix
    _unit(reading, figure)
    if figure.kind is not None:
        _sign(text, figure, taken)
        _hedge(reading, figure)
    return figure


def _either(reading: Reading, figure: Figure) -> None:
    """Chinese 三四百 is three to four hundred."""
    text, start, end = reading.text, figure.number_start, figure.number_end
    low = read_number(text[start] + text[start + 2 : end], start, reading.language)
    high = read_number(text[start + 1 : end], start, reading.language)
    if low is not None and high is not None:
        figure.amount = figure.coefficient = low.value
        figure.precision, figure.upper = low.precision, high.value


def _may_have_mark(text: str, start: int) -> bool:
    """False after the start of the text and after a lower-case word, which most numbers follow."""
    before = text[start - 1 : start]
    if before != " ":
        return bool(before)
    earlier = text[start - 2 : start - 1]
    return not earlier.islower() or earlier in _MARK_LETTERS or text.endswith(_MARK_ENDS, 0, start - 1)


@lru_cache(maxsize=16)
def _unit_heads(language: str, profile: str) -> frozenset[str]:
    """Every character that a unit, a scale word or the middle of a range may start with."""
    lexicons = (
        scale_words(language),
        currency_names(language),
        percent_units(language),
        SUBUNITS,
        count_nouns(profile),
    )
    heads = {phrase[0] for lexicon in lexicons for phrase in lexicon.entries}
    every = heads.union(_HAN_SCALES, *_HAN_SCALES, _OTHER_HEADS, *currency_codes())
    return frozenset(char for head in every for char in (head[0].lower(), head[0].upper()))


def _has_no_unit(reading: Reading, start: int, end: int) -> bool:
    """True where what follows starts no unit: a quick look that passes most dates and references over."""
    text = reading.text
    after = text[end : end + 1]
    if after in (".", ",") and (dashes := _NO_CENTS.match(text, end)):
        end, after = dashes.end(), text[dashes.end() : dashes.end() + 1]
    if after and after in _GAPS:
        after = text[end + 1 : end + 2]
    return after not in _unit_heads(reading.language, reading.profile) and text[start - 1 : start] not in _TENTHS_AFTER


def _is_part_of_name(text: str, start: int, end: int) -> bool:
    """True for G7, CO2, #5; not for ASEAN10カ国."""
    before = text[start - 1 : start]
    if not before or before in _NAMES_END:
        return bool(before)
    return before.isascii() and before.isalpha() and text[end : end + 2] not in _COUNTRIES


# --- The number itself ---------------------------------------------------------------------------------------------

_GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_AND_HALF = re.compile(r" and (?:a|one) half(?= )| et demie?(?= )")
_PERCENT_NEXT = re.compile(r"[%％]| {0,8}[パ퍼]")
_DOTTED = ("mio", "mrd", "tsd")
_HAN_SCALES = {"百万": 10**6, "千万": 10**7, "十億": 10**9, "万": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12, "千": 10**3,
               "만": 10**4, "억": 10**8, "조": 10**12}  # fmt: skip
_HAN_SCALE = re.compile("|".join(sorted(_HAN_SCALES, key=len, reverse=True)))


def _with_half(reading: Reading, numeral: Numeral) -> Numeral:
    text = reading.text
    glyph = _GLYPHS.get(text[numeral.end : numeral.end + 1])
    if glyph is not None and numeral.value == numeral.value.to_integral_value():
        return numeral._replace(end=numeral.end + 1, value=numeral.value + glyph, precision=Decimal("0.01"))
    half = _AND_HALF.match(text, numeral.end) if reading.western else None
    if half is None:
        return numeral
    return numeral._replace(end=half.end(), value=numeral.value + Decimal("0.5"), precision=Decimal("0.1"))


def _scale(reading: Reading, figure: Figure, beside_mark: bool) -> None:
    """Read the scale word after a number: million, Mrd., 億 after a space."""
    text, place = reading.text, figure.number_end
    plus = text[place : place + 2] in ("+ ", "+-")
    place += plus
    if text[place : place + 1] in tuple("- \u00a0\u202f"):
        place += 1
    found = _scale_at(reading, place, beside_mark)
    if found is None:
        return
    if plus:
        figure.qualifier = "over"
    figure.reach(found[0])
    figure.scale(Decimal(found[1]))
    half = _AND_HALF.match(text, found[0]) if reading.western else None
    if half is not None:
        figure.amount = exactly(figure.coefficient + Decimal("0.5"), figure.factor)
        figure.reach(half.end())


def _scale_at(reading: Reading, place: int, beside_mark: bool) -> tuple[int, int] | None:
    text = reading.text
    scales = scale_words(reading.language)
    found = scales.match(text, place)
    if found is None:
        han = None if reading.language == "ko" else _HAN_SCALE.match(text, place)
        return (han.end(), _HAN_SCALES[han.group()]) if han else None
    end, size = found
    if reading.language == "de" and text[place : end + 1] == "T€":
        return None  # thousands
    if is_abbreviated_scale(text[place:end]) and not (beside_mark or money_at(reading, reading.after_gap(end))):
        return found if _PERCENT_NEXT.match(text, end) else None
    if text[end : end + 1] == "." and text[place:end].lower() in _DOTTED:
        return end + 1, size
    again = scales.match(text, end + 1) if text[end : end + 1] == " " else None
    if again is not None and not is_abbreviated_scale(text[end + 1 : again[0]]):
        return again[0], size * again[1]
    return found


# --- What it measures ----------------------------------------------------------------------------------------------

_BU = re.compile(r"(?P<n>[0-9０-９一二三四五六七八九])分(?!の|野|類|之)")
_RIN = re.compile(r"(?P<n>[0-9０-９一二三四五六七八九])厘")
_TENTH = re.compile(r"(?P<n>[一二三四五六七八九])(?!成)")
_KANJI_VALUES = {char: value for value, char in enumerate("〇一二三四五六七八九")}


def _unit(reading: Reading, figure: Figure) -> None:
    if figure.mark is not None and read_prefixed(reading, figure):
        return
    text, end = reading.text, figure.number_end
    place = reading.after_gap(end)
    percent = match_percent(text, place, reading.language)
    if percent is None and place > end and text[end] == "-":
        percent = match_percent(text, end, reading.language)
    if percent is not None and not is_other_percent(reading, figure, percent[0]):
        _percent(reading, figure, percent[0], percent[1])
    elif not read_suffixed(reading, figure):
        _counted(reading, figure, place)


def _percent(reading: Reading, figure: Figure, end: int, unit: Unit) -> None:
    figure.kind, figure.end = unit.kind, end
    if unit.factor != 1:
        figure.scale(unit.factor)
    written = reading.text[figure.number_end : end]
    if written.endswith("割半"):
        figure.amount = EXACT.add(figure.amount, Decimal(5))
    elif written.endswith("割"):
        _hundredth_part(reading.text, figure, _BU)
    elif written.endswith("成"):
        _hundredth_part(reading.text, figure, _TENTH)
    elif "割引" in written:
        figure.direction = "decrease"


def _hundredth_part(text: str, figure: Figure, pattern: re.Pattern[str]) -> None:
    """3割5分 and 三成五 are 35 %."""
    found = pattern.match(text, figure.end)
    if found:
        digit = found.group("n")
        figure.amount = EXACT.add(figure.amount, Decimal(_KANJI_VALUES.get(digit) or int(digit)))
        figure.precision, figure.end = Decimal(1), found.end()
        if rin := _RIN.match(text, figure.end):
            digit = rin.group("n")
            figure.amount += Decimal(_KANJI_VALUES.get(digit) or int(digit)).scaleb(-1)
            figure.precision, figure.end = Decimal("0.1"), rin.end()


def _counted(reading: Reading, figure: Figure, place: int) -> None:
    text = reading.text
    rank = match_rank(text, figure.number_start, figure.number_end, reading.profile)
    if rank is not None:
        figure.kind, figure.end = "rank", rank
        return
    if text[figure.number_start - 1 : figure.number_start] in ("第", "제", "-", "/", "."):
        return
    found = match_count(text, place, reading.profile)
    if found is None or is_other_count(reading, figure) or (reading.western and is_named(text, figure.number_start)):
        return
    figure.kind, figure.unit, figure.end = "count", found[1], found[0]


# --- Signs and hedges ----------------------------------------------------------------------------------------------

_SIGN = re.compile(
    r"(?:(?<![0-9A-Za-z０-９)）\]%％~～〜])(?:-|[−－+＋△▲] ?)|(?<![A-Za-z])(?:minus|plus) |マイナス|プラス|负|負)$",
    re.I,
)
_SIGN_ENDS = frozenset("-−－+＋△▲sSス负負")
_PLUS = re.compile(r"[+＋pプ]", re.I)
_SIGNED_KINDS = ("percentage", "points")


def _sign(text: str, figure: Figure, taken: int) -> None:
    sign = _sign_before(text, figure, taken)
    if sign is None:
        return
    figure.sign = sign
    if sign == "-":
        figure.amount = -figure.amount
    if figure.kind in _SIGNED_KINDS:
        figure.direction = "increase" if sign == "+" else "decrease"


def _sign_before(text: str, figure: Figure, taken: int) -> str | None:
    start = figure.start
    inner = text[figure.number_start - 1 : figure.number_start]
    if start < figure.number_start and inner in ("-", "−", "+"):
        return "+" if inner == "+" else "-"
    low = max(taken, start - 6)
    found = _SIGN.search(text, low, start) if text[low:start].rstrip(" ")[-1:] in _SIGN_ENDS else None
    if found is None:
        return None
    plus = bool(_PLUS.match(found.group()))
    if plus and figure.kind not in _SIGNED_KINDS:
        return None
    figure.start = start - len(found.group())
    return "+" if plus else "-"


def _hedge(reading: Reading, figure: Figure) -> None:
    if figure.qualifier is not None:
        return
    before = hedge_before(reading.text, figure.start, reading.profile)
    after = hedge_after(reading.text, figure.end, reading.profile) if before in (None, "about") else None
    figure.qualifier = after or before


# --- Shares and changes in words -----------------------------------------------------------------------------------


def _worded(reading: Reading, start: int, end: int) -> Figure | None:
    worded = read_worded(reading.text, start, end, reading.language)
    if worded is None:
        return None
    figure = Figure(Numeral(start, end, worded.percent, Decimal(10)))
    figure.kind, figure.direction = worded.kind, worded.direction
    _hedge(reading, figure)
    if reading.text[start:end].startswith(("过", "過半", "过半", "과반")):
        figure.qualifier = "over"
    return figure


def _hundredths(reading: Reading, start: int, number: int, end: int) -> Figure | None:
    """Chinese 百分之三十."""
    numeral = read_number(reading.text[number:end], number, reading.language)
    if numeral is None:
        return None
    figure = Figure(numeral)
    figure.start, figure.end, figure.kind = start, end, "percentage"
    _sign(reading.text, figure, 0)
    _hedge(reading, figure)
    return figure
