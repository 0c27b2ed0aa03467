"""The order of events: nothing is told as past that lies after the document, and a summary dates as the body does."""

import re
from collections.abc import Iterator
from datetime import date

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.finding import Finding
from dualtrack.checks.frame import DATE
from dualtrack.checks.stretches import days_of
from dualtrack.checks.rule import rule
from dualtrack.checks.wording import words
from dualtrack.extraction.dates import DateMention
from dualtrack.model import Passage, Text

_FUTURE = re.compile(
    r"\b(?:will|would|shall|should|may|might|could|can|plans?|planned|planning|scheduled|due|expected|expects?|"
    r"intends?|intended|aims?|aimed|target(?:s|ed)?|"
    r"propose[sd]?|upcoming|forthcoming|deadline|until|by|through|if|to be|is to|are to|forecast|anticipated|from|"
    r"onwards?|effective|ahead of|before|"
    r"wird|werden|würde|soll(?:en|te|ten)?|geplant|plant|vorgesehen|voraussichtlich|bis|ab|will|möchte|künftig|"
    r"sera|seront|serait|doit|doivent|devrait|devraient|prévu\w*|prévoit|d'ici|jusqu\w*|à partir|va|vont|envisage\w*|"
    r"compter)\b|"
    r"予定|見込|まで|計画|目指|方針|予想|見通し|以降|開催され?る|する見|期限|締切|目標|から|にも|予測|想定|"
    r"예정|계획|까지|전망|목표|방침|부터|이후|것으로|하기로|기로|预计|计划|将|拟|目标|之前|起",
    re.IGNORECASE,
)
_DONE = (
    r"signed|adopted|launched|held|met|published|issued|opened|took place|entered into force|was|were|has|have|had|"
    r"approved|concluded|"
    r"established|agreed|announced|released|visited|hosted|joined|left|withdrew|ratified|appointed|inaugurated|"
    r"convened|presented|unveiled|decided|"
    r"awarded|created|founded|completed|began|started|ended|passed|enacted|came into force|gave|delivered|submitted|"
    r"reached|made|took"
)
_LATIN_FIRST = re.compile(
    rf"^\W*(?:on|in|at|le|am|im|en|El)?\s*(?:early |late |mid-)?{DATE},? (?:[\w.'’&()-]+,? ){{0,12}}?(?:{_DONE}|"
    rf"unterzeichne\w+|verabschiede\w+|beschloss\w*|wurde\w*|hat|haben|fand\w*|"
    rf"eröffne\w+|veröffentlich\w+|trat\w*|einigten|a|ont|s'est|se sont|fut|signa|adopta)\b",
    re.IGNORECASE,
)
_LATIN_LAST = re.compile(
    rf"\b(?:signed|adopted|launched|held|published|issued|opened|took place|entered into force|came into force|met|"
    rf"approved|concluded|established|ratified|inaugurated|convened|completed|enacted|"
    rf"unterzeichnet|verabschiedet|fand|eröffnet|veröffentlicht|in Kraft getreten|trat|signée?s?|adoptée?s?|"
    rf"lancée?s?|publiée?s?|entrée?s? en vigueur|tenue?s?|inaugurée?s?)"
    rf"(?: [\w'’-]+){{0,6}}? (?:on|in|am|le|en) (?:early |late |mid-)?{DATE}",
    re.IGNORECASE,
)
_LATIN_MIDDLE = re.compile(
    rf"\b(?:wurde\w*|hat|haben|fand\w*) (?:[\w-]+ ){{0,4}}?(?:am|im) {DATE}(?: [\w-]+){{0,9}}? (?:unterzeichnet|"
    rf"verabschiedet|statt|eröffnet|veröffentlicht|beschlossen|gestartet|abgeschlossen|vorgestellt|eingerichtet|"
    rf"gegründet)\b",
    re.IGNORECASE,
)
_JA = re.compile(
    rf"{DATE}(?:に|、|の|には|付で|付けで)?[^\uf000-\uf8ff。]{{0,70}}?(?:した|された|った|いた|行われた|始まった|"
    rf"なった|れた|んだ|発表|署名|採択|合意|開催|締結|設立|"
    rf"施行)(?=[。\s]|$|。|、|が、)"
)
_KO = re.compile(
    rf"{DATE}(?:에|,|,)?[^\uf000-\uf8ff.]{{0,70}}?(?:했다|하였다|됐다|되었다|했습니다|되었습니다|열렸다|맺었다|"
    rf"였다|었다|갔다)"
)
_ZH = re.compile(rf"{DATE}[,,]?[^\uf000-\uf8ff。]{{0,50}}?(?:了|签署|通过|发布|举行|生效|成立)")


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
    published = context.published
    if published is None:
        return
    ahead = re.compile(
        rf"(?:{'|'.join(str(year) for year in range(published.year, published.year + 12))})|令和|月|월|[A-Z][a-zé]"
    )
    for sentence in context.statements:
        if not sentence.digits or not ahead.search(sentence.text):
            continue
        mention = _future_past(sentence, published)
        if mention is not None:
            yield context.finding(
                sentence.start + mention.start, sentence.start + mention.end,
                f"文書の日付({published})より後の{mention.quote}の出来事が過去形で書かれている",
                f"{mention.quote} lies after the document's date ({published}) but is told as past",
                stated=mention.quote, computed=f"not after {published}", reason="the sentence tells it as done",
            )  # fmt: skip


