"""What has gone stale: plans whose day has passed on the day the document is read."""

import re
from collections.abc import Iterator

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.finding import Finding
from dualtrack.checks.stretches import days_of
from dualtrack.checks.rule import rule
from dualtrack.extraction.dates import DateMention
from dualtrack.model import Text

_AHEAD = re.compile(
    r"\b(?:will|shall|plans? to|planned|planning to|scheduled|due|expected|expects? to|intends? to|aims? to|to be "
    r"(?:confirmed|announced|decided|published|launched|completed|held|"
    r"appointed|determined|signed|adopted|established|introduced)|upcoming|forthcoming|is to|are to|by the end of|no "
    r"later than|deadline|"
    r"wird|werden|soll(?:en)?|geplant|vorgesehen|voraussichtlich|spätestens|bis Ende|sera|seront|prévue?s?|prévoit|"
    r"devrait|devraient|d'ici|au plus tard|doit être)\b|"
    r"\bby (?=(?:early |late |mid-)?(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|20\d\d|Q[1-4]|spring|summer|autumn|the end|\d{1,2} [A-Z]))|"
    r"予定|見込み|見込む|見通し|までに|計画(?:である|だ|中|を(?:立|発表|策))|目指す|方針|開催される|예정|계획이다|"
    r"전망|까지|목표|预计|计划于|计划在|将于|将在|拟于|之前",
    re.IGNORECASE,
)
_PENDING = re.compile(
    r"\bTBC\b|\bTBD\b|\bTBA\b|\bto be (?:confirmed|announced|decided|determined)\b|\bpending (?:confirmation|"
    r"approval|ratification)\b|\bawaiting (?:confirmation|approval)\b|"
    r"未定|調整中|承認待ち|検討中|未了|미정|협의 중|조율 중|noch (?:offen|nicht bestätigt)|wird noch bekannt|à "
    r"confirmer|à déterminer|待定|"
    r"尚未确定",
    re.IGNORECASE,
)
_AFTER = re.compile(r"^\s?(?:以降|onwards?|and beyond|이후|以后|起)", re.IGNORECASE)


@rule(
    "DT1001",
    family="stale",
    severity="warning",
    title=Text(ja="期日を過ぎた予定", en="A plan whose day has passed"),
    explanation=Text(
        ja="「予定」「までに」などの文で、日付の最後の日が --as-of の日より前のもの。--as-of を与えたときだけ働く。",
        en="A sentence that plans or expects something for a day that lies before --as-of. Works only where --as-of "
        "is given.",
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
    for sentence in (*context.statements, *context.cells):
        if (not sentence.digits and not re.search(r"\b(?:by|until) [A-Z]", sentence.text)) or not _AHEAD.search(
            sentence.text
        ):
            continue
        mention = _planned_for(sentence)
        days = days_of(mention) if mention else None
        if mention is not None and days is not None and days[1] < day:
            yield context.finding(
                sentence.start + mention.start,
                sentence.start + mention.end,
                f"{mention.quote}の予定は{day}の時点で過ぎている",
                f"What was planned for {mention.quote} lies in the past on {day}",
                stated=mention.quote,
                computed=f"passed by {day}",
                reason=f"the last day it may be is {days[1]}",
            )


def _planned_for(sentence: Sentence) -> DateMention | None:
    """The date that the plan is for: the one nearest to the planning word, after it or before."""
    dates = [
        mention
        for mention in sentence.dates
        if days_of(mention) and not _AFTER.match(sentence.text[mention.end : mention.end + 8])
    ]
    found = _AHEAD.search(sentence.text)
    if not dates or found is None:
        return None
    if sentence.script == "latin":
        later = [mention for mention in dates if mention.end >= found.start()]
        if later:
            return max(later, key=lambda mention: days_of(mention)[1])  # type: ignore[index]
        near = [mention for mention in dates if found.start() - mention.end < 40]
        return near[-1] if near else None
    words = list(_AHEAD.finditer(sentence.text))
    before = [mention for mention in dates if mention.end <= words[-1].end()]
    return max(before, key=lambda mention: days_of(mention)[1]) if before else None  # type: ignore[index]


@rule(
    "DT1002",
    family="stale",
    severity="note",
    title=Text(ja="未定・承認待ちのままの記述", en="Something still to be confirmed"),
    explanation=Text(
        ja="文書の日付から180日を過ぎて読まれる「未定」「TBC」。--as-of を与え、文書の日付が分かるときだけ働く。",
        en="'TBC' and the like in a document read more than 180 days after its date. Works only where --as-of is "
        "given and the document's date is known.",
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
    """Things left open long ago."""
    if context.as_of is None or context.published is None or (context.as_of - context.published).days <= 180:
        return
    for match in _PENDING.finditer(context.flat):
        yield context.finding(
            match.start(),
            match.end(),
            f"「{match.group()}」は{context.published}の時点の記述である",
            f"'{match.group()}' was so on {context.published}",
            stated=match.group(),
            computed=f"{(context.as_of - context.published).days} days ago",
            reason="look up what became of it",
        )


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
