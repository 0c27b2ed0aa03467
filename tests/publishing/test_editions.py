"""Editions fix a day of knowledge; a brief from the same edition is the same, byte for byte."""

from pathlib import Path

import pytest

from dualtrack.errors import BadInputError
from dualtrack.evidence import EvidenceBase
from dualtrack.model import Action, AnyRecord, Initiative, Observation, Period, SourceRecord
from dualtrack.observatory.briefing import Wish, cut_edition, difference, list_editions, make_brief
from dualtrack.publishing import Holdings, editions_file, read_spec
from dualtrack.publishing.since import news_since

SPEC = read_spec(
    """brief: small
title: {ja: 小さな資料, en: Small brief}
sections:
  - {title: {ja: 動き, en: Actions}, form: statements}
  - {title: {ja: 時系列, en: Timeline}, form: timeline}
"""
)
OLD, NEW = Period("2025-01-10"), Period("2025-06-26")
SOURCE = SourceRecord.build({"id": "press", "title": {"ja": "報道", "en": "Press"}, "language": "en"})
TREATY = Initiative.build(
    {
        "id": "kr-de-agreement",
        "type": "agreement",
        "names": {"ja": "韓独協定", "en": "Korea-Germany agreement"},
        "parties": ["KR", "DE"],
        "cites": [{"source": "press", "at": "page 1"}],
    }
)


def action(id: str, verb: str, date: str, **more: object) -> Action:
    return Action.build(
        {
            "id": id,
            "verb": verb,
            "actors": ["KR", "DE"],
            "object": "kr-de-agreement",
            "date": date,
            "summary": {"ja": f"{id}の件", "en": f"{id} happens"},
            "cites": [{"source": "press", "at": "page 2"}],
            **more,
        }
    )


def figure(id: str, amount: str) -> Observation:
    return Observation.build(
        {
            "id": id,
            "indicator": "budget-request",
            "subject": "kr-de-agreement",
            "period": "2025",
            "value": {"amount": amount, "currency": "EUR"},
            "cites": [{"source": "press", "at": "page 3"}],
        }
    )


@pytest.fixture
def where(tmp_path: Path) -> Path:
    return tmp_path / "base.sqlite"


@pytest.fixture
def base(where: Path) -> EvidenceBase:
    opened = EvidenceBase.open(where)
    old: list[AnyRecord] = [
        SOURCE,
        TREATY,
        action("signed", "sign", "2024-12"),
        action("met", "meet", "2024-11"),
        figure("budget-1", "5"),
    ]
    opened.record(old, known=OLD, by="test")
    return opened


def test_an_edition_is_cut_listed_and_never_changed(base: EvidenceBase, where: Path) -> None:
    made = cut_edition(base, where, "first", None)
    assert made.known == OLD and made.records >= 5
    assert cut_edition(base, where, "first", OLD) == made
    assert list_editions(where) == [made]
    base.record([action("renewed", "renew", "2025-03")], known=NEW, by="test")
    with pytest.raises(BadInputError, match="first"):
        cut_edition(base, where, "first", NEW)
    assert editions_file("postgresql://user:secret@host/db").name.endswith(".editions.yaml")
    assert "secret" not in str(editions_file("postgresql://user:secret@host/db"))


def test_a_brief_from_an_edition_is_the_same_after_the_base_has_grown(
    base: EvidenceBase, where: Path, tmp_path: Path
) -> None:
    cut_edition(base, where, "first", None)
    wish = Wish(formats=("html", "pptx", "md"), edition="first")
    before = make_brief(base, where, SPEC, tmp_path / "before", wish)
    base.record([action("renewed", "renew", "2025-03")], known=NEW, by="test")
    after = make_brief(base, where, SPEC, tmp_path / "after", wish)
    assert len(before.files) == 6 and after.warnings == ()
    for one, two in zip(before.files, after.files, strict=True):
        assert one.read_bytes() == two.read_bytes(), one.name


def test_facts_dated_back_into_an_edition_are_noticed(base: EvidenceBase, where: Path, tmp_path: Path) -> None:
    cut_edition(base, where, "first", None)
    base.record([action("late", "meet", "2024-10")], known=OLD, by="test")
    made = make_brief(base, where, SPEC, tmp_path, Wish(edition="first"))
    assert "first" in made.warnings[0]


def test_an_edition_that_is_not_there_is_refused_with_those_that_are(
    base: EvidenceBase, where: Path, tmp_path: Path
) -> None:
    cut_edition(base, where, "first", None)
    for wish in (Wish(edition="second"), Wish(since="second")):
        with pytest.raises(BadInputError, match="second"):
            make_brief(base, where, SPEC, tmp_path, wish)


def test_news_are_sorted_into_new_changed_ended_contradicted_and_confirmed(base: EvidenceBase) -> None:
    base.record(
        [
            action("signed-elsewhere", "sign", "2025-01"),  # the month after: the sources differ
            action("met-too", "meet", "2024-11-20"),  # within the month given before
            action("renewed", "renew", "2025-03"),
            action("lapsed", "lapse", "2025-05"),
            figure("budget-2", "6"),
            action("met", "meet", "2024-11", place={"en": "Seoul"}),
        ],
        known=NEW,
        by="test",
    )
    base.set_status("budget-1", "retracted", by="test", known=NEW)
    news = news_since(base, OLD, Holdings.of(base, known=NEW), "first", "en")
    assert news.new == ("renewed", "budget-2") or set(news.new) == {"renewed", "budget-2"}
    assert news.contradicted == ("signed-elsewhere",)
    assert news.confirmed == ("met-too",)
    assert news.ended == ("lapsed",)
    assert [id for id, _ in news.changed] == ["met"]
    assert [id for id, _ in news.gone] == ["budget-1"]


def test_news_stand_at_the_front_and_mark_the_text(base: EvidenceBase, where: Path, tmp_path: Path) -> None:
    cut_edition(base, where, "first", None)
    base.record([action("renewed", "renew", "2025-03")], known=NEW, by="test")
    made = make_brief(base, where, SPEC, tmp_path, Wish(languages=("en",), since="first"))
    page = made.files[0].read_text("utf-8")
    assert page.index("What is new since first</h2>") < page.index("Actions</h2>")
    assert page.count('class="mark mark-new"') == 2  # at the front and in the text


def test_a_day_before_that_of_knowledge_leaves_out_what_came_later(base: EvidenceBase) -> None:
    base.record([action("renewed", "renew", "2025-03")], known=NEW, by="test")
    held = Holdings.of(base, on=Period("2024-11-30"), known=NEW)
    assert [fact.id for fact in held.find(SPEC.sections[0].query) if isinstance(fact, Action)] == ["met"]
    later = Holdings.of(base, on=Period("2025-06-26"), known=NEW)
    assert {"met", "signed", "renewed"} <= {fact.id for fact in later.find(SPEC.sections[0].query)}


def test_the_difference_of_two_editions_is_a_page_of_its_own(base: EvidenceBase, where: Path) -> None:
    cut_edition(base, where, "first", None)
    base.record([action("renewed", "renew", "2025-03")], known=NEW, by="test")
    cut_edition(base, where, "second", None)
    page = difference(base, where, "first", "second", "en")
    assert "From first to second" in page and 'data-record="renewed"' in page and 'data-record="met"' not in page
    assert difference(base, where, "first", "second", "en") == page
    assert 'data-record="renewed"' in difference(base, where, OLD.edtf, NEW.edtf, "ja")  # days will do
    with pytest.raises(BadInputError, match="third"):
        difference(base, where, "first", "third", "en")
