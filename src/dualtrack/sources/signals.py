"""What a source held that was not understood: kept and counted, never guessed, never silent, never fatal."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Signal:
    """One kind of thing not understood: where it came from, the place, what it was, and how often."""

    source: str
    place: str
    what: str
    count: int


@dataclass
class Signals:
    """Collects signals of one source; the same again is counted."""

    source: str
    _counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def note(self, place: str, what: str, times: int = 1) -> None:
        """Note that something at a place was not understood.

        Args:
            place: Column or field, with the record where it matters.
            what: What was found, in words.
            times: How often.
        """
        self._counts[place, what] += times

    def __iter__(self) -> Iterator[Signal]:
        """The signals in the order in which they were first noted."""
        for (place, what), count in self._counts.items():
            yield Signal(self.source, place, what, count)

    def __len__(self) -> int:
        return len(self._counts)
