"""What a sentence tells: kinds of event, the one date it has for them, and what it speaks of besides."""

import re
from dataclasses import dataclass
from functools import cached_property

from dualtrack.checks.context import Sentence
from dualtrack.checks.events import ANY_EVENT, TOLD_EVENTS
from dualtrack.checks.stretches import days_of
from dualtrack.checks.theme import Theme
from dualtrack.checks.theme_of import theme_of
from dualtrack.extraction.dates import DateMention

Parts = tuple[int, ...]


@dataclass(frozen=True)
class Telling:
    """A sentence with one date that matters, and the kinds of event it has words for."""

    sentence: Sentence
    mention: DateMention
    kinds: frozenset[str]

    @cached_property
    def words(self) -> frozenset[str]:
        """What it speaks of."""
        return content(self.sentence)

    @cached_property
    def topic(self) -> frozenset[str]:
        """What it speaks of besides the events."""
        events = " ".join(
            word.group() for kind in self.kinds for word in TOLD_EVENTS[kind].finditer(self.sentence.text)
        )
        return self.words - words_of(events)

    @cached_property
    def undated(self) -> str:
        """Its wording without its dates."""
        return undated(self.sentence)

    @cached_property
    def nearest(self) -> frozenset[str]:
        """The kinds whose words stand nearest to the date; all in languages whose verbs end the sentence."""
        if self.sentence.script != "latin":
            return self.kinds
        away = {kind: self._distance(kind) for kind in self.kinds}
        least = min(away.values(), default=0)
        return frozenset(kind for kind, distance in away.items() if distance <= least + _BESIDE)

    def beside(self, kind: str) -> bool:
        """Whether a word of a kind stands close to the date."""
        return self._distance(kind) <= _CLOSE

    def theme(self, kind: str) -> Theme:
        """What the event of a kind happens to."""
        word = min(TOLD_EVENTS[kind].finditer(self.sentence.text), key=self._away)
        return theme_of(self.undated, word, self.sentence.language)

    def _away(self, word: re.Match[str]) -> int:
        return max(word.start() - self.mention.end, self.mention.start - word.end(), 0)

    def _distance(self, kind: str) -> int:
        return min(map(self._away, TOLD_EVENTS[kind].finditer(self.sentence.text)))


_BESIDE = 12
_CLOSE = 26


def told(sentence: Sentence) -> list[Telling]:
    """What a sentence tells: of its one date, else of each day or month that stands beside a word for an event."""
    if not ANY_EVENT.search(sentence.text):
        return []
    dated = [one for one in sentence.dates if days_of(one) and "/" not in one.edtf and parts(one)]
    whole = _told_once(sentence, dated)
    if whole is not None:
        return [whole]
    dated = [one for one in dated if len(parts(one)) > 1]
    if not 2 <= len(dated) <= _SEVERAL:
        return []
    found = [(one, _beside(sentence, one, dated)) for one in dated]
    return [Telling(sentence, one, kinds) for one, kinds in found if kinds]


_SEVERAL = 4


def _beside(sentence: Sentence, mention: DateMention, dated: list[DateMention]) -> frozenset[str]:
    """The kinds of event whose words stand close to a date and closer than to the others."""
    kinds = set()
    for kind, pattern in TOLD_EVENTS.items():
        for match in pattern.finditer(sentence.text):
            away = {id(one): _away(sentence.text, match, one) for one in dated}
            least = min(away.values())
            if away[id(mention)] == least <= _CLOSE and sum(gap <= least + _ROOM for gap in away.values()) == 1:
                kinds.add(kind)
    return frozenset(kinds)


_ROOM = 4
_LED = re.compile(r"\s(?:on|in|am|im|zum|seit|since|from|le|en|au|depuis)?\s?(?:the|dem)?\s?")


def _away(text: str, word: re.Match[str], mention: DateMention) -> int:
    """How far a date stands from a word for an event; right behind it where a preposition leads to it."""
    if word.end() <= mention.start and _LED.fullmatch(text, word.end(), mention.start):
        return -_ROOM
    return max(word.start() - mention.end, mention.start - word.end(), 0)


