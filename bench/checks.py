"""Recall and precision of ``check_text`` on the hand-made gold, and its speed, with floors.

Run with ``python -m bench.checks``; ``python -m bench.checks blind3`` measures the batch ``blind3-*.jsonl`` alone,
written blind, not yet part of the gold. A case with a family counts as found when a finding of that family at warning
or above (or, where the gold says ``note``, a note) is made; a clean case counts as flagged when any finding at warning
or above is made.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench.waves import DATA
from dualtrack.checks import Finding, Options, check_document, check_text

GOLD = Path(__file__).parent / "gold" / "checks"
FLOORS = Path(__file__).parent / "floors.json"
LANGUAGES = ("ja", "en", "ko", "de", "fr", "zh")

Case = dict[str, Any]


def cases(language: str, batch: str = "") -> list[Case]:
    """The gold of a language or a batch: id, text, family (none where clean), days it was published and is read on."""
    path = GOLD / (f"{batch}-{language}.jsonl" if batch else f"{language}.jsonl")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def found_in(case: Case) -> list[Finding]:
    """What the checks find in a case."""
    options = Options(as_of=date.fromisoformat(case["as_of"]) if "as_of" in case else None)
    return check_text(case["text"], case["language"], case.get("published"), options)


def found(case: Case, findings: list[Finding]) -> bool:
    """Whether the fault of a case is found, in its family."""
    noted = case.get("severity") == "note"
    return any(one.family == case["family"] and (noted or one.fails) for one in findings)


def outcomes(batch: str = "") -> Iterator[tuple[Case, bool]]:
    """Each case, and whether it went right: the fault found, or nothing said of a clean one."""
    for language in LANGUAGES:
        for case in cases(language, batch):
            findings = found_in(case)
            yield case, found(case, findings) if case["family"] else not any(one.fails for one in findings)


def scores() -> dict[str, float]:
    """``checks.recall``, and ``checks.clean``: the share of clean cases at which nothing is flagged."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for case, good in outcomes():
        kind = "checks.recall" if case["family"] else "checks.clean"
        right[kind] += good
        total[kind] += 1
    return {kind: right[kind] / total[kind] for kind in total}


def main(batch: str = "") -> int:
    """Print the table and the speed; 1 if a score lies under its floor. Of a batch only the table."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    missed: list[Case] = []
    for case, good in outcomes(batch):
        for column in (case["language"], "all"):
            for row in (case["family"], "wrong") if case["family"] else ("clean",):
                total[row, column] += 1
                right[row, column] += good
        if not good:
            missed.append(case)
    rows = [*dict.fromkeys(row for row, _ in total if row not in ("wrong", "clean")), "wrong", "clean"]
    print(f"{'family':14}" + "".join(f"{column:>12}" for column in (*LANGUAGES, "all")))
    for row in rows:
        shown = (
            f"{right[row, column]}/{total[row, column]}" if total[row, column] else "" for column in (*LANGUAGES, "all")
        )
        print(f"{row:14}" + "".join(f"{one:>12}" for one in shown))
    for case in missed:
        print(f"  {'missed' if case['family'] else 'flagged'} {case['id']} {case['family'] or ''}: {case['text']}")
    if batch:
        return 0
    measured = scores()
    for kind, score in measured.items():
        print(f"{kind:16}{score:6.3f}  floor {floors.get(kind, 0):.3f}")
    _speed()
    return int(any(score < floors.get(kind, 0) for kind, score in measured.items()))


def _speed() -> None:
    """Processor seconds for a megabyte of ordinary policy text, and for one in which every sentence has figures."""
    files = sorted((DATA / "policy-texts" / "whitehouse").glob("*.md"))
    if files:
        _timed("policy text", [path.read_text(encoding="utf-8") for path in files])
    else:
        print("1 MB of policy text: not measured, the shared data is absent")
    clean = [
        case["text"]
        for language in ("en", "ja")
        for case in cases(language)
        if case["family"] is None and not case["id"].startswith("tab-")
    ]
    _timed(
        "clean sentences that all have figures", [f"{number}: {clean[number % len(clean)]}" for number in range(16_000)]
    )


def _timed(name: str, parts: list[str]) -> None:
    from dualtrack.checks.plain import document_of

    text = "\n\n".join(parts)[:1_000_000]
    document = document_of(text)
    start = time.process_time()
    flagged = sum(one.fails for one in check_document(document))
    taken = time.process_time() - start
    print(f"{len(text) / 1e6:.2f} million characters of {name}: {taken:.2f} s of one core, {flagged} flagged")


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:2]))
