"""Two pairs and two changes told of in one breath: 'from 40 to 50 and from 80 to 88, by 25 % and 10 % respectively'."""

import re
from collections.abc import Iterator, Sequence

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.frame import Frame
from dualtrack.checks.hints import Hint
from dualtrack.checks.moves import says_change
from dualtrack.checks.pairs import Comparison, Pair, pairs
from dualtrack.checks.reckoning import tied_words as words
from dualtrack.checks.reckoning.fitting import fits, gives
from dualtrack.checks.wording import OTHER_BASIS, Direction
from dualtrack.extraction import Quantity

_HINT = Hint(r"respective|beziehungsweise|bzw|jeweils|それぞれ|각각|分别|分別")
_AND = re.compile(
    r"[^\ue000-\uf8ff.;]{0,6}(?:\b(?:and|und|et|bzw\.|beziehungsweise|respectively|respectivement)\b|[,、とや·및])[^\ue000-\uf8ff.;]{0,24}",
    re.IGNORECASE,
)
"""What stands between two changes that are told one after the other."""


def respective(context: Context) -> Iterator[Comparison]:
    """The changes of several pairs, each with the pair that has its place in the row."""
    for sentence in context.statements:
        if sentence.digits >= 4 and sentence.has(_HINT):
            yield from _of(sentence)


def _of(sentence: Sentence) -> Iterator[Comparison]:
    frame = sentence.frame
    if frame is None or OTHER_BASIS.search(sentence.text) or words.REAL.search(sentence.text):
        return
    rows = pairs(frame, sentence.script)
    ends = [value for pair in rows for value in (pair.before, pair.after)]
    stated = [value for value in frame.percents if value not in ends]
    if not 2 <= len(rows) == len(stated) or not _in_a_row(frame, stated):
        return
    ways = words.ways(sentence.text)
    told = any(says_change(frame, value, frame.dateless) for value in stated)
    if len(ways) != 1 or not (told or sentence.script != "latin"):
        return
    way: Direction = ways.pop()
    if not all(fits(value, pair.before, pair.after) for value, pair in zip(stated, rows, strict=True)):
        return
    for value, pair in zip(stated, rows, strict=True):
        if not _elsewhere(value, pair, rows, way):
            yield Comparison(sentence, pair, value, way)


def _in_a_row(frame: Frame, stated: Sequence[Quantity]) -> bool:
    """Whether nothing but small words stands between the changes."""
    text = frame.dateless
    places = [text.find(frame.char(value)) for value in stated]
    return all(
        0 <= one < other and _AND.fullmatch(text[one + 1 : other]) is not None
        for one, other in zip(places, places[1:], strict=False)
    )


def _elsewhere(stated: Quantity, pair: Pair, rows: Sequence[Pair], way: Direction) -> bool:
    """Whether its own pair gives a change, or another does: then the row is told in another order."""
    return any(gives(stated, one.before, one.after, way) for one in (pair, *rows))
