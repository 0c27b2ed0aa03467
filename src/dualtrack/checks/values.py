"""The values of a sentence as the rules compare them: ranges told apart from changes, shared units given back.

'From 130 to 162 million dollars' states two amounts, not a range, and the first one shares the unit of the second;
'30 of 40
projects' counts projects twice; 'trebled' is a change. Built on ``find_quantities``, whose offsets are kept.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from dualtrack.extraction import Quantity

Kind = Literal["percentage", "multiple", "share"]

_BARE = re.compile(
    r"(?<![A-Za-zÀ-ÿ0-9_.,/#§+:\-–])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    r"(?=[.,;:)]?(?:\s|$)|[)\]]|[→]|\s?(?:から|에서|到|のうち|中|うち|의|[(（])|\s?(?:本|課題|講座|事業|団体|種|冊|"
    r"点|回線|篇|編|台|基|区|"
    r"市|件|단체|본|편|종)(?:[^\w]|"
    r"[からのにへで、。をはがと은는이가을를에로으의増減]))"
    r"(?!\s?%)"
)
_SPACED = re.compile(r"(?<![\w.,/#§+:\-–])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d%])(?=[.,;:)]?(?:\s|$)|\))")
_FRENCH = re.compile(
    r"\b(?:de|des|les|à|est|sont|le|la|du)\b.*[éèàêç]|[éèàêç].*\b(?:de|des|les|à|le|la|du)\b|\bde \d.* à \d"
)
_HEADED = re.compile(r"(?<![\w.,-])(\d{1,4})(?=-(?:köpfige|member|person|strong|nation|country)\b)", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?<![A-Za-z0-9.,/#§+:\-–第約])(?P<n>\d{1,3}(?:,\d{3})+|\d{1,"
    r"6})(?P<u>(?![年月日時分秒回期次番条項号章節頁階歳位倍割万億兆百千世代軒円度%か箇カヶケヵ大つ目元亿个])(?:(?![増減增减超余以])[一-鿿]){1,3}|"
    r"(?![년월일시분초회차호조항번위세배만억조천백원대개])[가-힣])"
)
"""CJK numbers with a counter that ``find_quantities`` does not know: 60議席, 60석."""
NOT_COUNTED = re.compile(
    r"(?:\b(?:article|section|sec|page|pages|pp?|chapter|annex|table|figure|fig|no|nos|number|version|phase|pillar|"
    r"part|step|priority|cluster|package|module|theme|strand|batch|"
    r"paragraph|para|line|item|slide|volume|vol|resolution|horizon|agenda|level|title|round|grade|class|type|nr|"
    r"artikel|"
    r"abschnitt|seite|kapitel|stufe|phase|page|chapitre|annexe|tableau|numéro|n°|pilier|étape|tier|category|stage|"
    r"group|sdg|point|question|frage|top|punkt|ziffer|titel|bullet|note|fn|priorité|axe|lot|objectif|ziel|goal|säule|"
    r"room|raum|saal|salle|bureau|tel|tél|fax|mesure|maßnahme|action|§|s|f|r|q|wave|welle|vague|case|fall|"
    r"cas)\.?\s*)$|\b[a-z]{2,5}\s?\((?:19|20)\d\d\)\s?$|第\s*$|제\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:\b(?:from|von|de)|\bd['’])\s*(?:about |around |some |an estimated |rund |etwa |environ )?$", re.IGNORECASE
)
_RANGE = re.compile(r"\s*(?:\bto\b|\bà\b|\bauf\b|から|에서)\s*", re.IGNORECASE)
_BECAME = re.compile(
    r"\s?(?:へと?|にまで|に(?:増|減|拡|縮|上|下|伸|引|達|倍|半|な)|と(?:なり|なっ|なる|な|、)|まで(?:に?)(?:増|減|"
    r"拡|縮|上|下|伸|引)|"
    r"으?로 ?(?:증|감|늘|줄|확|축|상|하|올|떨|급))"
)
"""After 'A から B': A became B, so that the two are no range."""
_YEAR_FIRST = re.compile(
    r"(?:(?:19|20)\d\d|\d[\d.,]*(?=\s+\w+\s+[^\d\s]))\s+(?:to|à|bis|auf|and|und|et)\s+", re.IGNORECASE
)
_SHARED = re.compile(
    r"(?P<n>\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)(?P<s>億|亿|억|万|만|兆|조|"
    r"百万)?(?P<joint>\s+(?:to|auf|"
    r"à)\s+|(?:円|"
    r"원)?\s?(?:から|에서|到|→)\s?)$",
    re.IGNORECASE,
)
_SCALES = {"億": 8, "亿": 8, "억": 8, "万": 4, "만": 4, "兆": 12, "조": 12, "百万": 6}
_DIGITS = re.compile(r"\d[\d,.]*")

_WORDS: tuple[tuple[re.Pattern[str], Kind, Decimal, str | None], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind, Decimal(amount), direction)  # type: ignore[misc]
    for pattern, kind, amount, direction in (
        (r"\btrebl(?:ed|ing)\b", "percentage", "200", "increase"),
        (r"\bquintupled\b", "percentage", "400", "increase"),
        (r"\b(?:two-?fold|twofold)\b", "multiple", "2", None),
        (r"\b(?:three-?fold|threefold)\b", "multiple", "3", None),
        (r"\b(?:four-?fold|fourfold)\b", "multiple", "4", None),
        (r"\b(?:five-?fold|fivefold)\b", "multiple", "5", None),
        (r"\b(?:ten-?fold|tenfold)\b", "multiple", "10", None),
        (r"\b(?:cut|reduced?|slashed|fell|dropped) (?:by|in) half\b", "percentage", "50", "decrease"),
        (r"\bmultipliée?s? par deux\b", "multiple", "2", None),
        (r"\bmultipliée?s? par trois\b", "multiple", "3", None),
        (r"\bmultipliée?s? par quatre\b", "multiple", "4", None),
        (r"翻了?一番|翻了?一倍", "percentage", "100", "increase"),
        (r"(?<=[(,] )(?:a|one)[ -]third(?=[,)])", "share", "33.3333", None),
        (r"(?<=[(,] )(?:a|one)[ -]quarter(?=[,)])", "share", "25", None),
        (r"(?<=[(,] )(?:a|one)[ -]fifth(?=[,)])", "share", "20", None),
        (r"(?<=[(,] )half(?=[,)])|(?<=, or )half(?=[,.)])", "share", "50", None),
        (r"(?<=[(,] )two[ -]thirds(?=[,)])|(?<=, or )two[ -]thirds(?=[,.)])", "share", "66.6667", None),
        (r"(?<=[(,] )three[ -]quarters(?=[,)])", "share", "75", None),
    )
)
_WORDED_BY = ("treb", "fold", "quintupled", "half", "third", "quarter", "fifth", "multipli", "一番", "一倍")
"""Of these one stands in every such wording."""


def values_of(text: str, quantities: Sequence[Quantity], taken: Sequence[tuple[int, int]]) -> list[Quantity]:
    """The values of a sentence, in order.

    Args:
        text: The sentence.
        quantities: What ``find_quantities`` found in it.
        taken: Spans that are dates.
    """
    found = [part for quantity in quantities if quantity.amount is not None for part in _apart(text, quantity)]
    found = [
        value for value in found if not (value.kind in ("count", "rank") and overlaps(value.start, value.end, taken))
    ]
    spans = [*taken, *((value.start, value.end) for value in found)]
    shared = list(_shared(text, found, spans))
    spans += [(value.start, value.end) for value in shared]
    worded = [value for value in _worded(text) if not overlaps(value.start, value.end, spans)]
    spans += [(value.start, value.end) for value in worded]
    counted = list(_counted(text, spans))
    spans += [(value.start, value.end) for value in counted]
    currencies = {value.currency for value in found if value.kind == "money" and value.gloss_of is None}
    return sorted([*found, *shared, *worded, *counted, *_bare(text, spans, currencies)], key=lambda value: value.start)


def overlaps(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a span shares a character with any of some."""
    return any(begin < end and start < stop for begin, stop in spans)


