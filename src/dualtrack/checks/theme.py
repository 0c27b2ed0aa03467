"""What an event happens to: the noun that a verb, participle or noun for an event has as its subject or object.

'The bridge was opened', 'bridge opened in 2018', 'the opening of the bridge' have one theme; 'the eastern ramp of the
bridge was opened' has another, though it names the bridge.
"""

import re
from dataclasses import dataclass
from typing import Literal

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


def theme_of(text: str, word: re.Match[str], language: str) -> Theme:
    """What the event that a word tells happens to.

    Args:
        text: A sentence, blanks in place of its dates.
        word: The verb, participle or noun for the event.
        language: That of the sentence.
    """
    if language in ("ja", "ko"):
        return _eastern(text, word, language)
    if language not in ("en", "de", "fr"):
        return Theme(frozenset())
    start, end = _clause(text, word)
    before, after = text[start : word.start()], re.sub(r"\s+", " ", text[word.end() : end])
    before = re.sub(r"\s+", " ", before)
    return {"en": _english, "de": _german, "fr": _french}[language](before, word.group(), after, text, word)


_STOP = re.compile(r"[.;:!?—–|]|\n(?=[-–•*])|, | - |\A[-•–*#\s]+|\A[^\n]{2,40}\n(?=[A-ZÀ-Ý])")


def _clause(text: str, word: re.Match[str]) -> tuple[int, int]:
    """The clause of a word, as far as the marks around it part one off."""
    marks = [(match.start(), match.end()) for match in _STOP.finditer(text)]
    start = max((end for _, end in marks if end <= word.start()), default=0)
    stop = min((begin for begin, _ in marks if begin >= word.end()), default=len(text))
    return start, stop


def _plain(noun: str) -> str:
    return re.sub(r"(?<=\w{4})(?:es|s)\Z", "", noun.lower().replace("’", "'"))


_EN_PREPOSITION = re.compile(
    r"\s(?:of|to|for|in|with|between|on|at|by|from|under|against|into|that|which|who|since|after|towards?)\b"
)
_EN_AUXILIARY = re.compile(
    r"(?:(?:\b(?:was|were|is|are|be|been|being|had|has|have|finally|first|then|formally|officially|only|jointly|to|"
    r"which|that|who|successfully|newly|itself)\b|,)\s*)+\Z"
)
_EN_OBJECT = re.compile(r"\s(?:the|its|their|this|that|an?) (?P<noun>[^,;.]+)")
_PRONOUN = re.compile(r"\b(?:it|they|he|she|this|its|their)\s*\Z|\A(?:it|they|its|their)\b", re.IGNORECASE)
_EN_NOUN = re.compile(r"(?:ion|ing|ment|ure|entry into force|accession)\Z")


def _english(before: str, word: str, after: str, text: str, match: re.Match[str]) -> Theme:
    if _EN_NOUN.search(word.lower()) and not re.search(r"\b(?:been|was|were)\s\Z", before):
        of = re.match(r" (?:of|to|into) (?:the |its |an? )?(.+)", after)
        if of:
            return Theme(_english_head(of[1]))
        if _PRONOUN.search(before):
            return Theme(_opening_noun(text, match), left_open=True)
        compound = re.search(r"([\w'’-]+)\s\Z", before)
        if compound and not re.fullmatch(r"(?:the|this|that|an?|of|after|since|before|official|formal)", compound[1], re.I):
            return Theme(frozenset([_plain(compound[1])]))
        return Theme(frozenset(), left_open=True)
    led = _EN_AUXILIARY.search(before)
    if led is None:
        taken = _EN_OBJECT.match(after)
        if taken and not re.match(r"\s(?:the )\s*(?:\Z|year)", after):
            return Theme(_english_head(taken["noun"]))
    subject = before[: led.start()] if led else before
    if not subject.strip():
        earlier = text[: match.start()].rstrip(", ")
        if earlier and text[: match.start()].rstrip().endswith(","):
            return Theme(_english_head(_last_clause(earlier), whole=True))
        return Theme(_opening_noun(text, match))
    if _PRONOUN.search(subject.strip()):
        return Theme(frozenset(), left_open=True)
    if led is None:
        last = re.search(r"([\w'’-]+)\s*\Z", subject)
        return Theme(frozenset([_plain(last[1])]) if last else frozenset())
    return Theme(_english_head(subject))


def _last_clause(text: str) -> str:
    return re.split(r"[.;:!?—–|\n]|, ", text)[-1]


def _english_head(phrase: str, *, whole: bool = False) -> Nouns:
    """The last noun before what a preposition adds, of the wording up to it; with ``whole`` that of all of it too."""
    phrase = re.sub(r"\A\s*(?:(?:On|In|At|By|Since|After)\s+)+(?=the |an? )", "", phrase).strip()
    cut = _EN_PREPOSITION.search(phrase)
    found = {words[-1] for part in (phrase[: cut.start()] if cut else phrase, phrase if whole else "")
             if (words := re.findall(r"[^\W\d_][\w'’-]+", part))}
    verb = re.search(r"\b(?:was|were|is|are|has|have|had|will)\b", phrase)
    if verb and (words := re.findall(r"[^\W\d_][\w'’-]+", phrase[: verb.start()])):
        found = {words[-1]}
    return frozenset(map(_plain, found))


