"""The shared data that the benchmarks read, and the published wave files of the STIP Compass in it."""

import os
from pathlib import Path

DATA = Path(os.environ.get("DUALTRACK_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
"""The folder of the shared data, whether it is there or not."""


def wave_files(arguments: list[str] | None) -> list[Path]:
    """The files given, or those in ``stip`` of ``DUALTRACK_DATA`` or ``../shared/data``; says so where two lack."""
    files = [Path(argument) for argument in arguments or []]
    files = files or sorted((DATA / "stip").glob("STIP_Survey-*.csv*"))
    if len(files) < 2:
        print("two wave files are needed: set DUALTRACK_DATA")
        return []
    return files
