"""Sources: one module for each outside source; each turns what a publisher offers into records and signals."""

from dualtrack.sources.signals import Signal, Signals
from dualtrack.sources.stip import Wave, read_wave

__all__ = ["Signal", "Signals", "Wave", "read_wave"]
