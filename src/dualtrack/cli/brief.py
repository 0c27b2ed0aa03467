"""The commands of briefs: make one, start a specification, cut and list editions, trace a statement."""

from pathlib import Path
from typing import Annotated, Any

import typer

from dualtrack.cli.shared import (
    EXIT_FINDINGS,
    BaseOption,
    Format,
    FormatOption,
    KnownOption,
    Language,
    LanguageOption,
    OnOption,
    emit,
    emit_json,
)

edition_app = typer.Typer(
    help="Name days of knowledge, so that a brief can be made again byte for byte.", no_args_is_help=True
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("brief")(brief)
    app.command("trace")(trace)
    app.add_typer(edition_app, name="edition")


def brief(
    spec: Annotated[
        str | None,
        typer.Argument(
            help="A YAML specification or a built-in one; international-cooperation if none.", show_default=False
        ),
    ] = None,
    new: Annotated[
        Path | None,
        typer.Option(
            "--new",
            help="Write a commented specification, or a copy of the built-in one named, and stop.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder for the files.")] = Path("build"),
    kinds: Annotated[
        list[str] | None,
        typer.Option("--as", help="html, pptx or md; may be given several times. html if none.", show_default=False),
    ] = None,
    languages: Annotated[
        list[Language] | None,
        typer.Option(
            "--in",
            help="Language of the brief; may be given twice. Those of the specification if none.",
            show_default=False,
        ),
    ] = None,
    on: OnOption = None,
    known: KnownOption = None,
    edition: Annotated[
        str | None,
        typer.Option("--edition", help="Make it from this edition (instead of --known).", show_default=False),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", help="Tell what is new since this edition or day.", show_default=False)
    ] = None,
    template: Annotated[
        Path | None, typer.Option("--template", help="An organisation's own PPTX for the deck.", show_default=False)
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", help="The stem of the files' names.", show_default=False)
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 where the checks found something.")] = False,
    base: BaseOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Make a brief: cited, checked, in Japanese and English, as a page, slides or Markdown.

    Every number goes through the checks first; what they find is printed as a footnote. The same base, specification
    and edition give the same files, byte for byte.

    Examples:
        dualtrack brief
        dualtrack brief --as html --as pptx --output build
        dualtrack brief --new korea-germany.yaml
        dualtrack brief stip-survey --new my-countries.yaml
        dualtrack brief korea-germany.yaml --since 2025-01-01 --in en
    """
    from dualtrack.errors import BadInputError
    from dualtrack.model import Period
    from dualtrack.observatory import briefing, keeping

    if new is not None:
        _start(new, spec or "", format_)
        return
    if edition and known:
        raise BadInputError("An edition has its own day of knowledge", mend="Give --edition or --known, not both.")
    wish = briefing.Wish(
        languages=tuple(dict.fromkeys(language.value for language in languages or ())),
        formats=briefing.formats_of([*(kinds or ["html"])]),
        on=Period.parse(on) if on else None,
        known=Period.parse(known) if known else None,
        edition=edition or "",
        since=since or "",
        template=template,
        name=name or "",
    )
    where = base or keeping.default_base()
    wanted = briefing.specification(spec or "")
    with keeping.open_base(base) as opened:
        made = briefing.make_brief(opened, where, wanted, output, wish)
    _report(made, format_)
    if strict and made.findings:
        raise typer.Exit(EXIT_FINDINGS)


def _start(path: Path, spec: str, format_: Format) -> None:
    from dualtrack.errors import BadInputError
    from dualtrack.publishing import starter

    if path.exists():
        raise BadInputError("The file is there already", mend="Name another one; nothing was overwritten.", file=path)
    text = starter(spec)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if format_ is Format.JSON:
        emit_json({"file": str(path)})
    else:
        print(f"{path} written. Change it, then: dualtrack brief {path}")


def _report(made: Any, format_: Format) -> None:
    import sys

    for warning in made.warnings:
        print(f"dualtrack: {warning}", file=sys.stderr)
    if format_ is Format.JSON:
        emit_json(
            {
                "files": [str(path) for path in made.files],
                "known": made.known.edtf,
                "on": made.on.edtf,
                "statements": made.statements,
                "sources": made.sources,
                "findings": [finding.as_dict() for finding in made.findings],
                "warnings": list(made.warnings),
            }
        )
        return
    rows = [{"file": str(path), "bytes": path.stat().st_size} for path in made.files]
    emit(rows, format_)
    if format_ is Format.TABLE:
        print(
            f"{made.statements} statements, {made.sources} sources, as of {made.on}, known by {made.known}; "
            f"the checks found {len(made.findings) or 'nothing'}{' (printed as footnotes)' if made.findings else ''}."
        )


@edition_app.command("cut")
def edition_cut(
    name: Annotated[str, typer.Argument(help="The edition's name, such as 2025-06.", show_default=False)],
    known: KnownOption = None,
    base: BaseOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Fix a day of knowledge under a name; without --known, the newest day on which anything became known.

    Examples:
        dualtrack edition cut 2025-06 --known 2025-06-26
        dualtrack brief --edition 2025-06
    """
    from dualtrack.model import Period
    from dualtrack.observatory import briefing, keeping

    with keeping.open_base(base) as opened:
        made = briefing.cut_edition(
            opened, base or keeping.default_base(), name, Period.parse(known) if known else None
        )
    row = {"name": made.name, "known": made.known.edtf, "records": made.records}
    emit_json(row) if format_ is Format.JSON else emit([row], format_)


@edition_app.command("list")
def edition_list(base: BaseOption = None, format_: FormatOption = Format.TABLE) -> None:
    """List the editions of a base.

    Examples:
        dualtrack edition list
    """
    from dualtrack.observatory import briefing, keeping

    found = briefing.list_editions(base or keeping.default_base())
    emit([{"name": one.name, "known": one.known.edtf, "records": one.records} for one in found], format_)


def trace(
    where: Annotated[
        str,
        typer.Argument(help="A statement of a page (build/brief.ja.html#s42) or a record's id.", show_default=False),
    ],
    known: KnownOption = None,
    base: BaseOption = None,
    format_: FormatOption = Format.TABLE,
    lang: LanguageOption = Language.EN,
) -> None:
    """Show where a statement comes from: record, citations, and the archived passage around each quote.

    Examples:
        dualtrack trace build/brief.en.html#s42
        dualtrack trace us-cn-sta-2024-08 --format json
    """
    from dualtrack.model import Period
    from dualtrack.observatory import keeping
    from dualtrack.publishing import trace as follow

    with keeping.open_base(base) as opened:
        found = follow(opened, where, known=Period.parse(known) if known else None, language=lang.value)
    if format_ is Format.JSON:
        emit_json(found.as_dict())
        return
    if format_ is Format.TABLE:
        print(f"{found.anchor + ': ' if found.anchor else ''}{found.said}")
        print(f"{found.kind} {found.record}, {found.status}, known {found.known}, by {found.by}")
    emit(
        [
            {
                "source": cite.title,
                "at": cite.at,
                "quote": cite.quote,
                "page": cite.page,
                "passage": cite.passage,
                "url": cite.url,
            }
            for cite in found.citations
        ],
        format_,
    )
