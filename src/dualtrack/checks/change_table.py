"""Changes in tables: does the column of changes follow from the two columns beside it?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.grid import Cell, Grid, grids
from dualtrack.checks.rule import rule
from dualtrack.checks.written import HUNDRED, Interval, Verdict, interval, judge, shown
from dualtrack.extraction import Quantity
from dualtrack.model import Text

_CHANGE = re.compile(
    r"change|growth|increase|differ|diff\b|Δ|delta|variation|évolution|écart|Veränderung|Änderung|Differenz|Wachstum|"
    r"増減|増加|減少|伸び|前年度?比|前年度?差|対前年|"
    r"変化|증감|증가율|전년 ?대비|변화|变化|增长|增减|同比|vs\.? ?(?:FY|20)",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|％|率|percent|per cent|rate|Prozent|taux|율|比|비율", re.IGNORECASE)
_AMOUNT = re.compile(r"額|差|amount|differ|absolute|금액|액|Betrag|Differenz|montant|écart", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d|令和\s?(\d+|元)|平成\s?(\d+|元)|R(\d)")
_LAST = re.compile(
    r"last year|previous|prior|enacted|前年|昨年|前期|Vorjahr|précédent|전년|지난해|上年|去年|before", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Row:
    before: Cell
    after: Cell
    stated: Cell


@rule(
    "DT106",
    family="change",
    severity="error",
    title=Text(ja="表の増減が前後の列と合わない", en="A change in a table does not follow from its row"),
    explanation=Text(
        ja="「前年度・今年度・増減」のような列の組で増減額・増減率を計算し直す。"
        "表の半分以上の行が合わないときは列の読み違いとみて何も言わない。",
        en="Recomputes the column of changes from the two columns it belongs to. Where half of the rows disagree the "
        "columns were misread, and it says nothing.",
    ),
    wrong=Text(
        ja="| 機関 | 2024年度 | 2025年度 | 増減率 |\n|---|---|---|---|\n| A | 100 | 120 | 20% |\n| B | 200 | 150 | "
        "-25% |\n| "
        "C | 50 | 60 | 40% |",
        en="| Body | 2024 | 2025 | Change |\n|---|---|---|---|\n| A | 100 | 120 | 20% |\n| B | 200 | 150 | -25% |\n| "
        "C | 50 | 60 | 40% |",
    ),
    right=Text(
        ja="| 機関 | 2024年度 | 2025年度 | 増減率 |\n|---|---|---|---|\n| A | 100 | 120 | 20% |\n| B | 200 | 150 | "
        "-25% |\n| "
        "C | 50 | 60 | 20% |",
        en="| Body | 2024 | 2025 | Change |\n|---|---|---|---|\n| A | 100 | 120 | 20% |\n| B | 200 | 150 | -25% |\n| "
        "C | 50 | 60 | 20% |",
    ),
)
def rows(context: Context) -> Iterator[Finding]:
    """Columns of changes."""
    for grid in grids(context):
        for column in grid.table.columns:
            if _CHANGE.search(grid.column_head(column)):
                yield from _column(context, grid, column)


def _column(context: Context, grid: Grid, column: int) -> Iterator[Finding]:
    found = [row for row in (_operands(grid, number, column) for number in grid.body) if row is not None]
    head = grid.column_head(column)
    best: list[tuple[_Row, Verdict, Decimal]] | None = None
    for flipped in (False, True):
        if flipped and _ordered(grid, column):
            break
        judged = [(row, *_judge(_flip(row) if flipped else row, head)) for row in found]
        if best is None or _wrong(judged) < _wrong(best):
            best = judged
    if not best or (_wrong(best) * 2 > len(best) and len(best) > 1) or (len(best) == 1 and not _ordered(grid, column)):
        return
    for row, verdict, computed in best:
        if verdict is Verdict.RIGHT:
            continue
        percent = _is_percent(row.stated, head)
        right = f"{shown(computed, 2)}{'%' if percent else ''}"
        rounded = verdict is Verdict.ROUNDED
        yield context.finding(
            row.stated.start,
            row.stated.end,
            f"{row.before.quote}と{row.after.quote}からは{right}で、{row.stated.quote}"
            + ("とは丸めの差がある" if rounded else "ではない"),
            f"{row.before.quote} and {row.after.quote} give {right}"
            + (f"; {row.stated.quote} differs only by rounding" if rounded else f", not {row.stated.quote}"),
            stated=row.stated.quote,
            computed=right,
            reason=f"row '{grid.row_head(row.stated.passage.row or 0)}', column '{head}'",
            severity="note" if rounded else None,
        )


def _wrong(judged: list[tuple[_Row, Verdict, Decimal]]) -> int:
    return sum(verdict is Verdict.WRONG for _, verdict, _ in judged)


def _amount_columns(grid: Grid, column: int) -> list[int]:
    """The two columns of amounts that a column of changes belongs to."""
    plain = [
        other
        for other in grid.table.columns
        if other != column
        and grid.column(other)
        and not _CHANGE.search(grid.column_head(other))
        and not all(cell.percent for cell in grid.column(other).values())
    ]
    left = [other for other in plain if other < column]
    if len(left) >= 2:
        return left[-2:]
    return plain if len(plain) == 2 else []


def _operands(grid: Grid, row: int, column: int) -> _Row | None:
    columns = _amount_columns(grid, column)
    cells = [grid.numbers.get((row, other)) for other in (*columns, column)]
    if len(cells) != 3 or any(cell is None for cell in cells):
        return None
    one, other, stated = cells
    assert one and other and stated
    years = [_year(grid.column_head(each)) for each in columns]
    if (None not in years and years[0] > years[1]) or _LAST.search(grid.column_head(columns[1])):  # type: ignore[operator]
        one, other = other, one
    return _Row(one, other, stated) if one.value > 0 else None


def _ordered(grid: Grid, column: int) -> bool:
    """Whether the heads say which of the two columns is the earlier."""
    columns = _amount_columns(grid, column)
    years = {_year(grid.column_head(each)) for each in columns}
    return (None not in years and len(years) == 2) or any(_LAST.search(grid.column_head(each)) for each in columns)


def _year(head: str) -> int | None:
    found = _YEAR.search(head)
    if found is None:
        return None
    digits = re.sub(r"\D", "", found.group()) or "1"
    return int(digits)


def _flip(row: _Row) -> _Row:
    return _Row(row.after, row.before, row.stated) if row.after.value > 0 else row


def _is_percent(stated: Cell, head: str) -> bool:
    return stated.percent or (_PERCENT.search(head) is not None)


def _judge(row: _Row, head: str) -> tuple[Verdict, Decimal]:
    before, after, stated = row.before, row.after, row.stated
    gap = after.value - before.value
    quantity = stated.quantity()
    if not _is_percent(stated, head):
        spread = _spread(after) - _spread(before)
        verdict = _signed(quantity, stated, gap, spread)
        if verdict is Verdict.WRONG and not before.percent and not _AMOUNT.search(head):
            verdict = _signed(quantity, stated, gap / before.value * HUNDRED, _relative(before, after))
        return verdict, gap
    computed = gap / before.value * HUNDRED
    verdict = _signed(quantity, stated, computed, _relative(before, after))
    ratio = interval(after.quantity()).over(interval(before.quantity()))
    if verdict is Verdict.WRONG and ratio is not None and stated.value > 0:
        verdict = judge(quantity, after.value / before.value * HUNDRED, ratio.scaled(HUNDRED))
    if verdict is Verdict.WRONG and before.percent:
        verdict = _signed(quantity, stated, gap, _spread(after) - _spread(before))
    return verdict, computed


def _spread(cell: Cell) -> Interval:
    return Interval(cell.value - cell.unit / 2, cell.value + cell.unit / 2)


def _relative(before: Cell, after: Cell) -> Interval:
    ratio = interval(after.quantity()).over(interval(before.quantity()))
    if ratio is None:
        return Interval(-(Decimal(10) ** 9), Decimal(10) ** 9)
    return Interval((ratio.low - 1) * HUNDRED, (ratio.high - 1) * HUNDRED)


def _signed(quantity: Quantity, stated: Cell, computed: Decimal, allowed: Interval) -> Verdict:
    if stated.value * computed < 0 and abs(computed) > stated.unit and allowed.low * allowed.high > 0:
        return Verdict.WRONG
    return judge(quantity, abs(computed), allowed if computed >= 0 else -allowed)
