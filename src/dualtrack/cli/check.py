"""``dualtrack check``: a proofreader for policy figures."""

import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from dualtrack.cli.shared import (
    EXIT_BAD_INPUT,
    EXIT_FINDINGS,
    EXIT_GOOD,
    Format,
    Language,
    LanguageOption,
    emit,
    emit_json,
)
from dualtrack.errors import BadInputError

if TYPE_CHECKING:
    from dualtrack.checks import Config
    from dualtrack.checks.report import Checked


class CheckFormat(StrEnum):
    """How findings are printed."""

    TABLE = "table"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    HTML = "html"


class CheckCommand(TyperCommand):
    """Reads a bare ``--base`` as the base in the user's data folder."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Give a bare ``--base`` its empty value."""
        if "--base" in args:
            after = args.index("--base") + 1
            if after == len(args) or args[after].startswith("--"):
                args = [*args[:after], "", *args[after:]]
        return super().parse_args(ctx, args)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", cls=CheckCommand)(check)


def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(help="Documents or folders; - reads text from standard input.", show_default=False),
    ] = None,
    format_: Annotated[
        CheckFormat, typer.Option("--format", help="For people, JSON, SARIF, JUnit, or an annotated HTML page.")
    ] = CheckFormat.TABLE,
    lang: LanguageOption = Language.EN,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select", help="Rules to run: codes, beginnings of codes, families, or ALL.", show_default=False
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", help="Rules to leave out.", show_default=False)
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", help="The day the documents are read on: tells what has gone stale.", show_default=False
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option("--published", help="The documents' date (EDTF), where they do not tell it.", show_default=False),
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", help="Whose $ and fiscal years are meant (ISO 3166).", show_default=False)
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            help="Compare with this evidence base (bare: your own); without FILE, check its records.",
            show_default=False,
        ),
    ] = None,
    online: Annotated[bool, typer.Option("--online", help="Look links up, politely; never private addresses.")] = False,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config",
            help="Settings; by default those of the nearest pyproject.toml or dualtrack.toml.",
            show_default=False,
        ),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="Findings that are known and left out.", show_default=False)
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option("--write-baseline", help="Write all findings there as known.", show_default=False)
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write there, not to the terminal.", show_default=False)
    ] = None,
    annotate: Annotated[
        Path | None,
        typer.Option("--annotate", help="Write a copy of the PPTX with the findings marked.", show_default=False),
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule instead.")] = False,
    explain: Annotated[
        str | None, typer.Option("--explain", help="Explain a rule, such as DT101, with examples.", show_default=False)
    ] = None,
    list_rules: Annotated[bool, typer.Option("--rules", help="List all rules.")] = False,
) -> None:
    """Proofread the figures of documents: what does not add up, where, why, and what would be right.

    Reads any format that `dualtrack read` knows, in Japanese, English, Korean, Chinese, German and French. Exit 0 means
    no finding at warning or above, 1 that there is one, 2 that a file could not be read.

    Examples:
        dualtrack check brief.pptx
        dualtrack check report.pdf --format json
        dualtrack check docs/ --select change,sum --statistics
        dualtrack check --explain DT101 --lang ja
        echo "Rose from 130 to 162 million dollars (up 30%)." | dualtrack check -
    """
    if explain or list_rules:
        _teach(explain, lang, format_)
    settings = _settings(config, select, ignore, as_of, country, baseline, write_baseline is not None)
    checked = _run(files or [], settings, base, online, published)
    if write_baseline is not None:
        from dualtrack.checks import write_baseline as write

        print(f"{write(write_baseline, checked.findings)} findings written to {write_baseline}", file=sys.stderr)
        raise typer.Exit(EXIT_GOOD)
    if annotate is not None:
        _annotate(files or [], checked, annotate, lang)
    _print(checked, format_, lang, statistics, output)
    raise typer.Exit(EXIT_BAD_INPUT if checked.unreadable else EXIT_FINDINGS if checked.fails else EXIT_GOOD)


