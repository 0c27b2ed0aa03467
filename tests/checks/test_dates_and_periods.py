"""Dates, periods, the order of events, stale plans, conversions, names, notes and links: a wrong and a right wording each.

Weekdays by the Gregorian calendar, eras by the cabinet orders (Reiwa 1 = 2019, Heisei 1 = 1989), lengths counted by hand.
"""

from datetime import date
from pathlib import Path

import pytest

from dualtrack.checks import Options, check_document, check_text
from dualtrack.checks.context import Context
from dualtrack.checks.eras import era_faults
from dualtrack.checks.lengths import lengths
from dualtrack.checks.plain import document_of
from dualtrack.checks.stretches import stretches
from dualtrack.checks.whole import dateline, whole
from dualtrack.extraction.dates import find_dates
from dualtrack.reading import read


def failing(
    text: str, language: str | None = None, published: str | None = None, as_of: str | None = None
) -> list[str]:
    options = Options(as_of=date.fromisoformat(as_of) if as_of else None)
    return sorted({one.rule for one in check_text(text, language, published, options) if one.fails})


ERAS = [
    ("The budget for Reiwa 6 (2025) grew.", "2024"),
    ("The FY2024 (Reiwa 7) budget grew.", "2025"),
    ("Im Jahr 5 der Ära Reiwa (2021) begann es.", "2023"),
    ("En l'an 2 de l'ère Reiwa (2021), le plan fut adopté.", "2020"),
    ("2023년(레이와 6년)에 개정되었다.", "2024"),
    ("헤이세이 30년(2017년)에 시작했다.", "2018"),
]


@pytest.mark.parametrize(("text", "year"), ERAS)
def test_an_era_beside_another_western_year(text: str, year: str) -> None:
    assert [(fault.kind, fault.expected) for fault in era_faults(text)] == [("era-mismatch", year)]


@pytest.mark.parametrize(
    "text",
    [
        "The budget for Reiwa 7 (2025) grew.",
        "The Heisei 30 edition (published in 2019) is out.",
        "Im Jahr 3 der Ära Reiwa (2021) begann es.",
        "2024년(레이와 6년)에 개정되었다.",
    ],
)
def test_an_era_that_agrees(text: str) -> None:
    assert list(era_faults(text)) == []


def test_a_year_past_its_era_is_left_alone_where_it_is_explained() -> None:
    assert failing("計画は平成32年度末を期限とする。") == ["DT504"]
    assert failing("旧計画は「平成32年度末まで」とした(改元後の令和2年度末に当たる。)。") == []
    assert failing("平成33年度(令和3年度)までに整備を終えた。") == []


def test_korean_ranges_in_numbers_take_the_year_of_their_first_day() -> None:
    (mention,) = find_dates("일시: ’25. 10. 27.(월) ~ 10. 29.(수), 3일간", "ko")
    assert mention.edtf == "2025-10-27/2025-10-29"
    (over,) = find_dates("2025. 12. 30.(화) ~ 1. 2.(금)", "ko")
    assert over.edtf == "2025-12-30/2026-01-02"
    assert failing("일시: ’25. 10. 27.(월) ~ 10. 29.(금)", "ko") == ["DT502"]
    assert failing("접수: 2026. 1. 12. 09:00 ~ 2026. 2. 29. 18:00까지", "ko") == ["DT501"]


def test_dates_in_numbers_are_not_cut_into_sentences() -> None:
    context = Context(document_of("접수: 2026. 1. 12. 09:00 ~ 2026. 2. 28. 18:00까지. 문의는 전화로 받는다.", "ko"))
    assert next(one.text for one in whole(context)).endswith("18:00까지. ")
    assert [one.text for one in whole(Context(document_of("Kapitel 3. Danach 1,2 Bio. Yen.", "de")))] == [
        "Kapitel 3. ",
        "Danach 1,2 Bio. Yen.",
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bonn, 12. Mai 2025. Mit der Unterzeichnung ist es getan.", date(2025, 5, 12)),
        ("(서울=2025년 5월 14일) 정부는 밝혔다.", date(2025, 5, 14)),
        ("東京、2025年6月1日 政府は決めた。", date(2025, 6, 1)),
        ("Paris, le 17 juin 2025 – Le ministre et son homologue se sont réunis.", date(2025, 6, 17)),
        ("Deadline: 3 May 2026. All are welcome.", None),
        ("On 3 May 2026 the council met.", None),
    ],
)
def test_datelines(text: str, day: date | None) -> None:
    found = dateline(Context(document_of(text)))
    assert (found[1] if found else None) == day


