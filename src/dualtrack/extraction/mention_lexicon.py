"""Every form of every name in one automaton (Aho-Corasick), so that a text is read once however many names there are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from dualtrack.codebook import Form, codebook
from dualtrack.codebook.han import traditional
from dualtrack.extraction.mention import MentionKind
from dualtrack.model import LANGUAGES

NOTHING = ""
"""The id of phrases that hold a name but mean something else."""

_QUOTES = "“”《》"
_GERMAN_ENDINGS = ("e", "en", "er", "es", "em")
_WIDE_MARKS = {0x3000: 0x20, 0x2019: 0x27, 0xA0: 0x20, 0x202F: 0x20, 0x2011: 0x2D, 0x0A: 0x20}
_MARKS = [(chr(mark), chr(plain)) for mark, plain in _WIDE_MARKS.items() if mark != 0x0A]
_WIDE = re.compile("[！＆＇＊＋－．／０-９Ａ-Ｚａ-ｚ]")
_NARROW = {mark: mark - 0xFEE0 for mark in range(0xFF01, 0xFF5F) if _WIDE.match(chr(mark))} | _WIDE_MARKS


@dataclass(frozen=True, slots=True)
class Sense:
    """What a form may mean.

    ``languages`` are those in which it is read so (empty: all); ``what`` is the actor's kind or the initiative's type (``country`` for
    countries); ``country`` is whose it is.
    """

    id: str
    kind: MentionKind
    sort: str
    languages: frozenset[str]
    what: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The automaton, and for each of its patterns the senses and the kind of edge at both ends."""

    automaton: Any
    texts: tuple[str, ...]
    senses: tuple[tuple[Sense, ...], ...]
    edges: tuple[tuple[str, str], ...]


def narrow(text: str) -> str:
    """The text with full-width Latin made narrow and line ends, no-break spaces and curly apostrophes made plain, one to one."""
    if _WIDE.search(text):
        return text.translate(_NARROW)
    text = text.replace("\n", " ")
    if not text.isascii():
        for mark, plain in _MARKS:
            text = text.replace(mark, plain)
    return text


