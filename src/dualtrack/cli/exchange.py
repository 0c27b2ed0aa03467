"""The commands that bring records in and out whole: export, import records, backup, verify, signals."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dualtrack.cli.shared import (
    EXIT_FINDINGS,
    BaseOption,
    Format,
    FormatOption,
    KnownOption,
    emit,
    emit_json,
    group,
)
from dualtrack.errors import BadInputError


class ExportFormat(StrEnum):
    """What an export is written as."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (export, backup, verify, signals):
        app.command(command.__name__)(command)
    group(app, "import", "Bring records in.").command("records")(import_records)


def export(
    format_: Annotated[
        ExportFormat, typer.Option("--format", help="Records one a line, or tables as CSV or Parquet.")
    ] = ExportFormat.JSONL,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="File, or folder for all tables; standard output if absent."),
    ] = None,
    table: Annotated[
        str | None, typer.Option("--table", help="For CSV: only this table, to standard output.", show_default=False)
    ] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Only this kind of record.", show_default=False)] = None,
    status: Annotated[
        list[str] | None, typer.Option("--status", help="Only these statuses; all if absent.", show_default=False)
    ] = None,
    history: Annotated[bool, typer.Option("--history", help="All revisions, in the order of writing.")] = False,
    known: KnownOption = None,
    base: BaseOption = None,
) -> None:
    """Write all records, one a line as JSON, or all tables as CSV or Parquet.

    Each line of jsonl is `{"id", "kind", "status", "recorded_at", "by", "revision", "body"}`; `dualtrack import
    records` reads it back the same.

    Examples:
        dualtrack export --format jsonl > records.jsonl
        dualtrack export --format jsonl --history -o all-revisions.jsonl
        dualtrack export --format parquet -o tables/
        dualtrack export --format csv --table actions
    """
    from dualtrack.evidence import STATUSES, exchange
    from dualtrack.model import Period
    from dualtrack.observatory import keeping

    seen_at = Period.parse(known) if known else None
    with keeping.open_base(base) as opened:
        if format_ is ExportFormat.JSONL:
            found = exchange.exported(opened, kind=kind, known=seen_at, history=history, status=status or STATUSES)
            if output is None:
                exchange.write_lines(found, sys.stdout)
                return
            with output.open("w", encoding="utf-8") as out:
                count = exchange.write_lines(found, out)
            print(f"{output}: {count} records", file=sys.stderr)
        elif format_ is ExportFormat.CSV and output is None:
            if table is None:
                raise BadInputError(
                    "CSV has one table a file", mend="Name one with --table, or a folder with --output."
                )
            exchange.write_csv(opened, table, sys.stdout, known=seen_at)
        elif output is None:
            raise BadInputError("Parquet is not written to standard output", mend="Name a folder with --output.")
        else:
            for path in exchange.write_tables(opened, output, format_.value, known=seen_at):
                print(path, file=sys.stderr)


def import_records(
    file: Annotated[Path, typer.Argument(help="What `export --format jsonl` wrote.", show_default=False)],
    base: BaseOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Read exported records back, in one transaction; the same again changes nothing.

    A line that is wrong is told with its number and how to mend it, and then nothing is imported.

    Examples:
        dualtrack import records records.jsonl --base copy.sqlite
    """
    from dualtrack.evidence import exchange
    from dualtrack.observatory import keeping

    with keeping.open_base(base) as opened:
        receipt = exchange.import_records(opened, file)
    row = {"new": receipt.new, "changed": receipt.changed, "unchanged": receipt.unchanged}
    emit([row], format_) if format_ is not Format.JSON else emit_json(row)


def backup(
    file: Annotated[Path, typer.Argument(help="The new file; its archive goes to <file>.archive.", show_default=False)],
    base: BaseOption = None,
) -> None:
    """Copy the whole base, with its archived documents, to a new file, while others go on using it.

    Examples:
        dualtrack backup 2025-06-26.sqlite
    """
    from dualtrack.observatory import keeping

    with keeping.open_base(base, create=False) as opened:
        opened.backup(file)
    print(file)


def verify(base: BaseOption = None, format_: FormatOption = Format.TABLE) -> None:
    """Check base and archive: file, projections by replay, hashes, quotes, references. Exit 1 if something is wrong.

    Examples:
        dualtrack verify
    """
    from dualtrack.observatory import keeping

    with keeping.open_base(base, create=False) as opened:
        problems = opened.verify()
    rows = [
        {"what": one.what, "mend": one.mend, "facts": {k: str(v) for k, v in one.facts.items()}} for one in problems
    ]
    if rows or format_ is not Format.TABLE:
        emit(rows, format_)
    else:
        print("The base and its archive are sound.")
    if problems:
        raise typer.Exit(EXIT_FINDINGS)


def signals(base: BaseOption = None, format_: FormatOption = Format.TABLE) -> None:
    """List input that was not understood: source, place, what, how often. Nothing is guessed or dropped.

    Examples:
        dualtrack signals --format csv
    """
    from dualtrack.observatory import keeping

    with keeping.open_base(base, create=False) as opened:
        emit(opened.signals(), format_, columns=("source", "place", "what", "count"))
