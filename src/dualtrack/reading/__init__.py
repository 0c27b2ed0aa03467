"""Reading: the bytes of a document in, its text by passage out, within bounded time and memory."""

from dualtrack.reading.errors import ReadingError
from dualtrack.reading.limits import Limits
from dualtrack.reading.read import SUPPORTED, read
from dualtrack.reading.sniffing import sniff

__all__ = ["SUPPORTED", "Limits", "ReadingError", "read", "sniff"]
