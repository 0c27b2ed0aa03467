"""Proposed actions hold their floors on the gold set; a floor only rises."""

import json

import pytest
from bench.gold_actions import FLOORS, LANGUAGES, f1, judged


@pytest.mark.parametrize("language", LANGUAGES)
def test_scores_hold_their_floors(language: str) -> None:
    floor = json.loads(FLOORS.read_text(encoding="utf-8"))[f"actions.{language}"]
    right, proposed, expected, _, misses = judged(language)
    assert f1(right, proposed, expected) >= floor, "\n".join(misses)
