"""A change since a year, with the values of then and today in the next sentence: 'halved since 2020. Then it was'."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.hints import Hint
from dualtrack.checks.pairs import Comparison, Pair
from dualtrack.checks.reckoning.contrary import two_plurals
from dualtrack.checks.reckoning.fitting import fits, gives
from dualtrack.checks.reckoning.scene import comparable, scene_of
from dualtrack.checks.reckoning.stated import direction_of, is_change, levels_of
from dualtrack.checks.wording import OTHER_BASIS

_SINCE = Hint(r"\bsince\b|\bseit\b|\bdepuis\b|以来|以降|から|이후|이래")
_THEN = re.compile(
    r"\W*(?:(?:At|By) that time|Back then|At the time|In that year|Damals|Seinerzeit|À l['’]époque|"
    r"(?:Il|Elle|Ils|Elles) (?:n['’])?(?:était|étaient|s['’]élevai\w+|s['’]établissai\w+|comptai\w+) alors|"
    r"On (?:en )?comptait alors|"
    r"当時|その当時|당시|그때)"
)
_TODAY = re.compile(
    r"\b(?:today|now|currently|heute|derzeit|mittlerweile|inzwischen|nur noch|aujourd['’]hui|désormais|actuellement)\b|"
    r"現在|今|현재|지금|올해|오늘",
    re.IGNORECASE,
)


def since(context: Context) -> Iterator[Comparison]:
    """The changes since a year whose two values the next sentence gives."""
    for first, second in pairwise(context.sentences):
        if (
            _THEN.match(second.text)
            and first.passage is second.passage
            and first.digits
            and second.digits >= 2
            and first.has(_SINCE)
            and _TODAY.search(second.text)
        ):
            yield from _compare(context, first, second)


def _compare(context: Context, first: Sentence, second: Sentence) -> Iterator[Comparison]:
    scene = scene_of(context, (first, second))
    levels = levels_of(scene)
    told = [value for value in scene.values if scene.index(value) == 0]
    if len(levels) != 2 or len(told) != 1 or not is_change(scene, told[0]) or OTHER_BASIS.search(first.text):
        return
    stated = told[0]
    if any(is_change(scene, value) for value in scene.values if value is not stated):
        return
    for then, today in combinations(levels, 2):
        way = direction_of(scene, stated)
        if (
            scene.index(then) == scene.index(today) == 1
            and comparable(then, today)
            and fits(stated, then, today)
            and not two_plurals(scene, (then, today))
            and way == ("increase" if (then.amount or 0) < (today.amount or 0) else "decrease")
            and not gives(stated, then, today, way)
        ):
            pair = Pair(then, today, scene.place(then), scene.place(today) + 1, strong=False)
            yield Comparison(scene.sentence, pair, stated, way)
