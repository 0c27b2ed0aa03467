"""A table of the document as numbers: what each cell says, and the words at its edges.

A grid can be turned: its columns are then its rows, so that each rule is written for one direction.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dualtrack.checks.context import Context, Table, once
from dualtrack.checks.languages import language_of, script_of
from dualtrack.checks.tables.cell import Cell, comma_decimals, empty, numbers, scale
from dualtrack.checks.tables.words import MONEY, OF_WHICH, ROUNDED
from dualtrack.model import Passage

_MARK = re.compile(r"(?:[ \t\u00a0\u3000]|&nbsp;)*(?:(?:[-–—−・･└┗├┣∟ㄴ>›»*•◦→]|[|│])[ \t\u00a0\u3000]*)*")
_FIGURE = re.compile(r"(?<![\d.,])\d{1,3}(?:[,.'\u00a0\u202f ]\d{3})+(?!\d)|(?<![\d.,])\d+(?:[.,]\d{1,2})?(?!\d)")
_WORDY = re.compile(r"[^\W\d_]{4}|^[\d.]+ [^\W\d_]")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s")
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
SECOND = 1000
"""Added to the number of a column: the figures in brackets after its own."""


@dataclass(frozen=True, eq=False)
class Grid:
    """Numbers by place, with the heads of the lines they stand in.

    Attributes:
        rows: The rows of the body in order.
        columns: The columns in order.
        numbers: The cells that hold a number, by row and column.
        filled: The places that say something which is no number.
        row_heads: The words at the left, by row.
        column_heads: The words above, by column.
        around: The words before and after the table, in which units and rounding are told.
        listed: Whether it is made of the lines of a list.
        turned: Whether rows and columns have changed places.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    numbers: Mapping[tuple[int, int], Cell]
    filled: frozenset[tuple[int, int]]
    row_heads: Mapping[int, str]
    column_heads: Mapping[int, str]
    around: str = ""
    listed: bool = False
    turned: bool = False
    indents: Mapping[int, int] | None = None

    def turn(self) -> "Grid":
        """The same numbers with rows and columns exchanged."""
        return Grid(
            self.columns, self.rows, {(column, row): cell for (row, column), cell in self.numbers.items()},
            frozenset((column, row) for row, column in self.filled), self.column_heads, self.row_heads, self.around,
            self.listed, not self.turned,
        )  # fmt: skip

    @cached_property
    def start(self) -> int:
        """Where its first number stands."""
        return min((cell.start for cell in self.numbers.values()), default=0)

    @cached_property
    def wording(self) -> object:
        """All that it says, wherever in the document it stands: tables of one wording have the same faults."""
        return (
            self.rows, self.columns, tuple((place, cell.moved(-self.start)) for place, cell in self.numbers.items()),
            self.filled, tuple(self.row_heads.items()), tuple(self.column_heads.items()), self.around, self.listed,
            tuple(self.indents.items()) if self.indents is not None else None,
        )  # fmt: skip

    @cached_property
    def _columns(self) -> dict[int, dict[int, Cell]]:
        return {
            column: {row: cell for row in self.rows if (cell := self.numbers.get((row, column)))}
            for column in self.columns
        }

    def column(self, column: int) -> dict[int, Cell]:
        """The numbers of a column by row."""
        return self._columns[column]

    @cached_property
    def _whole(self) -> bool:
        text = " ".join((*self.column_heads.values(), *self.row_heads.values(), self.around))
        return MONEY.search(text) is None and ROUNDED.search(text) is None

    def counted(self, cell: Cell) -> bool:
        """Whether a cell is a whole count: no decimals, and nothing near it speaks of money or of rounding."""
        return cell.unit == 1 and not cell.percent and self._whole and MONEY.search(cell.tail) is None

    def half_unit(self, cell: Cell) -> float:
        """By how much the true value may differ from a cell: nothing where it counts things."""
        return 0.0 if self.counted(cell) else float(cell.unit) / 2

    @cached_property
    def told(self) -> list[float]:
        """The figures in the words around the table, which may be the wholes of its shares."""
        found = []
        for match in _FIGURE.finditer(self.around):
            text = match.group()
            comma = re.fullmatch(r"\d+,\d{1,2}", text) is not None
            digits = text.replace(",", ".") if comma else re.sub(r"(?<=\d)[,.'\u00a0\u202f ](?=\d{3})", "", text)
            found.append(float(digits) * 10.0 ** scale(self.around[match.end() : match.end() + 1]))
        return [value for value in found if value > 0][:8]

    @cached_property
    def _percents(self) -> frozenset[int]:
        return frozenset(
            column
            for column, cells in self._columns.items()
            if sum(cell.percent for cell in cells.values()) * 2 > len(cells)
            or any(mark in self.column_heads.get(column, "") for mark in "%％")
        )

    def percent(self, column: int) -> bool:
        """Whether most numbers of a column are percentages, by their own signs or the head's."""
        return column in self._percents

    @cached_property
    def _said(self) -> dict[tuple[int, re.Pattern[str]], bool]:
        return {}

    def says(self, column: int, pattern: re.Pattern[str]) -> bool:
        """Whether the head of a column has such words."""
        key = (column, pattern)
        if key not in self._said:
            self._said[key] = pattern.search(self.column_heads.get(column, "")) is not None
        return self._said[key]

    @cached_property
    def levels(self) -> dict[int, int]:
        """How deep each row lies under the one above: by dashes, blanks, numbering and 'of which'."""
        heads = [self.row_heads.get(row, "") for row in self.rows]
        if self.indents is not None:
            depths = [self.indents.get(row, 0) for row in self.rows]
        else:
            depths = [len(_MARK.match(head).group().replace("&nbsp;", " ")) for head in heads]  # type: ignore[union-attr]
        numbered = [_NUMBERED.match(head) for head in heads]
        if sum(found is not None for found in numbered) >= 2:
            depths = [
                found[1].count(".") + 1 if found else depth for found, depth in zip(numbered, depths, strict=True)
            ]
        if depths and min(depths) > 0:
            depths = [depth - min(depths) for depth in depths]
        return {
            row: max(depth, 1) if OF_WHICH.search(head) else depth
            for row, depth, head in zip(self.rows, depths, heads, strict=True)
        }


