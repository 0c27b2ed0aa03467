"""Editions: names for days of knowledge, so that a brief can be made again and the news since then be told.

They are kept in a YAML file beside the evidence base: ``base.sqlite`` has ``base.editions.yaml``.
"""

import os
import tempfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import yaml
from pydantic import Field

from dualtrack.errors import BadInputError
from dualtrack.evidence import EvidenceBase, Revision
from dualtrack.model import Period, Value


class Edition(Value):
    """A named day of knowledge.

    ``records`` and ``digest`` (SHA-256 over id, revision and status) tell what was accepted and known by then when it
    was cut, so that facts dated back into it later are noticed.
    """

    name: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")
    known: Period
    records: int = Field(ge=0)
    digest: str


def editions_file(where: str | Path) -> Path:
    """The file of the editions of a base: beside an SQLite file; for a URL, in the user's data folder."""
    if "://" in str(where):
        from platformdirs import user_data_path

        name = sha256(str(where).rpartition("@")[2].encode()).hexdigest()[:16]
        return user_data_path("dualtrack", appauthor=False) / f"{name}.editions.yaml"
    return Path(where).with_suffix(".editions.yaml")


def editions(file: Path) -> list[Edition]:
    """All editions, in the order in which they were cut.

    Raises:
        BadInputError: The file is damaged.
    """
    if not file.exists():
        return []
    try:
        data = yaml.safe_load(file.read_text("utf-8")) or []
    except yaml.YAMLError as error:
        raise BadInputError("The file of editions is no YAML", mend="Restore it from a backup.", file=file) from error
    if not isinstance(data, list):
        raise BadInputError("The file of editions holds no list", mend="Restore it from a backup.", file=file)
    return [Edition.build(entry, file=file) for entry in data]


def edition_named(name: str, file: Path) -> Edition:
    """The edition of that name.

    Raises:
        BadInputError: There is none.
    """
    for edition in editions(file):
        if edition.name == name:
            return edition
    names = ", ".join(edition.name for edition in editions(file)) or "none is cut yet"
    raise BadInputError(
        f"There is no edition '{name}'",
        mend="Cut it with `dualtrack edition cut`, or name one there is.",
        editions=names,
    )


def cut(base: EvidenceBase, name: str, known: Period | None, file: Path) -> Edition:
    """Fix a day of knowledge under a name; without ``known``, the newest day on which anything became known.

    Raises:
        BadInputError: The name is taken by another day, or is no name.
    """
    revisions = list(base.records(known=known))
    day = known or _newest(revisions)
    edition = Edition.build({"name": name, "known": day, "records": len(revisions), "digest": digest(revisions)})
    held = editions(file)
    twin = next((other for other in held if other.name == name), None)
    if twin is not None and twin != edition:
        raise BadInputError(
            f"An edition '{name}' is there already",
            mend="Choose another name: an edition is never changed.",
            known=twin.known,
        )
    if twin is None:
        _write(file, [*held, edition])
    return edition


def unchanged(edition: Edition, base: EvidenceBase) -> bool:
    """Whether what is known by the edition's day is still what it was when the edition was cut."""
    return digest(base.records(known=edition.known)) == edition.digest


def digest(revisions: Iterable[Revision]) -> str:
    """The SHA-256 over the ids, revision numbers and statuses of accepted records."""
    lines = sorted(f"{revision.id} {revision.number} {revision.status}\n" for revision in revisions)
    return sha256("".join(lines).encode()).hexdigest()


def _newest(revisions: list[Revision]) -> Period:
    days = [revision.known.upper for revision in revisions if revision.known.upper]
    if not days:
        raise BadInputError(
            "The base is empty: there is nothing to cut an edition of", mend="Load the catalogue first."
        )
    return Period.of(max(days))


def _write(file: Path, held: list[Edition]) -> None:
    text = yaml.safe_dump([edition.as_dict() for edition in held], allow_unicode=True, sort_keys=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".editions-")
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)
    Path(name).replace(file)
