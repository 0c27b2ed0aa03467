"""A record said in words: its topic, one sentence, its figures and its listed points."""

import re
from dataclasses import dataclass

from dualtrack.model import Action, Actor, Initiative, Money, Observation, Quantity, Text
from dualtrack.model.date_words import say_period
from dualtrack.publishing.holdings import Fact, Holdings
from dualtrack.publishing.labels import label, units
from dualtrack.publishing.numbers import say_change, say_measured, say_money, say_money_for, say_quantity
from dualtrack.publishing.words import join

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one record in one language."""

    text: str
    topic: str = ""
    figures: tuple[str, ...] = ()
    details: tuple[str, ...] = ()


def say(fact: Fact, held: Holdings, language: str) -> Said:
    """A record in words: its own summary where it has one in the language, else a sentence made from its fields."""
    if isinstance(fact, Action):
        return _say_action(fact, held, language)
    if isinstance(fact, Observation):
        return _say_observation(fact, held, language)
    return _say_initiative(fact, held, language) if isinstance(fact, Initiative) else _say_actor(fact, held, language)


def _say_action(action: Action, held: Holdings, language: str) -> Said:
    own = _own(action.summary, language)
    about = held.name(action.object, language) if action.object else ""
    text = own or _composed(action, held, language)
    scope = _own(action.scope, language)
    if scope and scope not in text:
        text += f"（{scope}）" if language == "ja" else f" ({scope})"
    return Said(
        text,
        about if own and about and about.casefold() not in own.casefold() else "",
        _untold(_amounts(action, language), text),
        _texts(action.detail, language),
    )


def _composed(action: Action, held: Holdings, language: str) -> str:
    who = join([held.name(actor, language) for actor in action.actors], language)
    whom = join([held.name(partner, language) for partner in action.partners], language)
    what = held.name(action.object, language) if action.object else ""
    verb = label(action.verb, language)
    role = _own(action.role, language)
    if language == "ja":
        head = f"{who}：" if who else ""
        return (
            f"{head}{what}{'：' if what else ''}{verb}"
            + (f"（{role}）" if role else "")
            + (f"（相手：{whom}）" if whom else "")
        )
    head = f"{who}: " if who else ""
    return (
        f"{head}{verb}{': ' if what else ''}{what}"
        + (f" ({role})" if role else "")
        + (f", with {whom}" if whom else "")
    )


def _amounts(action: Action, language: str) -> list[str]:
    said = [_what(money, language) + say_money_for(money, language, action.date) for money in action.amounts]
    return said + [say_quantity(quantity, language, units()) for quantity in action.quantities]


def _what(money: Money, language: str) -> str:
    what = _own(money.what, language)
    return "" if not what else f"{what}：" if language == "ja" else f"{what}: "


def _say_observation(seen: Observation, held: Holdings, language: str) -> Said:
    subject, indicator = held.name(seen.subject, language), label(seen.indicator, language)
    own = _own(seen.summary, language)
    made = f"{subject}：{indicator}" if language == "ja" else f"{subject}: {indicator}"
    figures = [say_figure(seen, language)]
    method = _own(seen.method, language)
    topic = subject if own and subject.casefold() not in own.casefold() else ""
    return Said(
        own or made, topic, () if own and _in_words(seen) else _untold(figures, own), (method,) if method else ()
    )


def _in_words(seen: Observation) -> bool:
    """Whether a summary tells all of the figure by itself: a rank, a count of things listed, a mere up or down."""
    if isinstance(seen.value, Quantity):
        return seen.baseline is None and seen.change is None and seen.value.unit in ("rank", "items")
    return seen.value is None and seen.baseline is None


def say_figure(seen: Observation, language: str) -> str:
    """The figure of an observation: from what, to what, and the change as stated."""
    value = say_measured(seen.value, language, units()) if seen.value is not None else ""
    before = say_measured(seen.baseline.value, language, units()) if seen.baseline else ""
    change = say_change(seen.change, language) if seen.change else ""
    said = f"{before} → {value}" if before and value else value or before
    if not said or not change:
        return said or change
    return f"{said}（{change}）" if language == "ja" else f"{said} ({change})"


def _say_initiative(initiative: Initiative, held: Holdings, language: str) -> Said:
    kind = label(initiative.type, language)
    own = _own(initiative.description, language)
    return Said(
        own or kind,
        held.name(initiative.id, language),
        tuple(say_money(money, language) for money in initiative.budget),
        _texts(initiative.elements, language),
    )


def _say_actor(actor: Actor, held: Holdings, language: str) -> Said:
    return Said(_own(actor.description, language) or label(actor.kind, language), held.name(actor.id, language))


def _untold(figures: list[str], text: str) -> tuple[str, ...]:
    """The figures whose numbers the sentence does not already give."""
    told = set(_NUMBER.findall(text))
    return tuple(figure for figure in figures if figure and not (told and set(_NUMBER.findall(figure)) <= told))


def _own(text: Text | None, language: str) -> str:
    return (text.get(language) or "") if text else ""


def _texts(texts: tuple[Text, ...], language: str) -> tuple[str, ...]:
    return tuple(filter(None, (_own(text, language) for text in texts)))


def verb_and_date(fact: Fact, language: str) -> str:
    """What kind of record it is, for its trace: ``署名、2025年6月``."""
    if isinstance(fact, Action):
        return join([label(fact.verb, language), say_period(fact.date, language)], language)
    if isinstance(fact, Observation):
        return join([label(fact.indicator, language), say_period(fact.period, language)], language)
    return label(fact.type if isinstance(fact, Initiative) else fact.kind, language)


__all__ = ["Said", "say", "say_figure", "verb_and_date"]
