"""Shares and the part and whole they belong to, found by elimination where no fixed wording ties the three.

A share is *explained* where any two values of its scene give it. Where none do, it is *tied* to a part and a whole
that the words link ('41 of the 318', '応募412件に対して採択は74件', '936명, 이 중'), if it stands beside them as
their gloss, as a rate of success, or as a fraction in words.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.frame import PERCENT
from dualtrack.checks.pairs import GENERAL, pairs
from dualtrack.checks.reckoning import portion_words as words
from dualtrack.checks.reckoning.consequence import follows_from, of_others
from dualtrack.checks.reckoning.scene import Scene, neighbours, scenes
from dualtrack.checks.reckoning.stated import amounts, is_change
from dualtrack.checks.written import HUNDRED, Interval, Verdict, interval, judge
from dualtrack.extraction import Quantity

_FAR = Decimal(4)
_SMALL = 12


Couple = tuple[Quantity, Quantity]
"""A part and the whole that it may be of."""


class Portion(NamedTuple):
    """A share with the part and the whole that it is said to be of."""

    scene: Scene
    part: Quantity
    whole: Quantity
    share: Quantity


def portions(context: Context) -> Iterator[Portion]:
    """Shares that no two values of their scene explain, each with the part and whole that the words tie it to."""
    for sentence, before in neighbours(context):
        numbers = sentence.numbers + (before.numbers if before is not None else 0)
        if numbers >= 2 and words.HINT.search(sentence.lowered):
            yield from _of(context, sentence, before)


def _of(context: Context, sentence: Sentence, before: Sentence | None) -> Iterator[Portion]:
    open_: set[int] | None = None
    for number, scene in enumerate(scenes(context, sentence, before)):
        shares = [
            value
            for value in scene.values
            if value.kind in ("percentage", "share") and scene.index(value) == number and is_level(scene, value)
        ]
        if not shares:
            return
        levels = amounts(scene)
        moved = {frozenset((id(pair.before), id(pair.after))) for pair in pairs(scene.frame, scene.script)}
        couples = [ordered for pair in combinations(levels, 2) if (ordered := _couple(*pair)) is not None]
        couples = [
            pair
            for pair in couples
            if _linked(scene, *pair) or (one_unit(*pair) and frozenset(map(id, pair)) not in moved)
        ]
        given = [(share, pair) for share in shares for pair in couples if gives(share, *pair)]
        couples = [pair for pair in couples if all(pair is not other for _, other in given)]
        left: set[int] = set()
        for share in shares:
            at = scene.sentence.start + share.start
            if (open_ is not None and at not in open_) or any(share is other for other, _ in given):
                continue
            tied = _tie(scene, share, couples, levels, alone=number == 0)
            if tied is not None:
                yield Portion(scene, *tied, share)
            else:
                left.add(at)
        if not left:
            return
        open_ = left


def is_level(scene: Scene, value: Quantity) -> bool:
    """Whether a percentage or fraction is less than all and no change."""
    whole = value.amount is not None and 0 < value.amount < HUNDRED and value.upper is None
    return whole and value.sign is None and not is_change(scene, value)


def _couple(one: Quantity, other: Quantity) -> Couple | None:
    """The smaller and the larger of two values that one may be part of the other."""
    if one.kind != other.kind or one.currency != other.currency:
        return None
    small, large = sorted((one, other), key=lambda value: value.amount or Decimal(0))
    return (small, large) if (small.amount or 0) < (large.amount or 0) else None


def one_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two values count the same things, as far as they say what they count."""
    return one.unit == other.unit or not {one.unit, other.unit}.isdisjoint((*GENERAL, "people"))


