"""The built-in catalogue holds every fact of the seed deck, cited, in Japanese and English, in our own words."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml

from dualtrack.evidence import EvidenceBase
from dualtrack.evidence.catalogue import Read, builtin_paths, load_catalogue, read_catalogue
from dualtrack.model import Period, Text, kind_of
from dualtrack.model.base import Value
from support import seed_text

DECK = "crds-2025-06-26"
SLIDES = [f"slide {number}" for number in range(1, 23)]


@cache
def catalogue() -> dict[str, Read]:
    return {read.record.id: read for read in read_catalogue(builtin_paths())}


def texts(value: object, path: str = "") -> Iterator[tuple[str, Text]]:
    """Every text in a record, with the field it stands in."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part, path)
    elif isinstance(value, Value):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), f"{path}.{name}".strip("."))


def places(id: str) -> set[str]:
    """The slides of the deck that a record cites."""
    return {cite.at for cite in catalogue()[id].record.cites if cite.source == DECK}


def told(id: str) -> str:
    """All that a record says, with the names of what it is about, as one line."""
    body = catalogue()[id].record.as_dict()
    line = json.dumps(body, ensure_ascii=False)
    about = catalogue().get(body.get("object") or body.get("subject") or "")
    return line + json.dumps(about.record.as_dict(), ensure_ascii=False) if about else line


def record(id: str) -> Any:
    return catalogue()[id].record


def test_counts() -> None:
    counts = Counter(kind_of(read.record) for read in catalogue().values())
    assert counts["action"] >= 150
    assert counts["observation"] >= 60
    assert counts["source"] >= 25


def test_actors_and_initiatives_that_the_base_holds(tmp_path: Any) -> None:
    with EvidenceBase.open(tmp_path / "base.sqlite") as base:
        load_catalogue(base)
        assert sum(1 for kind in ("actor", "initiative") for _ in base.records(kind)) >= 250
        assert load_catalogue(base).new == 0


def test_every_record_cites_a_slide_or_is_the_deck() -> None:
    wrong = [id for id in catalogue() if id != DECK and not places(id) & set(SLIDES)]
    assert wrong == []


def test_every_slide_with_content_is_cited() -> None:
    cited = set().union(*(places(id) for id in catalogue()))
    assert cited == set(SLIDES)


def test_every_text_is_in_japanese_and_english() -> None:
    lacking = [
        (id, at) for id, read in catalogue().items() for at, text in texts(read.record) if not (text.ja and text.en)
    ]
    assert lacking == []


def test_every_action_and_observation_says_in_words_what_it_is() -> None:
    silent = [id for id, read in catalogue().items() if getattr(read.record, "summary", True) is None]
    assert silent == []


def test_one_file_one_deck_and_known_by_its_day() -> None:
    for path in builtin_paths():
        head = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert head["source"] == DECK, path
        assert str(head["known"]) == ("2025-05-26" if path.name == "07-us-people.yaml" else "2025-06-26")


def test_links_printed_on_the_slides_stand_exactly_as_printed() -> None:
    seed = seed_text().replace("\\_", "_").replace("&amp;", "&")
    for id, read in catalogue().items():
        if url := getattr(read.record, "url", ""):
            assert url in seed, id
    linked = {read.record.url for read in catalogue().values() if kind_of(read.record) == "source" and read.record.url}
    printed = re.findall(r"https?://[^\s)<\"」]+", seed)
    lost = [url for url in printed if not any(one.startswith(url.rstrip("」")) for one in linked)]
    assert lost == []


NAMES = ("names", "title", "aliases")


def test_texts_are_our_own_words() -> None:
    """No run of 25 characters, mostly Japanese, stands both in a text of ours and on the slides; names are names."""
    seed = _even(seed_text())
    runs = {seed[at : at + 25] for at in range(len(seed) - 24)}
    copied = []
    for id, read in catalogue().items():
        for at, text in texts(read.record):
            if at.split(".")[-1] in NAMES:
                continue
            ours = _even(text.ja or "")
            pieces = {ours[start : start + 25] for start in range(len(ours) - 24)} & runs
            copied += [
                (id, at, piece) for piece in pieces if len(re.findall(r"[\u3040-\u30ff\u4e00-\u9fff]", piece)) > 12
            ]
    assert copied == []


def _even(text: str) -> str:
    return re.sub(r"[\s*]", "", text)


