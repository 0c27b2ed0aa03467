from decimal import Decimal

import pytest

from dualtrack.extraction import Quantity, find_quantities
from support import seed_text

MILLION, BILLION, TRILLION = 10**6, 10**9, 10**12
OKU = 10**8


def only(text: str, language: str, country: str | None = None) -> Quantity:
    found = find_quantities(text, language, country)
    assert len(found) == 1, found
    return found[0]


def values(text: str, language: str, country: str | None = None) -> list[tuple[str, Decimal, str | None]]:
    return [(found.quote, found.amount, found.currency) for found in find_quantities(text, language, country)]


MONEY = [
    ("ja", "5,400万ポンド", 54 * MILLION, "GBP"),
    ("ja", "226億ポンド", 226 * OKU, "GBP"),
    ("ja", "1兆2,000億円", 12_000 * OKU, "JPY"),
    ("ja", "２億ドル", 2 * OKU, "USD"),
    ("ja", "700万ポンド", 7 * MILLION, "GBP"),
    ("ja", "三千万円", 30 * MILLION, "JPY"),
    ("ja", "$3,903Million", 3903 * MILLION, "USD"),
    ("ja", "1ドル50セント", Decimal("1.50"), "USD"),
    ("ja", "20カナダ・ドル", 20, "CAD"),
    ("en", "$1.2bn", 1200 * MILLION, "USD"),
    ("en", "USD 3,903 million", 3903 * MILLION, "USD"),
    ("en", "£7m", 7 * MILLION, "GBP"),
    ("en", "A$5 million", 5 * MILLION, "AUD"),
    ("en", "C$3m", 3 * MILLION, "CAD"),
    ("en", "half a million dollars", 500_000, "USD"),
    ("en", "two hundred and fifty thousand euros", 250_000, "EUR"),
    ("en", "20 dollars and 43 cents", Decimal("20.43"), "USD"),
    ("en", "12 Zambian kwacha", 12, "ZMW"),
    ("de", "EUR 1,5 Mrd.", 1500 * MILLION, "EUR"),
    ("de", "94.000 $", 94_000, "USD"),
    ("de", "12 500 EUR", 12_500, "EUR"),
    ("de", "anderthalb Milliarden Euro", 1500 * MILLION, "EUR"),
    ("de", "16,4 Millionen kanadischen Dollar", 16_400_000, "CAD"),
    ("fr", "1,2 milliard d'euros", 1200 * MILLION, "EUR"),
    ("fr", "10 000,00 $", 10_000, "USD"),
    ("fr", "16,4 millions de $ CA", 16_400_000, "CAD"),
    ("fr", "54 Md€", 54 * BILLION, "EUR"),
    ("fr", "quatre-vingt-dix-neuf euros", 99, "EUR"),
    ("ko", "5,000억 원", 5000 * OKU, "KRW"),
    ("ko", "1조 2천억 원", 12_000 * OKU, "KRW"),
    ("ko", "이천칠백삼십오만원", 27_350_000, "KRW"),
    ("ko", "1백억 5천만 홍콩 달러", 10_050 * MILLION, "HKD"),
    ("zh", "36.57亿元", 3657 * MILLION, "CNY"),
    ("zh", "1万亿日元", TRILLION, "JPY"),
    ("zh", "五元三毛", Decimal("5.3"), "CNY"),
    ("zh", "三块五", Decimal("3.5"), "CNY"),
]


@pytest.mark.parametrize(("language", "quote", "amount", "currency"), MONEY)
def test_money_is_read_whole_and_exact(language, quote, amount, currency):
    found = only(quote, language)
    assert (found.kind, found.quote, found.amount, found.currency) == ("money", quote, Decimal(amount), currency)


@pytest.mark.parametrize(
    ("country", "currency"), [(None, "USD"), ("US", "USD"), ("AU", "AUD"), ("CA", "CAD"), ("NZ", "NZD"), ("TW", "TWD")]
)
def test_a_bare_dollar_is_read_by_the_country_of_the_document(country, currency):
    assert only("It costs $25 million.", "en", country).currency == currency


