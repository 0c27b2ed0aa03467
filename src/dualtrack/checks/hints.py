"""Whether a sentence has a word that a rule looks for, asked of each word of a document once and not of each sentence.

A document has few words and uses them often, so that patterns tried on the words cost a small part of the same
patterns searched in every sentence. Each word keeps which hints it has as the bits of one number, and so does a
sentence.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import ClassVar


class Hint:
    """What a sentence must have for a rule to look closer: a pattern of small letters that matches within one word.

    A word is what stands between blanks, its punctuation included. In scripts without blanks the pattern is searched
    in the whole sentence, so that a part of it may reach over blanks if it has a character of such a script.

    Attributes:
        pattern: The pattern.
        bit: The number of which only its bit is set.
    """

    __slots__ = ("bit", "pattern")
    _all: ClassVar[list["Hint"]] = []

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        self.bit = 1 << len(Hint._all)
        Hint._all.append(self)  # declared with the modules, never while a document is read

    @classmethod
    def known(cls) -> tuple["Hint", ...]:
        """All hints that were declared."""
        return tuple(cls._all)


class Vocabulary:
    """The words of one document and the hints that each has; hints declared later begin it anew."""

    __slots__ = ("_bits", "_hints")

    def __init__(self) -> None:
        self._hints: tuple[Hint, ...] = ()
        self._bits: dict[str, int] = {}

    def bits(self, words: Iterable[str]) -> int:
        """The hints that some words have between them."""
        if len(self._hints) != len(Hint._all):
            self._hints, self._bits = Hint.known(), {}
        known, found = self._bits, 0
        for word in words:
            bits = known.get(word)
            if bits is None:
                bits = known[word] = self._of(word)
            found |= bits
        return found

    def _of(self, word: str) -> int:
        if _any_of(self._hints).search(word) is None:
            return 0
        return sum(hint.bit for hint in self._hints if hint.pattern.search(word))


@lru_cache(maxsize=4)
def _any_of(hints: tuple[Hint, ...]) -> re.Pattern[str]:
    """What any of some hints looks for: most words have none."""
    return re.compile("|".join(f"(?:{hint.pattern.pattern})" for hint in hints))
