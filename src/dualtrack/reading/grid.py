"""A table as a grid: which cells are heads, and what stands at the head of each row and column."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from dualtrack.reading.builder import Box, Builder
from dualtrack.reading.lines import clean, kind_of_line

MOST_CELLS = 200_000
_NUMBER = re.compile(
    r"[\s()（）+\-−–±▲△$€£¥￥₩約]{0,8}\d[\d\s,.，．:/]{0,40}[\s)）]{0,4}"
    r"(?:[%％]|[a-zA-Z]{1,3}|億円|万円|兆円|百万円|億|万|兆|円|人|件|억\s?원|원|亿元|万元|元)?[)）]?"
)
_YEAR = re.compile(r"(?:FY|CY)?\s?(?:19|20)\d\d(?:[-/–]\d{2,4})?\s?(?:年度?|년(?:도)?|財政年度)?")
_EMPTY = frozenset(["", "-", "–", "—", "_", "…", "―", "－", "n/a", "N/A", "n.a."])


@dataclass(slots=True)
class Cell:
    """One cell: where it stands (from 1), what it says, how far it spans; ``head`` where the format says so."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    head: bool = False
    box: Box | None = None


def cells_of(rows: Iterable[Sequence[str]]) -> list[Cell]:
    """The cells of a plain table of texts."""
    return [Cell(r, c, text) for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1)]


def add_table(builder: Builder, cells: Iterable[Cell], head_rows: int | None = None) -> None:
    """Add a table: a passage for each cell with words in it, with its row head and the column heads above it.

    Args:
        builder: Where to.
        cells: In reading order, row by row.
        head_rows: How many rows at the top are heads; told from the cells if ``None``.
    """
    kept: list[Cell] = []
    for cell in cells:
        cell.text = clean(cell.text).replace("\n", " ")
        if not cell.text:
            continue
        if len(kept) >= MOST_CELLS:
            builder.signal(f"a table has more than {MOST_CELLS:,} cells; only the first {MOST_CELLS:,} were kept")
            break
        kept.append(cell)
    rows = [list(group) for _, group in groupby(kept, key=lambda cell: cell.row)]
    if rows:
        _Table(builder, rows, head_rows).add()


class _Table:
    """The rows of one table on their way into a builder."""

    def __init__(self, builder: Builder, rows: list[list[Cell]], head_rows: int | None) -> None:
        self.builder = builder
        self.rows = rows
        self.number = builder.next_table()
        self.wide = any(len(row) > 1 for row in rows)
        self.top = _head_rows(rows) if head_rows is None else head_rows
        self.left = self.wide and _labels_left([row for row in rows if row[0].row > self.top])
        self.heads: dict[int, list[str]] = {}

    def add(self) -> None:
        between = "\n\n"
        for row in self.rows:
            self._add_row(row, between)
            between = "\n"

    def _add_row(self, row: list[Cell], between: str) -> None:
        first = row[0]
        alone = self.wide and len(row) == 1 and first.column == 1 and not first.head
        alone = alone and (first.columns > 1 or first.row < self.top or first.row == 1)
        repeated = row[0].row > self.top and self._repeats(row)
        head_row = not alone and (row[0].row <= self.top or repeated)
        if repeated:
            self.heads.clear()
        labelled = row[0].column == 1 and not head_row and not alone
        row_head = row[0].text if labelled and (self.left or row[0].head) else ""
        for index, cell in enumerate(row):
            is_row_head = index == 0 and bool(row_head)
            self.builder.add(
                kind_of_line(cell.text, "table cell") if alone else "table cell",
                cell.text,
                between="\t" if index else between,
                cleaned=True,
                table=self.number,
                row=cell.row,
                column=cell.column,
                box=cell.box,
                row_head=row_head if row_head and not is_row_head else None,
                column_heads=self.heads.get(cell.column),
                head=True if head_row or is_row_head else None,
            )
        if head_row:
            self._put(row)

    def _put(self, row: list[Cell]) -> None:
        for cell in row:
            for column in range(cell.column, cell.column + min(cell.columns, 1000)):
                above = self.heads.get(column, [])
                if not above or above[-1] != cell.text:
                    self.heads[column] = [*above, cell.text]

    def _repeats(self, row: list[Cell]) -> bool:
        rest = [cell for cell in row if cell.column > 1 and cell.text not in _EMPTY]
        return len(rest) > 0 and all(self.heads.get(cell.column, [""])[-1] == cell.text for cell in rest)


def _head_rows(rows: list[list[Cell]]) -> int:
    """How many rows at the top are heads, by marks of the format, spans, and words above numbers."""
    marked = 0
    for row in rows:
        if not all(cell.head for cell in row):
            break
        marked = row[0].row
    if marked:
        return marked
    full = [row for row in rows[:6] if len(row) > 1]
    if len(full) < 2 or not _can_be_heads(full[0]):
        return 0
    first = full[0]
    last = max(cell.row + cell.rows - 1 for cell in first)
    if last == first[0].row and any(cell.columns > 1 for cell in first) and len(full) > 2 and _can_be_heads(full[1]):
        last = full[1][0].row
    return last


def _can_be_heads(row: list[Cell]) -> bool:
    return all(not _NUMBER.fullmatch(cell.text) or _YEAR.fullmatch(cell.text) for cell in row)


def _labels_left(rows: list[list[Cell]]) -> bool:
    firsts = [row[0].text for row in rows if row[0].column == 1]
    labels = [text for text in firsts if not _NUMBER.fullmatch(text) or _YEAR.fullmatch(text)]
    return len(labels) * 2 > len(firsts)