LENGTHS = [
    ("a two-week window", [(2, "week")]),
    ("36 Monate", [(36, "month")]),
    ("der Fünfjahresplan", [(5, "year")]),
    ("anderthalb Jahre", [(1.5, "year")]),
    ("trente-six mois", [(36, "month")]),
    ("un an et demi", [(1.5, "year")]),
    ("2年半の計画", [(2.5, "year")]),
    ("約2週間の期間", [(2, "week")]),
    ("36개월", [(36, "month")]),
    ("为期三年", [(3, "year")]),
    ("every five years", []),
    ("aged under 35 years", []),
    ("ten working days", []),
    ("第3年間", []),
]


@pytest.mark.parametrize(("text", "found"), LENGTHS)
def test_lengths_of_time(text: str, found: list[tuple[float, str]]) -> None:
    assert [(one.amount, one.unit) for one in lengths(text)] == found


def test_two_verbs_make_a_stretch() -> None:
    (sentence,) = whole(Context(document_of("受付は2025年5月12日に始まり、同年6月13日に締め切られた。", "ja")))
    assert [(one.begin, one.stop, one.by_day) for one in stretches(sentence)] == [
        (date(2025, 5, 12), date(2025, 6, 13), True)
    ]


PERIODS = [
    ("The three-year agreement, valid from 1 January 2022 to 31 December 2025, covers mobility.", ["DT602"]),
    ("The four-year agreement, valid from 1 January 2022 to 31 December 2025, covers mobility.", []),
    ("The three-year grants run from 2021 to 2027.", []),
    ("L'accord de quatre ans est en vigueur du 1er avril 2022 au 31 mars 2025.", ["DT602"]),
    ("L'accord de trois ans est en vigueur du 1er avril 2022 au 31 mars 2025.", []),
    ("Les bourses de trois ans sont attribuées du 1er janvier 2022 au 31 décembre 2027.", []),
    ("Die zweijährige Pilotphase begann am 1. April 2022 und endete am 31. März 2025.", ["DT602"]),
    ("Die zweijährige Pilotphase begann am 1. April 2022 und endete am 31. März 2024.", []),
    ("会期は2025年6月3日から6月8日までの10日間である。", ["DT602"]),
    ("会期は2025年6月3日から6月8日までの6日間である。", []),
    ("3年間の研究費を2021年度から2027年度まで毎年公募する。", []),
    ("협약은 2021년 4월 1일부터 3년간 유효하며 2026년 3월 31일에 만료된다.", ["DT602"]),
    ("협약은 2021년 4월 1일부터 5년간 유효하며 2026년 3월 31일에 만료된다.", []),
    ("협약기간: 2026. 4. 1. ~ 2025. 12. 31.", ["DT601"]),
    ("展示会は2025年10月8日から10月3日まで開催される。", ["DT601"]),
    ("講習は2025年12月20日から1月10日まで開かれる。", []),
    (
        "Signé pour trente-six mois à compter du 1er mai 2021, l'accord a été prolongé à deux reprises de six mois. "
        "Il est arrivé à son terme le 30 avril 2026.",
        ["DT602"],
    ),
    (
        "Signé pour trente-six mois à compter du 1er mai 2021, l'accord a été prolongé à deux reprises de six mois. "
        "Il est arrivé à son terme le 30 avril 2025.",
        [],
    ),
    ("Phase two was to close on 31 March 2023. It was extended three times by four months and ended on 30 June 2025.",
     ["DT603"]),
    ("Phase two was to close on 31 March 2023. It was extended three times by four months and ended on 31 March 2024.",
     []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rules"), PERIODS)
def test_periods(text: str, rules: list[str]) -> None:
    assert failing(text) == rules


PAST = [
    ("The jury selected twelve projects by unanimous vote on 15 July 2025.", True),
    ("Signed in Lima on 2 August 2025, the memorandum covers ocean science.", True),
    ("The minister announced that applications open on 1 October 2025.", False),
    ("The rules adopted by Parliament last spring take effect on 1 September 2025.", False),
    ("Am 18. Juli 2025 hat der Bundesrat dem Gesetz zugestimmt.", True),
    ("Der Beirat hat beschlossen, seine Sitzung am 9. Oktober 2025 abzuhalten.", False),
    ("Le 3 juillet 2025, les deux agences ont conclu un accord de réciprocité.", True),
    ("Le décret adopté hier entre en vigueur le 1er septembre 2025.", False),
    ("2025年9月3日にパリで署名された協定に基づき、共同公募を行う。", True),
    ("2025年8月20日に開所式を行うと発表した。", False),
    ("2025년 9월 5일 개최된 제2차 위원회의 결과를 보고함.", True),
    ("2025년 9월 5일 열리는 회의의 의제를 확정하였다.", False),
    ("双方于2025年9月8日签署了合作备忘录。", True),
    ("会议定于2025年8月15日举行。", False),
]


@pytest.mark.parametrize(("text", "told"), PAST)
def test_what_lies_ahead_is_not_told_as_past(text: str, told: bool) -> None:
    assert failing(text, published="2025-06-26") == (["DT701"] if told else [])


def test_a_dateline_dates_the_document() -> None:
    text = "Bonn, 12. Mai 2025. Am {} 2025 haben beide Seiten das Abkommen unterzeichnet."
    assert failing(text.format("3. Juni"), "de") == ["DT701"]
    assert failing(text.format("3. Mai"), "de") == []


SUMMARIES = [
    "Kurzfassung: Die Strategie wurde am {} Mai 2025 veröffentlicht.\n\n"
    "Hintergrund: Das Ministerium hat die Strategie am 15. Mai 2025 veröffentlicht.",
    "【要旨】両国は2025年5月{}日、宇宙協力の覚書に署名した。\n\n【本文】2025年5月15日、両国は宇宙協力の覚書に署名した。",
    "□ 요약\n - 안전연구소는 2025년 5월 {}일 판교에 개소하였다.\n□ 본문\n - 안전연구소가 2025년 5월 15일 판교에서 개소하였다.",
    "## En bref\nL'accord sur l'hydrogène a été signé le {} mai 2025.\n\n## Détail\nL'accord sur l'hydrogène, signé le 15 mai 2025, "
    "prévoit quatre laboratoires.",
]


@pytest.mark.parametrize("text", SUMMARIES)
def test_summary_and_body(text: str) -> None:
    dot = "." if "Mai" in text else ""
    assert failing(text.format(f"5{dot}")) == ["DT702"]
    assert failing(text.format(f"15{dot}")) == []


STALE = [
    ("The final report is expected in November 2025.", True),
    ("The report had been due by November 2025, but was published in January 2026.", False),
    ("As planned, the portal went live on 1 December 2025.", False),
    ("The centre, founded in 2019, will continue its work.", False),
    ("We will build on the principles set at the meeting that was held in Lisbon on 16 May 2022.", False),
    ("The Department shall amend Executive Order 14271 of April 15, 2025.", False),
    ("The office shall revise the 2024 Framework for Synthesis.", False),
    ("Les résultats seront annoncés d'ici au 30 septembre 2025 ; les dossiers sont attendus au printemps 2026.", True),
    ("Le premier tronçon a été livré en septembre 2025, comme prévu.", False),
    ("Der Abschlussbericht wird für November 2025 erwartet.", True),
    ("Die Inbetriebnahme war zunächst für September 2025 vorgesehen, verschob sich jedoch.", False),
    ("最終報告は2025年11月に公表される予定です。", True),
    ("当初2025年春に公表予定とされていた報告は、同年8月29日に公表された。", False),
    ("2021年に策定した計画を改定する予定である。", False),
    ("공모 결과는 2025년 11월 중 발표될 전망이다.", True),
    ("시범사업은 당초 2025년 하반기에 착수할 예정이었으나 연기되었다.", False),
]


@pytest.mark.parametrize(("text", "stale"), STALE)
def test_plans_that_have_passed(text: str, stale: bool) -> None:
    assert failing(text, as_of="2026-02-01") == (["DT1001"] if stale else [])


@pytest.mark.parametrize(
    "text", ["日時: {}年11月12日\n会場: 調整中", "Date: 12 November {}\nVenue: TBC", "일시: {}. 11. 12.\n장소: 미정"]
)
def test_what_is_open_for_a_day_that_has_passed(text: str) -> None:
    assert failing(text.format(2025), as_of="2026-02-01") == ["DT1002"]
    assert failing(text.format(2026), as_of="2026-02-01") == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("PJt", "PtJ"),
        ("PTJ", "PtJ"),
    ],
)
def test_a_mixed_acronym_turned(wrong: str, right: str) -> None:
    text = "Zuständig ist der Projektträger Jülich (PtJ). Anträge gehen an den {}."
    assert failing(text.format(right), "de") == []
    assert failing(text.format(wrong), "de") == (["DT901"] if wrong == "PJt" else [])


