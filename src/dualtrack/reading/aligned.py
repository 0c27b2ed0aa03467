"""Tables without rules: short cells that stand in the same columns, row after row."""

import re
from collections.abc import Sequence

from dualtrack.reading.columns import Grid
from dualtrack.reading.grid import Cell
from dualtrack.reading.lines import is_cjk, join_all
from dualtrack.reading.pdflines import Line, around

_NUMBER = re.compile(r"[\s()+\-−–±▲△$€£¥￥₩%％,.\d０-９，．:/約]*\d[\s()%％,.\d０-９，．a-zA-Z億円万兆人件年]{0,14}")


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
            cells.append(Cell(number, column + 1, join_all([part.text for part in parts]), box=around(parts)))
    return Grid(cells, *around([line for row in rows for line in row]))
