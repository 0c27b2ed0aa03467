"""Totals and the parts they are made of, found by elimination where no fixed wording says so.

A total is *explained* where any two or more of the values beside it make it. Where none do, a run of values in one
list *claims* to make it by structure (a colon, brackets or dashes behind the total, a word for total, a word for the
rest) or by coming so near that nothing else can be meant.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import NamedTuple

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.reckoning import part_words as words
from dualtrack.checks.reckoning.scene import Scene, neighbours, scene_of, scenes
from dualtrack.checks.reckoning.stated import amounts
from dualtrack.checks.written import Interval, interval, open_ended, rounds_to
from dualtrack.extraction import Quantity

NEAR = Decimal("0.2")
"""How far apart, as a share of it, a total and the parts that are meant to make it may lie."""
_MOST = 12


class Whole(NamedTuple):
    """A total and the values that claim to make it."""

    scene: Scene
    total: Quantity
    parts: tuple[Quantity, ...]


def wholes(context: Context) -> Iterator[Whole]:
    """Totals that no values beside them make, each with the run of values that claims to."""
    for sentence, before in neighbours(context):
        if sentence.numbers >= 2:
            yield from _of(context, sentence, before)


def _of(context: Context, sentence: Sentence, before: Sentence | None) -> Iterator[Whole]:
    if before is not None and before.numbers == 1 and words.AMONG.search(sentence.text):
        beyond = _beyond(scene_of(context, (before, sentence)))
        if beyond is not None:
            yield beyond
            return
    if before is not None and not _goes_on(before, sentence):
        before = None
    if before is None and (sentence.numbers < 3 or len(sentence.operands) < 3):
        return
    for number, scene in enumerate(scenes(context, sentence, before)):
        levels = amounts(scene)
        if not 3 <= len(levels) <= _MOST + number * 4:
            continue
        found = list(_claims(scene, levels, joined=number == 1))
        yield from found[:1]
        if found:
            return


def _beyond(scene: Scene) -> Whole | None:
    """Parts of the number in the sentence before, which may leave some out but are more than it."""
    levels = amounts(scene)
    if not levels or scene.index(levels[0]) or any(map(open_ended, levels)):
        return None
    found = run_of(scene, levels[0], levels[1:])
    more = len(found) >= 2 and sum_of(found) > interval(levels[0]).high
    return Whole(scene, levels[0], tuple(found)) if more else None


def _goes_on(before: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence may list the parts of a total in the one before it."""
    if not before.numbers:
        return False
    if (
        before.text.rstrip().endswith((":", "："))
        or words.THESE_ARE.match(sentence.text)
        or words.WHOLE.search(sentence.text)
        or words.REST.search(sentence.text)
    ):
        return True
    return words.TOTAL_WORD.search(before.text) is not None


