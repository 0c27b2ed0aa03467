"""A state of the world: derived from actions by a fold, with its precision and where it comes from."""

from dataclasses import dataclass
from typing import Any, Literal, get_args

from dualtrack.errors import BadInputError
from dualtrack.model import Duration, Period, Text

StateKind = Literal["agreements", "memberships", "offices", "programmes", "orders", "bodies"]
STATE_KINDS: tuple[StateKind, ...] = get_args(StateKind)


@dataclass(frozen=True, slots=True)
class State:
    """What held of one thing on one day, as far as was known; never stored, never edited.

    ``status`` is the codebook's word (``in-force``, ``lapsed``, ``held`` ...), or ``planned`` (its day is to come),
    ``due`` (its day has passed and nothing newer is known: a thing to look up), ``unknown`` (nothing is known).
    ``certain`` is false where the precision of the dates does not tell whether it held: ``within`` is the stretch in
    which it changed.
    """

    kind: StateKind | None
    object: str
    actor: str | None
    """The member, associate or office holder; ``None`` for other kinds."""
    status: str
    verb: str = ""
    """The verb of the action that decides."""
    date: Period | None = None
    """The date of the deciding action."""
    since: Period | None = None
    """When the status began: actions that only keep it up (expand, amend) do not move it."""
    until: Period | None = None
    """The end that was agreed or stated."""
    within: Period | None = None
    alternatives: tuple[Period, ...] = ()
    """The dates that sources give where they differ."""
    every: Duration | None = None
    """The step of a term that was renewed again and again."""
    scope: Text | None = None
    role: Text | None = None
    certain: bool = True
    parties: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    """The ids of the actions that it rests on, the deciding one last."""
    sources: tuple[str, ...] = ()
    known: Period | None = None
    """When the deciding action was known ('as of')."""
    target: str = ""
    """What a planned or due state is to become."""
    successor: str = ""
    """Who came into the office after its holder."""

    @property
    def due(self) -> bool:
        """Whether it belongs on the list of things to look up: its day has passed, unconfirmed."""
        return self.status == "due"

    @property
    def label(self) -> Text:
        """The state in words, in Japanese and English."""
        from dualtrack.evidence.wording import describe

        return describe(self)

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON, absent parts left out."""
        data: dict[str, Any] = {
            "kind": self.kind,
            "object": self.object,
            "actor": self.actor,
            "status": self.status,
            "label": self.label.languages(),
            "date": _text(self.date),
            "since": _text(self.since),
            "until": _text(self.until),
            "within": _text(self.within),
            "alternatives": [period.edtf for period in self.alternatives],
            "every": self.every.text if self.every else None,
            "scope": self.scope.languages() if self.scope else None,
            "role": self.role.languages() if self.role else None,
            "certain": self.certain,
            "parties": list(self.parties),
            "actions": list(self.actions),
            "sources": list(self.sources),
            "known": _text(self.known),
            "target": self.target or None,
            "successor": self.successor or None,
            "due": self.due,
        }
        return {name: value for name, value in data.items() if value not in (None, [])}


def _text(period: Period | None) -> str | None:
    return period.edtf if period else None


def check_state_kind(kind: str) -> StateKind:
    """The kind of state, if there is such a one.

    Raises:
        BadInputError: There is not.
    """
    for known in STATE_KINDS:
        if kind == known:
            return known
    raise BadInputError(f"'{kind}' is no kind of state", mend=f"Use one of {', '.join(STATE_KINDS)}.")
