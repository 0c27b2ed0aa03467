"""The documentation says what the program does: generated pages are current, and everything has its heading."""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import docs  # noqa: E402

PAGES = dict(docs.pages())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_generated_pages_are_current(path: Path) -> None:
    assert path.exists() and path.read_text(encoding="utf-8") == PAGES[path], "run make docs"


def test_local_links_lead_somewhere() -> None:
    broken = []
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)} -> {target}")
    assert not broken


def test_every_room_has_its_place_in_the_architecture() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = [path.name for path in (ROOT / "src" / "dualtrack").iterdir() if (path / "__init__.py").exists()]
    assert [room for room in rooms if f"`{room}/`" not in text] == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-bench.lock"])
def test_the_lock_names_no_index_and_hashes_everything(name: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert "index-url" not in lock and "://" not in lock and "--find-links" not in lock
    pinned = re.findall(r"^(\S+)==", lock, flags=re.MULTILINE)
    assert len(pinned) > 30 and lock.count("--hash=sha256:") >= len(pinned)
