"""Records: frozen, strict, round trips, and errors that name the field."""

from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from dualtrack.errors import BadInputError, DualtrackError, ManyErrors
from dualtrack.model import RECORD_TYPES, Action, Change, Document, Money, Observation, Text, Value, json_schemas

FUND: dict[str, Any] = {
    "id": "uk-global-talent-fund-launch",
    "verb": "launch",
    "actors": ["gb-dsit"],
    "object": "uk-global-talent-fund",
    "date": "2025-06-22",
    "amounts": [
        {
            "amount": 54_000_000,
            "currency": "GBP",
            "over": "P5Y",
            "gloss": {"amount": "10000000000", "currency": "JPY", "qualifier": "about"},
        }
    ],
}
BUDGET: dict[str, Any] = {
    "id": "nsf-oise-2026-request",
    "indicator": "budget-request",
    "subject": "us-nsf-oise",
    "period": "2025-10/2026-09",
    "value": {"amount": 12_740_000, "currency": "USD"},
    "baseline": {"amount": 63_700_000, "currency": "USD", "as": "previous-year"},
    "change": "-80.0%",
}


def test_a_fund_keeps_its_amount_exactly() -> None:
    action = Action.build(FUND)
    money = action.amounts[0]
    assert money.amount == Decimal(54_000_000) and money.currency == "GBP"
    assert money.gloss is not None and money.gloss.qualifier == "about"
    assert action.as_dict()["amounts"][0]["amount"] == "54000000"


def test_a_budget_line_keeps_its_stated_change() -> None:
    line = Observation.build(BUDGET)
    assert line.change == Change(value=Decimal("-80.0"), direction="decrease")
    assert line.change is not None and str(line.change.value) == "-80.0"
    assert line.baseline is not None and line.baseline.kind == "previous-year"


@pytest.mark.parametrize(("type_", "data"), [(Action, FUND), (Observation, BUDGET)])
def test_plain_data_comes_back_the_same(type_: type[Value], data: dict[str, Any]) -> None:
    record = type_.build(data)
    assert type_.build(record.as_dict()) == record


def test_a_year_in_yaml_may_be_a_number() -> None:
    assert str(Action.build({**FUND, "date": 1979}).date) == "1979"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"date": "2024-02-30"}, "date"),
        ({"amounts": [{"amount": 5}]}, "amounts.0.currency"),
        ({"amounts": [{"amount": 5, "currency": "pounds"}]}, "amounts.0.currency"),
        ({"amounts": [{"amount": "NaN", "currency": "GBP"}]}, "amounts.0.amount"),
        ({"amounts": [{"amount": 5, "currency": "GBP", "upper": 3}]}, "amounts.0"),
        ({"amounts": [{"amount": 5, "currency": "GBP", "qualifier": "roughly"}]}, "amounts.0.qualifier"),
        ({"colour": "red"}, "colour"),
        ({"id": "two words"}, "id"),
        ({"term": "five years"}, "term"),
        ({"summary": {}}, "summary"),
    ],
)
def test_a_wrong_action_cannot_be_built_and_says_why(change: dict[str, Any], field: str) -> None:
    with pytest.raises(BadInputError) as caught:
        Action.build({**FUND, **change}, file="x.yaml", line=7)
    assert caught.value.facts["field"] == field
    assert caught.value.facts["file"] == "x.yaml" and caught.value.facts["line"] == 7


def test_all_faults_are_told_together() -> None:
    with pytest.raises(ManyErrors) as caught:
        Action.build({"id": "x", "verb": "sign", "date": "soon", "size": 1})
    assert {error.facts["field"] for error in caught.value.errors} == {"date", "size"}


@pytest.mark.parametrize("value", [12.5, "12.5", {"amount": 3}, {"percent": -3}])
def test_a_bare_number_is_no_value(value: object) -> None:
    with pytest.raises(DualtrackError):
        Observation.build({**BUDGET, "value": value})


@pytest.mark.parametrize("text", ["80", "-80", "eighty percent", "%"])
def test_a_change_needs_its_unit(text: str) -> None:
    with pytest.raises(DualtrackError):
        Observation.build({**BUDGET, "change": text})


def test_a_change_says_its_direction() -> None:
    assert Change.build("+6pp") == Change(value=Decimal(6), points=True, direction="increase")
    with pytest.raises(BadInputError):
        Change.build({"value": 5, "direction": "decrease"})


def test_records_are_frozen() -> None:
    action = Action.build(FUND)
    with pytest.raises(ValidationError):
        action.verb = "cut"  # type: ignore[misc]


def test_large_amounts_are_written_without_exponent() -> None:
    assert Money(amount=Decimal("5E+7"), currency="USD").as_dict()["amount"] == "50000000"


def test_texts_fall_back_to_english_then_japanese() -> None:
    assert Text(ja="日本", en="Japan").best("de") == "Japan"
    assert Text(ja="日本").best("en") == "日本"


def test_a_passage_must_be_where_it_says_it_is() -> None:
    passage = {"kind": "paragraph", "text": "abc", "start": 1, "end": 4}
    with pytest.raises(BadInputError, match="not where it says"):
        Document.build({"sha256": "0", "media_type": "text/plain", "text": "abcd", "passages": [passage]})


@pytest.mark.parametrize(("kind", "data"), [("action", FUND), ("observation", BUDGET)])
def test_json_schema_agrees_with_the_model(kind: str, data: dict[str, Any]) -> None:
    schema = json_schemas()[kind]
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid(RECORD_TYPES[kind].build(data).as_dict())
    assert not validator.is_valid({**data, "colour": "red"})
