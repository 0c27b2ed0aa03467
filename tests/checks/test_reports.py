"""The forms in which findings leave."""

import json
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

from pptx import Presentation
from pptx.util import Inches

from dualtrack.checks.report import Checked, as_html, as_json, as_junit, as_sarif, render, statistics
from dualtrack.observatory.checking import annotate, check_files

WRONG = "The budget rose from $130 million to $162 million (up 30%)."
NOTE = "It grew from $130 million to $162 million (24.7% more)."


def checked(tmp_path: Path) -> Checked:
    (tmp_path / "a.md").write_text(f"# Title\n\nBefore. {WRONG}\n\n{NOTE} <b>&\n", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"")
    return check_files([tmp_path])


def test_json_has_the_keys_of_the_contract(tmp_path: Path) -> None:
    found = json.loads(json.dumps(as_json(checked(tmp_path))))
    assert list(found["findings"][0]) == [
        "file", "rule", "family", "severity", "page", "start", "end", "quote", "message", "stated", "computed", "reason",
    ]  # fmt: skip
    assert set(found["findings"][0]["message"]) == {"ja", "en"}
    assert [one["severity"] for one in found["findings"]] == ["error", "note"]
    assert found["unreadable"][0]["file"].endswith("b.pdf")


def test_offsets_hold_in_the_text_as_read(tmp_path: Path) -> None:
    result = checked(tmp_path)
    for finding in result.findings:
        assert result.documents[finding.file].text[finding.start : finding.end] == finding.quote


def test_sarif_points_at_the_place(tmp_path: Path) -> None:
    run = as_sarif(checked(tmp_path))["runs"][0]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region["snippet"]["text"].startswith("$130 million") and region["charLength"] == len(
        region["snippet"]["text"]
    )
    assert region["startLine"] == 3 and region["startColumn"] == 1 + len("Before. The budget rose from ")
    assert run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]["id"] == "DT101"
    assert run["invocations"][0]["executionSuccessful"] is False


def test_junit_fails_what_fails(tmp_path: Path) -> None:
    root = ElementTree.fromstring(as_junit(checked(tmp_path)))
    assert len(root.findall(".//failure")) == 1 and len(root.findall(".//error")) == 1
    assert len(root.findall(".//testcase")) == 3


def test_html_marks_the_quote_and_escapes_the_rest(tmp_path: Path) -> None:
    page = as_html(checked(tmp_path), "ja")
    assert '<mark class="error">$130 million to $162 million (up 30%</mark>' in page
    assert "&amp;" in page and "<script" not in page and "http" not in page.replace("http-equiv", "")


def test_terminal_and_statistics(tmp_path: Path) -> None:
    from rich.console import Console

    console = Console(record=True, width=200, file=StringIO())
    console.print(render(checked(tmp_path), "ja"))
    text = console.export_text()
    assert "DT101 誤り" in text and "b.pdf" in text
    assert statistics(checked(tmp_path))[0] | {"title": ""} == {
        "rule": "DT101",
        "family": "change",
        "title": "",
        "error": 1,
        "warning": 0,
        "note": 1,
        "files": 1,
    }


def test_a_deck_is_annotated_in_a_copy(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_textbox(Inches(1), Inches(1), Inches(5), Inches(1)).text_frame.text = WRONG
    path, copy = tmp_path / "deck.pptx", tmp_path / "copy.pptx"
    deck.save(str(path))
    result = check_files([path])
    assert [one.page for one in result.findings] == [1]
    assert annotate(result, path, copy) == 1
    marked = Presentation(str(copy)).slides[0]
    assert [shape.name for shape in marked.shapes][-2:] == ["dualtrack finding", "dualtrack label"]
    assert "DT101" in marked.notes_slide.notes_text_frame.text
    assert len(Presentation(str(path)).slides[0].shapes) == 1
