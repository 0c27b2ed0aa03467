"""As-of by query equals as-of by replay: the whole history told again up to a day, one revision after another."""

from dataclasses import dataclass
from tempfile import TemporaryDirectory

from evidence_samples import action, actor, filled, source
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.evidence import STATUSES, EvidenceBase
from dualtrack.evidence.ledger import Entry
from dualtrack.model import Period

DAYS = ["2024-12-31", "2025-01", "2025-01-31", "2025-02-10", "2025-02", "2025", "2025-03-01~", "2025-33"]
VERBS = ["meet", "sign", "agree"]


@dataclass(frozen=True)
class Told:
    id: str
    known: str
    status: str
    verb: str
    by: str

    def entry(self) -> Entry:
        record = action(self.id, self.verb, "2024", actors=["US"])
        return Entry(record, Period(self.known), self.by, self.status)  # type: ignore[arg-type]


told = st.builds(
    Told,
    id=st.sampled_from(["a", "b", "c"]),
    known=st.sampled_from(DAYS),
    status=st.sampled_from([status for status in STATUSES if status != "proposed"]),
    verb=st.sampled_from(VERBS),
    by=st.sampled_from(["x", "y"]),
)


def replayed(history: list[Told], day: str) -> dict[str, tuple[str, str]]:
    """What is seen at a day: of each record the last revision by (last day of known, order of telling)."""
    seen: dict[str, tuple[object, int, str, str]] = {}
    limit = Period(day).upper
    for at, one in enumerate(history):
        when = Period(one.known).upper
        assert when and limit
        if when <= limit and (one.id not in seen or (when, at) > seen[one.id][:2]):  # type: ignore[operator]
            seen[one.id] = (when, at, one.status, one.verb)
    return {id: (status, verb) for id, (_, _, status, verb) in seen.items()}


@given(st.lists(told, max_size=12), st.lists(st.integers(1, 4), max_size=6), st.sampled_from(DAYS))
@settings(max_examples=150)
def test_as_of_by_query_equals_as_of_by_replay(history: list[Told], cuts: list[int], day: str) -> None:
    with TemporaryDirectory() as folder, EvidenceBase.open(f"{folder}/base.sqlite") as base:
        filled(base, source(), actor("US", "country"))
        rest = list(history)
        for size in [*cuts, len(rest)]:
            base.write([one.entry() for one in rest[:size]], "restore")
            rest = rest[size:]
        kept = [
            Told(one.id, one.known.edtf, one.status, one.record.verb, one.by)
            for one in base.everything()
            if one.kind == "action"
        ]  # type: ignore[union-attr]
        assert set(kept) == set(history)
        expected = replayed(kept, day)
        found = {
            one.id: (one.status, one.record.verb) for one in base.records("action", known=Period(day), status=STATUSES)
        }  # type: ignore[union-attr]
        assert found == expected
        for id in "abc":
            one = base.get(id, known=Period(day))
            assert (one and (one.status, one.record.verb)) == expected.get(id)  # type: ignore[union-attr]
        counted = {verb: count for _, verb, count in base.compare(on=Period("2024"), known=Period(day))}
        accepted = [verb for status, verb in expected.values() if status == "accepted"]
        assert counted == {verb: accepted.count(verb) for verb in set(accepted)}
        assert base.verify() == []


@given(st.lists(told, max_size=8), st.sampled_from(DAYS), st.sampled_from(DAYS))
@settings(max_examples=60)
def test_a_difference_is_what_lies_between_two_replays(history: list[Told], older: str, newer: str) -> None:
    with TemporaryDirectory() as folder, EvidenceBase.open(f"{folder}/base.sqlite") as base:
        filled(base, source(), actor("US", "country"), known=Period("2020"))
        base.write([one.entry() for one in history], "restore")
        kept = [
            Told(one.id, one.known.edtf, one.status, one.record.verb, one.by)
            for one in base.everything()
            if one.kind == "action"
        ]  # type: ignore[union-attr]
        before, after = replayed(kept, older), replayed(kept, newer)
        differing = {id for id in "abc" if before.get(id) != after.get(id)}
        assert {one.id for one in base.diff(Period(older), Period(newer))} >= differing
        for one in base.diff(Period(older), Period(newer)):
            held, holds = before.get(one.id, ("", ""))[0] == "accepted", after.get(one.id, ("", ""))[0] == "accepted"
            expected = "new" if holds > held else "gone" if held > holds else one.change
            assert one.change == expected