NAMES = [
    ("Le Centre national d'études spatiales (CNES) pilote. Le {} finance.", "CENS", "CNES"),
    ("次世代蓄電技術機構（NEXBAT）は発足した。{}の予算は12億円である。", "NEXABT", "NEXBAT"),
    ("한국극지기술센터(KOPTEC)는 문을 열었다. {}의 인력은 45명이다.", "KOPETC", "KOPTEC"),
    ("The Centre for Advanced Materials Innovation (CAMINO) opened; {} hosts 40 people.", "CAMNIO", "CAMINO"),
]


@pytest.mark.parametrize(("text", "wrong", "right"), NAMES)
def test_acronyms_that_slip(text: str, wrong: str, right: str) -> None:
    assert failing(text.format(wrong)) == ["DT901"]
    assert failing(text.format(right)) == []


NOTES = [
    ("Spending rose [1] and staff fell [2].{}\n\n[1] Budget paper.\n[2] Staff statistics.", " Output fell [3]."),
    ("予算は増加した(1)。人員も増えた(2)。{}\n\n(1) 予算書。\n(2) 人事統計。", "拠点も増えた(3)。"),
    ("연구비가 늘었다1). 인력도 증가했다2).{}\n\n1) 예산서.\n2) 인력통계.", " 성과는 정체되었다3)."),
    ("Die Quote stieg.¹ Sie liegt hoch.²{}\n\n¹ Destatis 2025.\n² OECD 2025.", " Der Abstand wächst.³"),
    ("予算は増えた（注1）。{}\n\n注1：予算書。", "人員も増えた（注2）。"),
]


