"""Totals in running text: do the parts that claim to make a total make it?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.finding import Finding, Severity
from dualtrack.checks.frame import AMOUNT, Frame
from dualtrack.checks.pairs import comparable
from dualtrack.checks.reckoning.parts import is_nested, some_make, wholes
from dualtrack.checks.rule import rule
from dualtrack.checks.written import Interval, Verdict, interval, open_ended, rounds_to, shown
from dualtrack.extraction import Quantity
from dualtrack.model import Text

_N = "[^\ue000-\ue7ff。]"
_WHOLE = (
    r"\b(?:consist(?:s|ing|ed)? of|compris(?:es|ing|ed)(?: of)?|made up of|composed of|broken down (?:in|into|as|by)|"
    r"breaks down (?:in|into|as)|"
    r"divided (?:in|into|between|among)|split (?:in|into|between|among)|namely|shared (?:between|among)|allocated as "
    r"follows|"
    r"bestehend aus|besteht aus|bestehen aus|bestand aus|bestanden aus|umfasst folgende|setzt sich (?:\w+ )?(?:aus|"
    r"zusammen)|setzen sich (?:\w+ )?(?:aus|zusammen)|zusammengesetzt aus|"
    r"aufgeteilt (?:auf|in)|verteilt auf|verteilen sich auf|verteilt sich auf|gliedert sich in|und zwar|"
    r"aufgeschlüsselt|"
    r"composée?s? d[e']|compos[ée]s? d[e']|se compose(?:nt)? d[e']|comprenant|comprend|comprenait|comprennent|"
    r"comprenaient|se composait d[e']|se composaient d[e']|répartie?s? (?:entre|en|comme)|se répartissent|se répartit|"
    r"se décompose(?:nt)?|à savoir|ventilée?s?)|"
    r"内訳|の構成は|で構成|からなる|から成る|내역|구성|으로 이루어|로 나뉜|분은|由|分为|构成|分别"
)
_PART = (
    r"\b(?:of which|of whom|(?<!out )of these|davon|darunter|wovon|dont)\b|うち|그중|그 중|이 중|이 가운데|중에서|其中"
)
_OPEN = re.compile(
    r"\b(?:includ(?:es|ed|ing)|such as|e\.g\.|for example|for instance|among others?|notably|in particular|mainly|"
    r"mostly|primarily|etc|the rest|the remainder|the balance|der Rest|die übrigen|le reste|les autres|"
    r"einschließlich|inklusive|inkl|unter anderem|u\. ?a\.|z\. ?B\.|zum Beispiel|vor allem|insbesondere|notamment|y "
    r"compris|entre autres|"
    r"par exemple|principalement|surtout|as well as other|other than|plus)\b|(?:など|主な|主に|例えば|ほか|他に|"
    r"をはじめ|含む|含め|などの|"
    r"残りは?[^\ue000-\ue7ff]{0,30}$|"
    r"等(?=[をがはにでの、。)]|$)|(?<=[円人件社校か国億万])等|을 포함|를 포함|등(?=[이의을에 ,)]|$)|주로|예를 들어|"
    r"包括|例如|主要|等等)",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"[\ue000-\ue7ff](?: [^\W\d]+){0,2} (?:of|à|zu) [\ue000-\ue7ff]|"
    r"→|⇒|->|\b(?:from(?= [\ue000-\uefff])|compared|than|against|versus|up|down|rose|fell|increase[sd]?|"
    r"decrease[sd]?|to reach|bringing|instead|out of|per|each|respectively to|"
    r"gegenüber|stieg|sank|als|je|jeweils|contre|par rapport|chacune?|hausse|baisse)\b|から|に対し|比べ|前年|昨年|"
    r"増|減|ずつ|各|あたり|"
    r"当たり|"
    r"에서|대비|보다|각각 |씩|증가|감소|增|减|每",
    re.IGNORECASE,
)
_TOTAL_WORD = re.compile(
    r"\b(?:total|totals|totalling|totaling|altogether|overall|in all|insgesamt|gesamt\w*|zusammen|Summe|au total|"
    r"totale?s?|ensemble)\b|"
    r"計|合計|総額|総計|総数|全体|全|合わせて|あわせて|총|합계|모두|전체|总|總|共|合计",
    re.IGNORECASE,
)
_PAIR_WORDS = re.compile(
    r"(?:\bwomen\b.*\bmen\b|\bmen\b.*\bwomen\b|\bfemale.*\bmale|\bmale.*\bfemale|Frauen.*Männer|Männer.*Frauen|"
    r"femmes.*hommes|hommes.*femmes|"
    r"男.*女|女.*男|남.*여|여.*남|国内.*(?:海外|国外)|(?:海外|国外).*国内|public.*private|private.*public)",
    re.IGNORECASE | re.DOTALL,
)
_SUMMED = re.compile(
    rf"(?:、|,|;|\s|の|と|を|で|及び)*(?:合わせて|あわせて|合計|総計|の計|計|総額)(?:で|は|して|すると|\s|:|約|"
    rf")*(?P<t>{AMOUNT})|"
    rf"[,;]? (?:for a total of|a total of|totall?ing|adding up to|which adds up to|which add up to|amounting to a "
    rf"total of|altogether|together|in total,?|"
    rf"giving a total of|making a total of|making|insgesamt|zusammen|in Summe|soit (?:un |au )?total(?: de)?|soit|au "
    rf"total|pour un total d[e'])\s?(?P<u>{AMOUNT})|"
    rf"(?:,|을|를|으로|로|의|\s)*(?:총|합계|합쳐|모두|도합)\s?(?P<v>{AMOUNT})|[,,、]?(?:总计|合计|共计|"
    rf"共)(?P<w>{AMOUNT})|"
    rf"(?P<x>{AMOUNT})(?: \w+){{0,2}} (?:in total|altogether|insgesamt|au total)\b",
    re.IGNORECASE,
)
_CUMULATIVE = re.compile(
    r"\b(?:bringing|so far|since|cumulative|to date|bisher|seit|kumul\w*|depuis|cumul\w*)\b|累計|通算|これまで|누적|"
    r"累计",
    re.IGNORECASE,
)
_REST = re.compile(
    rf"\b(?:the )?(?:remaining|remainder|rest|balance)\b[^\ue000-\ue7ff.;]{{0,30}}?(?P<a>{AMOUNT})|"
    rf"(?P<b>{AMOUNT})[^\ue000-\ue7ff.;]{{0,16}}\b(?:remaining|remainder)\b|"
    rf"(?:残りの?|残る|残額の?|나머지|其余|剩余)[^\ue000-\ue7ff。]{{0,16}}?(?P<c>{AMOUNT})|\b(?:übrigen|"
    rf"verbleibenden|restlichen|"
    rf"restants?|restantes?|le reste)\b"
    rf"[^\ue000-\ue7ff.;]{{0,20}}?(?P<d>{AMOUNT})|(?P<e>{AMOUNT})[^\ue000-\ue7ff.;]{{0,14}}\b(?:restants?|"
    rf"restantes?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A total and the parts that claim to make it."""

    total: Quantity
    parts: tuple[Quantity, ...]
    whole: bool
    """Whether the parts claim to be all of it; if not, only parts beyond the total are wrong."""
    loose: bool = False
    """Whether the claim is only 'of which', which some use without naming all: a shortfall is then a warning."""