# Read by hand from the slides: the place, then what one record citing it must say, all of it.
FACTS = [
    ("slide 1", "2025-06-26", "国際戦略委員会", "13th term"),
    ("slide 2", "Latest developments", "米国"),
    ("slide 4", "2023", "oecd-cstp", "securitisation", "移民"),
    ("slide 4", "2022-10", "US", "デュアルトラック", "rivals"),
    ("slide 4", '"1979"', '"US"', '"CN"', "P5Y"),
    ("slide 4", "2023-08", "extend", "P6M"),
    ("slide 4", "2024-02", "extend", "P6M"),
    ("slide 4", "2024-08", "lapse"),
    ("slide 4", "2025-01", "renew", "basic research only"),
    ("slide 4", "2023", '"EU"', "Promoting", "Partnering"),
    ("slide 4", "2023", '"GB"', "統合レビュー", "気候変動"),
    ("slide 5", "2023-05", "g7", "広島AIプロセス"),
    ("slide 5", "2023-09", "g20", "首席科学顧問"),
    ("slide 5", "2024-09", "g20", "オープンイノベーション"),
    ("slide 5", "2022-05", "quad", "サプライチェーン"),
    ("slide 5", "2024-01", "quad-fellowship", "asean"),
    ("slide 5", "2023-05", "quad", "農業"),
    ("slide 5", "2023-11", "ipef", "sign"),
    ("slide 5", "2023-11", "ipef", "clean-energy"),
    ("slide 5", "2024-04", "aukus", '"JP"', "hypersonics"),
    ("slide 5", "2024-04", "oecd-cstp", "パリ"),
    ("slide 5", "2025-02", "us-aaas", "gb-royal-society"),
    ("slide 5", "2023-03", "g7", "Washington"),
    ("slide 5", "2022-10", "Kyoto"),
    ("slide 5", "2023-09", "Kyoto"),
    ("slide 5", "2024-10", "Kyoto"),
    ("slide 5", "2024-08", '"AU"', '"CA"', '"NZ"', '"GB"', '"US"'),
    ("slide 5", "2025-01", "fmstan-chair", "leave"),
    ("slide 6", "2020/2022", '"IN"', "top-1-percent", '"3"'),
    ("slide 6", "2020/2022", '"IN"', "top-10-percent", '"3"'),
    ("slide 6", '"IN"', "ユニコーン", '"3"'),
    ("slide 6", "in-iisc", "AI"),
    ("slide 6", "in-iitb", "物理学"),
    ("slide 6", "人口ボーナス"),
    ("slide 6", '"SG"', "研究セキュリティ"),
    ("slide 6", '"MY"', "人材"),
    ("slide 6", '"TH"', "人材"),
    ("slide 6", '"VN"', "研究開発"),
    ("slide 6", '"ID"', "研究開発"),
    ("slide 6", '"PH"', "研究開発"),
    ("slide 7", "2022-05", '"US"', '"IN"', "agree"),
    ("slide 7", "2025-02-13", '"IN"', "21世紀の米印コンパクト"),
    ("slide 7", "2024-07", '"GB"', '"IN"', "重要鉱物", "先端材料"),
    ("slide 7", "2024-07", "7000000", "GBP", "1400000000", "JPY"),
    ("slide 7", "2022-11", "asean", "包括的戦略的パートナーシップ"),
    ("slide 7", "2023-12", "us-asean-center", "open"),
    ("slide 7", "2022-12", '"EU"', "asean", "デジタル"),
    ("slide 8", "2025-01", "oecd-sti-director", '"JP"'),
    ("slide 8", "2022-01", "us-dhs", "永住権"),
    ("slide 8", "2022-09", "us-nstc", "低・中所得国"),
    ("slide 8", "2022-10/2023-09", "78", "about", '"IN"', "H-1B"),
    ("slide 8", "2020-02", '"GB"', "launch"),
    ("slide 8", "2022-05", "37", "gb-home-office", "北京"),
    ("slide 8", "2022", '"IN"', "学生ビザ", "rank"),
    ("slide 8", "2024", "3000", '"IN"'),
    ("slide 8", "2025-06", "20000000000", "JPY", "gb-dsit"),
    ("slide 8", "2023-09-01", '"DE"', "二重国籍"),
    ("slide 8", "2024-10", "de-bmas", "Fachkräftestrategie Indien"),
    ("slide 9", "As open as possible, as closed as necessary", "差別"),
    ("slide 9", "2025-03-12", "jp-jst", "シンポジウム"),
    ("slide 10", "2024-07", "g7", "ボローニャ"),
    ("slide 10", "g7-virtual-academy", "open"),
    ("slide 10", "2024-05", "eu-council", "adopt", "学問の自由"),
    ("slide 10", "2025-02", "oecd-gsf", "launch"),
    ("slide 13", "2025-03-26", "donald-trump", "michael-kratsios"),
    ("slide 13", "2025-04-14", "Austin"),
    ("slide 13", "2025-05-19", "us-nas", "ゴールドスタンダード"),
    ("slide 13", "2025-05-23", "issue", "再現", "利益相反"),
    ("slide 14", "ethan-klein", "nominate", "2025-05-26", "CTO"),
    ("slide 14", "david-sacks", "office-us-digital-asset-working-group-chair"),
    ("slide 14", "lynne-parker", "office-us-pcast-executive-director"),
    ("slide 14", "kelvin-droegemeier", "2017-01-20/2021-01-20"),
    ("slide 14", "maria-zuber", "co-chair"),
    ("slide 15", "4700", "us-ice"),
    ("slide 15", "2025-04-25", "ease"),
    ("slide 15", "2025-06-06", "us-state", "us-harvard"),
    ("slide 15", "-60", "us-nsf", "管理職"),
    ("slide 15", '"37"', '"8"', "us-nsf"),
    ("slide 15", "3600", "2023-10/2024-09"),
    ("slide 15", "400000000", "USD", "at least"),
    ("slide 15", '"75"', "at least", "2025-03"),
    ("slide 16", "163000000000", "USD", "2025-05-02"),
    ("slide 16", "34000000000", "21000000000", '"61"'),
    ("slide 16", "3908000000", "7334000000", "-46.7"),
    ("slide 16", "3903000000", "-56.9"),
    ("slide 16", "-60.8", "NSF"),
    ("slide 16", "10000000", "13500000", "-25.9"),
    ("slide 16", "12740000", "63700000", "-80.0"),
    ("slide 16", "7092000000", "-13.9"),
    ("slide 16", "395000000", "900000000", "-56.1"),
    ("slide 16", "162000000", "130000000", "24.7"),
    ("slide 16", "200000000", "460000000", "-56.5"),
    ("slide 16", "27500000000", "us-nih"),
    ("slide 16", "us-ligo", "plan-close", "1基"),
    ("slide 16", "us-nih-niaid", "us-nih-nia", "us-nih-nci"),
    ("slide 17", "who", "plan-withdraw", '"US"'),
    ("slide 17", "us-usaid", "close"),
    ("slide 17", "2025-07-01", "us-state-stc", "plan-close", "CERN"),
    ("slide 17", "2025-02-07", '"JP"', "quantum", "semiconductors"),
    ("slide 18", "2025-04-30", "sudip-parikh", "中国"),
    ("slide 18", "2025-06-03", "marcia-mcnutt", "150", "2000"),
    ("slide 18", '"1945"', "vannevar-bush"),
    ("slide 18", '"1950"', "us-nsf"),
    ("slide 19", "2025-05-15", "eu-erc"),
    ("slide 19", "2025-04-10", '"EG"', "associate"),
    ("slide 19", "2025-02-27/2025-02-28", "FTA", '"2025"'),
    ("slide 19", "ekaterina-zaharieva", "jitendra-singh"),
    ("slide 19", "de-1000-koepfe", '"DE"'),
    ("slide 20", "2025-06-22", "54000000", "GBP", "P5Y", "10000000000"),
    ("slide 20", "25000000", "GBP", "AI"),
    ("slide 20", "2025-05", "30000000", "up to", "P2Y", "gb-royal-society"),
    ("slide 20", "100000000", "over", "20000000000"),
    ("slide 20", "22600000000", "year", "2029"),
    ("slide 20", "2000000000", "over", "ai"),
    ("slide 20", "2800000000", "P10Y"),
    ("slide 20", "2025-06-23", "Life sciences", "Creative industries"),
    ("slide 21", "2023-08", "キャンプ・デービッド", "太平洋島嶼国"),
    ("slide 21", "2024-04", '"KR"', "sign", "覚書"),
    ("slide 21", "2025-02", "hydrogen", '"4"'),
    ("slide 21", "2022-11", "한·EU 디지털 파트너십"),
    ("slide 21", "2023-06", "quantum", "標準化"),
    ("slide 21", "2023-05", "한·EU 그린 파트너십"),
    ("slide 21", "2025-01", '"KR"', "eu-horizon-europe", "pillar II only"),
    ("slide 22", "Conclusion 1", "quantum"),
    ("slide 22", "Conclusion 4", "research-security"),
    ("slide 22", "Outlook 2", '"CA"'),
    ("slide 22", "Outlook 3"),
]


