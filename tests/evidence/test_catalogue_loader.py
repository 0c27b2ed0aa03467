from pathlib import Path

import pytest

from dualtrack.errors import BadInputError, ManyErrors
from dualtrack.evidence import EvidenceBase, Receipt
from dualtrack.evidence.catalogue import load_catalogue, read_catalogue
from dualtrack.model import Action, Observation, Period

GOOD = """\
known: 2025-06-26
source: deck
sources:
  - {id: deck, title: {en: The deck}, url: "https://example.org/deck"}
actors:
  - {id: test-body, kind: funder, country: US, names: {en: A body of the test}, at: slide 2}
initiatives:
  - {id: test-agreement, type: agreement, parties: [US, NO], names: {en: An agreement}, at: slide 3}
actions:
  - {id: test-sign, verb: sign, actors: [US, NO], object: test-agreement, date: 2024-05, at: slide 4, also: [{source: deck, at: slide 5}]}
  - id: test-nominate
    verb: nominate
    actors: [test-body]
    date: 2025-05-26
    known: 2025-05-26
    at: slide 6
observations:
  - {id: test-budget, indicator: budget-request, subject: test-body, period: FY2026, value: {amount: 12.74, currency: USD}, change: -80.0%, at: slide 7}
"""

BAD = """\
known: 2025-06-26
source: deck
sources:
  - {id: deck, title: {en: The deck}}
actions:
  - {id: one, verb: sgin, actors: [US], date: 2024-05, at: slide 1}
  - {id: two, verb: sign, actors: [US], date: 2024-02-30, at: slide 1}
  - {id: three, verb: launch, actors: [US], date: 2024-05, amounts: [{amount: 54_000_000}], at: slide 1}
  - id: four
    verb: sign
    actors: [US]
    object: no-such-thing
    date: 2024-05
    at: slide 1
  - {id: five, verb: sign, actors: [US], date: 2024-05, at: slide 1, colour: red}
  - {id: six, verb: sign, actors: [US], date: 2024-05, at: slide 1}
  - {id: six, verb: sign, actors: [US], date: 2024-06, at: slide 1}
"""


def written(folder: Path, text: str) -> list[Path]:
    path = folder / "file.yaml"
    path.write_text(text, encoding="utf-8")
    return [path]


def test_shorthand_is_written_out(base: EvidenceBase, tmp_path: Path) -> None:
    load_catalogue(base, written(tmp_path, GOOD))
    signed = base.get("test-sign")
    assert signed is not None and isinstance(signed.record, Action)
    assert [(cite.source, cite.at) for cite in signed.record.cites] == [("deck", "slide 4"), ("deck", "slide 5")]
    assert signed.record.actors == ("US", "NO")
    assert signed.by == "catalogue" and signed.known == Period("2025-06-26")
    budget = base.get("test-budget")
    assert budget is not None and isinstance(budget.record, Observation)
    assert budget.record.period == Period("2025-10/2026-09")
    assert str(budget.record.value.amount) == "12.74"  # type: ignore[union-attr]
    nominated = base.get("test-nominate", known=Period("2025-05-26"))
    assert nominated is not None and base.get("test-sign", known=Period("2025-05-26")) is None


def test_loading_twice_changes_nothing(base: EvidenceBase, tmp_path: Path) -> None:
    paths = written(tmp_path, GOOD)
    first = load_catalogue(base, paths)
    assert first.new > 100 and first.changed == 0
    assert load_catalogue(base, paths) == Receipt(unchanged=first.new)
    assert base.verify() == []


def test_all_faults_are_told_and_nothing_is_loaded(base: EvidenceBase, tmp_path: Path) -> None:
    with pytest.raises(ManyErrors) as raised:
        load_catalogue(base, written(tmp_path, BAD))
    told = {str(one.facts["record"]): one for one in raised.value.errors if "record" in one.facts}
    places = {id: (one.facts["line"], one.facts["field"]) for id, one in told.items()}
    assert places == {
        "one": (6, "verb"),
        "two": (7, "date"),
        "three": (8, "amounts.0.currency"),
        "four": (12, "object"),
        "five": (15, "colour"),
    }
    assert "Did you mean sign" in told["one"].mend
    assert "no day of the calendar" in told["two"].what
    assert all(one.mend for one in raised.value.errors)
    assert all(str(one.facts["file"]).endswith("file.yaml") for one in raised.value.errors)
    twice = next(one for one in raised.value.errors if "stands twice" in one.what)
    assert twice.facts["line"] == 17
    assert len(raised.value.errors) == 6
    assert base.empty


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("known: 2025\nsource: d\nactions:\n  - {id: a, verb: [", "not YAML", 5),
        ("source: d\nactions:\n  - {id: a, verb: meet, actors: [US], date: 2025}", "does not say when it was known", 1),
        ("known: 2025\nfacts: []\n", "no list of records", 2),
        ("known: 2025\nsource: d\nactions:\n  - just words\n", "must be a mapping", 4),
        ("known: 2025/..\nsource: d\nactions: []\n", "by when it was known", 1),
        ("known: 2025\nsource: d\nactions:\n  - {id: a, id: b}\n", "stands twice", 4),
        ("known: 2025\nactions:\n  - {id: a, verb: meet, actors: [US], date: FY2026x}\n", "not a date", 3),
        (
            "known: 2025\nobservations:\n  - {id: a, indicator: rank, subject: g7, period: FY2026, value: {percent: 1}}\n",
            "different countries",
            3,
        ),
    ],
)
def test_other_faults_have_their_line(tmp_path: Path, text: str, said: str, line: int) -> None:
    with pytest.raises(ManyErrors) as raised:
        read_catalogue(written(tmp_path, text))
    found = [one for one in raised.value.errors if said in one.what]
    assert found and found[0].facts["line"] == line


def test_a_bare_number_is_no_amount(tmp_path: Path) -> None:
    text = GOOD.replace("value: {amount: 12.74, currency: USD}", "value: 12.74")
    with pytest.raises(ManyErrors, match="bare number"):
        read_catalogue(written(tmp_path, text))


def test_references_may_lead_into_the_base(lite: EvidenceBase, tmp_path: Path) -> None:
    load_catalogue(lite, written(tmp_path, GOOD))
    more = "known: 2025-07-01\nsource: deck\nactions:\n  - {id: more, verb: lapse, object: test-agreement, date: 2025-07, at: slide 9}\n"
    assert load_catalogue(lite, written(tmp_path, more)).new == 1


def test_missing_files_are_said(tmp_path: Path, lite: EvidenceBase) -> None:
    with pytest.raises(BadInputError, match="no such file"):
        load_catalogue(lite, [tmp_path / "none.yaml"])
    with pytest.raises(BadInputError, match="no YAML file"):
        load_catalogue(lite, [tmp_path])


def test_a_latin_1_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes("known: 2025 # é".encode("latin-1"))
    with pytest.raises(ManyErrors, match="UTF-8"):
        read_catalogue([path])
