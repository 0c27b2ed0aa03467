"""Shares told before the part and the whole that spell them out: 'At 39%, turnout was low: only 420 of the 1,200'."""

import re
from collections.abc import Iterator
from decimal import Decimal

from dualtrack.checks.context import Context
from dualtrack.checks.frame import AMOUNT, PERCENT
from dualtrack.checks.reckoning.consequence import CHANGING
from dualtrack.checks.reckoning.portion_words import FORMER, PERCENTISH
from dualtrack.checks.reckoning.portions import Portion, is_level
from dualtrack.checks.reckoning.scene import comparable, scene_of
from dualtrack.extraction import Quantity

_NAMED = re.compile(r"share|proportion|\brate\b|turnout|participation|quote|anteil|beteiligung|taux|\bpart\b")
_NOUN = r"(?:share|proportion|rate|turnout|participation|\w*quote|\w*anteil|\w*beteiligung|taux|part)\b"
_FREE = "[^\ue000-\uefff.;:()]"
_FIRST = re.compile(
    rf"(?:\b{_NOUN}(?P<gap>[^\ue000-\uefff,.;:()]{{0,40}}?)(?P<p>{PERCENT})|"
    rf"(?P<q>{PERCENT}),? (?:[\w'’]+ ){{0,4}}?{_NOUN})"
    rf"{_FREE}{{0,110}}?\s?(?:\((?P<inside>)|[:–—] )(?:only |just |nur |lediglich |seuls? |seulement )?(?P<a>{AMOUNT})"
    r"(?: [\w'’-]+){0,2}? (?:(?:out )?of|von|der|des|sur|parmi)(?: (?:the|its|their|all|a total of|den|insgesamt|les))*"
    rf"(?: [\w'’-]+){{0,2}}? (?P<b>{AMOUNT})",
    re.IGNORECASE,
)
_SMALL = Decimal(50)


def told_first(context: Context) -> Iterator[Portion]:
    """Rates and shares with their part and whole in the brackets, or after the colon, behind them."""
    for sentence in context.statements:
        if sentence.digits < 3 or sentence.script != "latin" or not sentence.has(PERCENTISH):
            continue
        if not _NAMED.search(sentence.lowered):
            continue
        scene = scene_of(context, (sentence,))
        for match in _FIRST.finditer(scene.text):
            part, whole = (scene.frame.value(match[name]) for name in "ab")
            share = scene.frame.value(match["p"] or match["q"])
            led = match["gap"] or ""
            if CHANGING.search(match.group()) or FORMER.search(led) or not comparable(part, whole):
                continue
            if is_level(scene, share) and _meant(share, part, whole, loosely=match["inside"] is None):
                yield Portion(scene, part, whole, share)


def _meant(share: Quantity, part: Quantity, whole: Quantity, *, loosely: bool) -> bool:
    """Whether a part and a whole can be what a share was reckoned from; behind a colon they must be near it."""
    if part.amount is None or not whole.amount or not share.amount or part.amount >= whole.amount:
        return False
    ratio = part.amount / whole.amount * 100 / share.amount
    far = Decimal(2) if loosely else Decimal(4)
    return 1 / far < ratio < far and not (loosely and whole.amount < _SMALL)
