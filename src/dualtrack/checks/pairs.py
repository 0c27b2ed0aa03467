"""Two amounts of which the text says that one became, or is compared with, the other; and the change it states.

A pair needs wording that ties its two values (from ... to, an arrow, compared with, a year for each); a stated change
needs
to stand inside the pair or right beside it. What is not tied by words is never compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dualtrack.checks.context import Context, Sentence, once
from dualtrack.checks.frame import AMOUNT, PERCENT, Frame
from dualtrack.checks.hints import Hint
from dualtrack.checks.wording import Direction, directions, first_direction, last_direction
from dualtrack.extraction import Quantity

_BR = r"(?:\s*[(\[][^()\[\]\ue000-\uefff]{0,60}[)\]])?"
_PRE = r"(?:(?!(?:to|from|and|or|with)\b)[\w$€£¥'’&./-]+ ){0,5}?"
_POST = r"(?:,? (?!(?:to|from)\b)[\w'’&./-]+){0,7}?,?"
_ARROW = r"(?:→|⇒|⟶|➡|➔|▶|⟹|-{1,2}>|=>)"

# {x}: the class of the two values, {n}: any character but a value or a stop, {p}: perhaps a stated change
_WORDINGS: dict[str, tuple[str, ...]] = {
    "any": (r"(?P<a>{x})" + _BR + r"\s*" + _ARROW + r"\s*{n}{0,12}?(?P<b>{x})",),
    "latin": (
        r"\bfrom " + _PRE + r"(?P<a>{x})" + _BR + _POST + r" (?:to|up to|down to) (?:just |only )?" + _PRE
        + r"(?P<b>{x})",
        r"\b(?:von|Von) " + _PRE + r"(?P<a>{x})" + _BR + _POST + r" auf " + _PRE + r"(?P<b>{x})",
        r"\b(?:de |d['’]|De )" + _PRE + r"(?P<a>{x})" + _BR + _POST + r" à " + _PRE + r"(?P<b>{x})",
        r"\b(?:to|auf|à) " + _PRE + r"(?P<b>{x})" + _BR + _POST + r" (?:from|von|contre|against) " + _PRE
        + r"(?P<a>{x})",
        r"\b(?:compared (?:with|to)|against|versus|gegenüber|im Vergleich zu|par rapport (?:à|aux?))\b{n}{0,"
        r"30}?(?P<a>{x}){n}{0,60}?(?P<b>{x})",
        r"(?P<b>{x})" + _BR + r"{n}{0,50}?\b(?P<how>up|down)\b{p}{n}{0,16}?\bfrom\b{n}{0,40}?(?P<a>{x})",
        r"(?P<b>{x})" + _BR + r"{n}{0,50}?{p}{n}{0,40}?\b(?:compared (?:with|to)|against|versus|vs\.?|than|over|on|"
            r"relative to|from)\b"
        r"{m}{0,44}?(?P<a>{x})",
        r"(?P<b>{x})" + _BR + r"{n}{0,50}?{p}{n}{0,30}?\b(?:above|below|(?:über|unter) (?:den|dem|der|die))\b{m}{0,"
            r"30}?(?P<a>{x})",
        r"(?P<b>{x})" + _BR + r"{n}{0,50}?{p}{n}{0,40}?\b(?:gegenüber|als|statt|nach|im Vergleich (?:zu|mit)|"
            r"verglichen mit|Vorjahr:?)\b{n}{0,44}?(?P<a>{x})",
        r"(?P<b>{x})" + _BR + r"{n}{0,50}?{p}{n}{0,40}?\b(?:contre|par rapport (?:à|aux?)|que|comparée?s? (?:à|"
            r"aux?))\b{n}{0,44}?(?P<a>{x})",
    ),
    "ja": (
        r"(?P<a>{x})" + _BR + r"[^\ue000-\uefff。;]{0,8}?から、?{p}(?:{n}{0,10}?[\ue000-\ue7ff]の?[増減]{n}{0,"
            r"6}?)?{n}{0,"
            r"22}?(?P<b>{x})(?!の?[増減])",
        r"(?P<a>{x})[)]?" + _BR + r"{n}{0,10}?(?:に対し|に対する|に比べ|と比べ|と比較し|だった|であった|を基準に|"
            r"比{p}|より){p}{n}{0,30}?(?P<b>{x})",
        r"(?P<b>{x})" + _BR + r"{n}{0,24}?(?:前年度?|昨年度?|前期|前回|従来|当初)の?{n}{0,10}?(?P<a>{x})[)]?{n}{0,"
            r"6}?(?:比|から|より|に比べ|"
            r"に対し|と比べ|を)",
        r"(?P<b>{x})(?:となった|となり|となる|に達した|に)?\s*\((?:うち)?(?:前年度?|昨年度?|前期|前回|当初|従来)(?:は|の|:|予算|実績|当初)*\s*(?P<a>{x})",
    ),
    "ko": (
        r"(?P<a>{x})" + _BR + r"{n}{0,6}?에서{p}{n}{0,20}?(?P<b>{x})",
        r"(?P<a>{x})[)]?{n}{0,6}?(?:대비|에 비해|보다|였으나|이었으나|이었으며|였으며){p}{n}{0,24}?(?P<b>{x})",
        r"(?P<b>{x})" + _BR + r"{n}{0,20}?(?:전년도?|지난해|작년){n}{0,8}?(?P<a>{x})[)]?{n}{0,6}?(?:대비|에 비해|"
            r"보다|에서)",
        r"(?P<b>{x})\s*\((?:전년도?|지난해|작년){n}{0,6}?(?P<a>{x})",
    ),
    "han": (
        r"(?:从|由|自|從){n}{0,12}?(?P<a>{x})" + _BR + r"{n}{0,16}?(?:到|至|为|達|达){n}{0,4}?(?P<b>{x})",
        r"(?P<b>{x})[,、]?{n}{0,10}?(?:比|较|同比|較){n}{0,14}?(?P<a>{x})",
        r"(?P<a>{x})から、?{p}{n}{0,22}?(?P<b>{x})",
        r"(?P<b>{x})\s*\((?:前年度?|昨年度?|前期|前回|当初)\s*(?P<a>{x})",
    ),
}  # fmt: skip

_TOGETHER = re.compile(
    r"(?:[\s,.;:、()・]|\b(?:and|in|to|it|its|was|were|is|are|then|but|while|had|has|been|the|a|this|that|figure|"
    r"budget|total|amount|"
    r"funding|spending|number|this year|last year|the year before|(?:awarded|funded|supported|spent|received|"
    r"recorded|published|employed|hosted|made|issued|granted|allocated|invested|registered)|the following year|the "
    r"next year|fiscal|year|rose|fell|grew|"
    r"increased|decreased|reached|dropped|declined|climbed|stood at|at|only|just|by|und|im|in|es|war|waren|lag|"
    r"betrug|sind|auf|"
    r"stieg|sank|dann|aber|Jahr|et|en|était|était de|il|elle|puis|mais|est|de|à|atteint|année|l)\b|"
    r"は|が|で|に|の|と|へ|だった|であった|であり|だったが|なり|となり|なった|となった|予算|前年度|前年|昨年度|"
    r"今年度|本年度|年度|翌年度|翌年|増|減|加|え|し|た|て|"
    r"에는|에|는|은|이었고|이었으나|였으며|였고|이며|이고|으로|로|년|지난해|올해|为|為|是|达|年)*"
)
BREAK = re.compile(
    r"[;。]|,? \b(?:and|but|und|aber|et|mais|or)\b (?!(?:up|down|thus|therefore|so|hence|increase[sd]?|decrease[sd]?|"
    r"rose|fell|is|was|an? (?:increase|rise|growth|gain|cut|fall|drop|decrease|"
    r"decline|reduction)|damit|also|donc)\b)[^\W\d]+ |、[^、。\ue000-\uf8ff]{1,14}(?:は|が|も)|[고며나,] ?[^,"
    r".\ue000-\uf8ff]{1,14}[은는이가] |\b(?:while|whereas|although|though|including|of which|following|after|target|"
    r"average|inflation|forecast|expected|compared with growth|"
    r"während|darunter|davon|wobei|nach einem|tandis que|alors que|dont|après|contre une)\b|一方|うち|なお|ただし|"
    r"반면|그중|其中|而",
    re.IGNORECASE,
)
_REACH = 42


@dataclass(frozen=True, slots=True)
class Pair:
    """Two comparable values, ``before`` the earlier one or the one compared with; the span is of the wording."""

    before: Quantity
    after: Quantity
    start: int
    end: int
    strong: bool
    """Whether the wording itself says that one became the other (an arrow, from ... to)."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A pair with the change stated beside it, if any, and the direction the wording gives."""

    sentence: Sentence
    pair: Pair
    stated: Quantity | None
    direction: Direction | None
    difference: Quantity | None = None
    """A stated difference in the unit of the pair: 'by $32 million'."""
    ratio: bool = False
    """Whether the stated percentage is of the earlier value: 前年比124.6%."""


