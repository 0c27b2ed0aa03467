"""Use cases on themes: train the model from wave files or from the base, load it, score a text."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dualtrack.analysis import theme_training
from dualtrack.analysis.theme_examples import Example, examples_in, examples_of
from dualtrack.analysis.theme_trial import asked, tried
from dualtrack.errors import BadInputError
from dualtrack.evidence import EvidenceBase
from dualtrack.extraction.theme_model import ThemeModel, default_model, explain_themes, is_english, score_themes
from dualtrack.sources import Wave, read_wave

__all__ = ["default_model", "load", "reading", "score", "test", "train_from_base", "train_from_files"]

Progress = Callable[[str], None]


def train_from_files(paths: Sequence[Path], where: Path | None = None, progress: Progress = print) -> ThemeModel:
    """Train from wave files and keep the model at ``where``, by default in the user's data folder.

    Raises:
        BadInputError: A file is no wave, or there are too few initiatives.
        MissingExtraError: scikit-learn is not installed.
    """
    examples: list[Example] = []
    labels: dict[str, str] = {}
    for wave in _waves(paths, progress):
        examples += examples_of(wave)
        labels.update({code: label for code, label in wave.labels.items() if code.startswith("TH") and label})
    model = theme_training.train(examples, labels, progress=progress)
    model.save(where or default_model())
    return model


def train_from_base(base: EvidenceBase, where: Path | None = None, progress: Progress = print) -> ThemeModel:
    """Train from the survey initiatives of a base and keep the model.

    Raises:
        BadInputError: The base holds too few of them.
        MissingExtraError: scikit-learn is not installed.
    """
    model = theme_training.train(examples_in(base), progress=progress)
    model.save(where or default_model())
    return model


def _waves(paths: Sequence[Path], progress: Progress) -> Iterator[Wave]:
    for path in sorted(paths, key=lambda path: path.name):
        progress(f"Read {path.name}")
        yield read_wave(path)


def test(paths: Sequence[Path], model: ThemeModel, progress: Progress = print) -> dict[str, Any]:
    """How well a model does on the initiatives of wave files that it did not learn from (``tried``).

    Raises:
        BadInputError: A file is no wave, or nothing in them is new to the model.
        MissingExtraError: What the model needs is not installed.
    """
    new = asked(model, (example for wave in _waves(paths, progress) for example in examples_of(wave)))
    progress(f"Ask about {len(new.rows)} initiatives")
    return tried(model, new)


def load(where: Path | None = None) -> ThemeModel:
    """The model at ``where``, by default that in the user's data folder.

    Raises:
        BadInputError: There is none.
    """
    return ThemeModel.load(where or default_model())


def reading(language: str, where: Path | None = None) -> ThemeModel | None:
    """The model to ask of a passage in a language; None where there is none and it is not needed.

    Raises:
        BadInputError: There is none, and the language is English, or ``where`` names a file.
    """
    if where is None and not default_model().is_file() and not is_english(language):
        return None
    return load(where)


def score(text: str, language: str = "en", model: ThemeModel | None = None, limit: int = 5) -> list[dict[str, Any]]:
    """The most probable themes of a text, each with its label and the words that decided.

    Raises:
        BadInputError: There is no text, or no model was trained yet.
    """
    if not text.strip():
        raise BadInputError("There is no text to score", mend="Give a passage, or - and the passage on standard input.")
    scores = score_themes(text, language, model)
    told = model.told(scores, language) if model and model.reads(language) else tuple(scores)
    labels = model.about.get("labels", {}) if model else {}
    return [
        {
            "code": code,
            "probability": round(probability, 4),
            "told": code in told,
            "label": labels.get(code, ""),
            "words": [[word, round(weight, 3)] for word, weight in explain_themes(text, code, language, model, 6)],
        }
        for code, probability in list(scores.items())[:limit]
    ]
