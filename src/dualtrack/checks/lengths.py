"""Lengths of time as written: five years, 18-month, 36 Monate, zweijährig, deux semaines, 3年間, 5년간, 为期三年."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dualtrack.checks.hints import Hint

Unit = Literal["year", "month", "week", "day"]


def _number_words() -> dict[str, float]:
    """Small whole numbers in words: English, German and French to 99, Chinese characters, Korean to ten."""
    ones = {
        "en": "one two three four five six seven eight nine",
        "de": "ein zwei drei vier fünf sechs sieben acht neun",
        "fr": "un deux trois quatre cinq six sept huit neuf",
    }
    teens = {
        "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "de": "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
        "fr": "dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
    }
    tens = {
        "en": "twenty thirty forty fifty sixty seventy eighty ninety",
        "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
        "fr": "vingt trente quarante cinquante soixante",
    }
    found: dict[str, float] = {"eine": 1, "einen": 1, "einem": 1, "einer": 1, "une": 1, "a": 1, "an": 1}
    for language, words in ones.items():
        units: dict[str, float] = dict(zip(words.split(), range(1, 10), strict=True))
        found |= units | dict(zip(teens[language].split(), range(10, 20), strict=True))
        for ten, value in zip(tens[language].split(), range(20, 100, 10), strict=False):
            found[ten] = value
            for word, one in units.items():
                joined = f"{word}und{ten}" if language == "de" else f"{ten}-{word}"
                found |= {joined: value + one, joined.replace("-", " "): value + one}
    for korean in ("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열", "일 이 삼 사 오 육 칠 팔 구 십"):
        found |= dict(zip(korean.split(), range(1, 11), strict=True))
    digits = ("", *"一二三四五六七八九")
    for number in range(1, 100):
        head = "十" if number // 10 == 1 else f"{digits[number // 10]}十" if number >= 10 else ""
        found[head + digits[number % 10]] = number
    return found | {"两": 2, "両": 2, "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5}


_PLANS = {"bien": 2, "trien": 3, "quadrien": 4, "quinquen": 5, "sexen": 6, "septen": 7, "décen": 10}
"""Of 'triennal' and the like, the years that a plan of that name lasts."""
NUMBER_WORDS: dict[str, float] = {**_number_words(), **_PLANS}
_LATIN_WORDS = [word for word in NUMBER_WORDS if word[0].isascii() or word[0] in "éfzü" if word not in ("a", "an")]


def _grouped(words: list[str]) -> str:
    """A pattern of words grouped by their first letter, so that most places of a text fail at once."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in groups.items())


