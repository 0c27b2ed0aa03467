"""The text of scanned pages, by Tesseract; an extra."""

import importlib.util
from typing import Any

from dualtrack.errors import MissingExtraError

_LANGUAGES = "jpn+eng+kor+chi_sim+deu+fra"
_SCALE = 3.0
"""Points to pixels: 216 dots an inch, enough for print."""


def require_ocr() -> None:
    """Make sure that text recognition is there.

    Raises:
        MissingExtraError: It is not installed.
    """
    if importlib.util.find_spec("pytesseract") is None:
        raise MissingExtraError("ocr", "Reading scanned pages")


def recognise(page: Any) -> list[str]:
    """The paragraphs on a rendered pypdfium2 page, in the order that Tesseract reads them.

    Languages whose data is not installed are left out.

    Raises:
        MissingExtraError: The program Tesseract is not there.
    """
    import pytesseract  # type: ignore[import-not-found, unused-ignore]

    try:
        installed = set(pytesseract.get_languages(config=""))
        languages = "+".join(code for code in _LANGUAGES.split("+") if code in installed) or "eng"
        text = pytesseract.image_to_string(page.render(scale=_SCALE).to_pil(), lang=languages)
    except pytesseract.TesseractNotFoundError:
        raise MissingExtraError("ocr", "Reading scanned pages (the program Tesseract)") from None
    return [block for block in str(text).split("\n\n") if block.strip()]
