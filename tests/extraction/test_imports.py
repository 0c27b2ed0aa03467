"""Who reads figures and dates does not wait for names, deeds and themes to be imported."""

import subprocess
import sys

import pytest

import dualtrack.extraction


def test_figures_and_dates_come_without_the_rest() -> None:
    ask = (
        "import sys; from dualtrack.extraction import Quantity, find_dates, find_quantities; "
        "print(*(name for name in sys.modules if name.startswith('dualtrack.extraction.')))"
    )
    loaded = subprocess.run([sys.executable, "-c", ask], check=True, capture_output=True, text=True).stdout.split()
    assert "dualtrack.extraction.quantities" in loaded
    assert not {f"dualtrack.extraction.{name}" for name in ("mentions", "proposals", "theme_model")} & set(loaded)


def test_every_public_name_is_there_and_no_other() -> None:
    assert all(getattr(dualtrack.extraction, name) is not None for name in dualtrack.extraction.__all__)
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = dualtrack.extraction.nothing_of_the_kind
