"""Shares in tables: does a column of shares or rates follow from the columns beside it?"""

from collections.abc import Iterator

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.rule import rule
from dualtrack.checks.tables.faults import findings
from dualtrack.model import Text


@rule(
    "DT304",
    family="share",
    severity="error",
    title=Text(ja="表の割合が他の列と合わない", en="A share in a table does not follow from its row"),
    explanation=Text(
        ja="構成比・採択率などの列を、他の列の値と合計から計算し直す。"
        "列の読み方は、多くの行が合うものを採る"
        "(小さな表では見出しの語も手がかりにする)。合わない行だけを指摘し、丸めの差は注記。和が100%を超える構成比も指摘する。",
        en="Recomputes columns of shares, rates and averages from the other columns and their totals. A column is read "
        "as what most of its rows agree with (in small tables the words of the heads count too), and only the rows "
        "that disagree are told. Differences by rounding are notes. Shares of one whole beyond 100 % are told too.",
    ),
    wrong=Text(
        ja="| 分野 | 応募 | 採択 | 採択率 |\n|---|---|---|---|\n| AI | 120 | 30 | 25.0% |\n| 量子 | 80 | 16 | 20.0% |\n"
        "| 材料 | 50 | 9 | 28.0% |",
        en="| Field | Budget | Share of total |\n|---|---|---|\n| AI | 50 | 50% |\n| Quantum | 30 | 30% |\n"
        "| Chips | 20 | 25% |\n| Total | 100 | 100% |",
    ),
    right=Text(
        ja="| 分野 | 応募 | 採択 | 採択率 |\n|---|---|---|---|\n| AI | 120 | 30 | 25.0% |\n| 量子 | 80 | 16 | 20.0% |\n"
        "| 材料 | 50 | 9 | 18.0% |",
        en="| Field | Budget | Share of total |\n|---|---|---|\n| AI | 50 | 50% |\n| Quantum | 30 | 30% |\n"
        "| Chips | 20 | 20% |\n| Total | 100 | 100% |",
    ),
)
def shares(context: Context) -> Iterator[Finding]:
    """Columns of shares and rates."""
    return findings(context, "share")
