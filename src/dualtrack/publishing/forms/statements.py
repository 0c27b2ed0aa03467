"""Records as statements, one under the other, grouped where asked."""

from collections.abc import Iterable

from dualtrack.publishing.blocks import Block, Heading, Note
from dualtrack.publishing.forms.grouping import grouped
from dualtrack.publishing.forms.registry import Setting, form


@form("statements")
def statements(setting: Setting) -> Iterable[Block]:
    """A list of statements in the order of their dates, or of the ids asked for; with ``group``, under headings."""
    facts, more = setting.limited(setting.facts())
    named = {id: place for place, id in enumerate(setting.piece.query.ids)}
    if named.keys() >= {fact.id for fact in facts}:
        facts = sorted(facts, key=lambda fact: named[fact.id])
    if setting.piece.title:
        yield Heading(setting.title(), 3)
    if not facts:
        if not setting.piece.unseen:
            yield Note(setting.word("none_found"), "empty")
        return
    if setting.piece.group == "none":
        yield from (setting.scribe.statement(fact) for fact in facts)
    else:
        for _key, title, group in grouped(setting, facts):
            yield Heading(title, 3)
            yield from (setting.scribe.statement(fact) for fact in group)
    if more:
        yield Note(setting.word("more", n=f"{more:,}"))
