"""Values, mentions and proposed facts read from the text of a document."""

from dualtrack.extraction.dates import DateFault, DateMention, find_date_faults, find_dates
from dualtrack.extraction.mentions import Mention, distinct, find_mentions
from dualtrack.extraction.proposals import ActionProposal, ObservationProposal, Proposals, Values, propose, read_values
from dualtrack.extraction.quantities import find_quantities
from dualtrack.extraction.quantity import Quantity, StatedChange
from dualtrack.extraction.tables import TableUnit, table_unit
from dualtrack.extraction.theme_model import explain_themes, score_themes
from dualtrack.extraction.theme_rules import find_themes, themes_of

__all__ = [
    "ActionProposal",
    "DateFault",
    "DateMention",
    "Mention",
    "ObservationProposal",
    "Proposals",
    "Quantity",
    "StatedChange",
    "TableUnit",
    "Values",
    "distinct",
    "explain_themes",
    "find_date_faults",
    "find_dates",
    "find_mentions",
    "find_quantities",
    "find_themes",
    "propose",
    "read_values",
    "score_themes",
    "table_unit",
    "themes_of",
]
