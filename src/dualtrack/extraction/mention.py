"""A name found in a text, and what it means."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["actor", "initiative", "technology", "theme"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Someone or something of the codebook, named at a place: ``quote == text[start:end]``.

    ``id`` is ``None`` where the surroundings do not decide between the ``candidates``; otherwise ``candidates`` is empty.
    """

    start: int
    end: int
    quote: str
    kind: MentionKind
    id: str | None
    candidates: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The mention as plain data: quote, start, end, kind, id, and candidates where it is open."""
        data: dict[str, object] = {"quote": self.quote, "start": self.start, "end": self.end, "kind": self.kind}
        data["id"] = self.id
        if self.id is None:
            data["candidates"] = list(self.candidates)
        return data


def distinct(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """The mentions of each id, in the order in which the ids first come; open mentions are left out."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.id is not None:
            found.setdefault(mention.id, []).append(mention)
    return found
