"""How a form is registered and what it is given."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from dualtrack.publishing.blocks import Block
from dualtrack.publishing.holdings import Fact, Holdings
from dualtrack.publishing.scribe import Scribe
from dualtrack.publishing.spec import Piece, Query
from dualtrack.publishing.words import word

MOST = 250
"""How many records one piece shows where its specification sets no limit."""


@dataclass(frozen=True)
class Setting:
    """What a form works from: its piece of the specification, the brief's scope, the records and the scribe."""

    piece: Piece
    scope: Query
    held: Holdings
    scribe: Scribe
    news: "News | None" = None

    @property
    def language(self) -> str:
        """The brief's language."""
        return self.scribe.language

    def word(self, name: str, **fills: object) -> str:
        """A word of the brief in its language."""
        return word(name, self.language, **fills)

    def title(self, otherwise: str = "") -> str:
        """The piece's own title, else a word by name."""
        own = self.piece.title.best(self.language) if self.piece.title else ""
        return own or (self.word(otherwise) if otherwise else "")

    def facts(self, query: Query | None = None) -> list[Fact]:
        """The matching facts in order; only those not yet shown where the piece asks for that."""
        found = self.held.find(query or self.piece.query, self.scope)
        return [fact for fact in found if fact.id not in self.scribe.seen] if self.piece.unseen else found

    def limited(self, facts: list[Fact]) -> tuple[list[Fact], int]:
        """The newest facts up to the limit, and how many there are beyond."""
        most = self.piece.limit or MOST
        return facts[-most:], max(0, len(facts) - most)

    def asking(self, **changes: object) -> Query:
        """The piece's query with fields changed."""
        return self.piece.query.model_copy(update=changes)

    def over(self, piece: Piece) -> "Setting":
        """The same setting for another piece."""
        return replace(self, piece=piece)


@dataclass(frozen=True)
class News:
    """What became known since an earlier day: record ids by what happened to them."""

    since: str
    new: tuple[str, ...] = ()
    changed: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ended: tuple[str, ...] = ()
    contradicted: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    gone: tuple[tuple[str, str], ...] = ()


Form = Callable[[Setting], Iterable[Block]]
REGISTRY: dict[str, Form] = {}


def form(name: str) -> Callable[[Form], Form]:
    """Register a form under the name by which specifications call it."""

    def register(function: Form) -> Form:
        REGISTRY[name] = function
        return function

    return register