@pytest.mark.parametrize(("text", "more"), NOTES)
def test_marks_and_notes(text: str, more: str) -> None:
    assert failing(text.format(more)) == ["DT1201"]
    assert failing(text.format("")) == []


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_notes_are_matched_in_files_as_in_texts(tmp_path: Path, suffix: str) -> None:
    text = "Spending rose [1] and staff fell [2]. Output fell [3].\n\n[1] Budget paper.\n[2] Staff statistics.\n"
    path = tmp_path / f"notes{suffix}"
    path.write_text(text, encoding="utf-8")
    assert [one.stated for one in check_document(read(path), source=text)] == ["[3]"]
    assert [one.stated for one in check_text(text)] == ["[3]"]


@pytest.mark.parametrize(
    "text",
    [
        "(1) 目的\n本事業は上記(2)のとおり。\n(2) 内容\n詳細は別紙(3)参照。",
        "See [1] and [2] for methods.",
        "Die Fläche beträgt 30 m² und 5 km³.\n\n¹ Ohne Bezug.",
        "The interval [0, 1] is used.[1]\n\n[1] A.",
    ],
)
def test_numbers_that_are_no_marks(text: str) -> None:
    assert failing(text) == []


CONVERSIONS = [
    ("In May 2025 Tokyo pledged ¥80 billion, equivalent to approximately {}.", "USD 560 million", "USD 5.6 billion"),
    ("Canberra set aside A$40 million in June 2025 – roughly {} – for the reef.", "€23 million", "€45 million"),
    ("En juin 2025, Berne a débloqué 75 millions de francs suisses, soit à peu près {}.", "80 millions d'euros",
     "62 millions d'euros"),
    ("Am 20. November 2024 sagte Tokio 1,2 Bio. Yen (etwa {}) zu.", "7,3 Mrd. Euro", "730 Mio. Euro"),
    ("2025年5月、ドイツは3億ユーロ、日本円にして約{}を投じる。", "490億円", "320億円"),
    ("2025년 6월 유럽연합은 5억 유로(한화 약 {})를 배정하였다.", "7,900억 원", "5,900억 원"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), CONVERSIONS)
def test_conversions_in_words(text: str, right: str, wrong: str) -> None:
    assert failing(text.format(right)) == []
    assert failing(text.format(wrong)) == ["DT401"]


def test_rates_that_cannot_be_reconciled_are_a_warning() -> None:
    text = "The first grant was CHF 30 million (€27 million), the second CHF 12 million ({})."
    assert failing(text.format("€13 million")) == ["DT402"]
    assert failing(text.format("€11 million")) == []
    year = "2012年当時の5億ドル（約400億円）に対し、{}年は5億ドル（約750億円）である。"
    assert failing(year.format(2024)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The UK gives £54 million (plus €10 million from the EU).",
        "Der Fonds umfasst 45 Mio. Pfund (davon 10 Mio. Euro aus Brüssel).",
        "日本側は5億円、豪州側は600万豪ドルを2025年度に拠出する。",
    ],
)
def test_other_amounts_are_no_conversions(text: str) -> None:
    assert failing(text) == []


def test_hosts_that_occur_once_each() -> None:
    text = "신청: https://www.iris.go.kr 서식: https://www.{}.go.kr/forms"
    (finding,) = (one for one in check_text(text.format("iriss")) if one.fails)
    assert finding.rule == "DT802"
    assert "differ by one letter" in finding.message.en
    assert failing(text.format("iris")) == []
