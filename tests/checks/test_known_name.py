"""Slips of names that the codebook knows: found inside a name, never at its ends, never what is a name itself."""

import pytest

from dualtrack.checks import Options, check_text


def _found(text: str) -> list[str]:
    return [one.computed for one in check_text(text) if one.rule == "DT904"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("科学技術振輿機構は公募を開始した。", "科学技術振興機構"),
        ("国立研究開発法人科学技術振機構", "科学技術振興機構"),
        ("科学術技振興機構は公募を開始した。", "科学技術振興機構"),
        ("The National Science Fuondation opened a call.", "National Science Foundation"),
        ("A report of the National Scence Foundation", "National Science Foundation"),
    ],
)
def test_a_slip_inside_a_known_name_is_found(text: str, right: str) -> None:
    assert _found(text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "科学技術振興機構は公募を開始した。",
        "科学技術振興機関は公募を開始した。",
        "国立研究開発法人科学技術振興機構",
        "The National Science Foundations of three states met.",
        "The National Space Foundation met.",
        "文部科学省科学技術学術政策局",
    ],
)
def test_other_names_are_left_alone(text: str) -> None:
    assert _found(text) == []


def test_a_dot_between_words_more_or_less_is_no_slip() -> None:
    for text in ("NSFのグローバル・センターを使う。", "NSFのグローバルセンターを使う。"):
        assert check_text(text, "ja", options=Options(select=("DT904",))) == []
