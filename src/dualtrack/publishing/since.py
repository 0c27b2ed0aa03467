"""What an edition brought since an earlier day: new, changed, ended, contradicted, confirmed, withdrawn."""

from collections.abc import Iterable
from datetime import timedelta

from dualtrack.evidence import Difference, EvidenceBase
from dualtrack.model import Action, AnyRecord, Observation, Period
from dualtrack.publishing.forms.registry import News
from dualtrack.publishing.holdings import Holdings
from dualtrack.publishing.sentences import say

_ENDING = frozenset({"end", "lapse", "terminate", "withdraw", "close", "leave", "suspend", "revoke"})
_NEAR = timedelta(days=183)
"""Two reports of one act may differ by half a year; what lies further apart is another act."""


def news_since(base: EvidenceBase, older: Period, held: Holdings, said: str, language: str) -> News:
    """Sort the differences between two days of knowing.

    A new action is *ended* if its verb ends something; it is *contradicted* if an earlier record has the same verb,
    object and actors on another date within half a year, and *confirmed* if their dates agree as far as they go. A new
    observation is contradicted or confirmed by an earlier one of the same thing. A record to which only sources were
    added is confirmed.

    Args:
        base: The evidence base.
        older: The earlier day of knowing.
        held: The records known on the later day.
        said: The earlier edition's name or day, as the brief shall call it.
        language: The language in which withdrawn records are told.
    """
    differences = [d for d in base.diff(older, held.known) if d.kind in ("action", "observation")]
    fresh = {d.id for d in differences if d.change == "new"}
    earlier = [record for id, record in held.records.items() if id not in fresh]
    acts = _acts(earlier)
    figures = {_figure_key(record): record for record in earlier if isinstance(record, Observation)}
    found: dict[str, list[str]] = {"new": [], "ended": [], "contradicted": [], "confirmed": []}
    changed: list[tuple[str, tuple[str, ...]]] = []
    gone: list[tuple[str, str]] = []
    for difference in differences:
        record = held.get(difference.id)
        if difference.change == "gone":
            gone.append((difference.id, _told(difference, held, language)))
        elif record is None:
            continue
        elif difference.change == "new":
            found[_sort(record, acts, figures)].append(difference.id)
        elif difference.change == "changed":
            _changed(difference, found, changed)
    return News(
        said, tuple(found["new"]), tuple(changed), tuple(found["ended"]), tuple(found["contradicted"]),
        tuple(found["confirmed"]), tuple(gone),
    )  # fmt: skip


def _changed(difference: Difference, found: dict[str, list[str]], changed: list[tuple[str, tuple[str, ...]]]) -> None:
    if set(difference.fields) <= {"cites"}:
        found["confirmed"].append(difference.id)
    else:
        changed.append((difference.id, difference.fields))


def _sort(
    record: AnyRecord, acts: dict[tuple[str, str], list[Action]], figures: dict[tuple[str, ...], Observation]
) -> str:
    if isinstance(record, Action):
        verdicts = {_compare(record, other) for other in acts.get((record.verb, record.object or ""), [])}
        for verdict in ("contradicted", "confirmed"):
            if verdict in verdicts:
                return verdict
        return "ended" if record.verb in _ENDING else "new"
    if isinstance(record, Observation) and (twin := figures.get(_figure_key(record))) is not None:
        return "confirmed" if twin.value == record.value else "contradicted"
    return "new"


def _compare(new: Action, old: Action) -> str:
    if not new.object or (new.actors and old.actors and set(new.actors) != set(old.actors)):
        return ""
    if new.date.overlaps(old.date):
        return "confirmed"
    days = [day for day in (new.date.lower, new.date.upper, old.date.lower, old.date.upper) if day]
    if len(days) < 4:
        return ""
    gap = max(days[0] - days[3], days[2] - days[1])
    return "contradicted" if gap <= _NEAR else ""


def _acts(records: Iterable[AnyRecord]) -> dict[tuple[str, str], list[Action]]:
    found: dict[tuple[str, str], list[Action]] = {}
    for record in records:
        if isinstance(record, Action) and record.object:
            found.setdefault((record.verb, record.object), []).append(record)
    return found


def _figure_key(seen: AnyRecord) -> tuple[str, ...]:
    assert isinstance(seen, Observation)
    return (seen.indicator, seen.subject, seen.counterpart or "", seen.period.edtf, seen.stage or "")


def _told(difference: Difference, held: Holdings, language: str) -> str:
    record = difference.before.record if difference.before else None
    if isinstance(record, Action | Observation):
        return say(record, held, language).text
    return difference.id
