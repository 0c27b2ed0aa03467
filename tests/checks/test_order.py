"""Events told as past ahead of the document, summaries against bodies, and plans whose day has passed."""

from datetime import date

import pytest

from dualtrack.checks import Options, check_text

PUBLISHED = "2025-03-10"


def told(text: str, published: str | None = PUBLISHED, as_of: str | None = None) -> list[str]:
    options = Options(select=("order", "stale"), as_of=date.fromisoformat(as_of) if as_of else None)
    return [one.rule for one in check_text(text, None, published, options) if one.fails]


@pytest.mark.parametrize(
    "text",
    [
        "At the workshop held in Tartu on 8 May 2025, the partners agreed to publish a guide by 2027.",
        "According to the survey of 2 June 2025, one in four laboratories has no data officer.",
        "In 2026, the council launched a scheme for visiting scholars.",
        "Der im Juni 2025 vorgelegte Bericht nennt acht Empfehlungen.",
        "Auf der am 4. Juli 2025 in Riga abgehaltenen Tagung sprachen 40 Gäste.",
        "Laut einer Mitteilung vom 9. Mai 2025 stehen 3 Mio. Euro bereit.",
        "La charte adoptée le 20 juin 2025 compte douze articles.",
        "Selon le rapport du 3 juillet 2025, un projet sur cinq est en retard.",
        "2025年5月20日に公表された白書によれば、共著論文の割合は3割を超えた。",
        "覚書は2025年6月2日付で発効している。",
        "2025년 5월 20일 부산에서 열린 포럼에서 양측은 인력 교류를 늘리기로 했다.",
        "2025년 6월 발간된 백서에 따르면 공저 논문은 세 배로 늘었다.",
    ],
)  # fmt: skip
def test_what_lies_ahead_is_not_told_as_done(text: str) -> None:
    assert told(text) == ["DT701"]
    assert told(text, "2027-01-15") == []


@pytest.mark.parametrize(
    "text",
    [
        "The minister announced a conference on 8 May 2025 in Tartu.",
        "Experts discussed preparations for the summit on 8 May 2025.",
        "The period was extended to 30 June 2025.",
        "The call, opened on 2 May 2025, will close on 30 June 2025.",
        "Once signed on 8 May 2025, the accord goes to parliament.",
        "Die für den 4. Juli 2025 angekündigte Tagung hat vier Themen.",
        "Zum Auftakt der Tagung am 4. Juli 2025 haben sich 300 Personen angemeldet.",
        "Der Termin wurde auf den 4. Juli 2025 verschoben.",
        "Le ministre a annoncé la tenue d'un forum le 20 juin 2025.",
        "La date limite a été fixée au 20 juin 2025.",
        "Le colloque organisé le 20 juin 2025 à Brest réunira 80 personnes.",
        "2025年10月に設置が決まった研究所の所長候補が公表された。",
        "2025年8月5日開催の会合の議題案を公表した。",
        "開館日を2025年10月1日に変更した。",
        "2025年6月12日の総会に提出する議案を決定した。",
        "2025年7月の選挙を控え、各党は公約を発表した。",
        "Those admitted in September 2025 receive a stipend.",
        "Le conseil a arrêté l'ordre du jour de la session du 12 juin 2025.",
        "2025년 10월 개관에 맞춰 도안이 정해졌다.",
        "접수 마감일을 2025년 7월 31일로 연장했다.",
        "2025년 5월 20일 부산에서 열리는 포럼의 의제를 논의했다.",
    ],
)
def test_what_is_foretold_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "**At a glance**\n\n- Accord signed in Tallinn on {} February 2025\n- Four joint chairs\n\n"
        "The accord on joint chairs was signed in Tallinn on 12 February 2025. It runs for five years.",
        "Key points\n\n- Deadline for joint proposals: {} May 2025\n\nJoint proposals must be submitted by 12 May 2025 at noon.",
        "**Kooperationsvertrag mit Ghana am {}. Februar 2025 unterzeichnet**\n\n"
        "Der Kooperationsvertrag mit Ghana wurde am 12. Februar 2025 in Accra unterzeichnet.",
        "En bref\n\n- Convention signée à Oran le {} février 2025\n\n"
        "La convention a été signée à Oran le 12 février 2025 par les deux recteurs.",
        "日越材料研究センター、2025年2月{}日に開所\n\n日越材料研究センターは2025年2月12日、ハノイに開所した。",
        "○ 한-칠레 천문 공동위원회, 2월 {}일 서울서 개최\n○ 관측 자료 공유 확대\n\n"
        "한-칠레 천문 공동위원회가 2025년 2월 12일 서울에서 열렸다.",
    ],
)
def test_what_heads_a_text_agrees_with_it(text: str) -> None:
    assert told(text.format(21)) == ["DT702"]
    assert told(text.format(12)) == []


