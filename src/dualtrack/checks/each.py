"""So many times so much each: does the total that is stated beside it follow?"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations
from typing import NamedTuple

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.hints import Hint
from dualtrack.checks.reckoning.scene import TIME, Scene, is_percent_like, neighbours, scenes
from dualtrack.checks.rule import rule
from dualtrack.checks.total import like
from dualtrack.checks.total_claims import TOTAL_WORD
from dualtrack.checks.written import Interval, interval, open_ended
from dualtrack.extraction import Quantity
from dualtrack.model import Text

_HINT = Hint(
    r"\beach\b|\bapiece\b|\bper\b|\byear\b|annual|\bje\b|jeweils|jährlich|\bpro\b|chacun|\bpar\b|各|ずつ|毎|年間|"
    r"씩|각|매년|每"
)
_TOTAL = Hint(
    r"total|altogether|overall|\ball\b|insgesamt|gesamt|zusammen|summe|ensemble|\bsoit\b|計|総|全|合|总|共|합|총|모두|전체"
)
_EACH_BEFORE = re.compile(
    r"(?:\b(?:each(?: (?:worth|of|receiving|receives?|gets?|with|at|costing))?|je(?:weils)?|chacune?(?: de)?)|各|各々|"
    r"(?:一|1)件当たり|각각?|每\w)\s?(?:約|약 )?$",
    re.IGNORECASE,
)
_EACH_AFTER = re.compile(
    r"\s?(?:\b(?:each|apiece|per (?:project|grant|award|cent(?:re|er)|fellow\w*|institution|countr\w+|partner|"
    r"consortium|network|person|student|place|call)|pro (?:Projekt|Person|Platz|Land|"
    r"Einrichtung|Vorhaben|Verbund|Zentrum)|"
    r"par (?:projet|personne|pays|consortium|bourse|laboratoire|lauréat))\b|ずつ|씩)",
    re.IGNORECASE,
)
_EACH_OF = re.compile(r"\b(?:each of (?:the|its|these)|jedes? der|chac(?:un|une) des)\s$", re.IGNORECASE)
_FROM_A_TOTAL = re.compile(
    r"\b(?:from|out of|aus|within|dans|sur) (?:an? |einem |einer |un(?:e)? )?(?:total|overall|Gesamt)", re.IGNORECASE
)
_WORDS_OF_TOTAL = re.compile(rf"{TOTAL_WORD.pattern}|\bsoit\b", re.IGNORECASE)
_FAR = Decimal(15)


class Product(NamedTuple):
    """How many, how much each, and the total that the words say they make."""

    counts: tuple[Quantity, ...]
    each: Quantity
    total: Quantity


@rule(
    "DT204",
    family="sum",
    severity="error",
    title=Text(ja="件数×単価が総額と合わない", en="So many times so much each is not the total"),
    explanation=Text(
        ja="「10件に各3千万円、総額3億円」「年5億円を4年間、計20億円」のように、数・一つ当たりの額・総額が"
        "一つずつある文で掛け算を確かめる。「最大」「約」「以上」は範囲を広げるか対象外。",
        en="Multiplies where a text names a number, an amount for each (or a year) and one total: ten grants of "
        "£50,000 each, £500,000 in total. 'Up to' and other amounts beside them leave it alone.",
    ),
    wrong=Text(
        ja="10件の課題に各3,000万円、総額2億円を配分する。",
        en="The fund will pay €2 million per year over five years, €8 million in total.",
    ),
    right=Text(
        ja="10件の課題に各3,000万円、総額3億円を配分する。",
        en="The fund will pay €2 million per year over five years, €10 million in total.",
    ),
)
def products(context: Context) -> Iterator[Finding]:
    """Totals that the number and the amount of each do not make."""
    for sentence, before in neighbours(context):
        both = (sentence, before) if before is not None else (sentence,)
        if sentence.numbers < 1 or not all(any(one.has(hint) for one in both) for hint in (_TOTAL, _HINT)):
            continue
        for scene in scenes(context, sentence, before):
            product = _product(scene)
            if product is not None:
                if (finding := _judged(context, scene, product)) is not None:
                    yield finding
                break


def _product(scene: Scene) -> Product | None:
    """The one product of a scene; None where a second reading is open."""
    values = [value for value in scene.values if value.kind in ("money", "count")]
    if any(value.upper is not None or open_ended(value) for value in values) or any(map(is_percent_like, scene.values)):
        return None
    if _FROM_A_TOTAL.search(scene.text):
        return None
    eaches = [value for value in values if value.unit not in TIME and _is_each(scene, value, values)]
    totals = [value for value in values if value not in eaches and value.unit not in TIME and _is_total(scene, value)]
    if len(eaches) != 1 or len(totals) != 1 or not _one_kind(eaches[0], totals[0]):
        return None
    rest = [value for value in values if value not in (*eaches, *totals)]
    things = [value for value in rest if value.unit not in TIME]
    times = [value for value in rest if value.unit == "years"]
    counted = times if eaches[0].per == "year" else things
    small = all(value.kind == "count" and 1 < (value.amount or 0) <= 5000 for value in things)
    if len(counted) != 1 or len(things) > 1 or len(times) > 1 or not small:
        return None
    return Product(
        (counted[0], *(value for value in (*things, *times) if value is not counted[0])), eaches[0], totals[0]
    )


def _is_each(scene: Scene, value: Quantity, values: Sequence[Quantity]) -> bool:
    if value.per is not None:
        return value.per == "year"
    if _EACH_BEFORE.search(scene.before(value)) or _EACH_AFTER.match(scene.after(value)):
        return True
    earlier = [other for other in values if scene.place(other) < scene.place(value)]
    return bool(earlier) and value.kind == "money" and _EACH_OF.search(scene.before(earlier[-1])) is not None


def _is_total(scene: Scene, value: Quantity) -> bool:
    before = re.split(r"[,;、。:]", scene.before(value, 30))[-1]
    after = re.split(r"[,;、。:]", scene.after(value, 24))[0]
    return _WORDS_OF_TOTAL.search(before) is not None or TOTAL_WORD.search(after) is not None


def _one_kind(one: Quantity, other: Quantity) -> bool:
    return one.kind == other.kind and one.currency == other.currency and other.per is None


def _judged(context: Context, scene: Scene, product: Product) -> Finding | None:
    """The finding where no product of the numbers with the amount of each reaches the total."""
    counts, each, total = product
    sets = chain.from_iterable(combinations(counts, size) for size in range(1, len(counts) + 1))
    reached = [_times(each, some) for some in sets]
    near = Decimal(1) / _FAR < reached[0].low / (total.amount or Decimal(1)) < _FAR
    if not near or any(one.touches(interval(total)) for one in reached):
        return None
    value = (each.amount or Decimal(0)) * (counts[0].amount or Decimal(0))
    right = like(total, value)
    return context.finding(
        *context.within(scene.sentence, [counts[0], each, total]),
        f"{counts[0].quote}×{each.quote}は{right}で、{total.quote}と合わない",
        f"{counts[0].quote} times {each.quote} is {right}, not {total.quote}",
        stated=total.quote, computed=right, reason=f"{counts[0].quote} x {each.quote} = {right}",
    )  # fmt: skip


def _times(each: Quantity, counts: Sequence[Quantity]) -> Interval:
    """The product; what is paid to each is no more than a twentieth off, as '2 million each' is seldom 1.6 million."""
    amount, meant = each.amount or Decimal(0), interval(each)
    low, high = (amount * Decimal(share) for share in ("0.95", "1.05"))
    found = meant if each.qualifier else Interval(max(meant.low, low), min(meant.high, high))
    for count in counts:
        found = found.scaled(count.amount or Decimal(1))
    return found
