"""Totals and their parts by wording: '$120 million, of which', 'comprising', 内訳, the rest, a list summed up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dualtrack.checks.frame import AMOUNT, Frame
from dualtrack.checks.pairs import comparable
from dualtrack.checks.reckoning.part_words import UNTOLD
from dualtrack.checks.reckoning.parts import sum_of
from dualtrack.extraction import Quantity

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
PART = (
    r"\b(?:of which|of whom|(?<!out )of these(?! [\ue000-\uefff])|davon|darunter|wovon|dont)\b|"
    r"うち|그중|그 중|이 중|이 가운데|중에서|其中"
)
"""What begins the parts of an amount."""
OPEN = re.compile(
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
"""What leaves a list of parts open, so that no total is claimed."""
MOVES = re.compile(
    r"[\ue000-\ue7ff](?: [^\W\d]+){0,2} (?:of|à|zu) [\ue000-\ue7ff]|"
    r"→|⇒|->|\b(?:from(?= [\ue000-\uefff])|compared|than|against|versus|up|down|rose|fell|increase[sd]?|"
    r"decrease[sd]?|to reach|bringing|instead|out of|per|each|respectively to|"
    r"gegenüber|stieg|sank|als|je|jeweils|contre|par rapport|chacune?|hausse|baisse)\b|から|に対し|比べ|前年|昨年|"
    r"増|減|ずつ|各|あたり|"
    r"当たり|"
    r"에서|대비|보다|각각 |씩|증가|감소|增|减|每",
    re.IGNORECASE,
)
"""What makes two amounts a change or a comparison, and no whole with its part."""
TOTAL_WORD = re.compile(
    r"\b(?:total|totals|totalling|totaling|altogether|overall|in all|insgesamt|gesamt\w*|zusammen|Summe|au total|"
    r"totale?s?|ensemble)\b|"
    r"計|合計|総額|総計|総数|全体|全|合わせて|あわせて|총|합계|모두|전체|总|總|共|合计",
    re.IGNORECASE,
)
"""What names a total."""
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
    rf"(?:,|을|를|으로|로|의|\s)*(?:총|합계|합쳐|합하면|합하여|합해|합치면|모두|도합)\s?(?P<v>{AMOUNT})|[,,、]?(?:总计|合计|共计|"
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


CLAIMS = re.compile(
    rf"{_WHOLE}|{PART}|{TOTAL_WORD.pattern}|[:(（：]|remain|\brest|残り|残る|残額|나머지|übrig|verbleib|restant|"
    rf"其余|剩余|"
    rf"together|soit|making|\d[^\d、。]{{1,5}}は、|\d[ \w]{{0,5}}[로은는며고], ",
    re.IGNORECASE,
)
"""What a sentence has that may claim a total."""


def claims(frame: Frame) -> Iterator[Claim]:
    """What a sentence claims to add up."""
    text = frame.plain
    rest = _remaining(frame, text)
    if rest:
        yield rest
    for group in re.finditer(r"\(([^()]*)\)", text):
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
    rf"(?P<t>{AMOUNT})(?:は|の内訳は|の{_N}{{1,10}}?別の?(?:内訳|数|件数|人数)?は|로|으로|이며|이고|은|는)[、,]\s?"
    rf"(?P<rest>(?:{_NAMED}{AMOUNT}[、,]\s?){{2,}}(?:그리고 |及び)?{_NAMED}{AMOUNT})"
    rf"(?=であり|である|です|だった|であった|となっ|となる|だ。|。|\s*$|이다|입니다|이었|였다)"
)
"""A total and three parts or more with which the sentence ends: 36件は、大学が20件、研究所が9件、企業が5件である."""


def _closed(frame: Frame, text: str) -> Iterator[Claim]:
    """Parts that a word after them closes: 代表団20人は、研究者8人、行政官8人、企業関係者4人で構成される."""
    for match in (*_CLOSED.finditer(text), *_TOLD.finditer(text)):
        total = frame.value(match["t"])
        found = _run(total, _values(frame, match["rest"]), loose=True)
        open_ = MOVES.search(match["rest"]) or OPEN.search(match["rest"]) or _ENDS_IN_TOTAL.search(match["rest"])
        if len(found) >= 2 and not open_:
            yield Claim(total, tuple(found), True)


_ENDS_IN_TOTAL = re.compile(rf"(?:計|合計|総計|合わせて|총|합계|모두|합쳐)\s?{AMOUNT}[^\ue000-\ue7ff]*$")


def _without_brackets(text: str) -> str:
    while (shorter := re.sub(r"\s?\([^()]*\)", "", text)) != text:
        text = shorter
    return text


def _values(frame: Frame, text: str) -> list[Quantity]:
    return [frame.value(char) for char in re.findall(AMOUNT, text)]


def _in_brackets(frame: Frame, text: str, group: re.Match[str]) -> Claim | None:
    head = re.search(rf"({AMOUNT})[^\ue000-\uefff。:;,]{{0,30}}$", text[: group.start()])
    if head is None:
        return None
    total, inside = frame.value(head[1]), group[1]
    found = _run(total, _values(frame, inside))
    if not found or MOVES.search(inside) or OPEN.search(inside) or _own_total(found):
        return None
    label = text[max(0, head.start() - 14) : group.start()]
    stated = re.search(_WHOLE, inside, re.IGNORECASE) is not None or _PAIR_WORDS.search(inside) is not None
    named = TOTAL_WORD.search(label) is not None and len(found) >= 2
    partial = re.search(PART, inside, re.IGNORECASE) is not None
    if len(found) < 2 and not partial:
        return None
    whole = (stated or named or len(found) >= 3) and len(found) >= 2
    if partial:
        return Claim(total, tuple(found), _exhaustive(inside, total, found), loose=True)
    return Claim(total, tuple(found), True) if whole else None


def _own_total(found: Sequence[Quantity]) -> bool:
    """Whether the first of three values or more is the sum of the others: 50 infrastructures, 29 + 21."""
    return len(found) >= 3 and found[0].amount == sum_of(found[1:])


def _exhaustive(text: str, total: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether 'of which' is meant to name all: several parts, the last joined by 'and', that make most of the total."""
    joined = re.search(r"\b(?:and|und|et)\b", text) is not None
    named = re.search(r"\b(?:of which|of whom|davon|dont|of these)\b", text, re.IGNORECASE) is not None
    most = Decimal("0.7") if len(found) >= 3 else Decimal("0.8")
    return len(found) >= 2 and joined and named and sum_of(found) >= most * (total.amount or Decimal(0))


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
    rf"(?P<t>{AMOUNT})(?P<m>{_N}{{0,70}}?)(?:(?P<whole>{_WHOLE})|(?P<part>{PART})|(?P<colon>:))(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)


