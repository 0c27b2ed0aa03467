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


READ_IN_SURVEYS = [
    "In 2018 the science budget was 2,000,000 euros, of which 900,000 euros from one ministry and 850,000 euros from "
    "another. The remaining budget comes from the regions.",
    "o Raise exports of services by 40% by 2027\no Double fast-growing firms from 12,000 to 24,000 by 2027",
    "The ceiling was raised from two to four times the yearly limit (the limit rose from EUR 90,000 to EUR 150,000).",
    "Training covers some or all of the six topics: (1) data, (2) authorship, (3) peer review, (4) safety.",
    "The plan has 4 components: 1-Renewal of canals 2-Training of farmers 3-Review of subsidies 4-Management of basins",
    "In that year there were 60 junior and 30 senior laureates for a total of 250 junior and 190 senior candidates.",
    "Prizes are given in 6 categories: there are 6 (six) prizes in 2 (two) groups.",
    "Growth plans were drawn up for more areas than the original six: Health, Food, Industry 4.0",
    "The centre's work falls within five research areas chosen from the strengths of the two countries.",
    "See COM(2012)494 and SWD(2017) 128 on the growth of the bioeconomy.",
    "The age of machines is about 14 years. The support follows a 6-year plan and is increased by 30% for robots.",
    "An additional 40% deduction for research\nThe deduction of 25%, introduced in 2011, was raised in 2014 to 40%.",
    "Of the USD 60 million, some USD 12 million may go to young firms, of which amount more than one-third is a loan.",
    "The country takes part in 38 projects (the roadmap has 50 infrastructures: 29 Landmarks + 21 projects).",
    "The plan ran in three rounds: VERDE, VERDE 2 (October 2019) and VERDE 3 (March 2020).",
    "The aim is to raise the share of women among managers to 12% and that of women on the committees to 40%.",
    "Of these, 23% give loans, 21% give training, 7% other kinds of help and 46% both.",
    "Places grew by about 2.5% (from 6,045 to 6,205).",
]
"""Kinds of sentence that real survey answers have, in other words; each was once taken for an error."""


@pytest.mark.parametrize("text", READ_IN_SURVEYS)
def test_nothing_is_said_of_survey_answers(text: str) -> None:
    assert [one.message.en for one in check_text(text, "en") if one.fails] == []
