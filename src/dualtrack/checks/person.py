"""People: is one person's name spelled in one way?"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from unicodedata import combining, normalize

from dualtrack.checks.context import Context
from dualtrack.checks.edits import one_edit
from dualtrack.checks.finding import Finding
from dualtrack.checks.known_forms import eastern_pairs
from dualtrack.checks.name import jamo_apart, same_thing
from dualtrack.checks.name_words import in_one_sentence
from dualtrack.checks.rule import rule
from dualtrack.checks.spelled import has_eastern
from dualtrack.model import Text

_NAMED = (
    r"(?P<given>(?:[A-ZÀ-Ý][\w'’-]+ ){0,2})(?:v[oa]n (?:de[rn] )?|de |di |da )?"
    r"(?P<family>[A-ZÀ-Ý][a-zà-ÿ]{4,}(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?)(?![\w-])"
)
_TITLED = re.compile(
    r"(?:M(?:rs?|s|me|inister(?:in)?|onsieur|adame)?|Pr(?:of(?:essor(?:in)?)?|esident|äsident(?:in)?)|D(?:r|irector)|"
    r"S(?:ecretary|enator|taatssekretär(?:in)?)|Herrn?|Frau|C(?:ommissioner|hancellor)|K(?:ommissar(?:in)?|"
    r"anzler(?:in)?)|Ambassador|B(?:undesminister(?:in)?|otschafter(?:in)?))\.? " + _NAMED
)
_FRENCH = re.compile(
    r"(?:M(?:me|adame|onsieur)?|ministre|commissaire|présidente?|secrétaire|direct(?:eur|rice)|"
    r"ambassad(?:eur|rice))\.? " + _NAMED
)
_KATAKANA = re.compile(
    "(?P<given>(?:[ァ-ヴー]+・)*)(?P<family>[ァ-ヴー]{4,})(?=氏|さん|大臣|長官|局長|委員|教授|大統領|首相|議員|総裁|補佐官|博士)"
)
_CHAR = "一-鿿々\ufa0e-\ufa29"
_HAN = re.compile(
    rf"(?P<family>[{_CHAR}](?<![{_CHAR}][{_CHAR}])[{_CHAR}]{{3,4}})(?P<title>氏|さん|教授|博士|大臣|委員長?|議員|座長|会長|部会長|"
    "理事長|参考人|構成員|知事|市長|町長|村長|長官|局長)"
)
_HANGUL = re.compile(
    "(?P<family>[가-힣](?<![가-힣][가-힣])[가-힣]{2}) (?P<title>부총리|장관|차관|대통령|총리|청장|원장|위원장|의장|"
    "시장|지사|교수|박사|의원|위원(?!회))"
)
_HANGUL_AFTER = re.compile(
    "(?P<title>부총리|장관|차관|대통령|총리|청장|원장|위원장|의장|시장|지사|교수|박사|의원|위원|대표) "
    "(?P<family>[가-힣]{3})(?=\\s?[:：,)）\n])"
)


@rule(
    "DT909",
    family="name",
    severity="warning",
    title=Text(ja="人名の表記ゆれ", en="A person's name in two spellings"),
    explanation=Text(
        ja="敬称・肩書の付いた人名が、文書内の別の箇所と一字だけ違うもの。名(ファーストネーム)が異なる場合や、"
        "国による綴りの違いだけの場合は対象外。",
        en="The name of a person with a title is a letter away from one elsewhere in the document. Two given names, "
        "inflections and spellings of one sound are left alone.",
    ),
    wrong=Text(
        ja="マイケル・クラチオス氏が就任した。その後、クラオチス氏は講演した。",
        en="Commissioner Ekaterina Zaharieva spoke first. Commissioner Zakharieva then took questions.",
    ),
    right=Text(
        ja="マイケル・クラチオス氏が就任した。その後、クラチオス氏は講演した。",
        en="Commissioner Ekaterina Zaharieva spoke first. Commissioner Zaharieva then took questions.",
    ),
)
def people(context: Context) -> Iterator[Finding]:
    """People whose family name is a letter away from that of another mention."""
    text = context.flat
    slips: dict[tuple[int, str], str] = {}
    slips |= _slips(text, _people(_FRENCH if context.latin == "fr" else _TITLED, text), _same_latin)
    if has_eastern(context):
        slips |= _slips(text, _people(_KATAKANA, text), _same_latin)
        slips |= _slips(text, _people(_HAN, text), _same_han)
        slips |= _slips(text, _people(_HANGUL, text), _same_hangul)
        slips |= _slips(text, _people(_HANGUL_AFTER, text), _same_hangul)
    for (start, name), right in slips.items():
        yield context.finding(
            start, start + len(name), f"「{name}」と「{right}」の二通りの表記がある",
            f"'{name}' is also spelled '{right}'",
            stated=name, computed=right, reason="the names of one person differ by one letter",
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Person:
    """What a person is called, with the given name and the title where they tell one from another."""

    family: str
    given: str
    title: str


def _people(pattern: re.Pattern[str], text: str) -> dict[_Person, list[int]]:
    found: dict[_Person, list[int]] = defaultdict(list)
    for match in pattern.finditer(text):
        if text[match.start() - 1 : match.start()].isalnum():
            continue
        parts = match.groupdict("")
        given = parts.get("given", "").strip(" ・")
        found[_Person(parts["family"], given, parts.get("title", ""))].append(match.start("family"))
    return found


def _slips(
    text: str, people: dict[_Person, list[int]], same: Callable[[_Person, _Person], bool]
) -> dict[tuple[int, str], str]:
    """Where names stand that are slips of others, the rarer of two or the later; each with the right one."""
    families: dict[str, int] = defaultdict(int)
    for person, places in people.items():
        families[person.family] += len(places)
    found: dict[tuple[int, str], str] = {}
    for one, other in combinations(list(people)[:_MOST], 2):
        if one.family == other.family or not same(one, other) or _together(text, people[one], people[other]):
            continue
        right, slip = (other, one) if families[other.family] > families[one.family] else (one, other)
        found |= {(start, slip.family): right.family for start in people[slip]}
    return found


_MOST = 80
"""Of how many people of one document it is asked."""


def _together(text: str, one: list[int], other: list[int]) -> bool:
    """Whether two names stand in one sentence, so that they are likely to be those of two people."""
    first, last = sorted((one[0], other[0]))
    return last - first < _SENTENCE and in_one_sentence(text, first, last)


_SENTENCE = 120


def _same_latin(one: _Person, other: _Person) -> bool:
    """Whether two people are one: their family names a slip apart, and their given names no two."""
    if one.given and other.given:
        return one.given == other.given and same_thing(one.family, other.family)
    if not (one.given or other.given) or min(len(one.family), len(other.family)) < _LONG:
        return False
    short, long = sorted((one.family, other.family), key=len)
    turned = len(short) == len(long) > _LONG and one_edit(short, long) and _bare(short) != _bare(long)
    return one.family[0] == other.family[0] and (turned or same_thing(one.family, other.family))


_LONG = 5


def _bare(name: str) -> str:
    """A name without the accents that some leave out; the dots of an umlaut stay."""
    return "".join(char for char in normalize("NFD", name) if char == "\u0308" or not combining(char))


def _same_han(one: _Person, other: _Person) -> bool:
    """Whether names in Chinese characters before one title differ by one that makes no known word, or in its form."""
    if len(one.family) != len(other.family) or one.title != other.title:
        return False
    if one.family.translate(_OLD_FORMS) == other.family.translate(_OLD_FORMS):
        return True
    differ = [place for place, char in enumerate(one.family) if char != other.family[place]]
    chars = {one.family[differ[0]], other.family[differ[0]]} if differ else set()
    if len(differ) != 1 or differ[0] < 2 or _COUNTING & chars or chars <= _ENDINGS:
        return False
    pairs = {name[place : place + 2] for name in (one.family, other.family) for place in range(len(name) - 1)}
    return not pairs & eastern_pairs()


_COUNTING = frozenset("一二三四五六七八九十太次大小")
_ENDINGS = frozenset("子美恵代江枝香奈乃里世紀穂菜郎夫男雄朗彦人之也樹輝介助平哉司志治")
"""With which given names end, so that two of a family have two of them."""
_OLD_FORMS = str.maketrans(
    "\ufa11斎齋齊邊邉髙澤濱﨑嵜廣國嶋嶌櫻惠眞曾冨龜龍栁瀧德峯舘塚彌藝榮圓實壽條淸萬與豐靜顯邦",
    "崎斉斉斉辺辺高沢浜崎崎広国島島桜恵真曽富亀竜柳滝徳峰館塚弥芸栄円実寿条清万与豊静顕邦",
)
"""Characters of family names by the form that they are taken for."""


def _same_hangul(one: _Person, other: _Person) -> bool:
    """Whether names in Hangul beside one title differ by one vowel or consonant.

    Where a title is that of many people, they differ by vowels of one sound.
    """
    if one.title != other.title or one.family[0] != other.family[0] or not jamo_apart(one.family, other.family):
        return False
    return one.title not in _MANY or _sound(one.family) == _sound(other.family)


_MANY = frozenset(("위원", "의원", "교수", "박사", "대표"))


def _sound(name: str) -> str:
    """A name with the vowels that sound alike made one."""
    return normalize("NFD", name).translate(_ALIKE)


_ALIKE = str.maketrans("\u1162\u1164\u1168\u116b\u1170", "\u1166\u1166\u1166\u116c\u116c")
