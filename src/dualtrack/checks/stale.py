"""What has gone stale: plans whose day has passed on the day the document is read."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from dualtrack.checks.ahead import AHEAD, DROPPED, KEPT, PENDING, SCHEDULED
from dualtrack.checks.context import Context, Sentence, once
from dualtrack.checks.events import ALL_EVENTS
from dualtrack.checks.finding import Finding
from dualtrack.checks.hints import Hint
from dualtrack.checks.rule import rule
from dualtrack.checks.stretches import days_of
from dualtrack.checks.telling import content
from dualtrack.checks.tense import clause_of, looks_back, told_as_done
from dualtrack.checks.whole import whole
from dualtrack.extraction.dates import DateMention, find_dates
from dualtrack.model import Text

_BACK_BEFORE = re.compile(
    r"\b(?:seit|since|depuis|dated|Stand:?|as of|in der Fassung vom)(?: dem| le| the)? *\Z|(?:\bOrder \d+|"
    r"\bMemorandum \d+|\bNo\.? ?[\d/-]+|\bAct|\bOrder|\bMemorandum|\bRegulation|\bDirective|\bDecision|\bLaw|\bGesetz|"
    r"\bloi)(?: of| for| de| du| von| vom|,)? \Z|"
    r"(?<!\bbe )(?<!\bbeen )(?<!être )(?<!sera )(?<!seront )\b(?!planned|scheduled|expected|slated|due|needed|prévu|"
    r"attendu|programmé|geplant|vorgesehen|erwartet)"
    r"(?:adopted|signed|launched|published|founded|established|created|agreed|approved|begun|started|presented|built|"
    r"set up|made|issued|announced|gained|"
    r"beschlossen\w*|verabschiedet\w*|gegründet\w*|vorgelegt\w*|gestartet\w*|adoptée?s?|lancée?s?|signée?s?|créée?s?|"
    r"publiée?s?|approuvée?s?|conclue?s?) "
    r"(?:(?:back )?(?:in|on|im|am|en|le|of|early|late) ?(?:the )?)?\Z",
    re.IGNORECASE,
)
_BACK_AFTER = re.compile(
    r"(?:に|、)?[^。、]{0,24}?(?:した|された|始まった|行われた)(?!い)|에? ?[^.,]{0,24}?(?:[한된](?=\s)|했던|되었던|"
    r"발표한)|\s(?:\w+(?:ene|te|"
    r"ierte)[nrms]?) |年?(?:签署|发布|通过|成立)的|"
    r" (?:was|were|has been|have been|had)\b"
)
_AFTER = re.compile(r"^\s?(?:以降|onwards?|and beyond|이후|以后|起)", re.IGNORECASE)


@rule(
    "DT1001",
    family="stale",
    severity="warning",
    title=Text(ja="期日を過ぎた予定", en="A plan whose day has passed"),
    explanation=Text(
        ja="「予定」「までに」などの文で、日付の最後の日が --as-of の日より前のもの。--as-of を与えたときだけ働く。"
        "文書の日付が分かれば、それより後の日を現在形で述べる文も見て、それより前の日は経緯とみる。",
        en="A sentence that plans or expects something for a day that lies before --as-of. Works only where --as-of "
        "is given. Where the document's date is known, what the present tense sets for a later day counts too, and "
        "earlier days are taken for history.",
    ),
    wrong=Text(
        ja="(--as-of 2026-01-01) 組織再編は2025年7月1日に実施される予定である。",
        en="(--as-of 2026-01-01) The reorganisation is planned for 1 July 2025.",
    ),
    right=Text(
        ja="(--as-of 2026-01-01) 組織再編は2026年7月1日に実施される予定である。",
        en="(--as-of 2026-01-01) The reorganisation is planned for 1 July 2026.",
    ),
)
def passed(context: Context) -> Iterator[Finding]:
    """Plans that lie in the past of the reader."""
    day = context.as_of
    if day is None:
        return
    sentences = whole(context)
    for index, sentence in enumerate((*sentences, *context.cells)):
        dates = _past_dates(context, sentence, day)
        mention = _overdue(context, sentence, dates, day) if dates else None
        days = days_of(mention) if mention else None
        if mention is None or days is None or (index < len(sentences) and _came(context, index, day)):
            continue
        yield context.finding(
            sentence.start + mention.start,
            sentence.start + mention.end,
            f"{mention.quote}の予定は{day}の時点で過ぎている",
            f"What was planned for {mention.quote} lies in the past on {day}",
            stated=mention.quote,
            computed=f"passed by {day}",
            reason=f"the last day it may be is {days[1]}",
        )


def _past_dates(context: Context, sentence: Sentence, day: date) -> list[DateMention]:
    """The dates of a sentence if one of them has passed that lay ahead of the text.

    A month or year without figures is read where the day of the text is known.
    """
    if sentence.digits:
        found = sentence.dates
    elif context.published is not None and sentence.has(_MONTH) and AHEAD.search(sentence.text):
        found = find_dates(sentence.text, sentence.language, context.published, context.country)
    else:
        return []
    return found if any(_due(mention, context.published, day) for mention in found) else []


def _due(mention: DateMention, written: date | None, day: date) -> bool:
    """Whether a date has passed on a day, and had not when the text was written."""
    days = days_of(mention)
    return days is not None and days[1] < day and (written is None or written <= days[1])


_MONTH = Hint(
    r"^\W*(?:januar|februar|march|april|may|june|july|august|september|october|november|december|märz|mai|juni|juli|"
    r"oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|years?|jahr|"
    r"jahres|(?:l['’])?année)\b|"
    r"年[内度]|来[年春夏秋]|今[年春夏秋冬]|연[말내]|내년|올해|年底|明年"
)


def _overdue(context: Context, sentence: Sentence, dates: Sequence[DateMention], day: date) -> DateMention | None:
    """The first plan of a sentence whose day has passed: in words of planning, else scheduled after the text's day."""
    written = context.published
    for one in _plans(sentence, dates, AHEAD):
        if _due(one, written, day):
            return one
    for one in _plans(sentence, dates, SCHEDULED) if written else ():
        if _due(one, written, day) and written not in (days_of(one) or ()) and len(one.edtf) > len("2026"):
            return one
    return None


