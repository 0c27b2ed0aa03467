"""A number in a cell or at the end of a line: its value, the unit of its last digit, its sign and its words.

Cells write figures in more ways than sentences do: ``6 480``, ``1.430``, ``1'246``, ``△3.2``, ``(12)``, ``–4 %``,
``58 (14.5%)``, with footnote marks, currency before or after, and words of scale.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

_WIDE = str.maketrans("０１２３４５６７８９．，％＋－（）", "0123456789.,%+-()")
_SPACE = "\u0020\u00a0\u202f\u2009"
_SIGN = r"(?P<sign>[+\-−–—△▲▼↑↓±∆])?"
_CURRENCY = r"(?:(?:US|A|C|NZ|HK|S)?\$|[€£¥￥₩]|EUR|USD|CHF|GBP|JPY|KRW)"
_ENGLISH_DIGITS = rf"\d{{1,3}}(?:[,'’{_SPACE}]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?"
_COMMA_DIGITS = rf"\d{{1,3}}(?:[.'’{_SPACE}]\d{{3}})+(?:,\d+)?|\d+(?:,\d+)?"
_TAIL = r"(?P<tail>(?:\s?(?:[^\W\d_]|[%€$£¥￥₩/.・²])+){0,3}?)"
_MARKS = (
    r"(?:\s?(?:\*{1,3}|[†‡§※¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\^?\w{1,3}\]|[(（](?:\d|[a-z]|注\d*|주\d*|\*\d?|[^\W\d]{1,12})[)）]|"
    r"[(（]?[注주]\s?\d*[)）]?"
    r"|(?<=\s)[a-z\d]\)))*"
)
_SECOND = r"(?:\s?[(（]\s?(?P<second>[+\-−–△▲]?\s?\d+(?:[.,]\d+)?)\s?(?P<percent>%)?\s?[)）])?"


def _pattern(digits: str) -> re.Pattern[str]:
    return re.compile(
        rf"{_SIGN}\s?{_CURRENCY}?\s?(?P<inner>[+\-−–])?\s?(?P<digits>{digits})(?![\d])(?![.,]\d){_TAIL}{_SECOND}{_MARKS}\s*"
    )


_ENGLISH, _COMMA = _pattern(_ENGLISH_DIGITS), _pattern(_COMMA_DIGITS)
_EMPTY = re.compile(
    r"[\s\-–—―ー−…*.‥/]*|皆増|皆減|n\.?\s?[/.]?\s?[asdz]\.?|k\.\s?A\.?|없음|해당\s?없음|該当なし|なし|空欄|nil|none|"
    r"new|新規|순증",
    re.IGNORECASE,
)
_NEGATIVE = "-−–—△▲▼↓∆"
_FALL = re.compile(r"減$|減少|低下|下落|감소|down$|lower$|decrease|Rückgang|weniger$|en baisse", re.IGNORECASE)
_BRACKETED = re.compile(r"[(（]([^()（）]*)[)）]")
_POINTS = re.compile(
    r"%?\s?(?:pp|p\.p\.|pts?|points?|p\b|Prozentpunkte?|PP|Pkt|ポイント|포인트|百分点|个百分点|percentage points)",
    re.IGNORECASE,
)
_CENTURY = re.compile(r"(?:19|20)\d\d")
_DATED = re.compile(r"年|년|Jahr|year|월|月|日")
_SCALE = (
    (re.compile(r"兆|조|trillion|Billionen"), 12),
    (re.compile(r"billion|Mrd|Md|Milliarden|milliards?|\bbn?\b|十億", re.IGNORECASE), 9),
    (re.compile(r"億|亿|억"), 8),
    (re.compile(r"百万|million|Mio|Millionen|\bmn?\b|\bM(?:€|\$|EUR)?$|백만", re.IGNORECASE), 6),
    (re.compile(r"万|만"), 4),
    (re.compile(r"千|thousand|Tsd|\bT€|\bk€?\b|천", re.IGNORECASE), 3),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table or list.

    Attributes:
        value: Its number, signed.
        unit: One unit in its last written digit.
        percent: Whether a percent sign stands at it.
        signed: Whether it has a sign, be it plus or minus.
        bracketed: Whether it stands in brackets: negative in accounts, a part of the number above elsewhere.
        tail: The words after the number.
        quote: The number as written.
        start: Offset of the number in the document.
        end: Offset after it.
    """

    value: Decimal
    unit: Decimal
    percent: bool
    signed: bool
    bracketed: bool
    tail: str
    quote: str
    start: int
    end: int

    def moved(self, by: int) -> "Cell":
        """The same number so many characters further on."""
        return replace(self, start=self.start + by, end=self.end + by)

    @property
    def points(self) -> bool:
        """Whether it is in percentage points."""
        return _POINTS.match(self.tail) is not None

    @property
    def decimals(self) -> int:
        """How many decimals it is written with."""
        exponent = self.unit.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0


