"""Where things may stand on a slide, and in which sizes. Lengths are in points; a slide is 960 by 540."""

from dataclasses import dataclass

from dualtrack.publishing.measure import height

TEXT, SMALL, CELL, LEAD, EYEBROW = 14.0, 11.5, 10.5, 16.0, 11.0
"""Font sizes: statements, their details and notes, table cells, what leads, the section above a slide's title."""
GAP = 5.0
"""The gap after a paragraph."""
CELL_PAD_X, CELL_PAD_Y = 5.0, 3.5
"""The margins inside a table cell."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things may stand on a slide, in points.

    ``tells``: whether the title says a slide's idea and the section stands small above it, as in our own design; in a
    template the title says the section and the idea opens the body.
    """

    width: float = 960.0
    height: float = 540.0
    left: float = 40.0
    title_top: float = 34.0
    title_height: float = 50.0
    foot_height: float = 48.0
    tells: bool = True

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.left

    @property
    def column(self) -> float:
        """The width of one of two columns."""
        return (self.inner - 30) / 2

    @property
    def body_top(self) -> float:
        """Where the body begins."""
        return self.title_top + self.title_height + (16 if self.tells else 8)

    @property
    def body_height(self) -> float:
        """The height of the body."""
        return self.height - self.body_top - self.foot_height - 6

    def idea(self, idea: str) -> float:
        """The height that a slide's idea takes of the body."""
        return height(idea, LEAD, self.inner - 12, bold=True) + 10 if idea and not self.tells else 0.0

    def room(self, idea: str) -> float:
        """The height of the body under an idea."""
        return self.body_height - self.idea(idea)
