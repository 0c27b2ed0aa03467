"""Proposals: sentences, predicates, roles, titles, posts, table rows; quotes stand where they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.extraction import propose
from dualtrack.extraction.proposals.objects import initiative_type
from dualtrack.extraction.proposals.sentences import sentences
from dualtrack.extraction.proposals.triggers import _lexicon, find_triggers, heads
from dualtrack.reading import read


def told(text: str, name: str = "a.txt") -> set[tuple[str, tuple[str, ...], str]]:
    document = read(text.encode(), name=name, published="2025-06-26")
    return {(a.verb, tuple(sorted(a.actors)), a.date) for a in propose(document).actions}


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("ja", "協定に署名した。基金も創設した。", 2),
        ("ja", "「合意した。」と述べた。", 2),
        ("en", "The U.S. signed it. Dr. Smith left.", 2),
        ("en", "It rose by 3.5 percent in Sept. 2024.", 1),
        ("de", "Am 5. Mai trat das Gesetz in Kraft. Es gilt z. B. für Nr. 4.", 2),
        ("fr", "Il a signé. L'art. 5 reste.", 2),
        ("ko", "협정에 서명했다. 기금을 조성했다.", 2),
        ("zh", "双方签署协议。随后举行会谈。", 2),
    ],
)
def test_sentences(language: str, text: str, count: int) -> None:
    found = sentences(text, language)
    assert len(found) == count
    assert all(text[start:end].strip() == text[start:end] for start, end in found)


@pytest.mark.parametrize(
    ("language", "text", "verbs"),
    [
        ("ja", "協定に署名した。", ["sign"]),
        ("ja", "署名式が開かれた。", []),
        ("ja", "署名した協定を公開する規定", []),
        ("ja", "協定には署名しなかった。", []),
        ("ja", "基金を創設、公募を開始(2024.4)", ["launch", "launch"]),
        ("en", "They signed a treaty.", ["sign"]),
        ("en", "They did not sign a treaty.", []),
        ("en", "the signed treaty", []),
        ("en", "It will launch a fund.", ["launch"]),
        ("de", "Sie nahm am 23. Mai 2024 eine Empfehlung zur Stärkung der Forschungssicherheit an.", ["adopt"]),
        ("fr", "Elle a lancé un programme.", ["launch"]),
        ("ko", "협정에 서명했다.", ["sign"]),
        ("ko", "협정에 서명하지 않았다.", []),
        ("zh", "双方签署了协议。", ["sign"]),
    ],
)
def test_predicates(language: str, text: str, verbs: list[str]) -> None:
    assert [trigger.verb for trigger in find_triggers(text, 0, len(text), language)] == verbs


def test_what_is_still_to_come_is_told_so() -> None:
    (trigger,) = find_triggers("来年度に基金を創設する予定。", 0, 14, "ja")
    assert trigger.planned


def test_every_form_of_the_lexicon_begins_with_a_letter() -> None:
    for forms in _lexicon().values():
        for language, some in forms.items():
            assert all("" not in heads(form, 3) for form in some), language


@pytest.mark.parametrize(
    ("form", "length", "found"),
    [("sign(?:s|ed)?", 5, {"sign", "signs", "signe"}), ("(?:re)?joint", 3, {"rej", "joi"}), ("a\\w+", 3, {"a"})],
)
def test_heads(form: str, length: int, found: set[str]) -> None:
    assert heads(form, length) == found


def test_an_agreement_is_done_by_both() -> None:
    assert told("2024年7月、英国はインドと枠組みに合意した。") == {("agree", ("GB", "IN"), "2024-07")}
    assert told("The United Kingdom and India agreed a framework in July 2024.") == {("agree", ("GB", "IN"), "2024-07")}


def test_a_passive_names_its_doer_after_by() -> None:
    text = "The fund was launched by Japan on 3 April 2024."
    assert told(text) == {("launch", ("JP",), "2024-04-03")}


def test_nobody_known_is_nobody() -> None:
    assert told("In May 2024 the village choir signed a contract.") == set()


def test_a_bullet_takes_who_acts_from_its_heading() -> None:
    text = "# 動向\n\n## 韓国\n\n- 2024年3月に国家戦略を策定した。\n"
    assert told(text, "a.md") == {("adopt", ("KR",), "2024-03")}


def test_the_year_of_a_law_is_no_date_of_a_deed() -> None:
    assert told("Japan published guidance under the Trade Expansion Act of 1962.") == set()


def test_a_table_row_tells_who_and_when() -> None:
    text = "| 年月 | 主体 | 内容 |\n|---|---|---|\n| 2023年5月18日 | 日本 | 新戦略を採択 |\n"
    assert ("adopt", ("JP",), "2023-05-18") in told(text, "a.md")


def test_posts_of_a_day() -> None:
    text = "# 人事\n\n2025年5月26日現在\n\n- OSTP局長:マイケル・クラチオス氏\n"
    assert told(text, "a.md") == {("hold", ("michael-kratsios",), "2025-05-26")} or told(text, "a.md") == set()


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("日仏科学技術協力協定", "agreement"),
        ("グローバル人材基金", "fund"),
        ("National Quantum Strategy", "strategy"),
        ("空", None),
    ],
)
def test_the_type_of_a_new_thing_is_told_by_its_noun(name: str, type_: str | None) -> None:
    assert initiative_type(name) == type_


def test_a_budget_line_keeps_baseline_and_change() -> None:
    document = read(
        "2026会計年度の予算要求を公表した。OISEは$63.7M→$12.74M(80.0%減)。".encode(),
        name="a.txt",
        published="2025-06-01",
    )
    lines = [o for o in propose(document, "US").observations if o.value.quote == "$12.74M"]
    assert lines and lines[0].baseline is not None and lines[0].baseline.quote == "$63.7M"


@given(
    st.text(
        alphabet="英国は日米韓と2024年7月に協定に署名した。合意発表、(.5) the US signed in May and von der\n#-|",
        max_size=120,
    )
)
def test_quotes_stand_where_they_say(text: str) -> None:
    document = read(("x" + text).encode(), name="a.md")
    found = propose(document)
    for proposal in (*found.actions, *found.observations):
        assert document.text[proposal.start : proposal.end] == proposal.quote
