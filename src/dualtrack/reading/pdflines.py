"""The lines of a PDF page with their places, taken from pdfium in few calls."""

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dualtrack.reading.errors import ReadingError
from dualtrack.reading.lines import BULLETS, CJK
from dualtrack.reading.pdfium import handle, quick

_LINE = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?")
_MARKER = re.compile(
    rf"(?:[{re.escape(BULLETS)}–—※✔➔●○\uf000-\uf0ff]|\d{{1,2}}[.)]|\(?[a-zA-Z0-9ivx]{{1,3}}[.)]|[①-⑳])\s*"
)
_NO_SPACE = "\u2060"
_GAP_AT_CJK = re.compile(rf"(?<=[{CJK}]) (?=[{CJK}0-9A-Za-z:,.%()$€£¥])|(?<=[0-9A-Za-z:,.%()$€£¥]) (?=[{CJK}])")
_WORD = re.compile(r"[^\W_]")
_Rect = tuple[float, ...]
_GAP = 1.6
"""A gap this many times the size of the letters parts columns or cells, not words."""


@dataclass(slots=True)
class Line:
    """One line, or the part of it in one column or cell; points from the top left corner of the page."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    """Where the letters stand."""
    size: float
    bold: bool
    first: int
    """Index of its first character in the page's text."""
    right: float = 0.0
    """Where the longest line of its block ends, as the layout finds out."""


def around(lines: Sequence[Line]) -> tuple[float, float, float, float]:
    """What some lines cover: left, upper, right, lower."""
    x0, y0, x1, y1 = zip(*[(line.x0, line.y0, line.x1, line.y1) for line in lines], strict=True)
    return min(x0), min(y0), max(x1), max(y1)


