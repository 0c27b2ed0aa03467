"""The desk: a document in, its proposals, and what a reviewer decides."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dualtrack.errors import BadInputError
from dualtrack.evidence import EvidenceBase
from dualtrack.model import Action, Initiative, Period
from dualtrack.observatory import desk
from dualtrack.reading import ReadingError

TODAY = Period("2026-01-15")
LATER = Period("2026-02-01")
JAPANESE = "英国の動向\n\n2024年7月、英国はインドと「技術安全保障イニシアチブ」に合意した。"
ENGLISH = "In July 2024 the United Kingdom and India agreed the \u201cTechnology Security Initiative\u201d."


@pytest.fixture
def base(tmp_path: Path) -> Iterator[EvidenceBase]:
    opened = EvidenceBase.open(tmp_path / "base.sqlite")
    yield opened
    opened.close()


def _add(base: EvidenceBase, text: str, name: str = "a.txt") -> desk.Added:
    return desk.add(base, text.encode(), known=TODAY, name=name, published="2025-06-26")


def _the_agreement(base: EvidenceBase) -> Action:
    (found,) = [r.record for r in base.records("action", verb="agree", status=("proposed",))]
    assert isinstance(found, Action)
    return found


def test_a_document_is_archived_and_its_quotes_are_found_in_it(base: EvidenceBase) -> None:
    added = _add(base, JAPANESE)
    assert not added.already and added.actions == 1
    record = _the_agreement(base)
    assert record.actors == ("GB", "IN") and str(record.date) == "2024-07"
    (cite,) = record.cites
    document = base.archive.document(cite.document)
    assert document is not None and cite.start is not None
    assert document.text[cite.start : cite.end] == cite.quote
    assert base.archive.get(cite.document) == JAPANESE.encode()


def test_adding_it_again_changes_nothing(base: EvidenceBase) -> None:
    _add(base, JAPANESE)
    before = list(base.records(status=("proposed", "accepted")))
    assert _add(base, JAPANESE).already
    assert list(base.records(status=("proposed", "accepted"))) == before


def test_a_killed_run_starts_the_document_anew(base: EvidenceBase, monkeypatch: pytest.MonkeyPatch) -> None:
    real = EvidenceBase.record

    def dies_before_the_source(self: EvidenceBase, records: object, **options: object) -> object:
        if options["status"] == "accepted":
            raise KeyboardInterrupt
        return real(self, records, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(EvidenceBase, "record", dies_before_the_source)
    with pytest.raises(KeyboardInterrupt):
        _add(base, JAPANESE)
    monkeypatch.undo()
    assert not _add(base, JAPANESE).already
    assert len(base.history(_the_agreement(base).id)) == 1


def test_the_same_event_in_two_languages_is_one_proposal_with_two_citations(base: EvidenceBase) -> None:
    _add(base, JAPANESE, "ja.txt")
    added = _add(base, ENGLISH, "en.txt")
    assert added.merged == 1
    assert len({cite.source for cite in _the_agreement(base).cites}) == 2


def test_acceptance_is_a_revision_with_a_name(base: EvidenceBase) -> None:
    _add(base, JAPANESE)
    id_ = _the_agreement(base).id
    desk.accept(base, id_, by="A. Analyst", known=LATER)
    revision = base.get(id_)
    assert revision is not None and revision.status == "accepted" and revision.by == "A. Analyst"
    assert revision.record.confidence is None  # type: ignore[union-attr]
    assert [r.status for r in base.history(id_)] == ["proposed", "accepted"]
    assert base.get(id_, known=TODAY).status == "proposed"  # type: ignore[union-attr]


def test_what_is_named_for_the_first_time_is_accepted_with_it(base: EvidenceBase) -> None:
    _add(base, "2025年3月、日本は「国際量子研究基金」を創設した。")
    (action,) = [r.record for r in base.records("action", status=("proposed",))]
    assert isinstance(action, Action) and action.object is not None
    desk.accept(base, action.id, by="A. Analyst", known=LATER)
    initiative = base.get(action.object)
    assert initiative is not None and initiative.status == "accepted"
    assert isinstance(initiative.record, Initiative) and initiative.record.type == "fund"


def test_an_edit_is_accepted_as_edited(base: EvidenceBase) -> None:
    _add(base, JAPANESE)
    record = _the_agreement(base)
    desk.accept(base, record.id, by="B", known=LATER, edited=record.model_copy(update={"date": Period("2024-07-24")}))
    assert str(base.get(record.id).record.date) == "2024-07-24"  # type: ignore[union-attr]


def test_a_rejection_keeps_the_history(base: EvidenceBase) -> None:
    _add(base, JAPANESE)
    id_ = _the_agreement(base).id
    desk.reject(base, id_, by="B", known=LATER, reason="a plan only")
    assert [(r.status, r.reason) for r in base.history(id_)][-1] == ("rejected", "a plan only")
    assert id_ not in {r.id for r in desk.proposals(base)}
    with pytest.raises(BadInputError, match="waits"):
        desk.accept(base, id_, by="B", known=LATER)


def test_a_merge_gives_the_citation_to_the_record(base: EvidenceBase) -> None:
    _add(base, JAPANESE)
    first = _the_agreement(base).id
    desk.accept(base, first, by="B", known=LATER)
    _add(base, "2024年8月、英国はインドと新たな枠組みに合意した。", "b.txt")
    second = _the_agreement(base).id
    desk.merge(base, second, first, by="B", known=LATER)
    assert len(base.get(first).record.cites) == 2  # type: ignore[union-attr]
    assert base.get(second).status == "superseded"  # type: ignore[union-attr]


def test_what_is_known_already_is_confirmed_or_contradicted(base: EvidenceBase) -> None:
    _add(base, "2025年3月、日本は「国際量子研究基金」を創設した。")
    (held,) = [r.record for r in base.records("action", status=("proposed",))]
    desk.accept(base, held.id, by="B", known=LATER)
    told = Action.build({**held.as_dict(), "id": "x", "date": "2025-03-14"})
    assert desk.judge(base, told) == desk.Judgement("confirms", held.id)
    other = Action.build({**held.as_dict(), "id": "x", "date": "2025-05"})
    assert desk.judge(base, other) == desk.Judgement("contradicts", held.id, "date")
    assert desk.judge(base, other.model_copy(update={"verb": "expand"})) == desk.Judgement("new")


def test_an_unreadable_document_leaves_nothing_behind(base: EvidenceBase) -> None:
    with pytest.raises(ReadingError):
        desk.add(base, b"%PDF-1.7 broken", known=TODAY, name="x.pdf")
    assert list(base.archive) == [] and not list(base.records(status=("proposed", "accepted")))
