"""One acronym: does the document spell it out in one way?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.known_forms import countries, countries_near, ends_in_known, every_name
from dualtrack.checks.name_words import (
    Words,
    eastern_end,
    in_one_sentence,
    initials,
    shared_end,
    shared_start,
    words_of,
)
from dualtrack.checks.rule import rule
from dualtrack.checks.spelled import Pair, in_order, pairs
from dualtrack.model import Text


@rule(
    "DT907",
    family="name",
    severity="warning",
    title=Text(ja="一つの略称に二つの正式名称", en="One acronym spelled out in two ways"),
    explanation=Text(
        ja="同じ略称が、同じ言語で、一部だけ違う二つの名称に添えられているもの。訳語、短縮形、複数形、既知の機関の"
        "別名、国の違う機関は対象外。",
        en="One acronym stands beside two names of one language that differ in part. Translations, shorter and longer "
        "forms, plurals, known names, and bodies of two countries are left alone.",
    ),
    wrong=Text(
        ja="日英量子技術連携事業(JUQ)を始めた。翌年、日英量子研究連携事業(JUQ)を拡大した。",
        en="The Joint Committee Meeting (JCM) sits in May. The Joint Coordination Mechanism (JCM) may set up groups.",
    ),
    right=Text(
        ja="日英量子技術連携事業(JUQ)を始めた。翌年、日英量子技術連携事業(JUQ)を拡大した。",
        en="The Joint Committee Meeting (JCM) sits in May. The Joint Committee Meeting (JCM) may set up groups.",
    ),
)
def two_forms(context: Context) -> Iterator[Finding]:
    """Acronyms that are spelled out a second time in another way."""
    uses: dict[str, list[_Name]] = defaultdict(list)
    for pair in pairs(context):
        name = _name(pair)
        if name is not None:
            uses[pair.short].append(name)
    for short, names in uses.items():
        for index, name in enumerate(names[1:_ASKED], 1):
            other = next((first for first in names[:index] if _two(context, first, name)), None)
            if other is None:
                continue
            yield context.finding(
                name.start, name.end, f"略称{short}は「{other.text}」の略でもある",
                f"{short} is also spelled out as '{other.text}'",
                stated=name.text, computed=other.text, reason="one acronym stands beside two names",
            )  # fmt: skip
            break


_ASKED = 12
"""Of how many uses of one acronym it is asked."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name beside an acronym: its place, its text, and its words or its characters."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    eastern: str
    bounded: bool
    made: bool = True
    """Whether the acronym is made of the first letters of its words."""


def _name(pair: Pair) -> _Name | None:
    """The name that an acronym stands for by its letters, or beside which it stands in the scripts of the East."""
    end = len(pair.long.rstrip())
    eastern = eastern_end(pair.long)
    if eastern:
        known = ends_in_known(eastern)
        start = max(0, len(pair.long) - _MOST) if not pair.bounded else 0
        text = pair.long[start:end].lstrip()
        begin = pair.long_start + end - len(text)
        return None if known else _Name(begin, pair.long_start + end, text, (), eastern[-_MOST:], pair.bounded)
    written = words_of(pair.plain)
    made = _made(written, pair.short.upper())
    if made is not None:
        cut = pair.bounded and len(made.plain) < len(written.plain) and len(made.plain) > 2
        return None if cut else _latin(pair, made, end, made=True)
    if not pair.bounded or len(written.plain) < _WHOLE:
        return None
    if pair.short[0] != written.written[0][0] or not in_order(pair.short.casefold(), pair.long.casefold()):
        return None
    return _latin(pair, written, end, made=False)


def _latin(pair: Pair, name: Words, end: int, *, made: bool) -> _Name | None:
    """A name in Latin letters, if it is no known one."""
    if name.plain in every_name():
        return None
    start = name.starts[0] if made else 0
    return _Name(
        pair.long_start + start, pair.long_start + end, pair.long[start:end], name.plain, "", pair.bounded, made
    )


def _made(written: Words, short: str) -> Words | None:
    """The last words of a text of which an acronym is made."""
    for count in range(min(len(short), len(written.plain)), 2, -1):
        name = written.last(count)
        if short in initials(name):
            return name
    compound = written.last(2)
    return compound if len(compound.plain) == 2 and _compounded(compound.written, short) else None


def _compounded(words: tuple[str, ...], short: str) -> bool:
    """Whether an acronym has the first letters of two words and more of the second, a compound: GWK, DFG."""
    first, second = (word.upper() for word in words)
    if len(short) < 3 or short[:2] != first[:1] + second[:1] or len(second) < _LONG:
        return False
    return in_order(short[2:], second[1:])


_LONG = 12
_WHOLE = 3
"""Of how many words a name is at least that stands in a bracket with an acronym not made of their first letters."""
_MOST = 24


def _two(context: Context, one: _Name, other: _Name) -> bool:
    """Whether two names beside one acronym are two, neither a form of the other nor of another country."""
    if one.text == other.text or in_one_sentence(context.flat, one.end, other.start):
        return False
    shared = sum(mine == its for mine, its in zip(one.words, other.words, strict=False))
    if other.start - one.end > (_FAR if one.eastern or shared * 2 > len(one.words) else _CLOSE):
        return False
    if one.words and shared * 2 <= len(one.words) and not (one.made and other.made):
        return False
    apart = _words_apart(one.words, other.words) if one.words and other.words else _characters_apart(one, other)
    return apart and not _two_countries(context.flat, one, other)


def _words_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether names of as many words share some and have some that are not forms of one word."""
    if len(one) != len(other) or sorted(one) == sorted(other):
        return False
    differ = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(differ) == len(one) or any(word in countries() for pair in differ for word in pair):
        return False
    return not all(_one_stem(*pair) for pair in differ)


def _one_stem(one: str, other: str) -> bool:
    """Whether two words are forms of one: Institute, Institution; not Forschungsförderung, Forschungssicherheit."""
    shared = shared_start(one, other)
    rest = min(len(one), len(other)) - shared
    return rest == 0 or (shared >= _STEM and rest < _STEM)


_STEM = 5
_CLOSE, _FAR = 2_000, 20_000
"""Within how many characters a name may come back with another word: names that share less than half, and more."""


def _characters_apart(one: _Name, other: _Name) -> bool:
    """Whether names in the scripts of the East have one block of their middle or end exchanged, sharing the most."""
    mine, its = one.eastern, other.eastern
    if not (mine and its) or mine.endswith(its) or its.endswith(mine):
        return False
    last = shared_end(mine, its)
    mine, its = mine[: len(mine) - last], its[: len(its) - last]
    shared, left, right = max(
        (shared_end(mine[:-left], its[:-right]), -left, -right)
        for left in range(1, _BLOCK + 1)
        for right in range(1, _BLOCK + 1)
    )
    left, right = -left, -right
    if shared < 2 or shared + last < max(4, left, right):
        return False
    if one.bounded and other.bounded and (len(mine) > shared + left or len(its) > shared + right):
        return False
    ends = sorted((one.eastern[-shared - left - last :], other.eastern[-shared - right - last :]), key=len)
    return not in_order(*ends)


_BLOCK = 9


def _two_countries(text: str, one: _Name, other: _Name) -> bool:
    """Whether the names stand beside the names of two countries."""
    mine, its = (countries_near(text, name.start, name.end) for name in (one, other))
    return bool(mine and its) and not mine & its
