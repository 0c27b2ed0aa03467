"""Draws planned slides with python-pptx, in our own plain design or in an organisation's template."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from dualtrack.publishing.blocks import Brief, Reference, Table
from dualtrack.publishing.colours import colour
from dualtrack.publishing.deck.native import add_chart
from dualtrack.publishing.deck.plan import (
    CELL, CELL_PAD_X, CELL_PAD_Y, GAP, LEAD, MOST_SEEN, Frame, Paragraph, Run, Slide, caveat_height, caveat_text, cell_text,
    column_widths, idea_height, plan,
)  # fmt: skip
from dualtrack.publishing.deck.stable import stable
from dualtrack.publishing.deck.theme import Look, prepare
from dualtrack.publishing.measure import fitted, height, width
from dualtrack.publishing.words import join, word

_INK, _SOFT, _LINE, _PANEL = RGBColor(0x1A, 0x1D, 0x21), RGBColor(0x55, 0x5B, 0x63), RGBColor(0xD5, 0xD9, 0xDE), RGBColor(0xF1, 0xF3, 0xF6)
_ACCENT, _HEAT = RGBColor(0x0B, 0x57, 0xA4), (0x9C, 0xC3, 0xEA)
_LANG = {"ja": "ja-JP", "en": "en-GB"}


def render_deck(brief: Brief, template: Path | None = None) -> bytes:
    """The deck as the bytes of a PPTX file; the same brief gives the same bytes.

    Raises:
        BadInputError: The template is no PPTX file, or has no layout with a title.
    """
    look = prepare(template)
    slides = plan(brief, look.frame)
    painter = _Painter(brief, look, slides)
    for number, slide in enumerate(slides, start=1):
        painter.paint(slide, number)
    held = io.BytesIO()
    look.presentation.save(held)
    return stable(held.getvalue(), brief.title, brief.known_edtf)


class _Painter:
    """Paints the slides of one deck."""

    def __init__(self, brief: Brief, look: Look, slides: list[Slide]) -> None:
        self.brief, self.look, self.frame = brief, look, look.frame
        self.language = brief.language
        self.count = len(slides)
        self.where: dict[str, int] = {}
        for number, slide in enumerate(slides, start=1):
            for key in (*slide.anchors, *slide.records):
                self.where.setdefault(key, number)

    def paint(self, slide: Slide, number: int) -> None:
        """Add one slide."""
        layout = self.look.title_layout if slide.kind == "title" else self.look.layout
        page = self.look.presentation.slides.add_slide(layout)
        self._clear(page, keep=2 if slide.kind == "title" else 1)
        if slide.kind == "title":
            self._cover(page, slide)
        else:
            self._title(page, slide)
            self._body(page, slide, number)
            self._foot(page, slide, number)
        self._notes(page, slide)

    def _clear(self, page: Any, keep: int) -> None:
        for index, holder in enumerate(list(page.placeholders)):
            if index >= keep:
                holder._element.getparent().remove(holder._element)

    def _cover(self, page: Any, slide: Slide) -> None:
        brief = self.brief
        page.shapes.title.text_frame.text = slide.title
        self._tongue(page.shapes.title.text_frame)
        lines = [
            slide.idea,
            word("audience", self.language, audience=brief.audience) if brief.audience else "",
            word("as_of", self.language, on=brief.on),
            word("known_by", self.language, known=brief.known),
            word("edition", self.language, edition=brief.edition) if brief.edition else "",
        ]
        frame = self.frame
        others = [holder for holder in page.placeholders if holder.placeholder_format.idx != 0]
        target = others[0] if others else self._box(page, frame.left, frame.height * 0.55, frame.inner, frame.height * 0.3)
        text = target.text_frame
        text.text = "\n".join(line for line in lines if line)
        self._tongue(text)
        if self.look.own:
            _rule(page, "cover line", (48, 130, 8, 340), _ACCENT)

    def _title(self, page: Any, slide: Slide) -> None:
        title = page.shapes.title
        title.text_frame.text = slide.title
        room = self.frame.inner - (self._tag_width(slide) + 12 if slide.tag else 0)
        size = next((s for s in (24.0, 20.0, 18.0, 16.0) if height(slide.title, s, room - 4, True) <= self.frame.title_height), 14.0)
        if self.look.own:
            for run in title.text_frame.paragraphs[0].runs:
                run.font.size = Pt(size)
            title.left, title.top = Pt(self.frame.left), Pt(self.frame.title_top)
            title.width, title.height = Pt(room), Pt(self.frame.title_height)
        self._tongue(title.text_frame)
        if slide.tag:
            self._tag(page, slide)

    def _tag_width(self, slide: Slide) -> float:
        return width(slide.tag.name, 12, True) + 34 if slide.tag else 0.0

    def _tag(self, page: Any, slide: Slide) -> None:
        assert slide.tag is not None
        wide, frame = self._tag_width(slide), self.frame
        x, y = frame.width - frame.left - wide, frame.title_top + frame.title_height / 2 - 12
        if not self.look.own:
            y = max(4.0, frame.title_top - 26)
        shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(x), Pt(y), Pt(wide), Pt(24))
        shape.name = f"tag {slide.tag.id}"
        shape.shadow.inherit = False
        shape.fill.solid()
        shape.fill.fore_color.rgb = _PANEL
        shape.line.color.rgb = RGBColor.from_string(colour(slide.tag.id)[1:])
        shape.line.width = Pt(2.5)
        text = shape.text_frame
        _margins(text, 4, 1)
        text.word_wrap = False
        text.vertical_anchor = MSO_ANCHOR.MIDDLE
        text.paragraphs[0].alignment = PP_ALIGN.CENTER
        self._run(text.paragraphs[0], Run(slide.tag.name, bold=True), 12)

    def _body(self, page: Any, slide: Slide, number: int) -> None:
        top = self.frame.body_top
        if slide.kind == "part" and self.look.own:
            _rule(page, "part line", (self.frame.left, top - 6, self.frame.inner, 3), _ACCENT)
            top += 14
        if slide.idea:
            high = idea_height(slide.idea, self.frame)
            box = self._box(page, self.frame.left, top, self.frame.inner, high, "idea")
            self._run(box.text_frame.paragraphs[0], Run(slide.idea, bold=True), LEAD, _ACCENT)
            top += high
        room = self.frame.body_top + self.frame.body_height - top
        if slide.paragraphs:
            high = min(room, sum(p.high(self.frame.inner) for p in slide.paragraphs) + 2)
            box = self._box(page, self.frame.left, top, self.frame.inner, high, "body")
            self._paragraphs(box.text_frame, slide, number)
        elif slide.table is not None:
            self._table(page, slide, slide.table, top)
        elif slide.chart is not None:
            caveat = caveat_height(slide.chart, self.language, self.frame)
            add_chart(page, slide.chart, (self.frame.left, top, self.frame.inner, room - caveat - 4), self.language)
            self._caveat(page, slide.chart, top + room - caveat)

    def _paragraphs(self, text: Any, slide: Slide, number: int) -> None:
        for index, paragraph in enumerate(slide.paragraphs):
            target = text.paragraphs[0] if index == 0 else text.add_paragraph()
            target.space_after = Pt(GAP)
            for run in paragraph.runs:
                self._run(target, run, paragraph.size)
            seen = self._seen(paragraph, number)
            if seen:
                self._run(target, Run(seen, soft=True), paragraph.size)
            _indent(target, paragraph)

    def _seen(self, paragraph: Paragraph, number: int) -> str:
        places = [self.where[id] for id in paragraph.see if id in self.where]
        places = [place for place in dict.fromkeys(places) if place != number][:MOST_SEEN]
        if not places:
            return ""
        said = join([word("see_slide", self.language, slide=place) for place in places], self.language)
        return f"（{said}）" if self.language == "ja" else f" ({said})"

    def _table(self, page: Any, slide: Slide, table: Table, top: float) -> None:
        widths = column_widths(table, self.frame.inner)
        rows = len(table.rows) + 1
        shape = page.shapes.add_table(
            rows, len(table.heads), Pt(self.frame.left), Pt(top), Pt(sum(widths)), Pt(sum(slide.heights))
        )
        shape.name = table.title or "table"
        grid = shape.table
        _plain(shape)
        for column, wide in zip(grid.columns, widths, strict=True):
            column.width = Pt(wide)
        for row, high in zip(grid.rows, slide.heights, strict=True):
            row.height = Pt(high)
        for number, head in enumerate(table.heads):
            self._cell(grid.cell(0, number), head, bold=True, fill=_PANEL)
        for index, row in enumerate(table.rows, start=1):
            for number, cell in enumerate(row):
                fill = _heated(cell.heat) if cell.heat else None
                self._cell(grid.cell(index, number), cell_text(cell), number == 0 and table.row_heads, fill, cell.numeric)
        self._caveat(page, table, top + sum(slide.heights) + 6)

    def _cell(self, cell: Any, text: str, bold: bool, fill: Any = None, numeric: bool = False) -> None:
        cell.margin_left = cell.margin_right = Pt(CELL_PAD_X)
        cell.margin_top = cell.margin_bottom = Pt(CELL_PAD_Y)
        if fill is not None:
            cell.fill.solid()
            cell.fill.fore_color.rgb = fill
        else:
            cell.fill.background()
        paragraph = cell.text_frame.paragraphs[0]
        if numeric:
            paragraph.alignment = PP_ALIGN.RIGHT
        if text:
            self._run(paragraph, Run(text, bold=bold), CELL)
        else:
            paragraph.font.size = Pt(CELL)
            end = paragraph._p.makeelement(qn("a:endParaRPr"), {"sz": str(int(CELL * 100))})
            paragraph._p.append(end)

    def _caveat(self, page: Any, block: Any, top: float) -> None:
        text = caveat_text(block, self.language)
        if text:
            box = self._box(page, self.frame.left, top, self.frame.inner, caveat_height(block, self.language, self.frame), "caveat")
            self._run(box.text_frame.paragraphs[0], Run(text, soft=True), 10)

    def _foot(self, page: Any, slide: Slide, number: int) -> None:
        frame = self.frame
        top = frame.height - frame.foot_height
        _rule(page, "foot line", (frame.left, top, frame.inner, 0.75), _LINE)
        right = 150.0
        box = self._box(page, frame.left, top + 3, frame.inner - right - 10, frame.foot_height - 12, "sources")
        self._run(box.text_frame.paragraphs[0], Run(self._short_sources(slide.references, frame.inner - right - 14), soft=True), 9)
        place = self._box(page, frame.width - frame.left - right, top + 3, right, frame.foot_height - 12, "number")
        paragraph = place.text_frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.RIGHT
        self._run(paragraph, Run(word("known_short", self.language, known=self.brief.known), soft=True), 9)
        second = place.text_frame.add_paragraph()
        second.alignment = PP_ALIGN.RIGHT
        self._run(second, Run(word("slide_of", self.language, n=number, of=self.count)), 10)

    def _short_sources(self, references: Iterable[Reference], room: float) -> str:
        """Each source with its places, short enough for two lines of the foot; the notes have them in full."""
        places: dict[int, list[str]] = {}
        for reference in references:
            held = places.setdefault(reference.number, [])
            if reference.at and reference.at not in held:
                held.append(reference.at)
        parts = []
        for number, at in sorted(places.items()):
            title = fitted(self.brief.sources[number - 1].title, 9, 180)
            parts.append(f"[{number}] {title}" + (f" {join(at[:3], self.language)}" if at else ""))
        if not parts:
            return ""
        head = word("sources", self.language) + ("：" if self.language == "ja" else ": ")
        while len(parts) > 1 and height(head + "  ".join(parts), 9, room) > 9 * 1.22 * 2.05:
            parts = [*parts[:-2], "…"] if parts[-1] == "…" else [*parts[:-1], "…"]
        return head + "  ".join(parts)

    def _notes(self, page: Any, slide: Slide) -> None:
        lines = [*slide.notes]
        numbers = list(dict.fromkeys(reference.number for reference in slide.references))
        if numbers:
            lines.append(word("notes_sources", self.language))
            for number in numbers:
                source = self.brief.sources[number - 1]
                at = join([r.at for r in slide.references if r.number == number and r.at], self.language)
                lines.append(f"[{number}] " + " · ".join(p for p in (source.title, source.publisher, source.published, at, source.url) if p))
        if slide.records:
            lines += [word("notes_records", self.language), ", ".join(slide.records)]
        if lines:
            page.notes_slide.notes_text_frame.text = "\n".join(lines)

    def _box(self, page: Any, x: float, y: float, wide: float, high: float, name: str = "text") -> Any:
        box = page.shapes.add_textbox(Pt(x), Pt(y), Pt(wide), Pt(high))
        box.name = name
        text = box.text_frame
        text.word_wrap = True
        text.auto_size = MSO_AUTO_SIZE.NONE
        _margins(text, 0, 0)
        return box

    def _run(self, paragraph: Any, run: Run, size: float, ink: Any = None) -> None:
        made = paragraph.add_run()
        made.text = run.text
        font = made.font
        font.size = Pt(size)
        if run.bold:
            font.bold = True
        if ink is not None or self.look.own or run.soft:
            font.color.rgb = ink or (_SOFT if run.soft or run.raised else _INK)
        properties = made._r.get_or_add_rPr()
        properties.set("lang", _LANG[self.language])
        properties.set("altLang", "en-US")
        if run.raised:
            properties.set("baseline", "30000")

    def _tongue(self, text: Any) -> None:
        for paragraph in text.paragraphs:
            for run in paragraph.runs:
                run._r.get_or_add_rPr().set("lang", _LANG[self.language])


def _rule(page: Any, name: str, box: tuple[float, float, float, float], ink: RGBColor) -> None:
    """A filled rectangle without outline or shadow, used as a line."""
    shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Pt(length) for length in box))
    shape.name = name
    shape.shadow.inherit = False
    shape.fill.solid()
    shape.fill.fore_color.rgb = ink
    shape.line.fill.background()


def _margins(text: Any, x: float, y: float) -> None:
    text.margin_left = text.margin_right = Pt(x)
    text.margin_top = text.margin_bottom = Pt(y)


def _indent(target: Any, paragraph: Paragraph) -> None:
    """A hanging bullet, by the paragraph's own properties: templates may have others."""
    properties = target._p.get_or_add_pPr()
    properties.set("marL", str(Pt(paragraph.indent)))
    properties.set("indent", str(-Pt(14) if paragraph.bullet else 0))
    kind = "a:buChar" if paragraph.bullet else "a:buNone"
    bullet = properties.makeelement(qn(kind), {"char": "•"} if paragraph.bullet else {})
    properties.append(bullet)


def _plain(shape: Any) -> None:
    """A table with thin lines and no banding: the built-in style 'No Style, Table Grid'."""
    properties = shape._element.graphic.graphicData.tbl.tblPr
    for name in ("bandRow", "firstRow"):
        properties.set(name, "1" if name == "firstRow" else "0")
    style = properties.find(qn("a:tableStyleId"))
    if style is not None:
        style.text = "{5940675A-B579-460E-94D1-54222C63F5DA}"


def _heated(heat: float) -> RGBColor:
    part = 0.15 + 0.85 * heat
    return RGBColor(*(round(255 - (255 - channel) * part) for channel in _HEAT))


__all__ = ["render_deck"]
