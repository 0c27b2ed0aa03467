"""What an edition brought since an earlier day: new, changed, ended, contradicted, confirmed."""

from collections.abc import Iterable

from dualtrack.model import Action, Observation
from dualtrack.publishing.blocks import Block, Heading, Note
from dualtrack.publishing.forms.registry import Setting, form
from dualtrack.publishing.words import join


@form("news")
def news(setting: Setting) -> Iterable[Block]:
    """The news under five headings; what was withdrawn is told last."""
    found = setting.news
    if found is None:
        return
    changed = dict(found.changed)
    groups = (
        ("new", found.new),
        ("changed", tuple(changed)),
        ("ended", found.ended),
        ("contradicted", found.contradicted),
        ("confirmed", found.confirmed),
    )
    empty = True
    for name, ids in groups:
        facts = [fact for id in ids if isinstance(fact := setting.held.get(id), Action | Observation)]
        if not facts:
            continue
        empty = False
        yield Heading(f"{setting.word(name)} ({len(facts)})", 3)
        shown, more = facts[: setting.piece.limit or 60], max(0, len(facts) - (setting.piece.limit or 60))
        for fact in shown:
            yield setting.scribe.statement(fact)
            if name == "changed" and changed[fact.id]:
                fields = join([_field(setting, field) for field in changed[fact.id]], setting.language)
                yield Note(setting.word("fields_changed", fields=fields))
        if more:
            yield Note(setting.word("more", n=more))
    for _id, what in found.gone:
        empty = False
        yield Note(setting.word("gone", what=what))
    if empty:
        yield Note(setting.word("nothing_new", since=found.since), "empty")


_FIELDS = frozenset(
    ("date", "summary", "amounts", "value", "baseline", "change", "period", "actors", "partners", "object", "scope",
     "verb", "cites")
)  # fmt: skip


def _field(setting: Setting, name: str) -> str:
    return setting.word(f"field_{name}" if name in _FIELDS else "field_other")
