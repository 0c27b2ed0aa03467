"""DOCX: headings, paragraphs, lists with depth, tables with spans, notes where they are referred to, text boxes."""

import re
import zipfile
from typing import Any

from dualtrack.reading.builder import Builder
from dualtrack.reading.errors import ReadingError
from dualtrack.reading.grid import Cell, add_table
from dualtrack.reading.lines import bullet, clean, kind_of_line
from dualtrack.reading.ooxml import core_facts, looks_like, open_package, xml_part
from dualtrack.reading.registry import reads

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HEADING = re.compile(r"(?:heading|見出し|标题|標題|제목|überschrift|titre|berschrift)\s?(\d)", re.IGNORECASE)
_LIST = re.compile(r"(?:list|リスト|箇条書き)", re.IGNORECASE)
_LEVEL = re.compile(r"(\d)$")


@reads(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".docx", ".docm", ".dotx",
    looks=looks_like(b"word/document.xml"),
)  # fmt: skip
def read_docx(data: bytes, builder: Builder) -> None:
    """Read a text document."""
    with open_package(data, builder.limits) as package:
        core_facts(package, builder)
        root = xml_part(package, "word/document.xml")
        body = root.find(f"{_W}body") if root is not None else None
        if body is None:
            raise ReadingError("The document has no body", mend="Fetch it again.")
        writer = _Writer(package, builder)
        writer.pages = any(True for _ in body.iter(f"{_W}lastRenderedPageBreak"))
        if writer.pages:
            builder.page = 1
        writer.blocks(body)
        if builder.page is not None:
            builder.facts["pages"] = builder.page
            builder.signal("page numbers are those of the program that last saved the file")
        _tell_furniture(package, builder)


class _Writer:
    """Writes the blocks of a body, cell or text box."""

    def __init__(self, package: zipfile.ZipFile, builder: Builder) -> None:
        self.builder = builder
        self.styles = _styles(package)
        self.notes = {kind: _notes(package, kind) for kind in ("footnote", "endnote")}
        self.pages = False
        self.titled = False

    def blocks(self, parent: Any) -> None:
        """Write paragraphs and tables in order, without recursion into content controls' wrappers."""
        pending = list(reversed(parent))
        while pending:
            block = pending.pop()
            if self.builder.late or self.builder.full:
                self.builder.signal("the end of the document was left out: time was up")
                return
            if block.tag == f"{_W}p":
                self._paragraph(block)
            elif block.tag == f"{_W}tbl":
                self._table(block)
            elif block.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}smartTag"):
                pending.extend(reversed(block))

    def _paragraph(self, paragraph: Any) -> None:
        text = clean(_text(paragraph))
        name, outline, listed = self._style(paragraph)
        if text:
            self._write(text, name, outline, listed)
        for kind, references in (("footnote", "footnoteReference"), ("endnote", "endnoteReference")):
            for reference in paragraph.iter(f"{_W}{references}"):
                note = self.notes[kind].get(reference.get(f"{_W}id", ""), "")
                self.builder.add("footnote", note)
        for box in _text_boxes(paragraph):
            self.blocks(box)
        if self.pages:
            self._turn(paragraph)

    def _write(self, text: str, name: str, outline: int | None, listed: int | None) -> None:
        found = _HEADING.match(name)
        if name.lower() in ("title", "表題"):
            self.builder.facts.setdefault("title", text)
            self.titled = True
            self.builder.heading(text, 1)
        elif (found or outline is not None) and len(text) <= 300:
            below_title = 1 if self.titled else 0
            self.builder.heading(text, below_title + (int(found[1]) if found else (outline or 0) + 1))
        elif "caption" in name.lower() or "図表番号" in name:
            self.builder.add("caption", text)
        elif listed is not None:
            self.builder.add(kind_of_line(text, "list item"), text, between="\n", depth=listed or None)
        elif (marked := bullet(text)) is not None:
            self.builder.add("list item", marked[1], between="\n")
        else:
            for line in text.split("\n"):
                self.builder.add(kind_of_line(line), line)

    def _style(self, paragraph: Any) -> tuple[str, int | None, int | None]:
        """The style's name, the outline level and the depth in a list, with what the style says by default."""
        properties = paragraph.find(f"{_W}pPr")
        style = properties.find(f"{_W}pStyle") if properties is not None else None
        name, outline, listed = self.styles.get(
            style.get(f"{_W}val", "") if style is not None else "", ("", None, None)
        )
        own = _levels(properties)
        listed = own[1] if own[1] is not None else listed
        if listed is not None and listed < 0:
            listed = None
        return name, own[0] if own[0] is not None else outline, listed

    def _turn(self, paragraph: Any) -> None:
        breaks = sum(1 for _ in paragraph.iter(f"{_W}lastRenderedPageBreak"))
        if breaks and self.builder.page is not None:
            self.builder.page += breaks

    def _table(self, table: Any) -> None:
        cells: list[Cell] = []
        merged: dict[int, Cell] = {}
        heads = 0
        for row, line in enumerate(table.iter(f"{_W}tr"), 1):
            if line.getparent() is not table and line.getparent().getparent() is not table:
                continue
            if line.find(f"{_W}trPr/{_W}tblHeader") is not None and heads == row - 1:
                heads = row
            column = 1
            for cell in line.findall(f"{_W}tc"):
                column = self._cell(cell, row, column, cells, merged)
        add_table(self.builder, cells, heads or None)

    def _cell(self, cell: Any, row: int, column: int, cells: list[Cell], merged: dict[int, Cell]) -> int:
        properties = cell.find(f"{_W}tcPr")
        across = _number(properties, "gridSpan", 1)
        down = properties.find(f"{_W}vMerge") if properties is not None else None
        if down is not None and down.get(f"{_W}val") != "restart":
            if column in merged:
                merged[column].rows += 1
            return column + across
        text = "\n".join(part for p in cell.iter(f"{_W}p") if (part := clean(_text(p))))
        made = Cell(row, column, text, 1, min(across, 1000))
        cells.append(made)
        merged[column] = made
        return column + across


