"""A partner's profile as of a day: how its agreements and memberships stand, its newest actions, its figures."""

from collections.abc import Iterable

from dualtrack.publishing.blocks import Block, Heading, Note
from dualtrack.publishing.forms.registry import Setting, form
from dualtrack.publishing.forms.states import found_states, state_statement
from dualtrack.publishing.holdings import order
from dualtrack.publishing.spec import Piece, Query

_RECENT = 8


@form("profile")
def profile(setting: Setting) -> Iterable[Block]:
    """For each country of the piece: what holds, the newest actions of it or with it, what was measured."""
    for country in setting.piece.countries or setting.piece.query.countries:
        yield Heading(setting.held.name(country, setting.language), 3)
        blocks = [*_states(setting, country), *_actions(setting, country), *_figures(setting, country)]
        yield from blocks or [Note(setting.word("none_found"), "empty")]


def _states(setting: Setting, country: str) -> Iterable[Block]:
    for kind, title in (("agreements", "agreements_now"), ("memberships", "memberships_now")):
        piece = Piece(form="states", state=kind, query=Query(countries=(country,)))
        found = [s for s in found_states(setting.over(piece), kind) if not s.actor or s.actor == country]
        if found:
            yield Heading(setting.word(title), 4)
            yield from (state_statement(setting, state) for state in found)


def _actions(setting: Setting, country: str) -> Iterable[Block]:
    own = setting.asking(kinds=("actions",), countries=(country,), partners=())
    others = setting.asking(kinds=("actions",), countries=(), partners=(country,))
    found = {fact.id: fact for query in (own, others) for fact in setting.facts(query)}
    if not found:
        return
    yield Heading(setting.word("recent"), 4)
    most = setting.piece.limit or _RECENT
    facts = sorted(found.values(), key=order)
    yield from (setting.scribe.statement(fact) for fact in facts[-most:])
    if len(facts) > most:
        yield Note(setting.word("more", n=f"{len(facts) - most:,}"))


def _figures(setting: Setting, country: str) -> Iterable[Block]:
    facts = setting.facts(setting.asking(kinds=("observations",), countries=(country,), partners=()))
    if facts:
        yield Heading(setting.word("figures"), 4)
        yield from (setting.scribe.statement(fact) for fact in facts)
