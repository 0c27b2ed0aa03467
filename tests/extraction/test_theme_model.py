"""The theme model on a small corpus made up here: what it tells, why, and that a saved model is only data."""

import json
import sys
import zipfile
from dataclasses import replace

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("sklearn")

from dualtrack.analysis import theme_training  # noqa: E402
from dualtrack.analysis.theme_examples import Example  # noqa: E402
from dualtrack.analysis.theme_scores import calibration_error, confused, decide  # noqa: E402
from dualtrack.analysis.theme_training import train  # noqa: E402
from dualtrack.codebook import codebook  # noqa: E402
from dualtrack.errors import BadInputError, MissingExtraError  # noqa: E402
from dualtrack.extraction import crosslingual_vectors, sentence_vectors, theme_model  # noqa: E402
from dualtrack.extraction.sentence_vectors import encoder, sense_of  # noqa: E402
from dualtrack.extraction.theme_model import ThemeModel, explain_themes, features, joint_vector, score_themes, vector  # noqa: E402
from dualtrack.extraction.theme_senses import OTHER  # noqa: E402

needs_languages = pytest.mark.skipif(
    crosslingual_vectors.carried() is None, reason="the cross-lingual encoder is not installed"
)

_SUBJECTS = {
    "TH55": "grants for mobile researchers who return from abroad",
    "TH91": "carbon storage and wind energy for climate goals",
    "TH31": "loans for start-up firms and venture capital funds",
}
_FILLERS = ("regional", "national", "annual", "pilot", "joint", "new", "large", "small", "open", "second")


def _examples(wave: str = "2017", more: tuple[str, ...] = ()) -> list[Example]:
    made = []
    for number in range(60):
        code = (*_SUBJECTS, *more)[number % (3 + len(more))]
        said = _SUBJECTS.get(code, "quantum computing laboratories")
        filler = _FILLERS[number % 10]
        made.append(Example(f"{wave}-{number}", wave, f"{filler} scheme", said, "budget of the ministry", {code}))
    return made


@pytest.fixture(scope="module")
def model() -> ThemeModel:
    return train(_examples(), {"TH55": "Mobility"})


def test_features_are_words_and_pairs_without_function_words() -> None:
    assert features("The return of Researchers, 2 times!") == [
        "return",
        "researchers",
        "times",
        "return researchers",
        "researchers times",
    ]


def test_vector_is_log_counts_by_idf_of_length_one() -> None:
    found = vector("wind wind energy", {"wind": 0, "energy": 1}, np.array([1.0, 2.0]))
    assert found[0] / found[1] == pytest.approx((1 + np.log(2)) / 2)
    assert sum(weight**2 for weight in found.values()) == pytest.approx(1)
    assert vector("nothing known", {"wind": 0}, np.array([1.0])) == {}


def test_a_title_counts_twice_and_a_background_half() -> None:
    place, idf = {"wind": 0, "coal": 1}, np.array([1.0, 1.0])
    titled = joint_vector("coal", place, idf, title="wind")
    assert titled[0] / titled[1] == pytest.approx(1 + np.log(2))
    backed = joint_vector("coal", place, idf, background="wind")
    assert backed[1] / backed[0] == pytest.approx(2)
    assert sum(weight**2 for weight in backed.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Researchers abroad may return with mobile grants", "TH55"),
        ("Wind energy, carbon and the climate", "TH91"),
        ("Venture capital for firms", "TH31"),
    ],
)
def test_the_theme_of_its_words_comes_first_with_a_probability(model: ThemeModel, text: str, code: str) -> None:
    scores = score_themes(text, model=model)
    assert set(scores) == set(_SUBJECTS)
    assert all(0 <= score <= 1 for score in scores.values())
    assert list(scores.values()) == sorted(scores.values(), reverse=True)
    assert next(iter(scores)) == code
    assert code in model.told(scores)


def test_a_text_without_known_words_is_scored_by_the_constants_alone(model: ThemeModel) -> None:
    scores = score_themes("", model=model)
    assert set(scores) == set(_SUBJECTS)
    assert all(0 <= score <= 1 for score in scores.values())
    assert explain_themes("", "TH91", model=model) == []


def test_the_words_that_decided_add_up_to_the_log_odds(model: ThemeModel) -> None:
    text = "wind energy for firms"
    parts = dict(explain_themes(text, "TH91", model=model, limit=100))
    assert next(iter(parts)) in ("wind", "energy", "wind energy")
    assert parts["wind"] > 0
    assert parts["firms"] < parts["wind"]
    column = model.codes.index("TH91")
    places, weights = model._vector(text)
    awake = model._hidden(places, weights) > 0
    constants = model.bias[column] + (model.inner_bias * awake) @ model.outer[:, column]
    if model.senses.reads:
        stirred = model.senses._hidden(encoder().encode([text])[0]) > 0
        constants += (model.senses.inner_bias * stirred) @ model.senses.outer[:, column]
    odds = model.score(text)["TH91"]
    assert sum(parts.values()) + constants == pytest.approx(np.log(odds / (1 - odds)), abs=1e-3)