def _opening_noun(text: str, match: re.Match[str]) -> Nouns:
    """The nouns that may be the subject behind the clause that a participle opens: 'Founded in 2014, the regulator'."""
    behind = re.search(r",\s(?:the|le|la|les|l['’]|das|die|der)\s?(?P<rest>[^,;.]{3,60})", text[match.end() :])
    if behind is None:
        return frozenset()
    words = re.findall(r"[^\W\d_][\w'’-]+", _EN_PREPOSITION.split(behind["rest"])[0])[:5]
    return frozenset(map(_plain, words))


_DE_NOUN = re.compile(r"\b[A-ZÄÖÜ][\wäöüß-]{2,}")
_DE_DEPENDENT = re.compile(
    r"(?:\b(?:des|eines|einer|in|im|zum|zur|zu|mit|von|vom|bei|beim|unter|nach|für|auf|am|an|aus|bis|über|durch|gegen|"
    r"ins|als|seit|vor|um|ab)\s(?:(?:der|den|dem|die|das|seine[rnm]?|ihre[rnm]?|eine[rnm]?)\s)?|[A-ZÄÖÜ]\w+\s(?:der|deren|dessen)\s)"
    r"(?:[a-zäöüß-]+(?:e|en|er|em)\s)?\Z"
)
_DE_EVENT_NOUN = re.compile(r"ung\Z|\AUnterschrift|\AStart|\AInkrafttreten|nahme\Z|\ABeitritt|gabe\Z|\ABeginn")


def _german(before: str, word: str, after: str, text: str, match: re.Match[str]) -> Theme:
    noun = re.search(r"[A-ZÄÖÜ]\w*\Z", word) and _DE_EVENT_NOUN.search(word)
    tail = re.match(r"[a-zäöüß]*", after)
    rest = after[tail.end() :] if tail else after
    if word[:1].isupper() and _DE_EVENT_NOUN.search(word + (tail.group() if tail else "")):
        noun = noun or re.match("", word)
    if noun:
        of = re.match(r"\s(?:des|der|eines|einer|von|unter (?:den|die|das))\s(?:[a-zäöüß-]+e[nrs]?\s)?([A-ZÄÖÜ][\w-]+)", rest)
        if of:
            return Theme(frozenset([_german_stem(of[1])]))
        compound = frozenset[str]()
        return Theme(compound or _german_nouns(before + " | " + rest), left_open=True)
    if re.search(r"e[nrms]?\Z", word + (tail.group() if tail else "")):
        attributive = re.match(r"\s(?:[a-zäöüß-]+e[nrs]?\s)?([A-ZÄÖÜ][\w-]+)", rest)
        if attributive and not re.search(r"\b(?:wurden?|haben|hat)\b", before):
            return Theme(frozenset([_german_stem(attributive[1])]))
    subject = f"{before} {re.sub(r'[A-ZÄÖÜ]', 'x', word[:1]) if not re.search(r'[a-zäöü]{3}.* ', word) else word} {rest}"
    nouns = _german_nouns(subject)
    if not nouns and (not before.strip() or re.search(r"\b(?:[Ee]s|[Ss]ie|[Ee]r)\b", subject)):
        return Theme(_opening_noun(text, match), left_open=True)
    return Theme(nouns)


def _german_nouns(text: str) -> Nouns:
    """The nouns of a clause that hang on no other and on no preposition."""
    return frozenset(
        _german_stem(match.group())
        for match in _DE_NOUN.finditer(text)
        if not _DE_DEPENDENT.search(text[: match.start()]) and not _DE_NO_NOUN.match(match.group())
    )


_DE_NO_NOUN = re.compile(
    r"(?:Der|Die|Das|Den|Dem|Des|Ein\w*|Im|Am|In|Seit|Nach|Mit|Bis|Zum|Zur|Auf|Es|Sie|Er|Ihre?\w*|Seine?\w*|Beide|"
    r"Betrieb\w*|Arbeit|Kraft|Jahr\w*|Ende|Anfang|Frühjahr|Sommer|Herbst|Winter|Erst|Bereits|Schon|Damit|Von|Ab|Als|"
    r"Diese\w*|Auch|Zu|Wie|Unter)\b"
)


def _german_stem(noun: str) -> str:
    return re.sub(r"(?<=\w{4})(?:es|en|er|s|n|e)\Z", "", noun.lower())


