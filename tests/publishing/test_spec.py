"""A wrong specification is refused with line and mend; all its faults at once."""

from pathlib import Path

import pytest

from dualtrack.errors import BadInputError, DualtrackError, ManyErrors
from dualtrack.model import Period
from dualtrack.publishing import builtin_specs, load_spec, read_spec, starter

GOOD = """brief: mine
title: {ja: 題, en: Title}
on: 2025-06-26
sections:
  - title: {ja: 節, en: Part}
    form: statements
    query: {countries: [KR, NO], from: 2023}
"""


def test_on_and_no_are_words_not_truth_values() -> None:
    spec = read_spec(GOOD)
    assert spec.on == Period("2025-06-26")
    assert spec.sections[0].query.countries == ("KR", "NO")
    assert spec.sections[0].query.since == Period("2023")


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ("form: statements", "form: statement", 6, "Use one of"),
        ("countries: [KR, NO]", "countries: [South Korea]", 7, "KR"),
        ("countries: [KR, NO]", "themes: [talent-mobilty]", 7, "talent-mobility"),
        ("countries: [KR, NO]", "verbs: [sing]", 7, "sign"),
        ("from: 2023", "from: 2023-13", 7, "EDTF"),
        ("from: 2023", "form: 2023", 7, "Remove the field"),
        ("brief: mine", "brief: My Brief", 1, "small letters"),
        ("on: 2025-06-26", "on: 2025-02-30", 3, "EDTF"),
        ("    form: statements\n", "", 5, "exactly one"),
        ("title: {ja: 題, en: Title}\n", "", 1, "Add the field"),
    ],
)
def test_a_fault_names_its_line_and_the_mend(old: str, new: str, line: int, word: str) -> None:
    assert old in GOOD
    with pytest.raises(DualtrackError) as caught:
        read_spec(GOOD.replace(old, new), "mine.yaml")
    assert caught.value.facts["line"] == line
    assert caught.value.facts["file"] == "mine.yaml"
    assert caught.value.mend
    assert word in str(caught.value)


def test_all_faults_are_told() -> None:
    with pytest.raises(ManyErrors) as caught:
        read_spec(GOOD.replace("form: statements", "forn: statements").replace("brief: mine", "brief: M"), "mine.yaml")
    assert len(caught.value.errors) >= 2


@pytest.mark.parametrize("text", ["", "- a\n- b", "brief: [", "just words"])
def test_what_is_no_specification_is_refused(text: str) -> None:
    with pytest.raises(DualtrackError):
        read_spec(text)


def test_an_unknown_name_lists_the_built_in_ones(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="international-cooperation"):
        load_spec(str(tmp_path / "none.yaml"))


def test_the_starter_and_the_built_in_ones_are_right() -> None:
    assert read_spec(starter()).brief == "my-brief"
    assert {load_spec(name).brief for name in builtin_specs()} == set(builtin_specs())
