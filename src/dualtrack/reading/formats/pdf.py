"""PDF: the text layer in reading order, tables as cells, headings by size; no script in it is run."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from dualtrack.reading.aligned import aligned_tables
from dualtrack.reading.builder import Builder, number_ranges
from dualtrack.reading.columns import Grid, reading_order
from dualtrack.reading.errors import ReadingError
from dualtrack.reading.grid import add_table
from dualtrack.reading.lines import bullet, clean, enumerated, join_all, kind_of_line
from dualtrack.reading.metadata import pdf_date
from dualtrack.reading.ocr import recognise
from dualtrack.reading.paragraphs import Group, paragraphs
from dualtrack.reading.pdflines import Line, PageText
from dualtrack.reading.registry import reads
from dualtrack.reading.rules import ruled_tables

_CHUNK = 40
"""Pages whose lines are held at once, so that memory does not grow with the number of pages."""
_MARGIN = 0.1
_NO_TITLE = re.compile(
    r"\(?(?:untitled|anonymous|unspecified)\)?|microsoft (?:word|powerpoint|excel)\s*-.*|powerpoint presentation|"
    r".*\.(?:docx?|pptx?|xlsx?|pdf|indd|tex)|無題.*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:(?:page|p\.|seite)\s*)?\d{1,4}(?:\s*(?:/|of|von|sur)\s*\d{1,4})?[-–—\s]*", re.I)
_LEADERS = re.compile(r"(?:[.…·・]\s?){4}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_LETTER = re.compile(r"[^\W\d_]")
_NOTE_START = re.compile(r"(?:\d{1,3}[\s).]|[*†‡※§]|\(\d{1,2}\)|注)")


@dataclass(slots=True)
class _Page:
    number: int
    width: float
    height: float
    lines: list[Line]
    grids: list[Grid] = field(default_factory=list)


@reads("application/pdf", ".pdf", looks=lambda data: b"%PDF-" in data[:1024])
def read_pdf(data: bytes, builder: Builder) -> None:
    """Read a PDF's text layer."""
    document = _open(data)
    try:
        _facts(document, builder)
        _Reader(document, builder).read()
    finally:
        document.close()


