"""Dates bound to a participle that tells a thing as done: 'the meeting held on', 'laut dem am … vorgelegten Bericht'.

What the rest of the sentence plans says nothing of such a date, so that they are asked for before plans are.
"""

import re

from dualtrack.checks.frame import DATE
from dualtrack.checks.tense import Script

_D = rf"({DATE})"
_EN_PAPER = (
    r"(?:report|communiqué|statement|study|survey|declaration|memorandum|paper|press release|minutes|review|"
    r"evaluation|announcement|letter|analysis|note)"
)
_DE_DONE = (
    r"(?:ver(?:öffentlicht|abschiedet|einbart|kündet|liehen)|unter(?:zeichnet|schrieben)|"
    r"be(?:schlossen|willigt|gonnen|kanntgegeben)|er(?:öffnet|schienen|lassen|folgt)|vor(?:gelegt|gestellt)|"
    r"ab(?:gehalten|geschlossen|gegeben)|angenommen|ausgerichtet|(?:ge|aus|be|her)gründet|gegründet|gestartet|"
    r"geschlossen|gebilligt|"
    r"getroffen|durchgeführt|publiziert|paraphiert|ratifiziert|ein(?:geweiht|gerichtet|geführt)|aufgenommen|"
    r"getreten|herausgegeben)e[nrms]?"
)
_DE_PAPER = (
    r"\w*(?:[Bb]ericht|[Mm]itteilung|[Ee]rklärung|[Ss]tudie|[Pp]rotokoll|[Uu]mfrage|[Kk]ommuniqué|[Gg]utachten)\w*"
)
_FR_PAPER = r"(?:rapport|communiqué|déclaration|étude|enquête|note|compte rendu|avis|bilan|relevé)"
_LATIN = re.compile(
    rf"\b[Aa]ccording to (?:the|an?|its|their|this|last) (?:[\w'’-]+ ){{0,4}}?{_EN_PAPER}"
    rf"(?: (?:published|released|issued|adopted|presented))?(?: by [^,.;]{{2,40}}?)? (?:of|on|from|dated|"
    rf"in) (?:the )?{_D}|"
    rf"\b(?:[Aa]t|[Dd]uring) (?:the|an?|its|their|last) (?:[\w'’-]+ ){{1,8}}?(?<!\bbe )(?:held|convened|hosted)"
    rf"(?: (?:in|at|by) [^.;,]{{2,30}}?)? (?:on|in) {_D}|"
    rf"\b[Ss]ince (?:its|their|the|his|her) (?:[\w'’-]+ ){{0,3}}?(?:launch|creation|establishment|adoption|signature|"
    rf"signing|start|opening|inauguration|publication|inception|foundation|entry into force) (?:on|in) {_D}"
    rf"(?=.{{0,120}}\b(?:has|have|had)\b)|"
    rf"\b(?:am|im|vom) {_D} (?:[^\s,.;]+ ){{0,4}}?{_DE_DONE} (?=[A-ZÄÖÜ„(]|\w+[en] [A-ZÄÖÜ])|"
    rf"\b(?:[Ll]aut|[Gg]emäß) (?:\S+ ){{0,4}}?{_DE_PAPER} (?:\S+ ){{0,3}}?vom {_D}|"
    rf"\b(?:[Ss]elon|[Dd]['’]après) (?:le|la|l['’]|une?) ?(?:[\w'’-]+ ){{0,3}}?{_FR_PAPER}(?: [^,.;]{{1,40}}?)? "
    rf"(?:du|le|en|de) {_D}|"
    rf"\b[Ll]ors (?:de la |du |de l['’]|d['’]une? |des )[^,.;]{{2,60}}? (?:tenue?s?|organisée?s?|réunie?s?)"
    rf"(?: (?:à|au|en) [^,.;]{{2,30}}?)? (?:le|en|du) {_D}"
)
_JA_DONE = (
    r"(?:開催|公表|発表|署名|締結|採択|発効|施行|設立|発足|開設|公布|可決|刊行|発行|閣議決定|改定|合意|実施|創設)"
    r"(?:された|した)|開かれた|結ばれた|まとめられた|交わされた"
)
_JA_THING = (
    r"[^。、\uf000-\uf8ff]{0,14}?(?:会合|会議|会談|委員会|報告書|白書|声明|協定|覚書|戦略|計画|法律|法|文書|調査|宣言|論文|"
    r"指針|ガイドライン|シンポジウム|ワークショップ|フォーラム|式典|協議|総会|対話|センター|機構)"
)
_JA = re.compile(
    rf"{_D}(?:に|、|付け?で)?(?:[^。、\uf000-\uf8ff]{{0,24}}?(?:で|にて|において|から|より|により|によって))?(?:{_JA_DONE})"
    rf"(?!場合|後|際|時|以降|もの|とき|ら)(?={_JA_THING})|"
    rf"{_D}(?:付けの|付の|の)[一-龠ァ-ヴー]{{0,10}}(?:報告書|声明|発表|文書|白書|調査)(?:に(?:よれば|よると|基づ)|では)"
)
_KO_DONE = (
    r"(?:개최|발간|발표|채택|공표|공개|서명|체결|출범|개소|설립|착공|준공|발효|시행|공포|제정|개정|의결|합의|타결|게재|게시|"
    r"출간|통과|출시|발족|창설|개관|개통|개막|폐막|완공|개장|개원)(?:된|한|했던|됐던)|열린|열렸던|맺은|나온|내놓은|치른|가진|끝난|발표된|펴낸|마친"
)
_KO = re.compile(
    rf"{_D}(?:에|자로|,)? (?:[가-힣·A-Z]+(?:에서|서|이|가|을|를|과|와|의|간|에) ){{0,3}}(?:{_KO_DONE})(?= )"
    rf"(?! (?:경우|때|뒤|후|이후|다음|날|바 없|과제|신청))|"
    rf"{_D}(?:자|일자)? [가-힣]{{0,8}} ?(?:보고서|성명|발표|백서|자료)에 따르면"
)
_LED_AHEAD = re.compile(
    r"\b(?:once|if|unless|until|when|as soon as|after|sobald|wenn|falls|une fois|si|lorsque|dès que|quand)\b[^,;.]*\Z",
    re.IGNORECASE,
)