def makes(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the parts make the total, as written or within what rounding allows."""
    if exactly(total, parts):
        return True
    return interval(total).touches(spread_of(parts))


def exactly(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the parts make the total as written, or as rounded to its digits."""
    summed = sum_of(parts)
    stated = total.amount or Decimal(0)
    return summed == stated or (total.qualifier is None and rounds_to(summed, stated, total.precision))


def sum_of(parts: Iterable[Quantity]) -> Decimal:
    """The amounts of some values added up."""
    return sum((part.amount or Decimal(0) for part in parts), Decimal(0))


def spread_of(parts: Iterable[Quantity]) -> Interval:
    """What the sum of some values may be, as they are written."""
    return sum(map(interval, parts), Interval(Decimal(0), Decimal(0)))


def some_make(total: Quantity, parts: Sequence[Quantity], *, nested: bool = False) -> bool:
    """Whether some of the parts make the total as written.

    Small numbers make each other by chance: of those only the first so many count, unless the words nest parts.
    """
    few = parts[:_MOST]
    if any(exactly(total, few[:count]) for count in range(2, len(few) + 1)):
        return True
    if not nested and (total.amount or Decimal(0)) < _SMALL * total.precision:
        return False
    return any(exactly(total, some) for size in range(len(few) - 1, 1, -1) for some in combinations(few, size))


_SMALL = 20


def is_nested(text: str) -> bool:
    """Whether words make some values of a list parts of others: dont, darunter, of which, うち, 計."""
    return words.NESTED.search(text) is not None or re.search(r"計\s?[\d\ue000-\ue7ff]", text) is not None


def _self_made(total: Quantity, levels: Sequence[Quantity]) -> bool:
    return some_make(total, [value for value in levels if value is not total and _loosely(total, value)])


def _loosely(total: Quantity, part: Quantity) -> bool:
    if total.kind != part.kind or total.currency != part.currency or not total.amount or not part.amount:
        return False
    return part.amount < total.amount


def _claims(scene: Scene, levels: list[Quantity], *, joined: bool) -> Iterator[Whole]:
    for at, total in enumerate(levels):
        if open_ended(total):
            continue
        if joined and scene.index(total) == 1:
            continue
        after = run_of(scene, total, levels[at + 1 :])
        if len(after) >= 2:
            tied = _claims_after(scene, total, after, joined=joined)
            if tied is not None and not _explained(scene, total, after, levels, tied=tied):
                yield Whole(scene, total, tuple(after))
        before = run_of(scene, total, levels[:at][::-1])[::-1]
        closing = len(before) >= 2 and not joined and _claims_before(scene, total, before)
        if closing and not _explained(scene, total, before, levels, tied=True):
            yield Whole(scene, total, tuple(before))


def _explained(scene: Scene, total: Quantity, parts: list[Quantity], levels: list[Quantity], *, tied: bool) -> bool:
    """Whether a total is made by its parts, by some of them where words nest them, or, if nothing ties them, by any."""
    if makes(total, parts) or some_make(total, parts, nested=is_nested(scene.text)):
        return True
    smaller = [value for value in levels if value is not total and _loosely(total, value)]
    if words.REST.search(scene.text) and some_make(total, smaller, nested=True):
        return True
    outside = [value for value in levels if not any(value is part for part in parts)]
    return not tied and any(_self_made(value, levels) for value in outside)


_QUOTED = re.compile("「[^「」]*」")


def _turns(scene: Scene, text: str) -> bool:
    """Whether words turn from one list to another matter, not in quotes; votes are cast against without any turn."""
    text = _QUOTED.sub("", text)
    if words.VOTES.search(scene.text):
        text = re.sub(r"\bagainst\b", "", text)
    return words.TURN.search(text) is not None


def run_of(scene: Scene, total: Quantity, values: Sequence[Quantity]) -> list[Quantity]:
    """The values of one list that follow (or precede) a total; nested ones are left out."""
    found: list[Quantity] = []
    last: Quantity | None = None
    if total.unit is not None and any(value.unit == total.unit for value in values):
        values = [value for value in values if value.unit == total.unit]
    for value in values:
        if not _loosely(total, value):
            if value.kind != total.kind:
                continue
            if last is not None:
                break
            return []
        deeper = 0 if last is None else _depth(scene.between(last, value))
        if deeper < 0:
            break
        if deeper > 0:
            continue
        between = scene.between(last if last is not None else total, value)
        if last is not None and (len(between) > 100 or not words.SEPARATOR.search(between) or _turns(scene, between)):
            break
        if last is not None and words.NESTED.search(
            scene.text[min(scene.place(last), scene.place(value)) + 1 : max(scene.place(last), scene.place(value))]
        ):
            continue
        found.append(value)
        last = value
    return found


def _depth(between: str) -> int:
    """How many brackets a text opens and leaves open; less than none where it closes some."""
    return between.count("(") - between.count(")")


def _claims_after(scene: Scene, total: Quantity, parts: list[Quantity], *, joined: bool) -> bool | None:
    """Whether a list behind a total claims to make it: by structure or words (True), by coming near (False), or not."""
    gap, lead = scene.between(total, parts[0]), scene.before(total, 24)
    inner = "".join(scene.between(one, other) for one, other in pairwise(parts))
    tail = scene.text[scene.place(parts[-1]) + 1 :][:90]
    if len(gap) > 140 or words.OPEN.search(gap + inner + tail[:24]) or any(map(open_ended, parts)):
        return None
    glossed = re.fullmatch(r"[^,:]*\(\s?", gap) and scene.after(parts[0]).startswith(")")
    if glossed and not words.WHOLE.search(gap):
        return None
    said = words.IN_A_YEAR.sub("", gap)
    if _turns(scene, re.sub(r"[。]|\.\s", " ", said) if joined else said):
        return None
    if _told_in_words(total, parts, tail) or words.SO_FAR.search(scene.text):
        return None
    gap_of_all = apart(total, parts)
    whole = (
        words.WHOLE.search(gap) is not None
        or _these_are(scene, total, parts)
        or words.CLOSE_WHOLE.match(tail) is not None
    )
    named = words.TOTAL_BEFORE.search(lead) is not None or words.TOTAL_AFTER.match(scene.after(total)) is not None
    rest = words.REST.search(inner + tail[:16]) is not None
    tied = bool(words.BRACKET.fullmatch(gap)) or whole or named or rest
    if len(parts) >= 3:
        return tied if gap_of_all <= (_WIDE if tied else NEAR) else None
    joint = words.JOINT.search(scene.between(parts[-2], parts[-1])) is not None
    return True if tied and (joint or rest or whole) and gap_of_all <= NEAR else None


def _these_are(scene: Scene, total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether a sentence begins by saying what was counted; answers may be less than those asked, but not more."""
    found = words.THESE_ARE.search(scene.text, scene.place(total))
    if found is None or found.end() > scene.place(parts[0]):
        return False
    if scene.script == "latin":
        return scene.place(parts[0]) - found.end() <= len("um d'")
    more = sum_of(parts) > (total.amount or Decimal(0))
    return "回答" not in found.group() or more or words.ALL_ANSWERED.search(scene.text) is not None


def _told_in_words(total: Quantity, parts: Sequence[Quantity], tail: str) -> bool:
    """Whether what is missing of a small count is named after the list without a number: 'plus a chair'."""
    missing = (total.amount or Decimal(0)) - sum_of(parts)
    return total.kind == "count" and 0 < missing <= _FEW and words.ONE_MORE.search(tail) is not None


_FEW = 3


def apart(total: Quantity, parts: Sequence[Quantity]) -> Decimal:
    """How far the sum of the parts lies from the total, as a share of it."""
    return abs(sum_of(parts) - (total.amount or Decimal(0))) / (total.amount or Decimal(1))


_WIDE = Decimal("0.5")


def _claims_before(scene: Scene, total: Quantity, parts: list[Quantity]) -> bool:
    """Whether a list ends in its total: 'A, B and C, 120 in all', '위원장 1명과 ... 을 합하여 총 21명'."""
    gap = scene.between(parts[-1], total)
    inner = "".join(scene.between(one, other) for one, other in pairwise(parts))
    if words.AND_SUCH.match(gap) or words.UNTOLD.search(gap):
        return False
    gap = re.sub(r"(?:등|など)\s?(?=(?:모두|총|합계|計|合計|全部で)?\s?(?:[\ue000-\ue7ff]|$))", "", gap)
    if len(gap) > 60 or words.OPEN.search(inner + gap) or _turns(scene, inner) or any(map(open_ended, parts)):
        return False
    named = words.TOTAL_BEFORE.search(gap) is not None or words.TOTAL_AFTER.match(scene.after(total)) is not None
    return named and apart(total, parts) <= NEAR and not words.SO_FAR.search(scene.text)
