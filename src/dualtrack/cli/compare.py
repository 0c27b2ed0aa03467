"""``dualtrack compare``, ``dualtrack like``, and what ``dualtrack diff --source stip`` prints."""

import sys
from typing import Annotated, Any

import typer

from dualtrack.cli.shared import (
    BaseOption,
    Format,
    FormatOption,
    KnownOption,
    Language,
    OnOption,
    emit,
    emit_json,
)
from dualtrack.errors import BadInputError


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("compare")(compare)
    app.command("like")(like)


def compare(
    actors: Annotated[
        list[str], typer.Argument(help="Countries (JP) or groups of the codebook (g7).", show_default=False)
    ],
    theme: Annotated[
        list[str] | None,
        typer.Option("--theme", help="STIP codes (TH25) or themes of the codebook; several may follow."),
    ] = None,
    on: OnOption = None,
    known: KnownOption = None,
    base: BaseOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Compare countries by theme: counts, shares, specialisation, instruments, budgets, starts; with coverage.

    Specialisation (revealed comparative advantage) is the country's share of initiatives with the theme over that of
    all countries, with a 95 % interval; above 1 the country does more of it than the others do.

    Examples:
        dualtrack compare JP KR GB US DE --theme TH25 TH55
        dualtrack compare JP g7 --theme talent-mobility --on 2018 --known 2019 --format json
    """
    from dualtrack.observatory import comparing, keeping

    themes = [*(theme or []), *(word for word in actors if comparing.is_theme(word))]
    countries = [word for word in actors if not comparing.is_theme(word)]
    if not countries:
        raise BadInputError("There is no country to compare", mend="Name one or more, such as: dualtrack compare JP KR")
    with keeping.open_base(base) as opened:
        found = comparing.compare(opened, countries, themes, on=_period(on), known=_period(known))
    if format_ is Format.JSON:
        emit_json(found.as_dict())
        return
    emit(comparing.lines(found), format_)
    print(f"Start year known for {_percent(found.dated, found.of)} of all initiatives.", file=sys.stderr)
    print("rca = (n_ct / N_c) / (n_t / N), 95 % interval; records: --format json", file=sys.stderr)


def like(
    id: Annotated[str, typer.Argument(help="The initiative, such as stip-15282.", show_default=False)],
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 10,
    home: Annotated[bool, typer.Option("--home", help="Also those of the same country.")] = False,
    known: KnownOption = None,
    base: BaseOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Find the initiatives of other countries that are most like one, and why: words, themes, instruments, targets.

    Examples:
        dualtrack like stip-15282
        dualtrack like stip-15282 --limit 3 --format json
    """
    from dualtrack.observatory import comparing, keeping

    with keeping.open_base(base) as opened:
        found = comparing.like(opened, id, limit=limit, known=_period(known), home=home)
    emit(
        [one.as_dict() for one in found],
        format_,
        columns=("likeness", "id", "countries", "name", "shared_themes", "shared_words"),
    )


def wave_diff(
    source: str,
    older: str,
    newer: str,
    actor: str | None,
    themes: list[str],
    base: str | None,
    format_: Format,
    lang: Language,
    section: bool,
) -> None:
    """Print the changes between two survey waves.

    Raises:
        BadInputError: The source has no waves.
    """
    from dualtrack.observatory import comparing, keeping

    if source != "stip":
        raise BadInputError(f"'{source}' is no source of survey waves", mend="Use --source stip.")
    with keeping.open_base(base) as opened:
        found = comparing.wave_diff(opened, _period(older), _period(newer), actor=actor, themes=themes)
    if section:
        print(comparing.section(found, lang.value))
    elif format_ is Format.JSON:
        emit_json({"source": source, "actor": actor, "themes": themes, **found.as_dict()})
    else:
        rows = [{**change.as_dict(), "fields": list(change.fields), "match": change.match} for change in found.changes]
        emit(rows, format_, columns=("countries", "changes", "id", "name", "fields", "end", "match"))
        said = ", ".join(f"{kind} {count}" for kind, count in found.counts.items() if count)
        print(
            f"{found.before} initiatives in {older}, {found.after} in {newer}, {found.unchanged} unchanged; {said}",
            file=sys.stderr,
        )


def _percent(known: int, of: int) -> str:
    return f"{100 * known / of:.1f} % ({known} of {of})" if of else "none"


def _period(text: str | None) -> Any:
    from dualtrack.model import Period

    return Period.parse(text) if text else None
