"""How much of a STIP wave is known: for each field, what is given, and what is unknown, not applicable or blank."""

from typing import TYPE_CHECKING

from dualtrack.sources.tidy import text

if TYPE_CHECKING:
    from dualtrack.sources.stip import Wave

_FIELDS = (
    "start", "end", "description", "background", "organisations", "budget_range", "budget_local", "tags",
    "evaluated", "reform", "original", "acronym",
)  # fmt: skip
_UNKNOWN = frozenset(("unknown", "don't know", "not available", "not known"))
_NOT_APPLICABLE = frozenset(("not applicable", "n/a", "na"))


def coverage(wave: "Wave") -> dict[str, dict[str, int]]:
    """For each field, how many initiatives have it ``known``, ``unknown``, ``not applicable`` or ``blank``."""
    found = {name: dict.fromkeys(("known", "unknown", "not applicable", "blank"), 0) for name in _FIELDS}
    for name in ("objectives", "links", "evaluations", "themes", "target groups", "instruments"):
        found[name] = {"known": 0, "blank": 0}
    for entry in wave.entries:
        for name in _FIELDS:
            found[name][_state(entry.fields.get(name, ""))] += 1
        lists = {**entry.lists, "themes": entry.themes, "target groups": entry.groups}
        for name in ("objectives", "links", "evaluations", "themes", "target groups"):
            found[name]["known" if lists.get(name) else "blank"] += 1
        typed = any(one.get("instrument_type") or one.get("instrument_label") for one in entry.instruments)
        found["instruments"]["known" if typed else "blank"] += 1
    return found


def _state(cell: str) -> str:
    if not cell.strip():
        return "blank"
    body = text(cell).casefold() if len(cell) < 20 else cell
    return "unknown" if body in _UNKNOWN else "not applicable" if body in _NOT_APPLICABLE else "known"
