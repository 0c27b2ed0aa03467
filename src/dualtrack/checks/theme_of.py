"""What the event that a word tells happens to, in five languages."""

import re

from dualtrack.checks.theme import Theme
from dualtrack.checks.theme_de import german
from dualtrack.checks.theme_east import eastern
from dualtrack.checks.theme_en import english
from dualtrack.checks.theme_fr import french
from dualtrack.checks.theme_place import place_of

_LATIN = {"en": english, "de": german, "fr": french}


def theme_of(text: str, word: re.Match[str], language: str) -> Theme:
    """What the event that a word tells happens to; nothing in a language that is not read.

    Args:
        text: A sentence, blanks in place of its dates.
        word: The verb, participle or noun for the event.
        language: That of the sentence.
    """
    if language in ("ja", "ko"):
        return eastern(text, word, language)
    read = _LATIN.get(language)
    return read(place_of(text, word)) if read else Theme(frozenset())
