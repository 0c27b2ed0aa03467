"""Single figures: each number of a text with the unit, currency, sign and hedge that stand beside it."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dualtrack.extraction.counts import is_named, match_count, match_rank
from dualtrack.extraction.currencies import SUBUNITS, currency_codes, currency_names, match_currency, resolve
from dualtrack.extraction.hedges import hedge_after, hedge_before
from dualtrack.extraction.lexicon import Lexicon
from dualtrack.extraction.numerals import (
    EXACT,
    HAN_NUMBER,
    Numeral,
    exactly,
    is_abbreviated_scale,
    read_number,
    scale_words,
    scan_pattern,
)
from dualtrack.extraction.percentages import match_percent, read_worded, worded_pattern
from dualtrack.extraction.triggers import trigger_pattern
from dualtrack.extraction.quantity import Direction, Kind
from dualtrack.model import Qualifier

_HUNDRED_PARTS = Decimal(100)


class Figure:
    """A number being read; ``kind`` is None while nothing says what it measures."""

    __slots__ = (
        "amount", "baseline", "change", "coefficient", "currency", "direction", "dropped", "end", "factor", "gloss", "kind",
        "mark", "number_end", "number_start", "over_years", "per", "precision", "qualifier", "sign", "start", "unit", "upper",
    )  # fmt: skip

    def __init__(self, number: Numeral) -> None:
        self.start = self.number_start = number.start
        self.end = self.number_end = number.end
        self.amount: Decimal | None = number.value
        self.coefficient = number.value
        self.precision = number.precision
        self.factor = Decimal(1)
        self.kind: Kind | None = None
        self.upper: Decimal | None = None
        self.mark: str | None = None
        self.currency: str | None = None
        self.unit: str | None = None
        self.qualifier: Qualifier | None = "over" if number.over else None
        self.per: str | None = None
        self.over_years: Decimal | None = None
        self.sign: str | None = None
        self.direction: Direction | None = None
        self.gloss: Figure | None = None
        self.change: Figure | None = None
        self.baseline: Figure | None = None
        self.dropped = False

    def scale(self, factor: Decimal) -> None:
        """Multiply the amount and its precision exactly."""
        if self.amount is not None:
            self.amount = exactly(self.amount, factor)
        if self.upper is not None:
            self.upper = exactly(self.upper, factor)
        self.precision = exactly(self.precision, factor)
        self.factor = EXACT.multiply(self.factor, factor)


_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'）)」】]{0,2000}+")


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


_HUNDREDTHS = re.compile(rf"百分之(?P<percent>{HAN_NUMBER})")


def read(text: str, language: str, country: str | None) -> list[Figure]:
    """Every number of the text in order, with its kind where its surroundings tell."""
    found: list[Figure] = []
    reader = _Reader(text, language, country)
    scanner = _scanner(language)
    search = scanner.trigger.search
    place = 0
    while trigger := search(text, place):
        start = trigger.start()
        figure, place = _read_at(reader, scanner, text, start)
        if figure is not None:
            found.append(figure)
    return found


def _read_at(reader: "_Reader", scanner: _Scanner, text: str, start: int) -> tuple[Figure | None, int]:
    """The figure that starts at ``start``, if one does, and where to look on."""
    if text[start] in "hw" and (url := _URL.match(text, start)):
        return None, url.end()
    if scanner.worded is not None and (match := scanner.worded.match(text, start)):
        figure = reader.worded(start, match.end())
        if figure is not None:
            reader.taken = match.end()
            return figure, match.end()
    if text[start] == "百" and (match := _HUNDREDTHS.match(text, start)):
        return reader.hundredths(start, match.start("percent"), match.end()), match.end()
    match = scanner.number.match(text, start)
    if match is None:
        return None, start + 1
    figure = reader.number(start, match.end())
    if figure is not None:
        reader.taken = figure.end
    return figure, max(match.end(), figure.end if figure is not None else 0)


_VAGUE = re.compile(r"(?:数|數|几|幾|何|多|\b[Ss]everal|\b[Ff]ew|\b[Mm]any|수|몇|\bmehrere|\bplusieurs)\s?$")
_PREFIX_GAP = " \u00a0\u202f"
_RANGE_NEXT = re.compile(r"\s?(?:[-–—−~〜～]|to\b|bis\b|à\b|至|到|から|에서|and\b|und\b|et\b)")


class _Reader:
    """Reads the surroundings of numbers in one text."""

    def __init__(self, text: str, language: str, country: str | None) -> None:
        self.text = text
        self.language = language
        self.country = country
        self.profile = language if language in ("ja", "en", "ko", "zh", "de", "fr") else "en"
        self.western = language not in ("ja", "zh", "ko")
        self.scales = scale_words(language)
        self.prefixes = _prefixes(language)
        self.taken = 0  # where the figure before this one ends

    def number(self, start: int, end: int) -> Figure | None:
        """The figure whose number the scan found at ``start:end``."""
        text = self.text
        before = text[start - 1 : start]
        prefix = None
        if before and not (before.isspace() and text[start - 2 : start - 1].islower() and text[start - 2 : start - 1] not in "crs"):
            prefix = self._prefix(start)
        if prefix is None and before and (before in "_#@" or (before.isascii() and before.isalpha() and not self._country_count(end))):
            return None
        numeral = read_number(text[start:end], start, self.language)
        if numeral is None:
            return None
        figure = Figure(self._half(numeral))
        self._scale(figure, prefix is not None)
        if prefix is not None:
            figure.start, figure.mark = prefix
        if before and before in "数數几幾何수몇" or (before == " " and _VAGUE.search(text[max(0, start - 10) : start])):
            return figure
        self._unit(figure)
        self._sign(figure)
        if figure.kind is not None:
            self._hedge(figure)
        return figure

    def _country_count(self, end: int) -> bool:
        return self.text[end : end + 2] in ("カ国", "か国", "ヶ国", "ヵ国", "개국")

    def _half(self, numeral: Numeral) -> Numeral:
        text = self.text
        glyph = _GLYPHS.get(text[numeral.end : numeral.end + 1])
        if glyph is not None and numeral.value == numeral.value.to_integral_value():
            return numeral._replace(end=numeral.end + 1, value=numeral.value + glyph, precision=Decimal("0.01"))
        if self.western:
            found = _AND_HALF.match(text, numeral.end)
            if found:
                return numeral._replace(end=found.end(), value=numeral.value + Decimal("0.5"), precision=Decimal("0.1"))
        return numeral

    def _scale(self, figure: Figure, beside_currency: bool) -> None:
        text = self.text
        place = figure.number_end
        if text[place : place + 2] in ("+ ", "+-"):
            figure.qualifier = "over"
            place += 1
        if text[place : place + 1] in "- \u00a0\u202f":
            place += 1
        found = self.scales.match(text, place)
        if found is None:
            self._east_asian_scale(figure, place)
            return
        end, size = found
        if is_abbreviated_scale(text[place:end]) and not (beside_currency or self._money_at(self._skip(end))):
            if not _PERCENT_NEXT.match(text, end):
                return
        if text[end : end + 1] == "." and text[place:end].lower() in ("mio", "mrd", "tsd"):
            end += 1
        again = self.scales.match(text, end + 1) if text[end : end + 1] == " " else None
        if again is not None and not is_abbreviated_scale(text[end + 1 : again[0]]):
            end, size = again[0], size * again[1]
        figure.number_end = figure.end = end
        figure.scale(Decimal(size))
        half = _AND_HALF.match(text, end) if self.western else None
        if half is not None and figure.amount is not None:
            figure.amount = EXACT.add(figure.amount, exactly(figure.factor * 5, Decimal("0.1")))
            figure.number_end = figure.end = half.end()

    def _east_asian_scale(self, figure: Figure, place: int) -> None:
        if self.western or self.language == "ko":
            found = _HAN_SCALE.match(self.text, place)
            if found and self.western:
                figure.number_end = figure.end = found.end()
                figure.scale(_HAN_SCALES[found.group()])
            return
        found = _HAN_SCALE.match(self.text, place)
        if found:
            figure.number_end = figure.end = found.end()
            figure.scale(_HAN_SCALES[found.group()])

    def _skip(self, place: int) -> int:
        char = self.text[place : place + 1]
        return place + 1 if char and char in " -\u00a0\u202f\u2009　" else place

    def _money_at(self, place: int) -> tuple[int, str] | None:
        text = self.text
        if self.western:
            glue = _GLUE.match(text, place)
            if glue:
                place = glue.end()
        return match_currency(text, place, self.language)

    def _unit(self, figure: Figure) -> None:
        text, end = self.text, figure.number_end
        place = self._skip(end)
        if figure.mark is not None and self._contradicted(figure, place):
            figure.mark, figure.start = None, figure.number_start
        if figure.mark is not None:
            self._money(figure, figure.mark, self._echo(figure, end))
            return
        percent = match_percent(text, place, self.language) if text[end : end + 1] != "-" or place == end else self._fold(end, place)
        if percent is not None and not self._false_percent(figure, percent[0]):
            self._percent(figure, percent[0], percent[1].kind, percent[1].factor)
            return
        if self.language in ("ja", "zh", "ko") and text[place : place + 1] in "超多余餘強여" and figure.qualifier is None:
            money = self._money_at(place + 1)
            if money is not None:
                figure.qualifier = "over"
                self._money(figure, money[1], money[0])
                return
        money = self._money_at(place)
        if money is not None and not self._false_money(figure, place, money):
            self._money(figure, money[1], money[0])
            return
        subunit = SUBUNITS.match(text, place)
        if subunit is not None:
            figure.scale(subunit[1].size)
            self._money(figure, subunit[1].currency or ("EUR" if self.language in ("de", "fr") else "$"), subunit[0])
            return
        self._counted(figure, place)

    def _contradicted(self, figure: Figure, place: int) -> bool:
        """True where the number has a unit of its own and the currency before it belongs to something else."""
        if match_percent(self.text, place, self.language):
            return True
        if not self.text[figure.start : figure.start + 1].isalpha() or place >= len(self.text):
            return False
        money = self._money_at(place)
        if money is not None and self.text[figure.number_start - 1] == " " and not self.text[figure.start : figure.start + 3].isupper():
            return True
        return money is not None and resolve(money[1], self.country, self.language) != resolve(figure.mark or "", self.country, self.language)

    def _fold(self, end: int, place: int):  # type: ignore[no-untyped-def]
        return match_percent(self.text, end, self.language) or match_percent(self.text, place, self.language)

    def _echo(self, figure: Figure, end: int) -> int:
        """The end of a currency said twice: $5 million USD, 人民元八千元."""
        place = self._skip(end)
        money = match_currency(self.text, place, self.language)
        if money is None or self.text[place - 1 : place] == "-" or self.text[money[0] : money[0] + 2].lstrip()[:1].isdigit():
            return end
        here = resolve(figure.mark or "", self.country, self.language)
        there = resolve(money[1], self.country, self.language)
        if figure.mark == "$" and there and there != "USD" and there.endswith("D"):
            figure.mark = money[1]
            return money[0]
        return money[0] if here == there else end

    def _money(self, figure: Figure, mark: str, end: int) -> None:
        if mark == "TEUR":
            figure.scale(Decimal(1000))
            mark = "EUR"
        figure.kind, figure.mark = "money", mark
        figure.currency = resolve(mark, self.country, self.language)
        figure.end = end

    def _percent(self, figure: Figure, end: int, kind: Kind, factor: Decimal) -> None:
        figure.kind = kind
        figure.end = end
        if factor != 1:
            figure.scale(factor)
        if self.language == "ja" and self.text[end - 1 : end] == "割":
            self._tenths(figure)
        elif self.language == "ja" and self.text[figure.number_end : end].endswith("割半"):
            figure.amount = EXACT.add(figure.amount or Decimal(0), Decimal(5))
        elif self.language == "zh" and self.text[end - 1 : end] in "成":
            self._tenths(figure)
        if self.text[figure.number_end : end].find("割引") >= 0:
            figure.direction = "decrease"

    def _tenths(self, figure: Figure) -> None:
        found = _BU.match(self.text, figure.end)
        if found:
            digit = found.group("n")
            value = Decimal("〇一二三四五六七八九".find(digit)) if digit in "〇一二三四五六七八九" else Decimal(int(digit))
            figure.amount = EXACT.add(figure.amount or Decimal(0), value)
            figure.precision = Decimal(1)
            figure.end = found.end()

    def _false_percent(self, figure: Figure, end: int) -> bool:
        text = self.text
        unit = text[figure.number_end : end].strip()
        if text[figure.number_start - 1 : figure.number_start] in ("%", "/") and text[end : end + 1].isalnum():
            return True
        if unit == "%" and re.match(r"[0-9A-F]{2}", text[end : end + 2]) is not None:
            return True
        return unit in ("ポイント", "포인트", "成", "倍", "pt", "pts", "pp", "ppt", "百分点") and figure.amount is not None and figure.amount > 10000

    def _false_money(self, figure: Figure, place: int, money: tuple[int, str]) -> bool:
        text = self.text
        word = text[place : money[0]]
        if self.language == "ko" and word[:1] in ("원", "엔", "불") and text[figure.start].isalpha() and figure.end - figure.start == 1:
            spaced = place > figure.number_end  # 이 원, 일 원
            return spaced or (word[0] == "원" and text[figure.start] in _ONE_SYLLABLE)
        if word.lower() in _UNSAFE_NAMES or self._other_word(figure, place, money[0], word):
            return True
        if len(word) == 1 and word.isascii() and word.isalpha():
            return True
        if word in ("Rs", "RM", "rs") or money[0] - place <= 2 and word.isalpha() and word.isascii() and place > figure.number_end:
            return word not in ("RM", "Rs", "kr", "Ft", "DM", "zł")
        if text[place - 1] == "-" and place > figure.number_end and not word[:1].isalpha():
            return True  # 10-$20
        if word[:1] in "$£€¥" and place > figure.number_end and text[money[0] : money[0] + 1].isdigit():
            return True  # '5 $10': the symbol belongs to the next number
        if word.isupper() and len(word) == 3 and text[money[0] : money[0] + 2].lstrip()[:1].isdigit() and self._year_like(figure):
            return True  # 'in 2024 USD 5 million'
        return word[:1] in "$£€¥" and self._year_like(figure) and text[money[0] : money[0] + 2].lstrip()[:1].isdigit()

    def _other_word(self, figure: Figure, place: int, end: int, word: str) -> bool:
        """True where the 'currency' is the start of another word: 三元触媒, zwei Euro-Länder, deux livres."""
        text = self.text
        spelt = figure.factor == 1 and not text[figure.number_start].isdigit() or text[figure.number_start] in _KANJI_DIGITS
        if word == "元" and figure.number_end - figure.number_start == 1 and spelt:
            return _HAN_NOUN.match(text, end) is not None
        if self.language == "de" and place > figure.number_end and text[place - 1] == " ":
            return re.match(r"-[A-ZÄÖÜ]", text[end : end + 2]) is not None
        return spelt and word.lower() in ("livre", "livres", "pound", "mark", "marks")

    def _year_like(self, figure: Figure) -> bool:
        written = self.text[figure.number_start : figure.number_end]
        return len(written) == 4 and written.isdigit() and 1900 <= int(written) <= 2100

    def _counted(self, figure: Figure, place: int) -> None:
        text = self.text
        rank = match_rank(text, figure.number_start, figure.number_end, self.profile)
        if rank is not None:
            figure.kind, figure.end = "rank", rank
            return
        if text[figure.number_start - 1 : figure.number_start] in ("第", "제", "-", "/", ".") or figure.amount is None:
            return
        found = match_count(text, place, self.profile)
        if found is None or figure.amount < 2 or figure.amount != figure.amount.to_integral_value():
            return
        if self.western and (is_named(text, figure.number_start) or (self._year_like(figure) and figure.amount % 100 != 0)):
            return
        figure.kind, figure.unit, figure.end = "count", found[1], found[0]

    def _prefix(self, start: int) -> tuple[int, str] | None:
        """The start and mark of a currency that stands right before the number."""
        text = self.text
        place = start
        if text[place - 1] in _PREFIX_GAP:
            place -= 1
        if text[place - 1 : place] in ("-", "+", "−") and place == start:
            place -= 1
        code = text[max(0, place - 3) : place]
        if code.isascii() and code.isupper() and code in currency_codes() and (place < start or code in _JOINED):
            if not (text[place - 4 : place - 3].isascii() and text[place - 4 : place - 3].isalnum() and place >= 4):
                return (place - 3, code) if place - 3 >= self.taken else None
            if text[place - 4 : place - 3] == "$" or text[place - 4 : place - 3].isdigit():
                return place - 3, code
        found = self.prefixes.match(text[max(0, place - 24) : place][::-1], 0)
        if found is None or found[1] == "R" and self.country != "ZA":
            return None
        begin = place - found[0]
        if begin < self.taken:
            return None
        if text[begin - 1 : begin].isdigit() and begin > 0 and text[begin:place].strip() in "$€£¥" and place < start:
            return None  # '10 $ 20': the symbol closes the number before
        return begin, found[1]

    def _sign(self, figure: Figure) -> None:
        if figure.kind is None:
            return
        text, start = self.text, figure.start
        inner = text[figure.number_start - 1 : figure.number_start]
        if figure.start < figure.number_start and inner in ("-", "−", "+"):
            figure.sign = "+" if inner == "+" else "-"
        else:
            near = text[max(0, start - 6) : start]
            found = _SIGN.search(near) if near.rstrip(" ")[-1:] in _SIGN_ENDS else None
            if found and not (figure.kind not in ("percentage", "points") and _PLUS.match(found.group())):
                figure.sign = "+" if _PLUS.match(found.group()) else "-"
                figure.start = start - len(found.group())
        if figure.sign == "-":
            figure.amount = None if figure.amount is None else -figure.amount
        if figure.sign and figure.kind in ("percentage", "points"):
            figure.direction = "increase" if figure.sign == "+" else "decrease"

    def _hedge(self, figure: Figure) -> None:
        before = hedge_before(self.text, figure.start, self.profile)
        after = hedge_after(self.text, figure.end, self.profile)
        figure.qualifier = figure.qualifier or (after if before in (None, "about") and after else before)

    def worded(self, start: int, end: int) -> Figure | None:
        """A share or change in words."""
        worded = read_worded(self.text, start, end, self.language)
        if worded is None:
            return None
        figure = Figure(Numeral(start, end, worded.percent, Decimal(10)))
        figure.kind, figure.direction = worded.kind, worded.direction
        self._hedge(figure)
        if self.text[start : start + 1] == "过" or self.text[start : start + 2] in ("過半", "과반"):
            figure.qualifier = "over"
        return figure

    def hundredths(self, start: int, number: int, end: int) -> Figure | None:
        """Chinese 百分之三十."""
        numeral = read_number(self.text[number:end], number, self.language)
        if numeral is None:
            return None
        figure = Figure(numeral)
        figure.start, figure.end, figure.kind = start, end, "percentage"
        self._sign(figure)
        self._hedge(figure)
        return figure


_KANJI_DIGITS = frozenset("〇一二三四五六七八九十")
_HAN_NOUN = re.compile(r"[二三]次|[\u4e00-\u9fff](?<![角毛钱人和到以的至一二两三四五六七八九零])")
_ONE_SYLLABLE = frozenset("일이삼사오육칠팔구조억")
_GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_PERCENT_NEXT = re.compile(r"[%％]| {0,8}[パ퍼]")
_AND_HALF = re.compile(r" and (?:a|one) half(?= )| et demie?(?= )| einhalb(?= )")
_GLUE = re.compile(r"d[e'’]\s?|de |of |di |d['’]")
_HAN_SCALES = {"百万": Decimal(10**6), "万": Decimal(10**4), "億": Decimal(10**8), "亿": Decimal(10**8), "兆": Decimal(10**12),
               "千万": Decimal(10**7), "十億": Decimal(10**9), "千": Decimal(1000), "만": Decimal(10**4), "억": Decimal(10**8),
               "조": Decimal(10**12)}  # fmt: skip
_HAN_SCALE = re.compile("|".join(sorted(_HAN_SCALES, key=len, reverse=True)))
_BU = re.compile(r"(?P<n>[0-9０-９一二三四五六七八九])分(?!の|野|類)|(?<=成)(?P<m>[一二三四五六七八九五])(?!成)")
_JOINED = frozenset(
    "USD EUR GBP JPY CNY CHF AUD CAD NZD SGD HKD SEK NOK DKK KRW INR BRL ZAR MXN TWD PLN CZK HUF ILS TRY THB MYR AED SAR "
    "QAR KWD RMB RUB IDR PHP VND DEM".split()
)
"""Codes that may touch the number after them (USD150 billion); others make names with it (COP26)."""
_SIGN = re.compile(r"(?:(?<![0-9A-Za-z０-９)）\]%％~～〜])[-−－+＋△▲] ?|(?<![A-Za-z])(?:minus|plus) |マイナス|プラス|负|負)$", re.I)
_SIGN_ENDS = frozenset("-−－+＋△▲sSス负負")
_PLUS = re.compile(r"[+＋pプ]", re.I)
_UNSAFE_NAMES = frozenset(("real", "all", "try", "top", "mark", "won't", "canadian", "livre", "livres", "sterling")) - {"livre", "livres"}


@lru_cache(maxsize=16)
def _prefixes(language: str) -> Lexicon[str]:
    """Currencies that may stand before a number, spelt backwards."""
    allowed = {}
    for phrase, mark in currency_names(language).entries.items():
        symbol = len(phrase) <= 6 and not phrase.isalpha() or phrase in ("rs", "rm", "rp", "btc", "rmb", "ntd", "sfr")
        name = language in ("zh",) and mark != "元" and len(phrase) > 1 or phrase in ("人民元", "ringgit", "euro", "euros")
        if (symbol or name) and phrase not in ("kr.", "mark", "块", "¢", "ft"):
            allowed[phrase[::-1]] = mark
    return Lexicon(allowed)
