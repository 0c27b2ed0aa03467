"""Inline marks of Markdown and stray HTML taken out: what is left is what a reader reads."""

import html
import re

_CODE = re.compile(r"`([^`\n]{1,2000})`")
_IMAGE = re.compile(r"!\[([^\]\[]{0,1000})\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"(?<!!)\[([^\]\[]{0,2000})\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)")
_REFERENCE = re.compile(r"\[([^\]\[^]{1,1000})\]\[[^\]\[]{0,200}\]")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,30}\]")
_AUTOLINK = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]{1,2000})>")
_STRONG = re.compile(r"(?<!\\)\*\*(?!\s)([^*]{1,4000}?)\*\*")
_STRONG_LINE = re.compile(r"(?<![\w\\])__(?![\s_])([^_]{1,2000}?)__(?!\w)", re.ASCII)
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?![\s*])([^*]{1,2000}?)(?<![\s\\])\*(?![\w*])", re.ASCII)
_EMPHASIS_LINE = re.compile(r"(?<![\w/\\])_(?![\s_])([^_]{1,2000}?)(?<![\s\\])_(?!\w)", re.ASCII)
_STRUCK = re.compile(r"~~(?!\s)([^~]{1,2000}?)~~")
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|ul|ol|li|tr|td|th|table|tbody|thead|h[1-6]|dd|dt|dl)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE
)
_DROPPED = tuple(
    (re.compile(begin, re.IGNORECASE), re.compile(end, re.IGNORECASE))
    for begin, end in (("<!--", "-->"), (r"<script[\s>]", r"</script\s{0,3}>"), (r"<style[\s>]", r"</style\s{0,3}>"))
)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|center|cite|code|del|dfn|em|figure|figcaption|font|i|iframe|img|input|ins|kbd|mark|nobr|ol|p|q|rp|rt|ruby|s|samp|"
    r"section|small|span|strike|strong|sub|sup|svg|time|tt|u|var|wbr|br|hr)(?:\s(?:[^<>\"']|\"[^\"]{0,3000}\"|'[^']{0,3000}'){0,3000})?/?>",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HELD = re.compile("[\ue000-\ue0ff]")
_SPECIAL = re.compile(r"[*_`\[\]<>&\\~]")


def plain(text: str) -> str:
    """The text without Markdown's marks and HTML tags; links leave their words, ``<br>`` a line feed.

    Marks that do not pair up stay as they are. Escaped characters lose their backslash.
    """
    if not _SPECIAL.search(text):
        return text
    if "\\" in text:
        text = _ESCAPE.sub(_hold, _HELD.sub("\ufffd", text))
    if "<" in text:
        text = untagged(text)
    if "[" in text:
        text = _NOTE_MARK.sub("", _REFERENCE.sub(r"\1", _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))))
    text = _CODE.sub(r"\1", text) if "`" in text else text
    if "*" in text:
        text = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\1", _EMPHASIS.sub(r"\1", text)))
    if "_" in text:
        text = _EMPHASIS_LINE.sub(r"\1", _STRONG_LINE.sub(r"\1", text))
    text = _STRUCK.sub(r"\1", text) if "~~" in text else text
    if "&" in text:
        text = html.unescape(text)
    return _HELD.sub(_release, text) if max(text, default="") >= "\ue000" else text


def untagged(text: str) -> str:
    """The text without HTML tags and comments; scripts and styles go with their content."""
    text = _AUTOLINK.sub(r"\1", text)
    for begin, end in _DROPPED:
        text = _without(text, begin, end)
    return _TAG.sub("", _BLOCK_TAG.sub(" ", _BREAK.sub("\n", text)))


def _without(text: str, begin: re.Pattern[str], end: re.Pattern[str]) -> str:
    """The text without what stands between two marks, in one pass; a mark that is never closed stays."""
    at = begin.search(text)
    parts, done = [], 0
    while at is not None and (stop := end.search(text, at.end())) is not None:
        parts.append(text[done : at.start()])
        done = stop.end()
        at = begin.search(text, done)
    return "".join([*parts, text[done:]]) if parts else text


def _hold(found: re.Match[str]) -> str:
    return chr(0xE000 + ord(found[1]))


def _release(found: re.Match[str]) -> str:
    return chr(ord(found[0]) - 0xE000)
