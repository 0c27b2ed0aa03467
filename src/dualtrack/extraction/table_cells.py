"""Bare numbers in table cells as the amounts they are: the unit stands in the column's head, the row's, or above the table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from dualtrack.extraction.dates import DateMention
from dualtrack.extraction.quantity import Quantity
from dualtrack.extraction.tables import TableUnit, table_unit
from dualtrack.model import Document, Passage

_CAPTION = 160
"""A longer paragraph above a table is prose, not its caption."""
_ABOVE = 3
_BRACKETS = re.compile(r"[(（\[［【]([^()（）\[\]［］【】]{1,60})[)）\]］】]")
_NO_AMOUNT = re.compile(
    r"率|割合|比$|比率|シェア|構成比|順位|件数|人数|者数|課題数|機関数|拠点数|校数|[%％‰]|비율|비중|율$|률$|건수|인원|명수|순위|占比|比重|比例|增速|增幅|人數|"
    r"项目数|排名|件$|人$|名$|校$|社$|"
    r"\b(?:change|growth|share|rate|rank|ratio|number of|no\. of|count|staff|fte|headcount|projects|awards|grants awarded|participants|"
    r"veränderung|anteil|quote|rang|anzahl|zahl der|personen|projekte|évolution|part|taux|variation|nombre|rang|effectifs?|projets)\b",
    re.IGNORECASE,
)
_PERCENT_HEAD = re.compile(r"[%％]\s*[)）]?\s*\Z")
_RATE = re.compile(
    r"率|割合|比$|比率|シェア|構成比|增速|增幅|占比|比重|比例|비율|비중|율$|률$|\b(?:change|growth|share|rate|veränderung|anteil|évolution|part|taux|variation)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"\s*(?:年|年度|年次|年份|西暦|연도|년도|year|fiscal year|fy|jahr|haushaltsjahr|année|exercice)\s*", re.IGNORECASE
)
_ORDINAL = re.compile(r"\s*(?:no\.?|nr\.?|n°|#|番号|番號|编号|編號|번호|順位|id)\s*", re.IGNORECASE)
_MARKED = re.compile(
    r"\s*(?:(?:US|A|C|NZ|S|HK|NT)?[$€£¥￥₩]|EUR|USD|GBP|JPY|CHF)\s?(?P<number>[0-9].*?)\s*|\s*(?P<number_>[0-9].*?)\s?[€円元원]\s*"
)


def cell_quantities(document: Document, language: str, country: str | None) -> list[Quantity]:
    """The amounts and percentages that bare numbers in the document's tables stand for, in order of place.

    A column's own unit goes before the row's, the row's before one that holds for the whole table (in its first head, or in a
    short line above it). Columns and rows of counts, ranks and years stay numbers. Offsets count the document's text.
    """
    found: list[Quantity] = []
    for first, cells in _tables(document.passages):
        above = _unit_above(document.passages, first, language, country)
        percents = any("%" in text or "％" in text for text in _captions(document.passages, first))
        found.extend(_read(cells, above, percents, language, country))
    return found


def _tables(passages: Sequence[Passage]) -> Iterator[tuple[int, list[Passage]]]:
    """Each table's cells, with the index of the first among the passages."""
    start = 0
    while start < len(passages):
        if passages[start].kind != "table cell":
            start += 1
            continue
        end = start
        while (
            end < len(passages) and passages[end].kind == "table cell" and passages[end].table == passages[start].table
        ):
            end += 1
        yield start, list(passages[start:end])
        start = end


def _unit_above(passages: Sequence[Passage], first: int, language: str, country: str | None) -> TableUnit | None:
    above = _captions(passages, first)
    first_head = passages[first].text if passages[first].head else ""
    for text in (first_head, *reversed(above)):
        if unit := _unit_in(text, language, country):
            return unit
    return None


def _captions(passages: Sequence[Passage], first: int) -> list[str]:
    """The short lines right above a table."""
    above = passages[max(0, first - _ABOVE) : first]
    return [p.text for p in above if p.kind != "table cell" and len(p.text) <= _CAPTION]


def _unit_in(text: str, language: str, country: str | None) -> TableUnit | None:
    """The unit that a head or caption states: in brackets, or as a whole."""
    for bracket in _BRACKETS.finditer(text):
        if unit := table_unit(bracket[1], language, country):
            return unit
    return table_unit(text, language, country) if text else None


def _read(
    cells: list[Passage], above: TableUnit | None, percents: bool, language: str, country: str | None
) -> Iterator[Quantity]:
    units: dict[str, TableUnit | None] = {}
    for cell in cells:
        if cell.head or not any(char.isdigit() for char in cell.text):
            continue
        column = " ".join(cell.column_heads)
        for head in (column, cell.row_head):
            if head not in units:
                units[head] = _unit_in(head, language, country)
        unit = units[column] or units[cell.row_head] or _rate(column, language, percents)
        if unit is None and not _is_no_amount(column, cell.row_head):
            unit = above
        if unit is not None and not _counts(column) and (value := _applied(unit, cell.text)):
            yield replace(value, start=cell.start + value.start, end=cell.start + value.end)


def _rate(column: str, language: str, percents: bool) -> TableUnit | None:
    """Percent, where a column's head ends with its sign (+/- %), or tells a rate and the caption names percent."""
    if _PERCENT_HEAD.search(column) or (percents and _RATE.search(column)):
        return TableUnit("percentage", Decimal(1), None, "%", 0, 1, language)
    return None


def _is_no_amount(column: str, row: str) -> bool:
    bracketed = " ".join(found[1] for found in _BRACKETS.finditer(row))
    return bool(_NO_AMOUNT.search(column) or _NO_AMOUNT.search(bracketed) or re.search(r"[%％率数]$", row))


def _counts(column: str) -> bool:
    return bool(_YEARS.fullmatch(column) or _ORDINAL.fullmatch(column))


def _applied(unit: TableUnit, text: str) -> Quantity | None:
    """The cell's value; a currency sign in the cell says nothing new beside the unit."""
    marked = _MARKED.fullmatch(text)
    if marked is None:
        return unit.apply(text)
    if unit.kind != "money" or unit.multiplier == Decimal(1):
        return None
    value = unit.apply(marked["number"] or marked["number_"])
    stripped = text.strip()
    start = text.index(stripped)
    return value and replace(value, quote=stripped, start=start, end=start + len(stripped))


_HEAD_YEAR = re.compile(r"(?:\A|[\s(（])(?P<year>(?:19|20)[0-9]{2})\Z")


def head_years(document: Document) -> list[DateMention]:
    """The years that close the heads of columns (2024, PLF 2025), which alone would not tell that they are years."""
    return [
        DateMention(
            cell.start + found.start("year"),
            cell.start + found.end("year"),
            found["year"],
            found["year"],
            False,
            "year",
        )
        for cell in document.passages
        if cell.kind == "table cell" and cell.head and not cell.column_heads and (found := _HEAD_YEAR.search(cell.text))
    ]
