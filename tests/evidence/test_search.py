import pytest
from evidence_samples import KNOWN, action, agreement, country, filled, initiative, world

from dualtrack.errors import BadInputError
from dualtrack.evidence import EvidenceBase, words
from dualtrack.model import Period


@pytest.fixture
def searchable(base: EvidenceBase) -> EvidenceBase:
    return filled(
        base,
        *agreement(),
        country("JP", "Japan", "日本"),
        initiative("rs", "guideline", names={"ja": "研究セキュリティの手引き", "en": "Research security guidance"}),
        action(
            "sti", "meet", "2025-01", actors=["KR"], summary={"ja": "科技長官が会う", "ko": "한국에서 과기 장관 회의"}
        ),
        action("quad", "meet", "2025-02", actors=["JP"], summary={"ja": "日米豪印の外相が会う"}),
        action("print", "publish", "2025-02", actors=["JP"], summary={"ja": "報告書を印刷する"}),
        action("visit", "meet", "2025-03", actors=["US"], partners=["IN"], summary={"ja": "首脳会談"}),
        action("kana", "meet", "2025-04", actors=["JP"], summary={"ja": "インドの研究者を招く"}),
    )


def found(base: EvidenceBase, text: str, **more: object) -> list[str]:
    return [hit.id for hit in base.search(text, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("韓国", "KR"),
        ("科技", "sti"),
        ("한국", "sti"),
        ("과기", "sti"),
        ("研究セキュリティ", "rs"),
        ("security", "rs"),
        ("セキュリティ", "rs"),
    ],
)
def test_short_words_are_found_in_any_writing(searchable: EvidenceBase, text: str, expected: str) -> None:
    assert expected in found(searchable, text)


def test_a_name_is_found_in_all_its_languages(searchable: EvidenceBase) -> None:
    hits = found(searchable, "India")
    assert hits[0] == "IN"
    assert {"visit", "kana", "quad"} <= set(hits)
    assert "print" not in hits
    assert {"visit", "kana"} <= set(found(searchable, "インド"))


def test_a_term_of_a_theme_is_found_in_other_languages(base: EvidenceBase) -> None:
    filled(
        base,
        *world(),
        initiative("drain", "programme", names={"en": "Reversing the Brain Drain"}),
        initiative("water", "programme", names={"en": "Drain water for the city"}),
    )
    assert found(base, "国際頭脳循環") == ["drain"]


def test_all_terms_must_be_there(searchable: EvidenceBase) -> None:
    assert found(searchable, "India 首脳会談") == ["visit"]
    assert found(searchable, "首脳会談 手引き") == []


def test_characters_must_stand_together(lite: EvidenceBase) -> None:
    filled(lite, *world(), action("a", "meet", "2025", actors=["US"], summary={"ja": "科学と学技と技術"}))
    assert found(lite, "科学技術") == []
    assert found(lite, "学技") == ["a"]


def test_the_second_clock_holds_for_search(searchable: EvidenceBase) -> None:
    later = Period("2025-09-01")
    filled(searchable, action("visit", "meet", "2025-03", actors=["US"], summary={"ja": "電話会談"}), known=later)
    assert "visit" in found(searchable, "首脳", known=KNOWN)
    assert "visit" not in found(searchable, "首脳")
    assert found(searchable, "電話会談") == ["visit"]
    assert found(searchable, "電話会談", known=KNOWN) == []


def test_kind_and_limit(searchable: EvidenceBase) -> None:
    assert found(searchable, "India", kind="actor") == ["IN"]
    hits = found(searchable, "India")
    assert len(hits) == len(set(hits))
    assert len(found(searchable, "India", limit=2)) == 2


@pytest.mark.parametrize(
    "text", ["'", '"', "a OR b", "NOT", "*", "(", "韓国' OR 1=1 --", "a:b", "&|!", "\\", "１２", "@us"]
)
def test_no_text_breaks_a_search(searchable: EvidenceBase, text: str) -> None:
    try:
        searchable.search(text)
    except BadInputError as error:
        assert "nothing to search for" in str(error)


def test_windows_of_two() -> None:
    assert words.words("科学技術と ai人材") == ["科学", "学技", "技術", "術と", "と", "ai", "人材", "材"]
    assert words.words("日本・韓国") == ["日本", "本", "韓国", "国"]


@pytest.mark.parametrize(
    ("text", "there"),
    [("日米印", True), ("訪印", True), ("印、日", True), ("印刷", False), ("調印", False), ("印象", False)],
)
def test_a_lone_kanji_is_a_country_only_in_its_place(text: str, there: bool) -> None:
    assert words.country_at(text, "印") is there