def gives(share: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a part of a whole, or what it leaves, is the share."""
    allowed = interval(part).over(interval(whole))
    if allowed is None or not whole.amount or part.amount is None or share.amount is None:
        return False
    computed = part.amount / whole.amount * HUNDRED
    spread = allowed.scaled(HUNDRED)
    if words.MAJORITY.search(share.quote):
        return computed > share.amount
    if share.kind == "share":
        near = Decimal("0.08") * share.amount
        over = share.qualifier in ("over", "at least")
        return abs(computed - share.amount) <= near or (over and computed >= share.amount)
    rest = Interval(HUNDRED - spread.high, HUNDRED - spread.low)
    return (
        judge(share, computed, spread) is not Verdict.WRONG or judge(share, HUNDRED - computed, rest) is Verdict.RIGHT
    )


def _tie(scene: Scene, share: Quantity, couples: list[Couple], levels: list[Quantity], *, alone: bool) -> Couple | None:
    """The part and the whole that a share is of, where the words leave one choice."""
    if not alone and (spelled := _spelled(scene, share, couples)) is not None:
        return spelled
    if _of_something_else(scene, share, levels):
        return None
    if (named := _named_whole(scene, share, levels)) is not None:
        named_couples = [pair for pair in couples if pair[1] is named and _told_of(scene, share, *pair)]
        return _only(share, named_couples)
    couples = [pair for pair in couples if not _glossed_itself(scene, share, *pair)]
    role = _role(scene, share)
    linked = [pair for pair in couples if _linked(scene, *pair) and alike(share, *pair)]
    linked = [pair for pair in linked if not _parted(scene, share, pair, levels)]
    if role == "rate" and not alone and of_others(scene, share):
        return None
    if len(linked) == 1 and role is not None:
        return linked[0] if alone or role in ("rate", "gdp", "therefore") or _refers(scene, share) else None
    found = _only(share, couples)
    fits = found is not None and _fits_role(scene, share, found, role, levels, alone=alone)
    return found if fits else None


def _glossed_itself(scene: Scene, share: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether the larger of two values has a share of its own in brackets: '21 (37.5 %) from A, 14 (25 %) from B'."""
    own = re.match(rf"[^\ue000-\uf8ff]{{0,16}}[(（]\s?({PERCENT})\s?[)）]", scene.text[scene.place(whole) + 1 :])
    if own is None or own[1] not in scene.frame.numbers:
        return False
    return scene.frame.value(own[1]) is not share or scene.place(part) > scene.place(share)


def _of_something_else(scene: Scene, share: Quantity, levels: list[Quantity]) -> bool:
    """Whether a share is a threshold, of part of what was said, of other people, or of another time."""
    after = scene.after(share)
    inner = words.INNER.search(scene.before(share)) and not any(_follows(scene, share, value) for value in levels)
    return bool(words.THRESHOLD.match(after) or words.OTHER.match(after) or inner) or _former(scene, share)


def _told_of(scene: Scene, share: Quantity, part: Quantity, whole: Quantity) -> bool:
    return _glossed(scene, part, whole) or _amounts_to(scene, share, part)


def _only(share: Quantity, couples: list[Couple]) -> Couple | None:
    """The one couple, if a share can be meant for it."""
    return couples[0] if len(couples) == 1 and alike(share, *couples[0]) else None


def _fits_role(
    scene: Scene, share: Quantity, couple: Couple, role: str | None, levels: list[Quantity], *, alone: bool
) -> bool:
    """Whether a share belongs to the only couple that no words link: as its gloss, its fraction or its rate."""
    part, whole = couple
    if role == "therefore":
        return not _parted(scene, share, couple, levels)
    if role == "gloss":
        return part.unit == whole.unit and _bracketed(scene, share, part) and _is_world(scene, whole)
    if role == "fraction":
        if not alone:
            return scene.index(whole) < scene.index(part) and _of_them(scene, share, part)
        return part.unit == whole.unit and _beside(scene, share, part)
    if role not in ("rate", "gdp") or _parted(scene, share, couple, levels):
        return False
    rivals = [value for value in scene.values if value.kind == "percentage" and is_level(scene, value)]
    counted = part.kind == "count" or role == "gdp" or words.SPENT.search(scene.around([share])) is not None
    return counted and sum(not _former(scene, value) for value in rivals) == 1


def _spelled(scene: Scene, share: Quantity, couples: list[Couple]) -> Couple | None:
    """'One in five of them, 260 altogether': the part behind the share, the whole of the sentence before."""
    found = [
        (part, whole)
        for part, whole in couples
        if scene.index(whole) < scene.index(part)
        and scene.place(part) > scene.place(share)
        and words.OF_THEM.fullmatch(scene.between(share, part))
    ]
    return found[0] if len(found) == 1 and alike(share, *found[0]) else None


def _of_them(scene: Scene, share: Quantity, part: Quantity) -> bool:
    """Whether a fraction glosses a part of what the sentence before told: '312 of them, that is four fifths'."""
    if scene.place(part) > scene.place(share):
        return False
    around = scene.before(part) + "|" + scene.between(part, share)
    return words.OF_THESE.search(around) is not None and words.AS_FRACTION.search(around) is not None


def _beside(scene: Scene, share: Quantity, part: Quantity) -> bool:
    """Whether a share touches a part: '9人と過半数を占める', '145 – les deux tiers –'."""
    between = scene.between(share, part)
    return len(between) <= 6 and re.search(r"\b(?:and|und|et|or|to)\b|[、・]", between) is None


def _bracketed(scene: Scene, share: Quantity, part: Quantity) -> bool:
    """Whether a share stands in brackets right behind a part."""
    return (
        scene.place(share) > scene.place(part)
        and re.match(r"\s?[(（][^()]{0,16}$", scene.between(part, share)) is not None
    )


def _is_world(scene: Scene, whole: Quantity) -> bool:
    """Whether a value is called the total, or the world's."""
    return words.ALL.search(scene.before(whole, 24) + scene.after(whole, 10)) is not None


def _follows(scene: Scene, share: Quantity, value: Quantity) -> bool:
    """Whether a value comes right behind a share that it spells out: '3분의 2에 해당하는 487명'."""
    return 0 < scene.place(value) - scene.place(share) <= 10


def _former(scene: Scene, share: Quantity) -> bool:
    """Whether the words right before a share make it one of another time, or one aimed at."""
    return words.FORMER.search(re.split(r"[,、;()（）]", scene.before(share, 22))[-1]) is not None


def _named_whole(scene: Scene, share: Quantity, levels: list[Quantity]) -> Quantity | None:
    """The value that a share is said to be of: 'half of the 41 members'."""
    place = scene.place(share) + 1
    for value in levels:
        between = scene.text[place : scene.place(value)] if scene.place(value) > place else None
        if between is None or len(between) >= 60:
            continue
        if words.OF_WHOLE.fullmatch(_DATED.sub("", between)):
            return value
    return None


_DATED = re.compile(r"(?:seit |since |depuis |in |en |im Jahr )?[\uf000-\uf8ff] ")


def _amounts_to(scene: Scene, share: Quantity, part: Quantity) -> bool:
    """Whether a part before a share is said to be it: 'At $3.1 billion, X accounts for 42% of the $12.4 billion'."""
    if scene.place(part) > scene.place(share) or scene.index(part) != scene.index(share):
        return False
    between = scene.between(part, share)
    return words.AMOUNTING.search(between) is not None and not re.search("[;\ue000-\uefff]", between)


def _glossed(scene: Scene, part: Quantity, whole: Quantity) -> bool:
    """Whether a part stands as a gloss behind 'SHARE of WHOLE ...': in brackets, after 'or', 'soit', 'also'."""
    if scene.place(part) < scene.place(whole):
        return False
    return (
        re.fullmatch(
            rf"(?: {words.WORD}){{0,6}}?\s?(?:\((?:insgesamt|in all|in total|au total)?|"
            r",? (?:or|i\.e\.,?|namely|that is,?|soit|also|nämlich|das sind|insgesamt|"
            rf"in total|in all|au total|en tout)|[–—:])\s?(?:{words.WORD} )?",
            scene.between(whole, part),
            re.IGNORECASE,
        )
        is not None
    )


def _refers(scene: Scene, share: Quantity) -> bool:
    """Whether the sentence of a share takes up the sentence before: 'This is 30 %', 'Das entspricht ...'."""
    text = scene.sentences[scene.index(share)].text
    return (
        re.match(r"\W*(?:This|That|These|It|Das|Dies|Damit|Somit|Soit|Cela|Ce|C['’]est|これ|この|이는|이로써)", text)
        is not None
    )


def _role(scene: Scene, share: Quantity) -> str | None:
    """How a share stands: as what follows from the text before, a fraction, a rate, a share of GDP, or a gloss."""
    if follows_from(scene, share):
        return "therefore"
    before, after = scene.before(share, 46), scene.after(share, 40)
    if words.RATE.search(before) or words.RATE.search(after):
        return "rate"
    if share.kind == "share":
        return "fraction"
    if words.GDP.search(after[:24]) and len(words.GDP.findall(scene.text)) > 1 - ("GDP" in before):
        return "gdp"
    if words.GLOSS_BEFORE.search(before) and (words.GLOSS_AFTER.match(after) or words.THAT_IS.search(before)):
        return "gloss"
    named = words.SHARE_NOUN.search(before[-24:]) and (words.GLOSS_AFTER.match(after) or words.OF_ALL.match(after))
    return "gloss" if named else None


def _linked(scene: Scene, part: Quantity, whole: Quantity) -> bool:
    """Whether the words make one value a part of the other."""
    between = scene.between(part, whole)
    if len(between) > 110 or re.search(r"[。!?？]", between) or re.search("[\ue000-\ue7ff]", between):
        return False
    if scene.place(part) < scene.place(whole):
        return words.OF.fullmatch(between) is not None
    return words.AMONG.search(between) is not None or words.OUT_OF.search(scene.before(whole, 60)) is not None


def alike(share: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a share is near enough to a true one to be meant for it."""
    true = (part.amount or Decimal(0)) / (whole.amount or Decimal(1)) * HUNDRED
    stated = share.amount or Decimal(1)
    return stated / _FAR < true < stated * _FAR


def _in_passing(value: Quantity) -> bool:
    """Whether a number is a small one in words, as of stages or rounds: 'à l'issue des deux étapes'."""
    return value.kind == "count" and (value.amount or 0) <= _SMALL and not any(map(str.isdigit, value.quote))


def _parted(scene: Scene, share: Quantity, pair: Couple, levels: list[Quantity]) -> bool:
    """Whether another value stands between a share and its part and whole."""
    places = sorted(scene.place(value) for value in pair)
    place = scene.place(share)
    others = [scene.place(value) for value in levels if value not in pair and not _in_passing(value)]
    shares = [
        scene.place(value) for value in scene.values if value.kind in ("percentage", "share") and value is not share
    ]
    low, high = (places[1], place) if place > places[1] else (place, places[0])
    if re.search(r"[;；]", scene.text[low:high]) and _role(scene, share) not in ("rate", "therefore"):
        return True
    return any(low < other < high for other in (*others, *shares))
