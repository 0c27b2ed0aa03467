"""Percent, percentage points, shares and changes in words, and whether they go up or down, in six languages."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dualtrack.extraction.lexicon import Lexicon
from dualtrack.extraction.quantity import Direction, Kind


class Unit(NamedTuple):
    """What a percent-like unit after a number makes of it: the kind and the factor to percent."""

    kind: Kind
    factor: Decimal


_PERCENT = Unit("percentage", Decimal(1))
_POINTS = Unit("points", Decimal(1))
_TENTH = Unit("percentage", Decimal(10))
_MULTIPLE = Unit("multiple", Decimal(1))

_PERCENT_WORDS = (
    "%", "％", "﹪", "percent", "percents", "per cent", "percentage", "pct", "pct.", "prozent", "prozentig", "prozentige", "prozentiger", "prozentigen", "prozentiges", "v.h.", "v. h.", "vom hundert", "pour cent", "pourcent",
    "pourcents", "p. 100", "パーセント", "ﾊﾟｰｾﾝﾄ", "퍼센트", "프로", "por ciento", "per cento", "por cento", "procent", "%の",
)  # fmt: skip
_POINT_WORDS = (
    "%ポイント", "％ポイント", "%pt", "％pt", "%pts", "%p", "％p", "%p.", "%포인트", "％포인트", "퍼센트포인트", "퍼센트 포인트", "%-punkte",
    "percentage points", "percentage point", "percentage-point", "percent points", "per cent points", "%-points", "% points",
    "%point", "%points", "パーセントポイント", "ポイント", "pp", "p.p.", "pps", "ppt", "ppts", "pt", "pts", "prozentpunkte", "prozentpunkten",
    "prozentpunkt", "points de pourcentage", "point de pourcentage", "points de %", "point de %", "个百分点", "個百分點", "個百分点", "个百分點",
    "百分点", "포인트", "p.p", "percentagepoints", "%-punkten", "points de pourcent",
)  # fmt: skip
_CJK_FOLLOW = {
    "成": re.compile(r"(?![立员員果为為功长長本都了熟份效分品就型套不])"),
    "割": re.compile(r"(?![り込拠引当賦譲愛烹])|(?=引|り引)|(?=当たり)"),
    "倍": re.compile(r"(?![数率加])|(?=率)"),
    "프로": re.compile(r"(?![젝그세필토덕])"),
    "배": re.compile(r"(?![가-힣])|(?=[로의가에인나를]|이상|가량|정도|까지|증|늘|넘)"),
    "pt": re.compile(r"(?![A-Za-z])"),
    **dict.fromkeys(("point", "points"), re.compile(r"(?=\s(?:de (?:moins|plus|PIB|croissance)|par rapport|supplémentaires?|du PIB|d['’]écart|en un an|sur (?:un|une|dix|cinq) an|entre )|[.;)]|,\s|\s*\Z)", re.I)),
    "할": re.compile(r"(?![가-힣])|(?=[이가을의에로]|이상|가량|정도)"),
}  # fmt: skip

_BY_LANGUAGE: dict[str, dict[str, Unit]] = {
    "ja": {"割": _TENTH, "割引": _TENTH, "割引き": _TENTH, "割半": _TENTH, "倍": _MULTIPLE},
    "zh": {"成": _TENTH, "倍": _MULTIPLE, "‰": Unit("percentage", Decimal("0.1"))},
    "ko": {"할": _TENTH, "배": _MULTIPLE},
    "en": {"fold": _MULTIPLE, "-fold": _MULTIPLE, "times more": _MULTIPLE, "times higher": _MULTIPLE, "times larger": _MULTIPLE,
           "times as": _MULTIPLE, "times greater": _MULTIPLE, "times the": _MULTIPLE, "basis points": Unit("points", Decimal("0.01"))},
    "de": {"-fache": _MULTIPLE, "fache": _MULTIPLE, "-fach": _MULTIPLE, "fach": _MULTIPLE, "mal so": _MULTIPLE},
    "fr": {"point": _POINTS, "points": _POINTS, "fois plus": _MULTIPLE, "fois supérieur": _MULTIPLE},
}  # fmt: skip


_BROKEN = re.compile(r"パ\s{0,8}ー\s{0,8}セ\s{0,8}ン\s{0,8}ト")
"""The word as text layers of PDF files space it out."""


@lru_cache(maxsize=16)
def percent_units(language: str) -> Lexicon[Unit]:
    """Percent-like units that may follow a number."""
    every = {word: _PERCENT for word in _PERCENT_WORDS if word != "%の"} | dict.fromkeys(_POINT_WORDS, _POINTS)
    every["‰"] = Unit("percentage", Decimal("0.1"))
    return Lexicon(every | _BY_LANGUAGE.get(language, {}))


def match_percent(text: str, place: int, language: str) -> tuple[int, Unit] | None:
    """The end and the meaning of the percent-like unit that starts at ``place``."""
    found = percent_units(language).match(text, place)
    if found is None:
        broken = _BROKEN.match(text, place) if text[place : place + 1] in "パﾊ" else None
        return (broken.end(), _PERCENT) if broken else None
    follower = _CJK_FOLLOW.get(text[place : found[0]])
    if follower is not None and not follower.match(text, found[0]):
        return None
    return found


# --- Direction -----------------------------------------------------------------------------------------------------

_UP_JA = r"増|增|アップ|上昇|引き?上げ|伸び|拡大|成長|プラス(?![0-9０-９])|急増|上積|加算|高ま|高い|高く|多い|上振|上が"
_DOWN_JA = r"減|ダウン|低下|下落|引き?下げ|削減|縮小|カット|マイナス(?![0-9０-９])|急減|落ち込|割り?込|圧縮|低い|低く|少な|下が"
_UP_ZH = r"增|上升|上涨|上漲|提高|提升|扩大|擴大|攀升|涨|漲|高于"
_DOWN_ZH = r"减|減|下降|下跌|降|缩小|縮小|下滑|跌|削|低于"
_UP_KO = r"증가|증액|상승|늘|증|인상|확대|성장|급증|올라|올랐|오른|오르|올린|올려|높|뛰|증대|상향|신장"
_DOWN_KO = r"감소|감액|하락|줄|삭감|감|인하|축소|급감|떨어|내린|내렸|낮|깎|하향"
_UP_EN = (
    r"increas\w*|ris(?:e[sn]?|ing)|rose|gr[eo]w\w*|growth|up|higher|more|rais\w+|boost\w*|expan\w+|climb\w*|jump\w*|surg\w+|"
    r"gain\w*|soar\w*|upl?ift\w*|hike[sd]?|lift\w*|greater|larger|above|faster|add\w*|improv\w+"
)
_DOWN_EN = (
    r"decreas\w*|f[ae]ll\w*|s[aiu]nk\w*|down|lower\w*|less|cut\w*|reduc\w+|declin\w+|drop\w*|shr[aiu]nk\w*|slash\w*|fewer|below|contract\w*|"
    r"slump\w*|plung\w+|trim\w*|smaller|dip\w*|slip\w*|slid\w*|los[te]\w*|eliminat\w+|tumbl\w+|decrement\w*|curtail\w*"
)
_UP_DE = (
    r"(?:an)?(?:ge)?st(?:ieg|eig)\w*|anstieg\w*|wachs\w*|wuchs\w*|gewachsen\w*|wächst|zuwachs\w*|zu(?:nahm\w*|genommen\w*|nehm\w*|nimmt)|"
    r"erhöh\w*|plus|zunahme\w*|höher\w*|mehr|aufgestockt\w*|ausgeweitet\w*|steiger\w*|gesteigert\w*|angehoben\w*|gestiegen\w*|"
    r"zulegen|zugelegt|wachstum\w*"
)
_DOWN_DE = (
    r"(?:ge)?s[aiu]nk\w*|gesunken\w*|rückgang\w*|zurück\w*|ab(?:nahm\w*|genommen\w*|nehm\w*)|kürz\w*|gekürzt\w*|minus|abnahme\w*|"
    r"weniger|niedriger\w*|gefallen\w*|fiel\w*|fall\w*|reduzier\w*|verringer\w*|vermindert\w*|gesenkt\w*|senk\w*|schrumpf\w*|"
    r"geschrumpft|einbu\w+|geringer\w*|kürzung\w*"
)
_UP_FR = (
    r"augment\w*|haus\w+|accr\w+|croiss\w+|progress\w*|relev\w+|plus|grimp\w*|supérieur\w*|bond\w*|gagn\w*|cr[ûu]\w*|majora\w*|"
    r"élev\w+|hauss\w+"
)
_DOWN_FR = r"baiss\w*|diminu\w*|rédui\w*|réduc\w*|recul\w*|chut\w*|moins|coup\w+|inférieur\w*|repli\w*|décro\w+|amput\w+|perd\w*|rabot\w*"

_WORDS: dict[str, tuple[str, str]] = {
    "ja": (_UP_JA, _DOWN_JA),
    "zh": (_UP_ZH, _DOWN_ZH),
    "ko": (_UP_KO, _DOWN_KO),
    "en": (_UP_EN, _DOWN_EN),
    "de": (_UP_DE, _DOWN_DE),
    "fr": (_UP_FR, _DOWN_FR),
}
_HEDGE_JA = r"(?:以上|超え?|程度|前後|近く|ほど|弱|強|余り?|以内|を超える|を上回る)"
_RIGHT: dict[str, str] = {
    "ja": rf"(?:[（(][^（）()]{{{{0,16}}}}[)）])?[\s　]?[)）」]?[\s　]?(?:{_HEDGE_JA})?(?:[のもをず]|ずつ|[のも]大幅な?|(?:程度|ほど)の?)?[\s　]?(?:{{words}})",
    "zh": r"[\s)）]?(?:以上|左右|的|之?多)?(?:{words})(?!至|到|低至)",
    "ko": r"[)）]?(?:\s?(?:이상|넘게|가까이|가량|정도|이나|씩|만큼|의|포인트|안팎|를|을|나|로))*\s?(?:{words})",
    "en": r"[ -](?:(?:real-terms|real|annual|overall|across-the-board|year-on-year|further|average|net|budget|funding|pay|"
    r"price|nominal|sharp|proposed|planned) ){{0,2}}(?:{words})\b",
    "de": r"[)]?\s(?:\S+\s){{0,3}}?(?:{words})\b",
    "fr": r"\s(?:de\s|en\s)?(?:{words})\b",
}
_LEFT: dict[str, str] = {
    "ja": r"(?:{words})(?:率|幅|分|額)?(?:は|が|も|を|、|:|：)?(?:約|およそ|最大)?[\s　]?$",
    "zh": r"(?:{words})(?:长|長|加|幅|少|低|高|升|降|滑|跌|率|速|了|(?<=[幅率])[为為]|约|約|近|超过|超過|逾|:|：|不到)*\s?$",
    "ko": r"(?:{words})(?:율|률|폭|가|는|은|이|를|을|\s|약|최대|대비|:)*$",
    "en": r"\b(?:{words})(?:\W{{1,2}}(?:by|of|about|around|some|roughly|approximately|nearly|almost|over|more than|at least|up to|only|just|"
    r"an|a|another|estimated|further|less than)){{0,4}}\W{{1,2}}$",
    "de": r"\b(?:{words})(?:\s(?:um|von|rund|etwa|knapp|über|mehr als|bis zu|fast|circa|ca\.|mindestens|weitere)){{0,3}}\s$",
    "fr": r"\b(?:{words})(?:\s(?:de|d['’]|environ|près|plus|presque|quelque|moins|au|jusqu['’]à)){{0,4}}\s?$",
}
_CLAUSE_LEFT: dict[str, str] = {
    "en": r"\b(?:by|(?P<of>of))(?: (?:an?|about|around|some|roughly|approximately|nearly|almost|over|more than|at least|up to|as much as|"
    r"another|further|less than|estimated|additional)){0,3} $",
    "de": r"\bum(?:\s(?:die|rund|etwa|knapp|über|mehr als|bis zu|fast|circa|ca\.|mindestens|weitere|insgesamt|durchschnittlich)){0,3}\s$",
    "fr": r"\b(?:de|d['’])(?:\s?(?:environ|près de|plus de|presque|quelque|moins de|au moins|l['’]ordre de)){0,2}\s?$",
}
_OF = re.compile(r"\bof(?: \w+){0,3} $")
_NOUN_OF = re.compile(
    r"\b(increase|rise|growth|boost|gain|hike|uplift|decrease|reduction|cut|decline|drop|fall|loss)s?\b[^,;]{0,40}\bof(?: \w+){0,3} $",
    re.I,
)
_STOP = re.compile(r"(?<!Mrd)(?<!Mio)(?<!ca)(?<!approx)[.!?;。；\n](?=\s|$)")


_COMPARATIVES = {
    "en": "more|less|fewer|higher|lower\\w*|greater|larger|smaller|above|below|faster",
    "de": r"mehr|weniger|höher\w*|niedriger\w*|geringer\w*",
    "fr": r"plus|moins|supérieur\w*|inférieur\w*",
}
"""Words that say a direction after a percentage (5 % more) and hedge it before (more than 5 %)."""


class _Directions(NamedTuple):
    right: re.Pattern[str]
    left: re.Pattern[str]
    up: re.Pattern[str]
    any: re.Pattern[str]
    clause: re.Pattern[str] | None


def _verbs(words: str, language: str) -> str:
    """The words without those that hedge when they stand before a number."""
    comparatives = _COMPARATIVES.get(language)
    return rf"(?!(?:{comparatives})\b)(?:{words})" if comparatives else words


@lru_cache(maxsize=16)
def _directions(language: str) -> _Directions:
    up, down = _WORDS[language]
    words = f"{up}|{down}"
    clause = _CLAUSE_LEFT.get(language)
    western = language in _CLAUSE_LEFT
    whole = rf"\b(?:{words})\b" if western else f"(?:{words})"
    return _Directions(
        re.compile(_RIGHT[language].format(words=words), re.I),
        re.compile(_LEFT[language].format(words=_verbs(words, language)), re.I),
        re.compile(rf"(?:{up})", re.I),
        re.compile(whole, re.I),
        re.compile(clause, re.I) if clause else None,
    )


_ARROWS: dict[str, Direction] = {"↑": "increase", "↗": "increase", "↓": "decrease", "↘": "decrease"}


def direction_of(text: str, start: int, end: int, language: str) -> Direction | None:
    """Whether the text says that the percentage at ``start:end`` is a rise or a fall; None where it is a level.

    Looks at the words right after it (13.9％増), right before it (up 12 %), and, where 'by', ``um`` or ``de`` stands
    before it, at the nearest verb of the same clause.
    """
    if language not in _WORDS:
        return None
    rules = _directions(language)
    arrow = _ARROWS.get(text[end : end + 2].lstrip(" ")[:1])
    if arrow is not None:
        return arrow
    found = rules.right.match(text, end)
    if found:
        return _sense(rules, text[end : found.end()])
    before = text[max(0, start - 48) : start]
    found = rules.left.search(before)
    if found:
        return _sense(rules, found.group())
    if rules.clause is not None and rules.clause.search(before):
        return _of_clause(rules, text, start, end, language)
    return None


def _sense(rules: _Directions, words: str) -> Direction | None:
    hits = rules.any.findall(words)
    if not hits:
        return None
    # "more than", "less than" and "plus de" before the number are hedges, so the first verb decides
    return "increase" if rules.up.fullmatch(hits[0]) else "decrease"


def _of_clause(rules: _Directions, text: str, start: int, end: int, language: str) -> Direction | None:
    before = _STOP.split(text[max(0, start - 110) : start])[-1]
    if language == "en" and _OF.search(before):
        noun = _NOUN_OF.search(before)
        return None if noun is None else ("increase" if rules.up.fullmatch(noun.group(1)) else "decrease")
    hits = [
        hit
        for hit in rules.any.findall(before)
        if hit.lower() not in ("more", "less", "plus", "moins", "mehr", "weniger", "above", "below")
    ]
    if not hits and language == "de":
        hits = rules.any.findall(_STOP.split(text[end : end + 60])[0])[:1]
    if not hits:
        return None
    return "increase" if rules.up.fullmatch(hits[-1]) else "decrease"


# --- Shares and changes in words -------------------------------------------------------------------------------------


class Worded(NamedTuple):
    """A share or a change written without a number: its kind, percent and direction."""

    kind: Kind
    percent: Decimal
    direction: Direction | None = None


def _part(numerator: int, denominator: int) -> Decimal:
    return (Decimal(100 * numerator) / Decimal(denominator)).quantize(Decimal("0.0001")).normalize() + 0


_HALF = Worded("share", Decimal(50))
_HALVED = Worded("percentage", Decimal(50), "decrease")
_DOUBLED = Worded("percentage", Decimal(100), "increase")
_TRIPLED = Worded("percentage", Decimal(200), "increase")
_QUADRUPLED = Worded("percentage", Decimal(300), "increase")

_WHOLE_WORDS: dict[str, dict[str, Worded]] = {
    "ja": {r"半減(?!期)": _HALVED, r"倍増|倍加|(?<![0-9０-９.．一二三四五六七八九十百千数])倍に(?=増|拡|引|な|す)": _DOUBLED, r"半数|半分": _HALF,
           r"過半数?": _HALF},
    "zh": {r"减半|減半": _HALVED, r"翻了?一?番|翻倍|倍增|(?<=[加长長了升高])[一1]倍(?![半多])": _DOUBLED, r"翻了?[两兩]番": _QUADRUPLED, r"一半|半数|过半数?|半數": _HALF},
    "ko": {r"절반|과반수?": _HALF, r"두 ?배": Worded("multiple", Decimal(2)), r"세 ?배": Worded("multiple", Decimal(3)), r"반감(?!기)|반토막": _HALVED, r"배증|갑절|곱절": _DOUBLED},
    "en": {r"\b[Hh]alv(?:ed|es|ing|e)\b|\b(?:by|in) half\b(?! past)": _HALVED,
           r"\b[Dd]oubl(?:ed|ing)\b(?! down| counting| taxation)|(?<=\bto )double\b|(?<=\bwill )double\b|(?<=\bwould )double\b|"
           r"(?<=\bthan )doubles?\b|\b[Dd]oubles?(?= (?:its|their|our|the) )": _DOUBLED,
           r"\b[Tt]ripl(?:ed|ing)\b|\b[Tt]ripl(?:e|es)(?= (?:its|their|our|the) )|(?<=\bto )triple\b|(?<=\bwill )triple\b": _TRIPLED,
           r"\b[Qq]uadrupl(?:ed|ing|es)\b|(?<=\bto )quadruple\b|(?<=\bwill )quadruple\b": _QUADRUPLED,
           r"(?<!first )(?<!second )(?<!latter )(?<!last )(?<!other )\b[Hh]alf(?= (?:of|the|its|their|all|our|as)\b)(?! (?:the|of the) (?:year|century|decade))|(?<=than )half\b(?! an? )": _HALF},
    "de": {r"\b[Hh]albier(?:t|te|ten|en|ung)\b": _HALVED,
           r"\b[Vv]erdoppel[tn]e?n?\b|\b[Vv]erdopp(?:e)?lung\b|\b[Vv]erdopple\b": _DOUBLED,
           r"\b[Vv]erdreifach(?:t|te|en|ung)\b": _TRIPLED, r"\b[Vv]ervierfach(?:t|te|en|ung)\b": _QUADRUPLED,
           r"\bHälfte\b": _HALF},
    "fr": {r"\b[Rr]éduit(?:e|es|s)? de moitié\b|\bdivisée?s? par deux\b": _HALVED,
           r"\b[Mm]ultiplié(?:e|s|es)? par trois\b": _TRIPLED,
           r"\b[Mm]ultiplié(?:e|s|es)? par deux\b|\b[Dd]oubl(?:é|ée|és|ées|er|ement|era|eront|ant)\b": _DOUBLED,
           r"\b[Tt]ripl(?:é|ée|és|ées|er|ement|era|eront)\b": _TRIPLED, r"\b[Qq]uadrupl(?:é|ée|és|ées|er|era)\b": _QUADRUPLED,
           r"\b[Ll]a moitié\b": _HALF},
}  # fmt: skip

_EN_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_EN_FIRST = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "a": 1,
}
_DE_PARTS = {
    "drittel": 3,
    "viertel": 4,
    "fünftel": 5,
    "sechstel": 6,
    "siebtel": 7,
    "achtel": 8,
    "neuntel": 9,
    "zehntel": 10,
}
_DE_FIRST = {
    "ein": 1,
    "einem": 1,
    "eines": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "neun": 9,
}
_FR_PARTS = {"tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5, "sixième": 6, "dixième": 10, "dixièmes": 10,
             "huitième": 8, "huitièmes": 8}  # fmt: skip
_FR_FIRST = {"un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "neuf": 9, "le": 1}
_DE_COUNT = {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "zehn": 10}
_FR_COUNT = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "dix": 10}
_EN_PLURAL = "(?:thirds|quarters|fifths|sixths|eighths|tenths)"
_EN_SINGLE = "(?:third|quarter|fifth|sixth|eighth|tenth)"
_FRACTIONS: dict[str, str] = {
    "en": rf"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]even|[Nn]ine)[ -](?:thirds|fifths|sixths|eighths|tenths|quarters(?= of\b| \W|[^\w\s]))|"
    rf"\b(?:[Oo]ne-{_EN_SINGLE}|[Oo]ne {_EN_SINGLE}(?= of\b))\b|\b[Aa] {_EN_SINGLE}(?= of\b)|(?<=\bby )an? {_EN_SINGLE}\b|(?:(?<=under )|(?<=about )|(?<=nearly )|(?<=almost )|(?<=than )|(?<=over )|(?<=roughly ))a {_EN_SINGLE}\b(?! (?:time|year|country|party|parties|round|phase|person))|"
    r"\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Nn]ine) (?:in|out of)(?: every)? (?:two|three|four|five|six|eight|ten)\b(?! years| countries)",
    "de": r"\b(?:[Ee]in(?:em|es)?|[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]echs|[Ss]ieben|[Nn]eun) "
    r"(?:Drittel|Viertel|Fünftel|Sechstel|Siebtel|Achtel|Zehntel)n?s?\b(?!jahr)|"
    r"\b(?:[Ee]in(?:e|er|es|em)?|[Zz]wei|[Dd]rei|[Vv]ier|[Nn]eun) von (?:zwei|drei|vier|fünf|sechs|zehn)\b",
    "fr": r"\b(?:[Uu]n|[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq|[Ss]ept|[Nn]euf|[Ll]e) (?:tiers|quarts?|cinquièmes?|sixièmes?|huitièmes?|dixièmes?)"
    r"\b(?! (?:monde|d['’]heure))|\b(?:[Uu]ne?|[Dd]eux|[Tt]rois|[Qq]uatre|[Nn]euf)(?: \w{3,20})? sur (?:deux|trois|quatre|cinq|six|dix)\b",
    "ja": r"[0-9０-９]{1,2}(?:人|社|校)に[0-9０-９]{1,2}(?:人|社|校)|[0-9０-９一二三四五六七八九十]{1,3}分の[0-9０-９一二三四五六七八九]{1,3}",
    "zh": r"[0-9一二三四五六七八九十]{1,3}分之[0-9一二两三四五六七八九]{1,3}",
    "ko": r"[0-9]{1,2}(?:명|곳|개) ?(?:중|가운데) ?[0-9]{1,2}(?=명|곳|개)(?:명|곳|개)|[0-9]{1,3}분의 ?[0-9]{1,3}|[이삼사오육칠팔구십]분의 ?[일이삼사오육칠팔구]",
}  # fmt: skip


@lru_cache(maxsize=16)
def worded_pattern(language: str) -> str:
    """The pattern of shares and changes in words."""
    whole = "|".join(_WHOLE_WORDS.get(language, {}))
    fractions = _FRACTIONS.get(language)
    return "|".join(part for part in (whole, fractions) if part)


@lru_cache(maxsize=16)
def _whole(language: str) -> list[tuple[re.Pattern[str], Worded]]:
    return [(re.compile(pattern), worded) for pattern, worded in _WHOLE_WORDS.get(language, {}).items()]


_KANJI_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九十")} | {"两": 2}
_HANGUL_DIGITS = {char: value for value, char in enumerate("영일이삼사오육칠팔구십")}


def _small_number(written: str) -> int:
    if written[0] in _KANJI_DIGITS or written[0] in _HANGUL_DIGITS:
        return int("".join(str((_KANJI_DIGITS | _HANGUL_DIGITS)[char]) for char in written))
    return int(written)


def _east_asian_fraction(written: str) -> Worded | None:
    below, above = re.split(r"分の|分之|분의 ?|[人社校]に|(?:명|곳|개) ?(?:중|가운데) ?", written)
    above = above.rstrip("人社校명곳개")
    numerator, denominator = _small_number(above), _small_number(below)
    if denominator < 2 or numerator > denominator:
        return None
    return Worded("share", _part(numerator, denominator))


def _western_fraction(written: str, language: str) -> Worded | None:
    words = re.split(r"[\s-]+", written.lower())
    if language == "en" and ("in" in words or "out" in words):
        return (
            Worded("share", _part(_EN_FIRST[words[0]], _EN_FIRST[words[-1]]))
            if _EN_FIRST[words[0]] <= _EN_FIRST[words[-1]]
            else None
        )
    if language == "en":
        return Worded("share", _part(_EN_FIRST.get(words[0], 1), _EN_PARTS[words[-1].rstrip("s")]))
    if language == "de" and "von" in words:
        return _of_so_many(_DE_FIRST.get(words[0], 1), _DE_COUNT[words[-1]])
    if language == "fr" and "sur" in words:
        return _of_so_many(_FR_FIRST.get(words[0], 1), _FR_COUNT[words[-1]])
    if language == "de":
        part = re.sub(r"l(?:n|s)?$", "l", words[-1])
        return Worded("share", _part(_DE_FIRST[words[0]], _DE_PARTS[part]))
    return Worded("share", _part(_FR_FIRST[words[0]], _FR_PARTS[words[-1]]))


def _of_so_many(some: int, every: int) -> Worded | None:
    return Worded("share", _part(some, every)) if some <= every else None


def read_worded(text: str, start: int, end: int, language: str) -> Worded | None:
    """The meaning of a share or change in words found at ``start:end``."""
    for pattern, worded in _whole(language):
        found = pattern.match(text, start)
        if found and found.end() == end:
            return worded
    written = text[start:end]
    if language in ("ja", "zh", "ko"):
        return _east_asian_fraction(written) if re.search("分の|分之|분의|[人社校]に|중|가운데", written) else None
    return _western_fraction(written, language)
