"""How amounts are written: slips of typing that change or blur an amount."""

import re
from collections.abc import Iterator

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.rule import rule
from dualtrack.model import Text

_DOUBLED = re.compile(
    r"(?P<sign>\${2,}|€{2,}|£{2,}|¥{2,}|￥{2,}|₩{2,})\s?\d[\d.,]*(?:\s?(?:[BMKbmk]n?\b|million|billion|億|万))?|"
    r"\d\s?(?P<percent>%%|％％|%％)(?![\w%])|"
    r"\d\s?(?P<unit>億億|万万|兆兆|円円|ドルドル|억억|원원|(?:million million|billion billion|percent percent|"
    r"Millionen Millionen)\b)",
)
_TWICE = (
    "$$", "€€", "££", "¥¥", "￥￥", "₩₩", "%%", "％％", "%％", "億億", "万万",
    "兆兆", "円円", "ドルドル", "억억", "원원",
    "million million", "billion billion", "percent percent", "Millionen Millionen",
)  # fmt: skip
"""What is there where anything is doubled, found without the pattern."""
_FORMULA = re.compile(r"\$\$[^$\n]*[\\=^_{}][^$]*\$\$|\$\$\s*$", re.MULTILINE)


@rule(
    "DT1301",
    family="amount",
    severity="warning",
    title=Text(ja="通貨記号や単位の重複", en="A doubled currency sign or unit"),
    explanation=Text(
        ja="「$$900M」「10%%」「5億億円」のように記号や単位が二重のもの。数式は対象外。",
        en="'$$900M', '10%%': a sign or unit written twice. Formulas are left alone.",
    ),
    wrong=Text(ja="予算は$$900Mから減った。", en="The programme falls from $$900M."),
    right=Text(ja="予算は$900Mから減った。", en="The programme falls from $900M."),
)
def doubled(context: Context) -> Iterator[Finding]:
    """Signs and units written twice."""
    text = context.flat
    if not any(twice in text for twice in _TWICE):
        return
    formulas = [match.span() for match in _FORMULA.finditer(text)] if "$$" in text else []
    for match in _DOUBLED.finditer(text):
        if any(start <= match.start() < end for start, end in formulas):
            continue
        twice = match["sign"] or match["percent"] or match["unit"]
        right = match.group().replace(twice, twice[: len(twice) // 2].strip() or twice[0])
        yield context.finding(
            match.start(), match.end(), f"「{twice}」が重複している", f"'{twice}' is written twice",
            stated=match.group(), computed=right, reason="the sign or unit is needed once",
        )  # fmt: skip
