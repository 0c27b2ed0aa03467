"""Starts and ends that stand under labels: 'Call opens: ... / Call closes: ...', 'Beginn: / Ende:', 착수일/종료일."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dualtrack.checks.context import Context, Sentence, once
from dualtrack.checks.finding import Finding
from dualtrack.checks.lengths import Length, lengths_of
from dualtrack.checks.period_near import LABELLED
from dualtrack.checks.stretches import Stretch, between, days_of
from dualtrack.extraction.dates import DateMention

Kind = Literal["opens", "starts", "closes", "ends"]

_LABEL = re.compile(r"(?P<label>[^\n:：;；。、,(（/|•·–]{1,60}?)\s?[:：]\s?(?:le |the |ab |am |vom |den )?\Z")
_DATED = re.compile(r"[:：](?!//)[^\n:：]{0,32}?\d")
"""A colon with a date behind it, and no link."""
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "closes",
        re.compile(
            r"\b(?:clos(?:es?|ing|ed)|deadline|due|schluss|\w*frist|clôture|date limite|limite)\b|"
            r"締切|締め切|閉会|마감|截止",
        ),
    ),
    (
        "opens",
        re.compile(
            r"\b(?:opens?|opened|opening|ouverture|ouvre|öffnet|\w*öffnung)\b|(?:公募|受付|募集|応募)開始|開会|"
            r"접수\s?(?:시작|개시)|공모\s?(?:시작|개시)"
        ),
    ),
    (
        "starts",
        re.compile(
            r"\b(?:starts?|started|starting|begins?|beginning|began|from|commence(?:s|d|ment)|kick-?off|effective|"
            r"\w*beginn|start(?:s|datum|termin)?|ab|von|inkrafttreten|wirksam\w*|début|démarrage|lancement|"
            r"effet|entrée en vigueur|"
            r"à partir du)\b|開始|始期|着手|着工|発効|착수|착공|시작|개시|발효|启动|起始"
        ),
    ),
    (
        "ends",
        re.compile(
            r"\b(?:ends?|ended|ending|expir(?:y|es|ed|ation)|completion|terminat(?:ion|es|ed)|until|bis|"
            r"(?:projekt|vertrags|laufzeit|programm|förder|einreichungs|bewerbungs)?ende|enddatum|(?:projekt|vertrags)?abschluss|ablauf\w*|"
            r"außerkrafttreten|fin|échéance|terme|achèvement)\b|終了|終期|満了|完了|竣工|"
            r"종료|만료|완료|준공|结束|终止"
        ),
    ),
)
_OF_CALL = re.compile(
    r"\b(?:call|applications?|submissions?|proposals?|registration|nominations?|consultation|candidatures?|dépôt|"
    r"appel|inscriptions?|soumission|einreich\w*|bewerbung\w*|anmelde\w*|ausschreibung\w*|antrag\w*)\b|"
    r"公募|受付|募集|応募|申請|申込|접수|공모|신청|모집|申报|报名"
)
_FORMER = re.compile(
    r"\b(?:previous|former|prior|last|old|next|new|bisherig\w*|vorherig\w*|früher\w*|alte[nrs]?|neue[nrs]?|"
    r"précédente?|"
    r"ancien(?:ne)?|prochaine?|nouve(?:au|lle))\b|前回|次回|旧|기존|이전|차기|上期"
)
"""Words of a label that speak of another period than the one beside it."""
_PAIRS = {("opens", "closes"), ("opens", "ends"), ("starts", "ends")}
_SMALL = re.compile(
    r"\b(?:the|of|for|date|day|at|on|in|de|du|des|la|le|les|une?|der|die|das|zum|zur|am|im|et|and|und|d|l)\b"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A date, the kind of its label and what else the label says."""

    sentence: Sentence
    mention: DateMention
    kind: Kind
    rest: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """A start and an end under their labels, and the places of their sentences among those of the document."""

    start: Labelled
    end: Labelled
    first: int
    last: int


