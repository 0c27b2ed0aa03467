"""The three readers of a theme model: a line for each theme, a network on words, a network on the sense of the text.

The line is a logistic regression, classes balanced; the networks share what the themes have in common.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

from dualtrack.analysis.theme_network import SENSES, Network, train_network
from dualtrack.extraction.theme_senses import SenseReader

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.floating[Any]]
    Truths = NDArray[np.bool_]

_NEVER = -5.0
_LEAST_SPREAD = 0.01
"""Numbers that hardly differ between the texts learned from are not blown up; of 1,152, three in the survey waves."""


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
    def learned(cls, vectors: "Array", wanted: "Truths", offered: "Truths") -> "Sense":
        """Learn from vectors, each number evened to mean 0 and variance 1; without vectors nothing is said."""
        import numpy as np

        if not vectors.shape[1]:
            return cls(SenseReader.none(wanted.shape[1]), np.zeros(wanted.shape[1], np.float32))
        center, spread = vectors.mean(0), np.maximum(vectors.std(0), np.float32(_LEAST_SPREAD))
        evened = ((vectors - center) / spread).astype(np.float32)
        network = train_network(evened, wanted, offered, SENSES)
        inner = np.asarray(network.inner / spread[:, None], np.float32)
        return cls(SenseReader(center, inner, network.inner_bias, network.outer), network.bias)

    def scaled(self, by: "Array") -> SenseReader:
        """The network, its answer scaled by theme."""
        import numpy as np

        return self.reader._replace(outer=np.asarray(self.reader.outer * by, np.float32))


class Readers(NamedTuple):
    """The three."""

    line: Line
    words: Network
    sense: Sense

    @classmethod
    def learned(cls, texts: Any, vectors: "Array", wanted: "Truths", offered: "Truths") -> "Readers":
        """Learn from texts, as TF-IDF and as vectors, from the themes they have and those they could have."""
        return cls(
            Line.learned(texts, wanted, offered),
            train_network(texts, wanted, offered),
            Sense.learned(vectors, wanted, offered),
        )

    def read(self, texts: Any, vectors: "Array") -> "Array":
        """The log-odds by reader, text and theme."""
        import numpy as np

        line = texts @ self.line.weights + self.line.bias
        return np.stack([line, self.words.read(texts), self.sense.reader.read(vectors) + self.sense.bias])
