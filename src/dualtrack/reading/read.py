"""The way in: ``read`` takes a file or bytes and gives a ``Document``."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from dualtrack.errors import BadInputError
from dualtrack.model import Document, Period
from dualtrack.reading.builder import Builder
from dualtrack.reading.errors import ReadingError
from dualtrack.reading.isolation import read_isolated
from dualtrack.reading.languages import settle
from dualtrack.reading.limits import Limits
from dualtrack.reading.metadata import cover_date, url_date
from dualtrack.reading.ocr import require_ocr
from dualtrack.reading.registry import Format, formats
from dualtrack.reading.sniffing import sniff

SUPPORTED: Mapping[str, tuple[str, ...]] = MappingProxyType({m: found.suffixes for m, found in formats().items()})
"""Media type -> endings of file names of all formats that are read."""

_REFUSED = {
    "application/zip": ("The file is a ZIP archive, not a document", "Unpack it and give the documents in it."),
    "application/gzip": ("The file is compressed with gzip", "Unpack it and give the document in it."),
    "application/x-ole-storage": ("The file is in an Office format of before 2007", "Save it as DOCX, PPTX or XLSX."),
    "image/svg+xml": ("The file is an SVG drawing, not a document", "Give the page or report that shows it."),
}
_COVER = 30


def read(
    source: str | Path | bytes,
    *,
    name: str = "",
    media_type: str | None = None,
    url: str = "",
    publisher: str = "",
    published: Period | str | None = None,
    limits: Limits | None = None,
    ocr: bool = False,
) -> Document:
    """Read a document.

    What is given (``url``, ``publisher``, ``published``) is taken as it is and goes before what the file says itself.
    Nothing that the document links to is fetched, no script or entity in it is run. PDF, Office and HTML files are read
    in a child process under ``limits``.

    Args:
        source: A path, or the bytes themselves.
        name: The file's name, where bytes are given; its ending helps to tell text formats apart.
        media_type: What it is said to be; where its bytes plainly say otherwise, they win and a signal tells so.
        url: Where it was published.
        publisher: Who published it.
        published: When, as a period or EDTF.
        limits: Bounds of time, memory and pages.
        ocr: Whether to recognise the text of scanned pages; slow, and an extra.

    Raises:
        ReadingError: It cannot be read: empty, encrypted, broken, in no format or encoding that is read, too large, or
            it took more time or memory than allowed.
        BadInputError: ``published`` is no date, or the file is not there.
        MissingExtraError: ``ocr`` is asked for and not installed.
    """
    limits = limits or Limits()
    if ocr:
        require_ocr()
    data, name = _bytes_of(source, name, limits)
    if isinstance(published, str):
        published = Period.parse(published)
    try:
        kind, signals = _kind_of(data, name, media_type)
        result = read_isolated(data, kind.media_type, limits, ocr) if kind.isolated else read_here(data, kind, limits)
    except ReadingError as error:
        if name and "file" not in error.facts:
            error.facts = {"file": name, **error.facts}
        raise
    result["signals"] = [*signals, *result["signals"]]
    return _document(data, kind.media_type, result, {"url": url, "publisher": publisher, "published": published})


def _bytes_of(source: str | Path | bytes, name: str, limits: Limits) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        size = len(source)
    else:
        path = Path(source)
        try:
            size = path.stat().st_size
            name = name or path.name
        except OSError as error:
            raise BadInputError(
                "The file cannot be opened", mend="Check its name.", file=str(path), reason=error.strerror
            ) from None
    if size > limits.size:
        raise ReadingError("The file is too large", mend="Split it.", file=name or None, bytes=size, limit=limits.size)
    if isinstance(source, bytes):
        return source, name
    try:
        return Path(source).read_bytes(), name
    except OSError as error:
        raise BadInputError("The file cannot be opened", file=str(source), reason=error.strerror) from None


def _kind_of(data: bytes, name: str, media_type: str | None) -> tuple[Format, list[str]]:
    """The format to read by, with signals where name or declaration say otherwise."""
    known, found, signals = formats(), sniff(data, name), []
    claimed = (media_type or "").partition(";")[0].strip().lower()
    sure = known[found].looks is not None if found in known else True
    if claimed in known and claimed != found:
        if sure or known[claimed].looks is not None:
            signals.append(f"the file was said to be {claimed}, but is {found}")
        else:
            found = claimed
    by_suffix = next((f for f in known.values() if name.lower().endswith(f.suffixes)), None)
    if by_suffix is not None and by_suffix.media_type != found and (sure or by_suffix.looks is not None):
        signals.append(f"the file's name ends as {by_suffix.media_type} does, but it is {found}")
    if found not in known:
        what, mend = _REFUSED.get(
            found, (f"Files of type {found} are not read", "Give it as PDF, HTML, Office or text.")
        )
        if found == "application/x-ole-storage" and "EncryptedPackage".encode("utf-16-le") in data:
            what, mend = "The file is encrypted", "Remove its password and try again."
        raise ReadingError(what, mend=mend, media_type=found)
    return known[found], signals


def read_here(data: bytes, kind: Format, limits: Limits, ocr: bool = False) -> dict[str, Any]:
    """Read in this process: plain data of text, passages, signals and facts."""
    builder = Builder(limits, ocr)
    kind.reader(data, builder)
    result = builder.result()
    language, languages = settle([passage["text"] for passage in builder.passages])
    for passage, found in zip(builder.passages, languages, strict=True):
        if found:
            passage["language"] = found
    result["facts"]["language"] = language or result["facts"].get("language", "")
    return result


def _document(data: bytes, media_type: str, result: dict[str, Any], given: dict[str, Any]) -> Document:
    facts, passages = result["facts"], result["passages"]
    url = given["url"] or facts.get("url", "")
    published, how = _published(given["published"], facts, passages, url)
    try:
        return Document.model_validate(
            {
                "sha256": hashlib.sha256(data).hexdigest(),
                "media_type": media_type,
                "text": result["text"],
                "passages": passages,
                "title": facts.get("title") or _title(passages),
                "publisher": given["publisher"] or facts.get("publisher", ""),
                "url": url,
                "language": facts.get("language", ""),
                "published": published,
                "published_from": how,
                "pages": facts.get("pages"),
                "signals": [*result["signals"], *([] if passages else ["no text was found in the document"])],
            }
        )
    except ValidationError as error:
        raise ReadingError("The document was read wrongly; please report it", reason=error.errors()[0]["msg"]) from None


def _published(
    given: Period | None, facts: dict[str, Any], passages: list[dict[str, Any]], url: str
) -> tuple[Period | str | None, str]:
    """The publication date and how it was found, the surest first."""
    if given is not None:
        return given, "given"
    if facts.get("published"):
        return facts["published"], facts.get("published_from", "metadata")
    if found := cover_date(
        [p["text"] for p in passages[:_COVER] if p.get("page", 1) == 1 and p["kind"] != "list item"]
    ):
        return found, "text"
    if found := url_date(url):
        return found, "url"
    if facts.get("created"):
        return facts["created"], "metadata"
    return None, ""


def _title(passages: list[dict[str, Any]]) -> str:
    """The first heading of the highest rank on the first page."""
    headings = [p for p in passages[:60] if p["kind"] == "heading" and p.get("page", 1) == 1]
    if not headings:
        return ""
    top = min(p.get("depth", 1) for p in headings)
    return str(next(p["text"] for p in headings if p.get("depth", 1) == top))
