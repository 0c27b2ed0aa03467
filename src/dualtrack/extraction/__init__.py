"""Values, mentions and proposed facts read from the text of a document."""

from dualtrack.extraction.quantities import find_quantities
from dualtrack.extraction.quantity import Quantity, StatedChange

__all__ = ["Quantity", "StatedChange", "find_quantities"]