def _plans(sentence: Sentence, dates: Sequence[DateMention], words: re.Pattern[str]) -> Iterator[DateMention]:
    """The days that the clauses of a sentence plan for; plans told as kept, missed or dropped are left out."""
    start = 0
    for stop in (*_CLAUSE.finditer(sentence.text), None):
        end = stop.start() if stop else len(sentence.text)
        clause = sentence.text[start:end]
        if words.search(clause) and not DROPPED.search(clause) and not KEPT.search(clause):
            mention = _planned_for(sentence, dates, words, start, end)
            if mention is not None and not _kept_here(sentence.text[:end], mention, dates):
                yield mention
        start = stop.end() if stop else end


_CLAUSE = re.compile(r"[;；]|(?<=[。])")


def _kept_here(text: str, plan: DateMention, dates: Sequence[DateMention]) -> bool:
    """Whether a clause goes on to tell the plan as done, on a day not before the planned time began."""
    if not _DONE.search(text, plan.end):
        return False
    begun = (days_of(plan) or (date.max,))[0]
    near = date.fromordinal(max(1, begun.toordinal() - _EARLY))
    return any(one.start > plan.end and (days := days_of(one)) is not None and days[1] >= near for one in dates)


_EARLY = 40
"""Days by which a thing may be done before its time."""
_DONE = re.compile(
    r"\b(?:was|were|has been|have been|wurden?|worden|a été|ont été|est parue?|sont parue?s)\b|済み|済んだ|"
    r"(?:した|された)(?=[。、]|$)|(?:했다|됐다|되었다|하였다|완료)",
    re.IGNORECASE,
)


def _came(context: Context, index: int, day: date) -> bool:
    """Whether a later sentence tells what became of a plan: the next that it was kept, or one the same as done."""
    sentences = whole(context)
    sentence = sentences[index]
    kinds = [pattern for pattern in ALL_EVENTS.values() if pattern.search(sentence.text)]
    for other in sentences[index + 1 : index + 2]:
        here = other.passage is sentence.passage
        if here and (KEPT.search(other.text) or _IT_WAS.match(other.text)):
            return True
        if here and any(pattern.search(other.text) for pattern in kinds) and _done_before(other, day):
            return True
    words = content(sentence) if kinds else frozenset()
    return any(
        any(pattern.search(other.text) for pattern in kinds) and words & content(other) and _done_before(other, day)
        for other in sentences[index + 1 : index + _REACH]
    )


_REACH = 6
_IT_WAS = re.compile(r"\W*(?:It|This|Es|Dies\w*|Il|Elle|これ|同|이|该)\w*\b.{0,40}\b(?:was|were|has|wurde|a été)\b")


def _done_before(sentence: Sentence, day: date) -> bool:
    """Whether a sentence tells as done something dated before a day."""
    frame = sentence.frame if sentence.digits else None
    if frame is None:
        return False
    for char, mention in frame.dates.items():
        days = days_of(mention)
        told = days is not None and days[0] < day and char in frame.plain
        if told and told_as_done(clause_of(frame.plain, char), sentence.script):
            return True
    return False


