"""What readers weigh and where the bar lies, on answers made up so that the best is known beforehand."""

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("sklearn")

from dualtrack.analysis.theme_scores import decide  # noqa: E402
from dualtrack.analysis.theme_stacking import bar, platt, stacked  # noqa: E402


def test_a_reader_that_guesses_weighs_little_beside_one_that_knows() -> None:
    random = np.random.default_rng(0)
    wanted = random.random((400, 3)) < 0.3
    knows = np.where(wanted, 1.0, -1.0) + random.normal(0, 0.8, wanted.shape)
    told = np.stack([knows, random.normal(0, 1, wanted.shape), np.zeros(wanted.shape)])
    weights = stacked(told, wanted, np.ones_like(wanted))
    assert weights[0] > 10 * weights[1] >= 0
    assert weights[2] == 0


def test_scaling_gives_each_theme_its_share() -> None:
    """The mean probability of a logistic regression with a constant is the share seen (its first-order condition)."""
    random = np.random.default_rng(0)
    wanted = random.random((500, 2)) < [0.1, 0.4]
    summed = np.where(wanted, 1.0, 0.0) + random.normal(0, 1, wanted.shape)
    slope, shift = platt(summed, wanted, np.ones_like(wanted))
    probable = 1 / (1 + np.exp(-(summed * slope + shift)))
    assert probable.mean(0) == pytest.approx(wanted.mean(0), abs=1e-3)


def test_the_bar_parts_second_themes_by_how_sure_the_first_is() -> None:
    """Beside a sure first theme 0.4 is wrong, beside a doubtful one 0.3 is right: no threshold alone tells both."""
    sure, doubtful = [0.95, 0.4, 0.01], [0.5, 0.3, 0.01]
    probable = np.array([sure, doubtful] * 10)
    wanted = np.array([[True, False, False], [True, True, False]] * 10)
    threshold, rise = bar(probable, wanted)
    assert rise > 0
    assert (decide(probable, threshold, rise) == wanted).all()
    assert not any((decide(probable, at / 100) == wanted).all() for at in range(1, 100))
