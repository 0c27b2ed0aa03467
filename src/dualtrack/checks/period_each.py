"""A length that each of many has, and the dates of the first or present of them in the clause or sentence after it."""

import re
from collections.abc import Iterator

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.lengths import AT_MOST, Length, lengths_of
from dualtrack.checks.stretches import Stretch, stretches
from dualtrack.checks.whole import whole

_EACH = re.compile(
    r"(?:\b(?:each|every|all|jede[rsnm]?|allen?|für die|für alle|chaque|tou(?:te)?s|chacun)\b|各|すべての|"
    r"全ての|각|모든)"
    r"[^.;。]{0,70}\Z",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:\b(?:term|terms|tenure|amtszeit|amtsperiode|wahlperiode|mandat|mandate)\b[^.;。]{0,50}|任期(?:は|を)?|"
    r"임기는? ?)\Z",
    re.IGNORECASE,
)
_TERMS = re.compile(r"term|tenure|amtszeit|periode|mandat|任期|임기", re.IGNORECASE)
_TERM = re.compile(
    r"grant|fund|award|term\b|fellowship|contract|support|stipend|appoint|laufzeit|berufen|nomm|förder|"
    r"stipendi|zuwendung|finanz|financ|"
    r"bourse|contrat|durée|mandat|subvention|allocation|支援|助成|補助|任期|期間|契約|委託|지원|기간|임기|협약|계약|"
    r"lasts|runs|dauer|läuft|dure\b",
    re.IGNORECASE,
)
_FIRST = {
    "en": (
        r"\W*[Tt]he (?:first|second|third|initial|inaugural|latest|current|present|ongoing|20\d\d)"
        r"(?P<what>(?: [\w-]+){0,3}?)(?:, [^,;.]{3,90},)? "
        r"(?:runs?|ran|works?|worked|operates?|lasts?|lasted|serves?|served|will run|is funded|are funded|"
        r"were funded|"
        r"was funded|receives? funding|is supported|are supported|is running|are running|span(?:s|ned)?|"
        r"cover(?:s|ed)?|began|begins|started|starts)\b[^.;\d]{0,24}\Z"
    ),
    "de": (
        r"\W*(?:Die|Das|Der|die|das|der) "
        r"(?:ersten?|zweiten?|dritten?|aktuellen?|laufenden?|gegenwärtigen?|derzeitigen?|jetzigen?)"
        r"(?P<what>(?: [\w-]+){0,3}?)(?:, [^,;.]{3,90},)? "
        r"(?:läuft|laufen|lief|liefen|arbeite\w+|wird|werden|wurden?|dauern?|dauert|erstreck\w+|forsch\w+|begann|"
        r"begannen|beginnt|reicht)\b[^.;\d]{0,24}\Z"
    ),
    "fr": (
        r"\W*(?:Les?|La|les?|la) (?:(?:[\w-]+ )?(?:premi(?:er|ère)s?|deuxièmes?|"
        r"seconde?s?)(?P<what>(?: [\w'’-]+){0,3}?)|"
        r"(?P<named>[\w'’-]+) (?:actuel(?:le)?|en cours))"
        r"(?:, qui a (?:commencé|débuté)|(?:, [^,;.]{3,90},)? "
        r"(?:travaillent?|court|courent|est|sont|s'étend(?:ent)?|se déroulent?|durent?|a été|ont été|couvrent?|"
        r"a commencé|a débuté|ont commencé|ont débuté|va|vont))\b[^.;\d]{0,24}\Z"
    ),
    "ja": (
        r"\W*(?:最初の|初回の?|第(?:1|１|一)[期陣]の?|初年度採択の|現在の|現行の|現|"
        r"今期の?)\d{0,2}(?P<what>[^\d、。は]{0,10})"
        r"は、?\Z"
    ),
    "ko": r"\W*(?:첫 번째|첫|제?1기|1차|현재|현|이번) ?\d{0,2}개? ?(?P<what>[^\d,.은는이가]{0,10})(?:은|는),? ?\Z",
}
_FIRST_OF = {language: re.compile(pattern) for language, pattern in _FIRST.items()}
"""The first or present of them as the subject of a clause, up to its dates; a group names them, if anything does."""
_SUCH = re.compile(
    r"cohort|batch|group|intake|generation|award|grant|project|consorti|team|hub|cent(?:re|er)|fellow|class|set\b|"
    r"kohorte|jahrgang|gruppe|generation|verb[uü]nd|vorhaben|projekt|zentr|teams?|"
    r"promotion|cohorte|groupe|lauréat|équipe|projet|"
    r"期生|拠点|課題|チーム|グループ|機関|거점|과제|팀|기관|연구단|센터",
    re.IGNORECASE,
)
_NOT_SUCH = re.compile(
    r"round|runde|\bcall|ausschreibung|appel|review|gutacht|evaluat|bewerb|applic|candidat|meeting|sitzung|report|"
    r"bericht|rapport|year|jahr|année|公募|募集|評価|会議|年度|공모|평가|접수|회의|연도",
    re.IGNORECASE,
)
"""What is asked for, judged or told of the many, but not one of them."""
_NUMBER = re.compile(
    r"(?:\s|\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zwei|drei|vier|fünf|sechs|sieben|"
    r"acht|neun|zehn|"
    r"elf|zwölf|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)*",
    re.IGNORECASE,
)
_PART = re.compile(
    r"[;；]\s?|、(?=最初の|初回|第(?:1|１|一)[期陣]|現|今期)|, (?=첫|제?1기|현|이번)|(?<=[며고]) (?=첫|현 |"
    r"현재 |이번 )"
)


