"""Changes in tables: does the column of changes follow from the two columns beside it?"""

from collections.abc import Iterator

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.rule import rule
from dualtrack.checks.tables.faults import findings
from dualtrack.model import Text


@rule(
    "DT106",
    family="change",
    severity="error",
    title=Text(ja="表の増減が前後の列と合わない", en="A change in a table does not follow from its row"),
    explanation=Text(
        ja="「前年度・今年度・増減」のような列の組で増減額・増減率を計算し直す。"
        "表の半分以上の行が合わないときは列の読み違いとみて何も言わない。",
        en="Recomputes the column of changes from the two columns it belongs to. Where half of the rows disagree the "
        "columns were misread, and it says nothing.",
    ),
    wrong=Text(
        ja="| 機関 | 2024年度 | 2025年度 | 増減率 |\n|---|---|---|---|\n| A | 100 | 120 | 20% |\n| B | 200 | 150 | "
        "-25% |\n| "
        "C | 50 | 60 | 40% |",
        en="| Body | 2024 | 2025 | Change |\n|---|---|---|---|\n| A | 100 | 120 | 20% |\n| B | 200 | 150 | -25% |\n| "
        "C | 50 | 60 | 40% |",
    ),
    right=Text(
        ja="| 機関 | 2024年度 | 2025年度 | 増減率 |\n|---|---|---|---|\n| A | 100 | 120 | 20% |\n| B | 200 | 150 | "
        "-25% |\n| "
        "C | 50 | 60 | 20% |",
        en="| Body | 2024 | 2025 | Change |\n|---|---|---|---|\n| A | 100 | 120 | 20% |\n| B | 200 | 150 | -25% |\n| "
        "C | 50 | 60 | 20% |",
    ),
)
def rows(context: Context) -> Iterator[Finding]:
    """Columns of changes."""
    return findings(context, "change")
