"""Tables: totals by row and column, changes by row, and the readings that make a table right."""

import io

import docx
import pytest

from dualtrack.checks import Finding, check_document, check_text
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


@pytest.mark.parametrize(
    ("head", "lines", "wrong"),
    [
        ("Land | Anträge | bewilligt | Quote", ["A | 412 | 97 | 23,5 %", "B | 186 | 41 | 22,0 %", "C | 95 | 19 | {} %"],
         ("20,0", "22,8")),
        ("分野 | 件数 | 構成比", ["医療 | 95 | 38.0%", "情報 | 60 | 24.0%", "材料 | 95 | {}%", "計 | 250 | 100.0%"],
         ("38.0", "36.0")),
        ("부처 | 투자액 | 비중(%)", ["가 | 9,720 | 48.6", "나 | 5,140 | 25.7", "다 | 5,140 | {}", "계 | 20,000 | 100.0"],
         ("25.7", "27.5")),
        ("Domaine | Montant | Part", ["X | 12 600 | 63 %", "Y | 4 200 | {} %", "Z | 3 200 | 16 %", "Total | 20 000 | 100 %"],
         ("21", "25")),
        ("Lab | Papers | Citations | Mean", ["A | 410 | 5,125 | 12.5", "B | 280 | 2,324 | {}", "C | 350 | 3,290 | 9.4",
          "D | 125 | 1,375 | 11.0"], ("8.3", "9.3")),
    ],
)  # fmt: skip
def test_shares_rates_and_averages_by_what_most_rows_agree_with(
    head: str, lines: list[str], wrong: tuple[str, str]
) -> None:
    right, other = wrong
    assert found(rows(head, *(line.format(right) for line in lines))) == []
    assert found(rows(head, *(line.format(other) for line in lines))) == [("DT304", "error", other)]


def test_heads_need_not_be_understood() -> None:
    head = "x | p | q | r"
    assert found(rows(head, "A | 120 | 150 | +25.0", "B | 80 | 62 | −22.5", "C | 50 | 61 | +22.0")) == []
    assert found(rows(head, "A | 120 | 150 | +25.0", "B | 80 | 62 | −25.2", "C | 50 | 61 | +22.0")) == [
        ("DT106", "error", "−25.2")
    ]


def test_changes_from_row_to_row_and_tables_that_run_the_other_way() -> None:
    years = ["2021 | 2,400 | –", "2022 | 2,520 | +5.0%", "2023 | 2,470 | −2.0%", "2024 | 2,717 | {}"]
    head = "Year | Filings | Change on previous year"
    assert found(rows(head, *(line.format("+10.0%") for line in years))) == []
    assert found(rows(head, *(line.format("+12.0%") for line in years))) == [("DT106", "error", "+12.0")]
    across = "項目 | 令和4年度 | 令和5年度 | 令和6年度"
    assert found(rows(across, "支出額 | 320 | 336 | 370", "伸び率 | − | 5.0％ | 10.1％")) == []
    assert found(rows(across, "支出額 | 320 | 336 | 370", "伸び率 | − | 5.0％ | 12.5％")) == [
        ("DT106", "error", "12.5")
    ]


def test_parts_of_parts_are_understood() -> None:
    nested = ["Titulaires | 1 320", "– chercheurs | 780", "– autres | 540", "Contractuels | 460", "– dont jeunes | 215"]
    assert found(rows("Catégorie | Effectif", *nested, "Total | 1 780")) == []
    assert found(rows("Catégorie | Effectif", *nested, "Total | 1 830")) == [("DT203", "error", "1 830")]
    numbered = ["1. Personal | 1.860", "1.1 Stellen | 1.340", "1.2 Hilfskräfte | 520", "2. Reisen | 640"]
    assert found(rows("Position | Betrag", *numbered, "Gesamtkosten | 2.500")) == []
    assert found(rows("Position | Betrag", *numbered, "Gesamtkosten | 2.600")) == [("DT203", "error", "2.600")]


def test_counts_are_exact_and_a_wrong_figure_is_told_once() -> None:
    table = "Région | Lauréats | Aide", "A | 27 | 6 480", "B | 14 | 3 150", "C | 33 | 7 655"
    assert found(rows(*table, "Total | 74 | 17 285")) == []
    assert found(rows(*table, "Total | 76 | 17 285")) == [("DT203", "error", "76")]
    grown = (
        "사업 | 2025년 | 2026년 | 증감액 | 증감률",
        "가 | 24,000 | 27,600 | 3,600 | 15.0%",
        "나 | 8,500 | 8,075 | △425 | △5.0%",
    )
    assert found(rows(*grown, "계 | 32,500 | 35,765 | 3,175 | 9.8%")) == [("DT203", "error", "35,765")]


def test_one_thing_may_count_in_several_rows() -> None:
    table = "Programme | Applicants | Countries", "Doctoral | 1,204 | 48", "Postdoctoral | 860 | 39"
    assert found(rows(*table, "Total | 2,064 | 56")) == []
    assert found(rows(*table, "Total | 2,164 | 56")) == [("DT203", "error", "2,164")]


def test_rows_of_one_whole() -> None:
    panel = "Panel | Women (%) | Men (%)", "A | 41 | 59", "B | 38 | 62", "C | 45 | 55"
    assert found(rows(*panel, "D | 52 | 48")) == []
    assert found(rows(*panel, "D | 52 | 58")) == [("DT304", "error", "58")]


@pytest.mark.parametrize(
    ("language", "text", "total"),
    [
        ("en", "Staff\n- Total: {} FTE\n  - Research: 842\n  - Technical: 268\n  - Other: 205\n- Nations: 61",
         ("1,315", "1,305")),
        ("ja", "拠点整備(5年間・総額{}億円)\n◆ 柱1 試作 … 520億円\n◆ 柱2 人材 … 430億円\n◆ 柱3 連携 … 300億円",
         ("1,250", "1,200")),
        ("ko", "□ 총 예산: {}억원\n ㅇ 연구개발: 210억원\n ㅇ 인력양성: 70억원\n ㅇ 기반구축: 40억원", ("320", "340")),
        ("de", "Teilnehmende insgesamt: {}\n• Hochschulen: 97\n• Industrie: 54\n• Behörden: 35", ("186", "196")),
        ("zh", "总投资：{}亿元\n- 中央财政：30亿元\n- 地方财政：16亿元\n- 社会资本：10亿元", ("56", "66")),
    ],
)  # fmt: skip
def test_lists_of_labels_and_figures(language: str, text: str, total: tuple[str, str]) -> None:
    right, wrong = total
    assert [one.rule for one in check_text(text.format(right), language) if one.fails] == []
    assert [one.family for one in check_text(text.format(wrong), language) if one.fails] == ["sum"]


def test_a_list_that_names_no_parts_is_left_alone() -> None:
    assert check_text("Key facts\n- Total budget: €95 million\n- Projects: 34\n- Partners: 210", "en") == []
    assert check_text("Main beneficiaries (total €120 million)\n- A: €14 million\n- B: €11 million", "en") == []


def test_tables_of_a_word_file() -> None:
    document = docx.Document()
    lines = [["Field", "Proposals", "Funded", "Rate"], ["A", "120", "30", "25.0%"], ["B", "80", "16", "20.0%"]]
    lines += [["C", "50", "9", "28.0%"], ["Total", "250", "55", "22.0%"]]
    table = document.add_table(rows=5, cols=4)
    for row, line in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    findings = check_document(read(file.getvalue(), name="awards.docx"))
    assert [(one.rule, one.quote) for one in findings] == [("DT304", "28.0")]
