import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from evidence_samples import KNOWN, action, agreement, filled

from dualtrack.errors import BadInputError, ManyErrors
from dualtrack.evidence import EvidenceBase, exchange
from dualtrack.model import Observation, Period


def exported(base: EvidenceBase, history: bool = False) -> str:
    out = io.StringIO()
    exchange.write_lines(exchange.exported(base, history=history), out)
    return out.getvalue()


@pytest.fixture
def lived(base: EvidenceBase) -> EvidenceBase:
    """A base with revisions of all sorts."""
    money = [
        {
            "amount": "54000000",
            "currency": "GBP",
            "over": "P5Y",
            "gloss": {"amount": "1e10", "currency": "JPY", "qualifier": "about"},
        }
    ]
    budget = Observation.build(
        {
            "id": "budget",
            "indicator": "budget-request",
            "subject": "US",
            "period": "2025-10/2026-09",
            "value": {"amount": "12.74", "currency": "USD"},
            "baseline": {"amount": "63.7", "currency": "USD", "as": "previous-year"},
            "change": "-80.0%",
            "cites": [{"source": "deck", "at": "slide 16"}],
        }
    )
    filled(base, *agreement(), action("fund", "launch", "2025-06-22", actors=["US"], amounts=money), budget)
    filled(base, action("sta-2024-08", "lapse", "2024-08-27", object="sta"), known=Period("2025-07-01"))
    base.set_status("sta-1979", "retracted", by="reviewer", known=Period("2025-08"), reason="wrong")
    return base


def test_a_line_has_the_agreed_form(lived: EvidenceBase) -> None:
    lines = {line["id"]: line for line in map(json.loads, exported(lived).splitlines())}
    assert lines["fund"] == {
        "id": "fund",
        "kind": "action",
        "status": "accepted",
        "recorded_at": "2025-06-26",
        "by": "test",
        "revision": 1,
        "body": {
            "id": "fund",
            "cites": [{"source": "deck", "at": "slide 4"}],
            "verb": "launch",
            "actors": ["US"],
            "date": "2025-06-22",
            "amounts": [
                {
                    "amount": "54000000",
                    "currency": "GBP",
                    "over": "P5Y",
                    "gloss": {"amount": "10000000000", "currency": "JPY", "qualifier": "about"},
                }
            ],
        },
    }
    retracted = lines["sta-1979"]
    assert (retracted["status"], retracted["revision"], retracted["reason"]) == ("retracted", 2, "wrong")


@pytest.mark.parametrize("history", [False, True])
def test_what_was_exported_comes_back_the_same(lived: EvidenceBase, tmp_path: Path, history: bool) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(exported(lived, history), encoding="utf-8")
    with EvidenceBase.open(tmp_path / "copy.sqlite") as copy:
        first = exchange.import_records(copy, path)
        assert first.total == len(path.read_text(encoding="utf-8").splitlines())
        assert exported(copy, history) == path.read_text(encoding="utf-8")
        assert copy.verify() == []
        again = exchange.import_records(copy, path)
        assert (again.new, again.changed) == (0, 0)
        if history:
            assert copy.history("sta-2024-08") == lived.history("sta-2024-08")
            assert exported(copy) == exported(lived)


def test_bad_lines_are_refused_with_their_numbers(lite: EvidenceBase, tmp_path: Path) -> None:
    good = '{"id":"s","kind":"source","status":"accepted","recorded_at":"2025","body":{"id":"s","title":{"en":"S"}}}'
    lines = [
        good,
        "{not json",
        "[1]",
        '{"id":"a","kind":"source"}',
        good.replace('"kind":"source"', '"kind":"sauce"'),
        good.replace('"status":"accepted"', '"status":"fine"'),
        good.replace('"recorded_at":"2025"', '"recorded_at":"2025-02-30"'),
        good.replace('"body":{"id":"s"', '"body":{"id":"t"'),
        good.replace('"title":{"en":"S"}', '"titel":{"en":"S"}'),
        good.replace('"kind"', '"colour":1,"kind"'),
    ]
    path = tmp_path / "bad.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ManyErrors) as raised:
        exchange.import_records(lite, path)
    assert sorted({int(str(one.facts["line"])) for one in raised.value.errors}) == [2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert lite.empty


def test_tables_leave_as_arrow(lived: EvidenceBase) -> None:
    duckdb = pytest.importorskip("duckdb")
    amounts = lived.table("amounts")
    actions = lived.table("actions", known=KNOWN)  # noqa: F841 - DuckDB finds it by its name
    assert amounts.column("amount").to_pylist() == [Decimal("54000000.000000")]
    rows = duckdb.sql("SELECT verb, count(*) FROM actions GROUP BY verb ORDER BY verb").fetchall()
    assert rows == [("extend", 2), ("lapse", 1), ("launch", 1), ("renew", 1), ("sign", 1)]
    lapse = duckdb.sql("SELECT date, date_first, date_last FROM actions WHERE verb = 'lapse'").fetchall()[0]
    assert [str(part) for part in lapse] == ["2024-08", "2024-08-01", "2024-08-31"]
    budget = lived.table("observations").to_pylist()[0]
    assert (budget["value"], budget["unit"], budget["baseline"], budget["change"]) == (
        Decimal("12.74"),
        "USD",
        Decimal("63.7"),
        Decimal("-80.0"),
    )
    names = lived.table("names").to_pylist()
    assert {"id": "IN", "language": "ja", "name": "インド"}.items() <= next(
        one for one in names if one["name"] == "インド"
    ).items()
    with pytest.raises(BadInputError, match="no table"):
        lived.table("nothing")


def test_csv_and_parquet_hold_the_same_rows(lived: EvidenceBase, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    exchange.write_tables(lived, tmp_path / "csv", "csv")
    exchange.write_tables(lived, tmp_path / "pq", "parquet")
    for name in exchange.TABLES:
        with (tmp_path / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        table = parquet.read_table(tmp_path / "pq" / f"{name}.parquet")
        assert [row["id"] for row in rows] == table.column("id").to_pylist()
        assert list(rows[0]) == table.column_names
