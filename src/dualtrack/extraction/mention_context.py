"""What the surroundings say about a name: a capital that stands for its government, a language, whose ministry, which of two meanings."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dualtrack.codebook import Ambiguity, codebook

_NEAR = 120
_COUNTRY_NEAR = 400

_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|to|of|via|through|around|outside|into|visited|visiting|visit|left|arrived|downtown|central|greater|dans|à|"
    r"vers|depuis|bei|nach|aus|über|[A-Z][a-z]+ University,)\s+$"
)
_PLACE_AFTER = re.compile(
    r"\s*(?:,\s*D\.?\s?C|D\.?C\b|State\b|University|Post\b|Declaration|Agreement|Conference|Summit|Statement|Process|Convention|Treaty|"
    r"Protocol|Club\b|metro|office|School|Institute|Stock|Airport|Olympic|Marathon|,?\s*(?:\d{1,2}[ ./]|January|February|March|April|May\b|"
    r"June|July|August|September|October|November|December)|\(\d|-based|, (?:France|Germany|Japan|China|Korea|India|Belgium|UK|England))"
)
_RELATION_BEFORE = re.compile(
    r"(?:relations?|ties|talks|calls?|exchanges?|cooperation|tensions?|negotiations?|dialogue|agreements?|deals?|rivalry|competition|pressure|relationship|"
    r"partnership|programmes?|programs?|projects?|initiatives?|alliances?|pacts?|collaborations?|counterparts?|consultations?|Beziehungen|Gespräche|Zusammenarbeit|Verhandlungen|relations|négociations|coopération|accord|discussions)\s+"
    r"(?:with|between|from|mit|zwischen|avec|entre)\s+$|\b(?:between|zwischen|entre)\s+$"
)
_OFFICIALS_IN = re.compile(
    r"\b(?:counterparts|officials|authorities|policymakers|lawmakers|ministers|governments?) (?:in|from) $"
)
_ACTS_AFTER = re.compile(
    r"(?:['’]s\b|\s+(?:(?:also|now|then|later|therefore|still|further|has|have|had|auch|a|ont|aussi)\s+)?"
    r"(?:has|have|had|is\s+(?:also\s+)?(?:seeking|considering|planning|expected|preparing|ready|set|likely)|will|would|said|says|agreed|agrees|announced|"
    r"announces|signed|signs|plans?|planned|wants?|wanted|seeks?|sought|imposed|imposes|urged|urges|accused|accuses|responded|must|may|could|"
    r"should|intends|hopes|insists?|argues?|denied|launched|pledged|called|warned|warns|expects?|considers?|welcomed|proposed|withdrew|"
    r"decided|renewed|extended|tightened|restricted|continues?|invited|refused|rejected|hat|will|wird|kündigte|plant|fordert|setzt|"
    r"warnt|reagiert|will|doit|veut|souhaite|entend|annonce|propose|prévoit|cherche|accuse|impose|menace|compte|"
    r"(?:lift|cut|pull|halt|suspend|ban|block|boost|expand|increas|back|join|open|offer|mov|push|promis|invest|spend|fund|support|fac|order|freez|"
    r"respond|retaliat|criticis|criticiz|oppos|approv|adopt|commit|demand|ask|hop|prepar|confirm|declin|turn|step|seek|remain|becom|introduc|"
    r"publish|releas|unveil|end|return|restor|leav|pledg|restrict|tighten|slash|rais|reduc|drop|delay|review|condemn|protest|defend|protect)"
    r"(?:e?s|e?d)|spent|froze|began|became|left|cut|kündigt|prüft|streicht|kürzt|lehnt|verlangt|droht|investiert|stellt|bietet|wirbt|"
    r"beschließt|beschloss|erhöht|senkt|stoppt|unterstützt|verhängt|sucht|weitet|verschärft|finanziert|fördert|zieht|sieht|drängt|investit|"
    r"consacre|lance|réduit|gèle|suspend|signe|renforce|ouvre|finance|refuse|accepte|demande|plaide|plaident|coupe|supprime|augmente|adopte|"
    r"réagit|répond|espère|ayant|a\s\w{2,12}[éiut]|ont\s\w{2,12}[éiut]|maintient|prévoit|exige|durcit|investira|lancera)\b)"
)
_EAST_ASIAN_CAPITAL = {
    "ja": re.compile(
        r"(?:は|が)(?!雨|好|遠)|側|の(?:意向|立場|狙い|対応|政策|出方)|と(?:北京|ワシントン|東京|モスクワ|ブリュッセル|ソウル|ニューデリー)"
    ),
    "zh": re.compile(r"方面|当局|政府|和北京|与北京|和华盛顿|与华盛顿|宣布|表示|认为|正在|希望|决定"),
    "ko": re.compile(
        r"(?:은|는|이|가)\s|과\s?(?:베이징|워싱턴|서울|도쿄|모스크바)|와\s?(?:베이징|워싱턴)|당국|의 (?:입장|대응|의도)"
    ),
}
_AUTHORITIES = re.compile("方面|当局|當局|政府|側|당국|정부")
_CAPITALS_OF_POWER = frozenset(
    {"ワシントン", "北京", "モスクワ", "ブリュッセル", "华盛顿", "워싱턴", "베이징", "모스크바", "브뤼셀"}
)
_LANGUAGE_BEFORE = re.compile(r"\b(?:in|into|auf|ins|en|speaks?|speaking|parle|langue)\s+$", re.IGNORECASE)
_LANGUAGE_AFTER = re.compile(
    r"\s*(?:[.,;:)]|$|(?:and|or|et|ou|und|oder)\s)|[- ](?:language|speaking|translation|sprachig)"
)
_MONEY_BEFORE = re.compile(
    r"\b(?:dollars?|francs?|livres?|couronnes?|dinars?|roupies?|pesos?|wons?|yuans?|dirhams?|riyals?|shillings?)\s$",
    re.IGNORECASE,
)
_MONEY_AFTER = re.compile(
    r"\$|\s?(?:[Dd]ollars?\b|dollars?\b|[Pp]ounds?\b|[Yy]en\b|[Ww]on\b|[Rr]upees?\b|[Ff]rancs?\b|[Yy]uan\b|[Rr]enminbi\b)|-?Dollar|ドル|ポンド|フラン|ウォン|ルピー|円|人民元|元(?![素首])| ?달러| ?엔(?![가-힣])"
)
_TONGUE_AFTER = re.compile(r"[語语語](?!境)|어(?=[^가-힣]|$|로|를|가|는|와|판|권|의|교|번|도|능)")
_KOREAN_WORDS = {
    "인도": re.compile("적|주의|하(?!노이)|되|받|한다|할|해|된|됐|함|차이|교|길|블록|장[^관]"),
    "호주": re.compile("머니|제(?:[^ 약한안]|$)"),
    "부탄": re.compile("가스"),
    "터키": re.compile("석"),
}
_OWNED = frozenset({"government body", "funder", "office", "learned society", "research organisation"})


def stands_for_government(text: str, start: int, end: int, language: str) -> bool:
    """Whether a capital named here stands for its government (Washington announced) and not for the place (in Washington)."""
    before, after = text[max(0, start - 40) : start], text[end : end + 60]
    if language in _EAST_ASIAN_CAPITAL:
        if _AUTHORITIES.match(after):
            return True
        return text[start:end] in _CAPITALS_OF_POWER and bool(_EAST_ASIAN_CAPITAL[language].match(after))
    if _PLACE_AFTER.match(after):
        return False
    if _RELATION_BEFORE.search(before) or _OFFICIALS_IN.search(before) or _beside_capital(before, after):
        return True
    if _PLACE_BEFORE.search(before):
        return False
    return bool(_ACTS_AFTER.match(after))


@lru_cache(maxsize=1)
def _pair_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    forms = codebook().naming.forms
    capitals = sorted({form.text for form in forms if form.sort == "capital" and form.text[0] < "ɐ"})
    some = "|".join(map(re.escape, capitals))
    joint = r"(?:['’]s)?\s*(?:and|und|et|[-–/])\s*"
    return re.compile(rf"(?<!in )(?<!at )\b(?:{some}){joint}$"), re.compile(rf"{joint}(?:{some})\b(?!,)")


def _beside_capital(before: str, after: str) -> bool:
    left, right = _pair_patterns()
    beside = left.search(before)
    if beside:
        return not _PLACE_BEFORE.search(before[: beside.start()])
    return bool(right.match(after)) and not _PLACE_BEFORE.search(before)


def is_language_or_money(text: str, start: int, end: int, adjective: bool) -> bool:
    """Whether a country's name here is a language (in French, 中国語, 중국어) or a currency (US$, 米国ドル)."""
    after = text[end : end + 12]
    if adjective and _MONEY_BEFORE.search(text[max(0, start - 12) : start]):
        return True
    if _MONEY_AFTER.match(after) or _TONGUE_AFTER.match(after):
        return True
    word = _KOREAN_WORDS.get(text[start:end])
    if word is not None and word.match(after):
        return True
    return (
        adjective
        and bool(_LANGUAGE_AFTER.match(after))
        and bool(_LANGUAGE_BEFORE.search(text[max(0, start - 12) : start]))
    )


