"""A proofreader for policy figures: rules on documents and records, each with a code, a message and an explanation."""

from dualtrack.checks.config import Config, day_of, find_config, load_config, selectors, without_known, write_baseline
from dualtrack.checks.finding import SEVERITIES, Finding, Severity
from dualtrack.checks.inline import without_ignored
from dualtrack.checks.records import check_record, check_records
from dualtrack.checks.rule import FAMILIES, Rule, rule_of, rules
from dualtrack.checks.run import Options, check_document, check_text

__all__ = [
    "FAMILIES",
    "SEVERITIES",
    "Config",
    "Finding",
    "Options",
    "Rule",
    "Severity",
    "check_document",
    "check_record",
    "check_records",
    "check_text",
    "day_of",
    "find_config",
    "load_config",
    "rule_of",
    "rules",
    "selectors",
    "without_ignored",
    "without_known",
    "write_baseline",
]