@rule(
    "DT201",
    family="sum",
    severity="error",
    title=Text(ja="内訳の合計が総額と合わない", en="The parts of a total do not add up to it"),
    explanation=Text(
        ja="「内訳」「計」「consisting of」「of which」など、全体をなすと述べる部分の和を総額と比べる。"
        "「など」「含む」「超」は何も主張しないので対象外。"
        "丸めで説明できる差は注記。",
        en="Adds up the parts where the wording claims that they make the whole (comprising, made up of, of which A "
        "and B, a list after a colon). "
        "'Including', 'such as' and 'more than' claim nothing. A gap that rounding explains is a note.",
    ),
    wrong=Text(
        ja="総額は計120億円(内訳: A 50億円、B 40億円、C 20億円)。",
        en="The fund totals $120 million, comprising $50 million for AI, $40 million for quantum and $20 million for "
        "chips.",
    ),
    right=Text(
        ja="総額は計120億円(内訳: A 50億円、B 40億円、C 30億円)。",
        en="The fund totals $120 million, comprising $50 million for AI, $40 million for quantum and $30 million for "
        "chips.",
    ),
)
def parts(context: Context) -> Iterator[Finding]:
    """Totals with their parts in one sentence."""
    told: list[Finding] = []
    for sentence in context.numeric(3):
        if not _CLAIMS.search(sentence.text) or sentence.frame is None:
            continue
        for claim in claims(sentence.frame):
            finding = judged(context, sentence, claim)
            if finding:
                told.append(finding)
                yield finding
                break
    for scene, total, found in wholes(context):
        finding = judged(context, scene.sentence, Claim(total, found, True))
        if finding and not any(one.start < finding.end and finding.start < one.end for one in told):
            yield finding


