"""What looks like a unit beside a number and is not one: 三元触媒, Euro-Länder, COP26, a percent sign in an address."""

import re

from dualtrack.extraction.figures import Figure, Reading

_KANJI_DIGITS = frozenset("〇一二三四五六七八九十")
_HAN_NOUN = re.compile(r"[二三]次|[\u4e00-\u9fff](?<![角毛钱人和到以的至一二两三四五六七八九零])")
_ONE_SYLLABLE = frozenset("일이삼사오육칠팔구조억")
_UNSAFE_NAMES = frozenset(("real", "all", "try", "top", "mark", "canadian", "sterling"))
_SYMBOLS = "$£€¥"
_SPACED_SHORT = ("RM", "Rs", "kr", "Ft", "DM", "zł")
_VAGUE = re.compile(r"(?:数|數|几|幾|何|多|\b[Ss]everal|\b[Ff]ew|\b[Mm]any|수|몇|\bmehrere|\bplusieurs)\s?$")
_LOOSE_POINTS = frozenset(("ポイント", "포인트", "成", "倍", "pt", "pts", "pp", "ppt", "百分点"))
_HEXADECIMAL = re.compile(r"[0-9A-F]{2}")
_GERMAN_COMPOUND = re.compile(r"-[A-ZÄÖÜ]")
_LEAST_DONG = 1000
_BOOKS_AND_WEIGHTS = frozenset(("livre", "livres", "pound", "marks"))


def is_vague(text: str, start: int) -> bool:
    """True where the word before makes it no number: 数十億, several million, 몇 백만."""
    before = text[start - 1 : start]
    return bool(before) and (
        before in "数數几幾何수몇" or (before == " " and bool(_VAGUE.search(text, max(0, start - 10), start)))
    )


def is_year(reading: Reading, figure: Figure) -> bool:
    """True for four digits that may be a year."""
    written = reading.text[figure.number_start : figure.number_end]
    return len(written) == 4 and written.isdigit() and 1900 <= int(written) <= 2100


def is_other_percent(reading: Reading, figure: Figure, end: int) -> bool:
    """True where the percent-like unit that ends at ``end`` is none: ``%20`` in an address, 30000ポイント."""
    text = reading.text
    unit = text[figure.number_end : end].strip()
    if text[figure.number_start - 1 : figure.number_start] in ("%", "/") and text[end : end + 1].isalnum():
        return True
    if unit == "%" and _HEXADECIMAL.match(text, end):
        return True
    return unit in _LOOSE_POINTS and figure.amount > 10000


def is_other_money(reading: Reading, figure: Figure, place: int, end: int) -> bool:
    """True where the currency name at ``place:end`` is another word, or belongs to the next number."""
    word = reading.text[place:end]
    apart = place > figure.number_end
    if word.lower() in _UNSAFE_NAMES or (len(word) == 1 and word.isascii() and word.isalpha()):
        return True
    if apart and len(word) <= 2 and word.isalpha() and word.isascii() and word not in _SPACED_SHORT:
        return True
    return _is_other_word(reading, figure, place, end) or _is_of_next(reading, figure, place, end)


def _is_other_word(reading: Reading, figure: Figure, place: int, end: int) -> bool:
    text, first = reading.text, reading.text[figure.number_start]
    word, length = text[place:end], figure.number_end - figure.number_start
    if word == "동":
        return figure.amount < _LEAST_DONG  # 4동: a building
    if reading.language == "ko" and word[0] in "원엔불" and first.isalpha() and length == 1:
        apart = place > figure.number_end and first not in "백천만"
        return apart or (word[0] == "원" and first in _ONE_SYLLABLE)  # 이 원, 구원
    spelt = first in _KANJI_DIGITS or (figure.factor == 1 and not first.isdigit())
    if word == "元" and length == 1 and spelt:
        return _HAN_NOUN.match(text, end) is not None
    if reading.language == "de" and place > figure.number_end and text[place - 1] == " ":
        return _GERMAN_COMPOUND.match(text, end) is not None
    return spelt and word.lower() in _BOOKS_AND_WEIGHTS


def _is_of_next(reading: Reading, figure: Figure, place: int, end: int) -> bool:
    text, word = reading.text, reading.text[place:end]
    if place == figure.number_end or not text[end : end + 2].lstrip(" ")[:1].isdigit():
        return False
    symbol = word[0] in _SYMBOLS
    if symbol and (text[place - 1] == "-" or text[end].isdigit()):
        return True  # 10-$20; 5 $10
    if not symbol and not (word.isupper() and len(word) == 3):
        return False
    return is_year(reading, figure) or not text[figure.number_start].isdigit()  # in 2024 USD 5 million; one CHF 95


def is_other_count(reading: Reading, figure: Figure) -> bool:
    """True where the number is a year, a fraction or one, not a count of things."""
    if figure.amount < 2 or figure.amount != figure.amount.to_integral_value():
        return True
    return reading.western and is_year(reading, figure) and figure.amount % 100 != 0
