"""Names in Chinese characters and Hangul: are their blocks in their order, and their characters the same throughout?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.known_forms import by_characters, eastern_names, eastern_pairs
from dualtrack.checks.name_words import in_one_sentence
from dualtrack.checks.rule import rule
from dualtrack.checks.spelled import has_eastern
from dualtrack.model import Text

_RUN = re.compile("[一-鿿ァ-ヴー]{6,30}|[가-힣]{6,18}")
_LEGAL = re.compile("国立研究開発法人|独立行政法人|国立大学法人|大学共同利用機関法人|一般社団法人|公益財団法人")
_BODY = re.compile(
    "(?:機構|機関|財団|協会|学会|委員会|研究所|研究院|振興会|会議|大学|大学校|事業団|基金|連盟|センター|机构|基金会|科学院|委员会)$"
)
_KANA = re.compile("[\u3041-\u3096]")
_HANGUL_BODY = re.compile(
    "[가-힣]{3,14}(?:연구원|연구소|재단|위원회|진흥원|평가원|기술원|과학원|정보원|관리원|협회|학회|공사|센터|사업단|개발원|기구|기금|기획원|연구회|보호원|교육원|안전원)"
)
_COUNTRIES = frozenset("日米英独仏伊加豪印中韓露欧台美德法澳한미일중영독불호인")
_OTHERS = frozenset("一二三四五六七八九十第前後新旧上下左右東西南北中大小内外男女国県市都府公私高低正副域区圏")
_FIELD = re.compile("[学科部局課室系州国県市省庁]")


@rule(
    "DT908",
    family="name",
    severity="warning",
    title=Text(ja="語順や一字の入れ替わった機関名", en="A name of a body with blocks or a character exchanged"),
    explanation=Text(
        ja="漢字・ハングルの機関名で、既知の名称や文書内の別の箇所の名称と、同じ字が違う順で並ぶもの、または途中の"
        "一字だけがほかに例のない字に替わっているもの。国名の順や番号、学部名の違いは対象外。",
        en="The name of a body in Chinese characters or Hangul with the characters of a known name, or of another in "
        "the document, in another order, or with one of them exchanged for a character that makes no known word. "
        "Countries in another order, numbers and fields of study are left alone.",
    ),
    wrong=Text(
        ja="設備は量子科学技術開発研究機構が管理する。", en="The facility is run by 量子科学技術開発研究機構 in Chiba."
    ),
    right=Text(
        ja="設備は量子科学技術研究開発機構が管理する。", en="The facility is run by 量子科学技術研究開発機構 in Chiba."
    ),
)
def blocks(context: Context) -> Iterator[Finding]:
    """Bodies whose names have their characters in another order, or one exchanged."""
    if not has_eastern(context):
        return
    places = _bodies(context.flat)
    slips: dict[str, str] = {}
    for run, starts in list(places.items()):
        found = _known_order(run)
        if found is not None:
            start, end, right = found
            slips[run[start:end]] = right
            if run[start:end] != run:
                places[run[start:end]] += [place + start for place in starts]
    slips |= _other_order(places.keys() - slips.keys(), places)
    slips |= _exchanged(context.flat, {name: some for name, some in places.items() if name not in slips})
    for name, right in slips.items():
        for start in places[name]:
            yield context.finding(
                start, start + len(name), f"「{name}」は「{right}」の誤記ではないか",
                f"'{name}' looks like a slip of '{right}'",
                stated=name, computed=right, reason="the characters of one name in another order, or one exchanged",
            )  # fmt: skip


def _bodies(text: str) -> dict[str, list[int]]:
    """The names of bodies in a text, each with the places where it begins."""
    places: dict[str, list[int]] = defaultdict(list)
    kana = _KANA.search(text) is not None
    for match in _RUN.finditer(text):
        run, start = match.group(), match.start()
        if run[0] >= "가":
            body = _HANGUL_BODY.match(run)
            whole = body is not None and body.end() >= 6
            places[body.group() if body is not None and whole else run].append(start)
        elif not kana or _BODY.search(run):
            legal = _LEGAL.match(run)
            skip = legal.end() if legal and legal.end() + 6 <= len(run) else 0
            places[run[skip:]].append(start + skip)
    return places


@lru_cache(maxsize=1)
def _by_ends() -> dict[str, tuple[str, ...]]:
    """The known names by their first two characters and their last two."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in eastern_names():
        if len(name) >= 6:
            found[name[:2] + name[-2:]].append(name)
    return {ends: tuple(names) for ends, names in found.items()}


