from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.extraction.numerals import exactly, read_digits, read_number


@pytest.mark.parametrize(
    ("written", "language", "value"),
    [
        ("1,234", "en", "1234"),
        ("1,234", "fr", "1.234"),
        ("1.234", "de", "1234"),
        ("1.234", "en", "1.234"),
        ("1.234.567,89", "en", "1234567.89"),
        ("1,234,567.89", "de", "1234567.89"),
        ("1'234.50", "de", "1234.50"),
        ("12\u202f500", "fr", "12500"),
        ("１，２３４．５", "ja", "1234.5"),
        ("1,5", "en", "1.5"),
        ("0,5", "de", "0.5"),
        ("1,00,000", "en", "100000"),
    ],
)
def test_digits_by_the_custom_of_the_language(written, language, value):
    found = read_digits(written, language)
    assert found is not None
    assert found[0] == Decimal(value)


@pytest.mark.parametrize("written", ["2025.10.1", "1,23,4", "1.2.3", "9" * 41])
def test_dates_versions_and_identifiers_are_no_numbers(written):
    assert read_digits(written, "en") is None


@pytest.mark.parametrize(
    ("written", "language", "value", "precision"),
    [
        ("1兆2,000億", "ja", 1_200_000_000_000, 10**8),
        ("1万亿", "zh", 10**12, 10**12),
        ("百二十三万四千五百", "ja", 1_234_500, 100),
        ("二〇二五", "ja", 2025, 1),
        ("3億5千万", "ja", 350_000_000, 10**7),
        ("2억 4천 7백만", "ko", 247_000_000, 10**6),
        ("이천칠백삼십오만", "ko", 27_350_000, 10**4),
        ("one hundred and five thousand", "en", 105_000, 1000),
        ("twelve million three hundred", "en", 12_000_300, 100),
        ("zweihundertfünfzigtausend", "de", 250_000, 1000),
        ("quatre-vingt-dix-sept", "fr", 97, 1),
        ("cent vingt-cinq mille", "fr", 125_000, 1000),
    ],
)
def test_number_words_and_chains(written, language, value, precision):
    found = read_number(written, 0, language)
    assert found is not None
    assert (found.value, found.precision) == (value, precision)


@given(st.integers(0, 10**12))
def test_grouped_digits_come_back(number):
    assert read_digits(f"{number:,}", "en") == (Decimal(number), 0)
    assert read_digits(f"{number:,}".replace(",", "."), "de") == (Decimal(number), 0)


@given(st.integers(1, 10**15))
def test_japanese_chains_come_back(number):
    chain, rest = "", number
    for size, name in ((10**12, "兆"), (10**8, "億"), (10**4, "万")):
        if rest >= size:
            chain, rest = f"{chain}{rest // size}{name}", rest % size
    chain += str(rest) if rest else ""
    found = read_number(chain, 0, "ja")
    assert found is not None
    assert found.value == number


@given(st.decimals(0, 10**6, places=3), st.integers(-3, 15))
def test_scaling_is_exact(value, power):
    assert exactly(value, Decimal(10) ** power) == value * Decimal(10) ** power
