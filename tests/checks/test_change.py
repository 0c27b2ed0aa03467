"""Changes: what is tied by wording is compared, what is not is left alone."""

import pytest

from dualtrack.checks import Finding, check_text


def found(text: str) -> list[tuple[str, str]]:
    return [(one.rule, one.severity) for one in check_text(text)]


def one(text: str) -> Finding:
    (finding,) = check_text(text)
    return finding


def test_the_message_tells_what_would_be_right() -> None:
    finding = one("The budget rose from $130 million to $162 million (up 30%).")
    assert (finding.rule, finding.stated, finding.computed) == ("DT101", "30%", "24.6%")
    assert finding.quote == "$130 million to $162 million (up 30%"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Isotope R&D and Productionは$130M→$162M(24.7%増)。", [("DT101", "note")]),
        ("RDT&Eは$21Billion→$34Billion(61%増)。", [("DT101", "note")]),
        ("NASAの科学プログラムは$7,334Million→$3,908Million(46.7%減)。", []),
        ("OISEは$63.7M→$12.74M(80.0%減)。", []),
        ("It rose from $130 million to $162 million, about 30%.", []),
        ("予算は130億円から162億円へ約3割増となった。", [("DT101", "note")]),
        ("予算は130億円から170億円へ約3割増となった。", []),
        ("予算は前年比124.6％の162億円(前年度130億円)である。", []),
        ("The share rose from 12% to 18%, up 50%.", []),
        ("The share rose from 12% to 18%, up 6%.", [("DT104", "warning")]),
        ("The share rose from 12% to 18%, up 9%.", [("DT101", "error")]),
        ("Ranked up from 9th to 3rd, up 30%.", []),
        ("Growth of 5% a year took it from $100 million to $163 million.", []),
        ("Tariffs fell from 10% to 5%, and exports rose 30%.", []),
        ("割合は12％から18％へ上昇し、予算は20％増加した。", []),
        ("The grants went from $5 million to €6 million, up 50%.", []),
        ("More than doubled, from 10 to 19.", [("DT103", "error")]),
        ("The number more than doubled from 10 to 50.", []),
        ("予算は10億円から20億円に3倍増となった。", [("DT103", "error")]),
        ("予算は10億円から30億円に3倍増となった。", []),
        ("The budget was cut by $42 million, from $162 million to $130 million.", [("DT105", "error")]),
        (
            "The budget was $100 million in 2023. It rose to $150 million in 2024, an increase of 30%.",
            [("DT101", "error")],
        ),
        ("The budget was $100 million in 2023. It rose to $150 million in 2024, an increase of 50%.", []),
    ],
)
def test_cases(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_repeated_sentence_is_told_each_time() -> None:
    wrong = "The budget rose from $130 million to $162 million (up 30%)."
    text = f"{wrong}\n\nA word between.\n\n{wrong}"
    places = [finding.start for finding in check_text(text)]
    assert len(places) == 2 and all(text[place:].startswith("$130") for place in places)
