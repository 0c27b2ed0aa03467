"""Dates at their precision in each language."""

import pytest

from dualtrack.model import Period
from dualtrack.model.date_words import say_period


@pytest.mark.parametrize(
    ("edtf", "ja", "en"),
    [
        ("2025", "2025年", "2025"),
        ("2025-06", "2025年6月", "June 2025"),
        ("2025-06-26", "2025年6月26日", "26 June 2025"),
        ("2022/2024", "2022年～2024年", "2022–2024"),
        ("2025-01-20/2025-06-26", "2025年1月20日～2025年6月26日", "20 January 2025 to 26 June 2025"),
        ("2022-03/..", "2022年3月～", "from March 2022"),
        ("../2025-01", "～2025年1月", "until January 2025"),
        ("2025-06~", "2025年6月頃", "about June 2025"),
        ("2025-06?", "2025年6月（推定）", "June 2025 (uncertain)"),
        ("2025-33", "2025年第1四半期", "Q1 2025"),
        ("2025-21", "2025年春", "spring 2025"),
        ("199X", "1990年代", "1990s"),
    ],
)
def test_a_period_in_words(edtf: str, ja: str, en: str) -> None:
    assert say_period(Period(edtf), "ja") == ja
    assert say_period(Period(edtf), "en") == en


def test_a_fiscal_year_is_called_by_its_country_s_label() -> None:
    year = Period.parse("FY2026", "US")
    assert say_period(year, "ja", "US") == "2026会計年度（2025年10月～2026年9月）"
    assert say_period(year, "en", "US") == "FY2026 (October 2025 to September 2026)"
    assert say_period(year, "en", "JP") == "October 2025 to September 2026"
