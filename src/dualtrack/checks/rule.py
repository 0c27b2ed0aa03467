"""The registry of rules: a rule is one function with a code, a family, and an explanation that teaches."""

import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dualtrack.checks.finding import Finding, Severity
from dualtrack.errors import BadInputError
from dualtrack.model import Text

if TYPE_CHECKING:
    from dualtrack.checks.context import Context

FAMILIES: dict[str, Text] = {
    "change": Text(ja="増減", en="changes between two amounts"),
    "sum": Text(ja="合計と内訳", en="totals and their parts"),
    "share": Text(ja="割合", en="shares of a whole"),
    "conversion": Text(ja="通貨換算", en="conversions between currencies"),
    "date": Text(ja="日付", en="dates"),
    "period": Text(ja="期間", en="periods"),
    "order": Text(ja="前後関係", en="the order of events"),
    "link": Text(ja="リンク", en="links"),
    "name": Text(ja="名称", en="names"),
    "stale": Text(ja="期日を過ぎた記述", en="what has gone stale"),
    "contradiction": Text(ja="記録との食い違い", en="contradictions with the evidence base"),
    "citation": Text(ja="出典", en="citations and footnotes"),
    "amount": Text(ja="金額の書き方", en="how amounts are written"),
}
"""The families in the order of their codes: the family of DT301 is the third."""

_MODULES = (
    "change", "change_words", "change_table", "total", "total_list", "total_table", "each", "share", "share_list",
    "share_table", "conversion", "dates", "period", "period_ends", "period_phases", "anniversary", "extension", "order",
    "summary", "link", "acronym", "name", "known_name", "long_form", "short_form", "two_forms", "blocks", "person",
    "named", "other_short",
    "stale", "contradiction", "citation", "amount",
)  # fmt: skip

Check = Callable[["Context"], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        code: Stable name, ``DT`` with the family's number and two digits.
        family: Key of ``FAMILIES``.
        severity: Severity of its findings unless the finding says otherwise.
        title: What it looks for.
        explanation: Why, and what it leaves alone.
        wrong: Texts in which it finds something, by language.
        right: The same texts mended.
        check: The function.
        default: Whether it runs unless asked not to.
    """

    code: str
    family: str
    severity: Severity
    title: Text
    explanation: Text
    wrong: Text
    right: Text
    check: Check
    default: bool = True

    def matches(self, selectors: Iterable[str]) -> bool:
        """Whether a selector names it: its code, the beginning of its code, its family, or ``ALL``."""
        return any(
            selector == "ALL" or self.code.startswith(selector.upper()) or selector.lower() == self.family
            for selector in selectors
        )


_RULES: dict[str, Rule] = {}


def rule(
    code: str,
    *,
    family: str,
    severity: Severity,
    title: Text,
    explanation: Text,
    wrong: Text,
    right: Text,
    default: bool = True,
) -> Callable[[Check], Check]:
    """Declare the function below it as a rule; the arguments are the attributes of ``Rule``."""
    if family not in FAMILIES or code in _RULES:
        raise BadInputError(f"The rule {code} of the family '{family}' cannot be declared", mend="Use a free code.")

    def register(check: Check) -> Check:
        _RULES[code] = Rule(code, family, severity, title, explanation, wrong, right, check, default)
        return check

    return register


@lru_cache(maxsize=1)
def rules() -> dict[str, Rule]:
    """All rules by code, in the order of their codes."""
    for module in _MODULES:
        importlib.import_module(f"dualtrack.checks.{module}")
    return dict(sorted(_RULES.items(), key=lambda entry: (len(entry[0]), entry[0])))


def rule_of(code: str) -> Rule:
    """The rule with this code.

    Raises:
        BadInputError: There is none.
    """
    found = rules().get(code.upper())
    if found is None:
        raise BadInputError(f"There is no rule '{code}'", mend="See `dualtrack check --rules` for the list.")
    return found
