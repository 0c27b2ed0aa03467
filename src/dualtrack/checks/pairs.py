"""Two amounts of which the text says that one became, or is compared with, the other.

A pair needs wording that ties its two values (from ... to, an arrow, compared with, a year for each). What is not tied
by words is never compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dualtrack.checks.context import Sentence
from dualtrack.checks.frame import AMOUNT, PERCENT, Frame
from dualtrack.checks.moves import says_change
from dualtrack.checks.worded import Worded, worded
from dualtrack.checks.wording import Direction
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
            r"relative to|from)\b(?! wh)"
        r"(?:(?! to ){m}){0,44}?(?P<a>{x})",
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
            r"比{p}|より){p}{n}{0,30}?(?P<b>{x})(?!の?[増減])",
        r"(?P<b>{x})" + _BR + r"{n}{0,24}?(?:前年度?|昨年度?|前期|前回|従来|当初)の?{n}{0,10}?(?P<a>{x})[)]?{n}{0,"
            r"6}?(?:比|から|より|に比べ|"
            r"に対し|と比べ|を)",
        r"(?P<b>{x})(?:となった|となり|となる|に達した|に)?\s*\((?:うち)?(?:前年度?|昨年度?|前期|前回|当初|従来)(?:は|の|:|予算|実績|当初)*\s*(?P<a>{x})",
    ),
    "ko": (
        r"(?P<a>{x})" + _BR + r"{n}{0,6}?에서{p}{n}{0,20}?(?P<b>{x})",
        r"(?P<a>{x})[)]?{n}{0,6}?(?:대비|에 비해|보다|였으나|이었으나|이었으며|였으며){p}{n}{0,24}?(?P<b>{x})"
            r"(?!\s?(?:증가|감소|늘|줄|증액|감액|단축))",
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

_NEEDS = {
    "latin": (
        "from", "von", "de d", "from von contre against", "compared against versus gegenüber vergleich rapport",
        "from", "compared against versus vs than over on relative from", "above below über unter",
        "gegenüber als statt nach vergleich verglichen vorjahr",
        "contre rapport que comparé comparée comparés comparées",
    ),
}  # fmt: skip
"""The words of which each wording in Latin letters has one."""

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
    r"decline|reduction)|damit|also|donc|somit|daher|(?:hat|haben|ist|has|have|a|s['’]est) "
    r"(?:sich )?(?:damit|somit|also|thus|therefore|so|donc|ainsi))\b)[^\W\d]+ |"
    r"、[^、。\ue000-\uf8ff]{1,14}(?:は|が|も)|[고며나,] ?[^,"
    r".\ue000-\uf8ff]{1,14}[은는이가] |\b(?:while|whereas|although|though|including|of which|following|after|target|"
    r"average|inflation|forecast|expected|compared with growth|"
    r"während|darunter|davon|wobei|nach einem|tandis que|alors que|dont|après|contre une)\b|一方|うち|なお|ただし|"
    r"반면|그중|其中|而",
    re.IGNORECASE,
)


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
def _patterns(script: str) -> tuple[Worded, ...]:
    amounts = {
        "x": AMOUNT,
        "m": "[^\ue000-\ue7ff。;,]",
        "n": "[^\ue000-\ue7ff。;]",
        "p": f"(?:[^\ue000-\ue7ff。;]{{0,16}}?{PERCENT})?",
    }
    percents = {"x": "[\ue800-\uefff]", "m": "[^\ue000-\uefff。;,]", "n": "[^\ue000-\uefff。;]", "p": ""}
    wordings = (*worded(_WORDINGS["any"]), *worded(_WORDINGS.get(script, ()), _NEEDS.get(script, ())))
    return tuple(
        replace(wording, pattern=_filled(wording.pattern, kind)) for wording in wordings for kind in (amounts, percents)
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
        for match in pattern.matches(frame, text) if several[index % 2] else ():
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
