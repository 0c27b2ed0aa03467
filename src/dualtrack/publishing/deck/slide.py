"""One planned slide, and what the slides of one idea have in common."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from dualtrack.publishing.blocks import Chart, Reference, Table, Tag
from dualtrack.publishing.deck.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its section, its idea, and a body of one kind; the ``part``-th of so many ``parts`` of that idea.

    ``beside`` is a second column of paragraphs.
    """

    kind: str
    title: str
    idea: str = ""
    tag: Tag | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    beside: tuple[Paragraph, ...] = ()
    table: Table | None = None
    heights: tuple[float, ...] = ()
    chart: Chart | None = None
    references: tuple[Reference, ...] = ()
    anchors: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    section: str = ""
    part: int = 1
    parts: int = 1
    stack: tuple["Slide", ...] = ()
    """Small tables that share a slide, each as the slide that it would have had for itself."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of the slides of one idea: section, idea, country tag."""

    title: str
    language: str
    idea: str = ""
    tag: Tag | None = None

    def slide(self, kind: str, **parts: Any) -> Slide:
        """A slide under this head."""
        return Slide(kind, self.title, self.idea, self.tag, **parts)


def counted(slides: Iterable[Slide]) -> Iterator[Slide]:
    """The slides with their parts counted: those in a row that have section, idea and kind in common."""
    waiting: list[Slide] = []
    for slide in (*slides, None):
        if waiting and (slide is None or _head(slide) != _head(waiting[0])):
            yield from (replace(s, part=n, parts=len(waiting)) for n, s in enumerate(waiting, start=1))
            waiting = []
        if slide is not None:
            waiting.append(slide)


def _head(slide: Slide) -> tuple[str, str, str]:
    return slide.title, slide.idea, slide.kind
