"""Whole documents, read as files: values and names never fall under the floors of the second judge."""

import importlib.util
from functools import lru_cache
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("judge", Path(__file__).parents[2] / "bench" / "judge.py")
judge = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(judge)

KEYS = [
    f"{kind}.{language}"
    for kind in ("money", "percentages", "dates", "mentions")
    for language in ("de", "en", "fr", "ja", "ko", "zh")
]


@lru_cache(maxsize=1)
def _scores():
    return judge.scores()


@pytest.mark.parametrize("key", KEYS)
def test_f1_holds_its_floor(key):
    floor = judge.floors()[key]
    assert floor >= 0.9
    assert _scores()[key] >= floor


def test_each_quote_of_the_gold_stands_at_its_place():
    for batch in ("", "second"):
        for name, document in judge.documents(batch=batch):
            for kind in judge.KINDS:
                for item in document[kind]:
                    assert document["text"][item["start"] : item["end"]] == item["quote"], name


def test_seven_documents_a_language():
    languages = [document["language"] for _, document in judge.documents()]
    assert {languages.count(language) for language in languages} == {7}


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        ({"amount": "5", "currency": "EUR"}, {"amount": "5.0", "currency": "EUR", "upper": None}, 1),
        ({"amount": "5", "currency": "EUR"}, {"amount": "5", "currency": "USD", "upper": None}, 0),
        ({"amount": "5", "currency": "EUR"}, {"amount": "5", "currency": "EUR", "upper": "6"}, 0),
    ],
)
def test_money_is_right_where_amount_upper_end_and_currency_agree(gold, found, right):
    span = {"start": 0, "end": 3, "quote": "abc"}
    assert judge.compare("money", [span | gold], [span | found])[0] == right


def test_a_value_elsewhere_in_the_text_is_not_right():
    gold = {"start": 0, "end": 4, "quote": "2025", "edtf": "2025"}
    assert judge.compare("dates", [gold], [gold | {"start": 9, "end": 13}])[0] == 0


def test_a_calendar_year_may_be_told_by_its_months():
    gold = {"start": 0, "end": 4, "quote": "2025", "edtf": "2025"}
    assert judge.compare("dates", [gold], [gold | {"edtf": "2025-01/2025-12"}])[0] == 1
