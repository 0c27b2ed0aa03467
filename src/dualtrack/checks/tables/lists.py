"""Lists that are tables in all but their lines: a label and a figure on each, under or over a total."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dualtrack.checks.context import Context
from dualtrack.checks.tables import words
from dualtrack.checks.tables.cell import Cell, comma_decimals, numbers
from dualtrack.checks.tables.grid import SECOND, Grid, main_language
from dualtrack.model import Passage

_LINE = re.compile(
    r"(?P<indent>[ \t\u3000\u00a0]*)(?P<bullet>(?:[-–—*•●・◆◇■□○▪‣·▸▶►└ㄴ※ㅇ✓]|\(?\d{1,2}[.)]|[①-⑳]|[가-하]\.|"
    r"[a-z]\))(?=[\s\W]|[^\W\d_]))?"
    r"[ \t\u3000]*(?P<rest>\S[^\n]*)"
)
_BEGIN = re.compile(r"(?<![\d.,'A-Za-z%€$/–-])[+\-−△▲]?(?:US\$|[€$£¥￥₩]|EUR |USD |CHF )?\s?[\d０-９]")
_ENDING = re.compile(r"[\d０-９](?:[^\d０-９]{0,16}|[^\d０-９]{0,10}[(（][^()（）]{1,12}[)）])$")
_DIGIT = re.compile(r"\d")
_LONGEST = 240
"""A line of a list has no more characters, blanks included."""
_LABEL = re.compile(r"[^\W\d_]")
_UNIT = (
    r"(?:\s?(?:百万|千|億|万|兆)?円|\s?[人名件社校か国機関箇所本回億万]+|\s?억\s?원|\s?[명건개곳]|\s?[MTk]?[€$£]|"
    r"\s?[A-Za-zÀ-ÿ]{1,12}\.?(?:\s?[€$£])?)?"
)
_FIGURE = rf"(?:US\$|[€$£¥￥₩]|EUR |USD |CHF )?\d(?:[\d,.'\u00a0\u202f ]*\d)?{_UNIT}"
_ANNOUNCED = re.compile(
    rf"(?:総\w{{0,4}}?[額計数費算員]|合計|(?<![設統時推会累集])計|全体|总\w{{0,4}}|合计|共|총\s?\w{{0,5}}|"
    rf"합계|모두|(?:grand )?total|overall|in all|Summe|Gesamt\w*|insgesamt|zusammen|"
    rf"ensemble|enveloppe|montant total)(?:[^\d\w]|of|de|d['’]|von|is|are|of|funding|budget|は|で|"
    rf"約){{0,12}}?(?P<a>{_FIGURE})|"
    rf"(?P<b>{_FIGURE})\s(?:in total|in all|altogether|au total|insgesamt)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"includ|such as|notably|mainly|for example|e\.g\.|among|など|主な|主要|例えば|含む|うち|u\. ?a\.|"
    r"unter anderem|insbesondere|darunter|notamment|dont\b|"
    r"y compris|주요|포함|등[을의이 ]|包括|其中|more than|over\b|超|以上|mehr als|über|plus de|이상|約|about|"
    r"rund|etwa|environ|약\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: how deep it lies, and where its words begin in the document."""

    passage: Passage
    start: int
    indent: int
    bullet: bool
    text: str


def list_grids(context: Context) -> list[Grid]:
    """The lists of a document as grids: one row a line, one column of figures and one of those in brackets."""
    if not words.TOTAL_HINT.search(context.flat) and "%" not in context.flat and "％" not in context.flat:
        return []
    return [grid for head, block in _blocks(context) if (grid := _grid(context, head, block))]


def _lines(context: Context) -> Iterator[_Line | None]:
    """The lines with figures outside tables; None where something else stands between."""
    for passage in context.passages:
        if passage.table is not None:
            yield None
            continue
        place = 0
        for text in passage.text.split("\n"):
            found = _LINE.fullmatch(text) if len(text) <= _LONGEST and _DIGIT.search(text) else None
            start, place = passage.start + place, place + len(text) + 1
            if found is None:
                if text.strip():
                    yield None
                continue
            item = passage.kind == "list item"
            indent = (
                passage.depth * 2 if item and passage.depth else _blanks(context.flat, start) + len(found["indent"])
            )
            yield _Line(
                passage, start + found.start("rest"), indent, found["bullet"] is not None or item, found["rest"]
            )


def _blanks(text: str, start: int) -> int:
    begin = text.rfind("\n", 0, start) + 1
    before = text[begin:start]
    return len(before.expandtabs(4)) if not before.strip() else 0


