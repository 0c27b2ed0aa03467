"""The room words take. Widths from the fonts' tables, in thousandths of the size: DejaVu Sans (the wider of it and
Arial) A 684, space 318, i 278, h 634, a 613; its bold A 774.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.publishing import measure


@pytest.mark.parametrize(
    ("text", "ems"), [("A", 0.684), ("i", 0.278), ("AA i", 0.684 * 2 + 0.318 + 0.278), ("国際", 2.0)]
)
def test_widths_are_the_font_s(text: str, ems: float) -> None:
    assert measure.width(text, 10) == pytest.approx(10 * ems)


def test_japanese_breaks_between_characters_and_english_at_spaces() -> None:
    assert measure.lines("国際協力" * 5, 10, 100) == 2  # twenty characters, ten a line
    assert measure.lines("aaaa aaaa aaaa", 10, 60) == 2  # four letters are 24.5 points, two words with space 52.2


def test_bold_stretches_take_more_room() -> None:
    assert measure.width("A", 10, True) == pytest.approx(7.74)
    assert measure.height_of_runs((("AAAA ", False), ("AAAA", False)), 10, 60) == pytest.approx(12.2)  # 57.9 points
    assert measure.height_of_runs((("AAAA ", False), ("AAAA", True)), 10, 60) == pytest.approx(24.4)  # 61.5 points


def test_pages_are_filled_evenly_and_are_no_more_than_needed() -> None:
    assert measure.even_pages([40.0, 40.0, 40.0], 100) == [[0, 1], [2]]
    assert measure.even_pages([10.0] * 12, 100) == [[0, 1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11]]


def test_a_closing_mark_does_not_begin_a_line() -> None:
    assert measure.lines("国際協力国際協力国際。", 10, 100) == 2


def test_an_unbreakable_word_longer_than_the_line_runs_on() -> None:
    assert measure.lines("h" * 100, 10, 100) == 7  # 100 x 6.34 points


def test_fitted_text_fits() -> None:
    assert measure.width(measure.fitted("international cooperation in science", 10, 100), 10) <= 100
    assert measure.fitted("short", 10, 100) == "short"


@given(st.text(alphabet="国際abc 、。(", max_size=80), st.floats(30, 400))
def test_more_room_never_takes_more_lines(text: str, room: float) -> None:
    assert measure.lines(text, 10, room + 50) <= measure.lines(text, 10, room)


@given(st.lists(st.floats(1, 90), max_size=40))
def test_pages_hold_what_they_are_given_in_order(heights: list[float]) -> None:
    pages = measure.pages(heights, 100)
    assert [index for page in pages for index in page] == list(range(len(heights)))
    assert all(sum(heights[index] for index in page) <= 100 + 1e-6 for page in pages)
