"""Statements on slides: as many on one as it holds, in order, a heading with its group."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dualtrack.publishing.blocks import Heading, Note, Statement
from dualtrack.publishing.deck.frame import LEAD, Frame, idea_height
from dualtrack.publishing.deck.paragraphs import Paragraph, Run, paragraphs_of
from dualtrack.publishing.deck.slide import Head, Slide

Listed = Statement | Note | Heading


def lists(blocks: list[Listed], head: Head, frame: Frame) -> Iterator[Slide]:
    """The slides of a list; a heading opens one, or stands inside the one before if its group fits there."""
    while blocks and isinstance(blocks[-1], Heading):
        blocks = blocks[:-1]
    if not blocks:
        return
    filling = _Filling(head, frame)
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            yield from filling.begin(block, _group_height(blocks[index + 1 :], head.language, frame))
        else:
            yield from filling.add(block)
    yield from filling.close()


def _group_height(blocks: list[Listed], language: str, frame: Frame) -> float:
    """The height of the blocks up to the next heading."""
    total = 0.0
    for block in blocks:
        if isinstance(block, Heading):
            break
        total += sum(paragraph.high(frame.inner) for paragraph in paragraphs_of(block, language))
    return total


@dataclass(slots=True)
class _Filling:
    """The slide being filled; hands out each slide when it is full."""

    head: Head
    frame: Frame
    paragraphs: list[Paragraph] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    used: float = 0.0
    part: int = 1

    @property
    def room(self) -> float:
        """The height that a slide under this head holds."""
        return self.frame.body_height - (idea_height(self.head.idea, self.frame) if self.head.idea else 0.0)

    def begin(self, heading: Heading, group: float) -> Iterator[Slide]:
        """A heading: inside this slide if its group of that height fits, else at the head of the next."""
        said = Paragraph((Run(heading.text, bold=True),), LEAD)
        if self.paragraphs and self.used + said.high(self.frame.inner) + group <= self.room:
            self._put(said)
            return
        yield from self.close()
        self.head, self.part = replace(self.head, idea=heading.text), 1

    def add(self, block: Statement | Note) -> Iterator[Slide]:
        """A statement, whole if it can be; one longer than a slide runs on."""
        paragraphs = paragraphs_of(block, self.head.language, self.head.tag)
        high = sum(paragraph.high(self.frame.inner) for paragraph in paragraphs)
        if self.used + high > self.room and (high <= self.room or self.used > self.room * 0.6):
            yield from self.close()
        for paragraph in paragraphs:
            if self.used + paragraph.high(self.frame.inner) > self.room:
                yield from self.close()
            self._put(paragraph)
            if isinstance(block, Statement) and block not in self.statements:
                self.statements.append(block)

    def _put(self, paragraph: Paragraph) -> None:
        self.paragraphs.append(paragraph)
        self.used += paragraph.high(self.frame.inner)

    def close(self) -> Iterator[Slide]:
        """The slide as filled so far, if anything is on it."""
        if not self.paragraphs:
            return
        yield self.head.slide(
            "list",
            self.part,
            paragraphs=tuple(self.paragraphs),
            references=tuple(dict.fromkeys(r for statement in self.statements for r in statement.references)),
            anchors=tuple(paragraph.anchor for paragraph in self.paragraphs if paragraph.anchor),
            records=tuple(dict.fromkeys(statement.record for statement in self.statements)),
            notes=tuple(f"{s.anchor.removeprefix('s')}: {remark}" for s in self.statements for remark in s.remarks),
        )
        self.paragraphs, self.statements, self.used, self.part = [], [], 0.0, self.part + 1
