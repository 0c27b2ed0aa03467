"""Mentions never fall under their floors, and the gold is large enough to tell."""

import importlib.util
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location(
    "gold_mentions", Path(__file__).parents[2] / "bench" / "gold_mentions.py"
)
gold = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(gold)

LEAST = {"ja": 100, "en": 100, "ko": 60, "zh": 60, "de": 60, "fr": 60}


@pytest.mark.parametrize("language", sorted(LEAST))
def test_f1_holds_its_floor(language):
    floor = gold.floors()[language]
    assert floor >= 0.9
    assert gold.score(language).f1 >= floor


@pytest.mark.parametrize("language", sorted(LEAST))
def test_the_gold_is_large_enough_and_has_hard_negatives(language):
    cases = list(gold.cases(language))
    assert sum(len(case.wanted) for case in cases) >= LEAST[language]
    assert sum(not case.wanted for case in cases) >= 4


def test_marks_are_read_with_their_places():
    case = gold.unmark("在[[米|US]]の[[JST|jp-jst]]")
    assert case.text == "在米のJST" and case.wanted == {(1, 2, "US"), (3, 6, "jp-jst")}
