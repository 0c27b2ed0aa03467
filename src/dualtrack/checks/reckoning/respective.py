"""Two pairs and two changes told of in one breath: 'from 40 to 50 and from 80 to 88, by 25 % and 10 % respectively'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.frame import Frame
from dualtrack.checks.hints import Hint
from dualtrack.checks.moves import says_change
from dualtrack.checks.pairs import BREAK, Comparison, Pair, pairs
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
    stated = _changes(frame, ends)
    if not 2 <= len(rows) == len(stated) or not _in_a_row(frame, stated) or _turned(frame, rows, stated):
        return
    ways = words.ways(sentence.text)
    if len(ways) != 1 or not _told_as_changes(frame, sentence.script, stated):
        return
    way: Direction = ways.pop()
    if not all(fits(value, pair.before, pair.after) for value, pair in zip(stated, rows, strict=True)):
        return
    for value, pair in zip(stated, rows, strict=True):
        if not _elsewhere(value, pair, rows, way):
            yield Comparison(sentence, pair, value, way)


def _changes(frame: Frame, ends: Sequence[Quantity]) -> list[Quantity]:
    """The percentages that are no end of a pair; a bare number right before one takes its sign: um 20 bzw. 15 %."""
    numbers = list(frame.numbers.items())
    found = []
    for at, (char, value) in enumerate(numbers):
        after = numbers[at + 1][1] if at + 1 < len(numbers) else None
        if value in ends or (char < "\ue800" and (value.unit is not None or value.kind != "count")):
            continue
        if char >= "\ue800":
            found.append(value)
        elif after is not None and after.kind == "percentage" and after not in ends:
            found.append(replace(value, kind="percentage"))
    return found


def _told_as_changes(frame: Frame, script: str, stated: Sequence[Quantity]) -> bool:
    """Whether the words before the first of a row, or at any of it, say that it is one of changes."""
    text = frame.dateless
    chars = {value.start: char for char, value in frame.numbers.items()}
    before = text[: text.find(chars[stated[0].start])]
    return (
        script != "latin"
        or words.BY_SO_MUCH.search(before) is not None
        or any(char >= "\ue800" and says_change(frame, frame.value(char), text) for char in _chars(chars, stated))
    )


def _turned(frame: Frame, rows: Sequence[Pair], stated: Sequence[Quantity]) -> bool:
    """Whether the text turns to another matter between the pairs and the changes that follow them."""
    text = frame.dateless
    chars = {value.start: char for char, value in frame.numbers.items()}
    first = text.find(chars[stated[0].start])
    between = text[max(pair.end for pair in rows) : first] if first > rows[-1].start else ""
    gapped = _NEW_SUBJECT.search(between) is not None and not words.ways(between)
    turned = words.TURN.search(between) or BREAK.search(_AND_THOSE.sub(" ", between))
    return gapped or turned is not None


_AND_THOSE = re.compile(r" (?:et (?:ceux|celles|celui|celle)|and (?:those|that)|und diejenigen?) ", re.IGNORECASE)
_NEW_SUBJECT = re.compile(r",? (?:and |und |et )?(?:the|its|der|die|das|les?|la) [^\W\d]{3,}", re.IGNORECASE)
"""Of something else, where no verb follows: 'the numbers by 10 and 12 %'."""


def _chars(chars: dict[int, str], values: Sequence[Quantity]) -> list[str]:
    return [chars[value.start] for value in values]


def _in_a_row(frame: Frame, stated: Sequence[Quantity]) -> bool:
    """Whether nothing but small words stands between the changes."""
    text = frame.dateless
    chars = {value.start: char for char, value in frame.numbers.items()}
    places = [text.find(char) for char in _chars(chars, stated)]
    return all(
        0 <= one < other and _AND.fullmatch(text[one + 1 : other]) is not None for one, other in pairwise(places)
    )


def _elsewhere(stated: Quantity, pair: Pair, rows: Sequence[Pair], way: Direction) -> bool:
    """Whether its own pair gives a change, or another does: then the row is told in another order."""
    return any(gives(stated, one.before, one.after, way) for one in (pair, *rows))
