"""The summary against the body: does it date an event as the body does?"""

import re
from collections.abc import Iterator, Sequence

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.contrast import apart, contrasted, ordinals
from dualtrack.checks.finding import Finding
from dualtrack.checks.heads import Placed, placed, within_reach
from dualtrack.checks.once import told_otherwise
from dualtrack.checks.rule import rule
from dualtrack.checks.stretches import days_of
from dualtrack.checks.telling import Telling, one_apart, parts, told
from dualtrack.checks.theme import hangs_on_another, otherwise_qualified, same_theme
from dualtrack.extraction.dates import DateMention
from dualtrack.model import Text


@rule(
    "DT702",
    family="order",
    severity="warning",
    title=Text(ja="要旨と本文で出来事の日付が違う", en="The summary dates an event otherwise than the body"),
    explanation=Text(
        ja="要旨(概要、サマリー)・題名・冒頭の箇条書き・書き出しの段落と本文の、同じ語が並ぶ同じ出来事の文で日付が食い違う。"
        "回次・場所・相手が違うもの、年度違いの会合などは別の出来事とみて何も言わない。",
        en="A sentence of the summary, the title, the points at the top or the first paragraph and one of the body "
        "tell the same event in much the same words, with different dates. Another ordinal, place or partner makes it "
        "another event and is left alone.",
    ),
    wrong=Text(
        ja="# 概要\n\n日印科学技術協力協定は2025年3月3日に署名された。\n\n# "
        "本文\n\n日印科学技術協力協定は2025年3月5日に東京で署名された。",
        en="# Summary\n\nThe Japan-India Science Agreement was signed on 3 March 2025.\n\n# Background\n\nThe "
        "Japan-India Science Agreement was signed on 5 March 2025 in Tokyo.",
    ),
    right=Text(
        ja="# 概要\n\n日印科学技術協力協定は2025年3月に署名された。\n\n# "
        "本文\n\n日印科学技術協力協定は2025年3月5日に東京で署名された。",
        en="# Summary\n\nThe Japan-India Science Agreement was signed in March 2025.\n\n# Background\n\nThe "
        "Japan-India Science Agreement was signed on 5 March 2025 in Tokyo.",
    ),
)
def summary(context: Context) -> Iterator[Finding]:
    """Events that what heads a document and its body date differently."""
    sentences = list(placed(context))
    told_at: set[int] = set()
    for mention, head, other, body in (*_in_like_words(sentences), *_once(sentences)):
        start = head.start + mention.start
        if start in told_at:
            continue
        told_at.add(start)
        yield context.finding(
            start, head.start + mention.end,
            f"要旨では{mention.quote}、本文では{other.quote}とある",
            f"The summary says {mention.quote}, the body {other.quote}",
            stated=mention.quote, computed=other.quote,
            reason=f"the same event in the body: {body.text.strip()[:120]}",
        )  # fmt: skip


Differing = tuple[DateMention, Sentence, DateMention, Sentence]
"""A date of what heads a document and its sentence, that of the body and its sentence."""


def _once(sentences: Sequence[Placed]) -> Iterator[Differing]:
    for one in told_otherwise(sentences):
        yield one.head.mention, one.head.placed.sentence, one.body.mention, one.body.placed.sentence


def _in_like_words(sentences: Sequence[Placed]) -> Iterator[Differing]:
    """Events told in much the same words."""
    heads = [(one, telling) for one in sentences if one.part != "body" for telling in told(one.sentence)]
    if not heads:
        return
    rivals = _rivals([telling for _, telling in heads], sentences)
    for head, telling in heads:
        body = [rival for other, rival in rivals if within_reach(head, other)]
        other = _otherwise(head, telling, body, [known for _, known in heads])
        if other is None or _given_in(telling.mention, head, sentences) or _headed(other, telling, heads):
            continue
        yield telling.mention, telling.sentence, other.mention, other.sentence


def _rivals(heads: Sequence[Telling], sentences: Sequence[Placed]) -> list[tuple[Placed, Telling]]:
    """The sentences that tell an event of a kind of a head and share a word with it."""
    words = sorted({word for telling in heads for word in telling.words})
    if not words:
        return []
    shared = re.compile("|".join(map(re.escape, words)))
    kinds = frozenset(kind for telling in heads for kind in telling.kinds)
    found = (one for one in sentences if one.part != "summary" and shared.search(one.sentence.lowered))
    return [(one, telling) for one in found for telling in told(one.sentence) if telling.kinds & kinds]


def _otherwise(head: Placed, telling: Telling, body: Sequence[Telling], heads: Sequence[Telling]) -> Telling | None:
    """The one telling of the body that gives the event of a head another date."""
    once = {
        kind for kind in telling.kinds if all(sum(kind in one.kinds for one in told) == 1 for told in (body, heads))
    }
    same = [other for other in body if _same(head, telling, other, alone=not once.isdisjoint(other.kinds))]
    if any(_agree(telling.mention, mention) for other in same for mention in other.sentence.dates):
        return None
    return same[0] if len({other.mention.edtf for other in same}) == 1 else None


_ONCE = frozenset(["sign", "adopt", "launch", "establish", "open", "force", "promulgate", "appoint", "join"])
"""What happens to a thing once, so that another year is no other event."""
_LEAST = {"summary": (2, 0.5), "title": (2, 0.6), "lead": (3, 0.6)}
"""How many words of the shorter sentence, and which share of them, must be in the longer."""