def test_a_gloss_in_brackets_names_its_original():
    pounds, yen = find_quantities("5年間で5,400万ポンド(約100億円)の基金", "ja")
    assert pounds.over_years == 5
    assert (yen.gloss_of, yen.gloss_quote, yen.qualifier) == ((pounds.start, pounds.end), "5,400万ポンド", "about")


def test_a_stated_change_is_linked_to_the_later_amount_of_a_pair():
    before, after, change = find_quantities("$21Billion→$34Billion(61%増)", "ja")
    assert (before.change, after.baseline) == (None, (before.start, before.end))
    assert after.change is not None
    assert (after.change.value, after.change.direction) == (61, "increase")
    assert (after.change.start, after.change.end) == (change.start, change.end)


def test_a_direction_after_the_closing_bracket_and_a_doubled_sign_are_read():
    first, second, change = find_quantities("($$900M→$395M (56.1%) 減)", "ja")
    assert (first.amount, first.currency, second.amount) == (900 * MILLION, "USD", 395 * MILLION)
    assert (change.amount, change.direction, second.change and second.change.value) == (
        Decimal("56.1"),
        "decrease",
        Decimal("56.1"),
    )


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("ja", "70億～80億円", 70 * OKU, 80 * OKU),
        ("ja", "70〜80億円", 70 * OKU, 80 * OKU),
        ("en", "$5-10 million", 5 * MILLION, 10 * MILLION),
        ("en", "between $5 million and $10 million", 5 * MILLION, 10 * MILLION),
        ("en", "€1m to €2m", MILLION, 2 * MILLION),
        ("de", "von 10 bis 20 Millionen Euro", 10 * MILLION, 20 * MILLION),
        ("fr", "entre 10 et 20 millions d'euros", 10 * MILLION, 20 * MILLION),
        ("ko", "10억~15억 달러", BILLION, 1500 * MILLION),
        ("zh", "50万至80万元", 500_000, 800_000),
    ],
)
def test_a_range_is_one_amount_with_an_upper_end(language, text, low, high):
    found = only(text, language)
    assert (found.amount, found.upper) == (low, high)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "rose from $5bn to $7bn"),
        ("ja", "100億円から250億円へ拡充"),
        ("de", "sinkt von 21 Mrd. Euro auf 20 Mrd. Euro"),
        ("fr", "passe de 47 milliards de dollars à 27 milliards de dollars"),
        ("ko", "5,075억 원에서 1조 8,167억 원으로"),
    ],
)
def test_a_movement_is_two_amounts_not_a_range(language, text):
    assert [found.upper for found in find_quantities(text, language)] == [None, None]


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("ja", "約100億円", "about"),
        ("ja", "4億ドル以上", "at least"),
        ("ja", "20億ポンド超", "over"),
        ("ja", "1億超ポンド", "over"),
        ("ja", "最大2,500万円", "up to"),
        ("ja", "500億円未満", "under"),
        ("en", "more than $5 million", "over"),
        ("en", "no more than $5 million", "up to"),
        ("en", "at least $5 million", "at least"),
        ("en", "$400+ million", "over"),
        ("de", "bis zu 5 Mio. Euro", "up to"),
        ("fr", "plus de 2 Md€", "over"),
        ("ko", "100여억 원", "over"),
        ("zh", "100多亿元", "over"),
        ("zh", "不超过300万元", "up to"),
    ],
)
def test_hedges_are_typed_and_stay_outside_the_core_quote(language, text, qualifier):
    assert only(text, language).qualifier == qualifier


