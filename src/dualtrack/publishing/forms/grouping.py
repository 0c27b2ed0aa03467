"""Facts put under headings: by country, theme, year, technology or initiative."""

from collections.abc import Callable

from dualtrack.model import Action, Observation
from dualtrack.publishing.forms.registry import Setting
from dualtrack.publishing.holdings import Fact, when
from dualtrack.publishing.labels import label


def grouped(setting: Setting, facts: list[Fact]) -> list[tuple[str, str, list[Fact]]]:
    """Groups in order as (key, title, facts); a fact stands once, under the first key it has."""
    keyed: dict[str, list[Fact]] = {}
    for fact in facts:
        keyed.setdefault(_KEYS[setting.piece.group](setting, fact), []).append(fact)
    wanted = setting.piece.query.countries if setting.piece.group == "country" else setting.piece.query.themes
    rank = {key: index for index, key in enumerate(wanted)}
    keys = sorted(keyed, key=lambda key: (rank.get(key, len(rank)), not key, list(keyed).index(key)))
    return [(key, _title(setting, key), keyed[key]) for key in keys]


def _title(setting: Setting, key: str) -> str:
    if not key:
        return setting.word("undated" if setting.piece.group == "year" else "others")
    if setting.piece.group == "year":
        return f"{key}年" if setting.language == "ja" else key
    if setting.piece.group in ("country", "initiative"):
        return setting.held.name(key, setting.language)
    return label(key, setting.language)


def _country(setting: Setting, fact: Fact) -> str:
    countries = setting.held.countries(fact)
    wanted = [country for country in setting.piece.query.countries if country in countries]
    return (wanted or list(countries) or [""])[0]


def _theme(setting: Setting, fact: Fact) -> str:
    themes = setting.held.themes(fact)
    wanted = [theme for theme in setting.piece.query.themes if theme in themes]
    return (wanted or list(themes) or [""])[0]


def _year(_setting: Setting, fact: Fact) -> str:
    period = when(fact)
    day = (period.lower or period.upper) if period else None
    return str(day.year) if day else ""


def _technology(_setting: Setting, fact: Fact) -> str:
    return next(iter(getattr(fact, "technologies", ())), "")


def _initiative(_setting: Setting, fact: Fact) -> str:
    if isinstance(fact, Action):
        return fact.object or ""
    return fact.subject if isinstance(fact, Observation) else fact.id


_KEYS: dict[str, Callable[[Setting, Fact], str]] = {
    "none": lambda _setting, _fact: "",
    "pillar": _theme,
    "country": _country,
    "theme": _theme,
    "year": _year,
    "technology": _technology,
    "initiative": _initiative,
}
