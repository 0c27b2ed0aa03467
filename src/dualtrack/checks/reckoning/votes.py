"""Majorities of those present that the votes in favour do not make: 재적위원 과반의 찬성, 出席者の過半数の賛成."""

import re
from collections.abc import Iterator

from dualtrack.checks.context import Context
from dualtrack.checks.frame import AMOUNT, PERCENT
from dualtrack.checks.reckoning.portions import Portion
from dualtrack.checks.reckoning.scene import Scene, scene_of
from dualtrack.extraction import Quantity

_MAJORITY = re.compile(r"과반|過半")
_CARRIED = re.compile(
    rf"(?P<who>재적|출석|在籍|出席)[^\ue000-\uefff。,、]{{0,5}}?(?:의 |の)?(?P<p>{PERCENT})(?:의|の)? ?(?:찬성|賛成)"
)
_FOR = re.compile(rf"(?:찬성|賛成)(?:이|은|が|は|票)?\s?(?P<a>{AMOUNT})")


def votes(context: Context) -> Iterator[Portion]:
    """Motions said to be carried by more than half of the members that a sentence counts, with the votes for them."""
    for sentence in context.statements:
        if sentence.digits >= 2 and sentence.script != "latin" and _MAJORITY.search(sentence.text):
            scene = scene_of(context, (sentence,))
            carried, voted = _CARRIED.search(scene.text), _FOR.findall(scene.text)
            if carried is not None and len(voted) == 1 and (whole := _counted(scene, carried["who"])) is not None:
                yield Portion(scene, scene.frame.value(voted[0]), whole, scene.frame.value(carried["p"]))


def _counted(scene: Scene, who: str) -> Quantity | None:
    """The only number of those who are present, or who belong."""
    found = re.findall(rf"{who}[^\ue000-\uefff。,、]{{0,5}}?({AMOUNT})", scene.text)
    return scene.frame.value(found[0]) if len(found) == 1 else None
