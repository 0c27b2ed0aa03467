"""Texts that came from no file: headings, items and tables, with offsets in the text as given."""

import pytest

from dualtrack.checks import check_text
from dualtrack.checks.plain import document_of

TABLE = "Before.\n\n| Body | 2024 | 2025 |\n|:--|--:|--:|\n| **A** | 1,200 | 1,300 |\n| B | 40 |  |\n\nAfter."


def test_every_passage_is_a_stretch_of_the_text() -> None:
    document = document_of("# Head\n\nOne.\n\n" + TABLE + "\n- item\n- item two")
    assert all(document.text[one.start : one.end] == one.text for one in document.passages)
    assert [one.kind for one in document.passages if one.table is None] == [
        "heading", "paragraph", "paragraph", "paragraph", "list item", "list item",
    ]  # fmt: skip


def test_cells_know_their_heads() -> None:
    cells = {(one.row, one.column): one for one in document_of(TABLE).passages if one.table}
    assert cells[1, 2].head and cells[1, 2].text == "2024"
    assert cells[2, 1].text == "A"
    assert cells[2, 3].text == "1,300"
    assert cells[2, 3].column_heads == ("2025",)
    assert cells[2, 3].row_head == "A"
    assert (3, 3) not in cells


def test_headings_nest() -> None:
    passages = document_of("# A\n\n## B\n\ntext\n\n# C\n\nmore").passages
    assert [one.headings for one in passages] == [(), ("A",), ("A", "B"), (), ("C",)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "|",
        "|-|\n|-|",
        "a | b",
        "| a |\n|---|",
        "#",
        "# \n",
        "\r\nab",
        "\u3000ab",
        "# \u3000\n|\u3000a|\n|--|\n|\u3000|",
    ],
)
def test_odd_texts_are_read(text: str) -> None:
    assert check_text(text) == []


@pytest.mark.parametrize(
    ("language", "table", "wrong"),
    [
        ("fr", "| Poste | M€ |\n|---|---|\n| A | 34,2 |\n| B | 18,5 |\n| Total | 60,0 |", "60,0"),
        ("de", "| Amt | 2025 |\n|---|---|\n| A | 1.200 |\n| B | 1.150 |\n| Summe | 2.530 |", "2.530"),
        ("ja", "| 区分 | 令和7年度（億円） |\n|---|---|\n| A | 335 |\n| B | 228 |\n| 合計 | 575 |", "575"),
    ],
)
def test_totals_of_tables_in_the_manner_of_the_language(language: str, table: str, wrong: str) -> None:
    assert [(one.rule, one.quote) for one in check_text(table, language)] == [("DT203", wrong)]
