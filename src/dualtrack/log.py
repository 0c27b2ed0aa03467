"""The one place where logging is set up.

Modules ask for ``logger(__name__)`` and never configure anything; the command line calls ``configure`` once.
Times are UTC, in ISO 8601.
"""

import logging
import sys
import time

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def logger(name: str) -> logging.Logger:
    """The logger of a module; pass ``__name__``."""
    return logging.getLogger(name)


def configure(verbose: bool = False) -> None:
    """Send records to standard error: warnings by default, everything when ``verbose``."""
    handler = logging.StreamHandler(sys.stderr)
    formatter = logging.Formatter(_FORMAT, datefmt="%Y-%m-%dT%H:%M:%SZ")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    root = logging.getLogger("dualtrack")
    root.handlers = [handler]
    root.setLevel(logging.DEBUG if verbose else logging.WARNING)
