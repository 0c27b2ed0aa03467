"""Draws planned slides with python-pptx, in our own plain design or in an organisation's template."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from dualtrack.publishing.blocks import Brief, Chart, Reference, Table
from dualtrack.publishing.colours import colour
from dualtrack.publishing.deck.frame import EYEBROW, GAP, LEAD
from dualtrack.publishing.deck.grids import caveat_height, caveat_text, column_widths
from dualtrack.publishing.deck.lettering import ACCENT, DEEP, LINE_INK, WHITE, Letters, Line, said
from dualtrack.publishing.deck.native import ROW, add_chart, chart_height, row_names
from dualtrack.publishing.deck.package import Slides, entries_of
from dualtrack.publishing.deck.paragraphs import MOST_SEEN, Paragraph, Run
from dualtrack.publishing.deck.plan import plan
from dualtrack.publishing.deck.scatter import rows_of
from dualtrack.publishing.deck.shapes import Canvas
from dualtrack.publishing.deck.slide import Slide
from dualtrack.publishing.deck.stable import packed
from dualtrack.publishing.deck.stacks import stack_height
from dualtrack.publishing.deck.theme import COVER_HEIGHT, COVER_TITLE, Look, prepare
from dualtrack.publishing.measure import LINE, broken, fitted, height, lines, width
from dualtrack.publishing.words import join, word

_FOOT, _TITLES = 9.0, (22.0, 20.0, 18.0, 16.0, 14.0)
_FOOT_RIGHT = 150.0
PART_TITLE = (70.0, 100.0, 820.0, 84.0)
"""Where the title of a part stands."""


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
    return packed(entries_of(look.presentation), brief.title, brief.known_edtf)


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
        below = [
            Line((Run(line, soft=bool(number)),), 16 if number else 20, after=6)
            for number, line in enumerate(lines)
            if line
        ]
        if self.look.own:
            canvas.rule("ground", (0, 0, frame.width, COVER_HEIGHT), DEEP)
            canvas.rule("ground line", (0, COVER_HEIGHT, frame.width, 6), ACCENT)
        title, *others = self.look.cover_holders
        size = self._size(slide.title, COVER_TITLE[2] - 8, COVER_TITLE[3], 36)
        head = Line((Run(slide.title, bold=True),), size, ink=WHITE if self.look.own else "")
        canvas.placeholder(title, "Title", None, self.letters.paragraphs([head]))
        if others:
            canvas.placeholder(others[0], "Subtitle", None, self.letters.paragraphs(below))
        else:
            canvas.text_box("cover", (frame.left, frame.height * 0.55, frame.inner, frame.height * 0.3), below)

    def _title(self, canvas: Canvas, slide: Slide) -> None:
        """The title says the slide's idea; above it stand the section, which part this is, and whose it is."""
        frame, holder = self.frame, self.look.title_holder
        part = word("part_of", self.language, n=slide.part, of=slide.parts) if slide.parts > 1 else ""
        tagged = width(slide.tag.name, 12, True) + 34 if slide.tag else 0.0
        if not self.look.own:
            size = self._size(slide.title + part, self.look.title_room, frame.title_height, self.look.title_size)
            smaller = f'<a:rPr sz="{round(size * 100)}"/>' if size < self.look.title_size else ""
            text = f"<a:p><a:r>{smaller}<a:t>{said(slide.title + part)}</a:t></a:r></a:p>"
            canvas.placeholder(holder, "Title", None, text)
        elif slide.kind == "part":
            canvas.rule("ground", (0, 0, 20, frame.height), DEEP)
            size = self._size(slide.title, PART_TITLE[2] - 4, PART_TITLE[3], 32)
            line = Line((Run(slide.title, bold=True),), size)
            canvas.placeholder(holder, "Title", PART_TITLE, self.letters.paragraphs([line]))
        else:
            shade = colour(slide.tag.id) if slide.tag else ACCENT
            title = slide.idea or slide.title + part
            above = slide.title + part if slide.idea else self._part_of(slide)
            if above:
                box = (frame.left, 16.0, frame.inner - tagged - 12, EYEBROW * LINE + 2)
                shown = fitted(above, EYEBROW, box[2] / 1.1)
                canvas.text_box("section", box, [Line((Run(shown, bold=True),), EYEBROW, ink=ACCENT)])
            size = self._size(title, frame.inner - 4, frame.title_height, _TITLES[0])
            box = (frame.left, frame.title_top, frame.inner, frame.title_height)
            line = Line((Run(title, bold=True),), size)
            canvas.placeholder(holder, "Title", box, self.letters.paragraphs([line]))
            canvas.rule("title line", (frame.left, frame.title_top + frame.title_height + 4, frame.inner, 2), shade)
        if slide.tag:
            y = 9.0 if self.look.own else max(4.0, frame.title_top - 26)
            canvas.country_tag(slide.tag, (frame.width - frame.left - tagged, y, tagged, 22))

    def _part_of(self, slide: Slide) -> str:
        """The part that a chapter belongs to."""
        number = slide.title.split("  ")[0]
        head, dot, _ = number.partition(".")
        part = next((s for s in self.brief.sections if s.level == 1 and s.number == head), None) if dot else None
        return f"{part.number}  {part.title}" if part else ""

    @staticmethod
    def _size(text: str, room: float, high: float, most: float) -> float:
        """The largest size at which a title fits; a step less where that saves a line of a word or two."""
        sizes = (most, *(size for size in (32.0, 28.0, *_TITLES) if size < most))
        found = next((n for n, size in enumerate(sizes) if height(text, size, room, True) <= high), len(sizes) - 1)
        below = sizes[min(found + 1, len(sizes) - 1)]
        return below if lines(text, below, room, True) < lines(text, sizes[found], room, True) else sizes[found]

    def _body(self, canvas: Canvas, slide: Slide, number: int, part: Any) -> None:
        frame, top = self.frame, self.frame.body_top
        bottom = frame.body_top + frame.body_height
        if slide.kind == "part" and self.look.own:
            top = self._lead(canvas, slide)
        elif slide.idea and frame.idea(slide.idea):
            high = frame.idea(slide.idea)
            canvas.text_box("idea", (frame.left, top, frame.inner, high), [Line((Run(slide.idea, bold=True),), LEAD)])
            top += high
        if slide.paragraphs:
            columns = (slide.paragraphs, slide.beside) if slide.beside else (slide.paragraphs,)
            wide = frame.column if slide.beside else frame.inner
            for place, paragraphs in enumerate(columns):
                left = (PART_TITLE[0] if slide.kind == "part" and self.look.own else frame.left) + place * (wide + 30)
                room = min(wide, frame.width - frame.left - left)
                high = min(bottom - top, sum(p.high(room) for p in paragraphs) + 2)
                lines = [self._line(paragraph, number) for paragraph in paragraphs]
                canvas.text_box("beside" if place else "body", (left, top, room, high), lines)
        elif slide.table is not None:
            self._table(canvas, slide, top)
        elif slide.stack:
            for inner in slide.stack:
                high = height(inner.idea, LEAD, frame.inner, bold=True)
                canvas.text_box(
                    "idea", (frame.left, top, frame.inner, high), [Line((Run(inner.idea, bold=True),), LEAD)]
                )
                self._table(canvas, inner, top + high + 6)
                top += stack_height(inner, self.language, frame)
        elif slide.chart is not None:
            caveat = caveat_height(slide.chart, self.language, frame)
            high = min(bottom - top - caveat - 4, chart_height(slide.chart))
            self._chart(canvas, slide.chart, part, top, high)
            self._caveat(canvas, slide.chart, top + high + 4)

    def _table(self, canvas: Canvas, slide: Slide, top: float) -> None:
        assert slide.table is not None
        widths = column_widths(slide.table, self.frame.inner)
        canvas.table(slide.table, (self.frame.left, top), widths, slide.heights)
        self._caveat(canvas, slide.table, top + sum(slide.heights) + 6)

    def _chart(self, canvas: Canvas, chart: Chart, part: Any, top: float, high: float) -> None:
        """A chart, with the names of its rows beside it where it has marks in rows."""
        names, frame = row_names(chart), self.frame
        size = (frame.inner - names, high)
        canvas.chart(chart, (frame.left + names, top, *size), add_chart(part, chart, size))
        places = rows_of(chart, size) if names else []
        pitch = min((two - one for one, two in pairwise(places)), default=100.0)
        for name, y in zip(chart.rows, places, strict=False):
            parts = broken(name, ROW, names - 2)
            if len(parts) * ROW * LINE > pitch:
                parts = (fitted(name, ROW, names - 2),)
            tall = len(parts) * ROW * LINE
            below = [Line((Run(part),), ROW, align="r") for part in parts]
            canvas.text_box("row", (frame.left, top + y - tall / 2, names, tall), below)

    def _lead(self, canvas: Canvas, slide: Slide) -> float:
        """What a part says first, under its title; where its chapters begin."""
        x, y, wide, high = PART_TITLE
        top = y + high + 12
        canvas.rule("title line", (x, top, 120, 4), ACCENT)
        top += 20
        if slide.idea:
            tall = height(slide.idea, LEAD, wide) + 14
            canvas.text_box("idea", (x, top, wide, tall), [Line((Run(slide.idea, soft=True),), LEAD)])
            top += tall
        return top

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
