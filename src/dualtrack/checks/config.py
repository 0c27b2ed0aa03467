"""Settings of ``dualtrack check``: a table in TOML, and what is left out for known reasons.

``[tool.dualtrack.check]`` of the nearest ``pyproject.toml``, or ``[check]`` of the nearest ``dualtrack.toml``.
"""

import fnmatch
import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from dualtrack.checks.finding import SEVERITIES, Finding, Severity
from dualtrack.checks.rule import FAMILIES, rules
from dualtrack.checks.run import Options
from dualtrack.errors import BadInputError, DualtrackError
from dualtrack.model import Period

_KEYS = ("select", "ignore", "per-file-ignores", "severity", "as-of", "country", "baseline")


@dataclass(frozen=True, slots=True)
class Config:
    """Which rules run where.

    Attributes:
        options: The options of every file.
        per_file: Rules to leave out, by pattern of the file name.
        baseline: A file of findings that are known and accepted.
    """

    options: Options = field(default_factory=Options)
    per_file: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    baseline: Path | None = None

    def for_file(self, file: str) -> Options:
        """The options of one file."""
        extra = [
            selector
            for pattern, selectors in self.per_file.items()
            if fnmatch.fnmatch(file, pattern) or fnmatch.fnmatch(Path(file).name, pattern)
            for selector in selectors
        ]
        return replace(self.options, ignore=(*self.options.ignore, *extra)) if extra else self.options


def find_config(start: Path) -> Path | None:
    """The nearest file above ``start`` that holds settings of the checks."""
    for folder in (start, *start.parents):
        for name in ("dualtrack.toml", "pyproject.toml"):
            path = folder / name
            if path.is_file() and _table(path):
                return path
    return None


def _table(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInputError(f"The settings are not TOML: {error}", mend="Correct the file.", file=str(path)) from None
    table = (
        data.get("check") if path.name == "dualtrack.toml" else data.get("tool", {}).get("dualtrack", {}).get("check")
    )
    return table if isinstance(table, dict) else {}


def load_config(path: Path) -> Config:
    """The settings of a file.

    Raises:
        BadInputError: It is no TOML, or a key, rule, severity or date in it is unknown; the error names it.
    """
    table = _table(path)
    facts = {"file": str(path)}
    for key in table:
        if key not in _KEYS:
            raise BadInputError(
                f"There is no setting '{key}' of the checks", mend=f"Use one of {', '.join(_KEYS)}.", **facts
            )
    options = Options(
        select=selectors(table.get("select", ()), **facts),
        ignore=selectors(table.get("ignore", ()), **facts),
        severities=_severities(table.get("severity", {}), facts),
        as_of=day_of(str(table["as-of"]), **facts) if "as-of" in table else None,
        country=str(table["country"]) if "country" in table else None,
    )
    per_file = {
        pattern: selectors(value, **facts) for pattern, value in dict(table.get("per-file-ignores", {})).items()
    }
    baseline = path.parent / str(table["baseline"]) if "baseline" in table else None
    return Config(options, per_file, baseline)


def selectors(names: Iterable[str] | str, **facts: object) -> tuple[str, ...]:
    """Names of rules, checked.

    Raises:
        BadInputError: A name is no code, beginning of a code, family or ``ALL``.
    """
    parts = [part.strip() for name in ([names] if isinstance(names, str) else names) for part in name.split(",")]
    found = [part if part == "ALL" or part.lower() in FAMILIES else part.upper() for part in parts if part]
    for name in found:
        if name != "ALL" and name.lower() not in FAMILIES and not any(code.startswith(name) for code in rules()):
            raise BadInputError(
                f"No rule is called '{name}'",
                mend="Give a code such as DT101, its beginning, a family or ALL.",
                **facts,
            )
    return tuple(found)


def _severities(table: Mapping[str, str], facts: Mapping[str, object]) -> dict[str, Severity]:
    found: dict[str, Severity] = {}
    for name, severity in table.items():
        (key,) = selectors(name, **facts)
        if severity not in SEVERITIES:
            raise BadInputError(f"'{severity}' is no severity", mend=f"Use one of {', '.join(SEVERITIES)}.", **facts)
        for code, rule in rules().items():
            if rule.matches([key]):
                found[code] = severity
    return found


def day_of(text: str, **facts: object) -> date:
    """The last day of a date in EDTF.

    Raises:
        BadInputError: It is no date, or has no end.
    """
    try:
        upper = Period(text).upper
    except DualtrackError:
        upper = None
    if upper is None:
        raise BadInputError(f"'{text}' is no day", mend="Write a date such as 2026-01-31.", **facts)
    return upper


def write_baseline(path: Path, findings: Iterable[Finding]) -> int:
    """Write the findings as known; returns how many."""
    counts = Counter(finding.key() for finding in findings)
    entries = [
        {"file": file, "rule": rule, "quote": quote, "count": count}
        for (file, rule, quote), count in sorted(counts.items())
    ]
    path.write_text(
        json.dumps({"version": 1, "findings": entries}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    return sum(counts.values())


def without_known(findings: Iterable[Finding], path: Path) -> list[Finding]:
    """The findings that are not in a baseline file; one known finding covers as many as were counted.

    Raises:
        BadInputError: The file is absent or is no baseline.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        known = Counter(
            {(entry["file"], entry["rule"], entry["quote"]): int(entry["count"]) for entry in data["findings"]}
        )
    except (OSError, ValueError, KeyError, TypeError):
        raise BadInputError(
            "The baseline cannot be read", mend="Make it with --write-baseline.", file=str(path)
        ) from None
    kept: list[Finding] = []
    for finding in findings:
        if known[finding.key()] > 0:
            known[finding.key()] -= 1
        else:
            kept.append(finding)
    return kept
