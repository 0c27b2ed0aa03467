"""The one length of a sentence that a verb ties to its dates: of its subject, or of a verb of lasting behind them."""

import re

from dualtrack.checks.context import Sentence
from dualtrack.checks.lengths import Length
from dualtrack.checks.stretches import Stretch

_HEAD = re.compile(
    r"\W*(?:(?:The|This|That|Its|Our|Their|A|An|Der|Die|Das|Ein|Eine|Dieser|Diese|Dieses|Le|La|L['’]|Un|Une|Ce|Cette|"
    r"Cet|Signée?|Conclue?)\b[  ]?)?"
    r"(?:[\w'’-]+,? ){0,3}(?:auf |de |d['’]|of |an? )?|.{0,12}",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\W*(?:Les|Des|Ces|Nos|Leurs|These|Those|Some|Many|Several|Zwei|Drei|Alle|Beide|Deux|"
    r"Trois)\b",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"\b(?:in force|valid|effective|runs?|running|ran|lasts?|lasting|lasted|covers?|covering|covered|extends?|spans?|"
    r"spanning|operates?|operating|"
    r"takes place|took place|applies|scheduled|set|stretching|stretches|which (?:began|begins|started)|carried out|"
    r"court|courra|courait|couvre|couvrant|"
    r"s'étend(?:ant)?|s'étale|se déroule|valable|en vigueur|applicable|prévue?|allant|porte|läuft|lief|laufend\w*|"
    r"gilt|galt|gültig|dauert|dauerte|"
    r"erstreckt sich|umfasst|in Kraft|reicht|geöffnet|angelegt|vorgesehen)\b(?:[ ,][\w'’]+){0,2},? ?\Z",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"(?:間)?の[^。、,\dはが]{1,30}(?:は|が)、?|(?:간)?의? ?[^,.。\d]{1,30}[은는이가],? ?|"
    r"的[^,，。\d]{1,24}[,，]?(?:自|从|"
    r"于)?|の[^。、\d]{1,20}[（(]|의 [^,.。\d(]{1,20}\("
)
_REPEATED = re.compile(
    r"\b(?:each|every|annual\w*|yearly|respectively|jährlich\w*|jeweils|chaque|chacune?s?|annuel\w*|par an)\b|毎|"
    r"それぞれ|"
    r"各|ごと|公募|매년|각각|每",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:and|und|et) (?:its|the|their|an?|seine?|ihre?|die|der|das|eine?|sa|son|ses|leur|la|le|les|une?)\b",
    re.IGNORECASE,
)
"""Another subject between a length and the dates."""
_PLURAL = re.compile(
    r"(?:[ -][\w-]+){0,2}?[ -](?!(?:this|its|is|was|has|previous|campus|status|process|"
    r"access)\b)[a-zA-Z]{2,}[^\Wsiu]s\b"
)


def headed(sentence: Sentence, stated: Length, stretch: Stretch) -> Length | None:
    """The length, where it opens the sentence as an attribute of its subject and the dates follow a verb of running."""
    text = sentence.text
    between = text[stated.end : stretch.start]
    near = text[stated.start : stretch.end + 14]
    if (
        stated.end > stretch.start
        or len(between) > 150
        or re.search(r"[;；。:]|\. ", between)
        or _REPEATED.search(near)
        or not _HEAD.fullmatch(text[: stated.start])
        or _MANY.match(text)
        or _OTHER.search(between)
    ):
        return None
    if sentence.script != "latin":
        return stated if _TOPIC.fullmatch(between) else None
    if sentence.language == "en" and _PLURAL.match(between):
        return None
    if text[: stated.end].endswith("igen") and re.match(r"\W*Die\b", text):
        return None
    led = re.sub(r"\b(?:from|du|vom|von|the|ab|de)\s*\Z", "", between.rstrip(), flags=re.IGNORECASE).rstrip(" ,")
    if _BEGAN.search(led):
        ended = _AND_ENDED.search(text[stretch.start : stretch.end])
        return stated if ended and not _RELATIVE.search(led[4:]) else None
    return stated if _RUNS.search(led) or _BARE.fullmatch(between) else None


_BEGAN = re.compile(
    r"\b(?:began|begins|started|starts|opened|opens|was launched|begann|beginnt|startete|startet|a débuté|débute|"
    r"a commencé|commence|a été lancée?)\b[\s,]*(?:in|on|am|im|en|le)?\Z",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:qui|dont|which|that|who|, (?:die|der|das))\b")
"""A clause about something that stands between."""
_AND_ENDED = re.compile(
    r" (?:and|und|et) (?:(?:it|then|was|will|is|sie|er|es|elle|il|wird|wurde|a|s'est) )*(?:end|finish|conclud|clos|"
    r"expire|ende|schl|läuft|lief|achev|s'ach|se term|termin|prend|pris)",
    re.IGNORECASE,
)


def lasted(text: str, stated: Length, stretch: Stretch) -> Length | None:
    """The length, where a verb of lasting or a noun for the period ties it to the dates before it."""
    if stated.start < stretch.end or stated.start - stretch.end > 60:
        return None
    return stated if _LASTED.fullmatch(text[stretch.end : stated.start] + text[stated.start : stated.end]) else None


_LASTED = re.compile(
    r"(?:[,)）;]| and| und| et)? ?(?:(?:and|und|et|it|this|which|the project|the programme|sie|er|es|das Projekt|"
    r"elle|il|le projet) )?(?:lasted|lasts|ran for|took|dauerte|dauert|lief|läuft|dura|a duré|dure|durait)"
    r"(?: (?:for|sur|über|insgesamt|genau|exactly|precisely|a total of|au total))* \d*\D{0,24}|"
    r"(?:に?(?:始まり|終わる|終了する|終える|満了する|わたる)|에? ?(?:끝나는|종료되는|종료하는|마치는|걸친)|的)、?\s?"
    r"(?:[^、。,.\d]{0,16}の|[^,.\d]{0,16}의 )?(?:総|全|총 ?)?(?:実施|事業|研究|契約|협약|사업|연구)?\s?"
    r"(?:期間|任期|会期|기간|임기|期限).{2,16}"
)
_BARE = re.compile(r"(?:[ -][\w'’-]+){1,8}, \(?(?:from |vom |du )?", re.IGNORECASE)
"""From a length to its dates with no verb between: 'The two-week consultation of the sector, from 1 June to …'."""
