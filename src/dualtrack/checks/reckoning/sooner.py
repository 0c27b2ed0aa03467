"""Which of two values of a scene is the earlier one, by wording that ties them, words beside them, or their dates."""

import re

from dualtrack.checks.frame import DATE
from dualtrack.checks.pairs import pairs
from dualtrack.checks.reckoning import tied_words as words
from dualtrack.checks.reckoning.scene import Scene
from dualtrack.extraction import Quantity


def marked(scene: Scene, pair: tuple[Quantity, Quantity]) -> bool:
    """Whether words or two dates say that one of the two values is the earlier."""
    around = scene.around(pair, 44)
    if words.PRIOR.search(around) or words.LATER.search(around) or _BRACKETED_YEAR.search(around):
        return True
    dates = [scene.frame.dates[char] for char in re.findall(DATE, around) if char in scene.frame.dates]
    return len({date.edtf for date in dates}) >= 2


_BRACKETED_YEAR = re.compile(r"\(\s?[\uf000-\uf8ff]\s?[:：]?\s?[\ue000-\uefff]")
"""A value of another year in brackets: '(FY23: £291m'."""


def earlier(scene: Scene, one: Quantity, other: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two values, the earlier one first, where the words or their dates say which it is."""
    for pair in pairs(scene.frame, scene.script):
        if {id(pair.before), id(pair.after)} == {id(one), id(other)}:
            return pair.before, pair.after
    years = [_year(scene, value) for value in (one, other)]
    dated = None
    if None not in years and years[0] != years[1]:
        dated = (one, other) if years[0] < years[1] else (other, one)  # type: ignore[operator]
    told = {value for value in (0, 1) if _is_former(scene, (one, other)[value])}
    if len(told) == 1:
        said = (one, other) if 0 in told else (other, one)
        return said if dated is None or dated[0] is said[0] else None
    return dated


def _is_former(scene: Scene, value: Quantity) -> bool:
    """Whether a word for an earlier time stands right beside a value, within its clause."""
    segment = (
        re.split(r"[,、;()]", scene.before(value, 30))[-1] + "|" + re.split(r"[,、;()]", scene.after(value, 30))[0]
    )
    return words.PRIOR.search(segment) is not None


def _year(scene: Scene, value: Quantity) -> str | None:
    """The year of the date nearest to a value."""
    place = scene.place(value)
    chars = [(abs(match.start() - place), match.group()) for match in re.finditer(DATE, scene.text)]
    found = [(gap, scene.frame.dates[char].edtf) for gap, char in sorted(chars) if char in scene.frame.dates]
    return found[0][1][:4] if found and found[0][0] < 40 and found[0][1] else None
