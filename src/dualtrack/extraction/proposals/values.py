"""All typed values of a document, read once over its whole text, found again by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dualtrack.extraction.dates import DateMention, find_dates
from dualtrack.extraction.mentions import Mention, find_mentions
from dualtrack.extraction.money_homes import home_of_money, nearest_krone
from dualtrack.extraction.quantities import find_quantities
from dualtrack.extraction.quantity import Quantity
from dualtrack.extraction.table_cells import cell_quantities, head_years
from dualtrack.model import Document

_Spanned = TypeVar("_Spanned", DateMention, Mention, Quantity)


@dataclass(frozen=True)
class Values:
    """The quantities, dates and mentions of one text, each in order of place."""

    text: str
    language: str
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    mentions: tuple[Mention, ...]

    @cached_property
    def actors(self) -> tuple[Mention, ...]:
        """The mentions of known actors."""
        return tuple(mention for mention in self.mentions if mention.kind == "actor" and mention.id)

    @cached_property
    def money(self) -> tuple[Quantity, ...]:
        """The amounts of money."""
        return tuple(quantity for quantity in self.quantities if quantity.kind == "money")


def within(values: tuple[_Spanned, ...], start: int, end: int) -> tuple[_Spanned, ...]:
    """The values that begin in ``start``..``end``; ``values`` are in order of place."""
    low = bisect_left(values, start, key=lambda value: value.start)
    high = bisect_right(values, end - 1, key=lambda value: value.start)
    return values[low:high]


def read_values(document: Document, country: str | None = None) -> Values:
    """Every quantity, date and mention of a document, with offsets into its text.

    Args:
        document: The document; its language and publication date are the context of what is left out in the text.
        country: ISO 3166 code that decides what a bare ``$`` or ``FY2026`` means.
    """
    reference = str(document.published) if document.published else None
    language = document.language or None
    mentions = find_mentions(document.text, language, country)
    spoken_of = country or home_of_money(document.text, mentions)
    quantities = find_quantities(document.text, language, spoken_of)
    cells = cell_quantities(document, document.language or "en", spoken_of)
    dates = find_dates(document.text, language, reference, country)
    return Values(
        document.text,
        document.language,
        tuple(nearest_krone(document.text, _joined(cells, quantities), mentions)),
        tuple(_joined(dates, head_years(document))),
        tuple(mentions),
    )


def _joined(first: Sequence[_Spanned], second: Sequence[_Spanned]) -> list[_Spanned]:
    """Both in order of place; where two overlap, that of ``first``."""
    taken = [(value.start, value.end) for value in first]
    every = list(first)
    every.extend(value for value in second if not _overlaps(taken, value.start, value.end))
    return sorted(every, key=lambda value: value.start)


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(spans, (start, start))
    return (at < len(spans) and spans[at][0] < end) or (at > 0 and spans[at - 1][1] > start)
