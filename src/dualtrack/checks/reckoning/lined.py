"""Lines of a list that give a whole, its part and the rate that they make: applications, awards, rate of success."""

import re
from collections.abc import Iterator

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.reckoning.portion_words import FORMER, RATE
from dualtrack.checks.reckoning.portions import Portion, alike, gives, is_level
from dualtrack.checks.reckoning.scene import Scene, comparable, scene_of

_BULLET = re.compile(r"\s*(?:[-–*•●・◆■○▪‣·]|\d{1,2}[.)])\s")
_LONG = 120


def lined(context: Context) -> Iterator[Portion]:
    """Rates of success in a line of their own that the two lines before it do not make."""
    sentences = context.sentences
    for at in range(2, len(sentences)):
        if not _is_line(sentences[at]) or not RATE.search(sentences[at].text):
            continue
        lines = sentences[at - 2 : at + 1]
        if all(map(_is_line, lines)) and (found := _portion(scene_of(context, lines))) is not None:
            yield found


def _is_line(sentence: Sentence) -> bool:
    """Whether it is one short line of a list with one number."""
    if sentence.digits != 1 or len(sentence.text) >= _LONG:
        return False
    return sentence.passage.kind == "list item" or _BULLET.match(sentence.text) is not None


def _portion(scene: Scene) -> Portion | None:
    values = scene.values
    if len(values) != 3 or [scene.index(value) for value in values] != [0, 1, 2]:
        return None
    whole, part, share = values
    if share.kind != "percentage" or not comparable(whole, part) or not is_level(scene, share):
        return None
    if (part.amount or 0) > (whole.amount or 0):
        whole, part = part, whole
    label = scene.before(share, _LONG)
    rate = RATE.search(label)
    if rate is None or FORMER.search(label) or gives(share, part, whole) or not alike(share, part, whole):
        return None
    of = _OF.match(label, rate.end())
    named = of is None or of[1].lower() in scene.text[: scene.place(share) - len(label)].lower()
    return Portion(scene, part, whole, share) if named else None


_OF = re.compile(r"\s(?:of|among|for|bei|der|des|parmi|chez)\s(?:the |all |les |den )?([^\W\d]+)")