def is_another_countrys(kind: str, acronym: bool) -> bool:
    """Whether such a body, named without its country, may be another country's where that country is named just before."""
    return kind in _OWNED and not acronym


class Surroundings:
    """What is named for certain in a text, to decide what is not."""

    def __init__(self, text: str, certain: Sequence[tuple[int, str, str]], country: str | None) -> None:
        """Take (place, id, country of the id) of what is certain, in order of place, and the document's country."""
        self._text = text
        self._certain = certain
        self._places = [place for place, _, _ in certain]
        self._ids = {id for _, id, _ in certain}
        self._country = country

    def decide(self, rule: Ambiguity, at: int, countries: Mapping[str, str]) -> tuple[str, ...]:
        """The ids that the word at a place may mean: one where it is decided, none where it is no mention."""
        if len(named := [id for id in rule.ids if id in self._ids]) == 1:
            return tuple(named)
        around = self._text[max(0, at - _NEAR) : at + _NEAR]
        beside = [id for id, words in rule.near.items() if any(word in around for word in words)]
        if len(beside) == 1:
            return tuple(beside)
        if rule.decided_by == "country" and (nearest := self._by_country(rule.ids, at, countries)):
            return (nearest,)
        if rule.otherwise == "open":
            return rule.ids
        return () if rule.otherwise == "none" else (rule.otherwise,)

    def _by_country(self, ids: Sequence[str], at: int, countries: Mapping[str, str]) -> str | None:
        wanted = {countries.get(id, ""): id for id in ids}
        middle = bisect_left(self._places, at)
        best: tuple[int, str] | None = None
        for step in (range(middle - 1, -1, -1), range(middle, len(self._certain))):
            for index in step:
                place, _, country = self._certain[index]
                if abs(place - at) > _COUNTRY_NEAR:
                    break
                if country in wanted:
                    distance = abs(place - at)
                    best = min(best, (distance, wanted[country])) if best else (distance, wanted[country])
                    break
        if best:
            return best[1]
        return wanted.get(self._country or "")
