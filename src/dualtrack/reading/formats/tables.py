"""Tables: XLSX workbooks with a sheet as a page, CSV and TSV."""

import csv
import datetime
import io
import math
import re
import zipfile
import zlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from dualtrack.reading.builder import Builder
from dualtrack.reading.charset import decode
from dualtrack.reading.errors import ReadingError
from dualtrack.reading.grid import MOST_CELLS, Cell, add_table
from dualtrack.reading.ooxml import core_facts, looks_like, open_package
from dualtrack.reading.registry import reads

_MOST_COLUMNS = 2_000
_UNCOMPUTED = re.compile(rb"<f(?:\s[^<>]*)?>[^<]*</f>(?:<v\s?/>|<v></v>|</c>)")
_CURRENCY = re.compile(r'\[\$([^\]-]{1,4})[^\]]*\]|"?([$€£¥￥₩]|(?:[A-Z]{3}))"?')
_LITERAL = re.compile(r'"([^"]{1,20})"')


@reads("text/csv", ".csv", isolated=False)
def read_csv(data: bytes, builder: Builder) -> None:
    """Read comma-, semicolon-, bar- or tab-separated values."""
    _read_separated(data, builder, "")


@reads("text/tab-separated-values", ".tsv", ".tab", isolated=False)
def read_tsv(data: bytes, builder: Builder) -> None:
    """Read tab-separated values."""
    _read_separated(data, builder, "\t")


def _read_separated(data: bytes, builder: Builder, separator: str) -> None:
    text, encoding = decode(data)
    if encoding != "utf-8":
        builder.signal(f"the text was read as {encoding}")
    csv.field_size_limit(10_000_000)
    rows = csv.reader(io.StringIO(text), delimiter=separator or _separator(text[:20_000]))
    try:
        add_table(builder, _cells(rows))
    except csv.Error as error:
        raise ReadingError(
            "The table is damaged", mend="Save it again as CSV.", line=rows.line_num, reason=str(error)
        ) from None


def _cells(rows: Iterator[list[str]]) -> Iterator[Cell]:
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            yield Cell(number, column, text)


def _separator(text: str) -> str:
    """The separator that parts most lines into the same number of cells."""
    lines = [line for line in text.split("\n")[:50] if line.strip()][:-1] or [text]
    scores = {}
    for separator in (",", "\t", ";", "|"):
        counts = [_outside_quotes(line).count(separator) for line in lines]
        usual = max(set(counts), key=lambda count: (counts.count(count) if count else 0, count))
        scores[separator] = (counts.count(usual) if usual else 0, usual)
    return max(scores, key=lambda separator: scores[separator])


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line) if '"' in line else line


@reads(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsx", ".xlsm",
    looks=looks_like(b"xl/workbook.xml"),
)  # fmt: skip
def read_xlsx(data: bytes, builder: Builder) -> None:
    """Read a workbook: each sheet is a page, each cell a passage; numbers keep all their digits."""
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    with open_package(data, builder.limits) as package:
        core_facts(package, builder)
        _tell_formulas(package, builder)
        small = sum(part.file_size for part in package.infolist() if "worksheets/" in part.filename) < 20_000_000
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=not small, data_only=True)
    except (InvalidFileException, KeyError, ValueError, TypeError, OSError) as error:
        raise ReadingError("The workbook is damaged", mend="Fetch it again.", reason=str(error)[:200]) from None
    sheets = list(book.worksheets)
    builder.facts["pages"] = len(sheets)
    for number, sheet in enumerate(sheets, 1):
        if number > builder.limits.pages or builder.late:
            builder.signal(f"sheets from '{sheet.title}' on were left out")
            break
        builder.page = number
        builder.reset_headings()
        builder.heading(sheet.title, 1)
        if sheet.sheet_state != "visible":
            builder.signal(f"the hidden sheet '{sheet.title}' was read as well")
        add_table(builder, _sheet_cells(sheet, builder))
    book.close()


def _tell_formulas(package: zipfile.ZipFile, builder: Builder) -> None:
    """Say how many formulas were never computed: their cells have no value to read."""
    sheets = [p for p in package.infolist() if "worksheets/sheet" in p.filename and p.file_size < 20_000_000]
    try:
        count = sum(len(_UNCOMPUTED.findall(package.read(sheet))) for sheet in sheets)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise ReadingError("The workbook is damaged", mend="Fetch it again.", reason=str(error)[:200]) from None
    if count:
        builder.signal(f"{count:,} cells hold formulas with no stored result and were left out")


def _sheet_cells(sheet: Any, builder: Builder) -> Iterator[Cell]:
    merged = getattr(sheet, "merged_cells", None)
    spans = {(area.min_row, area.min_col): area for area in (merged.ranges if merged else ())}
    count = 0
    for row in sheet.iter_rows():
        if builder.late or count > MOST_CELLS:
            builder.signal(f"rows of the sheet '{sheet.title}' were left out")
            return
        for cell in row[:_MOST_COLUMNS]:
            if cell.value is None:
                continue
            count += 1
            area = spans.get((cell.row, cell.column))
            yield Cell(
                cell.row,
                cell.column,
                shown(cell.value, cell.number_format or ""),
                area.max_row - area.min_row + 1 if area else 1,
                area.max_col - area.min_col + 1 if area else 1,
            )


def shown(value: object, number_format: str) -> str:
    """A cell's value as text: all its digits, with the signs that its number format adds.

    Percent formats show hundredths with ``%``, formats with thousands or a currency add them, dates are ISO 8601.
    Nothing is rounded beyond the fifteen digits that a workbook stores.
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time(0)
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, number_format.split(";", maxsplit=1)[0])
    return str(value)


def _number(value: int | float, number_format: str) -> str:
    if not math.isfinite(value):
        return str(value)
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    bare = _LITERAL.sub("", number_format)
    percent = "%" in bare
    text = f"{exact * 100 if percent else exact:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if "," in bare and "#,#" in bare:
        whole, point, rest = text.partition(".")
        text = f"{int(whole or 0):,}" + point + rest if whole not in ("-0", "") else text
    if percent:
        return text + "%"
    found = _CURRENCY.search(number_format)
    sign = (found[1] or found[2] or "") if found else ""
    if sign and found is not None:
        digits = re.search(r"[0#]", number_format)
        return f"{text} {sign}" if digits and found.start() > digits.start() else f"{sign}{text}"
    return text + "".join(_LITERAL.findall(number_format)) if _LITERAL.search(number_format) else text
