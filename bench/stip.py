"""Speed of the STIP Compass waves: import beside DuckDB's bare reading of the same file, diff, compare and search.

Both are measured in one run, as time on the clock and as processor time of this process (DuckDB's threads included).
The import of a wave into a base may take at most 8 times DuckDB's ``CREATE TABLE ... FROM read_csv`` of the file (all
columns as text, the dialect told, nothing sniffed) and at most 30 s. The diff of two waves has 2 s, a comparison of
five countries in two themes 0.2 s, the search for a Japanese word that only the codebook leads to English initiatives
0.1 s, each the median of some runs. Bars are held against processor time: other work lengthens it least.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from bench.waves import wave_files
from dualtrack.evidence import EvidenceBase
from dualtrack.model import Period
from dualtrack.observatory import comparing, importing

_TIMES, _IMPORT, _DIFF, _COMPARE, _SEARCH = 8.0, 30.0, 2.0, 0.2, 0.1
_COUNTRIES = ("JP", "KR", "GB", "US", "DE")
_WORD = "国際頭脳循環"


class Took(NamedTuple):
    """Seconds on the clock and of the processor, and what came of it."""

    clock: float
    processor: float
    found: Any


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 1 where a bar is missed."""
    files = wave_files(arguments)
    if not files:
        return 0
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    print(f"{'':36}{'clock s':>10}{'processor s':>13}{'bar':>9}")
    with tempfile.TemporaryDirectory() as folder, EvidenceBase.open(Path(folder) / "base.sqlite") as base:
        missed = [_imported(base, file) for file in files]
        waves = sorted(int(one.id.rpartition("-")[2]) for one in base.records("source") if "stip-survey" in one.id)
        older, newer = (Period(str(year)) for year in waves[-2:])
        missed += [
            _shown(f"diff {older} to {newer}", _middle(lambda: comparing.wave_diff(base, older, newer), 3), _DIFF),
            _shown(
                "compare 5 countries", _middle(lambda: comparing.compare(base, _COUNTRIES, ["TH25", "TH55"])), _COMPARE
            ),
        ]
        search = _middle(lambda: base.search(_WORD, limit=20))
        missed.append(_shown(f"search {_WORD}", search, _SEARCH))
        told = [hit for hit in search.found if hit.revision.kind == "initiative"]
        mobile = sum("TH55" in hit.revision.record.themes for hit in told)
    print(f"\n{_WORD}: {len(told)} initiatives among the first 20 found, {mobile} of them of the theme TH55, mobility")
    return int(any(missed) or not mobile)


def _imported(base: EvidenceBase, file: Path) -> bool:
    bare, ours = _timed(lambda: _bare(file)), _timed(lambda: importing.import_stip(base, [file]))
    [wave] = ours.found
    print(f"{'read by DuckDB ' + file.name:36}{bare.clock:10.2f}{bare.processor:13.2f}")
    late = _shown(f"import {len(wave.wave.entries):,} initiatives", ours, _IMPORT)
    times = ours.processor / bare.processor
    print(f"{'  times DuckDB':36}{ours.clock / bare.clock:10.1f}{times:13.1f}{_TIMES:9.1f}")
    return late or times > _TIMES


def _bare(file: Path) -> int:
    import duckdb

    with duckdb.connect() as connection:
        dialect = "delim='|', header=true, quote='', escape='', strict_mode=false, null_padding=true"
        read = f"read_csv(?, {dialect}, all_varchar=true)"
        connection.execute(f"CREATE TABLE wave AS SELECT * FROM {read}", [str(file)])
        [count] = connection.execute("SELECT count(*) FROM wave").fetchone() or [0]
        return int(count)


def _shown(what: str, took: Took, bar: float) -> bool:
    print(f"{what:36}{took.clock:10.3f}{took.processor:13.3f}{bar:9.1f}")
    return took.processor > bar


def _timed(task: Callable[[], Any]) -> Took:
    clock, processor = time.perf_counter(), time.process_time()
    found = task()
    return Took(time.perf_counter() - clock, time.process_time() - processor, found)


def _middle(task: Callable[[], Any], times: int = 5) -> Took:
    took = [_timed(task) for _ in range(times)]
    clocks, processors = (statistics.median(one[at] for one in took) for at in (0, 1))
    return Took(clocks, processors, took[-1].found)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
