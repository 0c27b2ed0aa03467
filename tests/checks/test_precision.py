"""What must be left alone: sentences full of figures in which nothing is wrong, and claims that are none."""

import pytest

from dualtrack.checks import check_text

SILENT = [
    "The fund of €100 million includes €60 million for research and €30 million for training.",
    "More than 1,000 projects, of which 50 are in Asia and 30 in Africa, were funded.",
    "予算120億円(うちAI 50億円、量子 40億円など)を計上した。",
    "Of the 12 members, 5 are from Asia.",
    "30 of 40 projects received 80% of the funds.",
    "60% of firms use AI; 50% of firms use cloud services.",
    "60% of women and 50% of men agreed.",
    "複数回答で、女性60％、男性50％の内訳となった。",
    "The 2024-25 budget and the 2021-27 framework; see ISO 9001-2015 and Resolution 2024-1998.",
    "18歳から30歳まで、最長2年間。",
    "From 5 to 10 per cent of applicants succeed.",
    "The first three years (2021-2023) of the ten-year plan are over.",
    "5年間の平均(2010～2020年)で見る。",
    "See https://www.doe.gov, https://www.dod.gov and https://www.dot.gov.",
    "See https://ec.europa.eu/info and https://erc.europa.eu/news.",
    "Germany and German partners, South Korea and North Korea, First Phase and Second Phase agreed.",
    "The price is $$x^2 + y = 5$$ in the model.",
    "8 U.S.C. 1101(a)(15)(F) and 1101(a)(15)(J) apply to 12 visas.",
    "The deal is worth 10 billion yen ($65 million) in 2024 prices.",
    "1億円(100 million yen)の事業。",
    "平成32年度までの計画を策定した。",
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_said(text: str) -> None:
    published = "2017-04-01" if "平成32" in text else None
    assert [one.rule for one in check_text(text, published=published) if one.fails] == []
