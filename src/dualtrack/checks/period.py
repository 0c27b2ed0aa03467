"""Periods: does a stated length fit the dates?"""

import re
from collections.abc import Iterator

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.extension import extension_of, terms
from dualtrack.checks.finding import Finding
from dualtrack.checks.length_patterns import HINT
from dualtrack.checks.lengths import Length, lengths_of, months_between, shown
from dualtrack.checks.period_each import firsts
from dualtrack.checks.period_phases import is_total, of_each
from dualtrack.checks.rule import rule
from dualtrack.checks.stretches import Stretch, stretches
from dualtrack.checks.whole import around, digits_near, whole
from dualtrack.model import Text

_LINK = re.compile(
    r"(?:\s|\b(?:about|around|approximately|roughly|some|nearly|almost|rund|etwa|ungefähr|knapp|gut|environ|quelque|"
    r"presque|près de)\b|ca\.|約|およそ|ほぼ|약|대략|꼬박|계|총|\(|（|：|,|，|:|-|:|、|の|は|で|を|に|であり|"
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
    r"科学技術|実施|基本|研究|開発|国家|전략|계획|사업|기본|프로그램|기간|간|의|은|는|이|가|을|를|동안|计划|规划|"
    r"战略)*",
    re.IGNORECASE,
)


@rule(
    "DT602",
    family="period",
    severity="error",
    title=Text(ja="期間の長さが日付と合わない", en="A stated length does not fit the dates"),
    explanation=Text(
        ja="「5年計画(2021～2024年)」のように隣り合う長さと期間を比べる。始めと終わりの年を含める数え方、年度、"
        "月の端は許す。",
        en="Compares a length with the dates right beside it (five-year plan, 2021-2024). Inclusive counting, fiscal "
        "years and whole months are understood.",
    ),
    wrong=Text(ja="5年計画(2021～2023年)を策定した。", en="The five-year programme (2021-2023) was adopted."),
    right=Text(ja="5年計画(2021～2025年)を策定した。", en="The five-year programme (2021-2025) was adopted."),
)
def length(context: Context) -> Iterator[Finding]:
    """Lengths beside their dates."""
    for index, sentence in enumerate(whole(context)):
        if not (sentence.digits or digits_near(context, index, 2)) or not sentence.has(HINT):
            continue
        stated = lengths_of(sentence)
        if stated and sentence.digits:
            yield from _inside(context, sentence, stated)
            yield from terms(context, index, stated)
        if stated:
            yield from _beside(context, index, stated)
        yield from _of_the_first(context, index)


def _of_the_first(context: Context, index: int) -> Iterator[Finding]:
    """A length that each of many has, beside the dates of the first of them."""
    sentence = whole(context)[index]
    if not _AT_MOST.search(sentence.text):
        for one, dated, stretch in firsts(context, index):
            if not one.fits(stretch.begin, stretch.stop, stretch.by_year):
                yield _finding(context, sentence, one, dated, stretch)


def _inside(context: Context, sentence: Sentence, stated: list[Length]) -> Iterator[Finding]:
    """Lengths in the sentence of their dates."""
    if extension_of(sentence.text, stated) is not None:
        return
    found = stretches(sentence)
    stated = [one for one in stated if not of_each(sentence.text, one)]
    pairs: list[tuple[Length, Stretch]] = []
    for stretch in found:
        near = _nearest(sentence.text, stated, stretch)
        if near is not None and len(found) > 1 and (_parted(near, stretch, found) or is_total(sentence.text, near)):
            continue
        if near is None and len(found) == len(stated) == 1:
            near = _headed(sentence, stated[0], stretch) or _lasted(sentence.text, stated[0], stretch)
        if near is not None and _comparable(near, stretch):
            pairs.append((near, stretch))
    for near, stretch in pairs:
        fits = near.fits(stretch.begin, stretch.stop, stretch.by_year)
        if not fits or (near.months != _counted(stretch) and _continued(near, stretch, pairs)):
            yield _finding(context, sentence, near, sentence, stretch)


def _continued(near: Length, stretch: Stretch, pairs: list[tuple[Length, Stretch]]) -> bool:
    """Whether the years before or after those of a stretch are given with a length that counts both ends of them."""
    return (
        stretch.by_year
        and near.unit == "year"
        and not near.about
        and any(
            other.by_year
            and length.months == _counted(other)
            and 1 in ((stretch.begin - other.stop).days, (other.begin - stretch.stop).days)
            for length, other in pairs
        )
    )


