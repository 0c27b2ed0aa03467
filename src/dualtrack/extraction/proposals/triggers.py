"""The words that say that something was done: from ``codebook/triggers.yaml`` to spans with a verb.

A trigger counts only as a predicate: 署名した and 署名 at the end of a bullet are, 署名式 is not; ``signed`` is, ``to sign`` is not.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml

_WESTERN = frozenset(("en", "de", "fr"))
_PREDICATE = {
    "ja": re.compile(
        r"(?:を|が|に)?(?:成功裏に|正式に|決定|発表|表明)?"
        r"(?:し、|し，|し,|して|され、|されて|させ、|しつつ|し(?=[^たてまなよ])"
        r"|(?:した|された|させた|している|しました|た)(?=$|[。、，,）)（(」\]！\n※]|が、|ほか|上で|後|こと|と(?:発表|公表|述べ|し|の)|旨)"
        r"|(?:する|される)(?=$|[。）)（(」\n※]|と(?:発表|公表|表明|述べ|し|決定|の)|こと(?:を|で|に|が|と)(?:発表|決|合意|表明|明|公表|な|し)|方針|計画|予定|考え|見通し|見込み|意向|旨)"
        r"|(?=\s*(?:$|[。、，,）)（(」\]！\n※:：])|\s)|(?:て|べ|げ|り|上げ|ち上げ)?(?:た|て)?(?=$|[。、，,）)（(」\n※])|べた|べて|げた|げて|じた|じて|んだ|んで|け、|けた|けて|る(?=$|[。）)]|予定|方針|計画|考え|見通し|と(?:発表|表明|し))"
        r"|を(?:開始|決定|発表|表明|実施|目指|計画|予定|行|進め|受け)|へ(?=$|[。）)])|等を?(?:し|発表|公表)|など)"
    ),
    "ko": re.compile(
        r"\s?(?:을|를)?\s?(?:했|하였|한다|하고|하며|하여|해|하기로|할|하는|됐|되었|된다|되며|돼|시켰|추진|시작|발표|결정|합의)"
        r"|\s?(?=$|[.,;)（(\n])|(?:다|렸|였|었|았|은 |며|고)"
    ),
}
_PLANNED = {
    "ja": re.compile(r"予定|計画(?:し|を|。|）)|方針|見込み|見通し|目指(?:す|し)|する考え|意向|今後|すること(?:を求|が必要)|べき"),
    "ko": re.compile(r"예정|계획|방침|전망|할 것|추진하기로|목표"),
    "zh": re.compile(r"(?:将|將)(?![《“](?!.{0,30}(?:于|在))|[^，,。]{0,12}(?:列入|纳入|作为|延))|(?<![》”])(?:计划|計劃)(?=在|于|到|将|通过)|预计|預計|拟|擬|打算"),
    "en": re.compile(r"\b(?:will|shall|plans to|planned|planning|intends?|intended|expects?|expected|aims? to|would|is to|are to|due to|set to|proposes to|should|could|may|might|must)\b", re.I),
    "de": re.compile(r"\b(?:wird|werden|soll|sollen|plant|planen|beabsichtig\w+|voraussichtlich|will|wollen)\b", re.I),
    "fr": re.compile(r"\b(?:va|vont|sera|seront|doit|doivent|prévoi\w+|prévu\w*|entend\w*|envisage\w*|devrait|devraient|\w+er(?:a|ont))\b", re.I),
}  # fmt: skip
_NEGATED = {
    "ja": re.compile(r"(?:し|され|でき|わ|か)?(?:ない|なかった|ず(?:に|、)|に至らず)"),
    "ko": re.compile(r"\s?(?:하|되|지)?지? ?(?:않|못|아니)"),
    "zh": re.compile(r"(?:没有|未|不|沒有)$"),
    "en": re.compile(r"\b(?:not|never|no longer|neither|nor|failed to|declined to|refus\w+ to|without)\b(?:\s\w+){0,2}\s*$", re.I),
    "de": re.compile(r"\b(?:nicht|kein\w*|nie|weder)\b", re.I),
    "fr": re.compile(r"(?:\bn['’]|\bne\s)\s*(?:\w+\s+){0,3}$", re.I),
}  # fmt: skip
_SPEECH = re.compile(r"「[^「」]{16,}」|“[^”]{16,}”|„[^“]{16,}“|«[^»]{16,}»|\"[^\"]{16,200}\"")
"""Words that somebody is quoted with; a short quotation is a title."""
_MODAL = re.compile(
    r"\b(?:will|would|shall|(?:plans?|intends?|agreed|decided|expects?|aims?|vowed|pledged|committed|is|are|was|were|due|set) to)"
    r"\s+(?:\w+ly\s+|also\s+|jointly\s+)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """One predicate: its span in the text, the codebook's verb, whether it is still to come, or says which thing is meant.

    ``attributive``: *the agreement signed in 2019*; its doer is named after *by*, if at all.
    """

    start: int
    end: int
    verb: str
    planned: bool = False
    attributive: bool = False


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, dict[str, list[str]]]:
    text = (files("dualtrack.codebook") / "triggers.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lexicon: dict[str, dict[str, list[str]]] = yaml.load(text, Loader=loader)
    return lexicon


class _Form(NamedTuple):
    pattern: re.Pattern[str]
    verb: str
    bare: bool


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The forms of one language by how they may begin, so that most of a text is passed over at speed."""

    starts: re.Pattern[str]
    forms: Mapping[str, tuple[_Form, ...]]

    def matches(self, sentence: str) -> Iterator[tuple[re.Match[str], _Form]]:
        """Each place where a form matches, left to right without overlap; the longest form first."""
        end = 0
        for start in self.starts.finditer(sentence):
            place = start.start()
            if place < end:
                continue
            found = self._at(sentence, place)
            if found is not None:
                yield found
                end = found[0].end()

    def _at(self, sentence: str, place: int) -> tuple[re.Match[str], _Form] | None:
        head = sentence[place : place + _HEAD].lower()
        for length in range(len(head), 0, -1):
            for form in self.forms.get(head[:length], ()):
                if match := form.pattern.match(sentence, place):
                    return match, form
        return None


