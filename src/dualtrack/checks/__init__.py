"""A proofreader for policy figures: rules on documents and records, each with a code, a message and an explanation."""

from dualtrack.checks.finding import SEVERITIES, Finding, Severity
from dualtrack.checks.rule import FAMILIES, Rule, rule_of, rules
from dualtrack.checks.run import Options, check_document, check_text

__all__ = [
    "FAMILIES",
    "SEVERITIES",
    "Finding",
    "Options",
    "Rule",
    "Severity",
    "check_document",
    "check_text",
    "rule_of",
    "rules",
]
