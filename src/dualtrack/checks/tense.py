"""Whether a clause tells what it dates as done or as ahead, by the verb forms of six languages.

The clause is wording with the date taken out (``Frame.plain``); both questions are asked of the words around the date.
"""

import re
from typing import Literal

from dualtrack.checks.frame import DATE

Script = Literal["ja", "ko", "han", "latin"]

_PLANNED = re.compile(
    rf"\b(?:will|would|shall|should|may|might|could|can|must|plans? to|planned|planning|scheduled|due|expected|"
    rf"expects?|intends?|intended|aims? to|aimed|"
    rf"propose[sd]?|upcoming|forthcoming|deadline|to be|is to|are to|forecast|anticipated|onwards?|effective|"
    rf"ahead of|pending|invited?|invites|"
    rf"wird|werden|würden?|soll(?:en|te|ten)?|könnten?|dürften?|müssten?|geplant\w*|plant|planen|vorgesehen\w*|"
    rf"voraussichtlich|möchten?|künftig\w*|anstehend\w*|"
    rf"sera|seront|serait|seraient|aura|auront|doit|doivent|devrait|devraient|devra|devront|prévue?s?|prévoit|"
    rf"prévoient|va|vont|envisage\w*|"
    rf"prochain\w*|\w{{3,}}(?:era|eront|erait|eraient|ira|iront|dra|dront)|tiendra|tiendront|prendra|"
    rf"lieu prochainement)\b|"
    rf"\b(?:by|until|till|from|through|before|no later than|bis(?: zum)?|ab(?: dem)?|zum|vor dem|d'ici(?: au| à|"
    rf" le)?|(?:for|für|pour|auf)(?: den| die| das| the| le)?|jusqu'(?:au|en|à)|à partir (?:du|de)|à compter du|"
    rf"avant(?: le)?|"
    rf"dès(?: le)?) {DATE}|"
    rf"予定|見込|見通し|目指|予想|予測|想定|期限|締切|締め切|[るうくすむつぶ](?:方針|計画|運び|見通し|こととな|ことを(?:決|確認|合意))|を計画|{DATE}(?:末)?(?:まで|から|"
    rf"以降|にも)|開催する|開催され?ます|今後|"
    rf"예정|전망|목표|방침|예상|계획(?:이다|이며|임|으로|중)|{DATE} ?(?:까지|부터|이후)|할 것|될 것|하기로|"
    rf"기로 (?:했|하|합의)|앞두고|"
    rf"预计|定于|订于|计划(?:于|在)|将|拟|目标|之前|{DATE}(?:起|前)",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:takes? (?:place|effect)|enters? into|opens|begins?|starts|meets|hosts|convenes|closes|ends|expires?|"
    r"applies|apply|becomes?|comes? into|launches|"
    r"tritt|treten|beginnt|beginnen|findet|finden|startet|endet|tagt|tagen|reist|trifft|treffen|gilt|gelten|läuft|"
    r"lädt|laden|"
    r"débute|débutent|commence|commencent|s'ouvre|s'ouvrent|se tient|se tiennent|entre en|entrent en|prend effet|"
    r"se réunit|se réunissent|expire|accueille)\b",
    re.IGNORECASE,
)