@lru_cache(maxsize=16)
def _compiled(language: str) -> _Lexicon:
    entries = [(form, verb, False) for verb, forms in _lexicon().items() for form in forms.get(language, ())]
    if language == "en":
        entries += [(bare, verb, True) for form, verb, _ in entries if (bare := _bare(form))]
    entries.sort(key=lambda entry: (-len(entry[0]), entry[2]))
    western = language in _WESTERN
    forms: dict[str, list[_Form]] = {}
    for form, verb, is_bare in entries:
        pattern = re.compile(rf"\b(?:{form})\b" if western else form, re.IGNORECASE if western else 0)
        for head in heads(form.lower() if western else form, _HEAD):
            forms.setdefault(head, []).append(_Form(pattern, verb, is_bare))
    firsts = "".join(sorted({head[0] for head in forms}))
    starts = rf"\b[{re.escape(firsts)}]" if western else f"[{re.escape(firsts)}]"
    table = {head: tuple(found) for head, found in forms.items()}
    return _Lexicon(re.compile(starts if forms else "(?!)", re.IGNORECASE if western else 0), table)


_HEAD = 3


def heads(form: str, length: int) -> set[str]:
    """The ways in which what a form matches may begin, up to so many characters.

    Reads the regular expressions of the lexicon: letters, groups of alternatives, optional parts; at anything else it stops,
    and the beginning found so far stands.
    """
    if length == 0 or not form:
        return {""}
    if form.startswith("(?:"):
        close = _closing(form)
        rest = form[close + 1 :]
        optional, rest = rest.startswith("?"), rest.removeprefix("?")
        found = {head for part in _alternatives(form[3:close]) for head in heads(part + rest, length)}
        return found | heads(rest, length) if optional else found
    first = form[0]
    if not (first.isalpha() or first in " '’$"):
        return {""}
    optional, rest = form[1:2] == "?", form[1:].removeprefix("?")
    found = {first + head for head in heads(rest, length - 1)}
    return found | heads(rest, length) if optional else found


def _closing(form: str) -> int:
    depth = 0
    for place, mark in enumerate(form):
        depth += (mark == "(") - (mark == ")")
        if depth == 0:
            return place
    return len(form)


def _alternatives(group: str) -> list[str]:
    depth, parts, start = 0, [], 0
    for place, mark in enumerate(group):
        depth += (mark == "(") - (mark == ")")
        if mark == "|" and depth == 0:
            parts.append(group[start:place])
            start = place + 1
    return [*parts, group[start:]]


def _bare(form: str) -> str | None:
    """The infinitive of a regular English form, for after *will* and *agreed to*."""
    for ending, stem in (("(?:s|ed)", ""), ("(?:es|ed)", "e"), ("(?:ies|ied)", "y"), ("(?:s|ed)?", "")):
        head, found, tail = form.partition(ending)
        if found and not tail.startswith("?"):
            return head + stem + tail
    return None


