"""All typed values of a document, read once over its whole text, found again by place."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dualtrack.extraction.dates import DateMention, find_dates
from dualtrack.extraction.mentions import Mention, find_mentions
from dualtrack.extraction.quantities import find_quantities
from dualtrack.extraction.quantity import Quantity
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
    return Values(
        document.text,
        document.language,
        tuple(find_quantities(document.text, language, country)),
        tuple(find_dates(document.text, language, reference, country)),
        tuple(find_mentions(document.text, language, country)),
    )
