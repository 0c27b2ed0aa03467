"""Numbers times amounts: 2 x 5 = 10 and the like, reckoned by hand."""

import pytest

from dualtrack.checks import check_text

WRONG = [
    ("en", "The fund will pay €2 million per year over five years, €8 million in total.", "EUR 10 million"),
    ("en", "Ten fellowships of £50,000 each, worth £600,000 in total, were awarded.", "GBP 500,000"),
    ("en", "Each of the 12 centres receives $1.5 million, a total of $20 million.", "USD 18 million"),
    ("de", "Gefördert werden 8 Projekte mit je 250.000 Euro, insgesamt also 2,5 Mio. Euro.", "EUR 2 Mio."),
    ("de", "Das Land zahlt fünf Jahre lang jährlich 3 Mio. Euro, insgesamt 12 Mio. Euro.", "EUR 15 Mio."),
    ("fr", "Les 6 consortiums reçoivent chacun 1,2 M€, soit 8,2 M€ au total.", "EUR 7,200,000"),
    ("ja", "10件の課題に各3,000万円、総額2億円を配分する。", "3億円"),
    ("ja", "年間5億円を4年間、計25億円を支援する。", "20億円"),
    ("ja", "5大学に2億円ずつ、合計12億円を交付した。", "10億円"),
    ("ko", "3개 기관에 각 5억 원씩 총 12억 원을 지원한다.", "15억"),
    ("ko", "매년 20억 원씩 5년간 총 120억 원을 투입한다.", "100억"),
]
RIGHT = [
    ("en", "The fund will pay €2 million per year over five years, €10 million in total."),
    ("en", "Ten fellowships of £50,000 each, worth £500,000 in total, were awarded."),
    ("en", "Up to ten projects of about £50,000 each will be funded from a total of £400,000."),
    ("en", "Ten grants of £50,000 each are made from a total budget of £2 million."),
    ("en", "Twelve centres receive €1.5 million each over four years, €18 million in total."),
    ("en", "Each of the 12 centres receives $1.5 million over three years, a total of $54 million."),
    ("de", "Acht Projekte mit je 250.000 Euro und zwei Verbünde, insgesamt 5 Mio. Euro, werden gefördert."),
    ("ja", "10件の課題に各最大3,000万円、総額2億円を配分する。"),
    ("ja", "10件に各3,000万円、このほか事務費を含め総額3億2,000万円以上を配分する。"),
    ("ko", "매년 20억 원씩 5년간 총 100억 원을 투입한다."),
]


@pytest.mark.parametrize(("language", "text", "computed"), WRONG)
def test_a_total_that_the_parts_do_not_make(language: str, text: str, computed: str) -> None:
    (finding,) = [one for one in check_text(text, language) if one.fails]
    assert (finding.rule, finding.computed) == ("DT204", computed)


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_what_fits_or_claims_no_product_is_left_alone(language: str, text: str) -> None:
    assert [one.message.en for one in check_text(text, language) if one.fails] == []
