"""Gold sets with floors, and speed as ratios beside named rivals, in one run."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))
"""Some measure on the files that the tests make."""
