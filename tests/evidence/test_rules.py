import pytest
from evidence_samples import KNOWN, action, filled, source, world

from dualtrack.evidence import EvidenceBase
from dualtrack.evidence.rules import EvidenceError
from dualtrack.model import Action, Document, Period, SourceRecord

TEXT = "On 22 June the department announced\na £54 million fund."


def archived(base: EvidenceBase, text: str = TEXT) -> str:
    digest = base.archive.put(text.encode())
    base.archive.keep(Document(sha256=digest, media_type="text/plain", text=text))
    return digest


def quoted(digest: str, quote: str, **more: object) -> Action:
    return action(
        "fund",
        "launch",
        "2025-06-22",
        actors=["US"],
        cites=[{"source": "deck", "document": digest, "quote": quote, **more}],
    )


def test_an_accepted_record_cites_something(base: EvidenceBase) -> None:
    with pytest.raises(EvidenceError, match="must cite a source"):
        filled(base, *world(), action("x", "meet", "2025", actors=["US"], cites=[]))
    assert base.empty


def test_a_place_or_a_link_is_needed(lite: EvidenceBase) -> None:
    bare = [{"source": "deck"}]
    with pytest.raises(EvidenceError, match="no link and the citation gives no place"):
        filled(lite, *world(), action("x", "meet", "2025", actors=["US"], cites=bare))
    filled(
        lite,
        source("web", url="https://example.org"),
        *world(),
        action("x", "meet", "2025", actors=["US"], cites=[{"source": "web"}]),
    )


def test_the_source_must_be_there(lite: EvidenceBase) -> None:
    with pytest.raises(EvidenceError, match="'nowhere' is not in the base"):
        filled(lite, *world(), action("x", "meet", "2025", actors=["US"], cites=[{"source": "nowhere", "at": "p 1"}]))


def test_a_quote_must_stand_in_the_document(base: EvidenceBase) -> None:
    filled(base, *world())
    digest = archived(base)
    filled(base, quoted(digest, "announced a £54 million fund"))
    for citation in (quoted(digest, "a £45 million fund"), quoted(digest, "£54 million", start=0, end=11)):
        with pytest.raises(EvidenceError, match=r"quote (is not in|does not stand)"):
            filled(base, citation.model_copy(update={"id": "other"}))
    start = TEXT.index("£54")
    filled(base, quoted(digest, "£54 million", start=start, end=start + 11).model_copy(update={"id": "exact"}))
    with pytest.raises(EvidenceError, match="not in the archive"):
        filled(base, quoted("0" * 64, "anything").model_copy(update={"id": "lost"}))


def test_what_a_machine_proposed_needs_its_quote(base: EvidenceBase) -> None:
    filled(base, *world())
    with pytest.raises(EvidenceError, match="needs a quote"):
        base.record([action("p", "meet", "2025", actors=["US"])], known=KNOWN, by="rules", status="proposed")
    proposal = quoted(archived(base), "a £54 million fund")
    base.record([proposal], known=KNOWN, by="rules", status="proposed")
    assert list(base.records("action")) == []
    placed = action("fund", "launch", "2025-06-22", actors=["US"])
    with pytest.raises(EvidenceError, match="needs a quote"):
        base.record([placed], known=KNOWN, by="reviewer")
    accepted = base.set_status("fund", "accepted", by="reviewer", known=Period("2025-06-27"))
    assert (accepted.status, accepted.by, accepted.number) == ("accepted", "reviewer", 2)


def test_the_archive_keeps_bytes_by_their_hash(lite: EvidenceBase) -> None:
    digest = lite.archive.put(b"abc")
    assert digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # FIPS 180-2, B.1
    assert lite.archive.put(b"abc") == digest and lite.archive.get(digest) == b"abc" and lite.archive.has(digest)
    assert list(lite.archive) == [digest]


def test_sources_need_no_citation(lite: EvidenceBase) -> None:
    lite.record([SourceRecord.build({"id": "s", "title": {"en": "S"}})], known=KNOWN, by="test")
    assert lite.get("s") is not None
