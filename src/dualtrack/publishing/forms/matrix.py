"""Theme by country: how many records stand in each cell, and which."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from dualtrack.publishing.blocks import Block, Cell, Note, Table
from dualtrack.publishing.forms.registry import Setting, form
from dualtrack.publishing.labels import label

_COLUMNS, _ROWS, _LINKS = 8, 15, 100
"""How many columns and rows there are where none are asked for, and how many records a cell leads to at most."""


@form("matrix")
def matrix(setting: Setting) -> Iterable[Block]:
    """A table of counts, then the records behind each cell."""
    cells: dict[tuple[str, str], list[str]] = defaultdict(list)
    facts = setting.facts(setting.asking(kinds=("actions", "observations")))
    for fact in facts:
        for theme in setting.held.themes(fact):
            for country in setting.held.countries(fact):
                cells[theme, country].append(fact.id)
    if not cells:
        yield Note(setting.word("none_found"), "empty")
        return
    by_country, by_theme = Counter[str](), Counter[str]()
    for (theme, country), ids in cells.items():
        by_country[country] += len(ids)
        by_theme[theme] += len(ids)
    columns = setting.piece.countries or tuple(country for country, _ in by_country.most_common(_COLUMNS))
    rows = setting.piece.query.themes or tuple(theme for theme, _ in by_theme.most_common(_ROWS))
    most = max((len(cells.get((row, column), ())) for row in rows for column in columns), default=1) or 1
    yield Table(
        setting.title("matrix_title"),
        (setting.word("theme"), *(setting.held.name(column, setting.language) for column in columns)),
        tuple(
            (Cell(label(row, setting.language)), *(_cell(cells.get((row, column), []), most) for column in columns))
            for row in rows
        ),
        setting.scribe.caveat(facts, setting.word("matrix_method"), _missing(setting, cells, rows, columns)),
        widths=(2.4, *(1.0 for _ in columns)),
    )
    yield Table(
        setting.word("matrix_behind"),
        (setting.word("theme"), setting.word("country"), setting.word("record")),
        tuple(
            (
                Cell(label(row, setting.language)),
                Cell(setting.held.name(column, setting.language)),
                Cell("", records=tuple(dict.fromkeys(cells[row, column]))[:_LINKS]),
            )
            for row in rows
            for column in columns
            if (row, column) in cells
        ),
        widths=(2, 2, 8),
        folded=True,
    )


def _cell(ids: list[str], most: int) -> Cell:
    return Cell(str(len(ids)) if ids else "", numeric=True, heat=len(ids) / most)


def _missing(
    setting: Setting, cells: dict[tuple[str, str], list[str]], rows: tuple[str, ...], columns: tuple[str, ...]
) -> str:
    left = {id for (row, column), ids in cells.items() if row not in rows or column not in columns for id in ids}
    inside = {id for (row, column), ids in cells.items() if row in rows and column in columns for id in ids}
    return setting.word("matrix_missing", n=len(left - inside))
