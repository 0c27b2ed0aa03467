"""Charts over time: ``timeline`` of actions by country, ``joins`` and withdrawals, ``starts`` of initiatives."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from dualtrack.model import Action, Initiative
from dualtrack.model.date_words import say_period
from dualtrack.publishing.blocks import Block, Cell, Chart, Note, Point, Series, Table
from dualtrack.publishing.forms.registry import MOST, Setting, form
from dualtrack.publishing.labels import label
from dualtrack.publishing.sentences import say
from dualtrack.publishing.words import join

_ROWS, _DOTS = 10, 900
"""How many rows a timeline has where no countries are asked for, and how many dots at most: the newest."""
_JOINING = frozenset({"join", "associate", "sign", "renew", "enter-into-force", "extend", "conclude"})
_LEAVING = frozenset({"withdraw", "plan-withdraw", "leave", "lapse", "terminate"})


@form("timeline")
def timeline(setting: Setting) -> Iterable[Block]:
    """A dot for each action, in the row of who acted; the countries with most actions, or those asked for."""
    facts = [fact for fact in setting.facts(setting.asking(kinds=("actions",))) if isinstance(fact, Action)]
    since = setting.piece.query.since
    first = since.lower if since and since.lower else date.min
    dated = [fact for fact in facts if fact.date.lower is not None and fact.date.lower >= first]
    counts = Counter(country for fact in dated for country in setting.held.countries(fact))
    rows = setting.piece.countries or tuple(country for country, _ in counts.most_common(_ROWS))
    rows = tuple(country for country in rows if counts[country])
    if not rows:
        yield Note(setting.word("none_found"), "empty")
        return
    names = tuple(setting.held.name(country, setting.language) for country in rows)
    place = {country: number for number, country in enumerate(rows)}
    placed = [(place[c], fact) for fact in dated for c in setting.held.countries(fact) if c in place]
    older, placed = max(0, len(placed) - _DOTS), placed[-_DOTS:]
    shown = [fact for _, fact in placed]
    points = tuple(
        Point(row, row, year_of(fact.date.lower), f"{say_period(fact.date, setting.language)} {said(setting, fact)}")
        for row, fact in placed
        if fact.date.lower
    )
    yield Chart(
        "dots",
        setting.title("timeline_title"),
        names,
        tuple(Series(country, name) for country, name in zip(rows, names, strict=True)),
        points,
        setting.word("actions_axis"),
        setting.word(
            "timeline_alt", rows=join(list(names), setting.language), n=len(placed),
            first=say_period(shown[0].date, setting.language), last=say_period(shown[-1].date, setting.language),
            top=names[0],
        ),
        _data(setting, [(names[row], fact) for row, fact in placed]),
        setting.scribe.caveat(
            shown, setting.word("timeline_method"), _missing(setting, len(facts) - len(dated), older)
        ),
    )  # fmt: skip


def _missing(setting: Setting, undated: int, older: int) -> str:
    told = [setting.word("timeline_undated", n=undated)] if undated else []
    if older:
        told.append(setting.word("timeline_older", n=f"{older:,}"))
    if not setting.piece.countries:
        told.append(setting.word("timeline_fewer"))
    return ("" if setting.language == "ja" else " ").join(told)


def said(setting: Setting, fact: Action) -> str:
    """The sentence of an action with its topic."""
    words = say(fact, setting.held, setting.language)
    colon = "：" if setting.language == "ja" else ": "
    return f"{words.topic}{colon}{words.text}" if words.topic else words.text


def year_of(day: date) -> float:
    """A day as a decimal year, for an axis."""
    return day.year + (day.timetuple().tm_yday - 1) / 366


def _data(setting: Setting, placed: list[tuple[str, Action]]) -> Table:
    heads = tuple(setting.word(name) for name in ("country", "date", "what"))
    rows = tuple(
        (Cell(name), Cell(say_period(fact.date, setting.language)), Cell(said(setting, fact), records=(fact.id,)))
        for name, fact in placed
    )
    return Table(setting.word("chart_data"), heads, rows, widths=(2, 2, 7))


@form("joins")
def joins(setting: Setting) -> Iterable[Block]:
    """Joinings and withdrawals by year, side by side."""
    facts = [
        fact
        for fact in setting.facts(setting.asking(kinds=("actions",), verbs=tuple(sorted(_JOINING | _LEAVING))))
        if isinstance(fact, Action) and fact.date.lower is not None and not _office(setting, fact)
    ]
    if not facts:
        yield Note(setting.word("none_found"), "empty")
        return
    placed = [(fact.date.lower.year, 0 if fact.verb in _JOINING else 1, fact) for fact in facts if fact.date.lower]
    counts = Counter((year, series) for year, series, _ in placed)
    years = _years((year for year, _ in counts), setting, 15)
    points = tuple(Point(years.index(y), s, float(n), str(n)) for (y, s), n in sorted(counts.items()) if y in years)
    heads = tuple(setting.word(name) for name in ("date", "who", "type", "what"))
    rows = tuple(
        (
            Cell(say_period(fact.date, setting.language)),
            Cell(join([setting.held.name(a, setting.language) for a in setting.held.owners(fact)], setting.language)),
            Cell(label(fact.verb, setting.language)),
            Cell(said(setting, fact), records=(fact.id,)),
        )
        for _, _, fact in placed[-MOST:]
    )
    older = sum(n for (year, _), n in counts.items() if year not in years)
    yield Chart(
        "columns",
        setting.title("joins_title"),
        tuple(str(year) for year in years),
        (Series("increase", setting.word("joins")), Series("decrease", setting.word("withdrawals"))),
        points,
        setting.word("count_axis"),
        setting.word(
            "joins_alt",
            joins=sum(1 for _, s, _ in placed if s == 0),
            leaves=sum(1 for _, s, _ in placed if s),
            first=years[0],
            last=years[-1],
        ),
        Table(setting.word("chart_data"), heads, rows, widths=(2, 2, 2, 6)),
        setting.scribe.caveat(
            facts,
            setting.word("joins_method"),
            (setting.word("more", n=older) if older else "") + _rest(setting, len(placed)),
        ),
    )


def _rest(setting: Setting, rows: int) -> str:
    """What the table of data leaves out."""
    return setting.word("data_rest", n=f"{rows - MOST:,}") if rows > MOST else ""


def _office(setting: Setting, fact: Action) -> bool:
    from dualtrack.model import Actor

    target = setting.held.get(fact.object) if fact.object else None
    return isinstance(target, Actor) and target.kind == "office"


def _years(dated: Iterable[int], setting: Setting, most: int) -> range:
    """The last so many years, from the first that holds anything and none before the one asked from."""
    held = sorted(set(dated))
    since = setting.piece.query.since
    first = max(held[-1] - most + 1, since.lower.year if since and since.lower else 0)
    return range(next(year for year in held if year >= first), held[-1] + 1)


@form("starts")
def starts(setting: Setting) -> Iterable[Block]:
    """Initiatives by the year in which they began, stacked by country."""
    first: dict[str, Action] = {}
    for fact in setting.facts(setting.asking(kinds=("actions",))):
        if (
            isinstance(fact, Action)
            and fact.object
            and fact.date.lower
            and isinstance(setting.held.get(fact.object), Initiative)
        ):
            first.setdefault(fact.object, fact)
    if not first:
        yield Note(setting.word("none_found"), "empty")
        return
    owners = {id: (setting.held.owners_of(id) or setting.held.owners(fact)) for id, fact in first.items()}
    country = {id: setting.held.country(owner[0]) if owner else "" for id, owner in owners.items()}
    common = [c for c, _ in Counter(country.values()).most_common(7) if c]
    keys = [*common, *([""] if any(c not in common for c in country.values()) else [])]
    years = _years((fact.date.lower.year for fact in first.values() if fact.date.lower), setting, 10)
    counts = Counter(
        (fact.date.lower.year, keys.index(country[id]) if country[id] in common else len(keys) - 1)
        for id, fact in first.items()
        if fact.date.lower
    )
    names = [setting.held.name(key, setting.language) if key else setting.word("others") for key in keys]
    points = tuple(Point(years.index(y), s, float(n), str(n)) for (y, s), n in sorted(counts.items()) if y in years)
    totals = Counter({y: sum(n for (year, _), n in counts.items() if year == y) for y in years})
    heads = tuple(setting.word(name) for name in ("date", "country", "initiative"))
    rows = tuple(
        (
            Cell(say_period(fact.date, setting.language)),
            Cell(setting.held.name(country[id], setting.language) if country[id] else ""),
            Cell(setting.held.name(id, setting.language), records=(fact.id,)),
        )
        for id, fact in sorted(first.items(), key=lambda item: str(item[1].date.lower))[-MOST:]
    )
    pool = setting.facts(setting.asking(kinds=("initiatives",), since=None, until=None))
    undated = sum(1 for fact in pool if fact.id not in first)
    older = sum(n for (year, _), n in counts.items() if year not in years)
    missing = setting.word("starts_missing", n=undated) + (
        setting.word("starts_older", n=older, year=years[0]) if older else ""
    )
    missing += _rest(setting, len(first))
    yield Chart(
        "columns",
        setting.title("starts_title"),
        tuple(str(year) for year in years),
        tuple(Series(key or "other", name) for key, name in zip(keys, names, strict=True)),
        points,
        setting.word("count_axis"),
        setting.word("starts_alt", n=len(first), top=str(totals.most_common(1)[0][0])),
        Table(setting.word("chart_data"), heads, rows, widths=(2, 2, 6)),
        setting.scribe.caveat(list(first.values()), setting.word("starts_method"), missing),
    )
