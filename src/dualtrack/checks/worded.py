"""Wordings that tie the values of a frame, tried only where one of the words is that they cannot do without."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dualtrack.checks.frame import Frame


@dataclass(frozen=True, slots=True)
class Worded:
    """A pattern over the text of a frame, whatever the case of its letters.

    Attributes:
        pattern: The pattern; compiled when it is first tried.
        needs: Latin words of which one must be there; empty where the pattern has none to ask for.
    """

    pattern: str
    needs: frozenset[str] = frozenset()

    def matches(self, frame: Frame, text: str) -> Iterator[re.Match[str]]:
        """Where it stands in a text of the frame."""
        if self.needs and self.needs.isdisjoint(frame.words):
            return iter(())
        return _compiled(self.pattern).finditer(text)


def worded(patterns: tuple[str, ...], needs: tuple[str, ...] = ()) -> tuple[Worded, ...]:
    """Wordings in their order, each with the words it needs, if they are given."""
    asked = [frozenset(some.split()) for some in needs] or [frozenset()] * len(patterns)
    return tuple(Worded(pattern, some) for pattern, some in zip(patterns, asked, strict=True))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