@pytest.mark.parametrize(
    ("language", "text", "per", "years"),
    [
        ("en", "$3 billion a year", "year", None),
        ("en", "£54 million over five years", None, 5),
        ("en", "a five-year £54 million fund", None, 5),
        ("ja", "年間226億ポンド", "year", None),
        ("ja", "今後10年間で28億ポンド", None, 10),
        ("de", "2.500 Euro im Monat", "month", None),
        ("fr", "1,2 milliard d'euros sur cinq ans", None, 5),
        ("ko", "5년간 총 5,000억 원", None, 5),
        ("zh", "每月5000元", "month", None),
    ],
)
def test_periods(language, text, per, years):
    found = only(text, language)
    assert (found.per, found.over_years) == (per, years)


@pytest.mark.parametrize(
    ("language", "text", "kind", "value", "direction"),
    [
        ("ja", "56.9%減", "percentage", "56.9", "decrease"),
        ("ja", "13.9％増", "percentage", "13.9", "increase"),
        ("ja", "約78%", "percentage", "78", None),
        ("ja", "約6割減", "percentage", "60", "decrease"),
        ("ja", "５割５分", "percentage", "55", None),
        ("ja", "半減した", "percentage", "50", "decrease"),
        ("ja", "倍増する", "percentage", "100", "increase"),
        ("ja", "△2.3％", "percentage", "-2.3", "decrease"),
        ("ja", "3.1ポイント低下", "points", "3.1", "decrease"),
        ("ja", "三・五パーセント", "percentage", "3.5", None),
        ("ja", "10%に引き下げる", "percentage", "10", None),
        ("en", "fell by 6 percentage points", "points", "6", "decrease"),
        ("en", "a 56.9% cut", "percentage", "56.9", "decrease"),
        ("en", "more than 5%", "percentage", "5", None),
        ("en", "rose to 12%", "percentage", "12", None),
        ("en", "was halved", "percentage", "50", "decrease"),
        ("en", "has doubled", "percentage", "100", "increase"),
        ("en", "minus five percent", "percentage", "-5", "decrease"),
        ("en", "three-quarters of it", "share", "75", None),
        ("de", "um 12 % auf einen Höchststand gestiegen", "percentage", "12", "increase"),
        ("de", "6 Prozentpunkte", "points", "6", None),
        ("de", "zwei Fünftel", "share", "40", None),
        ("fr", "en hausse de 3,5 %", "percentage", "3.5", "increase"),
        ("fr", "la moitié", "share", "50", None),
        ("fr", "6 points de pourcentage", "points", "6", None),
        ("ko", "11.8% 늘어난", "percentage", "11.8", "increase"),
        ("ko", "0.3%p 하락", "points", "0.3", "decrease"),
        ("ko", "절반", "share", "50", None),
        ("zh", "下降7.1%", "percentage", "7.1", "decrease"),
        ("zh", "百分之二十五点五", "percentage", "25.5", None),
        ("zh", "三成", "percentage", "30", None),
        ("zh", "翻番", "percentage", "100", "increase"),
    ],
)
def test_percentages_shares_and_changes(language, text, kind, value, direction):
    found = only(text, language)
    assert (found.kind, found.amount, found.direction) == (kind, Decimal(value), direction)
    assert found.points == (kind == "points")


@pytest.mark.parametrize(("language", "text"), [("en", "two thirds"), ("ja", "三分の二"), ("zh", "三分之二")])
def test_two_thirds_keeps_four_decimals(language, text):
    assert only(text, language).amount == Decimal("66.6667")


@pytest.mark.parametrize(
    ("language", "text", "amount", "unit"),
    [
        ("ja", "3,000名分", 3000, "people"),
        ("ja", "37大学", 37, "universities"),
        ("ja", "ASEAN10カ国", 10, "countries"),
        ("en", "more than 2,200 experts", 2200, "people"),
        ("en", "two dozen countries", 24, "countries"),
        ("ko", "37개 기관", 37, "institutions"),
    ],
)
def test_counts(language, text, amount, unit):
    found = only(text, language)
    assert (found.kind, found.amount, found.unit) == ("count", amount, unit)


