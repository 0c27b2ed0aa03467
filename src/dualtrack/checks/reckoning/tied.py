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
from dualtrack.checks.frame import ANY, DATE
from dualtrack.checks.moves import touching_direction
from dualtrack.checks.pairs import BREAK, Comparison, Pair, pairs
from dualtrack.checks.reckoning import tied_words as words
from dualtrack.checks.reckoning.scene import TIME, Scene, comparable, is_percent_like, neighbours, scene_of, scenes
from dualtrack.checks.reckoning.stated import direction_of, is_change, is_difference
from dualtrack.checks.wording import OTHER_BASIS, Direction
from dualtrack.checks.written import HUNDRED, Interval, Verdict, exact, interval, judge, open_ended, rounds_to
from dualtrack.extraction import Quantity

_LIMIT = 14
"""More levels than this in a scene and nothing is tied."""


def tied(context: Context, known: Sequence[Comparison]) -> Iterator[Comparison]:
    """Comparisons by elimination, for stated changes that no fixed wording ties to two values."""
    held = {
        one.sentence.start + value.start for one in known for value in (one.stated, one.difference) if value is not None
    }
    for sentence, before in neighbours(context):
        if not sentence.digits and sentence.numbers < 2:
            continue
        numbers = sentence.numbers + (before.numbers if before is not None else 0)
        if numbers < 2 or not sentence.has(words.HINT):
            continue
        yield from _of(context, sentence, before, held)


def explained(scene: Scene, stated: Quantity, way: Direction | None) -> bool:
    """Whether any two values of a scene give a stated change."""
    levels = _levels(scene)[:_LIMIT]
    return any(_gives(stated, one, other, way) for one, other in combinations(levels, 2) if _fits(stated, one, other))


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
        if stated is None or _gives(stated, one.pair.before, one.pair.after, one.direction):
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
        stated = [value for value in own if scene.sentence.start + value.start not in held and _states(scene, value)]
        levels = _levels(scene)
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
        yield from _contrary(next(scenes(context, sentence, None)))


def _takes_up(scene: Scene, stated: Quantity, levels: Sequence[Quantity]) -> bool:
    """Whether a sentence begins with the change of what the one before it told: 'The increase of 24 % is due to'."""
    first = all(scene.index(one) == 0 or scene.place(one) > scene.place(stated) for one in levels)
    text = scene.sentences[1].text
    before = text[: scene.sentence.start + stated.start - scene.sentences[1].start]
    return first and words.ANAPHORA.match(text) is not None and len(words.ways(before)) == 1


def _states(scene: Scene, value: Quantity) -> bool:
    return is_change(scene, value) or is_difference(scene, value)


def _levels(scene: Scene) -> list[Quantity]:
    return [
        value
        for value in scene.values
        if value.kind in ("money", "count", "percentage") and value.upper is None and not _states(scene, value)
        if not (value.unit in TIME and "-" in value.quote)
    ]


def _tie(scene: Scene, stated: Quantity, levels: list[Quantity]) -> Comparison | None:
    """The pair that a stated change belongs to, where it is not explained and just one fits."""
    text = scene.sentence.text
    if (
        OTHER_BASIS.search(text[max(0, stated.start - 30) : stated.end + 30])
        or words.REAL.search(text)
        or stated.upper is not None
    ):
        return None
    fitting = [(one, other) for one, other in combinations(levels, 2) if _fits(stated, one, other)]
    way = direction_of(scene, stated)
    said = replace(stated, qualifier=None) if words.EXCEEDS.match(scene.after(stated)) else stated
    telling = [pair for pair in fitting if len(fitting) == 1 or not any(map(open_ended, pair))]
    given = [pair for pair in telling if _gives(said, *pair, way)]
    if not fitting or given:
        return _turned_about(scene, stated, *given) if len(given) == 1 else None
    chosen = _pair(scene, stated, fitting, levels)
    if chosen is None or not _near(scene, stated, chosen) or _is_level_of(stated, chosen):
        return None
    before, after = _ordered(scene, *chosen, way)
    places = sorted(scene.place(value) for value in chosen)
    pair = Pair(before, after, places[0], places[1] + 1, strong=False)
    if stated.kind in ("money", "count"):
        return Comparison(scene.sentence, pair, None, None, said)
    return Comparison(scene.sentence, pair, said, way)


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
        value.start != stated.start and is_change(scene, value) and _gives(value, *pair, direction_of(scene, value))
        for value in scene.values
        if is_percent_like(value) and value not in pair
    )


