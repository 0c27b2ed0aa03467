"""Two values without a stated change of which all words tell the other way: 'cut from 20 to 24'."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from dualtrack.checks.frame import ANY
from dualtrack.checks.pairs import Comparison, Pair
from dualtrack.checks.reckoning import tied_words as words
from dualtrack.checks.reckoning.scene import Scene, comparable
from dualtrack.checks.reckoning.sooner import earlier
from dualtrack.checks.reckoning.stated import is_change, levels_of, stands_alone
from dualtrack.extraction import Quantity


def _clause(scene: Scene, pair: Sequence[Quantity]) -> str:
    """The text around two values, between the semicolons that hold them."""
    places = sorted(scene.place(value) for value in pair)
    start = max(scene.text.rfind(mark, 0, places[0]) for mark in ";；") + 1
    ends = [at for mark in ";；" if (at := scene.text.find(mark, places[1])) >= 0]
    return words.RATE_OF.sub("", scene.text[start : min(ends, default=len(scene.text))])


def of_two_things(scene: Scene, couple: Sequence[Quantity]) -> bool:
    """Whether the words right behind two bare numbers name other things: five research areas, two countries."""
    if any(value.kind != "count" or value.unit is not None for value in couple):
        return False
    one, other = (
        {word.lower().rstrip("s") for word in _THING.match(scene.after(value)).group().split()}  # type: ignore[union-attr]
        for value in couple
    )
    return bool(one and other) and one.isdisjoint(other)


def two_plurals(scene: Scene, couple: Sequence[Quantity]) -> bool:
    """Whether other things in the plural stand right behind two bare numbers: 120 schools, 90 clinics."""
    if any(value.kind != "count" or value.unit is not None for value in couple):
        return False
    one, other = (_PLURAL.match(scene.after(value)) for value in couple)
    return one is not None and other is not None and one[1].lower() != other[1].lower()


_PLURAL = re.compile(r" ([^\W\d_]{4,}s)\b")
_THING = re.compile(
    r"(?: (?!(?:in|to|of|for|by|at|on|and|or|from|per|under|during|this|last|the|im|in|auf|und|von|en|de|"
    r"à|et|pour|sur|par)\b)[^\W\d]+){0,3}"
)


_OF_ANOTHER = re.compile(
    r"\b(?:fait|faire|faisant) passer [^\ue000-\uf8ff.;]*$|"
    r": (?!(?:it|they|he|she|es|sie|er|ils?|elles?|this|these)\b)(?:[^\W\d][\w'’-]* ){1,6}"
    r"(?:went|moved|g(?:ing|ingen)|(?:est|sont) pass\w+|passe|passent)\b[^\ue000-\uf8ff.;]*$",
    re.IGNORECASE,
)
"""What moved something else, or tells after a colon of something else: 'the burden was reduced: the allowance went'."""


_BY_SO_MUCH = re.compile(r"\b(?:by|um)\s$")
"""Before what a thing is lengthened or raised by, which is no level."""


def contrary(scene: Scene) -> Iterator[Comparison]:
    """Two values of which the words say which is earlier, and that all went the other way."""
    levels = levels_of(scene)
    couples = [pair for pair in combinations(levels, 2) if comparable(*pair) and stands_alone(pair, levels)]
    if len(levels) > 4 or len(couples) != 1 or any(is_change(scene, value) for value in scene.values):
        return
    clause = _clause(scene, couples[0])
    ways = words.ways(clause)
    if len(ways) != 1 or words.TURN.search(clause) or words.SLOWED.search(clause) or of_two_things(scene, couples[0]):
        return
    if any(_BY_SO_MUCH.search(scene.before(value)) for value in couples[0]):
        return
    order = earlier(scene, *couples[0])
    if order is None or _OF_ANOTHER.search(scene.text[: min(map(scene.place, order))]):
        return
    places = sorted(scene.place(value) for value in order)
    if re.search(ANY, scene.text[places[0] + 1 : places[1]]) and len(scene.text[places[0] : places[1]]) > 90:
        return
    yield Comparison(scene.sentence, Pair(*order, places[0], places[1] + 1, strong=True), None, ways.pop())
