"""Which words stand on which slide: a brief cut into slides by measured height, so that nothing overflows."""

from collections.abc import Iterator
from dataclasses import replace

from dualtrack.publishing.blocks import Block, Brief, Chart, Heading, Note, NumberedSource, Section, Statement, Table
from dualtrack.publishing.deck.frame import LEAD, SMALL, TEXT, Frame
from dualtrack.publishing.deck.grids import tables
from dualtrack.publishing.deck.lists import Listed, lists
from dualtrack.publishing.deck.paragraphs import Paragraph, Run
from dualtrack.publishing.deck.slide import Head, Slide, counted
from dualtrack.publishing.deck.stacks import stacked
from dualtrack.publishing.measure import even_pages
from dualtrack.publishing.words import join, word


def plan(brief: Brief, frame: Frame) -> list[Slide]:
    """All slides in order: title, contents, the sections, sources."""
    body = [slide for section in brief.sections for slide in _section(section, brief, frame)]
    body.extend(_sources(brief, frame))
    return [Slide("title", brief.title, brief.subtitle), *_contents(brief, frame, body), *body]


def _chapters(brief: Brief, part: Section) -> list[Section]:
    inner = f"{part.number}."
    return [section for section in brief.sections if section.level == 2 and section.number.startswith(inner)]


def _section(section: Section, brief: Brief, frame: Frame) -> Iterator[Slide]:
    chapters = _chapters(brief, section) if section.level == 1 else []
    if chapters:
        yield _part(section, chapters)
        return
    head = Head(f"{section.number}  {section.title}", brief.language, tag=section.tag)
    for number, slide in enumerate(stacked(counted(_filled(section, head, frame)), brief.language, frame)):
        anchors = (section.anchor, *slide.anchors) if number == 0 else slide.anchors
        yield replace(slide, anchors=anchors, section=section.anchor)


def _part(section: Section, chapters: list[Section]) -> Slide:
    """The slide that opens a part: its lead, and its chapters with their slides."""
    entries = tuple(Paragraph((Run(f"{c.number}  {c.title}"),), LEAD, see=(c.anchor,)) for c in chapters)
    lead = " ".join(block.text for block in section.blocks if isinstance(block, Note))
    return Slide(
        "part",
        f"{section.number}  {section.title}",
        lead,
        paragraphs=entries,
        anchors=(section.anchor,),
        section=section.anchor,
    )


def _filled(section: Section, head: Head, frame: Frame) -> Iterator[Slide]:
    """The slides of a chapter: a new one for each heading, point, table and chart, and wherever one is full."""
    above, waiting = "", list[Listed]()
    for block, following in zip(section.blocks, (*section.blocks[1:], None), strict=True):
        if isinstance(block, Heading):
            above, told = _heading(block, above, head.language)
            if not (isinstance(following, Heading) and following.level > block.level):
                waiting.append(told)
        elif isinstance(block, Statement) or (isinstance(block, Note) and _listed(block, following)):
            waiting.append(block)
        else:
            idea = waiting.pop().text if waiting and isinstance(waiting[-1], Heading) else ""
            yield from lists(waiting, head, frame)
            waiting, head = [], replace(head, idea=idea)
            if isinstance(block, Note):
                head = replace(head, idea=block.text)
            else:
                yield from _figure(block, head, frame)
    yield from lists(waiting, head, frame)


def _heading(block: Heading, above: str, language: str) -> tuple[str, Heading]:
    """A lower heading is told with the one above it: ``India: recent actions``."""
    if block.level < 4 or not above:
        return block.text, block
    colon = "：" if language == "ja" else ": "
    return above, replace(block, text=f"{above}{colon}{block.text}")


def _listed(note: Note, following: Block | None) -> bool:
    """Whether a note stands among statements; a point that statements follow heads their slides instead."""
    return note.kind != "lead" and (note.kind != "point" or not isinstance(following, Statement))


def _figure(block: Block, head: Head, frame: Frame) -> Iterator[Slide]:
    if isinstance(block, Table) and not block.folded:
        yield from tables(block, replace(head, idea=block.title or head.idea), frame)
    elif isinstance(block, Chart):
        records = tuple(dict.fromkeys(id for row in block.data.rows for cell in row for id in cell.records))
        named = replace(head, idea=block.title)
        yield named.slide("chart", chart=block, references=block.caveat.sources, records=records)


def _sources(brief: Brief, frame: Frame) -> Iterator[Slide]:
    head = Head(word("source_list", brief.language), brief.language)
    paragraphs = [_source(source, brief.language) for source in brief.sources]
    parts = even_pages([paragraph.high(frame.inner) for paragraph in paragraphs], frame.body_height)
    for part, indices in enumerate(parts, start=1):
        held = tuple(paragraphs[index] for index in indices)
        anchors = (*(("sources",) if part == 1 else ()), *(paragraph.anchor for paragraph in held))
        yield head.slide("list", paragraphs=held, anchors=anchors, section="sources", part=part, parts=len(parts))


def _source(source: NumberedSource, language: str) -> Paragraph:
    words = join([part for part in (source.title, source.publisher, source.published) if part], language)
    runs = (Run(f"[{source.number}] ", bold=True), Run(words), Run(f"  {source.url}" if source.url else "", soft=True))
    return Paragraph(runs, SMALL, anchor=f"src-{source.number}")


def _contents(brief: Brief, frame: Frame, body: list[Slide]) -> list[Slide]:
    """The contents in two columns, each entry with the number of its slide, which the contents' own length moves."""
    starts: dict[str, int] = {}
    for number, slide in enumerate(body):
        starts.setdefault(slide.section, number)
    entries = [(f"{s.number}  {s.title}", s.anchor, s.level) for s in brief.sections if s.anchor in starts]
    if "sources" in starts:
        entries.append((word("source_list", brief.language), "sources", 1))
    heights = [_entry(title, level, 999).high(frame.column) for title, _, level in entries]
    columns = even_pages(heights, frame.body_height)
    count = -(-len(columns) // 2)
    if len(columns) == 1 and len(entries) > 12:
        columns = even_pages(heights, sum(heights) / 2 + max(heights))
    said = [
        tuple(_entry(entries[i][0], entries[i][2], starts[entries[i][1]] + 2 + count) for i in indices)
        for indices in columns
    ]
    head = Head(word("contents", brief.language), brief.language)
    pairs = [(said[i], said[i + 1] if i + 1 < len(said) else ()) for i in range(0, len(said), 2)]
    return [
        head.slide("contents", paragraphs=left, beside=right, section="contents", part=part, parts=count)
        for part, (left, right) in enumerate(pairs, start=1)
    ]


def _entry(title: str, level: int, number: int) -> Paragraph:
    runs = (Run(title, bold=level == 1), Run(f"\u00a0\u00a0···\u00a0\u00a0{number}", soft=True))
    return Paragraph(runs, TEXT, 0 if level == 1 else 20)
