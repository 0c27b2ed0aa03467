"""The forms that a query's answer can take: one file each, found by themselves.

A form is a function from a ``Setting`` to blocks, registered by ``@form(name)``; a new one is a new file here.
"""

import importlib
import pkgutil
from functools import cache

from dualtrack.publishing.forms.registry import REGISTRY, Form, Setting, form

__all__ = ["Form", "Setting", "form", "form_named", "form_names"]


@cache
def _load() -> None:
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")


def form_names() -> tuple[str, ...]:
    """The names of all forms, in order."""
    _load()
    return tuple(sorted(REGISTRY))


def form_named(name: str) -> Form:
    """The form of that name (``KeyError`` if there is none; ``form_names`` tells which there are)."""
    _load()
    return REGISTRY[name]
