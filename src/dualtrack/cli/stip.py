"""``dualtrack import stip``: survey waves of the EC-OECD STIP Compass into the evidence base."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from dualtrack.cli.shared import BaseOption, Format, FormatOption, emit, emit_json, group


def register(app: typer.Typer) -> None:
    """Add the command."""
    group(app, "import", "Bring records in.").command("stip")(import_stip)


def import_stip(
    files: Annotated[list[Path], typer.Argument(help="Wave files as stip.oecd.org offers them: csv, csv.gz or xlsx.")],
    base: BaseOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Import survey waves of the EC-OECD STIP Compass: initiatives, bodies, starts, ends and budgets.

    Each wave is known in its own year, the second clock. Columns are known by name or label; what is not understood
    is counted by `dualtrack signals`. The same wave again changes nothing.

    Examples:
        dualtrack import stip STIP_Survey-2017.csv.gz STIP_Survey-2019.csv.gz
        dualtrack import stip STIP_Survey-2021.csv --base team.sqlite --format json
    """
    from dualtrack.evidence import EvidenceBase
    from dualtrack.observatory import importing, keeping

    where = base or keeping.default_base()
    with EvidenceBase.open(where) as opened:
        found = [one.as_dict() for one in importing.import_stip(opened, files, _progress)]
    if format_ is Format.JSON:
        sums = {name: sum(one[name] for one in found) for name in ("new", "changed", "unchanged", "signals")}
        emit_json({"base": str(where), **sums, "waves": found})
        return
    heads = ("wave", "rows", "initiatives", "new", "changed", "unchanged", "absent", "signals")
    emit(found, format_, columns=heads)
    if any(one["signals"] for one in found):
        print("What was not understood is listed by: dualtrack signals", file=sys.stderr)


def _progress(what: str, items: Iterable[Any], count: int) -> Iterator[Any]:
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, what, total=count, console=Console(stderr=True), transient=True)
