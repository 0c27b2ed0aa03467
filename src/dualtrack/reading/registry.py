"""Which formats are read, and by what: each module in ``formats`` registers its own."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from dualtrack.reading.builder import Builder

Reader = Callable[[bytes, Builder], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is read."""

    media_type: str
    suffixes: tuple[str, ...]
    reader: Reader
    looks: Callable[[bytes], bool] | None
    """Whether bytes are surely of this format; ``None`` for text formats, which are told by name and content."""
    isolated: bool
    """Whether it is read in a child process with limits, because its libraries do not bound themselves."""


_FORMATS: dict[str, Format] = {}


def reads(
    media_type: str, *suffixes: str, looks: Callable[[bytes], bool] | None = None, isolated: bool = True
) -> Callable[[Reader], Reader]:
    """Register a reader: it takes the bytes and fills a builder.

    Args:
        media_type: What it reads.
        suffixes: Endings of file names, with their dot.
        looks: Whether bytes are surely of this format, where that can be told.
        isolated: Whether to read in a child process under limits.
    """

    def register(reader: Reader) -> Reader:
        _FORMATS[media_type] = Format(media_type, suffixes, reader, looks, isolated)
        return reader

    return register


@cache
def formats() -> dict[str, Format]:
    """All formats by media type."""
    from dualtrack.reading import formats as folder

    for module in pkgutil.iter_modules(folder.__path__):
        importlib.import_module(f"{folder.__name__}.{module.name}")
    return _FORMATS
