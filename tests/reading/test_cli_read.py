"""The command ``dualtrack read``."""

import json

from typer.testing import CliRunner

from dualtrack.cli import app
from dualtrack.errors import DualtrackError

RUNNER = CliRunner()
DECK = "# Title\n\n2025年6月26日\n\n\f- 5,400万ポンド\n"


def test_json(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(DECK, encoding="utf-8")
    result = RUNNER.invoke(app, ["read", str(path), "--format", "json"])
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert list(answer) == ["document", "text", "passages"]
    assert answer["document"]["published"] == "2025-06-26"
    last = answer["passages"][-1]
    assert (last["kind"], last["page"], last["text"]) == ("list item", 2, "5,400万ポンド")
    assert answer["text"][last["start"] : last["end"]] == last["text"]
    assert {"kind", "page", "start", "end", "text"} <= answer["passages"][0].keys()


def test_text_table_and_standard_input(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(DECK, encoding="utf-8")
    assert "5,400万ポンド" in RUNNER.invoke(app, ["read", str(path), "--format", "text"]).stdout
    table = RUNNER.invoke(app, ["read", str(path), "--pages", "2"]).stdout
    assert "5,400万ポンド" in table and "Title · 2025" in table
    piped = RUNNER.invoke(app, ["read", "-", "--name", "a.md", "--format", "json"], input=DECK.encode())
    assert json.loads(piped.stdout)["document"]["pages"] == 2


def test_bad_files_end_in_words(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"")
    result = RUNNER.invoke(app, ["read", str(path)])
    assert isinstance(result.exception, DualtrackError)
    assert RUNNER.invoke(app, ["read", str(path), "--pages", "x"]).exit_code != 0
