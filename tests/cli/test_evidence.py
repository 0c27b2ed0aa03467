"""The commands on the evidence base, run as a person runs them."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dualtrack.cli import app
from dualtrack.errors import DualtrackError

CATALOGUE = """\
known: 2025-06-26
source: deck
sources:
  - {id: deck, title: {ja: 資料, en: The deck}, url: "https://example.org/deck"}
initiatives:
  - {id: sta, type: agreement, parties: [US, CN], names: {ja: 米中協定, en: US-China agreement}, at: slide 4}
actions:
  - {id: sta-ext, verb: extend, actors: [US, CN], object: sta, date: 2024-02, term: P6M, summary: {ja: 延長, en: Extended}, at: slide 4}
  - {id: sta-lapse, verb: lapse, object: sta, date: 2024-08, at: slide 4, known: 2025-07-01}
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DUALTRACK_BASE", raising=False)
    return tmp_path


@pytest.fixture
def base(home: Path) -> str:
    (home / "catalogue.yaml").write_text(CATALOGUE, encoding="utf-8")
    path = str(home / "base.sqlite")
    run("load", str(home / "catalogue.yaml"), "--base", path)
    return path


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, arguments, env={"COLUMNS": "200"})
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result.stdout


def said(*arguments: str) -> Any:
    return json.loads(run(*arguments, "--format", "json"))


def test_load_tells_what_it_did_and_does_it_once(base: str, home: Path) -> None:
    again = said("load", str(home / "catalogue.yaml"), "--base", base)
    assert again["new"] == again["changed"] == 0 and again["unchanged"] > 4


def test_load_tells_all_faults(home: Path) -> None:
    (home / "bad.yaml").write_text(
        CATALOGUE.replace("extend", "extent").replace("2024-08", "2024-02-30"), encoding="utf-8"
    )
    with pytest.raises(DualtrackError) as raised:
        run("load", str(home / "bad.yaml"), "--base", str(home / "bad.sqlite"))
    told = str(raised.value)
    assert "bad.yaml; line: 8; field: verb" in told and "Did you mean extend" in told and "line: 9; field: date" in told
    assert "Traceback" not in told


def test_states_by_two_clocks(base: str) -> None:
    asked = ("states", "--object", "sta", "--base", base)
    assert (
        said(*asked, "--on", "2024-05-01", "--known", "2025-06-26")[0]["label"]["en"] == "in force, extended to 2024-08"
    )
    assert said(*asked, "--on", "2024-10", "--known", "2025-06-26")[0]["state"] == "due 2024-08, not confirmed"
    assert said(*asked, "--on", "2024-10", "--lang", "ja")[0]["state"] == "2024年8月から失効"
    assert said(*asked, "--on", "2024-10", "--known", "2024")[0]["state"] == "nothing known"
    assert [
        one["object"] for one in said("states", "--on", "2024-10", "--known", "2025-06-26", "--due", "--base", base)
    ] == ["sta"]
    assert "US-China agreement" in run(*asked, "--on", "2024-05-01")


def test_look_ups(base: str) -> None:
    assert said("show", "sta-ext", "--base", base)["sources"]["deck"]["url"] == "https://example.org/deck"
    assert "slide 4" in run("show", "sta-ext", "--base", base)
    assert said("search", "米中", "--base", base)[0]["id"] == "sta"
    assert {one["id"] for one in said("timeline", "--actor", "US", "--base", base)} == {"sta-ext"}
    assert said("timeline", "--from", "2024-08", "--known", "2025-06-26", "--base", base) == []
    rows = list(csv.DictReader(io.StringIO(run("timeline", "--base", base, "--format", "csv", "--lang", "ja"))))
    assert (rows[0]["date"], rows[0]["summary"], rows[0]["sources"]) == ("2024-02", "延長", "deck slide 4")
    assert [one["id"] for one in said("diff", "--from", "2025-06-26", "--to", "2025-07-01", "--base", base)] == [
        "sta-lapse"
    ]
    assert said("history", "sta", "--base", base)[0]["by"] == "catalogue"


def test_bad_input_is_told(base: str) -> None:
    for arguments in (
        ("show", "sta-xet"),
        ("history", "nothing"),
        ("states", "--kind", "things"),
        ("search", "?!"),
        ("timeline", "--from", "2024-02-30"),
    ):
        with pytest.raises(DualtrackError) as raised:
            run(*arguments, "--base", base)
        assert raised.value.mend


def test_export_and_import_are_a_circle(base: str, home: Path) -> None:
    lines = run("export", "--base", base)
    (home / "records.jsonl").write_text(lines, encoding="utf-8")
    copy = str(home / "copy.sqlite")
    run("import", "records", str(home / "records.jsonl"), "--base", copy)
    assert run("export", "--base", copy) == lines
    assert {line["kind"] for line in map(json.loads, lines.splitlines())} == {"source", "actor", "initiative", "action"}
    assert (
        run("export", "--format", "csv", "--table", "actions", "--base", base)
        .splitlines()[1]
        .startswith("sta-ext,accepted,2025-06-26,extend,US CN,sta")
    )
    with pytest.raises(DualtrackError, match="one table a file"):
        run("export", "--format", "csv", "--base", base)


def test_backup_verify_signals(base: str, home: Path) -> None:
    run("backup", str(home / "copy.sqlite"), "--base", base)
    assert "sound" in run("verify", "--base", str(home / "copy.sqlite"))
    assert said("verify", "--base", base) == []
    assert said("signals", "--base", base) == []
    import sqlite3

    with sqlite3.connect(base) as connection:
        connection.execute("UPDATE fact SET lower = 1")
    connection.close()
    assert "differs from its revision" in run("verify", "--base", base, code=1)


def test_without_a_base_the_built_in_catalogue_is_there(home: Path) -> None:
    (state,) = [
        one
        for one in said("states", "--kind", "offices", "--actor", "US", "--on", "2025-06-26", "--known", "2025-06-26")
        if one["actor"] == "ethan-klein" and one["object"] == "office-us-cto"
    ]
    assert state["label"]["en"] == "nominated, confirmation pending (as of 2025-05-26)"
    assert (home / "home" / "dualtrack" / "base.sqlite").exists()
    assert "IN" in [one["id"] for one in said("search", "India", "--kind", "actor")]


def test_two_editions_are_compared_by_name_and_as_a_page(base: str, home: Path) -> None:
    run("edition", "cut", "june", "--known", "2025-06-26", "--base", base)
    run("edition", "cut", "july", "--known", "2025-07-01", "--base", base)
    assert [row["id"] for row in said("diff", "--from", "june", "--to", "july", "--base", base)] == ["sta-lapse"]
    page = home / "out" / "changes.html"
    run("diff", "--from", "june", "--to", "july", "--page", str(page), "--base", base)
    assert 'data-record="sta-lapse"' in page.read_text("utf-8")


def test_a_built_in_brief_is_copied_to_be_changed(home: Path) -> None:
    copy = home / "mine.yaml"
    run("brief", "stip-survey", "--new", str(copy))
    assert copy.read_text("utf-8").count("country: ") == 3
    with pytest.raises(DualtrackError, match="stip-surveys"):
        run("brief", "stip-surveys", "--new", str(home / "other.yaml"))
    assert not (home / "other.yaml").exists()