_LATIN_NUMBER = rf"\d{{1,3}}(?:[.,]5)?|{_grouped([word for word in _LATIN_WORDS if word not in _PLANS])}"
_HAN_NUMBER = r"\d{1,3}(?:\.5)?|[一二三四五六七八九十两]{1,3}"
_KOREAN_NUMBER = r"\d{1,3}(?:\.5)?|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)"
_LENGTH = re.compile(
    rf"\b(?P<n1>{_LATIN_NUMBER})(?:[ \u00a0-]|\u202f|(?=jähr|monat|wöch|täg|jahre))"
    r"(?:(?:full|whole|further|additional|volle[nr]?|ganze[nr]?|weitere[nr]?) )?"
    r"(?P<u1>jahre?s(?=plan|programm|vertrag|projekt|strategie|zeitraum)|(?:years?(?! (?:olds?|of age))|months?|"
    r"weeks?|days?|jährige[rnms]?|"
    r"Jahr(?:en?)?|monatige[rnms]?|Monat(?:en?)?|wöchige[rnms]?|Wochen?|tägige[rnms]?|Tagen?|ans?|années?|mois|semaines?|"
    r"jours?(?! (?:ouvr|francs)))\b)"
    r"(?! (?:ouvr|working|business))(?P<h1> et demi| and a half)?|"
    rf"\b(?P<n5>{'|'.join(_PLANS)})(?P<u5>nale?s?|naux)\b|"
    rf"(?<![\d.,第])(?P<n2>{_HAN_NUMBER})\s?(?P<u2>[かカヶケ箇ヵ]?年(?=半?間|ずつ|半?(?:の)?(?:延長|延长|任期|計画|期|事業|度?計画|规划|"
    rf"计划)|半)|[かカヶケ箇ヵ个]月|週間|"
    rf"周(?!年)|星期|日間|天)"
    rf"(?P<h2>半)?間?|"
    rf"(?<![\d.,제])(?P<n3>{_KOREAN_NUMBER})\s?(?P<u3>개?년(?=간|\s?동안|\s?계획|의|짜리|\s?기간| 과정| ?임기)|개월|"
    rf"주(?=간|일|\s?동안)|일(?=간|"
    rf"\s?동안))(?P<h3> 반)?(?:간|\s?동안|일)?|"
    rf"为期\s?(?P<n4>{_HAN_NUMBER})\s?(?P<u4>年|个?月|天|日|周)|"
    rf"(?:期間|任期|会期|年限|有效期|期(?=为))(?:は|を|が|为|為)?(?:原則)?(?:約|"
    rf"约)?\s?(?P<n6>{_HAN_NUMBER})\s?(?P<u6>[かカヶケ箇ヵ个]?[年月])(?![度\d])|"
    rf"(?:총|합계|(?<![会統推設累家])計|通算|共计|总共|(?<!公)共) ?(?P<n8>{_KOREAN_NUMBER}|{_HAN_NUMBER}) ?"
    r"(?P<u8>년|年|개월|[かカヶケ箇ヵ个]月)"
    r"(?![\d度차째목目次])|"
    r"(?:半|반)(?P<u9>年|년)(?=間|の?延長|ずつ|[간씩]|의? ?연장)|"
    r"\b(?:an?|one) half[ -](?P<u10>year)(?= (?:extension|period))|"
    r"\bhalf a (?P<u11>year)\b|\bein(?:e[nms]?)? halbe[sn]? (?P<u12>Jahr)\b|"
    rf"(?:기간|임기)(?:은|이|을)? ?(?:총 |약 )?(?P<n7>{_KOREAN_NUMBER})\s?(?P<u7>년|개월)(?!\s?\d|도|간)",
    re.IGNORECASE,
)
HINT = Hint(
    r"year|ennal|ennaux|month|week|\bdays?\b|-day|j[aä]hr|monat|w[oö]ch|t[aä]g|\bans?\b|années?|"
    r"\bmois\b|semaine|jour|"
    r"年|[かカヶケ箇ヵ个]月|週|周|日間|天|년|개월|주|일"
)
_UNITS: tuple[tuple[str, Unit], ...] = (
    ("year jahr jähr an naux nal nale 年 かカヶケ箇ヵ年 년 개년", "year"),
    ("month monat mois 月 개월", "month"),
    ("week woch wöch semaine 週 周 星期 주", "week"),
    ("day tag täg jour 日 天 일", "day"),
)
_BEFORE = re.compile(
    r"\b(?:first|last|past|previous|next|every|every other|each|within|after|before|another|remaining|average|old|in|"
    r"ago|aged?|aged (?:under|over)|under|below|younger than|than|"
    r"ersten|letzten|nächsten|kommenden|vergangenen|alle|nach|vor|innerhalb|binnen|premiers?|premières?|derniers?|"
    r"dernières?|prochaine?s?|"
    r"tous les|toutes les|après|avant|dans|sous|moins de|âgée?s?|d'ici|unter)(?: the| de| les| den| dem| der)?\s*\Z|"
    r"(?:最初の|最後の|過去|今後|直近|後半の?|前半の?|うち|第|毎|各|残り|初めの|첫|지난|향후|매|前|后|后的|未来|"
    r"近)\s*\Z",
    re.IGNORECASE,
)
_IN_THE = re.compile(r"\bin de[rmn]\s*\Z", re.IGNORECASE)
_AFTER = re.compile(
    r"\s?(?:average|の平均|の移動平均|moving|ago|later|after|before|earlier|old|of age|period ending|review|"
    r"extension|平均|前|後|"
    r"ごと|毎|目|以内|以上|未満|"
    r"평균|전|후|마다|째|이내|이상|nach|später|zuvor|vor|plus tard|auparavant|moyenne|rolling|mid-term|renewable|次|"
    r"目标|ぶり|만에|経過|"
    r"内に|以降)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:\b(?:about|around|approximately|roughly|nearly|almost|over|just|some|more than|rund|etwa|ungefähr|knapp|"
    r"fast|gut|ca\.|environ|près d[e']|"
    r"quelque|presque|plus d[e']|almost a|full)\s*|約|およそ|ほぼ|약|대략|근|约|近|大约)\s*\Z",
    re.IGNORECASE,
)
_ABOUT_AFTER = re.compile(r"\s?(?:程度|余り?|弱|強|超|정도|가량|남짓|左右|多|or so)")