def _apart(text: str, quantity: Quantity) -> Iterator[Quantity]:
    """A quantity as it is; a range that a 'from' makes two amounts as those two; a year before an amount left off."""
    quote = quantity.quote
    year = _YEAR_FIRST.match(quote)
    if (
        quantity.upper is not None
        and year is not None
        and (quantity.upper > 1000 * (quantity.amount or 1) or not quote[year.end()].isdigit())
    ):
        yield _piece(quantity, year.end(), len(quote), quantity.upper)
        return
    tied = _FROM.search(text[: quantity.start]) or _BECAME.match(text, quantity.end)
    joint = _RANGE.search(quote) if quantity.upper is not None and tied else None
    if joint is None or quantity.amount is None or quantity.upper is None:
        yield quantity
        return
    second = _written(quote[joint.end() :])
    bare = re.fullmatch(r"[\d.,\s'’]+", quote[: joint.start()]) is not None
    amount = quantity.amount
    if bare and second and (written := _written(quote[: joint.start()])) is not None:
        amount = written * (quantity.upper / second)
    yield _piece(quantity, 0, joint.start(), amount)
    yield _piece(quantity, joint.end(), len(quote), quantity.upper)


def _piece(quantity: Quantity, start: int, end: int, amount: Decimal) -> Quantity:
    quote = quantity.quote[start:end]
    return replace(
        quantity,
        start=quantity.start + start,
        end=quantity.start + end,
        quote=quote,
        amount=amount,
        upper=None,
        precision=_unit(quote, amount),
    )


