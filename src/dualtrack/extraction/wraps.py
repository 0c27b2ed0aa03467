"""Lines that were broken for the width of a page put back together, with the way back to the original offsets."""

import re
from bisect import bisect_right
from itertools import accumulate

_SPACED = re.compile(r"(?<=[^\s|])[ \t]*\n[ \t]*(?=[^\s|#>*•・●○■□\-–—+])")
_UNSPACED = re.compile(r"(?<=[^\s|。．！？；])[ \t\u3000]*\n[ \t\u3000]*(?=[^\s|#>*•・●○■□\-–—+①-⑳※（(])")


class Unwrapped:
    """A text without the line breaks inside its paragraphs.

    Attributes:
        text: The text to read.
    """

    def __init__(self, text: str, spaced: bool) -> None:
        self._breaks: list[int] = []
        self._shifts: list[int] = []
        self.text = self._join(text, spaced) if "\n" in text else text

    def _join(self, text: str, spaced: bool) -> str:
        pieces: list[str] = []
        at: list[int] = []
        removed: list[int] = []
        last = length = 0
        for found in (_SPACED if spaced else _UNSPACED).finditer(text):
            start, end = found.span()
            digits = text[start - 1].isdigit() and text[end].isdigit()
            glue = " " if spaced or digits else ""
            pieces += (text[last:start], glue)
            length += start - last + len(glue)
            if end - start != len(glue):
                at.append(length)
                removed.append(end - start - len(glue))
            last = end
        pieces.append(text[last:])
        self._breaks, self._shifts = at, list(accumulate(removed))
        return "".join(pieces)

    def start(self, place: int) -> int:
        """The offset in the original of a character of the joined text."""
        index = bisect_right(self._breaks, place)
        return place + self._shifts[index - 1] if index else place

    def end(self, place: int) -> int:
        """The offset in the original after the last character of a span of the joined text."""
        return self.start(place - 1) + 1