_WORD = r"(?!(?:that|whether|dass|que|qu['’]\w+|to (?!the |a |an |its |[A-Z]))\b)[\w'’&().\ue000-\uefff-]+,? "
_EN_STRONG = (
    r"held|met|took|was|were|had|left|withdrew|gave|made|began|came|spoke|won|saw|brought|drew|sent|wrote|set|put|"
    r"struck|rose|fell|"
    r"ran|cut the ribbon|broke ground|kicked off"
)
_EN_DONE = (
    rf"(?:{_EN_STRONG}|has been|have been|"
    rf"(?<!\b[Tt]he )(?<!\ba )(?<!\ban )(?<!\bits )(?<!\btheir )(?<!\bof )(?<!\band )(?<!\bfor )(?<!\bwith )(?<!ly "
    rf")(?<!\bin )(?<!\ball )"
    r"(?!(?:need|speed|proceed|exceed|indeed|based|related|united|advanced|succeed|entitled|called|"
    r"led)\b)[a-z]{3,}ed(?= |[,.;]|\Z))"
)
_EN = re.compile(
    rf"{DATE},? (?:{_WORD}){{0,14}}?{_EN_DONE}|\b{_EN_DONE} (?:{_WORD}){{0,9}}?(?:(?:on|in|at|of|since|late|early|"
    rf"as of) )?(?:the )?{DATE}|"
    rf"\b(?:[Ff]ollowing|[Ss]ince|[Tt]hanks to) (?:{_WORD}){{1,7}}?(?:on|of|in) {DATE}.{{0,160}}\b{_EN_DONE}|"
    rf"\balready\b"
)
_PARTICIPLE = (
    r"(?:[a-zäöü]*ge[a-zäöüß]{2,}(?:t|en)|(?:be|ver|er|ent|zer|über|unter|wieder)[a-zäöüß]{2,}(?:t|en)|"
    r"[a-zäöü]{3,}iert|stattgefunden|statt|teilgenommen)\b"
)
_DE_STRONG = (
    r"fand(?:en)?|trat(?:en)?|beschloss(?:en)?|traf(?:en)?|nahm(?:en)?|gab(?:en)?|kam(?:en)?|ging(?:en)?|"
    r"erhielt(?:en)?|begann(?:en)?|rief(?:en)?|"
    r"schloss(?:en)?|sprach(?:en)?|lud(?:en)?|verlieh(?:en)?|hielt(?:en)?|unterschrieb(?:en)?|übergab(?:en)?|"
    r"bezog(?:en)?|lief(?:en)?|stieg(?:en)?|war(?:en)?"
)
_DE_PAST = (
    rf"(?:{_DE_STRONG}|(?!(?:letzte|zweite|dritte|erste|nächste|heute|rechte|weite|seite|"
    rf"mitte)\b)[a-zäöüß]{{3,}}te[nt]?)"
)
_DE = re.compile(
    rf"{DATE},? (?:{_DE_PAST})\b|{DATE},? (?:hat|haben|wurden?|ist|sind) .{{0,220}}?\b{_PARTICIPLE}|"
    rf"\b(?:hat|haben|wurden?|ist|sind) (?:\S+ ){{0,12}}?(?:am|im|vom|zum) {DATE}.{{0,160}}?\b{_PARTICIPLE}|"
    rf"\b{_DE_PAST} (?:der|die|das|den|dem|ein\w*|sich|am|im|in|mit|auf|[A-ZÄÖÜ][\w-]+ (?:und|am|im|"
    rf"in)) ?(?:\S+ ){{0,12}}?(?:am |im |vom )?{DATE}|"
    rf"\b(?:unterzeichneten|verabschiedeten|eröffneten|vereinbarten|gründeten) (?:\S+ ){{0,10}}?(?:am|im) {DATE}|"
    rf"\b(?:[Ss]eit|[Nn]ach|[Bb]ei) (?:der|dem) (?:\S+ ){{1,6}}?(?:am|vom) {DATE}"
    rf".{{0,120}}\b(?:hat|haben|wurden?|{_DE_PAST})\b"
)
_FR_PP = (
    r"(?:[a-zà-ÿ]{2,}(?:é|ée|és|ées)|(?:ouvert|(?:re|main|sou|dé|entre)?tenu|pris|saisi|suivi|reconnu|élargi|abouti|"
    r"entendu|étendu|résolu|repris|remis|mis|reçu|conclu|rendu|permis|promis|soumis|élu|"
    r"paru|réuni|choisi|franchi|établi|"
    r"défini|inscrit|écrit|dit|fait|eu|offert|rejoint|atteint|convenu|obtenu|venu|intervenu|devenu|sorti|parti|"
    r"accueilli|investi|garanti|fourni|produit|"
    r"perçu|connu|vécu|vendu|répondu|perdu|rempli|réussi|fini|servi|acquis|admis|transmis|émis|entrepris|survenu|"
    r"parvenu|couvert|construit|réduit|clos|touché|"
    r"introduit|conduit)(?:e|s|es)?)"
)
_FR_PC = (
    rf"(?:(?:a|ont|avait|avaient|s['’]est|se sont|a été|ont été|fut|furent)(?: (?:ainsi|déjà|également|"
    rf"officiellement|conjointement|aussi|enfin|solennellement)){{0,2}} {_FR_PP}|"
    r"(?:est|sont) (?:entrée?s?|venue?s?|arrivée?s?|devenue?s?|parue?s?|intervenue?s?|née?s?)|signa|signèrent|adopta|"
    r"adoptèrent|inaugura|inaugurèrent|lança|lancèrent|"
    r"publia|annonça|fut|furent|eut lieu|eurent lieu|ouvrit|s'ouvrit|se tint|(?:s['’]était|s['’]étaient|était|"
    r"étaient) [a-zà-ÿ]+)"
)
_FR_SEEN = (
    r"\b(?:publié|adopté|signé|lancé|inauguré|promulgué|voté|ratifié|approuvé|diffusé|créé|paraphé|fondé|paru|conclu|"
    r"tenu|"
    r"réuni|remis)e?s?\b"
)
"""Participles of what is over and done once it is told: 'le rapport publié le'."""
_FR = re.compile(
    rf"{DATE},? (?:{_WORD}){{0,16}}?{_FR_PC}|\b{_FR_PC},? (?:{_WORD}){{0,14}}?(?:le |en |du |ce |au )?{DATE}|"
    rf"(?<!\bêtre )(?<!\bou )(?<!\bnon ){_FR_SEEN},?(?: (?:à|par|en|au|aux|dans|sous) [^,.;]{{2,40}}?)? (?:le|en|du|"
    rf"au) {DATE}|"
    rf"\b(?:[Dd]epuis|[Aa]près|[ÀAà] la suite de|[Ss]uite à|[Ll]ors (?:de|du|d['’]\w+)) .{{3,60}}?"
    rf"(?:le|du) {DATE}.{{0,160}}{_FR_PC}"
)
_INITIAL = re.compile(
    rf"\A\W*(?:Signée?s?|Adoptée?s?|Inaugurée?s?|Lancée?s?|Publiée?s?|Réunie?s?|Conclue?s?|Ouverte?s?|Créée?s?|"
    rf"Présentée?s?|Remise?s?|"
    rf"Signed|Adopted|Opened|Launched|Published|Inaugurated|Concluded|Created|Established|Announced|Presented|"
    rf"Founded) .{{0,80}}{DATE}|"
    rf"\A\W*(?:Speaking|Meeting) (?:\w+ ){{1,4}}on {DATE}.{{0,80}}\b{_EN_DONE}"
)
"""A participle that opens the sentence dates what is done, whatever the main verb says."""
_JA = re.compile(
    rf"{DATE}(?:に|、|の|には|付で|付けで)?(?P<on>[^\uf000-\uf8ff。]{{0,90}}?)(?:した|された|った|いた|行われた|"
    rf"始まった|なった|れた|んだ|ました|"
    rf"[きちにみりけせてねめえべげぎび]た(?=[。\s]|\Z)|(?:署名|締結|採択|公表|発表|施行|発効|設立|発足|成立|可決|公布)(?:され|し)て(?:いる|おり|います)|"
    rf"(?:交わし|結び|結んで|終えて|交わして)(?:て)?(?:いる|おり|います)|発表|署名|採択|合意|締結|設立)(?=[。\s]|\Z|、|が、|後|際|ことを|ところ|こと|[一-龠ァ-ヴー第]|「)|既に"
)
_JA_AHEAD = re.compile(r"(?:する|される|なる|れる|行う|開く|始まる|入る|迎える)(?:と|こと|旨|方針|計画|よう|ため|見)")
_KO_QUOTED = re.compile(
    r"(?<=[다라자]고 )(?:밝혔|발표했|발표하였|전했|말했|설명했|강조했|덧붙였|보도했|알렸|"
    r"예고했)[가-힣]*|(?<=[다라자]고)(?:밝혔|했)[가-힣]*"
)
_KO_PAST = "".join(chr(code) for code in range(0xAC00 + 20, 0xD7A4, 28) if chr(code) not in "있겠")
"""The syllables that end in the sign of the past; 있 is there is, 겠 what will be."""
_KO = re.compile(
    rf"{DATE}(?:에|,|,)?[^\uf000-\uf8ff.]{{0,80}}?(?:[{_KO_PAST}](?:다|던|으며|고|는데|습니다|음|"
    rf"지만|으나)|"
    rf"(?:개최|체결|서명|채택|발표|출범|개소|착공|준공|발효|시행|설립|공표|합의|타결|선정|발족|폐막|개막)(?:된|"
    rf"한)(?=\s)|(?:열린|맺은|치른|마친|가진)(?=\s)|이미)"
)
_ZH = re.compile(
    rf"{DATE}[,,]?[^\uf000-\uf8ff。]{{0,50}}?(?:了|签署|通过|发布|生效|成立)|已(?:于|在)?{DATE}|"
    rf"{DATE}[^\uf000-\uf8ff。]{{0,30}}(?:举行|召开)(?!的?(?:会议)?将)|{DATE}[^。]{{0,20}}已"
)


