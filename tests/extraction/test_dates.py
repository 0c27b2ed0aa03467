"""Dates are read as written: right place, right EDTF, no more precision than stated."""

import pytest

from dualtrack.extraction import find_date_faults, find_dates

ON = "2025-06-26"


def read(text: str, language: str, reference: str | None = ON, country: str | None = None) -> list[tuple[str, str]]:
    return [(mention.quote, mention.edtf) for mention in find_dates(text, language, reference, country)]


@pytest.mark.parametrize(
    ("text", "quote", "edtf"),
    [
        ("会議は2025年6月26日に開かれた。", "2025年6月26日", "2025-06-26"),
        ("令和7年6月に公表。", "令和7年6月", "2025-06"),
        ("平成31年度の予算", "平成31年度", "2019-04/2020-03"),
        ("サミット(2022.10)", "2022.10", "2022-10"),
        ("(2024.4、パリ)", "2024.4", "2024-04"),
        ("インド訪問(2025年2月27日・28日)", "2025年2月27日・28日", "2025-02-27/2025-02-28"),
        ("米国2026会計年度の教書", "2026会計年度", "2025-10/2026-09"),
        ("2020-2022年平均で3位", "2020-2022年", "2020/2022"),
        ("令和7年(2025年)6月に", "令和7年(2025年)6月", "2025-06"),
    ],
)
def test_japanese(text: str, quote: str, edtf: str) -> None:
    assert read(text, "ja") == [(quote, edtf)]


def test_an_impossible_day_is_a_fault_and_no_date() -> None:
    assert read("2024年2月30日に開催", "ja") == []
    assert [(fault.kind, fault.quote) for fault in find_date_faults("2024年2月30日に開催", "ja")] == [
        ("impossible-date", "2024年2月30日")
    ]