@pytest.mark.parametrize(
    "text",
    [
        "**Résumé.** Lancée en 2019, la plateforme réunit onze instituts.\n\n"
        "La plateforme a été lancée à Belém en mars 2018.",
        "Kurz gefasst: Das 2008 gegründete Labor hat 90 Plätze.\n\nDas Labor wurde im Mai 2007 gegründet.",
        "概要：2014年に始まった本事業は60課題を支援した。\n\n本事業は2015年4月に始まり、60課題を支援した。",
    ],
)
def test_years_of_what_happens_once(text: str) -> None:
    assert told(text) == ["DT702"]


@pytest.mark.parametrize(
    "text",
    [
        "Key points\n\n- First call closes on 12 May 2025.\n\nThe second call closes on 12 June 2025.",
        "Summary: The tenth forum was held in Porto on 4 February 2025.\n\n"
        "The ninth forum was held in Faro on 4 February 2024.",
        "Summary: The act was adopted on 12 January 2025.\n\nThe act was published on 12 February 2025.",
        "Overview. Early-bird registration closes on 2 May 2025.\n\nRegistration closes on 20 May 2025.",
        "Kurz gefasst: Das Labor wurde 2008 gegründet.\n\n"
        "Der Verein wurde 2007 gegründet, ein Jahr vor dem Labor.",
        "Résumé : la première session s'est tenue le 4 février 2025.\n\nLa deuxième s'est tenue le 24 février 2025.",
        "要旨：協定は2025年2月4日に署名された。\n\n協定は2025年3月4日に発効した。",
        "[요약] 1차 공모 6월 13일 마감\n\n2차 공모는 2025년 9월 13일 마감하며 10개 과제를 뽑는다.",
    ],
)  # fmt: skip
def test_two_events_of_a_series_are_two(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "By 30 June 2025 the office had paid EUR 4 million to 90 theatres.",
        "Bis zum 30. Juni 2025 wurden 1.200 Bescheide erlassen.",
        "Zum 30. Juni 2025 hatten 900 Betriebe die Prämie erhalten.",
        "Au 30 juin 2025, 3 200 foyers avaient perçu la prime.",
        "2025年6月末までに、市は900世帯に助成金を支給した。",
        "2025년 6월 말까지 900가구에 지원금을 지급하였다.",
        "第4回部会は2025年2月に開かれた。第5回部会は同年4月8日に開かれ、素案を了承した。",
    ],
)
def test_what_is_reckoned_up_to_a_day_ahead_is_told_as_past(text: str) -> None:
    assert told(text) == ["DT701"]
    assert told(text, "2027-01-15") == []


