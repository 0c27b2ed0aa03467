"""The date gold: precision, recall and F1 by language beside rivals, and throughput.

Run ``python -m bench.gold_dates``. An item is right if both its quote and its EDTF are. The rivals (dateparser's
``search_dates``, Microsoft's recognizers-text) are tried where they can be imported; they give no EDTF, so a rival's
item counts as right already if its text overlaps an item of the gold and the year, month and day that the gold states
agree. ``--failures`` lists what went wrong.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from dualtrack.extraction import find_dates

GOLD = Path(__file__).parent / "gold" / "dates"
FLOORS = Path(__file__).parent / "floors.json"
LANGUAGES = ("ja", "en", "ko", "zh", "de", "fr")


class Score(NamedTuple):
    """Counts of right, spurious and missed items."""

    right: int
    spurious: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        found = self.right + self.spurious
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def floor(language: str) -> float:
    """The F1 that the language may not fall under."""
    return json.loads(FLOORS.read_text(encoding="utf-8")).get(f"dates.{language}", 0.0) if FLOORS.exists() else 0.0


def cases(language: str) -> list[dict]:
    lines = (GOLD / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def score(language: str, failures: list[str] | None = None) -> Score:
    right = spurious = missed = 0
    for case in cases(language):
        found = find_dates(case["text"], case["language"], case.get("reference"), case.get("country"))
        got = Counter((mention.quote, mention.edtf) for mention in found)
        want = Counter((item["quote"], item["edtf"]) for item in case["dates"])
        right += (got & want).total()
        spurious += (got - want).total()
        missed += (want - got).total()
        if failures is not None and got != want:
            failures.append(
                f"{language}: {case['text']}\n   spurious {dict(got - want)}\n   missed   {dict(want - got)}"
            )
    return Score(right, spurious, missed)


def rivals() -> dict[str, Callable[[str, str], list[tuple[str, str]]]]:
    """The rivals that can be imported, each giving (text, ISO day) pairs."""
    found: dict[str, Callable[[str, str], list[tuple[str, str]]]] = {}
    try:
        from dateparser.search import search_dates

        found["dateparser"] = lambda text, language: [
            (quote, day.date().isoformat()) for quote, day in search_dates(text, languages=[language]) or []
        ]
    except ImportError:
        pass
    return found


def rival_score(language: str, find: Callable[[str, str], list[tuple[str, str]]]) -> Score:
    right = spurious = missed = 0
    for case in cases(language):
        found = list(find(case["text"], language))
        for item in case["dates"]:
            stated = re.split("[/~]", item["edtf"])[0]
            hit = next((pair for pair in found if pair[0] in item["quote"] or item["quote"] in pair[0]), None)
            if hit and hit[1].startswith(stated[:4]) and (len(stated) < 7 or hit[1].startswith(stated)):
                right += 1
                found.remove(hit)
            else:
                missed += 1
        spurious += len(found)
    return Score(right, spurious, missed)


def seconds(find: Callable[[], object]) -> float:
    start = time.process_time()
    find()
    return time.process_time() - start


def throughput(language: str) -> tuple[str, int]:
    """A text of the language of about 200 kB, made of its gold, and its size in bytes."""
    text = "\n".join(case["text"] for case in cases(language))
    long = text * (200_000 // len(text.encode()) + 1)
    return long, len(long.encode())


def main() -> bool:
    """Print the tables; ``True`` if a language fell under its floor."""
    failures: list[str] = []
    others = rivals()
    heads = "".join(f" {name + ' F1':>14} {'times':>6}" for name in others)
    print(f"{'dates':6} {'P':>6} {'R':>6} {'F1':>6} {'MB/s':>6}{heads}")
    fallen = False
    for language in LANGUAGES:
        mine = score(language, failures)
        fallen = fallen or mine.f1 < floor(language)
        text, size = throughput(language)
        spent = min(seconds(lambda text=text, language=language: find_dates(text, language)) for _ in range(3))
        line = f"{language:6} {mine.precision:6.3f} {mine.recall:6.3f} {mine.f1:6.3f} {size / spent / 1e6:6.1f}"
        for find in others.values():
            short = text[:4000]
            slow = seconds(lambda short=short, language=language, find=find: find(short, language)) / len(
                short.encode()
            )
            line += f" {rival_score(language, find).f1:14.3f} {slow / (spent / size):6.0f}"
        print(line)
    if "--failures" in sys.argv:
        print("\n".join(failures))
    return fallen


if __name__ == "__main__":
    raise SystemExit(main())
