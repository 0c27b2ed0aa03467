"""A document's proposals: typed values, actions and observations, in one result."""

from collections.abc import Mapping
from dataclasses import dataclass

from dualtrack.extraction.proposals.actions import propose_actions
from dualtrack.extraction.proposals.observations import propose_observations
from dualtrack.extraction.proposals.proposal import ActionProposal, ObservationProposal
from dualtrack.extraction.proposals.values import Values, read_values
from dualtrack.model import Document


@dataclass(frozen=True)
class Proposals:
    """What a document offers for review; nothing of it is a fact before a person accepts it."""

    document: Document
    values: Values
    actions: tuple[ActionProposal, ...]
    observations: tuple[ObservationProposal, ...]
    language_model: Mapping[str, object] | None = None
    """How many proposals of a language model were kept, and dropped by reason; ``None`` where none was asked."""

    def as_dict(self) -> dict[str, object]:
        """The answer of ``dualtrack extract --format json``; offsets count characters of the document's text."""
        document, values = self.document, self.values
        return {
            "document": {
                "sha256": document.sha256,
                "language": document.language,
                "published": str(document.published) if document.published else None,
                "title": document.title,
            },
            "money": [quantity.as_dict() for quantity in values.money],
            "percentages": [quantity.as_dict() for quantity in values.quantities if quantity.is_percentage],
            "counts": [q.as_dict() for q in values.quantities if q.kind in ("count", "rank", "multiple")],
            "dates": [date.as_dict() for date in values.dates],
            "mentions": [mention.as_dict() for mention in values.mentions],
            "actions": [action.as_dict() for action in self.actions],
            "observations": [observation.as_dict() for observation in self.observations],
            "signals": list(document.signals),
            **({"language_model": dict(self.language_model)} if self.language_model is not None else {}),
        }


def propose(document: Document, country: str | None = None) -> Proposals:
    """Read the values of a document and propose the actions and observations it tells of.

    Args:
        document: The document as read.
        country: ISO 3166 code of the country it speaks from, for bare ``$`` and fiscal years; guessed from nothing.
    """
    values = read_values(document, country)
    return Proposals(
        document,
        values,
        tuple(propose_actions(document, values)),
        tuple(propose_observations(document, values)),
    )
