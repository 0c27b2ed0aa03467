"""Cells and rows of tidy sources: their dirt is cleaned or told, never guessed."""

import gzip
from pathlib import Path

import pytest

from dualtrack.errors import BadInputError
from dualtrack.sources.organisations import key
from dualtrack.sources.tidy import links, normal, parts, rows, text, year


@pytest.mark.parametrize(
    ("cell", "clean"),
    [
        ("", ""),
        ("PM&C;", "PM&C"),
        ("R&amp;D", "R&D"),
        ("one<br/>two", "one\ntwo"),
        ('the ""Pluriannual Funding""', 'the "Pluriannual Funding"'),
        ("<p>a</p>  b\u00a0c", "a\nb c"),
        ("a < b", "a < b"),
    ],
)
def test_text(cell: str, clean: str) -> None:
    assert text(cell) == clean


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("2015", "2015"),
        ("2015.0", "2015"),
        ("20117", None),
        ("", None),
        ("0", None),
        ("about 2015", None),
        ("1400", None),
    ],
)
def test_year(cell: str, found: str | None) -> None:
    assert year(cell) == found


@pytest.mark.parametrize(
    ("cell", "urls", "left"),
    [
        ("https://www.fct.pt/a", ["https://www.fct.pt/a"], ""),
        ("www.fteval.at", ["http://www.fteval.at"], ""),
        ("videnskab.dk", ["http://videnskab.dk"], ""),
        ("http://a.lt/x.pdf ;https://b.lt/y", ["http://a.lt/x.pdf", "https://b.lt/y"], ""),
        ("Code: https://ufm.dk/en", ["https://ufm.dk/en"], "Code"),
        ("see the ministry", [], "see the ministry"),
    ],
)
def test_links(cell: str, urls: list[str], left: str) -> None:
    assert links(cell) == (urls, left)


def test_parts_and_names() -> None:
    assert parts("a¬ ¬b&amp;c") == ["a", "b&c"]
    assert normal("Is a structural reform ?") == "isastructuralreform"
    assert key("Ministry of the Economy") == key("The Ministry for Économy")


@pytest.mark.parametrize("delimiter", ["|", ",", ";", "\t"])
def test_rows_of_delimited_files(tmp_path: Path, delimiter: str) -> None:
    body = "\n\n".join(delimiter.join(row) for row in (["a", "b"], ["1", "x y"])) + "\n"
    plain, packed = tmp_path / "t.csv", tmp_path / "t.csv.gz"
    plain.write_text("\ufeff" + body, encoding="utf-8")
    packed.write_bytes(gzip.compress(body.encode("cp1252")))
    assert list(rows(plain)) == list(rows(packed)) == [["a", "b"], ["1", "x y"]]


def test_a_stray_quote_does_not_swallow_the_rows_after_it(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('a|b\n1|"open\n2|closed\n3|x\n', encoding="utf-8")
    assert [row[0] for row in rows(path)] == ["a", "1", "2", "3"]


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("no table here\n", encoding="utf-8")
    with pytest.raises(BadInputError, match="no table"):
        list(rows(path))
    with pytest.raises(BadInputError, match="cannot be opened"):
        list(rows(tmp_path / "absent.csv"))