def _future_past(sentence: Sentence, published: date) -> DateMention | None:
    frame = sentence.frame
    if frame is None or len(frame.dates) != 1:
        return None
    mention = next(iter(frame.dates.values()))
    days = days_of(mention)
    if days is None or days[0] <= published or "/" in (mention.edtf or "") or _no_year(mention):
        return None
    text = frame.plain
    if _FUTURE.search(text):
        return None
    patterns = {"ja": (_JA,), "ko": (_KO,), "han": (_ZH, _JA), "latin": (_LATIN_FIRST, _LATIN_LAST, _LATIN_MIDDLE)}[
        sentence.script
    ]
    return mention if any(pattern.search(text) for pattern in patterns) else None


def _no_year(mention: DateMention) -> bool:
    return mention.inferred or not re.search(r"\d{4}|令和", mention.quote)


_SUMMARY = re.compile(
    r"summary|abstract|key points|at a glance|overview|highlights|要旨|概要|要約|ポイント|サマリー|まとめ|요약|"
    r"개요|Zusammenfassung|"
    r"Überblick|résumé|synthèse|摘要|概述",
    re.IGNORECASE,
)
_OPENED = re.compile(rf"\W{{0,4}}(?:{_SUMMARY.pattern})\W{{0,4}}[:：]", re.IGNORECASE)
_EVENT_WORDS = {
    "sign": r"\bsign(?:ed|s|ing|ature)\b|署名|締結|서명|체결|unterzeichn|signé|signature|签署",
    "adopt": r"\badopt(?:ed|s|ion)\b|採択|채택|verabschied|adopté|adoption|通过",
    "launch": r"\blaunch(?:ed|es)?\b|\bstarted\b|\bbegan\b|開始|発足|立ち上げ|出범|시작|gestartet|begann|lancé|"
    r"lancement|启动",
    "publish": r"\bpublish(?:ed|es)?\b|\breleased\b|\bissued\b|公表|発表|발표|veröffentlicht|publié|发布",
    "hold": r"\bheld\b|\btook place\b|\bmet\b|開催|개최|열렸|stattgefunden|fand|tenue?|s'est réuni|举行",
    "force": r"\bentered into force\b|\btook effect\b|発効|施行|발효|in Kraft|entrée? en vigueur|生效",
    "establish": r"\bestablish(?:ed|es)?\b|\bfounded\b|\bcreated\b|設立|創設|설립|gegründet|créé|fondé|成立",
}
EVENTS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _EVENT_WORDS.items()}
_TOKEN = re.compile(r"[A-Z][\w-]+|[\u4e00-\u9fff]{2}|[ァ-ヴー]{3,}|[가-힣]{2,}")
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_COMMON = words(
    "The On In It This A An Am Im Der Die Das Le La Les En Summary January February March April May June July August "
    "September October November December"
)


