"""The gold of quantities is big enough and its floors hold; speed is never tested."""

import importlib.util
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location(
    "gold_quantities", Path(__file__).parents[2] / "bench" / "gold_quantities.py"
)
gold = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(gold)

LEAST = {"ja": 145, "en": 145}


@pytest.mark.parametrize("language", gold.LANGUAGES)
@pytest.mark.parametrize("kind", gold.KINDS)
def test_the_floor_holds(language, kind):
    floor = gold.floors()[f"quantities.{kind}.{language}"]
    assert gold.score(language, kind)[2] >= floor


@pytest.mark.parametrize("language", gold.LANGUAGES)
def test_gold_quotes_stand_in_their_texts_in_order(language):
    for item in gold.gold_items(language):
        for kind in gold.KINDS:
            place = -1
            for entry in item[kind]:
                place = item["text"].find(entry["quote"], place + 1)
                assert place >= 0, entry


@pytest.mark.parametrize("language", gold.LANGUAGES)
def test_the_gold_is_big_enough_and_has_texts_without_quantities(language):
    items = gold.gold_items(language)
    for kind in gold.KINDS:
        assert sum(len(item[kind]) for item in items) >= LEAST.get(language, 60)
    assert sum(not item["money"] and not item["percentages"] for item in items) >= 2
