"""What holds on the brief's day: agreements, memberships, programmes, orders, bodies, each with its sources."""

import re
from collections.abc import Iterable

from dualtrack.errors import BadInputError
from dualtrack.evidence import State
from dualtrack.model import AnyRecord, Period
from dualtrack.model.date_words import say_period
from dualtrack.publishing.blocks import Block, Caveat, Cell, Note, Reference, Statement
from dualtrack.publishing.forms.registry import Setting, form
from dualtrack.publishing.forms.tables import made
from dualtrack.publishing.holdings import expand
from dualtrack.publishing.words import join

_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}(?:/\d{4}(?:-\d{2}){0,2})?(?![\d-])")


@form("states")
def states(setting: Setting) -> Iterable[Block]:
    """A row for each thing whose state is known: whose, what, since when, how far."""
    kind = setting.piece.state or "agreements"
    found = found_states(setting, kind)
    if not found:
        yield Note(setting.word("none_found"), "empty")
        return
    names = ("agreement" if kind == "agreements" else "what", "parties", "status", "since", "until", "scope", "source")
    heads = tuple(setting.word(name) for name in names)
    rows = [_row(setting, state) for state in found]
    name = _TITLES.get(kind, "")
    yield from made(setting, heads, rows, 0, (3.4, 2.6, 2.8, 1.6, 1.6, 2, 1.4), state_caveat(setting, found), name)


_TITLES = {"agreements": "agreements_now", "memberships": "memberships_now"}


def found_states(setting: Setting, kind: str) -> list[State]:
    """The states of a kind that the piece's countries, themes and objects let through, in order of their objects."""
    query = setting.piece.query
    countries, themes = expand(query.countries, setting.held.on), frozenset(query.themes)
    kept = []
    for state in setting.held.states(kind, None):
        about = frozenset(getattr(setting.held.get(state.object), "themes", ()))
        whose = state_countries(setting, state)
        named = not query.objects or any(_named(state.object, wanted) for wanted in query.objects)
        if (
            named
            and (not countries or not countries.isdisjoint(whose))
            and (not themes or not themes.isdisjoint(about))
        ):
            kept.append(state)
    return sorted(kept, key=lambda state: (state.object, state.actor or ""))


def _named(id: str, wanted: str) -> bool:
    return id == wanted or (wanted.endswith("*") and id.startswith(wanted[:-1]))


def state_countries(setting: Setting, state: State) -> tuple[str, ...]:
    """Whose state it is: of the parties, the member, or the body of the office."""
    held = setting.held
    ids = (*state.parties, *([state.actor] if state.actor else []))
    if not ids or state.kind == "offices":
        ids = (*ids, *held.owners_of(state.object))
    return tuple(dict.fromkeys(held.country(id) for id in ids))


def said_status(setting: Setting, state: State) -> str:
    """The state in words, with dates in the reader's form and what is doubtful about it."""
    told = state.label.best(setting.language)
    parts = [told if setting.language == "ja" else _DATE.sub(lambda found: _said_date(found[0], "en"), told)]
    if state.due and setting.word("due") not in parts[0]:
        parts.append(setting.word("due"))
    if state.alternatives:
        dates = join([say_period(date, setting.language) for date in state.alternatives], setting.language)
        parts.append(setting.word("sources_differ", dates=dates))
    return ("。" if setting.language == "ja" else "; ").join(parts)


def _said_date(edtf: str, language: str) -> str:
    try:
        return say_period(Period(edtf), language)
    except BadInputError:
        return edtf


def state_statement(setting: Setting, state: State) -> Statement:
    """A state as a statement, for profiles: what, how it stands, whose, its sources."""
    anchor = setting.scribe.anchor()
    return Statement(
        anchor,
        state_record(state),
        said_status(setting, state),
        topic=setting.held.name(state.object, setting.language),
        tags=tuple(setting.scribe.tag(country) for country in state_countries(setting, state)),
        references=state_references(setting, state, anchor),
    )


def state_record(state: State) -> str:
    """The record that a state's row stands for: the action that decided it."""
    return state.actions[-1] if state.actions else state.object


def state_references(setting: Setting, state: State, anchor: str) -> tuple[Reference, ...]:
    """The sources of the last actions that a state rests on."""
    records = [record for id in state.actions[-3:] if (record := setting.held.get(id)) is not None]
    return tuple(dict.fromkeys(r for record in records for r in setting.scribe.references(record, anchor)))


def state_caveat(setting: Setting, found: list[State]) -> Caveat:
    """What stands under a table of states: that they are derived, as of which days."""
    ids = dict.fromkeys(id for state in found for id in state.actions)
    records: list[AnyRecord] = [record for id in ids if (record := setting.held.get(id)) is not None]
    on, known = (say_period(day, setting.language) for day in (setting.held.on, setting.held.known))
    return setting.scribe.caveat(records, setting.word("states_as_of", on=on, known=known))


def state_cell(setting: Setting, state: State, text: str) -> Cell:
    """The first cell of a state's row."""
    record = state_record(state)
    mark = setting.scribe.marks.get(record, "")
    return Cell(text, anchor=setting.scribe.anchor(), record=record, mark=mark)


def _row(setting: Setting, state: State) -> tuple[Cell, ...]:
    language = setting.language
    who = [state.actor] if state.actor else list(state.parties) or list(setting.held.owners_of(state.object))
    head = state_cell(setting, state, setting.held.name(state.object, language))
    return (
        head,
        Cell(join([setting.held.name(id, language) for id in who if id != state.object], language)),
        Cell(said_status(setting, state)),
        Cell(say_period(state.since, language) if state.since else ""),
        Cell(say_period(state.until, language) if state.until else ""),
        Cell((state.scope.get(language) or "") if state.scope else ""),
        Cell("", references=state_references(setting, state, head.anchor)),
    )
