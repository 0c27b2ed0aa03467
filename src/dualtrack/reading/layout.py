"""The layout of a page: columns in reading order, aligned tables, and lines made into paragraphs."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from dualtrack.reading.builder import Box
from dualtrack.reading.grid import Cell
from dualtrack.reading.lines import bullet, enumerated, is_cjk, join_all
from dualtrack.reading.pdflines import Line

_NUMBER = re.compile(r"[\s()+\-−–±▲△$€£¥￥₩%％,.\d０-９，．:/約]*\d[\s()%％,.\d０-９，．a-zA-Z億円万兆人件年]{0,14}")
_STOPS = ("。", ".", "!", "?", "！", "？", ":", "：", ";", "；")
_HYPHENS = "-\u00ad\u2010\x02\ufffe"
_BREAKS = "\u00ad\x02\ufffe"
"""What pdfium puts for a hyphen that breaks a word at the end of a line."""


@dataclass(slots=True)
class Grid:
    """A table on a page, among its lines."""

    cells: list[Cell]
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Group:
    """Lines that make one paragraph, heading or list item."""

    lines: list[Line] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """What the lines cover."""
        x0, y0, x1, y1 = zip(*[(line.x0, line.y0, line.x1, line.y1) for line in self.lines], strict=True)
        return min(x0), min(y0), max(x1), max(y1)

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


def reading_order(items: Sequence[Line | Grid], depth: int = 0) -> list[list[Line | Grid]]:
    """The items of a page by column: a list for each column or full-width band, in the order they are read."""
    ordered = sorted(items, key=lambda item: (item.y0, item.x0))
    gutter = _gutter(ordered) if len(ordered) >= 4 and depth < 6 else None
    if gutter is None:
        return [ordered] if ordered else []
    columns: list[list[Line | Grid]] = []
    left: list[Line | Grid] = []
    right: list[Line | Grid] = []
    for item in ordered:
        if item.x0 < gutter - 1 and item.x1 > gutter + 1:
            columns += reading_order(left, depth + 1) + reading_order(right, depth + 1)
            left, right = [], []
            if columns and columns[-1] and _spans(columns[-1][-1], gutter):
                columns[-1].append(item)
            else:
                columns.append([item])
        else:
            (left if (item.x0 + item.x1) / 2 < gutter else right).append(item)
    return columns + reading_order(left, depth + 1) + reading_order(right, depth + 1)


def _spans(item: Line | Grid, gutter: float) -> bool:
    return item.x0 < gutter - 1 and item.x1 > gutter + 1


def _gutter(items: Sequence[Line | Grid]) -> float | None:
    """The middle of an upright strip that few items cross and that has some on both sides, side by side."""
    left, right = min(item.x0 for item in items), max(item.x1 for item in items)
    width = right - left
    begin_right = [item for item in items if item.x0 > left + 0.15 * width]
    if width < 60 or len(begin_right) < 2:
        return None
    bins = 120
    step = width / bins
    crossed = [0] * (bins + 3)
    for item in items:
        crossed[int((item.x0 - left) / step)] += 1
        crossed[int((item.x1 - left) / step) + 1] -= 1
    total, cover = 0, []
    for change in crossed[: bins + 1]:
        total += change
        cover.append(total)
    best = _widest_gap(cover, max(1, len(items) // 6), bins)
    if best is None or (best[1] - best[0]) * step < 6:
        return None
    gutter = left + (best[0] + best[1]) / 2 * step
    return gutter if _side_by_side(items, gutter) else None


def _widest_gap(cover: Sequence[int], most: int, bins: int) -> tuple[int, int] | None:
    """The strip, away from the edges, that is crossed least; the widest of such."""
    inner = range(int(bins * 0.12), int(bins * 0.88))
    least = min(cover[index] for index in inner)
    if least > most:
        return None
    best, begin = None, None
    for index in [*inner, -1]:
        if index >= 0 and cover[index] <= least:
            begin = index if begin is None else begin
        elif begin is not None:
            end = index if index >= 0 else inner[-1] + 1
            if best is None or end - begin > best[1] - best[0]:
                best = (begin, end)
            begin = None
    return best


def _side_by_side(items: Sequence[Line | Grid], gutter: float) -> bool:
    left = [item for item in items if item.x1 <= gutter + 1]
    right = [item for item in items if item.x0 >= gutter - 1]
    if len(left) < 2 or len(right) < 2:
        return False
    top, bottom = (
        max(i.y0 for i in (min(left, key=_top), min(right, key=_top))),
        min(max(i.y1 for i in left), max(i.y1 for i in right)),
    )
    return bottom - top > 0.2 * min(_height(left), _height(right))


def _top(item: Line | Grid) -> float:
    return item.y0


def _height(items: Sequence[Line | Grid]) -> float:
    return max(item.y1 for item in items) - min(item.y0 for item in items)


def aligned_tables(lines: Sequence[Line]) -> tuple[list[Line | Grid], bool]:
    """Lines with the aligned tables among them made into grids; and whether any was found.

    A table without rules is three or more rows in a row that have several short cells standing in the same columns.
    """
    bases = [round(line.base) for line in lines]
    if len(bases) - len(set(bases)) < 2:
        return list(lines), False
    rows = _rows(lines)
    if sum(len(row) > 1 for row in rows) < 3:
        return list(lines), False
    found: list[Line | Grid] = []
    run: list[list[Line]] = []
    any_table = False
    for row in [*rows, []]:
        if len(row) >= 2 and _tabular(row):
            run.append(row)
            continue
        grid = _grid(run) if len(run) >= 3 else None
        any_table = any_table or grid is not None
        found.extend([grid] if grid is not None else [line for kept in run for line in kept])
        found.extend(row)
        run = []
    return found, any_table


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that stand on the same base, left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.base, line.x0)):
        if rows and abs(rows[-1][0].base - line.base) <= 0.35 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.x0) for row in rows]


def _tabular(row: Sequence[Line]) -> bool:
    """Whether the parts of a row look like cells rather than lines of columns."""
    lengths = [len(line.text) * (2 if line.text and is_cjk(line.text[0]) else 1) for line in row]
    if max(lengths) > 60:
        return False
    numbers = sum(_NUMBER.fullmatch(line.text.strip()) is not None for line in row[1:])
    return numbers * 2 >= len(row) - 1 or (len(row) >= 3 and sum(lengths) / len(lengths) <= 24)


def _grid(rows: Sequence[Sequence[Line]]) -> Grid | None:
    """The columns in which the cells of some rows stand; ``None`` where they stand in none."""
    spans: list[list[float]] = []
    for line in sorted((line for row in rows for line in row), key=lambda line: line.x0):
        if spans and line.x0 < spans[-1][1] - 1:
            spans[-1][1] = max(spans[-1][1], line.x1)
        else:
            spans.append([line.x0, line.x1])
    if len(spans) < 2:
        return None
    cells = []
    for number, row in enumerate(rows, 1):
        texts: dict[int, list[Line]] = {}
        for line in row:
            column = next(i for i, span in enumerate(spans) if line.x0 <= span[1] + 1)
            texts.setdefault(column, []).append(line)
        for column, parts in sorted(texts.items()):
            group = Group(parts)
            cells.append(Cell(number, column + 1, join_all([part.text for part in parts]), box=group.box))
    box = Group([line for row in rows for line in row]).box
    return Grid(cells, *box)


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
