"""A table of the document as numbers: what each cell says, in the unit of its heads."""

import re
from dataclasses import dataclass
from decimal import Decimal

from dualtrack.checks.context import Context, Table, language_of
from dualtrack.extraction import Quantity
from dualtrack.model import Passage

_NUMBER = re.compile(
    r"[+\-−–△▲]?\s?(?:[$€£¥￥₩]|US\$)?\s?\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|[+\-−–△▲]?\s?(?:[$€£¥￥₩]|"
    r"US\$)?\s?\d+(?:\.\d+)?"
)
_COMMA_NUMBER = re.compile(
    r"[+\-−–△▲]?\s?(?:[$€£¥￥₩]|US\$)?\s?(?:\d{1,3}(?:[.\u0020\u00a0\u202f]\d{3})+|\d+)(?:,\d+)?(?![.,]?\d)"
)
"""As German and French write them: 1.234,5 and 1 234,5."""
_EMPTY = re.compile(r"[\s\-–—―ー−…*]*|皆増|皆減|n/?a", re.IGNORECASE)
_TAIL = re.compile(
    r"\s?(?:%|％|ポイント|pp|pt|円|億円?|百万円|千円|万円|兆円|ドル|人|名|件|社|機関|カ国|か国|校|箇所|個|명|건|개|"
    r"억 ?원|원|[BMKbmk]n?|million|billion|"
    r"thousand|Mio\.?|Mrd\.?|€|EUR|USD|\$|M€)*\s?[*※†)]*\d?"
)
_NEGATIVE = re.compile(r"[\-−–△▲]|^\(.*\)$")
MONEY_UNITS = re.compile(r"[BMK]n?$|million|billion|億|百万|千|万|兆|억|Mio|Mrd")


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table.

    Attributes:
        passage: The cell.
        value: Its number, signed.
        unit: One unit in its last written digit.
        percent: Whether it is a percentage.
        tail: The words after the number.
        start: Offset of the number in the document.
        end: Offset after it.
    """

    passage: Passage
    value: Decimal
    unit: Decimal
    percent: bool
    tail: str
    start: int
    end: int

    @property
    def quote(self) -> str:
        """The number as written."""
        return self.passage.text[self.start - self.passage.start : self.end - self.passage.start]

    def quantity(self) -> Quantity:
        """The number as a value, its sign left out."""
        kind = "percentage" if self.percent else "money"
        return Quantity(kind, self.start, self.end, self.quote, abs(self.value), precision=self.unit)  # type: ignore[arg-type]


def number(passage: Passage, comma: bool = False) -> Cell | None:
    """The number of a cell that holds one and nothing else but its unit; None for words, two numbers, years.

    Args:
        passage: The cell.
        comma: Whether the comma parts the decimals, as in German and French.
    """
    text = passage.text.strip().strip("*_ ")
    inner = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    found = (_COMMA_NUMBER if comma and not _ENGLISH.search(inner) else _NUMBER).match(inner)
    if found is None or not _TAIL.fullmatch(inner, found.end()):
        return None
    written = found.group().replace(".", "").replace(",", ".") if found.re is _COMMA_NUMBER else found.group()
    digits = re.sub(r"[^\d.]", "", written)
    if not digits or digits == ".":
        return None
    value = Decimal(digits)
    exponent = value.as_tuple().exponent
    unit = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
    negative = _NEGATIVE.match(found.group().strip()) is not None or (
        inner is not text and not inner.endswith(("%", "％"))
    )
    start = passage.start + passage.text.find(found.group())
    return Cell(
        passage,
        -value if negative else value,
        unit,
        "%" in inner or "％" in inner,
        inner[found.end() :].strip(),
        start,
        start + len(found.group()),
    )


def empty(passage: Passage | None) -> bool:
    """Whether a cell says nothing."""
    return passage is None or _EMPTY.fullmatch(passage.text) is not None


_ENGLISH = re.compile(r"\d,\d{3}(?:[,.]|\D|$)|\d\.\d{1,2}(?!\d)")
"""A cell that can only be meant the English way, whatever the language around it."""
_DECIMAL_COMMA = re.compile(r"\d,\d{1,2}(?!\d)|\d[\u0020\u00a0\u202f]\d{3}|\d\.\d{3}\.\d{3}")


def _comma(context: Context, table: Table) -> bool:
    """Whether a table parts decimals with a comma: the language does, and no cell says otherwise."""
    texts = [passage.text for passage in table.cells.values() if not passage.head]
    if any(_ENGLISH.search(text) for text in texts):
        return False
    first = next(iter(table.cells.values()))
    language = first.language or context.document.language or language_of(context.flat[:4000])
    return language in ("de", "fr") or any(_DECIMAL_COMMA.search(text) for text in texts)


class Grid:
    """A table with its numbers and the words at its edges."""

    def __init__(self, context: Context, table: Table) -> None:
        self.table = table
        comma = _comma(context, table)
        self.numbers = {
            place: cell
            for place, passage in table.cells.items()
            if not passage.head and (cell := number(passage, comma))
        }
        heads = [
            row
            for row in table.rows
            if not any((row, column) in self.numbers for column in table.columns) or self._is_head(row)
        ]
        self.head_rows = [row for row in heads if row <= (min((r for r, _ in self.numbers), default=0))]
        self.body = [row for row in table.rows if row not in self.head_rows]
        self.context = context

    def _is_head(self, row: int) -> bool:
        cells = self.table.row(row)
        return bool(cells) and all(cell.head or cell.column == min(self.table.columns) for cell in cells)

    def column_head(self, column: int) -> str:
        """The words above a column, outermost first."""
        for row in self.body:
            cell = self.table.cells.get((row, column))
            if cell is not None and cell.column_heads:
                return " ".join(cell.column_heads)
        return " ".join(
            self.table.cells[row, column].text for row in self.head_rows if (row, column) in self.table.cells
        )

    def row_head(self, row: int) -> str:
        """The words at the left of a row."""
        for cell in self.table.row(row):
            if cell.row_head:
                return cell.row_head
            if (row, cell.column) not in self.numbers and not empty(cell):
                return cell.text
            if (row, cell.column) in self.numbers:
                break
        return ""

    def column(self, column: int) -> dict[int, Cell]:
        """The numbers of a column by row."""
        return {row: self.numbers[row, column] for row in self.body if (row, column) in self.numbers}


def grids(context: Context) -> list[Grid]:
    """The tables of a document as numbers; computed once a run."""
    found: list[Grid] | None = getattr(context, "_grids", None)
    if found is None:
        found = [Grid(context, table) for table in context.tables]
        context._grids = found  # type: ignore[attr-defined]
    return found
