"""Periods by kind: lengths in words, dates elsewhere, phases, verbs and labels, extensions, anniversaries; counted by hand."""

import pytest

from dualtrack.checks import Options, check_text
from dualtrack.checks.lengths import lengths

_PERIOD = Options(select=("period",))


def found(text: str, language: str | None = None) -> list[str]:
    return sorted({one.rule for one in check_text(text, language, None, _PERIOD) if one.fails})


LENGTHS = [
    ("for two years and six months", [(30, "month")]),
    ("four and a half years", [(4.5, "year")]),
    ("a 2½-year contract", [(2.5, "year")]),
    ("six consecutive quarters", [(18, "month")]),
    ("three quarters of the year", []),
    ("two decades", [(20, "year")]),
    ("it will last four years", [(4, "year")]),
    ("in the last four years", []),
    ("viereinhalb Jahre", [(4.5, "year")]),
    ("zwei Jahre und drei Monate", [(27, "month")]),
    ("ein 18-monatiges Vorhaben", [(18, "month")]),
    ("un an et demi", [(1.5, "year")]),
    ("deux ans et six mois", [(30, "month")]),
    ("3年6か月間", [(42, "month")]),
    ("2025年6月に始まる", []),
    ("4四半期", [(12, "month")]),
    ("第4四半期", []),
    ("3년 6개월간", [(42, "month")]),
    ("제3분기", []),
    ("4개 학기", [(20, "month")]),
]


@pytest.mark.parametrize(("text", "expected"), LENGTHS)
def test_lengths(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(one.amount, one.unit) for one in lengths(text)] == expected


WRONG = [
    ("The hub is funded for three and a half years (May 2020 to April 2025).", "DT602"),
    ("The interim rule applied for six months, from 1 March 2023 to 30 September 2023.", "DT602"),
    ("Each lab receives a 24-month award. The first six run from 1 May 2021 to 30 April 2024.", "DT602"),
    (
        "Für alle Gruppen gilt eine zweijährige Laufzeit; die ersten vier arbeiten vom 1. Mai 2021 bis 30. April 2024.",
        "DT602",
    ),
    (
        "Chaque équipe est financée pour trois ans. Les six premières travaillent du 1er mai 2021 au 30 avril 2023.",
        "DT602",
    ),
    ("各チームには24か月の助成が行われる。最初の6チームは2021年5月1日から2024年4月30日まで活動する。", "DT602"),
    ("각 팀에는 24개월의 지원이 제공된다. 첫 6개 팀은 2021년 5월 1일부터 2024년 4월 30일까지 운영된다.", "DT602"),
    ("The council's term is four years; the current term began in May 2022 and ends in April 2025.", "DT602"),
    ("During the three-month trial from January to June 2024, 30 firms took part.", "DT602"),
    ("In der dreimonatigen Testphase von Januar bis Juni 2024 nahmen 30 Betriebe teil.", "DT602"),
    ("1단계(2020~2022년, 3년)와 2단계(2023~2025년, 2년)로 추진한다.", "DT602"),
    ("자문단은 2024년 3월 4일부터 5월 31일까지 약 6개월간 활동하였다.", "DT602"),
    ("- Start: 1 May 2023\n- Duration: 24 months\n- End: 30 April 2026", "DT602"),
    ("The plan has four phases of two years each and lasts ten years in total.", "DT604"),
    ("Der Plan besteht aus vier Phasen von je zwei Jahren (2013-2018).", "DT604"),
    ("第1期は2015～2017年度、第2期は2018～2020年度の各3年間とし、計8年間で実施する。", "DT602 DT604"),
    ("사업은 2년씩 4단계로 나누어 총 10년간 추진한다.", "DT604"),
    ("Phase one takes two years and phase two three years, together six years.", "DT604"),
    ("The trial, launched in June 2024 with four towns, ended in March 2024.", "DT601"),
    ("Der Versuch begann im Juni 2024 und endete im März 2024.", "DT601"),
    ("Lancé en juin 2024, le dispositif a pris fin en mars 2024.", "DT601"),
    ("実験は2024年6月に始まり、2024年3月に終了した。", "DT601"),
    ("실험은 2024년 6월에 시작되어 2024년 3월에 종료되었다.", "DT601"),
    ("- date d'effet : 1er mai 2024\n- échéance : 30 avril 2022", "DT601"),
    ("- 착수일: 2024년 5월 1일\n- 종료일: 2023년 4월 30일", "DT601"),
    ("The order was to lapse on 1 May 2022 and was extended by a year, to 1 May 2024.", "DT603"),
    ("협정은 당초 2022년 4월 30일까지였으나 1년씩 두 차례 연장되어 2025년 4월 30일까지 유효하다.", "DT603"),
    ("Der Vertrag sollte im Mai 2020 auslaufen; nach zwei einjährigen Verlängerungen endete er im Mai 2023.", "DT603"),
    ("In 2023 the partners marked the 10th anniversary of the treaty signed in 2011.", "DT605"),
    ("Fondé en 1990, l'institut a fêté son 30e anniversaire en 2022.", "DT605"),
]


