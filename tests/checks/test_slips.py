"""Slips of names, acronyms and hosts in six languages, days after the document, and where sentences end."""

from datetime import date

import pytest

from dualtrack.checks import Options, check_text
from dualtrack.checks.context import Context
from dualtrack.checks.languages import language_of
from dualtrack.checks.lengths import lengths
from dualtrack.checks.name import jamo_apart
from dualtrack.checks.plain import document_of
from dualtrack.checks.spans import spans


def failing(text: str, published: str | None = None, as_of: str | None = None) -> list[str]:
    """The codes of what fails in a text."""
    options = Options(as_of=date.fromisoformat(as_of)) if as_of else None
    return [one.rule for one in check_text(text, published=published, options=options) if one.fails]


NAMES = [
    ("Le Centre national d'études {} pilote.", "spatiales", "spaciales"),
    ("L'Agence nationale de la {} finance le projet.", "recherche", "rechreche"),
    ("Die {}-Gesellschaft koordiniert das Vorhaben.", "Fraunhofer", "Frauenhofer"),
    ("Die Deutsche {} fördert.", "Forschungsgemeinschaft", "Forschungsgemeinschft"),
    ("Das {} plant.", "Bundesforschungsministerium", "Bundesforschungsminsterium"),
    ("{}은 내년부터 공동 공모를 실시한다.", "한국연구재단", "한국연구제단"),
    ("{}は公募を始めた。", "物質・材料研究機構", "物質・材料研究機溝"),
    ("申請は{}が受け付ける。", "日本学術振興会", "日本学術新興会"),
    ("中国科学院与{}合作。", "中国科学技术大学", "中国科学技朮大学"),
    ("The National {} Foundation opened a call.", "Science", "Sceince"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), NAMES)
def test_slips_of_known_names(text: str, right: str, wrong: str) -> None:
    assert failing(text.format(right)) == []
    assert failing(text.format(wrong)) == ["DT904"]


@pytest.mark.parametrize(
    "text",
    [
        "Mittel der Deutschen Forschungsgemeinschaft und zweier Bundesministerien.",
        "한국과학기술연구원과 한국과학기술원, 한국기계연구원이 참여한다.",
        "南京理工大学と南洋理工大学は別の大学である。",
        "The Royal Society Te Aparangi answered the Royal Society Te Apārangi.",
        "科学技術研究費は22兆円である。",
    ],
)
def test_names_that_only_resemble_known_ones(text: str) -> None:
    assert failing(text) == []


def test_a_hyphened_name_in_two_spellings() -> None:
    text = "Work is shared between a Max-Planck-Institut in Jena and a second {} in Halle."
    assert failing(text.format("Max-Plank-Institut")) == ["DT902"]
    assert failing(text.format("Max-Planck-Institut")) == []


def test_a_body_in_hangul_in_two_spellings() -> None:
    text = "대외경제정책연구원은 자료를 냈다. {}은 통계도 낸다."
    assert failing(text.format("대외경재정책연구원")) == ["DT902"]
    assert failing(text.format("대외경제정책연구원")) == []
    assert failing("한국전자통신연구원과 한국전자기술연구원은 다른 기관이다.") == []


ACRONYMS = [
    ("科学技術振興機構(JST)は公表した。{}によると、採択は14件である。", "JST", "JTS"),
    ("국가과학기술연구회(NST)는 의결하였다. {}는 내년부터 시행한다.", "NST", "NTS"),
    ("Gefördert von der Deutschen Forschungsgemeinschaft (DFG). Der Ausschuss der {} entscheidet.", "DFG", "DGF"),
    ("The National Semiconductor Centre (NSC) will open. Recruitment for the {} is under way.", "NSC", "NCS"),
    ("Le Conseil national de la recherche (CNR) lance l'appel. Les dossiers vont au {}.", "CNR", "CRN"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), ACRONYMS)
def test_three_letters_turned(text: str, right: str, wrong: str) -> None:
    assert failing(text.format(right)) == []
    assert failing(text.format(wrong)) == ["DT901"]


@pytest.mark.parametrize(
    "text",
    [
        "The European Research Council (ERC) backs early career researchers. An ECR needs a host.",
        "EIT (European Institute of Innovation and Technology) and ETI cooperate.",
        "The State Secretariat for Education, Research and Innovation (SERI) funds education, research and innovation "
        "(ERI).",
        "走査型電子顕微鏡（SEM）を中小企業に開く。SMEの比率は4割である。",
        "The Department of Trade (DOT) met; the DTO, a Dutch office, was absent.",
        "The building in Northwest Europe (NWE) is new. NEW PROJECTS follow.",
    ],
)
def test_acronyms_of_their_own(text: str) -> None:
    assert failing(text) == []


