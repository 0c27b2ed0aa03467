"""Terms and extensions: a start, a length and what it was prolonged by lead to the end that a text gives."""

import re
from collections.abc import Iterator

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.finding import Finding
from dualtrack.checks.hints import Hint
from dualtrack.checks.lengths import Length, all_lengths, in_months, lengths_of
from dualtrack.checks.prolonged import AND_THEN, EXTENDED, EXTENSION, extension_of
from dualtrack.checks.rule import rule
from dualtrack.checks.stretches import days_of, interval_of
from dualtrack.checks.whole import digits_near, whole
from dualtrack.extraction.dates import DateMention
from dualtrack.model import Period, Text

_HINT = Hint(EXTENSION.pattern)
_BEGINS = re.compile(
    r"\b(?:signed|concluded|launched|opened|opens|eröffnet|ouvert|"
    r"beg[aiu]ns?|beginning|started|starts|starting|entered into force|takes effect|"
    r"took effect|effective|adopted|in force|dated|from|"
    r"with effect|appointed|took office|unterzeichnet\w*|geschlossen|abgeschlossen|vereinbart|bewilligt|eingerichtet|"
    r"bestellt|ernannt|begann|beginnt|gestartet|startete|ab|seit|vom|zum|signée?s?|lancée?s?|conclue?s?|"
    r"entrée?s? en vigueur|"
    r"à compter|à partir|débuté?|dès|depuis|nommée?|prend effet)\b|締結|発効|署名|開始|始ま|発足|設立|"
    r"から|より|付けで|就任|"
    r"발효|체결|서명|시작|부터|개시|취임|开始|"
    r"签署|生效|自|起",
    re.IGNORECASE,
)
_EXPIRES = re.compile(
    r"\b(?:expir(?:es|ed|e|ing|y)|ends?|ended|ending|until|runs? out|ran out|lapse[sd]?|terminate[sd]?|closes?|"
    r"closed|concluded|comes to an end|came to an end|"
    r"läuft|lief|endete?|bis|ausgelaufen|abgelaufen|Ende|expire|expiré|prend fin|a pris fin|jusqu'en|jusqu'au|"
    r"jusqu’au|terme|s'achève|s'est achevée?|s'achever|prendre fin|se terminer|"
    r"échéance|échoit|s'achèvera|expirera|se terminera|enden|auslaufen|prendra fin|se termine)\b|満了|終了|"
    r"失効|期限|まで|完了|終え|解散|閉所|"
    r"만료|종료|까지|끝|마친|마치|완료|到期|届满|"
    r"结束|终止",
    re.IGNORECASE,
)
_FORMER_END = re.compile(
    r"\b(?:until|end date of|to end|to close|to expire|expire|due|was to|were to|scheduled|originally|initially|"
    r"ursprünglich|"
    r"zunächst|bis|vorgesehen|sollten?|hätte|jusqu|prévu\w*|deva(?:it|ient)|initialement|from)\b|"
    r"まで|当初|終了する|期限|까지|당초|끝날|종료|原定|到期",
    re.IGNORECASE,
)
_STARTED = re.compile(
    r"\b(?:began|begun|started|launched|signed|set up|founded|concluded|begann|startete|gegründet|unterzeichnet|"
    r"lancée?|débuté|signée?|conclue?)\b|発足|設立|始ま|締結|発効|출범|시작|체결|成立|签署",
    re.IGNORECASE,
)
"""The first date of a sentence is a beginning, from which more than the extensions counts."""


def window(context: Context, index: int, least: int) -> Sentence | None:
    """A sentence with at least so many dates: itself, or it and the next or the one before in its passage."""
    sentences = whole(context)
    sentence = sentences[index]
    if len(_dated(sentence)) >= least:
        return sentence
    for first, last in ((index, index + 1), (index - 1, index)):
        if first < 0 or last >= len(sentences) or sentences[first].passage is not sentences[last].passage:
            continue
        one, other = sentences[first], sentences[last]
        if len(_dated(one)) + len(_dated(other)) >= least:
            return Sentence(context, one.passage, one.start, context.flat[one.start : other.start + len(other.text)])
    return None


def _dated(sentence: Sentence) -> list[DateMention]:
    """The days, months and years of a sentence, those of modern times."""
    return [
        mention
        for mention in sentence.dates
        if "/" not in mention.edtf and mention.edtf > "1900" and _DIGIT.search(mention.quote)
    ]


_DIGIT = re.compile(r"\d")


def terms(context: Context, index: int, stated: list[Length]) -> Iterator[Finding]:
    """A start, a term and an end: signed in 2020 for five years, expires in 2027; 36 months from 1 September 2021."""
    if not any(one.unit in ("year", "month") for one in stated):
        return
    here = window(context, index, 2)
    dates = _dated(here) if here else []
    if (
        here is None
        or len(dates) != 2
        or ("year" in _precisions(dates) and len(here.text) > len(whole(context)[index].text))
    ):
        return
    first, last = dates
    text = here.text
    stated = list(all_lengths(text))
    extension = extension_of(text, stated)
    base = [
        one
        for one in stated
        if not one.each and (extension is None or not extension.takes(one)) and not _of_many(text, one)
    ]
    if len(base) != 1 or base[0].unit not in ("year", "month") or (extension is None and EXTENDED.search(text)):
        return
    (term,) = base
    if term.end > last.start or not _begins(text, first, term) or not _expires(text, last, term):
        return
    total = term.months + (extension.total if extension else 0)
    low, high = _apart(first, last)
    if high < 0 or low <= total <= high or (term.about and 0.7 * low <= total <= 1.3 * high):
        return
    quote, apart = text[term.start : term.end], (low + high) // 2
    more = f" and {in_months(extension.total, 'en')} of extension" if extension else ""
    more_ja = f"と延長{in_months(extension.total, 'ja')}" if extension else ""
    yield context.finding(
        here.start + min(first.start, term.start),
        here.start + last.end,
        f"{first.quote}から{quote}{more_ja}では{last.quote}にならない",
        f"{quote}{more} from {first.quote} does not end {last.quote}",
        stated=in_months(total, "en"),
        computed=in_months(apart, "en"),
        reason=f"from {first.edtf} to {last.edtf}",
    )


