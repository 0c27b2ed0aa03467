"""Use cases on documents: read one, and extract what it states, without keeping anything."""

from dataclasses import replace
from pathlib import Path

from dualtrack.errors import BadInputError
from dualtrack.extraction import Proposals, propose
from dualtrack.model import Document, Period
from dualtrack.reading import read


def read_document(
    source: str | Path | bytes,
    *,
    name: str = "",
    url: str = "",
    publisher: str = "",
    published: Period | str | None = None,
) -> Document:
    """A document's text by passage; see ``dualtrack.reading.read``."""
    return read(source, name=name, url=url, publisher=publisher, published=published)


def extract(document: Document, country: str | None = None, *, language_model: bool = False) -> Proposals:
    """The typed values of a document and the actions and observations it tells of.

    Args:
        document: The document as read.
        country: ISO 3166 code of the country it speaks from: what a bare ``$`` or ``FY2026`` means in it.
        language_model: Also ask the language model that the environment names; what the text does not bear out is
            dropped and counted, and a deed that the rules found already is not proposed twice.

    Raises:
        BadInputError: A language model is asked for and the environment names none.
        MissingExtraError: It needs the extra ``llm``.
    """
    found = propose(document, country)
    return _with_language_model(found) if language_model else found


def _with_language_model(found: Proposals) -> Proposals:
    from dualtrack.extraction.language_model import LanguageModel

    model = LanguageModel.from_environment()
    if model is None:
        raise BadInputError(
            "No language model is named",
            mend="Set DUALTRACK_LLM_URL and DUALTRACK_LLM_MODEL to an OpenAI-compatible endpoint and its model.",
        )
    known = {(action.verb, frozenset(action.actors), action.date) for action in found.actions}
    more = [a for a in model.propose(found.document) if (a.verb, frozenset(a.actors), a.date) not in known]
    actions = sorted((*found.actions, *more), key=lambda action: (action.start, action.verb))
    counts = {"kept": len(more), "dropped": dict(model.dropped)}
    return replace(found, actions=tuple(actions), language_model=counts)
