"""A document of a text that did not come from a file: paragraphs, items, headings, and tables drawn with bars.

Offsets count characters of the text as given, mark-up included, so that a finding can be shown in it.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from dualtrack.model import Document, Passage, Period

_BREAK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*•●・◆■○▪‣·]|\d{1,2}[.)]|[①-⑳])\s*)|\n(?=#{1,6} )|\n(?=[ \t]*\|)")
_ITEM = re.compile(r"\s*(?:[-*•●・◆■○▪‣·]|[①-⑳])")
_HEADING = re.compile(r"\s*(?P<marks>#{1,6})[ \t]+(?P<words>[^\n]+?)[ \t#]*(?:\n|$)")
_TABLE = re.compile(
    r"^[ \t]*\|?[^\n|]*\|[^\n]*\n"
    r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*(?:\n[^\n]*\|[^\n]*)+",
    re.MULTILINE,
)

Fields = dict[str, Any]


def document_of(text: str, language: str | None = None, published: str | date | None = None) -> Document:
    """The document of a text, which is kept as it is, blanks at its ends included.

    Args:
        text: Plain text; an empty line parts paragraphs, a line that begins with a bullet is an item, Markdown's
            headings and tables with a line of dashes under their heads are what they look like.
        language: ISO 639-1 code; told from the text if absent.
        published: The day it was published (``date`` or EDTF), if known.
    """
    passages: list[Fields] = []
    headings: list[tuple[int, str]] = []
    for passage in _passages(text):
        if passage["kind"] == "heading":
            headings = [one for one in headings if one[0] < passage["depth"]]
        passage["headings"] = tuple(words for _, words in headings)
        if passage["kind"] == "heading":
            headings.append((passage["depth"], passage["text"]))
        passages.append({"language": language or "", **passage})
    day = Period.of(published) if isinstance(published, date) else Period(published) if published else None
    return Document.model_construct(
        sha256="",
        media_type="text/plain",
        text=text,
        language=language or "",
        published=day,
        passages=tuple(Passage.model_validate(passage) for passage in passages),
    )


def with_tables(document: Document, source: str) -> Document:
    """A document of plain text in which tables are drawn with bars, read from its source; any other as it is.

    Readers of plain text join the lines of a paragraph, and a drawn table with them.
    """
    if document.media_type != "text/plain" or not _TABLE.search(source):
        return document
    drawn = document_of(source, document.language or None)
    return document.model_copy(update={"text": drawn.text, "passages": drawn.passages})


def _passages(text: str) -> Iterator[Fields]:
    place = 0
    for number, table in enumerate(_TABLE.finditer(text), 1):
        yield from _prose(text, place, table.start())
        yield from _cells(text, table.start(), table.end(), number)
        place = table.end()
    yield from _prose(text, place, len(text))


def _prose(text: str, begin: int, end: int) -> Iterator[Fields]:
    start = begin
    for stop, after in [*(match.span() for match in _BREAK.finditer(text, begin, end)), (end, end)]:
        if text[start:stop].strip():
            yield from _block(text, start, stop)
        start = after


def _block(text: str, start: int, end: int) -> Iterator[Fields]:
    heading = _HEADING.match(text, start, end)
    if heading:
        words = heading["words"].strip()
        first = text.index(words, heading.start("words"))
        yield {
            "kind": "heading", "text": words, "start": first, "end": first + len(words), "depth": len(heading["marks"]),
        }  # fmt: skip
        start = heading.end()
    body = text[start:end].strip()
    if body:
        start = text.index(body, start)
        end = start + len(body)
        yield {"kind": "list item" if _ITEM.match(body) else "paragraph", "text": body, "start": start, "end": end}


def _cells(text: str, begin: int, end: int, number: int) -> Iterator[Fields]:
    lines = list(re.finditer(r"[^\n]+", text[begin:end]))
    heads: dict[int, str] = {}
    for row, line in enumerate([lines[0], *lines[2:]], 1):
        row_head = ""
        for column, (start, stop) in enumerate(_spans(line.group()), 1):
            words = line.group()[start:stop]
            if row == 1:
                heads[column] = words
            elif column == 1:
                row_head = words
            if not words:
                continue
            yield {
                "kind": "table cell",
                "text": words,
                "start": begin + line.start() + start,
                "end": begin + line.start() + stop,
                "table": number,
                "row": row,
                "column": column,
                "row_head": row_head if row > 1 and column > 1 else "",
                "column_heads": (heads[column],) if row > 1 and heads.get(column) else (),
                "head": row == 1,
            }


def _spans(line: str) -> Iterator[tuple[int, int]]:
    """Where the cells of a line stand, without the blanks and emphasis around them."""
    begin = len(line) - len(line.lstrip()) + (1 if line.lstrip().startswith("|") else 0)
    stripped = line.rstrip()
    end = len(stripped) - (1 if stripped.endswith("|") else 0)
    start = begin
    for bar in [*(match.start() for match in re.finditer(r"(?<!\\)\|", line) if begin <= match.start() < end), end]:
        words = line[start:bar]
        inner = words.strip().strip("*").strip()
        first = start + (words.find(inner) if inner else 0)
        yield first, first + len(inner)
        start = bar + 1