@pytest.mark.parametrize("fact", FACTS, ids=" | ".join)
def test_a_fact_of_the_seed_is_held(fact: tuple[str, ...]) -> None:
    slide, *words = fact
    found = [id for id in catalogue() if slide in places(id) and all(word in told(id) for word in words)]
    assert found, f"no record citing {slide} says all of {words}"


def test_the_worked_examples() -> None:
    fund = record("uk-global-talent-fund-launch").amounts[0]
    assert (fund.amount, fund.currency, fund.over.text) == (54_000_000, "GBP", "P5Y")
    assert (fund.gloss.amount, fund.gloss.currency, fund.gloss.qualifier) == (10_000_000_000, "JPY", "about")
    oise = record("nsf-oise-2026-request")
    assert (oise.subject, oise.period.edtf, oise.stage) == ("us-nsf-oise", "2025-10/2026-09", "requested")
    assert (oise.value.amount, oise.baseline.value.amount, oise.baseline.kind) == (
        12_740_000,
        63_700_000,
        "previous-year",
    )
    assert str(oise.change.value) == "-80.0"


def test_what_the_seed_leaves_doubtful_stays_as_it_is_with_a_note() -> None:
    doubtful = (
        "us-nih-2026-request",
        "us-doe-ber-2026-request",
        "us-doe-isotope-2026-request",
        "us-dod-rdte-2026-request",
        "us-nsf-oise-focus-2026",
        "jst-research-security-symposium-2025-03-mistyped",
        "us-eo-gold-standard-science",
        "uk-global-talent-fund-launch",
        "uk-global-talent-total",
        "uk-india-future-telecoms-call-launch",
        "us-india-icet-agree",
        "crds-international-cooperation-report-2025",
    )
    assert [id for id in doubtful if record(id).note is None] == []
    assert record("us-nih-2026-request").change is None
    assert "www.ist.go.jp" in record("jst-research-security-symposium-2025-03-mistyped").url


