"""Countries, bodies, initiatives, technologies and themes named in a text, with codebook ids and exact places.

One pass of an automaton finds every form of every name; edges, case and language throw out what is only part of a word;
the longest name at a place wins; what stays open is decided by the surroundings as ``ambiguous.yaml`` says, or left open with
its candidates. Read in Japanese, English, Korean, Chinese, German and French (countries also in Spanish, Italian,
Portuguese and Dutch).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache

from dualtrack.codebook import codebook
from dualtrack.extraction.mention import Mention, MentionKind, distinct
from dualtrack.extraction.mention_context import (
    Surroundings,
    is_another_countrys,
    is_language_or_money,
    stands_for_government,
)
from dualtrack.extraction.mention_lexicon import NOTHING, Sense, edge, lexicon, narrow
from dualtrack.extraction.mention_shorts import find_headings, find_shorts
from dualtrack.reading.languages import language_of

__all__ = ["Mention", "MentionKind", "distinct", "find_mentions"]

_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|@[\w-]+\.[\w.]+")
_COUNTED = re.compile(r"\d{1,2}\s?(?:か国|カ国|ヵ国|ヶ国|個国|国|개국|个|個)|27\b(?!\.\d)")
_GENITIVE = re.compile(r"e?s(?!\w)")
_SHOUT = re.compile(r"\b(?:CONTACT|ABOUT|JOIN|FOLLOW|WITH|FOR|LET|TELL|GIVE|WHO|WHY|HELP|OF|TO)\s+$")

_RELATIONS = frozenset(
    {"agreement", "treaty", "memorandum", "partnership", "dialogue", "declaration", "statement", "framework", "meeting"}
)
"""Types of initiative that are named after those who take part: the countries in the name are mentions too."""

_HOME = {"ja": "JP", "ko": "KR", "zh": "CN", "de": "DE", "fr": "FR"}
"""Whose acronyms a text in a language means, where nothing nearer tells."""

_BODIES = frozenset({"government body", "funder", "research organisation", "university", "learned society", "company"})

_Hit = tuple[int, int, tuple[Sense, ...]]


def find_mentions(text: str, language: str | None = None, country: str | None = None) -> list[Mention]:
    """What of the codebook a text names, in order of place, without overlaps.

    Args:
        text: Any text; offsets count its characters.
        language: ISO 639-1; told from the text where absent.
        country: The document's country (ISO 3166-1 alpha-2), which helps to decide what an acronym means.

    Returns:
        Mentions of actors (countries, bodies, persons), initiatives, technologies and themes. A mention whose meaning
        the surroundings do not decide has no id but its candidates.
    """
    tongue = language or _language(text)
    plain = narrow(text)
    taken = _longest(_hits(plain, tongue))
    hits = [(start, end, _fitting(plain, start, end, senses, tongue)) for start, end, senses in _split(plain, taken)]
    hits = _with_shorts(text, plain, tongue, hits)
    return list(
        _decided(text, plain, [hit for hit in hits if hit[2] and hit[2][0].id != NOTHING], country or _HOME.get(tongue))
    )


def _language(text: str) -> str:
    step = max(300, len(text) // 4)
    found = [language_of(text[at : at + 300]) for at in range(0, max(1, len(text)), step)]
    known = [language for language in found if language]
    return max(known, key=known.count) if known else ""


def _hits(text: str, language: str) -> Iterator[_Hit]:
    """Each form found whose edges are free and that is read in the language."""
    book = lexicon()
    edges, senses, length = book.edges, book.senses, len(text)
    addresses = _addresses(text)
    for pattern, start, last in book.automaton.find_matches_as_indexes(text, overlapping=True):
        left, right = edges[pattern]
        if left and start and edge(text[start - 1]) == left:
            continue
        end = last
        if right and last < length and right != "H" and edge(text[last]) == right:
            end = _extent(text, last, language) if right == "L" else 0
        if not end:
            continue
        if addresses and _within(addresses, start):
            continue
        some = senses[pattern]
        if not (len(some) == 1 and not some[0].languages):
            some = tuple(s for s in some if not s.languages or not language or language in s.languages)
            some = tuple(s for s in some if s.id != NOTHING) or some
            some = tuple(s for s in some if s.sort != "term") or some
        if some:
            yield start, end, some


def _addresses(text: str) -> list[tuple[int, int]]:
    if "://" in text or "www." in text or "@" in text:
        return [match.span() for match in _ADDRESS.finditer(text)]
    return []


def _within(spans: list[tuple[int, int]], place: int) -> bool:
    at = bisect_right(spans, (place, spans[-1][1])) - 1
    return at >= 0 and place < spans[at][1]


def _extent(text: str, end: int, language: str) -> int:
    """Where a Latin name ends that letters or figures follow; 0 where it is only part of a word.

    A German genitive belongs to it (Chinas, Bundestages); a number of countries may follow it (EU27, ASEAN10か国).
    """
    if language == "de" and (ending := _GENITIVE.match(text, end)):
        return ending.end()
    return end if not text[end - 1].isdigit() and _COUNTED.match(text, end) else 0


def _longest(hits: Iterator[_Hit]) -> list[_Hit]:
    """The longest form at each place, from the left.

    A country named within an agreement's name stays beside it, and so does the body that an office or programme is named after.
    """
    best: list[_Hit] = []
    reach = inner = 0
    within = owned = False
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        start, end, senses = hit
        if start >= reach:
            best.append(hit)
            reach = end
            within = senses[0].what in _RELATIONS
            owned = not within and (senses[0].kind == "initiative" or senses[0].what == "office")
            inner = start
        elif start < inner or end > reach:
            continue
        elif (within and senses[0].what == "country") or (owned and _is_body(senses)):
            best.append(hit)
            inner = end
    return best


def _is_body(senses: tuple[Sense, ...]) -> bool:
    return senses[0].what in _BODIES and senses[0].kind == "actor"


def _split(text: str, hits: list[_Hit]) -> Iterator[_Hit]:
    """A body named with its country's genitive (China's Ministry of Commerce) as two: the country and the body."""
    for start, end, senses in hits:
        owner, mark, body = text[start:end].partition("'s ")
        code = senses[0].country
        if mark and body and code and code in codebook().ids_named(owner):
            yield start, start + len(owner), (Sense(code, "actor", "name", frozenset(), "country", code),)
            yield end - len(body), end, senses
        else:
            yield start, end, senses


def _fitting(text: str, start: int, end: int, senses: tuple[Sense, ...], language: str) -> tuple[Sense, ...]:
    """The senses that the words just around allow."""
    return tuple(sense for sense in senses if _fits(text, start, end, sense, language))


def _fits(text: str, start: int, end: int, sense: Sense, language: str) -> bool:
    if sense.sort == "prefix":
        return text[end : end + 1] == "-"
    if sense.sort == "capital":
        return stands_for_government(text, start, end, language)
    if sense.what == "country" or sense.id == "EU":
        return _means_a_country(text, start, end, sense)
    return not _numbers_a_document(text, end, sense)


def _means_a_country(text: str, start: int, end: int, sense: Sense) -> bool:
    shouted = text[start:end] == "US" and _SHOUT.search(text[max(0, start - 10) : start])
    of_a_law = sense.id == "CN" and _LAW_OF_CHINA.match(text, start)
    return not (shouted or of_a_law or is_language_or_money(text, start, end, sense.sort == "adjective"))


_LAW_OF_CHINA = re.compile(
    r"中(?:华|華)人民共和(?:国|國)[\u4e00-\u9fff]{2,24}(?:法|条例|條例|法典|规定|办法)(?![院律庭官])"
)
_STANDARD = re.compile(r"(?:/[A-Z]{2,5}){0,2}(?: (?:TS|TR|DIS|FDIS))?[ -]?[0-9]{3,6}\b")
_NOTICE_NUMBER = re.compile(r"(?:告示|省令|訓令|政令|公告|令)第[0-9一二三四五六七八九十百]")
_CALL_NUMBER = re.compile(r" [0-9]{2}-[0-9]{2,4}\b")


def _numbers_a_document(text: str, end: int, sense: Sense) -> bool:
    """Whether a body's name belongs to the number of a standard, call or notice: ISO/IEC 27001, NSF 25-512, 外務省告示第4号."""
    if sense.id in ("iso", "iec"):
        return bool(_STANDARD.match(text, end))
    call = sense.sort == "acronym" and _CALL_NUMBER.match(text, end)
    return bool(call) or (sense.what in _BODIES and bool(_NOTICE_NUMBER.match(text, end)))