def _fits(stated: Quantity, one: Quantity, other: Quantity) -> bool:
    if not comparable(one, other):
        return False
    if stated.kind == "points":
        return one.kind == "percentage"
    if stated.kind in ("money", "count"):
        return comparable(stated, one) or comparable(stated, other)
    return True


def _gives(stated: Quantity, one: Quantity, other: Quantity, way: Direction | None) -> bool:
    """Whether two values give a stated change, in the order that its direction asks or in either."""
    low, high = sorted((one, other), key=lambda value: value.amount or Decimal(0))
    if stated.kind in ("money", "count", "points"):
        return _difference_fits(stated, low, high)
    if not any(char.isdigit() for char in stated.quote) or stated.kind == "multiple":
        return _factor_fits(stated, low, high, way)
    readings = {"increase": ((low, high),), "decrease": ((high, low),)}.get(way or "", ((low, high), (high, low)))
    return any(_percent_fits(stated, *reading) for reading in readings) or (
        low.kind == "percentage" and _difference_fits(stated, low, high)
    )


def _difference_fits(stated: Quantity, low: Quantity, high: Quantity) -> bool:
    gap = (high.amount or Decimal(0)) - (low.amount or Decimal(0))
    spread = interval(high) - interval(low)
    return judge(stated, gap, spread) is Verdict.RIGHT


def _percent_fits(stated: Quantity, before: Quantity, after: Quantity) -> bool:
    ratio = interval(after).over(interval(before))
    if ratio is None or not before.amount:
        return False
    change = ((after.amount or Decimal(0)) / before.amount - 1) * HUNDRED
    allowed = ratio.scaled(HUNDRED)
    moved = Interval(allowed.low - HUNDRED, allowed.high - HUNDRED)
    if judge(stated, abs(change), moved if change >= 0 else -moved) is Verdict.RIGHT:
        return True
    whole = change + HUNDRED
    return judge(stated, whole, allowed) is Verdict.RIGHT or (
        exact(before) and exact(after) and rounds_to(whole, abs(stated.amount or Decimal(0)), stated.precision)
    )


_LOOSE, _LOOSER = Decimal("0.08"), Decimal("0.13")


def _factor_fits(stated: Quantity, low: Quantity, high: Quantity, way: Direction | None) -> bool:
    """Whether two values are about as far apart as a word or a multiple says: halved, a third less, threefold."""
    ratio = interval(high).over(interval(low))
    if ratio is None or not stated.amount:
        return True
    amount = abs(stated.amount)
    over = stated.qualifier in ("over", "at least")
    if stated.kind == "multiple" or amount >= HUNDRED:
        factors = [amount, amount + 1] if stated.kind == "multiple" else [1 + amount / HUNDRED]
        wide = ratio.widened(_LOOSER)
        return any(wide.low <= factor <= wide.high or (over and wide.high >= factor) for factor in factors)
    grown = (ratio.low - 1) * HUNDRED, (ratio.high - 1) * HUNDRED
    shrunk = (1 - 1 / ratio.low) * HUNDRED, (1 - 1 / ratio.high) * HUNDRED
    slack = amount * (_LOOSE if amount < HUNDRED / 2 else _LOOSER)
    readings = {"increase": (grown,), "decrease": (shrunk,)}.get(way or "", (grown, shrunk))
    return any(few - slack <= amount <= many + slack or (over and many >= amount) for few, many in readings)


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
    alone = [pair for pair in free if _alone(pair, levels) and _alike(stated, *pair)]
    if len(alone) > 1:
        alone = [pair for pair in alone if earlier(scene, *pair) is not None]
    if len(alone) == 1 and _marked(scene, alone[0]) and not words.TURN.search(scene.between(*alone[0])):
        return alone[0]
    return None


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


def _alone(pair: tuple[Quantity, Quantity], levels: list[Quantity]) -> bool:
    """Whether no third value could be compared with both."""
    others = [value for value in levels if value is not pair[0] and value is not pair[1]]
    return not any(comparable(value, pair[0]) and comparable(value, pair[1]) for value in others)


def _marked(scene: Scene, pair: tuple[Quantity, Quantity]) -> bool:
    """Whether words or two dates say that one of the two values is the earlier."""
    around = scene.around(pair, 44)
    if words.PRIOR.search(around) or _BRACKETED_YEAR.search(around):
        return True
    dates = [scene.frame.dates[char] for char in re.findall(DATE, around) if char in scene.frame.dates]
    return len({date.edtf for date in dates}) >= 2


_BRACKETED_YEAR = re.compile(r"\(\s?[\uf000-\uf8ff]\s?[:：]?\s?[\ue000-\uefff]")
"""A value of another year in brackets: '(FY23: £291m'."""


