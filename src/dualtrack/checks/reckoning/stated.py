"""Stated changes of a scene: which values say how much something changed, by how much, and which way."""

import re
from collections.abc import Callable, Sequence

from dualtrack.checks.frame import PERCENT
from dualtrack.checks.moves import says_change, touching_direction
from dualtrack.checks.pairs import Comparison, Pair
from dualtrack.checks.reckoning import tied_words as words
from dualtrack.checks.reckoning.scene import TIME, Scene, comparable, is_percent_like
from dualtrack.checks.wording import Direction
from dualtrack.extraction import Quantity


def compared(scene: Scene, pair: tuple[Quantity, Quantity], stated: Quantity, way: Direction | None) -> Comparison:
    """Two values, the earlier first, with what is stated of them: a difference, or a change."""
    places = sorted(map(scene.place, pair))
    between = Pair(*pair, places[0], places[1] + 1, strong=False)
    if stated.kind in ("money", "count"):
        return Comparison(scene.sentence, between, None, None, stated)
    return Comparison(scene.sentence, between, stated, way)


def is_change(scene: Scene, value: Quantity) -> bool:
    """Whether a percentage, share, multiple or number of points says how much something changed."""
    return _once(scene, "change", value, _is_a_change)


def _once(scene: Scene, what: str, value: Quantity, told: Callable[[Scene, Quantity], bool]) -> bool:
    """What is told of a value in a scene, found out once."""
    key = what, id(value)
    if key not in scene.kept:
        scene.kept[key] = told(scene, value)
    return scene.kept[key]


def _is_a_change(scene: Scene, value: Quantity) -> bool:
    if not is_percent_like(value) or (value.kind == "percentage" and _is_an_end(scene, value)):
        return False
    if value.direction is not None and not any(char.isdigit() for char in value.quote):
        return True
    if (value.kind != "share" and says_change(scene.frame, value, scene.text)) or words.SIGNED.search(
        scene.before(value, 8)
    ):
        return True
    if value.kind == "share" and (
        words.CUT_BY.search(scene.before(value, 44)) or words.HALF_TO.match(scene.after(value))
    ):
        return True
    if (
        words.BY_SO_MUCH.search(scene.before(value, 20))
        or touching_direction(scene.text, scene.place(value)) is not None
    ):
        return True
    return words.MORE_AFTER.match(scene.after(value)) is not None


def _is_an_end(scene: Scene, value: Quantity) -> bool:
    """Whether a percentage is a level that was left or reached: 'rose from 20 to 24 %'."""
    before = scene.before(value, 24)
    if words.LEVEL_REACHED.search(before):
        return True
    after = scene.after(value)
    follows = scene.text[scene.place(value) + 1 + len(after) :][:1]
    return (
        words.LEFT.search(before) is not None
        and words.TO_ANOTHER.fullmatch(after) is not None
        and re.match(PERCENT, follows) is not None
    )


def is_difference(scene: Scene, value: Quantity) -> bool:
    """Whether an amount says by how much something changed: 340 more, 0.8년 단축, a rise of 5 million."""
    return _once(scene, "difference", value, _is_a_difference)


def _is_a_difference(scene: Scene, value: Quantity) -> bool:
    if value.kind not in ("money", "count") or value.upper is not None:
        return False
    before = scene.before(value, 60)
    return bool(
        words.DIFFERENCE_AFTER.match(scene.after(value))
        or words.DIFFERENCE_BEFORE.search(before)
        or words.BY.search(before)
        or (words.GAINED.search(before) and words.BARE_POINTS.match(scene.after(value)))
    )


def amounts(scene: Scene) -> list[Quantity]:
    """The amounts and counts of a scene that may be parts and wholes: no ranges, lengths of time or differences."""
    return [
        value
        for value in scene.values
        if value.kind in ("money", "count")
        and value.upper is None
        and value.unit not in TIME
        and value.amount
        and not is_difference(scene, value)
    ]


def direction_of(scene: Scene, stated: Quantity) -> Direction | None:
    """Which way a stated change goes, by its sign, the words that touch it, or the only way its sentence tells."""
    if stated.sign in ("-", "+"):
        return "decrease" if stated.sign == "-" else "increase"
    if sign := words.SIGNED.search(scene.before(stated, 8)):
        return "increase" if sign[1] == "+" else "decrease"
    touched = touching_direction(scene.text, scene.place(stated)) or stated.direction
    if touched is not None:
        return touched
    if match := words.MORE_AFTER.match(scene.after(stated)):
        return "decrease" if words.LESS.search(match.group()) else "increase"
    ways = words.ways(scene.text)
    return ways.pop() if len(ways) == 1 else None


def states(scene: Scene, value: Quantity) -> bool:
    """Whether a value says how much something changed."""
    return is_change(scene, value) or is_difference(scene, value)


def levels_of(scene: Scene) -> list[Quantity]:
    """The values of a scene that something reached or had, of which a change may be told."""
    return [
        value
        for value in scene.values
        if value.kind in ("money", "count", "percentage") and value.upper is None and not states(scene, value)
        if not (value.unit in TIME and "-" in value.quote)
    ]


def stands_alone(pair: tuple[Quantity, Quantity], among: Sequence[Quantity]) -> bool:
    """Whether no third value could be compared with both."""
    others = [value for value in among if value is not pair[0] and value is not pair[1]]
    return not any(comparable(value, pair[0]) and comparable(value, pair[1]) for value in others)
