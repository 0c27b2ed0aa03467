"""A change that a sentence takes up from the one or two before it: 'This increase of 35 % was made possible by ...'.

The noun says that the values told just before are the ones that changed, so that they may stand in two sentences.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.pairs import Comparison
from dualtrack.checks.reckoning.contrary import two_plurals
from dualtrack.checks.reckoning.fitting import fits, gives
from dualtrack.checks.reckoning.scene import Scene, scene_of
from dualtrack.checks.reckoning.sooner import earlier, marked
from dualtrack.checks.reckoning.stated import compared, levels_of, stands_alone, states
from dualtrack.checks.wording import OTHER_BASIS, Direction
from dualtrack.extraction import Quantity

_UP = (
    r"increase|rise|growth|jump|surge|Anstieg|Zuwachs|Zunahme|Steigerung|Erhöhung|Aufwuchs|"
    r"hausse|augmentation|croissance|progression|bond"
)
_DOWN = (
    r"decrease|reduction|decline|drop|fall|cut|Rückgang|Abnahme|Senkung|Kürzung|Verringerung|Verkürzung|"
    r"baisse|diminution|recul|réduction|repli|chute"
)
_EITHER = (
    r"gain|saving|improvement|change|difference|Gewinn|Einsparung|Verbesserung|Unterschied|Veränderung|"
    r"économie|amélioration|écart|évolution"
)
_NOUN = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<either>{_EITHER}))"
_VALUE = "(?P<value>[\ue000-\uefff])"
_LATIN = re.compile(
    rf"\W*(?:This|That|These|The|Dies(?:e[rsnm]?)?|Der|Die|Das|Cette|Cet|Ce|La|Le|L['’])\s?"
    rf"(?:(?:[\w-]+ )?{_NOUN} (?:of|by|von|um|de |d['’])\s?{_VALUE}|"
    rf"(?P<value2>[\ue000-\uefff]) (?:(?P<up2>{_UP})|(?P<down2>{_DOWN}))\b)",
    re.IGNORECASE,
)
_EAST = re.compile(
    rf"\s*(?:この|その|이러한|이 같은|이|그)\s?(?:[^\ue000-\uf8ff、。,]{{0,4}}?(?P<up>増加|伸び|上昇|증가|상승)|"
    rf"(?P<down>減少|低下|短縮|감소|하락|단축))?(?:率|幅|[율률폭])?(?:は|が|の|[은는이가])?\s?[△▲+−-]?{_VALUE}"
    rf"(?:\s?(?:の|という|[의라]는?)?\s?(?:(?P<up2>増加|伸び|上昇|増|증가|상승)|(?P<down2>減少|低下|短縮|減|감소|하락|단축)))?"
)
_BEGINS = re.compile(
    rf"\W*(?:(?:This|That|These|The|Dies|Der|Die|Das|Cette|Cet|Ce|La|Le|L['’])[^.;,]{{0,40}}?(?:{_UP}|{_DOWN}|{_EITHER})|この|その|이|그)"
)
"""What a sentence begins with that may take up a change: asked before its values are read."""
_OF_ITS_OWN = re.compile(r" (?:in|bei|der|des|dans|de la) (?:the |den |der |die |la |le |les )?(?P<thing>[^\W\d]{4,})")


def retold(context: Context, held: set[int]) -> Iterator[Comparison]:
    """Comparisons of changes that a sentence takes up; ``held`` are the places of those already compared."""
    sentences = context.sentences
    for at in range(1, len(sentences)):
        last = sentences[at]
        if last.passage is not sentences[at - 1].passage or not _BEGINS.match(last.text) or not last.digits:
            continue
        found = _taken_up(last)
        if found is None or last.start + found[0].start in held:
            continue
        for first in (at - 1, at - 2):
            if first < 0 or sentences[first].passage is not last.passage:
                break
            scene = scene_of(context, tuple(sentences[first : at + 1]))
            comparisons = list(_compare(scene, last, *found))
            yield from comparisons
            if comparisons or (any(scene.index(level) == 0 for level in levels_of(scene)) and first < at - 1):
                break


def _taken_up(sentence: Sentence) -> tuple[Quantity, Direction | None] | None:
    """The change with which a sentence takes up what was told, and which way its noun says it went."""
    frame = sentence.frame
    match = (_LATIN if sentence.script == "latin" else _EAST).match(frame.plain) if frame is not None else None
    if frame is None or match is None:
        return None
    value = next(frame.value(char) for name, char in match.groupdict().items() if name.startswith("value") and char)
    ups, downs = (match[name] or match[name + "2"] for name in ("up", "down"))
    if sentence.script != "latin" and not (ups or downs):
        return None
    return value, "increase" if ups else "decrease" if downs else None


def _compare(scene: Scene, last: Sentence, stated: Quantity, way: Direction | None) -> Iterator[Comparison]:
    shift = last.start - scene.sentence.start
    said = next((value for value in scene.values if value.start == stated.start + shift), None)
    text = scene.sentence.text
    if said is None or said.upper is not None or OTHER_BASIS.search(text[shift : said.end + 30]):
        return
    before = text[:shift]
    thing = _OF_ITS_OWN.match(text, said.end)
    if thing is not None and thing["thing"].lower() not in before.lower():
        return
    told = [value for value in scene.values if value.start < shift]
    levels = [value for value in levels_of(scene) if value.start < shift]
    couples = [pair for pair in combinations(levels, 2) if fits(said, *pair) and stands_alone(pair, levels)]
    if len(couples) != 1 or two_plurals(scene, couples[0]) or not marked(scene, couples[0]):
        return
    if any(states(scene, value) and value.kind in ("money", "count") for value in told):
        return
    if any(gives(said, *pair, way) for pair in combinations(levels, 2) if fits(said, *pair)):
        return
    one, other = couples[0]
    yield compared(scene, earlier(scene, one, other) or (one, other), said, way)
