"""Totals and the parts they are made of, found by elimination where no fixed wording says so.

A total is *explained* where any two or more of the values beside it make it. Where none do, a run of values in one list
*claims* to make it by structure (a colon, brackets or dashes behind the total, a word for total, a word for the rest) or
by coming so near that nothing else can be meant.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import NamedTuple

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.scene import TIME, Scene, neighbours, scenes
from dualtrack.checks.tied import is_difference
from dualtrack.checks.written import Interval, Verdict, interval, rounds_to
from dualtrack.extraction import Quantity

_SEPARATOR = re.compile(
    r"[,、，;；·・/+\n&]|\b(?:and|und|sowie|et|ainsi que|plus|or|oder|ou)\b|と|及び|および|並びに|와|과|및|그리고|"
    r"(?<=[로고며은는이])\s"
)
_TURN = re.compile(
    r"[。!?？]|(?<=[a-zà-ÿ)])\.\s|→|⇒|->|\b(?:(?:from|to|auf)(?= [\ue000-\uefff])|compared|than|against|versus|"
    r"out of|per|each|every|respectively|rose|fell|increase[sd]?|"
    r"decrease[sd]?|while|whereas|target|average|gegenüber|je|jeweils|stieg|sank|als|während|pro|contre|par rapport|"
    r"chacune?s?|hausse|baisse|"
    r"tandis que|alors que|soit)\b|から|に対し|比べ|前年|昨年|増|減|ずつ|各(?!種)|毎|あたり|当たり|平均|目標|에서|"
    r"대비|보다|각|씩|증가|감소|평균|목표|增|减|每|"
    r"\b(?:in|since|by|until|im Jahr|seit|bis|en|depuis) (?=\uf000)",
    re.IGNORECASE,
)
_NESTED = re.compile(
    r"\b(?:dont|darunter|davon|of which|of whom|including|inkl\.?|einschließlich|y compris|notamment|incl\.?)\b|"
    r"うち|内数|含む|其中|이 중|중에서|포함",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:includ(?:es|ed|ing)|such as|e\.g\.|for example|for instance|among (?:others?|them)|notably|in particular|"
    r"mainly|mostly|primarily|etc|"
    r"einschließlich|inklusive|inkl|unter anderem|u\. ?a\.|z\. ?B\.|zum Beispiel|vor allem|insbesondere|darunter|"
    r"etwa(?= [\ue000-\uefff])|beispielsweise|notamment|"
    r"y compris|entre autres|par exemple|principalement|surtout|parmi lesquels|as well as others?|other than|"
    r"at least)\b|"
    r"など|主な|主に|例えば|ほか|他に|をはじめ|含む|含め|等[をがはにでの、。)]|을 포함|를 포함|등[이의을에 ,)]|주로|"
    r"예를 들어|비롯|包括|例如|主要|等等|重複|重なる|중복|overlap|double[- ]count|Mehrfach|plusieurs (?:fois|"
    r"catégories)",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:consist\w*|compris\w+|made up|composed|break\w* down|broken down|divided|split|namely|shared|distributed|"
    r"allocated|as follows|"
    r"bestehend|besteh\w+ aus|bestand\w*|umfass\w+|setz\w+ sich|zusammengesetzt|aufgeteilt|verteil\w+|gliedert|"
    r"und zwar|aufgeschlüsselt|entfallen|entfielen|"
    r"teil\w+ sich|untergliedert|compos\w+|comprend\w*|comprenant|répart\w+|se (?:partage|décompose|divise|répartit|"
    r"répartissent|ventile|ventilent|composent?)\w*|à savoir|ventil\w+|soit(?= [\ue000-\uefff]))\b|"
    r"\b(?:by|nach|par|selon) (?:the |la |le |les )?(?:country|type|field|sector|region|source|Ländern|Fach\w*|"
    r"Sektor\w*|Region\w*|pays|secteur|domaine|région|catégorie)\b|"
    r"内訳|構成|からなる|から成る|に分|分か|別(?:に|で|では|には)|별(?:로|로는|은|는|\s)|내역|구성|이루어|나뉘|나눠|"
    r"분포|분류|分为|分为|构成|分别|由",
    re.IGNORECASE,
)
_TOTAL_BEFORE = re.compile(
    r"(?:\b(?:a )?total(?:s|led|ling|ing)?(?: of| to|:)?|\b(?:altogether|in all|overall|insgesamt|zusammen|"
    r"gesamt\w*|Summe(?: von)?|au total|total(?: de)?|ensemble)|"
    r"計|合計|総計|総額|総数|全|合わせて|あわせて|총|합계|모두|전체|도합|합쳐|总|共|合计)[\s:：は約]*$",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(
    r"\s?(?:[^\W\d]+ ){0,2}(?:in total|in all|altogether|insgesamt|zusammen|au total|en tout|の合計|となる見込み)\b",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:remain\w*|remainder|rest|balance|others?|übrige[nrs]?|restliche[nrs]?|verbleibende[nrs]?|Rest|restant\w*|"
    r"reste|autres)\b|残り|残る|残額|その他|나머지|그 밖|기타|其余|剩余|其他",
    re.IGNORECASE,
)
_CLOSER = re.compile(
    r"で構成|からな|から成|の内訳|の(?:計|合計)|으로 구성|로 구성|로 이루어|으로 이루어|을 합|를 합|을 더|이다|"
    r"입니다|였다|で|だ。|である|であった|となり|となった|$|[).;。–—]"
)
_BRACKET = re.compile(r"[^\ue000-\uefff.;。]{0,60}[:：(（–—\[]\s?[^\ue000-\uf8ff]{0,40}")
_NEAR = Decimal("0.2")
_MOST = 12


class Whole(NamedTuple):
    """A total and the values that claim to make it."""

    scene: Scene
    total: Quantity
    parts: tuple[Quantity, ...]


def wholes(context: Context) -> Iterator[Whole]:
    """Totals that no values beside them make, each with the run of values that claims to."""
    for sentence, before in neighbours(context):
        if _HINT.search(sentence.text):
            yield from _of(context, sentence, before)


_HINT = re.compile(
    r"\d[^\d]+\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|"
    r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\b",
    re.IGNORECASE,
)


def _of(context: Context, sentence: Sentence, before: Sentence | None) -> Iterator[Whole]:
    if before is not None and not _goes_on(before, sentence):
        before = None
    if before is None and len(sentence.operands) < 3:
        return
    for number, scene in enumerate(scenes(context, sentence, before)):
        levels = _levels(scene)
        if not 3 <= len(levels) <= _MOST + number * 4:
            continue
        found = list(_claims(scene, levels, joined=number == 1))
        yield from found[:1]
        if found:
            return


def _goes_on(before: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence may list the parts of a total in the one before it."""
    if not before.operands or len(sentence.operands) < 2:
        return False
    if before.text.rstrip().endswith((":", "：")) or _WHOLE.search(sentence.text) or _REST.search(sentence.text):
        return True
    return _TOTAL_WORD.search(before.text) is not None


