"""Which words stand on which slide: a brief cut into slides by measured height, so that nothing overflows.

Lengths are in points; a slide is 960 by 540 unless a template says otherwise.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dualtrack.publishing.blocks import Block, Brief, Cell, Chart, Heading, Note, Reference, Section, Statement, Table, Tag
from dualtrack.publishing.measure import height
from dualtrack.publishing.words import word

TEXT, SMALL, CELL, LEAD = 14.0, 11.5, 10.5, 16.0
"""Font sizes: statements, their details and notes, table cells, the idea of a slide."""
GAP = 5.0
RESERVED, MOST_SEEN = "（スライド000）", 3
"""The room kept for each cross-reference by slide number, and how many a paragraph gives."""
CELL_PAD_X, CELL_PAD_Y = 5.0, 3.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things may stand on a slide, in points."""

    width: float = 960.0
    height: float = 540.0
    left: float = 40.0
    title_top: float = 20.0
    title_height: float = 52.0
    foot_height: float = 50.0

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.left

    @property
    def body_top(self) -> float:
        """Where the body begins."""
        return self.title_top + self.title_height + 8

    @property
    def body_height(self) -> float:
        """The height of the body."""
        return self.height - self.body_top - self.foot_height - 6


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look inside a paragraph; ``colour`` is a country id or empty."""

    text: str
    bold: bool = False
    soft: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a slide's body."""

    runs: tuple[Run, ...]
    size: float = TEXT
    indent: float = 0.0
    bullet: bool = False
    anchor: str = ""
    see: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)

    def high(self, room: float) -> float:
        """Its height when broken at ``room``, with the gap after it."""
        bold = all(run.bold for run in self.runs)
        reserved = RESERVED * min(len(self.see), MOST_SEEN)
        return height(self.text + reserved, self.size, room - self.indent, bold) + GAP


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its title, its idea, and a body of one kind."""

    kind: str
    title: str
    idea: str = ""
    tag: Tag | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    table: Table | None = None
    heights: tuple[float, ...] = ()
    chart: Chart | None = None
    references: tuple[Reference, ...] = ()
    anchors: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    section: str = ""


@dataclass(slots=True)
class _Open:
    """The slide being filled."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    used: float = 0.0


def plan(brief: Brief, frame: Frame) -> list[Slide]:
    """All slides in order: title, contents, the sections, sources. Contents and cross-references are filled in later."""
    body: list[Slide] = []
    for section in brief.sections:
        if section.level == 1 and not section.blocks and not _chapters(brief, section):
            continue
        body.extend(_section(section, brief, frame))
    body.extend(_sources(brief, frame))
    title = Slide("title", brief.title, brief.subtitle)
    return [title, *_contents(brief, frame, body), *body]


def _chapters(brief: Brief, part: Section) -> list[Section]:
    return [section for section in brief.sections if section.level == 2 and section.number.startswith(f"{part.number}.")]


def _section(section: Section, brief: Brief, frame: Frame) -> Iterator[Slide]:
    chapters = _chapters(brief, section) if section.level == 1 else []
    if chapters:
        lead = " ".join(block.text for block in section.blocks if isinstance(block, Note))
        entries = tuple(
            Paragraph((Run(f"{c.number}  {c.title}"),), LEAD, anchor=c.anchor, see=(c.anchor,)) for c in chapters
        )
        yield Slide("part", f"{section.number}  {section.title}", lead, None, entries, anchors=(section.anchor,), section=section.anchor)
        return
    slides = [replace(slide, section=section.anchor) for slide in _filled(section, brief, frame)]
    for number, slide in enumerate(slides):
        anchors = (section.anchor, *slide.anchors) if number == 0 else slide.anchors
        yield replace(slide, anchors=anchors)


