"""Whether a sentence has a word that a rule looks for, asked of each word of a document once and not of each sentence.

A document has few words and uses them often, so that patterns tried on the words cost a small part of the same
patterns searched in every sentence. Each word keeps which hints it has as the bits of one number, and so does a
sentence.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import ClassVar

_EASTERN = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")
_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|.", re.DOTALL)


def _for_latin(pattern: str) -> str:
    """A pattern without the alternatives that no text in Latin letters can have: those with a character of the East."""
    kept, part, depth, eastern = [], "", 0, False
    pieces = [*_PIECE.findall(pattern), "|"]
    for at, piece in enumerate(pieces):
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if piece == "|" and not depth:
            kept += [] if eastern else [part]
            part, eastern = "", False
            continue
        part += piece
        needed = not depth and len(piece) == 1 and pieces[at + 1] not in ("?", "*", "{")
        eastern = eastern or (needed and _EASTERN.match(piece) is not None)
    return "|".join(kept) or "(?!)"


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
    return re.compile("|".join(f"(?:{hint.latin.pattern})" for hint in hints))
