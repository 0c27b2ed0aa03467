"""Words one edit apart: told, and found among many without comparing each with each.

Two words one edit apart have a form in common once a letter is left out of each or of one (Mor & Fraenkel 1982); only
such are compared. Digits number things and are not left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import permutations


def one_edit(one: str, other: str) -> bool:
    """Whether one substitution, insertion, deletion or swap of neighbours turns one into the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) > 3 and one[0] != other[0] and one[-1] != other[-1]:
        return False
    if len(one) == len(other):
        differ = [index for index in range(len(one)) if one[index] != other[index]]
        swapped = (
            len(differ) == 2
            and differ[1] == differ[0] + 1
            and one[differ[0]] == other[differ[1]]
            and one[differ[1]] == other[differ[0]]
        )
        return len(differ) == 1 or swapped
    short, long = sorted((one, other), key=len)
    return any(long[:index] + long[index + 1 :] == short for index in range(len(long)))


def forms(word: str) -> set[str]:
    """A word, and what is left of it without any one of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at, char in enumerate(word) if not char.isdigit())}


def alike(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words, each both ways round, that have a form in common."""
    sharing: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for form in forms(word) | {word.translate(_LOOKS)}:
            sharing[form].append(word)
    for some in sharing.values():
        yield from permutations(some, 2)


_LOOKS = str.maketrans("015", "ols")
"""Digits by the letters that they are taken for."""


class Neighbours:
    """Some words, to be asked which of them are one edit from another word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._sharing: dict[str, list[str]] = defaultdict(list)
        for word in words:
            for form in forms(word):
                self._sharing[form].append(word)

    def of(self, word: str) -> list[str]:
        """Those one edit from a word, in the order they were given."""
        found = dict.fromkeys(other for form in sorted(forms(word)) for other in self._sharing.get(form, ()))
        return [other for other in found if one_edit(word, other)]
