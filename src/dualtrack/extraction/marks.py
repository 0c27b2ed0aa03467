"""The currency of a number: before it (US$5), after it (5 dollars), or both; subunits; thousands in the mark (TEUR)."""

import re
from decimal import Decimal
from functools import lru_cache

from dualtrack.extraction.currencies import (
    SUBUNITS,
    currency_codes,
    currency_names,
    is_kind_of,
    match_currency,
    resolve,
)
from dualtrack.extraction.doubts import is_other_money
from dualtrack.extraction.figures import Figure, Reading
from dualtrack.extraction.lexicon import Lexicon
from dualtrack.extraction.numerals import EXACT
from dualtrack.extraction.percentages import match_percent

_GAPS = " \u00a0\u202f"
_SIGNS = ("-", "+", "−")
_GLUE = re.compile(r"d[e'’]\s?|de |of |di |d['’]")
_ESCAPED = re.compile(r"[!-~]")
_MORE = "超多余餘強여"
_EURO_CENTS = ("de", "fr")
_JOINED = frozenset(
    [
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "CNY",
        "CHF",
        "AUD",
        "CAD",
        "NZD",
        "SGD",
        "HKD",
        "SEK",
        "NOK",
        "DKK",
        "KRW",
        "INR",
        "BRL",
        "ZAR",
        "MXN",
        "TWD",
        "PLN",
        "CZK",
        "HUF",
        "ILS",
        "TRY",
        "THB",
        "MYR",
        "AED",
        "SAR",
        "QAR",
        "KWD",
        "RUB",
        "IDR",
        "PHP",
        "VND",
        "DEM",
    ]
)
"""Codes that may touch the number after them (USD150 billion); others make names with it (COP26)."""
_PREFIX_NAMES = frozenset(("人民元", "euro", "euros", "us dollars", "u.s. dollars"))
_RINGGIT = re.compile(r"(?:malaysian? )?ringgits?")
_PREFIX_SHORT = frozenset(("rs", "rm", "rp", "btc", "rmb", "ntd", "sfr", "usd", "eur", "gbp"))
_NEVER_BEFORE = frozenset(("kr.", "mark", "块", "¢", "ft", "руб.", "р.", "грн.", "лв."))
_THOUSANDTHS = Decimal("0.001")
_GROUPED = frozenset(("IDR", "VND", "CLP", "COP", "PYG"))
"""Currencies whose prices have no decimals."""
_CENTS_AFTER = re.compile(
    r"(?<=[€£])(?P<glued>[0-9]{2})(?![0-9.,%€£$]|\s[%€£$])| (?:and )?(?P<last>[0-9]{2})(?=[.;!?)]?\Z)"
)
"""35€99; 20 dollars and 43 where nothing follows."""
_SMALL_CHANGE = re.compile(r"[毛毫角](?=[钱錢]|[0-9一二三四五六七八九]|[^\u4e00-\u9fff]|\Z)")
_SHAPE = re.compile(r"[三四五六八]角(?![钱錢0-9一二三四五六七八九])")


@lru_cache(maxsize=16)
def _prefixes(language: str) -> Lexicon[str]:
    """Currencies that may stand before a number, spelt backwards."""
    allowed = {}
    for phrase, mark in currency_names(language).entries.items():
        symbol = (len(phrase) <= 6 and not phrase.isalpha()) or phrase in _PREFIX_SHORT
        name = (language == "zh" and mark != "元" and len(phrase) > 1) or phrase in _PREFIX_NAMES
        name = name or bool(_RINGGIT.fullmatch(phrase))
        if (symbol or name) and phrase not in _NEVER_BEFORE:
            allowed[phrase[::-1]] = mark
    return Lexicon(allowed)


def mark_before(reading: Reading, start: int, taken: int) -> tuple[int, str] | None:
    """The start and mark of a currency right before the number at ``start``, not before ``taken``."""
    text, place = reading.text, start
    if text[place - 1] in _GAPS or text[place - 1] in _SIGNS:
        place -= 1
    if text[place - 1] == "\\" and reading.language == "ja" and place == start:
        return None if _ESCAPED.search(text, max(0, place - 2), place - 1) else (place - 1, "¥")
    code = _code_before(text, place, place < start)
    if code is not None:
        return (place - 3, code) if place - 3 >= taken else None
    found = _prefixes(reading.language).match(text[max(0, place - 24) : place][::-1], 0)
    if found is None or place - found[0] < taken or (found[1] == "R" and reading.country != "ZA"):
        return None
    return _which_dollar(text, place - found[0], found[1], taken)


def _which_dollar(text: str, start: int, mark: str, taken: int) -> tuple[int, str]:
    """CAD $5 million: a code before the sign says which dollar it is."""
    place = start - 1 if text[start - 1 : start] == " " else start
    code = _code_before(text, place, True) if mark == "$" and place >= taken + 3 else None
    return (place - 3, code) if code is not None and code.endswith("D") else (start, mark)


