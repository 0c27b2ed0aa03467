"""The four readers of a theme model: a line for each theme, a network on words, networks on the sense, likeness.

The line is a logistic regression, classes balanced; the networks share what the themes have in common; likeness
is how near a text is to the label of a theme.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

from dualtrack.analysis.theme_network import SENSES, Network, train_network
from dualtrack.extraction.sentence_vectors import LAST, SIZE
from dualtrack.extraction.theme_senses import SenseReader

if TYPE_CHECKING:
    from dualtrack.analysis.theme_network import Array, Truths

_NEVER = -5.0
_NETWORKS = 2
"""Networks on the sense that differ by their start and are averaged."""
_LEAST_SPREAD = 0.01
"""Numbers that hardly differ between the texts learned from are not blown up."""


class Line(NamedTuple):
    """A logistic regression for each theme: term by theme, and the constants."""

    weights: "Array"
    bias: "Array"

    @classmethod
    def learned(cls, texts: Any, wanted: "Truths", offered: "Truths") -> "Line":
        """Learn each theme from the rows that were offered it; one that none or all chose is never told."""
        import numpy as np
        from sklearn.linear_model import LogisticRegression

        weights, bias = np.zeros((texts.shape[1], wanted.shape[1])), np.full(wanted.shape[1], _NEVER)
        for column in range(wanted.shape[1]):
            here = offered[:, column]
            if 0 < wanted[here, column].sum() < here.sum():
                line = LogisticRegression(C=1.0, class_weight="balanced", solver="liblinear", random_state=0)
                line.fit(texts[here], wanted[here, column])
                weights[:, column], bias[column] = line.coef_[0], line.intercept_[0]
        return cls(weights, bias)


class Sense(NamedTuple):
    """A network on the vectors of the sentence encoder, as the model keeps it, and its constants."""

    reader: SenseReader
    bias: "Array"

    @classmethod
    def learned(cls, vectors: "Array", wanted: "Truths", offered: "Truths", networks: int = _NETWORKS) -> "Sense":
        """Learn from vectors, each number evened to mean 0 and variance 1; without vectors nothing is said."""
        import numpy as np

        if not vectors.shape[1]:
            return cls(SenseReader.none(wanted.shape[1]), np.zeros(wanted.shape[1], np.float32))
        center, spread = vectors.mean(0), np.maximum(vectors.std(0), np.float32(_LEAST_SPREAD))
        evened = ((vectors - center) / spread).astype(np.float32)
        network = Network.mean([train_network(evened, wanted, offered, SENSES, seed) for seed in range(networks)])
        inner = np.asarray(network.inner / spread[:, None], np.float32)
        return cls(SenseReader(center, inner, network.inner_bias, network.outer), network.bias)


def likeness(vectors: "Array", labels: "Array") -> SenseReader:
    """How much nearer than the texts learned from a text is to each theme's label, in standard deviations.

    It is straight: each theme has two units, of which one tells what is above the mean and one what is below.

    Args:
        vectors: The texts learned from, by number of the vector.
        labels: The labels, by number of the vector; a theme without one has zeros, and nothing is said of it.
    """
    import numpy as np

    codes = len(labels)
    if not (vectors.shape[1] and labels.any()):
        return SenseReader.none(codes)
    spread = np.maximum((vectors[:, LAST] @ labels[:, LAST].T).std(0), np.float32(_LEAST_SPREAD))
    slopes = np.zeros((SIZE, codes), np.float32)
    slopes[LAST] = labels[:, LAST].T / spread
    side = np.eye(codes, dtype=np.float32)
    inner, outer = np.concatenate([slopes, -slopes], axis=1), np.concatenate([side, -side])
    return SenseReader(vectors.mean(0), inner, np.zeros(2 * codes, np.float32), outer)


def scaled(reader: SenseReader, by: "Array") -> SenseReader:
    """A reader, its answer scaled by theme."""
    import numpy as np

    return reader._replace(outer=np.asarray(reader.outer * by, np.float32))


class Readers(NamedTuple):
    """The four."""

    line: Line
    words: Network
    sense: Sense
    likeness: SenseReader

    @classmethod
    def learned(cls, texts: Any, vectors: "Array", labels: "Array", wanted: "Truths", offered: "Truths") -> "Readers":
        """Learn from texts, as TF-IDF and as vectors, from the themes they have and could have, and their labels."""
        return cls(
            Line.learned(texts, wanted, offered),
            train_network(texts, wanted, offered),
            Sense.learned(vectors, wanted, offered),
            likeness(vectors, labels),
        )

    def read(self, texts: Any, vectors: "Array") -> "Array":
        """The log-odds by reader, text and theme."""
        import numpy as np

        line = texts @ self.line.weights + self.line.bias
        sense = self.sense.reader.read(vectors) + self.sense.bias
        return np.stack([line, self.words.read(texts), sense, self.likeness.read(vectors)])
