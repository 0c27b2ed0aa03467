"""STIP waves: every row and column accounted for, doubts signalled, the real waves whole."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.sources.waves import HEAD, LABELS, line, write

from dualtrack.errors import BadInputError
from dualtrack.model import Action, Actor, Initiative, Observation
from dualtrack.sources import read_wave
from dualtrack.sources.stip_records import native_name
from support import shared_data


def _records(path: Path, kind: type) -> list:
    return [record for record in read_wave(path).records() if isinstance(record, kind)]


def test_one_initiative_with_two_instruments(tmp_path: Path) -> None:
    path = write(
        tmp_path / "w.csv",
        line(7, StartDateYear="2015", EndDateYear="2016", Objectives1="Aim one", F36="1"),
        line(7, StartDateYear="2015", EndDateYear="2016", Objectives1="Aim one", InstrumentTypeCode="PI006"),
    )
    (initiative,) = _records(path, Initiative)
    assert initiative.id == "stip-7" and initiative.themes == ("TH25",)
    assert [(i.code, i.facets) for i in initiative.instruments] == [("PI007", ("F36:V2",)), ("PI006", ())]
    assert [text.en for text in initiative.elements] == ["Aim one"]
    assert initiative.evaluated is False and initiative.structural_reform is False
    actions = {action.id: (action.verb, str(action.date)) for action in _records(path, Action)}
    assert actions["stip-7-end"] == ("end", "2016") and actions["stip-7-start"][1] == "2015"


def test_an_end_after_the_wave_is_a_plan(tmp_path: Path) -> None:
    path = write(tmp_path / "w.csv", line(7, EndDateYear="2025"))
    assert [(a.verb, str(a.date)) for a in _records(path, Action)] == [("plan-close", "2025")]


@pytest.mark.parametrize(
    ("cell", "low", "high", "qualifier"),
    [
        ("Less than 1M", 0, 1_000_000, None),
        ("1M-5M", 1_000_000, 5_000_000, None),
        ("100M-500M", 100_000_000, 500_000_000, None),
        ("More than 500M", 500_000_000, None, "over"),
    ],
)
def test_budget_ranges_are_euros_a_year(tmp_path: Path, cell: str, low: int, high: int | None, qualifier: str) -> None:
    (found,) = _records(write(tmp_path / "w.csv", line(7, YearlyBudgetRange=cell)), Observation)
    money = found.value
    assert (money.amount, money.currency, money.per, money.qualifier) == (Decimal(low), "EUR", "year", qualifier)
    assert money.upper == (None if high is None else Decimal(high))


def test_a_local_budget_has_the_currency_of_its_country(tmp_path: Path) -> None:
    (found,) = _records(write(tmp_path / "w.csv", line(7, YearlyBudgetLocalCurrency="950000.0000000000")), Observation)
    assert (found.value.amount, found.value.currency) == (Decimal(950_000), "JPY")


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ({"YearlyBudgetLocalCurrency": "5.0000000000"}, "column local budget"),
        ({"YearlyBudgetLocalCurrency": "lots"}, "column local budget"),
        ({"YearlyBudgetRange": "some"}, "column budget range"),
        ({"StartDateYear": "20117"}, "column start year"),
        ({"EndDateYear": "1900"}, "column end year"),
        ({"StartDateYear": "2018", "EndDateYear": "2015"}, "years"),
        ({"InternetLinks1": "see the ministry"}, "links"),
        ({"CountryLabel": "Atlantis"}, "column country"),
        ({"TH55": "maybe"}, "column TH55"),
        ({"HasBeenEvaluated": "perhaps"}, "column evaluated"),
        ({"NameEnglish": ""}, "initiative 7"),
    ],
)
def test_dirt_is_signalled_and_nothing_is_lost(tmp_path: Path, cells: dict[str, str], place: str) -> None:
    wave = read_wave(write(tmp_path / "w.csv", line(7, **cells)))
    assert [r.id for r in wave.records() if isinstance(r, Initiative)] == ["stip-7"]
    assert place in {signal.place for signal in wave.signals}


@pytest.mark.parametrize(
    ("country", "original", "found"),
    [
        ("Japan", "帰国助成", ("ja", "帰国助成")),
        ("Belgium - Flanders", "Beurzen", ("", "")),
        ("Brazil", "Bolsas", ("pt", "Bolsas")),
        ("Japan", "J-STAGE", ("", "")),
        ("Brazil", "RETURN GRANTS", ("", "")),
        ("Nowhere", "Bolsas", ("", "")),
    ],
)
def test_a_name_is_in_the_one_language_of_its_country(country: str, original: str, found: tuple[str, str]) -> None:
    assert native_name({"name": "Return grants", "country": country, "original": original}) == found


def test_bodies_are_one_across_spellings(tmp_path: Path) -> None:
    path = write(
        tmp_path / "w.csv",
        line(7, NameResponsibleOrganisation="Agency of Deep Sea Studies (ADSS;深海庁)¬ (;)"),
        line(8, NameResponsibleOrganisation="The Agency for Deep Sea Studies (;)"),
    )
    (agency,) = _records(path, Actor)
    assert agency.country == "JP" and "ADSS" in agency.aliases
    assert {initiative.owners for initiative in _records(path, Initiative)} == {(agency.id,)}


def test_regions_and_countries(tmp_path: Path) -> None:
    path = write(
        tmp_path / "w.csv", line(7, CountryLabel="Belgium - Flanders"), line(8, CountryLabel="", CountryCode="KOR")
    )
    assert [(i.parties, i.region) for i in _records(path, Initiative)] == [(("BE",), "Flanders"), (("KR",), "")]


def test_a_later_wave_with_other_columns_loads(tmp_path: Path) -> None:
    head = [*HEAD, "AccessibleTo", "TH104", "PP010:V0507"]
    labels = [*LABELS, "Who may apply", "Research security", "Focus: Research"]
    row = [*line(9, 2023, CountryCode="JPN"), "anyone", "1", "1"]
    wave = read_wave(write(tmp_path / "w.csv", row, head=head, labels=labels))
    assert str(wave.year) == "2023" and wave.labels["TH104"] == "Research security"
    (initiative,) = [record for record in wave.records() if isinstance(record, Initiative)]
    assert initiative.themes == ("TH25", "TH104") and initiative.instruments[0].facets == ("PP010:V0507",)
    assert [(s.place, s.count) for s in wave.signals] == [("column AccessibleTo", 1)]


def test_columns_are_known_by_their_labels_too(tmp_path: Path) -> None:
    head = ["X1", "X2", "X3", "X4"]
    labels = ["Policy Initiative URI", "Year of the survey", "English name", "Country name"]
    wave = read_wave(write(tmp_path / "w.csv", ["u/12", "2021", "A name", "Japan"], head=head, labels=labels))
    assert [entry.number for entry in wave.entries] == ["12"]


def test_labels_that_do_not_stand_under_their_columns_are_left_out(tmp_path: Path) -> None:
    bare_bars = [*LABELS[:20], "Governance", "Strategy", *LABELS[21:]]
    wave = read_wave(write(tmp_path / "w.csv", line(7), labels=bare_bars))
    assert [entry.number for entry in wave.entries] == ["7"] and wave.labels == {}
    assert [signal.place for signal in wave.signals] == ["labels"]


def test_what_is_no_wave_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    path.write_text("a|b\nc|d\n1|2\n", encoding="utf-8")
    with pytest.raises(BadInputError, match="no STIP wave"):
        read_wave(path)


@pytest.mark.parametrize(
    ("year", "initiatives", "rows", "columns"), [("2017", 5352, 6216, 841), ("2019", 5663, 7706, 827)]
)
def test_the_published_waves_are_whole(year: str, initiatives: int, rows: int, columns: int) -> None:
    wave = read_wave(shared_data(f"stip/STIP_Survey-{year}.csv.gz"))
    assert (str(wave.year), len(wave.entries), wave.row_count) == (year, initiatives, rows)
    assert len(wave.columns) == columns and "not understood" not in wave.columns.values()
    assert sum(entry.rows for entry in wave.entries) == rows
