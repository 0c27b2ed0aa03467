"""Exchange: records leave one a line as JSON and come back the same; tables leave as CSV or Parquet.

A line is ``{"id", "kind", "status", "recorded_at", "by", "revision", "reason"?, "at"?, "body": {...}}``:
``recorded_at`` is the second clock in EDTF, ``body`` the record with ISO dates (EDTF), decimal amounts as strings,
ISO currency and country codes.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from dualtrack.errors import BadInputError, DualtrackError, ManyErrors
from dualtrack.evidence.base import EvidenceBase
from dualtrack.evidence.ledger import Entry
from dualtrack.evidence.revision import STATUSES, Receipt, Revision, check_kind, check_status
from dualtrack.evidence.tables import TABLES, columns
from dualtrack.model import RECORD_TYPES, Period

_NEEDED = ("id", "kind", "status", "recorded_at", "body")
_ALLOWED = frozenset((*_NEEDED, "by", "revision", "reason", "at"))


def exported(
    base: EvidenceBase,
    *,
    kind: str | None = None,
    known: Period | None = None,
    history: bool = False,
    status: Iterable[str] = STATUSES,
) -> Iterator[Revision]:
    """What is held at ``known``, of any status, or with ``history`` all revisions in the order of writing."""
    if not history:
        yield from base.records(kind, known=known, status=status)
        return
    wanted = set(status)
    for revision in base.everything():
        if (kind is None or revision.kind == kind) and revision.status in wanted:
            yield revision


def write_lines(revisions: Iterable[Revision], out: TextIO) -> int:
    """Write revisions one a line; the answer is how many."""
    count = 0
    for revision in revisions:
        out.write(json.dumps(revision.as_dict(), ensure_ascii=False, separators=(",", ":")))
        out.write("\n")
        count += 1
    return count


def write_csv(base: EvidenceBase, name: str, out: TextIO, *, known: Period | None = None) -> int:
    """Write one table as CSV, lists joined by spaces; the answer is the number of rows."""
    found = columns(base, name, known)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(found)
    count = 0
    for row in zip(*found.values(), strict=True):
        writer.writerow(" ".join(cell) if isinstance(cell, list) else cell for cell in row)
        count += 1
    return count


def write_tables(base: EvidenceBase, folder: Path, format_: str, *, known: Period | None = None) -> list[Path]:
    """Write every table into a folder as ``csv`` or ``parquet``; the answer is the files.

    Raises:
        MissingExtraError: Parquet without pyarrow.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in TABLES:
        path = folder / f"{name}.{format_}"
        if format_ == "csv":
            with path.open("w", encoding="utf-8", newline="") as out:
                write_csv(base, name, out, known=known)
        else:
            table = base.table(name, known=known)
            from pyarrow import parquet

            parquet.write_table(table, path)
        written.append(path)
    return written


def read_lines(lines: Iterable[str], file: str) -> list[Entry]:
    """Read exported lines.

    Raises:
        ManyErrors: Some are wrong; each error names its line.
    """
    entries: list[Entry] = []
    errors: list[DualtrackError] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entries.append(_entry(line, file, number))
        except ManyErrors as error:
            errors += error.errors
        except DualtrackError as error:
            error.facts.update(file=file, line=number)
            errors.append(error)
    if errors:
        raise ManyErrors(f"{len(errors)} faults in the file; nothing was imported", errors, file=file)
    return entries


def import_records(base: EvidenceBase, path: Path) -> Receipt:
    """Import what ``write_lines`` wrote, in one transaction; the same again changes nothing.

    Raises:
        ManyErrors: Some lines are wrong; nothing was imported.
        EvidenceError: The evidence of a record does not hold here (a document that is not in this archive).
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError("The file cannot be read as UTF-8 text", file=path, because=error) from None
    return base.write(read_lines(text.splitlines(), str(path)), "restore")


def _entry(line: str, file: str, number: int) -> Entry:
    data = _parsed(line)
    if missing := [name for name in _NEEDED if name not in data]:
        raise BadInputError(
            f"The line lacks '{missing[0]}'", mend=f"A line has {', '.join(_NEEDED)}.", field=missing[0]
        )
    if unknown := sorted(data.keys() - _ALLOWED):
        raise BadInputError(f"'{unknown[0]}' is no field of a line", mend="Remove it.", field=unknown[0])
    kind = check_kind(str(data["kind"]))
    record = RECORD_TYPES[kind].build(data["body"], file=file, line=number, record=data["id"])
    if record.id != data["id"]:
        raise BadInputError(
            f"The line is of '{data['id']}' but its body of '{record.id}'", mend="Make them one.", field="id"
        )
    return Entry(
        record,
        Period(str(data["recorded_at"])),
        str(data.get("by", "import")),
        check_status(str(data["status"])),
        str(data.get("reason", "")),
        str(data.get("at", "")),
        int(data.get("revision", 0)),
    )


def _parsed(line: str) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadInputError(f"The line is not JSON: {error.msg}", mend="Give one JSON object a line.") from None
    if not isinstance(data, dict):
        raise BadInputError("The line is not a JSON object", mend='Write {"id": ..., "kind": ...}.')
    return data
