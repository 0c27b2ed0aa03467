"""The figures of a text as typed values: money, percentages, shares, counts and ranks.

One scan finds the numbers (and the shares and changes written in words); each is read with what stands to its left and
right; neighbours are then joined into ranges, pairs, glosses and stated changes. Pure and deterministic; the work grows
with the length of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from dualtrack.extraction import figures, links
from dualtrack.extraction.figures import Figure
from dualtrack.extraction.lexicon import Lexicon
from dualtrack.extraction.quantity import Quantity, StatedChange

_SUPPORTED = ("ja", "en", "ko", "zh", "de", "fr")


def guess_language(text: str) -> str:
    """The language by script alone: kana is ja, hangul ko, other han zh, else en; for texts that come without one."""
    if re.search(r"[ぁ-んァ-ヶ]", text):
        return "ja"
    if re.search(r"[가-힣]", text):
        return "ko"
    return "zh" if re.search(r"[\u4e00-\u9fff]", text) else "en"


def find_quantities(text: str, language: str | None = None, country: str | None = None) -> list[Quantity]:
    """All quantities of a text, in order.

    Args:
        text: Any text; offsets count its characters.
        language: ISO 639 code (``ja``, ``en``, ``ko``, ``zh``, ``de``, ``fr``; others are read by the customs of Europe);
            None guesses from the script.
        country: ISO 3166 alpha-2 code of the document's country, which reads a bare ``$`` (``AU``: AUD); None: USD.

    Returns:
        Quantities whose ``text[start:end] == quote``.
    """
    tongue = (language or guess_language(text)).lower().partition("-")[0]
    found = figures.read(text, tongue, country)
    links.join(found, text, tongue)
    return [_quantity(text, figure) for figure in found if figure.kind is not None and not figure.dropped]


def _quantity(text: str, figure: Figure) -> Quantity:
    gloss, change = figure.gloss, figure.change
    return Quantity(
        kind=figure.kind or "count",
        start=figure.start,
        end=figure.end,
        quote=text[figure.start : figure.end],
        amount=figure.amount,
        upper=figure.upper,
        currency=figure.currency,
        unit=figure.unit,
        qualifier=figure.qualifier,
        per=figure.per,
        over_years=figure.over_years,
        gloss_of=None if gloss is None else (gloss.start, gloss.end),
        gloss_quote=None if gloss is None else text[gloss.start : gloss.end],
        direction=figure.direction,
        points=figure.kind == "points",
        change=None if change is None else _stated(change),
        baseline=None if figure.baseline is None else (figure.baseline.start, figure.baseline.end),
        precision=figure.precision,
        sign=figure.sign,
    )


def _stated(change: Figure) -> StatedChange:
    return StatedChange(change.amount or Decimal(0), change.direction, change.kind == "points", change.start, change.end)