def _with_shorts(lines: str, text: str, language: str, hits: list[_Hit]) -> list[_Hit]:
    if language not in ("ja", "zh", "ko") and language:
        return hits
    covered = bytearray(len(text) + 1)
    for start, end, senses in hits:
        if senses and senses[0].what not in _RELATIONS:
            covered[start:end] = b"\1" * (end - start)
    found = []
    for start, end, code in (*find_headings(lines, language or "ja"), *find_shorts(text, language or "ja")):
        if not covered[start]:
            covered[start:end] = b"\1" * (end - start)
            found.append((start, end, (Sense(code, "actor", "short", frozenset(), "country", code),)))
    return sorted([*hits, *found], key=lambda hit: hit[0]) if found else hits


def _decided(text: str, plain: str, hits: list[_Hit], country: str | None) -> Iterator[Mention]:
    rules, owners = codebook().ambiguities, _owners()
    open_ = {index: rules.get(plain[hit[0] : hit[1]]) for index, hit in enumerate(hits)}
    certain = [
        (start, senses[0].id, senses[0].country)
        for index, (start, _, senses) in enumerate(hits)
        if open_[index] is None and len({sense.id for sense in senses}) == 1
    ]
    surroundings = Surroundings(plain, certain, country)
    for index, (start, end, senses) in enumerate(hits):
        ids = tuple(dict.fromkeys(sense.id for sense in senses))
        rule = open_[index]
        begin = _with_legal_form(plain, start) if senses[0].what in _BODIES else start
        if rule is not None:
            ids = surroundings.decide(rule, start, owners)
        elif index and _of_another(plain, hits[index - 1], start, senses[0]):
            continue
        if ids:
            kind = next((sense.kind for sense in senses if sense.id == ids[0]), senses[0].kind)
            one = ids[0] if len(ids) == 1 else None
            yield Mention(begin, end, text[begin:end], kind, one, () if one else ids)


