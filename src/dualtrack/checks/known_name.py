"""Names one slip away from a name that the codebook knows."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, count, pairwise

from dualtrack.checks.context import Context
from dualtrack.checks.edits import one_edit
from dualtrack.checks.finding import Finding
from dualtrack.checks.known_forms import all_names
from dualtrack.checks.left_out import read_alike_at_first, turned_about_a_dot, with_a_word_back
from dualtrack.checks.name import jamo_apart, same_thing
from dualtrack.checks.rule import rule
from dualtrack.checks.spelled import has_eastern
from dualtrack.checks.well_known import NAMES
from dualtrack.model import Text

_HAN = "一-鿿"
_RUN = re.compile(rf"[{_HAN}ァ-ヴー]{{6,24}}")
_DOTTED = re.compile(rf"[{_HAN}ァ-ヴー]+(?:・[{_HAN}ァ-ヴー]+)+")
_HANGUL = re.compile("[가-힣]{5,24}")
_WORD = re.compile(r"[^\W\d_]+(?<![\u1100-\uffff])")
_LATIN_WORD = re.compile("[A-Za-zÀ-ÖØ-öø-\u024f]+")
_SMALL_WORDS = frozenset(
    ("the", "a", "an", "of", "and", "for", "on", "in", "en", "to", "de", "des", "du", "la", "le", "les", "et", "für",
     "und", "der", "die", "das", "pour", "l", "d", "s")
)  # fmt: skip
_SMALL_WORD = re.compile(rf"(?i:{'|'.join(sorted(_SMALL_WORDS))})")
_OPENING = re.compile(
    r"国立研究開発法人|独立行政法人|国立大学法人|一般社団法人|公益財団法人|内閣府|(?:文部科学|経済産業|厚生労働|農林水産|国土交通|環境|総務|外務)省"
)
_COUNTING = frozenset("一二三四五六七八九十第前後新旧上下左右東西南北中大小内外男女国県市都府公私")


@rule(
    "DT904",
    family="name",
    severity="warning",
    title=Text(ja="既知の名称と一字違い", en="One letter away from a known name"),
    explanation=Text(
        ja="既知の名称の途中の一字だけが抜けた・入れ替わった・違うもの、または二字の語が抜けたもの。頭と末尾の字の違いや、"
        "それ自体が既知の名称である場合は対象外。",
        en="A name that differs from a known one by one letter inside: left out, doubled, swapped or "
        "mistyped; or, in Chinese characters, that lacks a word of two."
        " First and last letters are left alone, and so is what is itself a known name.",
    ),
    wrong=Text(ja="科学技術振輿機構は公募を開始した。", en="The National Science Fuondation opened a call."),
    right=Text(ja="科学技術振興機構は公募を開始した。", en="The National Science Foundation opened a call."),
)
def slips(context: Context) -> Iterator[Finding]:
    """Slips of known names."""
    text = context.flat
    found = [*_han(text), *_latin(text)] if has_eastern(context) else [*_latin(text)]
    if has_eastern(context) and not _KANA.search(text):
        found += _in_chinese(text)
    if has_eastern(context) and _HANGUL.search(text):
        found += _hangul(text)
    for start, written, right in found:
        if _bare(written) == _bare(right):
            continue
        yield context.finding(
            start, start + len(written), f"「{written}」は「{right}」の誤記ではないか",
            f"'{written}' looks like a slip of '{right}'",
            stated=written, computed=right, reason="one letter away from a name of the codebook",
        )  # fmt: skip


def _bare(name: str) -> str:
    """A name without the dots, blanks and hyphens that some write and others leave out."""
    return re.sub(r"[\s・･·.‐-‒–—-]", "", name).casefold()


@lru_cache(maxsize=1)
def _names() -> dict[str, None]:
    """All known names, in one order whatever the run."""
    names = {*NAMES, *all_names()}
    names.update(match[1] for name in list(names) if (match := _BRACKETED.fullmatch(name)))
    return dict.fromkeys(sorted(name.replace("’", "'").strip("《》") for name in names))


_BRACKETED = re.compile(r"([^()（）]{4,}?)\s?[(（][^()（）]+[)）]")
"""A name with what tells it from another of the same words in brackets behind it."""


# Chinese characters and kana


def _han(text: str) -> Iterator[tuple[int, str, str]]:
    japanese = _KANA.search(text) is not None
    for match in (*_RUN.finditer(text), *(_DOTTED.finditer(text) if "・" in text else ())):
        shift = len(opening.group()) if (opening := _OPENING.match(match.group())) else 0
        written = match.group()[shift:]
        right = _slip_of(written)
        if right is None and japanese:
            right = with_a_word_back(written) or turned_about_a_dot(written) or read_alike_at_first(written)
        if right is None:
            whole = _beginnings()[0].get(written[:-1])
            right = whole if whole and whole != written and whole in text and text.count(written) == 1 else None
        if right is not None:
            yield match.start() + shift, written, right


@lru_cache(maxsize=1)
def _shortened() -> dict[str, str]:
    """The names by each of their forms with one inner character left out; empty where two names share the form."""
    shortened: dict[str, str] = {}
    for name in _names():
        for left in _without_one(name) if _eastern(name) else ():
            shortened[left] = name if shortened.setdefault(left, name) == name else ""
    return shortened


def _eastern(name: str) -> bool:
    return _RUN.fullmatch(name) is not None or (len(name) >= 6 and _DOTTED.fullmatch(name) is not None)


_BODY = re.compile(r"(?:機構|財団|協会|学会|員会|究所|興会|議会|大学|業団|机构|基金会|科学院)\Z")


@lru_cache(maxsize=1)
def _beginnings() -> tuple[dict[str, str], frozenset[str]]:
    """Names of bodies by all but their last character, and every pair of characters that some name has."""
    names = [name for name in _names() if _eastern(name) and _BODY.search(name)]
    pairs = {name[place : place + 2] for name in _names() for place in range(len(name) - 1)}
    return {name[:-1]: name for name in names}, frozenset(pairs)


def _without_one(name: str) -> Iterator[str]:
    return (name[:place] + name[place + 1 :] for place in range(1, len(name) - 1))


@lru_cache(maxsize=8192)
def _slip_of(written: str) -> str | None:
    """The known name of which a run of characters is a slip, or None."""
    names, shortened = _names(), _shortened()
    if written in names or len(written) < 6:
        return None
    found = {shortened[left] for left in (written, *_without_one(written)) if shortened.get(left)}
    found |= {left for left in _without_one(written) if left in names and _eastern(left)}
    beginnings, pairs = _beginnings()
    if not found and written[-2:] not in pairs and not _COUNTING & set(written[-1]):
        return beginnings.get(written[:-1])
    if len(found) != 1 or "" in found:
        return None
    (name,) = found
    return name if _believable(written, name) else None


def _believable(written: str, name: str) -> bool:
    """Whether the difference is a slip of the hand: no number or quarter of the sky is exchanged."""
    if written[0] != name[0] or written[-1] != name[-1]:
        return False
    if not one_edit(written, name) and sorted(written) != sorted(name):
        return False  # 日本文学振興会 and 日本学術振興会
    letters = set(written) ^ set(name)
    exchanged = len(written) == len(name)
    if exchanged and name.endswith(("大学", "学院")) and sorted(written) != sorted(name):
        return False  # 南京理工大学 and 南洋理工大学 are two
    counting = letters <= _COUNTING if exchanged else letters & _COUNTING
    return not letters or not counting


_KANA = re.compile("[\u3041-\u30fa]")


@lru_cache(maxsize=1)
def _by_two() -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """Names in Chinese characters by their first two, and every character that some name has."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in _names():
        if _RUN.fullmatch(name) and not _KANA.search(name):
            found[name[:2]].append(name)
    return {first: tuple(names) for first, names in found.items()}, frozenset("".join(_names()))