@lru_cache(maxsize=16)
def _patterns(script: str) -> tuple[re.Pattern[str], ...]:
    amounts = {
        "x": AMOUNT,
        "m": "[^\ue000-\ue7ff。;,]",
        "n": "[^\ue000-\ue7ff。;]",
        "p": f"(?:[^\ue000-\ue7ff。;]{{0,16}}?{PERCENT})?",
    }
    percents = {"x": "[\ue800-\uefff]", "m": "[^\ue000-\uefff。;,]", "n": "[^\ue000-\uefff。;]", "p": ""}
    wordings = (*_WORDINGS["any"], *_WORDINGS.get(script, ()))
    return tuple(
        re.compile(_filled(wording, kind), re.IGNORECASE) for wording in wordings for kind in (amounts, percents)
    )


def _filled(wording: str, kind: dict[str, str]) -> str:
    for name, pattern in kind.items():
        wording = wording.replace("{" + name + "}", pattern)
    return wording


GENERAL = (None, "things", "items")
"""Units that say nothing of what is counted."""


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two values are of one kind, unit, currency and period, and neither is a range."""
    if one.kind != other.kind or one.kind in ("rank", "points", "multiple") or one.currency != other.currency:
        return False
    if one.upper is not None or other.upper is not None or not one.amount:
        return False
    if one.per != other.per and None not in (one.per, other.per):
        return False
    return one.unit == other.unit or not {one.unit, other.unit}.isdisjoint(GENERAL)


def pairs(frame: Frame, script: str) -> list[Pair]:
    """The pairs of a sentence, leftmost first, none overlapping; found once."""
    held: list[Pair] | None = frame.__dict__.get("_pairs")
    if held is None:
        held = frame.__dict__["_pairs"] = _pairs(frame, script)
    return held


def _pairs(frame: Frame, script: str) -> list[Pair]:
    text = frame.dateless
    found: list[Pair] = []
    several = len(frame.amounts) > 1, len(frame.percents) > 1
    for index, pattern in enumerate(_patterns(script)):
        for match in pattern.finditer(text) if several[index % 2] else ():
            before, after = frame.value(match["a"]), frame.value(match["b"])
            free = all(match.end() <= pair.start or pair.end <= match.start() for pair in found)
            level = not any(says_change(frame, value, text) for value in (before, after))
            if free and ((level and comparable(before, after)) or _levels(match, before, after)):
                strong = index < 2 or match.start("a") < match.start("b")
                found.append(Pair(before, after, match.start(), match.end(), strong))
    return sorted(found or list(_by_year(frame)), key=lambda pair: pair.start)


def _levels(match: re.Match[str], before: Quantity, after: Quantity) -> bool:
    """Whether two multiples are levels of one rate, of which one became the other: 競争率は3倍から4倍に低下."""
    exact = None not in (before.amount, after.amount) and before.upper is None and after.upper is None
    became = re.search(r"から|에서", match.group()) and re.match(r"(?:へ|に(?!増)|으?로)", match.string[match.end() :])
    return before.kind == after.kind == "multiple" and exact and became is not None


_LAST_YEAR = re.compile(
    r"\b(?:last year|the previous year|a year earlier|l'an dernier|l'année dernière|im Vorjahr|letztes Jahr)\b|"
    r"前年|昨年|"
    r"지난해|전년|작년|去年|上年",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(r"\b(?:this year|cette année|dieses Jahr|in diesem Jahr)\b|今年|本年|올해|금년", re.IGNORECASE)


def _by_year(frame: Frame) -> Iterator[Pair]:
    """Two values with a year each and nothing but small words between: the later follows the earlier."""
    values = [quantity for quantity in frame.amounts if quantity.gloss_of is None]
    years = [date for date in frame.dates.values() if re.fullmatch(r"\d{4}(?:/\d{4})?(?:-\d\d)?.*", date.edtf or "")]
    text = frame.dateless
    relative = (
        len(values) == 2
        and _LAST_YEAR.search(text[: text.find(frame.char(values[0])) + 12])
        and _THIS_YEAR.search(text)
    )
    if len(values) != 2 or (len(years) < 2 and not relative) or not comparable(values[0], values[1]):
        return
    start, end = text.find(frame.char(values[0])), text.find(frame.char(values[1]))
    if 0 <= start < end and _TOGETHER.fullmatch(text[start + 1 : end]):
        rising = len(years) < 2 or (years[0].edtf or "")[:4] <= (years[1].edtf or "")[:4]
        before, after = (values[0], values[1]) if rising else (values[1], values[0])
        yield Pair(before, after, start, end + 1, strong=False)


def says_change(frame: Frame, value: Quantity, text: str) -> bool:
    """Whether a percent-like value is a change and no level, by its sign and the words that touch it."""
    if value.kind not in ("percentage", "share", "points", "multiple"):
        return False
    if value.kind in ("points", "multiple") or value.sign is not None:
        return True
    place = text.find(frame.char(value))
    before, after = text[max(0, place - 30) : place], text[place + 1 : place + 20]
    if _VERB_BEFORE.search(before):
        return True
    if re.search(r"\b(?:to|auf|à) (?:[a-z]+ )?$|(?:から|에서|从|由)$", before) or re.match(
        r"(?:から|에서|へ|に(?!増|減)|\s?(?:로|으로)\s)|\s(?:to|of|auf|à|von)\b", after
    ):
        return bool(re.match(r"に?(?:増|減)", after))
    if value.kind == "share":
        return bool(
            re.search(r"\b(?:by|um|de|d['’]) ?(?:an? |one |un |ein )?$", before)
            or re.match(r"[のをに]?(?:増|減|削減|증|감)|(?:으로|로)?\s?(?:줄|감소|늘)", after)
        )
    return value.direction is not None or bool(_CHANGE_BEFORE.search(before) or _CHANGE_AFTER.match(after))


_VERB_BEFORE = re.compile(
    r"\b(?:rose|grew|fell|dropped|declined|increased|decreased|risen|grown|jumped|climbed|shrank|surged|up|down)(?: "
    r"by)? $",
    re.IGNORECASE,
)
_CHANGE_BEFORE = re.compile(
    r"(?:\b(?:up|down|by|um|plus|minus|(?:rise|increase|growth|jump|surge|gain|fall|drop|decline|decrease|cut|"
    r"reduction|raise)s?(?: of)?|"
    r"(?:rose|grew|fell|dropped|declined|increased|decreased|risen|grown)|hausse de|baisse de|augmentation de|"
    r"diminution de|"
    r"réduction de|recul de|progression de|(?:Anstieg|Rückgang|Zuwachs|Erhöhung|Kürzung|Steigerung) (?:von|um))|"
    r"[+±△▲−-])\s*(?:an? )?$|"
    r"(?:増|減)(?:加|少)?(?:率|幅)?(?:は|が)?$|(?:증가|감소)(?:율|폭)?[은이]? ?$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    r" (?:above|below|über|unter) |"
    r"\s?(?:の|を|も|ほど)?(?:増|減|増|伸び|拡大|縮小|削減|カット|上昇|低下|下落|引き?[上下]げ|アップ|ダウン)|"
    r"\s?(?:의 )?(?:증가|감소|증액|감액|삭감|상승|하락|늘|줄|증|감)|"
    r"(?:的)?(?:增|减|上升|下降)|[ -](?:increase|rise|growth|jump|surge|gain|cut|reduction|drop|fall|decline|"
    r"decrease|more|"
    r"less|higher|lower|up|down|"
    r"mehr|weniger|höher|niedriger|de plus|de moins|de hausse|de baisse)\b",
    re.IGNORECASE,
)


@once
def comparisons(context: Context) -> list[Comparison]:
    """All pairs of a document with what is stated about them."""
    from dualtrack.checks.reckoning.tied import tied, unexplained

    found = [one for sentence in context.statements + context.cells if _worth(sentence) for one in _compare(sentence)]
    found += [one for joined in _joined(context) for one in _across(joined)]
    return [*unexplained(context, found), *tied(context, found)]


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


def touching_direction(text: str, place: int) -> Direction | None:
    """The direction word that touches a stated change: 25%増, an increase of 25 %, up 25 %."""
    after = re.match(
        r"(?:\s?(?:の|を|も|に|で|へと|ほど|程度|近く|以上|の大幅な?)|\s|-)?([^\s\ue000-\uf8ff,.;()、。]{1,12})",
        text[place + 1 :],
    )
    if after and (found := directions(after[1])) and found[0][0] == 0:
        return found[0][2]
    before = re.search(
        r"([^\s\ue000-\uf8ff,.;()、。]+)(?: (?:of|by|um|von|de|d'|an?))?\s?$", text[:place].rstrip("+-±")
    )
    if before and (found := directions(before[1])) and found[-1][1] == len(before[1]):
        return found[-1][2]
    return None


_MOVED = re.compile(
    r"\b(?:rose|fell|grew|dropped|declined|climbed|risen|fallen|grown|increased|decreased|cut|raised|reduced|stieg|sank|wuchs|fiel|"
    r"gestiegen|gesunken|baissé|augmenté|progressé|reculé)(?: \w+){0,2} $"
)
"""A verb of change right before 'from': it governs the pair, whatever else the clause says."""


def verb_direction(text: str, pair: Pair) -> Direction | None:
    """The verb of rise or fall that governs a pair: right before 'from', right after へ / 로, or between the two."""
    before = re.split(r"[;,。、:(]|\b(?:and|but|und|et|mais)\b", text[max(0, pair.start - 34) : pair.start])[-1]
    inside = re.sub(r"\([^()]*\)", "", text[pair.start : pair.end])
    after = re.split(r"[;,。、:(]|[\ue000-\uefff]", text[pair.end : pair.end + 18])[0]
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
