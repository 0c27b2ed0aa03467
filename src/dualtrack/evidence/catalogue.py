"""The catalogue: records that people keep as YAML, read with file and line, checked, and loaded whole or not at all.

A file has ``known`` and ``source`` at its head and lists of ``sources``, ``actors``, ``initiatives``, ``actions`` and
``observations``. Its shorthand: ``at`` cites the file's (or the record's own) ``source`` at a place, ``also`` cites
further ones, ``known`` in a record is its own second clock, ``FY2026`` is the fiscal year of the country in question.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from dualtrack.errors import BadInputError, DualtrackError, ManyErrors
from dualtrack.evidence import vocabulary
from dualtrack.evidence.base import EvidenceBase
from dualtrack.evidence.ledger import Entry
from dualtrack.evidence.projection import references, sources
from dualtrack.evidence.revision import KINDS, Receipt
from dualtrack.evidence.yamlfile import Place, YamlFile, read_yaml
from dualtrack.model import (
    RECORD_TYPES,
    Action,
    AnyRecord,
    Initiative,
    Observation,
    Period,
    Quantity,
    SourceRecord,
)

_LISTS = {f"{kind}s": kind for kind in KINDS}
_HEAD = ("known", "source")
BY = "catalogue"
"""Who says what a catalogue says."""


class _Item(NamedTuple):
    file: YamlFile
    place: Place
    kind: str
    data: dict[str, Any]
    known: Period


class Read(NamedTuple):
    """A record of a catalogue with its second clock and where it stands."""

    record: AnyRecord
    known: Period
    file: str
    line: int


def builtin_paths() -> list[Path]:
    """The files of the built-in catalogue."""
    return catalogue_files([Path(str(files("dualtrack").joinpath("catalogue")))])


def catalogue_files(paths: Iterable[Path]) -> list[Path]:
    """The YAML files among and in ``paths``, in order.

    Raises:
        BadInputError: A path is not there, or no file is in any.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise BadInputError("There is no such file or folder", mend="Check the path.", file=path)
        found += sorted(path.rglob("*.y*ml")) if path.is_dir() else [path]
    if not found:
        raise BadInputError("There is no YAML file here", mend="Name a file or folder of catalogue files.")
    return found


def load_catalogue(base: EvidenceBase, paths: Iterable[Path] | None = None) -> Receipt:
    """Load catalogue files, by default the built-in ones, with the entities of the codebook, in one transaction.

    Loading the same again changes nothing.

    Raises:
        ManyErrors: Something is wrong in the files; all of it is told, nothing is loaded.
    """
    found = read_catalogue(catalogue_files(paths) if paths is not None else builtin_paths(), base)
    return base.write(_entries(found))


def _entries(found: list[Read]) -> Iterator[Entry]:
    first = min((read.known for read in found), key=lambda known: str(known.upper), default=None)
    named = {read.record.id for read in found}
    if first is not None:
        for entity in vocabulary.entities():
            if entity.id not in named:
                yield Entry(entity, first, "codebook")
    for read in found:
        yield Entry(read.record, read.known, BY)


def read_catalogue(paths: Iterable[Path], base: EvidenceBase | None = None) -> list[Read]:
    """Read and check catalogue files together; references may lead to any of them, the codebook or the base.

    Raises:
        ManyErrors: Something is wrong; each error has file, line, field and mend.
    """
    errors: list[DualtrackError] = []
    items: list[_Item] = []
    for path in paths:
        try:
            items += _items(read_yaml(path), errors)
        except DualtrackError as error:
            errors.append(error)
    known_ids = _Ids(items, base)
    built = []
    for item in items:
        try:
            built.append(_build(item, known_ids))
        except ManyErrors as error:
            errors += error.errors
        except DualtrackError as error:
            errors.append(error)
    errors += _twice(built)
    for read, item in built:
        errors += _unknown(read, item, known_ids)
    if errors:
        raise ManyErrors(f"The catalogue has {len(errors)} faults; nothing was loaded", errors)
    return [read for read, _ in built]


