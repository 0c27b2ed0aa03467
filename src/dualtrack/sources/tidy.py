"""What tidy sources have in common: rows out of delimited files and workbooks, and cells cleaned of their dirt."""

import csv
import gzip
import html
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import quote, urlsplit

from dualtrack.errors import BadInputError

_DELIMITERS = "|\t;,"
_LARGEST_FIELD = 10_000_000
_BREAK = re.compile(r"<\s*(?:br|/p|/li)\s*/?\s*>", re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_SPACES = re.compile(r"[ \t\u00a0]+")
_LINES = re.compile(r"\s*\n\s*")
_STRAY_SEMICOLON = re.compile(r"(?<=&)(\w+);")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"¬]+", re.I)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/:?#]\S*)?", re.ASCII)


def rows(path: Path) -> Iterator[list[str]]:
    """The rows of a delimited file (also gzipped) or of a workbook's first sheet; blank rows are left out.

    The delimiter is the one that the first row has most of. Text is UTF-8, with or without a byte order mark, else
    Windows-1252.

    Raises:
        BadInputError: It cannot be opened, or is no table.
    """
    if path.suffix.lower() == ".xlsx":
        yield from _workbook(path)
        return
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as file:
            data = file.read()
    except (OSError, EOFError) as error:
        raise BadInputError("The file cannot be opened", mend="Check its name.", file=path, reason=error) from None
    yield from _delimited(_decoded(data), path)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimited(content: str, path: Path) -> list[list[str]]:
    head = content.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    if delimiter not in head:
        raise BadInputError("The file is no table", mend="Give the file as the publisher offers it.", file=path)
    csv.field_size_limit(_LARGEST_FIELD)
    found = _parsed(content, delimiter, csv.QUOTE_MINIMAL)
    if f'{delimiter}"' in content or '\n"' in content:
        bare = _parsed(content, delimiter, csv.QUOTE_NONE)  # a stray quote swallows the rows after it
        if _whole(bare) > _whole(found):
            return bare
    return found


def _whole(table: list[list[str]]) -> int:
    """How many rows have as many cells as the head."""
    return sum(1 for row in table if len(row) == len(table[0]))


def _parsed(content: str, delimiter: str, quoting: Literal[0, 3]) -> list[list[str]]:
    lines = io.StringIO(content, newline="")
    return [row for row in csv.reader(lines, delimiter=delimiter, quoting=quoting) if row]


def _workbook(path: Path) -> Iterator[list[str]]:
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True)
    except Exception as error:
        raise BadInputError("The workbook cannot be opened", file=path, reason=error) from None
    for row in book.worksheets[0].iter_rows(values_only=True):
        cells = ["" if cell is None else str(cell) for cell in row]
        if any(cells):
            yield cells


def text(cell: str) -> str:
    """A cell's text as a reader should see it: entities and line breaks resolved, tags and doubled quotes removed."""
    if not cell:
        return ""
    if "&" in cell:
        cell = html.unescape(html.unescape(cell))
        cell = _STRAY_SEMICOLON.sub(r"\1", cell)
    if "<" in cell:
        cell = _TAG.sub("", _BREAK.sub("\n", cell))
    cell = cell.replace('""', '"').replace("\r", "\n")
    if "  " in cell or "\t" in cell or "\u00a0" in cell:
        cell = _SPACES.sub(" ", cell)
    return (_LINES.sub("\n", cell) if "\n" in cell else cell).strip()


def parts(cell: str) -> list[str]:
    """The entries of a cell that lists several, split at ``¬``; empty ones are left out."""
    return [part for part in (text(part) for part in cell.split("¬")) if part]


def year(cell: str, first: int = 1500, last: int = 2100) -> str | None:
    """A year as EDTF, or ``None`` where the cell is no year between ``first`` and ``last``."""
    body = cell.strip().removesuffix(".0")
    return body if len(body) == 4 and body.isdecimal() and first <= int(body) <= last else None


def links(cell: str) -> tuple[list[str], str]:
    """The links in a cell, and what of it is no link.

    ``www.`` gets ``http://``; a bare host is a link; several links in one cell come apart; spaces inside a path cannot
    be told from the end of a link, so what follows them is left over.
    """
    body = html.unescape(cell).strip()
    found = _LINK.findall(body)
    left = _LINK.sub("", body).strip(" ;,:-–|¬\t\n()")
    if not found and _HOST.fullmatch(body):
        found, left = [body], ""
    whole = [link.rstrip(".,;)") for link in found]
    return [_absolute(link) for link in whole], left


def _absolute(link: str) -> str:
    link = link if "://" in link else f"http://{link}"
    try:
        urlsplit(link)
    except ValueError:
        return quote(link, safe=":/?#@!$&'()*+,;=%")
    return link


def normal(name: str) -> str:
    """A column's name or label without case, spaces and marks, to compare by."""
    return re.sub(r"[\W_]+", "", name.casefold())
