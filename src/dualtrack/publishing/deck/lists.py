"""Statements on slides: as many on one as it holds, in order, filled evenly, a heading with its group."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dualtrack.publishing.blocks import Heading, Note, Statement
from dualtrack.publishing.deck.frame import LEAD, Frame
from dualtrack.publishing.deck.paragraphs import Paragraph, Run, paragraphs_of
from dualtrack.publishing.deck.slide import Head, Slide
from dualtrack.publishing.measure import even_pages

Listed = Statement | Note | Heading

_SHORT, _SCANT = 0.3, 0.25
"""The share of a slide below which a group may begin on it and run on, and below which the last one is evened out."""


@dataclass(frozen=True, slots=True)
class _Item:
    """Paragraphs that stand together: a block of a group, or a part of one that is longer than a slide.

    ``begins``: whether the heading of its group stands before it where another group precedes on the slide.
    """

    heading: str
    begins: bool
    block: Statement | Note
    paragraphs: tuple[Paragraph, ...]
    high: float


def lists(blocks: list[Listed], head: Head, frame: Frame) -> Iterator[Slide]:
    """The slides of a list; a heading opens one, or stands inside the one before if its group fits there."""
    filling = _Filling(head, frame)
    for heading, group in _groups(blocks):
        filling.add(heading, group)
    yield from map(filling.slide, filling.evened())


def _groups(blocks: list[Listed]) -> Iterator[tuple[str, list[Statement | Note]]]:
    """The blocks under each heading; a heading with nothing under it is left out."""
    heading, group = "", list[Statement | Note]()
    for block in blocks:
        if isinstance(block, Heading):
            if group:
                yield heading, group
            heading, group = block.text, []
        else:
            group.append(block)
    if group:
        yield heading, group


class _Filling:
    """Slides being filled with items."""

    def __init__(self, head: Head, frame: Frame) -> None:
        self.head, self.frame = head, frame
        self.pages: list[list[_Item]] = []

    def add(self, heading: str, group: list[Statement | Note]) -> None:
        """A group: on the slide begun if it fits or little is on that, else on slides of its own, filled evenly."""
        room = self.frame.room(heading or self.head.idea)
        items = [item for block in group for item in self._items(block, room)]
        items = [replace(item, heading=heading, begins=not number) for number, item in enumerate(items)]
        heights = [item.high for item in items]
        if self.pages:
            used = self._used(self.pages[-1]) + self._heading(heading)
            if used + sum(heights) <= room:
                self.pages[-1].extend(items)
                return
            if used < _SHORT * room and used + heights[0] <= room:
                here, *rest = even_pages([used, *heights], room)
                self.pages[-1].extend(items[index - 1] for index in here[1:])
                self.pages.extend([items[index - 1] for index in page] for page in rest)
                return
        self.pages.extend([items[index] for index in page] for page in even_pages(heights, room))

    def _items(self, block: Statement | Note, room: float) -> Iterator[_Item]:
        """A block whole if a slide holds it, else paragraph by paragraph."""
        paragraphs = paragraphs_of(block, self.head.language, self.head.tag)
        high = sum(map(self._high, paragraphs))
        if high <= room * 0.8:
            yield _Item("", False, block, tuple(paragraphs), high)
        else:
            yield from (_Item("", False, block, (paragraph,), self._high(paragraph)) for paragraph in paragraphs)

    def _high(self, paragraph: Paragraph) -> float:
        return paragraph.high(self.frame.inner)

    def _heading(self, text: str) -> float:
        return self._high(_said(text)) if text else 0.0

    def _used(self, page: list[_Item]) -> float:
        """The height of a slide's items with the headings between them."""
        return sum(item.high + (self._heading(item.heading) if n and item.begins else 0) for n, item in enumerate(page))

    def evened(self) -> list[list[_Item]]:
        """The items of each slide; where the last would hold a line or two, it shares with the one before."""
        if len(self.pages) > 1:
            *most, before, last = self.pages
            rooms = [self.frame.room(page[0].heading or self.head.idea) for page in (before, last)]
            if self._used(last) < _SCANT * min(rooms):
                items = [*before, *last]
                heights = [item.high + (self._heading(item.heading) if item.begins else 0.0) for item in items]
                shared = even_pages(heights, min(rooms))
                if len(shared) == 2:
                    return [*most, *([items[index] for index in page] for page in shared)]
        return self.pages

    def slide(self, page: list[_Item]) -> Slide:
        """The slide of some items; the heading of the first is its idea."""
        paragraphs = list[Paragraph]()
        for number, item in enumerate(page):
            if number and item.begins and item.heading:
                paragraphs.append(_said(item.heading))
            paragraphs.extend(item.paragraphs)
        statements = list(
            {item.block.anchor: item.block for item in page if isinstance(item.block, Statement)}.values()
        )
        return replace(self.head, idea=page[0].heading or self.head.idea).slide(
            "list",
            paragraphs=tuple(paragraphs),
            references=tuple(dict.fromkeys(r for statement in statements for r in statement.references)),
            anchors=tuple(paragraph.anchor for paragraph in paragraphs if paragraph.anchor),
            records=tuple(dict.fromkeys(statement.record for statement in statements)),
            notes=tuple(f"{s.anchor.removeprefix('s')}: {remark}" for s in statements for remark in s.remarks),
        )


def _said(heading: str) -> Paragraph:
    return Paragraph((Run(heading, bold=True),), LEAD)
