"""``dualtrack check`` as a person meets it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dualtrack.cli import app
from dualtrack.errors import BadInputError

WRONG = "The budget rose from $130 million to $162 million (up 30%).\n"
RIGHT = "The budget rose from $130 million to $162 million (up 24.6%).\n"
NOTE = "The budget rose from $130 million to $162 million (up 24.7%).\n"


def run(*arguments: str, text: str | None = None, code: int = 0) -> str:
    result = CliRunner().invoke(app, ["check", *arguments], input=text)
    assert result.exit_code == code, result.output
    return result.stdout


@pytest.mark.parametrize(("text", "code"), [(RIGHT, 0), (NOTE, 0), (WRONG, 1)])
def test_exit_codes(text: str, code: int) -> None:
    run("-", text=text, code=code)


def test_an_unreadable_file_ends_with_2_and_the_others_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    (tmp_path / "b.md").write_text(WRONG)
    found = json.loads(run(str(tmp_path), "--format", "json", code=2))
    assert len(found["findings"]) == 1 and len(found["unreadable"]) == 1


def test_select_ignore_statistics_and_language() -> None:
    run("-", "--ignore", "change", text=WRONG)
    run("-", "--select", "sum,share", text=WRONG)
    assert json.loads(run("-", "--statistics", "--format", "json", text=WRONG, code=1))[0]["rule"] == "DT101"
    assert "誤り" in run("-", "--lang", "ja", text=WRONG, code=1)


def test_explain_and_rules() -> None:
    assert "増減率" in run("--explain", "dt101", "--lang", "ja")
    assert "DT1301" in run("--rules")


def test_output_and_baseline(tmp_path: Path) -> None:
    path, page, known = tmp_path / "a.md", tmp_path / "out.html", tmp_path / "known.json"
    path.write_text(WRONG)
    run(str(path), "--format", "html", "--output", str(page), code=1)
    assert "<mark" in page.read_text(encoding="utf-8")
    run(str(path), "--write-baseline", str(known))
    run(str(path), "--baseline", str(known))


def test_as_of_and_published() -> None:
    run("-", "--as-of", "2026-01-01", text="The reorganisation is planned for 1 July 2025.\n", code=1)
    run("-", "--published", "2026-06-01", text="On 3 July 2026 the minister signed the agreement.\n", code=1)


@pytest.mark.parametrize(
    "arguments", [[], ["-", "--select", "DT999"], ["-", "--as-of", "soon"], ["--explain", "DT999"]]
)
def test_bad_input_is_told_in_words(arguments: list[str]) -> None:
    result = CliRunner().invoke(app, ["check", *arguments], input=RIGHT)
    assert isinstance(result.exception, BadInputError) and result.exception.mend


def test_a_bare_base_is_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    found = json.loads(run("--base", "--format", "json"))["findings"]
    assert {one["record"] for one in found} >= {"us-doe-isotope-2026-request", "us-dod-rdte-2026-request"}
    assert all(one["severity"] == "note" for one in found)


def test_tables_drawn_in_a_plain_text_are_read(tmp_path: Path) -> None:
    file = tmp_path / "budget.txt"
    file.write_text("| Field | Budget |\n|---|---|\n| AI | 50 |\n| Quantum | 40 |\n| Total | 100 |\n", encoding="utf-8")
    (found,) = json.loads(run(str(file), "--format", "json", code=1))["findings"]
    assert (found["rule"], found["quote"]) == ("DT203", "100")
