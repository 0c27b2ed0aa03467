"""The deck: native, within its frames, numbered right, the same each time."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from dualtrack.errors import BadInputError
from dualtrack.publishing import Brief
from dualtrack.publishing.deck import Frame, plan, render_deck
from dualtrack.publishing.deck.frame import LEAD
from dualtrack.publishing.measure import height, height_of_runs

LANGUAGES = ("ja", "en")
DECKS = [(name, language) for name in ("international-cooperation", "stip-survey") for language in LANGUAGES]
"""The built-in brief, and three countries of the 2019 survey wave."""
POINT = 12700


@pytest.fixture(scope="module")
def decks(briefs: dict[str, Brief]) -> dict[str, bytes]:
    return {language: render_deck(brief) for language, brief in briefs.items()}


@pytest.fixture(scope="module")
def brief(request: pytest.FixtureRequest) -> Brief:
    """A brief by name and language; that of the survey is skipped where the wave is not here."""
    name, language = request.param
    made: Brief = request.getfixturevalue("survey_briefs" if name == "stip-survey" else "briefs")[language]
    return made


@pytest.fixture(scope="module")
def deck(brief: Brief) -> Any:
    return opened(render_deck(brief))


every = pytest.mark.parametrize("brief", DECKS, indirect=True, ids="-".join, scope="module")


def opened(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


def written_height(shape: Any) -> float:
    """The height of a text shape's words in points, as measured, line by line."""
    frame = shape.text_frame
    room = shape.width / POINT - (frame.margin_left + frame.margin_right) / POINT
    total = 0.0
    for paragraph in frame.paragraphs:
        size = max((run.font.size.pt for run in paragraph.runs if run.font.size), default=12.0)
        indent = int((paragraph._p.pPr.get("marL") if paragraph._p.pPr is not None else 0) or 0) / POINT
        after = paragraph.space_after.pt if paragraph.space_after is not None else 0.0
        runs = tuple((run.text, bool(run.font.bold)) for run in paragraph.runs)
        total += height_of_runs(runs, size, room - indent) + after
    return total


@every
def test_no_text_is_higher_than_its_box(deck: Any) -> None:
    too_high = [
        (number, shape.name, round(written_height(shape)), round(shape.height / POINT))
        for number, slide in enumerate(deck.slides, start=1)
        for shape in slide.shapes
        if shape.has_text_frame and shape.text_frame.text and written_height(shape) > shape.height / POINT + 6
    ]
    assert too_high == []


@every
def test_nothing_overlaps_or_leaves_the_slide(deck: Any) -> None:
    wrong = []
    for number, slide in enumerate(deck.slides, start=1):
        boxes = [
            (s.name, s.left, s.top, s.left + s.width, s.top + s.height)
            for s in slide.shapes
            if s.name != "ground"  # what the words of covers and parts stand on
        ]
        for name, left, top, right, bottom in boxes:
            if left < 0 or top < 0 or right > deck.slide_width + 10 or bottom > deck.slide_height + 10:
                wrong.append((number, name, "outside"))
        for index, one in enumerate(boxes):
            for two in boxes[index + 1 :]:
                if min(one[3], two[3]) - max(one[1], two[1]) > Pt(1) and min(one[4], two[4]) - max(one[2], two[2]) > Pt(
                    1
                ):
                    wrong.append((number, one[0], two[0]))
    assert wrong == []


@every
def test_tables_are_as_high_as_their_words_and_end_above_the_foot(deck: Any) -> None:
    for number, slide in enumerate(deck.slides, start=1):
        for shape in slide.shapes:
            if not shape.has_table:
                continue
            widths = [column.width / POINT for column in shape.table.columns]
            assert (shape.top + shape.height) / POINT < 540 - Frame().foot_height, number
            for index, row in enumerate(shape.table.rows):
                needed = max(
                    height(cell.text or " ", 10.5, wide - 10, index == 0 or place == 0) + 6
                    for place, (cell, wide) in enumerate(zip(row.cells, widths, strict=True))
                )
                assert row.height / POINT >= needed - 0.1, (number, index)


@every
def test_no_slide_is_empty_and_each_has_title_number_and_date(deck: Any, brief: Brief) -> None:
    count = len(deck.slides)
    for number, slide in enumerate(deck.slides, start=1):
        assert slide.shapes.title.text_frame.text.strip()
        if number == 1:
            continue
        named = {shape.name: shape for shape in slide.shapes}
        filled = [s for s in slide.shapes if s.has_chart or s.has_table or s.name in ("body", "idea")]
        assert filled, number
        foot = named["number"].text_frame.text
        assert re.search(rf"\b{number}\b", foot) and str(count) in foot
        assert brief.known in foot


