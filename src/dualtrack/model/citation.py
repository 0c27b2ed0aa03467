"""Where a fact comes from: a source, a place in it, and the words."""

from pydantic import Field

from dualtrack.model.base import RecordId, Value
from dualtrack.model.period import Period
from dualtrack.model.text import Text


class Citation(Value):
    """One place in one source that says it.

    ``quote`` is verbatim, and is found in the archived document at ``start``..``end`` where those are known; a record
    of the catalogue may cite a place (``slide 4``) without a quote.
    """

    source: RecordId
    at: str = ""
    """The place: ``slide 4``, ``page 12``, ``paragraph 3``, ``table 2, row 5``."""
    quote: str = ""
    document: str = ""
    """SHA-256 of the archived bytes, where the source is archived."""
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=0)


class Source(Value):
    """What was published: by whom, when, in which language, and where."""

    id: RecordId
    title: Text
    publisher: RecordId | None = None
    """The id of the actor that published it."""
    url: str = ""
    published: Period | None = None
    language: str = ""
    kind: str = ""
    """A key of the codebook's source kinds (press release, order, report, slides, news ...)."""
    official: bool | None = None
    rights: str = ""
    sha256: str = ""
    note: Text | None = None
