"""``dualtrack read``: the text of a document by passage."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from dualtrack.cli.shared import EXIT_GOOD, Format, emit, emit_json


class ReadFormat(StrEnum):
    """How a document is printed."""

    TABLE = "table"
    JSON = "json"
    TEXT = "text"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("read")(read)


def read(
    file: Annotated[Path, typer.Argument(help="The document; - reads standard input.", show_default=False)],
    format_: Annotated[
        ReadFormat, typer.Option("--format", help="A table of passages for people, JSON, or the bare text.")
    ] = ReadFormat.TABLE,
    name: Annotated[
        str, typer.Option("--name", help="File name to go by, for standard input.", show_default=False)
    ] = "",
    url: Annotated[str, typer.Option("--url", help="Where it was published.", show_default=False)] = "",
    publisher: Annotated[str, typer.Option("--publisher", help="Who published it.", show_default=False)] = "",
    published: Annotated[
        str | None, typer.Option("--published", help="When it was published (EDTF).", show_default=False)
    ] = None,
    ocr: Annotated[
        bool, typer.Option("--ocr", help="Recognise the text of scanned pages (needs the extra 'ocr').")
    ] = False,
    pages: Annotated[
        str, typer.Option("--pages", help="Only these pages in the table, such as 4 or 4-7.", show_default=False)
    ] = "",
) -> None:
    """Read a document and print its text by passage, with page, kind and offsets.

    Reads PDF, PPTX, DOCX, XLSX, HTML, Markdown, CSV and plain text, in a child process under limits where the format
    calls for it. Nothing is stored. What could not be read or was left out is told as signals.

    Examples:
        dualtrack read deck.pptx
        dualtrack read report.pdf --format json
        dualtrack read page.html --url https://example.org/2025/06/26/news --format text
    """
    from dualtrack.reading import read as read_document

    source: Path | bytes = typer.get_binary_stream("stdin").read() if str(file) == "-" else file
    document = read_document(source, name=name, url=url, publisher=publisher, published=published, ocr=ocr)
    if format_ is ReadFormat.TEXT:
        print(document.text)
    elif format_ is ReadFormat.JSON:
        emit_json(as_json(document))
    else:
        _table(document, _page_range(pages))
    raise typer.Exit(EXIT_GOOD)


def as_json(document: Any) -> dict[str, Any]:
    """The document's facts, its text, and its passages, as plain data."""
    facts = document.model_dump(mode="json", exclude={"text", "passages"})
    keys = ("kind", "page", "start", "end", "text")
    passages = [
        {key: getattr(passage, key) for key in keys} | passage.model_dump(mode="json", exclude_defaults=True)
        for passage in document.passages
    ]
    return {"document": facts, "text": document.text, "passages": passages}


def _page_range(pages: str) -> range | None:
    if not pages:
        return None
    first, _, last = pages.partition("-")
    try:
        return range(int(first), int(last or first) + 1)
    except ValueError:
        raise typer.BadParameter("write a page such as 4, or a range such as 4-7") from None


def _table(document: Any, pages: range | None) -> None:
    title = " · ".join(
        str(part)
        for part in (
            document.title,
            document.publisher,
            document.published and f"{document.published} (from {document.published_from})",
            document.language,
            document.media_type,
            document.pages and f"{document.pages} pages",
        )
        if part
    )
    rows = [
        {"page": p.page, "kind": p.kind, "start": p.start, "end": p.end, "text": p.text}
        for p in document.passages
        if pages is None or p.page in pages
    ]
    emit(rows, Format.TABLE, columns=("page", "kind", "start", "end", "text"), title=title)
    for signal in document.signals:
        typer.echo(f"signal: {signal}", err=True)
