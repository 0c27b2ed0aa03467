"""The words that say that something was done: from ``codebook/triggers.yaml`` to spans with a verb.

A trigger counts only as a predicate: 署名した and 署名 at the end of a bullet are, 署名式 is not; ``signed`` is, ``to sign`` is not.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

_WESTERN = frozenset(("en", "de", "fr"))
_PREDICATE = {
    "ja": re.compile(
        r"(?:(?:を|が)?(?:成功裏に)?(?:し(?:た|て|、|，|,|つつ|ている|、)|する|され|さ(?:せ|れ)|しま|した|すること|を?開始し|を?決定し|を?表明し|を?発表)"
        r"|(?:し|て|た|げた|げ|げ、|り|い|った|って)?(?=$|[。、，,）)（(」\]！\n])|(?:た|て|る|ち|べ|え|げ|い)(?:た|て|、|る|上げ)?|を(?:開始|決定|発表|表明|実施|目指|計画|予定)"
        r"|へ|に(?:合意|署名)|等|など)"
    ),
    "ko": re.compile(
        r"\s?(?:을|를)?\s?(?:했|하였|한다|하고|하며|하여|해|하기로|할|하는|됐|되었|된다|되며|돼|시켰|추진|시작|발표|결정|합의)"
        r"|\s?(?=$|[.,;)（(\n])|(?:다|렸|였|었|았|은 |며|고)"
    ),
}
_PLANNED = {
    "ja": re.compile(r"予定|計画(?:し|を|。|）)|方針|見込み|見通し|目指(?:す|し)|する考え|意向|今後|すること(?:を求|が必要)|べき"),
    "ko": re.compile(r"예정|계획|방침|전망|할 것|추진하기로|목표"),
    "zh": re.compile(r"将|將|计划|計劃|预计|預計|拟|擬|打算|目标"),
    "en": re.compile(r"\b(?:will|shall|plans?|planned|planning|intends?|intended|expects?|expected|aims?|would|is to|are to|due to|set to|proposes to|should|could|may)\b", re.I),
    "de": re.compile(r"\b(?:wird|werden|soll|sollen|plant|planen|beabsichtig\w+|voraussichtlich|will|wollen)\b", re.I),
    "fr": re.compile(r"\b(?:va|vont|sera|seront|doit|doivent|prévoi\w+|prévu\w*|entend\w*|envisage\w*|devrait|devraient|\w+er(?:a|ont))\b", re.I),
}  # fmt: skip
_NEGATED = {
    "ja": re.compile(r"(?:し|され|でき|わ|か)?(?:ない|なかった|ず(?:に|、)|に至らず)"),
    "ko": re.compile(r"\s?(?:하|되|지)?지? ?(?:않|못|아니)"),
    "zh": re.compile(r"(?:没有|未|不|沒有)$"),
    "en": re.compile(r"\b(?:not|never|no longer|neither|nor|failed to|declined to|refus\w+ to|without)\b(?:\s\w+){0,2}\s*$", re.I),
    "de": re.compile(r"\b(?:nicht|kein\w*|nie|weder)\b", re.I),
    "fr": re.compile(r"\b(?:n'|ne)\s*(?:\w+\s)?$", re.I),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trigger:
    """One predicate: its span in the text, the codebook's verb, and whether it is still to come."""

    start: int
    end: int
    verb: str
    planned: bool = False


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, dict[str, list[str]]]:
    text = (files("dualtrack.codebook") / "triggers.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lexicon: dict[str, dict[str, list[str]]] = yaml.load(text, Loader=loader)
    return lexicon


@lru_cache(maxsize=16)
def _compiled(language: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    entries = [(form, verb) for verb, forms in _lexicon().items() for form in forms.get(language, ())]
    entries.sort(key=lambda entry: -len(entry[0]))
    western = language in _WESTERN
    parts = [rf"(?:\b(?:{form})\b)" if western else f"(?:{form})" for form, _ in entries]
    pattern = "|".join(f"({part})" for part in parts)
    return re.compile(pattern or "(?!)", re.IGNORECASE if western else 0), tuple(verb for _, verb in entries)


def find_triggers(text: str, start: int, end: int, language: str) -> list[Trigger]:
    """The predicates in ``text[start:end]``, in order; negated ones are left out.

    Args:
        text: The whole text; spans are offsets in it.
        start: Where the sentence begins.
        end: Where it ends.
        language: ISO 639-1; a language without triggers has none.
    """
    pattern, verbs = _compiled(language)
    sentence = text[start:end]
    found = []
    for match in pattern.finditer(sentence):
        verb = verbs[(match.lastindex or 1) - 1]
        if _is_predicate(sentence, match, language) and not _is_negated(sentence, match, language):
            planned = _is_planned(sentence, match, language)
            found.append(Trigger(start + match.start(), start + match.end(), verb, planned))
    return found


def _is_predicate(sentence: str, match: re.Match[str], language: str) -> bool:
    if language in _PREDICATE:
        return _PREDICATE[language].match(sentence, match.end()) is not None
    if language == "zh":
        return not sentence.startswith(("的", "式", "国", "方", "仪式"), match.end())
    if language == "en":
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