def test_function_words_are_told_together(model: ThemeModel) -> None:
    parts = dict(explain_themes("Energy from the wind, for the north.", "TH91", model=model, limit=100))
    assert not {"the", "for", "from", ",", "."} & set(parts)
    assert (OTHER in parts) is model.senses.reads


def test_without_the_sentence_encoder_words_alone_are_read(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setattr(theme_training, "carried", lambda: None)
    plain = train(_examples())
    assert plain.about["encoder"] is None
    monkeypatch.setattr(sentence_vectors, "carried", lambda: None)
    encoder.cache_clear()
    sense_of.cache_clear()
    again = ThemeModel.load(plain.save(tmp_path / "plain.npz"))
    assert next(iter(again.score("wind energy"))) == "TH91"
    assert OTHER not in dict(again.explain("the wind energy", "TH91"))


def test_a_model_made_with_another_sentence_encoder_is_refused(model: ThemeModel, tmp_path) -> None:
    path = model.save(tmp_path / "themes.npz")
    with np.load(path) as kept:
        arrays = {name: kept[name] for name in kept.files}
    head = json.loads(arrays["head"].tobytes()) | {"encoder": "0" * 64}
    arrays["head"] = np.frombuffer(json.dumps(head).encode(), dtype=np.uint8)
    np.savez(path, **arrays)
    with pytest.raises(BadInputError, match="no theme model of this version") as refused:
        ThemeModel.load(path)
    assert "sentence encoder" in str(refused.value.facts["reason"])
    assert "train" in refused.value.mend


def test_a_code_that_the_model_does_not_know_is_refused(model: ThemeModel) -> None:
    with pytest.raises(BadInputError, match="no theme 'TH1'"):
        explain_themes("wind", "TH1", model=model)


def test_saved_and_loaded_it_says_the_same_and_holds_no_pickle(model: ThemeModel, tmp_path) -> None:
    path = model.save(tmp_path / "new" / "themes.npz")
    again = ThemeModel.load(path)
    assert again.score("wind energy") == model.score("wind energy")
    assert (again.codes, again.about) == (model.codes, model.about)
    assert (again.threshold, again.rise) == (model.threshold, model.rise)
    assert again.about["labels"]["TH55"] == "Mobility"
    assert len(again.about["digest"]) == 64
    with np.load(path, allow_pickle=False) as kept:
        assert all(kept[name].dtype.kind in "fu" for name in kept.files)


def test_a_file_with_pickled_content_is_refused(tmp_path) -> None:
    path = tmp_path / "bad.npz"
    np.savez(path, head=np.array([{"a": 1}], dtype=object))
    with pytest.raises(BadInputError, match="no theme model"):
        ThemeModel.load(path)


def test_broken_and_missing_files_are_told_in_words(model: ThemeModel, tmp_path) -> None:
    path = tmp_path / "themes.npz"
    with pytest.raises(BadInputError, match="no theme model yet"):
        ThemeModel.load(path)
    path.write_bytes(b"not a zip")
    with pytest.raises(BadInputError, match="no theme model of this version"):
        ThemeModel.load(path)
    whole = model.save(path).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BadInputError, match="no theme model of this version"):
        ThemeModel.load(path)


def test_arrays_that_do_not_fit_each_other_are_refused(model: ThemeModel, tmp_path) -> None:
    path = model.save(tmp_path / "themes.npz")
    with np.load(path) as kept:
        arrays = {name: kept[name] for name in kept.files}
    arrays["linear"] = arrays["linear"][:-1]
    np.savez(path, **arrays)
    assert zipfile.is_zipfile(path)
    with pytest.raises(BadInputError, match="no theme model of this version"):
        ThemeModel.load(path)


def test_without_numpy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, model: ThemeModel) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(MissingExtraError, match="'themes'"):
        score_themes("wind", model=model)


def test_other_languages_are_read_by_the_codebook_where_there_is_no_model(
    monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    monkeypatch.setattr(theme_model, "default_model", lambda: tmp_path / "none.npz")
    scores = score_themes("国際頭脳循環を進める。", "ja")
    assert set(codebook().themes["talent-mobility"].stip) <= set(scores)
    assert all(0 < score < 1 for score in scores.values())
    assert ("talent-mobility", 1.0) in explain_themes("国際頭脳循環を進める。", "TH55", "ja")
    assert score_themes("天気がよい。", "ja") == {}


@needs_languages
@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("海外から帰国する研究者への助成", "ja", "TH55"),
        ("해외에서 돌아오는 연구자를 위한 지원금", "ko", "TH55"),
        ("风能与碳储存", "zh", "TH91"),
        ("Windenergie für die Klimaziele", "de", "TH91"),
        ("Prêts aux jeunes entreprises et fonds de capital-risque", "fr", "TH31"),
    ],
)
def test_what_was_learned_in_english_is_told_of_other_languages(model: ThemeModel, text, language, code) -> None:
    assert model.reads(language)
    scores = score_themes(text, language, model)
    assert set(scores) == set(_SUBJECTS)
    assert next(iter(scores)) == code
    assert code in model.told(scores, language)
    words = explain_themes(text, code, language, model)
    assert words[0][1] > 0
    assert all(word in text for word, _ in words)


