"""The page of the codebook is current, and every entry has its heading."""

from pathlib import Path

from dualtrack.codebook import codebook
from dualtrack.codebook.page import page

DOCS = Path(__file__).resolve().parents[2] / "docs" / "codebook.md"


def test_the_page_is_current() -> None:
    assert DOCS.read_text(encoding="utf-8") == page(), "run make docs"


def test_every_entry_has_its_heading() -> None:
    headings = set(DOCS.read_text(encoding="utf-8").splitlines())
    for _, entries in codebook().sections():
        assert {f"### {id}" for id in entries} <= headings
