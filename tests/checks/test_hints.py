"""Hints tell of a sentence what a search of its whole text would tell."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dualtrack.checks.context import Context
from dualtrack.checks.hints import Hint, _alternatives, _gathered
from dualtrack.checks.plain import document_of
from dualtrack.checks.rule import rules

WITHIN_ONE_WORD = Hint(r"\bfrom\b|percent|[%→]|(?<!\d)29(?!\d)|減|から")


@given(
    st.lists(
        st.sampled_from(("from", "From,", "fromage", "29", "129", "Percentage", "5%", "の減", "か ら", "から", "x"))
    )
)
def test_the_words_tell_what_a_search_of_the_sentence_tells(words: list[str]) -> None:
    context = Context(document_of("- " + " ".join(words)))
    for sentence in context.sentences:
        assert sentence.has(WITHIN_ONE_WORD) == bool(re.search(WITHIN_ONE_WORD.pattern, sentence.text.lower()))


def test_a_script_without_blanks_is_searched_whole() -> None:
    (sentence,) = Context(document_of("予算は の減 となった")).sentences
    assert sentence.has(Hint("の減 と"))


@given(st.text(alphabet=st.characters(max_codepoint=0x24F, exclude_categories=("C", "Z")), max_size=12))
def test_words_in_latin_letters_lose_nothing_by_the_shorter_pattern(word: str) -> None:
    rules()
    for hint in Hint.known():
        assert (hint.latin.search(word) is None) == (hint.pattern.search(word) is None)


def test_shorter_patterns_find_what_the_rules_look_for() -> None:
    rules()
    for word in ("29", "30", "percent", "12%", "from", "total", "each", "years", "vergleich", "moitié", "→", "–3"):
        assert any(hint.latin.search(word) for hint in Hint.known())


PIECES = st.lists(st.sampled_from(("a", "b", r"\b", "^", "ab?", "a+", "[ab]", "(?:a|b)", r"-", "b{2}")), max_size=4)


@given(st.lists(PIECES.map("".join), min_size=1, max_size=6), st.text(alphabet="ab-", max_size=6))
def test_alternatives_gathered_by_their_beginnings_find_the_same(alternatives: list[str], word: str) -> None:
    plain = re.compile("|".join(alternatives))
    gathered = re.compile(_gathered(_alternatives(plain.pattern)))
    assert (gathered.search(word) is None) == (plain.search(word) is None)
