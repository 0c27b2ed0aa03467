"""The rules on records, and documents held against them."""

from datetime import date
from pathlib import Path

import pytest

from dualtrack.checks import Options, check_record, check_text
from dualtrack.evidence import EvidenceBase
from dualtrack.model import Action, Initiative, Observation, Period, SourceRecord


def observation(before: int, after: int, change: str) -> Observation:
    return Observation.build(
        {"id": "x", "indicator": "budget-request", "subject": "us-nsf", "period": "2025-10/2026-09", "value": {"amount": after, "currency": "USD"},
         "baseline": {"amount": before, "currency": "USD"}, "change": change}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "change", "expected"),
    [(130_000_000, 162_000_000, "+24.7%", [("DT101", "note")]), (63_700_000, 12_740_000, "-80.0%", []), (130_000_000, 162_000_000, "+30%", [("DT101", "error")]),
     (162_000_000, 130_000_000, "+19.8%", [("DT101", "error")])],
)  # fmt: skip
def test_stated_changes_of_observations(before: int, after: int, change: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.rule, one.severity) for one in check_record(observation(before, after, change))] == expected


def action(**fields: object) -> Action:
    return Action.build(
        {"id": "gb-fund", "verb": "launch", "actors": ["GB"], "object": "uk-fund", "date": "2025-06-22"} | fields
    )


def test_glosses_terms_and_plans_of_actions() -> None:
    gloss = {"amount": 10_000_000_000, "currency": "JPY", "qualifier": "about"}
    assert check_record(action(amounts=[{"amount": 54_000_000, "currency": "GBP", "gloss": gloss}])) == []
    slip = gloss | {"amount": 1_000_000_000}
    assert [
        one.rule for one in check_record(action(amounts=[{"amount": 54_000_000, "currency": "GBP", "gloss": slip}]))
    ] == ["DT401"]
    assert [one.rule for one in check_record(action(term="P5Y", until="2035"))] == ["DT602"]
    planned = action(verb="plan-close", date="2025-07-01")
    assert [one.rule for one in check_record(planned, date(2025, 8, 1))] == ["DT1001"]
    assert check_record(planned, date(2025, 6, 26)) == []


@pytest.fixture
def base(tmp_path: Path) -> EvidenceBase:
    held = EvidenceBase.open(tmp_path / "base.sqlite")
    cites = [{"source": "press", "at": "paragraph 1"}]
    fund = {
        "id": "uk-fund",
        "type": "fund",
        "names": {"en": "Global Talent Fund", "ja": "グローバル人材基金"},
        "cites": cites,
    }
    launch = action(amounts=[{"amount": 54_000_000, "currency": "GBP"}], cites=cites)
    held.record(
        [SourceRecord.build({"id": "press", "title": {"en": "Press release"}}), Initiative.build(fund), launch],
        known=Period("2025-06-26"),
        by="test",
    )
    return held


def against(base: EvidenceBase, text: str) -> list[tuple[str, str]]:
    return [(one.rule, one.stated) for one in check_text(text, options=Options(select=("contradiction",), base=base))]


def test_a_document_is_held_against_accepted_records(base: EvidenceBase) -> None:
    assert against(base, "On 22 June 2025 the UK launched the £54 million Global Talent Fund.") == []
    assert against(base, "On 22 June 2025 the UK launched the £64 million Global Talent Fund.") == [
        ("DT1101", "£64 million")
    ]
    assert against(base, "On 3 May 2025 the UK launched the Global Talent Fund.") == [("DT1101", "3 May 2025")]
    assert against(base, "In June 2025 the UK launched the Global Talent Fund.") == []
    assert against(base, "On 3 May 2025 the UK launched the Faraday Fund of £64 million.") == []
    (finding,) = check_text("英国は6,400万ポンドのグローバル人材基金を設立した。", options=Options(base=base))
    assert "press paragraph 1" in finding.reason


@pytest.fixture
def measured(tmp_path: Path) -> EvidenceBase:
    held = EvidenceBase.open(tmp_path / "measured.sqlite")
    cites = [{"source": "oecd", "at": "table 1"}]
    rows = [
        Observation.build(
            {
                "id": f"kr-{year}",
                "indicator": "gerd-gdp-ratio",
                "subject": "KR",
                "period": year,
                "value": {"percent": share},
                "cites": cites,
            }
        )
        for year, share in (("2019", "4.63"), ("2021", "4.93"))
    ]
    held.record(
        [SourceRecord.build({"id": "oecd", "title": {"en": "MSTI"}}), *rows], known=Period("2023-03-01"), by="test"
    )
    return held


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2019 the R&D intensity of Korea was 4.63%.", ["4.63% (2019)"]),
        ("2019年の韓国の研究開発費の対GDP比は4.63％である。", ["4.63％ (2019年)"]),
        ("In 2021 the R&D intensity of Korea was 4.93%.", []),
        ("In 2019 the R&D intensity of Korea was 4.63%. By 2021 the R&D intensity of Korea had reached 4.93%.", []),
        ("In 2019 the R&D intensity of Japan was 3.2%.", []),
        ("In 2019 Korea raised its budget by 4.63%.", []),
    ],
)
def test_figures_that_records_have_overtaken(measured: EvidenceBase, text: str, expected: list[str]) -> None:
    found = check_text(text, options=Options(select=("DT1003",), base=measured))
    assert [one.stated for one in found] == expected
    assert all("oecd table 1" in one.reason and "4.93" in one.computed for one in found)
