"""Use cases on documents: read one, and extract what it states, without keeping anything."""

from pathlib import Path

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


def extract(document: Document, country: str | None = None) -> Proposals:
    """The typed values of a document and the actions and observations it tells of.

    Args:
        document: The document as read.
        country: ISO 3166 code of the country it speaks from: what a bare ``$`` or ``FY2026`` means in it.
    """
    return propose(document, country)
