"""Themes by the sense of a passage: a network with one hidden layer on the sentence encoder's vector."""

from typing import TYPE_CHECKING, NamedTuple

from dualtrack.extraction.sentence_vectors import SIZE, sense_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

OTHER = "(other wording)"
"""What function words, punctuation and the ends of a passage decide together."""


class SenseReader(NamedTuple):
    """The network: ``relu((v - center) inner + inner_bias) outer`` is what the sense adds to the log-odds.

    Attributes:
        center: The mean vector of the texts learned from.
        inner: Number of the vector by hidden unit; no units where themes were learned from words only.
        inner_bias: By hidden unit.
        outer: Hidden unit by code.
    """

    center: "Floats"
    inner: "Floats"
    inner_bias: "Floats"
    outer: "Floats"

    @classmethod
    def none(cls, codes: int) -> "SenseReader":
        """A reader that says nothing: for models that read words only."""
        import numpy as np

        empty = (np.zeros(shape, np.float32) for shape in cls.shapes(0, codes))
        return cls(*empty)

    def joined(self, other: "SenseReader") -> "SenseReader":
        """This reader and another of the same texts as one: what they add is summed."""
        import numpy as np

        return SenseReader(
            self.center,
            np.concatenate([self.inner, other.inner], axis=1),
            np.concatenate([self.inner_bias, other.inner_bias]),
            np.concatenate([self.outer, other.outer]),
        )

    @staticmethod
    def shapes(units: int, codes: int) -> list[tuple[int, ...]]:
        """The shape of each part."""
        return [(SIZE,), (SIZE, units), (units,), (units, codes)]

    @property
    def reads(self) -> bool:
        """Whether it says anything."""
        return len(self.inner_bias) > 0

    def read(self, vectors: "Floats") -> "Floats":
        """What vectors add to the log-odds, text by code."""
        import numpy as np

        if not self.reads:
            return np.zeros((len(vectors), self.outer.shape[1]), np.float32)
        found: Floats = self._hidden(vectors) @ self.outer
        return found

    def add(self, text: str) -> "Floats | float":
        """What the sense of a text adds to the log-odds of each code; an empty one has no sense.

        Raises:
            MissingExtraError: The sentence encoder is not installed.
        """
        if not (self.reads and text.strip()):
            return 0.0
        found: Floats = self.read(sense_of(text).parts.sum(0, keepdims=True))[0]
        return found

    def words(self, text: str, column: int, quiet: frozenset[str]) -> dict[str, float]:
        """What each word adds, in its place in the passage, to the log-odds of a code; ``quiet`` words as one.

        They sum to what the sense adds, less the part of the constants: exact, for the units that are awake.
        """
        if not (self.reads and text.strip()):
            return {}
        sense = sense_of(text)
        vector = sense.parts.sum(0)
        slope = self.inner @ (self.outer[:, column] * (self._hidden(vector) > 0))
        share = self.center / len(sense.words)
        found: dict[str, float] = {}
        for word, part in zip(sense.words, (sense.parts - share) @ slope, strict=True):
            name = OTHER if word in quiet or len(word) < 2 or not word.isalnum() else word
            found[name] = found.get(name, 0.0) + float(part)
        return found

    def _hidden(self, vector: "Floats") -> "Floats":
        import numpy as np

        hidden: Floats = np.maximum((vector - self.center) @ self.inner + self.inner_bias, 0)
        return hidden
