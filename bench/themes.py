"""Themes told of initiatives that appear first in the last wave, by a model trained on the waves before it.

Prints micro-F1, macro-F1, label-ranking average precision (LRAP), how often the first theme is right and the
calibration error, beside the baseline (TF-IDF of 1-2-grams, balanced logistic regression, told from 0.5 on), on the
themes that both sides offer; then the same initiatives told by their names in other languages alone, beside the
codebook's terms. The texts are scored as any passage would be. Waves are looked for in the folder ``stip`` of
``DUALTRACK_DATA`` or of ``../shared/data``; files may be given instead.
"""

import sys
import time
from typing import Any

import numpy as np
from sklearn.metrics import label_ranking_average_precision_score

from bench.waves import wave_files
from dualtrack.analysis import theme_training
from dualtrack.analysis.theme_examples import Example, examples_of
from dualtrack.analysis.theme_scores import scores_of
from dualtrack.extraction.theme_model import ThemeModel, scores_by_terms
from dualtrack.sources import read_wave

_FLOORS = {"micro_f1": 0.501, "lrap": 0.664}
_LANGUAGES_FLOOR = 0.44


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 1 where a floor does not hold."""
    files = wave_files(arguments)
    if not files:
        return 0
    read = sorted((read_wave(file) for file in files), key=lambda wave: str(wave.year))
    labels = {code: label for wave in read[:-1] for code, label in wave.labels.items()}
    waves = [list(examples_of(wave)) for wave in read]
    before, last = [row for rows in waves[:-1] for row in rows], waves[-1]
    seen = {row.id for row in before}
    shared = {code for row in before for code in row.themes} & {code for row in last for code in row.themes}
    new = [row for row in last if row.id not in seen and row.themes & shared]
    start = time.perf_counter()
    model = theme_training.train(before, labels, codes=sorted(shared))
    took = time.perf_counter() - start
    print(f"trained on {model.about['rows']} of {model.about['waves']} in {took:.0f} s")
    print(f"told from {model.threshold} on, rising by {model.rise}")
    print(f"tried on {len(new)} first seen in {last[0].wave}, {len(shared)} themes\n")
    wanted = np.array([[code in row.themes for code in model.codes] for row in new])
    found = {
        "baseline, all texts": _baseline(before, new, model.codes, wanted),
        "model, all texts": _tried(model, [(row.text,) for row in new], wanted),
        "model, title and rest apart": _tried(model, [(row.main, row.name, row.background) for row in new], wanted),
        "model, name alone": _tried(model, [(row.name,) for row in new], wanted),
        "model, cross-validation": model.about["scores"],
    }
    names = ("micro_f1", "macro_f1", "lrap", "first_right", "calibration_error", "calibration_error_first")
    print(f"{'':28}" + " ".join(f"{name.replace('calibration_', 'cal_'):>17}" for name in names))
    for title, scores in found.items():
        print(f"{title:28}" + " ".join(f"{scores[name]:17.3f}" for name in names))
    lrap = _languages(model, new)
    print("\nmost mistaken: meant, told, texts")
    for pair in found["model, all texts"]["confused"]:
        print(f"  {pair['meant']:6} {pair['told']:6} {pair['count']:4}")
    return int(lrap < _LANGUAGES_FLOOR or any(found["model, all texts"][name] < at for name, at in _FLOORS.items()))


def _languages(model: ThemeModel, new: list[Example]) -> float:
    """Names in languages other than English: the model, and the codebook's terms beside it; the LRAP of all."""
    asked = [row for row in new if row.native]
    if model.languages is None or not asked:
        print("\nno names in other languages, or no cross-lingual encoder")
        return 1.0
    told = [[ask(row.native, row.language) for row in asked] for ask in (model.score_in, scores_by_terms)]
    print("\nnames alone, in other languages" + " " * 5 + "of   LRAP and first right: model, the codebook's terms")
    lrap = 0.0
    for language in [*sorted({row.language for row in asked}), ""]:
        chosen = [at for at, row in enumerate(asked) if language in ("", row.language)]
        wanted = np.array([[code in asked[at].themes for code in model.codes] for at in chosen])
        model_says, terms_say = (_ranked(model.codes, [scores[at] for at in chosen], wanted) for scores in told)
        print(f"  {language or 'all':30}{len(chosen):6}   {model_says[0]:.3f} {model_says[1]:.3f}", end="   ")
        print(f"{terms_say[0]:.3f} {terms_say[1]:.3f}")
        lrap = model_says[0]
    return lrap


def _ranked(codes: tuple[str, ...], scores: list[dict[str, float]], wanted: Any) -> tuple[float, float]:
    """LRAP, and how often the first theme is right; where nothing is told it is not."""
    said = np.array([[one.get(code, 0.0) for code in codes] for one in scores])
    first = wanted[range(len(wanted)), said.argmax(1)] & (said.max(1) > 0)
    return float(label_ranking_average_precision_score(wanted, said)), float(first.mean())


def _tried(model: ThemeModel, texts: list[tuple[str, ...]], wanted: Any) -> dict[str, Any]:
    probable = np.zeros(wanted.shape)
    for row, text in enumerate(texts):
        scores = model.score(*text)
        probable[row] = [scores[code] for code in model.codes]
    return scores_of(model.codes, probable, wanted, model.threshold, model.rise)


def _baseline(before: list[Example], new: list[Example], codes: tuple[str, ...], wanted: Any) -> dict[str, Any]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import f1_score
    from sklearn.multiclass import OneVsRestClassifier

    rows = [row for row in before if row.themes & set(codes)]
    vectors = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, stop_words="english")
    texts = vectors.fit_transform([row.text for row in rows])
    line = OneVsRestClassifier(LogisticRegression(class_weight="balanced", solver="liblinear"))
    line.fit(texts, np.array([[code in row.themes for code in codes] for row in rows]).astype(int))
    probable = line.predict_proba(vectors.transform([row.text for row in new]))
    told = probable > 0.5
    plain = {"micro_f1": f1_score(wanted, told, average="micro"), "macro_f1": f1_score(wanted, told, average="macro")}
    return {**scores_of(codes, probable, wanted, 0.5), **plain}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
