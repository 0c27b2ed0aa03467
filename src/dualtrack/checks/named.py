"""Programmes, laws and meetings: does a name that is quoted or ends with its kind come back as it was?"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.name import same_thing
from dualtrack.checks.name_words import around, in_one_sentence, words_of
from dualtrack.checks.rule import rule
from dualtrack.checks.spelled import has_eastern
from dualtrack.checks.variants import READING, ends_otherwise, miswritten, one_way, two_kinds
from dualtrack.model import Text

_QUOTED = re.compile(
    r"[「『《“„‘«»\"'](?:(?<=「)([^「」『』。\n]{4,40})」|(?<=『)([^「」『』。\n]{4,40})』|(?<=《)([^《》。\n]{4,40})》|"
    r"(?<=“)([^“”„\n]{4,60})”|(?<=„)([^“”„\n]{4,60})[“”]|(?<=‘)([^‘’\n]{4,60})’|(?<=«)\s?([^«»\n]{4,60}?)\s?»|"
    r"(?<=»)([^«»\n]{4,60})«|(?<=\")([^\"\n]{4,60})\"|(?<=')(?<!\w')([^'\n]{4,60})'(?!\w))"
)
_SENTENCE = re.compile(r"[.!?;:,。、，；：！？]|[ぁ-ん]$")
_EASTERN = re.compile("[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_KIND = re.compile(
    "(?:事業|計画|プログラム|プロジェクト|戦略|構想|基金|条例|協定|イニシアティブ|機構|協会|委員会|会議|協議会|審議会|検討会|懇談会|"
    "センター|研究所|工程|计划|规划|委员会|机构)(?![一-鿿ァ-ヴー])"
)
_BACK = re.compile(rf"(?:[一-鿿ァ-ヴー・]|{READING[::-1]}|(?<=[一-鿿])[りてけきいしえみげれび](?=[一-鿿])){{3,28}}")
_AHEAD = re.compile("年度|[本同各当新旧]")
_HANGUL_KIND = re.compile(
    "(?:사업|계획|프로그램|프로젝트|전략|기금|조례|협정|센터|특별법|기본법|위원회|협의회|재단)"
    "(?=(?:은|는|이|가|을|를|의|에|에는|에서|로|으로|와|과|도|만|부터|까지|보다|처럼|이다|인|이며|등)?(?![가-힣]))"
)
_HANGUL_BACK = re.compile("[가-힣]{0,12}(?![가-힣])(?: [가-힣]{2,8}(?![가-힣])){0,2}")
_REACH = 40
_HEAD = re.compile(r"(?:^|[\n○□◇ㅇ▶·•*#'\"‘“「『《-])\s*\Z")
_TWO = re.compile(
    "改称|改組|名称を変|名称変更|後継|引き継|それぞれ|区別|[にへ](?:統合|再編)|の下に|下部組織|傘下|別の|別個|役割を分|旧|設置|発足|設け|"
    "변경|개칭|개편|각각|별개|통합|산하|바꾸|바뀌|更名|原名|改为|改名|分别|"
    r"\b(?:renamed|formerly|replace[sd]?|successor|distinct|unrelated|respectively|rebrand\w*|umbenannt|ehemals|vormals|"
    r"abgelöst|Nachfolge\w*|rebaptisé\w*|remplac\w*|anciennement|distincts?|succède\w*)\b"
)
_ITS = re.compile("(?:の|의 )([一-鿿ァ-ヴー]{1,6}|[가-힣]{2})")
_LEAST = 6

Place = tuple[int, int]


@rule(
    "DT910",
    family="name",
    severity="warning",
    title=Text(ja="事業・法律・会議の名称の表記ゆれ", en="The name of a programme, law or meeting in two forms"),
    explanation=Text(
        ja="括弧や引用符に入った名称、または「事業」「計画」「会議」などで終わる名称が、文書内の別の箇所と一字または一語だけ"
        "違うもの。同じ文に並ぶ名称、改称や区別が述べられている名称、番号や方角の違いは対象外。",
        en="A name in quotation marks, or one that ends with its kind, comes back with a letter, a character or a word "
        "exchanged. Names that stand side by side in a sentence, that the text says to be two or renamed, and numbers "
        "are left alone.",
    ),
    wrong=Text(
        ja="地域みらい人材育成事業を始めた。翌年度、地域未来人材育成事業を拡大した。",
        en="The „Wasserstoffregion nördliche Heide“ grew. Firms joined the „Wasserstofregion nördliche Heide“ in May.",
    ),
    right=Text(
        ja="地域みらい人材育成事業を始めた。翌年度、地域みらい人材育成事業を拡大した。",
        en="The „Wasserstoffregion nördliche Heide“ grew. Firms joined the „Wasserstoffregion nördliche Heide“ in May.",
    ),
)
def named(context: Context) -> Iterator[Finding]:
    """Names that come back miswritten."""
    text = context.flat
    latin, eastern = _names(context)
    yield from _slips(context, latin, _pairs(latin, _latin_keys), _latin)
    yield from _slips(
        context, eastern, _pairs(eastern, _keys),
        lambda right, slip: _one_name(text, right, slip, eastern[right][0], eastern[slip][0]),
    )  # fmt: skip


def _names(context: Context) -> tuple[dict[str, list[Place]], dict[str, list[Place]]]:
    """The names of a document, those in Latin letters and those in the scripts of the East, with their places."""
    latin: dict[str, list[Place]] = defaultdict(list)
    eastern: dict[str, list[Place]] = defaultdict(list)
    text = context.flat
    for match in _QUOTED.finditer(text):
        group = match.lastindex or 0
        name = match[group]
        if _SENTENCE.search(name):
            continue
        if _EASTERN.search(name):
            eastern[name].append(match.span(group))
        elif " " in name and any(char.isupper() for char in name):
            latin[name].append(match.span(group))
    if has_eastern(context):
        quoted = {place for places in eastern.values() for place in places}
        for start, end in _ended(text):
            if (start, end) not in quoted:
                eastern[text[start:end]].append((start, end))
    return latin, eastern


def _ended(text: str) -> Iterator[Place]:
    """Where names stand that end with their kind; in Hangul with the words before it, and with fewer of them."""
    for kind, back in ((_KIND, _BACK), (_HANGUL_KIND, _HANGUL_BACK)):
        for match in kind.finditer(text):
            before = back.match(text[max(0, match.start() - _REACH) : match.start()][::-1])
            if before is None:
                continue
            start, end = match.start() - before.end(), match.end()
            ahead = _AHEAD.match(text, start, match.start())
            starts = [ahead.end() if ahead else start, *(at + 1 for at in range(start, end) if text[at] == " ")]
            yield from ((start, end) for start in starts if end - start >= _LEAST)


def _keys(name: str) -> Iterator[str]:
    """What a name shares with one that it may be miswritten of: its first characters or its last, or all of them."""
    plain = one_way(name)
    yield plain[:3]
    yield plain[-4:] + str(len(plain))


def _latin_keys(name: str) -> Iterator[str]:
    words = words_of(name).plain
    yield from (" ".join((*words[:at], "", *words[at + 1 :])) for at in range(len(words)) if len(words) > 1)


def _pairs(names: Iterable[str], keys: Callable[[str], Iterator[str]]) -> list[tuple[str, str]]:
    """The pairs of names that have a key in common, each once."""
    sharing: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for key in keys(name):
            sharing[key].append(name)
    return list(dict.fromkeys(pair for some in sharing.values() for pair in combinations(some[:40], 2)))


def _slips(
    context: Context, names: dict[str, list[Place]], pairs: list[tuple[str, str]], same: Callable[[str, str], bool]
) -> Iterator[Finding]:
    """The rarer name of each two that are one, or the later."""
    text = context.flat
    for one, other in pairs:
        right, slip = sorted((one, other), key=lambda name: (-len(names[name]), names[name][0]))
        if len(names[slip]) > 1 or not same(right, slip) or _two(text, names[right], names[slip][0]):
            continue
        start, end = names[slip][0]
        yield context.finding(
            start, end, f"「{slip}」と「{right}」の二通りの名称がある", f"'{slip}' is also named '{right}'",
            stated=slip, computed=right, reason="the names differ in one word",
        )  # fmt: skip


def _two(text: str, right: list[Place], slip: Place) -> bool:
    """Whether a text tells two names apart, or has them side by side in one sentence."""
    for place in right:
        first, last = sorted((place, slip))
        if first[1] > last[0] or in_one_sentence(text, first[1], last[0]):
            return True
    return any(_TWO.search(_around(text, place)) for place in (right[0], slip))


def _one_name(text: str, right: str, slip: str, first: Place, later: Place) -> bool:
    """Whether two names in the scripts of the East are one, by themselves and by where they stand."""
    if two_kinds(right, slip):
        return _refers_back(text, first, later)
    whole = not ends_otherwise(right, slip) or (_headed(text, first) and _headed(text, later))
    return whole and miswritten(text, right, slip)


def _headed(text: str, place: Place) -> bool:
    """Whether a name stands at the beginning of a line or in marks, where nothing before it goes with it."""
    return _HEAD.search(text, max(0, place[0] - 6), place[0]) is not None


def _refers_back(text: str, right: Place, slip: Place) -> bool:
    """Whether what a later name is said to have (X の意見) is what the sentence of the earlier one tells of."""
    its = _ITS.match(text, slip[1])
    return its is not None and right[1] < slip[0] and its[1] in _around(text, right)


def _around(text: str, place: Place) -> str:
    """The sentence in which a name stands, without the name."""
    start, end = place
    return " ".join(around(text, start, end, 80))


def _latin(one: str, other: str) -> bool:
    """Whether names differ in one word by a slip, and else at most in the endings of words."""
    mine, its = words_of(one), words_of(other)
    if len(mine.plain) != len(its.plain):
        return False
    differ = [place for place, word in enumerate(mine.plain) if word != its.plain[place]]
    return len(differ) == 1 and same_thing(mine.written[differ[0]], its.written[differ[0]])
