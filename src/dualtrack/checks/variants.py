"""Two names in the scripts of the East: is one of them the other miswritten?

What is asked of two names is what they do not share, with the words it belongs to: characters in another order, one
that makes no word, one word for another of nearly its meaning, kana for the characters it is the reading of.
"""

import re
from functools import lru_cache

from dualtrack.checks.known_forms import eastern_pairs
from dualtrack.checks.name import jamo_apart, same_thing
from dualtrack.checks.name_words import shared_end, shared_start
from dualtrack.checks.wording import words

_READINGS = {
    "みらい": "未来", "ミライ": "未来", "子ども": "子供", "こども": "子供", "まち": "町", "街": "町",
    "くらし": "暮らし", "しごと": "仕事", "ひと": "人", "いのち": "命", "みどり": "緑", "ふるさと": "故郷",
    "ものづくり": "物作り", "モノづくり": "物作り", "ものつくり": "物作り", "きずな": "絆",
    "つながり": "繋がり", "わかもの": "若者", "みなと": "港", "からだ": "体", "こころ": "心", "うみ": "海",
    "もり": "森", "さと": "里", "人財": "人材", "がん": "癌",
}  # fmt: skip
"""One way of writing for each of two."""
READING = "|".join(sorted((name for name in _READINGS if re.match("[ぁ-ん子暮]", name)), key=len, reverse=True))
_ONE_WAY = re.compile("|".join(sorted(_READINGS, key=len, reverse=True)))
_LIKE = (
    words("推進 促進"), words("育成 養成"), words("運営 経営"), words("支援 援助 助成"), words("連携 提携 連繋"),
    words("会議 委員会 協議会 審議会 検討会 懇談会"), words("創出 創生"), words("추진 촉진"), words("육성 양성"),
    words("운영 경영"), words("협의회 위원회"), words("推进 促进"), words("培养 培育"),
)  # fmt: skip
"""Words of which one is written for another."""
_COUNTRIES = frozenset("日米英独仏伊加豪印中韓露欧台美德法澳한미일중영독불호인")
_TELLING = frozenset(
    "一二三四五六七八九十百第前後新旧上下左右東西南北中央大小内外男女国県市区町村域道府都公私立高低正副初次"
)
_TELLING_HANGUL = tuple(
    map(
        frozenset,
        ("일이삼사오육칠팔구십", "상중하", "좌우", "동서남북", "대중소", "내외", "남녀", "국시도군구", "공사"),
    )
)
_KATAKANA = re.compile("[ァ-ヴー]{4,}")
_BLANK = re.compile(r"\s+")
_LEAST, _LIKE_LEAST = 6, 8


@lru_cache(maxsize=8192)
def one_way(name: str) -> str:
    """A name with each of its words in one way of writing, and without blanks."""
    return _ONE_WAY.sub(lambda match: _READINGS[match.group()], _BLANK.sub("", name))


def miswritten(text: str, one: str, other: str) -> bool:
    """Whether one of two names is the other miswritten, in a document of this text."""
    if _BLANK.sub("", one) == _BLANK.sub("", other) or min(len(one), len(other)) < _LEAST:
        return False
    mine, its = one_way(one), one_way(other)
    if mine == its:
        return True
    if _like(mine, its) or _turned(mine, its):
        return True
    if mine[0] >= "가" or mine[-1] >= "가":
        return _hangul(mine, its)
    return _katakana(mine, its) or _strange(text, one, other)


def _like(one: str, other: str) -> bool:
    """Whether names differ in one word, for which the other has one of nearly its meaning."""
    if min(len(one), len(other)) < _LIKE_LEAST:
        return False
    return any(
        one.replace(mine, its) == other for group in _LIKE for mine in group if mine in one for its in group - {mine}
    )


def _turned(one: str, other: str) -> bool:
    """Whether names have the same characters, and begin alike, with more than countries and numbers exchanged."""
    if len(one) != len(other) or one[:2] != other[:2] or sorted(one) != sorted(other):
        return False
    moved = {mine for mine, its in zip(one, other, strict=True) if mine != its}
    return not moved <= _COUNTRIES and not moved & _TELLING


def _hangul(one: str, other: str) -> bool:
    """Whether names in Hangul differ by one vowel or consonant that tells nothing."""
    if not jamo_apart(one, other):
        return False
    differ = {mine for pair in zip(one, other, strict=True) for mine in pair if pair[0] != pair[1]}
    return not any(differ <= some for some in _TELLING_HANGUL)


def _katakana(one: str, other: str) -> bool:
    """Whether names differ in a word in katakana that has a slip."""
    mine, its = _KATAKANA.findall(one), _KATAKANA.findall(other)
    if len(mine) != len(its) or _KATAKANA.sub("*", one) != _KATAKANA.sub("*", other):
        return False
    differ = [pair for pair in zip(mine, its, strict=True) if pair[0] != pair[1]]
    return len(differ) == 1 and same_thing(*differ[0])


def _strange(text: str, one: str, other: str) -> bool:
    """Whether names differ by one character that in one of them makes no word with its neighbours."""
    if len(one) != len(other):
        return False
    first, last = shared_start(one, other), shared_end(one, other)
    if first + last != len(one) - 1 or first == 0 or {one[first], other[first]} & _TELLING:
        return False
    if not all("一" <= char <= "鿿" for char in (one[first], other[first])):
        return False
    return any(is_strange(text, name, first) for name in (one, other))


def is_strange(text: str, name: str, place: int) -> bool:
    """Whether a character of a name makes pairs with its neighbours that are found nowhere but in it."""
    pairs = [name[at : at + 2] for at in (place - 1, place) if 0 <= at <= len(name) - 2]
    return all(pair not in eastern_pairs() and text.count(pair) == text.count(name) for pair in pairs)
