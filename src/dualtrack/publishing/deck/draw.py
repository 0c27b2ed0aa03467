"""Draws planned slides with python-pptx, in our own plain design or in an organisation's template."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dualtrack.publishing.blocks import Brief, Chart, Reference, Table
from dualtrack.publishing.deck.frame import GAP, LEAD, idea_height
from dualtrack.publishing.deck.grids import caveat_height, caveat_text, column_widths
from dualtrack.publishing.deck.lettering import ACCENT, LINE_INK, Letters, Line, said
from dualtrack.publishing.deck.native import add_chart
from dualtrack.publishing.deck.package import Slides
from dualtrack.publishing.deck.paragraphs import MOST_SEEN, Paragraph, Run
from dualtrack.publishing.deck.plan import plan
from dualtrack.publishing.deck.shapes import Canvas
from dualtrack.publishing.deck.slide import Slide
from dualtrack.publishing.deck.stable import stable
from dualtrack.publishing.deck.theme import Look, prepare
from dualtrack.publishing.measure import LINE, fitted, height, width
from dualtrack.publishing.words import join, word

_FOOT, _TITLES = 9.0, (24.0, 20.0, 18.0, 16.0, 14.0)
_FOOT_RIGHT = 150.0


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
        self.letters = Letters(brief.language, look.own)
        self.slides = Slides(look.presentation)
        self.count = len(slides)
        self.where: dict[str, int] = {}
        for number, slide in enumerate(slides, start=1):
            for key in (*slide.anchors, *slide.records):
                self.where.setdefault(key, number)

    def paint(self, slide: Slide, number: int) -> None:
        """Add one slide."""
        cover = slide.kind == "title"
        part = self.slides.begin(self.look.title_layout if cover else self.look.layout)
        canvas = Canvas(self.letters)
        if cover:
            self._cover(canvas, slide)
        else:
            self._title(canvas, slide)
            self._body(canvas, slide, number, part)
            self._foot(canvas, slide, number)
        self.slides.finish(part, canvas, self._notes(slide))

    def _cover(self, canvas: Canvas, slide: Slide) -> None:
        brief, frame = self.brief, self.frame
        lines = [
            slide.idea,
            word("audience", self.language, audience=brief.audience) if brief.audience else "",
            word("as_of", self.language, on=brief.on),
            word("known_by", self.language, known=brief.known),
            word("edition", self.language, edition=brief.edition) if brief.edition else "",
        ]
        below = [Line((Run(line, soft=True),), 18, after=6) for line in lines if line]
        title, *others = self.look.holders(cover=True)
        head = Line((Run(slide.title, bold=True),), self._size(slide.title, 820, 150, 32))
        canvas.placeholder(title, "Title", None, self.letters.paragraphs([head]))
        if others:
            canvas.placeholder(others[0], "Subtitle", None, self.letters.paragraphs(below))
        else:
            canvas.text_box("cover", (frame.left, frame.height * 0.55, frame.inner, frame.height * 0.3), below)
        if self.look.own:
            canvas.rule("cover line", (48, 130, 8, 340), ACCENT)

    def _title(self, canvas: Canvas, slide: Slide) -> None:
        frame, (holder, *_) = self.frame, self.look.holders(cover=False)
        tagged = width(slide.tag.name, 12, True) + 34 if slide.tag else 0.0
        if self.look.own:
            room = frame.inner - (tagged + 12 if slide.tag else 0)
            size = self._size(slide.title, room - 4, frame.title_height, _TITLES[0])
            line = Line((Run(slide.title, bold=True),), size)
            box = (frame.left, frame.title_top, room, frame.title_height)
            canvas.placeholder(holder, "Title", box, self.letters.paragraphs([line]))
        else:
            canvas.placeholder(holder, "Title", None, f"<a:p><a:r><a:t>{said(slide.title)}</a:t></a:r></a:p>")
        if slide.tag:
            x = frame.width - frame.left - tagged
            y = frame.title_top + frame.title_height / 2 - 12 if self.look.own else max(4.0, frame.title_top - 26)
            canvas.country_tag(slide.tag, (x, y, tagged, 24))

    @staticmethod
    def _size(text: str, room: float, high: float, most: float) -> float:
        sizes = (most, *(size for size in _TITLES if size < most))
        return next((size for size in sizes if height(text, size, room, True) <= high), sizes[-1])

    def _body(self, canvas: Canvas, slide: Slide, number: int, part: Any) -> None:
        frame, top = self.frame, self.frame.body_top
        bottom = frame.body_top + frame.body_height
        if slide.kind == "part" and self.look.own:
            canvas.rule("part line", (frame.left, top - 6, frame.inner, 3), ACCENT)
            top += 14
        if slide.idea:
            high = idea_height(slide.idea, frame)
            line = Line((Run(slide.idea, bold=True),), LEAD, ink=ACCENT if self.look.own else "")
            canvas.text_box("idea", (frame.left, top, frame.inner, high), [line])
            top += high
        if slide.paragraphs:
            high = min(bottom - top, sum(p.high(frame.inner) for p in slide.paragraphs) + 2)
            lines = [self._line(paragraph, number) for paragraph in slide.paragraphs]
            canvas.text_box("body", (frame.left, top, frame.inner, high), lines)
        elif slide.table is not None:
            widths = column_widths(slide.table, frame.inner)
            canvas.table(slide.table, (frame.left, top), widths, slide.heights)
            self._caveat(canvas, slide.table, top + sum(slide.heights) + 6)
        elif slide.chart is not None:
            caveat = caveat_height(slide.chart, self.language, frame)
            box = (frame.left, top, frame.inner, bottom - top - caveat - 4)
            canvas.chart(slide.chart, box, add_chart(part, slide.chart))
            self._caveat(canvas, slide.chart, bottom - caveat)

    def _line(self, paragraph: Paragraph, number: int) -> Line:
        seen = self._seen(paragraph, number)
        runs = (*paragraph.runs, Run(seen, soft=True)) if seen else paragraph.runs
        return Line(runs, paragraph.size, GAP, paragraph.indent, paragraph.bullet)

    def _seen(self, paragraph: Paragraph, number: int) -> str:
        """The slides of what a paragraph refers to, where they are others than this."""
        places = dict.fromkeys(self.where[id] for id in paragraph.see if id in self.where)
        told = [word("see_slide", self.language, slide=place) for place in places if place != number][:MOST_SEEN]
        if not told:
            return ""
        said = join(told, self.language)
        return f"（{said}）" if self.language == "ja" else f" ({said})"

    def _caveat(self, canvas: Canvas, block: Table | Chart, top: float) -> None:
        text = caveat_text(block, self.language)
        if text:
            high = caveat_height(block, self.language, self.frame)
            box = (self.frame.left, top, self.frame.inner, high)
            canvas.text_box("caveat", box, [Line((Run(text, soft=True),), 10)])

    def _foot(self, canvas: Canvas, slide: Slide, number: int) -> None:
        frame = self.frame
        top, high = frame.height - frame.foot_height, frame.foot_height - 12
        room = frame.inner - _FOOT_RIGHT - 10
        canvas.rule("foot line", (frame.left, top, frame.inner, 0.75), LINE_INK)
        cited = self._short_sources(slide.references, room - 4)
        if cited:
            canvas.text_box("sources", (frame.left, top + 3, room, high), [Line((Run(cited, soft=True),), _FOOT)])
        place = (frame.width - frame.left - _FOOT_RIGHT, top + 3, _FOOT_RIGHT, high)
        known = word("known_short", self.language, known=self.brief.known)
        here = word("slide_of", self.language, n=number, of=self.count)
        lines = [Line((Run(known, soft=True),), _FOOT, align="r"), Line((Run(here),), 10, align="r")]
        canvas.text_box("number", place, lines)

    def _short_sources(self, references: Iterable[Reference], room: float) -> str:
        """Each source with its places, short enough for two lines of the foot; the notes have them in full."""
        places: dict[int, list[str]] = {}
        for reference in references:
            held = places.setdefault(reference.number, [])
            if reference.at and reference.at not in held:
                held.append(reference.at)
        parts = []
        for number, at in sorted(places.items()):
            title = fitted(self.brief.sources[number - 1].title, _FOOT, 180)
            parts.append(f"[{number}] {title}" + (f" {join(at[:3], self.language)}" if at else ""))
        if not parts:
            return ""
        head = word("sources", self.language) + ("：" if self.language == "ja" else ": ")
        while len(parts) > 1 and height(head + "  ".join(parts), _FOOT, room) > _FOOT * LINE * 2.05:
            parts = [*parts[:-2], "…"] if parts[-1] == "…" else [*parts[:-1], "…"]
        return head + "  ".join(parts)

    def _notes(self, slide: Slide) -> list[str]:
        """What there is no room for on the slide: remarks, sources in full, the records."""
        lines = [*slide.notes]
        numbers = list(dict.fromkeys(reference.number for reference in slide.references))
        if numbers:
            lines.append(word("notes_sources", self.language))
            lines.extend(self._full_source(number, slide) for number in numbers)
        if slide.records:
            lines += [word("notes_records", self.language), ", ".join(slide.records)]
        return lines

    def _full_source(self, number: int, slide: Slide) -> str:
        source = self.brief.sources[number - 1]
        at = join([r.at for r in slide.references if r.number == number and r.at], self.language)
        parts = (source.title, source.publisher, source.published, at, source.url)
        return f"[{number}] " + " · ".join(part for part in parts if part)
