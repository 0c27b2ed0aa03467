"""Where tests find what is not in the repository; they skip, saying why, where it is absent."""

import os
from pathlib import Path

import pytest

_SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared_data(name: str) -> Path:
    """The path of a file of the shared data, from ``DUALTRACK_DATA`` or ``../shared/data``."""
    path = Path(os.environ.get("DUALTRACK_DATA", _SHARED / "data")) / name
    if not path.exists():
        pytest.skip(f"{name} is not here: set DUALTRACK_DATA to the folder that holds it")
    return path


def seed_path() -> Path:
    """The path of the seed deck's text, from ``DUALTRACK_SEED`` or ``../shared/seed``."""
    folder = Path(os.environ.get("DUALTRACK_SEED", _SHARED / "seed"))
    found = sorted(folder.glob("*.txt")) if folder.is_dir() else []
    if not found:
        pytest.skip("the seed deck is not here: set DUALTRACK_SEED to the folder that holds it")
    return found[0]


def seed_text() -> str:
    """The seed deck's text."""
    return seed_path().read_text(encoding="utf-8")
