"""Acronyms beside a known name: are they those of another body of the same country?"""

from collections.abc import Iterator
from functools import lru_cache

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.known_forms import Form, by_acronym
from dualtrack.checks.name_words import eastern_end, eastern_name, initials, words_of
from dualtrack.checks.rule import rule
from dualtrack.checks.spelled import Pair, in_order, pairs
from dualtrack.checks.well_known import BODIES
from dualtrack.model import Text

_LEAST = 3
_PARENTS = ("省", "庁", "府", "部", "부", "처", "청", "欧州委員会", "国際連合", "国連")


@rule(
    "DT911",
    family="name",
    severity="warning",
    title=Text(ja="別の機関の略称", en="The acronym of another body"),
    explanation=Text(
        ja="既知の機関名に、同じ国の、頭文字が同じ別の機関の略称が添えられているもの。省庁とその所管機関、親子関係にある機関、"
        "名称の頭文字から作れる略称は対象外。",
        en="A known body has beside it the acronym of another of its country that begins with the same letter. "
        "Ministries with what belongs to them, and acronyms that the name's own initials make, are left alone.",
    ),
    wrong=Text(
        ja="科学技術振興機構(JSPS)が支援する。", en="It is paid for by the National Institutes of Health (NSF)."
    ),
    right=Text(ja="科学技術振興機構(JST)が支援する。", en="It is paid for by the National Institutes of Health (NIH)."),
)
def other_bodies(context: Context) -> Iterator[Finding]:
    """Acronyms that are those of other bodies than the one they stand beside."""
    for pair in pairs(context):
        its = by_acronym().get(pair.short)
        found = _mistaken(pair, its) if its else None
        if found is None or its is None:
            continue
        right, form = found
        end = pair.short_start + len(pair.short)
        yield context.finding(
            pair.short_start, end, f"{pair.short}は「{its[0].name}」の略称。「{form.name}」の略称は{right}",
            f"{pair.short} stands for '{its[0].name}', not for '{form.name}'",
            stated=pair.short, computed=right, reason=f"'{form.name}' has the acronym {right}",
        )  # fmt: skip


def _mistaken(pair: Pair, its: tuple[Form, ...]) -> tuple[str, Form] | None:
    """The right acronym of the name of a pair, and the name, where the acronym beside it is that of another."""
    form = _named(pair)
    if form is None or len(form.short) < _LEAST or len(pair.short) < _LEAST or form.short[0] != pair.short[0]:
        return None
    body = _body(form.id)
    ministry = form.name.endswith(_PARENTS) and form.id[:1].islower()
    if ministry or not all(_apart(body, _body(other.id)) for other in its):
        return None
    return form.short, form


def _named(pair: Pair) -> Form | None:
    """The known name that stands beside an acronym, if it has one acronym that is another."""
    eastern = eastern_end(pair.long)
    if eastern:
        forms = next(
            filter(None, (_by_name().get(eastern[at:]) for at in range(max(0, len(eastern) - 24), len(eastern)))), ()
        )
    else:
        words = words_of(pair.plain)
        counts = range(min(12, len(words.plain)), 2, -1)
        count = next((count for count in counts if words.plain[-count:] in _by_name()), 0)
        if not count or any(in_order(pair.short.upper(), letters) for letters in initials(words.last(count + 2))):
            return None
        forms = _by_name()[words.plain[-count:]]
    shorts = {form.short for form in forms}
    return forms[0] if len({form.id for form in forms}) == 1 and pair.short not in shorts else None


@lru_cache(maxsize=1)
def _by_name() -> dict[str | tuple[str, ...], tuple[Form, ...]]:
    """The forms of each name, by its characters or by its words."""
    found: dict[str | tuple[str, ...], tuple[Form, ...]] = {}
    for forms in by_acronym().values():
        for form in forms:
            key = eastern_name(form.name) if form.eastern else form.words.plain
            if len(key) >= (5 if form.eastern else 3) and form.own:
                found[key] = (*found.get(key, ()), form)
    return found


@lru_cache(maxsize=1)
def _countries() -> dict[str, tuple[str, str]]:
    """The country and the parent of each body that can be told by its acronym, by its id."""
    from dualtrack.codebook import codebook

    found = {id: (entry.country or "", entry.parent or "") for id, entry in codebook().names.items()}
    return found | {f"{body.country}:{body.acronym}": (body.country, "") for body in BODIES}


def _body(id: str) -> tuple[str, str, str]:
    return id, *_countries()[id]


def _apart(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Whether two bodies are two of one country, and neither belongs to the other."""
    return one[0] != other[0] and one[1] == other[1] and one[0] != other[2] and other[0] != one[2]
