"""Points that a brief draws from records: each with the countries whose records support it, and those records.

``common-ground`` tells the records under each point; ``synthesis`` gives the points with links to records already told.
"""

from collections.abc import Iterable

from dualtrack.model import Action
from dualtrack.publishing.blocks import Block, Cell, Note, Table, Tag
from dualtrack.publishing.forms.registry import MOST, Setting, form
from dualtrack.publishing.holdings import Fact
from dualtrack.publishing.spec import Point


@form("common-ground")
def common_ground(setting: Setting) -> Iterable[Block]:
    """Each point, the countries that support it, and below it the supporting records."""
    for point in setting.piece.points:
        facts = setting.facts(point.query)
        yield _point(setting, point, facts)
        shown, more = setting.limited([fact for fact in facts if fact.id not in setting.scribe.seen])
        yield from (setting.scribe.statement(fact) for fact in shown)
        if more:
            yield Note(setting.word("more", n=f"{more:,}"))


@form("synthesis")
def synthesis(setting: Setting) -> Iterable[Block]:
    """The points alone, then a table of how many records of which countries support each."""
    supports = [(point, setting.facts(point.query)) for point in setting.piece.points]
    for point, facts in supports:
        yield _point(setting, point, facts)
    heads = tuple(setting.word(name) for name in ("what", "country", "count", "record"))
    rows = tuple(
        (
            Cell(point.text.best(setting.language)),
            Cell("、".join(names) if setting.language == "ja" else ", ".join(names)),
            Cell(str(len(facts)), numeric=True),
            Cell("", records=tuple(fact.id for fact in facts)[:MOST]),
        )
        for point, facts in supports
        if (names := [tag.name for tag in _tags(setting, facts)])
    )
    if rows:
        yield Table(setting.word("supported_by"), heads, rows, widths=(5, 3, 1, 5), folded=True)


def _point(setting: Setting, point: Point, facts: list[Fact]) -> Note:
    return Note(point.text.best(setting.language), "point", _tags(setting, facts), setting.scribe.point())


def _tags(setting: Setting, facts: list[Fact]) -> tuple[Tag, ...]:
    """Whose records they are; what an analyst assesses supports nobody's stand."""
    deeds = [fact for fact in facts if not (isinstance(fact, Action) and fact.verb == "assess")]
    countries = dict.fromkeys(country for fact in deeds for country in setting.held.countries(fact))
    return tuple(setting.scribe.tag(country) for country in countries)