def _filled(section: Section, brief: Brief, frame: Frame) -> Iterator[Slide]:
    """The slides of a chapter: a new one for each heading, point, table and chart, and wherever one is full."""
    title = f"{section.number}  {section.title}"
    idea, above, pending = "", "", list[Statement | Note | Heading]()
    colon = "：" if brief.language == "ja" else ": "
    for block in section.blocks:
        if isinstance(block, Heading):
            above = block.text if block.level < 4 else above
            said = block.text if block.level < 4 or not above else f"{above}{colon}{block.text}"
            pending.append(replace(block, text=said))
            continue
        if isinstance(block, Statement) or (isinstance(block, Note) and block.kind not in ("point", "lead")):
            pending.append(block)
            continue
        if isinstance(block, Note) and block.kind == "point" and _only_points(section):
            pending.append(block)
            continue
        last = pending.pop().text if pending and isinstance(pending[-1], Heading) else ""
        yield from _lists(pending, title, idea, section.tag, brief, frame)
        pending, idea = [], last
        if isinstance(block, Note):
            idea = block.text
        elif isinstance(block, Table):
            if not block.folded:
                yield from _tables(block, title, block.title or idea, section.tag, brief, frame)
        else:
            yield _chart(block, title, section.tag)
    yield from _lists(pending, title, idea, section.tag, brief, frame)


def _only_points(section: Section) -> bool:
    """Whether the section gives its points alone: then they share slides."""
    return not any(isinstance(block, Statement) for block in section.blocks)


def _lists(
    blocks: list[Statement | Note | Heading], title: str, idea: str, tag: Tag | None, brief: Brief, frame: Frame
) -> Iterator[Slide]:
    """Statements on as many slides as they need; a heading opens a slide, or stands inside one if its group fits there."""
    while blocks and isinstance(blocks[-1], Heading):
        blocks = blocks[:-1]
    if not blocks:
        return
    room = frame.body_height - (idea_height(idea, frame) if idea else 0.0)
    slide = _Open()
    part = 1
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            group = _group_height(blocks[index + 1 :], brief.language, frame)
            if slide.paragraphs and slide.used + group + 30 <= room:
                slide.paragraphs.append(Paragraph((Run(block.text, bold=True),), LEAD))
                slide.used += slide.paragraphs[-1].high(frame.inner)
                continue
            if slide.paragraphs:
                yield _closed(slide, title, idea, tag, part, brief)
            slide, part, idea = _Open(), 1, block.text
            room = frame.body_height - idea_height(idea, frame)
            continue
        paragraphs = _said(block, brief.language)
        high = sum(paragraph.high(frame.inner) for paragraph in paragraphs)
        if slide.paragraphs and slide.used + high > room and (high <= room or slide.used > room * 0.6):
            yield _closed(slide, title, idea, tag, part, brief)
            slide, part = _Open(), part + 1
        for paragraph in paragraphs:
            tall = paragraph.high(frame.inner)
            if slide.paragraphs and slide.used + tall > room:
                yield _closed(slide, title, idea, tag, part, brief)
                slide, part = _Open(), part + 1
            slide.paragraphs.append(paragraph)
            slide.used += tall
            if isinstance(block, Statement) and block not in slide.statements:
                slide.statements.append(block)
    yield _closed(slide, title, idea, tag, part, brief)


def _group_height(blocks: list[Statement | Note | Heading], language: str, frame: Frame) -> float:
    """The height of the blocks up to the next heading."""
    total = 0.0
    for block in blocks:
        if isinstance(block, Heading):
            break
        total += sum(paragraph.high(frame.inner) for paragraph in _said(block, language))
    return total


def _closed(slide: _Open, title: str, idea: str, tag: Tag | None, part: int, brief: Brief) -> Slide:
    shown = title + (word("continued", brief.language, n=part) if part > 1 else "")
    references = tuple(dict.fromkeys(r for statement in slide.statements for r in statement.references))
    remarks = tuple(f"{s.anchor.removeprefix('s')}: {remark}" for s in slide.statements for remark in s.remarks)
    return Slide(
        "list",
        shown,
        idea,
        tag,
        tuple(slide.paragraphs),
        references=references,
        anchors=tuple(p.anchor for p in slide.paragraphs if p.anchor),
        records=tuple(dict.fromkeys(statement.record for statement in slide.statements)),
        notes=remarks,
    )


