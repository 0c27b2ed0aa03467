"""Sums of money by size: what was set up for talent, by country."""

from collections.abc import Iterable
from decimal import Decimal

from dualtrack.model import Action, Money
from dualtrack.model.date_words import say_period
from dualtrack.publishing.blocks import Block, Cell, Chart, Note, Point, Series, Table
from dualtrack.publishing.forms.registry import Setting, form
from dualtrack.publishing.numbers import say_money, significant
from dualtrack.publishing.rates import converted
from dualtrack.publishing.sentences import say

_ROWS = 16
_INTO = {"ja": ("JPY", Decimal(10) ** 9), "en": ("USD", Decimal(10) ** 6)}


@form("funds")
def funds(setting: Setting) -> Iterable[Block]:
    """A bar for each amount, in the reader's currency at the rate of its month, coloured by country.

    An amount that only restates another one of the same initiative in a second currency is left out.
    """
    facts = [fact for fact in setting.facts(setting.asking(kinds=("actions",))) if isinstance(fact, Action)]
    restated = _restated(facts)
    sums = [
        (fact, money, size)
        for fact in facts
        for money in fact.amounts
        if (fact.object, money.currency, money.amount) not in restated
        and (size := _size(fact, money, setting.language))
    ]
    sums.sort(key=lambda row: (-row[2], row[0].id))
    if not sums:
        yield Note(setting.word("none_found"), "empty")
        return
    shown = sums[:_ROWS]
    names = [_name(setting, fact, money) for fact, money, _ in shown]
    keys = list(dict.fromkeys(_country(setting, fact) for fact, _, _ in shown))
    heads = tuple(setting.word(name) for name in ("initiative", "country", "date", "amount", "fund_axis"))
    data = tuple(
        (
            Cell(name, records=(fact.id, *restated.get(_gloss(fact, money), ()))),
            Cell(setting.held.name(_country(setting, fact), setting.language)),
            Cell(say_period(fact.date, setting.language)),
            Cell(say_money(money, setting.language), numeric=True),
            Cell(_number(size), numeric=True),
        )
        for name, (fact, money, size) in zip(names, shown, strict=True)
    )
    without = sum(1 for fact in facts if not fact.amounts and fact.verb in ("launch", "fund", "announce", "expand"))
    yield Chart(
        "bars",
        setting.title("funds_title"),
        tuple(names),
        tuple(Series(key, setting.held.name(key, setting.language)) for key in keys),
        tuple(
            Point(row, keys.index(_country(setting, fact)), float(size), say_money(money, setting.language))
            for row, (fact, money, size) in enumerate(shown)
        ),
        setting.word("fund_axis"),
        setting.word("funds_alt", n=len(shown), top=names[0]),
        Table(setting.word("chart_data"), heads, data, widths=(4, 2, 2, 3, 2)),
        setting.scribe.caveat(
            [fact for fact, _, _ in shown], setting.word("funds_method"), setting.word("funds_missing", n=without)
        ),
    )


_Sum = tuple[str | None, str, Decimal]


def _gloss(fact: Action, money: Money) -> _Sum | None:
    return (fact.object, money.gloss.currency, money.gloss.amount) if money.gloss else None


def _restated(facts: list[Action]) -> dict[_Sum | None, list[str]]:
    """The actions whose amount is what another one of the same initiative gives as its own conversion."""
    glosses = {gloss for fact in facts for money in fact.amounts if (gloss := _gloss(fact, money))}
    found: dict[_Sum | None, list[str]] = {}
    for fact in facts:
        for money in fact.amounts:
            if (stated := (fact.object, money.currency, money.amount)) in glosses:
                found.setdefault(stated, []).append(fact.id)
    return found


def _size(fact: Action, money: Money, language: str) -> Decimal | None:
    into, unit = _INTO[language]
    if money.currency == into:
        return money.amount / unit
    ours = converted(money, into, fact.date)
    return significant(ours[0] / unit, 3) if ours else None


def _number(size: Decimal) -> str:
    return f"{size.normalize():,f}"


def _country(setting: Setting, fact: Action) -> str:
    return next(iter(setting.held.countries(fact)), "")


def _name(setting: Setting, fact: Action, money: Money) -> str:
    if money.what and money.what.get(setting.language):
        return str(money.what.get(setting.language))
    if fact.object:
        return setting.held.name(fact.object, setting.language)
    return say(fact, setting.held, setting.language).text
