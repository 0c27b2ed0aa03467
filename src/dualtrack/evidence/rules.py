"""The evidence rule: what is accepted says where it is from, and a quote is found in the archived document."""

import re
from functools import lru_cache

from dualtrack.errors import BadInputError
from dualtrack.evidence.archive import Archive
from dualtrack.model import AnyRecord, Citation, SourceRecord

_SPACE = re.compile(r"\s+")


class EvidenceError(BadInputError):
    """A record may not be kept as it was given, since its evidence does not hold."""


class EvidenceRule:
    """Judges citations against an archive.

    An accepted record cites at least one source. A citation that names an archived document must quote it, and the
    quote must stand there (white space apart; exactly at its offsets where it gives them). A citation without a
    document must say where in the source (``at``), or the source must have a link. What a machine proposed needs a
    quote that was found.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._text = lru_cache(maxsize=64)(self._read)

    def judge(self, record: AnyRecord, *, quoted: bool) -> tuple[str, ...]:
        """Judge a record's citations; the answer is the sources that need a link, since nothing else tells the place.

        Args:
            record: What is to be kept.
            quoted: Whether a place is not enough: at least one quote must be found.

        Raises:
            EvidenceError: The evidence does not hold.
        """
        if isinstance(record, SourceRecord) and not quoted:
            return ()
        cites = record.cites
        if not cites:
            raise EvidenceError(
                "An accepted record must cite a source", mend="Add 'cites' with a source and a place.", record=record.id
            )
        found = False
        links = []
        for cite in cites:
            if cite.document:
                self.find(cite, record.id)
                found = True
            elif not cite.at:
                links.append(cite.source)
        if quoted and not found:
            raise EvidenceError(
                "What was proposed needs a quote from an archived document",
                mend="Cite the document's SHA-256 with words that stand in it.",
                record=record.id,
            )
        return tuple(links)

    def find(self, cite: Citation, id: str) -> None:
        """Find a citation's quote in its archived document.

        Raises:
            EvidenceError: The document is not there, or the quote is not in it.
        """
        facts = {"record": id, "source": cite.source, "document": cite.document}
        if not cite.quote:
            raise EvidenceError(
                "A citation of an archived document quotes nothing", mend="Add the words that say it.", **facts
            )
        text = self._text(cite.document)
        if text is None:
            raise EvidenceError(
                "The cited document is not in the archive", mend="Add it to the archive first.", **facts
            )
        if cite.start is not None and cite.end is not None:
            if text[cite.start : cite.end] != cite.quote:
                raise EvidenceError(
                    "The quote does not stand at its place in the archived document",
                    mend="Cite the words as they stand there, with their offsets.",
                    **facts,
                    quote=cite.quote,
                    start=cite.start,
                    end=cite.end,
                )
        elif _even(cite.quote) not in _even(text):
            raise EvidenceError(
                "The quote is not in the archived document", mend="Quote it word for word.", **facts, quote=cite.quote
            )

    def _read(self, digest: str) -> str | None:
        if not self._archive.has(digest):
            return None
        document = self._archive.document(digest)
        if document is not None:
            return document.text
        try:
            return self._archive.get(digest).decode("utf-8")
        except UnicodeDecodeError:
            return None


def _even(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
