"""What languages in Latin letters share: how a bare four-digit number is told from a count and from a name."""

import re
from collections.abc import Set

from dualtrack.extraction.date_atoms import Atom

YEAR = "(?:1[0-9]|20|21)[0-9]{2}"
SHORT_YEAR = r"(?P<yy>[0-9]{2})(?=[ ]?(?:\Z|[.;!?)\n](?![0-9])))"
"""Two digits after a month, where nothing else follows that they could count: 31 octobre 74."""


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’.-]{0,30}?)[ \t\u00a0\u202f\r\n]{1,8}\Z")
_POSSESSIVE = re.compile("['’]s\\Z")
_ELIDED = re.compile("\\A[A-Za-z]{1,2}['’]")
_NUMBERED = words(
    "section sections article articles page pages pp p no nos number numbers room chapter version part line code form "
    "regulation resolution directive order rule note paragraph para annex box id ref agenda vision decision "
    "abschnitt artikel seite nr paragraf raum kapitel richtlinie verordnung règlement page décret loi nº n° numéro "
    "chapitre directive résolution alinéa about over nearly almost than least approximately some only exceeding "
    "another additional most"
)
_PARTS = words("part parts page pages pp pp. p. section sections article articles paragraphs nos seiten artikel")
_SURELY = words("since until till during depuis seit")
_WINDOW = 40
_ABBREVIATED = 4
_CLAUSE = re.compile(r"[ \u00a0][a-zäöüéèêà]{3,}")
"""What follows a year that begins a sentence: 2022 betrugen die Ausgaben."""


def word_before(text: str, place: int) -> str:
    """The word that stands before ``place`` with space between, in lower case; empty where none does."""
    found = _WORD_BEFORE.search(text[max(place - _WINDOW, 0) : place])
    return found[1].lower() if found else ""


def numbered(text: str, match: re.Match[str], atom: Atom) -> bool:
    """Whether a span of numbers counts parts of something: parts 1500-1508, pages 2010-2015."""
    span = atom.unit == "year" and (match.re.groupindex.get("y2") or match.re.groupindex.get("yy2"))
    return bool(span) and word_before(text, match.start()) in _PARTS


def bare_year(
    text: str,
    match: re.Match[str],
    leading: Set[str],
    counted: re.Pattern[str],
    named: re.Pattern[str],
) -> bool:
    """Whether a bare four-digit number is a year.

    It is not where a counted noun follows (2000 researchers), where it numbers something (section 2024), or where it
    ends a name: after a capitalised word that does not lead to a date (Horizon 2020).
    """
    start, end = match.span()
    found = _WORD_BEFORE.search(text[max(start - _WINDOW, 0) : start])
    if found and found[1].lower() in _SURELY:
        return True
    if counted.match(text, end) or named.match(text, end):
        return False
    if not found:
        return _after_mark(text, start)
    word = found[1]
    begins = word.endswith(".") and len(word) > _ABBREVIATED and _CLAUSE.match(text, end)
    if begins or word.lower() in leading or _POSSESSIVE.search(word):
        return True
    word = _ELIDED.sub("", word)
    return word.lower() in leading or (word.lower() not in _NUMBERED and word[0].islower())


def _after_mark(text: str, start: int) -> bool:
    """After an opening bracket, a comma, a dash or at the head of a line a bare number is a year."""
    before = text[max(start - 2, 0) : start].rstrip(" \u00a0\t")
    return not before or before[-1] in "([{,;:>/–—-|\n\"'“„«‘*•·…" or before[-1] in ".!?)"