@dataclass(frozen=True, slots=True)
class Length:
    """A stated length of time, with its place in the sentence; ``amount`` counts units, halves included."""

    start: int
    end: int
    amount: float
    unit: Unit
    about: bool = False

    @property
    def months(self) -> int:
        """The length in whole months; weeks and days in thirds of a month are rounded."""
        return round(self.amount * {"year": 12, "month": 1, "week": 0.23, "day": 0.033}[self.unit])

    def fits(self, begin: date, end: date, by_year: bool) -> bool:
        """Whether it fits two days at the precision of its unit: counting both ends, or (years, months) one."""
        days = (end - begin).days + 1
        if self.about:
            stated = self.amount * {"year": 365.25, "month": 30.44, "week": 7, "day": 1}[self.unit]
            return 0.7 * stated - 4 <= days <= 1.35 * stated + 4
        if self.unit == "day":
            return days in (self.amount, self.amount + 1)
        if self.unit == "week":
            return abs(days - 7 * self.amount) <= 3.5 + self.amount / 4
        inclusive = months_between(begin, end)
        years = begin.month == 1 and end.month == 12 and by_year
        exclusive = (end.year - begin.year) * 12 if years else inclusive - 1
        if self.unit == "year":
            return any(abs(months - self.months) <= 3 for months in (inclusive, exclusive))
        return self.months in (inclusive, inclusive - 1, inclusive + 1, exclusive)


_PLACES = [str(number) for number in range(1, 13)]
_HALVES = range(9, 13)


def lengths(text: str) -> Iterator[Length]:
    """The lengths of time stated in a text; ages, 'every five years', 'within two years' and the like are none."""
    for match in _LENGTH.finditer(text):
        place = next(number for number in _PLACES if match[f"u{number}"])
        amount = 0.5 if int(place) in _HALVES else number_of(match[f"n{place}"])
        before = text[max(0, match.start() - 24) : match.start()]
        adjective = match[f"u{place}"].lower()[-4:].rstrip("enrms").endswith("ig")
        if (
            amount is None
            or _AFTER.match(text, match.end())
            or (_BEFORE.search(before) and not (adjective and _IN_THE.search(before)))
        ):
            continue
        if place in ("1", "2", "3") and match[f"h{place}"]:
            amount += 0.5
        about = _ABOUT.search(before) is not None or _ABOUT_AFTER.match(text, match.end()) is not None
        yield Length(match.start(), match.end(), amount, _unit(match[f"u{place}"]), about)


def _unit(written: str) -> Unit:
    word = written.lower()
    if word[-1] in "月":
        return "month"
    for names, unit in _UNITS:
        if any(word.startswith(name) for name in names.split()) or word.endswith("年"):
            return unit
    return "year"


def number_of(word: str) -> float | None:
    """A small number in digits or words."""
    word = word.lower().replace(",", ".")
    if re.fullmatch(r"\d+(?:\.5)?", word):
        return float(word) if "." in word else int(word)
    return NUMBER_WORDS.get(word)


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
