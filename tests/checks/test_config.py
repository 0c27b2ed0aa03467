"""Settings, per-file ignores, inline ignores, severities, the baseline."""

from datetime import date
from pathlib import Path

import pytest

from dualtrack.checks import (
    check_text,
    find_config,
    load_config,
    selectors,
    without_ignored,
    without_known,
    write_baseline,
)
from dualtrack.errors import BadInputError

WRONG = "The budget rose from $130 million to $162 million (up 30%)."


def settings(folder: Path, text: str, name: str = "dualtrack.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_settings_are_found_above_and_read(tmp_path: Path) -> None:
    settings(
        tmp_path,
        '[tool.dualtrack.check]\nignore = ["DT1"]\nas-of = '
        '2026-01-31\n[tool.dualtrack.check.per-file-ignores]\n"old/*" = ["link"]\n',
        "pyproject.toml",
    )
    (tmp_path / "deep" / "er").mkdir(parents=True)
    path = find_config(tmp_path / "deep" / "er")
    assert path == tmp_path / "pyproject.toml"
    config = load_config(path)
    assert config.options.as_of == date(2026, 1, 31)
    assert not any(rule.code.startswith("DT1") and len(rule.code) == 5 for rule in config.options.rules())
    assert "link" in config.for_file("old/a.md").ignore and "link" not in config.for_file("new/a.md").ignore


def test_severities_are_overridden(tmp_path: Path) -> None:
    config = load_config(settings(tmp_path, '[check.severity]\nDT101 = "warning"\n'))
    assert [one.severity for one in check_text(WRONG, options=config.options)] == ["warning"]


@pytest.mark.parametrize(
    ("text", "named"),
    [('[check]\nselct = ["ALL"]', "selct"), ('[check]\nselect = ["DT999"]', "DT999"), ('[check.severity]\nDT101 = "fatal"', "fatal"),
     ('[check]\nas-of = "soon"', "soon"), ("[check", "TOML")],
)  # fmt: skip
def test_wrong_settings_are_refused_by_name(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(BadInputError, match=named):
        load_config(settings(tmp_path, text))


def test_selectors_take_codes_families_and_all() -> None:
    assert selectors("dt101,change") == ("DT101", "change") and selectors(["ALL"]) == ("ALL",)


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        (f"<!-- dualtrack: ignore DT101 -->\n{WRONG}", 0),
        (f"<!-- dualtrack: ignore change -->\n\n{WRONG}", 0),
        (f"<!-- dualtrack: ignore DT301 -->\n{WRONG}", 1),
        (f"<!-- dualtrack: ignore DT101 -->\n\nA word between.\n\n{WRONG}", 1),
        (f"A word.\n\n<!-- dualtrack: ignore-file -->\n\nAnother.\n\n{WRONG}", 0),
        (WRONG, 1),
    ],
)
def test_inline_ignores(source: str, kept: int) -> None:
    assert len(without_ignored(check_text(WRONG), source)) == kept


def test_a_baseline_covers_as_many_as_it_counted(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    found = check_text(WRONG)
    assert write_baseline(path, found) == 1
    assert without_known(found, path) == []
    twice = [*found, *found]
    assert len(without_known(twice, path)) == 1
    path.write_text("{}")
    with pytest.raises(BadInputError, match="baseline"):
        without_known(found, path)
