"""Names: enough of them, in the languages promised, each meaning one thing unless the codebook says what decides."""

import pytest

from dualtrack.codebook import codebook, countries_cldr
from dualtrack.codebook.naming import ANY, plain
from dualtrack.model import LANGUAGES

BOOK = codebook()


def test_there_are_enough_bodies_and_programmes() -> None:
    assert sum(name.kind is not None for name in BOOK.names.values()) >= 300
    assert sum(name.type is not None for name in BOOK.names.values()) >= 60


def test_the_main_bodies_of_g20_eu_oecd_and_asean_are_there() -> None:
    have = {name.country for name in BOOK.names.values() if name.kind}
    everyone = {who for group in ("g20", "eu", "oecd", "asean") for who in BOOK.members_on(group, "2025-12")}
    assert everyone - have - {"african-union", "CY", "MT", "TL"} == set()


def test_parents_and_owners_are_known() -> None:
    known = set(BOOK.entities) | set(BOOK.countries)
    assert {name.parent for name in BOOK.names.values() if name.parent} <= known
    assert {name.owner for name in BOOK.names.values() if name.owner} <= known
    assert {name.country for name in BOOK.names.values() if name.country} <= set(BOOK.countries)


def test_country_names_are_those_of_cldr() -> None:
    assert countries_cldr.PATH.read_text(encoding="utf-8") == countries_cldr.text_of(countries_cldr.generate())


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("US", ("米国", "United States", "미국", "美国", "Vereinigte Staaten", "États-Unis")),
        ("GB", ("英国", "United Kingdom", "영국", "英国", "Vereinigtes Königreich", "Royaume-Uni")),
        ("KR", ("韓国", "South Korea", "한국", "韩国", "Südkorea", "Corée du Sud")),
        ("EU", ("欧州連合", "European Union", "유럽 연합", "欧盟", "Europäische Union", "Union européenne")),
    ],
)
def test_a_country_in_six_languages(code: str, names: tuple[str, ...]) -> None:
    assert tuple(BOOK.countries[code].get(language) for language in LANGUAGES) == names


def test_no_form_means_two_things_unless_the_codebook_says_what_decides() -> None:
    meanings: dict[tuple[str, str], set[str]] = {}
    for form in BOOK.naming.forms:
        if form.sort in ("name", "alias", "acronym"):
            meanings.setdefault((form.text, form.language), set()).add(form.id)
    everywhere = {text: ids for (text, language), ids in meanings.items() if language == ANY}
    unsaid = {}
    for (text, language), ids in meanings.items():
        several = ids | everywhere.get(text, set())
        if len(several) > 1 and language in (ANY, *LANGUAGES):
            rule = BOOK.ambiguities.get(text)
            if rule is None or set(rule.ids) != several:
                unsaid[text] = sorted(several)
    assert unsaid == {}


def test_what_decides_refers_to_names_there_are() -> None:
    forms = {form.text for form in BOOK.naming.forms}
    known = set(BOOK.entities) | set(BOOK.countries)
    for rule in BOOK.ambiguities.values():
        assert rule.id in forms, rule.id
        assert set(rule.ids) <= known and set(rule.near) <= set(rule.ids)
        assert rule.otherwise in ("open", "none", *rule.ids)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("科学技術振興機構", "jp-jst"),
        ("国立研究開発法人科学技術振興機構", "jp-jst"),
        ("ＪＳＴ", "jp-jst"),
        ("国立研究開発法人 物質・材料研究機構", "jp-nims"),
        ("(国研)産業技術総合研究所", "jp-aist"),
        ("Siemens AG", "de-siemens"),
        ("Rapidus株式会社", "jp-rapidus"),
        ("japan science and technology agency", "jp-jst"),
        ("과학기술정보통신부", "kr-msit"),
        ("Bundesministerium für Bildung und Forschung", "de-bmftr"),
        ("科技部", "cn-most"),
        ("印", "IN"),
        ("Deutschland", "DE"),
        ("Commission européenne", "eu-commission"),
    ],
)
def test_a_name_means_its_body(text: str, id: str) -> None:
    assert BOOK.ids_named(text) == {id}


def test_a_term_of_a_theme_is_said_in_other_languages() -> None:
    told = BOOK.said_elsewhere("国際頭脳循環")
    assert {"brain circulation", "두뇌순환", "人才流动"} <= told
    assert "頭脳循環" not in told
    assert "green card" not in BOOK.said_elsewhere("visa")
    assert BOOK.said_elsewhere("no term") == frozenset()


def test_synonyms_cross_languages() -> None:
    assert {"インド", "印", "인도", "印度", "Indien", "Inde"} <= BOOK.synonyms("India")
    assert {"JST", "Japan Science and Technology Agency"} <= BOOK.synonyms("科学技術振興機構")
    assert "India" not in BOOK.synonyms("India")
    assert BOOK.synonyms("nobody of that name") == frozenset()


def test_names_of_every_kind_of_id() -> None:
    assert BOOK.name_of("gb-dsit", "en") == "Department for Science, Innovation and Technology"
    assert BOOK.name_of("sign", "ja") == "署名する"
    assert BOOK.name_of("research-security", "ja") == "研究セキュリティ"
    assert BOOK.name_of("no-such-id", "en") is None


def test_names_are_compared_without_case_and_width() -> None:
    assert plain("ＮＳＦ\u3000 Oﬃce") == "nsf office"
