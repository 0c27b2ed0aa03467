"""Shares that one sentence gives to the owners or payers of one thing: 'held at 51 % by X, 34 % by Y and 25 % by Z'."""

import re
from itertools import pairwise

from dualtrack.checks.reckoning.scene import Scene
from dualtrack.extraction import Quantity

OWNED = re.compile(
    r"owned|\bheld\b|financed|funded|borne|détenue?s?\b|possédé|financée?s?\b|contrôlé|pris|apparti|trägerschaft|"
    r"eigentum|besitz|gehör|gehalten|finanzier|getragen|\btragen\b|\bträgt\b|所有|出資|保有|보유|소유|출자|지분"
)
"""Verbs and nouns of owning and paying."""
_TIE = re.compile(
    r"(?:[,;]|\b(?:and|et|und|sowie))\s(?:(?:à|zu|mit)\s)?$|"
    r"^\s?\)(?:[,;]| and| et| und| sowie)\s[^()]{2,40}\($|"
    r"[、,]\s?(?:[^\W\d](?<![にへ에는は])){1,12}[が이가]\s?$"
)
"""Between one share and the next: nothing that could be the owner's second belonging."""
_LED = re.compile(r"\b(?:à|zu|mit)\s$|\b(?:by|par|von|durch)\s[^(),;]{2,30}\(\s?$|[が이가]\s?$")
_BY = re.compile(r"\s(?:by|par)\b")
_ITSELF = re.compile(
    r"\b(?:pour|für|for|when|if|si|lorsque|wenn|sofern|falls|phase|stage|tranche|first|then|later|until|d['’]abord|"
    r"puis|zunächst|dann|später|bis|both|beiden?|les deux)\b|\ban(?=[,.]|$)|[\ue000-\uf8ff]",
    re.IGNORECASE,
)
"""What makes a share one of a thing of its own, or leaves room for some to be counted twice."""


def owned(scene: Scene) -> list[Quantity]:
    """The shares of the one list that says who owns or pays how much; none where they may be of several things."""
    shares = [value for value in scene.values if value.kind == "percentage"]
    if len(shares) < 2 or any(value.upper is not None or value.sign or value.qualifier for value in shares):
        return []
    led = _LED.search(scene.before(shares[0])) is not None
    if not (led or all(_BY.match(scene.after(value)) for value in shares)):
        return []
    betweens = [scene.between(one, other) for one, other in pairwise(shares)]
    if not all(len(text) <= 90 and _TIE.search(text) and not _ITSELF.search(text) for text in betweens):
        return []
    return [] if _ITSELF.search(scene.after(shares[-1], 60)) else shares
