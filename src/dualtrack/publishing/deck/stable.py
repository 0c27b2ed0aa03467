"""The same deck, byte for byte: the times that the file format keeps are set to fixed ones."""

import io
import re
import zipfile
from collections.abc import Iterable

from dualtrack.model import Period

_ZERO = (1980, 1, 1, 0, 0, 0)


def packed(entries: Iterable[tuple[str, bytes]], title: str, known: str) -> bytes:
    """A PPTX (or the XLSX inside one) with fixed times: those of the zip entries, and created and modified.

    Args:
        entries: What it holds, by name.
        title: The title that its properties give; empty leaves them without.
        known: The day of knowledge (EDTF), given as the day of creation.
    """
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, body in entries:
            fixed = zipfile.ZipInfo(name, _ZERO)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            archive.writestr(fixed, _fixed(name, body, title, known))
    return held.getvalue()


def _fixed(name: str, body: bytes, title: str, known: str) -> bytes:
    """One entry, without the times that are written inside it."""
    if name == "docProps/core.xml":
        day = Period(known).upper
        moment = f"{day.isoformat() if day else '1980-01-01'}T00:00:00Z"
        return _core(body.decode("utf-8"), title, moment).encode("utf-8")
    if not name.endswith(".xlsx"):
        return body
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        return packed([(entry.filename, book.read(entry)) for entry in book.infolist()], "", known)


def _core(text: str, title: str, moment: str) -> str:
    text = re.sub(r"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)", rf"\g<1>{moment}\g<3>", text)
    if not title:
        return text
    from xml.sax.saxutils import escape

    said = escape(title)
    if "<dc:title>" in text:
        text = re.sub(r"<dc:title>[^<]*</dc:title>", lambda _: f"<dc:title>{said}</dc:title>", text)
    text = re.sub(r"<dc:creator>[^<]*</dc:creator>", "<dc:creator>Dualtrack</dc:creator>", text)
    return re.sub(
        r"<cp:lastModifiedBy>[^<]*</cp:lastModifiedBy>", "<cp:lastModifiedBy>Dualtrack</cp:lastModifiedBy>", text
    )
