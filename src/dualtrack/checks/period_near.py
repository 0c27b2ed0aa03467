"""The length that stands right beside a stretch of time, with nothing but linking words between."""

import re

from dualtrack.checks.lengths import Length
from dualtrack.checks.stretches import Stretch

_LINK = re.compile(
    r"(?:\s|\b(?:about|around|approximately|roughly|some|nearly|almost|rund|etwa|ungefähr|knapp|gut|environ|quelque|"
    r"presque|près de)\b|ca\.|約|およそ|ほぼ|약|대략|꼬박|계|총|\(|（|：|,|，|:|-|:|、|の|は|で|を|に|にかけて|"
    r"であり|"
    r"から|として|とする|\b(?:programme|program|plan|project|period|"
    r"strategy|"
    r"fund|funding|"
    r"agreement|scheme|initiative|grant|"
    r"phase|term|mandate|roadmap|framework|phased|budget|research|national|work|action|investment|for|over|of|the|a|"
    r"an|in|to|which|that|runs?|running|covering|covers|lasts?|lasted|has|had|duration of|"
    r"lasting|will run|is|was|will be|carried out|implemented|duration|cycle|science|technology|innovation|"
    r"development|basic|"
    r"Programm\w*|Plan\w*|Projekt\w*|Laufzeit|Förder\w*|Zeitraum|Strategie|über|für|von|das|die|der|ein|läuft|"
    r"programme|période|projet|"
    r"stratégie|sur|pour|une?|la|le|de|du|d'|s'étend|court|couvre|covers|umfasst|deckt|porte|durée|pluriannuel)\b|"
    r"計画|計|合計|丸|満|事業|プログラム|戦略|基本計画|"
    r"期間|中期|第\d期|"
    r"科学技術|実施|基本|研究|開発|国家|전략|계획|사업|기본|프로그램|기간|간|의|은|는|이|가|을|를|동안|이며|이고|으로|로|计划|规划|"
    r"战略)*",
    re.IGNORECASE,
)


def of_the_whole(text: str, one: Length, start: int) -> bool:
    """Whether the dates behind a length are those of a part of it: the first year of the three-year plan (…)."""
    if one.end > start:
        return False
    before = text[max(0, one.start - 40) : one.start].lower()
    return _PART_OF.search(before) is not None or _PART_AFTER.search(text, one.end, start) is not None


_PART_OF = re.compile(
    r"\b(?:half|year|phase|stage|part|third|quarter|month|leg)(?: (?:\d|one|two|three|four|[ivx]+))? "
    r"(?:of|in|into) (?:the|this|its|their|our|an?) \Z|"
    r"\b(?:hälfte|jahr|phase|teil|abschnitt|drittel|viertel|etappe)(?: \d)? "
    r"(?:des|der|dieses|dieser|eines|einer|seines|ihres) \Z|"
    r"\b(?:moitié|année|phase|partie|étape|volet|tiers)(?: \d)? (?:du |de la |de l['’]|d['’]une? |de ce |de cette )"
    r"(?:[\w-]+ )?\Z"
)
_PART_AFTER = re.compile("初年度|[前後]半|年目|年次|のうち|첫해|[전후]반기?|차년도|연차|가운데| 중 ")


def nearest(text: str, stated: list[Length], stretch: Stretch) -> Length | None:
    """The length that stands beside a stretch, with nothing but linking words between; only one may."""
    start, end = stretch.start, stretch.end
    near = [
        one
        for one in stated
        if (one.end <= start and start - one.end <= 60 and (_ties(text[one.end : start]) or _owns(text, one, start)))
        or (one.start >= end and one.start - end <= 24 and _LINK.fullmatch(text[end : one.start]))
        or (one.start >= end and _CONCLUDED.fullmatch(text[end : one.start]))
        or (one.start >= end and one.start - end <= 90 and _TOTAL.search(text[end : one.start]))
        or (one.end <= start and start - one.end <= 60 and _COLON.fullmatch(text[one.end : start]))
        or (one.start >= end and one.start - end <= 20 and text.startswith("为期", one.start))
        or (one.end <= start and _TAKEN_UP.fullmatch(text[one.end : start]))
        or LABELLED.search(text[max(0, one.start - 24) : one.start])
    ]
    return near[0] if len(near) == 1 else None


