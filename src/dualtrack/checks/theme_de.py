"""What an event happens to in German sentences, in which every noun has a capital."""

import re

from dualtrack.checks.theme import Nouns, Theme
from dualtrack.checks.theme_place import Place, opening_noun

_NOUN = re.compile(r"\b[A-ZÄÖÜ][\wäöüß-]{2,}")
_DEPENDENT = re.compile(
    r"(?:\b(?:des|eines|einer|in|im|zum|zur|zu|mit|von|vom|bei|beim|unter|nach|für|auf|am|an|aus|bis|über|durch|gegen|"
    r"ins|als|seit|vor|um|ab)\s(?:(?:der|den|dem|die|das|seine[rnm]?|ihre[rnm]?|eine[rnm]?)\s)?|"
    r"[A-ZÄÖÜ]\w+\s(?:der|deren|dessen)\s)"
    r"(?:[a-zäöüß-]+(?:e|en|er|em)\s)?\Z"
)
_EVENT_NOUN = re.compile(r"ung\Z|\AUnterschrift|\AStart|\AInkrafttreten|nahme\Z|\ABeitritt|gabe\Z|\ABeginn")


def german(place: Place) -> Theme:
    """The complement of a noun for the event, the noun behind a participle, else the nouns that hang on no other."""
    tail = re.match(r"[a-zäöüß]*", place.after)
    ending = tail.group() if tail else ""
    word, rest = place.word.group() + ending, place.after[len(ending) :]
    if word[:1].isupper() and " " not in word and _EVENT_NOUN.search(word):
        of = _OF.match(rest)
        return Theme(frozenset([_stem(of[1])])) if of else Theme(_nouns(f"{place.before} | {rest}"), left_open=True)
    behind = _BEHIND.match(rest) if re.search(r"e[nrms]?\Z", word) else None
    if behind and not _VERB.search(place.before):
        return Theme(frozenset([_stem(behind[1])]))
    clause = f"{place.before} {word} {rest}"
    nouns = _nouns(clause)
    if not nouns and (not place.before.strip() or _PRONOUN.search(clause)):
        return Theme(opening_noun(place), left_open=True)
    return Theme(nouns)


_OF = re.compile(r"\s(?:des|der|eines|einer|von|unter (?:den|die|das))\s(?:[a-zäöüß-]+e[nrs]?\s)?([A-ZÄÖÜ][\w-]+)")
_BEHIND = re.compile(r"\s(?:[a-zäöüß-]+e[nrs]?\s)?([A-ZÄÖÜ][\w-]+)")
_VERB = re.compile(r"\b(?:wurden?|haben|hat)\b")
_PRONOUN = re.compile(r"\b(?:[Ee]s|[Ss]ie|[Ee]r)\b")


def _nouns(text: str) -> Nouns:
    """The nouns of a clause that hang on no other and on no preposition."""
    return frozenset(
        _stem(match.group())
        for match in _NOUN.finditer(text)
        if not _DEPENDENT.search(text[: match.start()]) and not _NO_NOUN.match(match.group())
    )


_NO_NOUN = re.compile(
    r"(?:Der|Die|Das|Den|Dem|Des|Ein\w*|Im|Am|In|Seit|Nach|Mit|Bis|Zum|Zur|Auf|Es|Sie|Er|Ihre?\w*|Seine?\w*|Beide|"
    r"Betrieb\w*|Arbeit|Kraft|Jahr\w*|Ende|Anfang|Frühjahr|Sommer|Herbst|Winter|Erst|Bereits|Schon|Damit|Von|Ab|Als|"
    r"Diese\w*|Auch|Zu|Wie|Unter)\b"
)


def _stem(noun: str) -> str:
    return re.sub(r"(?<=\w{4})(?:es|en|er|s|n|e)+\Z", "", noun.lower())
