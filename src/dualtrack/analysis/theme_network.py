"""A network with one hidden layer, on sparse or dense rows: Adam (Kingma and Ba 2015) and dropout (Srivastava 2014)."""

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.floating[Any]]
    Truths = NDArray[np.bool_]

_BATCH = 64
_FADE = 1e-5


class Plan(NamedTuple):
    """How a network is made: hidden units, times that it sees each row, length of a step, shares dropped."""

    hidden: int
    rounds: int
    step: float
    drop_input: float
    drop_hidden: float


WORDS = Plan(hidden=96, rounds=15, step=2e-3, drop_input=0.3, drop_hidden=0.5)
"""For sparse rows of length one."""
SENSES = Plan(hidden=256, rounds=20, step=1e-3, drop_input=0.3, drop_hidden=0.6)
"""For dense rows whose columns have mean 0 and variance 1."""


class Network(NamedTuple):
    """Its weights: ``relu(x inner + inner_bias) outer + bias`` are the log-odds."""

    inner: "Array"
    inner_bias: "Array"
    outer: "Array"
    bias: "Array"

    def read(self, texts: Any) -> "Array":
        """The log-odds of each row and theme."""
        import numpy as np

        found: Array = np.maximum(texts @ self.inner + self.inner_bias, 0) @ self.outer + self.bias
        return found

    @classmethod
    def mean(cls, networks: "Sequence[Network]") -> "Network":
        """One network that says the mean of what networks say: their units side by side."""
        import numpy as np

        inner, inner_bias, outer, bias = zip(*networks, strict=True)
        return cls(
            np.concatenate(inner, axis=1),
            np.concatenate(inner_bias),
            np.concatenate(outer) / np.float32(len(networks)),
            np.mean(bias, axis=0),
        )


def train_network(texts: Any, wanted: "Truths", offered: "Truths", plan: Plan = WORDS, seed: int = 0) -> Network:
    """Train; cells that are not ``offered`` teach nothing.

    Args:
        texts: Rows by terms, a CSR matrix, or an array.
        wanted: Rows by themes: whether the row has the theme.
        offered: Rows by themes: whether the row could have the theme.
        plan: Its size and how it learns.
        seed: Of the start and the dropout: the same gives the same network.
    """
    import numpy as np

    random = np.random.default_rng(seed)
    network = _start(texts, wanted, plan.hidden, random)
    moments = [(np.zeros_like(part), np.zeros_like(part)) for part in network]
    step = 0
    for round_ in range(plan.rounds):
        order = random.permutation(texts.shape[0])
        rate = plan.step * (1 - round_ / plan.rounds)
        for first in range(0, len(order), _BATCH):
            step += 1
            chosen = order[first : first + _BATCH]
            changes, columns = _gradients(network, texts[chosen], wanted[chosen], offered[chosen], plan, random)
            for part, (mean, square), change in zip(network, moments, changes, strict=True):
                where: Any = columns if part is network.inner else slice(None)
                mean[where] = 0.9 * mean[where] + 0.1 * change
                square[where] = 0.999 * square[where] + 0.001 * change * change
                move = (mean[where] / (1 - 0.9**step)) / (np.sqrt(square[where] / (1 - 0.999**step)) + 1e-7)
                fade = rate * _FADE if part is network.inner else 0.0
                part[where] = part[where] * np.float32(1 - fade) - np.float32(rate) * move
    return network


def _start(texts: Any, wanted: "Truths", hidden: int, random: "np.random.Generator") -> Network:
    import numpy as np

    count, terms = texts.shape
    dense = isinstance(texts, np.ndarray)
    wide = (3 * terms) ** -0.5 if dense else 0.5 * (2 * count / max(1, texts.nnz)) ** 0.5
    share = wanted.mean(0)
    return Network(
        (random.standard_normal((terms, hidden)) * wide).astype(np.float32),
        np.zeros(hidden, np.float32),
        (random.standard_normal((hidden, wanted.shape[1])) / hidden**0.5).astype(np.float32),
        np.log((share + 1e-3) / (1 - share + 1e-3)).astype(np.float32),
    )


def _gradients(
    network: Network, texts: Any, wanted: "Truths", offered: "Truths", plan: Plan, random: "np.random.Generator"
) -> "tuple[tuple[Array, ...], Any]":
    """The slopes of each part for one batch, those of ``inner`` for the columns that occur only."""
    import numpy as np

    rows = texts.copy()
    dense = isinstance(rows, np.ndarray)
    (rows if dense else rows.data)[...] *= _kept(rows.shape if dense else rows.nnz, plan.drop_input, random)
    raw = rows @ network.inner + network.inner_bias
    awake = (raw > 0) * _kept(raw.shape, plan.drop_hidden, random)
    hidden = raw * awake
    odds = 1 / (1 + np.exp(-(hidden @ network.outer + network.bias)))
    error = ((odds - wanted) * offered / len(wanted)).astype(np.float32)
    back = (error @ network.outer.T) * awake
    columns = slice(None) if dense else np.unique(rows.indices)
    return (rows[:, columns].T @ back, back.sum(0), hidden.T @ error, error.sum(0)), columns


def _kept(shape: Any, dropped: float, random: "np.random.Generator") -> "Array":
    """What dropout leaves of numbers: 0, or more than 1 so that their mean stays."""
    import numpy as np

    kept: Array = (random.random(shape, np.float32) > dropped).astype(np.float32) / np.float32(1 - dropped)
    return kept
