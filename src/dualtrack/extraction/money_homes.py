"""Whose money a text means by a name that several countries share: dollars, 元, kroner."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dualtrack.codebook import codebook
from dualtrack.extraction.mention import Mention
from dualtrack.extraction.quantity import Quantity

_DOLLARS = frozenset(("AU", "CA", "NZ"))
"""Countries whose documents write ``$`` for their own dollar; others write US dollars so too."""
_YUANS = frozenset(("TW", "HK"))
_TRADITIONAL = re.compile("[國學會與發個億萬經對]")
_OWN_YUANS = {"HK": re.compile("港元|港幣|港币"), "TW": re.compile("新[臺台]幣")}
_LEAST = 3
_KRONER = {"NO": "NOK", "SE": "SEK", "DK": "DKK", "IS": "ISK"}
_KRONE = re.compile(r"kron|couronne|\bkr\b|クロー[ネナ]|크로[네나]|克朗", re.IGNORECASE)
_NAMED = re.compile(
    r"norweg|norvég|schwed|suéd|swed|dän|dan(?:e|i)|island|iceland|瑞典|挪威|丹麦|ノルウェー|スウェーデン|デンマーク|노르웨이|스웨덴|덴마크|[SND]kr",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?](?=\s)|[。！？\n]")
_NEAR = 200


def home_of_money(text: str, mentions: Sequence[Mention]) -> str | None:
    """The country whose dollar or 元 a text means, where it is not the most usual one: that which it names most.

    Told only for Australia, Canada and New Zealand, and for Taiwan and Hong Kong in traditional characters; a country must be
    named (itself or a body of its) three times at least and more often than any other. In traditional characters the currency that
    is once named in full (港元, 新臺幣) decides.
    """
    if "$" not in text and "元" not in text and "ollar" not in text:
        return None
    if _TRADITIONAL.search(text):
        said = [country for country, words in _OWN_YUANS.items() if words.search(text)]
        if len(said) == 1:
            return said[0]
    counts = Counter(country for mention in mentions if (country := _country(mention)))
    if not counts:
        return None
    (first, most), *others = counts.most_common(2)
    if most < _LEAST or (others and others[0][1] == most):
        return None
    if first in _DOLLARS:
        return first
    return first if first in _YUANS and _TRADITIONAL.search(text) else None


def nearest_krone(text: str, quantities: Sequence[Quantity], mentions: Sequence[Mention]) -> list[Quantity]:
    """The quantities, with kroner as those of the Nordic country named last before them in their sentence."""
    return [
        replace(quantity, currency=_krone(text, quantity, mentions) or quantity.currency)
        if quantity.currency in ("SEK", "NOK") and _KRONE.search(quantity.quote) and not _NAMED.search(quantity.quote)
        else quantity
        for quantity in quantities
    ]


def _krone(text: str, quantity: Quantity, mentions: Sequence[Mention]) -> str | None:
    for mention in reversed(mentions):
        if mention.end > quantity.start or quantity.start - mention.end > _NEAR:
            continue
        if _SENTENCE.search(text, mention.end, quantity.start):
            return None
        if currency := _KRONER.get(_country(mention)):
            return currency
    return None


def _country(mention: Mention) -> str:
    if mention.kind != "actor" or not mention.id:
        return ""
    if mention.id.isupper():
        return mention.id
    entry = codebook().entities.get(mention.id)
    return (entry.country or "") if entry else ""