def _same(head: Placed, one: Telling, other: Telling, *, alone: bool) -> bool:
    """Whether two sentences tell one event: of one kind, in much the same words, with nothing that sets them apart."""
    kinds = one.kinds & other.kinds
    if not kinds or not (one.nearest & other.kinds and other.nearest & one.kinds):
        return False
    alone = alone and head.part == "summary"
    if not _may_be_one(head, one, other, alone=alone) or not _alike(head, one, other, alone=alone):
        return False
    if apart(_numbers(one), _numbers(other)) or not _of_one_thing(one, other, kinds):
        return False
    return not contrasted(one.undated, other.undated, one.sentence.language, names=not alone)


def _of_one_thing(one: Telling, other: Telling, kinds: frozenset[str]) -> bool:
    """Whether an event of a kind may happen to one thing in both."""
    return any(_one_thing(one, other, kind, strictly=_years_apart(one, other) > 0) for kind in kinds)


def _one_thing(one: Telling, other: Telling, kind: str, *, strictly: bool) -> bool:
    """Whether what an event happens to may be one thing; ``strictly`` if it must be so named."""
    mine, its, language = one.theme(kind), other.theme(kind), one.sentence.language
    if one.topic.isdisjoint(other.topic) and mine.nouns and its.nouns and not same_theme(mine, its):
        return False
    if not mine.nouns or not its.nouns:
        return True
    if strictly and not same_theme(mine, its):
        return False
    texts = one.undated, other.undated
    return not hangs_on_another(*texts, mine, its, language) and not otherwise_qualified(*texts, mine, its, language)


def _years_apart(one: Telling, other: Telling) -> int:
    return abs(parts(one.mention)[0] - parts(other.mention)[0])


def _numbers(one: Telling) -> frozenset[str]:
    """The ordinals that stand in the clause of its date."""
    text, mention = one.undated, one.mention
    start = max(text.rfind(mark, 0, mention.start) for mark in ",;，、；") + 1
    stop = _CLAUSE_END.search(text, mention.end)
    return ordinals(text[start : stop.start() if stop else len(text)])


_CLAUSE_END = re.compile(r"[,;，、；]")


def _coarse(one: Telling, other: Telling) -> bool:
    return 1 in (len(parts(one.mention)), len(parts(other.mention)))


def _may_be_one(head: Placed, one: Telling, other: Telling, *, alone: bool) -> bool:
    """Whether two dates may be told of one event: a year only of what happens once, two parts only in a summary."""
    if _years_apart(one, other) > _YEARS:
        return False
    differs = one_apart(one.mention, other.mention)
    once = one.kinds & other.kinds & _ONCE
    if _coarse(one, other):
        return any(one.beside(kind) and other.beside(kind) for kind in once)
    if differs == "year":
        return bool(once) and head.part == "summary"
    if differs or alone or _agree(one.mention, other.mention):
        return True
    small = min(len(one.words), len(other.words))
    return head.part == "summary" and len(one.words & other.words) >= _MOST * small


_YEARS = 10
"""Farther apart no slip has put two dates of one event."""


def _alike(head: Placed, one: Telling, other: Telling, *, alone: bool) -> bool:
    """Whether two sentences share enough words."""
    if _same_wording(one, other):
        return True
    coarse = _coarse(one, other)
    least, share = (2, 0.4) if coarse else (2, 0.25) if alone else _LEAST[head.part]
    shared, small = len(one.words & other.words), min(len(one.words), len(other.words))
    return shared >= least and shared >= share * small


_MOST = 0.6


def _same_wording(one: Telling, other: Telling) -> bool:
    """Whether both go on alike behind their dates: '10月に運用を開始', '12月に運用を開始'."""
    shared = 0
    for mine, its in zip(*(each.sentence.text[each.mention.end :] for each in (one, other)), strict=False):
        if mine != its:
            break
        shared += 1
    return shared >= (_ALIKE if one.sentence.script != "latin" else 3 * _ALIKE)


_ALIKE = 6


def _agree(one: DateMention, other: DateMention) -> bool:
    a, b = days_of(one), days_of(other)
    if one.inferred or other.inferred:
        return all(mine == its for mine, its in zip(parts(one)[1:], parts(other)[1:], strict=False))
    return a is None or b is None or not (a[1] < b[0] or b[1] < a[0])


def _given_in(mention: DateMention, head: Placed, sentences: Sequence[Placed]) -> bool:
    """Whether the body gives the date of a head anywhere."""
    digits = re.findall(r"\d+", mention.edtf)[-1].lstrip("0")
    return any(
        digits in other.sentence.text and any(_within(one, mention) for one in other.sentence.dates)
        for other in sentences
        if within_reach(head, other)
    )


def _within(one: DateMention, mention: DateMention) -> bool:
    return one.edtf.startswith(mention.edtf) and "/" not in one.edtf


def _headed(other: Telling, telling: Telling, heads: Sequence[tuple[Placed, Telling]]) -> bool:
    """Whether what heads the document gives the date of the body too, of another event."""
    return any(
        _within(mention, other.mention)
        for _, head in heads
        if head.sentence not in (telling.sentence, other.sentence)
        for mention in head.sentence.dates
    )
