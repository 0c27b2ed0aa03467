"""The readers of a theme model: networks averaged, likeness to a label, readers joined."""

import pytest

np = pytest.importorskip("numpy")

from dualtrack.analysis.theme_network import Network  # noqa: E402
from dualtrack.analysis.theme_readers import likeness, scaled  # noqa: E402
from dualtrack.extraction.sentence_vectors import LAST, SIZE  # noqa: E402


def _vectors(rows: int, seed: int = 0):
    return np.random.default_rng(seed).standard_normal((rows, SIZE)).astype(np.float32)


def test_the_mean_of_networks_says_the_mean_of_what_they_say() -> None:
    random = np.random.default_rng(1)
    made = [
        Network(*(random.standard_normal(shape).astype(np.float32) for shape in ((3, 4), 4, (4, 2), 2)))
        for _ in range(3)
    ]
    texts = random.standard_normal((5, 3)).astype(np.float32)
    said = np.mean([network.read(texts) for network in made], axis=0)
    assert Network.mean(made).read(texts) == pytest.approx(said, abs=1e-5)


def test_likeness_is_how_many_standard_deviations_nearer_than_the_rest() -> None:
    vectors, labels = _vectors(50), _vectors(2, seed=1)
    near = vectors[:, LAST] @ labels[:, LAST].T
    wanted = (near - near.mean(0)) / near.std(0)
    assert likeness(vectors, labels).read(vectors) == pytest.approx(wanted, abs=1e-3)


def test_of_a_theme_without_a_label_nothing_is_said() -> None:
    vectors, labels = _vectors(50), _vectors(2, seed=1)
    labels[1] = 0
    said = likeness(vectors, labels).read(vectors)
    assert said[:, 0].any()
    assert not said[:, 1].any()
    assert not likeness(vectors, labels * 0).reads
    assert not likeness(vectors[:, :0], labels).reads


def test_readers_joined_say_the_sum() -> None:
    vectors = _vectors(50)
    one, other = (
        likeness(vectors, _vectors(2, seed=1)),
        scaled(likeness(vectors, _vectors(2, seed=2)), np.array([2, 0.5])),
    )
    assert one.joined(other).read(vectors) == pytest.approx(one.read(vectors) + other.read(vectors), abs=1e-3)
