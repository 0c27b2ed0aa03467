"""Totals of as many parts as the text says: 'The three pillars together receive 240', 이 세 부문의 합계는."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dualtrack.checks.context import Context
from dualtrack.checks.frame import AMOUNT
from dualtrack.checks.reckoning.parts import NEAR, Whole, apart
from dualtrack.checks.reckoning.scene import Scene, comparable, neighbours, scenes
from dualtrack.checks.written import open_ended
from dualtrack.extraction import Quantity

_TOTAL = re.compile(
    r"\btotal|\badd\b|\bsum\b|\bcome\b|\bamount\b|\bmake\b|zusammen|insgesamt|合計|全体で|合わせ|総額|합계|모두|합하|총"
)
_SO_MANY = re.compile(
    r"\b(?:these|the|all|diese|die|alle|ces|les) (?:two|three|four|five|six|seven|eight|nine|zwei|drei|vier|fünf|sechs|"
    r"sieben|acht|neun|deux|trois|quatre|cinq|sept|huit|neuf|[2-9]) |[二三四五六七八九2-9２-９]つの|"
    r"(?:이|위) (?:두|세|네|다섯|여섯|일곱) "
)
_COUNTS = {word: at for at, pair in enumerate(("二두", "三세", "四네"), 2) for word in pair}
_COUNTS |= {"五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "다섯": 5, "여섯": 6, "일곱": 7}
_COUNTS |= {str(number): number for number in range(2, 10)}
_N = "[^\ue000-\ue7ff。;.]"
_EAST = re.compile(
    rf"(?:(?:(?P<ja>[二三四五六七八九2-9])つ|(?P<n>{AMOUNT}))の|(?:이|위) (?P<ko>두|세|네|다섯|여섯|일곱) )"
    rf"{_N}{{1,24}}?"
    rf"(?:合計|全体で|合わせ|総額|합계|모두|합하|총){_N}{{0,8}}?(?P<t>{AMOUNT})"
)
_LATIN = re.compile(
    rf"\b(?:(?:total|sum) (?:of|for) )?(?:these|the|all) (?P<n>{AMOUNT}) (?:[\w-]+ ){{1,3}}?(?:together )?(?:totals?|"
    rf"is|add up to|sum to|come to|amount to|make)(?: together)? (?P<t>{AMOUNT})|"
    rf"\b(?:Zusammen|Insgesamt) (?:ergeben|machen|sind|kommen) (?:diese|die|alle) (?P<m>{AMOUNT}) (?:[\w-]+ ){{1,3}}?"
    rf"(?:auf )?(?P<u>{AMOUNT})|"
    rf"\b[Aa]u total, (?:ces|les) (?P<l>{AMOUNT}) (?:[\w-]+ ){{1,3}}?(?:représentent|font|atteignent) (?P<v>{AMOUNT})",
    re.IGNORECASE,
)
_LIST = re.compile(r"[,、;]|\b(?:and|und|et)\b|と|와|과|고 |며 ")
_OTHERWISE = re.compile(r"執行|支出|実績|使|残|うち|집행|지출|실적|사용|이 중|그중")
"""What makes the total one of something else than the parts."""


def counted(context: Context) -> Iterator[Whole]:
    """Totals over parts that the words count, where just so many stand before, in the sentence or the one before it."""
    for sentence, before in neighbours(context):
        enough = sentence.digits >= 3 or (sentence.digits and before is not None and before.digits >= 2)
        if not enough or not _TOTAL.search(sentence.lowered) or not _SO_MANY.search(sentence.lowered):
            continue
        for scene in scenes(context, sentence, before):
            if (whole := _whole(scene)) is not None:
                yield whole
                break


def _whole(scene: Scene) -> Whole | None:
    found = (_LATIN if scene.script == "latin" else _EAST).search(scene.text)
    if found is None:
        return None
    if _OTHERWISE.search(scene.text[scene.text.rfind("。", 0, found.start()) + 1 : found.end()]):
        return None
    groups = found.groupdict()
    char = next(groups[name] for name in "tuv" if groups.get(name))
    total, number = scene.frame.value(char), _number(scene, groups)
    like = [value for value in scene.values if scene.place(value) < found.start() and comparable(value, total)]
    parts = [value for value in like if value.unit == like[-1].unit and scene.index(value) == scene.index(like[-1])]
    if number is None or len(parts) != number or len(parts) != len(like) or any(map(open_ended, (total, *parts))):
        return None
    listed = all(_LIST.search(scene.between(one, other)) for one, other in pairwise(parts))
    return Whole(scene, total, tuple(parts)) if listed and apart(total, parts) <= NEAR else None


def _number(scene: Scene, groups: dict[str, str | None]) -> int | None:
    """How many parts the words count."""
    if word := groups.get("ja") or groups.get("ko"):
        return _COUNTS[word]
    value: Quantity = scene.frame.value(next(char for name in "nml" if (char := groups.get(name))))
    bare = value.unit is None if scene.script == "latin" else value.quote.endswith("つ")
    return int(value.amount or 0) if value.kind == "count" and bare and 2 <= (value.amount or 0) <= 9 else None
