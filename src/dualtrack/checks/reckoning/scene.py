"""What stands together: the values of a sentence, or of two that follow each other, with the words around each.

Rules that reckon by elimination look at a scene as a whole: which values could be compared, which of them the words
mark as earlier, and whether any reading explains a stated figure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from dualtrack.checks import pairs
from dualtrack.checks.context import Context, Sentence, once
from dualtrack.checks.frame import ANY, Frame, frame_with
from dualtrack.extraction import Quantity
from dualtrack.extraction.dates import DateMention

_PERCENT_LIKE = ("percentage", "share", "points", "multiple")


class Scene:
    """One sentence or several of one passage as a text with values taken out.

    Attributes:
        sentences: The sentences, in order.
        sentence: All of it as one sentence, whose offsets the values count in.
        frame: The wording with place-holders.
        text: The wording without glosses and hedges; places of values count in it.
    """

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        first, last = sentences[0], sentences[-1]
        self.sentences = sentences
        self.kept: dict[tuple[str, int], bool] = {}
        if len(sentences) == 1:
            self.sentence = first
            frame = first.frame
        else:
            flat = first.context.flat[first.start : last.start + len(last.text)]
            self.sentence = Sentence(first.context, first.passage, first.start, flat)
            frame = _joined(first.start, sentences, flat)
        self.frame: Frame = frame or Frame(self.sentence.text, self.sentence.text, {})
        self.text = self.frame.plain
        numbers = self.frame.numbers
        self._places = {id(numbers[char]): at for at, char in enumerate(self.text) if char in numbers}

    @cached_property
    def script(self) -> str:
        """The script of its first sentence that tells one."""
        return next((one.script for one in self.sentences if one.script != "latin"), "latin")

    @cached_property
    def values(self) -> list[Quantity]:
        """The values that stand in the text, glosses left out, in order."""
        return [value for value in self.frame.numbers.values() if value.gloss_of is None and id(value) in self._places]

    def place(self, value: Quantity) -> int:
        """Where a value stands in ``text``."""
        return self._places[id(value)]

    def before(self, value: Quantity, reach: int = 40) -> str:
        """The words before a value, up to the value or date before it."""
        place = self.place(value)
        return re.split(ANY, self.text[max(0, place - reach) : place])[-1]

    def after(self, value: Quantity, reach: int = 40) -> str:
        """The words after a value, up to the next value or date."""
        place = self.place(value) + 1
        return re.split(ANY, self.text[place : place + reach])[0]

    def between(self, one: Quantity, other: Quantity) -> str:
        """What lies between two values."""
        first, last = sorted((self.place(one), self.place(other)))
        return self.text[first + 1 : last]

    def around(self, values: Sequence[Quantity], reach: int = 28) -> str:
        """The text that holds these values, with so many characters at its ends."""
        places = [self.place(value) for value in values]
        return self.text[max(0, min(places) - reach) : max(places) + reach]

    def index(self, value: Quantity) -> int:
        """Which of the sentences a value stands in."""
        start = self.sentence.start + value.start
        return next(at for at, one in enumerate(self.sentences) if start < one.start + len(one.text))


def _joined(begin: int, sentences: Sequence[Sentence], flat: str) -> Frame | None:
    """The frame of several sentences as one text; a number of millions takes the only currency there is."""
    values: list[Quantity] = []
    dates: list[DateMention] = []
    for one in sentences:
        shift = one.start - begin
        values += [replace(value, start=value.start + shift, end=value.end + shift) for value in one.operands]
        dates += [replace(date, start=date.start + shift, end=date.end + shift) for date in one.written_dates]
    return frame_with(flat, _one_currency(values), dates)


def _one_currency(values: list[Quantity]) -> list[Quantity]:
    """Numbers of millions without a currency, in the only one of the scene."""
    currencies = {value.currency for value in values if value.kind == "money" and value.gloss_of is None}
    if len(currencies) != 1:
        return values
    currency = currencies.pop()
    return [
        replace(value, kind="money", currency=currency)
        if value.kind == "count" and value.unit is None and value.precision >= 1000 and _SCALED.search(value.quote)
        else value
        for value in values
    ]


_SCALED = re.compile(r"\d.*(?:[mM]illion|[bB]illion|[mM]illiard|Mio|Mrd|Md|[万億억만亿])")


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two levels are of one kind, unit and currency, and neither is a range; a bare number fits any count."""
    if not pairs.comparable(one, other) or not other.amount or one.kind == "share":
        return False
    return one.unit == other.unit or not {one.unit, other.unit} & TIME


TIME = frozenset(("days", "weeks", "months", "years", "hours", "minutes"))
"""Units that are lengths of time."""


def is_percent_like(value: Quantity) -> bool:
    """Whether a value is a percentage, a share in words, points or a multiple."""
    return value.kind in _PERCENT_LIKE


def scenes(context: Context, sentence: Sentence, before: Sentence | None) -> Iterator[Scene]:
    """The scenes that a sentence may be read in: alone, then with the sentence before it."""
    yield scene_of(context, (sentence,))
    if before is not None:
        yield scene_of(context, (before, sentence))


def scene_of(context: Context, sentences: Sequence[Sentence]) -> Scene:
    """The scene of some sentences, made once a run."""
    held = _held(context)
    key = sentences[0].start, sentences[-1].start
    if key not in held:
        held[key] = Scene(sentences)
    return held[key]


@once
def _held(_context: Context) -> dict[tuple[int, int], Scene]:
    return {}


def neighbours(context: Context) -> Iterator[tuple[Sentence, Sentence | None]]:
    """Each wording of the document once, with the sentence of the same passage or list that stands before it."""
    before = _before(context)
    for sentence in context.statements:
        yield sentence, before.get(sentence.start)


@once
def _before(context: Context) -> dict[int, Sentence]:
    """The sentence before each that follows another, by where it begins."""
    return {second.start: first for first, second in pairwise(context.sentences) if _together(first, second)}


def _together(first: Sentence, second: Sentence) -> bool:
    """Whether one is the next sentence of the same paragraph, or the next item of the same list."""
    if first.passage is second.passage:
        return True
    return first.passage.kind == second.passage.kind == "list item"