@needs_languages
def test_a_language_that_the_encoder_does_not_read_is_read_by_the_codebook(model: ThemeModel) -> None:
    assert not model.reads("fi")
    assert score_themes("Tuulivoima ja ilmasto", "fi", model) == {}
    assert explain_themes("Tuulivoima", "TH91", "fi", model) == []


@needs_languages
def test_other_languages_have_a_bar_of_their_own(model: ThemeModel) -> None:
    raised = replace(model, threshold=0.9, rise=0.0, languages=model.languages._replace(bar=np.array([0.2, 0.0])))
    scores = {"TH55": 0.8, "TH91": 0.3, "TH31": 0.1}
    assert raised.told(scores) == ("TH55",)
    assert raised.told(scores, "ja") == ("TH55", "TH91")


@needs_languages
def test_what_reads_other_languages_is_kept_with_the_model(model: ThemeModel, tmp_path) -> None:
    again = ThemeModel.load(model.save(tmp_path / "themes.npz"))
    assert again.score_in("風力エネルギー", "ja") == model.score_in("風力エネルギー", "ja")
    assert again.about["languages"]["encoder"]["sha256"] == crosslingual_vectors.DIGEST


@needs_languages
def test_names_in_other_languages_are_learned_from_and_scored_by_language() -> None:
    german = {"TH55": "Rückkehr von Forschenden", "TH91": "Windenergie", "TH31": "Wagniskapital"}
    rows = [row._replace(native=german[min(row.themes)], language="de") for row in _examples()]
    about = train([*rows[:30], *_examples()[30:]]).about["languages"]
    assert about["scores"]["de"]["of"] == about["scores"]["all"]["of"] == 30
    assert about["scores"]["de"]["first_right"] > 0.9


def test_without_the_cross_lingual_encoder_english_alone_is_learned(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setattr(crosslingual_vectors, "carried", lambda: None)
    plain = train(_examples())
    again = ThemeModel.load(plain.save(tmp_path / "plain.npz"))
    assert (again.languages, again.about["languages"]) == (None, None)
    assert not again.reads("ja")
    assert set(score_themes("国際頭脳循環を進める。", "ja", again)) <= {*codebook().themes["talent-mobility"].stip}


def test_training_the_same_twice_gives_the_same(model: ThemeModel) -> None:
    again = train(reversed(_examples()))
    assert again.about["digest"] == model.about["digest"]
    assert train(_examples(), {"TH55": "Mobility"}).score("wind energy") == model.score("wind energy")


def test_a_theme_that_an_earlier_wave_did_not_offer_is_learned_from_the_later_one() -> None:
    model = train([*_examples("2017"), *_examples("2019", ("TH99",))])
    assert model.codes == ("TH31", "TH55", "TH91", "TH99")
    assert next(iter(model.score("quantum computing laboratories"))) == "TH99"


def test_too_few_initiatives_are_no_model() -> None:
    with pytest.raises(BadInputError, match="too few"):
        train(_examples()[:20])


def test_the_first_theme_is_always_told() -> None:
    told = decide(np.array([[0.1, 0.2], [0.6, 0.7]]), 0.5)
    assert told.tolist() == [[False, True], [True, True]]


def test_the_bar_rises_with_the_most_probable_theme(model: ThemeModel) -> None:
    """By hand: odds of 1/4 with half of the log-odds of odds 4 added are odds of 1/2, which is 1/3."""
    rising = replace(model, threshold=0.2, rise=0.5)
    assert rising.told({"TH55": 0.8, "TH91": 0.334, "TH31": 0.332}) == ("TH55", "TH91")
    assert rising.told({"TH55": 0.5, "TH91": 0.201, "TH31": 0.199}) == ("TH55", "TH91")
    assert rising.told({"TH55": 1.0, "TH91": 0.9, "TH31": 0.0}) == ("TH55",)
    assert rising.told({}) == ()
    told = decide(np.array([[0.8, 0.334, 0.332], [0.5, 0.201, 0.199], [1.0, 0.9, 0.0]]), 0.2, 0.5)
    assert told.tolist() == [[True, True, False], [True, True, False], [True, False, False]]


def test_calibration_error_by_hand() -> None:
    probable = np.array([0.25, 0.25, 0.25, 0.25, 0.75, 0.75])
    right = np.array([True, False, False, False, True, True])
    assert calibration_error(probable, right) == pytest.approx((0 * 4 + 0.25 * 2) / 6)


def test_confused_pairs_are_one_missed_and_one_told_in_error() -> None:
    wanted = np.array([[True, False, False], [True, False, False], [False, True, False]])
    told = np.array([[False, True, False], [False, True, False], [False, True, True]])
    assert confused(("A", "B", "C"), told, wanted) == [{"meant": "A", "told": "B", "count": 2}]