def _looks_back(text: str, mention: DateMention, start: int) -> bool:
    """Whether a date tells when a thing came about, or is its year: the plan made in 2021, the 2025 figures."""
    after = _BACK_AFTER.match(text, mention.end)
    if after is not None and not AHEAD.search(after.group()):
        return True
    if text[mention.start - 1 : mention.start] in ("(", "（") and text[mention.end : mention.end + 1] in (")", "）"):
        return True
    lead = text[max(start, mention.start - 120) : mention.start].replace("\n", " ")
    ahead = [match.end() for match in AHEAD.finditer(lead)]
    if looks_back(lead[ahead[-1] if ahead else 0 :]):
        return True
    if _SINCE.search(lead):
        return True
    named = len(mention.edtf) in (4, 7) and _ATTRIBUTIVE.search(lead) is not None and not _HOSTED.search(lead)
    planned = AHEAD.match(text, mention.end + 1) is not None or _BY_THE.search(lead) is not None
    return named and not planned and _NOUN_NEXT.match(text, mention.end) is not None


_BY_THE = re.compile(
    r"\b(?:by the|d['’]ici (?:la|le)|avant (?:la|le)|bis (?:zum|zur)|vor (?:dem|der)) \Z", re.IGNORECASE
)
_SINCE = re.compile(
    r"\b(?:bringing|taking|raising) [^.;]{3,40} in \Z|"
    r"\b(?:issued|made|published|signed|adopted|taken|enacted) (?:between|from) (?:[^.;]{4,40})?\Z",
    re.IGNORECASE,
)
_HOSTED = re.compile(
    r"\b(?:host|hold|convene|attend|join|organi[sz]e|launch|publish|release)\b[^.;]{0,24}\Z", re.IGNORECASE
)
_NOUN_NEXT = re.compile(
    r"\s(?:and|und|et) (?:[A-Z][a-zé]+ )?(?:19|20)\d\d\s[a-z]|"
    r"\s['\"“‘«*_]*(?!(?:to|for|and|or|in|on|at|by|with|as|that|which|the|a|an|of|from|into|deadline|target|date|"
    r"milestone|Frist|Ziel|échéance|objectif)\b)[A-Za-zÀ-ÿ]"
)
_ATTRIBUTIVE = re.compile(
    r"\b(?:the|its|our|their|this|an?|der|die|das|le|la|les|des|du)\s(?:[A-Z][a-z]+ (?:19|20)\d\d (?:and|und|et) )?\Z",
    re.IGNORECASE,
)


def _planned_for(
    sentence: Sentence, told: Sequence[DateMention], words: re.Pattern[str], start: int, end: int
) -> DateMention | None:
    """The date that the plan of a clause is for: the one nearest to the planning word, after it or before."""
    text = sentence.text
    dates = [
        mention
        for mention in told
        if start <= mention.start < end
        and days_of(mention)
        and not _AFTER.match(text[mention.end : mention.end + 8])
        and not _BACK_BEFORE.search(text[max(start, mention.start - 40) : mention.start])
        and not _looks_back(text, mention, start)
    ]
    found = words.search(text, start, end)
    if not dates or found is None:
        return None
    if sentence.script == "latin" or (sentence.script == "han" and sentence.language == "zh"):
        later = [mention for mention in dates if mention.end >= found.start()]
        if later:
            return max(later, key=lambda mention: days_of(mention)[1])  # type: ignore[index]
        near = [mention for mention in dates if found.start() - mention.end < 40]
        return near[-1] if near else None
    last = list(words.finditer(text, start, end))[-1]
    before = [mention for mention in dates if mention.end <= last.end()]
    return max(before, key=lambda mention: days_of(mention)[1]) if before else None  # type: ignore[index]


@rule(
    "DT1002",
    family="stale",
    severity="note",
    title=Text(ja="未定・承認待ちのままの記述", en="Something still to be confirmed"),
    explanation=Text(
        ja="文書の日付から180日を過ぎて読まれる「未定」「TBC」。--as-of を与え、文書の日付が分かるときだけ働く。"
        "隣り合う「日時:」などの期日が過ぎていれば警告とする。",
        en="'TBC' and the like in a document read more than 180 days after its date. Works only where --as-of is "
        "given and the document's date is known. Beside a labelled day (Date: …) that has passed it is a warning.",
    ),
    wrong=Text(
        ja="(--as-of 2026-01-01)\n---\ndate: 2025-05-26\n---\n\n最高技術責任者は承認待ちである。",
        en="(--as-of 2026-01-01)\n---\ndate: 2025-05-26\n---\n\nThe chief technology officer is awaiting confirmation.",
    ),
    right=Text(
        ja="(--as-of 2025-06-01)\n---\ndate: 2025-05-26\n---\n\n最高技術責任者は承認待ちである。",
        en="(--as-of 2025-06-01)\n---\ndate: 2025-05-26\n---\n\nThe chief technology officer is awaiting confirmation.",
    ),
)
def pending(context: Context) -> Iterator[Finding]:
    """Things left open long ago, or for a day that has passed."""
    day = context.as_of
    if day is None:
        return
    old = context.published is not None and (day - context.published).days > 180
    for sentence, match in _open(context):
        place, end = sentence.start + match.start(), sentence.start + match.end()
        passed_on = _event_day(context, place, day) or _beside(context, sentence, day)
        if not old and passed_on is None:
            continue
        told = context.published if passed_on is None else passed_on.quote
        days = f"{(day - context.published).days} days ago" if old and context.published else f"passed by {day}"
        yield context.finding(
            place,
            end,
            f"「{match.group()}」とあるが、{told}は過ぎている"
            if passed_on
            else f"「{match.group()}」は{told}の時点の記述である",
            f"'{match.group()}' stands beside {told}, which has passed"
            if passed_on
            else f"'{match.group()}' was so on {told}",
            stated=match.group(),
            computed=days,
            reason="look up what became of it",
            severity="warning" if passed_on else None,
        )