def numbers(text: str, start: int, comma: bool = False) -> tuple[Cell, Cell | None] | None:
    """The number of a cell, and the one in brackets after it; None for words, ranges, dates, two numbers.

    Args:
        text: The cell.
        start: Its offset in the document.
        comma: Whether the comma parts the decimals, as in German and French.
    """
    plain = text.translate(_WIDE)
    lead = len(plain) - len(plain.lstrip(" *_\u00a0\t\u3000"))
    trail = len(plain.rstrip(" *_\u00a0\t\u3000"))
    body = plain[lead:trail]
    outer = _BRACKETED.fullmatch(body)
    if outer and any(char.isdigit() for char in outer[1]):
        body, lead = outer[1], lead + 1
    pattern = _COMMA if comma else _ENGLISH
    found = pattern.fullmatch(body)
    if found is None:
        compound = _compound(body, start + lead)
        return None if compound is None else (compound, None)
    digits = re.sub(rf"['’{_SPACE}]", "", found["digits"])
    digits = digits.replace(".", "").replace(",", ".") if comma else digits.replace(",", "")
    sign = found["sign"] or found["inner"] or ""
    tail = found["tail"].strip()
    if not sign and _CENTURY.fullmatch(digits) and _DATED.match(tail):
        return None
    percent = "%" in tail or bool(re.match(r"(?:percent|Prozent|per cent)", tail))
    negative = sign != "" and sign in _NEGATIVE
    if not sign and tail and _FALL.search(tail):
        negative = True
    if outer and not percent and not sign:
        negative = True
    first = found.start("sign") if found["sign"] else found.start("inner") if found["inner"] else found.start("digits")
    last = found.end("digits")
    value = Decimal(digits)
    main = Cell(
        -value if negative else value, _unit(value), percent, bool(sign), outer is not None, tail,
        text[lead + first : lead + last], start + lead + first, start + lead + last,
    )  # fmt: skip
    second = None
    if found["second"] and (found["percent"] or not found["second"].isdigit()):
        inner = found["second"].replace(" ", "").replace(",", ".")
        at, to = (
            lead + found.start("second"),
            lead + (found.end("percent") if found["percent"] else found.end("second")),
        )
        mark = inner[0] if not inner[0].isdigit() else ""
        value = Decimal(inner.lstrip("+-−–△▲"))
        second = Cell(
            -value if mark and mark in _NEGATIVE else value, _unit(value), bool(found["percent"]), mark != "", False,
            "", text[at:to], start + at, start + to,
        )  # fmt: skip
    return main, second


_COMPOUND = re.compile(
    r"(?P<sign>[\-−–△▲])?(?P<high>[\d,]+)\s?(?P<up>[兆億조억])\s?(?P<low>[\d,]+)\s?(?P<down>[億万억만])\s?[円원元]?"
)


def _compound(body: str, start: int) -> Cell | None:
    """A number in two scales: 12億5,000万円, 3억 5,000만 원."""
    found = _COMPOUND.fullmatch(body)
    if found is None:
        return None
    step = scale(found["up"]) - scale(found["down"])
    value = Decimal(found["high"].replace(",", "")).scaleb(step) + Decimal(found["low"].replace(",", ""))
    return Cell(
        -value if found["sign"] else Decimal(int(value)), Decimal(1), False, found["sign"] is not None, False,
        found["down"], body, start, start + len(body),
    )  # fmt: skip


def _unit(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def scale(tail: str) -> int:
    """The power of ten that the words after a number name: 8 for 億円; 0 for none."""
    return next((power for pattern, power in _SCALE if tail and pattern.search(tail)), 0)


def empty(text: str) -> bool:
    """Whether a cell says nothing: blank, a dash, n/a, 'new'."""
    return _EMPTY.fullmatch(text.strip()) is not None


_ONLY_ENGLISH = re.compile(r"\d,\d{3}(?:[,.]|\D|$)|(?<![\d.])\d+\.\d{1,2}(?!\d)")
"""A cell that can only be meant the English way, whatever the language around it."""
_ONLY_COMMA = re.compile(r"(?<![\d,])\d+,\d{1,2}(?!\d)|\d\.\d{3}\.\d{3}")


def comma_decimals(texts: list[str], language: str) -> bool:
    """Whether cells part decimals with a comma: the language does so, and no cell says otherwise."""
    if any(_ONLY_COMMA.search(text) for text in texts):
        return True
    if any(_ONLY_ENGLISH.search(text) for text in texts):
        return False
    return language in ("de", "fr")
