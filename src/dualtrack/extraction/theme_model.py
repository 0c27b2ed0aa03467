"""STIP themes of a passage by a model learned from survey initiatives, with calibrated probabilities and the words that decided.

Three readers are summed, ``p = sigmoid(x A + relu(x W + c) V + s + b)``: ``x`` is the TF-IDF vector of one- and two-word
terms, of length one, and ``s`` what the sense of the passage adds (``theme_senses``). Platt scaling (Platt 1999) is folded
into ``A``, ``V``, ``s`` and ``b``. Scoring needs numpy only, and the sentence encoder where the model was trained with it;
training is in ``dualtrack.analysis.theme_training``. That reads English. Other languages are read by a network on a
cross-lingual vector (``theme_languages``); without it the codebook's terms speak.
"""

import io
import json
import math
import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from dualtrack.codebook import codebook
from dualtrack.errors import BadInputError, MissingExtraError
from dualtrack.extraction import crosslingual_vectors
from dualtrack.extraction.sentence_vectors import DIGEST
from dualtrack.extraction.theme_languages import LanguageReader
from dualtrack.extraction.theme_rules import find_themes
from dualtrack.extraction.theme_senses import SenseReader

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FORMAT = 5
"""The version of the saved form."""

_BACKGROUND = 0.5
_LEAST = 1e-12
_WORD = re.compile(r"[a-z][a-z0-9]+")
_STOP_WORDS = (
    "about above across after again all also among an and any are as at be because been before being between both but "
    "by can could did do does during each either etc for from further had has have he her here his how however if in "
    "into is it its may more most must no nor not of on once one only or other our out over own per same she should so "
    "some such than that the their them then there these they this those through thus to too under until up upon very "
    "via was we well were what when where whether which while who whose why will with within without would you "
    "your"
)
_STOP = frozenset(_STOP_WORDS.split())
_ARRAYS = ("idf", "linear", "inner", "inner_bias", "outer", "bias")
_SENSE = tuple(f"sense_{name}" for name in SenseReader._fields)
_LANGUAGE = tuple(f"language_{name}" for name in LanguageReader._fields)


def features(text: str) -> list[str]:
    """The terms of a text: its words without function words, and each two that follow each other."""
    words = [word for word in _WORD.findall(text.lower()) if word not in _STOP]
    return words + [f"{one} {two}" for one, two in pairwise(words)]


