"""Acronyms beside a name that the codebook knows: are they the one it has?"""

from collections.abc import Iterator, Sequence

from dualtrack.checks.context import Context
from dualtrack.checks.edits import one_edit
from dualtrack.checks.finding import Finding
from dualtrack.checks.known_forms import acronyms_of
from dualtrack.checks.name_words import Words, eastern_end, initials, words_of
from dualtrack.checks.rule import rule
from dualtrack.checks.spelled import Pair, in_order, pairs
from dualtrack.model import Text

_LONGEST = 12


@rule(
    "DT906",
    family="name",
    severity="warning",
    title=Text(ja="既知の名称に添えた略称の誤り", en="A wrong acronym beside a known name"),
    explanation=Text(
        ja="コードブックにある名称に添えた略称が、その略称の二字を入れ替えたものか、一字違うもの。名称の頭文字を"
        "並べた別の略称は対象外。",
        en="The acronym beside a name that the codebook has is the right one with two letters turned or one wrong. "
        "Another acronym that the name's own initials make is left alone.",
    ),
    wrong=Text(
        ja="ドイツ研究振興協会(DGF)が採択した。", en="It is paid for by the Deutsche Forschungsgemeinschaft (DGF)."
    ),
    right=Text(
        ja="ドイツ研究振興協会(DFG)が採択した。", en="It is paid for by the Deutsche Forschungsgemeinschaft (DFG)."
    ),
)
def short_forms(context: Context) -> Iterator[Finding]:
    """Acronyms that are a slip of the one that the codebook has for the name beside them."""
    for pair in pairs(context):
        right = _right(pair)
        if right is None:
            continue
        end = pair.short_start + len(pair.short)
        yield context.finding(
            pair.short_start, end, f"略称「{pair.short}」は「{right}」の誤記ではないか",
            f"The acronym '{pair.short}' looks like a slip of '{right}'",
            stated=pair.short, computed=right, reason=f"the codebook has '{right}' for the name beside it",
        )  # fmt: skip


def _right(pair: Pair) -> str | None:
    """The acronym of which the one written is a slip, or None."""
    long = pair.plain
    eastern = eastern_end(long)
    if eastern:
        return _slip(pair.short, _of_characters(eastern), ())
    words = words_of(long)
    for count in range(min(_LONGEST, len(words.plain)), 1, -1):
        known = acronyms_of().get(words.plain[-count:])
        if known is not None:
            more = [words.last(some) for some in range(count, min(count + 3, len(words.plain)) + 1)]
            return _slip(pair.short, known, more)
    return None


def _of_characters(eastern: str) -> frozenset[str]:
    """The acronyms of the longest known name that ends a run of characters."""
    for start in range(max(0, len(eastern) - 24), len(eastern) - 3):
        known = acronyms_of().get((eastern[start:],))
        if known is not None:
            return known
    return frozenset()


def _slip(short: str, known: frozenset[str], names: Sequence[Words]) -> str | None:
    """The one acronym of a name that another is a slip of."""
    if not known or short.casefold() in {one.casefold() for one in known}:
        return None
    made = {letters for name in names for letters in initials(name)}
    if any(in_order(short.upper(), letters) for letters in made) or not short.replace("-", "").isalpha():
        return None
    near = [right for right in sorted(known) if _apart(short, right)]
    rights = [right for right in near if one_edit(short.upper(), right.upper())] or near
    return rights[0] if len(rights) == 1 else None


def _apart(short: str, right: str) -> bool:
    """Whether one acronym is another with its letters in another order, or with one that is not the first exchanged."""
    if len(short) != len(right) or len(right) < 3 or short[0] != right[0]:
        return False
    return one_edit(short.upper(), right.upper()) or (len(right) >= 4 and set(short.upper()) == set(right.upper()))
