"""A document as read: its whole text and the ordered passages in it."""

from typing import Literal, Self

from pydantic import Field, model_validator

from dualtrack.model.base import Value
from dualtrack.model.period import Period

PassageKind = Literal["heading", "paragraph", "list item", "table cell", "footnote", "caption", "source line", "note"]


class Box(Value):
    """A rectangle on a page in points, from the top left corner."""

    x0: float
    y0: float
    x1: float
    y1: float


class Passage(Value):
    """One stretch of a document: ``document.text[start:end] == text``, always."""

    kind: PassageKind
    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    page: int | None = None
    """Page or slide, counted from 1; ``None`` where the format has none."""
    box: Box | None = None
    depth: int = 0
    """Level of a heading (1 is the top) or of a list item (0 is the top)."""
    headings: tuple[str, ...] = ()
    """The headings above it, outermost first."""
    table: int | None = None
    """Which table of the document it belongs to, counted from 1."""
    row: int | None = None
    column: int | None = None
    row_head: str = ""
    column_heads: tuple[str, ...] = ()
    """The heads above the cell, outermost first."""
    head: bool = False
    """Whether the cell is itself a head."""
    language: str = ""


class Document(Value):
    """What a document says, and how its facts about itself were found.

    Offsets count characters of ``text``. The original bytes are in the archive under ``sha256``.
    """

    sha256: str
    media_type: str
    text: str
    passages: tuple[Passage, ...] = ()
    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    published: Period | None = None
    published_from: str = ""
    """How the publication date was found: ``given``, ``metadata``, ``front matter``, ``text`` ..."""
    pages: int | None = None
    signals: tuple[str, ...] = ()
    """What could not be read or was left out, in words."""

    @model_validator(mode="after")
    def _offsets(self) -> Self:
        for passage in self.passages:
            if self.text[passage.start : passage.end] != passage.text:
                raise ValueError(f"the passage at {passage.start} is not where it says it is")
        return self
