"""Two writers and four readers on one base at once, each a process: nothing may be lost, nothing half-seen.

``python bench/concurrency.py [seconds] [base]`` (30 s on a fresh SQLite file by default). Each write is one
transaction of two records; a reader must always see both or neither, and never fewer than before.
"""

import argparse
import json
import multiprocessing
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from dualtrack.evidence import EvidenceBase
from dualtrack.model import Action, Actor, Period, SourceRecord

KNOWN = Period("2025-06-26")
WRITERS, READERS = 2, 4


def pair(writer: int, turn: int) -> list[Action]:
    """Two actions that belong together."""
    cites = [{"source": "s", "at": "p 1"}]
    both = {"verb": "meet", "actors": ["US"], "date": "2025", "cites": cites}
    return [Action.build({"id": f"w{writer}-{turn}-{half}", **both}) for half in ("a", "b")]


def prepare(where: str) -> None:
    """The records that the others refer to."""
    with EvidenceBase.open(where) as base:
        cites = [{"source": "s", "at": "p 1"}]
        us = Actor.build({"id": "US", "kind": "country", "names": {"en": "US"}, "cites": cites})
        base.record([SourceRecord.build({"id": "s", "title": {"en": "S"}}), us], known=KNOWN, by="bench")


def _write(where: str, writer: int, seconds: float, told: Any) -> None:
    done = 0
    with EvidenceBase.open(where) as base:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            base.record(pair(writer, done), known=KNOWN, by=f"writer {writer}")
            done += 1
    told.put(("wrote", writer, done, 0))


def _read(where: str, reader: int, seconds: float, told: Any) -> None:
    reads = faults = last = 0
    with EvidenceBase.open(where) as base:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            count = sum(number for _, _, number in base.compare(on=KNOWN, known=KNOWN))
            faults += count % 2 != 0 or count < last
            last = count
            reads += 1
    told.put(("read", reader, reads, faults))


def run(where: str, seconds: float) -> dict[str, int]:
    """Run them all; the answer counts what was written, read, lost and wrongly seen."""
    prepare(where)
    context = multiprocessing.get_context("spawn")
    told = context.Queue()
    workers = [context.Process(target=_write, args=(where, at, seconds, told)) for at in range(WRITERS)]
    workers += [context.Process(target=_read, args=(where, at, seconds, told)) for at in range(READERS)]
    for worker in workers:
        worker.start()
    reports = [told.get(timeout=seconds + 120) for _ in workers]
    for worker in workers:
        worker.join(60)
    written = {writer: count for what, writer, count, _ in reports if what == "wrote"}
    with EvidenceBase.open(where) as base:
        held = {one.id for one in base.records("action")}
        problems = len(base.verify())
    expected = {
        record.id for writer, count in written.items() for turn in range(count) for record in pair(writer, turn)
    }
    return {
        "transactions": sum(written.values()),
        "reads": sum(count for what, _, count, _ in reports if what == "read"),
        "lost": len(expected - held),
        "too_many": len(held - expected),
        "half_seen": sum(faults for what, _, _, faults in reports if what == "read"),
        "problems": problems,
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Two writers and four readers on one base.")
    parser.add_argument("seconds", nargs="?", type=float, default=30)
    parser.add_argument("base", nargs="?")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = run(given.base or str(Path(folder) / "base.sqlite"), given.seconds)
    print(json.dumps({"seconds": given.seconds, **result}, indent=2))
    sys.exit(1 if result["lost"] or result["too_many"] or result["half_seen"] or result["problems"] else 0)
