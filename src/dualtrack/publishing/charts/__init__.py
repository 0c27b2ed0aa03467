"""Charts drawn from data: as SVG for pages here, as native charts for slides in ``deck``."""

from dualtrack.publishing.charts.svg import draw

__all__ = ["draw"]
