"""A partner's profile as of a day: its agreements and memberships, its recent actions, its figures."""

from collections.abc import Iterable

from dualtrack.publishing.blocks import Block, Heading, Note
from dualtrack.publishing.forms.registry import Setting, form
from dualtrack.publishing.forms.statements import statements
from dualtrack.publishing.forms.states import states
from dualtrack.publishing.forms.tables import indicators
from dualtrack.publishing.spec import Piece, Query

_RECENT = 8


@form("profile")
def profile(setting: Setting) -> Iterable[Block]:
    """For each country of the piece: what holds, the newest actions with it or of it, what was measured."""
    for country in setting.piece.countries or setting.piece.query.countries:
        yield Heading(setting.held.name(country, setting.language), 3)
        blocks = [*_states(setting, country), *_actions(setting, country), *_figures(setting, country)]
        yield from blocks or [Note(setting.word("none_found"), "empty")]


def _states(setting: Setting, country: str) -> Iterable[Block]:
    for kind in ("agreements", "memberships"):
        piece = Piece(form="states", state=kind, query=Query(countries=(country,)))
        blocks = [block for block in states(setting.over(piece)) if not isinstance(block, Note)]
        if blocks:
            yield Heading(setting.word("agreements_now" if kind == "agreements" else "memberships_now"), 4)
            yield from blocks


def _actions(setting: Setting, country: str) -> Iterable[Block]:
    limit = setting.piece.limit or _RECENT
    own = setting.asking(kinds=("actions",), countries=(country,), partners=())
    others = setting.asking(kinds=("actions",), countries=(), partners=(country,))
    found = {fact.id: fact for fact in (*setting.facts(own), *setting.facts(others))}
    if not found:
        return
    yield Heading(setting.word("recent"), 4)
    ids = tuple(found)
    piece = Piece(form="statements", query=Query(kinds=("actions",), ids=ids), limit=limit)
    yield from statements(setting.over(piece))


def _figures(setting: Setting, country: str) -> Iterable[Block]:
    query = setting.asking(kinds=("observations",), countries=(country,), partners=())
    if setting.facts(query):
        yield Heading(setting.word("figures"), 4)
        yield from indicators(setting.over(Piece(form="indicators", query=query)))
