"""Proposed actions: a predicate, who did it, when, with what; each from one clause and its surroundings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dualtrack.extraction.dates import DateMention
from dualtrack.extraction.mentions import Mention, find_mentions
from dualtrack.extraction.proposals.confidence import confidence
from dualtrack.extraction.proposals.objects import named_object
from dualtrack.extraction.proposals.proposal import ActionProposal
from dualtrack.extraction.proposals.roles import Roles, roles
from dualtrack.extraction.proposals.sentences import sentences
from dualtrack.extraction.proposals.triggers import Trigger, find_triggers
from dualtrack.extraction.proposals.values import Values, within
from dualtrack.extraction.theme_rules import find_themes
from dualtrack.model import Document, Passage

_READ = frozenset(("paragraph", "list item", "heading", "table cell", "caption"))
_CLAUSE = {
    "ja": re.compile(r"(?:し|り|げ|て|れ)、|。|；|※"),
    "ko": re.compile(r"(?:하고|하며|했고|했으며|으며),?\s|[.;]"),
    "zh": re.compile(r"[，；。]"),
    "en": re.compile(r";|, (?:and|but|while|which|after|before|when) |\. "),
    "de": re.compile(r";|, (?:und|aber|während|der|die|das|nachdem|wobei) "),
    "fr": re.compile(r";|, (?:et|mais|tandis que|qui|après|alors que) "),
}
_WEAK = frozenset(("state", "consider", "direct", "request", "invite", "restrict", "cut"))
_LATER = {"close": "plan-close", "end": "plan-close", "withdraw": "plan-withdraw", "suspend": "plan-suspend"}
_GENERAL = frozenset(("announce", "state", "adopt", "publish", "propose"))
_LIFE = frozenset(
    ("lapse", "extend", "renew", "enter-into-force", "terminate", "close", "end", "suspend", "revoke", "enjoin")
)
"""Verbs that a thing undergoes: who did it may be left open where the thing is known."""
_TYPED = (
    (re.compile(r"大統領令|executive order|행정명령|行政令|décret présidentiel", re.I), {"sign", "issue", "publish"}, "issue"),
    (re.compile(r"予算(?:教書|要求|案)|budget (?:request|proposal)|예산안|预算案|Haushaltsentwurf|projet de budget", re.I),
     {"announce", "publish", "propose", "adopt"}, "request"),
    (re.compile(r"センター|オフィス|研究所|事務所|\b(?:cent(?:re|er)|office|institute)\b|센터|연구소|中心|Zentrum|Institut\b|\bcentre\b", re.I),
     {"launch"}, "open"),
    (re.compile(r"(?:報告書|声明|指針|ガイドライン|白書|文書|原則)$|\b(?:report|statement|guidelines?|communiqu[eé]|paper)\b|보고서|성명|지침|报告|声明|指南|Bericht|Erklärung|Leitlinien|rapport|déclaration|lignes directrices", re.I),
     {"announce", "issue"}, "publish"),
    (re.compile(r"(?:基金|プログラム|パッケージ|計画|制度|イニシアチブ|フェローシップ)$|\b(?:fund|programme|program|package|initiative|fellowship|scheme)\b|기금|프로그램|사업|基金|计划|Programm|Fonds|programme|fonds", re.I),
     {"open"}, "launch"),
)  # fmt: skip


@dataclass
class _Context:
    """What a passage leaves unsaid because an earlier sentence or the heading said it."""

    actors: tuple[str, ...] = ()
    date: DateMention | None = None


@dataclass(frozen=True)
class _Sentence:
    """One sentence to read: where it is, and what it stands in."""

    values: Values
    passage: Passage
    start: int
    end: int
    language: str

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    @property
    def text(self) -> str:
        return self.values.text[self.start : self.end]

    def named(self, kind: str) -> tuple[Mention, ...]:
        return tuple(m for m in within(self.values.mentions, self.start, self.end) if m.kind == kind and m.id)


def propose_actions(document: Document, values: Values) -> list[ActionProposal]:
    """The actions a document tells of, in order of place; the same event told twice is proposed once.

    Args:
        document: The document, with its passages.
        values: Its typed values, from ``read_values``.
    """
    found: list[ActionProposal] = []
    for passage in document.passages:
        if passage.kind in _READ and not passage.head:
            found.extend(_from_passage(passage, values))
    return _distinct(found)


def _from_passage(passage: Passage, values: Values) -> Iterator[ActionProposal]:
    language = passage.language if passage.language in _CLAUSE else values.language
    if language not in _CLAUSE:
        return
    context = _Context(actors=_heading_actors(passage, language))
    for first, last in sentences(passage.text, language):
        sentence = _Sentence(values, passage, passage.start + first, passage.start + last, language)
        yield from _from_sentence(sentence, context)


def _from_sentence(sentence: _Sentence, context: _Context) -> Iterator[ActionProposal]:
    text, span, language = sentence.values.text, sentence.span, sentence.language
    dates = within(sentence.values.dates, *span)
    actors = within(sentence.values.actors, *span)
    triggers = _main_triggers(find_triggers(text, *span, language))
    for trigger in triggers:
        clause = _clause(text, span, trigger, language)
        who = roles(text, clause, trigger, actors, language)
        when = _date_of(trigger, clause, dates, text)
        proposal = _assemble(sentence, clause, trigger, who, when, context)
        if who.explicit:
            context.actors = who.actors
        if when is not None:
            context.date = when
        if proposal is not None:
            yield proposal
    if not triggers and dates:
        context.date = dates[-1]


def _assemble(
    sentence: _Sentence,
    clause: tuple[int, int],
    trigger: Trigger,
    who: Roles,
    when: DateMention | None,
    context: _Context,
) -> ActionProposal | None:
    actors = who.actors or tuple(actor for actor in context.actors if actor not in who.partners)
    date = when or context.date
    values, language = sentence.values, sentence.language
    object_id, object_name = named_object(values.text, clause, trigger, sentence.named("initiative"), language)
    if date is None or not (actors or (object_id and trigger.verb in _LIFE)):
        return None
    verb = _typed_verb(trigger, object_name, values.text[clause[0] : clause[1]])
    features = {
        "actor named": who.explicit,
        "date in the clause": when is not None and clause[0] <= when.start < clause[1],
        "date in the sentence": when is not None,
        "object named": bool(object_id or object_name),
        "planned": trigger.planned,
        "weak verb": verb in _WEAK,
        "date inferred": date.inferred,
        "several verbs": trigger.verb in _GENERAL,
    }
    return ActionProposal(
        quote=sentence.text,
        start=sentence.start,
        end=sentence.end,
        verb=verb,
        actors=actors,
        date=date.edtf,
        object=object_id,
        object_name=object_name,
        partners=who.partners,
        amounts=tuple(amount for amount in within(values.money, *clause) if amount.gloss_of is None),
        themes=tuple(find_themes(sentence.text, language)),
        technologies=tuple(dict.fromkeys(m.id for m in sentence.named("technology") if m.id)),
        planned=trigger.planned,
        page=sentence.passage.page,
        confidence=confidence(features),
        reasons=tuple(name for name, holds in features.items() if holds),
    )


def _main_triggers(triggers: Sequence[Trigger]) -> list[Trigger]:
    specific = [trigger for trigger in triggers if trigger.verb not in _GENERAL]
    kept = []
    for trigger in triggers:
        near = any(abs(other.start - trigger.start) < 40 for other in specific if other is not trigger)
        if trigger.verb in ("announce", "state") and near:
            continue
        if kept and kept[-1].verb == trigger.verb:
            continue
        kept.append(trigger)
    return kept


def _clause(text: str, span: tuple[int, int], trigger: Trigger, language: str) -> tuple[int, int]:
    start, end = span
    for found in _CLAUSE[language].finditer(text, *span):
        if found.end() <= trigger.start:
            start = found.end()
        elif found.start() >= trigger.end:
            end = found.end()
            break
    return start, end


def _date_of(trigger: Trigger, clause: tuple[int, int], dates: Sequence[DateMention], text: str) -> DateMention | None:
    if not dates:
        return None
    after = [
        date
        for date in dates
        if 0 <= date.start - trigger.end <= 6 and text[trigger.end : date.start].strip("たしを。") in "（("
    ]
    if after:
        return after[0]
    inside = [date for date in dates if clause[0] <= date.start < clause[1]]
    before = [date for date in dates if date.end <= trigger.start]
    pool = inside or before[-1:] or list(dates)
    return min(pool, key=lambda date: abs(date.start - trigger.start))


def _typed_verb(trigger: Trigger, object_name: str, clause: str) -> str:
    verb = trigger.verb
    for kind, verbs, better in _TYPED:
        if verb in verbs and kind.search(object_name or (clause if better in ("issue", "request") else "")):
            verb = better
            break
    return _LATER.get(verb, verb) if trigger.planned else verb


def _heading_actors(passage: Passage, language: str) -> tuple[str, ...]:
    for heading in reversed(passage.headings):
        found: list[Mention] = [m for m in find_mentions(heading, language) if m.kind == "actor" and m.id]
        if len(found) == 1 or (found and len(heading) < 20):
            return (str(found[0].id),)
    return ()


def _distinct(proposals: list[ActionProposal]) -> list[ActionProposal]:
    kept: dict[tuple[object, ...], ActionProposal] = {}
    for proposal in proposals:
        key = (proposal.verb, frozenset(proposal.actors), proposal.date, proposal.object or proposal.object_name)
        if key not in kept or kept[key].confidence < proposal.confidence:
            kept[key] = proposal
    return sorted(kept.values(), key=lambda proposal: (proposal.start, proposal.verb))
