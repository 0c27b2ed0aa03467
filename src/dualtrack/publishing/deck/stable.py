"""The same deck, byte for byte: the times that the file format keeps are set to fixed ones."""

import io
import re
import zipfile

from dualtrack.model import Period

_ZERO = (1980, 1, 1, 0, 0, 0)


def stable(data: bytes, title: str, known: str) -> bytes:
    """A PPTX (or the XLSX inside one) with fixed times: those of the zip entries, and created and modified.

    Args:
        data: The file.
        title: The title that its properties give; empty leaves them without.
        known: The day of knowledge (EDTF), given as the day of creation.
    """
    day = Period(known).upper
    moment = f"{day.isoformat() if day else '1980-01-01'}T00:00:00Z"
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new,
    ):
        for entry in old.infolist():
            body = old.read(entry)
            if entry.filename == "docProps/core.xml":
                body = _core(body.decode("utf-8"), title, moment).encode("utf-8")
            elif entry.filename.endswith(".xlsx"):
                body = stable(body, "", known)
            fixed = zipfile.ZipInfo(entry.filename, _ZERO)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            new.writestr(fixed, body)
    return held.getvalue()


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
