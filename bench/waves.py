"""The published wave files of the STIP Compass that the benchmarks read."""

import os
from pathlib import Path

_SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


def wave_files(arguments: list[str] | None) -> list[Path]:
    """The files given, or those in ``stip`` of ``DUALTRACK_DATA`` or ``../shared/data``; says so where two lack."""
    files = [Path(argument) for argument in arguments or []]
    files = files or sorted(Path(os.environ.get("DUALTRACK_DATA", _SHARED), "stip").glob("STIP_Survey-*.csv*"))
    if len(files) < 2:
        print("two wave files are needed: set DUALTRACK_DATA")
        return []
    return files