_FR_NOUN = re.compile(
    r"(?P<led>\b(?:de|du|des|par|avec|dans|sur|pour|à|au|aux|en|entre|chez|sous|d['’])\s?)?"
    r"(?:\b(?:[Ll]e|[Ll]a|[Ll]es|[Uu]ne?|[Cc]et(?:te)?|[Cc]e|[Ss]on|[Ss]a|[Ll]eur|du|des|au)\s|\b[Ll]['’])"
    r"(?:(?:nouvel(?:le)?|premier|première|deuxième|second|grande?|petite?|vaste)s?\s)?(?P<noun>[^\W\d_][\w-]+)"
)
_FR_EVENT_NOUN = re.compile(r"(?:ion|ure|ment|mise en service|en vigueur|adhésion|fin)\Z", re.IGNORECASE)
_FR_PRONOUN = re.compile(r"\b(?:il|elle|ils|elles|celle-ci|celui-ci|ce dernier)\b", re.IGNORECASE)


def _french(before: str, word: str, after: str, text: str, match: re.Match[str]) -> Theme:
    verb = re.search(r"\b(?:a|ont|est|sont|avait|avaient|fut|furent|été|s['’]est|se sont)\s\Z", before) is not None
    if not verb and _FR_EVENT_NOUN.search(word):
        of = re.match(r"\s?(?:de la |de l['’]\s?|du |des |de |d['’])([^\W\d_][\w-]+)", after)
        if of:
            return Theme(frozenset([_plain(of[1])]))
        return Theme(frozenset(), left_open=True)
    if not verb and re.search(r"[^\W\d_][\w-]+\s\Z", before) and re.match(r"[eés]*(?:\s(?:en|le|à|par|au|dans)|\s*\Z)", after):
        last = re.search(r"([^\W\d_][\w-]+)\s\Z", before)
        return Theme(frozenset([_plain(last[1])]) if last else frozenset())
    if verb:
        taken = re.match(r"[eés]*\s(?:le |la |les |l['’]|une? |cette |ce |son |sa )([^\W\d_][\w-]+)", after)
        if taken and not re.search(r"été\s\Z", before):
            return Theme(frozenset([_plain(taken[1])]))
    nouns = frozenset(_plain(one["noun"]) for one in _FR_NOUN.finditer(before) if not one["led"])
    if nouns:
        return Theme(nouns)
    if _FR_PRONOUN.search(before):
        return Theme(frozenset(), left_open=True)
    earlier = text[: match.start()].rstrip()
    if earlier.endswith(","):
        found = [one["noun"] for one in _FR_NOUN.finditer(_last_clause(earlier.rstrip(", "))) if not one["led"]]
        return Theme(frozenset(map(_plain, found)))
    return Theme(_opening_noun(text, match))


_RUN: dict[Literal["ja", "ko"], str] = {"ja": "[一-龠々ァ-ヴーA-Z]{2,}", "ko": "[가-힣A-Z]{2,}"}
_JA_AFTER = re.compile(r"(?:され|し|せ|かれ|い|ばれ|ん)*[たる](?P<noun>[^はがをのに、。]{0,20}?[一-龠々ァ-ヴー]{2,})(?=[はがをのに、。\s]|\Z)")
_JA_MARKED = re.compile(r"(?P<noun>[一-龠々ァ-ヴーA-Z]{2,})[」』)）]?(?P<mark>は|が|を|の(?=\Z))")
_KO_AFTER = re.compile(
    r"(?:된|한|은|린|어진|연|)\s(?P<noun>(?:[가-힣A-Z]+\s){0,4}?[가-힣A-Z]{2,}?)(?:은|는|이|가|을|를|의|에)(?=[\s,.]|\Z)"
)
_KO_MARKED = re.compile(r"(?P<noun>[가-힣A-Z]{2,}?)[」』”’)]?(?P<mark>은|는|이|가|을|를)(?=[\s,])")


def _eastern(text: str, word: re.Match[str], language: str) -> Theme:
    """The noun that the verb stands before, else the object, else the subject before it."""
    start = max(text.rfind(mark, 0, word.start()) for mark in "。\n") + 1
    before, after = text[start : word.start()], text[word.end() :]
    following = (_JA_AFTER if language == "ja" else _KO_AFTER).match(after)
    if following:
        runs = re.findall(_RUN["ja" if language == "ja" else "ko"], following["noun"])
        return Theme(frozenset(runs[-1:]))
    if language == "ko":
        joined = re.search(r"([가-힣A-Z]{2,}?)[」』”’]?(?:의)?\s\Z", before)
        if joined and re.match(r"(?:은|이|을|를|의|,|\s*\Z|에)", after):
            return Theme(frozenset([joined[1]]))
    marked = list((_JA_MARKED if language == "ja" else _KO_MARKED).finditer(before))
    for marks in ("の", "を을를", "はが은는이가"):
        found = [one["noun"] for one in marked if one["mark"] in marks]
        if found:
            return Theme(frozenset(found[-1:]))
    bare = re.search(r"([가-힣]{2,}?|[一-龠々ァ-ヴー]{2,})(?:은|는|이|가|을|를)?\s\Z", before)
    return Theme(frozenset([bare[1]]) if bare else frozenset(), left_open=not bare and not before.strip(" 　,、"))
