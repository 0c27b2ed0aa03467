"""Whether two sentences tell of two events of one kind: by ordinals, places, partners, names, a word of change."""

import re
from collections.abc import Callable

_ONES = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "erste": 1, "zweite": 2, "dritte": 3, "vierte": 4, "fünfte": 5, "sechste": 6, "siebte": 7, "achte": 8,
    "neunte": 9, "zehnte": 10, "premier": 1, "première": 1, "deuxième": 2, "seconde": 2, "troisième": 3,
    "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "첫": 1,
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "a": 1, "b": 2, "c": 3,
}  # fmt: skip
_ORDINAL = re.compile(
    r"\b(?P<w>(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b|"
    r"(?:erste|zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte)(?=[rnms]?\b)|(?:premier|première|deuxième|"
    r"seconde|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième)(?=s?\b))|"
    r"\b(?P<d>\d{1,3})(?:st|nd|rd|th|er|re|e|ème)\b|\b(?P<g>\d{1,3})\. (?=[A-ZÄÖÜ][a-zäöüß]{3})|"
    r"\b(?:phase|round|calls?|lot|stage|part|tranche|cut-off|edition|version|track|runde|los|stufe|teil|appel|étape|"
    r"volet|vague)\s(?P<l>\d{1,2}|[ivx]{1,4}|[a-d])\b|"
    r"第\s?(?P<j>\d{1,3}|[一二三四五六七八九十])\s?(?:回|次|期|弾|段階|届|号)|(?:フェーズ|ラウンド)\s?(?P<f>\d)|"
    r"(?<!\d)제?\s?(?P<k>\d{1,3})\s?(?:차|회|기|단계)(?!년|의장)|(?P<n>첫)\s?(?:번째|회의|공모|회)",
    re.IGNORECASE,
)
_READING = re.compile(r"\b\w+(?: (?:und|and|et) \w+)? (?:Lesung|readings?|lectures?)\b")
"""The readings of one bill, by their numbers."""
_OTHER = re.compile(
    r"\b(?:previous(?:ly)?|earlier|former(?:ly)?|preceding|predecessor|successor|next|(?<=the )following|"
    r"subsequent(?:ly)?|"
    r"another|follow-up|"
    r"original(?:ly)?|initial(?:ly)?|revised|extended|extension|postponed|delayed|brought forward|rescheduled|interim|"
    r"mid-term|draft|amendments?|amended|amending|addendum|protocol|renew\w*|early(?:-bird)?|preliminary|provisional|"
    r"similar|separate|sister|ähnlich\w*|vergleichbare\w*|similaires?|"
    r"partial|pilot|trial|annex(?:es)?|schedule|sub-?committee|sub-?commission|branch(?:es)?|side event|"
    r"Ausführungs\w+|Durchführungs\w+|Pilot\w*|Vorläufer\w*|Teil(?:projekt|bereich|strecke)\w*|Neubau|Anbau|"
    r"Außenstelle\w*|Zweigstelle\w*|"
    r"pilote|annexe|antenne|extension|"
    r"(?:years?|months?|weeks?|days?) (?:before|"
    r"after|later)|"
    r"(?:Jahre?|Monate?|Wochen?|Tage?) (?:vor|nach|später)|(?:ans?|années?|mois|jours|semaines) (?:avant|après|"
    r"plus tard)|second|last|again|instead|"
    r"vorig\w*|vorherig\w*|früher\w*|nächst\w*|folgend\w*|weitere\w*|anschließend\w*|Vorgänger\w*|Nachfolg\w*|"
    r"Folge\w*|ursprünglich\w*|"
    r"zunächst|verschoben|verlängert\w*|Verlängerung|vorgezogen|letzte[nrms]?|erneut|Zusatz\w*|Änderung\w*|Novelle|"
    r"statt (?:wie|am|im|zum|erst|des|dessen|eines)|"
    r"précédent\w*|prochain\w*|suivant\w*|ancien\w*|autre|initial\w*|prédécesseur|successeur|reporté\w*|prolong\w*|"
    r"derni(?:er|ère) [a-z]\w+|nouveau|avenant|renouvel\w*|à nouveau|origine)\b|"
    r"(?:年|か月|ヶ月|日)(?:前|後)|仮|前回|次回|次期|前身|後継|翌|先立|当初|延期|延長|変更|旧|"
    r"同様の|類似の|別の|他の|ほかの|비슷한|유사한|다른|별도의|試行(?!を|の結果)|附属|別館|分館|支所|支部|分室|部会|準備会|施行規則|施行令|細則|実施細目|"
    r"시범|시행규칙|시행령|분관|분원|별관|지부|준비위|"
    r"中間|再度|改めて|改定|改正|更新|"
    r"(?:년|개월|일) (?:전|뒤|후)|잠정|다음|차기|이전|당초|연기|연장|변경|전신|중간|지난(?! {2}| ?\d)|"
    r"재차|개정|갱신|부속|후속|"
    r"上次|下次|推迟|延长",
    re.IGNORECASE,
)
"""Words by which a text tells another event of the kind, or a change of the day."""
_PLACE = re.compile(
    r"\b(?:in|at|nach|à|au) (?:the |der |den |dem |la |le |l['’])?(?P<latin>[A-ZÀ-Ý][\w'’-]{2,})|"
    r"(?P<ja>[一-龠ァ-ヴー]{2,12})(?:において|にて|で(?=、|開|行|署名|会合|会談|採択|締結|設立|発足|調印))|"
    r"(?P<ko>[가-힣]{2,8}?)(?:(?<![회담야사리견럼식측])에서(?=\s)|"
    r"서 (?=개최|개소|열|체결|서명|개막|출범|회동|논의|만나))"
)
_PARTNER = re.compile(r"\b(?:with|mit|avec) (?:the |der |den |dem |la |le |l['’])?(?P<p>[A-ZÀ-Ý][\w'’-]{2,})")
_PAIR = re.compile(
    r"(?P<ko>[가-힣A-Z]{1,3}[-·‧・][가-힣A-Z]{1,4})(?=[\s가-힣])|(?P<ja>日[加豪英仏独米印韓中伊露瑞蘭欧越泰伯]|[米英独仏中韓印豪]日)|"
    r"\b(?P<latin>(?:franco|deutsch|anglo|japanese?|uk|eu|us|sino|austro|swiss|korean?)[-–][a-zà-ÿ]{4})",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\bNo\.?|\bNr\.?|n°|\bOrder|\bRegulation(?: \(EU\))?|\bDirective(?: \(EU\))?|\bResolution|\bVerordnung|"
    r"\b[Rr]èglement)\s?(?P<n>\d[\d/]*)"
)
_FOR = re.compile(
    r"\b(?:for|für|pour|(?:destinée?s?|réservée?s?) aux?) (?:the |die |den |das |les |la |le |l['’])?"
    r"(?P<p>[^\W\d_][\w-]{3,}(?: [^\W\d_][\w-]{3,})?)"
)
_MEETING = re.compile(
    r"第\s?\d{1,3}\s?回(?:目の|の)?(?P<ja>[一-龠ァ-ヴーA-Z]{2,})|제\s?\d{1,3}\s?[회차] ?(?P<ko>[가-힣A-Z]+)"
)
_QUOTED = re.compile(r"[「『“„«‘](?P<q>[^」』”“»’]{2,40})[」』”“»’]")
_ACRONYM = re.compile(r"\b(?P<a>[A-Z]{2}[A-Z0-9]*)\b")
_CAPITAL = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][a-zà-ÿ'’]{2,}")
_KATAKANA = re.compile("[ァ-ヴ][ァ-ヴー]{2,}")
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")
_TITLE_CASE = 0.6
_LATIN = ("en", "de", "fr")

Names = frozenset[str]


def contrasted(one: str, other: str, language: str, *, names: bool = True) -> bool:
    """Whether two sentences, their dates taken out, tell of two events.

    Args:
        one: A sentence of the head.
        other: One of the body.
        language: Theirs; German writes every noun with a capital.
        names: Whether each naming what the other does not sets them apart.
    """
    if any(apart(find(one), find(other)) for find in _FINDERS):
        return True
    if {match.group().lower() for match in _OTHER.finditer(one)} ^ {
        match.group().lower() for match in _OTHER.finditer(other)
    }:
        return True
    numbers = (ordinals(one), ordinals(other))
    if apart(*numbers) or (language in _LATIN and any(int(number) > 1 for number in numbers[0] ^ numbers[1])):
        return True
    if language == "ja" and _strange(_KATAKANA, one, other):
        return True
    if not names or language not in ("en", "fr") or _in_title_case(one) or _in_title_case(other):
        return False
    return _strange(_CAPITAL, one, other)


def ordinals(text: str) -> Names:
    """The ordinals and numbers of phases and rounds in a text, as figures."""
    found = set()
    for match in _ORDINAL.finditer(_READING.sub("", text)):
        word = next(filter(None, match.groups())).lower()
        number = int(word) if word.isdigit() else _ONES.get(word)
        if number is not None:
            found.add(str(number))
    return frozenset(found)


def _named(pattern: re.Pattern[str]) -> Callable[[str], Names]:
    def find(text: str) -> Names:
        return frozenset(next(filter(None, match.groups())).lower() for match in pattern.finditer(text))

    return find


_FINDERS = tuple(map(_named, (_PLACE, _PARTNER, _PAIR, _NUMBERED, _QUOTED, _ACRONYM, _FOR, _MEETING)))


def apart(one: Names, other: Names) -> bool:
    """Whether both have names and none in common, one that holds the other being the same."""
    if not one or not other:
        return False
    return not any(name in rival or rival in name for name in one for rival in other)


def _strange(pattern: re.Pattern[str], one: str, other: str) -> bool:
    """Whether each names what the other does not."""
    return _left(pattern, one, other) and _left(pattern, other, one)


def _left(pattern: re.Pattern[str], one: str, other: str) -> bool:
    """Whether a name of one text is not in the other."""
    lowered = other.lower()
    return any(name.lower() not in lowered for name in pattern.findall(one))


def _in_title_case(text: str) -> bool:
    words = _LONG_WORD.findall(text)
    capitals = sum(map(str.istitle, words))
    return capitals > _TITLE_CASE * len(words)
