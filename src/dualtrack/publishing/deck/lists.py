"""Statements on slides: as many on one as it holds, in order, filled evenly, a heading with its group."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dualtrack.publishing.blocks import Heading, Note, Statement
from dualtrack.publishing.deck.frame import LEAD, Frame
from dualtrack.publishing.deck.paragraphs import Paragraph, Run, paragraphs_of
from dualtrack.publishing.deck.slide import Head, Slide
from dualtrack.publishing.measure import even_pages

Listed = Statement | Note | Heading


@dataclass(frozen=True, slots=True)
class _Item:
    """Paragraphs that stand together: a block, or a part of one that is longer than a slide."""

    block: Statement | Note
    paragraphs: tuple[Paragraph, ...]
    high: float


def lists(blocks: list[Listed], head: Head, frame: Frame) -> Iterator[Slide]:
    """The slides of a list; a heading opens one, or stands inside the one before if its group fits there."""
    filling = _Filling(head, frame)
    for heading, group in _groups(blocks):
        yield from filling.add(heading, group)
    yield from filling.close()


def _groups(blocks: list[Listed]) -> Iterator[tuple[Heading | None, list[Statement | Note]]]:
    """The blocks under each heading; a heading with nothing under it is left out."""
    heading, group = None, list[Statement | Note]()
    for block in blocks:
        if isinstance(block, Heading):
            if group:
                yield heading, group
            heading, group = block, []
        else:
            group.append(block)
    if group:
        yield heading, group


@dataclass(slots=True)
class _Filling:
    """The slide being filled; hands out each slide when it is full."""

    head: Head
    frame: Frame
    paragraphs: list[Paragraph] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    used: float = 0.0

    def add(self, heading: Heading | None, group: list[Statement | Note]) -> Iterator[Slide]:
        """A group: on the slide begun if it fits there, else on slides of its own, filled evenly."""
        said = Paragraph((Run(heading.text, bold=True),), LEAD) if heading else None
        room = self.frame.room(self.head.idea)
        items = [item for block in group for item in self._items(block, room)]
        total = sum(item.high for item in items) + (self._high(said) if said else 0.0)
        if self.paragraphs and self.used + total > room:
            yield from self.close()
        if self.paragraphs and said:
            self._put(said)
        elif heading:
            self.head = replace(self.head, idea=heading.text)
        room = self.frame.room(self.head.idea) - self.used
        for number, indices in enumerate(even_pages([item.high for item in items], room)):
            if number:
                yield from self.close()
            for index in indices:
                self._take(items[index])

    def _items(self, block: Statement | Note, room: float) -> Iterator[_Item]:
        """A block whole if a slide holds it, else paragraph by paragraph."""
        paragraphs = paragraphs_of(block, self.head.language, self.head.tag)
        high = sum(map(self._high, paragraphs))
        if high <= room * 0.8:
            yield _Item(block, tuple(paragraphs), high)
        else:
            yield from (_Item(block, (paragraph,), self._high(paragraph)) for paragraph in paragraphs)

    def _high(self, paragraph: Paragraph) -> float:
        return paragraph.high(self.frame.inner)

    def _take(self, item: _Item) -> None:
        for paragraph in item.paragraphs:
            self._put(paragraph)
        if isinstance(item.block, Statement) and item.block not in self.statements:
            self.statements.append(item.block)

    def _put(self, paragraph: Paragraph) -> None:
        self.paragraphs.append(paragraph)
        self.used += self._high(paragraph)

    def close(self) -> Iterator[Slide]:
        """The slide as filled so far, if anything is on it."""
        if not self.paragraphs:
            return
        yield self.head.slide(
            "list",
            paragraphs=tuple(self.paragraphs),
            references=tuple(dict.fromkeys(r for statement in self.statements for r in statement.references)),
            anchors=tuple(paragraph.anchor for paragraph in self.paragraphs if paragraph.anchor),
            records=tuple(dict.fromkeys(statement.record for statement in self.statements)),
            notes=tuple(f"{s.anchor.removeprefix('s')}: {remark}" for s in self.statements for remark in s.remarks),
        )
        self.paragraphs, self.statements, self.used = [], [], 0.0
