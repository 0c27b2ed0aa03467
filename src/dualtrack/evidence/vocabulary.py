"""What the evidence base asks of the codebook: what verbs do to states, and what else a thing is called."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml


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
