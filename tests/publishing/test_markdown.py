"""Markdown for those who edit further: the same statements, with footnotes."""

import re

import pytest

from dualtrack.publishing import Brief
from dualtrack.publishing.markdown import render_markdown


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_statement_stands_there_with_a_footnote_that_exists(briefs: dict[str, Brief], language: str) -> None:
    text = render_markdown(briefs[language])
    notes = set(re.findall(r"^\[\^(\d+)\]:", text, flags=re.MULTILINE))
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) <= notes
    assert len(notes) == len(briefs[language].sources)
    bullets = [line for line in text.splitlines() if line.startswith("- ")]
    assert len(bullets) == sum(1 for _ in briefs[language].statements())
    assert all("[^" in line for line in bullets)


def test_tables_have_as_many_cells_as_heads(briefs: dict[str, Brief]) -> None:
    lines = render_markdown(briefs["en"]).splitlines()
    for number, line in enumerate(lines):
        if re.fullmatch(r"\|(?:---\|)+", line):
            cells = line.count("|")
            assert len(re.findall(r"(?<!\\)\|", lines[number - 1])) == cells
            assert len(re.findall(r"(?<!\\)\|", lines[number + 1])) == cells
