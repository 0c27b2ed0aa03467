"""Use cases on the evidence base: open it, load the catalogue, look things up, export and import."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dualtrack.errors import BadInputError
from dualtrack.evidence import EvidenceBase, Receipt, Revision
from dualtrack.evidence.catalogue import load_catalogue
from dualtrack.model import Actor, AnyRecord, Initiative, Period, SourceRecord


def default_base() -> Path:
    """The base in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("dualtrack", appauthor=False) / "base.sqlite"


def open_base(where: str | Path | None = None, *, create: bool = True) -> EvidenceBase:
    """Open a base; without ``where``, the one in the user's data folder, made from the built-in catalogue on first use.

    Raises:
        BadInputError: There is no base at ``where`` and ``create`` is false, or it is no base.
    """
    if where is not None:
        return EvidenceBase.open(where, create=create)
    base = EvidenceBase.open(default_base())
    if base.empty:
        load_catalogue(base)
    return base


def load(base: EvidenceBase, paths: Sequence[Path] = ()) -> Receipt:
    """Load catalogue files or folders, by default the built-in catalogue; loading the same again changes nothing.

    Raises:
        ManyErrors: Something is wrong in the files; nothing was loaded.
    """
    return load_catalogue(base, list(paths) or None)


@dataclass(frozen=True)
class Shown:
    """One record with what surrounds it: the sources it cites, the records it names, and what names it."""

    revision: Revision
    sources: dict[str, SourceRecord]
    names: dict[str, str]


def show(base: EvidenceBase, id: str, *, known: Period | None = None, language: str = "en") -> Shown:
    """A record with its sources and the names of what it refers to.

    Raises:
        BadInputError: There is no such record, or it was not known by then.
    """
    revision = base.get(id, known=known)
    if revision is None:
        close = [hit.id for hit in base.search(id.replace("-", " "), limit=3)] if id.strip(" -") else []
        mend = f"Did you mean {', '.join(close)}?" if close else "Look for it with: dualtrack search"
        raise BadInputError(f"No record '{id}' is known", mend=mend, known=known)
    cited = dict.fromkeys(cite.source for cite in revision.record.cites)
    found = base.named(cited, known=known)
    sources = {id: one.record for id, one in found.items() if isinstance(one.record, SourceRecord)}
    return Shown(revision, sources, names(base, spoken_of(revision.record), language, known=known))


def spoken_of(record: AnyRecord) -> list[str]:
    """The ids of the records that a record names."""
    from dualtrack.evidence.projection import references

    return list(references(record))


def names(base: EvidenceBase, ids: Iterable[str], language: str, *, known: Period | None = None) -> dict[str, str]:
    """What records are called in a language; the id itself where there is no name."""
    wanted = list(dict.fromkeys(ids))
    found = base.named(wanted, known=known)
    return {id: title(found[id].record, language) if id in found else id for id in wanted}


def title(record: AnyRecord, language: str) -> str:
    """What a record is called, or says in short, in a language; its id where it has no words."""
    if isinstance(record, Actor | Initiative):
        return record.names.best(language)
    if isinstance(record, SourceRecord):
        return record.title.best(language)
    return record.summary.best(language) if record.summary else record.id
