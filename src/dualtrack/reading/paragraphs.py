"""Lines of a page made into paragraphs, words broken at line ends made whole."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from dualtrack.reading.builder import Box
from dualtrack.reading.columns import Grid
from dualtrack.reading.lines import bullet, enumerated, is_cjk, join_all
from dualtrack.reading.pdflines import Line, around

_STOPS = ("。", ".", "!", "?", "！", "？", ":", "：", ";", "；")
_HYPHENS = "-\u00ad\u2010\x02\ufffe"
_BREAKS = "\u00ad\x02\ufffe"
"""What pdfium puts for a hyphen that breaks a word at the end of a line."""


@dataclass(slots=True)
class Group:
    """Lines that make one paragraph, heading or list item."""

    lines: list[Line] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """What the lines cover."""
        return around(self.lines)

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    def text(self, words: Set[str] = frozenset()) -> str:
        """The lines as one, words parted by a hyphen at a line's end made whole.

        Args:
            words: Words of the document, lower case: a hyphen stays where the hyphened word stands among them.
        """
        parts: list[str] = []
        for line in self.lines:
            text = line.text.strip()
            if parts and len(parts[-1]) > 1 and parts[-1][-1] in _HYPHENS and text[:1].isalpha():
                parts[-1] = _heal(parts[-1], text, words)
            else:
                parts.append(text)
        return join_all([part.replace("\x02", "-").replace("\ufffe", "-") for part in parts])


def _heal(before: str, after: str, words: Set[str]) -> str:
    stem = before[:-1]
    if not stem[-1:].islower() or not after[:1].islower():
        return stem + ("" if before[-1] == "\u00ad" else "-") + after
    first, second = re.split(r"[\s(]", stem)[-1].lower(), (re.match(r"[^\W\d_]+", after) or [""])[0].lower()
    if f"{first}-{second}" in words and first + second not in words:
        return f"{stem}-{after}"
    return stem + after


def paragraphs(column: Sequence[Line | Grid]) -> list[Group | Grid]:
    """The lines of one column as paragraphs, in order."""
    lines = [item for item in column if isinstance(item, Line)]
    usual = _Usual(lines)
    found: list[Group | Grid] = []
    group: Group | None = None
    for item in column:
        if isinstance(item, Grid):
            found.append(item)
            group = None
        elif group is not None and _continues(group, item, usual):
            group.lines.append(item)
        else:
            group = Group([item])
            found.append(group)
    return found


class _Usual:
    """What is usual in a column: the distance of lines, their size, and how far each line could have gone."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.pitch = _pitch(lines)
        self.size = median([line.size for line in lines]) if lines else 1.0
        self.left = min([line.x0 for line in lines], default=0.0)
        begin = 0
        for index in range(1, len(lines) + 1):
            if index < len(lines):
                before, after = lines[index - 1], lines[index]
                size = after.size
                if (
                    -0.5 * size < after.base - before.base <= 1.6 * self.pitch * size
                    and abs(after.x0 - before.x0) < 3 * size
                ):
                    continue
            right = max([line.x1 for line in lines[begin:index]])
            for line in lines[begin:index]:
                line.right = right
            begin = index

    def ended(self, line: Line, following: Line) -> bool:
        """Whether a line stopped before the first word of the following one would have had to."""
        room = line.right - line.x1
        if room < 2.5 * line.size or line.size > 1.25 * self.size:
            return False
        text = following.text.lstrip()
        if is_cjk(text[0]):
            return True
        if text[0].islower() and not line.text.rstrip().endswith(_STOPS):
            return False
        word = len(text.split(None, 1)[0]) * (following.x1 - following.x0) / max(1, len(text))
        return room > word + 1.5 * line.size


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance between lines, in sizes of the letters."""
    steps = []
    for before, after in pairwise(lines):
        size, step = after.size, after.base - before.base
        if 0.5 * size < step < 3 * size and abs(size - before.size) < 0.1 * size:
            steps.append(step / size)
    return min(median(steps), 1.9) if steps else 1.3


def _continues(group: Group, line: Line, usual: _Usual) -> bool:
    """Whether a line goes on with the paragraph before it."""
    last = group.lines[-1]
    step = line.base - last.base
    if abs(step) <= 0.35 * line.size and line.x0 >= last.x1 - 1:
        return True
    if not 0 < step <= 1.25 * usual.pitch * max(line.size, last.size):
        return False
    if last.text[-1] in _BREAKS:
        return True
    heading_before = last.bold and not line.bold and len(group.lines) == 1
    if heading_before or abs(line.size - last.size) > (0.3 if line.text[0].islower() else 0.12) * line.size:
        return False
    begins_item = not line.text[:2].isalpha() and (bullet(line.text) is not None or _new_item(group, line))
    return not begins_item and not _parted(group, last, line, usual)


def _parted(group: Group, last: Line, line: Line, usual: _Usual) -> bool:
    """Whether a short last line or an indent shows that a new paragraph begins."""
    shift, centred = line.x0 - last.x0, abs(line.x0 + line.x1 - last.x0 - last.x1) < 4
    if usual.ended(last, line) and not centred:
        return True
    if shift > 0.8 * line.size and not centred:
        item = bullet(group.lines[0].text) is not None or enumerated(group.lines[0].text) is not None
        ended = last.text.rstrip().endswith(_STOPS) and line.x0 - usual.left > 0.8 * line.size
        return not (item and len(group.lines) == 1) and (ended or shift >= 4 * line.size)
    return shift < -4 * line.size and len(group.lines) > 1 and not centred


def _new_item(group: Group, line: Line) -> bool:
    """Whether a line begins a numbered item of its own."""
    if enumerated(line.text) is None:
        return False
    first = group.lines[0]
    return enumerated(first.text) is not None or group.lines[-1].text.rstrip().endswith(_STOPS)
