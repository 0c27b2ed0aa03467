"""Values, mentions and proposed facts read from the text of a document."""

from dualtrack.extraction.dates import DateFault, DateMention, find_date_faults, find_dates
from dualtrack.extraction.mentions import Mention, distinct, find_mentions
from dualtrack.extraction.quantities import find_quantities
from dualtrack.extraction.quantity import Quantity, StatedChange
from dualtrack.extraction.theme_rules import find_themes, themes_of

__all__ = [
    "DateFault",
    "DateMention",
    "Mention",
    "Quantity",
    "StatedChange",
    "distinct",
    "find_date_faults",
    "find_dates",
    "find_mentions",
    "find_quantities",
    "find_themes",
    "themes_of",
]
