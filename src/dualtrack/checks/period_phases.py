"""Phases of equal length and the whole that they make: three phases of two years each, ten years in all."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.finding import Finding
from dualtrack.checks.length_patterns import HINT, LATIN_NUMBER
from dualtrack.checks.length_words import number_of
from dualtrack.checks.lengths import Length, in_months, lengths_of, months_between, shown
from dualtrack.checks.rule import rule
from dualtrack.checks.stretches import Stretch, stretches
from dualtrack.checks.whole import whole
from dualtrack.model import Text

_NOUN = (
    r"(?:phases|stages|periods|cycles|terms|tranches|phasen|etappen|stufen|perioden|abschnitten?|förderperioden|"
    r"förderphasen|projektphasen|étapes|périodes)"
)
_BEFORE = re.compile(
    rf"\b(?P<n>{LATIN_NUMBER}) (?:(?!weeks|months|years)[^\W\d]+ ){{0,2}}?{_NOUN}"
    r"(?: (?:successives|consécutives|égales))?,? ?(?:(?:each )?(?:of|lasting|running|running for|von|zu|à|de|d')|"
    r"each|je|jeweils|chacune de)? ?(?:je|jeweils|each|chacune|about|etwa|environ)? ?\Z"
    r"|(?P<m>\d|[一二三四五六七八九])(?:つの)?(?:期間?|段階|フェーズ|ステージ)(?:に分け(?:て|、)?|"
    r"で構成(?:され|し)、?|、|から(?:なり|成り)、?)?"
    r"(?:各(?:期|段階|フェーズ)?|それぞれ|1期)(?:は|を|の)?(?:期間は)?\Z"
    r"|(?P<k>\d|[두세네]) ?개?(?:단계|기|차)(?:로 (?:나누어|구성(?:되며|되고|하여)?),?)? ?(?:각각?|각 단계는) ?\Z",
    re.IGNORECASE,
)
"""How many phases, where a length follows that each of them has."""
_AFTER = re.compile(
    rf"[ -](?:[^\W\d]+ )?{_NOUN}\b|(?:ずつ)?(?:の|を|×|で)?(?P<m>\d|"
    rf"[一二三四五六七八九])(?:つの)?(?:期(?!間?目)|段階|フェーズ|ステージ)|"
    r"씩 ?(?:총 )?(?P<k>\d|[두세네]) ?개? ?(?:단계|기|차)",
    re.IGNORECASE,
)
"""How many phases follow a length: 2年ずつの3期; or that phases do, their number standing before."""
_NUMBER_LED = re.compile(rf"\b(?P<n>{LATIN_NUMBER}) \Z", re.IGNORECASE)
_TOTAL_BEFORE = re.compile(
    r"(?:\b(?:insgesamt|in total|a total of|totalling|overall|altogether|au total|en tout|total de|"
    r"durée totale (?:est )?de|"
    r"gesamtdauer von|gesamtlaufzeit von|gesamtlaufzeit beträgt)(?: (?:about|for|over|auf|sur))?|"
    r"(?<![会統推設累家])計|合計|合わせて|通算|総期間は|全体で|総計|"
    r"총|전체|모두|합계|合计|共计|总共)\s?\Z",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"\bout of (?:a total of )?\Z|\b(?:of|von|sur|parmi) (?:a total of|insgesamt|un total de) \Z", re.IGNORECASE
)
"""A total that what was told is only a part of."""
_TOTAL_AFTER = re.compile(
    r"(?: (?:in total|in all|overall|altogether|in the aggregate|insgesamt|au total|en tout)\b)", re.IGNORECASE
)
_EACH_BEFORE = re.compile(
    r"(?:\b(?:each|each of|each lasting|je|jeweils|chacune de|chacun de) |各(?:期|段階)?(?:は|の)?|それぞれ|"
    r"각각? ?|毎)\Z",
    re.IGNORECASE,
)
_EACH_AFTER = re.compile(r"(?: (?:each|chacune?s?|jeweils|apiece)\b|ずつ|씩)", re.IGNORECASE)
_DISTANCE = 60


def of_each(text: str, stated: Length) -> bool:
    """Whether a length is that of each of several phases or things, so that no single stretch need fit it."""
    before = text[max(0, stated.start - _DISTANCE) : stated.start]
    return (
        _EACH_BEFORE.search(before) is not None
        or _EACH_AFTER.match(text, stated.end) is not None
        or _parts(text, stated) is not None
    )


def _parts(text: str, stated: Length) -> int | None:
    """How many phases have this length; None where the text does not say it, or says it of some of them."""
    place = max(0, stated.start - _DISTANCE)
    before = text[place : stated.start]
    after = _AFTER.match(text, stated.end)
    found = _BEFORE.search(before)
    if found is None and after is not None and not (after["m"] or after["k"]):
        found = _NUMBER_LED.search(before)
    match = found or after
    if match is None or (found is not None and _SOME.search(text[: place + found.start()])):
        return None
    word = next((value for value in match.groupdict().values() if value), "")
    number = {"두": 2, "세": 3, "네": 4}.get(word) or number_of(word)
    return int(number) if number and number == int(number) and 2 <= number <= 12 else None


_SOME = re.compile(
    r"(?:\b(?:first|last|next|other|remaining|further|up to|ersten|letzten|nächsten|übrigen|weiteren?|premières|"
    r"dernières|autres|of (?:its|the)) |(?:最初|最後|残り)の|첫 |나머지 )\Z",
    re.IGNORECASE,
)


@rule(
    "DT604",
    family="period",
    severity="error",
    title=Text(ja="期の長さの合計が全体と合わない", en="Phases do not make up the whole"),
    explanation=Text(
        ja="「2年ずつの3期、計8年間」のように、同じ長さの期の数と長さの積を、全体の長さや日付と比べる。続いている期間や、"
        "期ごとに書かれた長さも、その計として書かれた長さと比べる。",
        en="Compares so many phases of one length with the whole that is stated or dated (three phases of two years, "
        "eight years in total), and periods that follow on one another, "
        "or phases told one by one, with the length given as their total.",
    ),
    wrong=Text(
        ja="事業は2年ずつの3期に分け、計8年間で実施する。",
        en="The programme has three phases of two years each, eight years in total.",
    ),
    right=Text(
        ja="事業は2年ずつの3期に分け、計6年間で実施する。",
        en="The programme has three phases of two years each, six years in total.",
    ),
)
def phases(context: Context) -> Iterator[Finding]:
    """Phases that do not make up the whole."""
    for sentence in whole(context):
        if not sentence.numbers or not sentence.has(HINT):
            continue
        stated = lengths_of(sentence, each=True)
        if not stated:
            continue
        found = sorted(stretches(sentence), key=lambda one: one.start) if sentence.digits else []
        yield from _multiplied(context, sentence, stated, found)
        if len(stated) > 2:
            yield from _summed(context, sentence, stated)
        if len(found) > 1:
            yield from _listed(context, sentence, stated, found)


def _multiplied(context: Context, sentence: Sentence, stated: list[Length], found: list[Stretch]) -> Iterator[Finding]:
    """So many phases of a length against the total, or against the dates right behind them."""
    text = sentence.text
    parts = [(one, number) for one in stated if one.unit in ("year", "month") and (number := _parts(text, one))]
    if len(parts) != 1 or parts[0][0].about:
        return
    ((part, number),) = parts
    months = number * part.months
    made = f"{number} × {text[part.start : part.end]}"
    totals = [one for one in stated if one is not part and is_total(text, one)]
    if len(totals) == 1 and totals[0].unit in ("year", "month") and not totals[0].about:
        (total,) = totals
        if total.months != months:
            yield context.finding(
                sentence.start + min(part.start, total.start),
                sentence.start + max(part.end, total.end),
                f"{made}は{in_months(months, 'ja')}で、「{text[total.start : total.end]}」と合わない",
                f"{made} is {in_months(months, 'en')}, not '{text[total.start : total.end]}'",
                stated=text[total.start : total.end],
                computed=in_months(months, "en"),
                reason="number of phases times their length",
            )
        return
    if len(found) == number and all(stretch.start >= part.end and stretch.by_year for stretch in found):
        counted = [months_between(stretch.begin, stretch.stop) for stretch in found]
        if part.months in counted and _follow(found):
            for stretch, one in zip(found, counted, strict=True):
                if one != part.months:
                    yield unfit(context, sentence, part, stretch)
    if len(found) != 1 or found[0].start < part.end or not _WHOLE.fullmatch(text[part.end : found[0].start]):
        return
    (stretch,) = found
    if not stretch.fits(Length(part.start, part.end, months, "month")):
        yield context.finding(
            sentence.start + part.start,
            sentence.start + stretch.end,
            f"{made}は{in_months(months, 'ja')}だが、「{text[stretch.start : stretch.end]}」は"
            f"{shown(stretch.begin, stretch.stop, 'month', 'ja')}",
            f"{made} is {in_months(months, 'en')}, but '{text[stretch.start : stretch.end]}' is "
            f"{shown(stretch.begin, stretch.stop, 'month', 'en')}",
            stated=in_months(months, "en"),
            computed=shown(stretch.begin, stretch.stop, "month", "en"),
            reason="number of phases times their length",
        )


_WHOLE = re.compile(
    r"(?: each| chacune?| jeweils|ずつ|씩)?(?:[ -][^\W\d]+)?(?:[の×を]?\d?[一二三四五六七八九]?(?:期|段階)|"
    r"\s?\d?단계)?"
    r"(?:,| \(|\(|（|、| –| —)? ?(?:from |over |covering |von |vom |de |du |entre )?",
    re.IGNORECASE,
)
"""From the length of a phase to the dates of the whole."""


def _summed(context: Context, sentence: Sentence, stated: list[Length]) -> Iterator[Finding]:
    """The lengths of phases told one by one against the last length, which is said to be their total."""
    text, (*parts, total) = sentence.text, stated
    if any(one.unit not in ("year", "month") or one.about for one in stated) or not (
        is_total(text, total) or _TOGETHER.search(text[parts[-1].end : total.start])
    ):
        return
    for number, one in enumerate(parts, start=1):
        numbered = _NUMBERED.search(text[parts[number - 2].end if number > 1 else 0 : one.start].lower())
        if numbered is None or _ORDINALS.get(next(filter(None, numbered.groups()))) != number:
            return
    months = sum(one.months for one in parts)
    if months != total.months:
        yield context.finding(
            sentence.start + parts[0].start,
            sentence.start + total.end,
            f"各期を合わせると{in_months(months, 'ja')}で、「{text[total.start : total.end]}」と合わない",
            f"The phases make {in_months(months, 'en')}, not '{text[total.start : total.end]}'",
            stated=text[total.start : total.end],
            computed=in_months(months, "en"),
            reason="sum of the phases",
        )


_TOGETHER = re.compile(
    r"\b(?:so that the whole|so the whole|the (?:whole|entire) (?:project|programme|plan)|making|giving|together|"
    r"zusammen|somit|sodass das gesamte|soit)\b|合わせて|合計|全体|합쳐|합하여|모두|전체",
    re.IGNORECASE,
)
_ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "1 i one eins un une first erste première premier 一 첫",
            "2 ii two zwei deux second zweite deuxième seconde 二 둘",
            "3 iii three drei trois third dritte troisième 三 셋",
            "4 iv four vier quatre fourth vierte quatrième 四 넷",
        ),
        start=1,
    )
    for word in words.split()
}
_NUMBERED = re.compile(
    r"(?:\b(?:phase|stage|step|etappe|stufe|étape) (\d|i{1,3}|iv|one|two|three|four|eins|zwei|drei|vier|un|deux|trois|"
    r"quatre)\b|\b(first|second|third|fourth|erste|zweite|dritte|vierte|première|premier|deuxième|seconde|troisième|"
    r"quatrième)n? (?:phase|stage|step|etappe|stufe|étape)\b|第(\d|[一二三四])(?:期|段階|フェーズ)|(\d) ?단계)"
    r"[^.;。]{0,24}\Z"
)


def is_total(text: str, one: Length) -> bool:
    """Whether a length is said to be the total of several."""
    before = text[max(0, one.start - 40) : one.start]
    if _OUT_OF.search(before):
        return False
    counted = re.match(r"총|計|合計|통산|합계|通算|共计|总共", text[one.start : one.start + 2])
    return bool(counted or _TOTAL_BEFORE.search(before) or _TOTAL_AFTER.match(text, one.end))


def _listed(context: Context, sentence: Sentence, stated: list[Length], found: list[Stretch]) -> Iterator[Finding]:
    """Stretches that follow on one another against the length each of them has, and the total they make."""
    text = sentence.text
    follows = _follow(found)
    for one in stated:
        if one.start < found[-1].end or one.unit not in ("year", "month"):
            continue
        if is_total(text, one) and follows:
            begin, stop = found[0].begin, found[-1].stop
            if not one.fits(begin, stop, all(stretch.by_year for stretch in found)):
                yield unfit(context, sentence, one, Stretch(found[0].start, found[-1].end, begin, stop, False, False))
        elif one.start - found[-1].end <= 8 and _EACH_BEFORE.search(text[found[-1].end : one.start]):
            for stretch in found:
                if not stretch.fits(one):
                    yield unfit(context, sentence, one, stretch)


def _follow(found: list[Stretch]) -> bool:
    """Whether each of the stretches begins on the day after the one before it."""
    return all((other.begin - one.stop).days == 1 for one, other in pairwise(found))


def unfit(
    context: Context, sentence: Sentence, stated: Length, stretch: Stretch, elsewhere: str | None = None
) -> Finding:
    """The finding at a length that its dates do not fit, and at the dates unless they are written elsewhere."""
    words = sentence.text[stated.start : stated.end]
    quote = sentence.text[stretch.start : stretch.end] if elsewhere is None else elsewhere
    ja, en = (shown(stretch.begin, stretch.stop, stated.unit, language) for language in ("ja", "en"))
    return context.finding(
        sentence.start + (min(stretch.start, stated.start) if elsewhere is None else stated.start),
        sentence.start + (max(stretch.end, stated.end) if elsewhere is None else stated.end),
        f"「{quote}」は{ja}で、「{words}」と合わない",
        f"'{quote}' is {en}, not '{words}'",
        stated=words,
        computed=en,
        reason=f"from {stretch.begin} to {stretch.stop}",
    )
