"""What a brief is made of, in one language and in no format: pages, decks and Markdown are drawn from these blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

ChartKind = Literal["bars", "columns", "ranges", "dots"]
Mark = Literal["", "new", "changed", "ended", "contradicted", "confirmed"]
"""What an edition brought to a statement since an earlier one."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered source in the running text, with the place in it (``slide 4``) in the reader's language."""

    number: int
    at: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """Who a statement is about: a country or bloc id and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; the section's own title is level 1."""

    text: str
    level: int = 2
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph that is not a statement of the evidence base.

    ``kind``: ``lead`` opens a section, ``point`` is a conclusion that the brief draws, ``note`` explains, ``doubt``
    warns, ``empty`` says that nothing was found.
    """

    text: str
    kind: Literal["lead", "point", "note", "doubt", "empty"] = "note"
    tags: tuple[Tag, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One record said in words, with its sources.

    ``anchor`` is its address in the brief (``s42``); ``record`` the id in the evidence base; ``see`` the ids of records
    that a reader should see with it.
    """

    anchor: str
    record: str
    text: str
    date: str = ""
    topic: str = ""
    tags: tuple[Tag, ...] = ()
    figures: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    see: tuple[str, ...] = ()
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; ``anchor`` where the cell is the row's address."""

    text: str
    numeric: bool = False
    anchor: str = ""
    record: str = ""
    references: tuple[Reference, ...] = ()
    tag: Tag | None = None
    heat: float = 0.0
    """How strongly a matrix cell is filled, 0 to 1."""
    records: tuple[str, ...] = ()
    """Ids of the records behind the cell, shown as links to their statements."""
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Caveat:
    """What travels with every table and chart of figures: source, date of knowledge, method, what is missing."""

    sources: tuple[Reference, ...] = ()
    known: str = ""
    method: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; every row has as many cells as there are heads."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caveat: Caveat | None = None
    widths: tuple[float, ...] = ()
    """Relative column widths; equal where absent."""
    row_heads: bool = True
    """Whether the first cell of a row is its head."""
    folded: bool = False
    """Whether a page shows it only when asked, and a deck not at all: data behind something else."""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.heads) for row in self.rows):
            raise ValueError(f"a row of the table '{self.title}' has not {len(self.heads)} cells")

    @property
    def wordy(self) -> bool:
        """Whether it holds sentences or many columns: a narrow screen shows its cells one under the other."""
        cells = [cell for row in self.rows for cell in row]
        return not any(cell.heat for cell in cells) and (len(self.heads) > 5 or any(len(c.text) > 60 for c in cells))


@dataclass(frozen=True, slots=True)
class Series:
    """What marks of one colour have in common; ``key`` is a country id or a role such as ``increase``."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Point:
    """One mark of a chart: in ``row``, of ``series`` (both by index), at ``value``, from ``start`` if it is a range."""

    row: int
    series: int
    value: float
    label: str = ""
    start: float = 0.0


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as data: drawn as SVG on a page and as a native chart on a slide.

    ``bars``: a bar a row; ``columns``: rows side by side with series stacked; ``ranges``: a dumbbell a row from
    ``start`` to ``value``; ``dots``: points along a time axis in years. ``data`` holds the same figures as a table.
    """

    kind: ChartKind
    title: str
    rows: tuple[str, ...]
    series: tuple[Series, ...]
    points: tuple[Point, ...]
    axis: str
    alt: str
    data: Table
    caveat: Caveat


Block = Heading | Note | Statement | Table | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of a brief; ``level`` 1 is a part, 2 a chapter in it."""

    anchor: str
    number: str
    title: str
    blocks: tuple[Block, ...]
    level: int = 1
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Where a source is cited: the statement, the place, the words."""

    anchor: str
    at: str = ""
    text: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """A source as listed at the foot."""

    number: int
    id: str
    title: str
    language: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    note: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief in one language, ready to be drawn."""

    name: str
    language: str
    languages: tuple[str, ...]
    title: str
    subtitle: str
    audience: str
    on: str
    known: str
    known_edtf: str
    edition: str
    sections: tuple[Section, ...]
    sources: tuple[NumberedSource, ...]
    traces: dict[str, dict[str, object]] = field(default_factory=dict)
    """By record id: what the page shows when a reader asks where a statement comes from."""

    def statements(self) -> Iterator[Statement]:
        """All statements in order."""
        for section in self.sections:
            yield from (block for block in section.blocks if isinstance(block, Statement))

    def addresses(self) -> dict[str, str]:
        """Record id to the anchor of its first appearance, statements before table rows."""
        found: dict[str, str] = {}
        for statement in self.statements():
            found.setdefault(statement.record, statement.anchor)
        for cell in self._cells():
            if cell.record and cell.anchor:
                found.setdefault(cell.record, cell.anchor)
        return found

    def _cells(self) -> Iterator[Cell]:
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Table):
                    yield from (cell for row in block.rows for cell in row)
