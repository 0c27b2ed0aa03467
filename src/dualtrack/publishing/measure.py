"""How much room words take: estimated from font metrics, on the safe side, so that nothing is cut or overflows.

Latin widths are those of Helvetica (Adobe's AFM file, in thousandths of the size), which Arial and Liberation Sans
share; East Asian wide characters take one em. Sizes and lengths are in points.
"""

import math
import unicodedata
from functools import lru_cache

LINE = 1.22
"""Line height in sizes: what PowerPoint, Keynote and LibreOffice take for a mix of Latin and Japanese."""

_ASCII = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
_SPACE, _BOLD = 0.25, 1.07
_NOT_FIRST = set("、。，．・：；？！）」』】〕〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％")


@lru_cache(maxsize=16384)
def _advance(character: str) -> float:
    code = ord(character)
    if 32 <= code < 127:
        return _ASCII[code - 32] / 1000
    if unicodedata.combining(character):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.6


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line of text in points; bold Latin letters are taken 7 % wider."""
    return _ems(text) * size * (_BOLD if bold else 1.0)


@lru_cache(maxsize=8192)
def _meetings(text: str) -> int:
    """How often an East Asian character stands beside a Latin letter or digit: some programs put a thin space there."""
    wide = [character.isalpha() and not character.isascii() for character in text]
    thin = [character.isascii() and character.isalnum() for character in text]
    return sum((wide[i] and thin[i + 1]) or (thin[i] and wide[i + 1]) for i in range(len(text) - 1))


@lru_cache(maxsize=65536)
def lines(text: str, size: float, room: float, bold: bool = False) -> int:
    """How many lines the text takes when broken at ``room`` points: at spaces, and between East Asian characters."""
    per_em = size * (_BOLD if bold else 1.0)
    return sum(_lines_of(paragraph, room / per_em) for paragraph in text.split("\n"))


def height(text: str, size: float, room: float, bold: bool = False) -> float:
    """The height of the text in points when broken at ``room`` points."""
    return lines(text, size, room, bold) * size * LINE


def _lines_of(text: str, room: float) -> int:
    count, used = 1, 0.0
    for wide, bare in _piece_widths(text):
        if used and used + bare > room:
            count, used = count + 1, 0.0
        if wide > room:
            extra = math.ceil((used + wide) / room) - 1
            count, used = count + extra, used + wide - extra * room
        else:
            used += wide
    return count


@lru_cache(maxsize=8192)
def _piece_widths(text: str) -> tuple[tuple[float, float], ...]:
    """The width in ems of each unbreakable piece, with and without the space after it."""
    found, before = [], ""
    for piece in _pieces(text):
        lead = _SPACE if before and _meetings(before[-1] + piece[0]) else 0.0
        wide = _ems(piece) + lead
        bare = wide if piece[-1] != " " else _ems(piece.rstrip()) + lead
        found.append((wide, bare))
        before = piece
    return tuple(found)


@lru_cache(maxsize=32768)
def _ems(text: str) -> float:
    return sum(_advance(character) for character in text) + _SPACE * _meetings(text)


@lru_cache(maxsize=8192)
def _pieces(text: str) -> tuple[str, ...]:
    """The unbreakable pieces of a paragraph: words with their space, single East Asian characters."""
    pieces: list[str] = []
    word = ""
    for character in text:
        if unicodedata.east_asian_width(character) in "WF":
            if character in _NOT_FIRST and not word and pieces:
                pieces[-1] += character
                continue
            if word:
                pieces.append(word)
            word = ""
            pieces.append(character)
        else:
            word += character
            if character in " -/":
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