def _open(data: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise ReadingError("The PDF is encrypted", mend="Remove its password and try again.") from None
        raise ReadingError("The PDF is damaged or cut short", mend="Fetch it again.", reason=str(error)) from None


def _facts(document: Any, builder: Builder) -> None:
    fields = document.get_metadata_dict(skip_empty=True)
    title = clean(fields.get("Title", ""))
    if title and len(title) <= 300 and not _NO_TITLE.fullmatch(title):
        builder.facts["title"] = title
    if created := pdf_date(fields.get("CreationDate", "")):
        builder.facts["created"] = created


class _Reader:
    """Reads the pages of one PDF, some at a time."""

    def __init__(self, document: Any, builder: Builder) -> None:
        self.document = document
        self.builder = builder
        self.count = len(document)
        self.most = min(self.count, builder.limits.pages)
        self.scanned: list[int] = []
        self.recognised: dict[int, list[str]] = {}
        self.broken: list[int] = []
        self.busy: list[int] = []
        self.furniture: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.sizes: Counter[float] = Counter()
        self.words: set[str] = set()

    def read(self) -> None:
        self.builder.facts["pages"] = self.count
        done = 0
        for chunk in self._chunks():
            self._learn(chunk)
            for page in chunk:
                self._write(page)
                done = page.number
        self._tell(done)

    def _chunks(self) -> Iterator[list[_Page]]:
        for begin in range(0, self.most, _CHUNK):
            if self.builder.late:
                return
            pages = (self._page(index) for index in range(begin, min(begin + _CHUNK, self.most)))
            yield [page for page in pages if page is not None]

    def _page(self, index: int) -> _Page | None:
        if self.builder.late:
            return None
        try:
            text = PageText(self.document.raw, index)
        except ReadingError:
            self.broken.append(index + 1)
            return None
        try:
            return self._lines(index + 1, text)
        finally:
            text.close()

    def _lines(self, number: int, text: PageText) -> _Page:
        lines = text.lines()
        tables, pictures, busy = ruled_tables(text)
        if busy:
            self.busy.append(number)
        if not lines and pictures:
            self.scanned.append(number)
            if self.builder.ocr:
                self.recognised[number] = recognise(self.document[number - 1])
        page = _Page(number, text.width, text.height, lines)
        for table in tables:
            held = [line for line in page.lines if table.holds(line)]
            parts = [part for line in held for part in text.split(line, table.xs[1:-1])]
            cells = [cell for cell in table.cells(parts) if cell.text]
            if len(cells) < 2 or not held:
                continue
            page.grids.append(Grid(cells, table.xs[0], table.ys[0], table.xs[-1], table.ys[-1]))
            page.lines = [line for line in page.lines if not table.holds(line)]
        return page

    def _learn(self, chunk: Sequence[_Page]) -> None:
        """What repeats at the edges of pages, which size the body has, which words there are."""
        for page in chunk:
            self.furniture.update({_shape(line, page) for line in page.lines if _at_edge(line, page)})
            for line in page.lines:
                self.sizes[round(line.size, 1)] += len(line.text)
                if "-" in line.text:
                    self.words.update(_WORD.findall(line.text.lower()))
        if len(self.words) > 200_000:
            self.words.clear()

    def _write(self, page: _Page) -> None:
        self.builder.page = page.number
        if page.width > 1.2 * page.height:
            self.builder.reset_headings()
        for block in self.recognised.pop(page.number, ()):
            self.builder.add("paragraph", join_all(block.split("\n")))
        body = self.sizes.most_common(1)[0][0] if self.sizes else 10.0
        lines = [line for line in page.lines if not self._is_furniture(line, page)]
        items, _ = aligned_tables(lines)
        for column in reading_order([*items, *page.grids]):
            for part in paragraphs(column):
                if isinstance(part, Grid):
                    add_table(self.builder, part.cells)
                else:
                    self._write_group(part, page, body)

    def _is_furniture(self, line: Line, page: _Page) -> bool:
        if not _at_edge(line, page):
            return False
        text = line.text.strip()
        repeated = self.furniture[_shape(line, page)] >= 3
        if repeated or (_PAGE_NUMBER.fullmatch(text) and page.height - line.y1 < _MARGIN * page.height):
            self.left_out[_DIGITS.sub("#", text)] += 1
            return True
        return False

    def _write_group(self, group: Group, page: _Page, body: float) -> None:
        text = clean(group.text(self.words))
        if not text:
            return
        depth = self._heading_depth(group, text, body)
        if depth:
            self.builder.heading(text, depth, box=group.box)
            return
        kind = kind_of_line(text)
        item = bullet(text)
        if kind == "paragraph":
            small = group.size <= 0.9 * body and group.lines[0].y0 > 0.55 * page.height
            if small and _NOTE_START.match(text) and len(_LETTER.findall(text[:40])) >= 4:
                kind = "footnote"
            elif item is not None or enumerated(text) is not None:
                kind = "list item"
        if item is not None and kind == "list item":
            text = clean(item[1])
        self.builder.add(kind, text, cleaned=True, between="\n" if kind == "list item" else "\n\n", box=group.box)

    def _heading_depth(self, group: Group, text: str, body: float) -> int:
        """The rank of a heading among the sizes larger than the body's; 0 where it is none."""
        large = group.size >= 1.12 * body
        if not large and not group.lines[0].bold:
            return 0
        if len(text) > 200 or len(group.lines) > 4 or _LEADERS.search(text) or bullet(text) is not None:
            return 0
        if large:
            larger = [size for size in self.sizes if size >= 1.12 * body and size > group.size * 1.06]
            return min(1 + len(_ranks(larger)), 5)
        alone = len(group.lines) <= 2 and len(text) <= 90 and not text.endswith((".", "。", ",", "、", ";"))
        return 6 if group.bold and alone and group.size >= 0.97 * body and kind_of_line(text) == "paragraph" else 0

    def _tell(self, done: int) -> None:
        say = self.builder.signal
        if done < self.count and self.most < self.count:
            say(f"pages {self.most + 1:,}-{self.count:,} were left out: more than {self.most:,} pages")
        elif self.builder.late and done < self.most:
            say(f"pages {done + 1:,}-{self.count:,} were left out: time was up")
        if self.scanned:
            say(_scanned(self.scanned, self.builder.ocr))
        if self.broken:
            say(f"pages that could not be read: {number_ranges(self.broken)}")
        if self.busy:
            say(f"pages drawn too busily to look for ruled tables: {number_ranges(self.busy)}")
        if self.left_out:
            texts = "; ".join(text for text, _ in self.left_out.most_common(6))
            say(f"page headers and footers were left out: {texts}")


def _scanned(pages: Sequence[int], recognised: bool) -> str:
    one = len(pages) == 1
    words = f"page {number_ranges(pages)} has" if one else f"pages {number_ranges(pages)} have"
    seems = "looks" if one else "look"
    return f"{words} no text layer: {seems} scanned" + (
        "; the text was recognised and may have errors"
        if recognised
        else "; text recognition (the extra 'ocr') can read it"
    )


def _ranks(sizes: Sequence[float]) -> list[float]:
    """Sizes that differ by less than a sixteenth are one."""
    ranks: list[float] = []
    for size in sorted(sizes):
        if not ranks or size > ranks[-1] * 1.06:
            ranks.append(size)
    return ranks


def _at_edge(line: Line, page: _Page) -> bool:
    return (line.y1 < _MARGIN * page.height or line.y0 > (1 - _MARGIN) * page.height) and len(line.text) <= 150


def _shape(line: Line, page: _Page) -> str:
    """What stays the same in a header or footer from page to page: words and place."""
    where = "top" if line.y1 < page.height / 2 else "foot"
    return f"{where}{round(line.base / 6)}:{_DIGITS.sub('#', line.text.strip())}"