_DONE_BEFORE = re.compile(
    rf"\b(?<!\bbe )(?<!\bbeen )(?<!\bbeing )(?:{_EN_DONE})|\b(?:{_FR_PC})|\b(?:wurden?|hatten?) .*\b(?:am|im) \Z",
    re.DOTALL,
)


def looks_back(words: str) -> bool:
    """Whether the words that lead to a date hold a verb of the past: the accord signed in Rome on a day."""
    return _DONE_BEFORE.search(words) is not None


def clause_of(text: str, char: str) -> str:
    """The clause in which a date stands: what lies between semicolons and full stops."""
    place = text.index(char)
    start = max((match.end() for match in re.finditer(r"[;；。]\s?", text[:place])), default=0)
    stop = re.search(r"[;；。]", text[place:])
    return text[start : place + stop.start() if stop else len(text)]


def told_as_done(clause: str, script: Script) -> bool:
    """Whether a clause tells what it dates as done, and speaks of no plan, deadline or what is to come."""
    if _PLANNED.search(clause) or _INFINITIVE.search(clause):
        return False
    if _INITIAL.search(clause):
        return True
    return not _PRESENT.search(clause) and _past(clause, script)


_INFINITIVE = re.compile(
    r"\b(?:ab|an|auf|aus|ein|vor|zusammen|durch|statt)?zu ?[a-zäöüß]{2,}(?:en|rn|"
    r"ln)\b(?! [A-Z])|\bzu [a-zäöüß]{3,}en\b(?=[ .,]|\Z)|\bdass\b"
)
_KO_AHEAD = re.compile(r"(?:[리되하오]는|[될할릴갈올] |있을)")


def _past(clause: str, script: Script) -> bool:
    if script == "latin":
        return any(pattern.search(clause) for pattern in (_EN, _DE, _FR))
    if script == "ko":
        match = _KO.search(_KO_QUOTED.sub("\x00", clause))
        return match is not None and not _KO_AHEAD.search(match.group())
    for pattern in (_ZH, _JA) if script == "han" else (_JA,):
        match = pattern.search(clause)
        if match and not _JA_AHEAD.search(match.groupdict().get("on") or ""):
            return True
    return False
