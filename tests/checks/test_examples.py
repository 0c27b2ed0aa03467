"""Every rule finds its wrong examples and leaves its right ones alone, in both languages; the page of the rules is complete."""

import re
from datetime import date

import pytest

from dualtrack.checks import Finding, Options, check_document, rules
from dualtrack.checks.page import page
from dualtrack.checks.report import explanation
from dualtrack.reading import read

_AS_OF = re.compile(r"\(--as-of (\S+)\)\s?")
ELSEWHERE = {"DT804", "DT1003", "DT1101"}
"""Rules whose examples need a network or an evidence base; they have tests of their own."""
EXAMPLES = [(code, language) for code in rules() for language in ("ja", "en") if code not in ELSEWHERE]


def findings(code: str, text: str) -> list[Finding]:
    asked = _AS_OF.match(text)
    options = Options(select=(code,), as_of=date.fromisoformat(asked[1]) if asked else None)
    source = _AS_OF.sub("", text)
    return check_document(read(source.encode(), name="example.md"), options, source)


@pytest.mark.parametrize(("code", "language"), EXAMPLES)
def test_the_wrong_example_is_found_and_the_right_one_is_not(code: str, language: str) -> None:
    rule = rules()[code]
    found = findings(code, rule.wrong.get(language) or "")
    assert [one.rule for one in found][:1] == [code]
    assert found[0].severity == rule.severity
    assert found[0].message.ja and found[0].message.en
    assert findings(code, rule.right.get(language) or "") == []


@pytest.mark.parametrize("code", rules())
def test_explain_teaches_in_both_languages(code: str) -> None:
    rule = rules()[code]
    for language in ("ja", "en"):
        text = explanation(rule, language)
        assert rule.code in text and (rule.wrong.get(language) or "").splitlines()[0] in text
    assert f"## {code}\n" in page()


def test_codes_go_by_family() -> None:
    from dualtrack.checks import FAMILIES

    numbers = {family: number for number, family in enumerate(FAMILIES, 1)}
    assert all(rule.code[2:-2] == str(numbers[rule.family]) for rule in rules().values())
