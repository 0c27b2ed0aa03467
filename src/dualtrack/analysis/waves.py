"""What changed between two survey waves: new, ended, dropped, renamed, re-scoped, budget changed; with its evidence.

An initiative is the same in both waves if its id is. A dropped and a new one of the same country with nearly the same
name are probably the same: an uncertain match, shown as one. A code that one of the waves does not ask for is a change
of the questionnaire, not of the initiative.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from dualtrack.analysis.portfolio import Held, Life, bodies, expand_themes, held, lives
from dualtrack.errors import BadInputError
from dualtrack.evidence import EvidenceBase
from dualtrack.model import Period
from dualtrack.sources.organisations import key

KINDS = (
    "new",
    "ended",
    "dropped",
    "not surveyed",
    "renamed",
    "re-scoped",
    "budget changed",
    "reworded",
    "questionnaire changed",
)
"""What can have changed; one initiative may have changed in several ways."""

_SCOPE = ("type", "owners", "parties", "region", "themes", "target_groups", "instruments", "technologies")
_WORDS = (
    "description", "background", "elements", "tags", "url", "links", "evaluated", "evaluations",
    "structural_reform", "aliases",
)  # fmt: skip
_ALIKE = 0.82
"""Names less alike than this (Ratcliff-Obershelp, after case, accents, order and small words) are no match."""


@dataclass(frozen=True)
class Change:
    """How one initiative differs between two waves.

    Attributes:
        id: The initiative; for an uncertain match that of the newer wave.
        name: What the newer wave calls it, else the older one.
        kinds: Which of ``KINDS``.
        fields: Field -> (before, after), as plain data.
        countries: Whose it is.
        themes: Its theme codes in either wave.
        start: First year known.
        end: Last year known.
        match: ``id``, or ``name`` where a dropped and a new one are probably the same.
        other: The dropped initiative's id, for an uncertain match.
        likeness: How alike the two names are, 0 to 1, for an uncertain match.
        evidence: Where each wave says it.
    """

    id: str
    name: str
    kinds: tuple[str, ...]
    fields: dict[str, tuple[Any, Any]]
    countries: tuple[str, ...]
    themes: tuple[str, ...]
    start: str | None
    end: str | None
    evidence: tuple[str, ...]
    match: str = "id"
    other: str | None = None
    likeness: float | None = None

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "changes": list(self.kinds),
            "fields": [{"field": name, "before": old, "after": new} for name, (old, new) in self.fields.items()],
            "countries": list(self.countries),
            "themes": list(self.themes),
            "start": self.start,
            "end": self.end,
            "match": {"by": self.match, "certain": self.match == "id", "other": self.other, "likeness": self.likeness},
            "evidence": list(self.evidence),
        }


@dataclass(frozen=True)
class WaveDiff:
    """The changes between two waves.

    Attributes:
        older: The earlier wave.
        newer: The later wave.
        before: Initiatives in the earlier one, after the filters.
        after: Initiatives in the later one.
        unchanged: In both, with nothing changed.
        changes: The rest.
        by_country: Country -> kind -> how many.
        by_theme: Theme code -> kind -> how many.
    """

    older: Period
    newer: Period
    before: int
    after: int
    unchanged: int
    changes: tuple[Change, ...]
    by_country: dict[str, dict[str, int]] = field(default_factory=dict)
    by_theme: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        """How many initiatives changed in each way, and how many matches are uncertain."""
        found = Counter(kind for change in self.changes for kind in change.kinds)
        uncertain = sum(1 for change in self.changes if change.match != "id")
        return {**{kind: found[kind] for kind in KINDS}, "uncertain matches": uncertain}

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "from": str(self.older),
            "to": str(self.newer),
            "before": self.before,
            "after": self.after,
            "unchanged": self.unchanged,
            "counts": self.counts,
            "coverage": {
                "changed": len(self.changes),
                "end_known": sum(1 for change in self.changes if change.end),
                "start_known": sum(1 for change in self.changes if change.start),
            },
            "by_country": self.by_country,
            "by_theme": self.by_theme,
            "changes": [change.as_dict() for change in self.changes],
        }


def waves(base: EvidenceBase) -> list[Period]:
    """The survey waves that a base holds, the oldest first."""
    found = (one.id.removeprefix("stip-survey-") for one in base.records("source") if "stip-survey-" in one.id)
    return [Period(year) for year in sorted(found)]


def wave_diff(
    base: EvidenceBase, older: Period, newer: Period, *, actor: str | None = None, themes: Sequence[str] = ()
) -> WaveDiff:
    """The changes between two waves, narrowed to an actor (a country with its bodies) and to themes.

    Raises:
        BadInputError: The base lacks a wave, or a theme is none.
    """
    there = waves(base)
    for wave in (older, newer):
        if wave not in there:
            raise BadInputError(
                f"The base holds no survey wave {wave}",
                mend="Bring it in with: dualtrack import stip FILE",
                waves=", ".join(map(str, there)) or "none",
            )
    codes = frozenset[str]().union(*expand_themes(themes).values())
    first, second = (_wave(base, wave) for wave in (older, newer))
    frame = _Frame(
        str(older),
        str(newer),
        frozenset(country for row in second.values() for country in row.countries),
        (_codes(first), _codes(second)),
    )
    narrow = _Narrow(actor, codes)
    before = {id: row for id, row in first.items() if narrow(row)}
    after = {id: row for id, row in second.items() if narrow(row)}
    touched = before.keys() | after.keys()
    before, after = ({id: rows[id] for id in touched if id in rows} for rows in (first, second))
    changes, unchanged = _changes(base, before, after, frame)
    changes = sorted(_matched(changes), key=lambda change: (change.countries, KINDS.index(change.kinds[0]), change.id))
    return WaveDiff(
        older, newer, len(before), len(after), unchanged, tuple(changes),
        _tally(changes, lambda change: change.countries), _tally(changes, lambda change: change.themes),
    )  # fmt: skip


@dataclass(frozen=True)
class _Narrow:
    actor: str | None
    codes: frozenset[str]

    def __call__(self, row: Held) -> bool:
        of_actor = self.actor is None or self.actor in row.countries or self.actor in row.actors
        return of_actor and (not self.codes or bool(row.themes & self.codes))


def _wave(base: EvidenceBase, wave: Period) -> dict[str, Held]:
    return {row.id: row for row in held(base, wave) if row.id.startswith("stip-")}


def _codes(rows: dict[str, Held]) -> frozenset[str]:
    return frozenset(code for row in rows.values() for code in row.themes)


def _changes(
    base: EvidenceBase, before: dict[str, Held], after: dict[str, Held], frame: "_Frame"
) -> tuple[list[Change], int]:
    was, now = (lives(base, Period(year)) for year in (frame.older, frame.newer))
    pairs = {id: (before.get(id), after.get(id)) for id in before.keys() | after.keys()}
    moved = {id: pair for id, pair in pairs.items() if _moved(*pair, was, now)}
    told = bodies(base, [side.rev for pair in moved.values() for side in pair if side])
    changes = []
    for old, new in moved.values():
        row = new or old
        assert row is not None
        was_told, is_told = (told[side.rev] if side else None for side in (old, new))
        pair = _Pair(row, was_told, is_told, was.get(row.rid, _NO_LIFE), now.get(row.rid, _NO_LIFE))
        fields = _fields(pair.old, pair.new, pair.was, pair.now) if pair.old and pair.new else {}
        if kinds := tuple(_kinds(pair, fields, frame)):
            changes.append(_change(pair, old, kinds, fields))
    both = before.keys() & after.keys()
    return changes, len(both) - sum(1 for change in changes if change.id in both)


def _moved(old: Held | None, new: Held | None, was: dict[int, Life], now: dict[int, Life]) -> bool:
    if old is None or new is None or old.rev != new.rev:
        return True
    return was.get(old.rid) != now.get(old.rid)


_NO_LIFE = Life(None, None)


def _fields(old: dict[str, Any], new: dict[str, Any], was: Life, now: Life) -> dict[str, tuple[Any, Any]]:
    names = ("names", *_SCOPE, "budget", *_WORDS)
    found = {name: (old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)}
    if "instruments" in found:
        found["instruments"] = (_instruments(old), _instruments(new))
    for name, one, other in (("start", was.start, now.start), ("end", was.end, now.end)):
        if one != other:
            found[name] = (one, other)
    return found


def _instruments(body: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"code": one["code"], "facets": one.get("facets", [])} for one in body.get("instruments", ())]


def _kinds(pair: "_Pair", fields: dict[str, tuple[Any, Any]], frame: "_Frame") -> Iterator[str]:
    if pair.old is None:
        yield "new"
    if pair.over(frame):
        yield "ended"
    elif pair.new is None:
        yield "dropped" if frame.surveyed.intersection(pair.row.countries) else "not surveyed"
    if "names" in fields and _renamed(*fields["names"]):
        yield "renamed"
    scope = [name for name in (*_SCOPE, "start") if name in fields]
    asked = [name for name in scope if not frame.only_asked(name, *fields[name])]
    if asked:
        yield "re-scoped"
    if "budget" in fields:
        yield "budget changed"
    if any(name in fields for name in _WORDS) or ("names" in fields and not _renamed(*fields["names"])):
        yield "reworded"
    if scope and not asked:
        yield "questionnaire changed"


def _renamed(old: dict[str, str], new: dict[str, str]) -> bool:
    """Whether a name differs in a language that both waves have, case and spaces apart."""
    return any(old[one].casefold().split() != new[one].casefold().split() for one in old.keys() & new.keys())


@dataclass(frozen=True)
class _Frame:
    """The two waves: their years, the countries of the newer one, and the theme codes that each asks for."""

    older: str
    newer: str
    surveyed: frozenset[str]
    codes: tuple[frozenset[str], frozenset[str]]

    def only_asked(self, field: str, old: Any, new: Any) -> bool:
        """Whether themes differ only in codes that one of the waves does not ask for."""
        both = self.codes[0] & self.codes[1]
        return field == "themes" and both.intersection(old or ()) == both.intersection(new or ())


@dataclass(frozen=True)
class _Pair:
    """One initiative on both sides: its bodies and its life as each wave knew it."""

    row: Held
    old: dict[str, Any] | None
    new: dict[str, Any] | None
    was: Life
    now: Life

    def over(self, frame: _Frame) -> bool:
        """Whether it ended between the waves, or had ended when the newer wave left it out."""
        end = self.now.end
        if end is None or end > frame.newer:
            return False
        return self.new is None or self.old is None or end > frame.older or self.was.end != end


def _change(pair: _Pair, old: Held | None, kinds: tuple[str, ...], fields: dict[str, tuple[Any, Any]]) -> Change:
    row, body = pair.row, pair.new or pair.old or {}
    names = body.get("names", {})
    cited = [cite.get("at", "") for one in (pair.old, pair.new) if one for cite in one.get("cites", ())]
    return Change(
        id=row.id,
        name=names.get("en") or next(iter(names.values()), row.id),
        kinds=kinds,
        fields=fields,
        countries=row.countries,
        themes=tuple(sorted(row.themes | (old.themes if old else frozenset()))),
        start=pair.now.start,
        end=pair.now.end,
        evidence=tuple(dict.fromkeys(place for place in cited if place)),
    )


def _matched(changes: Iterable[Change]) -> Iterator[Change]:
    """Pair what was dropped with what is new in the same country under nearly the same name."""
    by_country: dict[tuple[str, ...], list[Change]] = defaultdict(list)
    rest: list[Change] = []
    for change in changes:
        (by_country[change.countries].append if change.kinds[0] in ("new", "dropped") else rest.append)(change)
    yield from rest
    for some in by_country.values():
        yield from _paired(some)


def _paired(changes: list[Change]) -> Iterator[Change]:
    gone = {change.id: (change, key(change.name)) for change in changes if change.kinds[0] == "dropped"}
    for change in changes:
        if change.kinds[0] != "new":
            continue
        found = _closest(key(change.name), gone)
        if found is None:
            yield change
            continue
        likeness, other = found
        gone.pop(other.id)
        yield Change(
            change.id, change.name, ("renamed", *change.kinds[1:]), {"names": (other.name, change.name)},
            change.countries, change.themes, change.start, change.end,
            tuple(dict.fromkeys((*other.evidence, *change.evidence))), "name", other.id, round(likeness, 3),
        )  # fmt: skip
    yield from (change for change, _ in gone.values())


def _closest(name: str, gone: dict[str, tuple[Change, str]]) -> tuple[float, Change] | None:
    best: tuple[float, Change] | None = None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(name)
    for change, other in gone.values():
        if not name or not other or 2 * min(len(name), len(other)) < _ALIKE * (len(name) + len(other)):
            continue
        matcher.set_seq1(other)
        if matcher.quick_ratio() >= _ALIKE and (likeness := matcher.ratio()) >= max(_ALIKE, best[0] if best else 0):
            best = likeness, change
    return best


def _tally(changes: Iterable[Change], of: Any) -> dict[str, dict[str, int]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for change in changes:
        for name in of(change):
            found[name].update(change.kinds)
    return {name: {kind: count[kind] for kind in KINDS if count[kind]} for name, count in sorted(found.items())}
