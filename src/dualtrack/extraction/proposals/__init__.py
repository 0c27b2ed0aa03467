"""From typed values to proposed facts: what was done, and what was measured, each with its quote and reasons."""

from dualtrack.extraction.proposals.proposal import ActionProposal, ObservationProposal
from dualtrack.extraction.proposals.propose import Proposals, propose
from dualtrack.extraction.proposals.values import Values, read_values

__all__ = ["ActionProposal", "ObservationProposal", "Proposals", "Values", "propose", "read_values"]
