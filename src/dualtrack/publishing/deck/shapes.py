"""The few shapes of a slide, as PresentationML text: placeholders, text boxes, rules, country tags, tables, charts."""

from dataclasses import dataclass, field

from dualtrack.publishing.blocks import Chart, Table, Tag
from dualtrack.publishing.colours import colour
from dualtrack.publishing.deck.grids import cell_text
from dualtrack.publishing.deck.lettering import PANEL, SOFT, Letters, Line, attribute, fill
from dualtrack.publishing.deck.paragraphs import Run

Box = tuple[float, float, float, float]
"""Left, top, width, height in points."""

_HEAT = (0x9C, 0xC3, 0xEA)
_GRID_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's built-in 'No Style, No Grid'
_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_STYLE = (
    '<p:style><a:lnRef idx="1"><a:schemeClr val="accent1"/></a:lnRef><a:fillRef idx="3"><a:schemeClr val="accent1"/>'
    '</a:fillRef><a:effectRef idx="2"><a:schemeClr val="accent1"/></a:effectRef><a:fontRef idx="minor">'
    '<a:schemeClr val="lt1"/></a:fontRef></p:style>'
)
_FRAMED = '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
_EMPTY = '<p:txBody><a:bodyPr wrap="square" lIns="0" rIns="0" tIns="0" bIns="0"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
_DATA = "http://schemas.openxmlformats.org/drawingml/2006"


@dataclass(slots=True)
class Canvas:
    """The shapes of one slide, in the order in which they lie on each other."""

    letters: Letters
    shapes: list[str] = field(default_factory=list)

    @property
    def _id(self) -> int:
        return len(self.shapes) + 2

    def placeholder(self, holder: str, name: str, box: Box | None, paragraphs: str) -> None:
        """Text in a place of the layout (``holder`` is its ``p:ph``); without a box, where the layout has it."""
        place = f"<p:spPr>{_placed(box)}</p:spPr>" if box else "<p:spPr/>"
        self.shapes.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._id}" name="{name} {self._id - 1}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
            f"</p:cNvSpPr><p:nvPr>{holder}</p:nvPr></p:nvSpPr>{place}"
            f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        )

    def text_box(self, name: str, box: Box, lines: list[Line]) -> None:
        """A text box without margins that wraps and keeps its size."""
        self.shapes.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._id}" name="{attribute(name)}"/><p:cNvSpPr txBox="1"/><p:nvPr/>'
            "</p:nvSpPr>"
            f"<p:spPr>{_placed(box)}{_RECTANGLE}<a:noFill/></p:spPr>"
            f"{_EMPTY}{self.letters.paragraphs(lines)}</p:txBody></p:sp>"
        )

    def rule(self, name: str, box: Box, shade: str) -> None:
        """A filled rectangle without outline or shadow, used as a line."""
        look = f"{fill(shade)}<a:ln><a:noFill/></a:ln><a:effectLst/>"
        self._rectangle(name, box, look, "", '<a:p><a:pPr algn="ctr"/></a:p>')

    def country_tag(self, tag: Tag, box: Box) -> None:
        """A country's name in a frame of its colour."""
        look = f'{fill(PANEL)}<a:ln w="31750">{fill(colour(tag.id))}</a:ln><a:effectLst/>'
        margins = ' lIns="50800" rIns="50800" tIns="12700" bIns="12700" wrap="none"'
        line = Line((Run(tag.name, bold=True),), 12, align="ctr", ink="#1A1D21")
        self._rectangle(f"tag {tag.id}", box, look, margins, self.letters.paragraphs([line]))

    def _rectangle(self, name: str, box: Box, look: str, margins: str, paragraphs: str) -> None:
        self.shapes.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._id}" name="{attribute(name)}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
            f"<p:spPr>{_placed(box)}{_RECTANGLE}{look}</p:spPr>{_STYLE}"
            f'<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"{margins}/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>'
        )

    def table(
        self, table: Table, place: tuple[float, float], widths: tuple[float, ...], heights: tuple[float, ...]
    ) -> None:
        """A native table with thin lines; the first row is the head."""
        cell = self.letters.cell
        rows = ["".join(cell(head, bold=True, shade=PANEL, edge=SOFT) for head in table.heads)]
        for row in table.rows:
            rows.append(
                "".join(
                    cell(cell_text(c), bold=not i and table.row_heads, shade=_heated(c.heat), numeric=c.numeric)
                    for i, c in enumerate(row)
                )
            )
        across, down = [emu(wide) for wide in widths], [emu(high) for high in heights]
        columns = "".join(f'<a:gridCol w="{wide}"/>' for wide in across)
        body = "".join(f'<a:tr h="{high}">{row}</a:tr>' for high, row in zip(down, rows, strict=True))
        graphic = (
            f'<a:graphicData uri="{_DATA}/table"><a:tbl><a:tblPr firstRow="1" bandRow="0"><a:tableStyleId>{_GRID_STYLE}'
            f"</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>"
            f"{body}</a:tbl></a:graphicData>"
        )
        size = (emu(place[0]), emu(place[1]), sum(across), sum(down))
        self._graphic(attribute(table.title or "table"), size, graphic)

    def chart(self, chart: Chart, box: Box, relation: str) -> None:
        """The frame of a chart, with its text alternative; ``relation`` leads to the chart's part."""
        graphic = (
            f'<a:graphicData uri="{_DATA}/chart"><c:chart xmlns:c="{_DATA}/chart" r:id="{relation}"/></a:graphicData>'
        )
        named = f'{attribute(chart.title)}" descr="{attribute(chart.alt)}'
        self._graphic(named, (emu(box[0]), emu(box[1]), emu(box[2]), emu(box[3])), graphic)

    def _graphic(self, named: str, box: tuple[int, int, int, int], graphic: str) -> None:
        self.shapes.append(
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{self._id}" name="{named}"/>{_FRAMED}'
            f'<p:xfrm><a:off x="{box[0]}" y="{box[1]}"/><a:ext cx="{box[2]}" cy="{box[3]}"/></p:xfrm>'
            f"<a:graphic>{graphic}</a:graphic></p:graphicFrame>"
        )


def emu(points: float) -> int:
    """Points in the units of the file format."""
    return int(points * 12700)


def _placed(box: Box) -> str:
    x, y, wide, high = map(emu, box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


def _heated(heat: float) -> str:
    if not heat:
        return ""
    part = 0.15 + 0.85 * heat
    return "#" + "".join(f"{round(255 - (255 - channel) * part):02X}" for channel in _HEAT)


__all__ = ["Box", "Canvas", "emu"]