def vector(text: str, place: dict[str, int], idf: "Floats") -> dict[int, float]:
    """The TF-IDF vector of a text, of length one: place in the vocabulary -> ``(1 + ln n) idf``; empty if no term is known."""
    counts = Counter(at for term in features(text) if (at := place.get(term)) is not None)
    weights = {at: (1 + math.log(count)) * float(idf[at]) for at, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {at: weight / length for at, weight in weights.items()}


def joint_vector(
    text: str, place: dict[str, int], idf: "Floats", title: str = "", background: str = ""
) -> dict[int, float]:
    """The vector of a text with its title, which counts twice, and its background, whose own vector counts half."""
    found = vector(f"{title}\n{title}\n{text}", place, idf)
    if background:
        for at, weight in vector(background, place, idf).items():
            found[at] = found.get(at, 0.0) + _BACKGROUND * weight
        length = math.sqrt(sum(weight * weight for weight in found.values())) or 1.0
        found = {at: weight / length for at, weight in found.items()}
    return found


@dataclass(frozen=True)
class ThemeModel:
    """A trained model of themes.

    Attributes:
        codes: The STIP theme codes it knows, one a column.
        vocabulary: Its terms, one a row.
        idf: Weight of each term.
        linear: Term by code.
        inner: Term by hidden unit.
        inner_bias: By hidden unit.
        outer: Hidden unit by code.
        bias: By code.
        senses: What the sense of a passage adds.
        threshold: Probability from which a theme is told where the most probable one has even odds; that one is always told.
        rise: The share of its log-odds by which the bar is higher than the threshold, in log-odds.
        languages: What reads other languages; None where it was not learned.
        seen: The initiatives that it learned from, by their numbers.
        about: What it was trained on and how well it does: ``digest`` (SHA-256 of the texts and themes), ``rows``,
            ``waves``, ``labels`` and ``scores`` (by cross-validation over initiatives).
    """

    codes: tuple[str, ...]
    vocabulary: tuple[str, ...]
    idf: "Floats"
    linear: "Floats"
    inner: "Floats"
    inner_bias: "Floats"
    outer: "Floats"
    bias: "Floats"
    senses: SenseReader
    threshold: float
    rise: float
    about: dict[str, Any] = field(default_factory=dict)
    languages: LanguageReader | None = None
    seen: frozenset[str] = frozenset()

    @cached_property
    def _place(self) -> dict[str, int]:
        return {term: at for at, term in enumerate(self.vocabulary)}

    def score(self, text: str, title: str = "", background: str = "") -> dict[str, float]:
        """The probability of each theme, the most probable first; of an English text."""
        places, weights = self._vector(text, title, background)
        hidden = self._hidden(places, weights)
        whole = "\n".join(part for part in (title, text, background) if part)
        logits = weights @ self.linear[places] + hidden @ self.outer + self.senses.add(whole) + self.bias
        return _ordered((code, _sigmoid(float(logit))) for code, logit in zip(self.codes, logits, strict=True))

    def reads(self, language: str) -> bool:
        """Whether a passage in a language, BCP 47, gets probabilities from it."""
        return is_english(language) or (self.languages is not None and crosslingual_vectors.reads(language))

    def score_in(self, text: str, language: str) -> dict[str, float]:
        """The probability of each theme of a passage in a language that the model ``reads``, the most probable first.

        Raises:
            MissingExtraError: The encoder of the language is not installed.
        """
        if self.languages is None or is_english(language):
            return self.score(text)
        odds = self.languages.score(text)
        return _ordered((code, _sigmoid(float(logit))) for code, logit in zip(self.codes, odds, strict=True))

    def told(self, scores: dict[str, float], language: str = "en") -> tuple[str, ...]:
        """The themes that a text is said to have: the most probable one, and all from a bar on that rises with it."""
        first = max(scores, key=scores.__getitem__, default=None)
        threshold, rise = self.bar(language)
        bar = _log_odds(threshold) + rise * _log_odds(scores[first]) if first else 0.0
        return tuple(code for code, score in scores.items() if code == first or _log_odds(score) >= bar)

    def bar(self, language: str = "en") -> tuple[float, float]:
        """The threshold and its rise for a language."""
        if self.languages is None or is_english(language):
            return self.threshold, self.rise
        threshold, rise = map(float, self.languages.bar)
        return threshold, rise

    def explain(self, text: str, code: str, limit: int = 10, language: str = "en") -> list[tuple[str, float]]:
        """The terms that speak most for or against a theme, with what each adds to its log-odds, the strongest first.

        In English a word counts as a term and by its sense where it stands. The parts of all terms and of the model's
        constants sum to the log-odds exactly. In other languages it is what the log-odds lose without the word.

        Raises:
            BadInputError: The model does not know the code.
        """
        if code not in self.codes:
            raise BadInputError(f"The model knows no theme '{code}'", mend="See: dualtrack themes show", code=code)
        column = self.codes.index(code)
        if self.languages is not None and not is_english(language):
            return _strongest(self.languages.words(text, column, language), limit)
        places, weights = self._vector(text)
        awake = self._hidden(places, weights) > 0
        parts = weights * (self.linear[places, column] + self.inner[places] @ (self.outer[:, column] * awake))
        found = {self.vocabulary[at]: float(part) for at, part in zip(places, parts, strict=True)}
        for word, part in self.senses.words(text, column, _STOP).items():
            found[word] = found.get(word, 0.0) + part
        return _strongest(found, limit)

    def _vector(self, text: str, title: str = "", background: str = "") -> "tuple[NDArray[np.intp], Floats]":
        np = _numpy()
        found = joint_vector(text, self._place, self.idf, title, background)
        return np.array(list(found), dtype=np.intp), np.array(list(found.values()), dtype=np.float32)

    def _hidden(self, places: "NDArray[np.intp]", weights: "Floats") -> "Floats":
        hidden: Floats = _numpy().maximum(weights @ self.inner[places] + self.inner_bias, 0)
        return hidden

    def save(self, path: str | Path) -> Path:
        """Write the model as one ``.npz`` file of plain arrays and JSON; nothing in it is ever run on loading."""
        np = _numpy()
        words = {"codes": self.codes, "vocabulary": self.vocabulary, "about": self.about, "seen": sorted(self.seen)}
        bar = {"threshold": self.threshold, "rise": self.rise}
        encoder = DIGEST if self.senses.reads else ""
        languages = crosslingual_vectors.DIGEST if self.languages else ""
        encoders = {"encoder": encoder, "language_encoder": languages}
        head = json.dumps({"format": FORMAT, **encoders, **words, **bar}, ensure_ascii=False).encode()
        body = io.BytesIO()
        arrays = {name: getattr(self, name) for name in _ARRAYS} | dict(zip(_SENSE, self.senses, strict=True))
        arrays |= dict(zip(_LANGUAGE, self.languages, strict=True)) if self.languages else {}
        np.savez_compressed(body, head=np.frombuffer(head, dtype=np.uint8), **arrays)
        where = Path(path)
        where.parent.mkdir(parents=True, exist_ok=True)
        part = where.with_name(f"{where.name}.part")
        part.write_bytes(body.getvalue())
        part.replace(where)
        return where

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read a saved model; pickled content is refused.

        Raises:
            BadInputError: There is no model at the path, or the file is none.
            MissingExtraError: numpy is not installed.
        """
        np = _numpy()
        if not Path(path).is_file():
            raise BadInputError(
                "There is no theme model yet", mend="Train one with: dualtrack themes train FILE...", path=path
            )
        try:
            with np.load(path, allow_pickle=False) as kept:
                head = json.loads(kept["head"].tobytes())
                if head["format"] != FORMAT:
                    raise ValueError(f"format {head['format']}")
                for name, known in (("encoder", DIGEST), ("language_encoder", crosslingual_vectors.DIGEST)):
                    if head[name] not in ("", known):
                        raise ValueError(f"trained with the sentence encoder {head[name]}, not {known}")
                arrays = {name: kept[name] for name in _ARRAYS}
                senses = SenseReader(*(kept[name] for name in _SENSE))
                languages = LanguageReader(*(kept[name] for name in _LANGUAGE)) if head["language_encoder"] else None
            model = cls(
                tuple(head["codes"]),
                tuple(head["vocabulary"]),
                **arrays,
                senses=senses,
                threshold=float(head["threshold"]),
                rise=float(head["rise"]),
                about=dict(head["about"]),
                languages=languages,
                seen=frozenset(head["seen"]),
            )
            model._check()
        except (OSError, ValueError, LookupError, TypeError, EOFError, zipfile.BadZipFile) as error:
            raise BadInputError(
                "The file is no theme model of this version",
                mend="Train it again with: dualtrack themes train",
                path=path,
                reason=error,
            ) from None
        return model

    def _check(self) -> None:
        terms, codes, units = len(self.vocabulary), len(self.codes), len(self.inner_bias)
        shapes = [(terms,), (terms, codes), (terms, units), (units,), (units, codes), (codes,)]
        shapes += SenseReader.shapes(len(self.senses.inner_bias), codes)
        names, arrays = [*_ARRAYS, *_SENSE], [*(getattr(self, name) for name in _ARRAYS), *self.senses]
        if self.languages is not None:
            shapes += LanguageReader.shapes(len(self.languages.inner_bias), codes)
            names, arrays = [*names, *_LANGUAGE], [*arrays, *self.languages]
        for name, array, shape in zip(names, arrays, shapes, strict=True):
            if array.shape != shape or array.dtype.kind != "f":
                raise ValueError(f"{name} is {array.dtype} {array.shape}, not {shape}")


def default_model() -> Path:
    """The model in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("dualtrack", appauthor=False) / "themes.npz"


def score_themes(text: str, language: str = "en", model: ThemeModel | None = None) -> dict[str, float]:
    """STIP theme codes of a passage with their probabilities, the most probable first.

    What the model reads gets calibrated probabilities, one for each code that it knows: English, and where it was trained
    with the cross-lingual encoder fourteen languages more. Any other language, and any but English while there is no
    model, is read by the codebook's terms: only codes that a term speaks for are there, ``1 - 0.5 ** n`` for a theme told
    n times, shared evenly by the codes of the theme; this orders the codes and is not calibrated.

    Args:
        text: The passage.
        language: Its language, BCP 47.
        model: The model; by default the one in the user's data folder.

    Raises:
        BadInputError: English, and no model was trained yet.
        MissingExtraError: What the model needs is not installed.
    """
    model = model or _kept(language)
    return model.score_in(text, language) if model and model.reads(language) else scores_by_terms(text, language)


def explain_themes(
    text: str, code: str, language: str = "en", model: ThemeModel | None = None, limit: int = 10
) -> list[tuple[str, float]]:
    """The words that decided on a theme, or where the codebook's terms are read its themes that were told, with how often.

    Raises:
        BadInputError: English, and no model was trained yet, or the model does not know the code.
        MissingExtraError: What the model needs is not installed.
    """
    model = model or _kept(language)
    if model and model.reads(language):
        return model.explain(text, code, limit, language)
    told = find_themes(text, language)
    return [(theme, float(count)) for theme, count in told.items() if code in codebook().themes[theme].stip][:limit]


def scores_by_terms(text: str, language: str) -> dict[str, float]:
    """The codes that the codebook's terms speak for, the strongest first: an order, no probabilities (``score_themes``)."""
    against: dict[str, float] = {}
    for theme, count in find_themes(text, language).items():
        codes = codebook().themes[theme].stip
        for code in codes:
            against[code] = against.get(code, 1.0) * (1 - (1 - 0.5**count) / len(codes))
    return _ordered((code, 1 - rest) for code, rest in against.items())


def _ordered(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    return dict(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))


def _strongest(found: dict[str, float], limit: int) -> list[tuple[str, float]]:
    return sorted(found.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:limit]


def is_english(language: str) -> bool:
    """Whether a language, BCP 47, is English."""
    return language.partition("-")[0].lower() == "en"


def _kept(language: str) -> ThemeModel | None:
    """The model in the user's data folder; English cannot do without."""
    path = default_model()
    if not (path.is_file() or is_english(language)):
        return None
    return _loaded(path, path.stat().st_mtime_ns if path.is_file() else 0)


@lru_cache(maxsize=2)
def _loaded(path: Path, _changed: int) -> ThemeModel:
    return ThemeModel.load(path)


def _sigmoid(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))


def _log_odds(share: float) -> float:
    kept = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))


def _numpy() -> Any:
    try:
        import numpy as np
    except ImportError:
        raise MissingExtraError("themes", "The theme model") from None
    return np
