"""Training of the theme model from survey initiatives: what they say of themselves, and the themes they chose.

Two readers of the same TF-IDF terms are summed: a logistic regression for each theme, classes balanced, and a small
network with one hidden layer that shares what the themes have in common (Adam, dropout). Cross-validation in which all
waves of an initiative stay together gives the scores, the Platt scaling of each theme (Platt 1999) and the threshold
for micro-F1. A theme that a wave does not offer is neither learned nor counted from that wave's initiatives.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from dualtrack.analysis.theme_network import Network, train_network
from dualtrack.analysis.theme_scores import decide, scores_of
from dualtrack.errors import BadInputError, MissingExtraError
from dualtrack.evidence import EvidenceBase
from dualtrack.extraction.theme_model import ThemeModel, features, joint_vector
from dualtrack.model import Initiative, Period
from dualtrack.sources import Wave
from dualtrack.sources.tidy import text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.floating[Any]]

_LEAST = 10
_TERMS = 25_000
_IN_DOCUMENTS = 3
_COMMON = 0.5
_FOLDS = 4
_THRESHOLDS = [step / 100 for step in range(5, 80)]
_SURVEY = "stip-survey-"

Progress = Callable[[str], None]


class Example(NamedTuple):
    """One initiative as one wave tells it: ``main`` is description and objectives."""

    id: str
    wave: str
    name: str
    main: str
    background: str
    themes: frozenset[str]

    @property
    def text(self) -> str:
        """All that it says, as one would give it to be scored."""
        return "\n".join(part for part in (self.name, self.main, self.background) if part)


def examples_of(wave: Wave) -> Iterator[Example]:
    """The initiatives of a wave that chose a theme."""
    for entry in wave.entries:
        if entry.themes:
            fields = {name: text(entry.fields.get(name, "")) for name in ("name", "description", "background")}
            main = "\n".join([fields["description"], *(text(cell) for cell in entry.lists.get("objectives", []))])
            themes = frozenset(entry.themes)
            yield Example(entry.number, str(wave.year), fields["name"], main, fields["background"], themes)


def examples_in(base: EvidenceBase) -> Iterator[Example]:
    """The survey initiatives of a base that chose a theme, as each wave changed them."""
    waves = sorted(one.id.removeprefix(_SURVEY) for one in base.records("source") if one.id.startswith(_SURVEY))
    for wave in waves:
        for revision in base.records("initiative", known=Period(wave), source=f"{_SURVEY}{wave}"):
            record = revision.record
            if isinstance(record, Initiative) and record.themes and not _dropped(record):
                themes = frozenset(record.themes)
                said = [record.description, *record.elements]
                main = "\n".join(part.en for part in said if part is not None and part.en)
                background = (record.background.en if record.background else "") or ""
                yield Example(record.id.removeprefix("stip-"), wave, record.names.en or "", main, background, themes)


def _dropped(record: Initiative) -> bool:
    """Whether a later wave is cited only because it no longer lists the initiative."""
    return sum(cite.source.startswith(_SURVEY) for cite in record.cites) > 1


def train(
    examples: Iterable[Example],
    labels: dict[str, str] | None = None,
    *,
    codes: Iterable[str] | None = None,
    progress: Progress = lambda _: None,
) -> ThemeModel:
    """Train, calibrate and score a model.

    Args:
        examples: What to learn from.
        labels: Code -> its label, kept with the model.
        codes: The themes to learn; by default those that ten or more of the latest wave's initiatives chose.
        progress: Told what is being done.

    Raises:
        BadInputError: There are too few initiatives.
        MissingExtraError: scikit-learn is not installed.
    """
    _need_sklearn()
    rows = list(examples)
    known = _codes(rows) if codes is None else tuple(codes)
    rows = [row for row in rows if row.themes.intersection(known)]
    if len(rows) < _LEAST * _FOLDS or not known:
        raise BadInputError(
            "There are too few initiatives to learn themes from",
            mend="Give wave files, or import waves first: dualtrack import stip FILE...",
            initiatives=len(rows),
        )
    return _Trainer(rows, known, labels or {}, progress).model()


def _need_sklearn() -> None:
    try:
        import sklearn  # noqa: F401
    except ImportError:
        raise MissingExtraError("themes", "Training themes") from None


def _codes(rows: Sequence[Example]) -> tuple[str, ...]:
    latest = max((row.wave for row in rows), default="")
    counts = Counter(code for row in rows if row.wave == latest for code in row.themes)
    return tuple(sorted(code for code, count in counts.items() if count >= _LEAST))


@dataclass
class _Trainer:
    rows: list[Example]
    codes: tuple[str, ...]
    labels: dict[str, str]
    progress: Progress

    def model(self) -> ThemeModel:
        import numpy as np
        from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

        with threadpool_limits(1):
            self.progress(f"Read {len(self.rows)} initiatives")
            vocabulary, idf = _vocabulary(self.rows)
            texts = _matrix(self.rows, vocabulary, idf)
            wanted, offered = self._targets()
            linear, hidden = np.zeros(wanted.shape), np.zeros(wanted.shape)
            for fold, held in enumerate(self._folds(), 1):
                self.progress(f"Cross-validate {fold} of {_FOLDS}")
                readers = _Readers.learned(texts[~held], wanted[~held], offered[~held])
                linear[held], hidden[held] = readers.read(texts[held])
            self.progress("Learn from all")
            readers = _Readers.learned(texts, wanted, offered)
            spread = float(linear.std()) or 1.0, float(hidden.std()) or 1.0
            slope, shift = _platt(linear / spread[0] + hidden / spread[1], wanted, offered)
        summed = (linear / spread[0] + hidden / spread[1]) * slope + shift
        probable = 1 / (1 + np.exp(-summed))
        threshold = _threshold(probable, wanted)
        network = readers.network
        return ThemeModel(
            codes=self.codes,
            vocabulary=tuple(vocabulary),
            idf=idf,
            linear=(readers.weights * (slope / spread[0])).astype(np.float32),
            inner=network.inner,
            inner_bias=network.inner_bias,
            outer=(network.outer * (slope / spread[1])).astype(np.float32),
            bias=(slope * (readers.bias / spread[0] + network.bias / spread[1]) + shift).astype(np.float32),
            threshold=threshold,
            about=self._about(scores_of(self.codes, probable, wanted, threshold)),
        )

    def _targets(self) -> "tuple[NDArray[np.bool_], NDArray[np.bool_]]":
        import numpy as np

        by_wave: dict[str, set[str]] = {}
        for row in self.rows:
            by_wave.setdefault(row.wave, set()).update(row.themes)
        wanted = np.array([[code in row.themes for code in self.codes] for row in self.rows])
        offered = np.array([[code in by_wave[row.wave] for code in self.codes] for row in self.rows])
        return wanted, offered

    def _folds(self) -> "Iterator[NDArray[np.bool_]]":
        import numpy as np

        fold = [int(hashlib.sha256(row.id.encode()).hexdigest(), 16) % _FOLDS for row in self.rows]
        for number in range(_FOLDS):
            yield np.array([one == number for one in fold])

    def _about(self, scores: dict[str, Any]) -> dict[str, Any]:
        digest = hashlib.sha256()
        for row in sorted(self.rows, key=lambda row: (row.wave, row.id)):
            digest.update(json.dumps([*row[:-1], sorted(row.themes)], ensure_ascii=False).encode())
        return {
            "digest": digest.hexdigest(),
            "rows": len(self.rows),
            "initiatives": len({row.id for row in self.rows}),
            "waves": sorted({row.wave for row in self.rows}),
            "labels": {code: self.labels.get(code, "") for code in self.codes},
            "scores": {"by": f"cross-validation in {_FOLDS} parts, an initiative in one part", **scores},
        }


class _Readers(NamedTuple):
    """The two readers: a line for each theme, and the network."""

    weights: "Array"
    bias: "Array"
    network: Network

    @classmethod
    def learned(cls, texts: Any, wanted: "NDArray[np.bool_]", offered: "NDArray[np.bool_]") -> "_Readers":
        import numpy as np
        from sklearn.linear_model import LogisticRegression

        weights, bias = np.zeros((texts.shape[1], wanted.shape[1])), np.full(wanted.shape[1], -5.0)
        for column in range(wanted.shape[1]):
            here = offered[:, column]
            if 0 < wanted[here, column].sum() < here.sum():
                line = LogisticRegression(C=1.0, class_weight="balanced", solver="liblinear", random_state=0)
                line.fit(texts[here], wanted[here, column])
                weights[:, column], bias[column] = line.coef_[0], line.intercept_[0]
        return cls(weights, bias, train_network(texts, wanted, offered))

    def read(self, texts: Any) -> "tuple[Array, Array]":
        return texts @ self.weights + self.bias, self.network.read(texts)


def _vocabulary(rows: Sequence[Example]) -> "tuple[list[str], Array]":
    import numpy as np

    counts = Counter(term for row in rows for term in set(features(row.text)))
    fit = [(term, n) for term, n in counts.items() if n >= _IN_DOCUMENTS and n <= _COMMON * len(rows)]
    fit = sorted(sorted(fit, key=lambda pair: (-pair[1], pair[0]))[:_TERMS])
    idf = [1 + np.log((1 + len(rows)) / (1 + n)) for _, n in fit]
    return [term for term, _ in fit], np.array(idf, dtype=np.float32)


def _matrix(rows: Sequence[Example], vocabulary: Sequence[str], idf: "Array") -> Any:
    import numpy as np
    from scipy.sparse import csr_matrix

    place = {term: at for at, term in enumerate(vocabulary)}
    cells: list[float] = []
    columns: list[int] = []
    ends = [0]
    for row in rows:
        found = joint_vector(row.main, place, idf, row.name, row.background)
        columns += found
        cells += found.values()
        ends.append(len(cells))
    shape = (len(rows), len(vocabulary))
    return csr_matrix((np.array(cells, dtype=np.float32), np.array(columns), np.array(ends)), shape=shape)


def _platt(summed: "Array", wanted: "NDArray[np.bool_]", offered: "NDArray[np.bool_]") -> "tuple[Array, Array]":
    """Slope and shift of each theme: a logistic regression of the theme on its score."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    slope, shift = np.ones(wanted.shape[1]), np.full(wanted.shape[1], -3.0)
    for column in range(wanted.shape[1]):
        here = offered[:, column]
        if 0 < wanted[here, column].sum() < here.sum():
            line = LogisticRegression().fit(summed[here, column : column + 1], wanted[here, column])
            slope[column], shift[column] = max(float(line.coef_[0, 0]), 0.0), float(line.intercept_[0])
    return slope, shift


def _threshold(probable: "Array", wanted: "NDArray[np.bool_]") -> float:
    from sklearn.metrics import f1_score

    return max(_THRESHOLDS, key=lambda at: f1_score(wanted, decide(probable, at), average="micro"))