def _text(paragraph: Any) -> str:
    """The text of a paragraph's own runs: deleted text, fields' instructions and text boxes are not part of it."""
    parts: list[str] = []
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen", f"{_W}p"):
        if node is not paragraph and _owner(node) is not paragraph:
            continue
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif node.tag in (f"{_W}br", f"{_W}cr") and node.get(f"{_W}type") in (None, "textWrapping"):
            parts.append("\n")
        elif node.tag == f"{_W}tab" and node.getparent().tag == f"{_W}r":
            parts.append(" ")
    return "".join(parts)


def _owner(node: Any) -> Any:
    parent = node.getparent()
    while parent is not None and parent.tag != f"{_W}p":
        parent = parent.getparent()
    return parent


def _text_boxes(paragraph: Any) -> list[Any]:
    """The contents of text boxes anchored in a paragraph; the fallback copies for old programs are left out."""
    boxes = []
    for box in paragraph.iter(f"{_W}txbxContent"):
        parent = box.getparent()
        while (
            parent is not None and parent is not paragraph and parent.tag not in (f"{_MC}Fallback", f"{_W}txbxContent")
        ):
            parent = parent.getparent()
        if parent is paragraph:
            boxes.append(box)
    return boxes


def _styles(package: zipfile.ZipFile) -> dict[str, tuple[str, int | None, int | None]]:
    """Style id -> name, outline level, depth in a list."""
    root = xml_part(package, "word/styles.xml")
    found: dict[str, tuple[str, int | None, int | None]] = {}
    for style in root.iter(f"{_W}style") if root is not None else ():
        named = style.find(f"{_W}name")
        name = named.get(f"{_W}val", "") if named is not None else ""
        outline, listed = _levels(style.find(f"{_W}pPr"))
        if listed is None and _LIST.match(name) and "paragraph" not in name.lower():
            level = _LEVEL.search(name)
            listed = int(level[1]) - 1 if level else 0
        elif listed is not None and _LIST.match(name) and (level := _LEVEL.search(name)):
            listed = int(level[1]) - 1
        found[style.get(f"{_W}styleId", "")] = (name, outline, listed)
    return found


def _levels(properties: Any) -> tuple[int | None, int | None]:
    """Outline level (from 0; 9 is body text) and list depth of paragraph properties; -1 for a list switched off."""
    if properties is None:
        return None, None
    outline = _number(properties, "outlineLvl", 9)
    listed = None
    numbering = properties.find(f"{_W}numPr")
    if numbering is not None:
        listed = _number(numbering, "ilvl", 0) if _number(numbering, "numId", 1) else -1
    return (outline if outline < 9 else None), listed


def _number(parent: Any, tag: str, otherwise: int) -> int:
    found = parent.find(f"{_W}{tag}") if parent is not None else None
    text = found.get(f"{_W}val", "") if found is not None else ""
    return int(text) if text.isdecimal() and len(text) < 6 else otherwise


def _notes(package: zipfile.ZipFile, kind: str) -> dict[str, str]:
    """Id -> text of footnotes or endnotes; separators are none."""
    root = xml_part(package, f"word/{kind}s.xml")
    if root is None:
        return {}
    return {
        note.get(f"{_W}id", ""): clean(" ".join(_text(paragraph) for paragraph in note.iter(f"{_W}p")))
        for note in root.iter(f"{_W}{kind}")
        if note.get(f"{_W}type") is None
    }


def _tell_furniture(package: zipfile.ZipFile, builder: Builder) -> None:
    texts = []
    for name in package.namelist():
        if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name) and (root := xml_part(package, name)) is not None:
            texts.append(clean(" ".join(_text(paragraph) for paragraph in root.iter(f"{_W}p"))))
    if kept := sorted({text for text in texts if text}):
        builder.signal("page headers and footers were left out: " + "; ".join(kept[:6]))
