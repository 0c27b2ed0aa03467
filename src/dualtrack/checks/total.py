"""Totals: do the parts that claim to make a total make it?"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, pairwise

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.finding import Finding, Severity
from dualtrack.checks.pairs import comparable
from dualtrack.checks.reckoning.additions import additions
from dualtrack.checks.reckoning.counted import counted
from dualtrack.checks.reckoning.parts import exactly, is_nested, some_make, spread_of, sum_of, wholes
from dualtrack.checks.rule import rule
from dualtrack.checks.total_claims import CLAIMS, PART, Claim, claims
from dualtrack.checks.written import Verdict, interval, open_ended, shown
from dualtrack.extraction import Quantity
from dualtrack.model import Text


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
        if not CLAIMS.search(sentence.text) or sentence.frame is None:
            continue
        for claim in claims(sentence.frame):
            finding = None if claim.loose and _goes_on(context, sentence) else judged(context, sentence, claim)
            if finding:
                told.append(finding)
                yield finding
                break
    for scene, total, found in chain(wholes(context), additions(context), counted(context)):
        finding = judged(context, scene.sentence, Claim(total, found, True))
        if finding and not any(one.start < finding.end and finding.start < one.end for one in told):
            yield finding


def verdict(total: Quantity, found: Sequence[Quantity]) -> Verdict:
    """Whether the parts make the total: as written, within rounding, or not."""
    meant = interval(total)
    if exactly(total, found) or meant.low <= sum_of(found) <= meant.high:
        return Verdict.RIGHT
    return Verdict.ROUNDED if meant.touches(spread_of(found)) else Verdict.WRONG


_GOES_ON = re.compile(
    r"\s*(?:The (?:remaining|remainder|rest|balance|other)|Der Rest|Die (?:übrigen|restlichen)|Le (?:reste|solde)|"
    r"Les autres|残り|残額|その他|나머지|기타|其余)"
)


def _goes_on(context: Context, sentence: Sentence) -> bool:
    """Whether the next sentence tells of the rest."""
    return _GOES_ON.match(context.flat, sentence.start + len(sentence.text)) is not None


def judged(context: Context, sentence: Sentence, claim: Claim) -> Finding | None:
    """The finding on a claim, if it does not hold."""
    total, found = claim.total, _same_level(sentence, claim)
    if (len(found) < 2 and len(claim.parts) >= 2) or total.upper is not None or any(map(open_ended, (total, *found))):
        return None
    result = verdict(total, found)
    beyond = sum_of(found) > (total.amount or Decimal(0))
    if result is Verdict.RIGHT or not (claim.whole or (beyond and result is Verdict.WRONG)):
        return None
    if some_make(total, found, nested=is_nested(sentence.text)) or _made_elsewhere(sentence, claim):
        return None
    if (beyond and _is_floor(sentence.text, total)) or _is_roughly(sentence.text, total, found):
        return None
    if _DOUBLED.search(sentence.text) or max(map(_size, found)) > 3 * _size(total):
        return None
    rounded = result is Verdict.ROUNDED and _slight(total, found)
    severity: Severity | None = (
        "note" if rounded else "warning" if result is Verdict.ROUNDED or (claim.loose and not beyond) else None
    )
    right = like(total, sum_of(found))
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


_MORE_BEFORE = re.compile(
    r"\b(?:more than|over|at least|no fewer than|mehr als|über|mindestens|plus d(?:e|['’]|es)|au moins)\s?$",
    re.IGNORECASE,
)
_MORE_AFTER = re.compile(
    r"\s?(?:[^\W\d]{0,3})(?:を超え|を上回|以上|を越え|余り?(?=の)|强|[을를이가] ?(?:넘|초과|웃도|상회)|이상|"
    r"여 ?[명개곳건])|\+|\splus\b"
)


def _is_floor(text: str, total: Quantity) -> bool:
    """Whether the words make a total the least that there is: 'Plus de 700', 180を超える, 300곳 이상."""
    before = text[max(0, total.start - 20) : total.start]
    after = _MORE_AFTER.match(text, total.end) is not None or total.quote.endswith(("여", "余", "余り"))
    return after or _MORE_BEFORE.search(before) is not None


_ROUGHLY = re.compile(
    r"\b(?:nearly|almost|close to|about|around|roughly|some|fast|knapp|beinahe|rund|etwa|près d(?:e|['’])|presque|"
    r"environ|quelque)\s?$|(?:ほぼ|約|およそ|거의|약)\s?$",
    re.IGNORECASE,
)


def _is_roughly(text: str, total: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether the words make a total a rounded one, and the parts come near it."""
    gap = abs(sum_of(found) - _size(total))
    return gap <= _size(total) / 20 and _ROUGHLY.search(text[max(0, total.start - 20) : total.start]) is not None


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
        if re.search(PART, between, re.IGNORECASE) and not re.search(r"\b(?:and|und|et)\b", between):
            return found[: at + 1]
    return found


_DOUBLED = re.compile(
    r"(?<!no )(?<!not )(?<!keine )(?<!without )(?<!ohne )(?<!sans )"
    r"(?:重複|중복|overlap|double[- ]count|Mehrfach|plusieurs (?:fois|catégories)|复数|counted (?:only )?once|"
    r"(?:nur )?einmal gezählt|compt\w+ (?:qu['’])?une (?:seule )?fois|一度だけ|一回だけ|1回だけ|1人と数え|한 번만|"
    r"\b(?:naming|citing|named|cited|mentioned|mentioning|gave) both|\bnann\w+ beide|\bcit\w+ les deux|"
    r"両方を?(?:挙|回答|選)|(?:両方|双方|いずれ)に(?:も)?(?:参加|該当|属)|"
    r"양쪽(?:이|을|에)? ?모두|두 (?:유형|분야|기관|사업)(?:에|이|을|를)? 모두|"
    r"\b(?:in|to|under) both\b|\bboth (?:categories|types|groups|kinds)|\bbeiden? (?:Kategorien|Gruppen|Typen)|"
    r"\b(?:dans|aux) les deux\b|"
    r"둘 다)"
    r"(?![^.。;]{0,24}(?:ausgeschlossen|nicht|excluded|ruled out|exclu|を除|なし|ない|없|제외))",
    re.IGNORECASE,
)
"""What makes the parts of a total overlap."""


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
    gap = abs(sum_of(found) - (total.amount or Decimal(0)))
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


def judged_across(context: Context, where: Sentence, total: Quantity, found: Sequence[Quantity]) -> Finding | None:
    """As ``judged``, for parts that stand in other passages than the total."""
    result = verdict(total, found)
    if result is Verdict.RIGHT or open_ended(total) or any(part.qualifier == "up to" for part in found):
        return None
    rounded, right = result is Verdict.ROUNDED and _slight(total, found), like(total, sum_of(found))
    return context.finding(
        where.start + total.start, where.start + total.end,
        f"項目の和は{right}で、{total.quote}" + ("とは丸めの差がある" if rounded else "と合わない"),
        f"The items add up to {right}"
        + (f"; {total.quote} differs only by rounding" if rounded else f", not {total.quote}"),
        stated=total.quote, computed=right, reason=" + ".join(part.quote for part in found) + f" = {right}",
        severity="note" if rounded else None,
    )  # fmt: skip
