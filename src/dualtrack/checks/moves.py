"""Which percent-like values say how much something changed, and which way the words that touch them point."""

import re

from dualtrack.checks.frame import VALUE, Frame
from dualtrack.checks.wording import Direction, directions
from dualtrack.extraction import Quantity


def says_change(frame: Frame, value: Quantity, text: str) -> bool:
    """Whether a percent-like value is a change and no level, by its sign and the words that touch it."""
    if value.kind not in ("percentage", "share", "points", "multiple"):
        return False
    if value.kind in ("points", "multiple") or value.sign is not None:
        return value.kind != "multiple" or _LEVEL_REACHED.search(text[: text.find(frame.char(value))]) is None
    place = text.find(frame.char(value))
    before, after = text[max(0, place - 30) : place], text[place + 1 : place + 20]
    if (verb := _VERB_BEFORE.search(before)) or _LEVEL_BEFORE.search(before):
        return verb is not None
    if re.search(r"\b(?:to|auf|à) (?:[a-z]+ )?$|(?:から|에서|从|由)$", before) or re.match(
        r"(?:から|에서|へ|に(?!増|減)|\s?(?:로|으로)\s)|\s(?:to|of|auf|à|von)\b", after
    ):
        return bool(re.match(r"に?(?:増|減)", after))
    if value.kind == "share":
        return bool(
            re.search(r"\b(?:by|um|de|d['’]) ?(?:an? |one |une? |ein(?:e|en)? |die |das |la |le )?$", before)
            or re.match(r"[のをに]?(?:増|減|削減|증|감)|(?:으로|로)?\s?(?:줄|감소|늘)", after)
        )
    return value.direction is not None or bool(_CHANGE_BEFORE.search(before) or _CHANGE_AFTER.match(after))


_VERB_BEFORE = re.compile(
    r"\b(?:rose|grew|fell|dropped|declined|increased|decreased|risen|grown|jumped|climbed|shrank|surged|up|down)(?: "
    r"by)? $",
    re.IGNORECASE,
)
_LEVEL_REACHED = re.compile(rf"\b(?:from {VALUE} to|von {VALUE} auf|de {VALUE} à) $")
"""'From three to five times the ceiling' tells the level reached."""
_LEVEL_BEFORE = re.compile(r"\b(?:\w*[Aa]nteil|\w*[Qq]uote|share|rate|part|taux) (?:mit|von|bei|of|at|de|à) $")
"""'The share of 45 % is higher' tells a level, whatever word of direction follows."""
_CHANGE_BEFORE = re.compile(
    r"(?:\b(?:up|down|by|um|plus|minus|(?:rise|increase|growth|jump|surge|gain|fall|drop|decline|decrease|cut|"
    r"reduction|raise)s?(?: of)?|"
    r"(?:rose|grew|fell|dropped|declined|increased|decreased|risen|grown)|hausse de|baisse de|augmentation de|"
    r"diminution de|"
    r"réduction de|recul de|progression de|(?:Anstieg|Rückgang|Zuwachs|Erhöhung|Kürzung|Steigerung) (?:von|um))|"
    r"[+±△▲−-])\s*(?:an? )?$|"
    r"(?:増|減)(?:加|少)?(?:率|幅)?(?:は|が)?$|(?:증가|감소)(?:율|폭)?[은이]? ?$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    r" (?:above|below|über|unter) |"
    r"\s?(?:の|を|も|ほど)?(?:増|減|増|伸び|拡大|縮小|削減|カット|上昇|低下|下落|引き?[上下]げ|アップ|ダウン)|"
    r"\s?(?:의 )?(?:증가|감소|증액|감액|삭감|상승|하락|늘|줄|증|감)|"
    r"(?:的)?(?:增|减|上升|下降)|[ -](?:increase|rise|growth|jump|surge|gain|cut|reduction|drop|fall|decline|"
    r"decrease|more|"
    r"less|higher|lower|up|down|"
    r"mehr|weniger|höher|niedriger|de plus|de moins|de hausse|de baisse)\b",
    re.IGNORECASE,
)


def touching_direction(text: str, place: int) -> Direction | None:
    """The direction word that touches a stated change: 25%増, an increase of 25 %, up 25 %."""
    after = re.match(
        r"(?:\s?(?:の|を|も|に|で|へと|ほど|程度|近く|以上|の大幅な?)|\s|-)?([^\s\ue000-\uf8ff,.;()、。]{1,12})",
        text[place + 1 :],
    )
    if after and (found := directions(after[1])) and found[0][0] == 0:
        return found[0][2]
    before = re.search(
        r"([^\s\ue000-\uf8ff,.;()、。]+)(?: (?:of|by|um|von|de|d'|an?))?\s?$", text[:place].rstrip("+-±")
    )
    if before and (found := directions(before[1])) and found[-1][1] == len(before[1]):
        return found[-1][2]
    return None
