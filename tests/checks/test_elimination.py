"""Changes, shares and totals reckoned by elimination: silent where any reading agrees, told where one is left and wrong.

Each sentence is made up; what is right is worked out by hand beside it.
"""

from decimal import Decimal

import pytest

from dualtrack.checks import Options, check_text
from dualtrack.checks.context import Context
from dualtrack.checks.plain import document_of
from dualtrack.checks.reckoning.fractions import fractions_of
from dualtrack.checks.reckoning.operands import operands_of


def told(text: str, language: str, family: str) -> list[str]:
    options = Options(select=(family,))
    return [one.computed for one in check_text(text, language, options=options) if one.fails]


CHANGES = [
    ("en", "Next year's grant is £48.0m. Compared with this year's £40.0m that is a rise of 30 per cent.", "20%"),
    ("en", "Waiting times have halved: applicants waited 90 days in 2021 and 66 days in 2024.", "0.73 times"),
    ("de", "Für 2026 sind 150 Mio. Euro vorgesehen. Gegenüber dem laufenden Ansatz von 120 Mio. Euro ist das ein Plus von 15 Prozent.", "25%"),
    ("de", "Die Bearbeitungszeit wurde um ein Drittel verkürzt, und zwar von 100 auf 85 Tage.", "0.85 times"),
    ("fr", "Le fonds disposera de 60 millions d'euros, contre 50 millions un an plus tôt. Cette hausse de 30 % profitera aux régions.", "20%"),
    ("ja", "採択率は2020年度に20.0%だったが、2024年度には26.5%となった。4年間で8.5ポイントの改善である。", "6.5 percentage points"),
    ("ja", "来年度予算案には60億円を計上した。今年度当初の50億円を30%上回る。", "20%"),
    ("ko", "심사 기간은 평균 60일에서 45일로 반감되었다.", "0.75 times"),
    ("ko", "올해 예산은 600억 원이다. 이는 전년도 500억 원 대비 30% 증가한 규모이다.", "20%"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "right"), CHANGES)
def test_a_change_is_tied_to_the_only_two_values_it_can_be_of(language: str, text: str, right: str) -> None:
    assert [one for one in told(text, language, "change") if one.startswith(right[:3])], told(text, language, "change")


CLEAN_CHANGES = [
    ("en", "Support rose from £800 million to £880 million. Within it, grants to small firms grew by 25 per cent."),
    ("en", "Tariffs fell from 10% to 5%, and exports rose 30% to $45 billion."),
    ("en", "Output was 110 points in 2024, 10% above the base year of 100 but 2.7% below the previous year's 113."),
    ("de", "Preisbereinigt sanken die Mittel um 2 %, obwohl sie nominal von 300 auf 312 Mio. Euro zulegten."),
    ("de", "6.000 Aufenthalte wurden gefördert, 5 % mehr als 2023 (5.714), aber 20 % weniger als 2019 (7.500)."),
    ("fr", "Les crédits passent de 200 à 212 millions d'euros, soit 2 % de plus en euros constants."),
    ("ja", "世界シェアは5.0%から4.0%に下がったが、被引用数は6%伸びた。"),
    ("ko", '당시 백서는 비율을 2.0%로 적고 "5년 안에 두 배로 높이겠다"고 했으나 현재 비율은 2.5%로 0.5%p 올랐다.'),
]


@pytest.mark.parametrize(("language", "text"), CLEAN_CHANGES)
def test_a_change_that_another_reading_explains_is_left_alone(language: str, text: str) -> None:
    assert told(text, language, "change") == []


SHARES = [
    ("en", "The panel recommended 30 of the 120 proposals. At 35.0%, the success rate was the lowest so far.", "25%"),
    ("en", "Two thirds of the bodies that replied (45 of 90) favoured one entry point.", "50%"),
    ("en", "The agency made 2,000 awards. One in four of them, 300 altogether, went abroad.", "15%"),
    ("de", "Von 400 befragten Betrieben gaben 60 an, ein Vorhaben abgebrochen zu haben, mithin jeder vierte.", "15%"),
    ("fr", "Avec 30 milliards d'euros de dépenses pour un produit intérieur brut de 1 500 milliards, l'effort atteint 2,6 % du PIB.", "2%"),
    ("ja", "応募400件に対して採択は100件（採択率30.0％）でした。", "25%"),
    ("ja", "委員会は25人で構成され、海外在住の委員が10人と過半数を占める。", "40%"),
    ("ko", "참여 인력은 모두 900명으로, 이 중 3분의 2에 해당하는 450명이 여성이다.", "50%"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "right"), SHARES)
def test_a_share_is_tied_to_its_part_and_whole(language: str, text: str, right: str) -> None:
    assert told(text, language, "share") == [right]


CLEAN_SHARES = [
    ("en", "Of 400 applicants, 120 were funded; 45% of them were women."),
    ("en", "Fourteen of its 19 members were present, so that the two-thirds quorum was met."),
    ("en", "The number of projects doubled from 10 to 20, and the success rate fell from 25% to 19%."),
    ("de", "Die Förderquote lag 2024 bei 20 Prozent (2023: 31 Prozent); bewilligt wurden 40 von 200 Anträgen."),
    (
        "fr",
        "L'université compte 38 000 étudiants, dont un cinquième d'étrangers, et 2 400 enseignants, dont 41 % de femmes.",
    ),
    ("ja", "女性の割合は、応募者では30％、採択者では35％、審査委員では45％であった。"),
]


