"""Lengths of time: counted from a date at that date's precision."""

import pytest

from dualtrack.errors import BadInputError
from dualtrack.model import Duration, Period


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2023-08", "P6M", "2024-02"),
        ("2024-02", "P6M", "2024-08"),
        ("1979", "P5Y", "1984"),
        ("1979-01-31", "P5Y", "1984-01-31"),
        ("2024-08-31", "P6M", "2025-02-28"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2025-06-22", "P30D", "2025-07-22"),
        ("2025-12-20", "P2W", "2026-01-03"),
        ("2018/2023", "P5Y", "2028"),
        ("2023", "P6M", "2023-07-01/2024-06-30"),
    ],
)
def test_after(start: str, length: str, end: str) -> None:
    assert str(Duration(length).after(Period(start))) == end


@pytest.mark.parametrize("text", ["", "P", "5Y", "P5", "PT5H", "P-5Y", "P5Y "])
def test_what_is_not_a_length_is_refused(text: str) -> None:
    with pytest.raises(BadInputError):
        Duration(text)


def test_no_end_can_be_counted_from_an_open_period() -> None:
    with pytest.raises(BadInputError):
        Duration("P5Y").after(Period("2022/.."))


def test_equal_lengths_are_equal() -> None:
    assert Duration("P1Y") == Duration("P12M")
    assert hash(Duration("P2W")) == hash(Duration("P14D"))
    assert Duration("P30M").years == 2.5
