"""Budgets before and after: a table with the stated and the computed change, and a dumbbell chart."""

from collections.abc import Iterable
from decimal import Decimal

from dualtrack.model import Money, Observation
from dualtrack.model.date_words import say_period
from dualtrack.publishing.blocks import Block, Cell, Chart, Note, Point, Series, Table
from dualtrack.publishing.forms.registry import Setting, form
from dualtrack.publishing.forms.tables import head_cell, made, source_cell
from dualtrack.publishing.labels import label, units
from dualtrack.publishing.numbers import say_change, say_measured, signed

_ROWS = 18


@form("budgets")
def budgets(setting: Setting) -> Iterable[Block]:
    """Every budget line: before, request, the change as stated and as the two amounts give it."""
    facts, more = setting.limited([fact for fact in setting.facts() if isinstance(fact, Observation)])
    names = ("subject", "indicator", "period", "before", "value", "change_stated", "change_computed", "what", "source")
    heads = tuple(setting.word(name) for name in names)
    rows = [_row(setting, fact) for fact in facts if isinstance(fact, Observation)]
    yield from made(setting, heads, rows, more, (2.6, 1.8, 1.8, 1.7, 1.7, 1.4, 1.4, 3.2, 1.4))


def _row(setting: Setting, seen: Observation) -> tuple[Cell, ...]:
    language = setting.language
    computed = computed_change(seen)
    value = say_measured(seen.value, language, units()) if seen.value is not None else ""
    return (
        head_cell(setting, seen, setting.held.name(seen.subject, language)),
        Cell(label(seen.indicator, language)),
        Cell(say_period(seen.period, language, setting.held.country(seen.subject))),
        Cell(say_measured(seen.baseline.value, language, units()) if seen.baseline else "", numeric=True),
        Cell(value, numeric=True),
        Cell(say_change(seen.change, language) if seen.change else "", numeric=True),
        Cell(signed(computed) if computed is not None else "", numeric=True),
        Cell((seen.summary.get(language) or "") if seen.summary else ""),
        source_cell(setting, seen),
    )


def computed_change(seen: Observation) -> Decimal | None:
    """The change in percent that the two amounts give, to one decimal; ``None`` where they are not there."""
    before = seen.baseline.value if seen.baseline else None
    if not isinstance(before, Money) or not isinstance(seen.value, Money) or before.currency != seen.value.currency:
        return None
    if not before.amount:
        return None
    return (100 * (seen.value.amount - before.amount) / before.amount).quantize(
        Decimal("0.1"), rounding="ROUND_HALF_UP"
    )


def index(seen: Observation) -> float | None:
    """The value with the year before as 100: from the two amounts, else from the stated percentage."""
    before = seen.baseline.value if seen.baseline else None
    if isinstance(before, Money) and isinstance(seen.value, Money) and computed_change(seen) is not None:
        return float(100 * seen.value.amount / before.amount)
    if seen.change and seen.change.value is not None and not seen.change.points:
        return float(100 + seen.change.value)
    return None


@form("budget-chart")
def budget_chart(setting: Setting) -> Iterable[Block]:
    """A dumbbell a line, the deepest cut first: the year before as 100, and the request."""
    facts = [fact for fact in setting.facts() if isinstance(fact, Observation)]
    placed = [(fact, value) for fact in facts if (value := index(fact)) is not None]
    placed = sorted(placed, key=lambda row: (row[1], row[0].id))[:_ROWS]
    if not placed:
        yield Note(setting.word("none_found"), "empty")
        return
    rows, points = [], []
    for number, (fact, value) in enumerate(placed):
        name = setting.held.name(fact.subject, setting.language)
        rows.append(name)
        series = 2 if value == 100 else 0 if value > 100 else 1
        points.append(Point(number, series, value, _told(setting, fact, value), 100.0))
    down = sum(1 for _, value in placed if value < 100)
    up = sum(1 for _, value in placed if value > 100)
    heads = tuple(setting.word(name) for name in ("subject", "before", "value", "change_stated", "budget_index"))
    data = tuple(
        (
            Cell(name, records=(fact.id,)),
            Cell(say_measured(fact.baseline.value, setting.language, units()) if fact.baseline else "", numeric=True),
            Cell(say_measured(fact.value, setting.language, units()) if fact.value is not None else "", numeric=True),
            Cell(say_change(fact.change, setting.language) if fact.change else "", numeric=True),
            Cell(f"{value:.1f}", numeric=True),
        )
        for name, (fact, value) in zip(rows, placed, strict=True)
    )
    series_names = (("increase", "increase"), ("decrease", "decrease"), ("unchanged", "unchanged"))
    yield Chart(
        "ranges",
        setting.title("budget_title"),
        tuple(rows),
        tuple(Series(key, setting.word(name)) for key, name in series_names),
        tuple(points),
        setting.word("budget_axis"),
        setting.word("budget_alt", n=len(placed), down=down, up=up),
        Table(setting.word("chart_data"), heads, data, widths=(4, 2, 2, 2, 1.5)),
        setting.scribe.caveat(
            [fact for fact, _ in placed],
            setting.word("budget_method"),
            setting.word("budget_missing", n=len(facts) - len(placed)),
        ),
    )


def _told(setting: Setting, fact: Observation, value: float) -> str:
    computed = computed_change(fact)
    stated = say_change(fact.change, setting.language) if fact.change and fact.change.value is not None else ""
    return stated or (signed(computed) if computed is not None else f"{value - 100:+.1f}%")
