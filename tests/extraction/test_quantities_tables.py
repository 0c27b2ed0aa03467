from decimal import Decimal

import pytest

from dualtrack.extraction import table_unit


@pytest.mark.parametrize(
    ("language", "text", "quote", "multiplier", "currency"),
    [
        ("ja", "予算の推移（単位：億円）", "億円", 10**8, "JPY"),
        ("ja", "単位:百万ドル", "百万ドル", 10**6, "USD"),
        ("en", "Outlays (EUR million)", "EUR million", 10**6, "EUR"),
        ("en", "$ in millions", "$ in millions", 10**6, "USD"),
        ("en", "All figures in thousands of euros", "thousands of euros", 1000, "EUR"),
        ("de", "Angaben in Mio. Euro", "Mio. Euro", 10**6, "EUR"),
        ("fr", "Montants en millions d'euros", "millions d'euros", 10**6, "EUR"),
        ("ko", "(단위: 억 원)", "억 원", 10**8, "KRW"),
        ("zh", "单位：亿元", "亿元", 10**8, "CNY"),
    ],
)
def test_the_unit_of_a_table(language, text, quote, multiplier, currency):
    unit = table_unit(text, language)
    assert unit is not None
    assert (unit.kind, unit.quote, unit.multiplier, unit.currency) == ("money", quote, multiplier, currency)
    assert text[unit.start : unit.end] == quote


@pytest.mark.parametrize("text", ["Research budget by year", "研究費の内訳", "Table 3 (in 2024)", ""])
def test_no_unit_is_invented(text):
    assert table_unit(text, "en") is None


def test_cells_become_money():
    unit = table_unit("単位：億円", "ja")
    assert unit is not None
    cell = unit.apply(" 1,234 ")
    assert cell is not None
    assert (cell.amount, cell.currency, cell.quote, cell.start, cell.precision) == (
        123_400_000_000,
        "JPY",
        "1,234",
        1,
        10**8,
    )


@pytest.mark.parametrize("cell", ["△56", "▲56", "-56", "(56)"])
def test_negative_cells(cell):
    unit = table_unit("(%)", "en")
    assert unit is not None
    found = unit.apply(cell)
    assert found is not None
    assert (found.kind, found.amount, found.direction) == ("percentage", Decimal(-56), "decrease")


@pytest.mark.parametrize("cell", ["", "n.a.", "1,234円", "(56", "2025.10.1", "–"])
def test_other_cells_are_left_alone(cell):
    unit = table_unit("単位：億円", "ja")
    assert unit is not None
    assert unit.apply(cell) is None