_CLAIMS = re.compile(
    rf"{_WHOLE}|{_PART}|{_TOTAL_WORD.pattern}|[:(（：]|remain|\brest|残り|残る|残額|나머지|übrig|verbleib|restant|"
    rf"其余|剩余|"
    rf"together|soit|making|\d[^\d、。]{{1,5}}は、|\d[ \w]{{0,5}}[로은는며고], ",
    re.IGNORECASE,
)


def claims(frame: Frame) -> Iterator[Claim]:
    """What a sentence claims to add up."""
    text = frame.plain
    rest = _remaining(frame, text)
    if rest:
        yield rest
    for group in list(re.finditer(r"\(([^()]*)\)", text)):
        inner = _in_brackets(frame, text, group)
        if inner:
            yield inner
    bare = _without_brackets(_unwrapped(text))
    yield from _listed(frame, bare)
    yield from _closed(frame, bare)
    yield from _summed(frame, bare)


def _unwrapped(text: str) -> str:
    """Lists such as 'Japan ($20 million), Korea ($15 million)' without the brackets around their amounts."""
    single = re.compile(rf"\s?\(({AMOUNT})\)")
    return single.sub(r" \1", text) if len(single.findall(text)) >= 2 else text


_CLOSED = re.compile(
    rf"(?P<t>{AMOUNT}){_N}{{0,14}}?(?:は|が|、|은|는|이|가)(?P<rest>[^。]*?)(?:で構成|から構成|からな|から成|"
    rf"の内訳|[로으]+ ?구성|[로으]+ ?이루어)"
)
_NAMED = "[^\ue000-\uefff、,。:;]{1,16}?"
_TOLD = re.compile(
    rf"(?P<t>{AMOUNT})(?:は|の内訳は|로|으로|이며|이고|은|는)[、,]\s?"
    rf"(?P<rest>(?:{_NAMED}{AMOUNT}[、,]\s?){{2,}}(?:그리고 |及び)?{_NAMED}{AMOUNT})"
    rf"(?=である|です|だった|であった|となっ|となる|だ。|。|\s*$|이다|입니다|이었|였다)"
)
"""A total and three parts or more with which the sentence ends: 36件は、大学が20件、研究所が9件、企業が5件である."""


def _closed(frame: Frame, text: str) -> Iterator[Claim]:
    """Parts that a word after them closes: 代表団20人は、研究者8人、行政官8人、企業関係者4人で構成される."""
    for match in (*_CLOSED.finditer(text), *_TOLD.finditer(text)):
        total = frame.value(match["t"])
        found = _run(total, _values(frame, match["rest"]), loose=True)
        if len(found) >= 2 and not _MOVES.search(match["rest"]) and not _OPEN.search(match["rest"]):
            yield Claim(total, tuple(found), True)


def _without_brackets(text: str) -> str:
    while (shorter := re.sub(r"\s?\([^()]*\)", "", text)) != text:
        text = shorter
    return text


def _values(frame: Frame, text: str) -> list[Quantity]:
    return [frame.value(char) for char in re.findall(AMOUNT, text)]


