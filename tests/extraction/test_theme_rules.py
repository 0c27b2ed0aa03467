"""Themes by the codebook's terms, in each language."""

import pytest

from dualtrack.extraction import find_themes


@pytest.mark.parametrize(
    ("text", "language", "theme"),
    [
        ("国際頭脳循環を進める", "ja", "talent-mobility"),
        ("measures to support brain circulation", "en", "talent-mobility"),
        ("해외 우수 인재 유치", "ko", "talent-mobility"),
        ("吸引海外人才", "zh", "talent-mobility"),
        ("gegen Braindrain", "de", "talent-mobility"),
        ("la fuite des cerveaux", "fr", "talent-mobility"),
        ("研究セキュリティの確保", "ja", "research-security"),
        ("Research Security guidelines", "en", "research-security"),
        ("연구보안 강화", "ko", "research-security"),
        ("Forschungssicherheit", "de", "research-security"),
        ("sécurité de la recherche", "fr", "research-security"),
        ("气候变化", "zh", "climate-and-energy"),
    ],
)
def test_a_term_tells_its_theme(text: str, language: str, theme: str) -> None:
    assert theme in find_themes(text, language)


def test_a_technology_tells_of_critical_technologies() -> None:
    assert find_themes("quantum and semiconductors", "en") == {"critical-technologies": 2}


def test_the_most_told_comes_first() -> None:
    themes = find_themes("visa, visas and immigration; one budget", "en")
    assert list(themes) == ["immigration", "budgets"] and themes["immigration"] == 3


def test_no_theme_where_none_is_told() -> None:
    assert find_themes("Good morning.", "en") == {}
