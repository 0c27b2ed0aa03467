"""HTML: the main text with its tables and lists; what surrounds it, scripts and styles are left out."""

import re
from collections.abc import Iterator
from typing import Any

from dualtrack.reading.builder import Builder
from dualtrack.reading.charset import decode
from dualtrack.reading.grid import MOST_CELLS, Cell, add_table
from dualtrack.reading.htmlfacts import html_facts
from dualtrack.reading.lines import clean, kind_of_line
from dualtrack.reading.registry import reads

_DROPPED = frozenset(
    re.split(
        r"\s+",
        "script style noscript template nav aside svg math canvas iframe object embed button select option input "
        "textarea audio video dialog head link meta",
    )
)
_BLOCKS = frozenset(
    re.split(
        r"\s+",
        "p div section article main body blockquote dd dt dl ul ol li table tr td th thead tbody tfoot caption "
        "figure figcaption pre address header footer h1 h2 h3 h4 h5 h6 hr form fieldset legend details summary "
        "center hgroup menu label",
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|navbar|nav|navigation|menu|sidebar|side-bar|share|sharing|social|related|newsletter|"
    r"subscribe|skip(?:-?to-?content|link)?|pagination|pager|advert|ads|promo|toolbar|site-?header|site-?footer|global-?(?:header|footer|nav)|"
    r"footer-nav|popup|modal|banner-cookie|print-only|sr-only|visually-?hidden|screen-reader-text|pankuzu|topicpath)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FOOTNOTES = re.compile(r"(?:^|[\s_-])(?:footnotes?|endnotes?|fn)(?:$|[\s_:-]|\d)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_MOST_SPAN = 1_000
_DEEPEST = 400
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?=[\s/>])[^<>]{0,5000}>?")
_UNNESTED = frozenset(
    re.split(
        r"\s+",
        "p li td th tr dt dd option thead tbody tfoot colgroup col br img input hr meta link wbr source area base "
        "embed param track html head body",
    )
)
"""Elements that are closed by themselves or hold nothing: they do not nest."""
_MAIN = ("main", "[role=main]", "article", "#main-content", "#content", "#main", ".main-content", ".entry-content")


@reads("text/html", ".html", ".htm", ".xhtml")
def read_html(data: bytes, builder: Builder) -> None:
    """Read the main text of a page."""
    from selectolax.lexbor import LexborHTMLParser

    text, encoding = decode(data)
    if encoding != "utf-8":
        builder.signal(f"the text was read as {encoding}")
    tree = LexborHTMLParser(_flattened(text, builder))
    builder.facts.update(html_facts(tree))
    if tree.body is None:
        return
    root, whole = _main(tree)
    _Walker(builder, site_parts=whole).walk(root)


def _flattened(text: str, builder: Builder) -> str:
    """The page without elements nested beyond reason, their content kept: parsers take quadratic time on them."""
    if text.count("<") <= _DEEPEST:
        return text
    depth, begin = 0, 0
    parts: list[str] = []
    for tag in _TAG.finditer(text):
        if tag[2].lower() in _UNNESTED:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEEPEST or (tag[1] and depth == _DEEPEST):
            parts.append(text[begin : tag.start()])
            begin = tag.end()
    if not parts:
        return text
    builder.signal(f"elements nested deeper than {_DEEPEST} were flattened")
    return " ".join([*parts, text[begin:]])


def add_html_tables(source: str, builder: Builder) -> None:
    """Add what an HTML fragment says, tables above all, to a builder."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(_flattened(source, builder))
    if tree.body is not None:
        _Walker(builder, site_parts=False).walk(tree.body)


def _main(tree: Any) -> tuple[Any, bool]:
    """The element that holds the main text, and whether it is the whole body, site header and footer with it."""
    total = _length(tree.body)
    for selector in _MAIN:
        found = tree.css(selector)
        if len(found) == 1 and _length(found[0]) >= max(150, 0.2 * total):
            return found[0], False
    return tree.body, True


def _length(node: Any) -> int:
    return len(node.text(deep=True, separator="")) if node is not None else 0


class _Walker:
    """Walks the elements once, without recursion, and writes what they say."""

    def __init__(self, builder: Builder, site_parts: bool) -> None:
        self.builder = builder
        self.site_parts = site_parts
        self.parts: list[str] = []
        self.lists = 0
        self.within: list[str] = []
        self.notes = 0

    def walk(self, root: Any) -> None:
        """Write all that is under ``root``."""
        end, node = root.mem_id, root.child
        while node is not None:
            if self.builder.late or self.builder.full:
                self.builder.signal("the end of the page was left out: time was up")
                break
            deeper = self._enter(node)
            if deeper is not None:
                node = deeper
                continue
            while node is not None and node.next is None:
                node = node.parent
                if node is None or node.mem_id == end:
                    node = None
                    break
                self._leave(node)
            node = node.next if node is not None else None
        self._flush()

    def _enter(self, node: Any) -> Any:
        """Take in a node; its first child where the walk goes on inside."""
        tag = node.tag
        if tag == "-text":
            self.parts.append(node.text_content or "")
            return None
        if tag == "br":
            self.parts.append("\x00")
            return None
        if tag in _DROPPED or tag == "-comment" or self._is_furniture(node, tag):
            return None
        if tag == "table" and self._table(node):
            return None
        if tag in _BLOCKS:
            self._flush()
            if node.child is not None:
                self.within.append(tag)
                self.lists += tag in ("ul", "ol", "menu")
                self.notes += self._is_note(node)
        elif tag == "sup" and node.css_first("a[href^='#']") is not None:
            return None
        return node.child

    def _leave(self, node: Any) -> None:
        tag = node.tag
        if tag not in _BLOCKS:
            return
        self._flush()
        if self.within:
            self.within.pop()
        self.lists -= tag in ("ul", "ol", "menu")
        self.notes -= self._is_note(node)

    def _is_note(self, node: Any) -> bool:
        names = node.attributes
        return bool(_FOOTNOTES.search(f"{names.get('class') or ''} {names.get('role') or ''} {names.get('id') or ''}"))

    def _is_furniture(self, node: Any, tag: str) -> bool:
        if self.site_parts and tag in ("header", "footer") and node.css_first("h1") is None:
            return True
        names = node.attributes
        if not names:
            return False
        if (
            "hidden" in names
            or names.get("aria-hidden") == "true"
            or names.get("role") in ("navigation", "search", "dialog")
        ):
            return True
        if _HIDDEN.search(names.get("style") or ""):
            return True
        label = f"{names.get('class') or ''} {names.get('id') or ''}"
        return tag not in ("body", "main", "article") and bool(_FURNITURE.search(label)) and _length(node) < 5_000

    def _flush(self) -> None:
        """Write the text gathered since the last block began."""
        if not self.parts:
            return
        raw, self.parts = "".join(self.parts), []
        keep = "pre" in self.within
        text = raw.replace("\x00", "\n") if keep else _SPACES.sub(" ", raw).replace("\x00", "\n")
        text = clean(text)
        if text:
            self._write(text)

    def _write(self, text: str) -> None:
        heading = next((tag for tag in reversed(self.within) if tag in _HEADINGS), "")
        if heading:
            self.builder.heading(text, _HEADINGS[heading])
        elif self.notes:
            self.builder.add("footnote", text)
        elif "figcaption" in self.within or "caption" in self.within:
            self.builder.add("caption", text)
        elif "li" in self.within:
            self.builder.add(kind_of_line(text, "list item"), text, between="\n", depth=max(0, self.lists - 1) or None)
        else:
            self.builder.add(kind_of_line(text), text)

    def _table(self, table: Any) -> bool:
        """Write a table of data; a table that only lays out the page is walked as any element."""
        role = (table.attributes.get("role") or "").lower()
        if role == "presentation" or any(inner.mem_id != table.mem_id for inner in table.css("table")):
            return False
        rows = table.css("tr")
        if not any(len(row.css("td, th")) > 1 for row in rows[:50]):
            return False
        self._flush()
        caption = table.css_first("caption")
        if caption is not None:
            self.builder.add("caption", caption.text(deep=True, separator=" "))
        add_table(self.builder, sorted(_cells(rows), key=lambda cell: (cell.row, cell.column)))
        return True


def _cells(rows: list[Any]) -> Iterator[Cell]:
    """The cells of a table at their places, spans counted."""
    taken: dict[int, int] = {}
    count = 0
    for number, row in enumerate(rows, 1):
        column = 1
        cell = row.child
        while cell is not None:
            if cell.tag in ("td", "th"):
                while taken.get(column, 0) >= number:
                    column += 1
                down, across = _span(cell, "rowspan"), _span(cell, "colspan")
                for covered in range(column, column + across):
                    taken[covered] = number + down - 1
                yield Cell(number, column, _cell_text(cell), down, across, head=cell.tag == "th")
                column += across
                count += 1
                if count > MOST_CELLS:
                    return
            cell = cell.next


def _cell_text(cell: Any) -> str:
    for dropped in cell.css("script, style, noscript, sup a[href^='#']"):
        dropped.decompose()
    return clean(_SPACES.sub(" ", cell.text(deep=True, separator=" ")))


def _span(cell: Any, name: str) -> int:
    text = (cell.attributes.get(name) or "1").strip()
    return max(1, min(int(text), _MOST_SPAN)) if text.isdecimal() and len(text) < 9 else 1
