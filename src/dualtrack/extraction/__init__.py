"""Values, mentions and proposed facts read from the text of a document.

A name is imported when it is first asked for: who reads figures and dates does not wait for names, deeds and themes.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dualtrack.extraction.dates import DateFault, DateMention, find_date_faults, find_dates
    from dualtrack.extraction.mentions import Mention, distinct, find_mentions
    from dualtrack.extraction.proposals.proposal import ActionProposal, ObservationProposal
    from dualtrack.extraction.proposals.propose import Proposals, propose
    from dualtrack.extraction.proposals.values import Values, read_values
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

_HOMES = {
    "dates": ("DateFault", "DateMention", "find_date_faults", "find_dates"),
    "mentions": ("Mention", "distinct", "find_mentions"),
    "proposals": ("ActionProposal", "ObservationProposal", "Proposals", "Values", "propose", "read_values"),
    "quantities": ("find_quantities",),
    "quantity": ("Quantity", "StatedChange"),
    "tables": ("TableUnit", "table_unit"),
    "theme_model": ("explain_themes", "score_themes"),
    "theme_rules": ("find_themes", "themes_of"),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"dualtrack.extraction.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
