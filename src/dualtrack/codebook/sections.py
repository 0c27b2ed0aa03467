"""How the plain data of each file becomes typed entries, with every fault told by file, line and field."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from dualtrack.codebook.entries import (
    Entry,
    Group,
    Indicator,
    InitiativeType,
    Name,
    Pillar,
    SourceKind,
    Stage,
    Technology,
    TechnologyList,
    Theme,
    Track,
    Unit,
    Verb,
)
from dualtrack.codebook.files import line_of
from dualtrack.errors import BadInputError, DualtrackError, ManyErrors
from dualtrack.model import Value

SECTIONS: Mapping[str, type[Entry]] = {
    "verbs": Verb,
    "types": InitiativeType,
    "themes": Theme,
    "pillars": Pillar,
    "tracks": Track,
    "technologies": Technology,
    "technology-lists": TechnologyList,
    "indicators": Indicator,
    "units": Unit,
    "source-kinds": SourceKind,
    "stages": Stage,
    "groups": Group,
}
"""The sections with labels and definitions, each a file ``<section>.yaml`` of id -> entry."""

_Built = TypeVar("_Built", bound=Value)


def build_section(data: object, entry: type[_Built], path: Path) -> dict[str, _Built]:
    """The entries of one file of id -> fields, by id.

    Raises:
        ManyErrors: Some are wrong; every one is told with file, line and field.
    """
    if not isinstance(data, dict):
        raise BadInputError(
            "The file is not a list of id: {...}", mend="Write one entry a key.", file=str(path), line=1
        )
    pairs = [((id,), {"id": id, **fields} if isinstance(fields, dict) else {"id": id}) for id, fields in data.items()]
    return dict(zip(data, _build_all(pairs, entry, path), strict=True))


def build_names(data: object, path: Path) -> dict[str, Name]:
    """The names of one file: a list of entries."""
    if not isinstance(data, list):
        raise BadInputError(
            "The file is not a list of names", mend="Begin each entry with '- '.", file=str(path), line=1
        )
    found: dict[str, Name] = {}
    faults: list[DualtrackError] = []
    for at, name in enumerate(_build_all([((i,), fields) for i, fields in enumerate(data)], Name, path)):
        if (name.kind is None) == (name.type is None):
            faults.append(_fault("is either an actor (kind) or an initiative (type)", name.id, path, at))
        elif name.id in found:
            faults.append(_fault("stands twice", name.id, path, at))
        found[name.id] = name
    if faults:
        raise ManyErrors(f"{len(faults)} names are wrong", faults, "", file=str(path))
    return found


def catalogue_names(data: object) -> Iterator[Name]:
    """The names of one catalogue file's actors and initiatives; the catalogue's own loader checks the rest of it."""
    if not isinstance(data, dict):
        return
    for section in ("actors", "initiatives"):
        for entry in data.get(section) or ():
            names = {code: name for code, name in entry["names"].items() if isinstance(name, str)}
            owners: list[str] = list(entry.get("owners") or ())
            yield Name.build(
                {
                    "id": entry["id"],
                    "kind": entry.get("kind"),
                    "type": entry.get("type"),
                    "names": names,
                    "aliases": {"*": [alias for alias in entry.get("aliases") or () if isinstance(alias, str)]},
                    "country": entry.get("country"),
                    "parent": entry.get("parent"),
                    "owner": owners[0] if len(owners) == 1 else None,
                }
            )


def _build_all(pairs: Iterable[tuple[tuple[str | int, ...], object]], entry: type[_Built], path: Path) -> list[_Built]:
    built: list[_Built] = []
    faults: list[DualtrackError] = []
    for place, fields in pairs:
        try:
            built.append(entry.build(fields))
        except ManyErrors as many:
            faults += [_placed(error, place, path) for error in many.errors]
        except BadInputError as error:
            faults.append(_placed(error, place, path))
    if faults:
        raise ManyErrors(f"{len(faults)} faults in the codebook", faults, "", file=str(path))
    return built


def _placed(error: DualtrackError, place: tuple[str | int, ...], path: Path) -> BadInputError:
    field = str(error.facts.get("field") or "")
    steps = [int(step) if step.isdigit() else step for step in field.split(".") if step]
    line = line_of(path, (*place, *steps))
    facts = {**error.facts, "file": str(path), "line": line, "entry": next(iter(place), None)}
    return BadInputError(error.what, error.mend, **facts)


def _fault(what: str, id: str, path: Path, at: int) -> BadInputError:
    return BadInputError(f"'{id}' {what}", file=str(path), line=line_of(path, (at,)), field="id")
