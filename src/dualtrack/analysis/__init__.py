"""Analysis: what changed between waves, countries side by side, what is like what; each figure with its coverage."""

from dualtrack.analysis.compare import Comparison, compare, rca_interval, wilson
from dualtrack.analysis.portfolio import expand_themes
from dualtrack.analysis.similar import Like, like
from dualtrack.analysis.waves import Change, WaveDiff, wave_diff, waves

__all__ = [
    "Change",
    "Comparison",
    "Like",
    "WaveDiff",
    "compare",
    "expand_themes",
    "like",
    "rca_interval",
    "wave_diff",
    "waves",
    "wilson",
]
