"""Mentions: the cases the issue names, edges, languages, surroundings, and offsets that always hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.codebook import codebook
from dualtrack.extraction import Mention, distinct, find_mentions
from support import seed_text


def ids(text: str, language: str | None = None, country: str | None = None) -> list[str]:
    """Ids of actors and initiatives in order; open ones as their candidates joined."""
    found = find_mentions(text, language, country)
    return [m.id or "|".join(m.candidates) for m in found if m.kind in ("actor", "initiative")]


def quotes(text: str, language: str | None = None) -> list[tuple[str, str | None]]:
    return [(m.quote, m.id) for m in find_mentions(text, language) if m.kind in ("actor", "initiative")]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("米は協定を結んだ。英、仏も続く。", "ja", ["US", "GB", "FR"]),
        ("米国は協定を結んだ。", "ja", ["US"]),
        ("米政府は協定を結んだ。", "ja", ["US"]),
        ("The U.S. renewed the deal.", "en", ["US"]),
        ("Washington renewed the deal with Beijing.", "en", ["US", "CN"]),
        ("訪印した大臣は印刷物を配った。", "ja", ["IN"]),
        ("日米韓の協力", "ja", ["JP", "US", "KR"]),
        ("欧州委員会はERCに、DSITは科技・学術審議会に答えた。", "ja", ["eu-commission", "eu-erc", "gb-dsit", "jp-cst"]),
        ("JST、科学技術振興機構、国立研究開発法人科学技術振興機構", "ja", ["jp-jst"] * 3),
        ("英語、仏教、独立、独自、中央、加盟、豪華、印刷", "ja", []),
        ("contact us, tell us, about us; it is who we are", "en", []),
        ("CONTACT US today", "en", []),
        ("The US and the UK", "en", ["US", "GB"]),
        ("focus on neue woman's iran-free area", "en", []),
        ("deutsche und französischen Partner, auf Deutsch", "de", ["DE", "FR"]),
        ("les universités américaines et un Américain", "fr", ["US", "US"]),
        ("한국의 대학과 미국에서는", "ko", ["KR", "US"]),
        ("发展中国家与中国", "zh", ["CN"]),
        ("España y los Países Bajos firmaron con la Unión Europea", "es", ["ES", "NL", "EU"]),
        ("Il Giappone e la Francia con gli Stati Uniti", "it", ["JP", "FR", "US"]),
        ("a Alemanha e os Estados Unidos assinaram com a Índia", "pt", ["DE", "US", "IN"]),
    ],
)
def test_what_a_text_names(text: str, language: str, expected: list[str]) -> None:
    assert ids(text, language) == expected


def test_the_longest_name_wins() -> None:
    assert quotes("全米科学財団の米国科学財団", "ja") == [("全米科学財団", "us-nsf"), ("米国科学財団", "us-nsf")]
    assert quotes("インドネシアとインド", "ja") == [("インドネシア", "ID"), ("インド", "IN")]


def test_an_agreement_and_the_countries_in_its_name_are_both_named() -> None:
    assert ids("米中科学技術協力協定", "ja") == ["us-cn-science-technology-agreement", "US", "CN"]


def test_places_and_quotes_of_a_run_are_its_own() -> None:
    text = "先週、日米韓が"
    assert [(m.start, m.end, m.quote) for m in find_mentions(text, "ja")] == [(3, 4, "日"), (4, 5, "米"), (5, 6, "韓")]


def test_a_legal_form_belongs_to_the_name() -> None:
    assert quotes("(国研)理研と独立行政法人日本学術振興会", "ja") == [
        ("(国研)理研", "jp-riken"),
        ("独立行政法人日本学術振興会", "jp-jsps"),
    ]


def test_full_width_letters_are_read() -> None:
    assert quotes("ＪＳＴとＮＳＦ", "ja") == [("ＪＳＴ", "jp-jst"), ("ＮＳＦ", "us-nsf")]


def test_names_in_addresses_are_passed_over() -> None:
    assert ids("See https://example.org/EU/NSF and write to info@nsf.gov", "en") == []


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("The NRF of Korea opened a call.", None, ["kr-nrf", "KR"]),
        ("The NRF in Pretoria, South Africa, opened a call.", None, ["za-nrf", "ZA"]),
        (
            "The National Research Foundation of Korea (NRF) met Singapore officials; the NRF agreed.",
            None,
            ["kr-nrf", "kr-nrf", "SG", "kr-nrf"],
        ),
        ("The NRF opened a call.", "SG", ["sg-nrf"]),
        ("The NRF opened a call.", None, ["kr-nrf|sg-nrf|za-nrf"]),
        ("The rate of ICE melt", None, []),
        ("ICE deleted the visa records of students", None, ["us-ice"]),
    ],
)
def test_an_ambiguous_acronym_is_decided_by_its_surroundings_or_left_open(text, country, expected) -> None:
    assert ids(text, "en", country) == expected


def test_an_open_mention_carries_its_candidates() -> None:
    (mention,) = find_mentions("NRF", "en")
    assert mention.id is None and mention.as_dict()["candidates"] == ["kr-nrf", "sg-nrf", "za-nrf"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Washington.", []),
        ("Washington, D.C., hosted it.", []),
        ("the University of Washington", []),
        ("Washington and Tokyo signed it.", ["US", "JP"]),
        ("ties between London and New Delhi", ["GB", "IN"]),
        ("Beijing has warned against it.", ["CN"]),
        ("A workshop in Paris and Berlin", []),
    ],
)
def test_a_capital_stands_for_its_government_only_where_it_acts(text: str, expected: list[str]) -> None:
    assert ids(text, "en") == expected


def test_a_ministry_of_another_country_is_not_ours() -> None:
    assert ids("蒙古国教育部发布公告。", "zh") == ["MN"]
    assert ids("教育部发布公告。", "zh") == ["cn-moe"]
    assert ids("Canada's Department of Energy", "en") == ["CA"]


def test_mentions_do_not_flood() -> None:
    mentions = find_mentions(
        "NSF said that NSF would ask the NSF and the National Science Foundation. India too.", "en"
    )
    grouped = distinct(mentions)
    assert list(grouped) == ["us-nsf", "IN"]
    assert [m.quote for m in grouped["us-nsf"]] == ["NSF", "NSF", "NSF", "National Science Foundation"]


def test_technologies_and_themes_are_named_too() -> None:
    found = {(m.kind, m.id) for m in find_mentions("量子と半導体の国際頭脳循環", "ja")}
    assert {("technology", "quantum"), ("technology", "semiconductors"), ("theme", "talent-mobility")} <= found


def test_as_dict_has_the_keys_of_the_interface() -> None:
    mention = find_mentions("印度与中国", "zh")[0]
    assert mention.as_dict() == {"quote": "印度", "start": 0, "end": 2, "kind": "actor", "id": "IN"}


def test_every_form_of_every_country_is_found_in_its_language() -> None:
    book = codebook()
    missed = []
    for form in book.naming.forms:
        if form.id not in book.countries or form.sort not in ("name", "alias") or len(form.text) < 2:
            continue
        if form.text in book.ambiguities or form.language not in ("ja", "en", "ko", "zh", "de", "fr"):
            continue
        if not any(m.id == form.id for m in find_mentions(form.text, form.language)):
            missed.append(form)
    assert [form for form in missed if not form.text.startswith(("the ", "The "))] == []


def test_the_seed_names_whom_it_names() -> None:
    grouped = distinct(find_mentions(seed_text(), "ja"))
    bodies = {
        "jp-jst",
        "jp-jst-crds",
        "us-ostp",
        "us-nsf",
        "us-nih",
        "gb-dsit",
        "eu-erc",
        "oecd-cstp",
        "oecd-gsf",
        "fmstan",
        "ingsa",
    }
    assert {"US", "GB", "EU", "KR", "IN", "JP", "CN", "DE", "FR", "EG", "SG", "CA", "AU", "NZ"} | bodies <= set(grouped)


def test_nothing_in_nothing() -> None:
    assert find_mentions("") == [] and find_mentions("\n \t") == []


FRAGMENTS = st.sampled_from(
    ["米", "日", "中", "印", "韓", "国", "政府", "訪", "の", "、", "・", "US", "U.S.", "EU", " ", "\n", "JST", "ＮＳＦ", "’s", "미", "한",
     "중", "방", "华", "对", "deutsche", "-", "İ", "ﬃ", "𝔘", "NRF", "Washington", "and", "China", "(", ")", "://", "www.", "\u3000"]
)  # fmt: skip


@given(
    st.lists(st.one_of(FRAGMENTS, st.text(max_size=4)), max_size=30),
    st.sampled_from([None, "ja", "en", "ko", "zh", "de", "fr", "sv"]),
)
def test_offsets_always_hold(parts: list[str], language: str | None) -> None:
    text = "".join(parts)
    place: dict[str, int] = {}
    for mention in find_mentions(text, language):
        assert text[mention.start : mention.end] == mention.quote and mention.quote
        assert mention.start >= place.get(mention.kind, 0)
        place[mention.kind] = mention.end
        assert (mention.id is None) == bool(mention.candidates)


@given(st.text(max_size=60))
def test_the_same_text_gives_the_same_mentions(text: str) -> None:
    assert find_mentions(text) == find_mentions(text)


def test_a_mention_is_a_small_frozen_value() -> None:
    mention = Mention(0, 2, "米国", "actor", "US")
    with pytest.raises(AttributeError):
        mention.id = "JP"  # type: ignore[misc]
    assert not hasattr(mention, "__dict__")
