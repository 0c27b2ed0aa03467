"""Tables on slides: columns by their shares, rows by their measured height, the head repeated."""

from collections.abc import Iterator
from dataclasses import replace

from dualtrack.publishing.blocks import Cell, Chart, Table
from dualtrack.publishing.deck.frame import CELL, CELL_PAD_X, CELL_PAD_Y, Frame
from dualtrack.publishing.deck.paragraphs import number_ranges, numbers
from dualtrack.publishing.deck.slide import Head, Slide
from dualtrack.publishing.measure import even_pages, height, longest_word, width
from dualtrack.publishing.words import word

Row = tuple[Cell, ...]


def tables(table: Table, head: Head, frame: Frame) -> Iterator[Slide]:
    """The slides of a table: as many rows on each as it holds, evenly."""
    if not table.rows:
        return
    table = replace(table, widths=fitted_widths(table, frame.inner))
    widths = column_widths(table, frame.inner)
    top = row_height(tuple(Cell(name) for name in table.heads), widths, bold=True)
    room = frame.room(head.idea) - top - caveat_height(table, head.language, frame)
    rows = [short for row in table.rows for short in _split(row, widths, room)]
    heights = [row_height(row, widths) for row in rows]
    for indices in even_pages(heights, room):
        held = [rows[index] for index in indices]
        yield _slide(table, held, (top, *(heights[index] for index in indices)), head)


def _slide(table: Table, rows: list[Row], heights: tuple[float, ...], head: Head) -> Slide:
    cells = [cell for row in rows for cell in row]
    cited = [reference for cell in cells for reference in cell.references]
    return head.slide(
        "table",
        table=replace(table, rows=tuple(rows)),
        heights=heights,
        references=tuple(dict.fromkeys((*cited, *(table.caveat.sources if table.caveat else ())))),
        anchors=tuple(cell.anchor for cell in cells if cell.anchor),
        records=tuple(dict.fromkeys(cell.record for cell in cells if cell.record)),
    )


def fitted_widths(table: Table, room: float) -> tuple[float, ...]:
    """Column widths in points by what stands in them: none wider than its longest line, none narrower than a word."""
    pad = 2 * CELL_PAD_X + 2
    least, most, weight = list[float](), list[float](), list[float]()
    for number, name in enumerate(table.heads):
        cells = [row[number] for row in table.rows]
        texts = [(cell_text(cell), number == 0 and table.row_heads) for cell in cells]
        words = [
            max(longest_word(name, CELL, True), min(width(name, CELL, True), 44.0)),
            *(longest_word(text, CELL, bold) for text, bold in texts),
        ]
        whole = [width(text, CELL, bold) for text, bold in texts]
        least.append(min(max(words), 150.0) + pad)
        most.append(max(*whole, longest_word(name, CELL, True)) + pad)
        if any(cell.numeric for cell in cells) and most[-1] < 130:
            least[-1] = max(least[-1], most[-1])
        weight.append(max(sum(whole) / len(whole), 4.0) ** 0.5)
    return _shared(room, least, most, weight)


def _shared(room: float, least: list[float], most: list[float], weight: list[float]) -> tuple[float, ...]:
    """The room shared by weight, each within its bounds; what is left over goes to all alike."""
    if sum(least) >= room:
        return tuple(room * part / sum(least) for part in least)
    fixed: dict[int, float] = {}
    while True:
        free = [i for i in range(len(weight)) if i not in fixed]
        left = room - sum(fixed.values())
        if not free:
            extra = left / len(weight)
            return tuple(fixed[i] + extra for i in range(len(weight)))
        share = {i: left * weight[i] / sum(weight[k] for k in free) for i in free}
        low = {i: least[i] for i in free if share[i] < least[i]}
        high = {i: max(least[i], most[i]) for i in free if share[i] > max(least[i], most[i])}
        if not low and not high:
            return tuple(fixed.get(i, share.get(i, 0.0)) for i in range(len(weight)))
        fixed.update(low or high)


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
        (word("source", language), number_ranges(caveat.sources)),
        (word("known_label", language), caveat.known),
        (word("method", language), caveat.method),
        (word("missing", language), caveat.missing),
    )
    return stop.join(f"{name}{colon}{text}" for name, text in parts if text)


def caveat_height(block: Table | Chart, language: str, frame: Frame) -> float:
    """The height of the caveat in points; 0 where there is none."""
    text = caveat_text(block, language)
    return height(text, 10.0, frame.inner) + 10 if text else 0.0
