"""The command line. Each module registers its commands on the one application; answers go to standard output."""

import gc
import importlib
import importlib.util
import sys
from typing import Annotated

import typer

from dualtrack import __version__
from dualtrack.cli.shared import EXIT_BAD_INPUT, fail
from dualtrack.errors import DualtrackError

MODULES = ("evidence", "codebook", "read", "extract", "desk", "check", "brief", "stip", "compare", "themes")
"""The command modules; each has ``register(app)``."""

app = typer.Typer(
    name="dualtrack",
    help="An open observatory of international cooperation in science, technology and innovation policy.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    add_completion=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        print(f"dualtrack {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    verbose: Annotated[bool, typer.Option("--verbose", help="Say on standard error what is done.")] = False,
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    from dualtrack.log import configure

    configure(verbose)


def _register() -> None:
    for name in MODULES:
        if importlib.util.find_spec(f"dualtrack.cli.{name}") is not None:
            importlib.import_module(f"dualtrack.cli.{name}").register(app)


_register()


def main() -> None:
    """Run the command line; errors are told in words and end with exit code 2."""
    gc.set_threshold(50_000)  # a command is short: looking for garbage as often as Python does costs it a tenth
    try:
        app()
    except DualtrackError as error:
        fail(error, as_json="json" in sys.argv)
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        print("dualtrack: interrupted; nothing half-done was kept", file=sys.stderr)
        raise SystemExit(EXIT_BAD_INPUT) from None
