"""Acronyms beside the names they stand for: 'NAME (ACR)', 'ACR (NAME)', '(NAME, ACR)' and '(ACR: NAME)'."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dualtrack.checks.context import Context, once
from dualtrack.checks.known_forms import by_acronym

_BRACKET = re.compile(r"[(（](?P<inner>[^()（）\n]{2,160})[)）]")
_ACRONYM = r"[A-ZÀ-Ý][A-Za-zÀ-ÿ*-]{0,10}[A-Za-zÀ-ÿ]"
_ALONE = re.compile(rf"(?:the |le |la |die |der |das )?[\"“「„«]?\s?(?P<short>{_ACRONYM})\s?[\"”」“»]?(?:[;；].*)?")
_LAST = re.compile(rf"(?P<long>.{{4,}}?)(?:\s?[,、，;；:：/／]\s?|\s[–—-]\s)(?P<short>{_ACRONYM})")
_FIRST = re.compile(rf"(?P<short>{_ACRONYM})(?:\s?[,、，:：;；]\s?|\s[–—=-]\s|\sfor\s)(?P<long>.{{4,}})")
_BEFORE = re.compile(rf"(?<![A-Za-zÀ-ÿ0-9/.&-])(?P<short>{_ACRONYM})[\"”」»]?\s?$")
_STOP = re.compile(r"[.;:!?。．；：！？()（）\n「」『』“”„«»\"]")
_REACH = 160


@dataclass(frozen=True, slots=True)
class Pair:
    """An acronym and the words beside it.

    Attributes:
        short: The acronym.
        short_start: Where it stands in the document.
        long: The words; where ``bounded`` is not so, the name is the end of them.
        long_start: Where they stand in the document.
        bounded: Whether the words are the name and nothing else.
    """

    short: str
    short_start: int
    long: str
    long_start: int
    bounded: bool

    @property
    def plain(self) -> str:
        """The words with straight apostrophes; offsets are the same."""
        return self.long.replace("’", "'")


@once
def pairs(context: Context) -> list[Pair]:
    """The pairs of a document, in order."""
    return list(_pairs(context.flat))


@once
def has_eastern(context: Context) -> bool:
    """Whether a document has Chinese characters, kana or Hangul."""
    return not context.flat.isascii() and _EASTERN.search(context.flat) is not None


_EASTERN = re.compile("[\u3041-\u9fff\uac00-\ud7a3]")


def _pairs(text: str) -> Iterator[Pair]:
    for bracket in _BRACKET.finditer(text):
        inner, at = bracket["inner"], bracket.start("inner")
        alone = _ALONE.fullmatch(inner)
        if alone and is_acronym(alone["short"]):
            start = _clause_start(text, bracket.start())
            long = text[start : bracket.start()].rstrip()
            if long:
                yield Pair(alone["short"], at + alone.start("short"), long, start, bounded=False)
            continue
        within = _within(inner)
        if within is not None:
            yield Pair(within["short"], at + within.start("short"), within["long"], at + within.start("long"), True)
            continue
        begin = max(0, bracket.start() - 16)
        before = _BEFORE.search(text[begin : bracket.start()])
        if before and is_acronym(before["short"]):
            yield Pair(before["short"], begin + before.start("short"), inner, at, bounded=True)


def _within(inner: str) -> re.Match[str] | None:
    """The acronym and the name that stand together within a bracket."""
    for pattern in (_LAST, _FIRST):
        match = pattern.fullmatch(inner)
        if match is not None and is_acronym(match["short"]):
            return match
    return None


def _clause_start(text: str, end: int) -> int:
    start = max(0, end - _REACH)
    stops = [stop.end() for stop in _STOP.finditer(text, start, end)]
    return stops[-1] if stops else start


def is_acronym(short: str) -> bool:
    """Whether a word can be an acronym: three letters or more, two of them capitals, or one that the codebook has."""
    return len(short) >= 3 and (sum(char.isupper() for char in short) >= 2 or short in by_acronym())


def in_order(short: Iterable[str], letters: Iterable[str]) -> bool:
    """Whether an acronym is made of some of the letters, in their order."""
    rest = iter(letters)
    return all(letter in rest for letter in short)
