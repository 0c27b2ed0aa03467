"""Totals that a verb of adding makes of two amounts: 'A and B bring support to C', 'Zusammen mit A ergeben B ein C'."""

import re
from collections.abc import Iterator

from dualtrack.checks.context import Context
from dualtrack.checks.frame import AMOUNT
from dualtrack.checks.reckoning.part_words import OPEN, REST, UNTOLD
from dualtrack.checks.reckoning.parts import NEAR, Whole, apart, some_make
from dualtrack.checks.reckoning.scene import Scene, comparable, scene_of
from dualtrack.checks.reckoning.stated import is_difference
from dualtrack.checks.written import open_ended
from dualtrack.extraction import Quantity

_VERB = re.compile(
    r"\b(?:bring|brings|brought|takes?|raises?|makes?|add(?:ed|s)?|ergeben|ergibt|ergab|bilden|kommen|kommt|kamen|"
    r"treten|tritt|porten?t|portaient|portant|ajoutent?|ajoutaient|so|sodass|womit|sorte|bien)\b|合わせ|加え|足す|足し|합하|합친|합치|합해|더하|더해"
)
_N = "[^\ue000-\uefff;。]"
_A, _B, _T = f"(?P<a>{AMOUNT})", f"(?P<b>{AMOUNT})", f"(?P<t>{AMOUNT})"
_LATIN = (
    rf"{_A}{_N}{{0,50}}?,? \b(?:and|plus)\b {_N}{{0,40}}?{_B}{_N}{{0,50}}?\b(?:bring|take|raise|brought|took|raised)\b"
    rf"{_N}{{4,60}}? to {_N}{{0,12}}?{_T}",
    rf"\b[Tt]o (?:the |its |these )?{_N}{{0,20}}?{_A}{_N}{{0,50}}?\b(?:are|is|were|was|be|must be|have been|"
    rf"has been) added {_N}{{0,16}}?{_B}{_N}{{0,50}}?, (?:which )?(?:bring|tak|mak|rais|giv)(?:s|es|e|ing)\b"
    rf"{_N}{{0,50}}?{_T}",
    rf"\b[Tt]ogether with (?:the |its |their )?{_N}{{0,16}}?{_A}{_N}{{0,60}}?, {_N}{{0,30}}?{_B}{_N}{{0,50}}?"
    rf"\b(?:make|makes|made|form|give|gives|come to|comes to|amount to|amounts to)\b{_N}{{0,40}}?{_T}",
    rf"\b[Zz]usammen mit (?:den |der |dem )?{_N}{{0,20}}?{_A}{_N}{{0,60}}?\b(?:ergeben|ergibt|ergab|ergaben|bilden|"
    rf"machen)\b{_N}{{0,50}}?{_B}{_N}{{0,50}}?{_T}",
    rf"\b[Zz]u (?:den |der |dem ){_N}{{0,20}}?{_A}{_N}{{0,50}}?\b(?:kommen|kommt|kamen|treten|tritt)\b{_N}{{0,30}}?"
    rf"{_B}{_N}{{0,50}}?[,;]? (?:sodass|so dass|womit|was|und (?:damit|somit)|damit|insgesamt)\b{_N}{{0,50}}?{_T}",
    rf"\b(?:[Aa]ux|[Àà]|[Aa]u) (?:quelque )?{_A}{_N}{{0,50}}?\bs['’]ajoutent?\b{_N}{{0,20}}?{_B}{_N}{{0,50}}?,? "
    rf"(?:(?:ce )?qui (?:porte|portent|fait|donne)|portant|soit|pour)\b{_N}{{0,50}}?{_T}",
    rf"{_A}{_N}{{0,50}}? \b(?:and|und|et)\b {_N}{{0,40}}?{_B}{_N}{{0,40}}?, (?:so that|so|sodass|so dass|womit|"
    rf"si bien que|de sorte que) {_N}{{0,30}}?\b(?:totale?|overall|insgesamt|gesamt\w*)\b{_N}{{0,30}}?{_T}",
    rf"{_A}{_N}{{0,50}}?,? \bet\b {_N}{{0,40}}?{_B}{_N}{{0,50}}?\b(?:portent|porteront|portaient|ont porté)\b"
    rf"{_N}{{4,60}}? à {_N}{{0,12}}?{_T}",
)
_EAST = (
    rf"{_A}{_N}{{0,6}}?(?:と|に){_N}{{0,24}}?{_B}{_N}{{0,4}}?を(?:合わせると|合わせれば|合わせた|加えると|加えた|足すと|"
    rf"足した){_N}{{0,16}}?{_T}",
    rf"{_A}{_N}{{0,4}}?(?:과|와|에) {_N}{{0,24}}?{_B}{_N}{{0,4}}?[을를] ?(?:합하면|합한|합친|합치면|합해|더하면|"
    rf"더한|더해){_N}{{0,16}}?{_T}",
)
_PATTERNS = {
    "latin": tuple(re.compile(text) for text in _LATIN),
    "east": tuple(re.compile(text) for text in _EAST),
}
_SO_FAR = re.compile(
    r"\b(?:so far|since|cumulative(?:ly)?|to date|bisher|seit|kumul\w*|depuis|cumul\w*)\b|累計|通算|これまで|누적",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?:new|additional|further|another|more|extra|neuen?|weiteren?|zusätzlichen?|nouve\w+|supplémentaires?|autres?)\b",
    re.IGNORECASE,
)
"""Before the first part: both are added to what is not told."""


def additions(context: Context) -> Iterator[Whole]:
    """Totals beside the two amounts that a verb says they are made of."""
    for sentence in context.numeric(3):
        if _VERB.search(sentence.lowered):
            scene = scene_of(context, (sentence,))
            for pattern in _PATTERNS["latin" if sentence.script == "latin" else "east"]:
                found = pattern.search(scene.text)
                if found is not None and (whole := _whole(scene, found)) is not None:
                    yield whole
                    break


def _whole(scene: Scene, found: re.Match[str]) -> Whole | None:
    one, other, total = (scene.frame.value(found[name]) for name in "abt")
    alike = comparable(one, total) and comparable(other, total) and not is_difference(scene, total)
    if not alike or any(map(open_ended, (one, other, total))) or apart(total, (one, other)) > NEAR:
        return None
    if OPEN.search(found.group()) or _SO_FAR.search(scene.text) or _NEW.search(scene.before(one)):
        return None
    if REST.search(scene.text) or UNTOLD.search(scene.between(other, total)) or total.qualifier is not None:
        return None
    if _more_parts(scene, one, total) or _made_of_others(scene, total):
        return None
    return Whole(scene, total, (one, other))


def _more_parts(scene: Scene, one: Quantity, total: Quantity) -> bool:
    """Whether the list of parts began before the first of the two."""
    earlier = [value for value in scene.values if scene.place(value) < scene.place(one) and comparable(value, total)]
    return any(re.search(r"[,、]\s?|\b(?:and|et|und)\b", scene.between(value, one)) for value in earlier)


def _made_of_others(scene: Scene, total: Quantity) -> bool:
    """Whether the sentence has other parts with which the total is made."""
    return some_make(total, [value for value in scene.values if value is not total and comparable(value, total)])