def _in_chinese(text: str) -> Iterator[tuple[int, str, str]]:
    """Names inside the unbroken runs of Chinese, one character exchanged for one that no name has."""
    by_two, known = _by_two()
    for match in _RUN_ON.finditer(text):
        run = match.group()
        for place in range(len(run) - 5):
            for name in by_two.get(run[place : place + 2], ()):
                written = run[place : place + len(name)]
                if len(written) != len(name) or written[-1] != name[-1] or written == run:
                    continue
                strange = [one for one, other in zip(written, name, strict=True) if one != other]
                if len(strange) == 1 and strange[0] not in known and text.count(strange[0]) == 1:
                    yield match.start() + place, written, name


_RUN_ON = re.compile(rf"[{_HAN}]{{6,}}")


# Hangul: a name with particles behind it, one vowel or consonant off


@lru_cache(maxsize=1)
def _by_first() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in _names():
        if _HANGUL.fullmatch(name) and len(name) >= 6:
            found[name[0]].append(name)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def _hangul(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _HANGUL.finditer(text):
        names = _by_first().get(match.group()[0], ())
        if not names or any(match.group().startswith(name) for name in names):
            continue
        for name in names:
            written = match.group()[: len(name)]
            if jamo_apart(written, name):
                yield match.start(), written, name
                break


# Latin letters: by their words, the small ones left out


@dataclass(frozen=True, slots=True)
class _Index:
    """Known names by one or two of their words that a slip in another word leaves whole, and the long single words.

    Attributes:
        whole: The names by their words.
        keys: By a word, and by the second one or nothing: the place of the first in a name, its words and the name.
        long: The long single words by their forms with a letter left out.
    """

    whole: frozenset[tuple[str, ...]]
    keys: dict[str, dict[str, list[tuple[int, tuple[str, ...], str]]]]
    long: dict[str, str]


@lru_cache(maxsize=1)
def _index() -> _Index:
    names = {name: _words_of(name) for name in _names() if name[0].isupper() and name[0] <= "\u024f"}
    keys: dict[str, dict[str, list[tuple[int, tuple[str, ...], str]]]] = defaultdict(lambda: defaultdict(list))
    for name, words in names.items():
        for place, key in _keys(words) if len(name) >= (_SHORT_NAME if len(words) == 2 else _LONG_NAME) else ():
            keys[key[0]]["".join(key[1:])].append((place, words, name))
    long = {
        left: name
        for name, words in names.items()
        if words == (name,) and len(name) >= _LONG_WORD
        for left in _without_one(name)
    }
    return _Index(frozenset(names.values()), {word: dict(some) for word, some in keys.items()}, long)


def _words_of(name: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(name) if not _SMALL_WORD.fullmatch(word))


def _keys(words: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The words by which a name is found again with a slip in another, each with the place of the first of them."""
    if len(words) == 2:
        yield from ((place, (words[place],)) for place in (0, 1) if len(words[1 - place]) >= _SHORT_PART)
    elif len(words) > 2:
        yield from ((place, words[place : place + 2]) for place in {0, len(words) - 2})
    if len(words) == 3:
        yield 0, (words[0], words[2])


_LONG_NAME, _LONG_WORD, _LONG_PART = 16, 14, 8
_SHORT_NAME, _SHORT_PART = 12, 5
"""Of a name of two words so short only two letters turned make a slip."""


def _latin(text: str) -> Iterator[tuple[int, str, str]]:
    """Slips of names in Latin letters, each place once."""
    index = _index()
    every = _LATIN_WORD.findall(text)
    small = {word for word in set(every) if word.lower() in _SMALL_WORDS}
    words = [word for word in every if word not in small]
    tokens = _Tokens(text)
    seen: set[int] = set()
    distinct = set(words)
    long = {word: right for word in distinct if len(word) >= _LONG_WORD and (right := _long_slip(word)) is not None}
    telling = (distinct & index.keys.keys()) | long.keys()
    for at, word, second, third in [
        four
        for four in zip(count(), words, [*words[1:], "-"], [*words[2:], "-", "-"], strict=False)
        if four[1] in telling
    ]:
        if word in long:
            yield tokens.found[at].start(), word, long[word]
        keys = index.keys.get(word, _NONE)
        for place, name_words, name in chain.from_iterable(
            [keys[other] for other in ("", second, third) if other in keys]
        ):
            first, last = at - place, at - place + len(name_words)
            if first in seen or first < 0 or last > len(words):
                continue
            written = tuple(words[first:last])
            if written == name_words or not _word_slip(written, name_words):
                continue
            run = tokens.found[first:last]
            if not _together(text, run) or (words[last - 1] != name_words[-1] and _NAMED_ON.match(text, run[-1].end())):
                continue
            seen.add(first)
            yield run[0].start(), text[run[0].start() : run[-1].end()], name


_NONE: dict[str, list[tuple[int, tuple[str, ...], str]]] = {}


class _Tokens:
    """Where the words of a text stand, looked for only once a slip is found."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def found(self) -> list[re.Match[str]]:
        """The words without the small ones."""
        return [match for match in _LATIN_WORD.finditer(self._text) if match.group().lower() not in _SMALL_WORDS]


@lru_cache(maxsize=65_536)
def _word_slip(written: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether the words are those of a name but for one that is a slip, and are no known name themselves."""
    differ = [pair for pair in zip(written, name, strict=True) if pair[0] != pair[1]]
    if len(differ) != 1 or not same_thing(*differ[0]) or differ[0][0][0].isupper() != differ[0][1][0].isupper():
        return False
    if written in _index().whole:
        return False
    long = min(map(len, differ[0])) >= _LONG_PART and sum(map(len, name)) > _LONG_NAME
    return len(name) > 2 or long or sorted(differ[0][0]) == sorted(differ[0][1])


def _together(text: str, tokens: list[re.Match[str]]) -> bool:
    """Whether words follow one another with nothing between but blanks, hyphens, commas and small words."""
    return all(_BETWEEN.fullmatch(text, one.end(), other.start()) is not None for one, other in pairwise(tokens))


_NAMED_ON = re.compile(r"[ -][A-ZÀ-Ý][a-zà-ÿ]")
"""What makes the end of a name the middle of a longer one: European Research Arena Forum."""
_BETWEEN = re.compile(rf"[ \u00a0,'’&-]{{1,2}}(?:{_SMALL_WORD.pattern}[ \u00a0'’]){{0,3}}")


@lru_cache(maxsize=8192)
def _long_slip(word: str) -> str | None:
    """The known long word (Bundesforschungsministerium) of which another is a slip, or None."""
    long = _index().long
    found = {long[left] for left in (word, *_without_one(word)) if left in long}
    found |= {left for left in _without_one(word) if (left,) in _index().whole and len(left) >= _LONG_WORD}
    if len(found) != 1 or (word,) in _index().whole:
        return None
    (name,) = found
    return name if one_edit(word, name) and same_thing(word, name) else None
