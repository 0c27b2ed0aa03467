"""Dates that belong to a thing foretold, whatever was done about it: 'announced a summit on', '設置が決まった'.

What is announced, agreed, prepared or invited to may lie ahead, though the verb is of the past.
"""

import re

from dualtrack.checks.frame import DATE
from dualtrack.checks.tense import Script

_EN_EVENT = (
    r"(?:meetings?|summit|conference|session|workshop|visit|forum|symposium|talks|negotiations|launch|opening|signing|"
    r"ceremony|event|election|elections|deadline|start|release|publication|presidency|congress|hearing|vote|webinar|"
    r"fair)"
)
_DE_EVENT = (
    r"\w*(?:[Tt]reffen|[Ss]itzung|[Gg]ipfels?|[Kk]onferenz|[Tt]agung|[Bb]esuchs?|[Uu]nterzeichnung|[Ee]röffnung|"
    r"[Vv]eranstaltung|[Ff]orums?|[Ww]orkshops?|[Kk]ongress(?:es)?|[Ww]ahl|[Aa]bstimmung|[Ss]tart|[Vv]eröffentlichung)"
)
_FR_EVENT = (
    r"(?:journée|appel|réunion|sommet|conférence|rencontre|session|visite|colloque|forum|atelier|congrès|signature|ouverture|"
    r"lancement|publication|tenue|inauguration|cérémonie|assises|élections?|séminaire|entrée en vigueur)"
)
_WORDS = r"(?:[^\s;:.]+ )"
_CHOSEN = (
    r"(?:(?i:those|anyone|all|persons?|people|students?|projects?|proposals?|applica(?:nts?|tions?)|candidates?|"
    r"members?|researchers?|fellows?|grants?|participants?) (?:\w+ ){0,2}?(?:admitted|selected|enrolled|elected|"
    r"recruited|hired|funded|submitted|registered|received|completed|appointed|approved|awarded)|"
    r"(?i:lauréats?|projets?|candidats?|candidatures?|dossiers?|étudiants?|personnes?|membres?) (?:\w+ ){0,2}?"
    r"(?:désigné|retenu|sélectionné|admis|inscrit|élu|recruté|déposé|envoyé|financé)e?s?)"
)
"""Whom a rule is made for, not what was done: 'those admitted in', 'les projets retenus en'."""
_LATIN = re.compile(
    rf"\b(?:announc(?:ed?|es|ing)|proposed|scheduled|confirmed|called|fixed|advertised|promised) "
    rf"(?:an?|the|its|their|that|plans?|for) {_WORDS}{{1,12}}?(?:on|in|for|at) (?:the )?({DATE})|"
    rf"\b(?:for|of|to|about|into|towards|toward|agreed on|discussed|prepared|approved|organi[sz]ed) "
    rf"(?:an?|the|its|their|this|another) {_WORDS}{{0,4}}?{_EN_EVENT} {_WORDS}{{0,5}}?(?:on|in) (?:the )?({DATE})|"
    rf"\b(?:kündigte[nt]?|angekündigt|lud(?:en)?|einig(?:te)?n? sich auf|verständigten sich auf|vereinbarten?|"
    rf"plante[nt]?) "
    rf"(?:{_WORDS}{{0,5}}?)(?:ein\w*|die|das|den|der|zu\w*) {_WORDS}{{1,8}}?(?:am|im) ({DATE})|"
    rf"\b(?i:für|zur|zum|vor|an|zu|über|von) (?:(?:die|das|den|dem|der|ein\w*) )?{_WORDS}{{0,3}}?{_DE_EVENT} "
    rf"{_WORDS}{{0,4}}?(?:am|im) ({DATE})|"
    rf"\bauf (?:die|das|den|eine?n?) {_WORDS}{{0,3}}?{_DE_EVENT} {_WORDS}{{0,4}}?(?:am|im) ({DATE})|"
    rf"\b(?:to|au|à) (?:the )?({DATE})|"
    rf"\b(?i:fixée?s?|mit Wirkung) (?:en|le|pour|vom|zum|am) ({DATE})|"
    rf"\b(?i:once|if|unless|until|sobald|falls|wenn|une fois|dès que|lorsque) {_WORDS}{{1,10}}?"
    rf"(?:on|in|by|am|im|le|en) ({DATE})|"
    rf"\b{_CHOSEN} {_WORDS}{{0,5}}?(?:on|in|le|en) ({DATE})(?! (?:was|were|had|has been|have been)\b)|"
    rf"(?<!\blors )(?<!\bissue )(?<!\bcours )(?<!\bsuite )(?<!\boccasion )(?:\bdu |\bde la |\bde l['’])"
    rf"{_FR_EVENT} {_WORDS}{{0,3}}?du ({DATE})|"
    rf"\bannonc(?:é|ée|e|ent|ait|ant) (?:la |le |l['’]|les |un |une |des |sa |son |leur |que ){_WORDS}{{0,10}}?"
    rf"(?:le|en|du|au) ({DATE})|"
    rf"\b(?:pour|convenus?|invité\w*|convié\w*|convoqué\w*|préparé\w*|en vue) (?:de |d['’]|à )?"
    rf"(?:la |le |l['’]|une? ){_WORDS}{{0,3}}?{_FR_EVENT} {_WORDS}{{0,5}}?(?:le|en|du|de) ({DATE})|"
    rf"\bpour (?:la |le |l['’]|les |une? ){_WORDS}{{1,4}}?(?:de|du|d['’]) ?({DATE})|"
    rf"\b(?:set|fixed|chose|named|designated|selected|gave|suggested|proposed|determined|specified) ({DATE}) "
    rf"(?:as|for)\b|"
    rf"({DATE}) als (?:\w+ ){{0,2}}?"
    rf"\w*(?:[Tt]ag|[Tt]ermin|[Dd]atum|[Ff]rist|[Bb]eginn|[Ee]nde|[Ss]chluss)\b|"
    rf"\b(?:le|au|en) ({DATE}) comme (?:\w+ ){{0,2}}?(?:date|échéance|terme|limite|jour)\b"
)
_EAST_EVENT = (
    r"(?:開催|設置|設立|実施|施行|発足|開始|開所|開館|就任|訪問|発効|導入|開設|発表|公表|署名|締結|開会|開幕|"
    r"[るすくむぶつう](?:の|こと))"
)
_JA = re.compile(
    rf"({DATE})に[^。、]{{0,12}}?(?:入学|採用|採択|選定|選抜|着任|就任|応募|申請|提出|登録|受理)(?:した|された)"
    rf"(?:学生|者|課題|研究者|職員|案件|申請|提案|教員|企業|事業)|"
    rf"({DATE})に(?:[^。、をが]{{0,12}}?(?:で|へ|に))?(?:就任|開催|開所|開館|開幕|"
    rf"施行|発効|発足|開始|実施|公表|発表|署名|締結|始ま|開か)"
    rf"(?:する|される|る|れる)(?=[一-龠ァ-ヴー])|"
    rf"({DATE})の(?![^。、]{{0,24}}?(?:で(?!き|あ|は?な)|において|にて|を受け|を経|後|以来|を踏まえ))|"
    rf"({DATE})[^。]{{0,24}}?(?:に合わせ|を控え|に向け|に備え|を前に|に間に合)|"
    rf"({DATE})(?:に|の|から)?[^。、]{{0,24}}?{_EAST_EVENT}(?:が|を|に)(?:決ま|決め|決定|内定|予告|公告|告知|控え|向け|目指)|"
    rf"({DATE})(?:に)?(?:開催|実施|開始|施行|発効|公表|開会|開講|発売|締切)の|"
    rf"({DATE})(?:まで|に|へ)?(?:変更|延長|延期|設定|定め|決め|移し|移さ|繰り|前倒|指定|ずら)|"
    rf"({DATE})を[^。、]{{0,16}}?(?:日|期限|締切|期日|めど)(?:と|に)(?:定め|決め|し|設定)|"
    rf"({DATE})の[^。、]{{0,24}}?{_EAST_EVENT}(?:が|を|で|に)(?:合意|一致|発表|表明|申し入れ|呼びかけ|提案|要請|申し合わせ)"
)
_KO_EVENT = r"(?:개최|설치|설립|시행|출범|개소|발효|서명|체결|발표|방문)"
_KO = re.compile(
    rf"({DATE})(?:에|의)? ?[^.,]{{0,30}}?{_KO_EVENT}(?:가|이|을|를)? ?(?:결정|확정|예고|공지|앞두)|"
    rf"({DATE})(?:에)? ?[^.,]{{0,30}}?{_KO_EVENT}(?:하기로|키로) ?(?:결정|확정|합의|제안|요청)|"
    rf"({DATE})(?:으로|로)(?= )|"
    rf"({DATE})(?:의)? ?[^.,]{{0,20}}?(?:에 ?맞춰|에 ?맞추어|에 ?대비|[을를] ?앞두|[을를] ?위[해한]|에 ?올릴|에 ?부칠)|"
    rf"({DATE})(?:을|를) [^.,]{{0,16}}?(?:일|기한|시한)(?:로|으로) ?(?:정|결정|확정|지정|발표)|"
    rf"({DATE})의 ?[^.,]{{0,30}}?{_KO_EVENT}(?:을|를|에)? ?(?:합의|제안|요청)"
)


def foretold(text: str, char: str, script: Script) -> bool:
    """Whether a date is that of a thing which the words around it announce, agree on or prepare.

    Args:
        text: Wording with dates taken out (``Frame.plain``).
        char: The character of the date.
        script: The script of the sentence.
    """
    pattern = _LATIN if script == "latin" else _KO if script == "ko" else _JA
    return any(char in match.groups() for match in pattern.finditer(text))