def _told_once(sentence: Sentence, dated: list[DateMention]) -> Telling | None:
    finest = max((len(parts(one)) for one in dated), default=0)
    mentions = [one for one in dated if len(parts(one)) == finest]
    if len({one.edtf for one in mentions}) != 1 or (finest == 1 and len(sentence.dates) > 1):
        return None
    kinds = frozenset(name for name, pattern in TOLD_EVENTS.items() if pattern.search(sentence.text))
    return Telling(sentence, mentions[0], kinds) if kinds else None


def parts(mention: DateMention) -> Parts:
    """Year, month and day of a date, as far as they are told; of a season or quarter only the year.

    Days of one month are told as far as the month; the end of a fiscal year is its last month.
    """
    if mention.kind == "fiscal-year" and mention.quote.endswith("末") and "/" in mention.edtf:
        year, month = mention.edtf.rpartition("/")[2].split("-")[:2]
        return int(year), int(month)
    days = _DAYS.fullmatch(mention.edtf)
    if days:
        return int(days["year"]), int(days["month"])
    numbers = tuple(int(one) for one in mention.edtf.split("-")) if _PLAIN.fullmatch(mention.edtf) else ()
    return numbers if len(numbers) < 2 or numbers[1] <= _MONTHS else numbers[:1]


_DAYS = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-\d\d/(?P=year)-(?P=month)-\d\d")
_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")
_MONTHS = 12


def one_apart(one: DateMention, other: DateMention) -> str:
    """The one part in which two dates differ ('year', 'month', 'day'); empty where they agree or differ in more.

    A date without its year takes the other's.
    """
    pairs = list(zip(parts(one), parts(other), strict=False))
    names = ["year", "month", "day"]
    if one.inferred or other.inferred:
        pairs, names = pairs[1:], names[1:]
    unlike = [name for name, (mine, its) in zip(names, pairs, strict=False) if mine != its]
    return unlike[0] if len(unlike) == 1 else ""


_LATIN_WORD = re.compile(r"[^\W\d_]{4,}")
_EAST, _HANGUL = re.compile("[\u4e00-\u9fffァ-ヴー]{2,}"), re.compile("[가-힣]{2,}")
_COMMON = re.compile(
    r"^(?:janu|febr|marc|march|apri|june|juli|july|augu|sept|octo|okto|nove|dece|deze|janv|févr|avri|juin|juil|août|"
    r"déce|summa|this|that|with|from|have|been|"
    r"were|their|both|which|after|since|kurzf|zusam|nach|wurde|haben|werden|eine|einer|dans|pour|avec|deux|après|"
    r"monda|tuesd|wedne|thurs|frida|résum|essen|synth|will|sera|seron|wird|sont|point|brief|glanc|highl|überb|blick)"
)


def undated(sentence: Sentence) -> str:
    """The text of a sentence with blanks in place of its dates."""
    text = sentence.text
    for mention in sentence.dates:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text


def content(sentence: Sentence) -> frozenset[str]:
    """What a sentence speaks of, without its dates: stems of Latin words, pairs of characters of the others."""
    return words_of(undated(sentence))


def words_of(text: str) -> frozenset[str]:
    """The stems and pairs of characters of a text that are not of every text."""
    stems = {word[:5].lower() for word in _LATIN_WORD.findall(text) if word[0] < "\u0250"}
    pairs = {run[place : place + 2] for run in _EAST.findall(text) for place in range(len(run) - 1)}
    pairs |= {word[:2] for word in _HANGUL.findall(text)}
    return frozenset(stem for stem in stems if not _COMMON.match(stem)) | (pairs - _COMMON_PAIRS)


_COMMON_PAIRS = frozenset(["要旨", "概要", "本文", "要約", "両国", "요약", "본문", "개요", "한다", "했다", "하고"])
