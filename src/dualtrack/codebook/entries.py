"""What the codebook holds: frozen, typed entries. Each has an id, labels and a definition in Japanese and English."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from dualtrack.model import CountryCode, Period, RecordId, Text, Value

StateKind = Literal["agreements", "memberships", "offices", "programmes", "orders", "bodies"]
Polarity = Literal["promote", "protect", "withdraw", "neutral"]


def _both(text: Text) -> Text:
    if not (text.ja and text.en):
        raise ValueError("a text of the codebook is in Japanese and in English: {ja: ..., en: ...}")
    return text


Bilingual = Annotated[Text, AfterValidator(_both)]
"""A text in Japanese and in English at least."""


class Entry(Value):
    """What every entry of the codebook has."""

    id: RecordId
    labels: Bilingual
    definition: Bilingual


class Effect(Value):
    """What a verb makes of a state.

    ``with_term`` is the status instead where the action has a term; ``plan`` says that the state is only due on the
    action's date and not confirmed.
    """

    status: str
    with_term: str | None = None
    plan: bool = False


class Verb(Entry):
    """What can be done.

    ``weight`` runs from -10 (withdrawing) to 10 (cooperative), after the Goldstein scale of event data;
    ``presupposes`` is the state that must have held until then.
    """

    polarity: Polarity
    weight: int = Field(ge=-10, le=10)
    effects: Mapping[StateKind, Effect] = {}
    presupposes: str | None = None


class Theme(Entry):
    """A subject of policy, with the theme codes (``TH..``) of the EC-OECD STIP survey that it covers."""

    stip: tuple[Annotated[str, Field(pattern=r"^TH\d+$")], ...] = ()
    pillar: RecordId | None = None


class InitiativeType(Entry):
    """What a policy can be, with the instrument codes (``PI...``) of the STIP survey that it covers."""

    stip: tuple[Annotated[str, Field(pattern=r"^PI\d{3}$")], ...] = ()
    states: tuple[StateKind, ...] = ()
    """The kinds of state that such a thing can be in."""


class Pillar(Entry):
    """One of promote, protect, partner."""

    verbs: tuple[RecordId, ...] = ()


class TrackRule(Value):
    """One way to belong to a track: every condition given must hold.

    ``partners_within`` and ``partners_beyond`` name a group: all partners are its members, or one is not.
    """

    id: RecordId
    reason: Bilingual
    partners_within: RecordId | None = None
    partners_beyond: RecordId | None = None
    themes: tuple[RecordId, ...] = ()
    """Any of them."""
    critical_technology: bool | None = None
    """Whether a technology of an official list is concerned."""


class Track(Entry):
    """One of the two tracks of cooperation, with the rules that decide it: a record belongs where any rule holds."""

    rules: tuple[TrackRule, ...]


class TechnologyList(Entry):
    """An official list of critical technologies."""

    country: CountryCode | None = None
    publisher: RecordId | None = None
    published: Period
    url: str = ""
    fields: int | None = None
    """How many fields it names."""


class Technology(Entry):
    """A critical or emerging technology, with what each official list calls it."""

    lists: Mapping[RecordId, str] = {}


class Unit(Entry):
    """What is counted or measured; ``symbol`` is how it is written after a number."""

    symbol: str = ""


class Indicator(Entry):
    """Something that is measured.

    ``unit`` is a key of the units, or ``money`` for amounts in a currency; ``better`` says which direction is usually
    read as an improvement, where one is.
    """

    unit: str
    better: Literal["up", "down"] | None = None
    method: Bilingual | None = None


class SourceKind(Entry):
    """What a source can be; ``official`` where such a source speaks for the body that published it."""

    official: bool = False


class Stage(Entry):
    """How far a budget has come; ``rank`` orders the stages."""

    rank: int


class Membership(Value):
    """Who belongs, and when (EDTF; an open end where it lasts)."""

    who: RecordId
    during: Period
    note: Text | None = None


class GroupRule(Value):
    """Membership derived from other groups."""

    any_of: tuple[RecordId, ...]
    also: tuple[RecordId, ...] = ()
    without: tuple[RecordId, ...] = ()


class Group(Entry):
    """A group of countries with dated membership, or a rule that derives it; ``source`` says according to whom."""

    source: str
    url: str = ""
    actor: RecordId | None = None
    """The forum or bloc of the same name."""
    members: tuple[Membership, ...] = ()
    rule: GroupRule | None = None


class Terms(Value):
    """The words that tell of a theme or a technology, by language."""

    id: RecordId
    ja: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    ko: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    de: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()


class CountryForms(Value):
    """What CLDR does not have about a country; see ``countries.yaml``."""

    id: CountryCode
    names: Text | None = None
    forms: Mapping[str, tuple[str, ...]] = {}
    adjectives: Mapping[str, tuple[str, ...]] = {}
    prefixes: Mapping[str, tuple[str, ...]] = {}
    short: Mapping[str, str] = {}
    capital: Mapping[str, str] = {}


class Name(Value):
    """A country, body or initiative and what it is called.

    ``kind`` is an actor's kind for actors; ``type`` an initiative's type for initiatives: just one of them is given.
    ``owner`` is the body that runs an initiative.
    """

    id: RecordId
    kind: str | None = None
    type: RecordId | None = None
    names: Text
    acronyms: tuple[str, ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = {}
    country: CountryCode | None = None
    parent: RecordId | None = None
    owner: RecordId | None = None


class Ambiguity(Value):
    """A word that means more than one thing, or one thing only in some surroundings; see ``ambiguous.yaml``."""

    id: str
    """The word."""
    ids: tuple[RecordId, ...]
    decided_by: Literal["country", "words"]
    near: Mapping[RecordId, tuple[str, ...]] = {}
    otherwise: str
    """``open``, ``none``, or one of the ids."""
