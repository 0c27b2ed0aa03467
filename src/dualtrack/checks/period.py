"""Periods: does the end follow the start, and does a stated length fit the dates?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.finding import Finding
from dualtrack.checks.frame import DATE, Frame
from dualtrack.checks.rule import rule
from dualtrack.errors import DualtrackError
from dualtrack.extraction.dates import DateMention
from dualtrack.model import Period, Text

_YEAR = r"(?:19|20)\d\d"
_REVERSED = re.compile(
    rf"\b(?:from|between|von|de|entre|zwischen) (?:the year |fiscal year |FY ?|l'année )?(?P<a>{_YEAR}) (?:to|until|"
    rf"through|till|and|bis|à|et|und|jusqu'en) (?:the year |fiscal year |FY ?)?(?P<b>{_YEAR})\b(?![-/]\d)|"
    rf"(?<![\w./-])(?:FY ?)?(?P<c>{_YEAR})\s?[–—~〜～-]\s?(?:FY ?)?(?P<d>{_YEAR})(?![\w/-]|\.\d)|"
    rf"(?P<e>{_YEAR})\s?年度?(?:から|より|～|〜|~|–|-|至)\s?(?P<f>{_YEAR})\s?年度?|(?P<i>{_YEAR})年(?:到|"
    rf"至)(?P<j>{_YEAR})年|"
    rf"(?P<g>{_YEAR})\s?년도?(?:부터|에서|~|～|-|–)\s?(?P<h>{_YEAR})\s?년",
    re.IGNORECASE,
)
_NOT_A_PERIOD = re.compile(
    r"\b(?:compared|than|back|decline|fell|dropped|ISO|RFC|No\.?|Nr\.?|Resolution|tel|phone|decrease|go(?:es|ing)? "
    r"back)\b",
    re.IGNORECASE,
)


@rule(
    "DT601",
    family="period",
    severity="error",
    title=Text(ja="終わりが始まりより前", en="The end lies before the start"),
    explanation=Text(
        ja="「2025年から2022年まで」のように終わりが始まりより前の期間。",
        en="'From 2025 to 2022': a period whose end lies before its start.",
    ),
    wrong=Text(ja="事業は2025年から2022年まで実施する。", en="The programme runs from 2025 to 2022."),
    right=Text(ja="事業は2022年から2025年まで実施する。", en="The programme runs from 2022 to 2025."),
)
def reversed_period(context: Context) -> Iterator[Finding]:
    """Periods that end before they begin."""
    for sentence in (*context.statements, *context.cells):
        if sentence.digits < 2:
            continue
        seen: list[tuple[int, int]] = []
        for start, end in _reversed_spans(sentence):
            if not any(start < stop and begin < end for begin, stop in seen):
                seen.append((start, end))
                quote = sentence.text[start:end]
                yield context.finding(
                    sentence.start + start,
                    sentence.start + end,
                    f"期間「{quote}」は終わりが始まりより前",
                    f"The period '{quote}' ends before it begins",
                    stated=quote,
                    computed="",
                    reason="the second date is earlier than the first",
                )


def _reversed_spans(sentence: Sentence) -> Iterator[tuple[int, int]]:
    for match in _REVERSED.finditer(sentence.text):
        first, last = (int(year) for year in match.groups() if year)
        before = sentence.text[max(0, match.start() - 24) : match.start()]
        bare = match["c"] is not None
        if (
            first > last
            and first - last < 60
            and not _NOT_A_PERIOD.search(before)
            and not (bare and _in_link(sentence.text, match.start()))
        ):
            yield match.span()
    for mention in sentence.dates if re.search(r"[\d日月年]", sentence.text) else ():
        ends = interval_of(mention)
        if ends is not None and ends[1] < ends[0]:
            yield mention.start, mention.end
    frame = sentence.frame
    if frame is None or len(frame.dates) < 2:
        return
    for match in _BETWEEN.finditer(frame.text):
        one, other = (frame.dates[char] for char in match.groups() if char)
        first_, last_ = days_of(one), days_of(other)
        if (
            first_
            and last_
            and last_[1] < first_[0]
            and not one.inferred
            and not other.inferred
            and _full(one)
            and _full(other)
        ):
            yield one.start, other.end


_BETWEEN = re.compile(
    rf"\b(?:from|vom|von|du|de|depuis) ({DATE}),? (?:to|until|through|till|bis|bis zum|au|à|jusqu'au|jusqu'en|"
    rf"jusqu'à) ({DATE})|({DATE})(?:に?から|より|부터\s?|\s?[~〜～–—]\s?)({DATE})(?:まで|까지|末まで)?|({DATE}) ?[–—] "
    rf"?({DATE})",
    re.IGNORECASE,
)


def _full(mention: DateMention) -> bool:
    return re.search(r"\d{4}|令和|平成|昭和", mention.quote) is not None


def _in_link(text: str, place: int) -> bool:
    return re.search(r"(?:https?://|www\.)\S*$", text[:place]) is not None


def interval_of(mention: DateMention) -> tuple[date, date] | None:
    """The first and last day of an interval; the first lies after the last where it is the wrong way round."""
    first, slash, last = (mention.edtf or "").partition("/")
    if not slash or not first or not last or ".." in (first, last):
        return None
    try:
        begin, end = Period(first), Period(last)
    except DualtrackError:
        return None
    return (begin.lower, end.upper) if begin.lower and end.upper else None


def days_of(mention: DateMention) -> tuple[date, date] | None:
    """The first and last day that a mention may touch."""
    if "/" in (mention.edtf or ""):
        return interval_of(mention)
    try:
        period = Period(mention.edtf)
    except DualtrackError:
        return None
    return (period.lower, period.upper) if period.lower and period.upper else None


_NUMBERS = (
    "one ein eine einen einem un une 一 일 한 once einmal",
    "two zwei deux 二 两 이 두 twice zweimal",
    "three drei trois 三 삼 세 thrice dreimal",
    "four vier quatre 四 네 viermal",
    "five fünf cinq 五 오",
    "six sechs 六",
    "seven sieben sept 七",
    "eight acht huit 八",
    "nine neun neuf 九",
    "ten zehn dix 十 십",
    "eleven elf onze",
    "twelve zwölf douze",
    "thirteen dreizehn treize",
    "fourteen vierzehn quatorze",
    "fifteen fünfzehn quinze",
    "sixteen sechzehn seize",
    "seventeen siebzehn dix-sept",
    "eighteen achtzehn dix-huit",
    "nineteen neunzehn dix-neuf",
    "twenty zwanzig vingt",
)
_NUMBER_WORDS = {word: value for value, words_ in enumerate(_NUMBERS, 1) for word in words_.split()}
_LATIN_NUMBER = (
    r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty|eine?[nm]?|zwei|drei|"
    r"vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|"
    r"une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|dix-huit"
)
_PLANS = "bien|trien|quadrien|quinquen|sexen|septen|décen"
_LENGTH = (
    rf"(?:(?P<y>\b(?:{_LATIN_NUMBER}))[ -](?:years?|Jahren?|jährige[rnms]?|ans|années)\b|"
    rf"(?P<y2>\b(?:{_LATIN_NUMBER}))jährige[rnms]?\b|(?P<y6>\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|zehn))jahres"
    rf"(?=plan|programm|vertrag|projekt|strategie|zeitraum)|\b(?P<y7>{_PLANS})(?:nale?s?|naux)\b|"
    rf"(?P<m>\b(?:{_LATIN_NUMBER}))[ -](?:months?|Monaten?|mois)\b|(?P<m2>\b(?:{_LATIN_NUMBER}))monatige[rnms]?\b|"
    r"(?P<y3>\d{1,2}|[一二三四五六七八九十])\s?[かカヶケ箇ヵ]?年(?:間|計画|期|事業|度?計画)|(?P<m3>\d{1,2}|"
    r"[一二三四五六七八九十])\s?[かカヶケ箇ヵ]月(?:間)?|"
    r"(?P<y4>\d{1,2})\s?개?년(?:간| 동안|동안| 계획)|(?P<m4>\d{1,2})\s?개월(?:간| 동안)?|"
    r"(?P<y5>[一二三四五六七八九十两]|\d{1,2})年(?:期|计划|間))"
)
_PLAN_YEARS = dict(zip(_PLANS.split("|"), (2, 3, 4, 5, 6, 7, 10), strict=True))
"""Of 'triennal' and the like, the years that a plan of that name lasts."""
_LENGTH_RE = re.compile(_LENGTH, re.IGNORECASE)
_LENGTH_HINT = re.compile(
    r"[Yy]ear|ennal|ennaux|[Mm]onth|[Jj][aä]hr|[Mm]onat|\bans\b|années|\bmois\b|年|[かカヶケ箇ヵ]月|년|개월"
)
_NOT_LENGTH = re.compile(
    r"\b(?:first|last|past|previous|next|every|every other|each|within|after|before|another|remaining|average|old|in|"
    r"ersten|letzten|nächsten|alle|nach|premiers?|premières?|derniers?|prochaines?|tous les|toutes les|après|dans)"
    r"(?: the)?\s*$|(?:最初の|最後の|過去|今後|直近|後半の?|前半の?|うち|第|毎|各|約|残り|初めの|첫|지난|향후|매|"
    r"약|前|后)\s*$",
    re.IGNORECASE,
)
_NOT_LENGTH_AFTER = re.compile(
    r"\s?(?:average|moving|ago|later|after|before|earlier|old|of age|period ending|review|extension|平均|前|後|"
    r"ごと|毎|目|以内|"
    r"以上|未満|평균|전|후|마다|째|이내|nach|später|zuvor|vor|plus tard|auparavant|moyenne|rolling|mid-term|"
    r"renewable|次|目标)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Length:
    """A stated length in months, with its place in the sentence."""

    start: int
    end: int
    months: int
    years: bool


def lengths(text: str) -> Iterator[Length]:
    """The lengths of time stated in a text."""
    for match in _LENGTH_RE.finditer(text):
        name, number = next((key, value) for key, value in match.groupdict().items() if value)
        count = number_of(number)
        if count is None or _NOT_LENGTH.search(text[: match.start()]) or _NOT_LENGTH_AFTER.match(text, match.end()):
            continue
        years = name.startswith("y")
        yield Length(match.start(), match.end(), count * 12 if years else count, years)


def number_of(word: str) -> int | None:
    """A small whole number in digits or words."""
    word = word.lower()
    return int(word) if word.isdigit() else _NUMBER_WORDS.get(word) or _PLAN_YEARS.get(word)


_LINK = re.compile(
    r"(?:\s|\(|（|：|,|:|-|:|、|の|は|で|を|に|から|として|とする|\b(?:programme|program|plan|project|period|strategy|"
    r"fund|funding|"
    r"agreement|scheme|initiative|grant|"
    r"phase|term|mandate|roadmap|framework|phased|budget|research|national|work|action|investment|for|over|of|the|a|"
    r"an|in|to|which|that|runs?|running|covering|covers|lasts?|lasted|has|had|duration of|"
    r"lasting|will run|is|was|will be|carried out|implemented|duration|cycle|science|technology|innovation|"
    r"development|basic|"
    r"Programm\w*|Plan\w*|Projekt\w*|Laufzeit|Förder\w*|Zeitraum|Strategie|über|für|von|das|die|der|ein|läuft|"
    r"programme|période|projet|"
    r"stratégie|sur|pour|une?|la|le|de|du|d'|s'étend|court|durée|pluriannuel)\b|"
    r"計画|事業|プログラム|戦略|基本計画|"
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
    for sentence in context.statements:
        if not sentence.digits or not _LENGTH_HINT.search(sentence.text):
            continue
        stated = list(lengths(sentence.text))
        if not stated or _EXTENDED.search(sentence.text):
            continue
        found = [mention for mention in stretches(sentence) if mention[3] is not None]
        for start, end, begin, stop in found:
            near = _nearest(sentence.text, stated, start, end)
            if near is None or begin is None or stop is None or _fits(near, begin, stop):
                continue
            months = _months(begin, stop)
            quote = sentence.text[start:end]
            yield context.finding(
                sentence.start + min(start, near.start),
                sentence.start + max(end, near.end),
                f"「{quote}」は{_ja(months)}で、「{sentence.text[near.start : near.end]}」と合わない",
                f"'{quote}' is {_en(months)}, not '{sentence.text[near.start : near.end]}'",
                stated=sentence.text[near.start : near.end],
                computed=_en(months),
                reason=f"from {begin} to {stop}",
            )
        yield from _terms(context, sentence, stated)


_ON_TO = re.compile(r"\s*(?:to|through|until|bis|à|から|~|〜|～|부터)\s*(?:FY\s?)?\d{4}")


def stretches(sentence: Sentence) -> Iterator[tuple[int, int, date | None, date | None]]:
    """The stretches of time in a sentence: where they stand, first and last day."""
    spans: list[tuple[int, int]] = []
    for mention in sentence.dates:
        ends = (
            interval_of(mention)
            if mention.kind == "interval" or re.search(r"[-–—~〜～/]|から|부터|\bto\b|bis|à|至", mention.quote)
            else None
        )
        follows = _ON_TO.match(sentence.text, mention.end)
        if ends and ends[0] <= ends[1] and not _single_fiscal(mention, ends) and not follows:
            spans.append((mention.start, mention.end))
            yield mention.start, mention.end, *ends
    frame = sentence.frame
    for match in _BETWEEN.finditer(frame.text) if frame and len(frame.dates) >= 2 else ():
        one, other = (frame.dates[char] for char in match.groups() if char)  # type: ignore[union-attr]
        first, last = days_of(one), days_of(other)
        if (
            first
            and last
            and first[0] <= last[1]
            and not any(one.start < stop and begin < other.end for begin, stop in spans)
        ):
            yield one.start, other.end, first[0], last[1]


def _single_fiscal(mention: DateMention, ends: tuple[date, date]) -> bool:
    """Whether what looks like a stretch is the label of one fiscal year: FY2025, 2018-19."""
    split = re.fullmatch(r"\D*\d\d(\d\d)\s?[-/–]\s?(\d\d)\D*", mention.quote)
    if split and int(split[2]) == (int(split[1]) + 1) % 100:
        return True
    return mention.kind == "fiscal-year" and _months(*ends) <= 12 and len(re.findall(r"\d{4}", mention.quote)) < 2


def _nearest(text: str, stated: list[Length], start: int, end: int) -> Length | None:
    """The length that stands beside a stretch, with nothing but linking words between; only one may."""
    near = [
        one
        for one in stated
        if (one.end <= start and start - one.end <= 60 and _ties(text[one.end : start]))
        or (one.start >= end and one.start - end <= 24 and _LINK.fullmatch(text[end : one.start]))
        or (one.start >= end and _CONCLUDED.fullmatch(text[end : one.start]))
    ]
    return near[0] if len(near) == 1 else None


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


def _ties(between: str) -> bool:
    """Whether the words between a length and a stretch tie them: linking words, or a noun before a bracket."""
    return _LINK.fullmatch(between) is not None or _NAMED.fullmatch(between) is not None


def _months(begin: date, end: date) -> int:
    """Whole months from the first day to the last, both included, to the nearest."""
    months = (end.year - begin.year) * 12 + end.month - begin.month
    days = end.day - begin.day + 1
    return months + (1 if days >= 16 else 0 if days > -16 else -1)


def _fits(stated: Length, begin: date, end: date) -> bool:
    """Whether a length fits: counting both ends or only the difference, at the precision of the unit."""
    inclusive = _months(begin, end)
    exclusive = (end.year - begin.year) * 12 if begin.month == 1 and end.month == 12 else inclusive - 1
    if stated.years:
        return any(abs(months - stated.months) <= 3 for months in (inclusive, exclusive)) or (
            begin.month == 1 and end.month == 12 and stated.months in (inclusive, inclusive - 12)
        )
    return stated.months in (inclusive, inclusive - 1, inclusive + 1, exclusive)


def _ja(months: int) -> str:
    return f"{months // 12}年間" if months % 12 == 0 and months else f"{months}か月"


def _en(months: int) -> str:
    return f"{months // 12} years" if months % 12 == 0 and months else f"{months} months"


_BEGINS = (
    r"\b(?:signed|concluded|launched|began|begins|started|starts|entered into force|takes effect|took effect|"
    r"adopted|in force|dated|"
    r"unterzeichnet\w*|begann|gestartet|signé\w*|lancé\w*|conclu\w*|entré\w* en vigueur)\b|"
    r"締結|発効|署名|開始|始ま|체결|발효|시작|开始|签署|生效"
)
_EXPIRES = (
    r"\b(?:expir(?:es|ed|e|ing)|ends?|ended|until|runs? out|lapse[sd]?|terminate[sd]?|läuft|endet|bis|expire|prend "
    r"fin|jusqu'en|"
    r"jusqu'au|s'achève)\b|満了|終了|失効|期限|まで|만료|종료|까지|到期|届满|结束"
)


def _terms(context: Context, sentence: Sentence, stated: list[Length]) -> Iterator[Finding]:
    """A start, a term and an end in one sentence: signed in 2020 for five years, expires in 2027."""
    frame = sentence.frame
    dates = [mention for mention in sentence.dates if "/" not in (mention.edtf or "/")]
    if frame is None or len(dates) != 2 or len(stated) != 1 or not re.search(_BEGINS, sentence.text, re.IGNORECASE):
        return
    first, last, term = dates[0], dates[1], stated[0]
    tail = sentence.text[max(first.end, term.end) :]
    if (
        not first.end <= term.start
        or not term.end <= last.start
        or not re.search(_EXPIRES, tail, re.IGNORECASE)
        or re.search(r"extend|renew|延長|更新|연장|verlänger|prolong|from|から|부터", tail)
    ):
        return
    begin, end = days_of(first), days_of(last)
    if not begin or not end or end[0] < begin[0]:
        return
    low = (end[0].year - begin[1].year) * 12 + end[0].month - begin[1].month - 1
    high = (end[1].year - begin[0].year) * 12 + end[1].month - begin[0].month + 1
    if low <= term.months <= high:
        return
    quote = sentence.text[term.start : term.end]
    months = _en((end[1].year - begin[1].year) * 12 + end[1].month - begin[1].month)
    yield context.finding(
        sentence.start + first.start,
        sentence.start + last.end,
        f"{first.quote}から{quote}では{last.quote}にならない",
        f"{quote} from {first.quote} does not end {last.quote}",
        stated=quote,
        computed=months,
        reason=f"from {first.edtf} to {last.edtf}",
    )


_TIMES = (
    r"once|twice|thrice|(?:two|three|four|five|2|3|4|5) times|einmal|zweimal|dreimal|viermal|une fois|"
    r"(?:deux|trois|quatre|2|3|4) fois"
)
_EXTENDED = re.compile(
    rf"\b(?:extended|prolonged|renewed|verlängert|prolongée?s?|prorogée?s?)(?:,? \w+)?? (?P<t1>{_TIMES}),? (?:by |"
    rf"for |um (?:jeweils |je )?|de |pour )(?:a further |another |periods of |jeweils )?(?P<n1>{_LATIN_NUMBER})[ "
    rf"-](?P<u1>months?|years?|Monate|Jahre|mois|ans)|"
    rf"\b(?P<t2>{_TIMES}) (?:extended |um (?:jeweils |je )?)?(?:by |for )?(?P<n2>{_LATIN_NUMBER})[ -](?P<u2>months?|"
    rf"years?|Monate|Jahre|mois|ans)(?: verlängert)?|"
    rf"(?P<t6>two|three|four|five|2|3|4|5) (?:\w+ )?extensions? of (?P<n6>{_LATIN_NUMBER})[ -](?P<u6>months?|years?)|"
    rf"(?P<t7>two|three|four|five|2|3|4|5) (?P<n7>{_LATIN_NUMBER})-(?P<u7>month|year) extensions|"
    r"(?P<n3>\d{1,2}|[一二三四五六七八九十])\s?(?P<u3>[かカヶケ箇ヵ]月|年)間?(?:の延長を|ずつ|、)?(?P<t3>\d|"
    r"[一二三四五])(?:回|度)|(?P<t4>\d|"
    r"[一二三四五])(?:回|度)にわた(?:り|って)(?P<n4>\d{1,2}|[一二三四五六七八九十])\s?(?P<u4>[かカヶケ箇ヵ]月|"
    r"年)間?(?:ずつ)?(?:の)?延長|"
    r"(?P<n5>\d{1,2})\s?(?P<u5>개월|년)씩 ?(?P<t5>\d|한|두|세|네) ?(?:차례|번|회)",
    re.IGNORECASE,
)
_EXTENSION_WORD = re.compile(r"exten|prolong|renew|verläng|prorog|延長|更新|연장|延期", re.IGNORECASE)


@rule(
    "DT603",
    family="period",
    severity="error",
    title=Text(ja="延長の回数と長さが日付と合わない", en="Extensions do not add up to the dates"),
    explanation=Text(
        ja="「6か月の延長を2回」と始めと終わりの日付を比べる。",
        en="Compares 'extended twice by six months' with the dates it names.",
    ),
    wrong=Text(
        ja="2023年8月に6か月の延長を2回行い、2025年2月に失効した。",
        en="The agreement was extended twice by six months, from August 2023 to February 2025.",
    ),
    right=Text(
        ja="2023年8月に6か月の延長を2回行い、2024年8月に失効した。",
        en="The agreement was extended twice by six months, from August 2023 to August 2024.",
    ),
)
def extensions(context: Context) -> Iterator[Finding]:
    """Extensions that do not add up."""
    for sentence in context.statements:
        if not sentence.digits or not _EXTENSION_WORD.search(sentence.text):
            continue
        for match in _EXTENDED.finditer(sentence.text):
            months = _extension(match)
            ends = _ends(sentence, sentence.frame)
            if months is None or ends is None:
                continue
            first, last, low, high = ends
            if low <= months <= high:
                continue
            start, end = min(match.start(), first), max(match.end(), last)
            yield context.finding(
                sentence.start + start,
                sentence.start + end,
                f"延長は合わせて{_ja(months)}だが、日付の間は{_ja((low + high) // 2)}ある",
                f"The extensions add up to {_en(months)}, but the dates lie {_en((low + high) // 2)} apart",
                stated=match.group(),
                computed=_en((low + high) // 2),
                reason="number of extensions times their length against the two dates",
            )


def _extension(match: re.Match[str]) -> int | None:
    parts = {key[0]: value for key, value in match.groupdict().items() if value}
    times = number_of(parts["t"].lower().split()[0]) if parts["t"].lower() != "une fois" else 1
    count = number_of(parts["n"])
    if times is None or count is None:
        return None
    years = parts["u"].lower().startswith(("y", "jahr", "an", "年", "년"))
    return times * count * (12 if years else 1)


def _ends(sentence: Sentence, frame: Frame | None) -> tuple[int, int, int, int] | None:
    """The start and end that a sentence names, and how many months lie between at least and at most."""
    if frame is None:
        return None
    dates = [mention for mention in sentence.dates if days_of(mention) and re.search(r"\d", mention.quote)]
    if len(dates) == 1 and interval_of(dates[0]):
        ends = interval_of(dates[0])
        assert ends
        parts = (dates[0].edtf or "").split("/")
        first, last = Period(parts[0]), Period(parts[1])
        span = (dates[0].start, dates[0].end)
    elif len(dates) == 2:
        first, last = Period(dates[0].edtf), Period(dates[1].edtf)
        span = (dates[0].start, dates[1].end)
    else:
        return None
    if (
        not (first.lower and first.upper and last.lower and last.upper)
        or last.upper < first.lower
        or "year" in (first.precision, last.precision)
    ):
        return None
    low = (last.lower.year - first.upper.year) * 12 + last.lower.month - first.upper.month
    high = (last.upper.year - first.lower.year) * 12 + last.upper.month - first.lower.month
    return *span, low - (1 if first.precision == "day" else 0), high + 1
