"""One subject that ended before it began, told by its verbs: 'launched in 2024 ..., concluded in 2023'.

Only wordings in which grammar gives both verbs one subject are read: a participle beside the subject, or two verbs
joined with no new subject between.
"""

import re
from collections.abc import Iterator

from dualtrack.checks.context import Sentence
from dualtrack.checks.frame import DATE
from dualtrack.checks.hints import Hint
from dualtrack.checks.stretches import days_of

_ON = r"[^,;.:()\uf000-\uf8ff]{0,80}"
_FEW = r"[^,;.:()\uf000-\uf8ff]{0,40}"
_EN_DAY = rf"(?:in |on |at the end of |in early |in late )({DATE})"
_EN_BEGUN = r"(?:launched|opened|started|begun|initiated|inaugurated|set up|kicked off)"
_EN_ENDED = (
    r"(?:was |were |has |have |had |been )*(?:\w+ly )?"
    r"(?:concluded|closed|ended|finished|wound up|completed|expired|terminated|shut down|came to an end|"
    r"concludes|closes|ends|expires)"
    rf"(?: (?!the\b|an?\b|its\b|their\b|that\b|which\b)[\w'’-]+){{0,2}}? {_EN_DAY}"
)
_EN = (
    rf", (?:(?:which|that) (?:was |were |had been )?)?(?:\w+ly |first )?(?:{_EN_BEGUN}|"
    rf"began)(?: by [\w ]{{2,30}}?)? {_EN_DAY}{_ON}, {_EN_ENDED}",
    rf"\b(?:{_EN_BEGUN}|began|opens|starts|begins) {_EN_DAY}{_FEW}?,? and (?:then )?{_EN_ENDED}",
    rf"\A\W*(?:launched|opened|started|initiated|inaugurated) {_EN_DAY}{_ON}, (?:the|this|"
    rf"it)(?: [\w'’-]+){{0,3}}? {_EN_ENDED}",
)
_DE_DAY = rf"(?:im |am |zum |ende |anfang |mitte )?({DATE})"
_DE_BEGUN = r"(?:gestartet|begonnen|eröffnet|angelaufen)"
_DE_ENDED = (
    rf"(?:(?:endete|schloss|endet)(?: \w+)? {_DE_DAY}|"
    rf"(?:wurde|wird|ist|war|lief|ging)(?: \w+){{0,2}}? {_DE_DAY}(?: \w+){{0,3}}? "
    r"(?:abgeschlossen|beendet|aus|zu ende|geschlossen|eingestellt)\b)"
)
_DE = (
    rf", (?:{_DE_BEGUN} {_DE_DAY}|{_DE_DAY} {_DE_BEGUN}){_ON}, {_DE_ENDED}",
    rf", (?:das|die|der) (?:{_DE_DAY}{_FEW} {_DE_BEGUN} (?:wurde|war|ist)|{_DE_DAY} (?:begann|"
    rf"startete)), {_DE_ENDED}",
    rf"\b{_DE_DAY} {_DE_BEGUN}e[rnms]? [\w-]+ {_DE_ENDED}",
    rf"\b(?:begann|startete|beginnt|startet) {_DE_DAY}{_FEW}? und {_DE_ENDED}",
    rf"\b(?:wurde|ist|war) {_DE_DAY} {_DE_BEGUN} und (?:\w+ )?{_DE_DAY} (?:\w+ )?"
    r"(?:abgeschlossen|beendet|geschlossen|eingestellt)",
)
_FR_DAY = rf"(?:en |le |fin |début |dès |à la fin de )({DATE})"
_FR_BEGUN = r"(?:ouverte?s?|lancée?s?|démarrée?s?|débutée?s?|engagée?s?|entamée?s?|inaugurée?s?|commencée?s?)"
_FR_ENDED = (
    r"(?:(?:s'est |se sont |a été |ont été |a |ont )?(?:achevée?s?|terminée?s?|close?s?|clôturée?s?|pris fin|"
    r"conclue?s?|"
    rf"s'achève|se termine|prend fin|se clôt|ferme)(?: [\w'’-]+)? {_FR_DAY}|(?:a pris|ont pris|prend) ({DATE}))"
)
_FR = (
    rf", (?:qui (?:a |avait |s'est |s'était )(?:été )?)?(?:{_FR_BEGUN}|ouvert) {_FR_DAY}{_ON}, {_FR_ENDED}",
    rf"\b(?:(?:a|ont|s'est|est|a été|ont été) (?:{_FR_BEGUN}|ouvert)|s'ouvre|ouvre|débute|commence|"
    rf"démarre) {_FR_DAY}{_FEW}? et (?:elle |il )?{_FR_ENDED}",
    rf"\A\W*{_FR_BEGUN} {_FR_DAY}{_ON}, (?:(?:le|la|les|ce|cette|elle|il)\b|l')(?: ?[\w'’-]+){{0,3}}? {_FR_ENDED}",
)
_JA_ENDED = (
    rf"(?:({DATE})(?:に|をもって|で)(?:終了|完了|終結|閉幕|満了|閉鎖|廃止|閉館)"
    r"(?:(?:し|され)(?:た|ており|ている|て)?|する|される|となった)?(?=[。、]|\Z)|"
    rf"({DATE})[^、。は\uf000-\uf8ff]{{0,8}}締め?切(?:る|った|り|られる|られた))"
)
_JA_BEGUN = rf"({DATE})(?:に|から)(?:始ま|開始|スタート|着手|発足|開設|開館)"
_JA = (
    rf"{_JA_BEGUN}[^はが、。\uf000-\uf8ff]{{0,6}}、{_JA_ENDED}",
    rf"{_JA_BEGUN}(?:した|された|っていた|った)[^はが、。\uf000-\uf8ff]{{1,24}}は、?{_JA_ENDED}",
)
_KO_ENDED = (
    rf"({DATE})(?:에|로) ?(?:(?:종료|마무리|완료|만료|폐막|폐쇄|폐지|마감)"
    r"(?:되었|됐|되며|되고|되어|된다|하였|했|하며|한다)|문을 닫았|끝났)"
)
_KO_BEGUN = rf"({DATE})(?:에|부터) ?(?:시작|개시|착수|출범|개막|개소|개관)"
_KO = (
    rf"{_KO_BEGUN}(?:되어|돼|되고|되었고|됐고|하여|해|하고|했고|하였고),? ?{_KO_ENDED}",
    rf"{_KO_BEGUN}(?:된|한|했던|되었던) [^,.은는이가\uf000-\uf8ff]{{1,20}}[은는] ?{_KO_ENDED}",
)
_PATTERNS = {
    language: tuple(re.compile(pattern) for pattern in patterns)
    for language, patterns in (("en", _EN), ("de", _DE), ("fr", _FR), ("ja", _JA), ("ko", _KO))
}
_HINT = Hint(
    r"conclu|clos|end(?:ed|s|ete?)\b|finish|wound|complet|expire|terminat|abgeschl|beendet|\baus\b|\bende\b|schloss|"
    r"eingestellt|achev|achèv|termin|clôt|ferme|\bfin\b|終|締|완료|完了|満了|閉|마감|廃止|종료|마무리|완료|만료|"
    r"폐막|폐쇄|폐지|닫|끝났"
)
_YEAR = re.compile(r"(?:19|20)\d\d|令和|平成")


def ended_before(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where a sentence tells of one subject that it ended before it began."""
    patterns = _PATTERNS.get(sentence.language)
    if patterns is None or len(sentence.dates) < 2 or not sentence.has(_HINT):
        return
    frame = sentence.frame
    if frame is None or len(frame.dates) < 2:
        return
    text = frame.text.lower().replace("’", "'")
    for pattern in patterns:
        for match in pattern.finditer(text):
            one, other = [frame.dates[char] for char in match.groups() if char][:2]
            begin, stop = days_of(one), days_of(other)
            if (
                begin
                and stop
                and stop[1] < begin[0]
                and not (one.inferred or other.inferred)
                and _YEAR.search(one.quote)
                and _YEAR.search(other.quote)
            ):
                yield one.start, other.end
