"""Proposed actions against the gold set: right verb, actors and date together; and whether the confidence holds.

``python -m bench gold_actions`` prints precision, recall and F1 by language and how many are right at each confidence.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dualtrack.extraction import propose
from dualtrack.reading import read

GOLD = Path(__file__).parent / "gold" / "actions"
FLOORS = Path(__file__).parent / "floors.json"
SETS = ("", "-policy")
"""Single sentences, and passages of policy texts; the latter were written before the rules were measured on them."""
LANGUAGES = ("ja", "en", "ko", "zh", "de", "fr")


def items(language: str) -> Iterator[dict[str, Any]]:
    """The gold items of one language: a text, and the actions it tells of."""
    for name in SETS:
        path = GOLD / f"{language}{name}.jsonl"
        if path.exists():
            yield from (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def judged(language: str) -> tuple[int, int, int, list[tuple[float, bool]], list[str]]:
    """Right, proposed and expected counts, each proposal's confidence with whether it is right, and the misses."""
    right = proposed = expected = 0
    bands: list[tuple[float, bool]] = []
    misses: list[str] = []
    for item in items(language):
        document = read(item["text"].encode(), name="gold.txt", published=item.get("published", "2025-12-01"))
        wanted = {(a["verb"], frozenset(a["actors"]), a["date"]) for a in item["actions"]}
        found = {(a.verb, frozenset(a.actors), a.date): a.confidence for a in propose(document).actions}
        right += len(wanted & set(found))
        proposed += len(found)
        expected += len(wanted)
        bands += [(confidence, key in wanted) for key, confidence in found.items()]
        if wanted != set(found):
            misses.append(
                f"{item['text']}\n    missed {_show(wanted - set(found))}\n    extra  {_show(set(found) - wanted)}"
            )
    return right, proposed, expected, bands, misses


def _show(keys: set[Any]) -> str:
    return "; ".join(f"{verb} {sorted(actors)} {date}" for verb, actors, date in keys) or "-"


def f1(right: int, proposed: int, expected: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (proposed + expected) if proposed + expected else 1.0


def main(show: bool = False) -> int:
    """Print the table; 1 if a language lies under its floor."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    failed = False
    every: list[tuple[float, bool]] = []
    totals = [0, 0, 0]
    print(f"{'language':10}{'precision':>10}{'recall':>8}{'F1':>7}{'floor':>7}")
    for language in LANGUAGES:
        right, proposed, expected, bands, misses = judged(language)
        totals = [total + part for total, part in zip(totals, (right, proposed, expected), strict=True)]
        every += bands
        score, floor = f1(right, proposed, expected), floors.get(f"actions.{language}", 0)
        failed |= score < floor
        precision, recall = right / max(1, proposed), right / max(1, expected)
        print(f"{language:10}{precision:10.2f}{recall:8.2f}{score:7.2f}{floor:7.2f}")
        if show:
            print("\n".join(misses))
    print(f"{'all':10}{'':18}{f1(*totals):7.2f}")
    _calibration(every)
    return int(failed)


def _calibration(every: list[tuple[float, bool]]) -> None:
    bands: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in every:
        bands[min(4, int(confidence * 5))].append((confidence, right))
    print("\nsaid      proposals  right")
    for _band, found in sorted(bands.items()):
        said = sum(confidence for confidence, _ in found) / len(found)
        print(f"{said:8.2f}{len(found):11}{sum(right for _, right in found) / len(found):7.2f}")


if __name__ == "__main__":
    import sys

    raise SystemExit(main(show="--show" in sys.argv))
