"""Claims of a document that differ from accepted records of the evidence base; it never says which is right."""

from collections.abc import Iterator

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.rule import rule
from dualtrack.model import Text


@rule(
    "DT1101",
    family="contradiction",
    severity="warning",
    title=Text(ja="証拠ベースの記録と食い違う", en="Differs from an accepted record"),
    explanation=Text(
        ja="同じ施策を名指す文の日付・金額を、証拠ベースの承認済みの記録と比べる。どちらが正しいかは言わず、"
        "両方を出典とともに示す。--base を与えたときだけ働く。",
        en="Compares the date or amount of a sentence that names an initiative with the accepted records on it. "
        "Shows both with their sources and never says which is right. "
        "Works only where --base is given.",
    ),
    wrong=Text(
        ja="(--base) 英国は2025年6月22日に6,400万ポンドのグローバル人材基金の設立を発表した。",
        en="(--base) On 22 June 2025 the UK launched the £64 million Global Talent Fund.",
    ),
    right=Text(
        ja="(--base) 英国は2025年6月22日に5,400万ポンドのグローバル人材基金の設立を発表した。",
        en="(--base) On 22 June 2025 the UK launched the £54 million Global Talent Fund.",
    ),
)
def records(context: Context) -> Iterator[Finding]:
    """Sentences against records."""
    if context.base is None:
        return
    from dualtrack.checks.claims import differing

    yield from differing(context)
