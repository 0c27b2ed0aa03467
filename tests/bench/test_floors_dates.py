"""The reading of dates never falls under its floors, and the gold is large enough to tell."""

import importlib.util
import json
from pathlib import Path

import pytest
from edtf import parse_edtf

_SPEC = importlib.util.spec_from_file_location("gold_dates", Path(__file__).parents[2] / "bench" / "gold_dates.py")
gold_dates = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(gold_dates)
GOLD, LANGUAGES = gold_dates.GOLD, gold_dates.LANGUAGES
cases, floor, score = gold_dates.cases, gold_dates.floor, gold_dates.score

LEAST = {"ja": 150, "en": 150, "ko": 60, "zh": 60, "de": 60, "fr": 60}


@pytest.mark.parametrize("language", LANGUAGES)
def test_f1_holds_its_floor(language):
    assert floor(language) >= 0.95
    assert score(language).f1 >= floor(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gold_is_well_formed(language):
    rows = cases(language)
    assert sum(len(case["dates"]) for case in rows) >= LEAST[language]
    assert sum(not case["dates"] for case in rows) >= 5
    for case in rows:
        place = 0
        for item in case["dates"]:
            place = case["text"].index(item["quote"], place) + len(item["quote"])
            parse_edtf(item["edtf"])


def test_the_gold_is_json_by_line():
    for path in Path(GOLD).glob("*.jsonl"):
        assert all(json.loads(line)["language"] == path.stem for line in path.read_text(encoding="utf-8").splitlines())
