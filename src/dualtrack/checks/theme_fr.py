"""What an event happens to in French sentences."""

import re

from dualtrack.checks.theme import Nouns, Theme
from dualtrack.checks.theme_place import Place, clause_before, opening_noun, plain

_NOUN = re.compile(
    r"(?P<led>\b(?:de|du|des|par|avec|dans|sur|pour|à|au|aux|en|entre|chez|sous|d['’])\s?)?"
    r"(?:\b(?:[Ll]e|[Ll]a|[Ll]es|[Uu]ne?|[Cc]et(?:te)?|[Cc]e|[Ss]on|[Ss]a|[Ll]eur)\s|\b[Ll]['’])"
    r"(?:(?:nouvel(?:le)?|premier|première|deuxième|second|grande?|petite?|vaste)s?\s)?(?P<noun>[^\W\d_][\w-]+)"
)
_EVENT_NOUN = re.compile(r"(?:ion|ure|ment|mise en service|en vigueur|adhésion|fin)\Z", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:il|elle|ils|elles|celle-ci|celui-ci|ce dernier)\b", re.IGNORECASE)


def french(place: Place) -> Theme:
    """The complement of a noun for the event, the noun before a participle, the object of a verb, else the subject."""
    if _VERB.search(place.before):
        taken = None if _PASSIVE.search(place.before) else _OBJECT.match(place.after)
        if taken:
            return Theme(frozenset([plain(taken[1])]))
    elif _EVENT_NOUN.search(place.word.group()):
        of = _OF.match(place.after)
        return Theme(frozenset([plain(of[1])])) if of else Theme(frozenset(), left_open=True)
    elif _BEHIND.match(place.after) and (last := _LAST.search(place.before)):
        return Theme(frozenset([plain(last[1])]))
    return _subject(place)


_VERB = re.compile(r"\b(?:a|ont|est|sont|avait|avaient|fut|furent|été|s['’]est|se sont)\s\Z")
_PASSIVE = re.compile(r"été\s\Z")
_OBJECT = re.compile(r"[eés]*\s(?:le |la |les |l['’]|une? |cette |ce |son |sa )([^\W\d_][\w-]+)")
_OF = re.compile(r"\s?(?:de la |de l['’]\s?|du |des |de |d['’])([^\W\d_][\w-]+)")
_BEHIND = re.compile(r"[eés]*(?:\s(?:en|le|à|par|au|dans)|\s*\Z)")
_LAST = re.compile(r"([^\W\d_][\w-]+)\s\Z")


def _subject(place: Place) -> Theme:
    nouns = _nouns(place.before)
    if nouns or _PRONOUN.search(place.before):
        return Theme(nouns, left_open=not nouns)
    earlier = clause_before(place)
    return Theme(_nouns(earlier) if earlier else opening_noun(place))


def _nouns(text: str) -> Nouns:
    """The nouns of a clause that no preposition leads."""
    return frozenset(plain(one["noun"]) for one in _NOUN.finditer(text) if not one["led"])
