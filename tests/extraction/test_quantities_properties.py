import json

from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.extraction import find_quantities
from dualtrack.extraction.wraps import Unwrapped

LANGUAGES = ("ja", "en", "ko", "zh", "de", "fr", "es", None)
PIECES = st.sampled_from(
    [
        *"0123456789０９,.，．'’ \n\t-−–~〜→%％$€£¥₩()（）[]元円원억조만천百千万億兆分割成半倍点・多余超",
        *(
            "million",
            "bn",
            "Mrd.",
            "milliard",
            " d'euros",
            "USD",
            "EUR",
            " to ",
            " and ",
            " half",
            "two",
            "hundred",
            "percent",
        ),
        *(
            "ポンド",
            "ドル",
            "以上",
            "約",
            "増",
            "減",
            "から",
            "年間",
            "달러",
            "퍼센트",
            "百分之",
            "points",
            "a year",
            "over five years",
        ),
        *(
            "zwei",
            "hundert",
            "Komma",
            "quatre-vingt",
            "virgule",
            "http://",
            "No. ",
            "单位：",
            "前年度比",
            "ﬀ",
            "İ",
            "\u2028",
            "𠮷",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join))


def check(text: str, language: str | None) -> None:
    last = 0
    for found in find_quantities(text, language):
        assert text[found.start : found.end] == found.quote
        assert last <= found.start < found.end
        last = found.end
        assert found.amount is not None
        assert found.amount.is_finite()
        assert found.upper is None or found.upper >= found.amount
        if found.gloss_of is not None:
            assert text[found.gloss_of[0] : found.gloss_of[1]] == found.gloss_quote
        assert "E" not in json.dumps([value for key, value in found.as_dict().items() if key in ("amount", "value")])


@settings(max_examples=600)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_offsets_hold_and_quantities_do_not_overlap_on_any_text(text, language):
    check(text, language)


@given(TEXTS)
def test_the_same_text_reads_the_same_twice(text):
    assert find_quantities(text, "ja") == find_quantities(text, "ja")


@given(st.text(alphabet="ab1億 \n\t|#-。", max_size=60), st.booleans())
def test_joined_lines_lead_back_to_the_original(text, spaced):
    joined = Unwrapped(text, spaced)
    for place, char in enumerate(joined.text):
        if not char.isspace():
            assert text[joined.start(place)] == char
            assert joined.end(place + 1) == joined.start(place) + 1


def test_long_runs_are_read_in_linear_steps():
    for piece in ("1", "1,", "三", "万", "一万", "$", "日 ", "two ", "http://", "quatre-vingt-", "einhundert"):
        for language in ("ja", "en", "de", "fr", "ko"):
            find_quantities(piece * 20_000, language)
