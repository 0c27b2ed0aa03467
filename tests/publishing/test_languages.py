"""Each brief in one language: nothing of the other is left on page or slides, save names and what is quoted."""

import io
import re
from collections.abc import Iterator

import pytest
from pptx import Presentation
from selectolax.lexbor import LexborHTMLParser

from dualtrack.publishing import Brief, Holdings, render_page
from dualtrack.publishing.deck import render_deck

SPECS = ("international-cooperation", "stip-survey")
QUOTED = {
    # the OECD's and the EU's own words, given in brackets or in quotation marks beside the Japanese
    "securitisation", "Promoting", "Protecting", "Partnering", "As", "open", "as", "possible", "closed", "necessary", "en",
    # what the seed's slides print, in notes that say so
    "Research", "Development", "Testing", "and", "Evaluation", "OIS", "900M", "ist.go.jp", "jst.go.jp", "th", "utm", "Technical", "Supplement",
    # programmes and bodies that Japanese texts call by their English names or initials
    "Advanced", "Wireless", "AISI", "ASCR", "BER", "RoRS", "Horizon", "Beyond", "Divisions", "Directorates",
    "NIAID", "NIA", "NCI", "CRSP", "LIGO", "TMT", "ARM", "IISc", "IIT", "MIT", "STS", "INGSA", "EU", "US", "OECD", "STIP",
    "EC-OECD", "NZ", "DC", "GC", "TRO", "TBC", "H-1B", "Dualtrack",
    # terms that Japanese writes so
    "AI", "AI×", "GDP", "STEM", "IT", "HPC", "5G", "6G", "FTA", "PhD", "MBA", "R&D", "STI", "CEO", "VC", "CTO", "K-12", "QIS",
}  # fmt: skip
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.&’'-]*[A-Za-z0-9]|[0-9]+[A-Z]\b")
_JAPANESE = re.compile(r"[ぁ-ヿ一-鿿々ー]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


@pytest.fixture(scope="module", params=SPECS)
def told(request: pytest.FixtureRequest) -> tuple[dict[str, Brief], Holdings]:
    survey = request.param == "stip-survey"
    briefs: dict[str, Brief] = request.getfixturevalue("survey_briefs" if survey else "briefs")
    held: Holdings = request.getfixturevalue("survey" if survey else "held")
    return briefs, held


def on_slides(brief: Brief) -> Iterator[str]:
    """All words of the deck: text, tables, charts and their alternatives, notes without record ids."""
    for slide in Presentation(io.BytesIO(render_deck(brief))).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            if shape.has_table:
                yield from (cell.text for row in shape.table.rows for cell in row.cells)
            if shape.has_chart:
                chart = shape.chart.part.blob.decode()
                yield from re.findall(r"<(?:c:v|a:t)>([^<]*)<", chart.replace("&amp;", "&"))
                yield shape._element.nvGraphicFramePr.cNvPr.get("descr")
        if slide.has_notes_slide:
            yield from slide.notes_slide.notes_text_frame.text.split("\n")


def on_page(brief: Brief) -> Iterator[str]:
    """All words of the page, without what is marked as another language, and without ids."""
    tree = LexborHTMLParser(render_page(brief))
    for selector in ("script", "style", ".url", "[lang]:not(html)", "dialog"):
        for node in tree.css(selector):
            node.decompose()
    spoken = "title, h1, h2, h3, h4, h5, h6, .st, th, td, p, caption, figcaption, summary, button, svg text:not([text-anchor=end]), nav a, ol li"
    yield from (node.text(separator=" ") for node in tree.css(spoken))
    yield from (node.attributes.get("aria-label") or "" for node in tree.css("[aria-label]"))


def names(held: Holdings, text: str) -> list[str]:
    """The names and aliases of records that stand in a text, the longest first."""
    found: set[str] = set()
    for record in held.records.values():
        for field in ("names", "title"):
            said = getattr(record, field, None)
            found |= set(said.languages().values()) if said else set()
        found |= set(getattr(record, "aliases", ()))
    return sorted((name for name in found if len(name) > 1 and name in text), key=len, reverse=True)


def left_over(texts: Iterator[str], brief: Brief, held: Holdings, pattern: re.Pattern[str]) -> set[str]:
    """What a pattern finds once names, addresses and lists of record ids are taken out."""
    text = "\n".join(line for line in texts if line and not set(line.split(", ")) <= held.records.keys())
    for source in brief.sources:
        text = text.replace(source.url, " ") if source.url else text
    text = _ADDRESS.sub(" ", text)
    for name in names(held, text):
        text = text.replace(name, "\n")
    return set(pattern.findall(text))


@pytest.mark.parametrize("read", [on_page, on_slides])
def test_no_english_is_left_in_the_japanese_brief(told: tuple[dict[str, Brief], Holdings], read: object) -> None:
    briefs, held = told
    found = left_over(read(briefs["ja"]), briefs["ja"], held, _LATIN)  # type: ignore[operator]
    assert found - QUOTED == set()


@pytest.mark.parametrize("read", [on_page, on_slides])
def test_no_japanese_is_left_in_the_english_brief(told: tuple[dict[str, Brief], Holdings], read: object) -> None:
    briefs, held = told
    assert left_over(read(briefs["en"]), briefs["en"], held, _JAPANESE) == set()  # type: ignore[operator]