@pytest.mark.parametrize(
    "text",
    [
        "By 30 June 2025 the office had to pay EUR 4 million.",
        "If by 30 June 2025 fewer than 90 claims had been filed, the scheme would lapse.",
        "The board set 30 June 2025 as the closing date.",
        "Bis zum 30. Juni 2025 wurden 4 Mio. Euro zugesagt.",
        "Bis zum 30. Juni 2025 werden 1.200 Bescheide erlassen.",
        "Au 30 juin 2025, 3 200 foyers devraient avoir perçu la prime.",
        "2025年6月末までに900世帯に支給することを決めた。",
        "2025년 6월 말까지 900가구에 지급하기로 하였다.",
    ],
)
def test_deadlines_and_days_set_are_not_told_as_past(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Audit of the ferry terminal opened in {}\n\nBuilding began in 2009. The ferry terminal was put into service "
        "in 2015.",
        "Summary\nThe creation of the Language Council in {} was a turning point.\n\nHistory\n"
        "The Language Council was established in 2015 by decree.",
        "Seit {} fährt die Seilbahn bis Oberau\n\nDie Seilbahn nahm den Betrieb bis Oberau im Mai 2015 auf.",
        "Zusammenfassung\nMit dem {} gegründeten Sprachenrat wurde viel erreicht.\n\nEntwicklung\n"
        "Die Gründung des Sprachenrats erfolgte 2015; seither wuchs er.",
        "Synthèse\nCréé en {}, le conseil des langues veille aux programmes.\n\nHistoire\n"
        "Né d'une fusion, le conseil des langues a été créé en 2015.",
        "{}年に開館した郷土資料館の運営\n\n郷土資料館は2015年5月に開館した。",
        "{}년 문을 연 향토자료관의 운영\n\n향토자료관은 2015년 5월 개관하였다.",
    ],
)
def test_one_event_in_other_words(text: str) -> None:
    assert told(text.format(2014)) == ["DT702"]
    assert told(text.format(2015)) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "Key points\n- Fourth Forum on Soil: Graz, {}\n\nThe fourth Forum on Soil took place in Graz on 9 May 2024.",
            "March 2024",
            "May 2024",
        ),
        (
            "En bref\n• Quatrièmes Assises du sol : Lille, {}\n\n"
            "Les quatrièmes Assises du sol se sont tenues à Lille les 8 et 9 mai 2024.",
            "mars 2024",
            "mai 2024",
        ),
        (
            "L'essentiel\n• Le guichet a pris fin le {}.\n\nContexte\n"
            "Le guichet était ouvert à tous. Il a pris fin le 9 mai 2024, après une prolongation.",
            "9 mars 2024",
            "9 mai 2024",
        ),
        (
            "Auf einen Blick\n– Die Antragsfrist endete am {}.\n\nVerfahren\n"
            "Die Antragsfrist endete am 9. Mai 2024, die letzten Bescheide ergingen im Herbst.",
            "9. März 2024",
            "9. Mai 2024",
        ),
    ],
)
def test_numbered_meetings_and_ends(text: str, wrong: str, right: str) -> None:
    assert told(text.format(wrong)) == ["DT702"]
    assert told(text.format(right)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Summary\nSince the launch of the fund in 2014, 90 firms were helped.\n\nIn 2016 the fund launched a new window.",
        "En bref : le décret est entré en vigueur le 1er mars 2024.\n\n"
        "L'arrêté d'application est entré en vigueur le 1er mai 2024.",
        "要旨\n日本は2010年に機関に加盟した。\n\n韓国は2012年に機関に加盟した。",
        "Audit of the bridge opened in 2014\n\nThe northern ramp of the bridge was opened in 2015.",
        "Summary\nThe board was created in 2014.\n\nHistory\nAn advisory board was created in 2015.",
        "Key points\n- Third Forum on Soil: Graz, May 2024\n\nThe third Forum on Water took place in Graz in July 2024.",
        "Überblick\n– Das Abkommen wurde 2014 unterzeichnet.\n\n"
        "Die Absichtserklärung zum Abkommen wurde 2013 unterzeichnet.",
        "Das Wichtigste in Kürze\n– Die zweite Runde endete im Oktober 2021.\n\nVerfahren\n"
        "Die erste Runde wurde im März 2021 abgeschlossen, die zweite im Oktober desselben Jahres.",
        "Bilan du pont ouvert en 2014\n\nLa rampe nord du pont a été ouverte en 2015.",
        "L'appel a pris fin le 31 mars 2024.\n\nL'appel destiné aux PME a pris fin le 30 juin 2024.",
        "要旨：条例は2021年3月に制定された。\n\n施行規則は2021年6月に制定された。",
        "2014年に開館した図書館の運営\n\n図書館の喫茶室は2015年に開業した。",
        "요약\n교통 종합계획은 2021년 3월 발표되었다.\n\n주거 종합계획은 2021년 6월 발표되었다.",
    ],
)
def test_what_belongs_to_a_thing_is_another(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The guide is to be released in Q3 2025.",
        "Signature is foreseen for June 2025.",
        "A decision should follow; it is expected by September.",
        "Eröffnung im Sommer 2025 geplant.",
        "Mit dem Ergebnis ist im Herbst 2025 zu rechnen.",
        "Die Schule beginnt am 2. Juni 2025.",
        "Parution prévue au T3 2025.",
        "L'ouverture est annoncée pour juin 2025.",
        "報告書：2025年9月公表予定",
        "次期計画は2025年9月に策定する。",
        "결과는 2025년 가을쯤 나올 것으로 보인다.",
        "Venue: Lima, June 2025 (TBC)",
    ],
)
def test_plans_whose_day_has_passed(text: str) -> None:
    assert told(text, as_of="2026-04-01")
    assert told(text, as_of="2025-04-01") == []


@pytest.mark.parametrize(
    "text",
    [
        "Release was foreseen for June 2025 and has been put off.",
        "The rules agreed on 3 March 2021 are to be revised in 2030.",
        "Die Eröffnung war für Sommer 2025 vorgesehen.",
        "La parution était prévue au T3 2025.",
        "報告書は2025年9月公表予定であった。",
        "로드맵은 2025년 하반기 발표 예정이었으나 연기됐다.",
    ],
)
def test_plans_told_as_those_of_the_past(text: str) -> None:
    assert told(text, as_of="2026-04-01") == []


def test_a_plan_that_a_later_sentence_tells_as_done() -> None:
    text = "The guide is to be published in May 2025. It has 40 pages.\n\nThe guide was published on 9 May 2025."
    assert told(text, None, "2026-04-01") == []
