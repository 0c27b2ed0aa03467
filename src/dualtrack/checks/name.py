"""Names: is one thing spelled in one way throughout the document?"""

import re
from collections import defaultdict
from collections.abc import Iterator
from unicodedata import combining, normalize

from dualtrack.checks.context import Context
from dualtrack.checks.edits import one_edit
from dualtrack.checks.finding import Finding
from dualtrack.checks.rule import rule
from dualtrack.checks.wording import words
from dualtrack.model import Text

# each begins with its capital and asks what is before it afterwards, so that a text is searched for capitals only
_HYPHENED = re.compile(r"[A-ZÀ-Ý](?<![\w-][A-ZÀ-Ý])[a-zà-ÿß]{2,}(?:-[A-ZÀ-Ý][a-zà-ÿß]{2,}){1,4}(?![\w-])")
_CAPITALISED = re.compile(
    r"[A-ZÀ-Ý](?<!\w[A-ZÀ-Ý])[a-zà-ÿ]{2,}"
    r"(?:[ ](?:of |for |and |the |de |des |du |der |für |v[oa]n (?:de[rn] )?)?[A-ZÀ-Ý][a-zà-ÿA-Z]{2,}){1,4}\b"
)
_CALLED = re.compile(r"\b([a-zà-ÿ]{5,}) ([A-ZÀ-Ý][a-zà-ÿ]{2,}) ([A-ZÀ-Ý][a-zà-ÿ]{4,})(?![\w'’-])")
_KATAKANA = re.compile(r"[ァ-ヴー]{2,}(?:・[ァ-ヴー]{2,}){1,3}")
_SENTENCE_WORDS = words(
    "The This That These Those On In At By For From With And But When While Under Our Their His Her Its President "
    "Minister Prime Secretary Commissioner Director Professor Prof Dr Mr Ms Mrs Chancellor Ambassador Senator "
    "Herr Herrn Frau Ministerin Bundesminister Bundesministerin Präsident Präsidentin Kommissar Kommissarin "
    "Staatssekretär Staatssekretärin Professorin Mme Madame Monsieur"
)


@rule(
    "DT902",
    family="name",
    severity="warning",
    title=Text(ja="同じ名前の表記ゆれ", en="One name in two spellings"),
    explanation=Text(
        ja="「Horizon Europe」と「Horizon Eurpoe」のように、複数語の名前の一語だけが一字違うもの。",
        en="A name of several words that occurs again with one word one letter off (Horizon Europe, Horizon Eurpoe).",
    ),
    wrong=Text(
        ja="マイケル・クラチオス氏が就任した。クラチオス氏とマイケル・クラオチス氏が講演した。",
        en="Korea joined Horizon Europe in 2025. Under Horizon Eurpoe, it takes part in pillar two.",
    ),
    right=Text(
        ja="マイケル・クラチオス氏が就任した。マイケル・クラチオス氏が講演した。",
        en="Korea joined Horizon Europe in 2025. Under Horizon Europe, it takes part in pillar two.",
    ),
)
def spellings(context: Context) -> Iterator[Finding]:
    """Names that differ by one letter in one word."""
    yield from _variants(context, _CAPITALISED, " ")
    yield from _variants(context, _HYPHENED, "-")
    yield from _variants(context, _KATAKANA, "・")
    yield from _hangul(context)
    if context.latin == "fr":
        yield from _after_a_noun(context)


_HANGUL_BODY = re.compile(
    "[가-힣]{3,12}(?:연구원|연구소|재단|위원회|진흥원|평가원|기술원|과학원|정보원|관리원|협회|학회|공사|센터|대학교|사업단|개발원)"
)


def _hangul(context: Context) -> Iterator[Finding]:
    """Bodies in Hangul that differ by one vowel or consonant."""
    places: dict[str, list[int]] = defaultdict(list)
    for match in _HANGUL_BODY.finditer(context.flat):
        places[match.group()].append(match.start())
    groups: dict[tuple[int, str, str], list[str]] = defaultdict(list)
    for name in places:
        for place in range(1, len(name)):
            groups[place, name[:place], name[place + 1 :]].append(name)
    for names in groups.values():
        ranked = sorted(names, key=lambda name: (-len(places[name]), places[name][0]))
        for name in ranked[1:]:
            if jamo_apart(name, ranked[0]):
                yield from (_spelled(context, start, name, ranked[0]) for start in places[name])


def jamo_apart(one: str, other: str) -> bool:
    """Whether two words in Hangul of one length differ by one vowel or consonant, or by two syllables turned."""
    if len(one) != len(other) or one == other:
        return False
    differ = [place for place in range(len(one)) if one[place] != other[place]]
    if len(differ) == 1:
        (place,) = differ
        return place > 0 and one_edit(normalize("NFD", one[place]), normalize("NFD", other[place]))
    return len(differ) == 2 and one_edit(one, other)


