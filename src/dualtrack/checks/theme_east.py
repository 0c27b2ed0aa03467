"""What an event happens to in Japanese and Korean sentences, by the particles behind the nouns."""

import re
from collections.abc import Iterator

from dualtrack.checks.theme import Theme

_JA_AFTER = re.compile(
    r"(?:され|し|せ|かれ|い|ばれ|ん)*[たる]"
    r"(?P<noun>[^はがをのに、。]{0,20}?[一-龠々ァ-ヴー]{2,})(?=[はがをのに、。\s]|\Z)"
)
_JA_MARKED = re.compile(r"(?P<noun>[一-龠々ァ-ヴーA-Z]{2,})[」』)）]?(?P<mark>は|が|を|の(?=\Z))")
_KO_AFTER = re.compile(
    r"(?:된|한|은|린|어진|연|)\s(?P<noun>(?:[가-힣A-Z]+\s){0,4}?[가-힣A-Z]{2,}?)(?:은|는|이|가|을|를|의|에)(?=[\s,.]|\Z)"
)
_KO_MARKED = re.compile(r"(?P<noun>[가-힣A-Z]{2,}?)[」』”’)]?(?P<mark>은|는|이|가|을|를)(?=[\s,])")
_INTO, _JOINS = re.compile("署名|調印|서명"), re.compile("加盟|加入|参画|가입|합류")
"""What a thing is put into; what its subject does to itself."""
_JOINED = re.compile(r"([가-힣A-Z]{2,}?)[」』”’]?(?:의)?\s\Z")
_NOUN_GOES_ON = re.compile(r"(?:은|이|을|를|의|,|\s*\Z|에)")
_LED_INTO = re.compile(r"([一-龠々ァ-ヴーA-Z]{2,})[」』]?に\Z|([가-힣A-Z]{2,}?)[」』”’]?에\s\Z")
_BARE = re.compile(r"([가-힣]{2,}?|[一-龠々ァ-ヴー]{2,})(?:은|는|이|가|을|를)?\s\Z")
_RUN = re.compile("[一-龠々ァ-ヴーA-Z]{2,}|[가-힣A-Z]{2,}")


def eastern(text: str, word: re.Match[str], language: str) -> Theme:
    """The noun that the verb stands before, that it is joined to, its object, else its subject."""
    start = max(text.rfind(mark, 0, word.start()) for mark in "。\n") + 1
    before, after = text[start : word.start()], text[word.end() :]
    found = next(_candidates(before, word.group(), after, language), None)
    if found is None:
        return Theme(frozenset(), left_open=not before.strip(" 　,、"))
    return Theme(frozenset([found]))


def _candidates(before: str, word: str, after: str, language: str) -> Iterator[str]:
    """The nouns that the event may happen to, the likeliest first."""
    following = (_JA_AFTER if language == "ja" else _KO_AFTER).match(after)
    if following:
        yield from _RUN.findall(following["noun"])[-1:]
    joined = _JOINED.search(before) if language == "ko" and _NOUN_GOES_ON.match(after) else None
    if joined:
        yield joined[1]
    into = _LED_INTO.search(before) if _INTO.match(word) else None
    if into:
        yield into[1] or into[2]
    marked = list((_JA_MARKED if language == "ja" else _KO_MARKED).finditer(before))
    for marks in ("はが은는이가",) if _JOINS.match(word) else ("の", "を을를", "はが은는이가"):
        yield from [one["noun"] for one in marked if one["mark"] in marks][-1:]
    bare = _BARE.search(before)
    if bare:
        yield bare[1]
