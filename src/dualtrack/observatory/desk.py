"""The desk: documents come in, proposals wait for a person, and every choice is a revision with a name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Literal

from dualtrack.codebook import codebook
from dualtrack.errors import BadInputError
from dualtrack.evidence import EvidenceBase, Revision
from dualtrack.extraction import ActionProposal, ObservationProposal, Proposals
from dualtrack.extraction.proposals.objects import initiative_type
from dualtrack.model import (
    Action,
    AnyRecord,
    Citation,
    Document,
    Initiative,
    Money,
    Observation,
    Order,
    Period,
    Quantity,
    Share,
    SourceRecord,
    Text,
    Value,
)
from dualtrack.observatory.documents import extract, read_document

RULES = "dualtrack rules"
"""Who proposes, in the revisions of what the rules propose."""
_REPEATED = frozenset(
    (
        *("amend", "assess", "cooperate", "cut", "ease", "enact", "expand", "extend", "fund", "hold", "meet"),
        *("negotiate", "publish", "recommend", "renew", "request", "restrict", "state"),
    )
)
"""Deeds done again and again on one thing: another date is another deed, not a contradiction."""


@dataclass(frozen=True)
class Judgement:
    """How a proposal stands to what is already accepted."""

    kind: Literal["new", "confirms", "contradicts"]
    record: str = ""
    field: str = ""


@dataclass(frozen=True)
class Added:
    """What adding one document did."""

    source: str
    sha256: str
    title: str
    already: bool = False
    actions: int = 0
    observations: int = 0
    merged: int = 0
    without_subject: int = 0
    judgements: tuple[tuple[str, Judgement], ...] = field(default=())
    signals: tuple[str, ...] = ()
    language_model: Mapping[str, object] | None = None

    def as_dict(self) -> dict[str, object]:
        """Plain data for ``dualtrack add --format json``."""
        return {
            "source": self.source,
            "sha256": self.sha256,
            "title": self.title,
            "already": self.already,
            "actions": self.actions,
            "observations": self.observations,
            "merged": self.merged,
            "without_subject": self.without_subject,
            "known_already": [
                {"proposal": id_, "judgement": j.kind, "record": j.record, "field": j.field or None}
                for id_, j in self.judgements
            ],
            "signals": list(self.signals),
            **({"language_model": dict(self.language_model)} if self.language_model is not None else {}),
        }


def add(
    base: EvidenceBase,
    source: str | Path | bytes,
    *,
    known: Period,
    name: str = "",
    url: str = "",
    publisher: str = "",
    published: Period | str | None = None,
    country: str | None = None,
    language_model: bool = False,
) -> Added:
    """Read a document, archive it, and put what it tells of before a reviewer.

    The same bytes added again change nothing. The source is recorded last, so that a run that was killed starts this
    document anew and finds its own proposals unchanged.

    Args:
        base: The evidence base.
        source: A path or the bytes.
        known: When we learn of it: the second clock of the proposals.
        name: File name to go by, for bytes.
        url: Where it was published.
        publisher: Who published it: a codebook id or name.
        published: When, as EDTF.
        country: ISO 3166 code of the country it speaks from.
        language_model: Also ask the language model that the environment names.

    Raises:
        ReadingError: The document cannot be read; nothing is kept.
    """
    data = source if isinstance(source, bytes) else Path(source).read_bytes() if Path(source).is_file() else None
    if data is None:
        raise BadInputError("The file cannot be opened", mend="Check its name.", file=str(source))
    id_ = f"doc-{sha256(data).hexdigest()[:16]}"
    if (kept := base.get(id_)) is not None:
        record = kept.record
        assert isinstance(record, SourceRecord)
        return Added(id_, record.sha256, record.title.best("en"), already=True)
    if not isinstance(source, bytes):
        name = name or Path(source).name
    document = read_document(data, name=name, url=url, publisher=publisher, published=published)
    found = extract(document, country, language_model=language_model)
    base.archive.put(data)
    base.archive.keep(document)
    return _keep(base, _source(id_, document, name), found, known)


def _keep(base: EvidenceBase, source: SourceRecord, found: Proposals, known: Period) -> Added:
    records: list[AnyRecord] = []
    judgements: list[tuple[str, Judgement]] = []
    merged = without_subject = 0
    for action in found.actions:
        record, initiative = _action(action, source.id, found.document)
        judgement = judge(base, record)
        earlier = _same_event(base, record)
        if earlier is not None:
            record = _with_citations(earlier, record.cites)
            merged += 1
        elif initiative is not None:
            records.append(initiative)
        if judgement.kind != "new":
            judgements.append((record.id, judgement))
            record = record.model_copy(update={"see": (judgement.record,)})
        records.append(record)
    for observation in found.observations:
        if observation.subject is None:
            without_subject += 1
            continue
        records.append(_observation(observation, source.id, found.document))
    unique = list({record.id: record for record in records}.values())
    base.record(unique, known=known, by=RULES, status="proposed")
    base.record([source], known=known, by=RULES, status="accepted")
    return Added(
        source.id,
        source.sha256,
        source.title.best("en"),
        actions=len(found.actions),
        observations=len(found.observations) - without_subject,
        merged=merged,
        without_subject=without_subject,
        judgements=tuple(judgements),
        signals=found.document.signals,
        language_model=found.language_model,
    )


def _source(id_: str, document: Document, name: str) -> SourceRecord:
    language = document.language if document.language in Text.model_fields else "en"
    publisher = next(iter(sorted(codebook().ids_named(document.publisher))), None) if document.publisher else None
    return SourceRecord(
        id=id_,
        title=Text.build({language: (document.title or name or id_).strip()}),
        publisher=publisher,
        url=document.url,
        published=document.published,
        language=document.language,
        sha256=document.sha256,
        note=None if publisher or not document.publisher else Text.build({language: document.publisher}),
    )


def _cite(source: str, document: Document, start: int, end: int, page: int | None) -> Citation:
    return Citation(
        source=source,
        at=f"page {page}" if page else "",
        quote=document.text[start:end],
        document=document.sha256,
        start=start,
        end=end,
    )


def _action(found: ActionProposal, source: str, document: Document) -> tuple[Action, Initiative | None]:
    language = document.language if document.language in Text.model_fields else "en"
    cites = (_cite(source, document, found.start, found.end, found.page),)
    object_id, initiative = found.object_id, None
    type_ = initiative_type(found.object_name) if not found.object_id and found.object_name else None
    if type_ is not None:
        object_id = f"new-{_digest(found.object_name.casefold())}"
        initiative = Initiative(
            id=object_id,
            type=type_,
            names=Text.build({language: found.object_name}),
            owners=found.actors,
            cites=cites,
            confidence=round(found.confidence, 2),
        )
    record = Action(
        id=f"act-{_digest(found.verb, *sorted(found.actors), found.date, object_id or '')}",
        verb=found.verb,
        actors=found.actors,
        object=object_id,
        partners=found.partners,
        date=Period(found.date),
        amounts=tuple(_money(amount) for amount in found.amounts if amount.currency and amount.amount is not None),
        themes=found.themes,
        technologies=found.technologies,
        summary=Text.build({language: found.quote}),
        cites=cites,
        confidence=round(found.confidence, 2),
    )
    return record, initiative


def _observation(found: ObservationProposal, source: str, document: Document) -> Observation:
    value = found.value
    data: dict[str, object] = {
        "id": "obs-"
        + _digest(found.indicator, found.subject or "", found.period, str(value.amount), value.currency or ""),
        "indicator": found.indicator,
        "subject": found.subject,
        "period": found.period,
        "value": _value(value),
        "stage": found.stage or None,
        "baseline": {"value": _value(found.baseline)} if found.baseline else None,
        "confidence": round(found.confidence, 2),
        "cites": [_cite(source, document, found.start, found.end, found.page)],
    }
    change = value.change
    if change is not None and change.direction:
        size = -abs(change.value) if change.direction == "decrease" else abs(change.value)
        data["change"] = {"value": size, "direction": change.direction, "points": change.points}
    return Observation.build(data)


def _value(quantity: object) -> Value:
    from dualtrack.extraction import Quantity as Figure

    assert isinstance(quantity, Figure) and quantity.amount is not None
    if quantity.currency:
        return _money(quantity)
    if quantity.is_percentage:
        return Share(percent=abs(quantity.amount), qualifier=quantity.qualifier)
    return Quantity(amount=quantity.amount, unit=quantity.unit or "number", qualifier=quantity.qualifier)


def _money(quantity: object) -> Money:
    from dualtrack.extraction import Quantity as Figure

    assert isinstance(quantity, Figure)
    years = quantity.over_years
    return Money.build(
        {
            "amount": quantity.amount,
            "currency": quantity.currency,
            "upper": quantity.upper,
            "qualifier": quantity.qualifier,
            "per": quantity.per if quantity.per in ("year", "quarter", "month") else None,
            "over": f"P{years}Y" if years is not None and years == int(years) else None,
        }
    )


def _digest(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def _same_event(base: EvidenceBase, action: Action) -> Action | None:
    """A proposal of the same event from another document or language: same deed, same doers, same date."""
    for revision in base.records("action", verb=action.verb, actor=action.actors[0], status=("proposed",)):
        other = revision.record
        assert isinstance(other, Action)
        same = set(other.actors) == set(action.actors) and other.date == action.date
        apart = bool(other.object and action.object and other.object != action.object and _known_object(other, action))
        if same and not apart and other.cites[:1] != action.cites[:1]:
            return other
    return None


def _known_object(first: Action, second: Action) -> bool:
    """Whether both objects are named in the codebook, so that different ids are different things."""
    return not any((action.object or "").startswith("new-") for action in (first, second))


def _with_citations(action: Action, cites: Sequence[Citation]) -> Action:
    more = tuple(cite for cite in cites if cite not in action.cites)
    return action.model_copy(update={"cites": (*action.cites, *more)})


def judge(base: EvidenceBase, action: Action) -> Judgement:
    """Whether an action confirms or contradicts an accepted one of the same deed on the same thing, and where."""
    if action.object is None:
        return Judgement("new")
    found = Judgement("new")
    for revision in base.records("action", verb=action.verb, object=action.object):
        other = revision.record
        assert isinstance(other, Action)
        if not set(other.actors) & set(action.actors):
            continue
        if other.date.order(action.date) in (Order.SAME, Order.WITHIN):
            if _amounts_differ(other, action):
                return Judgement("contradicts", other.id, "amounts")
            return Judgement("confirms", other.id)
        if action.verb not in _REPEATED:
            found = Judgement("contradicts", other.id, "date")
    return found


def _amounts_differ(first: Action, second: Action) -> bool:
    held = {(money.currency, money.amount) for money in first.amounts}
    told = {(money.currency, money.amount) for money in second.amounts}
    shared = {currency for currency, _ in held} & {currency for currency, _ in told}
    return bool(shared) and not held & told


def proposals(base: EvidenceBase, source: str | None = None) -> Iterator[Revision]:
    """What waits for review, the surest first; of one source where it is named."""
    waiting = [r for r in base.records(status=("proposed",)) if source is None or _cites(r.record, source)]
    yield from sorted(waiting, key=lambda revision: (-(getattr(revision.record, "confidence", None) or 0), revision.id))


def _cites(record: AnyRecord, source: str) -> bool:
    return any(cite.source == source for cite in record.cites)


def surroundings(base: EvidenceBase, citation: Citation, margin: int = 160) -> tuple[str, str, str]:
    """What stands before a quote, the quote, and what stands after it, in the archived document."""
    document = base.archive.document(citation.document) if citation.document else None
    if document is None or citation.start is None or citation.end is None:
        return "", citation.quote, ""
    text, start, end = document.text, citation.start, citation.end
    return text[max(0, start - margin) : start], text[start:end], text[end : end + margin]


def accept(base: EvidenceBase, id_: str, *, by: str, known: Period, edited: AnyRecord | None = None) -> None:
    """Accept a proposal, as it is or as edited; what it names for the first time is accepted with it."""
    record = edited or _waiting(base, id_).record
    companions = [record.object] if isinstance(record, Action) and (record.object or "").startswith("new-") else []
    batch: list[AnyRecord] = []
    for companion in companions:
        revision = base.get(companion) if companion else None
        if revision is not None and revision.status == "proposed":
            batch.append(_settled(revision.record))
    base.record([*batch, _settled(record)], known=known, by=by, status="accepted")


def _settled(record: AnyRecord) -> AnyRecord:
    return record if isinstance(record, SourceRecord) else record.model_copy(update={"confidence": None})


def reject(base: EvidenceBase, id_: str, *, by: str, known: Period, reason: str = "") -> None:
    """Reject a proposal; it stays in the history."""
    _waiting(base, id_)
    base.set_status(id_, "rejected", by=by, known=known, reason=reason)


def merge(base: EvidenceBase, id_: str, into: str, *, by: str, known: Period) -> None:
    """Give a proposal's citations to an existing record and set the proposal aside.

    Raises:
        BadInputError: There is no such record, or it is of another kind.
    """
    proposal, target = _waiting(base, id_), base.get(into)
    if target is None or target.kind != proposal.kind:
        raise BadInputError(
            f"There is no {proposal.kind} '{into}' to merge with", mend="Look it up with: dualtrack search"
        )
    record = target.record
    cites = (*record.cites, *(cite for cite in proposal.record.cites if cite not in record.cites))
    base.record([record.model_copy(update={"cites": cites})], known=known, by=by, status=target.status)
    base.set_status(id_, "superseded", by=by, known=known, reason=f"merged into {into}")


def _waiting(base: EvidenceBase, id_: str) -> Revision:
    revision = base.get(id_)
    if revision is None or revision.status != "proposed":
        raise BadInputError(
            f"No proposal '{id_}' waits for review",
            mend="List those that do with: dualtrack review --list",
            status=revision.status if revision else None,
        )
    return revision
