"""The seed deck, and the real policy texts: every finding at warning or above was looked at by a person."""

from dualtrack.checks import check_document
from dualtrack.reading import read
from support import seed_path, shared_data


def test_the_seed() -> None:
    found = {(one.rule, one.severity, one.quote) for one in check_document(read(seed_path()))}
    assert ("DT101", "note", "$130M→$162M(24.7%") in found
    assert ("DT101", "note", "$21Billion→$34Billion(61%") in found
    assert ("DT802", "warning", "https://www.ist.go.jp/all/event/2024/20250203.html") in found
    assert ("DT1301", "warning", "$$900M") in found
    assert [rule for rule, severity, _ in found if rule == "DT402" and severity == "note"]
    assert len(found) == 5 and not any(severity == "error" for _, severity, _ in found)


LOOKED_AT = {("DT902", "Challenge National Campion Awards Ceremony")}
"""The publisher's own slip for 'Champion'."""


def test_the_policy_texts() -> None:
    found = set()
    for path in sorted((shared_data("policy-texts") / "whitehouse").glob("*.md")):
        found |= {(one.rule, one.quote) for one in check_document(read(path)) if one.fails}
    assert found == LOOKED_AT
