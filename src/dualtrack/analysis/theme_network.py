"""A network with one hidden layer, trained on sparse rows: Adam (Kingma and Ba 2015) and dropout (Srivastava 2014)."""

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.floating[Any]]
    Truths = NDArray[np.bool_]

_HIDDEN = 96
_ROUNDS = 15
_BATCH = 64
_STEP = 2e-3
_DROP_INPUT, _DROP_HIDDEN = 0.3, 0.5
_FADE = 1e-5


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


def train_network(texts: Any, wanted: "Truths", offered: "Truths", seed: int = 0) -> Network:
    """Train on sparse rows; cells that are not ``offered`` teach nothing.

    Args:
        texts: Rows by terms, a CSR matrix.
        wanted: Rows by themes: whether the row has the theme.
        offered: Rows by themes: whether the row could have the theme.
        seed: Of the start and the dropout: the same gives the same network.
    """
    import numpy as np

    random = np.random.default_rng(seed)
    network = _start(texts, wanted, random)
    moments = [(np.zeros_like(part), np.zeros_like(part)) for part in network]
    step = 0
    for round_ in range(_ROUNDS):
        order = random.permutation(texts.shape[0])
        rate = _STEP * (1 - round_ / _ROUNDS)
        for first in range(0, len(order), _BATCH):
            step += 1
            chosen = order[first : first + _BATCH]
            changes, columns = _gradients(network, texts[chosen], wanted[chosen], offered[chosen], random)
            for part, (mean, square), change in zip(network, moments, changes, strict=True):
                where: Any = columns if part is network.inner else slice(None)
                mean[where] = 0.9 * mean[where] + 0.1 * change
                square[where] = 0.999 * square[where] + 0.001 * change * change
                move = (mean[where] / (1 - 0.9**step)) / (np.sqrt(square[where] / (1 - 0.999**step)) + 1e-7)
                fade = rate * _FADE if part is network.inner else 0.0
                part[where] = part[where] * np.float32(1 - fade) - np.float32(rate) * move
    return network


def _start(texts: Any, wanted: "Truths", random: "np.random.Generator") -> Network:
    import numpy as np

    count, terms = texts.shape
    wide = 0.5 * (2 * count / max(1, texts.nnz)) ** 0.5
    share = wanted.mean(0)
    return Network(
        (random.standard_normal((terms, _HIDDEN)) * wide).astype(np.float32),
        np.zeros(_HIDDEN, np.float32),
        (random.standard_normal((_HIDDEN, wanted.shape[1])) / _HIDDEN**0.5).astype(np.float32),
        np.log((share + 1e-3) / (1 - share + 1e-3)).astype(np.float32),
    )


def _gradients(
    network: Network, texts: Any, wanted: "Truths", offered: "Truths", random: "np.random.Generator"
) -> "tuple[tuple[Array, ...], NDArray[np.intp]]":
    """The slopes of each part for one batch, those of ``inner`` for the columns that occur only."""
    import numpy as np

    rows = texts.copy()
    rows.data *= (random.random(rows.nnz) > _DROP_INPUT).astype(np.float32) / np.float32(1 - _DROP_INPUT)
    raw = rows @ network.inner + network.inner_bias
    awake = (raw > 0) * (random.random(raw.shape) > _DROP_HIDDEN).astype(np.float32) / np.float32(1 - _DROP_HIDDEN)
    hidden = raw * awake
    odds = 1 / (1 + np.exp(-(hidden @ network.outer + network.bias)))
    error = ((odds - wanted) * offered / len(wanted)).astype(np.float32)
    back = (error @ network.outer.T) * awake
    columns = np.unique(rows.indices)
    return (rows[:, columns].T @ back, back.sum(0), hidden.T @ error, error.sum(0)), columns
