"""Written numbers in six languages read as exact decimals with the precision they were written with.

Digits with any grouping (comma, point, apostrophe, thin and no-break spaces) by the language's custom, full-width
digits, kanji and hangul numerals, 万億兆 / 만억조 / 万亿 chains, number words of English, German and French, and scale
words (million, bn, Mrd., milliards). Nothing is rounded.
"""

import re
from collections.abc import Callable, Iterable
from decimal import Context, Decimal
from functools import lru_cache
from typing import NamedTuple

from dualtrack.extraction.lexicon import Lexicon

EXACT = Context(prec=120)
_LONGEST = 40  # a run of digits longer than this is an identifier, not a figure

DIGITS = r"[0-9０-９]++(?:[.．,，][0-9０-９]++|[\u00a0\u202f\u2009'’](?=[0-9]{3}(?![0-9]))[0-9]{3})*+"
_SPACED_DIGITS = r"(?:[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3}(?![0-9])){1,6}+(?:[.,][0-9]++)?|" + DIGITS + ")"

DECIMAL_COMMA = frozenset(("de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "ru", "tr", "id"))
"""Languages that write the decimals after a comma."""


def exactly(value: Decimal, factor: Decimal) -> Decimal:
    """The exact product; a power of ten moves the point, so that 1.4 times 10**8 is 140000000 and not 140000000.0."""
    power = factor.adjusted()
    if factor != Decimal(1).scaleb(power):
        return EXACT.multiply(value, factor)
    moved = value.scaleb(power, EXACT)
    exponent = moved.as_tuple().exponent
    return moved.quantize(Decimal(1), context=EXACT) if isinstance(exponent, int) and exponent > 0 else moved


_NARROW = str.maketrans("０１２３４５６７８９．，’", "0123456789.,'")
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009'")


class Numeral(NamedTuple):
    """A number as written: its span, exact value, and the value of one unit in its last digit.

    ``over`` is True where the writing itself says 'and some more' (100余亿, 100여억); ``scaled`` where a scale word or
    character is part of it; ``words`` where it was written without digits.
    """

    start: int
    end: int
    value: Decimal
    precision: Decimal
    over: bool = False
    scaled: bool = False
    words: bool = False


def _grouped(parts: list[str]) -> bool:
    """True where the parts between separators are thousands (or lakh and crore) groups."""
    if not 1 <= len(parts[0]) <= 3 or len(parts[-1]) != 3:
        return False
    inner = {len(part) for part in parts[1:-1]}
    return inner <= {3} or (inner == {2} and len(parts[0]) <= 2)


def _split_one(digits: str, mark: str, decimal_mark: str) -> tuple[str, str] | None:
    parts = digits.split(mark)
    if len(parts) > 2:
        return ("".join(parts), "") if _grouped(parts) else None
    whole, tail = parts
    if mark != decimal_mark and len(tail) == 3 and len(whole) <= 3 and whole[0] != "0":
        return whole + tail, ""
    if mark == "," and decimal_mark == "." and len(tail) > 3:
        return None
    return whole, tail


def _split_both(digits: str) -> tuple[str, str] | None:
    mark = "," if digits.rfind(",") > digits.rfind(".") else "."
    whole, _, tail = digits.rpartition(mark)
    other = "." if mark == "," else ","
    if mark in whole or not _grouped(whole.split(other)):
        return None
    return whole.replace(other, ""), tail


def read_digits(written: str, language: str = "en") -> tuple[Decimal, int] | None:
    """Digits with separators as a value and its number of decimals; None where they are no number (2025.10.1).

    A lone comma or point followed by three digits is read by the custom of the language: ``1.234`` is 1234 in German
    and 1.234 in English. Two kinds of marks read alike everywhere: the last one is the decimal mark.
    """
    if len(written) > _LONGEST:
        return None
    digits = written if written.isascii() else written.translate(_NARROW)
    digits = digits.translate(_SPACES)
    if "," in digits and "." in digits:
        halves = _split_both(digits)
    elif "," in digits:
        halves = _split_one(digits, ",", "," if language in DECIMAL_COMMA else ".")
    elif "." in digits:
        halves = _split_one(digits, ".", "," if language in DECIMAL_COMMA else ".")
    else:
        halves = digits, ""
    if halves is None:
        return None
    whole, tail = halves
    return (Decimal(f"{whole}.{tail}"), len(tail)) if tail else (Decimal(whole), 0)


# --- East Asian numerals -------------------------------------------------------------------------------------------

_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "십": 10, "백": 100, "천": 1000}
_LARGE = {
    **dict.fromkeys("万萬만", 10**4),
    **dict.fromkeys("億亿억", 10**8),
    **dict.fromkeys("兆조", 10**12),
    **dict.fromkeys("京경", 10**16),
}
_KANJI = {
    **dict(zip("〇一二三四五六七八九", range(10), strict=True)),
    **{"零": 0, "○": 0, "壱": 1, "壹": 1, "弐": 2, "贰": 2, "貳": 2, "两": 2, "兩": 2, "参": 3, "叁": 3, "伍": 5},
}
_HANGUL = {**dict(zip("영일이삼사오육칠팔구", range(10), strict=True)), "륙": 6, "공": 0}
_FIGURES = _KANJI | _HANGUL

_KD = "".join(_KANJI)
_KU = "十拾百佰千仟万萬億亿兆"
_HU = "십백천만억조경"
_HN = "".join(_HANGUL) + _HU

HAN_NUMBER = (
    rf"(?:{DIGITS}|[{_KD}{_KU}]|(?<=[0-9０-９{_KD}{_KU}])[多余餘来](?=[{_KU}])|(?<=[{_KD}{_KU}])[点點・](?=[{_KD}]))++"
)
HANGUL_NUMBER = (
    rf"(?:{DIGITS}|(?<![가-힣])[천백만](?=\s?[0-9]))"
    rf"(?:여?\s?[{_HU}{_KU}]++여?(?:\s?{DIGITS}(?=\s?[{_HU}{_KU}])|\s?[0-9]{{1,4}}(?=\s?(?:원|달러|명|개|건|유로|파운드)))?"
    rf"|(?<=[천백만])\s?{DIGITS}){{0,8}}+"
)
HANGUL_WORDS = (
    rf"(?:(?<![가-힣])|(?<=달러)|(?<=[원불로]))[{_HN}](?:\s?[{_HN}]){{0,24}}+(?:[점쩜][{''.join(_HANGUL)}]++)?"
    r"(?=\s?(?:원|달러|불|유로|파운드|엔|위안|센트|퍼센트|프로))"
)

EAST_ASIAN_HEADS = _KD + _KU
HANGUL_HEADS = _HN

_TOKEN = re.compile(rf"{DIGITS}|[{''.join(_FIGURES)}]++(?:[点點・점쩜][{''.join(_FIGURES)}]++)?|[^\s0-9]")


_HAN_UNIT = re.compile(f"[{_KU}]")
_POINT = re.compile("[点點・점쩜]")


class _Sum:
    """The value of a 万億兆 chain so far."""

    def __init__(self) -> None:
        self.total = self.section = Decimal(0)
        self.digit: Decimal | None = None
        self.unit = Decimal(1)
        self.last_large = 0
        self.scaled = self.over = False

    def figure(self, value: Decimal, decimals: int) -> bool:
        if self.digit is not None:
            return False
        self.digit, self.unit = value, Decimal(1).scaleb(-decimals)
        return True

    def small(self, size: int) -> None:
        digit = Decimal(1) if self.digit is None else self.digit
        self.section = EXACT.add(self.section, exactly(digit, Decimal(size)))
        self.unit = Decimal(size) if self.digit is None else exactly(self.unit, Decimal(size))
        self.digit, self.scaled = None, True

    def large(self, size: int) -> None:
        section = EXACT.add(self.section, self.digit or Decimal(0))
        untouched = self.section == 0 and self.digit is None
        if self.last_large and (self.last_large < size or untouched):
            self.total = exactly(EXACT.add(self.total, section), Decimal(size))
        else:
            self.total = EXACT.add(self.total, exactly(Decimal(1) if untouched else section, Decimal(size)))
        self.unit = exactly(self.unit, Decimal(size))
        self.section, self.digit, self.last_large, self.scaled = Decimal(0), None, size, True

    def value(self) -> Decimal:
        return EXACT.add(EXACT.add(self.total, self.section), self.digit or Decimal(0))


def _figure_run(run: str) -> tuple[Decimal, int]:
    whole, _, tail = _POINT.sub(".", run).partition(".")
    digits = "".join(str(_FIGURES[char]) for char in whole)
    decimals = "".join(str(_FIGURES[char]) for char in tail)
    return Decimal(f"{digits}.{decimals}" if decimals else digits), len(decimals)


def read_east_asian(written: str, start: int = 0, language: str = "ja") -> Numeral | None:
    """A chain such as ``1兆2,000億``, ``三千万``, ``2억 4천 7백만`` or ``一点五亿``; None where it is no number."""
    if len(written) > _LONGEST:
        return None
    chain = _Sum()
    for match in _TOKEN.finditer(written):
        token = match.group()
        if token in "多余餘来여":
            chain.over = True
        elif token in _SMALL:
            chain.small(_SMALL[token])
        elif token in _LARGE:
            chain.large(_LARGE[token])
        else:
            figure = _figure_run(token) if token[0] in _FIGURES else read_digits(token, language)
            if figure is None or not chain.figure(*figure):
                return None
    words = not any(char.isdigit() and char not in _KANJI for char in written)
    return Numeral(start, start + len(written), chain.value(), chain.unit, chain.over, chain.scaled, words)


# --- Number words --------------------------------------------------------------------------------------------------

_EN = {
    **dict(zip(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"], range(20), strict=True)),
    **dict(zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)),
}  # fmt: skip
_EN_SCALE = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_DE = {
    **dict(zip(["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"], range(20), strict=True)),
    **dict(zip(["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"], range(20, 100, 10),
               strict=True)),
    **{"zwo": 2, "dreissig": 30, "fuenf": 5, "zwoelf": 12, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "eines": 1},
}  # fmt: skip
_DE_SCALE = {"hundert": 100, "tausend": 1000}
_FR = {
    **dict(zip(["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"], range(17), strict=True)),
    **{"une": 1, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
       "septante": 70, "huitante": 80, "octante": 80, "nonante": 90},
}  # fmt: skip
_FR_SCALE = {"cent": 100, "cents": 100, "mille": 1000}
_AFTER_DIX = frozenset(("sept", "huit", "neuf"))


def either_case(words: Iterable[str]) -> str:
    """An alternation of words, each also with a capital, grouped by first letter so that scanning is quick."""
    tails: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        tails.setdefault(word[0], []).append(word[1:])
    groups = (rf"[{head}{head.upper()}](?:{'|'.join(rest)})" for head, rest in tails.items())
    return f"(?:{'|'.join(groups)})"


_EN_WORD = either_case(_EN)
_EN_ANY = either_case([*_EN, *_EN_SCALE])
ENGLISH_WORDS = (
    rf"(?:(?:[Hh]alf )?[Aa] (?=(?:hundred|thousand|million|billion|trillion|dozen|half)(?![A-Za-z])))?+"
    rf"(?:{_EN_ANY}(?![A-Za-z]))(?:(?:[ -]|,? and )(?:{_EN_ANY})(?![A-Za-z])){{0,12}}+"
    rf"(?: point {_EN_WORD}(?![A-Za-z])(?: {_EN_WORD}(?![A-Za-z])){{0,5}}+)?"
)
_DE_PIECE = "|".join(sorted((*_DE, *_DE_SCALE, "und"), key=len, reverse=True))
_DE_DIGIT = "|".join(word for word, value in _DE.items() if value < 10)
GERMAN_WORDS = (
    rf"(?:[Ee]iner? )?[Hh]alben?(?= Mi[ol])|(?:[Aa]nderthalb|{either_case([*_DE, *_DE_SCALE])}(?:{_DE_PIECE}){{0,12}}+)(?:einhalb)?(?:(?![A-Za-zÄÖÜäöüß])|(?=prozent))"
    rf"(?: Komma(?: (?:{_DE_DIGIT})(?![A-Za-zäöüß])){{1,6}}+)?"
)
_FR_ANY = "|".join(sorted((*_FR, *_FR_SCALE), key=len, reverse=True))
FRENCH_WORDS = (
    rf"(?:[Uu]n )?[Dd]emi(?=[- ]mill)|{either_case([*_FR, *_FR_SCALE])}(?![A-Za-zÀ-ÿ])(?:(?:-et-| et |[ -])(?:{_FR_ANY})(?![A-Za-zÀ-ÿ])){{0,12}}+"
    rf"(?: virgule (?:{_FR_ANY})(?![A-Za-zÀ-ÿ])(?:[ -](?:{_FR_ANY})(?![A-Za-zÀ-ÿ])){{0,4}}+)?"
)


def _add_words(tokens: Iterable[str], small: dict[str, int], scales: dict[str, int]) -> Numeral | None:
    total = section = 0
    unit = 1
    after_scale = False
    for token in tokens:
        if token in small:
            value = small[token]
            if value == 20 and section % 100 == 4 and token.startswith("vingt"):  # quatre-vingts
                section += 76
            elif section % 100 == 10 and token in _AFTER_DIX:
                section += value
            elif section % 100 and not (value < 20 and section % 100 >= 20 and section % 10 == 0):
                return None
            else:
                section += value
            unit, after_scale = 1, False
        else:
            size = scales[token]
            unit = size if not after_scale else unit * size
            if size in (100, 12) and section < 100:
                section = (section or 1) * size
            else:
                total, section = total + (section or (0 if total else 1)) * size, 0
                if after_scale and section == 0 and total % size:
                    return None
            after_scale = True
    return Numeral(0, 0, Decimal(total + section), Decimal(unit), False, unit > 1, True)


def _english(written: str) -> Numeral | None:
    whole, _, tail = written.lower().partition(" point ")
    tokens = [token for token in re.split(r"[\s,-]+", whole) if token not in ("and", "a", "")]
    halved = tokens[:1] == ["half"]
    number = _add_words(tokens[halved:], _EN, _EN_SCALE)
    if number is not None and halved:
        half = Decimal("0.5")
        return number._replace(value=exactly(number.value * 5, Decimal("0.1")), precision=number.precision * half)
    if number is None or not tail:
        return number
    decimals = "".join(str(_EN[word]) for word in tail.split())
    return _with_decimals(number, decimals)


def _with_decimals(number: Numeral, digits: str) -> Numeral:
    """The number with digits after the point."""
    return number._replace(value=number.value + Decimal(f"0.{digits}"), precision=Decimal(1).scaleb(-len(digits)))


_DE_TOKEN = re.compile(_DE_PIECE)


def _german(written: str) -> Numeral | None:
    whole, _, tail = written.lower().partition(" komma ")
    if tail:
        number = _german(whole)
        return number and _with_decimals(number, "".join(str(_DE[word]) for word in tail.split()))
    if "halbe" in whole:
        return Numeral(0, 0, Decimal("0.5"), Decimal("0.1"), False, False, True)
    if whole == "anderthalb":
        return Numeral(0, 0, Decimal("1.5"), Decimal("0.1"), False, False, True)
    if whole.endswith("einhalb"):
        number = _german(whole.removesuffix("einhalb"))
        return number and _with_decimals(number, "5")
    tokens = [token for token in _DE_TOKEN.findall(whole) if token != "und"]
    value = last = section = 0
    for token in tokens:
        if token in _DE:
            section += _DE[token]
        elif token == "hundert":
            section = (section or 1) * 100
        else:
            value, section = (section or 1) * 1000, 0
        last = 1 if token in _DE else _DE_SCALE[token]
    return Numeral(0, 0, Decimal(value + section), Decimal(last), False, last > 1, True)


def _french(written: str) -> Numeral | None:
    whole, _, tail = written.lower().partition(" virgule ")
    if whole.endswith("demi"):
        return Numeral(0, 0, Decimal("0.5"), Decimal("0.1"), False, False, True)
    number = _add_words([token for token in re.split(r"[\s-]+", whole) if token != "et"], _FR, _FR_SCALE)
    if number is None or not tail:
        return number
    decimals = _add_words([token for token in re.split(r"[\s-]+", tail) if token != "et"], _FR, _FR_SCALE)
    return decimals and _with_decimals(number, str(decimals.value))


WORD_HEADS: dict[str, tuple[str, ...]] = {
    "en": (*_EN, *_EN_SCALE, "a hundred", "a thousand", "a million", "a billion", "a trillion", "a dozen", "half a"),
    "de": (*_DE, *_DE_SCALE, "anderthalb", "halbe"),
    "fr": (*_FR, *_FR_SCALE, "demi"),
}
"""How number words start."""

_WORD_READERS: dict[str, Callable[[str], Numeral | None]] = {"en": _english, "de": _german, "fr": _french}


def read_words(written: str, start: int, language: str) -> Numeral | None:
    """Number words of English, German or French; None where they do not make one number (``two three``)."""
    number = _WORD_READERS[language](written)
    return None if number is None else number._replace(start=start, end=start + len(written))


# --- Scale words ---------------------------------------------------------------------------------------------------

_THOUSAND, _MILLION, _BILLION, _TRILLION = 10**3, 10**6, 10**9, 10**12
_LETTERS = {
    "k": _THOUSAND, "m": _MILLION, "mn": _MILLION, "mm": _MILLION, "mln": _MILLION, "mio": _MILLION, "mio.": _MILLION,
    "b": _BILLION, "bn": _BILLION, "bln": _BILLION, "mrd": _BILLION, "mrd.": _BILLION, "md": _BILLION, "mds": _BILLION,
    "t": _TRILLION, "tn": _TRILLION, "trn": _TRILLION, "g": _BILLION,
}  # fmt: skip
_ENGLISH_SCALES = {
    "hundred": 100, "thousand": _THOUSAND, "million": _MILLION, "millions": _MILLION, "billion": _BILLION,
    "billions": _BILLION, "trillion": _TRILLION, "trillions": _TRILLION, "lakh": 10**5, "crore": 10**7, "lakhs": 10**5,
    "crores": 10**7, "hundred million": 10**8, "hundred billion": 10**11, "thousand million": _BILLION,
    "hundred thousand": 10**5, "dozen": 12,
    **{f"{word}{dot}": size for word, size in (("bil", _BILLION), ("mil", _MILLION), ("mill", _MILLION))
       for dot in ("", ".")},
}  # fmt: skip
_LONG_SCALES = {"billion": _TRILLION, "billions": _TRILLION, "trillion": 10**18, "trillions": 10**18}
_SCALE_WORDS: dict[str, dict[str, int]] = {
    "de": {"hundert": 100, "tausend": _THOUSAND, "tsd.": _THOUSAND, "tsd": _THOUSAND, "million": _MILLION,
           "millionen": _MILLION, "milliarde": _BILLION, "milliarden": _BILLION, "billion": _TRILLION,
           "billionen": _TRILLION, "bio": _TRILLION, "bio.": _TRILLION, "billiarde": 10**15, "billiarden": 10**15,
           "mill.": _MILLION, "milliarden.": _BILLION},
    "fr": {"mille": _THOUSAND, "milliers": _THOUSAND, "millier": _THOUSAND,
           "million": _MILLION, "millions": _MILLION, "milliard": _BILLION, "milliards": _BILLION, **_LONG_SCALES,
           "mns": _MILLION, "mille milliards": _TRILLION},
    "es": {"mil": _THOUSAND, "millón": _MILLION, "millones": _MILLION, "mil millones": _BILLION, "billón": _TRILLION,
           "billones": _TRILLION},
    "it": {"mila": _THOUSAND, "mille": _THOUSAND, "milione": _MILLION, "milioni": _MILLION, "miliardo": _BILLION,
           "miliardi": _BILLION, "mld": _BILLION},
    "pt": {"mil": _THOUSAND, "milhão": _MILLION, "milhões": _MILLION, "mil milhões": _BILLION, "bilhão": _BILLION,
           "bilhões": _BILLION, "bi": _BILLION, "mi": _MILLION},
    "nl": {"duizend": _THOUSAND, "miljoen": _MILLION, "miljard": _BILLION, "mln.": _MILLION, "mld": _BILLION,
           "mld.": _BILLION},
}  # fmt: skip


@lru_cache(maxsize=32)
def scale_words(language: str) -> Lexicon[int]:
    """Scale words that may follow a number in this language; English ones everywhere they do not mean another size."""
    return Lexicon(_LETTERS | _ENGLISH_SCALES | _SCALE_WORDS.get(language, {}))


def is_abbreviated_scale(written: str) -> bool:
    """True for scales of one letter, which count only beside a currency or a percent sign."""
    return len(written) == 1 or written.lower() in ("mm", "md", "mil", "bi", "mi", "bio", "bio.")


def scan_pattern(language: str) -> str:
    """The pattern that finds candidates for numbers in a language."""
    if language in ("ja", "zh"):
        return HAN_NUMBER
    if language == "ko":
        return f"{HANGUL_NUMBER}|{HANGUL_WORDS}"
    digits = rf"{_SPACED_DIGITS}(?:[{_KU}]++(?:{DIGITS})?)*+"
    words = {"en": ENGLISH_WORDS, "de": GERMAN_WORDS, "fr": FRENCH_WORDS}.get(language)
    return rf"{digits}|(?<![A-Za-zÀ-ÿ])(?:{words})" if words else digits


def read_number(written: str, start: int, language: str) -> Numeral | None:
    """What the scan found as a number, or None: a date, a version, an identifier, words that do not add up."""
    first = written[0]
    if language in ("ja", "zh", "ko") or (first.isdigit() and _HAN_UNIT.search(written)):
        number = read_east_asian(written, start, language)
    elif first.isdigit():
        figure = read_digits(written, language)
        number = figure and Numeral(start, start + len(written), figure[0], Decimal(1).scaleb(-figure[1]))
    else:
        return read_words(written, start, language)
    if number is None and first.isdigit():
        cut = max(written.rfind(mark) for mark in ",，") + 1
        if cut > 0 and language not in DECIMAL_COMMA and len(written) <= _LONGEST:
            return read_number(written[cut:], start + cut, language)
    return number
