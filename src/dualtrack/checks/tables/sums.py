"""Totals of a table: the lines that hold them, what they may add up, and those that do not.

A total may add up all rows above it, those since the last subtotal, only the subtotals, or the rows that are no parts
of another; which rows are parts is told by dashes, blanks and 'of which', and by numbers that add up to a neighbour. It
is wrong where no such reading makes it. Lines that nobody calls a total are one where most of their numbers are sums.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, takewhile

from dualtrack.checks.tables import words
from dualtrack.checks.tables.cell import Cell
from dualtrack.checks.tables.grid import Grid

_ENOUGH = 4.0
_SUBSETS = 11
"""Up to so many rows any choice of them is tried, where some are parts of others."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A total that is not the sum.

    Attributes:
        total: The cell.
        parts: What was added up.
        rounded: Whether rounding explains it.
        slight: Whether it explains it only if all were rounded the same way.
    """

    total: Cell
    parts: tuple[Cell, ...]
    rounded: bool
    slight: bool

    @property
    def summed(self) -> Decimal:
        """What the parts add up to."""
        return _sum(self.parts)


def total_rows(grid: Grid) -> list[int]:
    """The rows that a word calls a total, and the last or first one whose numbers are sums of the others."""
    named = [row for row in grid.rows if is_total(grid, row)]
    if named or len(grid.rows) < 3:
        return named
    if len(grid.rows) > _SUBSETS:
        return [row for row in (grid.rows[-1], grid.rows[0]) if _adds_up(grid, row)][:1]
    return [row for row in (*grid.rows[:1], *grid.rows[2:]) if _adds_up(grid, row)]


def is_total(grid: Grid, row: int) -> bool:
    """Whether the head of a row says total."""
    head = grid.row_heads.get(row, "")
    if not head or words.OF_WHICH.search(head) or words.AVERAGE.search(head):
        return False
    if words.TOTAL.fullmatch(head):
        return True
    if not words.TOTAL_BROAD.search(head) or len(head) > 60:
        return False
    place = grid.rows.index(row)
    below = grid.rows[place + 1 :]
    last = not any((other, column) in grid.numbers for other in below for column in grid.columns)
    return (
        place == 0 or last or grid.listed or len(_deeper(grid.levels, below, row)) >= 2 or _agreement(grid, row)[0] > 0
    )


def _adds_up(grid: Grid, row: int) -> bool:
    """Whether most numbers of a row, and two at least, are the sums of those above: a total that nobody names."""
    agreeing, judged, weight = _agreement(grid, row)
    return agreeing >= 2 and agreeing * 2 > judged and weight >= _ENOUGH


def _agreement(grid: Grid, row: int) -> tuple[int, int, float]:
    """How many numbers of a row are the sums of those above (below the first), of how many, and how many digits."""
    place = grid.rows.index(row)
    others = grid.rows[:place] or grid.rows[1:]
    agreeing, judged, weight = 0, 0, 0.0
    for column in grid.columns:
        total = grid.numbers.get((row, column))
        cells = [grid.numbers[other, column] for other in others if (other, column) in grid.numbers]
        if total is None or total.percent or grid.percent(column) or len(cells) < 2:
            continue
        judged += 1
        if _sum(cells) == total.value:
            agreeing += 1
            weight += math.log10(max(1.0, float(abs(total.value) / total.unit)))
    return agreeing, judged, weight


def mismatches(grid: Grid, totals: Sequence[int], derived: Sequence[int]) -> list[Mismatch]:
    """The totals that no reading makes.

    Args:
        grid: The table; of one that is turned, the columns called total are judged.
        totals: Its rows that hold totals.
        derived: Its columns that hold changes, shares and other figures that are not added up.
    """
    if words.SEVERAL.search(grid.around) or any(words.SEVERAL.search(head) for head in grid.column_heads.values()):
        return []
    found: list[Mismatch] = []
    for row in totals:
        found += _of_row(grid, row, totals, derived)
    return found + _of_parents(grid, totals, derived)


def _of_parents(grid: Grid, totals: Sequence[int], derived: Sequence[int]) -> list[Mismatch]:
    """Rows whose parts stand under them and do not make them, where others do, or that their parts exceed."""
    levels = grid.levels
    if len(set(levels.values())) < 2 or grid.turned:
        return []
    wrong: list[Mismatch] = []
    right = 0
    for place, row in enumerate(grid.rows):
        parts = _deeper(levels, grid.rows[place + 1 :], row)
        if row in totals or len(parts) < 2 or any(_part(grid, part) for part in parts):
            continue
        for column in grid.columns:
            cells = [grid.numbers[part, column] for part in parts if (part, column) in grid.numbers]
            whole = grid.numbers.get((row, column))
            if whole is None or len(cells) < len(parts) or column in derived or not _additive(grid, column):
                continue
            judged = _judge(grid, whole, [cells])
            if judged is None:
                right += 1
            elif not _unlike(judged):
                wrong.append(judged)
    return wrong if right >= max(1, len(wrong)) else []


def _deeper(levels: dict[int, int], below: Sequence[int], row: int) -> list[int]:
    """The rows one step under a row."""
    found = list(takewhile(lambda other: levels[other] > levels[row], below))
    level = min((levels[other] for other in found), default=0)
    return [other for other in found if levels[other] == level]


def _of_row(grid: Grid, row: int, totals: Sequence[int], derived: Sequence[int]) -> list[Mismatch]:
    wrong: list[Mismatch] = []
    right = 0
    for column in grid.columns:
        total = grid.numbers.get((row, column))
        if total is None or total.percent or column in derived or not _additive(grid, column):
            continue
        readings = [cells for cells in _readings(grid, row, totals, column) if len(cells) >= 2]
        if not readings:
            continue
        judged = _judge(grid, total, readings)
        if judged is None:
            right += 1
        elif not (words.DISTINCT.search(grid.column_heads.get(column, "")) and judged.summed > total.value):
            wrong.append(judged)
    if not wrong:
        return []
    grave = [one for one in wrong if not one.rounded]
    if right == 0 and len(grave) >= 2 and (grid.turned or len(grave) >= 3 or all(map(_short, grave))):
        return []
    if all(map(_short, grave)) and grave and words.EXCERPT.search(grid.around + " ".join(grid.row_heads.values())):
        return []
    return [one for one in wrong if not (right == 0 and _unlike(one))]


def _part(grid: Grid, row: int) -> bool:
    return words.OF_WHICH.search(grid.row_heads.get(row, "")) is not None


def _short(one: Mismatch) -> bool:
    return one.summed < one.total.value


def _unlike(one: Mismatch) -> bool:
    """Whether the sum is so far from the total that it is likely none."""
    return one.total.value == 0 or abs(one.summed - one.total.value) > abs(one.total.value) / 2


def _additive(grid: Grid, column: int) -> bool:
    head = grid.column_heads.get(column, "")
    return not words.no_sum(head) or words.TOTAL.fullmatch(head) is not None


def _readings(grid: Grid, row: int, totals: Sequence[int], column: int) -> Iterator[list[Cell]]:
    """The cells that a total may add up, the likeliest first; none where one of them is no number."""
    place = grid.rows.index(row)
    above, below = grid.rows[:place], grid.rows[place + 1 :]
    if grid.listed:
        yield from _of_list(grid, row, totals, column)
        return
    deeper = [other for other in _deeper(grid.levels, below, row) if not _part(grid, other)]
    if len(deeper) >= 2:
        yield from _of_side(grid, deeper, row, totals, column)
        return
    sides = [above] if above else []
    if below and (len(above) <= 1 or not any((other, column) in grid.numbers for other in above)):
        sides = [*sides, below]
    for side in sides:
        yield from _of_side(grid, list(side), row, totals, column)


def _of_list(grid: Grid, row: int, totals: Sequence[int], column: int) -> Iterator[list[Cell]]:
    """As ``_readings`` for a list: the deeper lines under a total; else all above the last, all below the first."""
    levels = grid.levels
    place = grid.rows.index(row)
    below = grid.rows[place + 1 :]
    deeper = list(takewhile(lambda other: levels[other] > levels[row], below))
    side = deeper or (below if place == 0 else grid.rows[:place] if not below else ())
    total = grid.numbers[row, column].value
    for cells in _of_side(grid, list(side), row, totals, column):
        share = Decimal("0.5") if not deeper and not below else Decimal("0.2")
        if abs(_sum(cells) - total) <= share * abs(total):
            yield cells


def _of_side(grid: Grid, side: list[int], row: int, totals: Sequence[int], column: int) -> Iterator[list[Cell]]:
    if any((other, column) in grid.filled for other in side):
        return
    rows = [other for other in side if (other, column) in grid.numbers]
    if len(rows) < 2:
        return
    levels = grid.levels
    named = [other for other in rows if other in totals]
    plain = [other for other in rows if not _part(grid, other)]
    leaves = [other for other in plain if other not in named]
    level = min(levels[other] for other in leaves) if leaves else 0
    base = [other for other in leaves if levels[other] == level]
    groups: list[list[int]] = [base if len(base) >= 2 else leaves, leaves, plain, rows]
    if named:
        groups += [named, [other for other in leaves if other > max(named)], [o for o in plain if o >= max(named)]]
        groups += [[other for other in leaves if other < min(named)]]
    groups += _sections(grid, side, rows)
    groups.append(_without_parts(grid, rows, column))
    groups.append(_without_parts(grid, leaves, column))
    groups += _under(levels, rows, row)
    done: set[tuple[int, ...]] = set()
    for group in groups:
        key = tuple(group)
        if key not in done:
            done.add(key)
            yield from _signs(grid, [grid.numbers[other, column] for other in group], group)
    nested = len({levels[other] for other in rows}) > 1 or len(plain) < len(rows)
    if nested and len(rows) <= _SUBSETS:
        for size in range(2, len(rows)):
            for chosen in combinations(rows, size):
                yield [grid.numbers[other, column] for other in chosen]


def _sections(grid: Grid, side: Sequence[int], rows: Sequence[int]) -> Iterator[list[int]]:
    """The rows since the last one that holds words alone: a heading inside the table."""
    for place in range(len(side) - 1, -1, -1):
        if not any((side[place], column) in grid.numbers for column in grid.columns):
            yield [other for other in rows if other > side[place]]
            return


def _under(levels: dict[int, int], rows: Sequence[int], row: int) -> Iterator[list[int]]:
    """The rows directly under a total that stands above them."""
    below: list[int] = []
    for other in rows:
        if other < row:
            return
        if levels[other] <= levels.get(row, 0):
            break
        below.append(other)
    if below:
        level = min(levels[other] for other in below)
        yield [other for other in below if levels[other] == level]


def _without_parts(grid: Grid, rows: Sequence[int], column: int) -> list[int]:
    """The rows but those that add up to the row before or after them, which are its parts."""
    kept = list(rows)
    for whole in rows:
        if whole not in kept:
            continue
        at = kept.index(whole)
        target = grid.numbers[whole, column].value
        for step in (1, -1):
            run: list[int] = []
            summed = Decimal(0)
            place = at + step
            while 0 <= place < len(kept) and summed < target:
                run.append(kept[place])
                summed += grid.numbers[kept[place], column].value
                place += step
            if len(run) >= 2 and summed == target and len(run) + 1 < len(kept):
                kept = [row for row in kept if row not in run]
                break
    return kept


def _signs(grid: Grid, cells: list[Cell], group: Sequence[int]) -> Iterator[list[Cell]]:
    """The cells as they are; without those in brackets; with those that are taken off turned."""
    yield cells
    if any(cell.bracketed for cell in cells):
        yield [cell for cell in cells if not cell.bracketed]
        yield [_turned(cell) if cell.bracketed else cell for cell in cells]
    off = [
        words.DEDUCT.search(grid.row_heads.get(row, "")) is not None and cell.value > 0
        for row, cell in zip(group, cells, strict=True)
    ]
    if any(off):
        yield [_turned(cell) if taken else cell for cell, taken in zip(cells, off, strict=True)]


def _turned(cell: Cell) -> Cell:
    return replace(cell, value=-cell.value)


def _sum(cells: Sequence[Cell]) -> Decimal:
    return sum((cell.value for cell in cells), Decimal(0))


def _judge(grid: Grid, total: Cell, readings: Sequence[Sequence[Cell]]) -> Mismatch | None:
    """The mismatch, judged by the likeliest reading; None where any agrees or the total is an average."""
    first = tuple(readings[0])
    if any(cell.percent for cell in first):
        return None
    rounded: bool = False
    slight = False
    for cells in readings:
        gap = abs(_sum(cells) - total.value)
        finer = any(cell.unit < total.unit for cell in cells)
        if gap == 0 or (finer and gap <= total.unit / 2):
            return None
        if all(grid.counted(cell) for cell in (total, *cells)) and (total.value < 10_000 or gap > 1):
            continue
        unit = max(total.unit, *(cell.unit for cell in cells))
        likely = unit * (1 if len(cells) <= 5 else 2 if len(cells) <= 15 else 3)
        if gap <= sum((cell.unit for cell in cells), total.unit) / 2:
            rounded = rounded or gap <= likely or words.ROUNDED.search(grid.around) is not None
            slight = True
    values = [cell.value for cell in first]
    if min(values) >= 0 and total.value <= max(values) and len(values) >= 2:
        return None
    return Mismatch(total, first, rounded, slight)
