"""The pairs of a document with the change that is stated of each: which percentage belongs to which two values."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dualtrack.checks.context import Context, Sentence, once
from dualtrack.checks.frame import AMOUNT, PERCENT, Frame
from dualtrack.checks.hints import Hint
from dualtrack.checks.moves import says_change, touching_direction
from dualtrack.checks.pairs import BREAK, Comparison, Pair, comparable, pairs
from dualtrack.checks.reckoning.listed import listed
from dualtrack.checks.reckoning.respective import respective
from dualtrack.checks.reckoning.retold import retold
from dualtrack.checks.reckoning.since import since
from dualtrack.checks.reckoning.tied import tied, unexplained
from dualtrack.checks.reckoning.yearly import yearly
from dualtrack.checks.wording import Direction, directions, first_direction, last_direction
from dualtrack.extraction import Quantity

_REACH = 42


@once
def comparisons(context: Context) -> list[Comparison]:
    """All pairs of a document with what is stated about them."""
    found = [one for sentence in context.statements + context.cells if _worth(sentence) for one in _compare(sentence)]
    found += [one for joined in _joined(context) for one in _across(joined)]
    found = [*unexplained(context, found), *tied(context, _held(found))]
    found += retold(context, _held(found))
    for more in (listed, respective, since, yearly):
        held = _held(found)
        found += [one for one in more(context) if held.isdisjoint(_held([one]))]
    return found


def _held(found: list[Comparison]) -> set[int]:
    """Where the stated changes stand that have been compared."""
    return {
        one.sentence.start + value.start for one in found for value in (one.stated, one.difference) if value is not None
    }


_TAKEN_UP = re.compile(
    r"\s*(?:(?:It|This|They|That figure|The (?:budget|figure|number|total|amount|share|sum)) (?:then |has |had "
    r")?(?:rose|fell|grew|increased|decreased|dropped|declined|climbed|"
    r"jumped|was (?:cut|raised|increased|reduced))\b|(?:In|By|For) \d{4},? (?:it|this|they|that figure|the (?:budget|"
    r"figure|number|total|amount)) |"
    r"(?:Er|Sie|Es) (?:stieg|sank|wuchs|fiel)\b|(?:Im Jahr )?\d{4} (?:waren es|stieg|sank)|(?:Il|Elle) (?:a |est )|"
    r"(?:En )\d{4},? (?:il|elle) |"
    r"(?:これ|翌年度?|\d{4}年度?|令和\d+年度?)(?:は|が|には|に)|(?:이는|이듬해|\d{4}년(?:도)?(?:에는|은|에)))"
)


def _joined(context: Context) -> Iterator[Sentence]:
    """Two sentences of one passage as one, where the second takes up the amount of the first: 'It rose to ...'."""
    sentences = context.sentences
    for first, second in pairwise(sentences):
        if first.passage is second.passage and second.digits >= 2 and first.digits and _TAKEN_UP.match(second.text):
            yield Sentence(
                context, first.passage, first.start, context.flat[first.start : second.start + len(second.text)]
            )


def _across(joined: Sentence) -> Iterator[Comparison]:
    frame = joined.frame
    values = [value for value in frame.amounts if value.gloss_of is None] if frame else []
    if frame is None or len(values) != 2 or not comparable(values[0], values[1]) or pairs(frame, joined.script):
        return
    text = frame.dateless
    start, end = text.find(frame.char(values[0])), text.find(frame.char(values[1]))
    changes = [
        value for value in frame.percents if says_change(frame, value, text) and text.find(frame.char(value)) > start
    ]
    if start < end and len(changes) == 1 and not BREAK.search(text[end : text.find(frame.char(changes[0]))]):
        pair = Pair(values[0], values[1], start, end + 1, strong=False)
        stated = changes[0]
        yield Comparison(joined, pair, stated, _direction(text, frame, pair, stated))


_TIES = Hint(
    r"→|⇒|⟶|➡|->|=>|\b(?:from|compared|against|versus|vs|than|over|on|above|below|über|unter|von|gegenüber|als|"
    r"statt|nach|vergleich|"
    r"verglichen|contre|rapport|que|à)\b|から|に対し|に比べ|と比べ|前年|昨年|前期|前回|従来|当初|より|だった|であった|에서|"
    r"대비|보다|전년|지난해|작년|였|从|由|自|比|较|"
    r"\blast\b|l'an\b|vorjahr",
)
_TWO_YEARS = re.compile(r"(?:19|20)\d\d.*(?:19|20)\d\d", re.DOTALL)
_CHANGES = Hint(
    r"[%％割倍半→増減增减增증감늘줄올내降升翻배절]|->|=>|percent|\bcent\b|prozent|half|halv|doubl|doppel|"
    r"tripl|dreifach|"
    r"vierfach|trebl|quadrupl|quintupl|fold|fois|moitié|"
    r"rise|rose|grew|grow|increas|rais|climb|jump|lift|boost|expand|fell|fall|drop|declin|decreas|\bcut|reduc|lower|"
    r"shr[aiu]nk|slash|"
    r"stieg|wuchs|erhöh|sank|sink|fiel|kürz|verring|augment|hauss|baiss|diminu|rédui|progress|recul|pass[eé]|拡大|縮小|"
    r"上昇|低下|伸び|引き|확대|축소|상승|하락",
)


def _worth(sentence: Sentence) -> bool:
    """Whether a sentence can hold two values that wording ties, and something said of their change."""
    return (
        sentence.digits >= 2
        and sentence.has(_CHANGES)
        and (sentence.has(_TIES) or _TWO_YEARS.search(sentence.text) is not None)
    )


def _compare(sentence: Sentence) -> Iterator[Comparison]:
    frame = sentence.frame
    if frame is None or len(frame.numbers) < 2:
        return
    found = pairs(frame, sentence.script)
    taken: set[str] = set()
    for pair in found:
        yield _comparison(sentence, frame, pair, found, taken)


def _comparison(sentence: Sentence, frame: Frame, pair: Pair, others: list[Pair], taken: set[str]) -> Comparison:
    text = frame.dateless
    best: tuple[int, str] | None = None
    for char, value in frame.numbers.items():
        place = text.find(char)
        if char in taken or place < 0 or value in (pair.before, pair.after) or char < "\ue800":
            continue
        if any(other is not pair and other.start <= place < other.end for other in others):
            continue
        distance = _distance(text, place, pair)
        tied = re.fullmatch(_THAT_IS, text[pair.end : place]) is not None and _ENDS.match(text, place + 1) is not None
        bracketed = tied or (
            pair.strong
            and distance <= 3
            and re.match(r"\s*\([^()\ue000-\uefff]{0,14}$", text[pair.end : place]) is not None
            and _bare_bracket(text, place)
        )
        if (
            distance <= _REACH
            and (best is None or distance < best[0])
            and (bracketed or says_change(frame, value, text))
        ):
            best = distance, char
    stated = None
    if best is not None:
        taken.add(best[1])
        stated = frame.value(best[1])
    ratio = stated is not None and _is_ratio(text, text.find(frame.char(stated)), stated)
    direction = _direction(text, frame, pair, stated)
    return Comparison(sentence, pair, stated, direction, _difference(text, frame, pair), ratio)


_THAT_IS = re.compile(
    r"(?: [\w'’-]+){0,2},? (?:or|i\.e\.,?|that is,?|namely|soit|also|das sind|das entspricht) (?:by |um )?",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.,;)]|$)")


def _bare_bracket(text: str, place: int) -> bool:
    return (
        re.match(r"\s*(?:[増減增减%]|up|down|increase|decrease|rise|cut)?[^()\w]{0,4}\)", text[place + 1 : place + 20])
        is not None
    )


def _is_ratio(text: str, place: int, stated: Quantity) -> bool:
    return (
        stated.direction is None
        and re.search(r"(?:比|대비)[^\ue000-\uefff]{0,4}$", text[:place]) is not None
        and first_direction(text[place + 1 : place + 8]) is None
    )


def _distance(text: str, place: int, pair: Pair) -> int:
    """Characters between a value and the pair; out of reach where another value or a new clause lies between."""
    if pair.start <= place < pair.end:
        return 0
    between = text[pair.end : place] if place >= pair.end else text[place + 1 : pair.start]
    if (
        BREAK.search(between)
        or re.search(AMOUNT, between)
        or (text[max(0, place - 4) : place].endswith(("of ", "to ")) and place < pair.start)
    ):
        return _REACH + 1
    crossed = len(re.findall(PERCENT, between))
    return len(between) + 20 * crossed + (1 if place >= pair.end else 0)


def _direction(text: str, frame: Frame, pair: Pair, stated: Quantity | None) -> Direction | None:
    """Which way the wording says it went: by the stated change itself, else by the nearest verb of the pair."""
    if stated is not None and stated.sign in ("-", "+"):
        return "decrease" if stated.sign == "-" else "increase"
    if stated is not None and stated.kind != "multiple":
        place = text.find(frame.char(stated))
        near = touching_direction(text, place)
        if near is not None:
            return near
        if stated.direction is not None:
            return stated.direction
    return verb_direction(text, pair)


_MOVED = re.compile(
    r"\b(?:rose|fell|grew|dropped|declined|climbed|risen|fallen|grown|increased|decreased|cut|raised|reduced|stieg|sank|wuchs|fiel|"
    r"gestiegen|gesunken|baissé|augmenté|progressé|reculé)(?: \w+){0,2} $"
)
"""A verb of change right before 'from': it governs the pair, whatever else the clause says."""

_PASSING = re.compile(r", (?:passant|allant|going|moving|und zwar) $")
"""A participle that leaves the verb before the comma to govern the pair: 'a diminué, passant de ... à'."""


def verb_direction(text: str, pair: Pair) -> Direction | None:
    """The verb of rise or fall that governs a pair: right before 'from', right after へ / 로, or between the two."""
    before = _PASSING.sub(" ", text[max(0, pair.start - 34) : pair.start])
    before = re.split(r"[;,。、:(]|\b(?:and|but|und|et|mais)\b", before)[-1]
    inside = re.sub(r"\([^()]*\)", "", text[pair.start : pair.end])
    after = re.split(r"[;,。、:(]|\. |[\ue000-\uefff]", text[pair.end : pair.end + 24])[0]
    if re.search("[\u3040-\u30ff\uac00-\ud7a3\u4e00-\u9fff]", text):
        return first_direction(after) or last_direction(inside) or None
    clause = re.split(r"[;。]", text[max(0, pair.start - 90) : pair.start])[-1]
    if len({direction for *_, direction in directions(clause)}) > 1 and pair.strong and not _MOVED.search(before):
        return None
    return (
        last_direction(before)
        or last_direction(inside)
        or (first_direction(after) if re.match(r"\s*(?:\w+)\s*[.]?$", after) else None)
    )


_BY = re.compile(
    rf"(?:\b(?:by|(?:increase|rise|gain|cut|reduction|drop|fall|decline|decrease|growth|difference|jump) of|up|down|"
    rf"um|Plus von|Minus von|soit|"
    rf"(?:hausse|baisse|augmentation|diminution|réduction) de)\s(?:an? |some |d['’]|additional )*|"
    rf"\(\s*[+±−△▲-]\s*)(?P<v>{AMOUNT})|"
    rf"(?P<w>{AMOUNT})\s?(?:の|を|も)?(?:増|減|え[てた、]|らし|加|少|상향|증가|감소|증액|감액|삭감|增加|减少|more\b|less\b|mehr\b|"
    rf"weniger\b|de plus\b|de moins\b)",
    re.IGNORECASE,
)


def _difference(text: str, frame: Frame, pair: Pair) -> Quantity | None:
    for match in _BY.finditer(text):
        value = frame.value(match["v"] or match["w"])
        if value in (pair.before, pair.after) or pair.start <= match.start("v" if match["v"] else "w") < pair.start:
            continue
        place = text.find(frame.char(value))
        near = 0 <= place - pair.end <= 30 or 0 <= pair.start - place <= 12 or pair.start < place < pair.end
        between = text[pair.end : place] if place > pair.end else text[place + 1 : pair.start]
        if re.search(r"\b(?:and|und|et|plus)\b|[とや]$", between):
            continue
        if near and comparable(pair.before, value) and not BREAK.search(between) and not re.search(AMOUNT, between):
            return value
    return None
