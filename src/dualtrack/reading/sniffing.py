"""What a file is, told from its bytes first and its name second."""

import re
from pathlib import PurePath

from dualtrack.reading.charset import decode
from dualtrack.reading.errors import ReadingError
from dualtrack.reading.registry import formats

_HTML = re.compile(rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.IGNORECASE)
_REFUSED = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!", "application/vnd.rar"),
    (b"\x7fELF", "application/x-elf"),
    (b"MZ\x90", "application/vnd.microsoft.portable-executable"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"%!PS", "application/postscript"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
_MARKDOWN = re.compile(
    r"^(?:#{1,6}[ \t]+\S|\|?[ \t]{0,4}:?-{3,}:?[ \t]{0,4}\||!?\[[^\]\n]{1,200}\]\(|[*_]{2}\S)", re.MULTILINE
)
_TEXT_BY_NAME = ("text/markdown", "text/csv", "text/tab-separated-values")


def sniff(data: bytes, name: str = "") -> str:
    """The media type of a file.

    Signatures in the bytes decide; text formats, which have none, are told by the name, then by their looks.

    Args:
        data: The whole file.
        name: The file's name or address; only its ending matters.

    Raises:
        ReadingError: The file is empty.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise ReadingError("The file is empty", mend="Fetch it again; the copy may have failed.", file=name or None)
    known = formats()
    for found in known.values():
        if found.looks is not None and found.looks(data):
            return found.media_type
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return "application/zip"
    for mark, media_type in _REFUSED:
        if data.startswith(mark):
            return media_type
    return _text_type(data, _suffix(name))


def _suffix(name: str) -> str:
    return PurePath(name.partition("?")[0]).suffix.lower()


def _text_type(data: bytes, suffix: str) -> str:
    head = data[:4000].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if suffix in (".html", ".htm", ".xhtml") or _HTML.search(head[:2000]):
        return "text/html"
    if head.startswith(b"<?xml") or head[:4].lower() == b"<svg":
        return "image/svg+xml" if b"<svg" in head else "application/xml"
    by_suffix = {ending: found.media_type for found in formats().values() for ending in found.suffixes}
    if (named := by_suffix.get(suffix)) in _TEXT_BY_NAME:
        return named
    if suffix == ".json" and head[:1] in (b"{", b"["):
        return "application/json"
    text, _ = decode(data[:100_000] if len(data) > 100_000 and b"\x00" not in data[:1000] else data)
    return "text/markdown" if text.startswith("---\n") or _MARKDOWN.search(text) else "text/plain"
