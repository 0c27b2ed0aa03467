"""dualtrack codebook."""

import json

import pytest
from typer.testing import CliRunner

from dualtrack.cli import app
from dualtrack.errors import BadInputError

RUN = CliRunner()


def test_the_overview_counts_every_section() -> None:
    result = RUN.invoke(app, ["codebook", "--format", "json"])
    counts = {row["section"]: row["entries"] for row in json.loads(result.stdout)}
    assert result.exit_code == 0
    assert counts["pillars"] == 3 and counts["tracks"] == 2 and counts["names"] >= 400


def test_a_section_in_japanese() -> None:
    rows = json.loads(RUN.invoke(app, ["codebook", "verbs", "--format", "json", "--lang", "ja"]).stdout)
    assert {"id": "sign", "label": "署名する"}.items() <= next(row for row in rows if row["id"] == "sign").items()


def test_an_entry_whole() -> None:
    entry = json.loads(RUN.invoke(app, ["codebook", "verbs", "sign", "--format", "json"]).stdout)
    assert entry["effects"] == {"agreements": {"status": "signed", "with_term": "in-force"}}


def test_members_of_a_group_on_a_day() -> None:
    lines = RUN.invoke(
        app, ["codebook", "groups", "g7", "--on", "2025", "--format", "csv", "--lang", "ja"]
    ).stdout.splitlines()
    assert lines[0] == "id,name" and "JP,日本" in lines and len(lines) == 8


def test_what_a_name_means() -> None:
    rows = json.loads(RUN.invoke(app, ["codebook", "과기정통부", "--format", "json"]).stdout)
    assert [row["id"] for row in rows] == ["kr-msit"]


@pytest.mark.parametrize("words", [["nothing-such"], ["verbs", "nothing-such"], ["names", "nothing-such"]])
def test_an_unknown_word_is_told(words: list[str]) -> None:
    result = RUN.invoke(app, ["codebook", *words])
    assert isinstance(result.exception, BadInputError) and result.exception.mend
