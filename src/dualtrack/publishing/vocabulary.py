"""Whether a specification names only what there is: forms, themes, verbs, types, technologies, countries and groups."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any

from dualtrack.codebook import codebook
from dualtrack.publishing.forms import form_names

Path = tuple[str | int, ...]


def unknown_names(data: Any) -> Iterator[tuple[Path, str, str]]:
    """Each name in a specification's plain data that nothing knows: its path, what is wrong, and the mend."""
    for path, field, value in _named(data, ()):
        kind, known = _KNOWN[field]
        names = known()
        if not names or value in names:
            continue
        if field in ("countries", "partners", "country") and _is_country(value):
            continue
        called = sorted(codebook().ids_named(value)) if kind.startswith("country") else []
        close = called or get_close_matches(value, sorted(names), n=3, cutoff=0.5)
        mend = f"Did you mean {' or '.join(close)}?" if close else f"See `dualtrack codebook` for every {kind}."
        if kind == "form":
            mend = f"Use one of {', '.join(sorted(names))}."
        yield path, f"'{value}' is no {kind}", mend


def _named(value: Any, path: Path) -> Iterator[tuple[Path, str, str]]:
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from _named(part, (*path, index))
    if not isinstance(value, dict):
        return
    for key, part in value.items():
        here = (*path, key)
        if key in _KNOWN and isinstance(part, str):
            yield here, key, part
        elif key in _KNOWN and isinstance(part, list):
            yield from (((*here, index), key, name) for index, name in enumerate(part) if isinstance(name, str))
        elif key not in ("title", "lead", "text"):
            yield from _named(part, here)


def _is_country(value: str) -> bool:
    """Countries, forums, bodies and persons are many and grow with the base: only what looks like none is refused."""
    if value.startswith("group:"):
        return value.removeprefix("group:") in codebook().groups
    return value in codebook().entities or ("-" in value and value == value.lower() and " " not in value)


_KNOWN: dict[str, tuple[str, Callable[[], frozenset[str]]]] = {
    "form": ("form", lambda: frozenset(form_names())),
    "themes": ("theme", lambda: frozenset(codebook().themes)),
    "verbs": ("verb", lambda: frozenset(codebook().verbs)),
    "types": ("initiative type", lambda: frozenset(codebook().types)),
    "technologies": ("technology", lambda: frozenset(codebook().technologies)),
    "stages": ("stage", lambda: frozenset(codebook().stages)),
    "state": (
        "kind of state",
        lambda: frozenset(("agreements", "memberships", "offices", "programmes", "orders", "bodies")),
    ),
    "countries": ("country, forum or body", lambda: frozenset(codebook().countries)),
    "partners": ("country, forum or body", lambda: frozenset(codebook().countries)),
    "country": ("country, forum or body", lambda: frozenset(codebook().countries)),
}
