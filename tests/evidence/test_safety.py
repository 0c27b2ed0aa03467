import sqlite3
from pathlib import Path

import pytest
from evidence_samples import KNOWN, action, agreement, filled

from dualtrack.errors import BadInputError, DualtrackError
from dualtrack.evidence import EvidenceBase
from dualtrack.evidence.exchange import exported
from dualtrack.model import Document, Period


def test_a_backup_holds_all_and_leaves_the_base_alone(base: EvidenceBase, tmp_path: Path) -> None:
    digest = base.archive.put(b"a document")
    base.archive.keep(Document(sha256=digest, media_type="text/plain", text="a document"))
    filled(base, *agreement())
    base.set_status("sta-1979", "retracted", by="x", known=Period("2025-08"), reason="wrong")
    base.signal("a", "b", "c")
    file = tmp_path / "backups" / "today.sqlite"
    base.backup(file)
    with EvidenceBase.open(file, create=False) as copy:
        assert list(exported(copy, history=True)) == list(exported(base, history=True))
        assert copy.signals() == base.signals()
        assert copy.archive.get(digest) == b"a document" and copy.archive.document(digest) is not None
        assert copy.verify() == []
        filled(copy, action("later", "meet", "2025", actors=["US"]))
    assert base.get("later") is None
    with pytest.raises(BadInputError, match="there already"):
        base.backup(file)


def tampered(base: EvidenceBase, *statements: str) -> set[str]:
    with sqlite3.connect(str(base.store.path)) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()
    return {problem.what for problem in base.verify()}


def test_verify_finds_what_was_tampered_with(lite: EvidenceBase) -> None:
    filled(lite, *agreement())
    assert lite.verify() == []
    assert tampered(lite, "UPDATE fact SET upper = 1 WHERE date = '2024-08'") == {
        "A projection differs from its revision"
    }
    assert "A revision is seen on other days than it was known" in tampered(
        lite, "UPDATE fact SET known_from = 7 WHERE rev = 8"
    )
    assert "A deed is counted that was not done, or not counted" in tampered(lite, "DELETE FROM deed WHERE rev IN (9)")
    assert "A revision has no projection" in tampered(lite, "DELETE FROM fact WHERE rev = 3")


def test_verify_finds_a_changed_document_and_a_lost_quote(lite: EvidenceBase) -> None:
    filled(lite, *agreement())
    digest = lite.archive.put(b"the very words")
    cite = [{"source": "deck", "document": digest, "quote": "very words"}]
    filled(lite, action("quoted", "meet", "2025", actors=["US"], cites=cite))
    assert lite.verify() == []
    path = lite.archive.folder / digest[:2] / digest[2:]
    path.write_bytes(b"other words")
    with pytest.raises(DualtrackError, match="has changed on disk"):
        lite.archive.get(digest)
    with EvidenceBase.open(str(lite.store.path)) as again:
        assert "An archived document has changed on disk" in {one.what for one in again.verify()}
    path.unlink()
    with EvidenceBase.open(str(lite.store.path)) as again:
        assert {one.what for one in again.verify()} == {"The cited document is not in the archive"}


def test_verify_finds_references_that_lead_nowhere(lite: EvidenceBase) -> None:
    filled(lite, *agreement(), action("x", "meet", "2025", actors=["nobody"]))
    assert [one.what for one in lite.verify()] == ["'nobody' is referred to and is not in the base"]
    assert KNOWN
