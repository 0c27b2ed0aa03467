"""The summary against the body: does it date an event as the body does?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.events import ALL_EVENTS
from dualtrack.checks.finding import Finding
from dualtrack.checks.rule import rule
from dualtrack.checks.stretches import days_of
from dualtrack.checks.whole import whole
from dualtrack.extraction.dates import DateMention
from dualtrack.model import Text

_NAMES = (
    r"(?:executive )?summary|abstract|key (?:points|messages|facts|findings)|at a glance|overview|highlights|"
    r"in brief|in short|tl;dr|main points|"
    r"要旨|概要|要約|要点|ポイント|サマリー|まとめ|骨子|요약|개요|요지|핵심|주요 내용|Zusammenfassung|Kurzfassung|"
    r"Überblick|Auf einen Blick|"
    r"(?:Das )?Wichtigste(?: in Kürze)?|In Kürze|Kurz gefasst|résumé|synthèse|en bref|l['’]essentiel|à retenir|"
    r"points clés|摘要|概述|要点|提要"
)
_SUMMARY = re.compile(_NAMES, re.IGNORECASE)
_OPENED = re.compile(
    rf"\s*(?:[#*_【〔\[(（<＜《〈■□◆●○▶-]\s*)*(?:{_NAMES})\s*[*_]*\s*(?:[:：】〕\])）>＞》〉.–—-]|\n|\Z)", re.IGNORECASE
)
_LABELLED = re.compile(
    r"\s*(?:[【〔\[<＜《〈][^【】〔〕\[\]<>＜＞《》〈〉\n]{1,20}[】〕\]>＞》〉]|"
    r"[(（](?:본문|본론|상세|배경|내용|本文|詳細|背景|正文|详情)[)）]|[■□◆●○▶]\s?\S{1,16}(?:\n|\Z|\s*[:：])|"
    r"\*\*[^*\n]{1,40}\*\*|"
    r"[A-ZÀ-Ý][\w' ]{2,24}[:：]\s|\d\.? [A-Z])"
)


@rule(
    "DT702",
    family="order",
    severity="warning",
    title=Text(ja="要旨と本文で出来事の日付が違う", en="The summary dates an event otherwise than the body"),
    explanation=Text(
        ja="要旨(概要、サマリー)と本文の、同じ語が並ぶ同じ出来事の文で日付が食い違う。",
        en="A sentence of the summary and one of the body tell the same event in much the same words, with different "
        "dates.",
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
    """Events that the summary and the body date differently."""
    if not _SUMMARY.search(context.flat) and not any(
        passage.kind in ("heading", "title") for passage in context.passages
    ):
        return
    parts = list(_parts(context))
    heads = [one for head, sentence in parts if head for one in _told(sentence)]
    if not heads:
        return
    rest = [sentence for head, sentence in parts if not head]
    kinds = frozenset(one.event for one in heads)
    body = [
        one
        for sentence in rest
        if any(ALL_EVENTS[kind].search(sentence.text) for kind in kinds)
        for one in _told(sentence)
    ]
    given = {one.mention.edtf for one in body} | {
        mention.edtf
        for sentence in rest
        if _years(heads) & set(_YEAR.findall(sentence.text))
        for mention in sentence.dates
    }
    for one in heads:
        if one.mention.edtf in given:
            continue
        rivals = [other for other in body if other.event == one.event]
        if any(_agree(one.mention, other.mention) and _shared(one, other) for other in rivals):
            continue
        alone = len(rivals) == 1 and sum(other.event == one.event for other in heads) == 1
        for other in rivals:
            if not _agree(one.mention, other.mention) and _alike(one, other, alone):
                yield context.finding(
                    one.sentence.start + one.mention.start, one.sentence.start + one.mention.end,
                    f"要旨では{one.mention.quote}、本文では{other.mention.quote}とある",
                    f"The summary says {one.mention.quote}, the body {other.mention.quote}",
                    stated=one.mention.quote, computed=other.mention.quote,
                    reason=f"the same event in the body: {other.sentence.text.strip()[:120]}",
                )  # fmt: skip
                break


_YEAR = re.compile(r"\d{4}|令和")


def _years(told: list["_Told"]) -> set[str]:
    """The years that the dates of a summary are written in."""
    return {year for one in told for year in _YEAR.findall(one.mention.quote)}


@dataclass(frozen=True, slots=True)
class _Told:
    """An event with its one exact date, and what its sentence speaks of."""

    sentence: Sentence
    event: str
    mention: DateMention
    words: frozenset[str]


def _told(sentence: Sentence) -> Iterator[_Told]:
    found = list(_events(sentence))
    words = content(sentence) if found else frozenset()
    yield from (_Told(sentence, event, mention, words) for event, mention in found)


def _parts(context: Context) -> Iterator[tuple[bool, Sentence]]:
    """The sentences with numbers, and whether they belong to the summary: under its heading or label, or the title."""
    labelled = named = section = False
    passage = None
    first = context.passages[0] if context.passages else None
    for sentence in whole(context):
        if sentence.passage is not passage:
            passage = sentence.passage
            if _TITLE.fullmatch(passage.text):
                section = _SUMMARY.search(passage.text) is not None
            elif _HEADED.match(passage.text):
                section = _OPENED.match(passage.text) is not None
            labelled = _OPENED.match(passage.text) is not None
            named = any(_SUMMARY.search(heading) for heading in passage.headings[-1:]) or (
                passage is first and passage.kind in ("heading", "title")
            )
        elif _LABELLED.match(sentence.text):
            labelled = _OPENED.match(sentence.text) is not None
            if _TITLE.fullmatch(sentence.text) or _HEADED.match(sentence.text):
                section = labelled
        if sentence.digits:
            yield labelled or named or section, sentence


_HEADED = re.compile(r"\s*(?:[■□◆●○▶]\s?[^\n。.]{1,16}\n|[【〔＜《〈][^【】〔〕\n]{1,20}[】〕＞》〉]\s*(?:\n|\Z))")
_TITLE = re.compile(r"[\W\d]{0,6}(?:[^\W\d][^\n.。:：!?]{1,40})[^\w.。!?]{0,3}")
"""A line of its own that heads what follows, without mark-up."""


def _events(sentence: Sentence) -> Iterator[tuple[str, DateMention]]:
    """The kinds of event in a sentence, with its one date: to the day, else the only one."""
    names = [name for name, pattern in ALL_EVENTS.items() if pattern.search(sentence.text)]
    if not names:
        return
    dated = [
        one
        for one in sentence.dates
        if not one.inferred and days_of(one) and "/" not in one.edtf and len(one.edtf) >= 7
    ]
    exact = [one for one in dated if len(one.edtf) == 10]
    mentions = exact or dated
    if len(mentions) == 1:
        yield from ((name, mentions[0]) for name in names)


def _agree(one: DateMention, other: DateMention) -> bool:
    a, b = days_of(one), days_of(other)
    return a is None or b is None or not (a[1] < b[0] or b[1] < a[0])


def _shared(one: _Told, other: _Told) -> frozenset[str]:
    return one.words & other.words


def _alike(one: _Told, other: _Told, alone: bool) -> bool:
    """Whether two sentences tell one event: most words of the shorter are in the longer, some where it is told once."""
    shared, small = len(_shared(one, other)), min(len(one.words), len(other.words))
    least = 4 if one.sentence.script in ("ja", "han") and not alone else 2
    return shared >= least and shared >= (0.25 if alone else 0.6) * small


_LATIN_WORD = re.compile(r"[^\W\d_]{4,}")
_EAST, _HANGUL = re.compile("[\u4e00-\u9fffァ-ヴー]{2,}"), re.compile("[가-힣]{2,}")
_COMMON = re.compile(
    r"^(?:janu|febr|marc|march|apri|june|juli|july|augu|sept|octo|okto|nove|dece|deze|janv|févr|avri|juin|juil|août|"
    r"déce|summa|this|that|with|from|have|been|"
    r"were|their|both|which|after|since|kurzf|zusam|nach|wurde|haben|werden|eine|einer|dans|pour|avec|deux|après|"
    r"monda|tuesd|wedne|thurs|frida)"
)


def content(sentence: Sentence) -> frozenset[str]:
    """What a sentence speaks of, without its dates: stems of Latin words, pairs of characters of the others."""
    text = sentence.text
    for mention in sentence.dates:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    stems = {word[:5].lower() for word in _LATIN_WORD.findall(text) if word[0] < "\u0250"}
    pairs = {run[place : place + 2] for run in _EAST.findall(text) for place in range(len(run) - 1)}
    pairs |= {word[:2] for word in _HANGUL.findall(text)}
    return frozenset(stem for stem in stems if not _COMMON.match(stem)) | (pairs - _COMMON_PAIRS)


_COMMON_PAIRS = frozenset(["要旨", "概要", "本文", "要約", "両国", "요약", "본문", "개요", "한다", "했다", "하고"])