def test_cross_references_of_the_slides() -> None:
    assert "slide 20" in places(record("uk-industrial-strategy-india").see[0])
    assert "slide 7" in places("uk-industrial-strategy-india")
    assert any("slide 20" in places(id) for id in record("uk-talent-package-2025").see)
    assert "slide 8" in places("uk-talent-package-2025")


LISTS = {
    "us-eo-gold-standard-science": 9,
    "us-letter-to-kratsios-2025": 3,
    "us-nas-state-of-the-science-2025": 7,
    "uk-industrial-strategy-2025": 8,
    "uk-india-technology-security-initiative": 7,
    "kr-eu-digital-partnership": 7,
    "eu-economic-security-strategy": 3,
    "eu-council-recommendation-research-security": 5,
    "dual-track-approach": 2,
    "us-india-compact": 4,
}


@pytest.mark.parametrize(("id", "parts"), LISTS.items())
def test_lists_are_whole(id: str, parts: int) -> None:
    assert len(record(id).elements) == parts


# What EXAMPLES of the design ask of the states, on the catalogue itself.
STATES = [
    ("us-cn-science-technology-agreement", "2023-06-15", "2025-06-26", "in force (renewed every five years)"),
    ("us-cn-science-technology-agreement", "2023-11-01", "2025-06-26", "in force, extended to 2024-02"),
    ("us-cn-science-technology-agreement", "2024-05-01", "2025-06-26", "in force, extended to 2024-08"),
    ("us-cn-science-technology-agreement", "2024-10-01", "2025-06-26", "lapsed since 2024-08"),
    (
        "us-cn-science-technology-agreement",
        "2025-03-01",
        "2025-06-26",
        "in force, renewed 2025-01, scope: basic research only",
    ),
    ("office-us-cto", "2025-06-26", "2025-06-26", "nominated, confirmation pending (as of 2025-05-26)"),
    ("us-state-stc", "2025-08-01", "2025-06-26", "due 2025-07-01, not confirmed"),
]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EvidenceBase]:
    with EvidenceBase.open(tmp_path_factory.mktemp("catalogue") / "base.sqlite") as opened:
        load_catalogue(opened)
        yield opened


@pytest.mark.parametrize(("object", "on", "known", "words"), STATES)
def test_states_of_the_worked_examples(base: EvidenceBase, object: str, on: str, known: str, words: str) -> None:
    assert words in [state.label.en for state in base.state(object, on=Period(on), known=Period(known))]


def test_nothing_was_known_before_the_deck(base: EvidenceBase) -> None:
    day = Period("2024-10-01")
    told = base.state("us-cn-science-technology-agreement", on=day, known=day)
    assert [state.label.en for state in told] == ["nothing known"]