def _items(file: YamlFile, errors: list[DualtrackError]) -> list[_Item]:
    if not isinstance(file.data, dict):
        raise BadInputError("The file holds no records", mend="Begin with 'known:' and 'source:'.", file=file.name)
    found = []
    default = _known(file, ("known",), file.data.get("known"), errors)
    for name, entries in file.data.items():
        if name in _HEAD:
            continue
        if name not in _LISTS or not isinstance(entries, list):
            mend = f"Use one of {', '.join((*_HEAD, *_LISTS))}, each kind with a list."
            errors.append(_fault(f"'{name}' is no list of records", file, (name,), mend))
            continue
        for at, entry in enumerate(entries):
            place = (name, at)
            if not isinstance(entry, dict):
                errors.append(_fault("A record must be a mapping of fields", file, place, "Write {id: ..., ...}."))
                continue
            known = _known(file, (*place, "known"), entry["known"], errors) if "known" in entry else default
            if known is not None:
                found.append(_Item(file, place, _LISTS[name], entry, known))
    return found


def _known(file: YamlFile, place: Place, value: Any, errors: list[DualtrackError]) -> Period | None:
    if value is None:
        mend = "Say at the head of the file when its facts were known, such as known: 2025-06-26."
        errors.append(_fault("The file does not say when it was known", file, place, mend))
        return None
    try:
        known = Period.parse(str(value))
    except BadInputError as error:
        errors.append(_fault(error.what, file, place, error.mend))
        return None
    if known.upper is None:
        errors.append(_fault(f"'{known}' does not say by when it was known", file, place, "Give a day."))
        return None
    return known


def _build(item: _Item, ids: "_Ids") -> tuple[Read, _Item]:
    data = {name: value for name, value in item.data.items() if name not in ("at", "also", "source", "known")}
    cites = _cites(item)
    if cites:
        data["cites"] = cites
    _fiscal_years(data, ids, item)
    try:
        record = RECORD_TYPES[item.kind].build(data, file=item.file.name, record=item.data.get("id"))
    except ManyErrors as error:
        for one in error.errors:
            _locate(one, item)
        raise
    except DualtrackError as error:
        _locate(error, item)
        raise
    return Read(record, item.known, item.file.name, item.file.line(item.place)), item


def _cites(item: _Item) -> list[Any]:
    data = item.data
    source = data.get("source", item.file.data.get("source"))
    cites: list[Any] = []
    itself = item.kind == "source" and "at" not in data
    if "cites" not in data and source is not None and not itself:
        cites.append({"source": source, "at": str(data.get("at", ""))})
    cites += data.get("cites") or []
    cites += [{"source": also} if isinstance(also, str) else also for also in data.get("also") or []]
    return cites


def _fiscal_years(data: dict[str, Any], ids: "_Ids", item: _Item) -> None:
    whose = ids.country_of(data.get("subject") or next(iter(data.get("actors") or ()), None) or data.get("object"))
    for name in ("period", "date", "until"):
        if name in data:
            data[name] = _days(data[name], whose, item, name)
    baseline = data.get("baseline")
    if isinstance(baseline, dict) and "period" in baseline:
        data["baseline"] = {**baseline, "period": _days(baseline["period"], whose, item, "baseline", "period")}


def _days(value: Any, country: str | None, item: _Item, *field: str) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return Period.parse(value, country).edtf
    except BadInputError as error:
        raise _fault(error.what, item.file, (*item.place, *field), error.mend, item.data.get("id")) from None


def _locate(error: DualtrackError, item: _Item) -> None:
    field = str(error.facts.get("field", ""))
    place = tuple(int(part) if part.isdigit() else part for part in field.split("."))
    shorthand = {"cites": "at" if "at" in item.data else "cites"}
    place = (shorthand.get(str(place[0]), place[0]), *place[1:])
    error.facts["line"] = item.file.line((*item.place, *place))


def _twice(built: list[tuple[Read, _Item]]) -> Iterator[DualtrackError]:
    seen: dict[str, Read] = {}
    for read, _ in built:
        other = seen.setdefault(read.record.id, read)
        if other is not read:
            yield BadInputError(
                f"The id '{read.record.id}' stands twice",
                mend="Give each record its own id.",
                file=read.file,
                line=read.line,
                first=f"{other.file}:{other.line}",
                field="id",
            )


