"""Training of what tells themes in languages other than English: one network on the cross-lingual encoder's vectors.

It learns from what each initiative says of itself in English, from its name alone, and from its name in its own
language. How well it does is asked of the names in other languages, of countries that it did not learn from.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from dualtrack.analysis.theme_examples import Example, latest
from dualtrack.analysis.theme_readers import Sense, scaled
from dualtrack.analysis.theme_scores import scores_by_language
from dualtrack.analysis.theme_stacking import bar, platt
from dualtrack.extraction.crosslingual_vectors import DIGEST, NAME
from dualtrack.extraction.theme_languages import LanguageReader

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from dualtrack.analysis.theme_network import Array, Truths


class Said(NamedTuple):
    """One text to learn from: of which row it is, and its language."""

    text: str
    row: int
    language: str


class Lesson(NamedTuple):
    """What is learned from: the vectors of texts, with the themes that each has and could have, and its part."""

    vectors: "Array"
    wanted: "Truths"
    offered: "Truths"
    part: "NDArray[np.intp]"


def said_by(rows: Sequence[Example]) -> list[Said]:
    """What each initiative says, in its last wave: all in English, its name, and its name in its own language."""
    found: dict[tuple[str, int], Said] = {}
    for at in latest(rows):
        row = rows[at]
        for text, language in ((row.text, "en"), (row.name, "en"), (row.native, row.language)):
            if text:
                found.setdefault((text, at), Said(text, at, language))
    return list(found.values())


def learned(
    said: Sequence[Said], lesson: Lesson, codes: Sequence[str], pool: Callable[..., Any]
) -> tuple[LanguageReader, dict[str, Any]]:
    """Learn, scale and score.

    Args:
        said: The texts.
        lesson: The same, as what is learned from.
        codes: The themes.
        pool: ``map``, or what does as it does with several threads.

    Returns:
        What reads other languages, and what it was made with: the encoder and the scores of names that are not English,
        by cross-validation, all and by language.
    """
    import numpy as np

    vectors, wanted, offered, part = lesson

    def learn(chosen: "Truths") -> Sense:
        return Sense.learned(vectors[chosen], wanted[chosen], offered[chosen], networks=1)

    parts = [part != number for number in np.unique(part)]
    sense, *others = pool(learn, [np.ones(len(part), bool), *parts])
    told = np.zeros(wanted.shape, np.float32)
    for chosen, other in zip(parts, others, strict=True):
        told[~chosen] = other.reader.read(vectors[~chosen]) + other.bias
    slope, shift = platt(told, wanted, offered)
    probable = 1 / (1 + np.exp(-(told * slope + shift)))
    asked = np.array([one.language != "en" for one in said])
    kept = asked if asked.any() else ~asked
    threshold, rise = bar(probable[kept], wanted[kept])
    bias, bars = np.asarray(sense.bias * slope + shift, np.float32), np.array([threshold, rise], np.float32)
    reader = LanguageReader(*scaled(sense.reader, slope), bias, bars)
    languages = [one.language for one in said if one.language != "en"]
    scores = scores_by_language(codes, languages, probable[asked], wanted[asked], (threshold, rise))
    return reader, {"encoder": {"name": NAME, "sha256": DIGEST}, "scores": scores}
