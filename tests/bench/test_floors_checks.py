"""The gold set of the checks stays above its floors; a floor only rises."""

import importlib.util
import json
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("bench_checks", Path(__file__).parents[2] / "bench" / "checks.py")
bench_checks = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(bench_checks)
FLOORS, LANGUAGES, cases, scores = bench_checks.FLOORS, bench_checks.LANGUAGES, bench_checks.cases, bench_checks.scores

KINDS = ("checks.recall", "checks.clean")


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    return scores()


@pytest.mark.parametrize("kind", KINDS)
def test_scores_hold_their_floors(kind: str, measured: dict[str, float]) -> None:
    floor = json.loads(FLOORS.read_text(encoding="utf-8"))[kind]
    assert floor >= {"checks.recall": 0.90, "checks.clean": 0.98}[kind] and measured[kind] >= floor


def test_the_gold_set_is_large_and_half_of_it_is_clean() -> None:
    rows = [case for language in LANGUAGES for case in cases(language)]
    clean = sum(case["family"] is None for case in rows)
    assert len(rows) >= 400 and len({case["id"] for case in rows}) == len(rows) and 0.35 <= clean / len(rows) <= 0.65