_EVENT_LABEL = re.compile(
    r"(?:日時|日程|開催日|会期|期日|期間|実施日|締切|\bDate|\bDates|\bWhen|\bDatum|\bTermin|\bZeit(?:raum)?|\bQuand|"
    r"일시|일정|기간|개최일|时间|"
    r"日期)\s*[:：]\s*"
    r"(?:\w+,? )?(?:den |le |the )?\Z",
    re.IGNORECASE,
)


_FAR = 4000
"""Longer than sentences are."""


@once
def _in_order(context: Context) -> tuple[list[Sentence], list[int]]:
    """Sentences and cells in order of place, and where they start."""
    found = sorted((*whole(context), *context.cells), key=lambda sentence: sentence.start)
    return found, [sentence.start for sentence in found]


def _event_day(context: Context, place: int, day: date) -> DateMention | None:
    """The labelled day of an event in the paragraph or the lines beside a place, where all of them have passed."""
    found: list[DateMention] = []
    sentences, starts = _in_order(context)
    for sentence in sentences[bisect_left(starts, place - _FAR) : bisect_left(starts, place + 200)]:
        near = sentence.start - 200 < place < sentence.start + len(sentence.text) + 300
        if (
            not near
            or not sentence.digits
            or "\n\n" in context.flat[min(sentence.start, place) : max(sentence.start, place)]
        ):
            continue
        found += [
            mention
            for mention in sentence.dates
            if _EVENT_LABEL.search(sentence.text[max(0, mention.start - 24) : mention.start])
        ]
    ends = [days[1] for mention in found if (days := days_of(mention))]
    return found[0] if ends and max(ends) < day else None


def _open(context: Context) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """What is said to be open, with its sentence."""
    for sentence in (*whole(context), *context.cells):
        if sentence.has(_OPEN):
            yield from ((sentence, match) for match in PENDING.finditer(sentence.text))


_OPEN = Hint(
    r"^\W*tb[acd]\b|confirm|announc|decid|determin|^pending|^awaiting|^\W*noch\b|abstimmung|définition|préciser|"
    r"encore|known|"
    r"未定|調整中|追って|承認待|検討中|未了|미정|협의|조율|추후|待定|尚未"
)


def _beside(context: Context, sentence: Sentence, day: date) -> DateMention | None:
    """The one date of a sentence, if it has passed and lay ahead when the text was written."""
    written = context.published
    if written is None or len(sentence.dates) != 1 or DROPPED.search(sentence.text):
        return None
    mention = sentence.dates[0]
    return mention if _due(mention, written, day) and not _looks_back(sentence.text, mention, 0) else None


@rule(
    "DT1003",
    family="stale",
    severity="warning",
    title=Text(ja="より新しい値が知られている指標", en="An indicator with a newer value known"),
    explanation=Text(
        ja="文が一つの指標・主体・時点の値を述べ、証拠ベースに同じ指標・主体のより新しい時点の値があるもの。"
        "文書がより新しい値も述べていれば、古い値は経緯とみて何も言わない。"
        "--base を与えたときだけ働く。",
        en="A sentence gives one figure of an indicator, of one subject and one date, and the evidence base has one "
        "of a later period. Earlier figures beside a later one are history and are left alone. Works only where "
        "--base is given.",
    ),
    wrong=Text(
        ja="(--base) 2019年の韓国の研究開発費の対GDP比は4.6％である。",
        en="(--base) In 2019 the R&D intensity of Korea was 4.6%.",
    ),
    right=Text(
        ja="(--base) 2021年の韓国の研究開発費の対GDP比は4.9％である。",
        en="(--base) In 2021 the R&D intensity of Korea was 4.9%.",
    ),
)
def newer(context: Context) -> Iterator[Finding]:
    """Figures that the evidence base has overtaken."""
    if context.base is None:
        return
    from dualtrack.checks.outdated import overtaken

    yield from overtaken(context)
