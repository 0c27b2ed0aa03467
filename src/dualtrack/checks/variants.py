"""Two names in the scripts of the East: is one of them the other miswritten?

What is asked of two names is what they do not share, with the words it belongs to: characters in another order, one
that makes no word, one word for another of nearly its meaning, kana for the characters it is the reading of.
"""

import re
from functools import lru_cache
from unicodedata import normalize

from dualtrack.checks.homophones import read_alike
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
    words("創出 創生"), words("추진 촉진"), words("육성 양성"), words("운영 경영"),
    words("推进 促进"), words("培养 培育"),
)  # fmt: skip
"""Words of which one is written for another."""
_MEETINGS = (words("会議 委員会 協議会 審議会 検討会 懇談会"), words("협의회 위원회 심의회"))
_TWINS = (frozenset("科化"), frozenset("工鉱"), frozenset("農能"), frozenset("川河"), frozenset("港校"))
"""Characters read alike, with each of which the same names are made."""
_COUNTRIES = frozenset("日米英独仏伊加豪印中韓露欧台美德法澳한미일중영독불호인")
_TELLING = frozenset(
    "一二三四五六七八九十百第前後新旧上下左右東西南北中央大小内外男女国県市区町村域圏道府都公私立高低正副初次"
)
_TELLING_HANGUL = tuple(
    map(
        frozenset,
        ("일이삼사오육칠팔구십", "상중하", "좌우", "동서남북", "대중소", "내외", "남녀", "국시도군구", "공사"),
    )
)
_FINAL = frozenset("\u11ab\u11af\u11b7\u11b8")
"""The consonants with which verbs end before a noun."""
_PARTICLES = frozenset("은는을를이가의에도로와과한할된될인일하해만")
_HAN = re.compile("[一-鿿]{2}")
_KATAKANA = re.compile("[ァ-ヴー]{4,}")
_BLANK = re.compile(r"\s+")
_LEAST, _LIKE_LEAST = 6, 8


@lru_cache(maxsize=8192)
def one_way(name: str) -> str:
    """A name with each of its words in one way of writing, and without blanks."""
    return _ONE_WAY.sub(lambda match: _READINGS[match.group()], _BLANK.sub("", name))


def miswritten(text: str, right: str, slip: str) -> bool:
    """Whether the second of two names is the first miswritten, in a document of this text."""
    if _BLANK.sub("", right) == _BLANK.sub("", slip) or min(len(right), len(slip)) < _LEAST:
        return False
    mine, its = one_way(right), one_way(slip)
    if mine == its or _turned(mine, its) or _like(mine, its, _LIKE):
        return True
    if mine[0] >= "가" or mine[-1] >= "가":
        return _hangul(right, slip)
    return _katakana(mine, its) or _exchanged(text, right, slip)


def two_kinds(right: str, slip: str) -> bool:
    """Whether names are one but for the kind of meeting that they call it: 会議, 委員会."""
    return _like(right, slip, _MEETINGS)


def _like(one: str, other: str, groups: tuple[frozenset[str], ...]) -> bool:
    """Whether names differ in one word, for which the other has one of nearly its meaning."""
    if min(len(one), len(other)) < _LIKE_LEAST:
        return False
    return any(
        one.replace(mine, its) == other for group in groups for mine in group if mine in one for its in group - {mine}
    )


def _turned(one: str, other: str) -> bool:
    """Whether names have the same characters, and begin alike, with more than countries and numbers exchanged."""
    if len(one) != len(other) or one[:2] != other[:2] or sorted(one) != sorted(other):
        return False
    moved = {mine for mine, its in zip(one, other, strict=True) if mine != its}
    return not moved <= _COUNTRIES and not moved & _TELLING


def _hangul(one: str, other: str) -> bool:
    """Whether names in Hangul differ by one vowel or consonant that tells nothing and is no ending of a word."""
    if not jamo_apart(_BLANK.sub("", one), _BLANK.sub("", other)):
        return False
    if len(one) != len(other):
        return True
    differ = {mine for pair in zip(one, other, strict=True) for mine in pair if pair[0] != pair[1]}
    return not any(differ <= some for some in (*_TELLING_HANGUL, _PARTICLES))


def ends_otherwise(one: str, other: str) -> bool:
    """Whether what differs of names in Hangul is the last consonant of a word, which may be an ending: 할, 한."""
    if len(one) != len(other):
        return False
    at = next((at for at, (mine, its) in enumerate(zip(one, other, strict=True)) if mine != its), 0)
    mine, its = (normalize("NFD", name[at]) for name in (one, other))
    return one[at + 1 : at + 2] == " " and mine[:2] == its[:2] and {*mine[2:], *its[2:]} <= _FINAL


def _katakana(one: str, other: str) -> bool:
    """Whether names differ in a word in katakana that has a slip."""
    mine, its = _KATAKANA.findall(one), _KATAKANA.findall(other)
    if len(mine) != len(its) or _KATAKANA.sub("*", one) != _KATAKANA.sub("*", other):
        return False
    differ = [pair for pair in zip(mine, its, strict=True) if pair[0] != pair[1]]
    return len(differ) == 1 and same_thing(*differ[0])


def _exchanged(text: str, right: str, slip: str) -> bool:
    """Whether names differ by a character for one read alike, or for one that makes no word with its neighbours."""
    first, last = shared_start(right, slip), shared_end(right, slip)
    if len(right) != len(slip) or not first or not 1 <= len(right) - first - last <= 2:
        return False
    pairs = list(zip(right[first : len(right) - last], slip[first : len(right) - last], strict=True))
    if not all(_HAN.fullmatch(mine + its) for mine, its in pairs) or any(
        {mine, its} <= _TELLING or {mine, its} in _TWINS for mine, its in pairs
    ):
        return False
    if all(read_alike(mine, its) for mine, its in pairs):
        return not _known_words(slip, first, len(pairs))
    return len(pairs) == 1 and text.count(right) > 1 and _strange(text, slip, first)


def _known_words(name: str, place: int, count: int) -> bool:
    """Whether some characters of a name make with their neighbours pairs that are known."""
    return all(name[at : at + 2] in eastern_pairs() for at in range(place - 1, min(place + count, len(name) - 1)))


def _strange(text: str, name: str, place: int) -> bool:
    """Whether a character of a name makes pairs with its neighbours that are found nowhere but in it."""
    pairs = [name[at : at + 2] for at in (place - 1, place) if at <= len(name) - 2]
    return all(pair not in eastern_pairs() and text.count(pair) == text.count(name) for pair in pairs)