def _counted(stretch: Stretch) -> int:
    return months_between(stretch.begin, stretch.stop)


def _parted(near: Length, stretch: Stretch, found: list[Stretch]) -> bool:
    """Whether another stretch stands between a stretch and the length behind it."""
    return any(stretch.end <= other.start < near.start for other in found)


def _comparable(stated: Length, stretch: Stretch) -> bool:
    return stretch.by_day or stated.unit in ("year", "month")


def _finding(context: Context, sentence: Sentence, stated: Length, dated: Sentence, stretch: Stretch) -> Finding:
    words, quote = sentence.text[stated.start : stated.end], dated.text[stretch.start : stretch.end]
    ja, en = (shown(stretch.begin, stretch.stop, stated.unit, language) for language in ("ja", "en"))
    together = sentence is dated
    start, end = (
        (min(stretch.start, stated.start), max(stretch.end, stated.end)) if together else (stated.start, stated.end)
    )
    return context.finding(
        sentence.start + start,
        sentence.start + end,
        f"「{quote}」は{ja}で、「{words}」と合わない",
        f"'{quote}' is {en}, not '{words}'",
        stated=words,
        computed=en,
        reason=f"from {stretch.begin} to {stretch.stop}",
    )


def _nearest(text: str, stated: list[Length], stretch: Stretch) -> Length | None:
    """The length that stands beside a stretch, with nothing but linking words between; only one may."""
    start, end = stretch.start, stretch.end
    near = [
        one
        for one in stated
        if (one.end <= start and start - one.end <= 60 and _ties(text[one.end : start]))
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


_HEAD = re.compile(
    r"\W*(?:(?:The|This|That|Its|Our|Their|A|An|Der|Die|Das|Ein|Eine|Dieser|Diese|Dieses|Le|La|L['’]|Un|Une|Ce|Cette|"
    r"Cet|Signée?|Conclue?)\b[  ]?)?"
    r"(?:[\w'’-]+,? ){0,3}(?:auf |de |d['’]|of |an? )?|.{0,12}",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\W*(?:Les|Des|Ces|Nos|Leurs|These|Those|Some|Many|Several|Zwei|Drei|Alle|Beide|Deux|"
    r"Trois)\b",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"\b(?:in force|valid|effective|runs?|running|ran|lasts?|lasting|lasted|covers?|covering|covered|extends?|spans?|"
    r"spanning|operates?|operating|"
    r"takes place|took place|applies|scheduled|set|stretching|stretches|which (?:began|begins|started)|carried out|"
    r"court|courra|courait|couvre|couvrant|"
    r"s'étend(?:ant)?|s'étale|se déroule|valable|en vigueur|applicable|prévue?|allant|porte|läuft|lief|laufend\w*|"
    r"gilt|galt|gültig|dauert|dauerte|"
    r"erstreckt sich|umfasst|in Kraft|reicht|geöffnet|angelegt|vorgesehen)\b(?:[ ,][\w'’]+){0,2},? ?\Z",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"(?:間)?の[^。、,\d]{1,30}(?:は|が)、?|(?:간)?의? ?[^,.。\d]{1,30}[은는이가],? ?|"
    r"的[^,，。\d]{1,24}[,，]?(?:自|从|"
    r"于)?|の[^。、\d]{1,20}[（(]"
)
_REPEATED = re.compile(
    r"\b(?:each|every|annual\w*|yearly|respectively|jährlich\w*|jeweils|chaque|chacune?s?|annuel\w*|par an)\b|毎|"
    r"それぞれ|"
    r"各|ごと|公募|매년|각각|每",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:and|und|et) (?:its|the|their|an?|seine?|ihre?|die|der|das|eine?|sa|son|ses|leur|la|le|les|une?)\b",
    re.IGNORECASE,
)
"""Another subject between a length and the dates."""
_PLURAL = re.compile(
    r"(?:[ -][\w-]+){0,2}?[ -](?!(?:this|its|is|was|has|previous|campus|status|process|"
    r"access)\b)[a-zA-Z]{2,}[^\Wsiu]s\b"
)


def _headed(sentence: Sentence, stated: Length, stretch: Stretch) -> Length | None:
    """The length, where it opens the sentence as an attribute of its subject and the dates follow a verb of running."""
    text = sentence.text
    between = text[stated.end : stretch.start]
    near = text[stated.start : stretch.end + 14]
    if (
        stated.end > stretch.start
        or len(between) > 150
        or re.search(r"[;；。:]|\. ", between)
        or _REPEATED.search(near)
        or not _HEAD.fullmatch(text[: stated.start])
        or _MANY.match(text)
        or _OTHER.search(between)
    ):
        return None
    if sentence.script != "latin":
        return stated if _TOPIC.fullmatch(between) else None
    if sentence.language == "en" and _PLURAL.match(between):
        return None
    if text[: stated.end].endswith("igen") and re.match(r"\W*Die\b", text):
        return None
    led = re.sub(r"\b(?:from|du|vom|von|the|ab|de)\s*\Z", "", between.rstrip(), flags=re.IGNORECASE).rstrip(" ,")
    if _BEGAN.search(led):
        return stated if _AND_ENDED.search(text[stretch.start : stretch.end]) else None
    return stated if _RUNS.search(led) or _BARE.fullmatch(between) else None


_BEGAN = re.compile(
    r"\b(?:began|begins|started|starts|opened|opens|was launched|begann|beginnt|startete|startet|a débuté|débute|"
    r"a commencé|commence|a été lancée?)\b[\s,]*(?:in|on|am|im|en|le)?\Z",
    re.IGNORECASE,
)
_AND_ENDED = re.compile(
    r" (?:and|und|et) (?:(?:it|then|was|will|is|sie|er|es|elle|il|wird|wurde|a|s'est) )*(?:end|finish|conclud|clos|"
    r"expire|ende|schl|läuft|lief|achev|s'ach|se term|termin|prend|pris)",
    re.IGNORECASE,
)


def _lasted(text: str, stated: Length, stretch: Stretch) -> Length | None:
    """The length, where a verb of lasting or a noun for the period ties it to the dates before it."""
    if stated.start < stretch.end or stated.start - stretch.end > 60:
        return None
    return stated if _LASTED.fullmatch(text[stretch.end : stated.start] + text[stated.start : stated.end]) else None


_LASTED = re.compile(
    r"(?:[,)）;]| and| und| et)? ?(?:(?:and|und|et|it|this|which|the project|the programme|sie|er|es|das Projekt|"
    r"elle|il|le projet) )?(?:lasted|lasts|ran for|took|dauerte|dauert|lief|läuft|dura|a duré|dure|durait)"
    r"(?: (?:for|sur|über|insgesamt|genau|exactly|precisely|a total of|au total))* \d*\D{0,24}|"
    r"(?:に?(?:始まり|終わる|終了する|終える|満了する|わたる)|에? ?(?:끝나는|종료되는|종료하는|마치는|걸친)|的)、?\s?"
    r"(?:[^、。,.\d]{0,16}の|[^,.\d]{0,16}의 )?(?:総|全|총 ?)?(?:実施|事業|研究|契約|협약|사업|연구)?\s?"
    r"(?:期間|任期|会期|기간|임기|期限).{2,16}"
)
_BARE = re.compile(r"(?:[ -][\w'’-]+){1,8}, \(?(?:from |vom |du )?", re.IGNORECASE)
"""From a length to its dates with no verb between: 'The two-week consultation of the sector, from 1 June to …'."""


def _beside(context: Context, index: int, stated: list[Length]) -> Iterator[Finding]:
    """A length of a window, term or the like, told in the sentence beside the one that dates it."""
    sentence = whole(context)[index]
    named = [one for one in stated if _window(sentence.text, one) or _labels(sentence.text, one)]
    if len(named) != 1 or len(stated) != 1 or _AT_MOST.search(sentence.text):
        return
    if sentence.digits and stretches(sentence):
        return
    found = [(near, stretch) for near in around(context, index) if near.digits >= 2 for stretch in stretches(near)]
    if len(found) != 1:
        return
    near, stretch = found[0]
    same = (
        _labels(sentence.text, named[0])
        or _same_window(sentence.text, named[0], near.text)
        or (near.start < sentence.start and _generic(sentence.text, named[0]))
    )
    if same and _comparable(named[0], stretch) and not named[0].fits(stretch.begin, stretch.stop, stretch.by_year):
        yield _finding(context, sentence, named[0], near, stretch)


_AT_MOST = re.compile(
    r"\b(?:maxim\w+|minim\w+|at most|at least|up to|höchstens|mindestens|au plus|au moins)\b|最長|最大|最短|最低|"
    r"以内|최대|최장|최소|最长|最多|不超过",
    re.IGNORECASE,
)


def _labels(text: str, stated: Length) -> bool:
    return LABELLED.search(text[max(0, stated.start - 24) : stated.start]) is not None


def _generic(text: str, stated: Length) -> bool:
    """Whether a length belongs to a period without a name, which the sentence before must have named."""
    before = text[max(0, stated.start - 40) : stated.start]
    return _GENERIC.match(text, stated.end) is not None or _GENERIC_BEFORE.search(before) is not None


_GENERIC_BEFORE = re.compile(
    r"\b(?:this|that|the|cette|ce|la|le) (?:période|délai|fenêtre|period|window) (?:of|d[e'’]) ?\Z", re.IGNORECASE
)
_GENERIC = re.compile(
    r"[ -](?:window|period|Frist|Zeitraum|Fenster)\b|の(?:受付|募集|公募|応募)?期間|간?의? ?(?:접수|공모|"
    r"모집)? ?기간",
    re.IGNORECASE,
)
_NOUN = (
    r"period|window|term|phase|consultation|mandate|duration|fellowship|programme|project|agreement|call|Frist|"
    r"Laufzeit|Zeitraum|Phase|Konsultation|Amtszeit|Mandat|"
    r"Programm|Projekt|Abkommen|période|phase|consultation|mandat|durée|programme|projet|accord|délai|期間|会期|"
    r"任期|事業|計画|"
    r"協定|기간|임기|회기|사업|협정|期限|任期|项目|计划"
)
_DETERMINED = re.compile(
    r"\b(?:the|this|that|its|these|der|die|das|dieser?s?|den|dem|des|während der|le|la|les|l'|ce|cet|cette|"
    r"au cours de|durant|pendant)\s*\Z|"
    r"(?:この|その|同|本|当該|上記の|이|이번|동|해당|该|这一|上述)?\s*(?:約|약)?\s*\Z",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    rf"(?:[ -](?:long |lange[nr]? )?(?:[\w-]+ ){{0,2}}?(?:\w*)?(?:{_NOUN})(?!s)\w*\b|"
    rf"(?:間)?の[一-龠ァ-ヴー]{{0,6}}(?:{_NOUN})|(?:간|동안)?의? ?[가-힣]{{0,6}} ?(?:{_NOUN})|"
    rf"的[一-龠]{{0,6}}(?:{_NOUN}))",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    rf"(?:\b(?:this|that|the|ce|cette|le|la|l'|durée|mandat) ?(?:[\w'’-]+ ){{0,2}}?(?:{_NOUN}) (?:of|d[e'’])|(?:期間|"
    rf"会期|任期|기간은|기간|임기는)(?:は|が)?(?:計|合計|総|총)?)\s*(?:about |around |environ |約|약 ?)?\Z",
    re.IGNORECASE,
)


def _window(text: str, stated: Length) -> bool:
    """Whether a length belongs to a noun that stands for a time: 'the two-week window', 約2週間の受付期間."""
    before = text[max(0, stated.start - 40) : stated.start]
    after = _NAMED_AFTER.match(text, stated.end)
    return (after is not None and _DETERMINED.search(before) is not None) or _NAMED_BEFORE.search(before) is not None


def _same_window(text: str, stated: Length, other: str) -> bool:
    """Whether the noun of a length, or a word beside it, is found in the sentence with the dates."""
    around_it = text[max(0, stated.start - 24) : stated.start] + " " + text[stated.end : stated.end + 40]
    latin = {
        word[:6].lower() for word in re.findall(r"[^\W\d_]{5,}", around_it) if word.isascii() or word[0] < "\u0250"
    }
    other_latin = {word[:6].lower() for word in re.findall(r"[^\W\d_]{5,}", other)}
    eastern = {
        around_it[place : place + 2]
        for place in range(len(around_it) - 1)
        if _EAST.fullmatch(around_it[place : place + 2])
    }
    return bool(latin & other_latin) or any(pair in other for pair in eastern - {"期間", "기간"})


_EAST = re.compile("[\u4e00-\u9fff가-힣ァ-ヴー]{2}")