def _after_a_noun(context: Context) -> Iterator[Finding]:
    """Whom a grant or house is called after, once with another end: French has no endings for names of people."""
    places: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for match in _CALLED.finditer(context.flat):
        noun, given, family = match.groups()
        places[noun.rstrip("sx"), given][family].append(match.start(2))
    for (_, given), families in places.items():
        ranked = sorted(families, key=lambda family: (-len(families[family]), families[family][0]))
        for family in ranked[1:]:
            if len(families[family]) == 1 and _another_end(family, ranked[0]):
                yield _spelled(context, families[family][0], f"{given} {family}", f"{given} {ranked[0]}")


def _another_end(one: str, other: str) -> bool:
    """Whether two words differ in their last letter or by it, and not as forms for many or for a woman do."""
    short, long = sorted((one, other), key=len)
    if len(short) < len(long):
        return long[:-1] == short and long[-1] not in "sxze"
    return one[:-1] == other[:-1] and not {one[-1], other[-1]} & set("sxzea")


def _variants(context: Context, pattern: re.Pattern[str], joint: str) -> Iterator[Finding]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for match in pattern.finditer(context.flat):
        words = match.group().split(joint)
        skip = 0
        while words and words[0] in _SENTENCE_WORDS:
            skip += len(words[0]) + 1
            words = words[1:]
        if len(words) >= 2:
            places[tuple(words)].append(match.start() + skip)
    slots: dict[tuple[object, ...], dict[str, tuple[str, ...]]] = defaultdict(dict)
    for name in places:
        for index in range(len(name)):
            slots[len(name), index, name[:index], name[index + 1 :]][name[index]] = name
    for variants in slots.values():
        if len(variants) < 2 or len(variants) > 6:
            continue
        yield from _slips(context, variants, places, joint)


def _slips(
    context: Context, variants: dict[str, tuple[str, ...]], places: dict[tuple[str, ...], list[int]], joint: str
) -> Iterator[Finding]:
    close = {word for word in variants for other in variants if word != other and same_thing(word, other)}
    variants = {word: words for word, words in variants.items() if word in close}
    if not variants:
        return
    ranked = sorted(
        variants, key=lambda word: (-len(places[variants[word]]), -context.flat.count(word), places[variants[word]][0])
    )
    right = ranked[0]
    for word in ranked[1:]:
        if same_thing(word, right):
            for start in places[variants[word]]:
                yield _spelled(context, start, joint.join(variants[word]), joint.join(variants[right]))


def _spelled(context: Context, start: int, text: str, right: str) -> Finding:
    return context.finding(
        start, start + len(text), f"「{text}」と「{right}」の二通りの表記がある", f"'{text}' is also spelled '{right}'",
        stated=text, computed=right, reason="the names differ in one word by one letter",
    )  # fmt: skip


def british(word: str) -> str:
    """A word with the spellings of Britain and America made one."""
    text = (
        word.lower()
        .replace("advisor", "adviser")
        .replace("centre", "center")
        .replace("ageing", "aging")
        .replace("theatre", "theater")
        .replace("our", "or")
        .replace("is", "iz")
    )
    return text.replace("ence", "ense").replace("ae", "e").replace("ogue", "og").replace("ll", "l").removesuffix("me")


def same_thing(one: str, other: str) -> bool:
    """Whether two words are one with a slip: long enough, one edit apart, and no inflection or number apart."""
    if min(len(one), len(other)) < 4 or not one_edit(one.lower(), other.lower()) or one.lower() == other.lower():
        return False
    if british(one) == british(other) or _unaccented(one) == _unaccented(other):
        return False
    ends = sorted((one, other), key=len)
    inflected = len(one) != len(other) and (ends[1].startswith(ends[0]) or ends[1].removesuffix(ends[1][-1]) == ends[0])
    endings = len(one) == len(other) and one[:-1] == other[:-1] and not _lookalike(one, other)
    long_vowel = (len(one) != len(other) and one.replace("ー", "") == other.replace("ー", "")) or one.translate(
        _SMALL
    ) == other.translate(_SMALL)
    return (
        not (inflected or endings or long_vowel)
        and (one[0] == other[0] or len(one) >= 6)
        and one.lower() not in _REAL
        and other.lower() not in _REAL
    )


def _lookalike(one: str, other: str) -> bool:
    """Whether the last signs of two long words in katakana are taken for one another: リンク, リング."""
    ends = {normalize("NFD", word[-1])[0].translate(_TAKEN) for word in (one, other)}
    return len(one) >= 6 and one[-1] >= "\u30a0" and len(ends) == 1


_EASTERN = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")


def _unaccented(word: str) -> str:
    if word.isascii() or _EASTERN.search(word):
        return word
    return without_accents(word)


def without_accents(word: str) -> str:
    """A word in its letters without the marks on them; an umlaut is one."""
    return "".join(char for char in normalize("NFD", word) if not combining(char))


_TAKEN = str.maketrans("ソツ", "ンシ")
_SMALL = str.maketrans("ァィゥェォヴ", "アイウエオブ")
_REAL = words(
    "south north east west four five nine first third form from trade track india indian korea korean south latin "
    "large million billion"
)
