"""Whether a sentence has a word that a rule looks for, asked of each word of a document once and not of each sentence.

A document has few words and uses them often, so that patterns tried on the words cost a small part of the same
patterns searched in every sentence. Each word keeps which hints it has as the bits of one number, and so does a
sentence.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar

_EASTERN = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")
_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|.", re.DOTALL)
_EDGES = (r"\b", "^")
_REPEATS = ("?", "*", "+", "{")


def _alternatives(pattern: str) -> list[list[str]]:
    """The alternatives of a pattern, each as its pieces: characters, escapes, classes, brackets."""
    found: list[list[str]] = [[]]
    depth = 0
    for piece in _PIECE.findall(pattern):
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if piece == "|" and not depth:
            found.append([])
        else:
            found[-1].append(piece)
    return found


def _for_latin(pattern: str) -> str:
    """A pattern without the alternatives that no text in Latin letters can have: those with a character of the East."""
    return "|".join("".join(pieces) for pieces in _alternatives(pattern) if not _needs_the_east(pieces)) or "(?!)"


def _needs_the_east(pieces: list[str]) -> bool:
    depth = 0
    for piece, after in pairwise([*pieces, ""]):
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if not depth and len(piece) == 1 and after not in ("?", "*", "{") and _EASTERN.match(piece):
            return True
    return False


def _gathered(alternatives: list[list[str]]) -> str:
    """The same alternatives by what they begin with, so that a search tries few of them at each letter."""
    by_first: dict[str, list[list[str]]] = {}
    for pieces in alternatives:
        first, after = [*pieces, "", ""][:2]
        by_first.setdefault(first if first in _EDGES or (first.isalpha() and after not in _REPEATS) else "", []).append(
            pieces
        )
    apart = by_first.pop("", [])
    return "|".join(
        [
            *(f"{first}(?:{_gathered([pieces[1:] for pieces in some])})" for first, some in by_first.items()),
            *(f"(?:{''.join(pieces)})" for pieces in apart),
        ]
    )


class Hint:
    """What a sentence must have for a rule to look closer: a pattern of small letters that matches within one word.

    A word is what stands between blanks, its punctuation included. In scripts without blanks the pattern is searched
    in the whole sentence, so that a part of it may reach over blanks if it has a character of such a script.

    Attributes:
        pattern: The pattern.
        latin: The same without what only a script without blanks can have.
        bit: The number of which only its bit is set.
    """

    __slots__ = ("bit", "latin", "pattern")
    _all: ClassVar[list["Hint"]] = []

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        self.latin = re.compile(_for_latin(pattern))
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
                bare = word[:-1] if word[-1] in ".,;:" else word
                bits = known[word] = known[bare] if bare in known else self._of(bare)
                known[bare] = bits
            found |= bits
        return found

    def _of(self, word: str) -> int:
        if _any_of(self._hints).search(word) is None:
            return 0
        return sum(hint.bit for hint in self._hints if hint.latin.search(word))


@lru_cache(maxsize=4)
def _any_of(hints: tuple[Hint, ...]) -> re.Pattern[str]:
    """What any of some hints looks for: most words have none."""
    return re.compile(_gathered([pieces for hint in hints for pieces in _alternatives(hint.latin.pattern)]))