@pytest.mark.parametrize(("text", "rules"), WRONG)
def test_what_does_not_fit_is_found(text: str, rules: str) -> None:
    assert set(found(text)) & set(rules.split())


CLEAN = [
    "The hub is funded for three and a half years (May 2020 to October 2023).",
    "The interim rule applied for six months, from 1 March 2023 to 31 August 2023.",
    "Each lab receives a 24-month award. The first six run from 1 May 2021 to 30 April 2023.",
    "Each lab receives a 24-month award. The first call runs from 1 May 2021 to 30 June 2021.",
    "Jede Förderung dauert zwölf Monate. Die erste Förderrunde läuft vom 1. März 2023 bis zum 31. August 2023.",
    "The chair's term is three years. The first chair served from January 2018 to June 2019, when she resigned.",
    "Im zweijährigen Turnus von 2018 bis 2024 fanden vier Konferenzen statt.",
    "The three-year grants run from 2021 to 2027.",
    "The five-year plan was adopted in March 2021 and its review runs from 1 June 2023 to 31 December 2023.",
    "3年間の凍結が合意されたが、2021～2022年度予算はすでに成立していた。",
    "- Call opens: 1 May 2024\n- Call closes: 30 June 2024\n- Duration: 36 months",
    "- Start: 1 October 2025\n- Deadline: 15 July 2025",
    "- Start date: 1 May 2024\n- End date of previous contract: 30 April 2024",
    "The plan has four phases of two years each and lasts eight years in total.",
    "Parents may take two periods of three months each out of a total of 12 months.",
    "第1期は2015～2017年度、第2期は2018～2020年度の各3年間とし、計6年間で実施する。",
    "The lab opened in May 2022 and ended a dispute begun in March 2021.",
    "2023年10月に開始した事業は、2022年3月に終了した前身事業を引き継ぐ。",
    "La plateforme, ouverte en octobre 2023, remplace celle qui s'est arrêtée en mai 2022.",
    "The scheme was extended twice by a year, first to June 2022 and then to June 2023.",
    "당초 2022년 4월 30일까지였으나 1년씩 두 차례 연장되어 2024년 4월 30일까지 유효하다.",
    "The second half of the ten-year plan (2026-2030) focuses on deployment.",
    "Im ersten Jahr des dreijährigen Programms (April 2021 bis März 2022) wurde Personal gewonnen.",
    "La seconde moitié du plan décennal (2026-2030) porte sur le déploiement.",
    "3年間の事業の初年度(2021年4月～2022年3月)は採用に充てた。",
    "The project started in January 2020, was suspended for six months and ended in June 2023.",
    "In 2019 the agency celebrated the 50th anniversary of the Moon landing with a programme launched in 2017.",
    "Founded in 2017, the committee marked the 50th anniversary of Apollo in 2019.",
    "2019年には、2017年に設立された委員会が月面着陸50周年を記念した。",
    "Le master s'étend sur quatre semestres, du 1er septembre 2021 au 30 juin 2023.",
]


@pytest.mark.parametrize("text", CLEAN)
def test_what_fits_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("language", "text", "fails"),
    [
        ("fr", "Le projet, prévu pour 36 mois à partir du 1er septembre 2020, a été prolongé de six puis de trois mois et "
         "s'est achevé le 31 mai 2024.", False),
        ("fr", "Le projet, prévu pour 36 mois à partir du 1er septembre 2020, a été prolongé de six puis de trois mois et "
         "s'est achevé le 31 août 2024.", True),
        ("de", "Das Vorhaben lief ab 1. September 2020 für 36 Monate, wurde um sechs und dann um drei Monate verlängert "
         "und endete am 31. Mai 2024.", False),
    ],
)  # fmt: skip
def test_numbers_share_the_unit_of_the_length_behind_them(language: str, text: str, fails: bool) -> None:
    """36 and 6 and 3 months from 1 September 2020 end on 31 May 2024."""
    assert any(one.fails for one in check_text(text, language)) is fails
