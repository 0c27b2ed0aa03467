"""Changes told in other ways: taken up, listed, told respectively, since a year, or with the verb of the other way."""

import pytest

from dualtrack.checks import check_text

WRONG = [
    ("de", "DT101", "2022 waren es 3.200 Fälle, im Folgejahr 2.720. Dieser Rückgang um 18 Prozent überrascht."),
    ("en", "DT101", "In 2018 there were 500 beds. In 2023 there were 650. The rise of 45% came from the new wing."),
    ("fr", "DT105", "Le délai était de 84 jours en 2020. Il est aujourd'hui de 63 jours. Ce gain de 27 jours est dû à l'outil."),
    ("ko", "DT101", "상담은 2021년 800건이었다. 2023년에는 1,000건으로 늘었다. 이 45% 증가는 홍보에 따른 것이다."),
    ("de", "DT101", "Die um 40 Prozent gestiegenen Kosten (Schätzung 2018: 65 Mio. Euro; Rechnung 2023: 84,5 Mio. Euro) sind hoch."),
    ("en", "DT105", "The average wait (2022: 31 weeks; 2023: 26 weeks) has thus been shortened by six weeks."),
    ("fr", "DT105", "Le taux gagne 5 points : il est de 48 % en 2023, alors qu'il n'était que de 40 % en 2020."),
    ("en", "DT103", "Demand doubled between the first and the second year: 8,400 applied in 2021, and 13,900 in 2022."),
    ("de", "DT105", "Die Quote nahm um 6,5 Prozentpunkte zu; sie lag 2022 bei 63,3 Prozent, nachdem sie 2017 noch 58,4 Prozent war."),
    ("en", "DT101", "Freight\n- 2020: 61.0 million tonnes\n- 2023: 73.2 million tonnes\n- Change over the period: +25%"),
    ("de", "DT105", "Einnahmen\n– 2021: 12,5 Mio. Euro\n– 2022: 15,0 Mio. Euro\n– Veränderung zum Vorjahr: +2,0 Mio. Euro"),
    ("fr", "DT101", "Passés respectivement de 400 à 460 agents et de 250 à 290 agents, les effectifs ont augmenté de 15 % et de 20 %."),
    ("de", "DT101", "Beide sind von 20 auf 24 Mio. Euro bzw. von 30 auf 33 Mio. Euro gestiegen, also um 20 beziehungsweise 15 Prozent."),
    ("de", "DT102", "Der Umlagesatz wurde zur Entlastung der Betriebe von 2,4 auf 2,6 Prozent gesenkt."),
    ("de", "DT102", "Die Frist wurde von sechs auf acht Wochen verkürzt."),
    ("fr", "DT102", "La subvention a été réduite, passant de 2,8 M€ en 2021 à 3,1 M€ en 2022."),
    ("fr", "DT102", "Les crédits ont diminué, passant de 21,4 millions d'euros en 2022 à 24,9 millions en 2023."),
    ("de", "DT102", "Die Ausgaben sanken, und zwar von 21 Millionen Euro auf 24 Millionen Euro."),
    ("en", "DT102", "Spending fell, going from $21 million in 2022 to $24 million in 2023."),
    ("ja", "DT105", "人件費は令和5年度決算額312百万円、令和6年度決算額287百万円、増減額△35百万円である。"),
    ("ja", "DT101", "交付は令和4年度240件、令和5年度276件、令和6年度345件。令和5年度は前年度の3割増、令和6年度は同2割5分増となった。"),
    ("ko", "DT105", "2022년의 48.6%에서 3.1%포인트 오른 52.7%의 응답자가 그렇다고 답하였다."),
    ("ko", "DT103", "처리기간은 평균 60일에서 42일로 절반으로 줄었다."),
    ("ko", "DT105", "2022년 대기기간은 평균 94일이었다. 2024년에는 평균 71일로, 2년 전보다 33일 짧아졌다."),
    ("de", "DT103", "Die Zahl der Stellen hat sich seit 2020 halbiert. Damals waren 1.260 Stellen vakant, heute sind es noch 840."),
]  # fmt: skip

RIGHT = [
    ("de", "Die Bearbeitungsdauer ist auf ein Drittel geschrumpft, von 18 auf sechs Wochen."),
    ("de", "Zwischen 2015 und 2020 wuchs der Bestand von 2.000 auf 2.552 Anlagen, im Jahresmittel also um fünf Prozent."),
    ("en", "In 2019 it ran 40 courses. In 2022 it ran 52. This growth of 9% a year exceeded expectations."),
    ("en", "There were 800 applicants in 2021. The figure was 1,000 in 2022. The increase of 40% in prices stands out."),
    ("en", "It funded 120 schools in 2020 and 90 clinics in 2022. This increase of 12% was welcome."),
    ("en", "The region had 10,000 jobs in 2019 and 12,000 in 2023. It lost 600 jobs in 2020 alone."),
    ("en", "Income\n- 2021: 3.0 million\n- 2022: 3.3 million\n- 2023: 3.9 million\n- Change: +18%"),
    ("en", "Income\n- 2021: 3.0 million\n- 2023: 3.9 million\n- Change on target: +5%"),
    ("en", "The grant ceiling was cut in 2021 and then restored, going from EUR 2.1 million to EUR 2.5 million."),
    ("en", "The tax burden was reduced: the allowance went from EUR 9,000 to EUR 9,600."),
    ("en", "The share rose by 3 points in 2022; it stands at 45% today, whereas it was 38% in 2015."),
    ("en", "Productivity has doubled since 1990. At that time 300 people worked here, now 280 do."),
    ("de", "Der Anteil stieg von 20 auf 24 Prozent bzw. von 30 auf 33 Prozent, die Fallzahlen um 10 bzw. 12 Prozent."),
    ("de", "Es gab ein Minus von 6 % auf 1.034 (Vorjahr: 1.100), obwohl die Zahl der Anträge um 12 % zunahm."),
    ("ja", "光熱水費は令和4年度210百万円、令和5年度245百万円、増減額35百万円である。物件費の増減額は△8百万円であった。"),
    ("ko", "인건비는 2022년 결산액 320백만원, 2023년 결산액 290백만원으로 전년 대비 30백만원 감소하였다."),
    ("ko", "실업률은 4.2%에서 0.5%포인트 낮아진 3.7%를 기록하였다."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "rule", "text"), WRONG)
def test_a_change_that_does_not_follow_is_found(language: str, rule: str, text: str) -> None:
    assert rule in {finding.rule for finding in check_text(text, language)}


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_a_change_that_follows_or_is_of_something_else_is_left_alone(language: str, text: str) -> None:
    assert not [finding for finding in check_text(text, language) if finding.family == "change"]


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        ("de", "Dieser Rückgang um 18 Prozent", "Dieser Rückgang um 15 Prozent"),
        ("de", "+2,0 Mio. Euro", "+2,5 Mio. Euro"),
        ("en", "+25%", "+20%"),
        ("en", "by six weeks", "by five weeks"),
        ("fr", "de 15 % et de 20 %", "de 15 % et de 16 %"),
        ("ja", "△35百万円", "△25百万円"),
        ("ja", "3割増", "1割5分増"),
        ("ko", "33일 짧아졌다", "23일 짧아졌다"),
    ],
)
def test_the_same_text_with_the_right_figure_is_left_alone(language: str, wrong: str, right: str) -> None:
    (text,) = [text for spoken, _, text in WRONG if spoken == language and wrong in text]
    assert not [finding for finding in check_text(text.replace(wrong, right), language) if finding.fails]
