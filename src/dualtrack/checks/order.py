"""The order of events: nothing is told as past that lies after the document."""

import re
from collections.abc import Iterator
from datetime import date

from dualtrack.checks.bound import bound_to_done, year_of_done
from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.finding import Finding
from dualtrack.checks.foretold import foretold
from dualtrack.checks.frame import Frame
from dualtrack.checks.reckoned import reckoned
from dualtrack.checks.rule import rule
from dualtrack.checks.stretches import days_of
from dualtrack.checks.tense import clause_of, told_as_done
from dualtrack.checks.whole import dateline, issued, whole
from dualtrack.extraction.dates import DateMention, find_dates
from dualtrack.model import Text


@rule(
    "DT701",
    family="order",
    severity="warning",
    title=Text(
        ja="文書の日付より後の出来事が過去形で書かれている", en="An event after the document's date is told as past"
    ),
    explanation=Text(
        ja="文書の公表日より後の日付の出来事を過去として述べる文。予定・見込み・期限を述べる文は対象外。"
        "公表日が分からない文書では働かない。",
        en="A sentence that tells as done what is dated after the document. Plans, deadlines and forecasts are left "
        "alone. Needs the document's date.",
    ),
    wrong=Text(
        ja="---\ndate: 2026-06-01\n---\n\n2026年7月3日、両国は協定に署名した。",
        en="---\ndate: 2026-06-01\n---\n\nOn 3 July 2026 the minister signed the agreement.",
    ),
    right=Text(
        ja="---\ndate: 2026-06-01\n---\n\n2026年7月3日、両国は協定に署名する予定である。",
        en="---\ndate: 2026-06-01\n---\n\nOn 3 July 2026 the minister will sign the agreement.",
    ),
)
def told_as_past(context: Context) -> Iterator[Finding]:
    """Events told as past that lie ahead."""
    published = issued(context)
    if published is None:
        return
    ahead = re.compile(
        rf"(?:{'|'.join(str(year) for year in range(published.year, published.year + 12))})|['’‘]\d\d\.|令和|月|월|"
        rf"[A-Z][a-zé]"
    )
    head = dateline(context)
    for sentence in whole(context):
        if not sentence.digits or not ahead.search(sentence.text):
            continue
        mention = _future_past(sentence, published, head[0] if head else None)
        if mention is not None and _no_year(mention) and not _of_this_year(context, sentence, mention, published):
            continue
        if mention is not None:
            yield context.finding(
                sentence.start + mention.start, sentence.start + mention.end,
                f"文書の日付({published})より後の{mention.quote}の出来事が過去形で書かれている",
                f"{mention.quote} lies after the document's date ({published}) but is told as past",
                stated=mention.quote, computed=f"not after {published}", reason="the sentence tells it as done",
            )  # fmt: skip


def _future_past(sentence: Sentence, published: date, head: DateMention | None) -> DateMention | None:
    """The one date of a clause that lies after the document and is told as past; its dateline is passed over."""
    if not any((days := days_of(mention)) and days[0] > published for mention in sentence.dates):
        return None
    frame = sentence.frame
    if frame is None:
        return None
    text = frame.plain
    for char, mention in frame.dates.items():
        if char in text and _ahead_of(mention, published) and not foretold(text, char, sentence.script):
            if bound_to_done(text, char, sentence.script):
                return mention
            if _told(sentence, frame, char, published, head):
                return mention
    return None


def _ahead_of(mention: DateMention, published: date) -> bool:
    """Whether a day, month or year lies after the document, so far as it is written and not guessed."""
    days = days_of(mention)
    return (
        days is not None
        and days[0] > published
        and (len(mention.edtf) >= _MONTH or _year_of(mention))
        and ("/" not in mention.edtf or (mention.edtf.count("-") == _DASHES and (days[1] - days[0]).days <= _FEW))
        and (not _no_year(mention) or (mention.inferred and len(mention.edtf) == _DAY))
    )