def _code_before(text: str, place: int, apart: bool) -> str | None:
    code = text[max(0, place - 3) : place]
    if not (code.isascii() and code.isupper() and code in currency_codes() and (apart or code in _JOINED)):
        return None
    edge = text[place - 4] if place >= 4 else " "
    return None if edge.isascii() and edge.isalpha() else code


def read_prefixed(reading: Reading, figure: Figure) -> bool:
    """Make money of a number with a currency before it; False where the number has another unit after it."""
    place = reading.after_gap(figure.number_end)
    if _contradicted(reading, figure, place):
        figure.mark, figure.start = None, figure.number_start
        return False
    end = _echo(reading, figure, place)
    make_money(reading, figure, figure.mark or "", end)
    return True


def _contradicted(reading: Reading, figure: Figure, place: int) -> bool:
    text = reading.text
    if match_percent(text, place, reading.language):
        return True
    if not text[figure.start].isalpha():
        return False
    money = money_at(reading, place)
    if money is None:
        return False
    if text[figure.number_start - 1] == " " and not text[figure.start : figure.start + 3].isupper():
        return True
    mark = figure.mark or ""
    return not is_kind_of(money[1], mark) and resolve(money[1], reading.country, reading.language) != resolve(
        mark, reading.country, reading.language
    )


def _echo(reading: Reading, figure: Figure, place: int) -> int:
    """The end of a currency said twice: $5 million USD, 人民元八千元; $5 AUD says which dollar."""
    text, end = reading.text, figure.number_end
    money = match_currency(text, place, reading.language)
    if money is None or text[place - 1] == "-" or text[money[0] : money[0] + 2].lstrip()[:1].isdigit():
        return end
    there = resolve(money[1], reading.country, reading.language)
    if figure.mark == "$" and there is not None and there.endswith("D"):
        figure.mark = money[1]
        return money[0]
    mark = figure.mark or ""
    same = is_kind_of(money[1], mark) or there == resolve(mark, reading.country, reading.language)
    return money[0] if same else end


def money_at(reading: Reading, place: int) -> tuple[int, str] | None:
    """The end and mark of the currency at ``place``, after 'of', ``de`` or ``d'`` in western languages."""
    found = match_currency(reading.text, place, reading.language)
    if found is None and reading.western and (glue := _GLUE.match(reading.text, place)):
        return match_currency(reading.text, glue.end(), reading.language)
    return found


def read_suffixed(reading: Reading, figure: Figure) -> bool:
    """Make money of a number with a currency or subunit after it; False where there is none."""
    text = reading.text
    place = reading.after_gap(figure.number_end)
    more = 0 if reading.western or figure.qualifier or text[place : place + 1] not in tuple(_MORE) else 1
    money = money_at(reading, place + more)
    subunit = SUBUNITS.match(text, _after_of(reading, place))
    if subunit is not None and (money is None or subunit[0] > money[0]):
        figure.scale(subunit[1].size)
        make_money(
            reading, figure, subunit[1].currency or ("EUR" if reading.language in _EURO_CENTS else "$"), subunit[0]
        )
        return True
    if money is not None and not is_other_money(reading, figure, place + more, money[0]):
        if more:
            figure.qualifier = "over"
        make_money(reading, figure, money[1], money[0])
        return True
    return reading.language == "zh" and _small_change(reading, figure)


def _after_of(reading: Reading, place: int) -> int:
    """The place after 'of' or ``de``: 6 milliards de pesewas."""
    glue = _GLUE.match(reading.text, place) if reading.western else None
    return glue.end() if glue else place


def _small_change(reading: Reading, figure: Figure) -> bool:
    """两毛, 2角; 三角 and 五角 alone are shapes."""
    text, place = reading.text, figure.number_end
    found = _SMALL_CHANGE.match(text, place)
    if found is None or figure.amount >= 10 or _SHAPE.match(text, place - 1):
        return False
    figure.scale(Decimal("0.1"))
    make_money(reading, figure, "元", found.end())
    return True


def make_money(reading: Reading, figure: Figure, mark: str, end: int) -> None:
    """Make the figure an amount in the marked currency whose quote ends at ``end``."""
    if mark == "TEUR":
        figure.scale(Decimal(1000))
        mark = "EUR"
    figure.kind, figure.mark, figure.end = "money", mark, end
    figure.currency = resolve(mark, reading.country, reading.language)
    if figure.precision == _THOUSANDTHS and figure.factor == 1:
        _group(reading, figure)
    elif figure.precision == 1 and reading.western and (cents := _CENTS_AFTER.match(reading.text, end)):
        figure.amount = EXACT.add(figure.amount, Decimal(cents["glued"] or cents["last"]).scaleb(-2))
        figure.precision, figure.end = Decimal("0.01"), cents.end()


def _group(reading: Reading, figure: Figure) -> None:
    """Money has no thousandths: ``Rp 1.250`` and ``$10.000`` are thousands where nothing scales them."""
    written = reading.text[figure.number_start : figure.number_end]
    if len(written) < 8 and (written.endswith("000") or figure.currency in _GROUPED) and not written.startswith("0"):
        figure.scale(Decimal(1000))
        figure.factor = Decimal(1)
