"""Names one slip away from a name that the codebook knows."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.name import same_thing
from dualtrack.checks.rule import rule
from dualtrack.model import Text

_HAN = "一-鿿"
_RUN = re.compile(rf"[{_HAN}ァ-ヴー]{{6,24}}")
_LATIN = re.compile(
    r"[A-ZÀ-Ý][\w’'-]*(?: (?:(?:of|for|and|the|on|in|de|des|du|la|le|et|für|und|der|des) )*[A-ZÀ-Ý][\w’'-]*){2,8}"
)
_OPENING = re.compile(
    r"国立研究開発法人|独立行政法人|国立大学法人|一般社団法人|公益財団法人|"
    r"(?:The|This|In|On|At|By|For|From|With|And|But|When|While|Under|Our|Their|Its|Die|Der|Das|Le|La|Les) "
)
_COUNTING = frozenset("一二三四五六七八九十第前後新旧上下左右東西南北中大小内外男女国県市都府公私")


@rule(
    "DT904",
    family="name",
    severity="warning",
    title=Text(ja="既知の名称と一字違い", en="One letter away from a known name"),
    explanation=Text(
        ja="コードブックにある名称の途中の一字だけが抜けた・入れ替わった・違うもの。頭と末尾の字の違いや、"
        "それ自体が既知の名称である場合は対象外。",
        en="A name that differs from one of the codebook's by one letter inside: left out, doubled, swapped or "
        "mistyped. First and last letters are left alone, and so is what is itself a known name.",
    ),
    wrong=Text(ja="科学技術振輿機構は公募を開始した。", en="The National Science Fuondation opened a call."),
    right=Text(ja="科学技術振興機構は公募を開始した。", en="The National Science Foundation opened a call."),
)
def slips(context: Context) -> Iterator[Finding]:
    """Slips of known names."""
    text = context.flat
    for pattern in (_RUN, _LATIN):
        for match in pattern.finditer(text):
            shift = len(opening.group()) if (opening := _OPENING.match(match.group())) else 0
            start = match.start() + shift
            written = re.sub(r"['’]s?$", "", match.group()[shift:])
            right = _slip_of(written)
            if right is not None:
                yield context.finding(
                    start, start + len(written), f"「{written}」は「{right}」の誤記ではないか",
                    f"'{written}' looks like a slip of '{right}'",
                    stated=written, computed=right, reason="one letter away from a name of the codebook",
                )  # fmt: skip


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], dict[str, str]]:
    """All names of the codebook, and by each of their forms with one inner letter left out the name itself."""
    from dualtrack.codebook import codebook

    names: set[str] = set()
    for entry in codebook().names.values():
        names.update(entry.names.languages().values())
        names.update(alias for aliases in entry.aliases.values() for alias in aliases)
    eligible = [name for name in names if _RUN.fullmatch(name) or (_LATIN.fullmatch(name) and len(name) >= 16)]
    shortened: dict[str, str] = {}
    for name in eligible:
        for left in _without_one(name):
            shortened[left] = name if shortened.setdefault(left, name) == name else ""
    return frozenset(names), shortened


def _without_one(name: str) -> Iterator[str]:
    return (name[:place] + name[place + 1 :] for place in range(1, len(name) - 1))


@lru_cache(maxsize=8192)
def _slip_of(written: str) -> str | None:
    """The known name of which ``written`` is a slip, or None."""
    names, shortened = _known()
    if written in names or len(written) < 6 or (written.isascii() and len(written) < 15):
        return None
    found = {shortened[left] for left in (written, *_without_one(written)) if shortened.get(left)}
    found |= {left for left in _without_one(written) if left in names and _long(left)}
    if len(found) != 1 or "" in found:
        return None
    (name,) = found
    return name if _believable(written, name) else None


def _long(name: str) -> bool:
    return _RUN.fullmatch(name) is not None or len(name) >= 16


def _believable(written: str, name: str) -> bool:
    """Whether the difference is a slip of the hand: no word, number or inflection is exchanged."""
    if written[0] != name[0] or written[-1] != name[-1]:
        return False
    if not _RUN.fullmatch(name):
        mine, theirs = written.split(), name.split()
        differ = [pair for pair in zip(mine, theirs, strict=False) if pair[0] != pair[1]]
        return len(mine) == len(theirs) and len(differ) == 1 and same_thing(*differ[0])
    letters = set(written) ^ set(name)
    swapped = sorted(written) == sorted(name)
    return (swapped or len(letters) > 0) and not letters & _COUNTING