def _said(block: Statement | Note, language: str) -> list[Paragraph]:
    """A statement as paragraphs: date, tags and sentence in one, then its listed points."""
    if isinstance(block, Note):
        if block.kind == "point":
            tags = ("、" if language == "ja" else ", ").join(tag.name for tag in block.tags)
            supported = Paragraph((Run(f"{word('supported_by', language)}{'：' if language == 'ja' else ': '}{tags}", soft=True),), SMALL, 16)
            point = Paragraph((Run(block.text, bold=True),), LEAD, 16, bullet=True, anchor=block.anchor)
            return [point, supported] if tags else [point]
        return [Paragraph((Run(block.text, soft=True),), SMALL)]
    colon = "：" if language == "ja" else ": "
    runs = []
    if block.mark:
        runs.append(Run(f"[{word(block.mark, language)}] ", bold=True))
    if block.date:
        runs.append(Run(f"{block.date}  ", bold=True))
    if block.tags:
        names = ("・" if language == "ja" else ", ").join(tag.name for tag in block.tags[:4])
        runs.append(Run(f"〔{names}〕" if language == "ja" else f"[{names}] ", soft=True))
    if block.topic:
        runs.append(Run(f"{block.topic}{colon}", bold=True))
    runs.append(Run(block.text))
    if block.figures:
        figures = ("、" if language == "ja" else "; ").join(block.figures)
        runs.append(Run(f"（{figures}）" if language == "ja" else f" ({figures})"))
    runs.append(Run(" " + numbers(block.references), raised=True))
    first = Paragraph(tuple(runs), TEXT, 16, bullet=True, anchor=block.anchor, see=block.see)
    if not block.details:
        return [first]
    if max(len(detail) for detail in block.details) <= (18 if language == "ja" else 34):
        joined = ("、" if language == "ja" else "; ").join(block.details)
        return [first, Paragraph((Run(joined, soft=True),), SMALL, 30)]
    return [first, *(Paragraph((Run(detail),), SMALL, 34, bullet=True) for detail in block.details)]


def numbers(references: Iterable[Reference]) -> str:
    """Source numbers as raised text: ``[1][19]``."""
    return "".join(f"[{number}]" for number in dict.fromkeys(reference.number for reference in references))


def idea_height(idea: str, frame: Frame) -> float:
    """The height of the line that says a slide's idea."""
    return height(idea, LEAD, frame.inner - 12, bold=True) + 10


def _tables(table: Table, title: str, idea: str, tag: Tag | None, brief: Brief, frame: Frame) -> Iterator[Slide]:
    if not table.rows:
        return
    widths = column_widths(table, frame.inner)
    head = row_height(tuple(Cell(h) for h in table.heads), widths, bold=True)
    caveat = caveat_height(table, brief.language, frame)
    room = frame.body_height - (idea_height(idea, frame) if idea else 0.0) - head - caveat
    rows = [short for row in table.rows for short in _split(row, widths, room)]
    part, used, held, heights = 1, 0.0, list[tuple[Cell, ...]](), list[float]()
    for row in rows:
        high = row_height(row, widths)
        if held and used + high > room:
            yield _table_slide(table, held, (head, *heights), title, idea, tag, part, brief)
            part, used, held, heights = part + 1, 0.0, [], []
        held.append(row)
        heights.append(high)
        used += high
    yield _table_slide(table, held, (head, *heights), title, idea, tag, part, brief)


def _table_slide(
    table: Table, rows: list[tuple[Cell, ...]], heights: tuple[float, ...], title: str, idea: str, tag: Tag | None, part: int, brief: Brief
) -> Slide:
    cells = [cell for row in rows for cell in row]
    references = [reference for cell in cells for reference in cell.references]
    if table.caveat:
        references.extend(table.caveat.sources)
    return Slide(
        "table",
        title + (word("continued", brief.language, n=part) if part > 1 else ""),
        idea,
        tag,
        table=replace(table, rows=tuple(rows)),
        heights=heights,
        references=tuple(dict.fromkeys(references)),
        anchors=tuple(cell.anchor for cell in cells if cell.anchor),
        records=tuple(dict.fromkeys(cell.record for cell in cells if cell.record)),
    )


