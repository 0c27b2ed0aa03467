"""Dates up to which a clause reckons what was done: 'By 31 December the agency had disbursed', '12月末までに…支給した'.

The words are those of a deadline, so that only a figure or a pluperfect behind them makes a deed of it, and no word of
what was promised, asked for or fixed may stand beside.
"""

import re

from dualtrack.checks.frame import DATE, VALUE
from dualtrack.checks.tense import Script

_LED = r"(?:\A\W*(?:[A-Z][\w' ]{2,24}: )?|[;:] |, (?:and |und |et )?)"
_EN = re.compile(
    rf"{_LED}(?P<by>[Bb]y (?:the )?)(?P<day>{DATE}),? (?:[\w'’&().\ue000-\uefff-]+ ){{1,9}}?"
    r"had (?!to\b|until\b)(?:[a-z]+ ){0,2}?(?!(?:agreed|promised|asked|required|expected|hoped|undertaken|intended|"
    r"needed|planned|pledged|committed|scheduled)\b)"
    r"(?:[a-z]{3,}ed|made|paid|spent|given|taken|held|met|built|drawn|left|become|sent|won|run|risen|fallen|grown|"
    r"begun|found|sold|brought|set up|put|seen|gone)\b"
)
_EN_VETO = re.compile(
    r"\b(?:if|whether|unless|until|once|that|been (?:asked|required|expected|due|set|given)|which|agreed|promised)\b"
)
_DE = re.compile(
    rf"{_LED}(?P<by>(?:[Bb]is|[Zz]um)(?: zum| Ende)? )(?P<day>{DATE}) (?:"
    rf"(?:sind|waren|wurden?|haben|hatten?|hat) (?:[a-zäöü]+ ){{0,2}}?{VALUE} |hatten? )"
    r"(?:[^\s,;]+ ){0,9}?"
    r"(?:[a-zäöü]*ge[a-zäöüß]{2,}(?:t|en)|(?:be|ver|er|ent|zer|über|unter|ein|aus|ab|an)[a-zäöüß]{2,}"
    r"(?:t|en)|[a-zäöü]{3,}iert)(?=[.,;]|\Z| und )"
)
_DE_VETO = re.compile(
    r"\b(?:verlängert|befristet|gewählt|bestellt|ernannt|berufen|zugesagt|versprochen|gesperrt|freigestellt|ausgesetzt|"
    r"vereinbart|festgelegt|angesetzt|gebeten|aufgefordert|eingeladen|reserviert|verpflichtet|beauftragt|angekündigt|"
    r"gekündigt|erklärt|beantragt|gestundet|gestrichen|terminiert|angefordert|gefordert|verlangt|ob|dass|falls|wenn|"
    r"Zeit|Gelegenheit)\b"
)
_JA = re.compile(
    rf"(?P<day>{DATE})末?(?P<by>までに?)(?=[^。\uf000-\uf8ff]{{0,60}}{VALUE}[^。]{{0,50}}"
    r"(?:支給|交付|給付|受理|受け付け|処理|採択|実施|完了|配布|登録|設置|整備|認定|審査|発行|修了|参加|利用|達し|回収|接種|改修|"
    r"支払|申請が|相談が|導入|移行|調査|訪問|承認|届)[^。、る]{0,6}?(?:した|された|ました|った|いた|し、|され、|き、))"
)
_JA_VETO = re.compile(
    r"求め|要請|依頼|指示|決[めま定]|定め|とした|ことと|表明|約束|発表|目標|予定|方針|募集|契約|予約|合意|命じ|義務|勧告|提案|"
    r"期限|設定|延長|延ば|よう|ため|任期|場合|した(?:者|事業者|方|もの)|計画"
)
_KO = re.compile(
    rf"(?P<day>{DATE})(?: ?말)? ?(?P<by>까지)(?=(?: 접수된)?[^.\uf000-\uf8ff]{{0,60}}?{VALUE}[^.]{{0,40}}?"
    r"(?:하였|했|되었|됐|이었|였|받았|마쳤|나섰|넘었|달했|늘었)(?:다|음|습니다|고|으며))"
)
_KO_VETO = re.compile(
    r"하기로|도록|요청|결정|연장|정하|정했|예정|계획|목표|약속|밝혔|발표|합의|모집|위촉|임명|선임|기한|계약|임기|요구|지시|촉구|"
    r"권고|확정|제안|대상으로"
)
_FORMS = {
    "latin": ((_EN, _EN_VETO, "On "), (_DE, _DE_VETO, "Am ")),
    "ja": ((_JA, _JA_VETO, "に"),),
    "ko": ((_KO, _KO_VETO, "에"),),
}
"""The forms, the words that none may stand beside, and what leads a day on which a thing was done."""


def reckoned(clause: str, char: str, script: Script) -> str:
    """A clause in which the word that makes a deadline of a date is taken away, where it tells what was done by then.

    Args:
        clause: Wording with dates taken out (``clause_of``).
        char: The character of the date.
        script: The script of the sentence.
    """
    for pattern, veto, lead in _FORMS.get(script, ()):
        match = pattern.search(clause)
        if match and match["day"] == char and not veto.search(clause[match.start() :]):
            return clause[: match.start("by")] + lead + clause[match.end("by") :]
    return clause
