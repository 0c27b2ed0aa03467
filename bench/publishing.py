"""How long a brief takes: both languages, page and deck, from a loaded base; and beside 100,000 other records."""

import tempfile
import time
from pathlib import Path

from dualtrack.evidence import EvidenceBase
from dualtrack.evidence.catalogue import load_catalogue
from dualtrack.model import Action, Citation, Period
from dualtrack.observatory import briefing

LOADED, LARGE = 3.0, 10.0
RECORDS = 100_000
_COUNTRIES = ("JP", "KR", "DE", "FR", "GB", "US", "IN", "CN", "CA", "AU")
_VERBS = ("launch", "fund", "meet", "publish", "sign", "agree", "cut", "announce")


def _brief(where: Path, output: Path) -> tuple[float, int]:
    with EvidenceBase.open(where) as base:
        spec = briefing.specification("")
        start = time.perf_counter()
        made = briefing.make_brief(base, where, spec, output, briefing.Wish(formats=("html", "pptx")))
        return time.perf_counter() - start, made.statements


def _others(count: int) -> list[Action]:
    """Actions of other years and themes, beside which the brief has to find its own."""
    return [
        Action(
            id=f"made-up-{number}",
            verb=_VERBS[number % len(_VERBS)],
            actors=(_COUNTRIES[number % len(_COUNTRIES)],),
            object=None,
            date=Period(f"{1990 + number % 20}-{1 + number % 12:02}"),
            cites=(Citation(source="crds-2025-06-26", at="made up"),),
        )
        for number in range(count)
    ]


def main() -> int:
    """Print the times; 1 where a bar is missed."""
    with tempfile.TemporaryDirectory() as folder:
        where, output = Path(folder) / "base.sqlite", Path(folder) / "out"
        with EvidenceBase.open(where) as base:
            load_catalogue(base)
        first, statements = _brief(where, output)
        again, _ = _brief(where, output)
        print(f"loaded base: {first:.2f} s the first time in a process, {again:.2f} s again ({statements} statements)")
        with EvidenceBase.open(where) as base:
            base.record(_others(RECORDS), known=Period("2010"), by="bench", status="accepted")
        large, statements = _brief(where, output)
        print(f"{RECORDS:,} records more: {large:.2f} s ({statements} statements)")
    return int(first > LOADED or large > LARGE)


if __name__ == "__main__":
    raise SystemExit(main())
