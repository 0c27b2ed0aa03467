"""What an event happens to in English sentences."""

import re

from dualtrack.checks.theme import Nouns, Theme
from dualtrack.checks.theme_place import PREPOSITION, Place, clause_before, opening_noun, plain

_AUXILIARY = re.compile(
    r"(?:(?:\b(?:was|were|is|are|be|been|being|had|has|have|finally|first|then|formally|officially|only|jointly|to|"
    r"which|that|who|successfully|newly|itself)\b|,)\s*)+\Z"
)
_OBJECT = re.compile(r"\s(?:the|its|their|this|that|an?) (?!doors\b)(?P<noun>[^,;.]+)")
_PRONOUN = re.compile(r"\b(?:it|they|he|she|this|its|their)\s*\Z|\A(?:it|they|its|their)\b", re.IGNORECASE)
_EVENT_NOUN = re.compile(r"(?:ion|ing|ment|ure|entry into force|accession)\Z")


def english(place: Place) -> Theme:
    """The complement of a noun for the event, the object of a verb, else its subject."""
    word = place.word.group().lower()
    if (_EVENT_NOUN.search(word) or place.after.startswith(" of ")) and not _PASSIVE.search(place.before):
        return _of_noun(place)
    led = _AUXILIARY.search(place.before)
    taken = _OBJECT.match(place.after) if led is None and not word.startswith(("join", "acced")) else None
    if taken:
        return Theme(_head(taken["noun"]))
    subject = place.before[: led.start()] if led else place.before
    if not subject.strip():
        earlier = clause_before(place)
        return Theme(_head(earlier, whole=True) if earlier else opening_noun(place))
    if _PRONOUN.search(subject.strip()):
        return Theme(frozenset(), left_open=True)
    return Theme(_head(subject) if led else _last(subject))


_PASSIVE = re.compile(r"\b(?:been|was|were)\s\Z")


def _of_noun(place: Place) -> Theme:
    """'The signing of the agreement', 'its signing', 'bridge opening'."""
    of = _OF.match(place.after)
    if of:
        return Theme(_head(of[1]))
    if _PRONOUN.search(place.before):
        return Theme(opening_noun(place), left_open=True)
    compound = _last(place.before) - _NO_COMPOUND
    return Theme(compound, left_open=not compound)


_OF = re.compile(r" (?:of|to|into) (?:the |its |an? )?(.+)")
_NO_COMPOUND = frozenset(["the", "this", "that", "a", "an", "of", "after", "since", "before", "official", "formal"])


def _last(phrase: str) -> Nouns:
    return frozenset(map(plain, re.findall(r"([\w'’-]+)\s*\Z", phrase)))


def _head(phrase: str, *, whole: bool = False) -> Nouns:
    """The last noun before a verb or what a preposition adds; with ``whole`` also the last of the phrase."""
    phrase = _LEAD.sub("", phrase).strip()
    verb = _VERB.search(phrase)
    cut = min(filter(None, (verb, PREPOSITION.search(phrase))), key=re.Match.start, default=None)
    parts = [phrase[: cut.start()] if cut else phrase] + ([phrase] if whole and not verb else [])
    return frozenset(plain(words[-1]) for part in parts if (words := re.findall(r"[^\W\d_][\w'’-]+", part)))


_LEAD = re.compile(r"\A\s*(?:(?:On|In|At|By|Since|After)\s+)+(?=the |an? )")
_VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|will)\b")
