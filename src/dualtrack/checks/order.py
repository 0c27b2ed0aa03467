"""The order of events: nothing is told as past that lies after the document."""

import re
from collections.abc import Iterator
from datetime import date

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.finding import Finding
from dualtrack.checks.rule import rule
from dualtrack.checks.stretches import days_of
from dualtrack.checks.tense import clause_of, told_as_done
from dualtrack.checks.whole import dateline, issued, whole
from dualtrack.extraction.dates import DateMention
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
        days = days_of(mention)
        if (
            days is None
            or days[0] <= published
            or len(mention.edtf) < 7
            or "/" in mention.edtf
            or _no_year(mention)
            or char not in text
        ):
            continue
        clause = clause_of(text, char)
        others = [
            other
            for sign, other in frame.dates.items()
            if sign != char and sign in clause and not (head and sentence.start + other.start == head.start)
        ]
        if not others and told_as_done(_undated(clause, char, frame.dates), sentence.script):
            return mention
    return None


def _undated(clause: str, char: str, dates: dict[str, DateMention]) -> str:
    """The clause after the dateline that it may begin with."""
    place = clause.index(char)
    heads = [clause.index(sign) for sign in dates if sign != char and sign in clause[:place]]
    return re.sub(r"\A\s*[).:–—-]*\s*", "", clause[max(heads) + 1 :]) if heads else clause


def _no_year(mention: DateMention) -> bool:
    if mention.inferred:
        return re.match(r"['’‘]\d\d", mention.quote) is None
    return not re.search(r"\d{4}|令和|[RH]\d", mention.quote)
