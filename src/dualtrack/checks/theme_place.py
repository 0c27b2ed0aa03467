"""Where the word for an event stands: its clause, what goes before and behind, the nouns that may be the subject."""

import re
from dataclasses import dataclass

from dualtrack.checks.theme import Nouns


@dataclass(frozen=True, slots=True)
class Place:
    """The word for an event in its sentence.

    Attributes:
        text: The sentence, blanks in place of its dates.
        word: The word for the event.
        before: What its clause has before it.
        after: What its clause has behind it.
    """

    text: str
    word: re.Match[str]
    before: str
    after: str


def place_of(text: str, word: re.Match[str]) -> Place:
    """The place of a word in a sentence of a language with blanks."""
    marks = [match.span() for match in _STOP.finditer(text)]
    start = max((end for _, end in marks if end <= word.start()), default=0)
    stop = min((begin for begin, _ in marks if begin >= word.end()), default=len(text))
    before, after = (_BLANKS.sub(" ", part) for part in (text[start : word.start()], text[word.end() : stop]))
    return Place(text, word, before, after)


_STOP = re.compile(r"[.;:!?—–|]|\n(?=[-–•*])|, | - |\A[-•–*#\s]+|\A[^\n]{2,40}\n(?=[A-ZÀ-Ý])")
_BLANKS = re.compile(r"\s+")


def plain(noun: str) -> str:
    """A noun in small letters, without the sign of the plural."""
    return re.sub(r"(?<=\w{4})(?:es|s)\Z", "", noun.lower().replace("’", "'"))


def clause_before(place: Place) -> str:
    """The clause before a comma that the word for the event follows: 'the agreement, signed in May'; else nothing."""
    earlier = place.text[: place.word.start()].rstrip()
    return re.split(r"[.;:!?—–|\n]|, ", earlier.rstrip(", "))[-1] if earlier.endswith(",") else ""


def opening_noun(place: Place) -> Nouns:
    """The nouns that may be the subject behind a clause that a participle opens: 'Founded in 2014, the regulator'."""
    behind = _BEHIND.search(place.text, place.word.end())
    if behind is None:
        return frozenset()
    words = re.findall(r"[^\W\d_][\w'’-]+", PREPOSITION.split(behind["rest"])[0])
    return frozenset(map(plain, words[: _ENGLISH if behind["led"] == "the" else _FRENCH]))


_BEHIND = re.compile(r",\s(?P<led>the|le|la|les|l['’]|das|die|der)\s?(?P<rest>[^,;.]{3,60})")
_ENGLISH, _FRENCH = 4, 2
"""How many words a noun and what qualifies it have: French nouns come first."""
PREPOSITION = re.compile(
    r"\s(?:of|to|for|in|with|between|on|at|by|from|under|against|into|that|which|who|since|after|towards?)\b"
)
"""English words that add to a noun."""