def edge(char: str) -> str:
    """Which neighbours a form may not have at this end: L Latin, K katakana, H Hangul, or none."""
    if char < "\u0250":
        return "L" if char.isalnum() else ""
    if "ァ" <= char <= "ヺ" or char == "ー":
        return "K"
    return "H" if "가" <= char <= "힣" else ""


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of the codebook and the catalogue, made once (about 0.1 s)."""
    from ahocorasick_rs import AhoCorasick

    gathered: dict[str, list[Sense]] = {}
    for text, sense in (*_names(), *_terms(), *_not_names()):
        senses = gathered.setdefault(narrow(text), [])
        if sense not in senses:
            senses.append(sense)
    for text in [text for text in gathered if text[0] in _QUOTES and text.strip(_QUOTES) in gathered]:
        del gathered[text]
    texts = tuple(gathered)
    return Lexicon(
        AhoCorasick(texts),
        texts,
        tuple(tuple(_joined(senses)) for senses in gathered.values()),
        tuple((edge(text[0]), edge(text[-1])) for text in texts),
    )


def _joined(senses: list[Sense]) -> Iterator[Sense]:
    """One sense an id and sort, read in all the languages that any of them is read in."""
    by_id: dict[tuple[str, str], list[Sense]] = {}
    for sense in senses:
        by_id.setdefault((sense.id, sense.sort), []).append(sense)
    for some in by_id.values():
        everywhere = any(not sense.languages for sense in some)
        languages = frozenset() if everywhere else frozenset().union(*(sense.languages for sense in some))
        first = some[0]
        yield Sense(first.id, first.kind, first.sort, languages, first.what, first.country)


def _names() -> Iterator[tuple[str, Sense]]:
    book = codebook()
    entities = book.entities
    for form in book.naming.forms:
        if len(form.text) < 2 or form.sort == "short" or form.text.startswith(("the ", "The ")):
            continue
        entry = entities.get(form.id)
        kind: MentionKind = "initiative" if entry and entry.type else "actor"
        what = (entry.kind or entry.type or "") if entry else "country"
        country = (entry.country or "") if entry else form.id
        sense = Sense(form.id, kind, form.sort, _languages(form, country=entry is None), what, country)
        yield from ((text, sense) for text in _variants(form))
        if form.sort == "adjective" and form.language == "de" and not form.text.startswith("="):
            prefix = replace(sense, sort="prefix")
            yield from ((text, prefix) for text in (form.text, form.text.capitalize()))


def _languages(form: Form, country: bool) -> frozenset[str]:
    """Where a form is read: acronyms everywhere, other forms in their own language, long Latin names everywhere."""
    if form.language == "*":
        return frozenset()
    if form.sort in ("adjective", "prefix", "capital") or form.language not in LANGUAGES:
        return frozenset((form.language,))
    if form.text[0] < "\u0250" and form.language not in ("ja", "ko", "zh"):
        anywhere = form.language == "en" or (not country and len(form.text) > 5)
        return frozenset() if anywhere else frozenset((form.language,))
    return frozenset((form.language,)) if _shared_script(form.text) else frozenset()


def _shared_script(text: str) -> bool:
    """Whether other languages are written so too: Latin, and characters without kana or Hangul."""
    return not any("ぁ" <= char <= "ヿ" or "가" <= char <= "힣" for char in text)


def _variants(form: Form) -> Iterator[str]:
    text = form.text
    if form.sort == "adjective" and form.language == "de":
        if text.startswith("="):
            yield text[1:]
            return
        yield from _german(text)
        yield from _german(text.capitalize())
        return
    text = text.removeprefix("=")
    yield text
    if form.language == "zh" and form.sort in ("name", "alias") and (full := traditional(text)) != text:
        yield full
    if form.language == "de" and form.sort in ("name", "alias"):
        yield from _inflected(text)
    if form.sort in ("name", "alias") and edge(text[0]) == "L" and len(text) > 3 and not text.isupper():
        yield text.upper()
        if " " in text and text[0].islower():
            yield text[0].upper() + text[1:]
    if form.sort == "adjective":
        yield text.upper()
        if text[0].islower():
            yield text.capitalize()


def _german(stem: str) -> Iterator[str]:
    yield from (stem + ending for ending in _GERMAN_ENDINGS)


def _inflected(name: str) -> Iterator[str]:
    """A German name that begins with an adjective, in its other cases: Europäischer Rat, dem Europäischen Rat."""
    first, space, rest = name.partition(" ")
    stem = re.fullmatch(r"(\w{4,}(?:isch|sch|ig|lich|al|ell|te))(e|er|es|en)", first)
    if stem and space and first[0].isupper():
        yield from (f"{stem[1]}{ending} {rest}" for ending in _GERMAN_ENDINGS if ending != stem[2])


def _terms() -> Iterator[tuple[str, Sense]]:
    book = codebook()
    for id, terms in book.terms.items():
        kind: MentionKind = "technology" if id in book.technologies else "theme"
        for language in LANGUAGES:
            for text in getattr(terms, language):
                sense = Sense(id, kind, "term", frozenset((language,)) if _shared_script(text) else frozenset())
                yield from ((variant, sense) for variant in term_variants(text))


def term_variants(text: str) -> set[str]:
    """A term as it may be written: as it is, with a capital, in title case."""
    if edge(text[0]) != "L" or text.isupper():
        return {text}
    title = " ".join(word[0].upper() + word[1:] if word[0].isalpha() else word for word in text.split(" ") if word)
    return {text, text[0].upper() + text[1:], title}


def _not_names() -> Iterator[tuple[str, Sense]]:
    for language, phrases in codebook().not_names.items():
        for phrase in phrases:
            languages = frozenset((language,)) if _shared_script(phrase) else frozenset[str]()
            yield from (
                (text, Sense(NOTHING, "actor", "nothing", languages))
                for text in {phrase, phrase[0].upper() + phrase[1:], phrase.upper()}
            )