_Item = tuple[_Line, str, Cell, Cell | None]


def _blocks(context: Context) -> Iterator[tuple[_Line | None, list[_Item]]]:
    """Runs of lines with a label and a figure, and the line before each."""
    comma = main_language(context) in ("de", "fr")
    head: _Line | None = None
    block: list[_Item] = []
    for line in _lines(context):
        read = _labelled(line, comma) if line is not None and len(line.text) <= 160 else None
        if line is None or read is None:
            yield from _whole(head, block)
            head, block = line, []
            continue
        item = (line, *read)
        if block and line.bullet != block[-1][0].bullet and (not line.bullet or _ANNOUNCED.search(block[-1][0].text)):
            if not line.bullet and words.TOTAL.fullmatch(item[1]):
                yield from _whole(head, [*block, item])
                head, block = None, []
                continue
            yield from _whole(head, block)
            head, block = block[-1][0], []
        block.append(item)
    yield from _whole(head, block)


def _whole(head: _Line | None, block: list[_Item]) -> Iterator[tuple[_Line | None, list[_Item]]]:
    if len(block) >= 2:
        yield head, block


def _labelled(line: _Line, comma: bool) -> tuple[str, Cell, Cell | None] | None:
    """The label and the figure at the end of a line."""
    read = _read(line.text.rstrip(" 。.;；,、"), line.bullet, comma)
    if read is None:
        return None
    label, cell, second = read
    return label, cell.moved(line.start), second.moved(line.start) if second else None


@lru_cache(maxsize=4096)
def _read(text: str, bullet: bool, comma: bool) -> tuple[str, Cell, Cell | None] | None:
    """The same, with places counted from the beginning of the line."""
    told = bullet or len(text) <= 60 or ":" in text or "：" in text
    if not told or not _ENDING.search(text, max(0, len(text) - 24)):
        return None
    sign = comma_decimals([text], "de" if comma else "en")
    for match in _BEGIN.finditer(text):
        label = text[: match.start()]
        if not _LABEL.search(label):
            continue
        found = numbers(text[match.start() :], match.start(), sign)
        if found is not None:
            return label.strip(" :：….‥·–—=-\t\u3000"), *found
    return None


def _grid(context: Context, head: _Line | None, block: Sequence[_Item]) -> Grid | None:
    total = _announced(head, context) if head is not None else None
    figures: list[tuple[int, str, Cell, Cell | None]] = [
        (line.indent + (1 if total else 0), label, cell, second) for line, label, cell, second in block
    ]
    if total is not None:
        figures.insert(0, (0, "Total", total, None))
    named = [cell for _, label, cell, _ in figures if words.TOTAL.fullmatch(label) or words.TOTAL_BROAD.search(label)]
    model = _unit(named[0] if named else figures[0][2])
    rows = tuple(range(1, len(figures) + 1))
    seconds = {(row, 1 + SECOND): one[3] for row, one in zip(rows, figures, strict=True) if one[3] is not None}
    kept = {
        (row, 1): one[2]
        for row, one in zip(rows, figures, strict=True)
        if one[2].percent == (named or [figures[0][2]])[0].percent and _alike(_unit(one[2]), model)
    }
    if len(kept) < 2:
        return None
    start, end = figures[0][2].start, figures[-1][2].end
    return Grid(
        rows, (1, 1 + SECOND) if len(seconds) >= 2 else (1,), kept | seconds, frozenset(),
        {row: one[1] for row, one in zip(rows, figures, strict=True)}, {},
        context.flat[max(0, start - 160) : start] + "\n" + context.flat[end : end + 160], True,
        indents={row: one[0] for row, one in zip(rows, figures, strict=True)},
    )  # fmt: skip


def _unit(cell: Cell) -> str:
    return cell.tail.replace(" ", "").strip(".").lower()


def _alike(one: str, other: str) -> bool:
    """Whether two units may be one, the second cut short or with more words after it."""
    return one.startswith(other) or other.startswith(one)


def _announced(head: _Line, context: Context) -> Cell | None:
    """The total that the line before a list names."""
    if len(head.text) > 160 or _OPEN.search(head.text):
        return None
    found = list(_ANNOUNCED.finditer(head.text))
    if len(found) != 1:
        return None
    name = "a" if found[0]["a"] else "b"
    text = found[0][name].rstrip()
    comma = comma_decimals([text], main_language(context))
    read = numbers(text, head.start + found[0].start(name), comma)
    return read[0] if read else None
