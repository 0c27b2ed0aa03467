"""What heads a document: its summary, and where no heading names one its title, the points at its top, its first words.

Each sentence with figures is told apart as one of a named summary, of what leads the document, or of its body.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.whole import whole
from dualtrack.model import Passage

Part = Literal["summary", "title", "lead", "body"]

_NAMES = (
    r"(?:executive )?summary|abstract|key (?:points|messages|facts|findings|dates)|at a glance|overview|highlights|"
    r"in brief|in short|tl;dr|main points|"
    r"要旨|概要|要約|要点|ポイント|サマリー|まとめ|骨子|요약|개요|요지|핵심|주요 내용|Zusammenfassung|Kurzfassung|"
    r"Überblick|Auf einen Blick|Kern(?:aussagen|punkte|botschaften)|Eckpunkte|En résumé|"
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
    r"\*\*[^*\n]{1,40}\*\*|(?:본문|본론|상세|本文|詳細|正文)\s?[:：]|"
    r"(?:Body|Text|Main text|Bericht|Haupttext|Langfassung|Corps|Texte|Rapport)\s?:|"
    r"[A-ZÀ-Ý][\w' ]{2,24}[:：]\s|\d\.? [A-Z])"
)
_HEADED = re.compile(
    r"\s*(?:\*\*[^*\n]{1,40}\*\*\s*\n|[■□◆●○▶]\s?[^\n。.]{1,16}\n|[【〔＜《〈][^【】〔〕\n]{1,20}[】〕＞》〉]\s*(?:\n|\Z))"
)
_TITLE = re.compile(r"[\W\d]{0,6}(?:[^\W\d][^\n.。:：!?]{1,40})[^\w.。!?]{0,3}")
"""A line of its own that heads what follows, without mark-up."""
_FIGURE = re.compile(r"[^\W\d]\D*\d")
_BOLD = re.compile(r"\*\*[^*\n]{4,240}\*\*")
_LINE = re.compile(r"[^\n]{4,160}(?<![.。!?:：다])")
"""A line that ends like no sentence: a title."""
_LED = 20_000
"""How far into a document its first words lead."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence, the part it belongs to and the number of its passage."""

    part: Part
    passage: int
    sentence: Sentence


def placed(context: Context) -> Iterator[Placed]:
    """The sentences with figures, each with its part of the document."""
    labelled = named = section = listed = False
    leads = _leads(context)
    passage, number = None, -1
    for sentence in whole(context):
        if sentence.passage is not passage:
            passage, number = sentence.passage, number + 1
            item = passage.kind == "list item"
            if _titles(passage, item and listed):
                section, listed = _SUMMARY.search(passage.text) is not None, False
            elif _HEADED.match(passage.text):
                section, listed = _OPENED.match(passage.text) is not None, False
            elif listed and not item:
                section = listed = False
            listed = listed or (section and item)
            labelled = _OPENED.match(passage.text) is not None
            named = any(_SUMMARY.search(heading) for heading in passage.headings[-1:])
        elif _LABELLED.match(sentence.text):
            labelled = _OPENED.match(sentence.text) is not None
            if _TITLE.fullmatch(sentence.text) or _HEADED.match(sentence.text):
                section = labelled
        if sentence.digits:
            summary = labelled or named or section
            yield Placed("summary" if summary else leads.get(passage.start, "body"), number, sentence)


def _titles(passage: Passage, within: bool) -> bool:
    """Whether a passage is a line that heads what follows; within a list only one with the sign of a heading."""
    text = passage.text
    return _TITLE.fullmatch(text) is not None and not _FIGURE.search(text) and (not within or text[0] in "■□◆●○▶")


def within_reach(head: Placed, other: Placed) -> bool:
    """Whether a sentence is of the body that a head stands for."""
    if head.part == "summary":
        return other.part != "summary"
    return other.part != "title" and other.passage > head.passage and other.sentence.start < _LED


def _leads(context: Context) -> dict[int, Part]:
    """The passages that lead a document, by their beginnings: a title, then the points at its top or a paragraph."""
    found: dict[int, Part] = {}
    points = False
    if not context.passages or _OPENED.match(context.passages[0].text):
        return found
    for place, passage in enumerate(context.passages[:_TOP]):
        if passage.table is not None or (passage.kind == "heading" and place):
            break
        if passage.kind == "list item":
            found[passage.start] = "title"
            points = True
        elif points:
            break
        elif not place and _is_title(passage):
            found[passage.start] = "title"
        else:
            found[passage.start] = "lead"
            break
    if points and len(context.passages) > _TOP and _goes_on(context):
        return {start: part for start, part in found.items() if start == context.passages[0].start}
    return found


def _goes_on(context: Context) -> bool:
    """Whether the points at the top are more than points: a list that goes on and on."""
    return all(passage.kind == "list item" for passage in context.passages[_TOP - 1 : _TOP + 1])


_TOP = 12


def _is_title(passage: Passage) -> bool:
    text = passage.text.strip()
    return passage.kind in ("heading", "title") or bool(_BOLD.fullmatch(text) or _LINE.fullmatch(text))