def _near(scene: Scene, stated: Quantity, pair: tuple[Quantity, Quantity]) -> bool:
    """Whether nothing between a stated change and its pair turns to another matter, nor another change is nearer."""
    if spoken_apart(scene, stated, pair):
        return False
    place = scene.place(stated)
    places = sorted(scene.place(value) for value in pair)
    if not places[0] < place < places[1]:
        between = scene.text[places[1] : place] if place > places[1] else scene.text[place : places[0]]
        apart = scene.index(stated) != max(scene.index(value) for value in pair)
        between = words.TAKES_UP.sub(" ", between)
        if words.TURN.search(between) or (not apart and BREAK.search(words.AS_WELL.sub("", between))):
            return False
        nearer = [value for value in scene.values if value is not stated and is_change(scene, value)]
        if any(_rival(scene, value, stated, places) for value in nearer):
            return False
    at = scene.index(stated)
    if at and all(scene.index(value) < at for value in pair):
        return words.BACK.match(scene.sentences[at].text) is not None
    return True


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


def earlier(scene: Scene, one: Quantity, other: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two values, the earlier one first, where the words or their dates say which it is."""
    for pair in pairs(scene.frame, scene.script):
        if {id(pair.before), id(pair.after)} == {id(one), id(other)}:
            return pair.before, pair.after
    marked = {value for value in (0, 1) if _is_former(scene, (one, other)[value])}
    if len(marked) == 1:
        return (one, other) if 0 in marked else (other, one)
    years = [_year(scene, value) for value in (one, other)]
    if None not in years and years[0] != years[1]:
        return (one, other) if years[0] < years[1] else (other, one)  # type: ignore[operator]
    return None


def _is_former(scene: Scene, value: Quantity) -> bool:
    """Whether a word for an earlier time stands right beside a value, within its clause."""
    segment = (
        re.split(r"[,、;()]", scene.before(value, 30))[-1] + "|" + re.split(r"[,、;()]", scene.after(value, 30))[0]
    )
    return words.PRIOR.search(segment) is not None


def _year(scene: Scene, value: Quantity) -> str | None:
    """The year of the date nearest to a value."""
    place = scene.place(value)
    chars = [(abs(match.start() - place), match.group()) for match in re.finditer(DATE, scene.text)]
    found = [(gap, scene.frame.dates[char].edtf) for gap, char in sorted(chars) if char in scene.frame.dates]
    return found[0][1][:4] if found and found[0][0] < 40 and found[0][1] else None


def _clause(scene: Scene, pair: Sequence[Quantity]) -> str:
    """The text around two values, between the semicolons that hold them."""
    places = sorted(scene.place(value) for value in pair)
    start = max(scene.text.rfind(mark, 0, places[0]) for mark in ";；") + 1
    ends = [at for mark in ";；" if (at := scene.text.find(mark, places[1])) >= 0]
    return words.RATE_OF.sub("", scene.text[start : min(ends, default=len(scene.text))])


def _of_two_things(scene: Scene, couple: Sequence[Quantity]) -> bool:
    """Whether the words right behind two bare numbers name other things: five research areas, two countries."""
    if any(value.kind != "count" or value.unit is not None for value in couple):
        return False
    one, other = (
        {word.lower().rstrip("s") for word in _THING.match(scene.after(value)).group().split()}  # type: ignore[union-attr]
        for value in couple
    )
    return bool(one and other) and one.isdisjoint(other)


_THING = re.compile(
    r"(?: (?!(?:in|to|of|for|by|at|on|and|or|from|per|under|during|this|last|the|im|in|auf|und|von|en|de|"
    r"à|et|pour|sur|par)\b)[^\W\d]+){0,3}"
)


def _contrary(scene: Scene) -> Iterator[Comparison]:
    """Two values of which the words say which is earlier, and that all went the other way."""
    levels = _levels(scene)
    couples = [pair for pair in combinations(levels, 2) if comparable(*pair) and _alone(pair, levels)]
    if len(levels) > 4 or len(couples) != 1 or any(is_change(scene, value) for value in scene.values):
        return
    clause = _clause(scene, couples[0])
    ways = words.ways(clause)
    if len(ways) != 1 or words.TURN.search(clause) or words.SLOWED.search(clause) or _of_two_things(scene, couples[0]):
        return
    order = earlier(scene, *couples[0])
    if order is None:
        return
    places = sorted(scene.place(value) for value in order)
    if re.search(ANY, scene.text[places[0] + 1 : places[1]]) and len(scene.text[places[0] : places[1]]) > 90:
        return
    yield Comparison(scene.sentence, Pair(*order, places[0], places[1] + 1, strong=True), None, ways.pop())
