"""``dualtrack add`` and ``dualtrack review``: documents in, proposals before a person."""

import getpass
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from dualtrack.cli.shared import (
    EXIT_BAD_INPUT,
    EXIT_GOOD,
    BaseOption,
    Format,
    FormatOption,
    Language,
    LanguageOption,
    emit,
    emit_json,
)
from dualtrack.errors import BadInputError, DualtrackError

KnownHere = Annotated[
    str | None, typer.Option("--known", help="When we know it (EDTF); today if absent.", show_default=False)
]
ByOption = Annotated[
    str | None, typer.Option("--by", help="Who decides; your login name if absent.", envvar="DUALTRACK_REVIEWER")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("add")(add)
    app.command("review")(review)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _files(given: list[Path]) -> Iterator[Path]:
    from dualtrack.reading import SUPPORTED

    endings = tuple(ending for found in SUPPORTED.values() for ending in found)
    for path in given:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file() and p.name.lower().endswith(endings))
        else:
            yield path


def add(
    files: Annotated[list[Path], typer.Argument(help="Documents or folders; - reads standard input.")],
    published: Annotated[
        str | None, typer.Option("--published", help="When they were published (EDTF).", show_default=False)
    ] = None,
    publisher: Annotated[str, typer.Option("--publisher", help="Who published them.", show_default=False)] = "",
    url: Annotated[str, typer.Option("--url", help="Where they were published.", show_default=False)] = "",
    country: Annotated[
        str | None, typer.Option("--country", help="ISO 3166 code they speak from.", show_default=False)
    ] = None,
    language_model: Annotated[
        bool, typer.Option("--language-model", help="Also ask the model that DUALTRACK_LLM_URL and _MODEL name.")
    ] = False,
    base: BaseOption = None,
    known: KnownHere = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Read documents, archive them, and put the actions and figures they tell of before a reviewer.

    Adding the same document again changes nothing; a run that was stopped goes on where it was. What is found waits
    as *proposed* until `dualtrack review` accepts it. A file that cannot be read is told and the others go on; the
    exit code is then 2.

    Examples:
        dualtrack add deck.pptx --published 2025-06-26 --publisher jp-jst-crds
        dualtrack add folder-of-reports
    """
    from dualtrack.model import Period
    from dualtrack.observatory import desk
    from dualtrack.observatory.keeping import open_base

    store = open_base(base)
    when = Period.parse(known or _today())
    rows: list[dict[str, Any]] = []
    errors: list[tuple[Path, DualtrackError]] = []
    for path in _progress(list(_files(files))):
        source: Path | bytes = typer.get_binary_stream("stdin").read() if str(path) == "-" else path
        try:
            done = desk.add(
                store,
                source,
                known=when,
                url=url,
                publisher=publisher,
                published=published,
                country=country,
                language_model=language_model,
            )
            rows.append({"file": str(path), **done.as_dict()})
        except DualtrackError as error:
            errors.append((path, error))
    if format_ is Format.JSON:
        emit_json({"added": rows, "errors": [{"file": str(path), **fault.as_dict()} for path, fault in errors]})
    else:
        columns = ("file", "source", "actions", "observations", "merged", "already")
        emit(rows, format_, columns=columns, title="Added; review with: dualtrack review")
        for path, fault in errors:
            print(f"dualtrack: {path}: {fault}", file=sys.stderr)
    raise typer.Exit(EXIT_BAD_INPUT if errors else EXIT_GOOD)


def _progress(paths: list[Path]) -> Iterator[Path]:
    if len(paths) < 2 or not sys.stderr.isatty():
        yield from paths
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(paths, description="reading", console=Console(stderr=True))


def review(
    base: BaseOption = None,
    source: Annotated[
        str | None, typer.Option("--source", help="Only proposals of this source.", show_default=False)
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List what waits and stop.")] = False,
    accept: Annotated[list[str] | None, typer.Option("--accept", help="Accept this proposal; may be repeated.")] = None,
    reject: Annotated[list[str] | None, typer.Option("--reject", help="Reject this proposal; may be repeated.")] = None,
    merge: Annotated[
        list[str] | None, typer.Option("--merge", help="PROPOSAL=RECORD: give its citations to that record.")
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why, for the history.", show_default=False)] = "",
    by: ByOption = None,
    known: KnownHere = None,
    format_: FormatOption = Format.TABLE,
    lang: LanguageOption = Language.EN,
) -> None:
    """Walk through the proposals, the surest first, with the quote in its surroundings: accept, edit, reject or merge.

    Every choice is a revision with your name; nothing is ever deleted (`dualtrack history ID`). With `--accept`,
    `--reject` or `--merge` it decides without asking.

    Examples:
        dualtrack review
        dualtrack review --list --format json
        dualtrack review --accept act-0123456789ab --by 'A. Analyst'
    """
    from dualtrack.model import Period
    from dualtrack.observatory import desk
    from dualtrack.observatory.keeping import open_base

    store = open_base(base)
    when, who = Period.parse(known or _today()), by or getpass.getuser()
    if list_:
        rows = [_waiting_row(store, revision, lang.value) for revision in desk.proposals(store, source)]
        emit(rows, format_, columns=("id", "confidence", "what", "quote"))
        raise typer.Exit(EXIT_GOOD)
    if accept or reject or merge:
        for id_ in accept or ():
            desk.accept(store, id_, by=who, known=when)
        for id_ in reject or ():
            desk.reject(store, id_, by=who, known=when, reason=reason)
        for pair in merge or ():
            id_, separator, into = pair.partition("=")
            if not separator:
                raise BadInputError(f"'{pair}' names no record to merge with", mend="Write PROPOSAL=RECORD.")
            desk.merge(store, id_, into, by=who, known=when)
        raise typer.Exit(EXIT_GOOD)
    _walk(store, source, who, when, lang.value)
    raise typer.Exit(EXIT_GOOD)


def _waiting_row(store: Any, revision: Any, language: str) -> dict[str, Any]:
    record = revision.record
    cites = getattr(record, "cites", ())
    return {
        "id": revision.id,
        "kind": revision.kind,
        "confidence": getattr(record, "confidence", None),
        "what": _what(store, record, language),
        "quote": cites[0].quote if cites else "",
        "body": record.as_dict(),
    }


def _what(store: Any, record: Any, language: str) -> str:
    from dualtrack.codebook import codebook

    def name(id_: str | None) -> str:
        known = codebook().name_of(id_, language) if id_ else ""
        held = store.get(id_) if id_ and known is None else None
        return known or (held.record.names.best(language) if held is not None else id_) or ""

    if hasattr(record, "verb"):
        separator = "、" if language == "ja" else ", "
        return " ".join([separator.join(map(name, record.actors)), record.verb, name(record.object), str(record.date)])
    if hasattr(record, "indicator"):
        return f"{name(record.subject)} {record.indicator} {record.period}"
    return str(record.names.best(language))


def _walk(store: Any, source: str | None, who: str, when: Any, language: str) -> None:
    from rich.console import Console
    from rich.prompt import Prompt
    from rich.text import Text as Line

    from dualtrack.observatory import desk

    console = Console()
    waiting = list(desk.proposals(store, source))
    for number, revision in enumerate(waiting, 1):
        current = store.get(revision.id)
        if current is None or current.status != "proposed":
            continue  # accepted together with another
        record = revision.record
        console.rule(f"{number} / {len(waiting)} · {revision.kind} · {getattr(record, 'confidence', '')}")
        console.print(Line(_what(store, record, language), style="bold"))
        for cite in getattr(record, "cites", ()):
            before, quote, after = desk.surroundings(store, cite)
            console.print(Line.assemble(("…" + before, "dim"), (quote, "black on yellow"), (after + "…", "dim")))
            console.print(Line(f"{cite.source} {cite.at}", style="dim"))
        answer = Prompt.ask("[a]ccept [e]dit [r]eject [m]erge [s]kip [q]uit", choices=list("aermsq"), default="s")
        if answer == "q":
            return
        _decide(store, revision, answer, who, when)


def _decide(store: Any, revision: Any, answer: str, who: str, when: Any) -> None:
    from rich.prompt import Prompt

    from dualtrack.observatory import desk

    try:
        if answer == "a":
            desk.accept(store, revision.id, by=who, known=when)
        elif answer == "e":
            desk.accept(store, revision.id, by=who, known=when, edited=_edited(revision))
        elif answer == "r":
            desk.reject(store, revision.id, by=who, known=when, reason=Prompt.ask("why", default=""))
        elif answer == "m":
            desk.merge(store, revision.id, Prompt.ask("into which record"), by=who, known=when)
    except DualtrackError as error:
        print(f"dualtrack: {error}; the proposal still waits", file=sys.stderr)


def _edited(revision: Any) -> Any:
    import click
    import yaml

    from dualtrack.model import RECORD_TYPES

    text = yaml.safe_dump(revision.record.as_dict(), allow_unicode=True, sort_keys=False)
    changed = click.edit(text, extension=".yaml")
    try:
        data = yaml.safe_load(changed or text)
    except yaml.YAMLError as error:
        raise BadInputError("The edited record is no YAML", reason=str(error)) from None
    record = RECORD_TYPES[revision.kind].build(data)
    if record.id != revision.id:
        raise BadInputError("An edit cannot change the id of a record", mend="Keep the id.", given=record.id)
    return record
