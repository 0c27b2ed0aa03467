"""How well a model tells the themes of initiatives that it did not learn from."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, NamedTuple

from dualtrack.analysis.theme_examples import Example, latest
from dualtrack.analysis.theme_scores import scores_by_language, scores_of
from dualtrack.errors import BadInputError
from dualtrack.extraction.theme_model import ThemeModel

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_AT_ONCE = 2


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
    told = list(examples)
    last = [told[at] for at in latest(told)]
    offered = {code for row in last for code in row.themes}
    codes = tuple(code for code in model.codes if code in offered)
    new = [row for row in last if row.id not in model.seen]
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
    probable, wanted = _told(model, asked, asked.rows, [(row.text, "en") for row in asked.rows])
    return {
        "scores": scores_of(asked.codes, probable, wanted, *model.bar()),
        "names": _names(model, asked),
        "themes": len(asked.codes),
        "tried": len(asked.rows),
        "learned": asked.learned,
        "unknown": asked.unknown,
    }


def _names(model: ThemeModel, asked: Asked) -> dict[str, Any]:
    named = [row for row in asked.rows if row.native and model.reads(row.language)]
    if not named:
        return {}
    languages = [row.language for row in named]
    probable, wanted = _told(model, asked, named, [(row.native, row.language) for row in named])
    return scores_by_language(asked.codes, languages, probable, wanted, model.bar(languages[0]))


def _told(
    model: ThemeModel, asked: Asked, rows: Sequence[Example], texts: Sequence[tuple[str, str]]
) -> "tuple[NDArray[np.floating[Any]], NDArray[np.bool_]]":
    """What the model says of texts, one of each row and its language, and what was chosen: row by theme."""
    import numpy as np

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        said = pool.map(lambda one: model.score_in(*one), texts)
        probable = np.array([[scores[code] for code in asked.codes] for scores in said])
    return probable, np.array([[code in row.themes for code in asked.codes] for row in rows])
