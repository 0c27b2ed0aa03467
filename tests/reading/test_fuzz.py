"""Mutated real files: a few hundred here, thousands in ``bench/fuzz_reading.py``."""

import importlib.util
import random
from pathlib import Path

from tests.reading import samples

_SPEC = importlib.util.spec_from_file_location(
    "fuzz_reading", Path(__file__).resolve().parents[2] / "bench" / "fuzz_reading.py"
)
fuzz = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(fuzz)


def test_mutated_files_are_read_or_refused():
    files = samples.files()
    outcomes = set()
    for number in range(300):
        choice = random.Random(number)
        name, data = choice.choice(files)
        outcomes.add(fuzz.check(fuzz.mutated(data, choice), name))
    assert outcomes <= {"read", "refused"}
