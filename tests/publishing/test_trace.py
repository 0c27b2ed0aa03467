"""From a statement of a page to the record, its citations and the archived passage."""

from hashlib import sha256
from pathlib import Path

import pytest

from dualtrack.errors import BadInputError
from dualtrack.evidence import EvidenceBase
from dualtrack.model import Action, Document, Period, SourceRecord
from dualtrack.publishing import Brief, render_page, trace

TEXT = "Seoul, 26 June 2025.\n\nKorea and Germany signed an agreement on research security. It runs for five years."
QUOTE = "Korea and Germany signed an agreement on research security."


def test_a_statement_leads_to_its_record_and_place(
    base: EvidenceBase, briefs: dict[str, Brief], tmp_path: Path
) -> None:
    page = tmp_path / "brief.en.html"
    page.write_text(render_page(briefs["en"]), encoding="utf-8")
    statement = next(s for s in briefs["en"].statements() if s.record == "us-cn-sta-2024-08")
    found = trace(base, f"{page}#{statement.anchor}", language="en")
    assert (found.record, found.kind, found.status) == ("us-cn-sta-2024-08", "action", "accepted")
    assert found.citations[0].at == "slide 4" and "international cooperation" in found.citations[0].title
    assert found.as_dict()["citations"]


def test_the_archived_passage_is_shown_with_its_page(tmp_path: Path) -> None:
    base = EvidenceBase.open(tmp_path / "base.sqlite")
    digest = base.archive.put(TEXT.encode())
    assert digest == sha256(TEXT.encode()).hexdigest()
    start = TEXT.index(QUOTE)
    passages = [{"kind": "paragraph", "text": TEXT[start:], "start": start, "end": len(TEXT), "page": 3}]
    base.archive.keep(
        Document.build({"sha256": digest, "media_type": "text/plain", "text": TEXT, "passages": passages})
    )
    source = SourceRecord.build({"id": "press", "title": {"en": "Press"}, "sha256": digest})
    cite = {
        "source": "press",
        "at": "page 3",
        "quote": QUOTE,
        "document": digest,
        "start": start,
        "end": start + len(QUOTE),
    }
    signed = Action.build(
        {"id": "signed", "verb": "sign", "actors": ["KR", "DE"], "date": "2025-06-26", "cites": [cite]}
    )
    base.record([source, signed], known=Period("2025-06-26"), by="test")
    (cited,) = trace(base, "signed").citations
    assert cited.page == 3 and QUOTE in cited.passage and "five years" in cited.passage


@pytest.mark.parametrize("where", ["nowhere.html#s1", "no-such-record"])
def test_what_is_not_there_is_refused(base: EvidenceBase, where: str) -> None:
    with pytest.raises(BadInputError):
        trace(base, where)


def test_an_unknown_anchor_is_refused(base: EvidenceBase, tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    page.write_text('<li id="s1" data-record="a">')
    with pytest.raises(BadInputError, match="s9"):
        trace(base, f"{page}#s9")
