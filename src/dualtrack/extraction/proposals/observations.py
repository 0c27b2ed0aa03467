"""Proposed observations: budget lines, changes, shares and counts, from sentences and from table cells."""

import re
from collections.abc import Iterator

from dualtrack.extraction.dates import DateMention, find_dates
from dualtrack.extraction.mentions import find_mentions
from dualtrack.extraction.proposals.proposal import ObservationProposal
from dualtrack.extraction.proposals.sentences import sentences
from dualtrack.extraction.proposals.values import Values, within
from dualtrack.extraction.quantity import Quantity
from dualtrack.extraction.tables import table_unit
from dualtrack.model import Document, Passage

_READ = frozenset(("paragraph", "list item", "caption"))
_BUDGET = re.compile(
    r"予算|要求|歳出|経費|資金|budget|appropriation|funding|spending|outlay|request|예산|세출|预算|預算|经费|Haushalt|Etat|Mittel|budget|crédits",
    re.I,
)
_STAGES = (
    ("requested", re.compile(r"要求|予算教書|概算|request|proposal|proposed|요구|예산안|申请|Entwurf|Antrag|demand|projet", re.I)),
    ("enacted", re.compile(r"成立|確定|当初|enacted|appropriated|approved|확정|批准|beschlossen|verabschiedet|voté|adopté", re.I)),
    ("planned", re.compile(r"計画|見込|予定|planned|forecast|by 20|계획|计划|geplant|prévu", re.I)),
    ("spent", re.compile(r"実績|支出|決算|actual|spent|outturn|실적|결산|决算|ausgegeben|Ist\b|dépensé|exécuté", re.I)),
)  # fmt: skip


def propose_observations(document: Document, values: Values) -> list[ObservationProposal]:
    """The figures a document states about something, in order of place.

    A figure is proposed where its subject and its period can be named: an amount or change with a fiscal year, a table cell
    with heads. A figure that is part of an action (a fund's size) is the action's.
    """
    found: list[ObservationProposal] = []
    for passage in document.passages:
        if passage.kind == "table cell":
            found.extend(_from_cell(passage, values))
        elif passage.kind in _READ:
            found.extend(_from_passage(passage, values))
    return found


def _from_passage(passage: Passage, values: Values) -> Iterator[ObservationProposal]:
    language = passage.language or values.language
    for first, last in sentences(passage.text, language):
        span = (passage.start + first, passage.start + last)
        quantities = within(values.quantities, *span)
        for quantity in quantities:
            if quantity.change is not None or quantity.is_percentage:
                proposal = _stated(passage, values, span, quantity)
                if proposal is not None:
                    yield proposal


def _stated(passage: Passage, values: Values, span: tuple[int, int], quantity: Quantity) -> ObservationProposal | None:
    if quantity.is_percentage and _belongs_to_amount(quantity, within(values.quantities, *span)):
        return None
    subject, name = _subject(values, span, quantity)
    date = _period(values, passage, span, quantity)
    if not (subject or name) or date is None:
        return None
    sentence = values.text[span[0] : span[1]]
    context = " ".join((*passage.headings, sentence))
    money = quantity.kind == "money"
    indicator = (
        "budget"
        if money and _BUDGET.search(context)
        else "amount"
        if money
        else "change"
        if quantity.direction
        else "share"
    )
    baseline = next((q for q in within(values.quantities, *span) if quantity.baseline == (q.start, q.end)), None)
    reasons = [
        reason
        for reason, holds in (
            ("subject known", subject),
            ("change stated", quantity.change),
            ("baseline beside it", baseline),
        )
        if holds
    ]
    return ObservationProposal(
        sentence, span[0], span[1], indicator, subject, name, date.edtf, quantity, baseline,
        _stage(context) if money else "", passage.page, 0.4 + 0.15 * len(reasons), tuple(reasons),
    )  # fmt: skip


def _belongs_to_amount(quantity: Quantity, others: tuple[Quantity, ...]) -> bool:
    return any(
        o.change is not None and (o.change.start, o.change.end) == (quantity.start, quantity.end) for o in others
    )


def _subject(values: Values, span: tuple[int, int], quantity: Quantity) -> tuple[str | None, str]:
    before = [
        m for m in within(values.mentions, *span) if m.end <= quantity.start and m.kind in ("actor", "initiative")
    ]
    if before:
        return before[-1].id, before[-1].quote
    words = values.text[span[0] : quantity.start].strip(" \t・•-*●")
    head = re.split(r"[はがを、,:：(（]|\b(?:is|was|will|would|rose|fell)\b", words)[0].strip()
    return None, head if 1 < len(head) <= 60 else ""


def _period(values: Values, passage: Passage, span: tuple[int, int], quantity: Quantity) -> DateMention | None:
    dates = within(values.dates, *span)
    if dates:
        return min(dates, key=lambda date: abs(date.start - quantity.start))
    for heading in reversed(passage.headings):
        if found := find_dates(heading, values.language or None):
            return found[-1]
    earlier = within(values.dates, max(0, span[0] - 1500), span[0] + 1)
    fiscal = [date for date in earlier if date.kind == "fiscal-year"]
    return (fiscal or earlier)[-1] if earlier else None


def _stage(context: str) -> str:
    return next((stage for stage, words in _STAGES if words.search(context)), "")


def _from_cell(passage: Passage, values: Values) -> Iterator[ObservationProposal]:
    if passage.head or not passage.row_head or not passage.column_heads:
        return
    heads = " ".join((*passage.headings[-1:], *passage.column_heads))
    dates = find_dates(heads, values.language or None) or find_dates(passage.row_head, values.language or None)
    value = _cell_value(passage, values, heads)
    if value is None or not dates:
        return
    mentions = find_mentions(passage.row_head, values.language or None)
    subject = next((mention.id for mention in mentions if mention.kind in ("actor", "initiative") and mention.id), None)
    indicator = (
        "budget" if value.kind == "money" and _BUDGET.search(heads) else "amount" if value.kind == "money" else "share"
    )
    yield ObservationProposal(
        passage.text, passage.start, passage.end, indicator, subject, passage.row_head, dates[-1].edtf, value, None,
        _stage(heads), passage.page, 0.7 if subject else 0.55, ("table cell with row and column heads",),
    )  # fmt: skip


def _cell_value(passage: Passage, values: Values, heads: str) -> Quantity | None:
    own = [q for q in within(values.quantities, passage.start, passage.end) if q.kind == "money" or q.is_percentage]
    if own:
        return own[0]
    unit = table_unit(heads, values.language)
    return unit.apply(passage.text) if unit else None