@every
def test_parts_of_a_list_or_table_are_filled_alike_and_no_heading_is_left_alone(brief: Brief) -> None:
    frame = Frame()
    slides = plan(brief, frame)
    for number, slide in enumerate(slides, start=1):
        if slide.kind == "list" and slide.paragraphs:
            assert not (slide.paragraphs[-1].size == LEAD and not slide.paragraphs[-1].anchor), (number, "heading")
        if slide.kind in ("list", "table") and 1 < slide.parts == slide.part:
            first = slides[number - slide.parts]
            held = [sum(s.heights) + sum(p.high(frame.inner) for p in s.paragraphs) for s in (first, slide)]
            assert held[1] > 0.15 * frame.body_height or held[1] > 0.5 * held[0], (number, held)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_stand_in_the_foot_and_in_full_in_the_notes(
    decks: dict[str, bytes], briefs: dict[str, Brief], language: str
) -> None:
    slides = plan(briefs[language], Frame())
    for planned, slide in zip(slides, opened(decks[language]).slides, strict=True):
        if not planned.references:
            continue
        foot = next(shape for shape in slide.shapes if shape.name == "sources").text_frame.text
        assert f"[{min(reference.number for reference in planned.references)}]" in foot
        notes = slide.notes_slide.notes_text_frame.text
        for reference in planned.references:
            source = briefs[language].sources[reference.number - 1]
            assert source.title in notes and source.url in notes


@pytest.mark.parametrize("language", LANGUAGES)
def test_contents_and_cross_references_lead_to_the_right_slides(
    decks: dict[str, bytes], briefs: dict[str, Brief], language: str
) -> None:
    slides = list(opened(decks[language]).slides)
    headed = {
        number: "\n".join(s.text_frame.text for s in slide.shapes if s.name == "section" or s == slide.shapes.title)
        for number, slide in enumerate(slides, start=1)
    }
    planned = plan(briefs[language], Frame())
    for slide in (s for s, p in zip(slides, planned, strict=True) if p.section == "contents"):
        told = [shape for shape in slide.shapes if shape.name in ("body", "beside")]
        for paragraph in (paragraph for shape in told for paragraph in shape.text_frame.paragraphs):
            title, _, number = paragraph.text.replace("\u00a0", " ").rpartition("  ···  ")
            assert title in headed[int(number)], title
    found = 0
    pattern = r"スライド(\d+)）" if language == "ja" else r"slide (\d+)\)"
    where = {record: number for number, p in reversed(list(enumerate(planned, start=1))) for record in p.records}
    for number, (slide, p) in enumerate(zip(slides, planned, strict=True), start=1):
        for paragraph in p.paragraphs:
            wanted = {where[id] for id in paragraph.see if id in where} - {number}
            text = next(shape for shape in slide.shapes if shape.name == "body").text_frame.text
            if p.kind == "list" and wanted:
                found += 1
                assert any(
                    re.search(pattern.replace(r"(\d+)", str(place)), text) or str(place) in text for place in wanted
                )
    assert found > 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_and_tables_are_native_and_described(decks: dict[str, bytes], language: str) -> None:
    shapes = [shape for slide in opened(decks[language]).slides for shape in slide.shapes]
    charts = [shape for shape in shapes if shape.has_chart]
    assert len(charts) >= 5 and sum(shape.has_table for shape in shapes) >= 5
    assert not any(shape.shape_type == 13 for shape in shapes)  # no pictures
    assert all(shape._element.nvGraphicFramePr.cNvPr.get("descr") for shape in charts)


def test_every_statement_of_the_page_is_on_a_slide(briefs: dict[str, Brief]) -> None:
    shown = {record for slide in plan(briefs["ja"], Frame()) for record in slide.records}
    assert [s.record for s in briefs["ja"].statements() if s.record not in shown] == []


def test_the_theme_names_a_latin_and_a_japanese_font(decks: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(decks["ja"])) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()
        first = archive.read("ppt/slides/slide2.xml").decode()
    assert theme.count('<a:latin typeface="Arial"/><a:ea typeface="Yu Gothic"/>') == 2
    assert 'lang="ja-JP"' in first


def test_the_deck_is_wide_and_the_same_each_time(decks: dict[str, bytes], briefs: dict[str, Brief]) -> None:
    deck = opened(decks["en"])
    assert (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540))
    assert render_deck(briefs["en"]) == decks["en"]
    with zipfile.ZipFile(io.BytesIO(decks["en"])) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}


def test_an_organisation_s_template_gives_layouts_fonts_and_size(briefs: dict[str, Brief], tmp_path: Path) -> None:
    template = tmp_path / "house.pptx"
    house = Presentation()  # 4:3, Calibri, with a slide of its own
    house.slides.add_slide(house.slide_layouts[0]).shapes.title.text = "old"
    house.save(str(template))
    deck = opened(render_deck(briefs["en"], template))
    assert (deck.slide_width, deck.slide_height) == (house.slide_width, house.slide_height)
    assert all(slide.shapes.title.text_frame.text != "old" for slide in deck.slides)
    assert deck.slides[0].shapes.title.text_frame.text == briefs["en"].title
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.top + shape.height <= deck.slide_height + Pt(2), shape.name
    for slide in list(deck.slides)[1:]:  # the master's titles have 44 points: longer ones are set smaller
        title = slide.shapes.title
        size = title.text_frame.paragraphs[0].runs[0].font.size
        room = title.width / POINT - 14.4
        assert height(title.text_frame.text, size.pt if size else 44.0, room, True) <= title.height / POINT


def test_what_is_no_template_is_refused(briefs: dict[str, Brief], tmp_path: Path) -> None:
    path = tmp_path / "house.pptx"
    path.write_text("no deck")
    with pytest.raises(BadInputError, match="template"):
        render_deck(briefs["en"], path)
