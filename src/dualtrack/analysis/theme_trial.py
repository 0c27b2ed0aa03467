"""How well a model tells the themes of initiatives that it did not learn from."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

from dualtrack.analysis.theme_examples import Example
from dualtrack.analysis.theme_scores import scores_of
from dualtrack.errors import BadInputError
from dualtrack.extraction.theme_model import ThemeModel

_AT_ONCE = 2
_LEAST = 20


class Asked(NamedTuple):
    """What a model is tried on.

    Attributes:
        rows: Initiatives that it did not learn from, each as its last wave tells it, with a theme that it knows.
        codes: The themes that it knows and that the waves of these offer; others are neither told nor missed.
        learned: Initiatives left out because it learned from them.
        unknown: Initiatives left out because it knows none of their themes.
    """

    rows: list[Example]
    codes: tuple[str, ...]
    learned: int
    unknown: int


def asked(model: ThemeModel, examples: Iterable[Example]) -> Asked:
    """What a model can be tried on.

    Raises:
        BadInputError: There is nothing that it did not learn from.
    """
    last: dict[str, Example] = {}
    for row in sorted(examples, key=lambda row: row.wave):
        last[row.id] = row
    offered = {code for row in last.values() for code in row.themes}
    codes = tuple(code for code in model.codes if code in offered)
    new = [row for row in last.values() if row.id not in model.seen]
    rows = [row for row in new if row.themes.intersection(codes)]
    if not rows:
        raise BadInputError(
            "There is no initiative that the model did not learn from and a theme of which it knows",
            mend="Give a wave that it was not trained on; 'dualtrack themes show' tells which it was trained on.",
            initiatives=len(last),
            learned_from=len(last) - len(new),
        )
    return Asked(rows, codes, len(last) - len(new), len(new) - len(rows))


def tried(model: ThemeModel, asked: Asked) -> dict[str, Any]:
    """The scores of a model (``scores_of``) on all that initiatives say in English, and on names in other languages.

    Returns:
        ``scores``; ``names``, by language and ``all``, for languages with twenty names or more; ``themes``, ``tried``,
        ``learned`` and ``unknown``, the numbers of themes and of initiatives (see ``Asked``).
    """
    texts = [(row.text, "en", row.themes) for row in asked.rows]
    named = [(row.native, row.language, row.themes) for row in asked.rows if row.native and model.reads(row.language)]
    names = {}
    for language in [*sorted({language for _, language, _ in named}), "all"]:
        chosen = [one for one in named if language in ("all", one[1])]
        if len(chosen) >= _LEAST:
            names[language] = {key: value for key, value in _scores(model, asked, chosen).items() if key != "confused"}
    counts = {"themes": len(asked.codes), "tried": len(asked.rows)}
    return {
        "scores": _scores(model, asked, texts),
        "names": names,
        **counts,
        "learned": asked.learned,
        "unknown": asked.unknown,
    }


def _scores(model: ThemeModel, asked: Asked, texts: Sequence[tuple[str, str, frozenset[str]]]) -> dict[str, Any]:
    import numpy as np

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        said = pool.map(lambda one: model.score_in(one[0], one[1]), texts)
        probable = np.array([[scores[code] for code in asked.codes] for scores in said])
    wanted = np.array([[code in themes for code in asked.codes] for _, _, themes in texts])
    return scores_of(asked.codes, probable, wanted, *model.bar(texts[0][1]))
