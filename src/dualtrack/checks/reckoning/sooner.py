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
    return len({when for _, when in times(scene, around)}) >= 2


NOW = r"\b(?:today|currently|heute|derzeit|mittlerweile|aujourd['’]hui|désormais)\b|現在(?!の)|현재|지금"
_TIME = re.compile(rf"{DATE}|(?<![\w.,])(?:19|20)\d\d(?=\s?[:：)])|{NOW}", re.IGNORECASE)
"""A date, a year that stands as a label, or a word for today."""


_TODAY = "9999"
"""Later than any year."""


def times(scene: Scene, text: str) -> list[tuple[int, str]]:
    """The dates and labelled years of a text of a scene, and where they stand."""
    found = [(match.start(), match.group()) for match in _TIME.finditer(text)]
    dates = scene.frame.dates
    return [
        (place, (dates[mark].edtf or "") if mark in dates else mark if mark.isdigit() else _TODAY)
        for place, mark in found
        if mark in dates or not re.match(DATE, mark)
    ]


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
    """The year of the date nearest to a value, of those within its clause if there are any."""
    place = scene.place(value)
    start = max(scene.text.rfind(mark, 0, place) for mark in _MARKS) + 1
    end = min((at for mark in _MARKS if (at := scene.text.find(mark, place)) >= 0), default=len(scene.text))
    known = times(scene, scene.text)
    own = [one for one in known if start <= one[0] < end]
    found = sorted((abs(at - place), when) for at, when in own or known)
    return found[0][1][:4] if found and found[0][0] < 40 and found[0][1] else None


_MARKS = ",、;()"