@rule(
    "DT702",
    family="order",
    severity="warning",
    title=Text(ja="要旨と本文で出来事の日付が違う", en="The summary dates an event otherwise than the body"),
    explanation=Text(
        ja="要旨(概要、サマリー)と本文の、同じ語が並ぶ同じ出来事の文で日付が食い違う。",
        en="A sentence of the summary and one of the body tell the same event in much the same words, with different "
        "dates.",
    ),
    wrong=Text(
        ja="# 概要\n\n日印科学技術協力協定は2025年3月3日に署名された。\n\n# "
        "本文\n\n日印科学技術協力協定は2025年3月5日に東京で署名された。",
        en="# Summary\n\nThe Japan-India Science Agreement was signed on 3 March 2025.\n\n# Background\n\nThe "
        "Japan-India Science Agreement was signed on 5 March 2025 in Tokyo.",
    ),
    right=Text(
        ja="# 概要\n\n日印科学技術協力協定は2025年3月に署名された。\n\n# "
        "本文\n\n日印科学技術協力協定は2025年3月5日に東京で署名された。",
        en="# Summary\n\nThe Japan-India Science Agreement was signed in March 2025.\n\n# Background\n\nThe "
        "Japan-India Science Agreement was signed on 5 March 2025 in Tokyo.",
    ),
)
def summary(context: Context) -> Iterator[Finding]:
    """Events that the summary and the body date differently."""
    inside = {id(passage) for passage in context.passages if _is_summary(passage)}
    if not inside:
        return
    told = [
        (sentence, event, mention)
        for sentence in context.sentences
        if sentence.digits
        for event, mention in _events(sentence)
    ]
    heads = [one for one in told if id(one[0].passage) in inside]
    for sentence, event, mention in heads:
        for other, what, when in told:
            if (
                what == event
                and id(other.passage) not in inside
                and _disagree(mention, when)
                and _alike(sentence.text, other.text)
            ):
                yield context.finding(
                    sentence.start + mention.start, sentence.start + mention.end,
                    f"要旨では{mention.quote}、本文では{when.quote}とある", f"The summary says {mention.quote}, "
                        f"the body "
                        f"{when.quote}",
                    stated=mention.quote, computed=when.quote, reason=f"the same event in the body: "
                        f"{other.text.strip()[:120]}",
                )  # fmt: skip
                break


def _is_summary(passage: Passage) -> bool:
    """Whether a passage belongs to the summary: under a heading of that name, or opened by the word."""
    return any(_SUMMARY.search(heading) for heading in passage.headings[-1:]) or _OPENED.match(passage.text) is not None


def _events(sentence: Sentence) -> Iterator[tuple[str, DateMention]]:
    names = [name for name, pattern in EVENTS.items() if pattern.search(sentence.text)]
    mentions = [
        mention
        for mention in sentence.dates
        if not mention.inferred and days_of(mention) and "/" not in (mention.edtf or "")
    ]
    if len(mentions) == 1:
        yield from ((name, mentions[0]) for name in names)


def _disagree(one: DateMention, other: DateMention) -> bool:
    a, b = days_of(one), days_of(other)
    return a is not None and b is not None and (a[1] < b[0] or b[1] < a[0])


def _alike(one: str, other: str) -> bool:
    """Whether two sentences name the same things: most of the names of the shorter are in the longer."""
    a, b = (set(_TOKEN.findall(text)) - _COMMON for text in (one, other))
    small, large = sorted((a, b), key=len)
    if len(small) < 2:
        a, b = (set(_LONG_WORD.findall(text.lower())) for text in (one, other))
        small, large = sorted((a, b), key=len)
        return len(small) >= 4 and len(small & large) / len(small) >= 0.8
    return len(small & large) / len(small) >= 0.7
