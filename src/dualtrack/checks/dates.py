"""Dates that cannot be, as written: no such day, another weekday, another era."""

import re
from collections.abc import Iterator
from datetime import date

from dualtrack.checks.context import Context, Sentence, once
from dualtrack.checks.eras import HINT, era_faults
from dualtrack.checks.finding import Finding
from dualtrack.checks.hints import Hint
from dualtrack.checks.rule import rule
from dualtrack.checks.whole import whole
from dualtrack.extraction.dates import DateFault, find_date_faults
from dualtrack.model import Text

_DOUBTFUL = Hint(
    r"(?<![\d０-９])(?:29|[3-9]\d|2９|[３-９][０-９]|0?0(?=[月日./-]))(?![\d０-９])|(?:1[3-9]|[2-9]\d)月|三十|二十九|"
    r"日\s?[(（、,]?\s?[月火水木金土日]|[(（][月火水木金土日]|曜|"
    r"[월화수목금토일](?:요일|[)）])|星期|周[一二三四五六日天]|礼拜|令和|平成|昭和|大正|明治|[mtshr]\d|民[国國]|"
    r"\b(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim)(?:\b|[a-z]*day|"
    r"[a-z]*tag|[a-z]*di\b)|mittwoch|sonnabend|mardi|mercredi|"
    r"thirti|dreißig|trente|reiwa|heisei|sh[oō]wa|taish[oō]|meiji|레이와|헤이세이|쇼와|다이쇼|메이지"
)
"""What a fault of a date has: a day past the 28th, a weekday, an era; other dates are not read again."""
_WORDED = Hint("[十〇一]|thirt|dreißig|trente|[０-９]")


def faults(context: Context, kind: str) -> Iterator[tuple[int, DateFault]]:
    """The faults of one kind, each with the offset of its sentence."""
    return ((start, fault) for start, fault in _all(context) if fault.kind == kind)


@once
def _all(context: Context) -> list[tuple[int, DateFault]]:
    return [
        (sentence.start, fault)
        for sentence in (*whole(context), *context.cells)
        if (sentence.digits or sentence.has(_WORDED)) and sentence.has(_DOUBTFUL)
        for fault in _of(sentence)
    ]


def _of(sentence: Sentence) -> Iterator[DateFault]:
    language = "ja" if _JAPANESE_ERA.search(sentence.text) else sentence.language
    yield from find_date_faults(sentence.text, language, sentence.context.published, sentence.context.country)
    if HINT.search(sentence.text):
        yield from era_faults(sentence.text)


_JAPANESE_ERA = re.compile("令和|平成|昭和|大正|明治")


def _finding(context: Context, start: int, fault: DateFault, ja: str, en: str, reason: str) -> Finding:
    return context.finding(
        start + fault.start, start + fault.end, ja, en, stated=fault.stated, computed=fault.expected, reason=reason
    )


@rule(
    "DT501",
    family="date",
    severity="error",
    title=Text(ja="存在しない日付", en="A day that does not exist"),
    explanation=Text(
        ja="2月30日、平年の2月29日、13月など、暦にない日付。",
        en="30 February, 29 February of a common year, a thirteenth month: no day of the calendar.",
    ),
    wrong=Text(ja="会合は2025年2月30日に開かれた。", en="The meeting was held on 30 February 2025."),
    right=Text(ja="会合は2025年2月28日に開かれた。", en="The meeting was held on 28 February 2025."),
)
def impossible(context: Context) -> Iterator[Finding]:
    """Days that no calendar has."""
    for start, fault in faults(context, "impossible-date"):
        yield _finding(
            context,
            start,
            fault,
            f"「{fault.quote}」という日はない",
            f"There is no such day as '{fault.quote}'",
            "the calendar has no such day",
        )


_WEEKDAYS = (
    ("月曜日", "Monday"), ("火曜日", "Tuesday"), ("水曜日", "Wednesday"), ("木曜日", "Thursday"), ("金曜日", "Friday"),
    ("土曜日", "Saturday"), ("日曜日", "Sunday"),
)  # fmt: skip


