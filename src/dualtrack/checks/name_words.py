"""Names as the words that make them, and as characters: what of their spelling makes no difference left out."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dualtrack.checks.name import british, without_accents
from dualtrack.checks.wording import words

_WORD = re.compile(r"[Cc]o-o[a-z]+|[A-Za-zÀ-ÖØ-öø-\u024f]+")
_EASTERN_END = re.compile("[\u3005\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3・･· ]+$")
_LOOSE = re.compile(r"[\s・･·]+")
_ENDING = re.compile("(?:e[nrm]?|n)?s?$")
_SMALL = frozenset(
    words(
        "the a an of and for on in en to at de des du la le les et für und der die das den dem pour l d s à au aux sur "
        "von zur zum im"
    )
)
_PREPOSITIONS = {
    "of": "of", "for": "for", "on": "on", "in": "in",
    "de": "de", "des": "de", "du": "de", "d": "de", "pour": "pour", "sur": "sur", "à": "à", "au": "à", "aux": "à",
}  # fmt: skip
"""The small words whose exchange makes another name, articles taken off."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a name that tell it from others, in order.

    Attributes:
        written: As they are written.
        plain: Without endings, accents and the differences of Britain and America.
        joints: What small words lead from each to the next: a preposition, or nothing.
        starts: Where each begins.
    """

    written: tuple[str, ...]
    plain: tuple[str, ...]
    joints: tuple[str, ...]
    starts: tuple[int, ...]

    def last(self, count: int) -> "Words":
        """The last so many of them."""
        return Words(
            self.written[-count:], self.plain[-count:], self.joints[1 - count :] if count > 1 else (),
            self.starts[-count:],
        )  # fmt: skip


@lru_cache(maxsize=8192)
def words_of(text: str) -> Words:
    """The words of a text in Latin letters, small ones apart."""
    tokens = list(_WORD.finditer(text))
    telling = [index for index, token in enumerate(tokens) if token.group().lower() not in _SMALL]
    joints = tuple(
        next(
            (
                _PREPOSITIONS[small.group().lower()]
                for small in tokens[one + 1 : other]
                if small.group().lower() in _PREPOSITIONS
            ),
            "",
        )
        for one, other in pairwise(telling)
    )
    written = tuple(tokens[index].group() for index in telling)
    return Words(written, tuple(map(plain_word, written)), joints, tuple(tokens[index].start() for index in telling))


@lru_cache(maxsize=65_536)
def plain_word(word: str) -> str:
    """A word without its ending, accents, and the differences of Britain and America."""
    short = british(without_accents(word.replace("-", "")))
    if short.endswith("y"):
        short = short[:-1] + "ie"
    return _ENDING.sub("", short, count=1) if len(short) > 4 else short


def eastern_end(text: str) -> str:
    """The characters of the East at the end of a text, without blanks and dots between them."""
    match = _EASTERN_END.search(text)
    return _LOOSE.sub("", match.group()) if match else ""


def eastern_name(name: str) -> str:
    """A name that is written in characters of the East and nothing else, without blanks and dots; or nothing."""
    bare = _LOOSE.sub("", name)
    return bare if bare == eastern_end(name) else ""


def initials(words: Words) -> frozenset[str]:
    """What acronyms the words make: their first letters, with small words and words in capitals whole or not."""
    plain = [(_bare(word[:1]), _bare(word) if word.isupper() else _bare(word[:1])) for word in words.written]
    joints = ["", *(joint[:1].upper() for joint in words.joints)]
    return frozenset(
        "".join((joint if small else "") + letters[whole] for joint, letters in zip(joints, plain, strict=True))
        for small in (False, True)
        for whole in (0, 1)
    )


def _bare(word: str) -> str:
    return without_accents(word.upper())


def in_one_sentence(text: str, start: int, end: int) -> bool:
    """Whether no sentence and no line ends between two places."""
    return STOP.search(text, start, end) is None


def around(text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """What stands before and behind a stretch in its sentence, so many characters far."""
    return STOP.split(text[max(0, start - reach) : start])[-1], STOP.split(text[end : end + reach])[0]


STOP = re.compile(r"[.!?。！？\n]")


def shared_start(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next(
        (place for place, (mine, its) in enumerate(zip(one, other, strict=False)) if mine != its),
        min(len(one), len(other)),
    )


def shared_end(one: str, other: str) -> int:
    """How many characters two texts end with alike."""
    return shared_start(one[::-1], other[::-1])
