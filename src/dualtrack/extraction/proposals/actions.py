"""Proposed actions: a predicate, who did it, when, with what; each from one clause and its surroundings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from dualtrack.extraction.dates import DateMention
from dualtrack.extraction.mentions import Mention, find_mentions
from dualtrack.extraction.proposals.bodies import generic_bodies, resolved
from dualtrack.extraction.proposals.confidence import confidence
from dualtrack.extraction.proposals.labels import posts, titled
from dualtrack.extraction.proposals.objects import named_object
from dualtrack.extraction.proposals.owners import owners
from dualtrack.extraction.proposals.proposal import ActionProposal
from dualtrack.extraction.proposals.roles import Roles, roles
from dualtrack.extraction.proposals.sentences import sentences
from dualtrack.extraction.proposals.triggers import Trigger, find_triggers
from dualtrack.extraction.proposals.values import Values, within
from dualtrack.extraction.quantities import guess_language
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
_BACKGROUND = frozenset(("state", "consider", "cooperate", "recommend", "direct", "request", "announce"))
"""Verbs that, in a sentence without a date, tell of attitudes rather than of a deed on the date before."""
_OWNED = frozenset(
    (
        *("launch", "adopt", "publish", "announce", "open", "expand", "fund", "amend", "end", "close", "suspend"),
        *("issue", "sign", "renew", "extend", "agree", "enact", "cut", "plan-close", "propose"),
    )
)
"""Verbs done by those whose thing it is; who joins or leaves a thing is somebody else."""
_TELLING = frozenset(("announce", "state"))
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
_BRACKET = re.compile(r"(?:し?た|した|。)?\s*[（(]\s*")
_CLOSING = re.compile(r"[^)）]{0,12}[)）](?:【[^】]*】)?[。.]?\s*")
_BY_THEN = re.compile(r"まで|까지|(?:底|年)?(?:之前|前|以前)")
_BY_WHEN = re.compile(r"\b(?:by|until|bis|d['’]ici)\s+(?:the end of\s+|end of\s+|Ende\s+|à\s+|fin\s+)?$", re.I)
_LEADING = 4
"""A date this near the beginning of a clause tells when the clause took place."""
_NAMES_A_THING = re.compile(
    r"(?:当初|補正)?(?:予算|概算要求|版|白書|計画|目標|税制)|\s?(?:예산|개정판)|(?:预算|预算案|版)|\s(?:budget|appropriations|edition|request)",
    re.I,
)  # 2024年度予算: the year is part of a name, not when something was done


@dataclass
class _Context:
    """What a passage leaves unsaid because an earlier sentence, the heading or the passage before it said it."""

    actors: tuple[str, ...] = ()
    date: DateMention | None = None
    carried: bool = False
    """Whether the date was told in an earlier passage."""


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
    found: list[ActionProposal] = list(posts(document, values))
    before: tuple[Passage, _Context] | None = None
    for passage, following in zip_longest(document.passages, document.passages[1:]):
        if passage.kind in _READ:
            language = _language(passage, values)
            if language in _CLAUSE:
                context = _context(passage, values, language, before)
                if passage.kind == "heading" and following is not None and context.date is None:
                    context.date = _leading_date(following, values)
                if not passage.head:
                    found.extend(_from_passage(passage, values, language, context))
                before = passage, context
    return _distinct(found)


def _language(passage: Passage, values: Values) -> str:
    return next((code for code in (passage.language, values.language) if code), "") or guess_language(passage.text)


def _context(passage: Passage, values: Values, language: str, before: tuple[Passage, _Context] | None) -> _Context:
    """What is said already when a passage begins: by its headings, its closing date, its neighbour on the slide."""
    actors, date = _heading_actors(passage, language), _closing_date(passage, values)
    if passage.kind == "table cell":
        return _row_context(passage, values, actors, before)
    carried = False
    if before is not None and passage.page is not None and _side_by_side(before[0], passage):
        actors = actors or before[1].actors
        carried = date is None and before[1].date is not None
        date = date or before[1].date
    return _Context(actors, date, carried)


def _leading_date(passage: Passage, values: Values) -> DateMention | None:
    """The date that a passage begins with: it also dates the heading above."""
    first = next(iter(within(values.dates, passage.start, passage.end)), None)
    return first if first is not None and first.start - passage.start <= _LEADING else None


def _side_by_side(first: Passage, second: Passage) -> bool:
    """Whether two passages stand under one heading of one slide, or the first is the heading of the second."""
    under = first.kind == "heading" and second.headings[-1:] == (first.text,)
    return first.page == second.page and (under or first.headings == second.headings)


def _row_context(
    passage: Passage, values: Values, actors: tuple[str, ...], before: tuple[Passage, _Context] | None
) -> _Context:
    """What the earlier cells of a table's row say: its date, and who acts."""
    context = _Context(actors)
    if before is not None and (before[0].table, before[0].row) == (passage.table, passage.row):
        context = _Context(before[1].actors or actors, before[1].date)
    named = within(values.actors, passage.start, passage.end)
    covered = sum(mention.end - mention.start for mention in named)
    if named and 2 * covered >= len(passage.text):
        context.actors = tuple(dict.fromkeys(str(mention.id) for mention in named))
    dates = within(values.dates, passage.start, passage.end)
    if len(dates) == 1 and 2 * (dates[0].end - dates[0].start) >= len(passage.text):
        context.date = dates[0]
    return context


