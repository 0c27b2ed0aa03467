"""Stated changes and the two values they belong to, found by elimination where no fixed wording ties them.

A stated change (24 %, halved, 340 more, 8.7 points) is *explained* where any two values of its scene give it; then
nothing is said. Where none do, it is *tied* to two values only if they are the only ones of their kind in the scene
and the words mark them as earlier and later: a former year, two dates, 'compared with', 'against'.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.moves import touching_direction
from dualtrack.checks.pairs import BREAK, Comparison, Pair, pairs
from dualtrack.checks.reckoning import tied_words as words
from dualtrack.checks.reckoning.contrary import contrary, two_plurals
from dualtrack.checks.reckoning.fitting import fits, gives
from dualtrack.checks.reckoning.scene import Scene, is_percent_like, neighbours, scene_of, scenes
from dualtrack.checks.reckoning.sooner import earlier, marked, times
from dualtrack.checks.reckoning.stated import compared, direction_of, is_change, levels_of, stands_alone, states
from dualtrack.checks.wording import OTHER_BASIS, Direction
from dualtrack.checks.written import HUNDRED, open_ended
from dualtrack.extraction import Quantity

_LIMIT = 14
"""More levels than this in a scene and nothing is tied."""


def tied(context: Context, held: set[int]) -> Iterator[Comparison]:
    """Comparisons by elimination, for stated changes that no fixed wording ties to two values."""
    for sentence, before in neighbours(context):
        if not sentence.digits and sentence.numbers < 2:
            continue
        numbers = sentence.numbers + (before.numbers if before is not None else 0)
        if numbers < 2 or not sentence.has(words.HINT):
            continue
        yield from _of(context, sentence, before, held)


def explained(scene: Scene, stated: Quantity, way: Direction | None) -> bool:
    """Whether any two values of a scene give a stated change."""
    levels = levels_of(scene)[:_LIMIT]
    return any(gives(stated, one, other, way) for one, other in combinations(levels, 2) if fits(stated, one, other))


def spoken_apart(scene: Scene, stated: Quantity, pair: Sequence[Quantity]) -> bool:
    """Whether a stated change stands in a quotation and its two values outside, or the reverse."""
    quoted = [match.span() for match in words.QUOTED.finditer(scene.text)]

    def within(value: Quantity) -> int:
        place = scene.place(value)
        return next((at for at, (start, end) in enumerate(quoted) if start < place < end), -1)

    return bool(quoted) and all(within(value) != within(stated) for value in pair)


def unexplained(context: Context, found: Sequence[Comparison]) -> Iterator[Comparison]:
    """Comparisons without those whose stated change other values give, is quoted from elsewhere or in other prices."""
    found = [one for one in found if not words.REAL.search(one.sentence.text)]
    before = {sentence.start: earlier_ for sentence, earlier_ in neighbours(context)}
    for one in found:
        stated = one.stated or one.difference
        if stated is None or gives(stated, one.pair.before, one.pair.after, one.direction):
            yield one
            continue
        places = {one.sentence.start + value.start for value in (one.pair.before, one.pair.after)}
        if _given_to_another(scene_of(context, (one.sentence,)), stated, (one.pair.before, one.pair.after)):
            continue
        for scene in scenes(context, one.sentence, before.get(one.sentence.start)):
            here = {scene.sentence.start + value.start: value for value in scene.values}
            same = here.get(one.sentence.start + stated.start)
            pair = [here[place] for place in places if place in here]
            if same is not None and (
                explained(scene, same, one.direction) or (pair and spoken_apart(scene, same, pair))
            ):
                break
        else:
            yield one


def _of(context: Context, sentence: Sentence, before: Sentence | None, held: set[int]) -> Iterator[Comparison]:
    found = False
    for number, scene in enumerate(scenes(context, sentence, before)):
        own = [value for value in scene.values if scene.index(value) == number]
        stated = [value for value in own if scene.sentence.start + value.start not in held and states(scene, value)]
        levels = levels_of(scene)
        if len(levels) > _LIMIT:
            return
        for value in stated:
            taken_up = number == 1 and _takes_up(scene, value, levels)
            comparison = _tie(scene, value, [one for one in levels if scene.index(one) == 0] if taken_up else levels)
            if comparison is not None:
                found = True
                yield comparison
        if found or (number == 0 and not stated):
            break
    if not found and not any(sentence.start + value.start in held for value in sentence.operands):
        yield from contrary(next(scenes(context, sentence, None)))


def _takes_up(scene: Scene, stated: Quantity, levels: Sequence[Quantity]) -> bool:
    """Whether a sentence begins with the change of what the one before it told: 'The increase of 24 % is due to'."""
    first = all(scene.index(one) == 0 or scene.place(one) > scene.place(stated) for one in levels)
    text = scene.sentences[1].text
    before = text[: scene.sentence.start + stated.start - scene.sentences[1].start]
    return first and words.ANAPHORA.match(text) is not None and len(words.ways(before)) == 1


def _tie(scene: Scene, stated: Quantity, levels: list[Quantity]) -> Comparison | None:
    """The pair that a stated change belongs to, where it is not explained and just one fits."""
    text = scene.sentence.text
    if (
        OTHER_BASIS.search(text[max(0, stated.start - 30) : stated.end + 30])
        or words.REAL.search(text)
        or stated.upper is not None
    ):
        return None
    way = direction_of(scene, stated)
    said = _as_meant(scene, stated)
    fitting = [(one, other) for one, other in combinations(levels, 2) if fits(said, one, other)]
    telling = [pair for pair in fitting if len(fitting) == 1 or not any(map(open_ended, pair))]
    given = [pair for pair in telling if gives(said, *pair, way)]
    if not fitting or given:
        return _turned_about(scene, stated, *given) if len(given) == 1 else None
    chosen = _pair(scene, stated, fitting, levels)
    if chosen is None or two_plurals(scene, chosen):
        return None
    if not _near(scene, stated, chosen) or _is_level_of(stated, chosen):
        return None
    return compared(scene, _ordered(scene, *chosen, way), said, way)


def _as_meant(scene: Scene, stated: Quantity) -> Quantity:
    """A stated change as its sentence means it: 'gains 4 points' are points, 'over 4 million more' is no bound."""
    after = scene.after(stated)
    if stated.kind == "count" and stated.unit is None and words.BARE_POINTS.match(after):
        return replace(stated, kind="points")
    return replace(stated, qualifier=None) if words.EXCEEDS.match(after) else stated


def _turned_about(scene: Scene, stated: Quantity, pair: tuple[Quantity, Quantity]) -> Comparison | None:
    """A difference that is right, but called a rise where it is a fall, or the reverse."""
    way = touching_direction(scene.text, scene.place(stated))
    order = earlier(scene, *pair) if way is not None and stated.kind in ("money", "count", "points") else None
    if order is None or (order[0].amount or 0) == (order[1].amount or 0):
        return None
    rises = (order[0].amount or 0) < (order[1].amount or 0)
    if rises == (way == "increase") or not _near(scene, stated, pair):
        return None
    places = sorted(scene.place(value) for value in pair)
    return Comparison(scene.sentence, Pair(*order, places[0], places[1] + 1, strong=True), None, way)


def _is_level_of(stated: Quantity, pair: Sequence[Quantity]) -> bool:
    """Whether a stated percentage is one of two percentages over again: an additional 50 %, raised from 20 to 50 %."""
    return any(value.kind == stated.kind == "percentage" and value.amount == stated.amount for value in pair)


def _given_to_another(scene: Scene, stated: Quantity, pair: tuple[Quantity, Quantity]) -> bool:
    """Whether another stated change is given by the pair: then this one is about something else."""
    return any(
        value.start != stated.start and is_change(scene, value) and gives(value, *pair, direction_of(scene, value))
        for value in scene.values
        if is_percent_like(value) and value not in pair
    )


def _pair(
    scene: Scene, stated: Quantity, fitting: list[tuple[Quantity, Quantity]], levels: list[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """The only pair that a stated change can be of, where the words mark one of the two as earlier."""
    said = {frozenset((id(pair.before), id(pair.after))) for pair in pairs(scene.frame, scene.script)}
    if stated.kind == "multiple" and any(id(stated) in pair for pair in said):
        return None
    free = [pair for pair in fitting if not _given_to_another(scene, stated, pair)]
    worded = [pair for pair in free if frozenset(map(id, pair)) in said]
    if len(worded) == 1:
        return worded[0]
    alone = [pair for pair in free if stands_alone(pair, levels) and _alike(stated, *pair)]
    if len(alone) > 1:
        alone = [pair for pair in alone if earlier(scene, *pair) is not None]
    if len(alone) == 1 and marked(scene, alone[0]) and not _turned(scene, alone[0]):
        return alone[0]
    return None


def _unlike(between: str, before: str) -> str:
    """What stands between two values, without the words that stand before both: on average 94, on average 71."""
    shared = 0
    while shared < min(len(between), len(before)) and between[-1 - shared] == before[-1 - shared]:
        shared += 1
    return between[: len(between) - shared]


def _turned(scene: Scene, pair: tuple[Quantity, Quantity]) -> bool:
    """Whether the text turns to another matter between two values; a stop between two labels in brackets is no turn."""
    between = _unlike(scene.between(*pair), scene.before(min(pair, key=scene.place)))
    if not re.search(r"[()]", between) and _IN_BRACKETS.search(scene.text[: min(map(scene.place, pair))]):
        between = re.sub("[;；]", ",", between)
    return words.TURN.search(between) is not None


_IN_BRACKETS = re.compile(r"\([^()]*$")


_FAR = Decimal(5)


def _alike(stated: Quantity, one: Quantity, other: Quantity) -> bool:
    """Whether a stated change is near enough to the true one to be meant for these two values."""
    low, high = sorted((one.amount or Decimal(0), other.amount or Decimal(0)))
    said = abs(stated.amount or Decimal(0))
    if stated.kind == "multiple":
        true = high / low
    elif stated.kind in ("money", "count", "points"):
        true = high - low
    else:
        true = (high / low - 1) * HUNDRED
    return said / _FAR < true < said * _FAR or (said < 1 and true < 1)


def _near(scene: Scene, stated: Quantity, pair: tuple[Quantity, Quantity]) -> bool:
    """Whether nothing between a stated change and its pair turns to another matter, nor another change is nearer."""
    if spoken_apart(scene, stated, pair):
        return False
    place = scene.place(stated)
    places = sorted(scene.place(value) for value in pair)
    if not places[0] < place < places[1]:
        between = scene.text[places[1] : place] if place > places[1] else scene.text[place : places[0]]
        apart = scene.index(stated) != max(scene.index(value) for value in pair)
        if place < places[0] and _dated_apart(scene, place, places[1]):
            return False
        between = words.BETWEEN_TWO.sub(" ", words.TAKES_UP.sub(" ", between))
        if words.TURN.search(between) or (not apart and BREAK.search(words.AS_WELL.sub("", between))):
            return False
        nearer = [value for value in scene.values if value is not stated and is_change(scene, value)]
        if any(_rival(scene, value, stated, places) for value in nearer):
            return False
    at = scene.index(stated)
    if at and all(scene.index(value) < at for value in pair):
        return words.BACK.match(scene.sentences[at].text) is not None
    return True


def _dated_apart(scene: Scene, place: int, last: int) -> bool:
    """Whether a change told before its values has a date that they have not: 'rose by 3 points in 2022; it is ...'."""
    stop = re.search("[;:]", scene.text[place:last])
    if stop is None:
        return False
    start = max(scene.text.rfind(mark, 0, place) for mark in ".;:。") + 1
    told, given = scene.text[start : place + stop.start()], scene.text[place + stop.start() : last + 24]
    dates, others = ({when for _, when in times(scene, text)} for text in (told, given))
    return bool(dates) and len(others) >= 2 and dates.isdisjoint(others)


def _rival(scene: Scene, other: Quantity, stated: Quantity, places: list[int]) -> bool:
    """Whether another change of the same sort stands between a stated change and its pair."""
    place, mine = scene.place(other), scene.place(stated)
    same = (other.kind == "points") == (stated.kind == "points")
    return same and (places[0] <= place < mine or mine < place <= places[1])


def _ordered(scene: Scene, one: Quantity, other: Quantity, way: Direction | None) -> tuple[Quantity, Quantity]:
    low, high = sorted((one, other), key=lambda value: value.amount or Decimal(0))
    if way is not None:
        return (low, high) if way == "increase" else (high, low)
    return earlier(scene, one, other) or (one, other)
