"""What the evidence base asks of the codebook: what verbs do to states, and what else a thing is called."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from dualtrack.evidence.state import StateKind
from dualtrack.model import LANGUAGES, Actor, AnyRecord, Citation, SourceRecord, Text


class Effect(NamedTuple):
    """What a verb makes of a state; see ``codebook/verbs.yaml``."""

    status: str
    with_term: str | None
    plan: bool


class Verb(NamedTuple):
    """A verb's effects by kind of state, and the state that it presupposes."""

    id: str
    effects: Mapping[str, Effect]
    presupposes: str | None


@cache
def verbs() -> Mapping[str, Verb]:
    """All verbs of the codebook by id."""
    text = files("dualtrack.codebook").joinpath("verbs.yaml").read_text(encoding="utf-8")
    data: dict[str, dict[str, Any]] = yaml.load(text, yaml.CSafeLoader)
    entries = data.get("verbs", data)
    return {id: Verb(id, _effects(entry), entry.get("presupposes")) for id, entry in entries.items()}


def _effects(entry: Mapping[str, Any]) -> dict[str, Effect]:
    found = {}
    for kind, effect in (entry.get("effects") or {}).items():
        found[kind] = Effect(effect["status"], effect.get("with_term"), bool(effect.get("plan", False)))
    return found


def synonyms(text: str) -> Sequence[str]:
    """The other names, in all languages, of what ``text`` names; none where the codebook does not know it."""
    try:
        from dualtrack.codebook import codebook
    except ImportError:
        return ()
    return tuple(codebook().synonyms(text))


SOURCE = "dualtrack-codebook"
"""The source that the codebook's entities cite."""


@cache
def entities() -> Sequence[AnyRecord]:
    """The codebook as records: its source, then countries and bodies with all their names."""
    title = Text(ja="デュアルトラック・コードブック", en="Dualtrack codebook")
    found: list[AnyRecord] = [SourceRecord(id=SOURCE, title=title, kind="codebook", publisher=None)]
    cites = (Citation(source=SOURCE, at="names"),)
    for id, entry in _raw_entities().items():
        names = Text(**{code: name for code, name in entry["names"].items() if code in LANGUAGES})
        said = set(names.languages().values())
        others = [
            *(entry.get("acronyms") or ()),
            *(name for some in (entry.get("aliases") or {}).values() for name in some),
        ]
        found.append(
            Actor(
                id=id,
                kind=entry["kind"],
                names=names,
                aliases=tuple(dict.fromkeys(name for name in others if name not in said)),
                country=entry.get("country"),
                parent=entry.get("parent"),
                cites=cites,
            )
        )
    return tuple(found)


def _raw_entities() -> dict[str, dict[str, Any]]:
    from babel import Locale

    found: dict[str, dict[str, Any]] = {}
    locales = {code: Locale(code).territories for code in LANGUAGES}
    for id in locales["en"]:
        if len(id) == 2 and id.isalpha() and id not in ("QO", "EZ", "UN", "XA", "XB", "ZZ", "XK"):
            names = {code: some[id] for code, some in locales.items() if id in some}
            found[id] = {"kind": "bloc" if id == "EU" else "country", "country": id, "names": names}
    for path in sorted(Path(str(files("dualtrack.codebook").joinpath("names"))).glob("*.yaml")):
        for entry in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) or ():
            if "kind" in entry:
                found[entry["id"]] = entry
    return found


def keys(kind: str) -> frozenset[str]:
    """The keys of a part of the codebook (themes, technologies, types, indicators); empty where it has none."""
    return frozenset()


_STATES_OF_TYPE: Mapping[str, tuple[StateKind, ...]] = {
    **dict.fromkeys(("agreement", "partnership", "memorandum", "treaty", "compact"), ("agreements", "memberships")),
    "framework": ("memberships", "agreements", "programmes"),
    **dict.fromkeys(("declaration", "principles"), ("agreements", "programmes")),
    "public-body": ("bodies", "memberships"),
    "task-force": ("bodies",),
    **dict.fromkeys(("order", "law", "regulation"), ("orders", "programmes")),
    **dict.fromkeys(("meeting", "speech", "statement", "report", "study", "survey", "letter", "testimony"), ()),
}


def states_of_type(type: str) -> tuple[StateKind, ...]:
    """The kinds of state that an initiative of this type can have, the fittest first; programmes unless listed."""
    return _STATES_OF_TYPE.get(type, ("programmes", "memberships"))
