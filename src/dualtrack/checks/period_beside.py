"""A length of a window, term or the like, told in the sentence beside the one that dates it."""

import re
from collections.abc import Iterator

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.lengths import AT_MOST, Length
from dualtrack.checks.period_near import LABELLED
from dualtrack.checks.stretches import Stretch, stretches
from dualtrack.checks.whole import around, whole


def beside(context: Context, index: int, stated: list[Length]) -> Iterator[tuple[Length, Sentence, Stretch]]:
    """The one length of a sentence, where the only stretch of time near it is that of the same window or term."""
    sentence = whole(context)[index]
    named = [one for one in stated if _window(sentence.text, one) or _labels(sentence.text, one)]
    if len(named) != 1 or len(stated) != 1 or AT_MOST.search(sentence.text):
        return
    if sentence.digits and stretches(sentence):
        return
    found = [(near, stretch) for near in around(context, index) if near.digits >= 2 for stretch in stretches(near)]
    if len(found) != 1:
        return
    near, stretch = found[0]
    if (
        _labels(sentence.text, named[0])
        or _same_window(sentence.text, named[0], near.text)
        or (near.start < sentence.start and _generic(sentence.text, named[0]))
    ):
        yield named[0], near, stretch


def _labels(text: str, stated: Length) -> bool:
    return LABELLED.search(text[max(0, stated.start - 24) : stated.start]) is not None


def _generic(text: str, stated: Length) -> bool:
    """Whether a length belongs to a period without a name, which the sentence before must have named."""
    before = text[max(0, stated.start - 40) : stated.start]
    return _GENERIC.match(text, stated.end) is not None or _GENERIC_BEFORE.search(before) is not None


_GENERIC_BEFORE = re.compile(
    r"\b(?:this|that|the|cette|ce|la|le) (?:période|délai|fenêtre|period|window) (?:of|d[e'’]) ?\Z", re.IGNORECASE
)
_GENERIC = re.compile(
    r"[ -](?:window|period|Frist|Zeitraum|Fenster)\b|の(?:受付|募集|公募|応募)?期間|간?의? ?(?:접수|공모|"
    r"모집)? ?기간",
    re.IGNORECASE,
)
_NOUN = (
    r"period|window|term|phase|consultation|mandate|duration|fellowship|programme|project|agreement|call|Frist|"
    r"Laufzeit|Zeitraum|Phase|Konsultation|Amtszeit|Mandat|"
    r"Programm|Projekt|Abkommen|période|phase|consultation|mandat|durée|programme|projet|accord|délai|期間|会期|"
    r"任期|事業|計画|"
    r"協定|기간|임기|회기|사업|협정|期限|任期|项目|计划"
)
_DETERMINED = re.compile(
    r"\b(?:the|this|that|its|these|der|die|das|dieser?s?|den|dem|des|während der|le|la|les|l'|ce|cet|cette|"
    r"au cours de|durant|pendant)\s*\Z|"
    r"(?:この|その|同|本|当該|上記の|이|이번|동|해당|该|这一|上述)?\s*(?:約|약)?\s*\Z",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    rf"(?:[ -](?:long |lange[nr]? )?(?:[\w-]+ ){{0,2}}?(?:\w*)?(?:{_NOUN})(?!s)\w*\b|"
    rf"(?:間)?の[一-龠ァ-ヴー]{{0,6}}(?:{_NOUN})|(?:간|동안)?의? ?[가-힣]{{0,6}} ?(?:{_NOUN})|"
    rf"的[一-龠]{{0,6}}(?:{_NOUN}))",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    rf"(?:\b(?:this|that|the|ce|cette|le|la|l'|durée|mandat) ?(?:[\w'’-]+ ){{0,2}}?(?:{_NOUN}) (?:of|d[e'’])|(?:期間|"
    rf"会期|任期|기간은|기간|임기는)(?:は|が)?(?:計|合計|総|총)?)\s*(?:about |around |environ |約|약 ?)?\Z",
    re.IGNORECASE,
)


def _window(text: str, stated: Length) -> bool:
    """Whether a length belongs to a noun that stands for a time: 'the two-week window', 約2週間の受付期間."""
    before = text[max(0, stated.start - 40) : stated.start]
    after = _NAMED_AFTER.match(text, stated.end)
    return (after is not None and _DETERMINED.search(before) is not None) or _NAMED_BEFORE.search(before) is not None


def _same_window(text: str, stated: Length, other: str) -> bool:
    """Whether the noun of a length, or a word beside it, is found in the sentence with the dates."""
    around_it = text[max(0, stated.start - 24) : stated.start] + " " + text[stated.end : stated.end + 40]
    latin = {
        word[:6].lower() for word in re.findall(r"[^\W\d_]{5,}", around_it) if word.isascii() or word[0] < "\u0250"
    }
    other_latin = {word[:6].lower() for word in re.findall(r"[^\W\d_]{5,}", other)}
    eastern = {
        around_it[place : place + 2]
        for place in range(len(around_it) - 1)
        if _EAST.fullmatch(around_it[place : place + 2])
    }
    return bool(latin & other_latin) or any(pair in other for pair in eastern - {"期間", "기간"})


_EAST = re.compile("[\u4e00-\u9fff가-힣ァ-ヴー]{2}")
