"""Colours of slides as python-pptx wants them."""

from typing import Any

from pptx.dml.color import RGBColor

_RGB: Any = RGBColor


def ink(colour: str) -> Any:
    """A colour from ``#RRGGBB``."""
    return _RGB.from_string(colour.removeprefix("#"))
