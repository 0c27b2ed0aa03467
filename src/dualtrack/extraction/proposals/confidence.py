"""How often a proposal with these features is right: a logistic model with few, readable weights.

The base is set so that on ``bench/gold/actions`` what is said agrees with what is right; the benchmark
(``python -m bench gold_actions``) prints the share that is right in each band.
"""

from collections.abc import Mapping
from math import exp

_BASE = -1.5
_WEIGHTS = {
    "actor named": 0.9,
    "date in the clause": 0.5,
    "date in the sentence": 0.8,
    "object named": 0.5,
    "planned": -0.5,
    "weak verb": -0.8,
    "date inferred": -0.3,
    "several verbs": -0.3,
    "told without a verb": -0.4,
    "actor from the heading": -0.3,
    "actor from what is acted on": 0.1,
    "date from the heading": -0.6,
}


def confidence(features: Mapping[str, bool]) -> float:
    """The probability that verb, actors and date of the proposal are all right."""
    score = _BASE + sum(weight for name, weight in _WEIGHTS.items() if features.get(name))
    return 1 / (1 + exp(-score))