def firsts(context: Context, index: int) -> Iterator[tuple[Length, Sentence, Stretch]]:
    """The one length of a sentence that each of many has, with the dates of the first of them."""
    sentence = whole(context)[index]
    stated = lengths_of(sentence, each=True)
    if len(stated) != 1 or AT_MOST.search(sentence.text) or not _given_to_each(sentence.text, stated[0]):
        return
    (length,) = stated
    part = _PART.search(sentence.text, length.end)
    dated, clause = (sentence, part.end()) if part else (_next(context, index), 0)
    if dated is None or dated.digits < 2:
        return
    found = stretches(dated)
    if len(found) != 1 or found[0].start < clause:
        return
    said = dated.text[clause : found[0].start]
    pattern = _FIRST_OF.get(dated.language)
    match = pattern.match(_LEAD.sub("", said)) if pattern else None
    if match and _same(next(filter(None, match.groups()), ""), sentence.text[: part.start() if part else None], length):
        yield length, dated, found[0]


_LEAD = re.compile(r"\b(?:from|between|vom|von|du|de|entre)\s*\Z", re.IGNORECASE)


def _of_office(text: str, length: Length) -> bool:
    """Whether a length is that of every term of an office."""
    before = text[max(0, length.start - 60) : length.start]
    return _OFFICE.search(before) is not None or text.startswith(("任期", "임기"), length.start)


def _given_to_each(text: str, length: Length) -> bool:
    """Whether a length is that of each of many things, or of every term of an office."""
    if _of_office(text, length):
        return True
    around = text[max(0, length.start - 80) : length.start], text[length.end : length.end + 30]
    return _EACH.search(around[0]) is not None and _TERM.search(" ".join(around)) is not None


def _same(what: str, text: str, length: Length) -> bool:
    """Whether the first of them are named by nothing but a number, by a word of the sentence before, or as a group."""
    word = _NUMBER.sub("", what, count=1) if not _NUMBER.fullmatch(what) else ""
    if not word:
        return True
    stem = word.split()[-1][:5].lower()
    if _NOT_SUCH.search(word):
        return False
    if _of_office(text, length):
        return _TERMS.search(word) is not None
    return _SUCH.search(word) is not None or (len(stem) > 1 and stem.rstrip("s") in text.lower())


def _next(context: Context, index: int) -> Sentence | None:
    sentences = whole(context)
    if index + 1 < len(sentences) and sentences[index + 1].passage is sentences[index].passage:
        return sentences[index + 1]
    return None
