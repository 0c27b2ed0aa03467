"""Lines of text: cleaning them, joining wrapped ones, and telling what kind a line is."""

import re

_BROKEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ufff9-\ufffb\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile("[ \t\x0b\x0c\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f]+")
_FEEDS = re.compile(r" ?\n[ \n\u3000]*")

CJK = "\u2e80-\u2fdf\u3000-\u30ff\u3100-\u312f\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f\uffe0-\uffe6"
"""Han, kana and their punctuation, as the inside of a character class."""
_HAS_CJK = re.compile(f"[{CJK}\U00020000-\U0003ffff]")

_SOURCE_WORDS = (
    "出典|出所|資料出所|資料|参考|参考文献|引用元|データ出所|"
    "Sources?|Data sources?|References?|Quellen?|Datenquelle|Sources? des données|"
    "출처|자료|참고|来源|數據來源|数据来源|资料来源|資料來源|來源|参考资料"
)
_SOURCE = re.compile(
    rf"[(（\[【〔<〈]?\s*(?:{_SOURCE_WORDS})\s?[)）\]】〕>〉]?\s?[:：]|[(（\[【〔<〈]\s?(?:{_SOURCE_WORDS})\s?[)）\]】〕>〉]",
    re.IGNORECASE,
)
_MADE_FROM = re.compile(
    r"(?:を基に|をもとに|に基づき|を元に).{0,30}(?:作成|加工|編集)。?[)）]?(?:\s?https?://[!-~]{1,2000})?$"
)
FOOTNOTE = re.compile(
    r"(?:※|\\?\*\d{1,3}(?!\d|[.,]\d)|\*(?=[^\s*])|[†‡]|[(（]?(?:注|註|주|脚注)\s?\d{0,3}[)）]?\s?[:：.)）]|[(（](?:注|註|주)\s?\d{0,3}[)）]|"
    r"(?:Notes?|Footnote|Anmerkung(?:en)?|Anm\.|Hinweis|Remarque)\s?\d{0,3}\s?[:.]|\[\^?\d{1,3}\]\s|[¹²³⁴-⁹])",
    re.IGNORECASE,
)
CAPTION = re.compile(
    r"[(（【\[<〈]?\s?(?:(?:図表?|表|图表?|圖表?|그림|표|도표)\s?[0-9０-９一二三四五六七八九十]{1,3}(?:[-–.．][0-9]{1,3})?(?![0-9年月日億万%％か])|"
    r"(?:Figure|Fig\.|Table|Chart|Box|Exhibit|Abbildung|Abb\.|Tabelle|Tab\.|Tableau|Graphique|Encadré)\s?\d{1,3}(?:[-–.]\d{1,3})?"
    r"(?=\s?[:.|–—-]|\s[A-Z(]))",
)
_SENTENCE_ENDS = ("。", ".", "！", "!", "？", "?", "；", ";", "、", ",", "，")
_COLONS = (":", "：")
PAGE_FOOTER = re.compile(
    r"(?:©|\(c\)|Ⓒ|@|copyright)\s?(?:19|20)\d\d\b.{0,80}|(?:page|p\.|seite|s\.)?\s?\d{1,4}(?:\s?/\s?\d{1,4})?", re.I
)


def clean(text: str) -> str:
    """The text without control characters and doubled white space; line feeds stay, single."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    text = _SURROGATE.sub("\ufffd", _BROKEN.sub("", text.replace("\r\n", "\n").replace("\u2028", "\n")))
    return _FEEDS.sub("\n", _BLANKS.sub(" ", text)).strip(" \n\u3000\t")


def is_cjk(char: str) -> bool:
    """Whether the character is written without spaces between words: Han, kana, their punctuation (not Hangul)."""
    return _HAS_CJK.match(char) is not None


def join(before: str, after: str) -> str:
    """Two lines of one paragraph as one: with a space, but without any next to Han or kana."""
    before, after = before.rstrip(), after.lstrip()
    if not before or not after:
        return before or after
    if is_cjk(before[-1]) or is_cjk(after[0]):
        return before + after
    return f"{before} {after}"


def join_all(lines: list[str]) -> str:
    """The lines of one paragraph as one line."""
    parts: list[str] = []
    for line in filter(None, map(str.strip, lines)):
        if parts and not (is_cjk(parts[-1][-1]) or is_cjk(line[0])):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


def kind_of_line(text: str, kind: str = "paragraph") -> str:
    """The kind of a paragraph, list item or cell by how it begins: source line, footnote, caption, or as given."""
    if is_source_line(text):
        return "source line"
    if FOOTNOTE.match(text):
        return "footnote"
    if len(text) <= 300 and CAPTION.match(text):
        return "caption"
    return kind


def is_source_line(text: str) -> bool:
    """Whether a line says where something is from: 出典:, Source:, Quelle:, or 〜を基に作成 at its end."""
    if _SOURCE.match(text):
        return True
    return len(text) <= 600 and ("作成" in text or "加工" in text or "編集" in text) and bool(_MADE_FROM.search(text))


def is_title(text: str, longest: int = 120) -> bool:
    """Whether a heading can be the title of a page: short, no sentence, and leading into nothing (no colon)."""
    return 0 < len(text) <= longest and not text.rstrip().endswith(_SENTENCE_ENDS + _COLONS)


def is_page_footer(text: str) -> bool:
    """Whether a line is what stands at the foot of pages: a copyright line, a page number."""
    return len(text) <= 100 and PAGE_FOOTER.fullmatch(text.strip()) is not None


_MOST_BULLETS = 4
BULLETS = "-*+•・●○◦▪▫■□◆◇▶►➢➤✓✔‣⁃»⇒→⮕➡·◾◼‐∙"
_ALONE = re.escape("".join(mark for mark in BULLETS if mark not in "-*+"))
_BULLET = re.compile(rf"([ \t\u3000]*)(?:([-*+–—])[ \t\u3000]+|([{_ALONE}])[ \t\u3000]*)(?=\S)")
_BRACKETED = r"\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5}|[ァ-ヶ一二三四五六七八九十]"
_ENUMERATOR = re.compile(
    rf"([ \t\u3000]*)(?=(?:\d{{1,3}}[.)．][ \t\u3000]+|[(（](?:{_BRACKETED})[)）]|[①-⑳㉑-㉟❶-❿]|[a-zA-Z]\)[ \t])\s*\S)"
)


def bullet(line: str) -> tuple[int, str] | None:
    """The indent and the text of a bulleted line, all bullets at its front removed; ``None`` if it is none."""
    found = _BULLET.match(line)
    if not found:
        return None
    indent, rest = len(found[1].expandtabs(4)), line[found.end() :]
    for _ in range(_MOST_BULLETS):
        more = _BULLET.match(rest)
        if more is None:
            break
        rest = rest[more.end() :]
    return indent, rest


def enumerated(line: str) -> tuple[int, str] | None:
    """The indent and the text, enumerator kept (``1.``, ``(a)``, ``①``), of a numbered line; ``None`` if it is none."""
    found = _ENUMERATOR.match(line)
    return (len(found[1].expandtabs(4)), line[found.end(1) :]) if found else None