_TOTAL = re.compile(
    r"(?:\b(?:for|over) (?:its|their|the) (?:total|full|entire|whole) (?:period|term|duration|life) of |"
    r"\b(?:für|über) (?:ihre|seine|die) (?:gesamte|volle) (?:Dauer|Laufzeit) von |"
    r"\b(?:pour|sur|pendant) (?:sa|leur|la) durée totale (?:de |d'))\Z|"
    r"(?:,|;| –| —| -|\(|（|、|で)\s?(?:(?:that is|i\.e\.|in other words|which (?:is|makes|comes to)|making|soit|"
    r"couvre|covering|"
    r"c'est-à-dire|also|das sind|d\. ?h\.|mithin|sprich|"
    r"計|合計|通算|すなわち|つまり|즉|총|共|即|共计),?:? ?(?:for |für |pour |over |über |sur )?(?:a (?:total|period|"
    r"term|duration) of |"
    r"une durée (?:totale )?de |insgesamt |"
    r"au total |"
    r"eine Laufzeit von |eine Dauer von )?|(?:for |over )?(?:a|the|its|their) (?:total |full |entire )?(?:period|"
    r"term|duration|span) of |"
    r"(?:total|insgesamt|Dauer|Laufzeit|durée|duration|期間|기간)\s?[:：]?\s?)\Z",
    re.IGNORECASE,
)
_TAKEN_UP = re.compile(r"\s?[;,] (?:it|this|sie|er|es|elle|il)\b[^.;:\d]{0,24}", re.IGNORECASE)
"""From a length to its dates where a pronoun takes it up: 'Die Amtszeit beträgt vier Jahre; sie begann am …'."""
_COLON = re.compile(r"[^.;:。：\d]{0,40}[:：]\s?")
LABELLED = re.compile(
    r"(?:\b(?:Duration|Term|Length|Laufzeit|Dauer|Projektdauer|Förderdauer|Vertragsdauer|Durée(?: du \w+)?|Mandat)|"
    r"(?:実施|事業|契約|研究)?(?:期間|年数)|"
    r"(?:사업|연구|협약|계약)?\s?기간|期限|项目周期)\s?[:：]\s?\Z",
    re.IGNORECASE,
)
_CONCLUDED = re.compile(
    r"[)）],? (?:(?:is|was|has been|will be|ist|wurde|wird|est|a été|sera) (?:(?:concluded|agreed|signed|set|planned|"
    r"conclue?|signée?|prévue?|établie?|fixée?|auf|für|über) )?|(?:runs|lasts|läuft|dauert|dure|court) )"
    r"(?:for|over|pour|sur|auf|für|über)? ?",
    re.IGNORECASE,
)
"""From the bracket after a name to its length: 'The agreement (2023-2026) is concluded for six years'."""
_NAMED = re.compile(
    r"(?:[ -](?!(?:average|review|survival|rolling|low|high|period|old|after|before|since)\b)[A-Za-z][\w-]*){1,5} \("
)
_NAMELY = re.compile(
    r"(?: (?:lang|long))?(?: (?:gefördert|finanziert|unterstützt|funded|financed|supported|financée?s?|soutenue?s?))?"
    r"(?:,? (?:und zwar|nämlich|namely|that is|à savoir|i\.e\.|d\. ?h\.)[,:]?)?,? (?:from |von |vom |du |de |d')?",
    re.IGNORECASE,
)
"""From a length to the dates that spell it out: 'drei Jahre lang gefördert, und zwar von …'."""


def _ties(between: str) -> bool:
    """Whether the words between a length and a stretch tie them: linking words, or a noun before a bracket."""
    return any(tie.fullmatch(between) for tie in (_LINK, _NAMED, _NAMELY))


_EN_ADJECTIVE = re.compile(r".*-(?:year|month|week|day)", re.IGNORECASE)
_EN_NOUN = re.compile(r"(?: [a-z][\w'’-]*(?:[^\Ws]|ss)){1,2} (?P<open>\()?")
_EN_FROM = re.compile(r"from |between |running |covering ", re.IGNORECASE)
_EN_HALTED = re.compile(
    r"\b(?:paus|suspend|interrupt|delay|halt|stopp|review|evaluat|before|after|in|on|and|to|was|is)"
)
_DE_ADJECTIVE = re.compile(r".*ige[nmrs]?", re.IGNORECASE)
_DE_ONE = re.compile(
    r"\b(?:der|dem|das|des|einer?s?|einem|zur|zum|im|beim|dieser|diesem|dieses|seiner|ihrer|ihrem) \Z", re.IGNORECASE
)
_DE_NOUN = re.compile(r" (?:[a-zäöü][\w-]+ )?[A-ZÄÖÜ][\w-]+ (?:von |vom |zwischen (?:dem )?|\()?")
_DE_TURN = re.compile(r"Turnus|Rhythmus|Takt|Abst[aä]nd|Zyklus|Wechsel")


def _owns(text: str, one: Length, start: int) -> bool:
    """Whether a length is the attribute of one thing whose dates follow at once: the six-month pilot from … to …."""
    words, between = text[one.start : one.end], text[one.end : start]
    if _EN_ADJECTIVE.fullmatch(words):
        noun = _EN_NOUN.fullmatch(between)
        if noun is None or _EN_HALTED.search(between):
            return False
        return noun["open"] is not None or _EN_FROM.match(text, start) is not None
    if _DE_ADJECTIVE.fullmatch(words):
        if _DE_TURN.search(between):
            return False
        return _DE_ONE.search(text[max(0, one.start - 12) : one.start]) is not None and bool(
            _DE_NOUN.fullmatch(between)
        )
    return False
