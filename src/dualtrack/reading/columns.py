"""The columns of a page, found by the white between them, and the order in which they are read."""

from collections.abc import Sequence
from dataclasses import dataclass

from dualtrack.reading.grid import Cell
from dualtrack.reading.pdflines import Line


@dataclass(slots=True)
class Grid:
    """A table on a page, among its lines."""

    cells: list[Cell]
    x0: float
    y0: float
    x1: float
    y1: float


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