@pytest.mark.parametrize(("language", "text"), CLEAN_SHARES)
def test_a_share_of_something_else_is_left_alone(language: str, text: str) -> None:
    assert told(text, language, "share") == []


SUMS = [
    ("en", "The board has twelve members: five from universities, four from industry and two from ministries.", "11"),
    ("en", "A package worth £90 million was unveiled. It is made up of £41 million for training, £27 million for equipment and £13 million for travel.", "GBP 81 million"),
    ("en", "Ballots cast: 40 – in favour 26, against 11, abstentions 8.", "45"),
    ("de", "Von 600 Stimmen lauteten 380 auf Ja und 180 auf Nein, 50 Abgeordnete enthielten sich.", "610"),
    ("fr", "La dépense s'élève à 8,4 Md€. Elle se partage entre les entreprises, qui en exécutent 5,1 milliards, et les administrations, à hauteur de 2,3 milliards.", "EUR 7,400,000,000"),
    ("ja", "委員20名の出欠は、会場出席9名、オンライン出席6名、欠席3名である。", "18"),
    ("ko", "새로 선정된 기관은 모두 40곳이다. 유형별로 대학이 17곳, 연구기관이 9곳, 기업이 12곳이다.", "38"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "right"), SUMS)
def test_a_list_that_claims_to_make_a_total_must(language: str, text: str, right: str) -> None:
    assert told(text, language, "sum") == [right]


CLEAN_SUMS = [
    (
        "en",
        "Fifteen experts sit on the board: seven from states, four from partners, three from industry, plus a chair.",
    ),
    (
        "en",
        "The fund paid £1.4 billion: £0.6 billion to universities, £0.5 billion to institutes and £0.4 billion to firms.",
    ),
    (
        "de",
        "Die Jury zählt elf Mitglieder: fünf Professorinnen, vier Professoren sowie je eine Person aus Amt und Industrie.",
    ),
    (
        "de",
        "Von 640 Stellen sind 410 wissenschaftlich, davon 265 befristet; 150 entfallen auf Technik, 80 auf Verwaltung.",
    ),
    (
        "fr",
        "Les 1 150 postes se répartissent en 640 postes, dont 95 réservés, et 510 postes d'ingénieurs, dont 180 et 60.",
    ),
    (
        "fr",
        "Les décaissements cumulés s'élevaient à 6 M€ fin 2022, à 15 M€ fin 2023 et à 27 M€ fin 2024, pour un total de 40 M€.",
    ),
    ("ja", "委員16名中、会場で8名、オンラインで5名の計13名が出席し、残る3名は欠席した。"),
    ("ja", "採択者412名のうち外国籍は138名、女性は155名、40歳未満は301名である（重複あり）。"),
    ("ko", "총 600억 원 중 국비가 420억 원(과기정통부 260억 원, 산업부 160억 원), 나머지 180억 원은 지방비이다."),
]


@pytest.mark.parametrize(("language", "text"), CLEAN_SUMS)
def test_lists_that_make_no_such_claim_are_left_alone(language: str, text: str) -> None:
    assert told(text, language, "sum") == []


def test_single_answers_make_no_more_than_a_hundred() -> None:
    assert told("最大の課題(単一回答)は、人材45%、資金32%、制度18%、その他12%であった。", "ja", "share") == ["107%"]
    assert told("課題(複数回答)は、人材45%、資金32%、制度18%、その他12%であった。", "ja", "share") == []


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("de", "Im Berichtsjahr wurden 1'246 Gesuche und 2.615 Stipendien gezählt.", [(1246, None), (2615, "grants")]),
        ("de", "von 184 auf 131 Tage", [(184, "days"), (131, "days")]),
        ("fr", "dix-neuf voix et vingt-huit bulletins", [(19, None), (28, None)]),
        ("fr", "de 1 240 à 610 unités", [(1240, None), (610, None)]),
        ("en", "On 3 May 2025 twelve members met for 2 days (Article 7)", [(12, "people"), (2, "days")]),
        ("ko", "'24년 63일에서 47일로", [(63, "days"), (47, "days")]),
        ("ja", "第7回は128日から91日へ", [(128, "days"), (91, "days")]),
    ],
)
def test_numbers_that_may_be_reckoned_with(language: str, text: str, numbers: list[tuple[int, str | None]]) -> None:
    (sentence,) = Context(document_of(text, language)).sentences
    found = [(int(one.amount or 0), one.unit) for one in sentence.operands if one.kind in ("count", "money")]
    assert found == numbers


@pytest.mark.parametrize(
    ("language", "text", "share"),
    [
        ("en", "a third of them", "33.3"), ("en", "one in five", "20.0"), ("en", "two-thirds", "66.7"), ("de", "drei Viertel", "75.0"),
        ("de", "jedes vierte", "25.0"), ("fr", "deux tiers", "66.7"), ("fr", "une sur six", "16.7"), ("ja", "4人に1人が", "25.0"),
        ("ko", "열 명 중 일곱 명", "70.0"), ("en", "a majority", "50.0"),
    ],
)  # fmt: skip
def test_fractions_in_words(language: str, text: str, share: str) -> None:
    (found,) = fractions_of(text, language)
    assert found.amount is not None
    assert found.amount.quantize(Decimal("0.1")) == Decimal(share)


def test_a_third_group_is_no_fraction() -> None:
    assert list(fractions_of("a third group followed in the second quarter", "en")) == []
    assert [one.quote for one in operands_of("Phase 3 and slide 12", "en", [], [])] == []
