"""Use case: bring survey waves of the STIP Compass into the evidence base, each known in its own year."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from dualtrack.errors import BadInputError
from dualtrack.evidence import EvidenceBase, Receipt, Revision
from dualtrack.evidence.ledger import Entry
from dualtrack.evidence.projection import references
from dualtrack.evidence.revision import STATUSES
from dualtrack.evidence.vocabulary import entities
from dualtrack.model import Action, Actor, AnyRecord, Citation, Initiative, Period, SourceRecord, Text
from dualtrack.sources import Wave, read_wave
from dualtrack.sources.stip_coverage import coverage

BY = "stip"
"""Who says what a survey wave says."""

NOT_LISTED = "not listed"
"""The place that a later wave is cited at for an initiative it no longer lists, though it has others of the country."""

NOT_SURVEYED = "country not surveyed"
"""The same where the wave has nothing of the country."""

_T = TypeVar("_T")
Progress = Callable[[str, Iterable[_T], int], Iterable[_T]]
"""Wraps what is worked through, to show how far it is: what is done, the items, and how many there are."""


@dataclass(frozen=True)
class Imported:
    """What one wave brought.

    Attributes:
        file: The file.
        wave: The wave as read: its columns and signals among it.
        receipt: How many records were new, changed and unchanged.
        kinds: Records of each kind that the wave has.
        absent: Initiatives held from earlier waves that this one does not list.
        withdrawn: Starts and ends that earlier waves stated and this one no longer does.
        coverage: Field -> how many initiatives have it ``known``, ``unknown``, ``not applicable``, ``blank``.
    """

    file: Path
    wave: Wave
    receipt: Receipt
    kinds: dict[str, int]
    absent: int
    withdrawn: int
    coverage: dict[str, dict[str, int]]

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        columns: dict[str, int] = {}
        for meaning in self.wave.columns.values():
            columns[meaning] = columns.get(meaning, 0) + 1
        return {
            "file": str(self.file),
            "wave": str(self.wave.year),
            "rows": self.wave.row_count,
            "columns": len(self.wave.columns),
            "initiatives": len(self.wave.entries),
            "new": self.receipt.new,
            "changed": self.receipt.changed,
            "unchanged": self.receipt.unchanged,
            "absent": self.absent,
            "withdrawn": self.withdrawn,
            "signals": sum(signal.count for signal in self.wave.signals),
            "records": self.kinds,
            "column_meanings": columns,
            "not_understood": [name for name, meaning in self.wave.columns.items() if meaning == "not understood"],
            "coverage": self.coverage,
        }


def _quiet(_: str, items: Iterable[_T], __: int) -> Iterable[_T]:
    return items


def import_stip(base: EvidenceBase, paths: Sequence[Path], progress: Progress[Any] = _quiet) -> list[Imported]:
    """Import waves, the oldest first, each in one transaction; the same again changes nothing.

    Raises:
        BadInputError: A file is no wave, or two files are the same wave; what was imported before stays.
    """
    waves: dict[str, Path] = {}
    found = []
    for path in sorted(paths, key=lambda path: path.name):
        wave = read_wave(path)
        if (other := waves.setdefault(str(wave.year), path)) is not path:
            raise BadInputError(
                f"Two files hold the wave {wave.year}", mend="Give each wave once.", file=path, other=other
            )
        found.append(_import(base, path, wave, progress))
    return found


def _import(base: EvidenceBase, path: Path, wave: Wave, progress: Progress[Any]) -> Imported:
    count = len(wave.entries)
    records = list(wave.records(lambda entries: progress(f"Read {wave.year}", entries, count)))
    held = _held(base, wave.year)
    later = _later(base, wave.year)
    kinds: dict[str, int] = {}
    for record in records:
        kinds[type(record).__name__.lower()] = kinds.get(type(record).__name__.lower(), 0) + 1
    told = [record for record in records if not _repeats(record, held.get(record.id))]
    withdrawn = list(_withdrawn(records, held, wave.year))
    absent = list(_absent(records, held.values(), wave.year))
    gone = list(_gone_later(base, records, later))
    entries = [
        *_entities(base, records, wave.year),
        *(Entry(_merged(record, held.get(record.id)), wave.year, BY) for record in told),
        *withdrawn,
        *absent,
        *gone,
    ]
    receipt = base.write(progress(f"Keep {wave.year}", entries, len(entries)))
    base.replace_signals(wave.signals.source, [(one.place, one.what, one.count) for one in wave.signals])
    whole = Receipt(receipt.new, receipt.changed, receipt.unchanged + len(records) - len(told))
    return Imported(path, wave, whole, kinds, len(absent), len(withdrawn), coverage(wave))


def _waves(base: EvidenceBase) -> list[Period]:
    """The waves that a base holds, the oldest first."""
    found = [one.id.removeprefix("stip-survey-") for one in base.records("source") if one.id.startswith("stip-survey-")]
    return [Period(year) for year in sorted(found) if year.isdecimal()]


def _held(base: EvidenceBase, year: Period) -> dict[str, Revision]:
    """What is held of this wave and earlier ones, as known in the wave's year."""
    return {
        one.id: one
        for wave in _waves(base)
        if str(wave) <= str(year)
        for one in base.records(source=f"stip-survey-{wave}", known=year, status=STATUSES)
    }


