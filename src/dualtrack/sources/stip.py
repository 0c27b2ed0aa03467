"""The EC-OECD STIP Compass: a survey wave as published, into initiatives, their bodies, and what was done.

One row of the file is one initiative with one of its instruments. Columns differ from wave to wave: they are known by
their name or by the label in the second row, and each column that is not understood is signalled once. The wave is the
second clock.

Source: EC-OECD STIP Compass, https://stip.oecd.org, free reuse with attribution.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress
from pathlib import Path
from typing import Any

from dualtrack.errors import BadInputError
from dualtrack.model import AnyRecord, Period
from dualtrack.sources.signals import Signals
from dualtrack.sources.stip_records import records_of
from dualtrack.sources.tidy import normal, rows

_COLUMNS = {
    "initiative": ("initiativeid", "policyinitiativeuri", "initiativeuri", "policyinitiativeid"),
    "wave": ("surveyyear", "yearofthesurvey", "wave"),
    "name": ("nameenglish", "englishname", "name", "initiativename"),
    "original": ("nameoriginallanguage", "nameinoriginallanguage", "originalname"),
    "acronym": ("acronym",),
    "country": ("countrylabel", "countryname", "country"),
    "country_code": ("countrycode",),
    "start": ("startdateyear", "startyear", "startdate"),
    "end": ("enddateyear", "endyear", "enddate"),
    "description": ("shortdescription", "description"),
    "background": ("background",),
    "organisations": ("nameresponsibleorganisation", "responsibleorganisation", "responsibleorganisations"),
    "budget_range": ("yearlybudgetrange", "budgetrange"),
    "budget_local": ("yearlybudgetlocalcurrency", "budgetinlocalcurrency", "yearlybudgetinlocalcurrency"),
    "tags": ("tags", "keywords"),
    "evaluated": ("hasbeenevaluated",),
    "reform": ("isstructuralreform", "isastructuralreform"),
    "instrument": ("instrumentid", "policyinstrumenturi", "policyinstrumentid"),
    "instrument_type": ("instrumenttypecode",),
    "instrument_label": ("instrumenttypelabel",),
    "instrument_name": ("instrumentname", "policyinstrumentname"),
    "instrument_description": ("instrumentdescription", "policyinstrumentdescription"),
}
_NUMBERED = {
    "objectives": re.compile(r"objectives?\d*"),
    "links": re.compile(r"(?:publicaccess)?(?:internet)?links?\d*(?:url)?|urls?\d*|website\d*"),
    "evaluations": re.compile(r"(?:links?(?:to)?evaluations?|evaluationlinks?)\d*(?:url)?"),
}
_THEME = re.compile(r"TH\d+")
_GROUP = re.compile(r"TG\d+")
_FACET = re.compile(r"(?:F|PP)\d+[:_.]V\d+")
_OF_INSTRUMENT = frozenset(
    ("instrument", "instrument_type", "instrument_label", "instrument_name", "instrument_description")
)
_TICKED = frozenset(("1", "1.0", "true", "yes", "x"))
_BLANK = frozenset(("", "0", "0.0", "false", "no", "null", "na"))
_NUMBER = re.compile(r"(\d+)/?$")


@dataclass
class Entry:
    """One initiative as its rows tell it: the fields they share, and one entry an instrument."""

    number: str
    uri: str
    wave: str
    fields: dict[str, str]
    lists: dict[str, list[str]]
    themes: tuple[str, ...]
    groups: tuple[str, ...]
    instruments: list[dict[str, Any]] = field(default_factory=list)
    rows: int = 0


@dataclass(frozen=True)
class Wave:
    """One survey wave.

    Attributes:
        year: The wave, as EDTF: when all of it was known.
        entries: Its initiatives, in the order of the file.
        signals: What was not understood.
        columns: Column -> what it became: a field, ``theme``, ``target group``, ``facet`` or ``not understood``.
        labels: Code (``TH25``, ``F36:V2``) -> its label in this wave.
        row_count: Rows of data.
    """

    year: Period
    entries: tuple[Entry, ...]
    signals: Signals
    columns: dict[str, str]
    labels: dict[str, str]
    row_count: int

    def records(self, progress: Callable[[Iterable[Entry]], Iterable[Entry]] = iter) -> Iterator[AnyRecord]:
        """The records of the wave: its source, bodies, initiatives, actions and budgets; each cites the wave.

        Args:
            progress: Wraps the entries, to show how far it is.
        """
        yield from records_of(self.year, progress(self.entries), self.signals)


def read_wave(path: str | Path) -> Wave:
    """Read a wave file as published.

    Raises:
        BadInputError: It cannot be opened, or is no STIP wave: the columns of the initiative and its name are missing.
    """
    file = Path(path)
    table = iter(rows(file))
    head = next(table, [])
    plan = _Plan.of(head, file)
    body = list(table)
    labels: dict[str, str] = {}
    signals = Signals(f"STIP {file.name}")
    if body and not _is_data(body[0], plan):
        said = body.pop(0)
        if len(said) == len(head):
            plan = plan.with_labels(head, said)
            labels = plan.labels
        else:
            signals.note("labels", f"the row of labels has {len(said)} cells, the head {len(head)}: labels left out")
    for name, meaning in plan.columns.items():
        if meaning == "not understood":
            index = head.index(name)
            filled = sum(1 for row in body if index < len(row) and row[index].strip())
            signals.note(f"column {name}", "not understood", max(1, filled))
    entries = _gather(body, plan, signals)
    year = _wave_year(entries, file)
    return Wave(year, tuple(entries.values()), signals, plan.columns, labels, len(body))


@dataclass
class _Plan:
    """Which column is what."""

    width: int
    fields: dict[str, int]
    lists: dict[str, list[int]]
    codes: dict[str, tuple[list[int], list[str]]]
    columns: dict[str, str]
    labels: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, head: Sequence[str], file: Path, labels: Sequence[str] = ()) -> "_Plan":
        plan = cls(len(head), {}, {}, {"theme": ([], []), "target group": ([], []), "facet": ([], [])}, {})
        for index, name in enumerate(head):
            label = labels[index] if index < len(labels) else ""
            plan.columns[name] = plan._understand(index, name.strip(), label)
        missing = [key for key in ("initiative", "name") if key not in plan.fields]
        if missing and labels:
            raise BadInputError(
                "The file is no STIP wave", mend="Give the file as stip.oecd.org offers it.", file=file, missing=missing
            )
        plan.labels = {
            code: labels[index].strip()
            for indices, codes in plan.codes.values()
            for index, code in zip(indices, codes, strict=True)
            if index < len(labels)
        }
        plan._file = file
        return plan

    _file: Path = field(default=Path(), init=False)

    def with_labels(self, head: Sequence[str], labels: Sequence[str]) -> "_Plan":
        return _Plan.of(head, self._file, labels)

    def _understand(self, index: int, name: str, label: str) -> str:
        for kind, pattern in (("theme", _THEME), ("target group", _GROUP), ("facet", _FACET)):
            if pattern.fullmatch(name):
                self.codes[kind][0].append(index)
                self.codes[kind][1].append(name)
                return kind
        for words in (normal(name), normal(label)):
            for meaning, names in _COLUMNS.items():
                if words in names and meaning not in self.fields:
                    self.fields[meaning] = index
                    return meaning
            for meaning, pattern in _NUMBERED.items():
                if words and pattern.fullmatch(words):
                    self.lists.setdefault(meaning, []).append(index)
                    return meaning
        return "not understood"


def _is_data(row: Sequence[str], plan: _Plan) -> bool:
    index = plan.fields.get("initiative")
    return index is not None and bool(_NUMBER.search(row[index].strip()))


def _gather(body: Sequence[list[str]], plan: _Plan, signals: Signals) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for line, cells in enumerate(body, 1):
        row = cells
        if len(cells) != plan.width:
            signals.note("row", f"has {len(cells)} cells where the head has {plan.width}; read as far as it goes")
            row = [*cells, *[""] * (plan.width - len(cells))][: plan.width]
        uri = row[plan.fields["initiative"]].strip()
        found = _NUMBER.search(uri)
        if found is None:
            signals.note(f"row {line}", f"names no initiative: '{uri[:60]}'")
            continue
        entry = entries.get(found[1])
        if entry is None:
            entry = entries[found[1]] = _entry(found[1], uri, row, plan, signals)
        entry.rows += 1
        entry.instruments.append(_instrument(row, plan, signals))
    return entries


def _entry(number: str, uri: str, row: Sequence[str], plan: _Plan, signals: Signals) -> Entry:
    shared = {key: row[index] for key, index in plan.fields.items() if key not in _OF_INSTRUMENT}
    lists = {key: [row[index] for index in indices if row[index].strip()] for key, indices in plan.lists.items()}
    themes, groups = (_ticked(row, plan, kind, signals) for kind in ("theme", "target group"))
    return Entry(number, uri, shared.get("wave", "").strip(), shared, lists, themes, groups)


def _instrument(row: Sequence[str], plan: _Plan, signals: Signals) -> dict[str, Any]:
    found: dict[str, Any] = {key: row[plan.fields[key]].strip() for key in _OF_INSTRUMENT if key in plan.fields}
    found["facets"] = _ticked(row, plan, "facet", signals)
    return found


def _ticked(row: Sequence[str], plan: _Plan, kind: str, signals: Signals) -> tuple[str, ...]:
    indices, codes = plan.codes[kind]
    if not indices:
        return ()
    low, high = indices[0], indices[-1] + 1
    cells = row[low:high] if high - low == len(indices) else [row[index] for index in indices]
    ticks = "".join(cells)
    if len(ticks) != len(codes) or ticks.strip("01"):
        ticks = "".join(_tick(cell, code, signals) for cell, code in zip(cells, codes, strict=True))
    return tuple(compress(codes, map("1".__eq__, ticks))) if "1" in ticks else ()


def _tick(cell: str, code: str, signals: Signals) -> str:
    if cell in ("0", "1", ""):
        return cell or "0"
    body = cell.strip().casefold()
    if body in _TICKED:
        return "1"
    if body not in _BLANK:
        signals.note(f"column {code}", f"'{cell[:40]}' is neither ticked nor blank; taken as blank")
    return "0"


def _wave_year(entries: dict[str, Entry], file: Path) -> Period:
    stated = {entry.wave for entry in entries.values() if entry.wave} or set(re.findall(r"20\d\d", file.name))
    if len(stated) != 1:
        raise BadInputError(
            "The file does not say which survey wave it is", mend="Keep the year in the file's name.", file=file
        )
    return Period(stated.pop().removesuffix(".0"))