@rule(
    "DT502",
    family="date",
    severity="error",
    title=Text(ja="曜日が日付と合わない", en="The weekday does not match the date"),
    explanation=Text(ja="年月日の曜日を暦から求めて比べる。", en="Compares the stated weekday with the calendar's."),
    wrong=Text(ja="2025年6月27日(月)に公表した。", en="It was published on Monday, 27 June 2025."),
    right=Text(ja="2025年6月27日(金)に公表した。", en="It was published on Friday, 27 June 2025."),
)
def weekday(context: Context) -> Iterator[Finding]:
    """Weekdays against dates."""
    for start, fault in faults(context, "weekday-mismatch"):
        yield _finding(
            context, start, fault,
            f"「{fault.quote}」の曜日は{_weekday(fault.expected, 0)}である", f"'{fault.quote}' falls on a "
                f"{_weekday(fault.expected, 1)}",
            "weekday by the Gregorian calendar",
        )  # fmt: skip


def _weekday(expected: str, language: int) -> str:
    for names in _WEEKDAYS:
        if expected.lower().startswith(names[1].lower()) or expected.startswith(names[0][0]):
            return names[language]
    return _WEEKDAYS[int(expected)][language] if expected.isdigit() and int(expected) < 7 else expected


@rule(
    "DT503",
    family="date",
    severity="error",
    title=Text(ja="元号と西暦が合わない", en="The era does not match the western year"),
    explanation=Text(
        ja="「令和7年(2024年)」のように併記された元号年と西暦年を比べる。",
        en="Compares a regnal year with the western year written beside it.",
    ),
    wrong=Text(ja="令和7年(2024年)6月に改定した。", en="It was revised in Reiwa 7 (2024)."),
    right=Text(ja="令和7年(2025年)6月に改定した。", en="It was revised in Reiwa 7 (2025)."),
)
def era(context: Context) -> Iterator[Finding]:
    """Eras against western years."""
    for start, fault in faults(context, "era-mismatch"):
        yield _finding(
            context, start, fault,
            f"「{fault.quote}」の西暦は{fault.expected}年である", f"'{fault.quote}': the western year is "
                f"{fault.expected}", "the cabinet orders that named the eras",
        )  # fmt: skip


def _explained(context: Context, start: int, fault: DateFault) -> bool:
    """Whether a year past its era's end is told in the new era's years, too: 「平成32年度末」(改元後の令和2年度末)."""
    begin, end = start + fault.start, start + fault.end
    near = context.flat[max(0, begin - 40) : end + 60]
    regnal = int(re.sub(r"\D", "", fault.stated) or 0)
    new = f"令和{regnal - 30}年" if fault.stated.startswith("平成") else ""
    if "改元" in near or (new and new in near) or (regnal == 31 and "令和元年" in near):
        return True
    named = re.search(r"\b(?:Reiwa|레이와) ?(\d{1,2})", near)
    return named is not None and fault.stated.startswith(("Heisei", "헤이세이")) and int(named[1]) == regnal - 30


_HEISEI_KNOWN_TO_END = date(2019, 4, 1)


@rule(
    "DT504",
    family="date",
    severity="warning",
    title=Text(ja="元号の終わりより後の年", en="A regnal year past the end of its era"),
    explanation=Text(
        ja="平成32年のように、終わった元号の存在しない年。改元が公表された2019年4月1日より前の文書は対象外。",
        en="A year that an era never had (Heisei 32). Documents from before 1 April 2019, when the change of era was "
        "announced, are left alone.",
    ),
    wrong=Text(ja="平成32年に改定する。", en="It was revised in Heisei 32."),
    right=Text(ja="令和2年に改定する。", en="It was revised in Reiwa 2."),
)
def era_past(context: Context) -> Iterator[Finding]:
    """Regnal years that never were."""
    if context.published is not None and context.published < _HEISEI_KNOWN_TO_END:
        return
    for start, fault in faults(context, "era-past-end"):
        if _explained(context, start, fault):
            continue
        yield _finding(
            context, start, fault,
            f"「{fault.quote}」はない(元号は{fault.expected}に終わった)", f"There is no '{fault.quote}': the era "
                f"ended on "
                f"{fault.expected}",
            "the cabinet orders that named the eras",
        )  # fmt: skip
