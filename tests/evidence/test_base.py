import sqlite3
from datetime import UTC, datetime

import pytest
from evidence_samples import KNOWN, action, agreement, filled, source, world
from sqlalchemy import text

from dualtrack.errors import BadInputError, DualtrackError
from dualtrack.evidence import EvidenceBase, Receipt
from dualtrack.evidence.store import HEAD
from dualtrack.model import Period


def test_the_same_again_makes_no_revision(base: EvidenceBase) -> None:
    records = agreement()
    assert base.record(records, known=KNOWN, by="test") == Receipt(new=12)
    assert base.record(records, known=KNOWN, by="test") == Receipt(unchanged=12)
    changed = action("sta-2024-08", "lapse", "2024-08-27", object="sta")
    assert base.record([*records[:6], changed], known=KNOWN, by="test") == Receipt(changed=1, unchanged=6)
    assert [one.number for one in base.history("sta-2024-08")] == [1, 2]


def test_a_question_sees_what_was_surely_known_by_then(base: EvidenceBase) -> None:
    filled(base, *world(), action("meeting", "meet", "2025-03", actors=["US"]), known=Period("2025-05"))
    assert base.get("meeting", known=Period("2025-05-30")) is None
    assert base.get("meeting", known=Period("2025-05-31")) is not None
    assert base.get("meeting", known=Period("2025-05")) is not None
    assert base.get("meeting") is not None


def test_what_is_learnt_late_of_an_early_day_takes_its_place(base: EvidenceBase) -> None:
    filled(base, *world(), action("a", "meet", "2025-01", actors=["US"]), known=Period("2025-02-01"))
    filled(base, action("a", "meet", "2025-03", actors=["US"]), known=Period("2025-06-01"))
    filled(base, action("a", "meet", "2025-02", actors=["US"]), known=Period("2025-04-01"))
    seen = {day: base.get("a", known=Period(day)) for day in ("2025-01-31", "2025-03-01", "2025-05-01", "2025-07-01")}
    dates = {day: str(one.record.date) if one else None for day, one in seen.items()}  # type: ignore[union-attr]
    assert dates == {"2025-01-31": None, "2025-03-01": "2025-01", "2025-05-01": "2025-02", "2025-07-01": "2025-03"}


def test_known_must_have_an_end(base: EvidenceBase) -> None:
    with pytest.raises(BadInputError, match="by when it was known"):
        base.record(world(), known=Period("2025-01/.."), by="test")
    assert base.empty


def test_loading_again_does_not_undo_a_reviewer(base: EvidenceBase) -> None:
    filled(base, *agreement())
    base.set_status("sta-2024-08", "superseded", by="reviewer", known=KNOWN, reason="the other source is official")
    filled(base, *agreement())
    assert [(one.status, one.by) for one in base.history("sta-2024-08")] == [
        ("accepted", "test"),
        ("superseded", "reviewer"),
    ]


def test_history_tells_who_when_and_why(base: EvidenceBase) -> None:
    filled(base, *agreement())
    moment = datetime(2025, 7, 1, 9, 30, tzinfo=UTC)
    base.set_status(
        "sta-1979", "retracted", by="A. Reviewer", known=Period("2025-07-01"), reason="wrong year", at=moment
    )
    last = base.history("sta-1979")[-1]
    assert (last.status, last.by, last.reason, last.at) == (
        "retracted",
        "A. Reviewer",
        "wrong year",
        "2025-07-01T09:30:00Z",
    )
    assert base.get("sta-1979", known=KNOWN).status == "accepted"  # type: ignore[union-attr]


def test_a_status_of_nothing_is_refused(base: EvidenceBase) -> None:
    filled(base, *world())
    with pytest.raises(BadInputError, match="No record 'nothing'"):
        base.set_status("nothing", "accepted", by="x", known=KNOWN)
    with pytest.raises(BadInputError, match="no status"):
        base.set_status("US", "deleted", by="x", known=KNOWN)


def test_filters_narrow(base: EvidenceBase) -> None:
    filled(
        base,
        *agreement(),
        action("us-in", "meet", "2025-02-13", actors=["US"], partners=["IN"], themes=["talent"]),
    )

    def ids(**filters: object) -> list[str]:
        return [one.id for one in base.records("action", **filters)]  # type: ignore[arg-type]

    assert ids(actor="IN") == ["us-in"]
    assert ids(theme="talent") == ["us-in"]
    assert ids(verb="extend") == ["sta-2023-08", "sta-2024-02"]
    assert ids(object="sta", start=Period("2024-08")) == ["sta-2024-08", "sta-2025-01"]
    assert ids(end=Period("2023")) == ["sta-1979", "sta-2023-08"]
    assert ids(on=Period("2024-08-10")) == ["sta-2024-08"]
    assert ids(source="deck", known=Period("2025-06-25")) == []
    assert [one.id for one in base.timeline(actor="CN", verb="renew")] == ["sta-2025-01"]


def test_a_country_is_found_with_its_bodies(base: EvidenceBase) -> None:
    from evidence_samples import actor

    filled(base, *world(), actor("us-nsf", "funder", country="US"), action("cut", "cut", "2025", actors=["us-nsf"]))
    assert [one.id for one in base.timeline(actor="US")] == ["cut"]


