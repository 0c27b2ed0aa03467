"""Whatever the text: exact offsets, order, valid EDTF, and no exception."""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.errors import BadInputError
from dualtrack.extraction import find_date_faults, find_dates
from dualtrack.model.period import Period

LANGUAGES = ("ja", "en", "ko", "zh", "de", "fr", "es", None)
PIECES = [
    "2025年",
    "6月",
    "26日",
    "令和7年",
    "平成31年度",
    "昨年",
    "同月",
    "翌年",
    "１２月",
    "二〇二五年",
    "十月",
    "年",
    "月",
    "日",
    "～",
    "から",
    "まで",
    "・",
    "第3四半期",
    "春",
    "頃",
    "末",
    "(木)",
    "2029-30年",
    "25年10月",
    "2025",
    "2024-05",
    "2024.4",
    "12/05/2024",
    "30",
    "May",
    "may",
    "March",
    "first",
    "of",
    "Q3",
    "H1",
    "FY2026",
    "fiscal",
    "year",
    "spring",
    "early",
    "mid-",
    "last",
    "this",
    "from",
    "to",
    "between",
    "and",
    "2021-2027",
    "1990s",
    "Monday",
    ",",
    ".",
    "-",
    "–",
    "/",
    "'",
    "1st",
    "31",
    "02",
    "0",
    "99",
    "13",
    "2월",
    "2025년",
    "회계연도",
    "작년",
    "올해",
    "지난달",
    "15일",
    "부터",
    "까지",
    "이천십육년",
    "去年",
    "民国113年",
    "第一季度",
    "上世纪80年代",
    "Januar",
    "1.",
    "im",
    "dritten",
    "Quartal",
    "Mitte",
    "letztes",
    "Jahr",
    "bis",
    "zum",
    "décembre",
    "1er",
    "trimestre",
    "l'an",
    "dernier",
    "été",
    "mi-2026",
    "http://x.y/2024/05/01",
    "\n",
    "\t",
    "(",
    ")",
    "（",
    "）",
    "🙂",
    "́",
    "\u202e",
    "²",
    "٣",
    "Ⅳ",
]
texts = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
)
references = (
    st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)) | st.sampled_from(["2025", "2025-06", "2024-02-29"])
)


@settings(max_examples=600, deadline=None)
@given(texts, st.sampled_from(LANGUAGES), references, st.sampled_from([None, "US", "GB", "JP", "AU", "XX"]))
def test_every_mention_is_a_span_with_valid_edtf(text, language, reference, country):
    end = 0
    for mention in find_dates(text, language, reference, country):
        assert text[mention.start : mention.end] == mention.quote
        assert end <= mention.start < mention.end
        end = mention.end
        parse_edtf(mention.edtf)
        Period(mention.edtf)


@settings(max_examples=300, deadline=None)
@given(texts, st.sampled_from(LANGUAGES), references)
def test_every_fault_is_a_span(text, language, reference):
    for fault in find_date_faults(text, language, reference):
        assert text[fault.start : fault.end] == fault.quote
        assert fault.kind in ("impossible-date", "weekday-mismatch", "era-mismatch", "era-past-end", "year-unknown")


@given(texts, st.sampled_from(LANGUAGES))
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(text, language):
    assert find_dates(text, language, "2025-06-26") == find_dates(text, language, "2025-06-26")


@pytest.mark.parametrize("reference", ["", "June", "25-06", "20250626x"])
def test_a_reference_that_is_no_date_is_refused(reference):
    with pytest.raises(BadInputError):
        find_dates("昨年", "ja", reference)


@pytest.mark.parametrize("piece", ["1", "1.", "年", "2025", "2025年", "May ", "二〇", "2025~", "(", "first of "])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_long_runs_are_read_to_the_end(piece, language):
    text = piece * (60_000 // len(piece))
    for mention in find_dates(text, language, "2025-06-26"):
        assert text[mention.start : mention.end] == mention.quote