def _later(base: EvidenceBase, year: Period) -> Period | None:
    return next((wave for wave in _waves(base) if str(wave) > str(year)), None)


def _repeats(record: AnyRecord, held: Revision | None) -> bool:
    """Whether a wave says again what an earlier one said: all but the citation is the same."""
    if held is None or isinstance(record, SourceRecord):
        return False
    body = record.__pydantic_serializer__.to_json(record, by_alias=True, exclude_defaults=True).decode()
    return body.partition('"}],')[2] == held.body.partition('"}],')[2]


def _merged(record: AnyRecord, held: Revision | None) -> AnyRecord:
    """A body as both waves call it: the first name stays, other spellings are aliases."""
    if held is None or not isinstance(record, Actor) or not isinstance(held.record, Actor):
        return record
    before = held.record
    names = (*before.aliases, *record.names.languages().values(), *record.aliases)
    main = set(before.names.languages().values())
    aliases = tuple(dict.fromkeys(name for name in names if name not in main))
    return before if aliases == before.aliases else before.model_copy(update={"aliases": aliases})


def _withdrawn(records: list[AnyRecord], held: dict[str, Revision], year: Period) -> Iterator[Entry]:
    told = {record.id for record in records}
    for revision in held.values():
        if revision.kind != "action" or revision.status != "accepted" or revision.id in told or revision.by != BY:
            continue
        record = revision.record
        if isinstance(record, Action) and record.object in told:
            yield Entry(record, year, BY, "superseded", f"The {year} survey no longer states it.")


def _absent(records: list[AnyRecord], held: Iterable[Revision], year: Period) -> Iterator[Entry]:
    told = {record.id for record in records}
    surveyed = {party for record in records if isinstance(record, Initiative) for party in record.parties}
    for revision in held:
        if revision.kind == "initiative" and revision.id not in told and revision.status == "accepted":
            yield from _unlisted(revision, year, surveyed)


def _gone_later(base: EvidenceBase, records: list[AnyRecord], later: Period | None) -> Iterator[Entry]:
    """Where a later wave was imported first: what of this one it did not list."""
    if later is None:
        return
    listed = {one.id for one in base.records("initiative", known=later)}
    surveyed = {one.record.parties[0] for one in _of(base, later) if one.record.parties}  # type: ignore[union-attr]
    for record in records:
        if isinstance(record, Initiative) and record.id not in listed:
            yield Entry(_noted(record, later, surveyed), later, BY)


def _of(base: EvidenceBase, year: Period) -> Iterator[Revision]:
    yield from base.records("initiative", known=year, source=f"stip-survey-{year}")


def _unlisted(revision: Revision, year: Period, surveyed: set[str]) -> Iterator[Entry]:
    record = revision.record
    if isinstance(record, Initiative) and not is_absent(record):
        yield Entry(_noted(record, year, surveyed), year, BY)


def is_absent(record: Initiative) -> str:
    """``not listed`` or ``country not surveyed`` where the last wave does not have the initiative, else nothing."""
    return next((cite.at for cite in record.cites if cite.at in (NOT_LISTED, NOT_SURVEYED)), "")


def _noted(record: Initiative, year: Period, surveyed: set[str]) -> Initiative:
    if surveyed.intersection(record.parties):
        place = NOT_LISTED
        note = Text(ja=f"{year}年の調査には載っていない。", en=f"The {year} survey does not list it.")
    else:
        place = NOT_SURVEYED
        note = Text(ja=f"{year}年の調査にこの国は含まれない。", en=f"The {year} survey does not cover its country.")
    cites = (*record.cites, Citation(source=f"stip-survey-{year}", at=place))
    return record.model_copy(update={"cites": cites, "note": note})


def _entities(base: EvidenceBase, records: list[AnyRecord], year: Period) -> Iterator[Entry]:
    """Countries and bodies of the codebook that the wave speaks of and the base does not have."""
    known = {entity.id: entity for entity in entities()}
    told = {record.id for record in records}
    wanted = {id for record in records for id in references(record) if id in known and id not in told}
    wanted |= {parent for id in wanted for parent in references(known[id]) if parent in known}
    wanted |= {cite.source for id in wanted for cite in known[id].cites if cite.source in known}
    there = base.named(wanted, known=year)
    return (Entry(known[id], year, "codebook") for id in sorted(wanted - there.keys()))