def _of_many(text: str, stated: Length) -> bool:
    """Whether a length is that of several things: fellowships of two years, bourses de trois ans, three-year grants."""
    before, after = text[max(0, stated.start - 30) : stated.start], text[stated.end : stated.end + 24]
    return (
        re.search(
            r"\w[^\Wsiu]s (?:of|de|d['’]|von|"
            r"à)\s*\Z",
            before,
        )
        is not None
        or re.match(
            r"[ -](?:\w+ (?!(?:expire|end|close|lapse|terminate|run|cover|begin|start|last)s\b))?\w{3,}[^\Wsiu]s\b",
            after,
        )
        is not None
    )


def _precisions(dates: list[DateMention]) -> set[str]:
    return {Period(mention.edtf).precision for mention in dates}


def _begins(text: str, first: DateMention, term: Length) -> bool:
    """Whether the first date is the beginning that the term counts from."""
    near = text[max(0, first.start - 60) : min(len(text), first.end + 60)]
    between = text[min(first.end, term.end) : max(first.start, term.start)]
    if _HAS.search(between):
        return False
    return _BEGINS.search(near) is not None and len(between) <= 80 and not re.search(r"[.;。]\s", between)


_HAS = re.compile(
    r"\b(?:includ\w+|contain\w*|provides for|compris\w+|comport\w+|comprend|prévoi\w+|umfasst|enthält|beinhaltet|"
    r"sieht)\b",
    re.IGNORECASE,
)
"""The date between is that of a part of what has the length."""


def _expires(text: str, last: DateMention, term: Length) -> bool:
    tail = text[max(term.end, last.start - 60) : last.end + 24]
    return _EXPIRES.search(tail) is not None and not re.search(
        r"\b(?:report|review|evaluation|next|new|another|neue|nouvel\w*|bilan)\b|評価|新たな|신규|평가", tail
    )


def _apart(one: DateMention, other: DateMention) -> tuple[int, int]:
    """How many months lie between two dates, at least and at most."""
    begin, end = days_of(one), days_of(other)
    if not begin or not end or end[0] < begin[0]:
        return 0, -1
    low = (end[0].year - begin[1].year) * 12 + end[0].month - begin[1].month - 1
    high = (end[1].year - begin[0].year) * 12 + end[1].month - begin[0].month + 1
    return low, high


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
    for index, sentence in enumerate(whole(context)):
        if not (sentence.digits or digits_near(context, index, 2)) or not sentence.has(_HINT):
            continue
        stated = lengths_of(sentence, each=True)
        extension = extension_of(sentence.text, stated)
        spanned = any(interval_of(mention) for mention in sentence.dates) if extension else False
        plain = extension is not None and all(extension.takes(one) for one in stated)
        here = (sentence if spanned else window(context, index, 2)) if plain else None
        ends = _ends(here) if here else None
        if extension is None or here is None or ends is None:
            continue
        first, last, low, high = ends
        former = here.text[max(0, first - 40) : first + 60]
        begun = _STARTED.search(here.text[max(0, first - 24) : first + 40])
        if begun and not _FORMER_END.search(former):
            continue
        if low <= extension.total <= high or (extension.times == 1 and not _FORMER_END.search(former)):
            continue
        shift = sentence.start - here.start
        if _twice_told(here.text, shift + extension.end, first, last, extension.times):
            continue
        start, end = min(shift + extension.start, first), max(shift + extension.end, last)
        yield context.finding(
            here.start + start,
            here.start + end,
            f"延長は合わせて{in_months(extension.total, 'ja')}だが、日付の間は{in_months((low + high) // 2, 'ja')}ある",
            f"The extensions add up to {in_months(extension.total, 'en')}, but the dates lie "
            f"{in_months((low + high) // 2, 'en')} apart",
            stated=sentence.text[extension.start : extension.end],
            computed=in_months((low + high) // 2, "en"),
            reason="number of extensions times their length against the two dates",
        )


def _twice_told(text: str, end: int, first: int, last: int, times: int) -> bool:
    """Whether two extensions have a date each ("first to … and then to …"), or one more follows without a length."""
    if times > 1 and end <= first and _FIRST_TO.search(text[end : first + 8]):
        return True
    return times == 1 and AND_THEN.search(text[max(end, min(first, last)) : last]) is not None


_FIRST_TO = re.compile(r"\b(?:first|zuerst|zunächst|d'abord)\b|まず|먼저|우선", re.IGNORECASE)


def _former_and_last(text: str, dates: list[DateMention]) -> list[DateMention]:
    """Of three dates the one that the words make the first end, and the last; none where they leave a choice."""
    former = [one for one in dates[:2] if _FORMER_END.search(text[max(0, one.start - 30) : one.start])]
    return [former[0], dates[2]] if len(former) == 1 else []


def _ends(sentence: Sentence) -> tuple[int, int, int, int] | None:
    """The start and end that a sentence names, and how many months lie between at least and at most."""
    dates = [mention for mention in sentence.dates if days_of(mention) and re.search(r"\d", mention.quote)]
    if len(dates) == 1 and interval_of(dates[0]):
        first, last = map(Period, dates[0].edtf.split("/"))
        span = (dates[0].start, dates[0].end)
    elif len(dates) == 2 or (len(dates) == 3 and (dates := _former_and_last(sentence.text, dates))):
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
