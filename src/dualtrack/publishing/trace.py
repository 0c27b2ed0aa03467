"""From a statement back to its evidence: the record, its citations, and the archived passage around each quote."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dualtrack.errors import BadInputError
from dualtrack.evidence import EvidenceBase
from dualtrack.model import Citation, Period, SourceRecord, kind_of
from dualtrack.publishing.holdings import Holdings
from dualtrack.publishing.sentences import say

_AROUND = 160


@dataclass(frozen=True, slots=True)
class Traced:
    """One citation followed to the archive; ``passage`` is the text around the quote, empty where it is not kept."""

    source: str
    title: str
    url: str
    at: str
    quote: str
    document: str
    page: int | None
    passage: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a statement comes from."""

    anchor: str
    record: str
    kind: str
    status: str
    known: str
    by: str
    said: str
    citations: tuple[Traced, ...]

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        own = {name: getattr(self, name) for name in ("anchor", "record", "kind", "status", "known", "by", "said")}
        cites = [{name: getattr(cite, name) for name in cite.__slots__} for cite in self.citations]
        return {**own, "citations": cites}


def record_at(page: Path, anchor: str) -> str:
    """The id of the record behind an anchor of a brief's page.

    Raises:
        BadInputError: There is no such page, or no such anchor in it.
    """
    if not page.is_file():
        raise BadInputError("There is no such page", mend="Give the file that `dualtrack brief` wrote.", file=page)
    found = re.search(rf'id="{re.escape(anchor)}" data-record="([^"]+)"', page.read_text("utf-8"))
    if not found:
        raise BadInputError(
            f"The page has no statement '{anchor}'",
            mend="Anchors look like #s42; they stand in the address of a statement.",
            file=page,
        )
    return found[1]


def trace(base: EvidenceBase, where: str, *, known: Period | None = None, language: str = "en") -> Trace:
    """Follow a statement (``brief.html#s42``) or a record id to its evidence.

    Raises:
        BadInputError: There is no such page, anchor or record.
    """
    page, _, anchor = where.rpartition("#")
    id = record_at(Path(page), anchor) if page else where
    revision = base.get(id, known=known)
    if revision is None:
        raise BadInputError(
            f"No record '{id}' is known", mend="Give the base that the brief was made from.", known=known
        )
    record = revision.record
    held = _around(base, record, known)
    said = "" if isinstance(record, SourceRecord) else say(record, held, language).text
    cites = tuple(_followed(base, citation, held, language) for citation in record.cites)
    return Trace(
        anchor if page else "", id, kind_of(record), revision.status, revision.known.edtf, revision.by, said, cites
    )


def _around(base: EvidenceBase, record: Any, known: Period | None) -> Holdings:
    """The record with all that it names, enough to say it in words."""
    from dualtrack.evidence.projection import references

    ids = [record.id, *references(record), *(citation.source for citation in record.cites)]
    found = {id: revision.record for id in ids if (revision := base.get(id, known=known)) is not None}
    return Holdings.from_records(found.values(), known or Period("9999"))


def _followed(base: EvidenceBase, citation: Citation, held: Holdings, language: str) -> Traced:
    source = held.get(citation.source)
    title, url, sha = citation.source, "", citation.document
    if isinstance(source, SourceRecord):
        title, url, sha = source.title.best(language), source.url, sha or source.sha256
    page, passage = _passage(base, citation, sha)
    return Traced(citation.source, title, url, citation.at, citation.quote, sha, page, passage)


def _passage(base: EvidenceBase, citation: Citation, sha: str) -> tuple[int | None, str]:
    document = base.archive.document(sha) if sha else None
    if document is None:
        return None, ""
    start = citation.start if citation.start is not None else document.text.find(citation.quote or "\0")
    if start < 0:
        return None, ""
    end = citation.end if citation.end is not None else start + len(citation.quote)
    page = next((p.page for p in document.passages if p.start <= start < p.end), None)
    return page, document.text[max(0, start - _AROUND) : end + _AROUND].strip()
