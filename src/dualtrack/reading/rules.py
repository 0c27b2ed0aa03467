"""Ruled tables of a PDF page: from the lines drawn on it to a grid of cells."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dualtrack.reading.grid import Cell
from dualtrack.reading.lines import join_all
from dualtrack.reading.pdfium import handle, quick
from dualtrack.reading.pdflines import Line, PageText

_MOST_PATHS = 4_000
_THIN = 2.5
_NEAR = 3.0


@dataclass(slots=True)
class Rule:
    """A straight rule: at ``at``, from ``begin`` to ``end`` along the other direction."""

    at: float
    begin: float
    end: float


@dataclass(slots=True)
class RuledTable:
    """A grid of rules: the places of its vertical and horizontal edges, and the rules there are."""

    xs: list[float]
    ys: list[float]
    across: list[Rule]
    down: list[Rule]

    def holds(self, line: Line) -> bool:
        """Whether a line stands in the table."""
        x, y = (line.x0 + line.x1) / 2, (line.y0 + line.y1) / 2
        return self.xs[0] - _NEAR <= x <= self.xs[-1] + _NEAR and self.ys[0] - _NEAR <= y <= self.ys[-1] + _NEAR

    def cells(self, lines: Sequence[Line]) -> list[Cell]:
        """The cells with the text of the lines in them; cells with no rule between them are one."""
        held: dict[tuple[int, int], list[Line]] = {}
        for line in sorted(lines, key=lambda line: (line.base, line.x0)):
            place = (_slot(self.ys, (line.y0 + line.y1) / 2), _slot(self.xs, (line.x0 + line.x1) / 2))
            held.setdefault(place, []).append(line)
        cells: list[Cell] = []
        taken: set[tuple[int, int]] = set()
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                if (row, column) not in taken:
                    cells.append(self._cell(row, column, held, taken))
        return cells

    def _cell(
        self, row: int, column: int, held: dict[tuple[int, int], list[Line]], taken: set[tuple[int, int]]
    ) -> Cell:
        right, below = column, row
        while right + 2 < len(self.xs) and not self._ruled_right(row, right):
            right += 1
        while below + 2 < len(self.ys) and not self._ruled_below(below, column):
            below += 1
        places = [(r, c) for r in range(row, below + 1) for c in range(column, right + 1) if (r, c) not in taken]
        taken.update(places)
        lines = sorted(
            (line for place in places for line in held.get(place, ())), key=lambda line: (line.base, line.x0)
        )
        box = (self.xs[column], self.ys[row], self.xs[right + 1], self.ys[below + 1])
        text = join_all([line.text for line in lines])
        return Cell(row + 1, column + 1, text, below - row + 1, right - column + 1, box=box)

    def _ruled_right(self, row: int, column: int) -> bool:
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        return _covered(self.down, self.xs[column + 1], middle)

    def _ruled_below(self, row: int, column: int) -> bool:
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        return _covered(self.across, self.ys[row + 1], middle)


def _covered(rules: Sequence[Rule], at: float, middle: float) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.begin - 1 <= middle <= rule.end + 1 for rule in rules)


def _slot(edges: Sequence[float], value: float) -> int:
    for index in range(1, len(edges) - 1):
        if value < edges[index]:
            return index - 1
    return len(edges) - 2


def ruled_tables(text: PageText) -> tuple[list[RuledTable], bool, bool]:
    """The ruled tables of a page, whether it holds pictures, and whether it was too busy to look for tables."""
    import pypdfium2.raw as pdfium

    call, page = quick(), handle(text.page)
    across: list[Rule] = []
    down: list[Rule] = []
    paths, pictures = 0, False
    for index in range(call.count_objects(page)):
        thing = call.get_object(page, index)
        kind = call.object_type(thing)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures = True
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
            if paths > _MOST_PATHS:
                return [], pictures, True
            _take_rules(pdfium, pdfium.FPDFPage_GetObject(text.page, index), text, across, down)
    if len(across) < 2 or len(down) < 2:
        return [], pictures, False
    return _tables(across, down), pictures, False


def _take_rules(pdfium: Any, path: Any, text: PageText, across: list[Rule], down: list[Rule]) -> None:
    for begin, end in _strokes(pdfium, path):
        x0, y0, x1, y1 = text.on_page(
            (min(begin[0], end[0]), min(begin[1], end[1]), max(begin[0], end[0]), max(begin[1], end[1]))
        )
        if y1 - y0 <= _THIN and x1 - x0 > 8:
            across.append(Rule((y0 + y1) / 2, x0, x1))
        elif x1 - x0 <= _THIN and y1 - y0 > 5:
            down.append(Rule((x0 + x1) / 2, y0, y1))


def _strokes(pdfium: Any, path: Any) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight strokes of a path; a thin filled box is one stroke, a wider one its four sides."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(path, left, bottom, right, top):
        return []
    box = left.value, bottom.value, right.value, top.value
    if box[2] - box[0] <= _THIN or box[3] - box[1] <= _THIN:
        return [((box[0], box[1]), (box[2], box[3]))]
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not stroke.value:
        return []
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    points: list[tuple[int, float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(path), 2_000)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(
            (
                pdfium.FPDFPathSegment_GetType(segment),
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
    strokes = [
        ((before[1], before[2]), (after[1], after[2]))
        for before, after in pairwise(points)
        if after[0] == pdfium.FPDF_SEGMENT_LINETO
    ]
    if len(points) in (4, 5) and len(strokes) >= 3:
        strokes.append(((points[-1][1], points[-1][2]), (points[0][1], points[0][2])))
    return strokes


def _tables(across: list[Rule], down: list[Rule]) -> list[RuledTable]:
    """Rules that touch belong to one table; it needs two rows or columns inside its frame."""
    rules = [(rule, True) for rule in across] + [(rule, False) for rule in down]
    groups = _Groups(len(rules))
    for i, first in enumerate(across):
        for j, second in enumerate(down, len(across)):
            if (
                first.begin - _NEAR <= second.at <= first.end + _NEAR
                and second.begin - _NEAR <= first.at <= second.end + _NEAR
            ):
                groups.join(i, j)
    found = []
    for members in groups.members():
        flat = [rules[index][0] for index in members if rules[index][1]]
        upright = [rules[index][0] for index in members if not rules[index][1]]
        xs, ys = _edges([rule.at for rule in upright]), _edges([rule.at for rule in flat])
        xs = _edges([*xs, *(end for rule in flat for end in (rule.begin, rule.end) if flat)]) if xs else xs
        if len(xs) >= 2 and len(ys) >= 2 and (len(xs) - 1) * (len(ys) - 1) >= 2 and len(upright) >= 2:
            found.append(RuledTable(xs, ys, flat, upright))
    return sorted(found, key=lambda table: (table.ys[0], table.xs[0]))


def _edges(places: Sequence[float]) -> list[float]:
    """Places nearer to each other than a few points are one edge."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR * 1.5:
            edges.append(place)
    return edges


class _Groups:
    """Disjoint sets."""

    def __init__(self, count: int) -> None:
        self.parent = list(range(count))

    def find(self, index: int) -> int:
        while self.parent[index] != index:
            self.parent[index] = self.parent[self.parent[index]]
            index = self.parent[index]
        return index

    def join(self, first: int, second: int) -> None:
        self.parent[self.find(first)] = self.find(second)

    def members(self) -> list[list[int]]:
        groups: dict[int, list[int]] = {}
        for index in range(len(self.parent)):
            groups.setdefault(self.find(index), []).append(index)
        return list(groups.values())
