"""PPTX: slides with their text by place, tables, charts, groups, diagrams and speaker's notes."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dualtrack.reading.builder import Box, Builder, number_ranges
from dualtrack.reading.columns import reading_order
from dualtrack.reading.errors import ReadingError
from dualtrack.reading.grid import Cell, add_table
from dualtrack.reading.lines import bullet, clean, enumerated, join_all, kind_of_line
from dualtrack.reading.ooxml import core_facts, looks_like, open_package
from dualtrack.reading.registry import reads

_EMU = 12_700
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_DIAGRAM_DATA = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData"
_FURNITURE = ("DATE", "FOOTER", "SLIDE_NUMBER", "HEADER")
_BULLETED = ("BODY", "OBJECT", "VERTICAL_BODY", "VERTICAL_OBJECT")
_MOST_DEPTH = 20
_FRAME = (
    ("off", "x"), ("off", "y"), ("ext", "cx"), ("ext", "cy"),
    ("chOff", "x"), ("chOff", "y"), ("chExt", "cx"), ("chExt", "cy"),
)  # fmt: skip


@dataclass(slots=True)
class _Placed:
    """A shape and where it is on the slide, in points from the top left corner."""

    shape: Any
    x0: float
    y0: float
    x1: float
    y1: float


@reads(
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".pptx", ".pptm", ".ppsx", ".potx",
    looks=looks_like(b"ppt/presentation.xml"),
)  # fmt: skip
def read_pptx(data: bytes, builder: Builder) -> None:
    """Read a presentation, slide by slide."""
    with open_package(data, builder.limits) as package:
        core_facts(package, builder)
    _Deck(_open(data), builder).read()


def _open(data: bytes) -> Any:
    import pptx
    from pptx.exc import PythonPptxError

    try:
        return pptx.Presentation(io.BytesIO(data))
    except (PythonPptxError, KeyError, ValueError, AttributeError) as error:
        raise ReadingError("The presentation is damaged", mend="Fetch it again.", reason=str(error)[:200]) from None


class _Deck:
    """Writes the slides of one presentation."""

    def __init__(self, deck: Any, builder: Builder) -> None:
        self.deck = deck
        self.builder = builder
        self.hidden: list[int] = []
        self.left_out: set[str] = set()

    def read(self) -> None:
        slides = list(self.deck.slides)
        self.builder.facts["pages"] = len(slides)
        for number, slide in enumerate(slides, 1):
            if number > self.builder.limits.pages or self.builder.late:
                self.builder.signal(f"slides {number:,}-{len(slides):,} were left out")
                break
            self.builder.page = number
            self.builder.reset_headings()
            if slide._element.get("show") == "0":
                self.hidden.append(number)
            self._slide(slide)
        if self.hidden:
            self.builder.signal(f"hidden slides were read as well: {number_ranges(self.hidden)}")
        if self.left_out:
            texts = "; ".join(sorted(self.left_out)[:6])
            self.builder.signal(f"slide footers, dates and numbers were left out: {texts}")

    def _slide(self, slide: Any) -> None:
        title = slide.shapes.title
        if title is not None and title.has_text_frame:
            text = join_all([_text(paragraph) for paragraph in title.text_frame.paragraphs])
            self.builder.heading(text, 1, box=_box(title))
        placed = [self._placed(shape) for shape in _shapes(slide.shapes, 0)]
        items = [item for item in placed if title is None or item.shape.shape_id != title.shape_id]
        for column in reading_order(items):  # type: ignore[arg-type]
            for item in column:
                self._shape(item.shape)  # type: ignore[union-attr]
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            for paragraph in slide.notes_slide.notes_text_frame.paragraphs:
                self.builder.add("note", _text(paragraph))

    def _placed(self, shape: Any) -> _Placed:
        return _Placed(shape, *(_box(shape) or (0.0, 0.0, 0.0, 0.0)))

    def _shape(self, shape: Any) -> None:
        if getattr(shape, "has_table", False):
            self._table(shape)
        elif getattr(shape, "has_chart", False):
            self._chart(shape)
        elif shape.has_text_frame:
            self._frame(shape)
        elif shape._element.tag.endswith("}graphicFrame"):
            self._diagram(shape)

    def _frame(self, shape: Any) -> None:
        kind = shape.placeholder_format.type.name if shape.is_placeholder and shape.placeholder_format.type else ""
        if kind in _FURNITURE:
            self.left_out.add(clean(shape.text_frame.text))
            self.left_out.discard("")
            return
        box = _box(shape)
        for paragraph in shape.text_frame.paragraphs:
            text = clean(_text(paragraph))
            if not text:
                continue
            if kind == "SUBTITLE" or kind.endswith("TITLE"):
                self.builder.heading(text, 2, box=box)
                continue
            marked = bullet(text)
            item = _bulleted(paragraph, kind in _BULLETED) or marked is not None or enumerated(text) is not None
            self.builder.add(
                kind_of_line(text, "list item" if item else "paragraph"),
                marked[1] if marked is not None and item else text,
                between="\n" if item else "\n\n",
                depth=paragraph.level or None,
                box=box,
            )

    def _table(self, shape: Any) -> None:
        table, box = shape.table, _box(shape)
        cells = []
        for row, line in enumerate(table.rows, 1):
            for column, cell in enumerate(line.cells, 1):
                if cell.is_spanned:
                    continue
                down, across = (cell.span_height, cell.span_width) if cell.is_merge_origin else (1, 1)
                text = join_all([_text(paragraph) for paragraph in cell.text_frame.paragraphs])
                cells.append(Cell(row, column, text, down, across, box=box))
        add_table(self.builder, cells, None if table.first_row else 0)

    def _chart(self, shape: Any) -> None:
        chart, box = shape.chart, _box(shape)
        try:
            if chart.has_title and chart.chart_title.has_text_frame:
                self.builder.add(
                    "caption", join_all([_text(p) for p in chart.chart_title.text_frame.paragraphs]), box=box
                )
            plots = list(chart.plots)
            cells = [Cell(1, 1, " ", head=True)]
            column = 1
            for plot in plots:
                labels = [str(label) for label in plot.categories]
                if column == 1:
                    cells += [Cell(row, 1, label, head=True) for row, label in enumerate(labels, 2)]
                for series in plot.series:
                    column += 1
                    cells.append(Cell(1, column, series.name or f"series {column - 1}", head=True))
                    values = enumerate(series.values, 2)
                    cells += [Cell(row, column, f"{value:.15g}") for row, value in values if value is not None]
        except (AttributeError, KeyError, ValueError, TypeError, NotImplementedError):
            self.builder.signal(f"the chart on slide {self.builder.page} could not be read")
            return
        add_table(self.builder, sorted(cells, key=lambda cell: (cell.row, cell.column)), 1)

    def _diagram(self, shape: Any) -> None:
        """The texts of a diagram's points."""
        from lxml import etree

        for ids in shape._element.iter(f"{_DGM}relIds"):
            name = next((value for key, value in ids.attrib.items() if key.endswith("}dm")), "")
            try:
                part = shape.part.related_part(name)
                root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
            except (KeyError, etree.XMLSyntaxError):
                self.builder.signal(f"the diagram on slide {self.builder.page} could not be read")
                continue
            for paragraph in root.iter(f"{_A}p"):
                text = "".join(run.text or "" for run in paragraph.iter(f"{_A}t"))
                self.builder.add("list item", text, between="\n", box=_box(shape))


