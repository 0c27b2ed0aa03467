"""How readers become one probability and a decision: their weights, the scaling of each theme, what is told.

All is learned from what the readers say of texts that they have not seen: stacking (Wolpert 1992), the scaling of each
theme by Platt (1999), and the bar for micro-F1.
"""

from typing import TYPE_CHECKING

from dualtrack.analysis.theme_scores import decide

if TYPE_CHECKING:
    from dualtrack.analysis.theme_network import Array, Truths

_THRESHOLDS = [step / 100 for step in range(5, 80)]
_RISES = [step / 20 for step in range(11)]


def stacked(told: "Array", wanted: "Truths", offered: "Truths") -> "Array":
    """The weight of each reader: a logistic regression of all cells on what the readers say of unseen texts."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    spread = told.std(axis=(1, 2)) + np.float32(1e-9)
    seen = (told[:, offered] / spread[:, None]).T
    if wanted[offered].all() or not wanted[offered].any():
        return np.asarray(1 / spread)
    line = LogisticRegression().fit(seen, wanted[offered])
    weights = np.maximum(line.coef_[0], 0) / spread
    return np.asarray(np.where(told.std(axis=(1, 2)) > 0, weights, 0.0))


def platt(summed: "Array", wanted: "Truths", offered: "Truths") -> "tuple[Array, Array]":
    """Slope and shift of each theme: a logistic regression of the theme on its score."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    slope, shift = np.ones(wanted.shape[1]), np.full(wanted.shape[1], -3.0)
    for column in range(wanted.shape[1]):
        here = offered[:, column]
        if 0 < wanted[here, column].sum() < here.sum():
            line = LogisticRegression().fit(summed[here, column : column + 1], wanted[here, column])
            slope[column], shift[column] = max(float(line.coef_[0, 0]), 0.0), float(line.intercept_[0])
    return slope, shift


def bar(probable: "Array", wanted: "Truths") -> tuple[float, float]:
    """The threshold and its rise (see ``decide``) that are best for micro-F1."""
    tried = [(threshold, rise) for rise in _RISES for threshold in _THRESHOLDS]
    return max(tried, key=lambda one: _micro_f1(decide(probable, *one), wanted))


def _micro_f1(told: "Truths", wanted: "Truths") -> float:
    return 2 * int((told & wanted).sum()) / max(1, int(told.sum()) + int(wanted.sum()))
