"""Words and their meanings, matched longest first at a place in a text, without regular expressions."""

from collections.abc import Mapping
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")

_CJK = "\u2e80"


def is_latin_letter(char: str) -> bool:
    """True for letters of scripts that put spaces between words."""
    return char < _CJK and char.isalpha()


class Lexicon(Generic[Meaning]):
    """A set of phrases; ``match`` finds the longest one that starts at a place.

    Phrases are compared in lower case. One that ends in a Latin letter matches only where no letter follows;
    those of scripts without spaces match anywhere.
    """

    def __init__(self, entries: Mapping[str, Meaning]) -> None:
        self.entries = {phrase.lower(): meaning for phrase, meaning in entries.items()}
        lengths: dict[str, set[int]] = {}
        for phrase in self.entries:
            lengths.setdefault(phrase[:2], set()).add(len(phrase))
        self._lengths = {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}

    def match(self, text: str, place: int) -> tuple[int, Meaning] | None:
        """The end of the longest phrase at ``place`` and its meaning; None where there is none."""
        head = text[place : place + 2].lower()
        found = self._longest(text, place, head) if head in self._lengths else None
        if found is None and head[:1] in self._lengths:
            found = self._longest(text, place, head[:1])
        return found

    def _longest(self, text: str, place: int, head: str) -> tuple[int, Meaning] | None:
        for length in self._lengths[head]:
            end = place + length
            phrase = text[place:end].lower()
            if (
                len(phrase) == length
                and phrase in self.entries
                and not (is_latin_letter(phrase[-1]) and is_latin_letter(text[end : end + 1]))
            ):
                return end, self.entries[phrase]
        return None
