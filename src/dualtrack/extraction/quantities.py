"""The figures of a text as typed values: money, percentages, shares, counts and ranks.

One scan finds where figures may start; each is read with what stands to its left and right; neighbours are then joined
into ranges, pairs, glosses and stated changes. Pure and deterministic; the work grows with the length of the text.
"""

import re

from dualtrack.extraction import links, reader
from dualtrack.extraction.figures import Figure, Reading
from dualtrack.extraction.quantity import Quantity, Span, StatedChange
from dualtrack.extraction.wraps import Unwrapped

_UNSPACED = ("ja", "zh")


def guess_language(text: str) -> str:
    """The language by script alone: kana is ja, hangul ko, other han zh, else en; for texts that come without one."""
    if re.search(r"[ぁ-んァ-ヶ]", text):
        return "ja"
    if re.search(r"[가-힣]", text):
        return "ko"
    return "zh" if re.search(r"[\u4e00-\u9fff]", text) else "en"


def find_quantities(text: str, language: str | None = None, country: str | None = None) -> list[Quantity]:
    """All quantities of a text, in order.

    Lines broken inside a paragraph are read as one; a quote then holds the break, as the text does.

    Args:
        text: Any text; offsets count its characters.
        language: ISO 639 code (``ja``, ``en``, ``ko``, ``zh``, ``de``, ``fr``; others are read by the customs of
            Europe); None guesses from the script.
        country: ISO 3166 alpha-2 code of the document's country, which reads a bare ``$`` (``AU``: AUD); None: USD.

    Returns:
        Quantities whose ``text[start:end] == quote``.
    """
    tongue = (language or guess_language(text)).lower().partition("-")[0]
    unwrapped = Unwrapped(text, tongue not in _UNSPACED)
    reading = Reading.of(unwrapped.text, tongue, country)
    found = reader.read(reading)
    links.join(found, reading)
    return [
        _quantity(text, figure, unwrapped)
        for figure in found
        if figure.kind is not None and not figure.dropped and not _is_unit_of_table(figure, unwrapped.text)
    ]


_UNIT_LABEL = re.compile(r"(?:単位|单位|單位|단위)[^)）\n]{0,12}\Z")


def _is_unit_of_table(figure: Figure, text: str) -> bool:
    """Whether a scale word alone (百万円) tells a table's unit."""
    if figure.kind != "money" or text[figure.number_start].isdigit():
        return False
    return bool(_UNIT_LABEL.search(text, max(0, figure.start - 16), figure.start))


def _span(figure: Figure | None, unwrapped: Unwrapped) -> Span | None:
    return None if figure is None else (unwrapped.start(figure.start), unwrapped.end(figure.end))


def _quantity(text: str, figure: Figure, unwrapped: Unwrapped) -> Quantity:
    start, end = unwrapped.start(figure.start), unwrapped.end(figure.end)
    gloss = _span(figure.gloss, unwrapped)
    return Quantity(
        kind=figure.kind or "count",
        start=start,
        end=end,
        quote=text[start:end],
        amount=figure.amount,
        upper=figure.upper,
        currency=figure.currency,
        unit=figure.unit,
        qualifier=figure.qualifier,
        per=figure.per,
        over_years=figure.over_years,
        gloss_of=gloss,
        gloss_quote=None if gloss is None else text[gloss[0] : gloss[1]],
        direction=figure.direction,
        points=figure.kind == "points",
        change=_stated(figure.change, unwrapped),
        baseline=_span(figure.baseline, unwrapped),
        precision=figure.precision,
        sign=figure.sign,
    )


def _stated(change: Figure | None, unwrapped: Unwrapped) -> StatedChange | None:
    if change is None:
        return None
    start, end = unwrapped.start(change.start), unwrapped.end(change.end)
    return StatedChange(change.amount, change.direction, change.kind == "points", start, end)