def _unit(quote: str, amount: Decimal) -> Decimal:
    """One unit in the last written digit of an amount as written in a quote."""
    written = _written(quote)
    if written is None or not written:
        return Decimal(1)
    exponent = written.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * (amount / written)


def _written(quote: str) -> Decimal | None:
    found = _DIGITS.search(quote)
    if found is None:
        return None
    digits = found.group().rstrip(".,")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits) or "." in digits:
        digits = digits.replace(",", "")
    return Decimal(digits.replace(",", ".")) if digits.count(".") <= 1 else None


def _shared(text: str, found: Sequence[Quantity], spans: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    """Numbers that share the unit of the value after them: 130 to 162 million, von 12 auf 18 Prozent."""
    for value in found:
        match = _SHARED.search(text, max(0, value.start - 40), value.start)
        written = _written(value.quote)
        if (
            match is None
            or written is None
            or not written
            or value.amount is None
            or value.kind in ("rank", "points", "multiple")
        ):
            continue
        if overlaps(match.start("n"), match.end("n"), spans) or re.search(r"[\w.,/–-]$", text[: match.start("n")][-1:]):
            continue
        number = _written(re.sub(r"[ \u00a0\u202f'’]", "", match["n"])) if value.quote[0].isdigit() else None
        if number is None or (len(match["n"]) == 4 and 1900 <= number <= 2100):
            continue
        scale = Decimal(10) ** _SCALES[match["s"]] if match["s"] else abs(value.amount) / written
        amount = number * scale
        end = match.end("s") if match["s"] else match.end("n")
        quote = text[match.start("n") : end]
        yield replace(
            value,
            start=match.start("n"),
            end=end,
            quote=quote,
            amount=amount,
            upper=None,
            precision=_unit(quote, amount),
            qualifier=None,
            direction=None,
            gloss_of=None,
            sign=None,
        )


def _worded(text: str) -> Iterator[Quantity]:
    lowered = text.lower()
    if not any(word in lowered for word in _WORDED_BY):
        return
    for pattern, kind, amount, direction in _WORDS:
        for match in pattern.finditer(text):
            yield Quantity(kind, *match.span(), match.group(), amount, direction=direction, precision=Decimal(10))  # type: ignore[arg-type]


def _counted(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    for match in _COUNTED.finditer(text):
        if not overlaps(*match.span("n"), spans):
            amount = Decimal(match["n"].replace(",", ""))
            yield Quantity("count", match.start("n"), match.end(), match.group(), amount, unit=match["u"])
    for match in _HEADED.finditer(text):
        if not overlaps(*match.span(), spans):
            yield Quantity("count", *match.span(), match.group(), Decimal(match.group()))


def _bare(text: str, spans: Sequence[tuple[int, int]], currencies: set[str | None]) -> Iterator[Quantity]:
    """Numbers with no unit that was read: '30' of '30 of 40 projects'; '60 million' is in the sentence's currency."""
    spaced = _SPACED.finditer(text) if _FRENCH.search(text) else ()
    for match in (*spaced, *_BARE.finditer(text)):
        start, end = match.span()
        if overlaps(start, end, spans) or NOT_COUNTED.search(text[max(0, start - 16) : start]):
            continue
        spans = [*spans, (start, end)]
        digits = re.sub(r"[,\s]", "", match.group())
        year = len(match.group()) == 4 and 1900 <= float(digits) <= 2100
        if year or len(digits) > 12 or (len(digits) > 1 and digits[0] == "0" and "." not in digits):
            continue
        amount = Decimal(digits)
        exponent = amount.as_tuple().exponent
        precision = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
        scaled = _SCALE_WORD.match(text, end)
        if scaled and len(currencies) == 1:
            scale = Decimal(10) ** _SCALE_POWERS[scaled[1].lower().rstrip("s.")]
            yield Quantity(
                "money", start, scaled.end(), text[start : scaled.end()], amount * scale,
                currency=next(iter(currencies)), precision=precision * scale,
            )  # fmt: skip
            continue
        yield Quantity("count", start, end, match.group(), amount, precision=precision)


_SCALE_WORD = re.compile(
    r"\s(millions?|billions?|Millionen|Milliarden|milliards?|Mio\.|Mrd\.)(?![\w’'-])", re.IGNORECASE
)
_SCALE_POWERS = {
    "million": 6, "billion": 9, "millionen": 6, "milliarden": 9, "milliard": 9, "mio": 6, "mrd": 9,
}  # fmt: skip