def _unknown(read: Read, item: _Item, ids: "_Ids") -> Iterator[DualtrackError]:
    record = read.record
    for field, id in _named(record):
        if id not in ids:
            yield _fault(
                f"There is no record '{id}'", item.file, (*item.place, field), _like(id, ids.all), record.id, field
            )
    if isinstance(record, Action) and record.verb not in vocabulary.verbs():
        mend = _like(record.verb, vocabulary.verbs())
        yield _fault(
            f"'{record.verb}' is no verb of the codebook", item.file, (*item.place, "verb"), mend, record.id, "verb"
        )
    for field, section, key in _coded(record):
        known = vocabulary.keys(section)
        if key not in known:
            what = f"'{key}' is not among the codebook's {section.replace('_', ' ')}"
            yield _fault(what, item.file, (*item.place, *field.split(".")), _like(key, known), record.id, field)


def _coded(record: AnyRecord) -> Iterator[tuple[str, str, str]]:
    """What a record says in keys of the codebook: field, section, key."""
    for field in ("themes", "technologies"):
        yield from ((field, field, key) for key in getattr(record, field, ()))
    if isinstance(record, Initiative):
        yield "type", "types", record.type
    elif isinstance(record, SourceRecord) and record.kind:
        yield "kind", "source_kinds", record.kind
    elif isinstance(record, Observation):
        yield "indicator", "indicators", record.indicator
        if record.stage is not None:
            yield "stage", "stages", record.stage
        if isinstance(record.value, Quantity):
            yield "value.unit", "units", record.value.unit


def _named(record: AnyRecord) -> Iterator[tuple[str, str]]:
    """The ids that must be there, each with the field that names it."""
    fields = (
        "actors",
        "partners",
        "owners",
        "parties",
        "see",
        "object",
        "subject",
        "counterpart",
        "parent",
        "publisher",
    )
    for id in references(record):
        yield next((field for field in fields if id in _tuple(getattr(record, field, ()))), "id"), id
    for id in sources(record):
        yield "source", id


def _tuple(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _like(id: str, among: Iterable[str]) -> str:
    close = get_close_matches(id, list(among), n=3, cutoff=0.6)
    return f"Did you mean {' or '.join(close)}?" if close else "Correct the name, or add the record."


def _fault(
    what: str, file: YamlFile, place: Place, mend: str, record: object = None, field: str | None = None
) -> BadInputError:
    shown = field or ".".join(str(part) for part in place[2:] or place)
    return BadInputError(what, mend=mend, file=file.name, line=file.line(place), field=shown, record=record)


class _Ids:
    """The ids that a catalogue may refer to: its own, the codebook's and the base's."""

    def __init__(self, items: list[_Item], base: EvidenceBase | None) -> None:
        self._raw: Mapping[str, dict[str, Any]] = {
            item.data["id"]: item.data for item in items if isinstance(item.data.get("id"), str)
        }
        self._entities = {entity.id: entity for entity in vocabulary.entities()}
        self._base = base

    @property
    def all(self) -> list[str]:
        return [*self._raw, *self._entities]

    def __contains__(self, id: str) -> bool:
        if id in self._raw or id in self._entities:
            return True
        return self._base is not None and self._base.get(id) is not None

    def country_of(self, id: Any) -> str | None:
        """The country whose fiscal year is meant where ``id`` is spoken of."""
        for _ in range(5):
            if not isinstance(id, str):
                return None
            if len(id) == 2 and id.isupper():
                return id
            raw = self._raw.get(id) or self._held(id)
            if raw.get("country"):
                return str(raw["country"])
            id = next(iter(raw.get("owners") or raw.get("parties") or ()), None) or raw.get("parent")
        return None

    def _held(self, id: str) -> Mapping[str, Any]:
        if id in self._entities:
            return self._entities[id].as_dict()
        held = self._base.get(id) if self._base is not None else None
        return held.record.as_dict() if held else {}


__all__ = ["BY", "Read", "builtin_paths", "catalogue_files", "load_catalogue", "read_catalogue"]
