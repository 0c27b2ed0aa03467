"""Who does it, with whom: the roles of the actors named in a clause, by the grammar of each language.

Japanese and Korean mark the subject by a particle after it, the other languages by its place before the verb; a
passive turns the roles around; and some deeds (signing, agreeing, meeting) are done by all who are named.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dualtrack.extraction.mentions import Mention
from dualtrack.extraction.proposals.owners import actor_kind, persons
from dualtrack.extraction.proposals.triggers import Trigger

JOINT = frozenset(
    ("sign", "agree", "meet", "negotiate", "conclude", "cooperate", "renew", "extend", "enter-into-force")
)
"""Verbs whose partners act as much as their subject."""

_SUBJECT_AFTER = {
    "ja": re.compile(
        r"(?:政府|側|当局|両国|首脳|外相|大統領|首相|の[^、。はがもをにとので]{1,10})?[」』）)]?(?:は|が|も|では|により|による|[:：])"
    ),
    "ko": re.compile(r"(?:정부|측|당국|양국)?(?:은|는|이|가|도|에서는)(?=\s|$)"),
}
_WITH_AFTER = {
    "ja": re.compile(r"(?:政府|側)?と(?:の|共同|連携|協力|、|「)?"),
    "ko": re.compile(r"(?:정부)?(?:와|과)(?:의)?(?=\s|$)"),
}
_AT_AFTER = {"ja": re.compile(r"(?:会合|会議|総会)?(?:で|にて|において)"), "ko": re.compile(r"에서")}
"""A body by which a thing is decided: EU理事会で採択."""
_OWNER_AFTER = {"ja": re.compile(r"の"), "ko": re.compile(r"의\s")}
_OTHER_ROLE = frozenset("のとへにからまを向対産製発人語学式型流")
"""What follows a name that is no subject: possession, direction, object, or a longer word."""
_JOINED = re.compile(
    r"\s*(?:,|、|・|·|/|と|および|及び|ならびに|及|和|与|與|、|and|und|et|&|와|과|및|-|–|—)\s*(?:the|le|la|les|l'|die|der|das)?\s*",
    re.I,
)
_BEFORE = {
    "en": re.compile(r"\b(?:with|alongside|together with)\s+(?:the\s+)?(?:[\w'’]+\s+){0,2}$", re.I),
    "de": re.compile(r"\bmit\s+(?:der|dem|den)?\s*$", re.I),
    "fr": re.compile(r"\bavec\s+(?:le|la|les|l['’])?\s*$", re.I),
    "zh": re.compile(r"(?:与|與|和|同|跟)$"),
}
_ASIDE = {
    "en": re.compile(r"\b(?:of|in|from|for|to|at|by|on|about|against|between|among|than|into|through|under|via|across|inside|near)\s+(?:the\s+)?(?:[\w'’]+\s+){0,1}$", re.I),
    "de": re.compile(r"\b(?:in|aus|von|vom|für|bei|beim|nach|an|am|im|zu|zur|zum|gegen|über|durch|unter)\s+(?:der|dem|den|die|das)?\s*$", re.I),
    "fr": re.compile(r"\b(?:de|du|des|d['’]|en|au|aux|à|dans|pour|par|sur|contre|chez|vers)\s*(?:la|le|les|l['’])?\s*$", re.I),
    "zh": re.compile(r"(?:在|对|對|向|从|從|于|於|为|為|由|被|来自|對於)$"),
}  # fmt: skip
_PASSIVE = {
    "en": re.compile(r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+|also\s+|jointly\s+)?$", re.I),
    "de": re.compile(r"\b(?:wird|werden|wurde|wurden|worden)\b", re.I),
    "fr": re.compile(r"\b(?:est|sont|a été|ont été|fut|furent|été)\s+(?:\w+ment\s+)?$", re.I),
}
_BY = {
    "en": re.compile(r"\bby\s+(?:the\s+)?(?:[\w'’]+\s+){0,2}$", re.I),
    "de": re.compile(r"\b(?:von|vom|durch)\s+(?:der|dem|den|die|das)?\s*$", re.I),
    "fr": re.compile(r"\bpar\s*(?:la|le|les|l['’])?\s*$", re.I),
}
_BETWEEN = re.compile(
    r"\b(?:between|zwischen|entre)\s+(?:the\s+|der\s+|dem\s+|den\s+|la\s+|le\s+|les\s+|l['’])?$", re.I
)


@dataclass(frozen=True, slots=True)
class Roles:
    """Who acts and with whom, as codebook ids, and whether the clause itself names them."""

    actors: tuple[str, ...]
    partners: tuple[str, ...]
    explicit: bool


def roles(text: str, clause: tuple[int, int], trigger: Trigger, mentions: Sequence[Mention], language: str) -> Roles:
    """The roles of the actors mentioned in a clause.

    Args:
        text: The whole text.
        clause: Span of the clause that holds the trigger.
        trigger: What was done.
        mentions: The mentions of actors in the sentence, in order; all have an id.
        language: ISO 639-1.
    """
    groups = _groups(text, mentions)
    if language in _SUBJECT_AFTER:
        subject, partners = _by_particle(text, groups, trigger, language)
    else:
        subject, partners = _by_place(text, clause, groups, trigger, language)
    if trigger.verb in JOINT:
        subject, partners = _unique([*subject, *partners]), []
    subject = list(persons(tuple(_unique(subject))))
    return Roles(tuple(subject), tuple(p for p in _unique(partners) if p not in subject), bool(subject))


def _groups(text: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and groups[-1][-1].end <= mention.start:
            between = text[groups[-1][-1].end : mention.start]
            if not between or (len(between) < 24 and _JOINED.fullmatch(between)):
                groups[-1].append(mention)
                continue
        groups.append([mention])
    return groups


def _by_particle(
    text: str, groups: list[list[Mention]], trigger: Trigger, language: str
) -> tuple[list[str], list[str]]:
    subject: list[str] = []
    partners: list[str] = []
    places: list[str] = []
    for group in groups:
        last = group[-1].end
        ids = [mention.id for mention in group if mention.id]
        if _SUBJECT_AFTER[language].match(text, last) and last <= trigger.start:
            subject = ids
        elif _WITH_AFTER[language].match(text, last) and last <= trigger.start:
            partners = ids
        elif _AT_AFTER[language].match(text, last) and last <= trigger.start:
            places = places or [id_ for id_ in ids if actor_kind(id_) not in ("country", "person", "office")]
    if not subject:
        subject = _compound(text, groups, trigger, language) or places
    return subject, [partner for partner in partners if partner not in subject]


def _compound(text: str, groups: list[list[Mention]], trigger: Trigger, language: str) -> list[str]:
    joined = [group for group in groups if len(group) > 1 and group[-1].end <= trigger.start]
    if joined and trigger.verb in JOINT:
        return [mention.id for mention in joined[0] if mention.id]
    leading = [group for group in groups if group[-1].end <= trigger.start]
    if leading and not _OWNER_AFTER[language].match(text, leading[0][-1].end):
        following = text[leading[0][-1].end : leading[0][-1].end + 4].removeprefix("諸国").removeprefix("各国")[:1]
        if following not in _OTHER_ROLE:
            return [mention.id for mention in leading[0] if mention.id]
    return []


def _by_place(
    text: str, clause: tuple[int, int], groups: list[list[Mention]], trigger: Trigger, language: str
) -> tuple[list[str], list[str]]:
    subject: list[str] = []
    partners: list[str] = []
    agents: list[str] = []
    earlier: list[str] = []
    passive = _is_passive(text, clause, trigger, language)
    for group in groups:
        before = text[max(clause[0] - 60, 0, group[0].start - 40) : group[0].start]
        ids = [mention.id for mention in group if mention.id]
        if _BETWEEN.search(before) and trigger.verb in JOINT:
            agents += ids
        elif (rule := _BEFORE.get(language)) and rule.search(before):
            partners += ids
        elif passive and (rule := _BY.get(language)) and rule.search(before):
            agents += ids
        elif group[0].start < trigger.start and not _is_aside(before, language):
            if group[0].start >= clause[0]:
                subject = subject or ids
            else:
                earlier = earlier or ids
    if agents:
        return agents, partners
    subject = subject or earlier
    if passive and subject:
        return ([], partners) if trigger.verb not in ("appoint", "nominate", "confirm") else (subject, partners)
    return subject, partners


def _is_passive(text: str, clause: tuple[int, int], trigger: Trigger, language: str) -> bool:
    rule = _PASSIVE.get(language)
    if rule is None:
        return False
    if language == "de":
        return rule.search(text, clause[0], clause[1]) is not None
    return rule.search(text[max(clause[0], trigger.start - 30) : trigger.start]) is not None


def _is_aside(before: str, language: str) -> bool:
    rule = _ASIDE.get(language)
    return rule is not None and rule.search(before) is not None


def _unique(ids: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(ids))
