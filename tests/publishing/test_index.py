"""The index answers as a reader would who goes through all facts one by one."""

from collections.abc import Iterable

import pytest

from dualtrack.model import Action, Initiative, Observation, Period
from dualtrack.publishing import Holdings, Query
from dualtrack.publishing.holdings import Fact, expand, order, when


def read_through(held: Holdings, query: Query) -> list[str]:
    """The ids of the facts that match, each looked at, in order."""
    facts = [fact for kind in query.kinds for fact in held._by_kind[kind] if matches(held, query, fact)]
    return [fact.id for fact in sorted(facts, key=order)]


def matches(held: Holdings, query: Query, fact: Fact) -> bool:
    """Whether a fact passes every field of a query."""
    about = fact.object if isinstance(fact, Action) else fact.subject if isinstance(fact, Observation) else fact.id
    thing = held.get(about or "")
    said: dict[str, Iterable[str]] = {
        "countries": (*held.countries(fact), *held.owners(fact)),
        "partners": held.partners(fact),
        "themes": held.themes(fact),
        "technologies": getattr(fact, "technologies", ()),
        "verbs": [fact.verb] if isinstance(fact, Action) else [],
        "types": [thing.type] if isinstance(thing, Initiative) else [],
        "indicators": [fact.indicator] if isinstance(fact, Observation) else [],
        "stages": [fact.stage] if isinstance(fact, Observation) and fact.stage else [],
        "ids": [fact.id],
        "objects": [about] if about else [],
    }
    for field, values in said.items():
        asked = getattr(query, field)
        if field in ("countries", "partners"):
            asked = expand(asked, held.on)
        if asked and not any(named(value, one) for value in values for one in asked):
            return False
    return in_time(query, when(fact)) and not (query.without and matches(held, query.without, fact))


def named(value: str, asked: str) -> bool:
    return value.startswith(asked[:-1]) if asked.endswith("*") else value == asked


def in_time(query: Query, period: Period | None) -> bool:
    if query.since is None and query.until is None:
        return True
    if period is None:
        return False
    early = query.since and query.since.lower and period.upper and period.upper < query.since.lower
    late = query.until and query.until.upper and period.lower and period.lower > query.until.upper
    return not early and not late


QUERIES = [
    {},
    {"countries": ["US"]},
    {"countries": ["group:g7"], "themes": ["research-security"]},
    {"countries": ["EU", "DE"], "from": "2025-01"},
    {"partners": ["IN"], "to": "2023"},
    {"kinds": ["observations"], "indicators": ["budget*"], "countries": ["US"]},
    {"kinds": ["observations"], "stages": ["requested"]},
    {"verbs": ["sign", "renew"], "from": "1970", "to": "2024-08"},
    {"ids": ["us-cn-sta-*"], "without": {"from": "2024"}},
    {"objects": ["us-cn-*", "uk-industrial-strategy-2025"]},
    {"types": ["agreement"], "without": {"countries": ["US"]}},
    {"kinds": ["initiatives", "actors"], "countries": ["GB"]},
    {"themes": ["talent-mobility"], "technologies": ["quantum"]},
    {"themes": ["global-south"], "without": {"themes": ["immigration"], "countries": ["GB"]}},
    {"countries": ["XX"]},
]


@pytest.mark.parametrize("asked", QUERIES, ids=str)
def test_it_finds_what_reading_through_finds(held: Holdings, asked: dict[str, object]) -> None:
    query = Query.model_validate(asked)
    assert [fact.id for fact in held.find(query)] == read_through(held, query)


def test_most_of_these_queries_find_something(held: Holdings) -> None:
    assert sum(bool(held.find(Query.model_validate(asked))) for asked in QUERIES) >= 12


def test_a_scope_narrows_and_gives_kinds_only_where_it_names_them(held: Holdings) -> None:
    query, scope = Query(countries=("US",)), Query(themes=("budgets",))
    both = {fact.id for fact in held.find(query)} & {fact.id for fact in held.find(scope)}
    assert {fact.id for fact in held.find(query, scope)} == both
    only = Query.model_validate({"kinds": ["observations"]})
    assert all(isinstance(fact, Observation) for fact in held.find(query, only))


def test_what_begins_after_an_earlier_day_is_left_out(held: Holdings) -> None:
    earlier = Holdings(held.records, Period("2024-01"), held.known, held.recorded, held.states)
    found = {fact.id for fact in earlier.find(Query(ids=("us-cn-sta-*",)))}
    assert "us-cn-sta-2024-08" not in found and found < {fact.id for fact in held.find(Query(ids=("us-cn-sta-*",)))}