def _in_brackets(frame: Frame, text: str, group: re.Match[str]) -> Claim | None:
    head = re.search(rf"({AMOUNT})[^\ue000-\uefff。:;,]{{0,30}}$", text[: group.start()])
    if head is None or head[1] == "":
        return None
    total, inside = frame.value(head[1]), group[1]
    found = _run(total, _values(frame, inside))
    if not found or _MOVES.search(inside) or _OPEN.search(inside):
        return None
    label = text[max(0, head.start() - 14) : head.start()] + text[head.start() : group.start()]
    stated = re.search(_WHOLE, inside, re.IGNORECASE) is not None or _PAIR_WORDS.search(inside) is not None
    named = _TOTAL_WORD.search(label) is not None and len(found) >= 2
    partial = re.search(_PART, inside, re.IGNORECASE) is not None
    if len(found) < 2 and not partial:
        return None
    whole = (stated or named or len(found) >= 3) and len(found) >= 2
    if partial:
        return Claim(total, tuple(found), _exhaustive(inside, total, found), loose=True)
    return Claim(total, tuple(found), True) if whole else None


def _exhaustive(text: str, total: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether 'of which' is meant to name all: several parts, the last joined by 'and', that make most of the total."""
    joined = re.search(r"\b(?:and|und|et)\b", text) is not None
    named = re.search(r"\b(?:of which|of whom|davon|dont|of these)\b", text, re.IGNORECASE) is not None
    most = Decimal("0.7") if len(found) >= 3 else Decimal("0.8")
    return len(found) >= 2 and joined and named and _sum(found) >= most * (total.amount or Decimal(0))


def _run(total: Quantity, values: Sequence[Quantity], loose: bool = False) -> list[Quantity]:
    """The values that can be parts of a total: of its kind and unit (any counts where ``loose``), up to a stranger."""
    found: list[Quantity] = []
    for value in values:
        people = loose and total.kind == value.kind == "count" and value.upper is None
        if not (people or comparable(total, value)):
            if value.kind == "count" and total.kind != "count":
                continue
            break
        found.append(value)
    return found


_LIST = re.compile(
    rf"(?P<t>{AMOUNT})(?P<m>{_N}{{0,70}}?)(?:(?P<whole>{_WHOLE})|(?P<part>{_PART})|(?P<colon>:))(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)


def _listed(frame: Frame, text: str) -> Iterator[Claim]:
    for match in _LIST.finditer(text):
        total, rest = frame.value(match["t"]), match["rest"]
        stop = re.search(r"[。]|\.\s|;\s(?=[^;]*\b(?:in|was|were|is)\b)", rest)
        rest = rest[: stop.start()] if stop else rest
        if _MOVES.search(match["m"]) or _OPEN.search(match["m"] + rest):
            continue
        run = _unbroken(rest)
        enumerated = match["colon"] is not None and re.search(r"\b(?:and|und|et)\b|[、と와과및]", run) is not None
        bare = total.unit is None and total.currency is None and not _TOTAL_WORD.search(text[: match.start()])
        if re.search(rf"{AMOUNT}\)", run):
            continue
        if match["colon"] and bare and not (enumerated and _NOUN.fullmatch(match["m"])):
            continue
        found = _run(total, _values(frame, run), loose=match["whole"] is not None or enumerated)
        if not found:
            continue
        if match["part"]:
            yield Claim(total, tuple(found), _exhaustive(match["part"] + run, total, found), loose=True)
        elif len(found) >= 2 and (
            match["whole"] or len(found) >= 3 or re.search(r"\b(?:and|und|et)\b|[、と와과及]", run)
        ):
            yield Claim(total, tuple(found), True)


_NOUN = re.compile(r"(?: [\w’'-]+){1,3}")


def _unbroken(rest: str) -> str:
    """The list up to the first wording that is no list any more."""
    moved = _MOVES.search(rest)
    return rest[: moved.start()] if moved else rest


def _summed(frame: Frame, text: str) -> Iterator[Claim]:
    for match in _SUMMED.finditer(text):
        char = next(group for group in match.groups() if group)
        before = re.split(r"[。;:]|\.\s", text[: match.start() if not match["x"] else match.start("x")])[-1]
        total = frame.value(char)
        values = _values(frame, before)
        found = [value for value in values if comparable(total, value)]
        loose = match["x"] is not None or (
            match["u"] is not None and "soit" in match.group().lower() and "total" not in match.group().lower()
        )
        if (
            len(found) < 2
            or len(found) != len([v for v in values if v.kind == total.kind])
            or (loose and not _plain_list(before))
        ):
            continue
        if (
            _MOVES.search(before)
            or _OPEN.search(before)
            or _CUMULATIVE.search(text)
            or re.match(_PART, text[match.end() :])
        ):
            continue
        yield Claim(total, tuple(found), True)


def _plain_list(text: str) -> bool:
    return re.search(r"\b(?:and|und|et)\b[^\ue000-\ue7ff]*[\ue000-\ue7ff][^\ue000-\ue7ff]*$", text) is not None


def _remaining(frame: Frame, text: str) -> Claim | None:
    match = _REST.search(text)
    bare = _without_brackets(text)
    values = _values(frame, bare)
    if match is None or len(values) < 3 or _MOVES.search(bare):
        return None
    total, last = values[0], frame.value(next(group for group in match.groups() if group))
    if last is not values[-1] or not all(comparable(total, value) for value in values):
        return None
    if max(value.amount or Decimal(0) for value in values[1:]) >= (total.amount or Decimal(0)):
        return None
    return Claim(total, tuple(values[1:]), True)


def _sum(parts: Sequence[Quantity]) -> Decimal:
    return sum((part.amount or Decimal(0) for part in parts), Decimal(0))


def verdict(total: Quantity, found: Sequence[Quantity]) -> Verdict:
    """Whether the parts make the total: as written, within rounding, or not."""
    summed, stated = _sum(found), total.amount or Decimal(0)
    spread = Interval(Decimal(0), Decimal(0))
    for part in found:
        spread += interval(part)
    if summed == stated or (total.qualifier is None and rounds_to(summed, stated, total.precision)):
        return Verdict.RIGHT
    meant = interval(total)
    if meant.low <= summed <= meant.high:
        return Verdict.RIGHT
    return Verdict.ROUNDED if meant.touches(spread) else Verdict.WRONG


def judged(context: Context, sentence: Sentence, claim: Claim) -> Finding | None:
    """The finding on a claim, if it does not hold."""
    total, found = claim.total, _same_level(sentence, claim)
    if (len(found) < 2 and len(claim.parts) >= 2) or total.upper is not None or any(map(open_ended, (total, *found))):
        return None
    result = verdict(total, found)
    beyond = _sum(found) > (total.amount or Decimal(0))
    if result is Verdict.RIGHT or not (claim.whole or (beyond and result is Verdict.WRONG)):
        return None
    if some_make(total, found, nested=is_nested(sentence.text)) or _made_elsewhere(sentence, claim):
        return None
    if _DOUBLED.search(sentence.text) or max(map(_size, found)) > 3 * _size(total):
        return None
    rounded = result is Verdict.ROUNDED and _slight(total, found)
    severity: Severity | None = (
        "note" if rounded else "warning" if result is Verdict.ROUNDED or (claim.loose and not beyond) else None
    )
    right = like(total, _sum(found))
    return context.finding(
        *context.within(sentence, [total, *found]),
        f"内訳の和は{right}で、{total.quote}" + ("とは丸めの差がある" if rounded else "と合わない"),
        f"The parts add up to {right}"
        + (f"; {total.quote} differs only by rounding" if rounded else f", not {total.quote}"),
        stated=total.quote,
        computed=right,
        reason=" + ".join(part.quote for part in found) + f" = {right}",
        severity=severity,
    )


def _size(value: Quantity) -> Decimal:
    return value.amount or Decimal(0)


def _same_level(sentence: Sentence, claim: Claim) -> list[Quantity]:
    """The parts up to the first that words make a part of the part before it: 61課題で、そのうち44課題."""
    found = list(claim.parts)
    if not claim.loose:
        return found
    if len(found) == 2 and not re.search(
        r"\b(?:and|und|et|sowie)\b|[;、と및와과]", sentence.text[found[0].end : found[1].start]
    ):
        return found[:1]
    for at, (one, other) in enumerate(pairwise(found)):
        between = sentence.text[one.end : other.start]
        if re.search(_PART, between, re.IGNORECASE) and not re.search(r"\b(?:and|und|et)\b", between):
            return found[: at + 1]
    return found


_DOUBLED = re.compile(r"重複|중복|overlap|double[- ]count|Mehrfach|plusieurs (?:fois|catégories)|复数", re.IGNORECASE)


def _made_elsewhere(sentence: Sentence, claim: Claim) -> bool:
    """Whether the sentence names another total that the claimed one and some of its parts make."""
    frame = sentence.frame
    if frame is None or any(value is claim.total for value in claim.parts):
        return False
    own = (claim.total, *claim.parts)
    for other in frame.amounts:
        if any(other is value for value in own) or not comparable(other, claim.total) or other.gloss_of is not None:
            continue
        smaller = [value for value in frame.amounts if value is not other and comparable(other, value)]
        if (other.amount or Decimal(0)) > (claim.total.amount or Decimal(0)) and some_make(other, smaller):
            return True
    return False


def _slight(total: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether a gap that rounding may explain is as small as rounding leaves it: one unit at most.

    Where some parts are written with more digits, the others are taken to be exact: 6 beside 5.5 is 6.0. Figures
    without decimals are rounded only where the gap is little of the total.
    """
    unit = min(part.precision for part in found)
    gap = abs(_sum(found) - (total.amount or Decimal(0)))
    little = gap <= (total.amount or Decimal(0)) * Decimal("0.025")
    if not little and not all(_DECIMALS.search(value.quote) for value in (total, *found)):
        return False
    return gap <= min((total.precision + unit * len(found)) / 2, max(total.precision, unit))


_DECIMALS = re.compile(r"\d[.,．]\d{1,2}(?!\d)")


_SCALES = tuple(
    (word, Decimal(10) ** power)
    for power, words_ in (
        (12, "兆 조 trillion"),
        (9, "billion Milliarden milliards Mrd. bn"),
        (8, "億 亿 억"),
        (6, "million Millionen Mio."),
        (4, "万 만"),
    )
    for word in words_.split()
)


def like(model: Quantity, value: Decimal) -> str:
    """A value written in the scale of a quote: '110億' beside '120億円', '$110 million' beside '$120 million'."""
    for word, scale in _SCALES:
        if word in model.quote:
            space = " " if word[0].isascii() else ""
            return (
                f"{model.currency + ' ' if model.currency and space else ''}{shown(value / scale, 3)}{space}{word}"
                + ("円" if model.quote.endswith("円") else "")
            )
    return f"{model.currency + ' ' if model.currency else ''}{shown(value, 2)}"


@rule(
    "DT202",
    family="sum",
    severity="error",
    title=Text(ja="箇条書きの合計が総額と合わない", en="The items of a list do not add up to the total above them"),
    explanation=Text(
        ja="「計120億円:」のような行に続く箇条書きの金額の和、または「合計」の項目とそれより上の項目の和を比べる。",
        en="Adds up the amounts of a list that follows a line with a total and a colon, or that ends in an item "
        "called total.",
    ),
    wrong=Text(
        ja="予算は計120億円である(内訳)。\n\n- A: 50億円\n- B: 40億円\n- 合計: 100億円",
        en="- AI: $50 million\n- Quantum: $40 million\n- Total: $100 million",
    ),
    right=Text(
        ja="予算は計90億円である(内訳)。\n\n- A: 50億円\n- B: 40億円\n- 合計: 90億円",
        en="- AI: $50 million\n- Quantum: $40 million\n- Total: $90 million",
    ),
)
def listed(context: Context) -> Iterator[Finding]:
    """Lists of items under, or with, a total."""
    for head, items in _lists(context):
        values = [_single(item) for item in items]
        total_at = next((index for index, item in enumerate(items) if _is_total(item.text)), None)
        if total_at is not None and values[total_at] is not None and total_at >= 2:
            total, found = (items[total_at], values[total_at]), values[:total_at]
        elif head is not None and (value := _announced(head)) is not None:
            total, found = (head, value), [*values]
        else:
            continue
        parts_ = [value for value in found if value is not None]
        stated = total[1]
        if (
            stated is None
            or len(parts_) < 2
            or len(parts_) < len(found)
            or not all(comparable(stated, part) for part in parts_)
        ):
            continue
        if any(_OPEN.search(item.text) or _MOVES.search(item.text) for item in (*items, total[0])):
            continue
        finding = judged_across(context, total[0], stated, parts_)
        if finding:
            yield finding


def judged_across(context: Context, where: Sentence, total: Quantity, found: Sequence[Quantity]) -> Finding | None:
    """As ``judged``, for parts that stand in other passages than the total."""
    result = verdict(total, found)
    if result is Verdict.RIGHT or open_ended(total) or any(part.qualifier == "up to" for part in found):
        return None
    rounded, right = result is Verdict.ROUNDED and _slight(total, found), like(total, _sum(found))
    return context.finding(
        where.start + total.start, where.start + total.end,
        f"項目の和は{right}で、{total.quote}" + ("とは丸めの差がある" if rounded else "と合わない"),
        f"The items add up to {right}"
        + (f"; {total.quote} differs only by rounding" if rounded else f", not {total.quote}"),
        stated=total.quote, computed=right, reason=" + ".join(part.quote for part in found) + f" = {right}",
        severity="note" if rounded else None,
    )  # fmt: skip


_ITEM = re.compile(r"\s*(?:[-*•●・◆■○▪‣·]|\d{1,2}[.)]|[①-⑳])\s*")
_TOTAL_ITEM = re.compile(
    r"\s*(?:[-*•●・◆■○▪‣·]\s*)?\**(?:grand )?(?:total|合計|総計|計|合计|总计|합계|총계|Summe|Insgesamt|Gesamt|Total "
    r"général)\**\s*[:：\s(]",
    re.IGNORECASE,
)


def _is_total(text: str) -> bool:
    return _TOTAL_ITEM.match(text) is not None


def _lists(context: Context) -> Iterator[tuple[Sentence | None, list[Sentence]]]:
    """The runs of list items, each with the sentence before it."""
    head: Sentence | None = None
    items: list[Sentence] = []
    for sentence in context.sentences:
        if sentence.passage.kind == "list item":
            if not items or items[-1].passage.depth == sentence.passage.depth:
                items.append(sentence)
            continue
        if len(items) >= 2:
            yield head, items
        head, items = sentence, []
    if len(items) >= 2:
        yield head, items


def _single(sentence: Sentence) -> Quantity | None:
    """The one amount of an item; None where it has none or several."""
    frame = sentence.frame if sentence.digits else None
    if frame is None:
        return None
    amounts = [
        value
        for value in frame.amounts
        if value.gloss_of is None and (value.currency or value.unit or value.kind == "count")
    ]
    money = [value for value in amounts if value.kind == "money"]
    chosen = money or amounts
    return chosen[0] if len(chosen) == 1 else None


_BREAKDOWN = re.compile(
    r"内訳|構成|内역|내역|구성|as follows|breakdown|broken down|consists|compris|made up|divided|split|Aufteilung|"
    r"Aufschlüsselung|verteil|répartition|réparti|se décompose|构成|分为",
    re.IGNORECASE,
)


def _announced(head: Sentence) -> Quantity | None:
    """The total that a line announces: it has one amount, a word for total, and ends in a colon (or says 内訳)."""
    text = head.text.rstrip()
    if (
        not (text.endswith((":", "：")) or "内訳" in text or "as follows" in text)
        or not head.digits
        or _OPEN.search(text)
        or _MOVES.search(text)
    ):
        return None
    return _single(head) if _TOTAL_WORD.search(text) or _BREAKDOWN.search(text) else None
