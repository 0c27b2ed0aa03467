"""What a machine proposes: a fact with its quote, its reasons, and how often such a proposal is right."""

from dataclasses import dataclass, field

from dualtrack.extraction.quantity import Quantity


@dataclass(frozen=True, slots=True)
class ActionProposal:
    """A proposed action; ``text[start:end] == quote`` in the document's text.

    Attributes:
        quote: The sentence that says it, verbatim.
        start: Offset of the quote.
        end: Offset after it.
        verb: The codebook's verb.
        actors: Codebook ids of who acts.
        object_id: Codebook id of what is acted on, where it is known.
        object_name: The words for it, verbatim, where it is not.
        partners: Codebook ids of those with whom.
        date: EDTF.
        amounts: The money in the same clause.
        themes: Codebook themes, by the rules.
        technologies: Codebook technologies named.
        planned: Whether it is told as still to come.
        page: Page or slide.
        confidence: The share of such proposals that are right, measured on the gold set.
        reasons: What spoke for and against it, in words.
    """

    quote: str
    start: int
    end: int
    verb: str
    actors: tuple[str, ...]
    date: str
    object_id: str | None = None
    object_name: str = ""
    partners: tuple[str, ...] = ()
    amounts: tuple[Quantity, ...] = ()
    themes: tuple[str, ...] = ()
    technologies: tuple[str, ...] = ()
    planned: bool = False
    page: int | None = None
    confidence: float = 0.5
    reasons: tuple[str, ...] = field(default=())

    def as_dict(self) -> dict[str, object]:
        """Plain data with the keys of ``dualtrack extract``."""
        return {
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "page": self.page,
            "actors": list(self.actors),
            "verb": self.verb,
            "object": self.object_id or self.object_name or None,
            "partners": list(self.partners),
            "date": self.date,
            "amounts": [amount.as_dict() for amount in self.amounts],
            "themes": list(self.themes),
            "technologies": list(self.technologies),
            "planned": self.planned,
            "confidence": round(self.confidence, 2),
            "reasons": list(self.reasons),
        }


@dataclass(frozen=True, slots=True)
class ObservationProposal:
    """A proposed observation; ``text[start:end] == quote`` in the document's text.

    Attributes:
        quote: The words that state it, verbatim.
        start: Offset of the quote.
        end: Offset after it.
        indicator: The codebook's indicator.
        subject: Codebook id of what is measured, where it is known.
        subject_name: The words for it, verbatim.
        period: EDTF.
        value: The quantity.
        baseline: The earlier amount it is compared with.
        stage: A budget's stage (``requested``, ``enacted`` ...), empty where it is not told.
        page: Page or slide.
        confidence: The share of such proposals that are right.
        reasons: What spoke for it, in words.
    """

    quote: str
    start: int
    end: int
    indicator: str
    subject: str | None
    subject_name: str
    period: str
    value: Quantity
    baseline: Quantity | None = None
    stage: str = ""
    page: int | None = None
    confidence: float = 0.5
    reasons: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """Plain data with the keys of ``dualtrack extract``."""
        return {
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "page": self.page,
            "indicator": self.indicator,
            "subject": self.subject or self.subject_name or None,
            "period": self.period,
            "value": self.value.as_dict(),
            "baseline": self.baseline.as_dict() if self.baseline else None,
            "stage": self.stage,
            "confidence": round(self.confidence, 2),
            "reasons": list(self.reasons),
        }
