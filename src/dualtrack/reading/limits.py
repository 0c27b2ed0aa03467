"""How much time, memory and paper reading one document may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of reading one document; what they leave out is refused or signalled, never silent."""

    size: int = 300_000_000
    """Bytes of the file."""
    unpacked: int = 500_000_000
    """Bytes of what a ZIP-based format unpacks to."""
    memory: int = 1_500_000_000
    """Bytes of address space of the child process."""
    seconds: float = 60.0
    """Wall-clock and processor seconds for one document."""
    pages: int = 20_000
    """Pages, slides or sheets; the rest is left out with a signal."""
    passages: int = 1_000_000
    """Passages; the rest is left out with a signal."""
