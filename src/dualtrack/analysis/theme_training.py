"""Training of the theme model from survey initiatives: what they say of themselves, and the themes they chose.

Four readers are summed (``theme_readers``). Cross-validation in which a country stays in one part, which is as near as
one wave comes to texts that are new, gives the scores, the weight of each reader, the scaling of each theme and the bar
from which a theme is told (``theme_stacking``). A theme that a wave does not offer is neither learned nor counted from
that wave's initiatives.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dualtrack.analysis.theme_crosslingual import Lesson, learned, said_by
from dualtrack.analysis.theme_examples import Example
from dualtrack.analysis.theme_readers import Readers, scaled
from dualtrack.analysis.theme_scores import scores_of
from dualtrack.analysis.theme_stacking import bar, platt, stacked
from dualtrack.errors import BadInputError, MissingExtraError
from dualtrack.extraction import crosslingual_vectors
from dualtrack.extraction.sentence_vectors import DIGEST, NAME, SIZE, carried, encoder
from dualtrack.extraction.theme_languages import LanguageReader
from dualtrack.extraction.theme_model import ThemeModel, features, joint_vector

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from dualtrack.analysis.theme_network import Array, Truths

_LEAST = 10
_TERMS = 25_000
_IN_DOCUMENTS = 3
_COMMON = 0.5
_FOLDS = 4
_COUNTRIES = 5 * _FOLDS
_AT_ONCE = 2
_CHUNK = 256

Progress = Callable[[str], None]


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
        labels: Code -> its label, kept with the model; likeness to it counts.
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

        with threadpool_limits(1), ThreadPoolExecutor(_AT_ONCE) as pool:
            self.progress(f"Read {len(self.rows)} initiatives")
            vocabulary, idf = _vocabulary(self.rows)
            texts, vectors, labels = _matrix(self.rows, vocabulary, idf), self._senses(pool), self._label_senses()
            wanted, offered = self._targets()
            part = self._parts()
            parts = [part != number for number in range(_FOLDS)]
            self.progress(f"Learn from all, and from {_FOLDS} parts to see how well")

            def learn(chosen: "Truths") -> Readers:
                return Readers.learned(texts[chosen], vectors[chosen], labels, wanted[chosen], offered[chosen])

            answers = pool.map(learn, [np.ones(len(self.rows), bool), *parts])
            languages, about = self._languages(pool, wanted, offered, part)
            readers, *others = answers
            told = np.zeros((len(readers), *wanted.shape), np.float32)
            for chosen, other in zip(parts, others, strict=True):
                told[:, ~chosen] = other.read(texts[~chosen], vectors[~chosen])
            weights = stacked(told, wanted, offered)
            summed = np.tensordot(weights, told, 1)
            slope, shift = platt(summed, wanted, offered)
        probable = 1 / (1 + np.exp(-(summed * slope + shift)))
        threshold, rise = bar(probable, wanted)
        by_line, by_words, by_sense, by_likeness = (weight * slope for weight in weights)
        line, network, sense, likeness = readers
        return ThemeModel(
            codes=self.codes,
            vocabulary=tuple(vocabulary),
            idf=idf,
            linear=(line.weights * by_line).astype(np.float32),
            inner=network.inner,
            inner_bias=network.inner_bias,
            outer=(network.outer * by_words).astype(np.float32),
            bias=(by_line * line.bias + by_words * network.bias + by_sense * sense.bias + shift).astype(np.float32),
            senses=scaled(sense.reader, by_sense).joined(scaled(likeness, by_likeness)),
            threshold=threshold,
            rise=rise,
            about={**self._about(scores_of(self.codes, probable, wanted, threshold, rise)), "languages": about},
            languages=languages,
            seen=frozenset(row.id for row in self.rows),
        )

    def _languages(
        self, pool: ThreadPoolExecutor, wanted: "Truths", offered: "Truths", part: "NDArray[np.intp]"
    ) -> tuple[LanguageReader | None, dict[str, Any] | None]:
        """What reads other languages, and what it was made with; nothing without the cross-lingual encoder."""
        import numpy as np

        if crosslingual_vectors.carried() is None:
            self.progress(f"The encoder {crosslingual_vectors.NAME} is not installed: other languages are not learned")
            return None, None
        said = said_by(self.rows)
        self.progress(f"Read the sense of {len(said)} texts and names across languages")
        chunks = [[one.text for one in said[first : first + _CHUNK]] for first in range(0, len(said), _CHUNK)]
        vectors = np.concatenate(list(pool.map(crosslingual_vectors.vectors_of, chunks)))
        rows = np.array([one.row for one in said])
        lesson = Lesson(vectors, wanted[rows], offered[rows], part[rows])
        return learned(said, lesson, self.codes, pool.map)

    def _senses(self, pool: ThreadPoolExecutor) -> "Array":
        """The vector of each text by the sentence encoder; none where it is not installed."""
        import numpy as np

        if carried() is None:
            self.progress(f"The sentence encoder {NAME} is not installed: words alone are read")
            return np.zeros((len(self.rows), 0), np.float32)
        texts = sorted({row.text for row in self.rows}, key=lambda said: (len(said), said))
        self.progress(f"Read the sense of {len(texts)} texts")
        chunks = [texts[first : first + _CHUNK] for first in range(0, len(texts), _CHUNK)]
        found = np.concatenate([*pool.map(encoder().encode, chunks), np.zeros((0, SIZE), np.float32)])
        place = {said: at for at, said in enumerate(texts)}
        return np.asarray(found[[place[row.text] for row in self.rows]], np.float32)

    def _label_senses(self) -> "Array":
        """The vector of each theme's label; zeros for one without, and where the sentence encoder is not installed."""
        import numpy as np

        found = np.zeros((len(self.codes), SIZE), np.float32)
        named = [at for at, code in enumerate(self.codes) if self.labels.get(code)]
        if named and carried():
            found[named] = encoder().encode([self.labels[self.codes[at]] for at in named])
        return found

    def _targets(self) -> "tuple[Truths, Truths]":
        import numpy as np

        by_wave: dict[str, set[str]] = {}
        for row in self.rows:
            by_wave.setdefault(row.wave, set()).update(row.themes)
        wanted = np.array([[code in row.themes for code in self.codes] for row in self.rows])
        offered = np.array([[code in by_wave[row.wave] for code in self.codes] for row in self.rows])
        return wanted, offered

    def _parts(self) -> "NDArray[np.intp]":
        """The part of each row in cross-validation, nearly even: a country in one, if there are enough."""
        import numpy as np

        named = [row.country or row.id for row in self.rows]
        if len(set(named)) < _COUNTRIES:
            named = [row.id for row in self.rows]
        counts, sizes, part = Counter(named), [0] * _FOLDS, {}
        for name in sorted(counts, key=lambda name: (-counts[name], hashlib.sha256(name.encode()).digest())):
            part[name] = sizes.index(min(sizes))
            sizes[part[name]] += counts[name]
        return np.array([part[name] for name in named])

    def _about(self, scores: dict[str, Any]) -> dict[str, Any]:
        digest = hashlib.sha256()
        for row in sorted(self.rows, key=lambda row: (row.wave, row.id)):
            said = [row.id, row.wave, row.name, row.main, row.background, row.native, sorted(row.themes)]
            digest.update(json.dumps(said, ensure_ascii=False).encode())
        return {
            "digest": digest.hexdigest(),
            "rows": len(self.rows),
            "initiatives": len({row.id for row in self.rows}),
            "waves": sorted({row.wave for row in self.rows}),
            "labels": {code: self.labels.get(code, "") for code in self.codes},
            "encoder": {"name": NAME, "sha256": DIGEST} if carried() else None,
            "scores": {"by": f"cross-validation in {_FOLDS} parts, a country in one part", **scores},
        }


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
