"""Deeds that a deck tells without a verb: a title with its date in brackets, and a list of posts with an as-of date."""

import re
from collections.abc import Iterator

from dualtrack.extraction.dates import DateMention
from dualtrack.extraction.mentions import Mention
from dualtrack.extraction.proposals.confidence import confidence
from dualtrack.extraction.proposals.owners import actor_kind, deed, owners
from dualtrack.extraction.proposals.proposal import ActionProposal
from dualtrack.extraction.proposals.values import Values, within
from dualtrack.model import Document, Passage

_TITLE_GAP = re.compile(
    r"[」』”\"》*]*\s*(?:\([^()（）]{1,40}\)|（[^()（）]{1,40}）)?\s*[(（]\s*(?:[^\d()（）]{0,12}[\s　]?)?"
)
_AS_OF = re.compile(r"\s*(?:現在|時点|기준|현재|as of|Stand)", re.I)
_AS_OF_BEFORE = re.compile(r"(?:as of|Stand:?|au|à la date du|截至)\s*$", re.I)
_POST = re.compile(r"[:：]\s*$")
_PENDING = re.compile(r"TBC|未承認|指名|nominee|pending|designate|내정|designiert", re.I)
_MEETING = re.compile(
    r"(?:会合|会議|サミット|ラウンドテーブル|シンポジウム|首脳会談|フォーラム|評議会|summit|meeting|conference|roundtable|회의|회담|峰会|会议|Gipfel|Konferenz|sommet|conférence)\s*$",
    re.I,
)


def titled(values: Values, passage: Passage, context: tuple[str, ...]) -> Iterator[ActionProposal]:
    """Titles with a date in brackets: ``「経済安全保障戦略」(2023)``, ``科学技術顧問ラウンドテーブル(2022.10、2023.9)``.

    Args:
        values: The values of the document.
        passage: The passage to read.
        context: Who acts where the title names nobody: the heading's actor.
    """
    dates = within(values.dates, passage.start, passage.end)
    for date in dates:
        opened = max(
            values.text.rfind("(", passage.start, date.start), values.text.rfind("（", passage.start, date.start)
        )
        if opened < 0 or any(mark in values.text[opened : date.start] for mark in ")）"):
            continue
        found = _title_before(values, passage, opened)
        if found is not None:
            verb, object_id, name, who = found
            actors = who or context
            if actors or object_id:
                yield _proposal(values, passage, date, verb, object_id, name, actors)


def _title_before(values: Values, passage: Passage, opened: int) -> tuple[str, str | None, str, tuple[str, ...]] | None:
    mentions = within(values.mentions, passage.start, opened)
    head = values.text[passage.start : opened].rstrip(' 　」』”"》')
    named = [m for m in mentions if m.kind == "initiative" and m.id and passage.start + len(head) - m.end <= 1]
    if named and (verb := deed(str(named[-1].id))):
        return verb, named[-1].id, named[-1].quote, owners(str(named[-1].id)) or _bodies(mentions)
    if _MEETING.search(head):
        return "meet", None, head[-60:], _bodies(mentions)
    return None


def _bodies(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    found = [
        str(m.id) for m in mentions if m.kind == "actor" and m.id and actor_kind(str(m.id)) not in ("person", "office")
    ]
    return tuple(dict.fromkeys(found))


def _proposal(
    values: Values,
    passage: Passage,
    date: DateMention,
    verb: str,
    object_id: str | None,
    name: str,
    actors: tuple[str, ...],
) -> ActionProposal:
    features = {
        "date in the clause": True,
        "date in the sentence": True,
        "object named": True,
        "told without a verb": True,
    }
    return ActionProposal(
        quote=values.text[passage.start : passage.end],
        start=passage.start,
        end=passage.end,
        verb=verb,
        actors=actors,
        date=date.edtf,
        object_id=object_id,
        object_name=name,
        page=passage.page,
        confidence=confidence(features),
        reasons=tuple(features),
    )


def posts(document: Document, values: Values) -> Iterator[ActionProposal]:
    """Lines ``post: person`` on a page that says as of when: each holds the post then, or is nominated where it says so."""
    as_of = {date_page[0]: date_page[1] for date_page in _as_of_dates(document, values)}
    for passage in document.passages:
        date = as_of.get(passage.page or 0)
        if date is None:
            continue
        for person in within(values.mentions, passage.start, passage.end):
            if actor_kind(str(person.id)) == "person" and _POST.search(values.text[passage.start : person.start]):
                yield from _held(values, passage, person, date)


def _as_of_dates(document: Document, values: Values) -> Iterator[tuple[int, DateMention]]:
    for passage in document.passages:
        for date in within(values.dates, passage.start, passage.end):
            before = values.text[max(passage.start, date.start - 20) : date.start]
            if _AS_OF.match(values.text, date.end) or _AS_OF_BEFORE.search(before):
                yield passage.page or 0, date


def _held(values: Values, passage: Passage, person: Mention, date: DateMention) -> Iterator[ActionProposal]:
    line_end = values.text.find("\n", person.end, passage.end)
    end = line_end if line_end >= 0 else passage.end
    pending = _PENDING.search(values.text, person.end, min(end, person.end + 12)) is not None
    offices = [m for m in within(values.mentions, passage.start, end) if actor_kind(str(m.id)) == "office"]
    for office in offices:
        features = {
            "actor named": True,
            "object named": True,
            "told without a verb": True,
            "date in the sentence": True,
        }
        yield ActionProposal(
            quote=values.text[passage.start : passage.end],
            start=passage.start,
            end=passage.end,
            verb="nominate" if pending else "hold",
            actors=(str(person.id),),
            date=date.edtf,
            object_id=office.id,
            object_name=office.quote,
            page=passage.page,
            confidence=confidence(features),
            reasons=tuple(features),
        )
