"""Where things may stand on a slide, and in which sizes. Lengths are in points; a slide is 960 by 540."""

from dataclasses import dataclass

from dualtrack.publishing.measure import height

TEXT, SMALL, CELL, LEAD = 14.0, 11.5, 10.5, 16.0
"""Font sizes: statements, their details and notes, table cells, the idea of a slide."""
GAP = 5.0
"""The gap after a paragraph."""
CELL_PAD_X, CELL_PAD_Y = 5.0, 3.0
"""The margins inside a table cell."""


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


def idea_height(idea: str, frame: Frame) -> float:
    """The height of the line that says a slide's idea."""
    return height(idea, LEAD, frame.inner - 12, bold=True) + 10