def test_hangul_is_compared_by_its_letters() -> None:
    assert jamo_apart("한국연구제단", "한국연구재단")
    assert jamo_apart("한국연구단재", "한국연구재단")
    assert not jamo_apart("한국기계연구원", "한국화학연구원")


def test_a_host_without_its_last_letter() -> None:
    text = "See https://www.jsps.go.jp/a and https://www.{}.go.jp/b."
    assert failing(text.format("jsp")) == ["DT802"]
    assert failing(text.format("jst")) == []


ORDER = [
    ("報道発表 令和7年6月26日\n大臣は本年7月4日、カナダの大臣と会談し、公募の開始を確認した。", "2025-06-26", True),
    ("報道発表 令和7年6月26日\n機構は、2025年7月14日に協定に署名し、枠組みを整えた。", "2025-06-26", True),
    ("2025年1月20日\n昨年の動きを振り返る。3月14日に両国は協定に署名した。", "2025-01-20", False),
    ("보도자료(2025. 5. 13.)\n부처는 지난 5월 27일 협의회를 개최해 과제 4건을 확정했다고 밝혔다.", "2025-05-13", True),
    ("보도자료(2025. 5. 13.)\n부처는 오는 5월 27일 협의회를 개최할 예정이다.", "2025-05-13", False),
    ("Pressemitteilung vom 6. Mai 2025\nDer Bundesrat hat am 21. Mai die Verordnung verabschiedet.", None, True),
    ("Pressemitteilung vom 6. Mai 2025\nDer Bundesrat wird am 21. Mai die Verordnung verabschieden.", None, False),
    ("Paris, le 12 février 2025 – Le conseil a adopté le 20 mars 2025 le contrat 2025-2029.", None, True),
    ("Paris, le 12 février 2025 – Le conseil a adopté le 20 janvier 2025 le contrat 2025-2029.", None, False),
    ("Wien, am 8. April 2025\nAm 22. April 2025 fand in Graz die Tagung statt.", None, True),
    ("Lors de sa réunion du 30 septembre, le comité a retenu douze projets.", "2025-09-12", True),
    ("2025年2月3日\n1年前を思い返す。4月10日、私たちは新しい棟で実験を始めた。", "2025-02-03", False),
    ("In 2024 the council met four times. On 14 March it adopted the plan.", "2025-01-15", False),
    ("SIGNED at Tokyo this 28th day of October, two thousand and twenty-five.", "2025-10-27", False),
    ("新闻稿（2025年4月8日）\n两国部长于2025年4月22日在北京签署了合作协议。", "2025-04-08", True),
]


@pytest.mark.parametrize(("text", "published", "told"), ORDER)
def test_days_after_the_document(text: str, published: str | None, told: bool) -> None:
    assert failing(text, published) == (["DT701"] if told else [])


@pytest.mark.parametrize(
    "text",
    [
        "(요약) 협정은 2025년 4월 {}일 체결되었다.\n\n(본문) 이 협정은 양국 장관이 2025년 4월 9일 서울에서 체결하였다.",
        "■ポイント\n・新法は2025年5月{}日に成立した。\n\n■本文\n研究を促す新法は可決され、2025年5月9日に成立した。",
    ],
)
def test_summaries_by_their_labels(text: str) -> None:
    assert failing(text.format(2)) == ["DT702"]
    assert failing(text.format(9)) == []


PERIODS = [
    ("협약 기간은 2023년 4월 1일부터 2026년 3월 31일까지 총 {}년이다.", 3, 4),
    ("2021년 7월 1일에 시작해 2025년 6월 30일에 끝나는 이 사업의 총 기간은 {}년이다.", 4, 5),
    ("项目执行期为2021年1月1日至2023年12月31日，共{}年。", 3, 5),
    ("協定は当初2024年3月末に失効するはずだったが、半年の延長を{}度重ね、2025年3月末まで有効とされた。", 2, 3),
    ("D'une durée de {} mois, le projet a débuté le 1er janvier 2023 pour s'achever le 31 décembre 2025.", 36, 30),
    ("The contract, due to expire on 31 March 2023, was prolonged by {} months and then by a further year; it lapsed on "
     "30 September 2024.", "six", "nine"),
    ("2019年5月に発足した3年任期の会議は、1年ずつ2回の延長を経て{}年5月に解散した。", 2024, 2025),
    ("{}년 임기의 위원장은 2022년 9월 1일 취임하여 2025년 8월 31일 임기를 마친다.", 3, 2),
    ("Der Vertrag lief bis 31. Dezember 2022, wurde um {} und dann um ein weiteres Jahr verlängert und endete am "
     "31. Dezember 2024.", "ein Jahr", "zwei Jahre"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), PERIODS)