_TOTAL_WORD = re.compile(
    r"\b(?:total\w*|altogether|in all|overall|insgesamt|zusammen|gesamt\w*|Summe|au total|ensemble|all)\b|計|総|全|"
    r"合わせ|총|합계|모두|전체|总|共",
    re.IGNORECASE,
)


def _levels(scene: Scene) -> list[Quantity]:
    return [
        value
        for value in scene.values
        if value.kind in ("money", "count") and value.upper is None and value.unit not in TIME and value.amount
        and not is_difference(scene, value)
    ]  # fmt: skip


def makes(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the parts make the total, as written or within what rounding allows."""
    if _exactly(total, parts):
        return True
    spread = Interval(Decimal(0), Decimal(0))
    for part in parts:
        spread += interval(part)
    return interval(total).touches(spread)


def _exactly(total: Quantity, parts: Sequence[Quantity]) -> bool:
    summed = sum((part.amount or Decimal(0) for part in parts), Decimal(0))
    stated = total.amount or Decimal(0)
    return summed == stated or (total.qualifier is None and rounds_to(summed, stated, total.precision))


def some_make(total: Quantity, parts: Sequence[Quantity], *, nested: bool = False) -> bool:
    """Whether some of the parts make the total as written.

    Small numbers make each other by chance: of those only the first so many count, unless the words nest parts in parts.
    """
    few = parts[:_MOST]
    if any(_exactly(total, few[:count]) for count in range(2, len(few) + 1)):
        return True
    if not nested and (total.amount or Decimal(0)) < _SMALL * total.precision:
        return False
    return any(_exactly(total, some) for size in range(len(few) - 1, 1, -1) for some in combinations(few, size))


_SMALL = 20


def is_nested(text: str) -> bool:
    """Whether words make some values of a list parts of others: dont, darunter, of which, うち, 計."""
    return _NESTED.search(text) is not None or re.search(r"計\s?[\d\ue000-\ue7ff]", text) is not None


def _any_sum(levels: list[Quantity]) -> bool:
    return any(_self_made(total, levels) for total in levels)


def _self_made(total: Quantity, levels: Sequence[Quantity]) -> bool:
    return some_make(total, [value for value in levels if value is not total and _loosely(total, value)])


def _loosely(total: Quantity, part: Quantity) -> bool:
    if total.kind != part.kind or total.currency != part.currency or not total.amount or not part.amount:
        return False
    return part.amount < total.amount


def _claims(scene: Scene, levels: list[Quantity], *, joined: bool) -> Iterator[Whole]:
    for at, total in enumerate(levels):
        if total.qualifier in ("over", "at least", "up to", "under"):
            continue
        if joined and scene.index(total) == 1:
            continue
        after = _run(scene, total, levels[at + 1 :])
        if len(after) >= 2:
            tied = _claims_after(scene, total, after, joined=joined)
            if tied is not None and not _explained(scene, total, after, levels, tied=tied):
                yield Whole(scene, total, tuple(after))
        before = _run(scene, total, levels[:at][::-1])[::-1]
        if len(before) >= 2 and not joined and _claims_before(scene, total, before):
            if not _explained(scene, total, before, levels, tied=True):
                yield Whole(scene, total, tuple(before))


def _explained(scene: Scene, total: Quantity, parts: list[Quantity], levels: list[Quantity], *, tied: bool) -> bool:
    """Whether a total is made by its parts, by some of them where words nest them, or, if nothing ties them, by any values."""
    if makes(total, parts) or some_make(total, parts, nested=is_nested(scene.text)):
        return True
    return not tied and _any_sum(levels)


_VOTES = re.compile(r"\b(?:votes?|ballots?|favour|favor|abst\w+|motion)\b", re.IGNORECASE)


def _turns(scene: Scene, text: str) -> bool:
    """Whether words turn from one list to another matter; votes are cast against without any turn."""
    if _VOTES.search(scene.text):
        text = re.sub(r"\bagainst\b", "", text)
    return _TURN.search(text) is not None


def _run(scene: Scene, total: Quantity, values: Sequence[Quantity]) -> list[Quantity]:
    """The values of one list that follow (or precede) a total; nested ones are left out."""
    found: list[Quantity] = []
    last: Quantity | None = None
    if total.unit is not None and any(value.unit == total.unit for value in values):
        values = [value for value in values if value.unit == total.unit]
    for value in values:
        if not _loosely(total, value):
            if last is not None:
                break
            return []
        between = scene.between(last if last is not None else total, value)
        if last is not None and (len(between) > 100 or not _SEPARATOR.search(between) or _turns(scene, between)):
            break
        if last is not None and _NESTED.search(
            scene.text[min(scene.place(last), scene.place(value)) + 1 : max(scene.place(last), scene.place(value))]
        ):
            continue
        found.append(value)
        last = value
    return found


def _claims_after(scene: Scene, total: Quantity, parts: list[Quantity], *, joined: bool) -> bool | None:
    """Whether a list behind a total claims to make it: by structure or words (True), only by coming near (False), or not."""
    gap, lead = scene.between(total, parts[0]), scene.before(total, 24)
    inner = "".join(scene.between(one, other) for one, other in pairwise(parts))
    tail = scene.text[scene.place(parts[-1]) + 1 :][:60]
    if len(gap) > 140 or _OPEN.search(gap + inner + tail[:24]) or any(_qualified(part) for part in parts):
        return None
    said = _IN_A_YEAR.sub("", gap)
    if _turns(scene, re.sub(r"[。]|\.\s", " ", said) if joined else said):
        return None
    apart = _apart(total, parts)
    whole = _WHOLE.search(gap) is not None or _CLOSE_WHOLE.match(tail) is not None
    named = _TOTAL_BEFORE.search(lead) is not None or _TOTAL_AFTER.match(scene.after(total)) is not None
    rest = _REST.search(inner + tail[:16]) is not None
    tied = bool(_BRACKET.fullmatch(gap)) or whole or named or rest
    if len(parts) >= 3:
        return tied if apart <= (_WIDE if tied else _NEAR) else None
    joint = _JOINT.search(scene.between(parts[-2], parts[-1])) is not None
    return True if tied and (joint or rest or whole) and apart <= _NEAR else None


def _apart(total: Quantity, parts: Sequence[Quantity]) -> Decimal:
    """How far the sum of the parts lies from the total, as a share of it."""
    summed = sum((part.amount or Decimal(0) for part in parts), Decimal(0))
    return abs(summed - (total.amount or Decimal(0))) / (total.amount or Decimal(1))


_IN_A_YEAR = re.compile(r"\b(?:in|im Jahr|im|en) [\uf000-\uf8ff]")
_WIDE = Decimal("0.5")
_JOINT = re.compile(
    r"\b(?:and|und|sowie|et|ainsi que)\b|と|及び|および|와|과|및|그리고|;|고\s|며\s|、|,", re.IGNORECASE
)
_CLOSE_WHOLE = re.compile(
    r"[^\ue000-\uf8ff。]{0,16}?(?:で構成|からな|から成|の内訳|으로 구성|로 구성|로 이루어|으로 이루어|을 합|를 합)"
)


def _qualified(part: Quantity) -> bool:
    return part.qualifier in ("over", "at least", "up to", "under")


def _claims_before(scene: Scene, total: Quantity, parts: list[Quantity]) -> bool:
    """Whether a list ends in its total: 'A, B and C, 120 in all', '위원장 1명과 ... 을 합하여 총 21명'."""
    gap = scene.between(parts[-1], total)
    inner = "".join(scene.between(one, other) for one, other in pairwise(parts))
    gap = re.sub(r"(?:등|など)\s?(?=[\ue000-\ue7ff])", "", gap)
    if len(gap) > 60 or _OPEN.search(inner + gap) or _turns(scene, inner) or any(_qualified(part) for part in parts):
        return False
    named = _TOTAL_BEFORE.search(gap) is not None or _TOTAL_AFTER.match(scene.after(total)) is not None
    return named and _apart(total, parts) <= _NEAR and not _SO_FAR.search(scene.text)


_SO_FAR = re.compile(
    r"\b(?:bringing|so far|since|cumulative|to date|bisher|seit|depuis|cumulé|portant)\b|累計|通算|これまで|누적|累计",
    re.IGNORECASE,
)
