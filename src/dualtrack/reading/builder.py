"""Assembles the text of a document and its passages, so that offsets are right by construction."""

import time
from collections.abc import Iterable, Sequence
from typing import Any

from dualtrack.reading.limits import Limits
from dualtrack.reading.lines import clean

_SIDES = ("x0", "y0", "x1", "y1")
Box = tuple[float, float, float, float]


class Builder:
    """Takes passages in reading order; gives plain data shaped as a ``Document``.

    Cells of a row are parted by a tab, rows and list items by a line feed, blocks by an empty line. ``page`` is the
    current page or slide, ``facts`` the document's facts about itself as the reader finds them.
    """

    def __init__(self, limits: Limits | None = None, ocr: bool = False) -> None:
        """Begin an empty document.

        Args:
            limits: Bounds; at four fifths of the seconds ``late`` turns true and readers stop, saying so.
            ocr: Whether the text of scanned pages is to be recognised.
        """
        self.limits = limits or Limits()
        self.ocr = ocr
        self.page: int | None = None
        self.facts: dict[str, Any] = {}
        self.passages: list[dict[str, Any]] = []
        self.signals: list[str] = []
        self._deadline = time.monotonic() + 0.8 * self.limits.seconds
        self._most = self.limits.passages
        self._parts: list[str] = []
        self._length = 0
        self._headings: list[tuple[int, str]] = []
        self._tables = 0

    @property
    def late(self) -> bool:
        """Whether the time for reading is nearly used up: stop, and signal what was left out."""
        return time.monotonic() > self._deadline

    @property
    def full(self) -> bool:
        """Whether no further passage is kept."""
        return len(self.passages) >= self._most

    def add(self, kind: str, text: str, *, between: str = "\n\n", cleaned: bool = False, **fields: Any) -> bool:
        """Add one passage; whether anything was left of it after cleaning.

        Args:
            kind: The kind of passage.
            text: What it says; line feeds are kept, other white space is collapsed.
            between: What parts it from the passage before.
            cleaned: The text needs no cleaning.
            fields: Further fields of ``Passage``.
        """
        text = text if cleaned else clean(text)
        if not text:
            return False
        if self.full:
            self.signal(f"only the first {self._most:,} passages were kept")
            return False
        if self._parts:
            self._parts.append(between)
            self._length += len(between)
        passage: dict[str, Any] = {"kind": kind, "text": text, "start": self._length, "end": self._length + len(text)}
        if self.page is not None:
            passage["page"] = self.page
        if self._headings:
            passage["headings"] = [heading for _, heading in self._headings]
        passage.update({name: value for name, value in fields.items() if value is not None})
        if (box := fields.get("box")) is not None:
            passage["box"] = {side: round(at, 1) for side, at in zip(_SIDES, box, strict=True)}
        self._parts.append(text)
        self._length += len(text)
        self.passages.append(passage)
        return True

    def heading(self, text: str, depth: int, **fields: Any) -> None:
        """Add a heading (1 is the top); it stands above what follows until one as high or higher comes."""
        while self._headings and self._headings[-1][0] >= depth:
            self._headings.pop()
        text = clean(text.replace("\n", " "))
        if self.add("heading", text, depth=depth, **fields):
            self._headings.append((depth, text))

    def reset_headings(self, kept: Sequence[str] = ()) -> None:
        """Forget the headings above, as a new slide does; ``kept`` stay on top."""
        self._headings = [(0, heading) for heading in kept]

    def next_table(self) -> int:
        """The number of the table that begins now, from 1."""
        self._tables += 1
        return self._tables

    def signal(self, words: str) -> None:
        """Say, once, what could not be read or was left out."""
        if words not in self.signals:
            self.signals.append(words)

    def text(self) -> str:
        """The whole text so far."""
        return "".join(self._parts)

    def result(self) -> dict[str, Any]:
        """Plain data: text, passages, signals, facts."""
        return {"text": self.text(), "passages": self.passages, "signals": self.signals, "facts": self.facts}


def number_ranges(numbers: Iterable[int]) -> str:
    """Numbers for people: ``1-3, 7``."""
    text = ""
    for first, last in _runs(sorted(set(numbers))):
        text += f", {first}" if first == last else f", {first}-{last}"
    return text[2:]


def _runs(numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    begin = 0
    for index in range(1, len(numbers) + 1):
        if index == len(numbers) or numbers[index] != numbers[index - 1] + 1:
            yield numbers[begin], numbers[index - 1]
            begin = index