def _closing_date(passage: Passage, values: Values) -> DateMention | None:
    """The date in brackets that closes a passage and dates all of it, where it is the only one."""
    dates = within(values.dates, passage.start, passage.end)
    if len(dates) != 1:
        return None
    after = values.text[dates[0].end : passage.end]
    return dates[0] if _CLOSING.fullmatch(after) else None


def _from_passage(passage: Passage, values: Values, language: str, context: _Context) -> Iterator[ActionProposal]:
    yield from titled(values, passage, context.actors)
    for first, last in sentences(passage.text, language):
        sentence = _Sentence(values, passage, passage.start + first, passage.start + last, language)
        yield from _from_sentence(sentence, context)


def _from_sentence(sentence: _Sentence, context: _Context) -> Iterator[ActionProposal]:
    text, span, language = sentence.values.text, sentence.span, sentence.language
    dates = within(sentence.values.dates, *span)
    actors = _actors(sentence, context)
    triggers = _main_triggers(find_triggers(text, *span, language))
    blank = [(date.start, date.end) for date in dates]
    for previous, trigger in zip([None, *triggers], triggers, strict=False):
        clause = _clause(text, span, trigger, language)
        who = roles(text, clause, trigger, actors, language, previous.end if previous else 0, blank)
        if (trigger.attributive or who.unknown) and not who.explicit:
            continue
        when = _date_of(trigger, clause, dates, text)
        proposal = _assemble(sentence, clause, trigger, who, when, context)
        if who.explicit:
            context.actors = who.actors
        if when is not None:
            context.date, context.carried = when, False
        if proposal is not None:
            yield proposal
    if not triggers and dates:
        context.date, context.carried = dates[-1], False


def _actors(sentence: _Sentence, context: _Context) -> list[Mention]:
    """The actors named in a sentence; *the Commission* and 教育省 with the id of who is meant, empty where unknown."""
    named = list(within(sentence.values.actors, sentence.start, sentence.end))
    generic = generic_bodies(sentence.values.text, sentence.start, sentence.end, named, sentence.language)
    if not generic:
        return named
    before = [*(str(mention.id) for mention in reversed(named)), *context.actors]
    found = [*named, *(resolved(mention, before, sentence.language) for mention in generic)]
    return sorted(found, key=lambda mention: mention.start)


def _assemble(
    sentence: _Sentence,
    clause: tuple[int, int],
    trigger: Trigger,
    who: Roles,
    when: DateMention | None,
    context: _Context,
) -> ActionProposal | None:
    date = when or context.date
    values, language = sentence.values, sentence.language
    object_id, object_name = named_object(values.text, clause, trigger, sentence.named("initiative"), language)
    owning = owners(object_id) if object_id else ()
    inherited = tuple(actor for actor in context.actors if actor not in who.partners)
    actors = who.actors or (owning if trigger.verb in _OWNED else ()) or inherited
    if date is None or not (actors or (object_id and trigger.verb in _LIFE)):
        return None
    if when is None and not context.carried and trigger.verb in _BACKGROUND:
        return None
    verb = _typed_verb(trigger, object_name, values.text[clause[0] : clause[1]])
    features = {
        "actor named": who.explicit,
        "actor from what is acted on": not who.explicit and actors == owning,
        "actor from the heading": not who.explicit and actors == inherited != owning,
        "date in the clause": when is not None and clause[0] <= when.start < clause[1],
        "date in the sentence": when is not None,
        "object named": bool(object_id or object_name),
        "planned": trigger.planned,
        "weak verb": verb in _WEAK,
        "date inferred": date.inferred,
        "date from the heading": when is None and context.carried,
        "several verbs": trigger.verb in _GENERAL,
    }
    return ActionProposal(
        quote=sentence.text,
        start=sentence.start,
        end=sentence.end,
        verb=verb,
        actors=actors,
        date=date.edtf,
        object_id=object_id,
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
    """Without what only announces or reports a deed that the sentence names, and without the same deed told twice."""
    kept: list[Trigger] = []
    for trigger in triggers:
        others = [other for other in triggers if other is not trigger and other.verb not in _TELLING]
        if trigger.verb in _TELLING and others:
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
    dates = [date for date in dates if not _NAMES_A_THING.match(text, date.end)]
    dates = [date for date in dates if not _is_deadline(text, date)] or ([] if trigger.planned else dates)
    if not dates:
        return None
    gap = [date for date in dates if date.start >= trigger.end and _BRACKET.fullmatch(text[trigger.end : date.start])]
    if gap:
        return gap[0]
    inside = [date for date in dates if clause[0] <= date.start < clause[1]]
    leading = [date for date in inside if date.start - clause[0] <= _LEADING and date.end <= trigger.start]
    before = [date for date in dates if date.end <= trigger.start]
    if leading:
        return leading[0]
    pool = inside or before[:1] or list(dates)
    return min(pool, key=lambda date: abs(date.start - trigger.start))


def _is_deadline(text: str, date: DateMention) -> bool:
    """Whether the date is the day by which something is to be done."""
    return bool(
        _BY_THEN.search(text, date.end - 2, date.end + 5) or _BY_WHEN.search(text, max(0, date.start - 12), date.start)
    )


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
        key = (proposal.verb, frozenset(proposal.actors), proposal.date, proposal.object_id or proposal.object_name)
        if key not in kept or kept[key].confidence < proposal.confidence:
            kept[key] = proposal
    return sorted(kept.values(), key=lambda proposal: (proposal.start, proposal.verb))
