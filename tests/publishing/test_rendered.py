"""Decks as LibreOffice draws them, with whatever fonts are there: nothing runs into the foot of a slide."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from dualtrack.publishing import Brief
from dualtrack.publishing.deck import render_deck

FOOT = 48.0
"""The height of a slide's foot in points."""


@pytest.fixture(scope="module")
def drawn(briefs: dict[str, Brief], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the decks of the built-in brief as PPTX and PDF."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("drawn")
    decks = []
    for language, brief in briefs.items():
        decks.append(folder / f"{language}.pptx")
        decks[-1].write_bytes(render_deck(brief))
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, decks)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return folder


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_but_the_foot_stands_in_the_foot(drawn: Path, language: str) -> None:
    pdfium: Any = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument(drawn / f"{language}.pdf")
    slides = Presentation(str(drawn / f"{language}.pptx")).slides
    assert len(document) == len(slides) > 60
    wrong = []
    for number, (page, slide) in enumerate(zip(document, slides, strict=True), start=1):
        wide = page.get_width()
        seen = page.get_textpage().get_text_bounded(left=0, bottom=0, right=wide, top=FOOT - 4)
        own = "".join(shape.text_frame.text for shape in slide.shapes if shape.name in ("sources", "number"))
        if sorted(letters(seen)) != sorted(letters(own)):
            wrong.append((number, seen[:200]))
    assert wrong == []