def _split(row: tuple[Cell, ...], widths: tuple[float, ...], room: float) -> Iterator[tuple[Cell, ...]]:
    """A row higher than a slide as several rows."""
    if row_height(row, widths) <= room:
        yield row
        return
    longest = max(range(len(row)), key=lambda i: len(row[i].text))
    text = row[longest].text
    middle = max(text.rfind(mark, 0, len(text) // 2 + 1) for mark in ("／", "/", "。", "、", ", ", " ")) + 1 or len(text) // 2
    first = tuple(replace(cell, text=text[:middle]) if i == longest else cell for i, cell in enumerate(row))
    rest = tuple(
        replace(cell, text=text[middle:]) if i == longest else replace(cell, text="", anchor="", record="", references=())
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


def row_height(row: tuple[Cell, ...], widths: tuple[float, ...], bold: bool = False) -> float:
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


def _chart(chart: Chart, title: str, tag: Tag | None) -> Slide:
    records = tuple(dict.fromkeys(id for row in chart.data.rows for cell in row for id in cell.records))
    return Slide("chart", title, chart.title, tag, chart=chart, references=chart.caveat.sources, records=records)


def _sources(brief: Brief, frame: Frame) -> Iterator[Slide]:
    title = word("source_list", brief.language)
    paragraphs = [
        Paragraph(
            (Run(f"[{source.number}] ", bold=True), Run(_source_line(source.title, source.publisher, source.published, brief.language)), Run(f"  {source.url}" if source.url else "", soft=True)),
            SMALL,
            anchor=f"src-{source.number}",
        )
        for source in brief.sources
    ]  # fmt: skip
    part, used, held = 1, 0.0, list[Paragraph]()
    for paragraph in paragraphs:
        high = paragraph.high(frame.inner)
        if held and used + high > frame.body_height:
            yield _source_slide(held, title, part, brief)
            part, used, held = part + 1, 0.0, []
        held.append(paragraph)
        used += high
    if held:
        yield _source_slide(held, title, part, brief)


def _source_slide(held: list[Paragraph], title: str, part: int, brief: Brief) -> Slide:
    anchors = (*(("sources",) if part == 1 else ()), *(p.anchor for p in held))
    shown = title + (word("continued", brief.language, n=part) if part > 1 else "")
    return Slide("list", shown, paragraphs=tuple(held), anchors=anchors, section="sources")


def _source_line(title: str, publisher: str, published: str, language: str) -> str:
    return ("、" if language == "ja" else ", ").join(part for part in (title, publisher, published) if part)


def _contents(brief: Brief, frame: Frame, body: list[Slide]) -> list[Slide]:
    """The contents, each entry with the number of its slide, which the contents' own length moves."""
    starts: dict[str, int] = {}
    for number, slide in enumerate(body):
        starts.setdefault(slide.section, number)
    entries = [(s.number, s.title, s.anchor, s.level) for s in brief.sections if s.anchor in starts]
    entries.append(("", word("source_list", brief.language), "sources", 1))
    each = Paragraph((Run("x"),), TEXT).high(frame.inner)
    most = max(1, int(frame.body_height // each))
    chunks = [entries[i : i + most] for i in range(0, len(entries), most)]
    first = 2 + len(chunks)
    slides = []
    for part, chunk in enumerate(chunks, start=1):
        paragraphs = tuple(
            Paragraph(
                (Run(f"{number}  {title}".strip(), bold=level == 1), Run(f"  ···  {starts[anchor] + first}", soft=True)),
                TEXT,
                0 if level == 1 else 20,
            )
            for number, title, anchor, level in chunk
        )
        shown = word("contents", brief.language) + (word("continued", brief.language, n=part) if part > 1 else "")
        slides.append(Slide("list", shown, paragraphs=paragraphs, section="contents"))
    return slides
