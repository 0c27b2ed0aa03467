"""Waves against each other, countries side by side, what is alike: on made-up waves, by arithmetic done by hand."""

from collections.abc import Iterator
from math import exp, sqrt
from pathlib import Path

import pytest
from tests.sources.waves import line, write

from dualtrack.analysis import compare, expand_themes, like, rca_interval, wave_diff, waves, wilson
from dualtrack.evidence import EvidenceBase
from dualtrack.model import Period
from dualtrack.observatory.importing import import_stip


@pytest.fixture
def base(tmp_path: Path) -> Iterator[EvidenceBase]:
    first = write(
        tmp_path / "w2017.csv",
        line(1, NameEnglish="Mobility of researchers", ShortDescription="Grants for researchers going abroad"),
        line(2, YearlyBudgetRange="1M-5M"),
        line(3, EndDateYear="2018"),
        line(4, CountryLabel="Korea", TH25="0", TH55="1"),
    )
    second = write(
        tmp_path / "w2019.csv",
        line(1, 2019, NameEnglish="Mobility of researchers", ShortDescription="Grants for researchers going abroad"),
        line(2, 2019, YearlyBudgetRange="5M-20M"),
        line(4, 2019, CountryLabel="Korea", TH25="0", TH55="1", NameEnglish="A NEW NAME"),
        line(
            5,
            2019,
            CountryLabel="Korea",
            NameEnglish="Researcher mobility grants",
            ShortDescription="Researchers abroad",
        ),
    )
    with EvidenceBase.open(tmp_path / "base.sqlite") as opened:
        import_stip(opened, [first, second])
        yield opened


def test_a_wave_twice_changes_nothing(base: EvidenceBase, tmp_path: Path) -> None:
    (again,) = import_stip(base, [tmp_path / "w2017.csv"])
    assert (again.receipt.new, again.receipt.changed) == (0, 0)
    assert [str(wave) for wave in waves(base)] == ["2017", "2019"]


def test_what_2017_knew_is_still_known(base: EvidenceBase) -> None:
    assert base.get("stip-4", known=Period("2017")).record.names.en == "PROGRAMME 4"  # type: ignore[union-attr]
    assert base.get("stip-4").record.names.en == "A NEW NAME"  # type: ignore[union-attr]
    assert base.get("stip-5", known=Period("2017")) is None


def test_changes_between_waves(base: EvidenceBase) -> None:
    counts = wave_diff(base, Period("2017"), Period("2019")).counts
    counts = counts() if callable(counts) else counts
    assert (counts["new"], counts["ended"], counts["renamed"], counts["budget changed"]) == (1, 1, 1, 1)


def test_shares_and_specialisation(base: EvidenceBase) -> None:
    found = compare(base, ["JP", "KR"], ["TH25"]).as_dict()
    text = str(found)
    assert "JP" in text and "KR" in text


def test_intervals_by_hand() -> None:
    assert wilson(0, 0) is None
    low, high = wilson(5, 10)  # type: ignore[misc]
    assert (round(low, 4), round(high, 4)) == (0.2366, 0.7634)
    rca, spread = (10 / 88) / (400 / 5663), 1.96 * sqrt(1 / 10 - 1 / 88 + 1 / 400 - 1 / 5663)
    low, high = rca_interval(10, 88, 400, 5663)  # type: ignore[misc]
    assert low == pytest.approx(rca * exp(-spread), rel=1e-3) and high == pytest.approx(rca * exp(spread), rel=1e-3)


def test_a_theme_of_the_codebook_stands_for_its_survey_codes() -> None:
    assert "TH25" in expand_themes(["TH25"])["TH25"]
    assert "TH55" in expand_themes(["talent-mobility"])["talent-mobility"]


def test_who_does_something_like_this(base: EvidenceBase) -> None:
    found = like(base, "stip-1")
    assert found and found[0].as_dict()["id"] == "stip-5"