def _shapes(shapes: Any, depth: int) -> Iterator[Any]:
    """All shapes, those in groups one by one."""
    for shape in shapes:
        if shape._element.tag.endswith("}grpSp"):
            if depth < _MOST_DEPTH:
                yield from _shapes(shape.shapes, depth + 1)
        else:
            yield shape


def _text(paragraph: Any) -> str:
    """The text of a paragraph; line breaks within it are joined as wrapped lines are."""
    return join_all(paragraph.text.split("\v"))


def _bulleted(paragraph: Any, by_default: bool) -> bool:
    properties = paragraph._p.pPr
    if properties is not None:
        if properties.find(f"{_A}buNone") is not None:
            return False
        if any(properties.find(f"{_A}{tag}") is not None for tag in ("buChar", "buAutoNum", "buBlip")):
            return True
    return by_default


def _box(shape: Any) -> Box | None:
    """Where a shape is, in points; places inside a group are carried out to the slide."""
    try:
        left, top, width, height = shape.left, shape.top, shape.width, shape.height
    except (AttributeError, ValueError):
        return None
    if None in (left, top, width, height):
        return None
    x0, y0, x1, y1 = float(left), float(top), float(left + width), float(top + height)
    group = shape._element.getparent()
    while group is not None and group.tag.endswith("}grpSp"):
        frame = group.find(f"{group.tag.removesuffix('grpSp')}grpSpPr/{_A}xfrm")
        if frame is not None:
            x0, y0, x1, y1 = _out_of_group(frame, x0, y0, x1, y1)
        group = group.getparent()
    return round(x0 / _EMU, 1), round(y0 / _EMU, 1), round(x1 / _EMU, 1), round(y1 / _EMU, 1)


def _out_of_group(frame: Any, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
    numbers = [
        float(frame.find(f"{_A}{tag}").get(name, 0)) if frame.find(f"{_A}{tag}") is not None else 0.0
        for tag, name in _FRAME
    ]
    x, y, width, height, child_x, child_y, child_width, child_height = numbers
    across, down = width / child_width if child_width else 1.0, height / child_height if child_height else 1.0
    return (
        x + (x0 - child_x) * across,
        y + (y0 - child_y) * down,
        x + (x1 - child_x) * across,
        y + (y1 - child_y) * down,
    )
