"""Lengths of time as written: five years, 18-month, 36 Monate, zweijährig, deux semaines, 3年間, 5년간, 为期三年."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dualtrack.checks.context import Sentence
from dualtrack.checks.length_patterns import EASTERN, HINT, LATIN
from dualtrack.checks.length_words import number_of

Unit = Literal["year", "month", "week", "day"]

_UNITS: tuple[tuple[str, float, Unit], ...] = (
    ("semest halbjahr 학기 개학기", 5, "month"),
    ("quarters quartal trimestre 四半期 個四半期 분기 개분기", 3, "month"),
    ("decade jahrzehnt décennie", 10, "year"),
    ("month monat mois 月 개월", 1, "month"),
    ("week woch wöch semaine 週 周 星期 주", 1, "week"),
    ("day tag täg jour 日 天 일", 1, "day"),
)
"""Beginnings of units, how many of what they are; none of these is a year. Terms are rather short of half a year."""
_LOOSE = re.compile("semest|halbjahr|decade|jahrzehnt|décennie|학기")
_BEFORE = re.compile(
    r"\b(?:first|(?<!will )(?<!would )(?<!should )(?<!to )last|"
    r"past|previous|next|every|every other|each|within|after|before|another|remaining|average|old|in|"
    r"ago|aged?|aged (?:under|over)|under|below|younger than|than|"
    r"ersten|letzten|nächsten|kommenden|vergangenen|alle|nach|vor|innerhalb|binnen|premiers?|premières?|derniers?|"
    r"dernières?|prochaine?s?|"
    r"tous les|toutes les|après|avant|dans|sous|moins de|âgée?s?|d'ici|unter)(?: the| de| les| den| dem| der)?\s*\Z|"
    r"\b(?:suspended|paused|interrupted|delayed|postponed|halted|suspendue?s?|interrompue?s?|retardée?s?)"
    r"(?: (?:for|by|pour|pendant|de))?\s*\Z|"
    r"(?:最初の|最後の|過去|今後|直近|後半の?|前半の?|うち|第|毎|各|残り|初めの|첫|지난|향후|매|前|后|后的|未来|"
    r"近)\s*\Z",
    re.IGNORECASE,
)
_EACH = re.compile(r"(?:\beach\s|[各毎각매]\s?)\Z", re.IGNORECASE)
_OF_EXTENSION = re.compile(r"[ -](?:extensions?|Verlängerung(?:en)?)\b", re.IGNORECASE)
_IN_THE = re.compile(r"\bin de[rmn]\s*\Z", re.IGNORECASE)
_AFTER = re.compile(
    r"\s?(?:(?:average|moving|ago|later|after|afterwards?|before|beforehand|earlier|old|older|of age|period ending|"
    r"reviews?|nach|nachdem|danach|später|zuvor|vor|vorher|bevor|plus tard|auparavant|moyenne|rolling|"
    r"mid-term|renewable|of (?:\w+ )?experience|(?:berufs)?erfahrung|d.expérience|"
    r"unterbrochen|ausgesetzt|"
    r"verschoben)\b|"
    r"の?中断|の?遅れ|の?遅延|중단|지연|"
    r"の平均|の移動平均|平均|前|後|ごと|毎|目|以内|以上|未満|次|目标|ぶり|経過|内に|以降|"
    r"평균|전|후|마다|째|이내|이상|만에)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:\b(?:about|around|approximately|roughly|nearly|almost|over|just|some|more than|rund|etwa|ungefähr|knapp|"
    r"fast|gut|ca\.|environ|près d[e']|"
    r"quelque|presque|plus d[e']|almost a|full)\s*|約|およそ|ほぼ|약|대략|근|约|近|大约)\s*\Z",
    re.IGNORECASE,
)
_ABOUT_AFTER = re.compile(r"\s?(?:程度|余り?|弱|強|超|정도|가량|남짓|左右|多|or so)")

AT_MOST = re.compile(
    r"\b(?:maxim\w+|minim\w+|at most|at least|up to|höchstens|mindestens|au plus|au moins)\b|最長|最大|最短|最低|"
    r"以内|최대|최장|최소|最长|最多|不超过",
    re.IGNORECASE,
)
"""Words that make a length a bound."""


@dataclass(frozen=True, slots=True)
class Length:
    """A stated length of time, with its place in the sentence; ``amount`` counts units, halves included.

    ``each`` tells that it is no plain one: of each of several (各3年間, each two years), or of an extension.
    """

    start: int
    end: int
    amount: float
    unit: Unit
    about: bool = False
    each: bool = False

    @property
    def months(self) -> int:
        """The length in whole months; weeks and days in thirds of a month are rounded."""
        return round(self.amount * {"year": 12, "month": 1, "week": 0.23, "day": 0.033}[self.unit])

    @property
    def days(self) -> float:
        """The length in days, months and years at their mean."""
        return self.amount * {"year": 365.25, "month": 30.44, "week": 7, "day": 1}[self.unit]

    def fits(self, begin: date, end: date, by_year: bool, by_day: bool = False) -> bool:
        """Whether it fits two days at the precision of its unit: counting both ends, or (years, months) one.

        Between days that part whole months, written as days, months are what they are.
        """
        days = (end - begin).days + 1
        if self.about:
            return 0.7 * self.days - 4 <= days <= 1.35 * self.days + 4
        if self.unit == "day":
            return days in (self.amount, self.amount + 1)
        if self.unit == "week":
            return abs(days - 7 * self.amount) <= 3.5 + self.amount / 4
        return self.months in self._meant(begin, end, by_year, by_day)

    def _meant(self, begin: date, end: date, by_year: bool, by_day: bool) -> Iterable[int]:
        """The months that a length in years or months between two days may be."""
        inclusive = months_between(begin, end)
        if by_year and self.months % 12:
            return range((end.year - begin.year - 1) * 12 + 1, inclusive + 1)
        if by_day and self.unit == "month" and begin.day == (end + timedelta(days=1)).day:
            return (inclusive,)
        years = begin.month == 1 and end.month == 12 and by_year
        exclusive = (end.year - begin.year) * 12 if years else inclusive - 1
        if self.unit == "year":
            return (*range(exclusive - 3, exclusive + 4), *range(inclusive - 3, inclusive + 4))
        return (inclusive, inclusive - 1, inclusive + 1, exclusive)


_EAST = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")
_LATIN_UNIT = re.compile("year|month|week|day|jahr|jähr|monat|woch|wöch|mois|semaine")
_AND = re.compile(r"(?:,? (?:and|und|et) |, |\s?(?:と|과|와)?\s?)", re.IGNORECASE)


def lengths_of(sentence: Sentence, each: bool = False) -> list[Length]:
    """The lengths of time stated in a sentence, with or without those that each of several things has."""
    known: dict[Sentence, list[Length]] = sentence.context.kept.setdefault(lengths_of, {})
    found = known.get(sentence)
    if found is None:
        found = known[sentence] = list(all_lengths(sentence.text)) if sentence.has(HINT) else []
    return found if each else [one for one in found if not one.each]


def lengths(text: str) -> Iterator[Length]:
    """The lengths of time stated in a text; ages, 'every five years', 'within two years' and the like are none."""
    return (one for one in all_lengths(text) if not one.each)


def all_lengths(text: str) -> Iterator[Length]:
    """The lengths of a text, those of each of several and of extensions too."""
    for one in _joined(_written(text)) if text.isascii() else _joined(sorted(_written(text), key=_place)):
        before = text[max(0, one.start - 24) : one.start]
        each = _EACH.search(before) is not None
        each = each or _OF_EXTENSION.match(text, one.end) is not None
        inside = one.written.rstrip("enrms").endswith("ig") and _IN_THE.search(before)
        if _AFTER.match(text, one.end) or (not each and not inside and _BEFORE.search(before)):
            continue
        about = one.loose or _ABOUT.search(before) is not None or _ABOUT_AFTER.match(text, one.end) is not None
        yield Length(one.start, one.end, one.amount, one.unit, about, each)


@dataclass(frozen=True, slots=True)
class _Written:
    """A length as matched, before its surroundings are looked at."""

    text: str
    start: int
    end: int
    amount: float
    unit: Unit
    written: str
    loose: bool


def _place(one: _Written) -> int:
    return one.start


def _written(text: str) -> Iterator[_Written]:
    """Every number with a unit of time."""
    small = text.lower()
    if len(small) != len(text):
        small = text
    eastern = not text.isascii() and _EAST.search(text) is not None
    if not eastern or _LATIN_UNIT.search(small):
        yield from filter(None, map(_read, LATIN.finditer(small)))
    if eastern:
        yield from filter(None, map(_read, EASTERN.finditer(text)))


def _read(match: re.Match[str]) -> _Written | None:
    """What a match of the patterns says."""
    held = {name[0]: (name, value) for name, value in match.groupdict().items() if value}
    word, number = held["u"][1], held.get("n")
    amount = number_of(number[1]) if number else 0.5
    if amount is None or (word == "quarters" and amount == 3):
        return None
    if "h" in held or "g" in held:
        amount += 0.5
    factor, unit = _unit(word)
    start = match.start(number[0]) if number and match.group()[0] in _LED_BY else match.start()
    return _Written(match.string, start, match.end(), amount * factor, unit, word, _LOOSE.search(word) is not None)


_LED_BY = " のは、計丸満約총약만꼬의,"


def _joined(found: Iterable[_Written]) -> Iterator[_Written]:
    """Years and months that make one length put together: two years and six months, 3년 6개월."""
    held: _Written | None = None
    for one in found:
        if held is not None:
            if (
                (held.unit, one.unit) == ("year", "month")
                and one.amount < 12
                and held.end <= one.start
                and _AND.fullmatch(one.text, held.end, one.start)
            ):
                months = 12 * held.amount + one.amount
                yield _Written(one.text, held.start, one.end, months, "month", one.written, one.loose)
                held = None
                continue
            yield held
        held = one
    if held is not None:
        yield held


def _unit(written: str) -> tuple[float, Unit]:
    word = written.replace(" ", "")
    if word[-1] == "月":
        return 1, "month"
    return next(
        ((factor, unit) for names, factor, unit in _UNITS if word.startswith(tuple(names.split()))), (1, "year")
    )


def months_between(begin: date, end: date) -> int:
    """Whole months from the first day to the last, both included, to the nearest."""
    months = (end.year - begin.year) * 12 + end.month - begin.month
    days = end.day - begin.day + 1
    return months + (1 if days >= 16 else 0 if days > -16 else -1)


def shown(begin: date, end: date, unit: Unit, language: str) -> str:
    """The time between two days in words, at the precision of a unit, in ``ja`` or ``en``."""
    days = (end - begin).days + 1
    if unit in ("day", "week") and days < 100:
        return f"{days}日間" if language == "ja" else f"{days} days"
    return in_months(months_between(begin, end), language)


def in_months(months: int, language: str) -> str:
    """A number of months in words, as years where they are whole ones."""
    if months % 12 == 0 and months:
        return f"{months // 12}年間" if language == "ja" else f"{months // 12} year{'s' if months > 12 else ''}"
    return f"{months}か月" if language == "ja" else f"{months} month{'s' if months > 1 else ''}"