def test_a_rank():
    found = only("論文数で世界第3位", "ja")
    assert (found.kind, found.amount) == ("rank", 3)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "第2の柱、K-12、3月27日付、Horizon 2020、G7、5G、令和7年6月、第5条第2項、数十億ポンド"),
        ("ja", "二元論、三元触媒、半減期、円滑、四半期、東京都千代田区四番町5-3"),
        ("en", "Horizon 2020 projects, G7, 5G, K-12, COP26, Article 5, 26 June 2025, version 1.2, 123 Agreements"),
        ("en", "the first half of 2025, a third country, several hundred million euros, billions of dollars"),
        ("en", "see https://example.org/a?b=20%25&c=30%20x"),
        ("ko", "이 원칙, 구원, 병원, 제5조, 2025년 6월, 수십억 달러"),
        ("zh", "一元二次方程、第五条、2025年6月、数百亿美元、一成不变"),
        ("de", "zwei Euro-Gegner, Artikel 5, Horizont 2020"),
        ("fr", "le tiers monde, article 5, deux livres, cinq points à l'ordre du jour"),
    ],
)
def test_names_dates_and_vague_numbers_are_not_quantities(language, text):
    assert find_quantities(text, language) == []


def test_precision_is_the_value_of_one_unit_in_the_last_written_digit():
    assert only("5,400万ポンド", "ja").precision == 10_000
    assert only("1.4億円", "ja").precision == 10 * MILLION
    assert only("$21Billion", "en").precision == BILLION
    assert only("80.0%", "en").precision == Decimal("0.1")


def test_a_line_broken_inside_an_amount_is_read_as_one_and_quoted_as_it_stands():
    text = "an investment of $41\n            million in research"
    found = only(text, "en")
    assert (found.amount, found.quote) == (41 * MILLION, text[found.start : found.end])
    assert found.quote == "$41\n            million"


def test_a_paragraph_break_is_not_bridged():
    assert values("worth $41\n\nmillion things", "en") == [("$41", Decimal(41), "USD")]


def test_as_dict_of_money_has_the_keys_of_the_command_line_and_no_exponents():
    found = find_quantities("226億ポンド(約4兆円)、12%増の1.4億円", "ja")
    assert found[0].as_dict() == {
        "quote": "226億ポンド",
        "start": 0,
        "end": 7,
        "amount": "22600000000",
        "currency": "GBP",
        "qualifier": None,
        "upper": None,
        "per": None,
        "over_years": None,
        "gloss_of": None,
        "change": None,
    }
    assert found[1].as_dict()["gloss_of"] == {"quote": "226億ポンド", "start": 0, "end": 7}
    assert found[3].as_dict()["change"] == {"value": "12", "direction": "increase", "points": False}
    assert found[3].as_dict()["amount"] == "140000000"


def test_as_dict_of_a_percentage():
    assert only("20.0 percentage points", "en").as_dict() == {
        "quote": "20.0 percentage points",
        "start": 0,
        "end": 22,
        "value": "20.0",
        "direction": None,
        "points": True,
        "qualifier": None,
        "upper": None,
    }


def test_without_a_language_the_script_decides():
    assert only("5,000억 원", "ko") == find_quantities("5,000억 원")[0]
    assert find_quantities("費用は３億円です")[0].amount == 3 * OKU


def test_the_seed_deck():
    text = seed_text()
    money = [found for found in find_quantities(text, "ja") if found.kind == "money"]
    read = {(found.quote, found.amount, found.currency) for found in money}
    assert read >= {
        ("700万ポンド", 7 * MILLION, "GBP"),
        ("14億円", 14 * OKU, "JPY"),
        ("1630億ドル", 1630 * OKU, "USD"),
        ("$12.74M", 12_740_000, "USD"),
        ("$27.5Billion", 27_500 * MILLION, "USD"),
        ("1億超ポンド", OKU, "GBP"),
        ("3,000万ポンド", 30 * MILLION, "GBP"),
    }
    assert {found.quote for found in find_quantities(text, "ja") if found.is_percentage} >= {
        "78%",
        "60.8%",
        "6割",
        "5割",
    }


