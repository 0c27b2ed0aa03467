"""How well themes are told: F1, ranking, calibration, and the pairs that are mistaken for each other."""

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_BINS = 10
_PAIRS = 10
_LEAST = 1e-12
_LEAST_ROWS = 20
"""From which on the scores of a language are told."""


def decide(probable: "NDArray[np.floating[Any]]", threshold: float, rise: float = 0.0) -> "NDArray[np.bool_]":
    """The themes told of each row: the most probable one, and all from a bar on.

    Args:
        probable: Row by theme.
        threshold: The bar where the most probable theme has even odds.
        rise: The share of that theme's log-odds by which the bar's log-odds are higher: beside a theme that is almost
            certain, another must be surer.
    """
    import numpy as np

    odds = _log_odds(probable)
    told: NDArray[np.bool_] = odds >= _log_odds(np.float64(threshold)) + rise * odds.max(1, keepdims=True)
    told[np.arange(len(told)), probable.argmax(1)] = True
    return told


def _log_odds(probable: Any) -> Any:
    import numpy as np

    kept = np.clip(probable, _LEAST, 1 - _LEAST)
    return np.log(kept / (1 - kept))


def scores_of(
    codes: "Sequence[str]",
    probable: "NDArray[np.floating[Any]]",
    wanted: "NDArray[np.bool_]",
    threshold: float,
    rise: float = 0.0,
) -> dict[str, Any]:
    """Micro- and macro-F1, label-ranking average precision, first themes right, calibration, mistaken pairs."""
    from sklearn.metrics import f1_score, label_ranking_average_precision_score

    told = decide(probable, threshold, rise)
    first = probable.argmax(1)
    right = wanted[range(len(wanted)), first]
    return {
        "micro_f1": round(float(f1_score(wanted, told, average="micro")), 4),
        "macro_f1": round(float(f1_score(wanted, told, average="macro", zero_division=0)), 4),
        "lrap": round(float(label_ranking_average_precision_score(wanted, probable)), 4),
        "first_right": round(float(right.mean()), 4),
        "calibration_error": round(calibration_error(probable.ravel(), wanted.ravel()), 4),
        "calibration_error_first": round(calibration_error(probable.max(1), right), 4),
        "told_per_text": round(float(told.sum(1).mean()), 2),
        "of": len(wanted),
        "confused": confused(codes, told, wanted),
    }


def scores_by_language(
    codes: "Sequence[str]",
    languages: "Sequence[str]",
    probable: "NDArray[np.floating[Any]]",
    wanted: "NDArray[np.bool_]",
    bar: tuple[float, float],
) -> dict[str, dict[str, Any]]:
    """The scores without the mistaken pairs, of the rows in each language with twenty rows or more, and of ``all``.

    Args:
        codes: The themes, one a column.
        languages: Of each row.
        probable: Row by theme.
        wanted: Row by theme.
        bar: The threshold and its rise.
    """
    import numpy as np

    rows = {one: np.array(languages) == one for one in sorted(set(languages))} | {"all": np.ones(len(languages), bool)}
    found = {
        name: scores_of(codes, probable[here], wanted[here], *bar)
        for name, here in rows.items()
        if here.sum() >= _LEAST_ROWS
    }
    return {name: {key: value for key, value in one.items() if key != "confused"} for name, one in found.items()}


def calibration_error(probable: "NDArray[np.floating[Any]]", right: "NDArray[np.bool_]") -> float:
    """Expected calibration error in ten bins of equal width (Naeini et al. 2015); 0 if 70 % said is 70 % so."""
    import numpy as np

    where = np.minimum((probable * _BINS).astype(int), _BINS - 1)
    gaps = [
        abs(float(probable[inside].mean() - right[inside].mean())) * int(inside.sum())
        for bin_ in range(_BINS)
        if (inside := where == bin_).any()
    ]
    return sum(gaps) / len(probable)


def confused(codes: "Sequence[str]", told: "NDArray[np.bool_]", wanted: "NDArray[np.bool_]") -> list[dict[str, Any]]:
    """The ten pairs of a theme missed and one told in error, with the number of texts; the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    for said, meant in zip(told, wanted, strict=True):
        missed, extra = (meant & ~said).nonzero()[0], (said & ~meant).nonzero()[0]
        counts.update((codes[one], codes[other]) for one in missed for other in extra)
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_PAIRS]
    return [{"meant": meant, "told": said, "count": count} for (meant, said), count in order]
