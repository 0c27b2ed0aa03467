"""Columns of shares: do they make 100 %, where they are said to or where their neighbours do?"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from dualtrack.checks.tables import words
from dualtrack.checks.tables.cell import Cell
from dualtrack.checks.tables.grid import Grid

_HUNDRED = Decimal(100)
_SLIP = 12
"""How far from 100 a slip of one figure is believed where nothing says outright that these are parts of a whole."""
_PERCENT = re.compile(r"[%％]|per ?cent|Prozent|pour cent|構成比|割合|비중|비율|占比", re.IGNORECASE)


def shares_of_whole(grid: Grid, totals: Sequence[int], derived: Sequence[int]) -> Iterator[tuple[Cell, Decimal]]:
    """The cell at which shares that do not make 100 % are told, and what they make.

    Args:
        grid: The table.
        totals: Its rows that hold totals.
        derived: Its columns that hold changes and other figures that are no shares of a whole.
    """
    if words.SEVERAL.search(grid.around + " ".join((*grid.column_heads.values(), *grid.row_heads.values()))):
        return
    whole: list[int] = []
    judged: list[tuple[int, Decimal, Decimal, Cell]] = []
    levels = grid.levels
    for column in grid.columns:
        cells = grid.column(column)
        head = grid.column_heads.get(column, "")
        rows = [row for row in cells if row not in totals and levels[row] == 0]
        if (
            column in derived
            or len(rows) < 2
            or not _all_percent(grid, column)
            or words.CHANGE.search(head)
            or any(cells[row].value < 0 or cells[row].signed for row in rows)
            or any((row, column) in grid.filled for row in grid.rows)
        ):
            continue
        total = sum((cells[row].value for row in rows), Decimal(0))
        slack = sum((cells[row].unit for row in rows), Decimal(0)) / 2 + cells[rows[0]].unit
        stated = next((cells[row] for row in totals if row in cells), None)
        judged.append((column, total, slack, stated or cells[rows[-1]]))
        if abs(total - _HUNDRED) <= slack:
            whole.append(column)
        elif _marked(grid, column) and stated is not None and stated.value == _HUNDRED and abs(total - _HUNDRED) < 50:
            yield stated, total
    for column, total, slack, cell in judged:
        if column in whole or abs(total - _HUNDRED) > 40:
            continue
        named = (
            words.WHOLE.search(grid.column_heads.get(column, "")) is not None
            or ((len(judged) == 1 or whole != []) and words.WHOLE.search(grid.around[:240]) is not None)
            or (_all_told(grid, column, len(judged) == 1) and abs(total - _HUNDRED) <= _SLIP)
        )
        marked = _marked(grid, column) or _PERCENT.search(grid.around) is not None
        over = total > _HUNDRED + slack and named and marked and len(grid.column(column)) >= 3
        enough = 2 if marked else 3
        if over or (len(whole) >= enough and len(whole) * 2 > len(judged)):
            yield cell, total


def _all_told(grid: Grid, column: int, only: bool) -> bool:
    """Whether the rows leave nothing out: one answer each, or a last row that takes in all others."""
    last = grid.row_heads.get(max(grid.column(column)), "")
    return only and (words.SINGLE.search(grid.around) is not None or words.OTHERS.search(last) is not None)


def _all_percent(grid: Grid, column: int) -> bool:
    cells = grid.column(column).values()
    return all(cell.percent for cell in cells) or all(not cell.tail and 0 <= cell.value <= _HUNDRED for cell in cells)


def _marked(grid: Grid, column: int) -> bool:
    """Whether signs or words make the numbers of a column percentages."""
    cells = grid.column(column).values()
    return all(cell.percent for cell in cells) or _PERCENT.search(grid.column_heads.get(column, "")) is not None