def _told(sentence: Sentence, frame: Frame, char: str, published: date, head: DateMention | None) -> bool:
    """Whether the clause of a date tells it as done, with no other date that it may tell."""
    text, mention = frame.plain, frame.dates[char]
    if len(mention.edtf) < _MONTH and not year_of_done(text, char, sentence.script):
        return False
    clause = clause_of(text, char)
    others = [
        other
        for sign, other in frame.dates.items()
        if sign != char
        and sign in clause
        and not (head and sentence.start + other.start == head.start)
        and not _heads(sentence, other, mention, published)
    ]
    if not all(_of_a_thing(sentence, other, mention) for other in others):
        return False
    for sign, other in frame.dates.items():
        clause = clause.replace(sign, "2000") if other in others else clause
    return told_as_done(reckoned(_undated(clause, char, frame.dates), char, sentence.script), sentence.script)


def _year_of(mention: DateMention) -> bool:
    return mention.kind == "year" and len(mention.edtf) == len("2026")


def _heads(sentence: Sentence, other: DateMention, mention: DateMention, published: date) -> bool:
    """Whether another date of a clause is that of the document, before what the clause tells."""
    days = days_of(other)
    return (
        days is not None and days[0] == days[1] == published and other.end <= mention.start and sentence.start < _HEAD
    )


def _of_a_thing(sentence: Sentence, other: DateMention, mention: DateMention) -> bool:
    """Whether a year or a span of years behind the date belongs to a thing: the contract 2025-2029, the 2026 budget."""
    coarse = all(len(half) == 4 for half in other.edtf.split("/"))
    lead = sentence.text[max(0, other.start - 12) : other.start]
    return coarse and other.start >= mention.end and not _IN.search(lead)


_HEAD = 200
_MONTH, _DAY = len("2026-01"), len("2026-01-01")
_IN = re.compile(r"\b(?:in|en|im|since|by|from|ab|seit|bis|depuis|dès|until|vor|nach|after|before)\s\Z", re.IGNORECASE)
_THIS_YEAR = re.compile(
    r"本年|今年|올해|금년|this year|diese[sn] Jahres|cette année|de l'année en cours", re.IGNORECASE
)
_SOON, _FEW, _DASHES = 100, 10, 4
_OTHER_YEAR = re.compile(
    r"昨年|前年|去年|一昨年|同年|当時|年前|작년|지난해|전년|당시|년 전|\b(?:years?|months?) ago\b|\bil y a\b|"
    r"\bvor (?:einem|\w+) Jahr|"
    r"\b(?:last|previous|that|the same) year\b|"
    r"\b(?:Vorjahr\w*|(?:letzte|vergangene|vorige)[nsm]? Jahr\w*|l'an(?:née)? derni(?:er|ère)|l'année précédente)\b",
    re.IGNORECASE,
)
_SAME_YEAR = re.compile(r"同年|같은 해")
_LONG_BEFORE = 400


def _of_this_year(context: Context, sentence: Sentence, mention: DateMention, published: date) -> bool:
    """Whether a day without its year is one of the document's year: so called, or soon after it with no other near."""
    if _THIS_YEAR.search(mention.quote) or _THIS_YEAR.search(
        sentence.text[max(0, mention.start - 24) : mention.end + 16]
    ):
        return True
    days = days_of(mention)
    if days is None or (days[0] - published).days > _SOON:
        return False
    place = sentence.start + mention.start
    before = context.flat[max(0, place - _LONG_BEFORE) : sentence.start + len(sentence.text)]
    years = {int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", before)}
    if _SAME_YEAR.match(mention.quote):
        told = [one.edtf[:4] for one in find_dates(before, sentence.language) if not one.inferred]
        return bool(told) and {*told, *map(str, years)} == {str(published.year)}
    return not (years - {published.year}) and not _OTHER_YEAR.search(before)


def _undated(clause: str, char: str, dates: dict[str, DateMention]) -> str:
    """The clause after the dateline that it may begin with."""
    place = clause.index(char)
    heads = [clause.index(sign) for sign in dates if sign != char and sign in clause[:place]]
    return re.sub(r"\A\s*[).:–—-]*\s*", "", clause[max(heads) + 1 :]) if heads else clause


def _no_year(mention: DateMention) -> bool:
    if mention.inferred:
        return re.match(r"['’‘]\d\d", mention.quote) is None
    return not re.search(r"\d{4}|令和|[RH]\d", mention.quote)
