"""Changes in short lists: a line for one year, a line for another, and a line with the change between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.hints import Hint
from dualtrack.checks.pairs import Comparison
from dualtrack.checks.reckoning.fitting import fits, gives
from dualtrack.checks.reckoning.scene import Scene, scene_of
from dualtrack.checks.reckoning.stated import compared
from dualtrack.checks.wording import OTHER_BASIS, Direction
from dualtrack.extraction import Quantity

_HINT = Hint(
    r"change|chg|difference|increase|decrease|growth|rise|veränderung|differenz|zuwachs|anstieg|rückgang|zunahme|"
    r"abnahme|reduction|decline|diminution|差引|évolution|variation|progression|hausse|baisse|écart|増|減|前年|伸び|증|감|전년"
)
_BULLET = r"\s*(?:[-–—*•●・◆■□○▪‣·▸►ㅇ✓]|\(?[a-z\d][.)])?\s*"
_LABEL = re.compile(
    rf"{_BULLET}(?:(?P<up>increase|growth|rise|Zuwachs|Anstieg|Zunahme|progression|hausse|増加[額率]?|伸び率?|증가[율액]?)|"
    r"(?P<down>decrease|reduction|decline|Rückgang|Abnahme|baisse|diminution|減少[額率]?|감소[율액]?)|"
    r"change|difference|Veränderung|Differenz|évolution|variation|écart|増減[額率]?|差引き?|(?:対?前年度?)(?:比|増減[額率]?)|"
    r"증감[율률액]?|전년 ?대비(?: 증감[율률액]?)?)"
    r"(?P<rest>[^\n:：]{0,32})[:：]\s?(?P<value>[^\n]+)",
    re.IGNORECASE,
)
_YEAR = re.compile(
    rf"{_BULLET}(?P<label>[^\n:：]{{0,24}}?(?<!\d)(?:(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?|(?:令和|平成)(?:\d{{1,2}}|元))"
    r"[^\n:：\d]{0,16})\s?[:：]\s?\S[^\n]*",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"ziel|target|objecti[fv]|plan|goal|budget|目標|計画|목표|계획|forecast|prognose|prévision|average|mittel|moyenne|平均|평균",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text: its sentence and its place in the document."""

    sentence: Sentence
    start: int
    text: str


def listed(context: Context) -> Iterator[Comparison]:
    """The changes of lists of two years."""
    sentences = context.sentences
    for at, sentence in enumerate(sentences):
        if sentence.passage.kind == "list item":
            if sentence.has(_HINT) and _LABEL.match(sentence.text):
                yield from _ending(
                    context, [line for one in sentences[max(0, at - 3) : at + 1] for line in _lines(one)]
                )
        elif sentence.text.count("\n") >= 2 and sentence.has(_HINT):
            lines = _lines(sentence)
            for end in range(3, len(lines) + 1):
                yield from _ending(context, lines[max(0, end - 4) : end])


def _ending(context: Context, lines: Sequence[_Line]) -> Iterator[Comparison]:
    """The change of the last of some lines, where two years stand right before it, and no third."""
    label = _LABEL.fullmatch(lines[-1].text) if len(lines) >= 3 else None
    if label is None or not all(_YEAR.fullmatch(line.text) for line in lines[-3:-1]):
        return
    if len(lines) == 3 or not _YEAR.fullmatch(lines[-4].text):
        yield from _compare(context, lines[-3:-1], lines[-1], label)


def _lines(sentence: Sentence) -> list[_Line]:
    """The lines of a sentence that are not blank."""
    lines = []
    place = sentence.start
    for text in sentence.text.split("\n"):
        if text.strip():
            lines.append(_Line(sentence, place, text.rstrip()))
        place += len(text) + 1
    return lines


def _compare(context: Context, run: Sequence[_Line], last: _Line, label: re.Match[str]) -> Iterator[Comparison]:
    bare = {re.sub(r"\d+|\s", "", match["label"]) for line in run if (match := _YEAR.fullmatch(line.text))}
    rest = label["rest"]
    if len(bare) != 1 or _OF_ANOTHER.search(rest) or OTHER_BASIS.search(rest + label["value"]):
        return
    sentences = list(dict.fromkeys(line.sentence for line in (*run, last)))
    scene = scene_of(context, tuple(sentences))
    one, other, stated = (_only(scene, line) for line in (*run, last))
    if one is None or other is None or stated is None or not fits(stated, one, other):
        return
    sign = re.search(r"([+−–△▲-])\s?$", scene.before(stated, 4)) if stated.sign is None else None
    mark = sign[1] if sign else stated.sign
    way: Direction | None = ("increase" if mark == "+" else "decrease") if mark else None
    way = way or ("increase" if label["up"] else "decrease" if label["down"] else None)
    if not gives(stated, one, other, way):
        yield compared(scene, (one, other) if _when(run[0]) <= _when(run[1]) else (other, one), stated, way)


def _only(scene: Scene, line: _Line) -> Quantity | None:
    """The only value of a line."""
    start = line.start - scene.sentence.start
    values = [value for value in scene.values if start <= value.start < start + len(line.text)]
    return values[0] if len(values) == 1 and values[0].upper is None and values[0].amount else None


def _when(line: _Line) -> int:
    """The year that a line is about, in whatever count of years."""
    found = re.search(r"(?:19|20)\d\d|(?<=令和|平成)\d+|元", line.text)
    return int(found[0]) if found and found[0] != "元" else 1