class PageText:
    """The text of one page; close it after use. It speaks to pdfium itself: its wrapper doubles the cost of a page."""

    def __init__(self, document: Any, index: int) -> None:
        """Open a page (from 0).

        Raises:
            ReadingError: pdfium cannot make out the page.
        """
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self.page = pdfium.FPDF_LoadPage(document, index)
        if not self.page:
            raise ReadingError("The page cannot be read", page=index + 1)
        self._raw = pdfium.FPDFText_LoadPage(self.page)
        if not self._raw:
            pdfium.FPDF_ClosePage(self.page)
            raise ReadingError("The page's text cannot be read", page=index + 1)
        self.width, self.height = pdfium.FPDF_GetPageWidthF(self.page), pdfium.FPDF_GetPageHeightF(self.page)
        self._turn = 90 * max(0, pdfium.FPDFPage_GetRotation(self.page))
        self._quick = quick()
        self._handle = handle(self._raw)
        self._left, self._bottom = self._corner()
        self._top = self.height + self._bottom

    def _corner(self) -> tuple[float, float]:
        """The lower left corner of what is seen of the page."""
        box = [ctypes.c_float() for _ in range(4)]
        for get in (self._pdfium.FPDFPage_GetCropBox, self._pdfium.FPDFPage_GetMediaBox):
            if get(self.page, *box):
                return box[0].value, box[1].value
        return 0.0, 0.0

    def close(self) -> None:
        """Let go of the page."""
        self._pdfium.FPDFText_ClosePage(self._raw)
        self._pdfium.FPDF_ClosePage(self.page)

    def lines(self) -> list[Line]:
        """All lines in the order of the file; those with wide gaps are parted there."""
        text = self._characters()
        found: list[Line] = []
        for match in _LINE.finditer(text):
            if not match[0].isspace():
                found.extend(self._line(match[0], match.start()))
        return found

    def _characters(self) -> str:
        """The text, one character for each of pdfium's."""
        count = self._pdfium.FPDFText_CountChars(self._raw)
        if count <= 0:
            return ""
        buffer = ctypes.create_string_buffer(2 * count + 2)
        units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        written = self._pdfium.FPDFText_GetText(self._raw, 0, count, units)
        text = buffer.raw[: 2 * max(0, written - 1)].decode("utf-16-le", errors="replace")
        if len(text) == count:
            return text
        get, raw = self._quick.unicode, self._handle
        return "".join(_char(get(raw, index)) for index in range(count))

    def _line(self, text: str, start: int) -> list[Line]:
        rects = self._rects(start, len(text))
        if not rects:
            return []
        if len(rects) == 1:
            return [self._placed(text, rects[0], start)]
        cuts = self._cuts(rects, text, start)
        if not cuts:
            return [self._placed(text, _union(rects), start)]
        lines, begin = [], start
        for cut in [*cuts, start + len(text)]:
            lines.extend(self._part(text[begin - start : cut - start], begin))
            begin = cut
        return lines

    def _part(self, text: str, start: int) -> list[Line]:
        if text.isspace() or not text or not (rects := self._rects(start, len(text))):
            return []
        return [self._placed(text, _union(rects), start)]

    def _rects(self, start: int, count: int) -> list[_Rect]:
        """Left, top, right, bottom of each run of letters, in the file's own coordinates (bottom below top)."""
        call, raw = self._quick, self._handle
        found = call.count_rects(raw, start, count)
        if found == 1:
            call.get_rect(raw, 0, *call.places)
            return [tuple(call.numbers)]
        rects = []
        for index in range(found):
            call.get_rect(raw, index, *call.places)
            rects.append(tuple(call.numbers))
        return rects

    def _cuts(self, rects: list[_Rect], text: str, start: int) -> list[int]:
        """Indexes of characters before which a wide gap lies."""
        if self._turn:
            return []
        cuts, least = [], 0.0
        for before, after in pairwise(rects):
            gap = after[0] - before[2]
            if -2 < gap < 5:
                continue
            least = least or _GAP * self._look(start)[0]
            if gap <= least and before[0] - after[2] <= least:
                continue
            cut = self._index_at(after, text, start)
            if cut is not None and not _MARKER.fullmatch(text[: cut - start].strip() + " "):
                cuts.append(cut)
        return cuts

    def _look(self, index: int) -> tuple[float, float, bool]:
        """Size of the letters, their lower edge on the page, and whether they are bold, at a character."""
        call, raw = self._quick, self._handle
        call.loose_box(raw, index, call.box_place)
        bold = call.font_weight(raw, index) >= 600
        left, top, right, bottom = call.box
        if self._turn % 180:
            return abs(right - left) or 0.1, 0.0, bold
        return abs(top - bottom) or 0.1, self._top - (bottom if bottom < top else top), bold

    def _index_at(self, rect: _Rect, text: str, start: int) -> int | None:
        """The first character of the run of letters in ``rect``."""
        index = self._quick.char_at(self._handle, rect[0] + 0.5, (rect[1] + rect[3]) / 2, 3.0, 3.0)
        if not start < index < start + len(text):
            return None
        while index > start + 1 and not text[index - start - 1].isspace():
            index -= 1
        return int(index)

    def split(self, line: Line, edges: list[float]) -> list[Line]:
        """The parts of a line on either side of vertical edges."""
        crossed = [edge for edge in edges if line.x0 + 1 < edge < line.x1 - 1]
        if not crossed or self._turn:
            return [line]
        cuts = sorted({self._first_beyond(line, edge) for edge in crossed})
        parts, begin = [], 0
        for cut in [*cuts, len(line.text)]:
            part = line.text[begin:cut]
            if part.strip():
                parts.extend(self._part(part, line.first + begin))
            begin = cut
        return parts or [line]

    def _first_beyond(self, line: Line, edge: float) -> int:
        """Position in the line of the first character right of an edge, by bisection."""
        low, high = 0, len(line.text)
        while low < high:
            middle = (low + high) // 2
            self._quick.char_origin(self._handle, line.first + middle, *self._quick.places[:2])
            if self._quick.numbers[0] - self._left < edge:
                low = middle + 1
            else:
                high = middle
        return low

    def _placed(self, text: str, rect: _Rect, first: int) -> Line:
        lead = 0 if text[0].isalnum() else _lead(text)
        size, base, bold = self._look(first + lead)
        if " " in text and not text.isascii():
            text = self._closed_up(text, first)
        if self._turn:
            x0, y0, x1, y1 = self.on_page((rect[0], rect[3], rect[2], rect[1]))
            return Line(text, x0, y0, x1, y1, y1, size, bold, first)
        left, top = self._left, self._top
        return Line(text, rect[0] - left, top - rect[1], rect[2] - left, top - rect[3], base, size, bold, first)

    def _closed_up(self, text: str, first: int) -> str:
        """The line without the spaces that pdfium makes of the small gap between Han or kana and other letters.

        A mark in their place keeps the line's length; cleaning takes it out.
        """
        made = [
            found.start()
            for found in _GAP_AT_CJK.finditer(text)
            if self._quick.is_generated(self._handle, first + found.start()) == 1
        ]
        if not made:
            return text
        letters = list(text)
        for index in made:
            letters[index] = _NO_SPACE
        return "".join(letters)

    def on_page(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """A box of the file's coordinates (left, bottom, right, top) as seen, from the top left corner."""
        left, right = box[0] - self._left, box[2] - self._left
        bottom, top = box[1] - self._bottom, box[3] - self._bottom
        if self._turn == 90:
            return bottom, left, top, right
        if self._turn == 180:
            return self.width - right, bottom, self.width - left, top
        if self._turn == 270:
            return self.width - top, self.height - right, self.width - bottom, self.height - left
        return left, self.height - top, right, self.height - bottom


def _union(rects: list[_Rect]) -> _Rect:
    left, top, right, bottom = zip(*rects, strict=True)
    return min(left), max(top), max(right), min(bottom)


def _lead(text: str) -> int:
    """Where the first letter or digit is, past bullets and brackets."""
    found = _WORD.search(text)
    return found.start() if found else len(text) - len(text.lstrip())


def _char(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
