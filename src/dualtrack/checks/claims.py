"""Claims of a document held against accepted records: same initiative, same event, another date or amount."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.events import EVENTS
from dualtrack.checks.finding import Finding
from dualtrack.checks.stretches import days_of
from dualtrack.checks.written import interval
from dualtrack.model import Action, Initiative, Money, Record

if TYPE_CHECKING:
    from dualtrack.evidence import EvidenceBase

_VERBS: dict[str, tuple[str, ...]] = {
    "sign": ("sign", "conclude", "renew"),
    "adopt": ("adopt", "agree"),
    "launch": ("launch", "begin", "open"),
    "publish": ("publish", "announce", "release"),
    "hold": ("hold", "meet", "host"),
    "force": ("enter-into-force", "force"),
    "establish": ("establish", "launch", "found"),
}
_DAY_MARGIN = 3


@dataclass(slots=True)
class _Known:
    """What accepted records say of one initiative."""

    id: str
    actions: list[Action] = field(default_factory=list)


def differing(context: Context) -> Iterator[Finding]:
    """Sentences that name an initiative and differ from what its records say."""
    assert context.base is not None
    names, known = _index(context.base)
    if not names:
        return
    pattern = re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)), re.IGNORECASE)
    for sentence in context.sentences:
        if not sentence.digits:
            continue
        mentioned = {names[match.group().casefold()] for match in pattern.finditer(sentence.text)}
        if len(mentioned) == 1:
            held = known[mentioned.pop()]
            yield from _dates(context, sentence, held)
            yield from _amounts(context, sentence, held)


def _index(base: "EvidenceBase") -> tuple[dict[str, str], dict[str, _Known]]:
    """Names of initiatives in lower case, and what is known of each."""
    names: dict[str, str] = {}
    known: dict[str, _Known] = {}
    doubled: set[str] = set()
    for revision in base.records("initiative"):
        record = revision.record
        assert isinstance(record, Initiative)
        known[record.id] = _Known(record.id)
        for name in (*record.names.languages().values(), *record.aliases):
            key = name.casefold()
            if len(name) >= (4 if not name.isascii() else 8) and names.setdefault(key, record.id) != record.id:
                doubled.add(key)
    for revision in base.records("action"):
        action = revision.record
        if isinstance(action, Action) and action.object in known:
            known[action.object].actions.append(action)
    return {name: id_ for name, id_ in names.items() if name not in doubled}, known


def _dates(context: Context, sentence: Sentence, held: _Known) -> Iterator[Finding]:
    mentions = [
        mention
        for mention in sentence.dates
        if not mention.inferred and "/" not in (mention.edtf or "/") and days_of(mention)
    ]
    if len(mentions) != 1:
        return
    mention, days = mentions[0], days_of(mentions[0])
    for event, pattern in EVENTS.items():
        told = [action for action in held.actions if action.verb in _VERBS[event]]
        if (
            days is None
            or not told
            or not pattern.search(sentence.text)
            or any(_overlap(action, days) for action in told)
        ):
            continue
        yield context.finding(
            sentence.start + mention.start, sentence.start + mention.end,
            f"この文は{mention.quote}、記録は{'、'.join(str(action.date) for action in told)}とする",
            f"The text says {mention.quote}; the records say {', '.join(str(action.date) for action in told)}",
            stated=mention.quote, computed=", ".join(str(action.date) for action in told), reason=_sources(told),
        )  # fmt: skip
        return


def _overlap(action: Action, days: tuple[date, date]) -> bool:
    low, high = action.date.lower, action.date.upper
    return (low is None or (low - days[1]).days <= _DAY_MARGIN) and (
        high is None or (days[0] - high).days <= _DAY_MARGIN
    )


def _amounts(context: Context, sentence: Sentence, held: _Known) -> Iterator[Finding]:
    money = [
        value for value in sentence.quantities if value.kind == "money" and value.gloss_of is None and value.currency
    ]
    if len(money) != 1 or money[0].upper is not None:
        return
    value = money[0]
    told = [
        (action, amount) for action in held.actions for amount in action.amounts if amount.currency == value.currency
    ]
    if (
        not told
        or len({amount.amount for _, amount in told}) != 1
        or _agrees(told[0][1], interval(value).low, interval(value).high)
    ):
        return
    shown = f"{told[0][1].currency} {told[0][1].amount:,}"
    yield context.finding(
        sentence.start + value.start, sentence.start + value.end,
        f"この文は{value.quote}、記録は{shown}とする", f"The text says {value.quote}; the record says {shown}",
        stated=value.quote, computed=shown, reason=_sources([action for action, _ in told]),
    )  # fmt: skip


def _agrees(amount: Money, low: object, high: object) -> bool:
    return low <= (amount.upper or amount.amount) and amount.amount <= high  # type: ignore[operator]


def _sources(records: list[Action]) -> str:
    return "; ".join(_source(record) for record in records)


def _source(record: Record) -> str:
    cited = ", ".join(f"{cite.source} {cite.at}".strip() for cite in record.cites)
    return f"{record.id} ({cited})" if cited else record.id
