"""How long a brief takes: both languages, page and deck, from a loaded base; and beside 100,000 other records.

These are once of other years, so that the brief has to find its own, and once of its own years and themes. Each is
measured in a process of its own, imports included; elapsed and processor time are given, for a machine that does other
things too.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from dualtrack.evidence import EvidenceBase
from dualtrack.evidence.catalogue import load_catalogue
from dualtrack.model import Action, Citation, Period

LOADED, LARGE = 3.0, 10.0
RECORDS = 100_000
_COUNTRIES = ("JP", "KR", "DE", "FR", "GB", "US", "IN", "CN", "CA", "AU")
_VERBS = ("launch", "fund", "meet", "publish", "sign", "agree", "cut", "announce")


_THEMES = ("talent-mobility", "research-security", "international-cooperation", "global-south", "budgets", "digital")
_RUN = """
import sys, time
start, cpu = time.perf_counter(), time.process_time()
from pathlib import Path
from dualtrack.evidence import EvidenceBase
from dualtrack.observatory import briefing
with EvidenceBase.open(sys.argv[1]) as base:
    wish = briefing.Wish(formats=("html", "pptx"))
    made = briefing.make_brief(base, sys.argv[1], briefing.specification(""), Path(sys.argv[2]), wish)
print(time.perf_counter() - start, time.process_time() - cpu, made.statements)
"""


def _brief(where: Path) -> tuple[float, float, int]:
    """Elapsed and processor time of a brief in a new process, and its statements."""
    told = subprocess.run(
        [sys.executable, "-c", _RUN, str(where), str(where.parent / "out")], check=True, capture_output=True, text=True
    ).stdout.split()
    return float(told[0]), float(told[1]), int(told[2])


def _others(count: int, near: bool) -> list[Action]:
    """Actions of other years without themes, or of the brief's own years and themes."""
    return [
        Action(
            id=f"made-up-{number}",
            verb=_VERBS[number % len(_VERBS)],
            actors=(_COUNTRIES[number % len(_COUNTRIES)],),
            object=None,
            date=Period(f"{2019 + number % 7 if near else 1990 + number % 20}-{1 + number % 12:02}"),
            themes=(_THEMES[number % len(_THEMES)],) if near else (),
            cites=(Citation(source="crds-2025-06-26", at="made up"),),
        )
        for number in range(count)
    ]


def _said(name: str, measured: tuple[float, float, int]) -> str:
    return f"{name}: {measured[0]:.2f} s, processor {measured[1]:.2f} s ({measured[2]} statements)"


def main() -> int:
    """Print the times; 1 where a bar is missed."""
    print(f"load {os.getloadavg()[0]:.1f}")
    missed = False
    for name, near in (("of other years", False), ("of its years and themes", True)):
        with tempfile.TemporaryDirectory() as folder:
            where = Path(folder) / "base.sqlite"
            with EvidenceBase.open(where) as base:
                load_catalogue(base)
            if not near:
                first = min(_brief(where) for _ in range(3))
                missed |= first[0] > LOADED
                print(_said("loaded base, in a new process", first))
            with EvidenceBase.open(where) as base:
                known = Period("2025-06-01" if near else "2010")
                base.record(_others(RECORDS, near), known=known, by="bench", status="accepted")
            large = _brief(where)
            missed |= large[0] > LARGE
            print(_said(f"{RECORDS:,} records more, {name}", large))
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
