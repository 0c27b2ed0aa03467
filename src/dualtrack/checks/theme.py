"""What an event happens to: the noun that a verb, participle or noun for an event has as its subject or object.

'The bridge was opened', 'bridge opened in 2018', 'the opening of the bridge' have one theme; 'the eastern ramp of the
bridge was opened' has another, though it names the bridge.
"""

import re
from dataclasses import dataclass

Nouns = frozenset[str]


@dataclass(frozen=True, slots=True)
class Theme:
    """What an event happens to.

    Attributes:
        nouns: The nouns that it may be, as stems.
        left_open: Whether the text only says 'it', 'the opening': what was spoken of.
    """

    nouns: Nouns
    left_open: bool = False


def same_theme(one: Theme, other: Theme) -> bool:
    """Whether two themes have a noun in common, a compound being what its last part is."""
    return any(_one_noun(mine, its) for mine in one.nouns for its in other.nouns)


def _one_noun(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long == short or (len(short) >= (_SHORT if short[0] < "\u0250" else 2) and long.endswith(short))


_SHORT = 6


def otherwise_qualified(one: str, other: str, theme: Theme, its: Theme, language: str) -> bool:
    """Whether each of two texts adds to the noun that both have what the other text does not.

    'The regional skills strategy' and 'the national skills strategy' are two; 'the strategy' may be either. English
    says 'an advisory board' of one that is not 'the board'.
    """
    nouns = theme.nouns & its.nouns
    added = [_added(text, rival, nouns, language) for text, rival in ((one, other), (other, one))]
    if language == "en" and any(
        words and re.search(rf"\ban? (?:[\w-]+ ){{1,3}}{re.escape(noun)}", text, re.IGNORECASE)
        for noun in nouns
        for words, text in zip(added, (one, other), strict=True)
    ):
        return True
    return all(added) or any(_restricted(text, rival, nouns) for text, rival in ((one, other), (other, one)))


def _restricted(text: str, rival: str, nouns: Nouns) -> bool:
    """Whether a text says whom a thing is for and its rival does not: 'the call for students'."""
    lowered = rival.lower()
    return any(
        match["whom"].lower()[:5] not in lowered
        for noun in nouns
        for match in re.finditer(_FOR_WHOM.format(re.escape(noun)), text, re.IGNORECASE)
    )


_FOR_WHOM = (
    r"\b{0}\w{{0,2}} (?:for|für|pour|(?:destinée?s?|réservée?s?) aux?) "
    r"(?:the |die |les |la |le )?(?P<whom>[^\W\d_]{{3,}})"
)


def _added(text: str, rival: str, nouns: Nouns, language: str) -> list[str]:
    """The words that a text adds to some nouns and a rival lacks."""
    lowered = rival.lower()
    if language not in _QUALIFIED:
        return []
    return [
        word
        for noun in nouns
        for match in re.finditer(_QUALIFIED[language].format(re.escape(noun)), text, re.IGNORECASE)
        for word in re.findall(r"[^\W\d_]{2,}", match["more"])
        if _ADDS.fullmatch(word) and word.lower()[:5] not in lowered
    ]


_QUALIFIED = {
    "en": r"(?P<more>(?:(?:[\w’'-]+) ){{1,4}}){0}",
    "fr": r"\b{0}(?P<more>(?:\s(?!(?:a|ont|est|sont|avait|fut|en|le|lie|qui|que|se)\b)[\w’'-]+){{1,4}})",
    "ko": r"(?P<more>(?:[가-힣A-Z·-]+ ){{1,2}}){0}",
    "ja": r"(?P<more>[ぁ-ん]{{3,}}){0}",
}
_ADDS = re.compile(
    r"(?!(?:the|that|this|with|which|when|finally|were|been|have|has|two|both|their|its|after|since|from|signed|opened|"
    r"launched|created|established|adopted|founded|ministers?|parliament|council|government|board|pour|avec|dans|entre)\Z)"
    r"(?:[a-zà-ÿA-ZÀ-Ý]{4,}|[가-힣A-Z]{2,}(?<![은는이가을를의에서로한된린던해여고과와])|[ぁ-ん]{3,}(?<![たるなてでにをはがいく]))",
    re.IGNORECASE,
)


def hangs_on_another(one: str, other: str, theme: Theme, its: Theme, language: str) -> bool:
    """Whether what an event happens to in one text is only named in the other as what another thing belongs to.

    'The bridge was opened' and 'the northern ramp of the bridge was opened' tell two events.
    """
    if not theme.nouns or not its.nouns or same_theme(theme, its):
        return False
    pairs = [(noun, other) for noun in theme.nouns] + [(noun, one) for noun in its.nouns]
    return any(_hangs(noun, text, language) for noun, text in pairs)


def _hangs(noun: str, text: str, language: str) -> bool:
    """Whether a noun stands in a text, and each time as a part of what names another thing."""
    lowered = text.lower()
    places = [match.span() for match in re.finditer(re.escape(noun), lowered)]
    if language in _FOLLOWED:
        return bool(places) and all(_FOLLOWED[language].match(text, end) for _, end in places)
    return bool(places) and all(_GOVERNED.search(text[:start]) for start, _ in places)


_FOLLOWED = {
    "ja": re.compile(r"[」』]?(?:の|に基づく|に関する|に係る|を補足する)?(?!の)[一-龠ァ-ヴー]{2,}"),
    "ko": re.compile(r"[」』’]?(?:의|에 따른|에 관한)? (?:[가-힣]+ )?[가-힣]{2,}(?:은|는|이|가|을|를)(?=\s)"),
}
_GOVERNED = re.compile(
    r"\b(?!sign|open|launch|clos|adopt|creat|establish|introduc|found|start|entr[yé]|ouvert|créat|lanc|clôt|fin\b|"
    r"mise?\b|en service|vigueur|[Gg]ründ|[Uu]nter(?:zeich|schri)|[Ee]röffn|[Ee]inführ|[Vv]erabsch|[Ee]inricht|"
    r"[Ii]nkraft|[Ii]nbetrieb|[Ss]tart|[Bb]eginn|[Ee]nde|part(?:y|ies)|members?|ministers?)"
    r"[^\W\d_]{3,} (?:of|to|for|de|du|des|der|zum|zur|von|d(?:e l)?['’]) ?(?:the |its |la |l['’])?\Z|"
    r"\b[A-Z]\w+ im \Z"
)
