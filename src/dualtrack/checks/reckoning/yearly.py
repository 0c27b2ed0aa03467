"""A value for each of several years, and what each changed on the year before: 令和4年度は前年度の3割増."""

import re
from collections.abc import Iterator

from dualtrack.checks.context import Context
from dualtrack.checks.frame import DATE, VALUE
from dualtrack.checks.hints import Hint
from dualtrack.checks.pairs import Comparison, Pair
from dualtrack.checks.reckoning.fitting import fits, gives
from dualtrack.checks.reckoning.scene import Scene, neighbours, scenes
from dualtrack.checks.reckoning.stated import direction_of, levels_of
from dualtrack.extraction import Quantity

_HINT = Hint(r"前年|対前|同|전년|전해|직전")
_OF_A_YEAR = re.compile(
    rf"(?P<year>{DATE})\s?(?:末|実績|決算額?|交付決定|に|は|には|が|에는?|은)?\s?(?P<value>{VALUE})"
)
_ON_THE_LAST = re.compile(
    rf"(?P<year>{DATE})(?:に?は|が|も|에?는|은)、?(?:前年度?(?:の|比で?|より|に比べて?|と比べて?|から)|対前年度?比で?|同|"
    rf"전년(?:도)? ?(?:대비|보다|에 비해)\s?)[、,]?\s?(?P<value>{VALUE})\s?(?:の?(?:増|減)|\s?(?:증가|감소|늘|줄))"
)


def yearly(context: Context) -> Iterator[Comparison]:
    """What is said of each year's change, with the values of that year and the one before."""
    for sentence, before in neighbours(context):
        if sentence.script == "latin" or not sentence.digits or not sentence.has(_HINT):
            continue
        for scene in scenes(context, sentence, before):
            found = list(_of(scene))
            yield from found
            if found:
                break


def _of(scene: Scene) -> Iterator[Comparison]:
    numbers, levels = scene.frame.numbers, levels_of(scene)
    of_year: dict[int, list[Quantity]] = {}
    for match in _OF_A_YEAR.finditer(scene.text):
        value, year = numbers[match["value"]], _year(scene, match["year"])
        if value in levels and year is not None:
            of_year.setdefault(year, []).append(value)
    if len(of_year) < 3 or any(len(values) > 1 for values in of_year.values()):
        return
    for match in _ON_THE_LAST.finditer(scene.text):
        stated, year = numbers[match["value"]], _year(scene, match["year"])
        if year is None or year not in of_year or year - 1 not in of_year or stated.upper is not None:
            continue
        before, after = of_year[year - 1][0], of_year[year][0]
        way = direction_of(scene, stated)
        if fits(stated, before, after) and not gives(stated, before, after, way):
            pair = Pair(before, after, scene.place(before), scene.place(after) + 1, strong=False)
            if stated.kind in ("money", "count"):
                yield Comparison(scene.sentence, pair, None, None, stated)
            else:
                yield Comparison(scene.sentence, pair, stated, way)


def _year(scene: Scene, mark: str) -> int | None:
    date = scene.frame.dates.get(mark)
    year = date.edtf[:4] if date is not None and date.edtf else ""
    return int(year) if year.isdigit() else None