def _listed(frame: Frame, text: str) -> Iterator[Claim]:
    for match in _LIST.finditer(text):
        total, rest = frame.value(match["t"]), match["rest"]
        stop = re.search(r"[。]|\.\s|;\s(?=[^;]*\b(?:in|was|were|is)\b)", rest)
        rest = rest[: stop.start()] if stop else rest
        if MOVES.search(match["m"]) or OPEN.search(match["m"] + rest):
            continue
        run = _unbroken(rest)
        enumerated = match["colon"] is not None and re.search(r"\b(?:and|und|et)\b|[、と와과및]", run) is not None
        bare = total.unit is None and total.currency is None and not TOTAL_WORD.search(text[: match.start()])
        if re.search(rf"{AMOUNT}\)", run):
            continue
        if match["colon"] and bare and not (enumerated and _NOUN.fullmatch(match["m"])):
            continue
        found = _run(total, _values(frame, run), loose=match["whole"] is not None or enumerated)
        if not found or (len(found) > 1 and found[0].amount == total.amount):
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
    moved = MOVES.search(rest)
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
            MOVES.search(before)
            or OPEN.search(before)
            or _CUMULATIVE.search(text)
            or _AND_SUCH.search(text[: match.start()])
            or UNTOLD.search(re.split(AMOUNT, before)[-1])
            or _ANOTHER.match(text, match.end())
            or re.match(PART, text[match.end() :])
        ):
            continue
        yield Claim(total, tuple(found), True)


_AND_SUCH = re.compile(rf"{AMOUNT}[人名社]?ら\s?$|{AMOUNT}들\s?$")
"""The end of a list that names only some: 医師5名、看護師4名ら計15名."""
_ANOTHER = re.compile(rf"[^\ue000-\uefff.,;:]{{0,30}}\b(?:and|und|et)\b[^\ue000-\uefff.,;:]{{0,16}}{AMOUNT}")
"""A second total beside the first: 'for a total of 282 junior and 224 senior candidates'."""


def _plain_list(text: str) -> bool:
    return re.search(r"\b(?:and|und|et)\b[^\ue000-\ue7ff]*[\ue000-\ue7ff][^\ue000-\ue7ff]*$", text) is not None


def _remaining(frame: Frame, text: str) -> Claim | None:
    match = _REST.search(text)
    bare = _without_brackets(text)
    values = _values(frame, bare)
    if match is None or len(values) < 3 or MOVES.search(bare):
        return None
    total, last = values[0], frame.value(next(group for group in match.groups() if group))
    if last is not values[-1] or not all(comparable(total, value) for value in values):
        return None
    if max(value.amount or Decimal(0) for value in values[1:]) >= (total.amount or Decimal(0)):
        return None
    return Claim(total, tuple(values[1:]), True)
