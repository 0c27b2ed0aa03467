"""What all commands share: output formats, tables, JSON, progress, and how errors reach a person."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, NoReturn

import typer

from dualtrack.errors import DualtrackError

_PIPE_WIDTH = 160
"""Columns of a table that goes to a file or another program, where no terminal says its width."""

EXIT_GOOD, EXIT_FINDINGS, EXIT_BAD_INPUT = 0, 1, 2


class Format(StrEnum):
    """How a command prints its answer."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class Language(StrEnum):
    """The language of labels and messages."""

    JA = "ja"
    EN = "en"


_NOTHING = {Language.JA: "該当なし", Language.EN: "nothing found"}
_HEADS_JA = {
    "actors": "主体",
    "base": "基盤",
    "by": "担当",
    "change": "変化",
    "changed": "変更",
    "confidence": "確度",
    "count": "件数",
    "deed": "行為",
    "date": "日付",
    "definition": "定義",
    "field": "項目",
    "fields": "項目",
    "id": "ID",
    "kind": "種類",
    "label": "名称",
    "name": "名称",
    "new": "新規",
    "object": "対象",
    "partners": "相手",
    "place": "箇所",
    "quote": "引用",
    "reason": "理由",
    "recorded_at": "把握日",
    "revision": "改訂",
    "score": "得点",
    "source": "出典",
    "sources": "出典",
    "state": "状態",
    "status": "扱い",
    "summary": "要旨",
    "title": "題名",
    "unchanged": "変更なし",
    "value": "値",
    "what": "内容",
    "who": "当事者",
}
"""Column titles in Japanese; a column that is not here keeps its field name."""

FormatOption = Annotated[Format, typer.Option("--format", help="How to print: a table for people, JSON or CSV.")]
LanguageOption = Annotated[Language, typer.Option("--lang", help="Language of names and messages.")]
BaseOption = Annotated[
    str | None,
    typer.Option(
        "--base",
        envvar="DUALTRACK_BASE",
        help="SQLite file or postgresql:// URL; without it, a base in your data folder, made on first use.",
        show_default=False,
    ),
]
OnOption = Annotated[str | None, typer.Option("--on", help="When it holds in the world (EDTF, such as 2025-06).")]
KnownOption = Annotated[str | None, typer.Option("--known", help="What was known by then (EDTF); all if absent.")]


def emit(
    rows: Iterable[Mapping[str, Any]],
    format_: Format,
    *,
    columns: Sequence[str] = (),
    lang: Language = Language.EN,
    title: str = "",
) -> None:
    """Print rows as a table, a JSON array or CSV.

    Args:
        rows: One mapping a row; nested values are kept in JSON and written as text elsewhere.
        format_: The format asked for.
        columns: The columns of tables and CSV, in order; by default those of the first row. JSON has all fields.
        lang: The language of the column titles that people see; CSV keeps the field names.
        title: The title of the table.
    """
    found = [dict(row) for row in rows]
    if format_ is Format.JSON:
        emit_json(found)
        return
    names = list(columns) or (list(found[0]) if found else [])
    if format_ is Format.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([[_cell(row.get(name)) for name in names] for row in found])
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, header_style="bold", title_justify="left")
    for name in names:
        table.add_column(_HEADS_JA.get(name, name) if lang is Language.JA else name, overflow="fold")
    for row in found:
        table.add_row(*(Text(_cell(row.get(name))) for name in names))
    console = Console(width=None if sys.stdout.isatty() else _PIPE_WIDTH)
    console.print(table if found else _NOTHING[lang], markup=False, highlight=False)


def emit_json(value: object) -> None:
    """Print one JSON document, UTF-8, indented."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(_cell(part) for part in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def fail(error: DualtrackError, as_json: bool = False) -> NoReturn:
    """Show what happened, the facts and the mend on standard error; exit 2. Nobody sees a traceback."""
    if as_json:
        print(json.dumps(error.as_dict(), ensure_ascii=False, indent=2), file=sys.stderr)
    else:
        print(f"dualtrack: {error}", file=sys.stderr)
    raise SystemExit(EXIT_BAD_INPUT)


def group(app: typer.Typer, name: str, help_: str) -> typer.Typer:
    """The sub-command group of this name, made on first asking, so that several modules may add to it."""
    for known in app.registered_groups:
        if known.name == name and known.typer_instance is not None:
            return known.typer_instance
    made = typer.Typer(name=name, help=help_, no_args_is_help=True, rich_markup_mode="markdown")
    app.add_typer(made, name=name)
    return made
