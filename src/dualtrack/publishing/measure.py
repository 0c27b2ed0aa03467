"""How much room words take: estimated from font metrics, on the safe side, so that nothing is cut or overflows.

Latin widths are the wider of Arial and DejaVu Sans (thousandths of the size, from the fonts' own tables), which systems
without Arial or its twins put in its place; East Asian wide characters take one em. Sizes and lengths are in points.
"""

import math
import unicodedata
from functools import lru_cache

LINE = 1.22
"""Line height in sizes: what PowerPoint, Keynote and LibreOffice take for a mix of Latin and Japanese."""

Runs = tuple[tuple[str, bool], ...]
"""Stretches of text, each with whether it is bold."""

_REGULAR = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556,
    1015, 684, 686, 722, 770, 667, 611, 778, 752, 295, 500, 667, 557, 863, 748, 787,
    667, 787, 722, 667, 611, 732, 684, 989, 685, 667, 685, 390, 337, 390, 838, 556,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
)  # fmt: skip
_BOLD = (
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
    696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611,
    1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 556, 775, 637, 995, 837, 850,
    733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 556,
    500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
    716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
)  # fmt: skip
_SPACE = 0.25
"""The thin space that some programs put between an East Asian character and a Latin letter or digit, in ems."""
_NOT_FIRST = frozenset("、。，．・：；？！）」』】〕〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％")
_BREAKS = frozenset(" -/")


class _Widths(dict[str, float]):
    """The width of each character in ems, reckoned when it is first asked for."""

    def __init__(self, latin: tuple[int, ...], other: float) -> None:
        super().__init__({chr(32 + number): width / 1000 for number, width in enumerate(latin)})
        self._other = other

    def __missing__(self, character: str) -> float:
        if unicodedata.combining(character):
            found = 0.0
        else:
            found = 1.0 if unicodedata.east_asian_width(character) in "WFA" else self._other
        self[character] = found
        return found


class _Kinds(dict[str, int]):
    """1 for an East Asian letter, 2 for a Latin letter or digit, 0 for anything else."""

    def __missing__(self, character: str) -> int:
        plain = character.isascii()
        kind = (2 if character.isalnum() else 0) if plain else int(character.isalpha())
        self[character] = kind
        return kind


class _Wide(dict[str, bool]):
    """Whether a line may break before and after a character."""

    def __missing__(self, character: str) -> bool:
        self[character] = unicodedata.east_asian_width(character) in "WF"
        return self[character]


_EMS = {False: _Widths(_REGULAR, 0.62), True: _Widths(_BOLD, 0.7)}
_KINDS, _WIDE = _Kinds(), _Wide()


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line of text in points."""
    return _ems(text, bold) * size


def lines(text: str, size: float, room: float, bold: bool = False) -> int:
    """How many lines the text takes when broken at ``room`` points: at spaces, and between East Asian characters."""
    return sum(_lines_of(((paragraph, bold),), room / size) for paragraph in text.split("\n"))


def height(text: str, size: float, room: float, bold: bool = False) -> float:
    """The height of the text in points when broken at ``room`` points."""
    return lines(text, size, room, bold) * size * LINE


def height_of_runs(runs: Runs, size: float, room: float) -> float:
    """The height of a paragraph of which some stretches are bold."""
    return _lines_of(runs, room / size) * size * LINE


@lru_cache(maxsize=32768)
def _lines_of(runs: Runs, room: float) -> int:
    count, used = 1, 0.0
    for wide, bare in _piece_widths(runs):
        if used and used + bare > room:
            count, used = count + 1, 0.0
        if wide > room:
            extra = math.ceil((used + wide) / room) - 1
            count, used = count + extra, used + wide - extra * room
        else:
            used += wide
    return count


@lru_cache(maxsize=16384)
def _piece_widths(runs: Runs) -> tuple[tuple[float, float], ...]:
    """The width in ems of each unbreakable piece, with and without the space after it."""
    text = "".join(part for part, _ in runs)
    found: list[tuple[float, float]] = []
    bolds = [bold for part, bold in runs for _ in part]
    at, before = 0, 0
    for piece in _pieces(text):
        wide = 0.0
        for character in piece:
            kind = _KINDS[character]
            if kind + before == 3 and kind and before:
                wide += _SPACE
            before = kind
            wide += _EMS[bolds[at]][character]
            at += 1
        found.append((wide, wide - _EMS[bolds[at - 1]][" "] if piece[-1] == " " else wide))
    return tuple(found)


@lru_cache(maxsize=32768)
def _ems(text: str, bold: bool) -> float:
    total, before, widths = 0.0, 0, _EMS[bold]
    for character in text:
        kind = _KINDS[character]
        if kind + before == 3 and kind and before:
            total += _SPACE
        before = kind
        total += widths[character]
    return total


@lru_cache(maxsize=8192)
def _pieces(text: str) -> tuple[str, ...]:
    """The unbreakable pieces of a paragraph: words with their space, single East Asian characters."""
    pieces: list[str] = []
    word = ""
    for character in text:
        if _WIDE[character]:
            if character in _NOT_FIRST and not word and pieces:
                pieces[-1] += character
                continue
            if word:
                pieces.append(word)
            word = ""
            pieces.append(character)
        else:
            word += character
            if character in _BREAKS:
                pieces.append(word)
                word = ""
    if word:
        pieces.append(word)
    return tuple(pieces)


def pages(heights: list[float], room: float, gap: float = 0.0) -> list[list[int]]:
    """Which items share a page of height ``room``: indices in order; an item higher than a page has one for itself."""
    found: list[list[int]] = []
    used = 0.0
    for index, high in enumerate(heights):
        if not found or used + gap + high > room:
            found.append([index])
            used = high
        else:
            found[-1].append(index)
            used += gap + high
    return found


def even_pages(heights: list[float], room: float) -> list[list[int]]:
    """As few pages as ``pages`` makes, filled as evenly as can be: no page holds but the rest of the one before."""
    found = pages(heights, room)
    low, high = max(heights, default=0.0), room
    for _ in range(12):
        middle = (low + high) / 2
        tried = pages(heights, middle)
        if len(tried) > len(found):
            low = middle
        else:
            high, found = middle, tried
    return found


def longest_word(text: str, size: float, bold: bool = False) -> float:
    """The width of the widest piece of a text that no line can break."""
    return max((_ems(piece.rstrip(), bold) for piece in _pieces(text)), default=0.0) * size


def fitted(text: str, size: float, room: float, end: str = "…") -> str:
    """The text cut to one line of ``room`` points, with ``end`` where it was cut; words kept whole if they can be."""
    if width(text, size) <= room:
        return text
    kept = ""
    for piece in _pieces(text):
        if width(kept + piece.rstrip() + end, size) > room:
            break
        kept += piece
    if not kept:
        for character in text:
            if width(kept + character + end, size) > room:
                break
            kept += character
    return kept.rstrip() + end if end else kept


def broken(text: str, size: float, room: float) -> tuple[str, ...]:
    """The text in one line, or in two of which the second is cut where it must be."""
    if width(text, size) <= room:
        return (text,)
    first = fitted(text, size, room, end="")
    return first, fitted(text[len(first) :].lstrip(), size, room)
