"""Whether a sentence has a word that a rule looks for, asked of each word of a document once and not of each sentence.

A document has few words and uses them often, so that a pattern tried on the words costs a small part of the same
pattern searched in every sentence.
"""

import re


class Hint:
    """What a sentence must have for a rule to look closer: a pattern of small letters that matches within one word.

    A word is what stands between blanks, its punctuation included. In scripts without blanks the pattern is searched
    in the whole sentence, so that a part of it may reach over blanks if it has a character of such a script.
    """

    __slots__ = ("pattern",)

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)


class Told:
    """The words of one document that a hint was tried on, and those that have it."""

    __slots__ = ("_pattern", "_telling", "_tried")

    def __init__(self, hint: Hint) -> None:
        self._pattern = hint.pattern
        self._tried: set[str] = set()
        self._telling: set[str] = set()

    def by(self, words: frozenset[str]) -> bool:
        """Whether one of the words has it."""
        search = self._pattern.search
        fresh = words - self._tried
        if fresh:
            self._telling.update(word for word in fresh if search(word))
            self._tried |= fresh
        return not self._telling.isdisjoint(words)
