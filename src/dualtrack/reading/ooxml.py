"""What PPTX, DOCX and XLSX share: a ZIP of XML parts, opened with suspicion."""

import io
import zipfile
import zlib
from typing import Any

from dualtrack.reading.builder import Builder
from dualtrack.reading.errors import ReadingError
from dualtrack.reading.limits import Limits
from dualtrack.reading.metadata import iso_date

_MOST_PARTS = 50_000
_MOST_XML = 150_000_000
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"


def looks_like(mark: bytes) -> Any:
    """A test of bytes: a ZIP file that has a part of this name."""

    def looks(data: bytes) -> bool:
        return data[:4] == b"PK\x03\x04" and mark in data

    return looks


def open_package(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The package, after looking for what only hostile files have.

    Raises:
        ReadingError: It is cut short, encrypted, unpacks to too much, or declares entities.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise ReadingError("The file is damaged or cut short", mend="Fetch it again.", reason=str(error)) from None
    parts = package.infolist()
    if len(parts) > _MOST_PARTS:
        raise ReadingError("The file has too many parts", parts=len(parts), limit=_MOST_PARTS)
    if any(part.flag_bits & 1 for part in parts):
        raise ReadingError("The file is encrypted", mend="Remove its password and try again.")
    if any(part.file_size > _MOST_XML for part in parts if part.filename.lower().endswith(".xml")):
        raise ReadingError("A part of the file unpacks to too much", limit=_MOST_XML)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.unpacked:
        raise ReadingError("The file unpacks to too much", unpacked=unpacked, limit=limits.unpacked)
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels")):
            _refuse_entities(package, part)
    return package


def _refuse_entities(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    try:
        with package.open(part) as stream:
            head = stream.read(4096).replace(b"\x00", b"")
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
        raise ReadingError(
            "The file is damaged", mend="Fetch it again.", part=part.filename, reason=str(error)
        ) from None
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise ReadingError("The file declares XML entities, which no office program writes", part=part.filename)


def xml_part(package: zipfile.ZipFile, name: str) -> Any:
    """The root element of a part, or ``None`` where it is not there; no entity is resolved, nothing fetched.

    Raises:
        ReadingError: The part is damaged.
    """
    from lxml import etree

    try:
        data = package.read(name)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
        raise ReadingError("The file is damaged", mend="Fetch it again.", part=name, reason=str(error)) from None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadingError("The file is damaged", mend="Fetch it again.", part=name, reason=str(error)[:200]) from None


def core_facts(package: zipfile.ZipFile, builder: Builder) -> None:
    """Title and day of making from the package's core properties."""
    try:
        root = xml_part(package, "docProps/core.xml")
    except ReadingError:
        builder.signal("the file's properties could not be read")
        return
    if root is None:
        return
    title = (root.findtext(f"{_DC}title") or "").strip()
    if title and title.lower() not in (
        "powerpoint presentation",
        "powerpoint プレゼンテーション",
        "untitled",
        "presentation",
    ):
        builder.facts["title"] = title
    for name in ("issued", "modified", "created"):
        if day := iso_date(root.findtext(f"{_TERMS}{name}") or ""):
            builder.facts["created"] = day
            break
    if publisher := (root.findtext(f"{_DC}publisher") or "").strip():
        builder.facts["publisher"] = publisher
