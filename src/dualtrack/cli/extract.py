"""``dualtrack extract``: the typed values of a document and what it tells of."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from dualtrack.cli.shared import EXIT_GOOD, Format, FormatOption, emit, emit_json


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("extract")(extract)


def extract(
    file: Annotated[Path, typer.Argument(help="The document; - reads standard input.", show_default=False)],
    published: Annotated[
        str | None,
        typer.Option("--published", help="When it was published (EDTF): what 'last year' means.", show_default=False),
    ] = None,
    country: Annotated[
        str | None,
        typer.Option("--country", help="ISO 3166 code it speaks from: what $ and FY2026 mean.", show_default=False),
    ] = None,
    name: Annotated[
        str, typer.Option("--name", help="File name to go by, for standard input.", show_default=False)
    ] = "",
    language_model: Annotated[
        bool, typer.Option("--language-model", help="Also ask the model that DUALTRACK_LLM_URL and _MODEL name.")
    ] = False,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Print every amount, percentage, date and name in a document, and the actions and figures it tells of.

    Reads Japanese, English, Korean, Chinese, German and French. Nothing is stored: to keep what is found, use
    `dualtrack add`. Offsets count characters of the text that `dualtrack read` prints.

    Examples:
        dualtrack extract deck.pptx
        dualtrack extract report.pdf --format json --country US
        echo '予算は100億円(20%増)' | dualtrack extract -
    """
    from dualtrack.observatory.documents import extract as extract_document
    from dualtrack.observatory.documents import read_document

    source: Path | bytes = typer.get_binary_stream("stdin").read() if str(file) == "-" else file
    document = read_document(source, name=name, published=published)
    found = extract_document(document, country, language_model=language_model)
    if format_ is Format.JSON:
        emit_json(found.as_dict())
    else:
        emit(_rows(found.as_dict()), format_, columns=("kind", "start", "quote", "value", "detail"))
    for signal in found.document.signals:
        typer.echo(f"signal: {signal}", err=True)
    raise typer.Exit(EXIT_GOOD)


def _rows(found: dict[str, Any]) -> list[dict[str, Any]]:
    rows = []
    for kind in ("money", "percentages", "counts", "dates", "mentions", "actions", "observations"):
        rows += [_row(kind, item) for item in found[kind]]
    return sorted(rows, key=lambda row: row["start"])


def _row(kind: str, item: dict[str, Any]) -> dict[str, Any]:
    shown: dict[str, Callable[[], tuple[str, object]]] = {
        "money": lambda: (f"{item['currency'] or '?'} {item['amount']}", item["qualifier"]),
        "percentages": lambda: (f"{item['value']} {'points' if item['points'] else '%'}", item["direction"]),
        "counts": lambda: (f"{item['amount']} {item['unit'] or item['kind']}", item["qualifier"]),
        "dates": lambda: (item["edtf"], "inferred" if item["inferred"] else None),
        "mentions": lambda: (item["id"] or "open", item["kind"]),
        "actions": lambda: (
            f"{', '.join(item['actors'])} {item['verb']} {item['object'] or ''} {item['date']}",
            item["confidence"],
        ),
        "observations": lambda: (f"{item['subject']} {item['indicator']} {item['period']}", item["confidence"]),
    }
    value, detail = shown[kind]()
    return {"kind": kind, "start": item["start"], "quote": item["quote"], "value": value, "detail": detail}
