"""Events that a document tells once where it is summed up and once in its body, in whatever words.

Verb, participle and noun for an event are of one kind; what it happens to must be one thing, and no other date of the
kind may stand near.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dualtrack.checks.context import Sentence
from dualtrack.checks.contrast import contrasted, ordinals
from dualtrack.checks.events import TOLD_EVENTS
from dualtrack.checks.heads import Placed, within_reach
from dualtrack.checks.stretches import days_of
from dualtrack.checks.telling import content, parts, undated
from dualtrack.checks.theme import Theme, otherwise_qualified, same_theme
from dualtrack.checks.theme_of import theme_of
from dualtrack.extraction.dates import DateMention

_SINCE = "since"
_BEGINNINGS = frozenset(["launch", "open", "force", "introduce", "establish"])
_KINDS = (*sorted(_BEGINNINGS), "sign", "adopt", "promulgate", "join", "close", "end", "complete", "reform", "hold")
"""What happens to a thing once; a meeting only with its number."""
_ENDS = frozenset(["close", "end", "complete"])


@dataclass(frozen=True, slots=True)
class Bound:
    """A date and the word for the event that it is nearest to.

    Attributes:
        placed: The sentence and its part of the document.
        mention: The date.
        kind: The kind of event, 'since' where only its lasting is told.
        text: The part of the sentence that tells it, without dates.
        theme: What it happens to.
    """

    placed: Placed
    mention: DateMention
    kind: str
    text: str
    theme: Theme


@dataclass(frozen=True, slots=True)
class Otherwise:
    """An event of a head that the body dates otherwise."""

    head: Bound
    body: Bound


def told_otherwise(sentences: Sequence[Placed]) -> Iterator[Otherwise]:
    """Events that what heads a document and its body tell once each, with different dates."""
    heads = [one for place in sentences if place.part != "body" for one in _bound(place, _KINDS, head=True)]
    if not heads:
        return
    first = min(one.placed.sentence.start for one in heads)
    near = [one for one in sentences if one.part != "summary" and one.sentence.start < first + _REACH]
    wanted = frozenset(one.kind for one in heads)
    kinds = [kind for kind in _KINDS if kind in wanted or (_SINCE in wanted and kind in _BEGINNINGS)]
    bodies = [one for place in near for one in _bound(place, kinds, head=False)]
    for head in heads:
        if head.mention.inferred or sum(one.kind == head.kind and _beside(head, one) for one in heads) > 1:
            continue
        mine = [one for one in bodies if within_reach(head.placed, one.placed) and _of_kind(head, one)]
        tally = Counter(one.kind for one in mine)
        found = [one for one in mine if tally[one.kind] == 1 and _one_event(head, one)]
        if len(found) == 1 and not _agreed(head, near) and not _headed(head, found[0], sentences):
            yield Otherwise(head, found[0])


_REACH = 24_000
"""How far a body is read for what heads it: farther on a kind of event is seldom told but once."""


def _bound(placed: Placed, kinds: Sequence[str], *, head: bool) -> Iterator[Bound]:
    """The dates of a sentence with the words for events nearest to them."""
    sentence = placed.sentence
    if not 0 < len(sentence.dates) <= _SEVERAL:
        return
    dated = [one for one in sentence.dates if parts(one) and days_of(one)]
    found = [kind for kind in kinds if TOLD_EVENTS[kind].search(sentence.text)] if dated else []
    if not dated or not (found or head):
        return
    text = undated(sentence)
    told = False
    for kind in found:
        words = [word for word in TOLD_EVENTS[kind].finditer(text) if word.group().strip()]
        pair = _nearest(text, words, dated, sentence.script)
        if pair is not None:
            told = True
            word, mention = pair
            yield Bound(placed, mention, kind, _part(text, word, mention), theme_of(text, word, sentence.language))
    if head and not told and len(dated) == 1:
        yield from _without_verb(placed, text, dated[0])


_SEVERAL = 4


def _nearest(
    text: str, words: Sequence[re.Match[str]], dated: Sequence[DateMention], script: str
) -> tuple[re.Match[str], DateMention] | None:
    """The word and the date nearest to each other, no other date being about as near."""
    pairs = sorted(
        ((_away(text, word, mention), place, number) for place, word in enumerate(words)
         for number, mention in enumerate(dated))
    )  # fmt: skip
    if not pairs or pairs[0][0] > (_FAR if script == "latin" else _FAR_EAST):
        return None
    away, place, number = pairs[0]
    if any(other != number and gap <= away + _ROOM for gap, _, other in pairs):
        return None
    return words[place], dated[number]


_FAR, _FAR_EAST, _ROOM, _PARTED = 70, 40, 6, 400


def _away(text: str, word: re.Match[str], mention: DateMention) -> int:
    start, end = sorted((word.span(), (mention.start, mention.end)))
    between = text[start[1] : end[0]]
    behind = word.start() < mention.start and word.group()[0] > "\u0250"
    return len(between) + _PARTED * bool(re.search(r"[;；。、,]" if behind else r"[;；。]|\n(?=[-–•])", between))


def _part(text: str, word: re.Match[str], mention: DateMention) -> str:
    """The part of a sentence that tells an event: what further clauses add is left out."""
    begin, end = min(word.start(), mention.start), max(word.end(), mention.end)
    start = max((match.end() for match in _PART_BEFORE.finditer(text, 0, begin)), default=0)
    stop = re.compile(r"[,;:，；：、]").search(text, end)
    return text[start : stop.start() if stop else len(text)]


_PART_BEFORE = re.compile(
    r"[;；:：]|\n(?=\s*[-–•・○□*])|\A[^\n]{2,40}\n(?=[A-ZÀ-Ý一-龠가-힣])|"
    r"\b(?:ans?|mois|[Yy]ears?|[Mm]onths?|Jahre?|Monate?) (?:après|after|nach) (?:la |le |l['’]|the |its |der |dem )?"
)
"""Where the part of a sentence that tells an event begins; 'three years after the opening' tells the opening."""
_LASTING = re.compile(r"\b(?:[Ss]ince|[Ss]eit|[Dd]epuis)(?: dem| le)?\s\Z")
_POINT = re.compile(r"\A[\s•●○・*#–—-]*(?P<name>[^:：\n]{6,120}?)\s?[:：,、](?P<place>[^:：\n]{0,30})\Z")


def _without_verb(placed: Placed, text: str, mention: DateMention) -> Iterator[Bound]:
    """What lasts since a date; a point that names a numbered meeting, its place and date."""
    sentence = placed.sentence
    if _LASTING.search(sentence.text[: mention.start]):
        yield Bound(placed, mention, _SINCE, text, Theme(content(sentence)))
        return
    lines = text[: mention.end].rpartition("\n")[2] + text[mention.end :].partition("\n")[0]
    point = _POINT.fullmatch(lines.rstrip(" ."))
    if point and ordinals(point["name"]):
        yield Bound(placed, mention, "hold", point.group(), Theme(content(sentence)))


def _of_kind(head: Bound, body: Bound) -> bool:
    return body.kind == head.kind or (head.kind == _SINCE and body.kind in _BEGINNINGS)


def _one_event(head: Bound, body: Bound) -> bool:
    """Whether two dates are told of one event of one thing, and are not those of two events far apart."""
    one, other = head.placed.sentence, body.placed.sentence
    if not _unlike(head, body):
        return False
    shared = content(one) & content(other)
    if head.kind == "hold":
        same = bool(ordinals(head.text) & ordinals(body.text)) and _named_in(head, other)
    elif head.kind == _SINCE:
        same = len(shared) > 1 or any(len(word) > _RARE for word in _long_words(one) & _long_words(other))
    else:
        same = _same(head, body) and (head.placed.part != "lead" or len(shared) > 1)
    return same and not contrasted(head.text, body.text, one.language, names=False)


def _named_in(head: Bound, sentence: Sentence) -> bool:
    """Whether a sentence has all words of the name that a point gives a meeting."""
    point = _POINT.fullmatch(head.text)
    words = re.findall(r"[^\W\d_]+", point["name"].lower()) if point else []
    return bool(words) and all(
        word[:_STEM] in sentence.lowered for word in words if word[0] > "\u0250" or len(word) >= _STEM
    )


_RARE, _STEM = 11, 4


def _long_words(sentence: Sentence) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]{6,}", sentence.lowered))


def _unlike(head: Bound, body: Bound) -> bool:
    """Whether two dates differ, by little enough to be of one event."""
    mine, its = parts(head.mention), parts(body.mention)
    if body.mention.inferred and len(its) < 2:
        return False
    if all(a == b for a, b in zip(mine, its, strict=False)):
        return False
    years = abs(mine[0] - its[0])
    if head.kind in _ENDS or head.kind == "hold":
        return years <= 1 and (min(len(mine), len(its)) > 1 or head.kind in _FOR_GOOD)
    return years <= _YEARS


_FOR_GOOD = frozenset(["end", "complete"])
_YEARS = 4


def _same(head: Bound, body: Bound) -> bool:
    """Whether what an event happens to is one thing; where the text says 'it', what was spoken of before."""
    if head.theme.nouns and body.theme.nouns:
        language = head.placed.sentence.language
        return same_theme(head.theme, body.theme) and not otherwise_qualified(
            head.text, body.text, head.theme, body.theme, language
        )
    if body.theme.left_open and head.theme.left_open:
        return True
    if body.theme.left_open:
        spoken_of = body.placed.sentence.passage.text.lower()
        return any(noun.lower() in spoken_of for noun in head.theme.nouns)
    return head.theme.left_open and any(noun.lower() in head.placed.sentence.lowered for noun in body.theme.nouns)


def _agreed(head: Bound, near: Sequence[Placed]) -> bool:
    """Whether the body gives the date of a head anywhere, or one within it."""
    days = days_of(head.mention)
    for one in near:
        if days is None or not within_reach(head.placed, one):
            continue
        for mention in one.sentence.dates:
            its = days_of(mention)
            inside = its is not None and days[0] <= its[1] and its[0] <= days[1]
            if inside and its is not None and (its[1] - its[0]).days <= _YEAR:
                return True
    return False


_YEAR = 366


def _beside(head: Bound, one: Bound | Placed) -> bool:
    """Whether one heads the document as another does: the first words are the body of a title."""
    part = one.part if isinstance(one, Placed) else one.placed.part
    return part != "body" and (part == head.placed.part or part != "lead")


def _headed(head: Bound, body: Bound, sentences: Sequence[Placed]) -> bool:
    """Whether what heads a document gives the date of the body too."""
    return any(
        mention.edtf and body.mention.edtf.startswith(mention.edtf)
        for one in sentences
        if _beside(head, one) and one.sentence is not body.placed.sentence
        for mention in one.sentence.dates
    )
