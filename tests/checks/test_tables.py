"""Tables: totals by row and column, changes by row, and the readings that make a table right."""

from dualtrack.checks import Finding, check_document
from dualtrack.reading import read


def found(table: str) -> list[tuple[str, str, str]]:
    findings: list[Finding] = check_document(read(table.encode(), name="table.md"))
    return [(one.rule, one.severity, one.quote) for one in findings]


def rows(*lines: str) -> str:
    head, *body = lines
    return "\n".join([f"| {head} |", "|" + "---|" * (head.count("|") + 1), *(f"| {line} |" for line in body)])


def test_totals_of_columns_and_rows() -> None:
    assert found(rows("分野 | 予算", "AI | 50", "量子 | 40", "計 | 90")) == []
    assert found(rows("分野 | 予算", "AI | 50", "量子 | 40", "計 | 100")) == [("DT203", "error", "100")]
    assert found(rows("国 | 男性 | 女性 | 計", "日本 | 10 | 5 | 15", "韓国 | 8 | 7 | 25")) == [("DT203", "error", "25")]


def test_rounded_totals_are_notes() -> None:
    assert found(rows("Field | Budget", "A | 33.3", "B | 33.3", "C | 33.3", "Total | 100.0")) == [
        ("DT203", "note", "100.0")
    ]


def test_subtotals_and_of_which_rows_are_understood() -> None:
    assert found(rows("Item | Budget", "A | 50", "of which salaries | 20", "B | 40", "Total | 90")) == []
    assert found(rows("Item | Budget", "A | 50", "B | 40", "Subtotal | 90", "C | 10", "Total | 100")) == []


def test_rates_and_averages_have_no_total() -> None:
    assert found(rows("Item | Growth rate", "A | 5", "B | 4", "Total | 4.6")) == []


def test_changes_by_row() -> None:
    head = "Body | 2024 | 2025 | Change"
    assert found(rows(head, "A | 100 | 120 | 20%", "B | 200 | 150 | -25%", "C | 50 | 60 | 20%")) == []
    assert found(rows(head, "A | 100 | 120 | 20%", "B | 200 | 150 | 25%", "C | 50 | 60 | 20%")) == [
        ("DT106", "error", "25")
    ]
    newest_first = rows("Body | 2025 | 2024 | Change", "A | 120 | 100 | 20%", "B | 150 | 200 | -25%")
    assert found(newest_first) == []


def test_a_table_read_wrongly_says_nothing() -> None:
    assert (
        found(rows("Body | Staff | Budget | Change", "A | 10 | 120 | 3%", "B | 20 | 150 | 7%", "C | 50 | 60 | 2%"))
        == []
    )


def test_triangles_are_minus_signs() -> None:
    assert found(rows("項目 | 令和6年度 | 令和7年度 | 増減額", "A | 100 | 120 | 20", "B | 80 | 60 | △20")) == []
    assert found(rows("項目 | 令和6年度 | 令和7年度 | 増減額", "A | 100 | 120 | 20", "B | 80 | 60 | △30")) == [
        ("DT106", "error", "△30")
    ]
