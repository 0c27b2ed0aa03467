"""What holds on the brief's day: agreements, memberships, programmes, orders, bodies, and who holds which office."""

from collections.abc import Iterable

from dualtrack.evidence import State
from dualtrack.publishing.blocks import Block, Cell, Note, Reference
from dualtrack.publishing.dates import say_period
from dualtrack.publishing.forms.registry import Setting, form
from dualtrack.publishing.forms.tables import made
from dualtrack.publishing.holdings import expand
from dualtrack.publishing.words import join


@form("states")
def states(setting: Setting) -> Iterable[Block]:
    """A row for each thing whose state is known: whose, what, since when, how far."""
    kind = setting.piece.state or "agreements"
    found = found_states(setting, kind)
    heads = tuple(
        setting.word(name)
        for name in (
            "agreement" if kind == "agreements" else "what",
            "parties",
            "status",
            "since",
            "until",
            "scope",
            "source",
        )
    )
    rows = [_row(setting, state) for state in found]
    if not rows:
        yield Note(setting.word("none_found"), "empty")
        return
    yield from made(setting, heads, rows, 0, (3.4, 2.6, 2.8, 1.6, 1.6, 2, 1.4))
    yield Note(
        setting.word(
            "states_as_of",
            on=say_period(setting.held.on, setting.language),
            known=say_period(setting.held.known, setting.language),
        )
    )


@form("offices")
def offices(setting: Setting) -> Iterable[Block]:
    """Who holds which office, or is named for it; several offices of one person stand together."""
    found = found_states(setting, "offices")
    if not found:
        yield Note(setting.word("none_found"), "empty")
        return
    heads = tuple(setting.word(name) for name in ("office", "person", "status", "since", "until", "what", "source"))
    yield from made(
        setting, heads, [_office_row(setting, state) for state in found], 0, (3, 2.2, 2.4, 1.6, 1.6, 4, 1.4)
    )
    yield Note(
        setting.word(
            "states_as_of",
            on=say_period(setting.held.on, setting.language),
            known=say_period(setting.held.known, setting.language),
        )
    )


def found_states(setting: Setting, kind: str) -> list[State]:
    """The states of a kind that the piece's countries and themes let through, in order of their objects."""
    query = setting.piece.query
    countries, themes = expand(query.countries, setting.held.on), frozenset(query.themes)
    kept = []
    for state in setting.held.states(kind, None):
        whose = state_countries(setting, state)
        record = setting.held.get(state.object)
        about = frozenset(getattr(record, "themes", ()))
        named = not query.objects or any(
            state.object == o or (o.endswith("*") and state.object.startswith(o[:-1])) for o in query.objects
        )
        if (
            named
            and (not countries or not countries.isdisjoint(whose))
            and (not themes or not themes.isdisjoint(about))
        ):
            kept.append(state)
    return sorted(kept, key=lambda state: (state.object, state.actor or ""))


def state_countries(setting: Setting, state: State) -> tuple[str, ...]:
    """Whose state it is: of the parties, the member, or the body of the office."""
    held = setting.held
    ids = (*state.parties, *([state.actor] if state.actor else []))
    if not ids or state.kind == "offices":
        ids = (*ids, *held.owners_of(state.object))
    return tuple(dict.fromkeys(held.country(id) for id in ids))


def said_status(setting: Setting, state: State) -> str:
    """The state in words, with what is doubtful about it."""
    parts = [state.label.best(setting.language)]
    if state.due and setting.word("due") not in parts[0]:
        parts.append(setting.word("due"))
    if state.alternatives:
        dates = join([say_period(date, setting.language) for date in state.alternatives], setting.language)
        parts.append(setting.word("sources_differ", dates=dates))
    return ("。" if setting.language == "ja" else "; ").join(parts)


def _row(setting: Setting, state: State) -> tuple[Cell, ...]:
    language = setting.language
    ids = [*state.parties] if not state.actor else [state.actor]
    who = ids or list(setting.held.owners_of(state.object))
    return (
        _head(setting, state, setting.held.name(state.object, language)),
        Cell(join([setting.held.name(id, language) for id in who if id != state.object], language)),
        Cell(said_status(setting, state)),
        Cell(say_period(state.since, language) if state.since else ""),
        Cell(say_period(state.until, language) if state.until else ""),
        Cell((state.scope.get(language) or "") if state.scope else ""),
        _sources(setting, state),
    )


def _office_row(setting: Setting, state: State) -> tuple[Cell, ...]:
    language = setting.language
    person = setting.held.get(state.actor) if state.actor else None
    about = getattr(person, "description", None)
    return (
        _head(setting, state, setting.held.name(state.object, language)),
        Cell(setting.held.name(state.actor, language) if state.actor else ""),
        Cell(said_status(setting, state)),
        Cell(say_period(state.since, language) if state.since else ""),
        Cell(say_period(state.until, language) if state.until else ""),
        Cell((about.get(language) or "") if about else ""),
        _sources(setting, state),
    )


def _head(setting: Setting, state: State, text: str) -> Cell:
    record = state.actions[-1] if state.actions else state.object
    return Cell(text, anchor=setting.scribe.anchor(), record=record, mark=setting.scribe.marks.get(record, ""))


def _sources(setting: Setting, state: State) -> Cell:
    found: list[Reference] = []
    for id in state.actions[-3:]:
        record = setting.held.get(id)
        if record is not None:
            found.extend(setting.scribe.references(record, setting.scribe.last))
    return Cell("", references=tuple(dict.fromkeys(found)))