@pytest.mark.parametrize(
    ("language", "text", "amount", "currency"),
    [
        ("en", "USD 1 400 million", 1400 * MILLION, "USD"),
        ("en", "EUR 1 000 000", MILLION, "EUR"),
        ("en", "12 500 euros", 12_500, "EUR"),
        ("en", "one point five million dollars", 1_500_000, "USD"),
        ("en", "1/2 million dollars", 500_000, "USD"),
        ("en", "3 1/2 million pounds", 3_500_000, "GBP"),
        ("en", "$.75", Decimal("0.75"), "USD"),
        ("en", "twenty dollars and 43", Decimal("20.43"), "USD"),
        ("en", "Rp 169.000", 169_000, "IDR"),
        ("en", "SGD4.90 $", Decimal("4.90"), "SGD"),
        ("en", "140 pln", 140, "PLN"),
        ("en", "2 750 руб.", 2750, "RUB"),
        ("en", "one hundred deutsche marks", 100, "DEM"),
        ("de", "CHF 5.-", 5, "CHF"),
        ("de", "300 T€", 300_000, "EUR"),
        ("fr", "35€99", Decimal("35.99"), "EUR"),
        ("fr", "16,4 millions de $CAD", 16_400_000, "CAD"),
        ("fr", "6,65 milliards de pesewas", 66_500_000, "GHS"),
        ("ko", "만 원", 10_000, "KRW"),
        ("zh", "五元七毛八分", Decimal("5.78"), "CNY"),
        ("zh", "三块零四", Decimal("3.04"), "CNY"),
        ("zh", "七毛八", Decimal("0.78"), "CNY"),
        ("ja", "\\3,000", 3000, "JPY"),
        ("ja", "50ユーロセント", Decimal("0.50"), "EUR"),
    ],
)
def test_amounts_as_shops_and_ledgers_write_them(language, text, amount, currency):
    assert values(text, language) == [(text, amount, currency)]


def test_numbers_side_by_side_are_not_one():
    assert values("글로벌 R&D에 1조 2천억 원", "ko") == [("1조 2천억 원", 12_000 * OKU, "KRW")]
    assert values("see Phase 2 300 euros", "en") == [("300 euros", 300, "EUR")]
    assert values("in 2024 500 euros", "en") == [("500 euros", 500, "EUR")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("三四百元", 300, 400),
        ("五六亿元", 5 * OKU, 6 * OKU),
        ("两三千元", 2000, 3000),
        ("五元六角-五元七毛八分", "5.6", "5.78"),
    ],
)
def test_two_chinese_numerals_together_are_a_range(text, low, high):
    found = only(text, "zh")
    assert (found.amount, found.upper) == (Decimal(low), Decimal(high))


def test_shapes_are_no_money():
    assert values("三角形和五角星，两毫米", "zh") == []


def test_a_spaced_hyphen_is_a_dash():
    assert only("The fund - $5 million so far - grows", "en").amount == 5 * MILLION
    assert only("une perte de -5 millions d'euros", "fr").amount == -5 * MILLION
    ranged = only("10 - 20 Euro", "de")
    assert (ranged.amount, ranged.upper) == (10, 20)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("half a percent", "0.5"),
        ("1/4 percent", "0.25"),
        ("2 1/2 %", "2.5"),
        (".5%", "0.5"),
        ("three quarters of a percent", "0.75"),
    ],
)
def test_fractions_of_a_percent(text, amount):
    assert only(text, "en").amount == Decimal(amount)


def test_fractions_that_decimals_cannot_give_are_left_out():
    assert values("2/3 percent", "en") == []
