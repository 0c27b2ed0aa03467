"""The annexes: how the brief was made, and what is doubtful in it."""

from collections.abc import Iterable

from dualtrack.model.date_words import say_period
from dualtrack.publishing.blocks import Block, Note, Statement
from dualtrack.publishing.forms.registry import Setting, form


@form("method")
def method(setting: Setting) -> Iterable[Block]:
    """How a statement comes about, the two clocks, the numbers."""
    days = {
        "on": say_period(setting.held.on, setting.language),
        "known": say_period(setting.held.known, setting.language),
    }
    for name in ("method_records", "method_clocks", "method_numbers"):
        yield Note(setting.word(name, **days))
    if not setting.scribe.remarks:
        yield Note(setting.word("checks_clean"))


@form("doubts")
def doubts(setting: Setting) -> Iterable[Block]:
    """The notes of reviewers and the findings of checks on everything that the brief has shown, with its sources."""
    for id in sorted(setting.scribe.seen):
        record = setting.held.get(id)
        if record is None:
            continue
        note = record.note.get(setting.language) if record.note else None
        remarks = (*((note,) if note else ()), *setting.scribe.remarks.get(id, ()))
        if remarks:
            anchor = setting.scribe.anchor()
            yield Statement(
                anchor,
                id,
                " ".join(remarks),
                topic=setting.held.name(id, setting.language) if not _fact(id, setting) else _said(id, setting),
                references=setting.scribe.references(record, anchor),
            )


def _fact(id: str, setting: Setting) -> bool:
    from dualtrack.model import Action, Observation

    return isinstance(setting.held.get(id), Action | Observation)


def _said(id: str, setting: Setting) -> str:
    from dualtrack.model import Action, Observation
    from dualtrack.publishing.sentences import say

    record = setting.held.get(id)
    if not isinstance(record, Action | Observation):
        return id
    said = say(record, setting.held, setting.language)
    return said.topic or said.text