def _teach(code: str | None, lang: Language, format_: CheckFormat) -> None:
    from dualtrack.checks import rule_of, rules
    from dualtrack.checks.report import explanation

    if code:
        print(explanation(rule_of(code), lang))
    else:
        rows = [
            {
                "rule": rule.code,
                "family": rule.family,
                "severity": rule.severity,
                "default": rule.default,
                "title": rule.title.best(lang),
            }
            for rule in rules().values()
        ]
        emit(rows, Format.JSON if format_ is CheckFormat.JSON else Format.TABLE)
    raise typer.Exit(EXIT_GOOD)


def _settings(
    config: Path | None,
    select: list[str] | None,
    ignore: list[str] | None,
    as_of: str | None,
    country: str | None,
    baseline: Path | None,
    bare: bool,
) -> "Config":
    """The settings of the file, with what the command line says in front."""
    from dualtrack.checks import Config, day_of, find_config, load_config, selectors

    if config is not None and not config.is_file():
        raise BadInputError("The settings cannot be read", mend="Give a TOML file.", file=str(config))
    path = config or find_config(Path.cwd())
    settings = load_config(path) if path else Config()
    options = settings.options
    options = replace(
        options,
        select=selectors(select) if select else options.select,
        ignore=(*options.ignore, *selectors(ignore or ())),
        as_of=day_of(as_of) if as_of else options.as_of,
        country=country or options.country,
    )
    return replace(settings, options=options, baseline=None if bare else baseline or settings.baseline)


def _run(files: list[str], settings: "Config", base: str | None, online: bool, published: str | None) -> "Checked":
    from dualtrack.checks.report import Checked
    from dualtrack.observatory import checking

    if not files and base is None:
        raise BadInputError(
            "There is nothing to check", mend="Give files, - for standard input, or --base for the evidence base."
        )
    opened: Any = None
    if base is not None:
        from dualtrack.observatory.keeping import open_base

        opened = open_base(base or None)
    if not files:
        return Checked(findings=checking.check_base(opened, settings))
    checker: Any = None
    if online:
        from dualtrack.checks.online import LinkChecker

        checker = LinkChecker()
    settings = replace(settings, options=replace(settings.options, base=opened, checker=checker))
    given = sys.stdin.buffer.read() if "-" in files else None
    return checking.check_files(files, settings, published=published, standard_input=given)


def _annotate(files: list[str], checked: "Checked", target: Path, lang: Language) -> None:
    from dualtrack.observatory.checking import annotate

    if len(files) != 1:
        raise BadInputError("A copy can be annotated of one deck at a time", mend="Give one PPTX file.")
    count = annotate(checked, Path(files[0]), target, lang)
    print(f"{count} findings marked in {target}", file=sys.stderr)


def _print(checked: "Checked", format_: CheckFormat, lang: Language, counts: bool, output: Path | None) -> None:
    from dualtrack.checks import report

    if counts:
        emit(report.statistics(checked, lang), Format.JSON if format_ is CheckFormat.JSON else Format.TABLE)
    elif format_ is CheckFormat.TABLE and output is None:
        from rich.console import Console

        Console(highlight=False, soft_wrap=True).print(report.render(checked, lang))
    elif format_ is CheckFormat.JSON and output is None:
        emit_json(report.as_json(checked))
    else:
        text = _text(checked, format_, lang)
        if output is None:
            print(text, end="")
        else:
            output.write_text(text, encoding="utf-8")


def _text(checked: "Checked", format_: CheckFormat, lang: Language) -> str:
    import json

    from dualtrack.checks import report

    if format_ is CheckFormat.HTML:
        return report.as_html(checked, lang)
    if format_ is CheckFormat.JUNIT:
        return report.as_junit(checked, lang)
    if format_ is CheckFormat.TABLE:
        from io import StringIO

        from rich.console import Console

        console = Console(file=StringIO(), width=120, highlight=False, soft_wrap=True)
        console.print(report.render(checked, lang))
        return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]
    data = report.as_json(checked) if format_ is CheckFormat.JSON else report.as_sarif(checked, lang)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
