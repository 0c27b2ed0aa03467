"""The few shapes of a slide: text boxes, rules, country tags, tables."""

from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.util import Pt

from dualtrack.publishing.blocks import Table, Tag
from dualtrack.publishing.colours import colour
from dualtrack.publishing.deck.grids import cell_text
from dualtrack.publishing.deck.ink import ink
from dualtrack.publishing.deck.lettering import PANEL, Letters, Line
from dualtrack.publishing.deck.paragraphs import Run

Box = tuple[float, float, float, float]
"""Left, top, width, height in points."""
_HEAT = (0x9C, 0xC3, 0xEA)
_GRID_STYLE = "{5940675A-B579-460E-94D1-54222C63F5DA}"  # PowerPoint's built-in 'No Style, Table Grid'


def text_box(page: Any, name: str, box: Box, letters: Letters, lines: list[Line]) -> Any:
    """A text box without margins that wraps and keeps its size."""
    shape = page.shapes.add_textbox(*(Pt(length) for length in box))
    shape.name = name
    text = shape.text_frame
    text.word_wrap = True
    text.auto_size = MSO_AUTO_SIZE.NONE
    text.margin_left = text.margin_right = text.margin_top = text.margin_bottom = 0
    letters.write(text._txBody, lines)
    return shape


def rule(page: Any, name: str, box: Box, shade: str) -> None:
    """A filled rectangle without outline or shadow, used as a line."""
    shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Pt(length) for length in box))
    shape.name = name
    shape.shadow.inherit = False
    shape.fill.solid()
    shape.fill.fore_color.rgb = ink(shade)
    shape.line.fill.background()


def country_tag(page: Any, tag: Tag, box: Box, letters: Letters) -> None:
    """A country's name in a frame of its colour."""
    shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Pt(length) for length in box))
    shape.name = f"tag {tag.id}"
    shape.shadow.inherit = False
    shape.fill.solid()
    shape.fill.fore_color.rgb = ink(PANEL)
    shape.line.color.rgb = ink(colour(tag.id))
    shape.line.width = Pt(2.5)
    text = shape.text_frame
    text.margin_left = text.margin_right = Pt(4)
    text.margin_top = text.margin_bottom = Pt(1)
    text.word_wrap = False
    text.vertical_anchor = MSO_ANCHOR.MIDDLE
    letters.write(text._txBody, [Line((Run(tag.name, bold=True),), 12, align="ctr", ink="#1A1D21")])


def grid(
    page: Any,
    table: Table,
    place: tuple[float, float],
    widths: tuple[float, ...],
    heights: tuple[float, ...],
    letters: Letters,
) -> None:
    """A native table with thin lines; the first row is the head."""
    left, top = place
    shape = page.shapes.add_table(len(heights), len(widths), Pt(left), Pt(top), Pt(sum(widths)), Pt(sum(heights)))
    shape.name = table.title or "table"
    made = shape._element.graphic.graphicData.tbl
    made.tblPr.set("bandRow", "0")
    style = made.tblPr.find(f"{made.tblPr.tag.rpartition('}')[0]}}}tableStyleId")
    if style is not None:
        style.text = _GRID_STYLE
    for column, wide in zip(shape.table.columns, widths, strict=True):
        column.width = Pt(wide)
    for row, high in zip(shape.table.rows, heights, strict=True):
        row.height = Pt(high)
    first, *rest = made.tr_lst
    for cell, head in zip(first.tc_lst, table.heads, strict=True):
        letters.cell(cell, head, bold=True, shade=PANEL)
    for line, row in zip(rest, table.rows, strict=True):
        for number, (cell, said) in enumerate(zip(line.tc_lst, row, strict=True)):
            bold = number == 0 and table.row_heads
            letters.cell(cell, cell_text(said), bold=bold, shade=_heated(said.heat), numeric=said.numeric)


def _heated(heat: float) -> str:
    if not heat:
        return ""
    part = 0.15 + 0.85 * heat
    return "#" + "".join(f"{round(255 - (255 - channel) * part):02X}" for channel in _HEAT)


__all__ = ["Box", "country_tag", "grid", "rule", "text_box"]
