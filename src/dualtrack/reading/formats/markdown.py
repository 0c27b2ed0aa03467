"""Markdown, with or without front matter, and decks of slides turned into Markdown."""

import re

from dualtrack.reading.blocks import Block, blocks_of
from dualtrack.reading.builder import Builder
from dualtrack.reading.charset import decode
from dualtrack.reading.grid import add_table, cells_of
from dualtrack.reading.inline import plain
from dualtrack.reading.lines import clean, kind_of_line
from dualtrack.reading.metadata import facts_of, front_matter
from dualtrack.reading.registry import reads
from dualtrack.reading.slides import Slides

_LONGEST_HEADING = 200
_IMAGE = re.compile(r"!\[([^\]]{0,1000})\]\([^)\n]{0,2000}\)")


@reads("text/markdown", ".md", ".markdown", ".mdx", ".qmd", isolated=False)
def read_markdown(data: bytes, builder: Builder) -> None:
    """Read Markdown: marks are taken out, slides kept."""
    text, encoding = decode(data)
    if encoding != "utf-8":
        builder.signal(f"the text was read as {encoding}")
    fields, text, trouble = front_matter(text)
    builder.facts.update(facts_of(fields))
    if trouble:
        builder.signal(trouble)
    write(blocks_of(text), builder, deck="marp" in fields or "paginate" in fields)


def write(blocks: list[Block], builder: Builder, deck: bool = False, marked: bool = True) -> None:
    """Write blocks into a builder, by slide where they are a deck's.

    Args:
        blocks: In order.
        builder: Where to.
        deck: Whether the text calls itself a deck.
        marked: Whether Markdown's marks are to be taken out.
    """
    slides = Slides(blocks, deck)
    section: list[str] = []
    title = -1
    for index, block in enumerate(blocks):
        if (number := slides.begins.get(index)) is not None:
            if number > builder.limits.pages:
                builder.signal(f"pages after {builder.limits.pages:,} were left out")
                break
            builder.page = number
            section = _section_over(slides, index, section)
            builder.reset_headings(section)
            title = _title_at(blocks, index)
        if slides and block.kind == "heading":
            block.depth = 1 if index == title else block.depth + 1
        if index not in slides.furniture:
            _write_block(block, builder, marked)
        if index in slides.sections:
            section = [clean(plain(block.text))]
    if slides:
        builder.facts["pages"] = max(slides.begins.values())
        _tell(slides, builder)


def _title_at(blocks: list[Block], index: int) -> int:
    """Where the title of the slide that begins at ``index`` is: its first block, past the mark of the page."""
    while index < len(blocks) and blocks[index].kind in ("page", "rule"):
        index += 1
    return index


def _section_over(slides: Slides, index: int, section: list[str]) -> list[str]:
    """The section that a slide is in: it ends where a title is numbered like a section head."""
    return [] if slides.numbered(index) else section


def _tell(slides: Slides, builder: Builder) -> None:
    if slides.how != "page marks":
        agree = slides.agreements()
        builder.signal(
            f"the {len(slides)} slides are inferred from {slides.how}"
            + (f"; {agree} printed page numbers agree" if agree else "")
        )
    for found, printed in slides.disagreements():
        builder.signal(f"slide {found} bears the printed number {printed}")
    if slides.furniture:
        texts = sorted(set(slides.furniture.values()))
        builder.signal("page footers were left out: " + "; ".join(texts[:10]))


def _write_block(block: Block, builder: Builder, marked: bool) -> None:
    if block.kind in ("rule", "page"):
        return
    if block.kind == "table":
        rows = [[plain(cell) for cell in row] for row in block.rows] if marked else block.rows
        add_table(builder, cells_of(rows), block.head_rows)
        return
    if block.kind == "html table":
        from dualtrack.reading.formats.html import add_html_tables

        add_html_tables(block.text, builder)
        return
    text = clean(plain(block.text) if marked and block.kind != "code" else block.text)
    if block.kind == "heading" and len(text) <= _LONGEST_HEADING:
        builder.heading(text, block.depth)
    elif block.kind == "list item":
        builder.add(kind_of_line(text, "list item"), text, between="\n", cleaned=True, depth=block.depth or None)
    elif block.kind == "footnote":
        builder.add("footnote", text, between="\n", cleaned=True)
    else:
        for part in text.split("\n") if block.kind != "code" else [text]:
            kind = "caption" if marked and _IMAGE.fullmatch(block.text.strip()) else kind_of_line(part)
            builder.add(kind, part, cleaned=True)
