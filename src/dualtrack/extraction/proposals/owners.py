"""Whose an initiative is: who acts where a text names only the thing."""

from functools import lru_cache

from dualtrack.codebook import codebook

_DEEDS = {
    "strategy": "adopt",
    "plan": "adopt",
    "law": "adopt",
    "order": "issue",
    "agreement": "sign",
    "memorandum": "sign",
    "partnership": "agree",
    "framework": "agree",
    "declaration": "adopt",
    "statement": "publish",
    "guideline": "publish",
    "report": "publish",
    "study": "publish",
    "survey": "publish",
    "programme": "launch",
    "fund": "launch",
    "fellowship": "launch",
    "visa-route": "launch",
    "call": "launch",
    "package": "announce",
    "public-body": "open",
    "task-force": "launch",
    "meeting": "meet",
    "dialogue": "meet",
    "speech": "state",
}
_PERSONAL = frozenset(("person", "office"))


@lru_cache(maxsize=4096)
def owners(id_: str) -> tuple[str, ...]:
    """The codebook ids of those whose initiative it is: its parties, its owner, or its country; empty where unknown."""
    entry = codebook().entities.get(id_)
    if entry is None:
        return ()
    if parties := getattr(entry, "parties", ()):
        return tuple(parties)
    return tuple(id_ for id_ in (entry.owner or entry.country,) if id_)


@lru_cache(maxsize=4096)
def deed(id_: str) -> str | None:
    """The verb that an initiative of this type begins with: a strategy is adopted, a fund launched."""
    entry = codebook().entities.get(id_)
    return _DEEDS.get(entry.type or "") if entry is not None else None


@lru_cache(maxsize=4096)
def actor_kind(id_: str) -> str:
    """The kind of an actor; ``country`` for countries, empty where unknown."""
    entry = codebook().entities.get(id_)
    if entry is None:
        return "country" if id_ in codebook().countries else ""
    return entry.kind or ""


def persons(ids: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the ids that are persons; ``OSTP局長クラチオス`` names one person by post and name."""
    found = tuple(id_ for id_ in ids if actor_kind(id_) == "person")
    return found or ids


@lru_cache(maxsize=4096)
def country_of(id_: str) -> str:
    """The country an actor belongs to; a country is its own; empty where there is none."""
    entry = codebook().entities.get(id_)
    if entry is None:
        return id_ if id_ in codebook().countries else ""
    return entry.country or (id_ if entry.kind == "country" else "") or ""
