"""Periods whose end lies before their start: between two dates, by the verbs of one subject, under two labels."""

from collections.abc import Iterator

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.period_labels import labelled_ends
from dualtrack.checks.period_verbs import ended_before
from dualtrack.checks.rule import rule
from dualtrack.checks.stretches import reversed_spans
from dualtrack.checks.whole import whole
from dualtrack.model import Text


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
    yield from labelled_ends(context)
    for sentence in (*whole(context), *context.cells):
        if sentence.digits < 2:
            continue
        seen: list[tuple[int, int]] = []
        for start, end in (*reversed_spans(sentence), *ended_before(sentence)):
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