@lru_cache(maxsize=8192)
def _known_order(run: str) -> tuple[int, int, str] | None:
    """Where in a run of characters a known name stands in another order, and the right one."""
    if run in eastern_names():
        return None
    right = by_characters().get("".join(sorted(run))) if len(run) >= _WHOLE else None
    if right and not _moved(run, right) <= _COUNTRIES:
        return 0, len(run), right
    for place in range(len(run) - 5):
        first = run[place : place + 2]
        if first not in _beginnings():
            continue
        for end in range(place + 6, min(len(run), place + _LONGEST) + 1):
            written = run[place:end]
            for name in _by_ends().get(first + written[-2:], ()):
                if len(name) == len(written) and sorted(name) == sorted(written) and _turned(written, name):
                    return None if written in eastern_names() else (place, end, name)
    return None


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    return frozenset(ends[:2] for ends in _by_ends())


_LONGEST = 24


def _turned(one: str, other: str) -> bool:
    """Whether two names of the same characters begin alike and have more than countries exchanged."""
    return one[:2] == other[:2] and not _moved(one, other) <= _COUNTRIES


def _moved(one: str, other: str) -> set[str]:
    """The characters that stand elsewhere in another name of the same characters."""
    return {mine for mine, its in zip(one, other, strict=True) if mine != its}


_WHOLE = 7


def _other_order(names: Iterable[str], places: dict[str, list[int]]) -> dict[str, str]:
    """Names that the document has in another order as well, each with the more frequent, or else the first."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if not (_HANGUL_BODY.fullmatch(name) if name[0] >= "가" else _BODY.search(name)):
            continue
        groups["".join(sorted(name))].append(name)
    found: dict[str, str] = {}
    for group in groups.values():
        ranked = sorted(group, key=lambda name: (-len(places[name]), places[name][0]))
        found |= {name: ranked[0] for name in ranked[1:] if _turned(name, ranked[0])}
    return found


def _exchanged(text: str, places: dict[str, list[int]]) -> dict[str, str]:
    """Names that differ from a more frequent or earlier one by a character that makes no word with its neighbours."""
    groups: dict[tuple[int, str, str], list[str]] = defaultdict(list)
    for name in places:
        for place in range(2, len(name) - 1) if name[0] < "가" and len(name) >= 7 and _BODY.search(name) else ():
            groups[place, name[:place], name[place + 1 :]].append(name)
    found: dict[str, str] = {}
    for (place, _, _), group in groups.items():
        ranked = sorted(group, key=lambda name: (-len(places[name]), places[name][0]))
        for name in ranked[1:]:
            if {name[place], ranked[0][place]} & _OTHERS or _in_one_sentence(
                text, places[ranked[0]][0], places[name][0]
            ):
                continue
            if _strange(text, name, place, len(places[name])):
                found[name] = ranked[0]
    return found


def _in_one_sentence(text: str, one: int, other: int) -> bool:
    """Whether two names stand side by side, so that they are likely to be those of two bodies."""
    return in_one_sentence(text, *sorted((one, other)))


def _strange(text: str, name: str, place: int, times: int) -> bool:
    """Whether a character of a name makes pairs with its neighbours that are found nowhere else."""
    if _FIELD.match(name[place + 1]):
        return False
    pairs = name[place - 1 : place + 1], name[place : place + 2]
    return all(pair not in eastern_pairs() and text.count(pair) == times for pair in pairs)
