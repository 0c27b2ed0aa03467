"""What the codebook calls things: verbs, themes, indicators, types, stages, in the reader's language."""

from functools import lru_cache

from dualtrack.codebook import codebook
from dualtrack.model import Text


@lru_cache(maxsize=8192)
def label(id: str, language: str) -> str:
    """The codebook's label; the id with spaces for hyphens where the codebook does not know it."""
    return codebook().name_of(id, language) or id.replace("-", " ")


@lru_cache(maxsize=1)
def units() -> dict[str, Text]:
    """The codebook's units with their names by language."""
    return {id: entry.labels for id, entry in codebook().units.items()}