def _with_legal_form(text: str, start: int) -> int:
    """The place where the legal form before a body's name begins (国立研究開発法人 before 理研); else the name's own."""
    if not start or text[start - 1] not in _legal_ends():
        return start
    before = text[max(0, start - 12) : start]
    return start - max((len(form) for form in _legal_forms() if before.endswith(form)), default=0)


@lru_cache(maxsize=1)
def _legal_forms() -> tuple[str, ...]:
    return tuple(narrow(form) for some in codebook().legal_forms["before"].values() for form in some)


@lru_cache(maxsize=1)
def _legal_ends() -> frozenset[str]:
    return frozenset(form[-1] for form in _legal_forms())


def _of_another(text: str, before: _Hit, start: int, sense: Sense) -> bool:
    """Whether a body named without its country belongs to the country named just before (韓国外交部, Canada's ...)."""
    if not sense.country or not is_another_countrys(sense.what, sense.sort == "acronym"):
        return False
    other = before[2][0]
    if other.what != "country" or other.country == sense.country or other.sort == "short":
        return False
    return text[before[1] : start] in ("", " ", "の", "'s ", "의 ", "的")


@lru_cache(maxsize=1)
def _owners() -> Mapping[str, str]:
    entities = codebook().entities
    return {id: entry.country or "" for id, entry in entities.items()} | {code: code for code in codebook().countries}
