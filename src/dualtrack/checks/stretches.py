"""Stretches of time in a sentence: intervals, and two dates tied by 'from … to' or by verbs of beginning and ending."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dualtrack.checks.context import Sentence
from dualtrack.checks.frame import DATE
from dualtrack.checks.lengths import Length, months_between
from dualtrack.errors import DualtrackError
from dualtrack.extraction.dates import DateMention
from dualtrack.model import Period

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


def reversed_spans(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where periods stand in a sentence whose end lies before their start."""
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
    for mention in sentence.dates:
        ends = interval_of(mention)
        if ends is not None and (ends[1] < ends[0] or _back_in_month(mention, *ends)):
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
            and _full(one)
            and not one.inferred
            and _meant(other, first_, last_)
        ):
            yield one.start, other.end


_TIMES = (
    r"(?:,? ?(?:\(?\d{1,2}[:.]\d\d\)?(?: Uhr| ?h)?|\d{1,2}시|(?:午前|午後)?\d{1,2}時(?:\d\d分)?|正午|"
    r"\d{1,2} ?(?:Uhr|h|"
    r"[ap]\.?m\.?)))?"
)
_BETWEEN = re.compile(
    rf"\b(?:from|vom|von|du|de|depuis|starting|beginning|ab|dès|à partir du|à compter du|d(?=['’]))[ '’](?:the |"
    rf"dem )?({DATE}){_TIMES},? (?:to|until|through|till|bis|bis zum|bis einschließlich|au|"
    rf"à|et jusqu'au|jusqu'au|jusqu'en|jusqu'à|up to|and ending(?: on)?|and runs? until) (?:the )?({DATE})|"
    rf"({DATE}){_TIMES}(?:に?から|より|부터\s?|\s?[~〜～–—-]\s?|起至|至|到)(?:は)?({DATE})(?:まで|까지|末まで)?|"
    rf"({DATE}){_TIMES} ?[–—] ?({DATE})|"
    rf"\bbetween ({DATE}) and ({DATE})|\bzwischen (?:dem )?({DATE}) und (?:dem )?({DATE})|"
    rf"\bentre le ({DATE}) et le ({DATE})",
    re.IGNORECASE,
)
_OPENED = re.compile(
    rf"\b(?:open(?:s|ed)?|start(?:s|ed)?|beg[ia]ns?|launch(?:es|ed)|runs?|beginnt|begann|startet|startete|eröffnet|"
    rf"öffnete|"
    rf"débute|a débuté|commence|a commencé|ouvre|ouvert(?:e|es|s)?|s'ouvre|"
    rf"s'est ouverte?)(?: [\w'’-]+){{0,3}}? (?:on |in |at |am |im |le |en |du )?({DATE})|"
    rf"({DATE})(?:\s?(?:に|から|より|에|부터)\s?)(?:始ま|開始|開幕|受付開始|スタート|시작|개시|개막|열려)",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    rf"\b(?:clos(?:es?|ed|ing)|end(?:s|ed|ing)?|finish(?:es|ed)|expire[sd]?|conclude[sd]?|runs? until|endet|endete|"
    rf"schließt|schloss|läuft bis|lief bis|"
    rf"s'achève|s'est achevée?|se termine|s'est terminée?|prend fin|a pris fin|clôture|ferme|close?|"
    rf"s'est close?)(?: [\w'’-]+){{0,3}}? (?:on |in |at |am |im |le |en |au )?({DATE})|"
    rf"({DATE})(?:正午|[^\uf000-\uf8ff。、,.]{{0,8}})?(?:に|まで|で|をもって|에|까지)?\s?(?:締め切|終了|終わ|閉幕|"
    rf"完了|満了|마감|종료|끝|폐막|만료)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time: where it stands, its first and last day, whether written to the day or the year."""

    start: int
    end: int
    begin: date
    stop: date
    by_day: bool
    by_year: bool

    def fits(self, length: Length) -> bool:
        """Whether a stated length is that of the stretch."""
        return length.fits(self.begin, self.stop, self.by_year, self.by_day)


def _back_in_month(mention: DateMention, begin: date, end: date) -> bool:
    """Whether an interval read as nearly a year is one of a month, turned round: 2025年10月8日から10月3日まで."""
    year_on = (end.year, end.month) == (begin.year + 1, begin.month) and end.day < begin.day and len(mention.edtf) == 21
    return (
        year_on and len(re.findall(r"\d{4}|令和", mention.quote)) == 1 and not re.search("翌|다음|이듬", mention.quote)
    )


_WRAP = 120


def _meant(other: DateMention, first: tuple[date, date], last: tuple[date, date]) -> bool:
    """Whether the second date is what it says: with its year, or so shortly before the first that no new year began."""
    if _full(other) and not other.inferred:
        return True
    return (first[0] - last[1]).days < _WRAP and first[0].year == last[1].year


def _full(mention: DateMention) -> bool:
    return re.search(r"\d{4}|令和|平成|昭和", mention.quote) is not None


def _in_link(text: str, place: int) -> bool:
    return re.search(r"(?:https?://|www\.)\S*$", text[:place]) is not None


def interval_of(mention: DateMention) -> tuple[date, date] | None:
    """The first and last day of an interval; the first lies after the last where it is the wrong way round."""
    first, slash, last = mention.edtf.partition("/")
    if not slash or not first or not last or ".." in (first, last):
        return None
    try:
        begin, end = Period(first), Period(last)
    except DualtrackError:
        return None
    return (begin.lower, end.upper) if begin.lower and end.upper else None


def days_of(mention: DateMention) -> tuple[date, date] | None:
    """The first and last day that a mention may touch."""
    if "/" in mention.edtf:
        return interval_of(mention)
    try:
        period = Period(mention.edtf)
    except DualtrackError:
        return None
    return (period.lower, period.upper) if period.lower and period.upper else None


_ON_TO = re.compile(r"\s*(?:to|through|until|bis|à|から|~|〜|～|부터)\s*(?:FY\s?)?\d{4}")
_RANGE = re.compile(r"[-–—~〜～/]|から|부터|\bto\b|bis|à|至|au\b")


def stretches(sentence: Sentence) -> list[Stretch]:
    """The stretches of time in a sentence, in the order in which they were recognised."""
    known: dict[Sentence, list[Stretch]] = sentence.context.kept.setdefault(stretches, {})
    found = known.get(sentence)
    if found is None:
        found = known[sentence] = _stretches(sentence)
    return found


def _stretches(sentence: Sentence) -> list[Stretch]:
    found: list[Stretch] = []
    for mention in sentence.dates:
        ends = interval_of(mention) if mention.kind == "interval" or _RANGE.search(mention.quote) else None
        follows = _ON_TO.match(sentence.text, mention.end)
        if ends and ends[0] <= ends[1] and not _single_fiscal(mention, ends) and not follows:
            sizes = {len(half) for half in mention.edtf.split("/")}
            found.append(Stretch(mention.start, mention.end, *ends, sizes == {10}, sizes == {4}))
    frame = sentence.frame
    if frame is None or len(frame.dates) < 2:
        return found
    for match in _BETWEEN.finditer(frame.text):
        one, other = (frame.dates[char] for char in match.groups() if char)
        _add(found, one, other)
    if not found:
        first, last = _OPENED.search(frame.text), _CLOSED.search(frame.text)
        if first and last and first.start() < last.start():
            opened, closed = (frame.dates[next(char for char in match.groups() if char)] for match in (first, last))
            if "/" not in opened.edtf + closed.edtf:
                _add(found, opened, closed)
    return found


def _add(found: list[Stretch], one: DateMention, other: DateMention) -> None:
    stretch = between(one, other) if one is not other else None
    if stretch and not any(one.start < known.end and known.start < other.end for known in found):
        found.append(stretch)


def between(one: DateMention, other: DateMention) -> Stretch | None:
    """The time from the beginning of one date to the end of another, none where that is before it."""
    first, last = days_of(one), days_of(other)
    if not first or not last or first[0] > last[1]:
        return None
    sizes = {len(one.edtf), len(other.edtf)}
    return Stretch(one.start, other.end, first[0], last[1], sizes == {10}, sizes == {4})


def _single_fiscal(mention: DateMention, ends: tuple[date, date]) -> bool:
    """Whether what looks like a stretch is the label of one fiscal year: FY2025, 2018-19."""
    split = re.fullmatch(r"\D*\d\d(\d\d)\s?[-/–]\s?(\d\d)\D*", mention.quote)
    if split and int(split[2]) == (int(split[1]) + 1) % 100:
        return True
    fiscal = mention.kind == "fiscal-year" and months_between(*ends) <= 12
    return fiscal and len(re.findall(r"\d{4}", mention.quote)) < 2
