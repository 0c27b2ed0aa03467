"""What the evidence base asks of the codebook: what verbs do to states, what there is, and names."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from dualtrack.codebook import Codebook, Name, Verb, codebook
from dualtrack.evidence.state import STATE_KINDS, StateKind
from dualtrack.model import Actor, ActorKind, AnyRecord, Citation, Initiative, SourceRecord, Text

SOURCE = "dualtrack-codebook"
"""The source that the codebook's entities cite."""

_CITES = (Citation(source=SOURCE, at="names"),)
_BLOCS = frozenset(("EU",))


def verbs() -> Mapping[str, Verb]:
    """All verbs of the codebook by id."""
    return codebook().verbs


def synonyms(text: str) -> Sequence[str]:
    """The other names, in all languages, of what ``text`` names; of a term of a theme, its terms in other languages.

    None where the codebook does not know it.
    """
    return sorted(codebook().synonyms(text) | codebook().said_elsewhere(text))


def states_of_type(type: str) -> tuple[StateKind, ...]:
    """The kinds of state that an initiative of this type can be in; all where the codebook does not know the type."""
    entry = codebook().types.get(type)
    return entry.states if entry is not None else STATE_KINDS


def keys(section: str) -> Collection[str]:
    """The ids of a section of the codebook, such as ``themes``."""
    found: Mapping[str, object] = getattr(codebook(), section)
    return found.keys()


@lru_cache(maxsize=1)
def entities() -> Sequence[AnyRecord]:
    """The codebook as records: its source, then countries, bodies and standing initiatives with all their names."""
    book = codebook()
    title = Text(ja="デュアルトラック・コードブック", en="Dualtrack codebook")
    found: list[AnyRecord] = [SourceRecord(id=SOURCE, title=title, kind="dataset")]
    found += (_country(code, names, book) for code, names in book.countries.items())
    found += (_named(entry) for entry in book.names.values())
    return tuple(found)


def _country(code: str, names: Text, book: Codebook) -> Actor:
    forms = book.country_forms.get(code)
    others = [form for some in forms.forms.values() for form in some] if forms else []
    kind: ActorKind = "bloc" if code in _BLOCS else "country"
    return Actor(id=code, kind=kind, country=code, names=names, aliases=_others(others, names), cites=_CITES)


def _named(entry: Name) -> Actor | Initiative:
    others = [*entry.acronyms, *(name for some in entry.aliases.values() for name in some)]
    common = {
        "id": entry.id,
        "names": entry.names,
        "aliases": _others(others, entry.names),
        "parent": entry.parent,
        "cites": _CITES,
    }
    if entry.type is None:
        return Actor.build({**common, "kind": entry.kind, "country": entry.country})
    owner = entry.owner or entry.country
    return Initiative.build({**common, "type": entry.type, "owners": (owner,) if owner else ()})


def _others(names: list[str], said: Text) -> tuple[str, ...]:
    main = set(said.languages().values())
    return tuple(dict.fromkeys(name for name in names if name not in main))