@once
def labelled_pairs(context: Context) -> list[Pair]:
    """The starts and ends that follow each other under their labels, told of one thing."""
    found: list[Pair] = []
    start: tuple[Labelled, int] | None = None
    for index, sentence in enumerate(context.sentences):
        if not (":" in sentence.text or "：" in sentence.text):
            start = None
            continue
        before = 0
        for mention in sentence.dates if _DATED.search(sentence.text) else ():
            one = _labelled(sentence, mention, before)
            before = mention.end
            if one is None:
                continue
            if one.kind in ("opens", "starts"):
                start = one, index
            elif start is not None and (start[0].kind, one.kind) in _PAIRS:
                if _alike(start[0].rest, one.rest):
                    found.append(Pair(start[0], one, start[1], index))
                start = None
    return found


def labelled_ends(context: Context) -> Iterator[Finding]:
    """Ends under their label that lie before the start under its own."""
    for pair in labelled_pairs(context):
        yield from _before_start(context, pair.start, pair.end)


def labelled_lengths(context: Context) -> Iterator[tuple[Length, Sentence, Pair, Stretch]]:
    """The one length under a label of duration between, right before or right behind a labelled start and end."""
    for pair in labelled_pairs(context):
        if pair.start.kind != "starts":
            continue
        stretch = between(pair.start.mention, pair.end.mention)
        near = context.sentences[max(0, pair.first - 1) : pair.last + 2]
        stated = [
            (one, sentence)
            for sentence in near
            for one in lengths_of(sentence)
            if LABELLED.search(sentence.text[max(0, one.start - 24) : one.start])
            and _of_the_same(sentence.text[: one.start], pair.start.rest)
        ]
        if stretch is not None and len(stated) == 1:
            yield *stated[0], pair, stretch


def _of_the_same(before: str, rest: frozenset[str]) -> bool:
    """Whether the label of a duration names nothing else than the label of the start does."""
    label = re.split(r"[\n•·・-]", before)[-1].lower()
    words = frozenset(re.findall(r"[^\W_]+", _SMALL.sub(" ", _DURATION.sub(" ", label))))
    return words <= rest


_DURATION = re.compile(
    r"\b(?:duration|term|length|laufzeit|dauer|durée|mandat)\b|期間|年数|期限|기간|:|：",
)


def _labelled(sentence: Sentence, mention: DateMention, after: int) -> Labelled | None:
    found = _LABEL.search(sentence.text[max(after, mention.start - 70) : mention.start].lower())
    if found is None:
        return None
    label = found["label"]
    kind = next((kind for kind, pattern in _KINDS if pattern.search(label)), None)
    if kind is None or _FORMER.search(label):
        return None
    if _OF_CALL.search(label):
        kind = "opens" if kind in ("opens", "starts") else "closes"
    rest = label
    for _, pattern in _KINDS:
        rest = pattern.sub(" ", rest)
    return Labelled(sentence, mention, kind, frozenset(re.findall(r"[^\W_]+", _SMALL.sub(" ", rest))))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two labels may speak of one thing: they name none or a common one, and the same numbers."""
    numbers = [{word for word in words if word.isdigit()} for words in (one, other)]
    return numbers[0] == numbers[1] and (not one or not other or bool(one & other))


def _before_start(context: Context, opened: Labelled, closed: Labelled) -> Iterator[Finding]:
    start, end = opened.mention, closed.mention
    begin, stop = days_of(start), days_of(end)
    if begin is None or stop is None or stop[1] >= begin[0]:
        return
    yield context.finding(
        opened.sentence.start + start.start,
        closed.sentence.start + end.end,
        f"終わりの{end.quote}は始まりの{start.quote}より前",
        f"The end, {end.quote}, lies before the start, {start.quote}",
        stated=end.quote,
        computed=f"not before {start.quote}",
        reason="the labels say which is the start and which the end",
    )