@once
def main_language(context: Context) -> str:
    """The language of a document, told from its beginning where nobody gave it."""
    return context.document.language or language_of(context.flat[:4000])


@once
def grids(context: Context) -> list[Grid]:
    """The tables of a document as numbers."""
    return [grid for table in context.tables if (grid := _Reader(context, table).grid())]


class _Reader:
    """Reads one table of the document."""

    def __init__(self, context: Context, table: Table) -> None:
        self.context = context
        self.cells = table.cells
        self.rows = table.rows
        self.columns = table.columns

    @cached_property
    def comma(self) -> bool:
        first = next(iter(self.cells.values()))
        language = first.language or main_language(self.context)
        texts = [cell.text for cell in self.cells.values() if not cell.head]
        return comma_decimals([text for text in texts if not _WORDY.search(text)], language)

    @cached_property
    def upward(self) -> bool:
        """Whether a full triangle points up instead of standing for minus, as in Japanese and Korean accounts."""
        texts = "".join(cell.text for cell in self.cells.values())
        if "▲" not in texts:
            return False
        start = min(cell.start for cell in self.cells.values())
        return "▼" in texts or script_of(self.context.flat[max(0, start - 400) : start] + texts) == "latin"

    def grid(self) -> Grid | None:
        """The grid; None where the table has hardly any number."""
        read = {
            place: found
            for place, passage in self.cells.items()
            if not passage.head
            and any(char.isdigit() for char in passage.text)
            and (found := numbers(passage.text, passage.start, self.comma))
        }
        if self.upward:
            read = {place: (_raised(pair[0]), pair[1]) for place, pair in read.items()}
        labels = self._labels(read)
        read = {place: found for place, found in read.items() if place[1] not in labels}
        if len(read) < 2:
            return None
        first = min(row for row, _ in read)
        head_rows = [row for row in self.rows if row < first or self._years(row, read)]
        body = [row for row in self.rows if row not in head_rows]
        cells = {place: pair[0] for place, pair in read.items() if place[0] in body}
        seconds = {
            (row, column + SECOND): pair[1]
            for (row, column), pair in read.items()
            if pair[1] is not None and row in body
        }
        if len(seconds) < 2:
            seconds = {}
        columns: list[int] = []
        for column in self.columns:
            columns += [column] + ([column + SECOND] if any(at == column + SECOND for _, at in seconds) else [])
        heads = {column: self._column_head(column % SECOND, body, head_rows) for column in columns}
        for column in columns:
            if column > SECOND:
                inner = _BRACKETS.search(heads[column])
                heads[column - SECOND] = _BRACKETS.sub("", heads[column - SECOND])
                heads[column] = inner[1] if inner else ""
        start = min(cell.start for cell in self.cells.values())
        end = max(cell.end for cell in self.cells.values())
        return Grid(
            tuple(body), tuple(column for column in columns if column not in labels), _scaled(cells) | seconds,
            frozenset(
                (row, column)
                for (row, column), passage in self.cells.items()
                if (row, column) not in cells and row in body and column not in labels and not empty(passage.text)
            ),
            {row: self._row_head(row, labels) for row in body}, heads,
            self.context.flat[max(0, start - 240) : start] + "\n" + self.context.flat[end : end + 300],
        )  # fmt: skip

    def _labels(self, read: Mapping[tuple[int, int], tuple[Cell, Cell | None]]) -> set[int]:
        """The columns of labels: the first, and any of words or running numbers before the first of figures."""
        found: set[int] = set()
        for index, column in enumerate(self.columns):
            texts = [self.cells[row, column] for row in self.rows if (row, column) in self.cells]
            body = [cell for cell in texts if not cell.head]
            figures = [cell for cell in body if (cell.row, column) in read]
            if index == 0:
                if (
                    len(figures) < len(body)
                    or not body
                    or _running([read[cell.row or 0, column][0] for cell in figures])
                ):
                    found.add(column)
                    continue
                break
            if len(figures) * 3 < len(body) and not any(other not in found for other in self.columns[:index]):
                found.add(column)
            else:
                break
        return found

    def _years(self, row: int, read: Mapping[tuple[int, int], tuple[Cell, Cell | None]]) -> bool:
        """Whether a row holds years alone: a second row of heads."""
        cells = [pair[0] for (at, _), pair in read.items() if at == row]
        return len(cells) >= 2 and all(
            cell.unit == 1 and 1950 <= cell.value <= 2100 and re.fullmatch(r"\d{4}", cell.quote) for cell in cells
        )

    def _column_head(self, column: int, body: Sequence[int], head_rows: Sequence[int]) -> str:
        for row in body:
            cell = self.cells.get((row, column))
            if cell is not None and cell.column_heads:
                return " ".join(cell.column_heads)
        return " ".join(self.cells[row, column].text for row in head_rows if (row, column) in self.cells)

    def _row_head(self, row: int, labels: set[int]) -> str:
        words = [self.cells[row, column] for column in sorted(labels) if (row, column) in self.cells]
        if words:
            return " ".join(self._indented(cell) for cell in words)
        return next((cell.row_head for (at, _), cell in self.cells.items() if at == row and cell.row_head), "")

    def _indented(self, cell: Passage) -> str:
        """The words of a cell with the blanks before them, which some writers indent by."""
        text = self.context.flat
        start = cell.start
        while start > 0 and text[start - 1] in "\u3000\u00a0":
            start -= 1
        return text[start : cell.end]


def _raised(cell: Cell) -> Cell:
    return replace(cell, value=abs(cell.value)) if cell.quote.startswith("▲") else cell


def _running(cells: Sequence[Cell]) -> bool:
    """Whether the figures of a column only name its rows: years, or 1, 2, 3."""
    values = [cell.value for cell in cells]
    years = all(1950 <= value <= 2100 and cell.unit == 1 for value, cell in zip(values, cells, strict=True))
    return years or (len(values) >= 2 and values == [values[0] + step for step in range(len(values))])


def _scaled(cells: Mapping[tuple[int, int], Cell]) -> dict[tuple[int, int], Cell]:
    """The cells with words of scale multiplied out, where a table uses several: 1,2 Mrd. € beside 850 Mio. €."""
    powers = {place: scale(cell.tail) for place, cell in cells.items()}
    if len({power for power in powers.values() if power}) < 2:
        return dict(cells)
    return {
        place: replace(cell, value=cell.value.scaleb(powers[place]), unit=cell.unit.scaleb(powers[place]))
        for place, cell in cells.items()
    }
