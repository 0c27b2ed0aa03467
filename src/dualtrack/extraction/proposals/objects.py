"""What is acted on: the initiative named in the clause, or the words that name a new one."""

import re
from collections.abc import Sequence

from dualtrack.extraction.mentions import Mention
from dualtrack.extraction.proposals.triggers import Trigger

_QUOTED = re.compile(
    r"「([^「」]{2,80})」|『([^『』]{2,80})』|[“\"„«]\s?([^”\"“»]{3,90}?)\s?[”\"“»]|《([^《》]{2,80})》"
)
_PROPER = re.compile(
    r"(?:\b(?:an?|the|its|their|new|der|die|das|den|dem|ein\w*|le|la|les|l['’]|une?|son|sa)\s+)*"
    r"((?:[A-ZÀ-Ý][\w'’\-/]*)(?:\s+(?:of|on|for|and|in|the|to|und|für|der|des|de|du|la|le|les|pour|et|sur|[A-ZÀ-Ý0-9][\w'’\-/]*)){1,12})"
)
_NOUN = {
    "ja": re.compile(r"([^\s、。（）()「」]{2,40}?(?:戦略|計画|協定|覚書|枠組み|基金|プログラム|制度|法|イニシアチブ|イニシアティブ|パートナーシップ|宣言|指針|ガイドライン|勧告|対話|共同声明|大統領令|事業|センター|機関|原則|パッケージ|フェローシップ))"),
    "ko": re.compile(r"([^\s.,()「」]{1,20}(?:\s[^\s.,()「」]{1,12}){0,4}(?:전략|계획|협정|기금|프로그램|제도|법|이니셔티브|파트너십|선언|지침|가이드라인|사업|센터|펀드|양해각서))"),
    "zh": re.compile(r"([^\s，。（）()《》]{2,30}?(?:战略|計畫|计划|协定|协议|谅解备忘录|基金|项目|制度|法|倡议|伙伴关系|宣言|声明|指南|条例|中心))"),
}  # fmt: skip


def named_object(
    text: str, clause: tuple[int, int], trigger: Trigger, initiatives: Sequence[Mention], language: str
) -> tuple[str | None, str]:
    """The codebook id of what is acted on, or else the words that name it (empty where nothing does).

    The nearest named thing wins: before the verb where it stands last (Japanese, Korean), after it elsewhere.
    """
    verb_last = language in ("ja", "ko")
    inside = [mention for mention in initiatives if clause[0] <= mention.start < clause[1] and mention.id]
    if inside:
        nearest = min(inside, key=lambda mention: _distance(mention.start, mention.end, trigger, verb_last))
        return nearest.id, nearest.quote
    quoted = list(_QUOTED.finditer(text, *clause))
    if quoted:
        best = min(quoted, key=lambda found: _distance(found.start(), found.end(), trigger, verb_last))
        return None, next(group for group in best.groups() if group)
    return None, _noun(text, clause, trigger, language)


def _distance(start: int, end: int, trigger: Trigger, verb_last: bool) -> int:
    gap = trigger.start - end if end <= trigger.start else start - trigger.end
    wrong_side = (start > trigger.start) if verb_last else (end <= trigger.start)
    return gap + (200 if wrong_side else 0)


def _noun(text: str, clause: tuple[int, int], trigger: Trigger, language: str) -> str:
    if language in _NOUN:
        span = (clause[0], trigger.start) if language in ("ja", "ko") else (trigger.end, clause[1])
        found = list(_NOUN[language].finditer(text, *span))
        return found[-1 if language in ("ja", "ko") else 0][1] if found else ""
    after = _PROPER.search(text, trigger.end, min(clause[1], trigger.end + 160))
    return after[1].strip() if after else ""


_TYPES = (
    ("agreement", r"協定|条約|覚書|협정|양해각서|协定|协议|备忘录|abkommen|vertrag|\baccord|\btraité|agreement|treaty|memorandum|accord"),
    ("fund", r"基金|ファンド|기금|펀드|fonds|\bfund\b"),
    ("strategy", r"戦略|전략|战略|戰略|strategie|stratégie|strategy"),
    ("order", r"大統領令|行政令|행정명령|executive order|dekret|décret"),
    ("law", r"法$|法律|법$|gesetz|\bloi\b|\bact\b|\blaw\b"),
    ("guideline", r"指針|ガイドライン|지침|가이드라인|指南|leitlinie|lignes directrices|guideline|guidance"),
    ("declaration", r"宣言|声明|선언|성명|erklärung|déclaration|declaration|statement|communiqu"),
    ("partnership", r"パートナーシップ|파트너십|伙伴关系|partnerschaft|partenariat|partnership"),
    ("framework", r"枠組み|프레임워크|框架|rahmen\b|cadre\b|framework"),
    ("report", r"報告書|白書|보고서|백서|报告|白皮书|bericht|weißbuch|rapport|livre blanc|report|white paper"),
    ("public-body", r"センター|研究所|オフィス|센터|연구소|中心|zentrum|institut\b|\bcent(?:re|er)\b|institute|office"),
    ("programme", r"プログラム|事業|計画|制度|イニシアチブ|イニシアティブ|프로그램|사업|계획|이니셔티브|项目|计划|倡议|programm|initiative|programme|program\b|scheme|plan\b"),
)  # fmt: skip
_TYPE_RULES = tuple((type_, re.compile(rule, re.IGNORECASE)) for type_, rule in _TYPES)


def initiative_type(name: str) -> str | None:
    """The codebook's initiative type that a name tells of by its noun, or ``None`` where it tells of none."""
    return next((type_ for type_, rule in _TYPE_RULES if rule.search(name)), None)
