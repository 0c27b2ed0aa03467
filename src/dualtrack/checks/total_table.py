"""Totals of tables: does the row or column called total hold the sum of the others?"""

from collections.abc import Iterator

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.rule import rule
from dualtrack.checks.tables.faults import findings
from dualtrack.model import Text


@rule(
    "DT203",
    family="sum",
    severity="error",
    title=Text(ja="表の計が合わない", en="A total in a table is not the sum"),
    explanation=Text(
        ja="「計」「合計」「Total」の行・列を、他の行・列の和と比べる。小計、「うち」の行、率や平均の列は外し、"
        "どの読み方でも合わないときだけ指摘する。丸めの差は注記。",
        en="Compares the row or column called total with the sum of the others. Subtotals, 'of which' rows, rates "
        "and averages are understood, and it "
        "speaks only where no reading fits. Differences by rounding are notes.",
    ),
    wrong=Text(
        ja="| 分野 | 予算(億円) |\n|---|---|\n| AI | 50 |\n| 量子 | 40 |\n| 計 | 100 |",
        en="| Field | Budget |\n|---|---|\n| AI | 50 |\n| Quantum | 40 |\n| Total | 100 |",
    ),
    right=Text(
        ja="| 分野 | 予算(億円) |\n|---|---|\n| AI | 50 |\n| 量子 | 40 |\n| 計 | 90 |",
        en="| Field | Budget |\n|---|---|\n| AI | 50 |\n| Quantum | 40 |\n| Total | 90 |",
    ),
)
def totals(context: Context) -> Iterator[Finding]:
    """Total rows and columns."""
    return findings(context, "sum")
