"""Themes of a text by the codebook's terms: rules, for every language."""

from collections import Counter
from functools import lru_cache

from dualtrack.codebook import codebook
from dualtrack.extraction.mention import Mention
from dualtrack.extraction.mentions import find_mentions


def find_themes(text: str, language: str | None = None, country: str | None = None) -> dict[str, int]:
    """The themes a text tells of, the most often told first, with how often.

    A theme is told by its terms; a technology's terms tell the themes that hold technologies (``critical-technologies``).
    """
    return themes_of(find_mentions(text, language, country))


def themes_of(mentions: list[Mention]) -> dict[str, int]:
    """The themes that mentions tell of, the most often told first, with how often."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.kind == "theme" and mention.id:
            counts[mention.id] += 1
        elif mention.kind == "technology":
            counts[_TECHNOLOGY_THEME] += 1
    order = _order()
    return dict(sorted(counts.items(), key=lambda item: (-item[1], order.get(item[0], 0))))


_TECHNOLOGY_THEME = "critical-technologies"


@lru_cache(maxsize=1)
def _order() -> dict[str, int]:
    return {id: at for at, id in enumerate(codebook().themes)}
