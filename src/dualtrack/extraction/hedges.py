"""Words around an amount that hedge it or say for how long it is: about, over, up to; a year, over five years."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dualtrack.extraction.numerals import read_number
from dualtrack.model import Qualifier

_BEFORE: dict[str, dict[Qualifier, str]] = {
    "ja": {"about": "(?<![制契条規公要節誓予婚集解成特密協括盟])約|およそ|おおよそ|概ね|おおむね|ほぼ|凡そ|推定|概算|～約|大体", "over": "超える", "at least": "少なくとも|最低でも?|最少|最小",
           "up to": "(?<!過去)最大で?|上限|(?<!過去)(?<!史上)最高で?|最長|多くとも|上限額は?"},
    "zh": {"about": "约|約|大约|大約|约为|约合|将近|近|接近|大概|左右|几乎|約合", "over": "超过|超過|超|逾|高于|多于|突破|大于|超逾",
           "at least": "至少|不少于|不低于|不少於|起码|起碼|最少", "under": "不到|不足|低于|少于|不及|小于|低於",
           "up to": "最多|至多|不超过|不超過|高达|高達|最高|上限为?|多达|最高达"},
    "ko": {"about": "약|대략|거의|근|어림잡아|약\\s", "over": "초과", "at least": "최소|최소한|적어도|최저", "up to": "최대|최고|최대한|많아야|최장"},
    "en": {"about": "about|around|approximately|approx\\.?|some|roughly|nearly|almost|circa|c\\.|ca\\.|close to|an estimated|estimated(?: at)?|"
                    "near|just under|something like|in the region of|in the order of|on the order of",
           "over": "over|more than|exceeding|exceeds|exceeded|above|in excess of|upwards of|greater than|well over|just over|surpassing|topping|"
                   "higher than",
           "at least": "at least|equal to or greater than|no less than|not less than|a minimum of|minimum of|minimum|no fewer than",
           "under": "under|less than|below|fewer than|lower than|short of",
           "up to": "up to|at most|no greater than|no higher than|not greater than|a maximum of|maximum of|max\\.?|maximum|no more than|not more than|as much as|as many as|capped at|not exceeding|"
                    "up to a maximum of|a ceiling of|up to an? (?:total|additional)(?: of)?"},
    "de": {"about": "rund|etwa|ca\\.|circa|ungefähr|knapp|fast|annähernd|nahezu|gut|schätzungsweise|zirka|in etwa|beinahe",
           "over": "über|mehr als|oberhalb von", "at least": "mindestens|wenigstens|zumindest|nicht weniger als|mind\\.",
           "under": "unter|weniger als|unterhalb von", "up to": "bis zu|höchstens|maximal|max\\.|bis maximal|nicht mehr als"},
    "fr": {"about": "environ|quelques?|près d[e'’]|presque|autour d[e'’]|à peu près|approximativement|quasi(?:ment)?|env\\.|de l['’]ordre de|estimée?s? à",
           "over": "plus d[e'’]|plus que|au-delà d[e'’]|supérieure?s? à|dépassant|excédant", "at least": "au moins|au minimum|minimum|pas moins d[e'’]",
           "under": "moins d[e'’]|inférieure?s? à|en-dessous d[e'’]|en dessous d[e'’]|moins que",
           "up to": "jusqu['’]à|au plus|au maximum|maximum|pas plus d[e'’]|maximal(?:e)? de|plafonnée?s? à|un maximum d[e'’]"},
}  # fmt: skip
_AFTER: dict[str, dict[Qualifier, str]] = {
    "ja": {"about": "程度|前後|ほど|くらい|ぐらい|近く|見当|弱|相当", "over": "超(?!過|え)|を?超え|を?上回|強(?!化|い|靭|み)|余り?(?!剰)|あまり|を?突破",
           "at least": "以上|を下回らない", "under": "未満|を?下回|に満たない|に届かない", "up to": "以下|以内|まで(?![改上低増減引回拡縮落高伸])|を上限|が上限|を限度"},
    "zh": {"about": "左右|上下", "over": "有余|多(?!边|边|元|年|个|家|名|数|方|邊)", "at least": "以上|及以上|起(?![来步到初])", "under": "", "up to": "以下|以内|以內|为上限"},
    "ko": {"about": "가량|정도|안팎|내외|가까이|쯤|상당|남짓", "over": "초과|을? ?넘|를 ?넘|을? ?웃도|를 ?웃도|을? ?상회|를 ?상회|여(?![성러자])", "at least": "이상",
           "under": "미만|을? ?밑도|를 ?밑도|에 못 미치", "up to": "이하|이내|까지|한도"},
    "en": {"about": "or so|approximately|or thereabouts|give or take", "over": "-?plus\\b|\\+", "at least": "or more|or greater|or larger|or above|and above|minimum|and over|or higher",
           "under": "", "up to": "or less|or fewer|or below|maximum|at most"},
    "de": {"about": "", "over": "", "at least": "oder mehr|und mehr|mindestens", "under": "", "up to": "oder weniger|maximal|höchstens"},
    "fr": {"about": "environ|à peu près", "over": "et plus", "at least": "ou plus|au moins|au minimum", "under": "", "up to": "ou moins|au plus|au maximum|maximum"},
}  # fmt: skip
_SIGNS: dict[str, Qualifier] = {
    "~": "about", "≈": "about", "±": "about", "≒": "about", ">": "over", "＞": "over", "≥": "at least", "≧": "at least",
    "<": "under", "＜": "under", "≤": "up to", "≦": "up to", "～": "about", "〜": "about",
}  # fmt: skip


class _Rules(NamedTuple):
    before: re.Pattern[str]
    after: re.Pattern[str]


def _alternation(table: dict[Qualifier, str]) -> Iterator[str]:
    for number, (_, words) in enumerate(table.items()):
        if words:
            yield rf"(?P<q{number}>{words})"


@lru_cache(maxsize=16)
def _rules(language: str) -> _Rules:
    western = language in ("en", "de", "fr")
    before = "|".join(_alternation(_ordered(_BEFORE[language])))
    after = "|".join(_alternation(_ordered(_AFTER[language])))
    edge, gap = (
        (r"(?<![A-Za-zÀ-ÿ-])", r"[\s\u00a0]*(?:an? |aber |additional |another |further |total of |de |d['’])?")
        if western
        else ("", r"[\s　]*(?:で|の|は|に|、)?")
    )
    return _Rules(
        re.compile(rf"{edge}(?:{before}){gap}$", re.I),
        re.compile(rf"[\s\u00a0]{{0,1}}の?(?:{after})", re.I),
    )


_ORDER: tuple[Qualifier, ...] = ("about", "over", "at least", "under", "up to")


def _ordered(table: dict[Qualifier, str]) -> dict[Qualifier, str]:
    return {name: table.get(name, "") for name in _ORDER}


def _which(match: re.Match[str]) -> Qualifier:
    return _ORDER[int((match.lastgroup or "q0")[1:])]


def hedge_before(text: str, start: int, language: str) -> Qualifier | None:
    """The hedge that stands right before ``start``."""
    before = text[max(0, start - 30) : start]
    mark = before.rstrip()[-1:]
    if mark in _SIGNS:
        return _SIGNS[mark]
    found = _rules(language).before.search(before)
    return _which(found) if found else None


def hedge_after(text: str, end: int, language: str) -> Qualifier | None:
    """The hedge that follows ``end``."""
    found = _rules(language).after.match(text, end)
    return _which(found) if found else None


# --- Periods -------------------------------------------------------------------------------------------------------

_PER_AFTER: dict[str, dict[str, str]] = {
    "ja": {"year": r"[／/]年|の年額|毎年", "month": r"[／/]月", "day": r"[／/]日", "hour": r"[／/]時"},
    "zh": {"year": r"[/／]年|每年", "month": r"[/／]月|每月", "day": r"[/／][日天]"},
    "ko": {"year": r"[/／]년", "month": r"[/／]월"},
    "en": {"year": r"[ -](?:a|per|each|every)[ -](?:year|annum)\b(?! (?:earlier|ago|later|before))| ?/ ?(?:year|yr)\b|/a\b| annually\b| yearly\b| p\.a\.| pa\b| in annual\b",
           "quarter": r" (?:a|per|each) quarter\b", "month": r" (?:a|per|each) month\b| ?/ ?month\b| monthly\b",
           "week": r" (?:a|per|each) week\b| weekly\b", "day": r" (?:a|per) day\b| daily\b", "hour": r" (?:an|per) hour\b| ?/ ?h(?:our)?\b"},
    "de": {"year": r" (?:pro|im|je) Jahr\b| jährlich\b|/Jahr\b| p\. ?a\.| per annum\b", "quarter": r" (?:pro|im) Quartal\b",
           "month": r" (?:pro|im) Monat\b| monatlich\b|/Monat\b", "week": r" (?:pro|in der) Woche\b", "day": r" (?:pro|am) Tag\b| täglich\b",
           "hour": r" (?:pro|je) Stunde\b"},
    "fr": {"year": r"\s(?:par|chaque) (?:an|année)\b|\sannuels?\b|\sannuelles?\b|\sannuellement\b| ?/ ?an\b|\sl['’]an\b", "quarter": r" par trimestre\b",
           "month": r"\spar mois\b| ?/ ?mois\b|\smensuels?\b", "week": r" par semaine\b", "day": r" par jour\b", "hour": r" (?:de l['’]|par )heure\b"},
}  # fmt: skip
_PER_BEFORE: dict[str, dict[str, str]] = {
    "ja": {"year": r"(?:年間|毎年|年額|年平均|[1１一]年あたり|[1１一]年当たり|単年度|年当たり)(?:で|の|は|、|に)?", "month": r"(?:月額|毎月|月間|[1１一][か月カヶ]*月あたり)(?:で|の|は)?",
           "day": r"(?:[1１一]日あたり|日額)", "hour": r"(?:時給|時間あたり)"},
    "zh": {"year": r"(?:每年|年均|年薪)[\u4e00-\u9fff]{0,5}", "month": r"(?:每月|月均|月薪|每个月)[\u4e00-\u9fff]{0,4}", "day": r"(?:每天|每日|日均)"},
    "ko": {"year": r"(?:연간|매년|해마다|연평균|연|한 해|1년에) ?(?:총|에)?", "month": r"(?:월|매월|매달|월평균) ?", "day": r"(?:하루|매일|일평균) ?"},
    "en": {"year": r"(?:annual(?: \w+){0,2}(?: of| to)?|annually|yearly|each year|every year|per year)", "month": r"(?:monthly(?: \w+)? of|each month)"},
    "de": {"year": r"(?:jährlich|pro Jahr|jedes Jahr|im Jahr)", "month": r"(?:monatlich|pro Monat)"},
    "fr": {"year": r"(?:chaque année|par an|annuel(?:le)? d[e'’]|annuellement)", "month": r"(?:chaque mois|par mois)"},
}  # fmt: skip
_EN_NUMBER = r"[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|a|one"
_DE_NUMBER = r"[0-9]{1,2}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|fünfzehn|zwanzig"
_FR_NUMBER = r"[0-9]{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt"
_HAN_YEARS = r"[0-9０-９]{1,2}|[一二两兩三四五六七八九十]{1,2}"
_YEARS_BEFORE: dict[str, str] = {
    "ja": rf"(?<![0-9０-９])(?P<n>{_HAN_YEARS})[か箇カヶケ]?年(?:間|計画)(?:で|の|に|にわたり|にわたって|、|合計で?|総額で?|累計で?|計)*[\s　]?(?:最大|約|およそ|総額|合計|計|上限)*で?$",
    "zh": rf"(?<![0-9])(?P<n>{_HAN_YEARS})年(?:间|間|内|內|期|来|共|累计|将|投入|计划|总计|，)*(?:约|超过|近|最多)?$",
    "ko": r"(?<![0-9])(?P<n>[0-9]{1,2})년(?:간|동안| 동안| 간|에 걸쳐|에|, )*\s?(?:총|모두|합계|최대|약|누적)*\s?$",
    "en": rf"\b(?:over|across|during|within|in|for) (?:the |a )?(?:next |coming |following |past |last )?(?P<n>{_EN_NUMBER})[ -]years?(?: period)?(?:,(?! of which))? (?:\w+ ){{0,6}}?(?:of )?$|"
    rf"\b(?P<m>{_EN_NUMBER})-year,? (?:about |approximately |total |package of |programme of |program of |plan of )?$",
    "de": rf"\b(?:über|in|binnen|innerhalb von|während) (?:den |die )?(?:nächsten |kommenden |folgenden )?(?P<n>{_DE_NUMBER}) Jahren? (?:\w+ ){{0,3}}$",
    "fr": rf"\b(?:sur|en|pendant|durant) (?:les )?(?P<n>{_FR_NUMBER}) (?:prochaines )?(?:ans|années),? (?:\w+ ){{0,3}}$",
}  # fmt: skip
_YEARS_AFTER: dict[str, str] = {
    "ja": rf"(?:を|の)?(?:今後|向こう)?(?P<n>{_HAN_YEARS})[か箇カヶケ]?年(?:間|計画)(?:で|に|にわた|の)",
    "zh": rf"[，,]?(?:未来|为期|分|在)?(?P<n>{_HAN_YEARS})年(?:间|内|期|完成)",
    "ko": r"(?:을|를)? ?(?:향후|앞으로)? ?(?P<n>[0-9]{1,2})년(?:간|동안| 동안|에 걸쳐| 간)",
    "en": rf"(?: (?:\w+ ){{0,4}}?|, ?)(?:over|across|spread over|for) (?:the |a )?(?:next |coming |following )?(?P<n>{_EN_NUMBER})[ -]years?\b",
    "de": rf"(?: \w+){{0,3}}? (?:über|in|für|auf) (?:den |die |einen Zeitraum von )?(?:nächsten |kommenden )?(?P<n>{_DE_NUMBER}) Jahren?\b",
    "fr": rf"(?:\s\w+){{0,3}}?\s(?:sur|en|pendant) (?:les |une période de )?(?P<n>{_FR_NUMBER}) (?:prochaines )?(?:ans|années)\b",
}  # fmt: skip


class _Periods(NamedTuple):
    after: re.Pattern[str]
    before: re.Pattern[str]
    years_before: re.Pattern[str]
    years_after: re.Pattern[str]


@lru_cache(maxsize=16)
def _periods(language: str) -> _Periods:
    def union(table: dict[str, str], tail: str = "") -> re.Pattern[str]:
        return re.compile("(?:" + "|".join(f"(?P<{name}>{words})" for name, words in table.items()) + ")" + tail, re.I)

    return _Periods(
        union(_PER_AFTER[language]),
        union(
            _PER_BEFORE[language],
            r"[\s　]?(?:約|およそ|最大|약|최대|约|about |around |up to |over |rund |environ |some |more than )?$",
        ),
        re.compile(_YEARS_BEFORE[language], re.I),
        re.compile(_YEARS_AFTER[language], re.I),
    )


_PERIOD_MARKS = {"ja": "年月日時", "zh": "年月日天", "ko": "년월연해하일", "en": ("nnual", "ear", "onth", "ach"),
                 "de": ("ähr", "Jahr", "onat"), "fr": ("ann", "an", "mois", "chaque")}  # fmt: skip
_YEAR_MARKS = {"ja": "年", "zh": "年", "ko": "년", "en": ("year",), "de": ("Jahr",), "fr": ("ans", "anné")}
"""What every phrase of a period contains: a quick look that spares the patterns."""


def period_of(text: str, start: int, end: int, language: str) -> str | None:
    """The period of a recurring amount at ``start:end``: ``year``, ``month`` and so on."""
    rules = _periods(language)
    found = rules.after.match(text, end)
    if found is None:
        before = text[max(0, start - 40) : start]
        if not any(mark in before for mark in _PERIOD_MARKS[language]):
            return None
        found = rules.before.search(before)
        if (
            found
            and language in ("ja", "zh")
            and re.search(r"[0-9０-９一二三四五六七八九十]$", before[: found.start()])
        ):
            return None
    return found.lastgroup if found else None


def years_of(text: str, start: int, end: int, language: str, since: int = 0) -> tuple[Decimal, int] | None:
    """The number of years that the amount at ``start:end`` is spread over, and where the words for it end.

    Words before ``since`` belong to an amount read earlier and are not looked at.
    """
    rules = _periods(language)
    low = max(since, start - 60)
    around = text[low : end + 60]
    if not any(mark in around for mark in _YEAR_MARKS[language]):
        return None
    found = rules.years_before.search(text, low, start)
    after = None if found else rules.years_after.match(text, end, end + 60)
    found = found or after
    if not found:
        return None
    written = next(value for value in found.groups() if value)
    if written.lower() in ("a", "one"):
        return Decimal(1), found.end()
    number = read_number(written, 0, language)
    return (number.value, found.end()) if number else None
