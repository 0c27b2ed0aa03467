"""What a column of a table says about the others: the reading that most of its rows agree with.

For each column the readings that other columns allow are tried on every row: the change from one to the other in per
cent or as a difference, one as a percentage of the other, the share of its total, a product, a quotient. A reading is
accepted where most rows agree with it and their figures are too long to agree by chance, or where heads name it and at
least one row agrees. Rows that disagree with the accepted reading are wrong.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, permutations

from dualtrack.checks.tables import words
from dualtrack.checks.tables.cell import Cell
from dualtrack.checks.tables.grid import Grid
from dualtrack.checks.tables.reading import Judged, Kind, Reading

Function = Callable[[float, float], float | None]
_NEAR = 7
"""How many columns away an operand may stand."""
_MANY = 16
"""In tables with more columns only those whose heads or signs ask for it are computed."""


def readings(grid: Grid, totals: Sequence[int]) -> dict[int, Reading]:
    """The accepted reading of each column that has one.

    Args:
        grid: The table.
        totals: Its rows that hold totals.
    """
    found: dict[int, Reading] = {}
    for column in grid.columns:
        if grid.column(column):
            tried = [reading for reading in _tried(grid, column, totals) if reading.rows and reading.accepted]
            if tried:
                found[column] = max(tried, key=lambda reading: reading.rank)
    return _one_of_each(found)


_ORDER: tuple[Kind, ...] = (
    "change",
    "yearly",
    "fall",
    "share",
    "ratio",
    "difference",
    "running",
    "quotient",
    "product",
)


def _one_of_each(found: dict[int, Reading]) -> dict[int, Reading]:
    """The readings without those that say the same of other columns: A = B × C where C = A / B."""
    kept: dict[frozenset[int], Reading] = {}
    for reading in found.values():
        key = frozenset((reading.column, *reading.operands))
        known = kept.get(key)
        if known is None or _first(reading) > _first(known):
            kept[key] = reading
    chosen = {reading.column for reading in kept.values()}
    return {column: reading for column, reading in found.items() if column in chosen}


def _first(reading: Reading) -> tuple[bool, int, int]:
    return (reading.named, -_ORDER.index(reading.kind), reading.column)


def _tried(grid: Grid, column: int, totals: Sequence[int]) -> Iterator[Reading]:
    percent = grid.percent(column)
    stated = grid.column(column)
    changes = percent or grid.says(column, words.CHANGE) or any(cell.signed for cell in stated.values())
    rates = percent or grid.says(column, words.RATE) or grid.says(column, words.SHARE)
    if not (changes or rates) and (len(grid.columns) > _MANY or len(stated) < 3):
        return
    place = grid.columns.index(column)
    near = grid.columns[max(0, place - _NEAR) : place + _NEAR + 1]
    others = [other for other in near if other != column and grid.column(other)]
    ordered = _ordered(grid, column)
    plain = not (percent or grid.says(column, words.CHANGE))
    for before in others:
        if changes:
            yield from _steps(grid, column, before)
        if plain and not grid.percent(before):
            yield _running(grid, column, before)
        if percent or grid.says(column, words.SHARE):
            yield from _shares(grid, column, before, totals)
    for pair in permutations(others, 2):
        if changes:
            yield from _changes(grid, column, pair, pair == ordered)
        if rates:
            yield _ratio(grid, column, pair)
        if plain and not (grid.percent(pair[0]) or grid.percent(pair[1])):
            yield from _quotients(grid, column, pair)


def _changes(grid: Grid, column: int, pair: tuple[int, int], natural: bool) -> Iterator[Reading]:
    stated = grid.column(column).values()
    named = grid.says(column, words.CHANGE)
    percent = grid.percent(column)
    both = grid.percent(pair[0]) and grid.percent(pair[1])
    if not percent or both:
        yield _reading(grid, "difference", column, pair, _difference, natural, named)
    yield _reading(grid, "change", column, pair, _change, natural, named)
    unsigned = not any(cell.signed or cell.value < 0 for cell in stated)
    if unsigned and (grid.says(column, words.DECREASE) or len(stated) >= 3):
        falls = grid.says(column, words.DECREASE)
        yield _reading(grid, "fall", column, pair, _fall, natural and falls, falls)
        yield _reading(grid, "fall", column, pair, _drop, natural and falls, falls)
    if natural and grid.says(column, words.YEARLY):
        years = [words.year_of(grid.column_heads.get(each, "")) for each in pair]
        if None not in years and years[1] > years[0]:  # type: ignore[operator]
            span = years[1] - years[0]  # type: ignore[operator]

            def yearly(one: float, other: float) -> float | None:
                return ((other / one) ** (1 / span) - 1) * 100 if one > 0 and other > 0 else None

            yield _reading(grid, "yearly", column, pair, yearly, natural, named)


def _steps(grid: Grid, column: int, amounts: int) -> Iterator[Reading]:
    """The column as the change of another from row to row, downwards or upwards: years in rows."""
    cells = [row for row in grid.rows if (row, amounts) in grid.numbers]
    if len(cells) < 3:
        return
    named = grid.says(column, words.CHANGE)
    natural = named and grid.columns.index(column) - grid.columns.index(amounts) == 1
    down = {row: before for before, row in pairwise(cells)}
    up = dict(pairwise(cells))
    for steps, ahead in ((down, True), (up, False)):
        if not grid.percent(column) or grid.percent(amounts):
            yield _step(grid, column, (amounts, steps), _difference, natural and ahead)
        yield _step(grid, column, (amounts, steps), _change, natural and ahead)
        if any(cell.value > 50 for cell in grid.column(column).values()):
            yield _step(grid, column, (amounts, steps), _index, natural and ahead)


def _step(
    grid: Grid, column: int, source: tuple[int, dict[int, int]], function: Function, natural: bool
) -> Reading:  # fmt: skip
    amounts, steps = source
    kind: Kind = "difference" if function is _difference else "change"
    rows: list[Judged] = []
    for row, stated in grid.column(column).items():
        if row not in steps or (row, amounts) not in grid.numbers:
            continue
        before, after = grid.numbers[steps[row], amounts], grid.numbers[row, amounts]
        computed = function(float(before.value), float(after.value))
        if computed is not None:
            rows.append(_judged(grid, function, row, stated, (before, after), computed))
    return Reading(
        kind, column, (amounts,), tuple(rows) if len(rows) >= 2 else (), natural,
        grid.says(column, words.CHANGE),
    )  # fmt: skip


def _running(grid: Grid, column: int, amounts: int) -> Reading:
    """The column as the sum of another up to each row."""
    rows: list[Judged] = []
    summed: float | None = None
    for row, stated in grid.column(column).items():
        amount = grid.numbers.get((row, amounts))
        if amount is None:
            break
        if summed is None:
            summed = float(stated.value)
            continue
        summed += float(amount.value)
        rows.append(Judged(row, stated, summed, grid.half_unit(amount) * (len(rows) + 2), (amount,)))
    added = sum(abs(float(row.operands[0].value)) for row in rows)
    if summed is None or added < 0.3 * abs(summed):
        return Reading("running", column, (amounts,), ())
    named = grid.says(column, words.CUMULATED)
    return Reading("running", column, (amounts,), tuple(rows) if len(rows) >= 2 else (), named, named)


def _ratio(grid: Grid, column: int, pair: tuple[int, int]) -> Reading:
    rated = (grid.says(column, words.RATE) or grid.says(column, words.SHARE)) and not grid.says(column, words.CHANGE)
    cells = grid.column(column)
    part = [
        (grid.numbers[row, pair[0]].value, grid.numbers[row, pair[1]].value)
        for row in cells
        if (row, pair[0]) in grid.numbers and (row, pair[1]) in grid.numbers
    ]
    two = [other for other in grid.columns if other != column and not grid.percent(other) and grid.column(other)]
    natural = rated and len(two) == 2 and set(two) == set(pair) and all(one <= other for one, other in part)
    if len(cells) == 1:
        natural = natural and grid.says(column, words.SUCCESS)
    return _reading(grid, "ratio", column, pair, _percentage, natural, rated)


def _quotients(grid: Grid, column: int, pair: tuple[int, int]) -> Iterator[Reading]:
    cells = grid.column(column)
    if len({cell.value for cell in cells.values()}) < 3 or sum(len(cell.quote) for cell in cells.values()) < 2 * len(
        cells
    ):
        return
    average = grid.says(column, words.RATIO)
    for kind, function in (("quotient", _quotient), ("product", _product)):
        if kind == "product" and pair[0] > pair[1]:
            continue
        power = _power(grid, column, pair, function)
        if power is not None:
            yield _reading(grid, kind, column, pair, _times(function, 10.0**power), named=average)  # type: ignore[arg-type]


def _power(grid: Grid, column: int, pair: tuple[int, int], function: Function) -> int | None:
    """The power of ten by which units differ: the same in most rows, or none."""
    powers = []
    for row, cell in grid.column(column).items():
        one, other = grid.numbers.get((row, pair[0])), grid.numbers.get((row, pair[1]))
        computed = function(float(one.value), float(other.value)) if one and other else None
        if not computed or not cell.value:
            continue
        ratio = math.log10(abs(float(cell.value) / computed))
        if abs(ratio - round(ratio)) < 0.05:
            powers.append(round(ratio))
    best = max(set(powers), key=powers.count) if powers else None
    return best if best is not None and powers.count(best) * 2 > len(grid.column(column)) else None


def _times(function: Function, factor: float) -> Function:
    def scaled(one: float, other: float) -> float | None:
        value = function(one, other)
        return None if value is None else value * factor

    return scaled


def _difference(before: float, after: float) -> float:
    return after - before


def _drop(before: float, after: float) -> float | None:
    return before - after


def _change(before: float, after: float) -> float | None:
    return (after - before) / before * 100 if before > 0 else None


def _index(before: float, after: float) -> float | None:
    return after / before * 100 if before > 0 else None


def _fall(before: float, after: float) -> float | None:
    return (before - after) / before * 100 if before > 0 else None


def _percentage(part: float, whole: float) -> float | None:
    return part / whole * 100 if whole else None


def _quotient(one: float, other: float) -> float | None:
    return one / other if other else None


def _product(one: float, other: float) -> float | None:
    return one * other


def _reading(
    grid: Grid, kind: Kind, column: int, pair: tuple[int, int], function: Function, natural: bool = False,
    named: bool = False,
) -> Reading:  # fmt: skip
    rows: list[Judged] = []
    cells = grid.column(column)
    wrong, allowed = 0, len(cells) // 2
    for row, stated in cells.items():
        one, other = grid.numbers.get((row, pair[0])), grid.numbers.get((row, pair[1]))
        if one is None or other is None:
            continue
        computed = function(float(one.value), float(other.value))
        if computed is None:
            continue
        judged = _judged(grid, function, row, stated, (one, other), computed)
        if kind == "change" and (stated.points or (one.percent and other.percent)):
            points = _judged(
                grid, _difference, row, stated, (one, other), _difference(float(one.value), float(other.value))
            )
            judged = points if stated.points or points.close else judged
        rows.append(judged)
        wrong += not judged.close
        if wrong > allowed and len(cells) > 1:
            return Reading(kind, column, pair, ())
    return Reading(kind, column, pair, tuple(rows), natural, named)


def _judged(grid: Grid, function: Function, row: int, stated: Cell, pair: tuple[Cell, Cell], computed: float) -> Judged:
    halves = [grid.half_unit(cell) for cell in pair]
    judged = Judged(row, stated, computed, _slack(function, pair, halves, computed), pair)
    if judged.close or all(halves):
        return judged
    wide = _slack(function, pair, [float(cell.unit) / 2 for cell in pair], computed)
    return Judged(row, stated, computed, judged.slack, pair, wide)


def _slack(function: Function, pair: tuple[Cell, Cell], halves: Sequence[float], computed: float) -> float:
    """How far the computed value moves when its operands move by so much."""
    one, other = float(pair[0].value), float(pair[1].value)
    moves = 0.0
    for moved in (function(one + halves[0], other), function(one, other + halves[1])):
        moves += abs(moved - computed) if moved is not None else 0.0
    return moves


def _ordered(grid: Grid, column: int) -> tuple[int, int] | None:
    """The two columns of which a column may be the change: the amounts left of it, the earlier first."""
    amounts = [
        other for other in grid.columns if other != column and grid.column(other) and not grid.says(other, words.CHANGE)
    ]
    plain = [other for other in amounts if not grid.percent(other)]
    amounts = plain if len(plain) >= 2 else amounts
    place = grid.columns.index(column)
    left = [other for other in amounts if grid.columns.index(other) < place]
    two = left[-2:] if len(left) >= 2 else amounts if len(amounts) == 2 else []
    if len(two) < 2:
        return None
    heads = [grid.column_heads.get(each, "") for each in two]
    years = [words.year_of(head) for head in heads]
    before, after = two
    if None not in years and years[0] != years[1]:
        return (before, after) if years[0] < years[1] else (after, before)  # type: ignore[operator]
    last = [words.LAST.search(head) is not None for head in heads]
    if last[0] != last[1]:
        return (before, after) if last[0] else (after, before)
    return (before, after) if len(grid.column(column)) > 1 else None


def _shares(grid: Grid, column: int, amounts: int, totals: Sequence[int]) -> Iterator[Reading]:
    """The column as the share of each amount in the total of its column: the total row's, or the sum."""
    named = grid.says(column, words.SHARE)
    if grid.percent(amounts) and not grid.percent(column):
        return
    cells = grid.column(amounts)
    levels = grid.levels
    top = [row for row in cells if row not in totals and levels.get(row, 0) == 0]
    plain = [row for row in cells if row not in totals]
    wholes: list[dict[int, float]] = []
    for group in ([*top], [*plain]):
        total = sum(float(cells[row].value) for row in group)
        wholes.append(dict.fromkeys(plain, total))
    stated = [row for row in totals if row in cells]
    for row in stated:
        wholes.append(dict.fromkeys(plain, float(cells[row].value)))
    if len(stated) >= 2:
        wholes.append({row: float(cells[near].value) for row in plain if (near := _next(row, stated)) is not None})
    at = grid.columns.index(column) - grid.columns.index(amounts)
    for whole in wholes:
        yield _share(grid, column, amounts, whole, named, named and at == 1)
    least = max((float(cells[row].value) for row in plain), default=0.0)
    for told in grid.told:
        if told >= least:
            yield _share(grid, column, amounts, dict.fromkeys(plain, told), named, False)


def _next(row: int, totals: Sequence[int]) -> int | None:
    return next((total for total in sorted(totals) if total > row), None)


def _share(grid: Grid, column: int, amounts: int, wholes: dict[int, float], named: bool, natural: bool) -> Reading:
    rows: list[Judged] = []
    for row, stated in grid.column(column).items():
        amount, whole = grid.numbers.get((row, amounts)), wholes.get(row)
        if amount is None or not whole or whole <= 0:
            continue
        computed = float(amount.value) / whole * 100
        half = grid.half_unit(amount)
        slack = (half + computed / 100 * half) / whole * 100
        rows.append(Judged(row, stated, computed, slack, (amount,)))
    if len(rows) < 2:
        return Reading("share", column, (amounts,), ())
    return Reading("share", column, (amounts,), tuple(rows), natural, named)
