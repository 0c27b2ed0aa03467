"""Who does it, with whom: the roles of the actors named in a clause, by the grammar of each language.

Japanese and Korean mark the subject by a particle after it, the other languages by its place before the verb; a
passive turns the roles around; and some deeds (signing, agreeing, meeting) are done by all who are named.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

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
    "ko": re.compile(r"(?:\s?(?:정부|측|당국|양국))?\)?(?:은|는|이|가|도|에서는|,)(?=\s|$)"),
}
_WITH_AFTER = {
    "ja": re.compile(r"(?:政府|側)?[）)]?と(?:の|共同|連携|協力|、|「)?"),
    "ko": re.compile(r"(?:\s?정부)?\)?(?:와|과)(?:의)?(?=\s|$)"),
}
_AT_AFTER = {"ja": re.compile(r"(?:会合|会議|総会)?(?:で|にて|において)"), "ko": re.compile(r"에서")}
"""A body by which a thing is decided: EU理事会で採択."""
_OWNER_AFTER = {"ja": re.compile(r"の"), "ko": re.compile(r"의\s")}
_OTHER_ROLE = frozenset("のとへにからまを向対産製発人語学式型流")
"""What follows a name that is no subject: possession, direction, object, or a longer word."""
_JOINED = re.compile(
    r"(?:\s?[（(][^()（）]{1,30}[)）])?\s*(?:, and|, und|, et|,|、|・|·|/|と|および|及び|ならびに|及|和|与|與|and|und|sowie|et|&|와|과|및|-|–|—)"
    r"\s*(?:(?:the|le|la|les|die|der|das|den|dem)\b|l['’])?\s*"
    r"(?:(?:[Vv]ice |[Pp]rime |Premier|Bundes|Federal )?(?:[Pp]resident|[Mm]inister|[Cc]hancellor|[Ss]ecretary|[Cc]ommissioner|[Kk]anzler\w*"
    r"|[Pp]r[ée]sidente?|[Mm]inistre)(?: de la| du| de l['’]| of(?: the)?| der| des)?)?\s*",
)
_WIDE = 60
"""How many characters may join two names: a comma, an *and*, a title."""
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
    "zh": re.compile(r"(?:在|对|對|向|从|從|于|於|为|為|由|被|来自|對於|赴|访问|关于|加入|退出|出席|参加)$"),
}  # fmt: skip
_PASSIVE = {
    "en": re.compile(r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+|also\s+|jointly\s+)?$", re.I),
    "de": re.compile(r"\b(?:wird|werden|wurde|wurden|worden)\b", re.I),
    "fr": re.compile(r"\b(?:est|sont|a été|ont été|fut|furent|été)\s+(?:\w+ment\s+)?$", re.I),
}
_BY = {
    "en": re.compile(r"\bby\s+(?:the\s+)?(?:[\w'’]+\s+){0,2}$", re.I),
    "de": re.compile(r"\b(?:von|vom|durch)\s+(?:der|dem|den|die|das)?\s*$", re.I),
    "fr": re.compile(r"\bpar\s*(?:la|le|les|l['’])?\s*(?:\w+\s+){0,2}$", re.I),
    "zh": re.compile(r"(?:由|被|经)$"),
}
_BETWEEN = re.compile(
    r"\b(?:between|zwischen|entre)\s+(?:the\s+|der\s+|dem\s+|den\s+|la\s+|le\s+|les\s+|l['’])?$", re.I
)


_POSSESSIVE = ("'s", "’s", "s’", "s' ")
_AND = re.compile(
    r"(?:,|;|\band|\bund|\bet|\bwhile|\bbut|\bmais|\baber|，|；|、)\s*(?:the |der |die |das |le |la |les |l['’])?$",
    re.I,
)
_VERB_SECOND = 60
"""In German the subject may follow the finite verb, within so many characters."""
_LIGHT = {
    "en": frozenset(["it", "they", "he", "she", "we", "which", "who", "that", "this", "both", "two", "sides", "countries", "parties", "governments", "leaders", "ministers", "had", "has", "have", "having", "was", "were", "is", "are", "been", "be", "also", "then", "later", "further", "jointly", "formally", "officially", "today", "meanwhile", "earlier", "and", "but", "or", "as", "so", "thus", "in", "on", "at", "by", "the", "of", "to", "its", "their", "his", "her", "same", "day", "year", "month", "during", "after", "before", "will", "would", "not"]),
    "de": frozenset(["er", "sie", "es", "wir", "beide", "seiten", "länder", "parteien", "staaten", "regierungen", "minister", "hat", "haben", "hatte", "hatten", "wurde", "wurden", "wird", "ist", "sind", "war", "waren", "auch", "dann", "später", "zudem", "heute", "gemeinsam", "am", "im", "in", "und", "aber", "der", "die", "das", "den", "dem", "ein", "eine", "einen", "zuvor", "bereits", "dort", "dabei", "damit", "selben", "gleichen", "tag", "monat", "jahr", "nach", "vor", "sich"]),
    "fr": frozenset(["il", "elle", "ils", "elles", "nous", "on", "les", "deux", "pays", "parties", "côtés", "gouvernements", "ministres", "a", "ont", "avait", "avaient", "est", "sont", "été", "aussi", "ensuite", "également", "puis", "en", "y", "et", "mais", "le", "la", "l", "de", "du", "des", "au", "à", "dans", "ce", "cette", "même", "jour", "mois", "année", "se", "s", "conjointement"]),
}  # fmt: skip
_OPENING = re.compile(
    r"^\s*(?:In|On|At|During|Following|After|Under|As|With|For|Since|By|Im|In|Am|Bei|Nach|Auf|Mit|Zum|Zur|À|Au|Aux|En|Dans|Lors|Lors de|Après|Selon|Le)\s[^,;]*,\s*"
)


@dataclass(frozen=True, slots=True)
class Roles:
    """Who acts and with whom, as codebook ids; whether the clause itself names them; whether it names somebody unknown."""

    actors: tuple[str, ...]
    partners: tuple[str, ...]
    explicit: bool
    unknown: bool = False


def roles(
    text: str,
    clause: tuple[int, int],
    trigger: Trigger,
    mentions: Sequence[Mention],
    language: str,
    previous: int = 0,
    blank: Sequence[tuple[int, int]] = (),
) -> Roles:
    """The roles of the actors mentioned in a clause.

    Args:
        text: The whole text.
        clause: Span of the clause that holds the trigger.
        trigger: What was done.
        mentions: The mentions of actors in the sentence, in order; an empty id is somebody not known.
        language: ISO 639-1.
        previous: Offset after the predicate before this one in the sentence.
        blank: Spans (dates) that are no subject.
    """
    groups = _groups(text, mentions)
    if language in _SUBJECT_AFTER:
        subject, partners = _by_particle(text, groups, trigger, language)
    else:
        subject, partners = _by_place(text, clause, groups, trigger, language, previous)
    unknown = bool(subject) and not any(subject)
    if not subject and not trigger.attributive:
        unknown = _unnamed(text, clause, trigger, language, blank)
    subject = [id_ for id_ in subject if id_]
    if not subject and not unknown:
        subject = _earlier(text, clause, groups, trigger, language)
    if trigger.verb in JOINT and (subject or not unknown):
        subject, partners = _unique([*subject, *partners]), []
    subject = list(persons(tuple(_unique(subject))))
    return Roles(tuple(subject), tuple(p for p in _unique(partners) if p and p not in subject), bool(subject), unknown)


def _unnamed(
    text: str, clause: tuple[int, int], trigger: Trigger, language: str, blank: Sequence[tuple[int, int]]
) -> bool:
    """Whether words before the verb name a subject that is nobody in the codebook."""
    light = _LIGHT.get(language)
    if light is None or _is_passive(text, clause, trigger, language):
        return False
    words = list(text[clause[0] : trigger.start])
    for start, end in blank:
        for place in range(max(start, clause[0]), min(end, trigger.start)):
            words[place - clause[0]] = " "
    rest = _OPENING.sub("", "".join(words))
    return any(
        word.lower() not in light and not word.lower().endswith(("ly", "ment")) and not word.isdigit()
        for word in re.findall(r"[^\W_][\w-]*", rest)
    )


def _earlier(
    text: str, clause: tuple[int, int], groups: list[list[Mention]], trigger: Trigger, language: str
) -> list[str]:
    """The subject of an earlier clause of the sentence, which this clause leaves out."""
    if language in _SUBJECT_AFTER or trigger.attributive or _is_passive(text, clause, trigger, language):
        return []
    for group in groups:
        if group[0].start < clause[0] and not _is_aside(_before(text, group), language):
            return [mention.id for mention in group if mention.id]
    return []


def _before(text: str, group: list[Mention]) -> str:
    return text[max(0, group[0].start - 40) : group[0].start]


def _ids(group: list[Mention]) -> list[str]:
    return [mention.id for mention in group if mention.id] or [""]


def _groups(text: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and groups[-1][-1].end <= mention.start:
            between = text[groups[-1][-1].end : mention.start]
            if not between or (len(between) < _WIDE and _JOINED.fullmatch(between)):
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
        if last > trigger.start:
            break
        if _SUBJECT_AFTER[language].match(text, last):
            subject = _ids(group)
        elif _WITH_AFTER[language].match(text, last):
            partners = _ids(group)
        elif _AT_AFTER[language].match(text, last):
            places = places or [
                id_ for id_ in _ids(group) if actor_kind(id_) not in ("country", "person", "office", "")
            ]
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
    text: str, clause: tuple[int, int], groups: list[list[Mention]], trigger: Trigger, language: str, previous: int
) -> tuple[list[str], list[str]]:
    partners: list[str] = []
    agents: list[str] = []
    candidates: list[list[Mention]] = []
    passive = _is_passive(text, clause, trigger, language)
    for group in groups:
        before = _before(text, group)
        inside = clause[0] <= group[0].start < clause[1]
        if inside and _BETWEEN.search(before) and trigger.verb in JOINT:
            agents += _ids(group)
        elif inside and (rule := _BEFORE.get(language)) and rule.search(before):
            partners += _ids(group)
        elif inside and (passive or trigger.attributive) and (rule := _BY.get(language)) and rule.search(before):
            agents += _ids(group)
        elif inside and not _is_aside(before, language):
            candidates.append(group)
    if agents:
        return agents, partners
    subject = [] if trigger.attributive else _subject(text, candidates, trigger, language, previous)
    if passive and language != "zh" and subject and trigger.verb not in _KEEP_SUBJECT:
        return [], partners
    return subject, partners


_KEEP_SUBJECT = JOINT | {"appoint", "nominate", "confirm", "join", "associate", "withdraw"}
"""Verbs whose passive, or whose auxiliary *to be*, leaves the subject in its role."""


def _subject(text: str, candidates: list[list[Mention]], trigger: Trigger, language: str, previous: int) -> list[str]:
    before = [group for group in candidates if group[0].start < trigger.start]
    before = [
        group
        for group, following in zip_longest(before, before[1:])
        if not (following and _possesses(text, group, following))
    ]
    fresh = [group for group in before if group[0].start >= previous and _AND.search(_before(text, group))]
    if previous and fresh:
        return _ids(fresh[0])
    if before:
        return _ids(before[0])
    if language == "de":
        after = [group for group in candidates if 0 < group[0].start - trigger.start < _VERB_SECOND]
        return _ids(after[0]) if after else []
    return []


def _possesses(text: str, group: list[Mention], following: list[Mention]) -> bool:
    end = group[-1].end
    return text.startswith(_POSSESSIVE, end) and following[0].start - end < 8


def _is_passive(text: str, clause: tuple[int, int], trigger: Trigger, language: str) -> bool:
    if language == "zh":
        return True
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