def find_triggers(text: str, start: int, end: int, language: str) -> list[Trigger]:
    """The predicates in ``text[start:end]``, in order; negated ones are left out.

    Args:
        text: The whole text; spans are offsets in it.
        start: Where the sentence begins.
        end: Where it ends.
        language: ISO 639-1; a language without triggers has none.
    """
    lexicon = _compiled(language)
    sentence = text[start:end]
    found: list[Trigger] = []
    quoted = [span.span() for span in _SPEECH.finditer(sentence)]
    for match, form in lexicon.matches(sentence):
        verb, bare = form.verb, form.bare
        if any(first < match.start() < last for first, last in quoted):
            continue
        if bare and not _MODAL.search(sentence, max(0, match.start() - 30), match.start()):
            continue
        if _is_predicate(sentence, match, language, bare) and not _is_negated(sentence, match, language):
            planned = _is_planned(sentence, match, language)
            attributive = not bare and _is_attributive(sentence, match, language, verb)
            found.append(Trigger(start + match.start(), start + match.end(), verb, planned, attributive))
    return found


_THING = re.compile(
    r"\b(?:agreements?|memorand(?:um|a)|strateg(?:y|ies)|orders?|laws?|acts?|plans?|reports?|treat(?:y|ies)|declarations?|statements?|polic(?:y|ies)|programmes?|"
    r"programs?|funds?|grants?|guidelines?|rules?|documents?|decisions?|recommendations?|budgets?|packages?|papers?|stud(?:y|ies)|principles|MoUs?|one|those|projects?|initiatives?)\s+$",
    re.I,
)
_PARTICIPLE = re.compile(
    r"(?:ées?|és?|(?:conclu|convenu|rendu|étendu|suspendu|mis|soumis|paru|interdit|réduit|ouvert)e?s?)$"
)
_AUXILIARY = re.compile(
    r"(?:\b(?:a|ont|avait|avaient|est|sont|été|était|étaient|fut|furent|ait|aura|ayant|serait|sera|seront|être|avoir)|['’](?:a|ont|est|avait|était))"
    r"\s+(?:[\w'’]+\s+){0,2}$|\b(?:et|puis|ou)\s+$|^\W*$"
)
_PARTICIPLE_DE = re.compile(r"(?:ete[nrs]?|tene[nrs]?|gte[nrs]?|ene[nrs]?)$")


def _is_attributive(sentence: str, match: re.Match[str], language: str, verb: str) -> bool:
    before = sentence[max(0, match.start() - 40) : match.start()]
    if language == "en":
        return verb not in _HAPPENS and _THING.search(before) is not None
    if language == "fr":
        return _PARTICIPLE.search(match[0]) is not None and _AUXILIARY.search(before) is None
    return False


_HAPPENS = frozenset(("lapse", "enter-into-force", "end"))
"""Verbs that a thing itself may do."""


def _is_predicate(sentence: str, match: re.Match[str], language: str, bare: bool = False) -> bool:
    if language in _PREDICATE:
        return _PREDICATE[language].match(sentence, match.end()) is not None
    if language == "zh":
        return not sentence.startswith(("的", "式", "国", "方", "仪式"), match.end())
    if language == "en" and not bare:
        before = sentence[max(0, match.start() - 14) : match.start()].lower()
        return (
            not re.search(r"\b(?:to|the|a|an|of|its|their|newly|recently|\w+ly-|-)\s*$", before) or "planned" in before
        )
    return True


def _is_negated(sentence: str, match: re.Match[str], language: str) -> bool:
    if language in ("ja", "ko"):
        return _NEGATED[language].match(sentence, match.end()) is not None
    if language == "de":
        return _NEGATED["de"].search(sentence, match.start(), min(len(sentence), match.end() + 30)) is not None
    rule = _NEGATED.get(language)
    return rule is not None and rule.search(sentence[max(0, match.start() - 30) : match.start()]) is not None


def _is_planned(sentence: str, match: re.Match[str], language: str) -> bool:
    rule = _PLANNED.get(language)
    if rule is None:
        return False
    if language in ("ja", "ko"):
        return rule.search(sentence, match.end(), min(len(sentence), match.end() + 14)) is not None
    return rule.search(sentence, max(0, match.start() - 30), match.end()) is not None


def verbs() -> tuple[str, ...]:
    """The verbs that have triggers in some language."""
    return tuple(_lexicon())
