"""Acronyms: has one thing one of them, and does none slip from the one that the document introduces?"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from dualtrack.checks.context import Context
from dualtrack.checks.edits import Neighbours, one_edit
from dualtrack.checks.finding import Finding
from dualtrack.checks.rule import rule
from dualtrack.checks.spelled import in_order, pairs
from dualtrack.checks.wording import words
from dualtrack.model import Text

_SHORT = re.compile(r"[(（](?:the )?[\"“「]?(?P<short>[A-Z][A-Za-z&-]{1,11})[\"”」]?(?:[,、;] [^()（）]{0,30})?[)）]")
_LONG = re.compile(
    r"(?:(?:[A-ZÀ-Ý][\w'’-]+|[A-Z]{2,})(?:[ -](?:(?:of|for|and|the|on|in|to|de|des|du|la|le|les|et|für|und|der|des|"
    r"pour)[ ])*(?:[A-ZÀ-Ý][\w'’&-]+)){1,8}|"
    r"\b[a-z]+(?: [a-z]+){1,3}|[\u4e00-\u9fffァ-ヴー・]{3,24}|(?:[가-힣]+ ?){1,6})$"
)
_SMALL_WORD = re.compile(r"(?i:the|a|an|of|and|for|on|in|to|de|des|du|la|le|les|et|für|und|der|die|das|pour)")
_NAME_WORD = re.compile(r"\b(?:and|or|the|of|in|for)\b", re.IGNORECASE)
_REACH, _LONG_WORD = 100, 14


def _definitions(context: Context) -> list[tuple[int, int, str, str]]:
    """Each 'Quantum Information Science (QIS)': start, end, the long form, the acronym."""
    found: list[tuple[int, int, str, str]] = []
    for match in _SHORT.finditer(context.flat):
        short = match["short"]
        if sum(char.isupper() for char in short) < 2:
            continue
        begin = max(0, match.start() - _REACH)
        long = _LONG.search(_before(context.flat, match))
        if long is None:
            continue
        name = _trim(long.group(), short)
        if (
            _fit(_key(name), short)
            or context.flat[max(0, begin + long.start() - 2) : begin + long.start()].strip() != ","
        ):
            found.append((begin + long.start(), match.end(), name, short))
    return found


def _before(text: str, bracket: re.Match[str]) -> str:
    """The text before a bracket, less a blank that parts them."""
    start = bracket.start()
    return text[max(0, start - _REACH) : start - (start > 0 and text[start - 1].isspace())]


def _trim(long: str, short: str) -> str:
    """The long form cut to the words that the acronym can stand for: lower-case ones by its number of letters."""
    words = long.split()
    while len([word for word in words if not _SMALL_WORD.fullmatch(word)]) > len(short) or (
        words and _SMALL_WORD.fullmatch(words[0])
    ):
        words = words[1:]
    return " ".join(words) or long


@rule(
    "DT901",
    family="name",
    severity="warning",
    title=Text(ja="同じものに二つの略称", en="One thing under two acronyms"),
    explanation=Text(
        ja="同じ名称に、一字だけ違う二つの略称が付いている(量子情報科学のQISとOIS)。",
        en="One name is given two acronyms that differ by a letter (QIS and OIS for quantum information science).",
    ),
    wrong=Text(
        ja="量子情報科学(QIS)に投資する。人工知能と量子情報科学(OIS)を重視する。",
        en="It funds Quantum Information Science (QIS). A second call covers Quantum Information Science (OIS).",
    ),
    right=Text(
        ja="量子情報科学(QIS)に投資する。人工知能と量子情報科学(QIS)を重視する。",
        en="It funds Quantum Information Science (QIS). A second call covers Quantum Information Science (QIS).",
    ),
)
def acronyms(context: Context) -> Iterator[Finding]:
    """Names with two acronyms, and acronyms that slip from a defined one."""
    found = _definitions(context)
    shorts: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for start, end, long, short in found:
        shorts[_key(long)].append((start, end, short))
    for long, uses in shorts.items():
        if long.isascii() and len(long) < _LONG_WORD and " " not in long.removeprefix("la "):
            continue
        counts = Counter(short for _, _, short in uses)
        if len(counts) < 2:
            continue
        right = max(
            counts,
            key=lambda short: (
                _fit(long, short),
                counts[short],
                -next(start for start, _, other in uses if other == short),
            ),
        )
        for start, end, short in uses:
            if (
                short != right
                and "&" not in short
                and near(short, right)
                and not (short in _acronyms() and right in _acronyms())
            ):
                yield _two(context, start, end, short, right)
    yield from _slipped(context, found)
    yield from _mistyped(context)


def _key(long: str) -> str:
    return re.sub(r"[\s-]+", " ", long).casefold().removeprefix("the ")


def _fit(long: str, short: str) -> bool:
    """Whether the letters of an acronym are the initials of its long form."""
    return _initials(long) == short.upper()


def _initials(long: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", _NAME_WORD.sub(" ", long)) if word).upper()


def near(one: str, other: str) -> bool:
    """Whether two acronyms are slips of one another, one edit apart.

    A plural, capitals, and a word more or less before them (SERI, ERI) make none.
    """
    if _plain(one) == _plain(other) or one[1:] == other or other[1:] == one:
        return False
    return one_edit(one, other)


def _plain(short: str) -> str:
    return short.casefold().rstrip("s").replace("&", "").replace("-", "")


def _two(context: Context, start: int, end: int, short: str, right: str) -> Finding:
    return context.finding(
        start, end, f"同じ名称の略称が「{short}」と「{right}」の二通りある", f"One name has two acronyms, "
            f"'{short}' and '{right}'",
        stated=short, computed=right, reason="the same long form stands with both",
    )  # fmt: skip


def _slipped(context: Context, found: list[tuple[int, int, str, str]]) -> Iterator[Finding]:
    """A name beside an acronym whose letters are its initials but for one, where the right one is used elsewhere."""
    defined = {short: _key(long) for _, _, long, short in found if _fit(_key(long), short)}
    for start, end, long, short in found:
        if short in defined or len(short) < 3 or "&" in short or short in _EVERYDAY or short in _acronyms():
            continue
        initials = _initials(_key(long))
        if short in ("".join(word[0] for word in _key(long).upper().split()), initials):
            continue
        if short.isupper() and _coined(long) and len(short) >= 4 and _turned(short, initials):
            yield _two(context, start, end, short, initials)
            continue
        used = (
            re.search(rf"{re.escape(initials)}(?<![A-Za-z]{re.escape(initials)})(?![A-Za-z])", context.flat)
            if len(initials) == len(short) and initials in context.flat
            else None
        )
        elsewhere = defined.get(initials, _key(long)) != _key(long)
        slip = near(short, initials) and (short[0] == initials[0] or _turned(short, initials))
        if used and not elsewhere and slip and short.isupper():
            yield _two(context, start, end, short, initials)


def _coined(long: str) -> bool:
    """Whether a name is one that English coins, whose acronym is not that of another language."""
    return long.rsplit(" ", 1)[-1] in _COINED


_COINED = words(
    "Initiative Programme Program Network Platform Alliance Partnership Project Facility Mission Framework Forum Fund "
    "Scheme Mechanism Agreement Strategy Fellowship Fellowships Challenge Dialogue"
)


def _mistyped(context: Context) -> Iterator[Finding]:
    """An acronym that nothing introduces and that is a slip of an introduced one: OTSP for OSTP, PJt for PtJ."""
    introduced = _introduced(context.flat)
    used = Counter(match.group() for match in _CAPITALS.finditer(context.flat))
    for short in [short for short in used if short[-1] == "s" and short[:-1].isupper() and len(short) > 3]:
        used[short[:-1]] += used.pop(short)
    own = introduced.keys() | {pair.short for pair in pairs(context)}
    strange = {short for short in used if short not in own and _capitals(short) and short not in _acronyms()}
    near = Neighbours(introduced)
    slips = {short: rights for short in strange if (rights := _rights(short, near.of(short), introduced, used))}
    sure = {short for short in used if short not in introduced and short in _acronyms()}
    for short in strange - slips.keys():
        if rights := [right for right in sure if _turned(short, right) and _outnumbers(right, short, used)]:
            slips[short] = rights
    slips |= _two_long(strange - slips.keys(), used)
    slips |= _in_its_place(context.flat, strange - slips.keys(), near, used)
    slips = {
        short: rights
        for short, rights in slips.items()
        if len(rights) == 1 and not _another(context.flat, short, rights[0])
    }
    for match in _CAPITALS.finditer(context.flat) if slips else ():
        short = match.group()
        if short in slips:
            (right,) = slips[short]
            yield context.finding(
                match.start(), match.end(), f"略称「{short}」は「{right}」の誤記ではないか",
                f"The acronym '{short}' looks like a slip of '{right}'",
                stated=short, computed=right,
                reason=f"'{short}' is '{right}' with a letter out of place, and is never spelled out",
            )  # fmt: skip


def _outnumbers(right: str, short: str, used: Counter[str]) -> bool:
    """Whether a known acronym is used oft enough to be the right one of two: in three letters, more often."""
    return used[right] > used[short] or (used[right] == used[short] and len(right) >= 4)


def _in_its_place(text: str, strange: set[str], introduced: Neighbours, used: Counter[str]) -> dict[str, list[str]]:
    """Acronyms used once, a letter off from an introduced one that stands before the same words: OIS working group."""
    found: dict[str, list[str]] = {}
    for short in strange - _EVERYDAY:
        rights = [right for right in introduced.of(short) if len(right) == len(short)] if used[short] == 1 else []
        if len(rights) == 1 and used[rights[0]] >= 2 and short.isupper():
            after = re.search(rf"(?<![A-Za-z]){short}( [a-z-]{{3,}} [a-z-]{{4,}})", text)
            if after and re.search(rf"(?<![A-Za-z]){rights[0]}{re.escape(after[1])}\b", text):
                found[short] = rights
    return found


def _two_long(strange: set[str], used: Counter[str]) -> dict[str, list[str]]:
    """Acronyms of five letters or more that nothing introduces, two neighbours turned: the rarer, or the later one."""
    groups: dict[str, list[str]] = defaultdict(list)
    for short in used:
        if len(short) >= 5 and short in strange and short.isupper():
            groups["".join(sorted(short))].append(short)
    found: dict[str, list[str]] = {}
    for one, other in (pair for pair in groups.values() if len(pair) == 2):
        if one_edit(one, other):
            right, slip = (other, one) if used[other] > used[one] else (one, other)
            found[slip] = [right]
    return found


def _rights(short: str, near: list[str], introduced: dict[str, bool], used: Counter[str]) -> list[str]:
    """The introduced acronyms that an acronym may be a slip of.

    Two neighbours turned in four letters or more (or in a mixed one, PtJ) are a slip of any, in three of one whose
    long form the text gives; a letter left out, doubled or mistyped inside five or more only of such a one, too, and
    the last of six where it is doubled. One of three letters or with another letter must be used at least as often as
    its slip.
    """
    found = []
    for right in near:
        often = introduced[right] and used[right] >= used[short]
        if short.casefold() == right.casefold():
            continue
        turned = _turned(short, right) and (len(right) >= 4 or not right.isupper() or often)
        inner = (
            short.isupper() == right.isupper()
            and short[:1] == right[:1]
            and short[-1:] == right[-1:]
            and short[:-1] != right
            and right[:-1] != short
            and len(right) >= 5
            and len(short) >= 4
        )
        doubled = len(right) >= 6 and right == short + short[-1:]
        if turned or (often and (inner or doubled)):
            found.append(right)
    return found


def _turned(short: str, right: str) -> bool:
    return short != right and sorted(short) == sorted(right) and one_edit(short, right)


def _another(text: str, short: str, right: str) -> bool:
    """Whether an acronym is one of its own: an everyday one, a word, spelled out, or (in three letters) coordinated."""
    if short in _EVERYDAY or re.search(_whole(short.lower()), text) or re.search(_whole(short.title()), text):
        return True
    if _spelled_out(text, short) or re.search(
        rf"{_begun(short)}, (?:(?:an?|the|eine?|une?|le|la|der|die|das) |l['’])[A-Za-zà-ÿ]", text
    ):
        return True
    if not _turned(short, right) and re.search(
        rf"(?:{_begun(short)},(?: \w+,){{0,8}} {right}|{_begun(right)},(?: \w+,){{0,8}} {short})(?![A-Za-z])", text
    ):
        return True
    pair = rf"(?:{_begun(short)}{_COORDINATED}{right}|{_begun(right)}{_COORDINATED}{short})"
    return len(short) == 3 and re.search(rf"{pair}(?![A-Za-z])", text) is not None


_COORDINATED = (
    r"[)）]?(?:\s?[(（][^()（）\n]{1,60}[)）])?\s?(?:[,、，・/&]|and|und|et|or|oder|ou|sowie|with|mit|avec|vs\.?|と|や|および|及び|"
    r"와|과|및|和|与)\s?(?:(?:the|der|die|das|dem|den|le|la|les|its|own) |l['’])?"
)


def _begun(word: str) -> str:
    """A pattern of a word with no letter before it; it begins with the word, so that it is found fast."""
    return rf"{word}(?<![A-Za-z]{word})"


def _whole(word: str) -> str:
    return rf"{word}(?<!\w{word})\b"


def _spelled_out(text: str, short: str) -> bool:
    """Whether a text has the words that an acronym can stand for: early career researchers for ECR."""
    small = rf"(?!{_SMALL_WORD.pattern}\b)"
    first, *rest = (f"{small}[{letter.lower()}{letter.upper()}]" for letter in short)
    words = rf"[\w'’]*[ -](?:{_SMALL_WORD.pattern}[ ])*".join((rf"(?<!\w){first}", *rest))
    return re.search(words, text) is not None


def _introduced(text: str) -> dict[str, bool]:
    """The acronyms that stand beside a name, before it or after it in brackets, and whether it is their long form."""
    found: dict[str, bool] = {}
    for match in _SHORT.finditer(text):
        before = _before(text, match)
        if _capitals(match["short"]) and before[-1:].isalpha():
            found[match["short"]] = found.get(match["short"], False) or _spells(before, match["short"])
    for match in _EXPANDED.finditer(text):
        if _capitals(match["short"]) and _spells(match["long"], match["short"]):
            found[match["short"]] = True
    return found


def _capitals(short: str) -> bool:
    return len(short) >= 3 and sum(char.isupper() for char in short) >= 2


def _spells(long: str, short: str) -> bool:
    """Whether a name can be what an acronym stands for: its letters in their order, or in a script without capitals."""
    if _NO_CAPITALS.search(long[-6:]):
        return True
    return re.search(rf"\b{short[0]}", long, re.IGNORECASE) is not None and in_order(
        filter(str.isalpha, short.casefold()), normalize("NFD", long.casefold())
    )


_EXPANDED = re.compile(
    r"(?P<short>[A-Z](?<![A-Za-z0-9][A-Z])[A-Za-z]{2,9})\s?[(（:](?P<long>[^()（）\d\n]{6,90})[)）\n]"
)
_NO_CAPITALS = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_CAPITALS = re.compile(r"[A-Z](?<![A-Za-z0-9/.@À-ÿ-][A-Z])[A-Za-z]{2,9}(?![A-Za-z0-9À-ÿ])")


@lru_cache(maxsize=1)
def _acronyms() -> frozenset[str]:
    from dualtrack.codebook import codebook

    return frozenset(short for entry in codebook().names.values() for short in entry.acronyms)


@rule(
    "DT903",
    family="name",
    severity="note",
    title=Text(ja="展開されない略称", en="An acronym that is never spelled out"),
    explanation=Text(
        ja="文書のどこでも展開されない3文字以上の略称。既定では働かない。",
        en="An acronym of three or more letters that the document never spells out. Off by default.",
    ),
    wrong=Text(ja="XKQRは新しい計画を公表した。", en="The XKQR published a new plan."),
    right=Text(
        ja="試験研究機構(XKQR)は新しい計画を公表した。",
        en="The Example Research Organisation (XKQR) published a new plan.",
    ),
    default=False,
)
def unexplained(context: Context) -> Iterator[Finding]:
    """Acronyms without their long form."""
    text = context.flat
    explained = {match[1] or match[2] for match in _EXPLAINED.finditer(text)}
    for match in re.finditer(r"(?<![A-Za-z0-9/.@-])[A-Z]{3,8}(?![A-Za-z0-9])", text):
        short = match.group()
        if short in explained or short in _EVERYDAY:
            continue
        explained.add(short)
        yield context.finding(
            match.start(), match.end(), f"略称「{short}」が展開されていない", f"The acronym '{short}' is never "
                f"spelled out",
            stated=short, computed="", reason="no '(…)' gives its long form",
        )  # fmt: skip


_EXPLAINED = re.compile(r"[(（]\s?([A-Z]{3,8})\s?[)）,、]|(?<![A-Za-z])([A-Z]{3,8})\s?[(（=:：]")
_EVERYDAY = words(
    "USD EUR GBP JPY KRW CNY AUD CAD CHF INR USA GDP PDF URL CEO AND THE FOR NOT DNA RNA WHO NATO HTML COVID "
    "SEM TEM ISO IOS ECR ESR PIR IPR API APT ITA TIA SME EMS RTO MSC CSM PCR CPR CRP LED DEL RAM ARM SAR ARS OSS SOS"
)
