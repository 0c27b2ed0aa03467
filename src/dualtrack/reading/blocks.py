"""Text cut into blocks: headings, paragraphs, list items, tables, rules. Markdown and plain text share it."""

import re
from dataclasses import dataclass, field

from dualtrack.reading.lines import FOOTNOTE, bullet, enumerated, join_all

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t\u3000]+(.*?))?[ \t]*$")
_ATX_CLOSE = re.compile(r"[ \t]+#{1,10}$")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]{0,3}){3,200}|(?:-[ \t]{0,3}){3,200}|(?:_[ \t]{0,3}){3,200})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_PIPE_RULE = re.compile(r"[ \t]{0,8}\|?[ \t]{0,8}:?-+:?[ \t]{0,8}(?:\|[ \t]{0,8}:?-+:?[ \t]{0,8}){0,500}\|?[ \t]{0,8}$")
_COMMENT = re.compile(r"\s{0,8}<!--(.{0,2000}?)-->\s{0,8}$")
_PAGE_MARK = re.compile(r"\s{0,3}(?:slide|page)(?:\s(?:number|no\.?))?\s?[:#]?\s?(\d{1,5})\s{0,3}", re.IGNORECASE)
_PAGE_RULE = re.compile(r"\{(\d{1,5})\}-{10,}$")
_HTML_TABLE = re.compile(r"\s{0,8}<table[\s>]", re.IGNORECASE)
_FOOTNOTE_TEXT = re.compile(r" {0,3}\[\^([^\]\s]{1,30})\]:[ \t]{0,8}(.*)$")
_CHAPTER = re.compile(
    r"(?:第\s?[0-9０-９一二三四五六七八九十]{1,3}\s?[章節編部条]|\d{1,2}(?:\.\d{1,2}){0,3}\.?[ \u3000]|[IVX]{1,5}\.\s|"
    r"(?:chapter|part|section|kapitel|chapitre|제\s?\d)\s?\d{0,3})",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Block:
    """One block of a text before it becomes passages."""

    kind: str
    """Heading, paragraph, list item, footnote, table, html table, rule, page or code."""
    text: str = ""
    depth: int = 0
    gap: int = 0
    """Empty lines before it."""
    rows: list[list[str]] = field(default_factory=list)
    head_rows: int | None = None
    number: int = 0
    """The page that a ``page`` block says begins here; 0 where it only says that one begins."""


def blocks_of(text: str, markdown: bool = True) -> list[Block]:
    """Cut a text into blocks; time is linear in its length."""
    return _Cutter(text.split("\n"), markdown).cut()


class _Cutter:
    """Walks the lines once."""

    def __init__(self, lines: list[str], markdown: bool) -> None:
        self.lines = lines
        self.markdown = markdown
        self.at = 0
        self.gap = 0
        self.blocks: list[Block] = []
        self.indents: list[int] = []

    def cut(self) -> list[Block]:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if "\f" in line:
                self._form_feed(line)
            elif not line.strip():
                self.gap += 1
                self.at += 1
            else:
                self._block(line)
        return self.blocks

    def _put(self, block: Block) -> None:
        block.gap, self.gap = self.gap, 0
        if block.kind not in ("list item", "footnote"):
            self.indents.clear()
        self.blocks.append(block)

    def _form_feed(self, line: str) -> None:
        before, _, after = line.partition("\f")
        if before.strip():
            self.lines[self.at : self.at + 1] = [before, "\f" + after]
            return
        self._put(Block("page"))
        self.lines[self.at] = after

    def _block(self, line: str) -> None:
        if self.markdown and self._marked(line):
            return
        if not self.markdown and self._numbered_heading(line):
            return
        if self._tab_table(line) or self._item(line):
            return
        self._paragraph()

    def _numbered_heading(self, line: str) -> bool:
        """Take a line of plain text that stands alone, numbered as a chapter is, with no other item after it."""
        self.at += 1
        after = next((other for other in self.lines[self.at : self.at + 5] if other.strip()), "")
        if enumerated(after) is None and self._stands_as_heading(line):
            self._put(Block("heading", line.strip(), depth=1 if line.strip()[:1] == "第" else 2))
            return True
        self.at -= 1
        return False

    def _marked(self, line: str) -> bool:
        first = line.lstrip()[0]
        if first == "#" and (found := _ATX.match(line)):
            self._put(Block("heading", _ATX_CLOSE.sub("", found[2] or ""), depth=len(found[1])))
        elif first in "`~" and (found := _FENCE.match(line)):
            self._fenced(found[1])
            return True
        elif first in "-*_" and _RULE.match(line):
            self._put(Block("rule"))
        elif first == "<":
            return self._html(line)
        elif first == "{" and (found := _PAGE_RULE.match(line.strip())):
            self._put(Block("page", number=int(found[1]) + 1))
        elif first == "[" and (found := _FOOTNOTE_TEXT.match(line)):
            self._put(Block("footnote", found[2]))
        else:
            return "|" in line and self._pipe_table()
        self.at += 1
        return True

    def _fenced(self, fence: str) -> None:
        self.at += 1
        begin = self.at
        while self.at < len(self.lines) and not self.lines[self.at].strip().startswith(fence):
            self.at += 1
        self._put(Block("code", "\n".join(self.lines[begin : self.at])))
        self.at += 1

    def _html(self, line: str) -> bool:
        if found := _COMMENT.match(line):
            if page := _PAGE_MARK.fullmatch(found[1]):
                self._put(Block("page", number=int(page[1])))
            self.at += 1
            return True
        if not _HTML_TABLE.match(line):
            return False
        begin = self.at
        while self.at < len(self.lines) - 1 and "</table" not in self.lines[self.at].lower():
            self.at += 1
        self.at += 1
        self._put(Block("html table", "\n".join(self.lines[begin : self.at])))
        return True

    def _pipe_table(self) -> bool:
        if self.at + 1 >= len(self.lines) or "-" not in self.lines[self.at + 1]:
            return False
        if not _PIPE_RULE.match(self.lines[self.at + 1]):
            return False
        rows = [_pipe_cells(self.lines[self.at])]
        self.at += 2
        while self.at < len(self.lines) and "|" in self.lines[self.at]:
            rows.append(_pipe_cells(self.lines[self.at]))
            self.at += 1
        self._put(Block("table", rows=rows, head_rows=1 if any(rows[0]) else 0))
        return True

    def _tab_table(self, line: str) -> bool:
        if not _tabbed(line):
            return False
        end = self.at
        while end < len(self.lines) and _tabbed(self.lines[end]):
            end += 1
        if end - self.at < 2:
            return False
        rows = [row.split("\t") for row in self.lines[self.at : end]]
        widths = [len(row) for row in rows]
        if max(widths) > 2 * min(widths) + 1:
            return False
        self._put(Block("table", rows=rows))
        self.at = end
        return True

    def _item(self, line: str) -> bool:
        found = bullet(line) or enumerated(line)
        if found is None:
            return False
        indent, text = found
        self.at += 1
        rest = [text, *self._lines_of_paragraph()]
        while self.indents and self.indents[-1] > indent:
            self.indents.pop()
        if not self.indents or self.indents[-1] < indent:
            self.indents.append(indent)
        self._put(Block("list item", join_all(rest), depth=len(self.indents) - 1))
        return True

    def _paragraph(self) -> None:
        first = self.lines[self.at]
        self.at += 1
        lines = [first, *self._lines_of_paragraph()]
        following = self.lines[self.at] if self.at < len(self.lines) else ""
        if self.markdown and (found := _SETEXT.match(following)):
            self.at += 1
            self._put(Block("heading", join_all(lines), depth=1 if found[1][0] == "=" else 2))
            return
        if self.markdown:
            lines = [line.lstrip().lstrip(">").lstrip() if line.lstrip()[:1] == ">" else line for line in lines]
        self._put(Block("paragraph", join_all([_hard_break(line) for line in lines])))

    def _lines_of_paragraph(self) -> list[str]:
        lines: list[str] = []
        while self.at < len(self.lines) and not self._interrupts(self.lines[self.at]):
            lines.append(self.lines[self.at])
            self.at += 1
        return lines

    def _interrupts(self, line: str) -> bool:
        """Whether a line ends the paragraph before it."""
        start = line.lstrip()
        if not start or "\f" in line:
            return True
        if start[0].isascii() and start[0].isalpha():
            return False
        if self.markdown and start[0] in "#`~_-=*<{" and self._marks_block(line):
            return True
        if start[0] not in "–—" and bullet(line):
            return True
        if start[0] in "①※\\*" and FOOTNOTE.match(start):
            return True
        return (start.startswith(("1.", "1)", "(1)", "(a)", "(i)")) or "①" <= start[0] <= "⑳") and bool(
            enumerated(line)
        )

    def _marks_block(self, line: str) -> bool:
        patterns = (_ATX, _FENCE, _RULE, _SETEXT, _HTML_TABLE, _COMMENT)
        return any(pattern.match(line) for pattern in patterns)

    def _stands_as_heading(self, line: str) -> bool:
        text = line.strip()
        if (
            len(text) > 80
            or text[-1] in "。.,、;:：；」)"
            or (self.at < len(self.lines) and self.lines[self.at].strip())
        ):
            return False
        return bool(_CHAPTER.match(text)) or (text.isupper() and text.isascii() and len(text) > 3)


def _hard_break(line: str) -> str:
    return line[:-1] if line.endswith("\\") else line


def _tabbed(line: str) -> bool:
    """Whether tabs part cells in this line; a tab at its front is an indent."""
    return "\t" in line.lstrip() and bullet(line) is None


def _pipe_cells(line: str) -> list[str]:
    line = line.strip().replace("\\|", "\ue100")
    line = line.removeprefix("|").removesuffix("|")
    return [cell.replace("\ue100", "|").strip() for cell in line.split("|")]