def test_compare_counts_what_was_surely_done(base: EvidenceBase) -> None:
    filled(base, *agreement())
    counted = base.compare(on=Period("2024-08-10"), known=KNOWN)
    assert counted == [("CN", "extend", 2), ("CN", "sign", 1), ("US", "extend", 2), ("US", "sign", 1)]
    base.set_status("sta-2023-08", "retracted", by="x", known=Period("2025-07-01"))
    assert ("US", "extend", 1) in base.compare(on=Period("2025"), known=Period("2025-07-01"))
    assert ("US", "extend", 2) in base.compare(on=Period("2025"), known=KNOWN)
    assert base.compare(on=Period("2025"), known=Period("2020")) == []


def test_diff_is_an_editions_news(base: EvidenceBase) -> None:
    filled(base, *agreement())
    later = Period("2025-09-01")
    filled(
        base,
        action("new", "meet", "2025-08", actors=["US"]),
        action("sta-2024-08", "lapse", "2024-08-27", object="sta"),
        known=later,
    )
    base.set_status("sta-1979", "retracted", by="x", known=later)
    found = {one.id: (one.change, one.fields) for one in base.diff(KNOWN, later)}
    assert found == {"new": ("new", ()), "sta-2024-08": ("changed", ("date",)), "sta-1979": ("gone", ())}
    assert base.diff(later, later) == []
    assert {one.id: one.change for one in base.diff(later, KNOWN)} == {
        "new": "gone",
        "sta-2024-08": "changed",
        "sta-1979": "new",
    }


def test_signals_are_kept_and_counted(base: EvidenceBase) -> None:
    for _ in range(2):
        base.signal("stip-2021", "row 17", "unknown currency 'EURO'")
    base.signal("stip-2021", "row 9", "no country")
    assert [(one["place"], one["count"]) for one in base.signals()] == [("row 17", 2), ("row 9", 1)]


@pytest.mark.parametrize("change", ["UPDATE revision SET body = '{}'", "DELETE FROM revision"])
def test_the_database_itself_refuses_to_change_a_revision(base: EvidenceBase, change: str) -> None:
    filled(base, *world())
    with pytest.raises(DualtrackError, match="could not be read or written"), base.store.write() as connection:
        connection.execute(text(change))
    assert base.verify() == []


def test_a_failed_write_leaves_nothing(base: EvidenceBase) -> None:
    filled(base, *world())
    with pytest.raises(BadInputError):
        bad = action("bad", "meet", "2025", actors=["US"], cites=[])
        base.record([action("good", "meet", "2025", actors=["US"]), source("x"), bad], known=KNOWN, by="test")
    assert base.get("good") is None and base.get("x") is None


def test_a_base_opens_again_with_all_it_held(where: str) -> None:
    with EvidenceBase.open(where) as base:
        filled(base, *agreement())
    with EvidenceBase.open(where, create=False) as base:
        assert base.record(agreement(), known=KNOWN, by="test") == Receipt(unchanged=12)
        assert base.verify() == []


def test_many_are_written_as_few_are(base: EvidenceBase) -> None:
    records = [*world(), *(action(f"a{at}", "meet", f"20{at % 25:02}", actors=["US"]) for at in range(11_000))]
    records += [action("a5", "meet", "1999", actors=["US"])]
    assert base.record(records, known=KNOWN, by="test") == Receipt(new=11_006, changed=1)
    assert base.verify() == []
    assert base.compare(on=Period("2000"), known=KNOWN) == [("US", "meet", 441)]


def test_a_missing_base_is_said(tmp_path) -> None:
    with pytest.raises(BadInputError, match="no evidence base here"):
        EvidenceBase.open(tmp_path / "none.sqlite", create=False)
    other = tmp_path / "other.sqlite"
    other.write_text("not a database, but long enough to be looked at by SQLite as one" * 20)
    with pytest.raises(BadInputError, match="no evidence base"):
        EvidenceBase.open(other)


def test_a_base_of_a_newer_dualtrack_is_left_alone(tmp_path) -> None:
    path = tmp_path / "base.sqlite"
    EvidenceBase.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(BadInputError, match="newer Dualtrack"):
        EvidenceBase.open(path)


def test_the_head_is_the_newest_migration_and_makes_the_tables_of_the_schema(lite: EvidenceBase) -> None:
    from pathlib import Path

    from alembic.autogenerate import compare_metadata
    from alembic.config import Config
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    import dualtrack.evidence
    from dualtrack.evidence.schema import metadata

    config = Config()
    config.set_main_option("script_location", str(Path(dualtrack.evidence.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD
    with lite.store.read() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert [one for one in differences if "search" not in str(one)] == []


def test_an_id_belongs_to_one_kind(base: EvidenceBase) -> None:
    filled(base, *world())
    with pytest.raises(BadInputError, match="another kind"):
        filled(base, source("US"))
    with pytest.raises(BadInputError, match="another kind"):
        filled(base, source("same"), action("same", "meet", "2025", actors=["US"]))
