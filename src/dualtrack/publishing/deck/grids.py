"""Tables on slides: columns by their shares, rows by their measured height, the head repeated."""

from collections.abc import Iterator
from dataclasses import replace

from dualtrack.publishing.blocks import Cell, Chart, Table
from dualtrack.publishing.deck.frame import CELL, CELL_PAD_X, CELL_PAD_Y, Frame, idea_height
from dualtrack.publishing.deck.paragraphs import numbers
from dualtrack.publishing.deck.slide import Head, Slide
from dualtrack.publishing.measure import height
from dualtrack.publishing.words import word

Row = tuple[Cell, ...]


def tables(table: Table, head: Head, frame: Frame) -> Iterator[Slide]:
    """The slides of a table: as many rows on each as it holds."""
    if not table.rows:
        return
    widths = column_widths(table, frame.inner)
    top = row_height(tuple(Cell(name) for name in table.heads), widths, bold=True)
    taken = top + caveat_height(table, head.language, frame) + (idea_height(head.idea, frame) if head.idea else 0.0)
    room = frame.body_height - taken
    rows = [short for row in table.rows for short in _split(row, widths, room)]
    part, held, heights = 1, list[Row](), list[float]()
    for row in rows:
        high = row_height(row, widths)
        if held and sum(heights) + high > room:
            yield _slide(table, held, (top, *heights), head, part)
            part, held, heights = part + 1, [], []
        held.append(row)
        heights.append(high)
    yield _slide(table, held, (top, *heights), head, part)


def _slide(table: Table, rows: list[Row], heights: tuple[float, ...], head: Head, part: int) -> Slide:
    cells = [cell for row in rows for cell in row]
    cited = [reference for cell in cells for reference in cell.references]
    return head.slide(
        "table",
        part,
        table=replace(table, rows=tuple(rows)),
        heights=heights,
        references=tuple(dict.fromkeys((*cited, *(table.caveat.sources if table.caveat else ())))),
        anchors=tuple(cell.anchor for cell in cells if cell.anchor),
        records=tuple(dict.fromkeys(cell.record for cell in cells if cell.record)),
    )


def _split(row: Row, widths: tuple[float, ...], room: float) -> Iterator[Row]:
    """A row higher than a slide as several rows."""
    if row_height(row, widths) <= room:
        yield row
        return
    longest = max(range(len(row)), key=lambda i: len(row[i].text))
    text = row[longest].text
    middle = (
        max(text.rfind(mark, 0, len(text) // 2 + 1) for mark in ("／", "/", "。", "、", ", ", " ")) + 1
        or len(text) // 2
    )
    first = tuple(replace(cell, text=text[:middle]) if i == longest else cell for i, cell in enumerate(row))
    rest = tuple(
        replace(cell, text=text[middle:])
        if i == longest
        else replace(cell, text="", anchor="", record="", references=())
        for i, cell in enumerate(row)
    )
    yield from _split(first, widths, room)
    yield from _split(rest, widths, room)


def column_widths(table: Table, room: float) -> tuple[float, ...]:
    """The widths of a table's columns in points."""
    shares = table.widths or tuple(1.0 for _ in table.heads)
    return tuple(room * share / sum(shares) for share in shares)


def cell_text(cell: Cell) -> str:
    """What a cell of a slide's table says."""
    cited = numbers(cell.references)
    return f"{cell.text} {cited}" if cell.text and cited else cell.text or cited


def row_height(row: Row, widths: tuple[float, ...], bold: bool = False) -> float:
    """The height of a table row in points."""
    highest = max(
        height(cell_text(cell) or " ", CELL, wide - 2 * CELL_PAD_X, bold or number == 0)
        for number, (cell, wide) in enumerate(zip(row, widths, strict=True))
    )
    return highest + 2 * CELL_PAD_Y


def caveat_text(block: Table | Chart, language: str) -> str:
    """What stands under a table or chart: source numbers, date of knowledge, method, what is missing."""
    caveat = block.caveat
    if caveat is None:
        return ""
    colon, stop = ("：", "　") if language == "ja" else (": ", "  ")
    parts = (
        (word("source", language), numbers(caveat.sources)),
        (word("known_label", language), caveat.known),
        (word("method", language), caveat.method),
        (word("missing", language), caveat.missing),
    )
    return stop.join(f"{name}{colon}{text}" for name, text in parts if text)


def caveat_height(block: Table | Chart, language: str, frame: Frame) -> float:
    """The height of the caveat in points; 0 where there is none."""
    text = caveat_text(block, language)
    return height(text, 10.0, frame.inner) + 10 if text else 0.0