def bound_to_done(text: str, char: str, script: Script) -> bool:
    """Whether a date is bound to a participle or paper that tells a thing of that day as done.

    Args:
        text: Wording with dates taken out (``Frame.plain``).
        char: The character of the date.
        script: The script of the sentence.
    """
    pattern = _LATIN if script == "latin" else _KO if script == "ko" else _JA
    for match in pattern.finditer(text):
        if char in match.groups() and not _LED_AHEAD.search(text[: match.start()]):
            return True
    return False


_DONE = r"(?:founded|established|signed|adopted|launched|published|created|inaugurated|opened|concluded|ratified)"
_FR_DONE = r"(?:fondé|créé|signé|adopté|lancé|publié|inauguré|conclu|ratifié|ouvert)e?s?"
_YEAR = {
    "latin": re.compile(
        rf"(?:\A|[,;] )\W*(?:In|En|Im Jahre?|in|en|im Jahre?) {_D}|"
        rf"\A\W*{_D} (?:wurden?|hat|haben|trat|beschloss|unterzeichnete\w*|verabschiedete\w*|eröffnete\w*)\b|"
        rf"(?<!\bbe )(?<!\bbeing )(?<!\bto )\b{_DONE} in {_D}|(?<!\bêtre )\b{_FR_DONE} en {_D}|"
        rf"\b(?:das|die|der|dem|den|des) {_D} {_DE_DONE} (?=[A-ZÄÖÜ])"
    ),
    "ja": re.compile(rf"{_D}に[^。、]{{0,30}}?(?:{_JA_DONE}|成立した|始まった|完成した)"),
    "ko": re.compile(rf"{_D}(?:에)? (?:[가-힣]+ ){{0,4}}?(?:{_KO_DONE}|[가-힣]+(?:했다|됐다|되었다|하였다))"),
}


def year_of_done(text: str, char: str, script: Script) -> bool:
    """Whether a bare year dates what is done, and is not that of a budget, plan or edition."""
    pattern = _YEAR.get(script)
    return pattern is not None and any(char in match.groups() for match in pattern.finditer(text))
