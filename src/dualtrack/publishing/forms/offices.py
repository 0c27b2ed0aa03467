"""Offices: who holds each now or is named for it, with concurrent posts, and who held it before."""

from collections import Counter
from collections.abc import Iterable

from dualtrack.evidence import State
from dualtrack.model import Actor
from dualtrack.model.date_words import say_period
from dualtrack.publishing.blocks import Block, Cell, Note
from dualtrack.publishing.forms.registry import Setting, form
from dualtrack.publishing.forms.states import found_states, said_status, state_caveat, state_cell, state_references
from dualtrack.publishing.forms.tables import made
from dualtrack.publishing.words import join


@form("offices")
def offices(setting: Setting) -> Iterable[Block]:
    """A row for each holder of an office and each who is named for it; those before them in the last column."""
    found = found_states(setting, "offices")
    if not found:
        yield Note(setting.word("none_found"), "empty")
        return
    heads = tuple(setting.word(name) for name in ("office", "person", "status", "what", "before_them", "source"))
    now = [state for state in found if state.status != "left"]
    posts: dict[str, list[str]] = {}
    for state in now:
        posts.setdefault(state.actor or "", []).append(state.object)
    rows: list[tuple[Cell, ...]] = []
    for office in _ordered(setting, found):
        current = [state for state in now if state.object == office]
        earlier = [state for state in found if state.object == office and state.status == "left"]
        rows.extend(_row(setting, state, earlier, posts) for state in current or earlier[:1])
    yield from made(setting, heads, rows, 0, (2.8, 2.4, 2.2, 4.2, 3.2, 1.2), state_caveat(setting, found))


def _ordered(setting: Setting, found: list[State]) -> list[str]:
    """Offices that somebody holds first; those of bodies with many offices, and with many holders, before others."""
    holders = Counter(state.object for state in found)
    held = {state.object for state in found if state.status != "left"}
    bodies = {office: getattr(setting.held.get(office), "parent", None) or office for office in holders}
    sizes = Counter(bodies.values())
    return sorted(
        holders,
        key=lambda office: (office not in held, -sizes[bodies[office]], bodies[office], -holders[office], office),
    )


def _row(setting: Setting, state: State, earlier: list[State], posts: dict[str, list[str]]) -> tuple[Cell, ...]:
    language, held = setting.language, setting.held
    head = state_cell(setting, state, held.name(state.object, language))
    vacant = state.status == "left"
    person = held.get(state.actor) if state.actor and not vacant else None
    about = person.description.get(language) if isinstance(person, Actor) and person.description else None
    also = [held.name(office, language) for office in posts.get(state.actor or "", ()) if office != state.object]
    name = held.name(state.actor, language) if state.actor and not vacant else ""
    if also and name:
        said = setting.word("also_holds", posts=join(also, language))
        name += f"（{said}）" if language == "ja" else f" ({said})"
    references = dict.fromkeys(
        reference for one in (state, *earlier) for reference in state_references(setting, one, head.anchor)
    )
    return (
        head,
        Cell(name),
        Cell("" if vacant else said_status(setting, state)),
        Cell(about or ""),
        Cell(join([_before(setting, one) for one in reversed(earlier)], language)),
        Cell("", references=tuple(references)),
    )


def _before(setting: Setting, state: State) -> str:
    name = setting.held.name(state.actor, setting.language) if state.actor else ""
    action = setting.held.get(state.actions[-1]) if state.actions else None
    date = getattr(action, "date", None) or state.since
    if date is None:
        return name
    said = say_period(date, setting.language)
    return f"{name}（{said}）" if setting.language == "ja" else f"{name} ({said})"
