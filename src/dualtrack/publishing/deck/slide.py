"""One planned slide, and what the slides of one idea have in common."""

from dataclasses import dataclass
from typing import Any

from dualtrack.publishing.blocks import Chart, Reference, Table, Tag
from dualtrack.publishing.deck.paragraphs import Paragraph
from dualtrack.publishing.words import word


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


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of the slides of one idea: title, idea, country tag."""

    title: str
    language: str
    idea: str = ""
    tag: Tag | None = None

    def slide(self, kind: str, part: int = 1, **parts: Any) -> Slide:
        """A slide under this head; from the second on, the title says that it goes on."""
        shown = self.title + (word("continued", self.language, n=part) if part > 1 else "")
        return Slide(kind, shown, self.idea, self.tag, **parts)
