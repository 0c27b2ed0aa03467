"""Colours of slides as python-pptx wants them."""

from typing import Any

from pptx.dml.color import RGBColor

_RGB: Any = RGBColor


def ink(colour: str) -> Any:
    """A colour from ``#RRGGBB``."""
    return _RGB.from_string(colour.removeprefix("#"))


SOFT, GRID, BEFORE = ink("#555B63"), ink("#E3E6EA"), ink("#8A9099")
"""Of axes, of the lines behind a chart, of what was before."""
