"""Values, mentions and proposed facts read from the text of a document."""

from dualtrack.extraction.dates import DateFault, DateMention, find_date_faults, find_dates
from dualtrack.extraction.quantities import find_quantities
from dualtrack.extraction.quantity import Quantity, StatedChange

__all__ = [
    "DateFault",
    "DateMention",
    "Quantity",
    "StatedChange",
    "find_date_faults",
    "find_dates",
    "find_quantities",
]
