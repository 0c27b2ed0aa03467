"""Themes of a passage that is not English: a network with one hidden layer on the cross-lingual encoder's vector.

It is learned from English texts and from names of initiatives in their own languages, so any language that the encoder
reads can be asked of it.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from dualtrack.errors import MissingExtraError
from dualtrack.extraction.crosslingual_vectors import SIZE, vectors_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_PIECES = 60
_TRADITIONAL = ("hant", "tw", "hk", "mo")
_RUN = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々]+|[\u30a0-\u30ff]+|[\u3040-\u309f]+|[^\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々]+"
)


class LanguageReader(NamedTuple):
    """``relu((v - center) inner + inner_bias) outer + bias`` are the log-odds by theme, scaled (Platt 1999).

    Attributes:
        center: The mean vector of the texts learned from.
        inner: Number of the vector by hidden unit.
        inner_bias: By hidden unit.
        outer: Hidden unit by code.
        bias: By code.
        bar: The threshold and its rise, from which on a theme is told (see ``ThemeModel``).
    """

    center: "Floats"
    inner: "Floats"
    inner_bias: "Floats"
    outer: "Floats"
    bias: "Floats"
    bar: "Floats"

    @staticmethod
    def shapes(units: int, codes: int) -> list[tuple[int, ...]]:
        """The shape of each part."""
        return [(SIZE,), (SIZE, units), (units,), (units, codes), (codes,), (2,)]

    def read(self, vectors: "Floats") -> "Floats":
        """The log-odds, text by code."""
        import numpy as np

        hidden = np.maximum((vectors - self.center) @ self.inner + self.inner_bias, 0)
        found: Floats = hidden @ self.outer + self.bias
        return found

    def score(self, text: str) -> "Floats":
        """The log-odds of each code.

        Raises:
            MissingExtraError: The encoder is not installed.
        """
        odds: Floats = self.read(vectors_of([text]))[0]
        return odds

    def words(self, text: str, column: int, language: str) -> dict[str, float]:
        """What the log-odds of a code lose if a word is left out, each by itself, so they do not sum to the log-odds.

        A text of more than sixty words is told by stretches of it, sixty at most.

        Raises:
            MissingExtraError: The encoder, or for Chinese and Thai budoux, is not installed.
        """
        pieces, vectors = _without_each(text, language)
        odds = self.read(vectors)[:, column]
        found: dict[str, float] = {}
        for (first, last), left in zip(pieces, odds[1:], strict=True):
            word = " ".join(text[first:last].split())
            found[word] = found.get(word, 0.0) + float(odds[0] - left)
        return found


@lru_cache(maxsize=8)
def _without_each(text: str, language: str) -> "tuple[list[tuple[int, int]], Floats]":
    """Where the pieces of a text stand, and the vectors of it and of it without each, for all themes asked about."""
    pieces = _pieces(_words(text, language))
    return pieces, vectors_of([text, *(text[:first] + text[last:] for first, last in pieces)])


def _words(text: str, language: str) -> list[tuple[int, int]]:
    """Where words stand: in Japanese what is written in one script, in Chinese and Thai what BudouX parts."""
    main, _, rest = language.lower().partition("-")
    if main not in ("zh", "th"):
        return [match.span() for match in _RUN.finditer(text)]
    try:
        import budoux
    except ImportError:
        raise MissingExtraError("themes", "Parting words of Chinese and Thai") from None
    model = main if main == "th" else "zh-hant" if rest.startswith(_TRADITIONAL) else "zh-hans"
    found, end = [], 0
    for part in _parser(budoux, model).parse(text):
        start, end = end, end + len(part)
        if any(map(str.isalnum, part)):
            found.append((start, end))
    return found


@lru_cache(maxsize=3)
def _parser(budoux: Any, model: str) -> Any:
    kinds = {
        "th": budoux.load_default_thai_parser,
        "zh-hans": budoux.load_default_simplified_chinese_parser,
        "zh-hant": budoux.load_default_traditional_chinese_parser,
    }
    return kinds[model]()


def _pieces(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    step = -(-len(runs) // _PIECES) or 1
    return [(part[0][0], part[-1][1]) for at in range(0, len(runs), step) if (part := runs[at : at + step])]