def test_totals_and_mixed_extensions(text: str, right: object, wrong: object) -> None:
    assert failing(text.format(right)) == []
    assert failing(text.format(wrong)) in (["DT602"], ["DT603"])


def test_half_years() -> None:
    assert [(one.amount, one.unit) for one in lengths("半年の延長を3度、反年")] == [(0.5, "year")]
    assert [one.months for one in lengths("반년씩 두 차례 연장; renewed by half a year; um ein halbes Jahr")] == [
        6,
        6,
        6,
    ]
    assert list(lengths("会計5年、統計3年")) == []


def test_up_to_an_amount_is_converted_too() -> None:
    text = "英政府は2025年6月、最大7億5,000万ポンド（約{}億円）を投じると発表した。"
    assert failing(text.format("1,450")) == []
    assert failing(text.format("145")) == ["DT401"]


def test_two_rates_in_one_sentence() -> None:
    text = (
        "For 2025 Bern pays CHF 30 million (about €32 million) to Euratom and CHF 45 million (about €{} million) here."
    )
    assert failing(text.format(48)) == []
    assert failing(text.format(42)) == ["DT402"]


NOTES = [
    ("The share fell in 2023 [{}] after the reform [1].\n\n[1] Survey.\n[2] White Paper.", "2, p. 14", "4, p. 14"),
    ("La France est 12e pour les publications¹, contre le 9e en 2019{}.\n\n¹ OST, 2024.\n² OST, 2021.", "²", "³"),
    ("研究費は増えた[1, 第2章]。人員は横ばい[{}]である。\n\n[1] 統計。\n[2] 要覧。", "2, 12頁", "3, 12頁"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), NOTES)
def test_marks_with_pages_and_marks_behind_years(text: str, right: str, wrong: str) -> None:
    assert failing(text.format(right)) == []
    assert set(failing(text.format(wrong))) == {"DT1201"}


STALE = [
    ("The plan to open the centre in June 2025 drew 40 replies.", False),
    ("The agency shall revise the policies issued between 20 January 2021 and 20 January 2025.", False),
    ("The rule aims to protect industry, including the October 2022 and October 2023 chip controls.", False),
    ("Japan will host the 2025 Forum.", True),
    ("The council plans to open the centre in June 2025.", True),
]


@pytest.mark.parametrize(("text", "stale"), STALE)
def test_what_is_no_plan(text: str, stale: bool) -> None:
    assert failing(text, as_of="2026-09-01") == (["DT1001"] if stale else [])


SENTENCES = [
    ("회의는 2026. 2. 28. 서울에서 열렸다. 2025. 3. 5. 발표했다.", ["회의는 2026. 2. 28. 서울에서 열렸다. ", "2025. 3. 5. 발표했다."]),
    ("Es flossen 1,2 Bio. Yen. Der Rest ging an Bio. Das war alles.",
     ["Es flossen 1,2 Bio. Yen. ", "Der Rest ging an Bio. ", "Das war alles."]),
    ("It ended in 2025. The rest came.", ["It ended in 2025. ", "The rest came."]),
    ("Mitte 2024. 3. Mai war frei.", ["Mitte 2024. 3. Mai war frei."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), SENTENCES)
def test_where_sentences_end(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text)] == parts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ausgaben stiegen 2023.", "de"),
        ("Zuwendungen 5 Mio. Euro", "de"),
        ("Annual spending fell 5%", "en"),
        ("Samsung expands", "en"),
        ("投入500万美元", "zh"),
    ],
)
def test_languages_of_short_sentences(text: str, language: str) -> None:
    assert language_of(text) == language


def test_chinese_is_not_taken_for_japanese_by_its_numbers() -> None:
    (sentence,) = Context(document_of("投入500万美元")).sentences
    assert sentence.language == "zh"


@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        ("Call opens: 16 June 2025\nCall closes: 2 May 2025, 17:00", "en", True),
        ("Call opens: 16 June 2025\nCall closes: 2 September 2025, 17:00", "en", False),
        ("公募開始：2025年6月16日\n締切：2025年5月2日", "ja", True),
        ("접수 시작: 2025년 6월 16일\n접수 마감: 2025년 9월 2일", "ko", False),
        ("Beginn: 1. Juli 2025\nEnde: 30. Juni 2024", "de", True),
    ],
)
def test_labels_say_which_day_is_the_end(text: str, language: str, wrong: bool) -> None:
    found = check_text(text, language, options=Options(select=("DT601",)))
    assert bool(found) is wrong
