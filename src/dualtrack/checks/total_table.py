"""Totals of tables: does the row or column called total hold the sum of the others?"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.grid import Cell, Grid, empty, grids
from dualtrack.checks.rule import rule
from dualtrack.checks.written import shown
from dualtrack.model import Text

_TOTAL = re.compile(
    r"\W*(?:(?:grand |sub-?|overall |sous-)?totals?|合\s*計|総\s*計|総\s*額|小\s*計|計|合计|总计|总额|小计|합\s*계|"
    r"총\s*계|총액|소\s*계|계|Summe|"
    r"Gesamt(?:summe|betrag)?|Insgesamt|Zwischensumme|total général|ensemble|sum|all)\b"
    r"(?:\W*(?:\(.*\)|額|budget|amount|funding|cost|general|:|：))*\W*",
    re.IGNORECASE,
)
_SUBTOTAL = re.compile(r"sub-?total|小\s*計|小计|소\s*계|Zwischensumme|sous-total", re.IGNORECASE)
_OF_WHICH = re.compile(r"^\W*(?:of which|うち|内数|davon|dont|其中|그중|incl)|再掲|\(うち", re.IGNORECASE)
_NO_SUM = re.compile(
    r"%|％|率|割合|比|平均|average|mean|median|rank|順位|share|ratio|rate|per |Anteil|Quote|Durchschnitt|moyenne|"
    r"taux|part|비율|"
    r"평균|순위|증감률|占|名次|年|year|Jahr|index|指数|No\b|番号|伸び",
    re.IGNORECASE,
)


@rule(
    "DT203",
    family="sum",
    severity="error",
    title=Text(ja="表の計が合わない", en="A total in a table is not the sum"),
    explanation=Text(
        ja="「計」「合計」「Total」の行・列を、他の行・列の和と比べる。小計、「うち」の行、率や平均の列は外し、"
        "どの読み方でも合わないときだけ指摘する。丸めの差は注記。",
        en="Compares the row or column called total with the sum of the others. Subtotals, 'of which' rows, rates "
        "and averages are understood, and it "
        "speaks only where no reading fits. Differences by rounding are notes.",
    ),
    wrong=Text(
        ja="| 分野 | 予算(億円) |\n|---|---|\n| AI | 50 |\n| 量子 | 40 |\n| 計 | 100 |",
        en="| Field | Budget |\n|---|---|\n| AI | 50 |\n| Quantum | 40 |\n| Total | 100 |",
    ),
    right=Text(
        ja="| 分野 | 予算(億円) |\n|---|---|\n| AI | 50 |\n| 量子 | 40 |\n| 計 | 90 |",
        en="| Field | Budget |\n|---|---|\n| AI | 50 |\n| Quantum | 40 |\n| Total | 90 |",
    ),
)
def totals(context: Context) -> Iterator[Finding]:
    """Total rows and columns."""
    for grid in grids(context):
        for row in grid.body:
            head = grid.row_head(row)
            if head and _TOTAL.fullmatch(head):
                yield from _row(context, grid, row)
        for column in grid.table.columns:
            head = grid.column_head(column)
            if head and _TOTAL.fullmatch(head):
                yield from _column(context, grid, column)


def _row(context: Context, grid: Grid, row: int) -> Iterator[Finding]:
    above = [other for other in grid.body if other < row]
    below = [other for other in grid.body if other > row]
    side = above if above else below
    for column in grid.table.columns:
        total = grid.numbers.get((row, column))
        if (
            total is None
            or total.percent
            or (_no_sum(grid.column_head(column)) and not _TOTAL.fullmatch(grid.column_head(column)))
        ):
            continue
        rows = [other for other in side if not empty(grid.table.cells.get((other, column)))]
        if any((other, column) not in grid.numbers for other in rows) or len(rows) < 2:
            continue
        yield from _judge(context, total, list(_row_readings(grid, rows, column)))


def _row_readings(grid: Grid, rows: list[int], column: int) -> Iterator[list[Cell]]:
    """The rows that a total may add up: all, without 'of which', without or only subtotals, since the last one."""
    heads = {row: grid.row_head(row) for row in rows}
    plain = [row for row in rows if not _OF_WHICH.search(heads[row])]
    leaves = [row for row in plain if not _TOTAL.fullmatch(heads[row])]
    yield [grid.numbers[row, column] for row in leaves]
    yield [grid.numbers[row, column] for row in rows]
    yield [grid.numbers[row, column] for row in plain]
    sums = [row for row in plain if _TOTAL.fullmatch(heads[row])]
    if sums:
        yield [grid.numbers[row, column] for row in sums]
        yield [grid.numbers[row, column] for row in leaves if row > max(sums)]
        yield [grid.numbers[row, column] for row in plain if row >= max(sums)]


def _column(context: Context, grid: Grid, column: int) -> Iterator[Finding]:
    columns = [other for other in grid.table.columns if other != column]
    for row in grid.body:
        total = grid.numbers.get((row, column))
        if total is None or total.percent or _no_sum(grid.row_head(row)):
            continue
        kept = [other for other in columns if (row, other) in grid.numbers and not _no_sum(grid.column_head(other))]
        years = [other for other in kept if re.search(r"(?:19|20)\d\d|年|FY", grid.column_head(other))]
        before = [other for other in kept if other < column]
        readings = [[grid.numbers[row, other] for other in some] for some in (kept, before) if len(some) >= 2]
        if readings and not any(cell.percent for cell in readings[0]) and (not years or len(years) == len(kept)):
            yield from _judge(context, total, readings)


_A_YEAR = re.compile(
    r"(?:FY\s?)?(?:19|20)\d\d(?:/\d\d)?\s?(?:年度?|년도?)?|(?:令和|平成|R|H)\s?(?:\d{1,2}|元)\s?年度?|"
    r"前年度?|今年度?|本年度?|昨年度?|当年度|翌年度|지난해|올해|\b(?:last|this|previous|next) year\b|Vorjahr",
    re.IGNORECASE,
)


def _no_sum(head: str) -> bool:
    """Whether a head says that what it heads is not added up; the name of a year says nothing of the kind."""
    return _NO_SUM.search(_A_YEAR.sub("", head)) is not None


def _judge(context: Context, total: Cell, readings: list[list[Cell]]) -> Iterator[Finding]:
    readings = [cells for cells in readings if len(cells) >= 2 and not any(cell.percent for cell in cells)]
    if not readings:
        return
    rounded: bool | None = None
    for cells in readings:
        summed = sum((cell.value for cell in cells), Decimal(0))
        slack = sum((cell.unit for cell in cells), total.unit) / 2
        if summed == total.value or (
            any(cell.unit < total.unit for cell in cells) and abs(summed - total.value) <= total.unit / 2
        ):
            return
        if abs(summed - total.value) <= slack and not _counts(total, cells):
            rounded = True
    first = readings[0]
    summed = sum((cell.value for cell in first), Decimal(0))
    right = shown(summed, 3)
    yield context.finding(
        total.start, total.end,
        f"表の計{total.quote}は和{right}と" + ("丸めの差がある" if rounded else "合わない"),
        f"The total {total.quote} is not the sum {right}" + (" (only by rounding)" if rounded else ""),
        stated=total.quote, computed=right, reason=" + ".join(cell.quote.strip() for cell in first) + f" = {right}",
        severity="note" if rounded else None,
    )  # fmt: skip


def _counts(total: Cell, cells: list[Cell]) -> bool:
    """Whether the cells are small whole numbers, where off by one is no rounding."""
    return (
        all(cell.unit == 1 for cell in (total, *cells))
        and re.search(r"人|名|件|社|校|機関|명|건", total.tail + cells[0].tail) is not None
    )
