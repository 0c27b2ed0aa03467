"""The evidence base: append-only revisions on two clocks, states derived from them, search, exchange."""

from dualtrack.evidence.archive import Archive
from dualtrack.evidence.base import EvidenceBase
from dualtrack.evidence.revision import KINDS, STATUSES, Difference, Hit, Problem, Receipt, Revision, Status
from dualtrack.evidence.state import STATE_KINDS, State, StateKind

__all__ = [
    "KINDS",
    "STATE_KINDS",
    "STATUSES",
    "Archive",
    "Difference",
    "EvidenceBase",
    "Hit",
    "Problem",
    "Receipt",
    "Revision",
    "State",
    "StateKind",
    "Status",
]
