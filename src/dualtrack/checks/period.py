"""Periods: does a stated length fit the dates?"""

from collections.abc import Iterator

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.extension import terms
from dualtrack.checks.finding import Finding
from dualtrack.checks.length_patterns import HINT
from dualtrack.checks.lengths import Length, lengths_of, months_between
from dualtrack.checks.period_beside import beside
from dualtrack.checks.period_each import firsts
from dualtrack.checks.period_headed import headed, lasted
from dualtrack.checks.period_labels import labelled_lengths
from dualtrack.checks.period_near import nearest, of_the_whole
from dualtrack.checks.period_phases import is_total, of_each, unfit
from dualtrack.checks.prolonged import extension_of
from dualtrack.checks.rule import rule
from dualtrack.checks.stretches import Stretch, stretches
from dualtrack.checks.whole import digits_near, whole
from dualtrack.model import Text


@rule(
    "DT602",
    family="period",
    severity="error",
    title=Text(ja="期間の長さが日付と合わない", en="A stated length does not fit the dates"),
    explanation=Text(
        ja="「5年計画(2021～2024年)」のように隣り合う長さと期間を比べる。同じ期間を述べる隣の文や見出し付きの開始・"
        "終了、各々に与えられる長さとその最初のものの日付も比べる。始めと終わりの年を含める数え方、年度、月の端は許す。",
        en="Compares a length with the dates right beside it (five-year plan, 2021-2024), with those of the same "
        "period in the next sentence or under labels, and the length that each of many has with the dates of the first "
        "of them. Inclusive counting, fiscal years and whole months are understood.",
    ),
    wrong=Text(ja="5年計画(2021～2023年)を策定した。", en="The five-year programme (2021-2023) was adopted."),
    right=Text(ja="5年計画(2021～2025年)を策定した。", en="The five-year programme (2021-2025) was adopted."),
)
def length(context: Context) -> Iterator[Finding]:
    """Lengths beside their dates."""
    for one, sentence, pair, stretch in labelled_lengths(context):
        if _comparable(one, stretch) and _near_miss(one, stretch):
            yield unfit(context, sentence, one, stretch, f"{pair.start.mention.quote} – {pair.end.mention.quote}")
    for index, sentence in enumerate(whole(context)):
        if not (sentence.digits or digits_near(context, index, 2)) or not sentence.has(HINT):
            continue
        stated = lengths_of(sentence)
        if stated and sentence.digits:
            yield from _inside(context, sentence, stated)
            yield from terms(context, index, stated)
        elsewhere = [*(beside(context, index, stated) if stated else ()), *firsts(context, index)]
        for one, dated, stretch in elsewhere:
            if _comparable(one, stretch) and _near_miss(one, stretch):
                quote = None if dated is sentence else dated.text[stretch.start : stretch.end]
                yield unfit(context, sentence, one, stretch, quote)


def _inside(context: Context, sentence: Sentence, stated: list[Length]) -> Iterator[Finding]:
    """Lengths in the sentence of their dates."""
    if extension_of(sentence.text, stated) is not None:
        return
    found = stretches(sentence)
    stated = [one for one in stated if not of_each(sentence.text, one)]
    pairs: list[tuple[Length, Stretch]] = []
    for stretch in found:
        wholes = [one for one in stated if not of_the_whole(sentence.text, one, stretch.start)]
        near = nearest(sentence.text, wholes, stretch)
        if near is not None and len(found) > 1 and (_parted(near, stretch, found) or is_total(sentence.text, near)):
            continue
        if near is None and len(found) == len(stated) == len(wholes) == 1:
            near = headed(sentence, stated[0], stretch) or lasted(sentence.text, stated[0], stretch)
        if near is not None and _comparable(near, stretch):
            pairs.append((near, stretch))
    for near, stretch in pairs:
        fits = stretch.fits(near)
        if not fits or (near.months != _counted(stretch) and _continued(near, stretch, pairs)):
            yield unfit(context, sentence, near, stretch)


def _continued(near: Length, stretch: Stretch, pairs: list[tuple[Length, Stretch]]) -> bool:
    """Whether the years before or after those of a stretch are given with a length that counts both ends of them."""
    return (
        stretch.by_year
        and near.unit == "year"
        and not near.about
        and any(
            other.by_year
            and length.months == _counted(other)
            and 1 in ((stretch.begin - other.stop).days, (other.begin - stretch.stop).days)
            for length, other in pairs
        )
    )


def _counted(stretch: Stretch) -> int:
    return months_between(stretch.begin, stretch.stop)


def _parted(near: Length, stretch: Stretch, found: list[Stretch]) -> bool:
    """Whether another stretch stands between a stretch and the length behind it."""
    return any(stretch.end <= other.start < near.start for other in found)


def _near_miss(stated: Length, stretch: Stretch) -> bool:
    """Whether a length told elsewhere does not fit, but is not of another order either: a call is not its grants."""
    days = (stretch.stop - stretch.begin).days + 1
    return not stretch.fits(stated) and stated.days / 3.5 < days < stated.days * 3.5


def _comparable(stated: Length, stretch: Stretch) -> bool:
    return stretch.by_day or stated.unit in ("year", "month")
