"""The room words take. Widths from Adobe's Helvetica AFM: A 667, space 278, i 222 thousandths of the size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.publishing import measure


@pytest.mark.parametrize(
    ("text", "ems"), [("A", 0.667), ("i", 0.222), ("AA i", 0.667 * 2 + 0.278 + 0.222), ("国際", 2.0)]
)
def test_widths_are_the_font_s(text: str, ems: float) -> None:
    assert measure.width(text, 10) == pytest.approx(10 * ems)


def test_japanese_breaks_between_characters_and_english_at_spaces() -> None:
    assert measure.lines("国際協力" * 5, 10, 100) == 2  # twenty characters, ten a line
    assert measure.lines("aaaa aaaa aaaa", 10, 60) == 2  # four letters are 22.2 points, two words with space 47.2


def test_a_closing_mark_does_not_begin_a_line() -> None:
    assert measure.lines("国際協力国際協力国際。", 10, 100) == 2


def test_an_unbreakable_word_longer_than_the_line_runs_on() -> None:
    assert measure.lines("h" * 100, 10, 100) == 6  # 100 x 5.56 points


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
