"""What holds of every format: offsets, facts, refusal in words, and what is told."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import BadInputError
from dualtrack.reading import SUPPORTED, Limits, ReadingError, read, sniff

MARKS = st.sampled_from(
    ["# ", "## ", "- ", "* ", "・", "● ", "1. ", "|", "|---|---|", "\t", "\n", "\n\n", "\n\n\n\n", "**", "_", "`", "```\n", "<b>", "</b>", "<table>",
     "<tr><td>", "---\n", "出典:", "※", "©2025 X", "\\", "[a](b)", "![", "<!--", "-->", "&amp;", "\f", "あ", "한국", "text ", "2025年6月", "\u3000", "\x00", "\ud7ff"]
)  # fmt: skip


@given(
    st.lists(st.one_of(MARKS, st.text(max_size=8)), max_size=60), st.sampled_from(["a.md", "a.txt", "a.csv", "a.tsv"])
)
def test_offsets_are_exact_whatever_the_text(parts, name):
    data = "".join(parts).encode("utf-8", errors="replace")
    try:
        document = read(data, name=name)
    except ReadingError:
        return
    for passage in document.passages:
        assert document.text[passage.start : passage.end] == passage.text
        assert passage.text and passage.text == passage.text.strip()
    assert [p.start for p in document.passages] == sorted(p.start for p in document.passages)


def test_the_bytes_are_named_by_their_hash():
    data = b"Some words.\n"
    assert read(data, name="a.txt").sha256 == hashlib.sha256(data).hexdigest()


def test_what_is_given_goes_before_what_the_file_says():
    data = b"---\ntitle: T\ndate: 2024-05-06\nsource_url: https://example.org/x\npublisher: File\n---\nText here.\n"
    document = read(data, name="a.md", url="https://given.org/", publisher="Given", published="2025-01")
    assert (document.url, document.publisher, document.published.edtf, document.published_from) == (
        "https://given.org/", "Given", "2025-01", "given",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "edtf", "how"),
    [
        ("Title\n\nPublished: 5 March 2024\n\nText.", "2024-03-05", "text"),
        ("Title\n\nJune 26, 2025\n\nText.", "2025-06-26", "text"),
        ("題名\n\n令和7年6月26日\n\n本文", "2025-06-26", "text"),
        ("제목\n\n2025년 6월 26일\n\n본문", "2025-06-26", "text"),
        ("Titel\n\n26. Juni 2025\n\nText.", "2025-06-26", "text"),
        ("Titre\n\nPublié le 26 juin 2025\n\nTexte.", "2025-06-26", "text"),
        ("標題\n\n2025年6月\n\n本文", "2025-06", "text"),
    ],
)
def test_the_date_on_the_cover(text, edtf, how):
    document = read(text.encode(), name="a.txt")
    assert (document.published.edtf, document.published_from) == (edtf, how)


def test_the_date_in_the_address():
    document = read(b"Some words without a date.", name="a.txt", url="https://example.org/news/2025/06/26/item.html")
    assert (document.published.edtf, document.published_from) == ("2025-06-26", "url")


def test_a_date_inside_a_sentence_is_not_the_publication_date():
    assert read(b"The act of 5 March 2024 was amended by the parliament later on.", name="a.txt").published is None


@pytest.mark.parametrize("data", [b"", b"   \n\n", b"\xef\xbb\xbf", b"\x00\x00\x00"])
def test_an_empty_file_is_refused(data):
    with pytest.raises(ReadingError, match="empty"):
        read(data, name="a.txt")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "image/png"),
        (b"PK\x03\x04" + b"0" * 50, "ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 50, "before 2007"),
        (b"\x1f\x8b" + b"0" * 50, "gzip"),
        (bytes(range(256)) * 40, "not text"),
        (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><svg>&b;</svg>", "SVG"),
    ],
)
def test_what_is_no_document_is_refused_in_words(data, words):
    with pytest.raises(ReadingError, match=words) as refusal:
        read(data)
    assert refusal.value.mend


def test_the_error_names_the_file(tmp_path):
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.4\nnothing")
    with pytest.raises(ReadingError) as refusal:
        read(path)
    assert refusal.value.facts["file"] == "broken.pdf"


def test_a_missing_file_and_a_wrong_date_are_told(tmp_path):
    with pytest.raises(BadInputError, match="cannot be opened"):
        read(tmp_path / "none.pdf")
    with pytest.raises(BadInputError):
        read(b"text", published="soon")


def test_too_large_a_file_is_refused():
    with pytest.raises(ReadingError, match="too large"):
        read(b"x" * 100, limits=Limits(size=50))


def test_bytes_win_over_name_and_claim():
    document = read(
        b"<!doctype html><html><body><p>Some text here.</p></body></html>", name="a.pdf", media_type="application/pdf"
    )
    assert document.media_type == "text/html"
    assert any("said to be application/pdf" in signal for signal in document.signals)
    assert any("name ends" in signal for signal in document.signals)


def test_sniffing_text():
    assert sniff(b"a,b\n1,2\n", "t.csv") == "text/csv"
    assert sniff(b"# Title\n\nText", "t.txt") == "text/markdown"
    assert sniff(b"Just words.", "t.txt") == "text/plain"
    assert sniff(b"Just words.", "t.md") == "text/markdown"
    assert set(SUPPORTED) >= {"application/pdf", "text/html", "text/markdown", "text/plain", "text/csv"}


def test_languages_of_passages():
    text = (
        "米国は研究協力を強化する。\n\nThe ministry agreed to extend the programme of research.\n\n"
        "한국과 유럽연합은 협력을 강화한다.\n\nDie Regierung hat die Förderung der Forschung beschlossen.\n\n"
        "Le gouvernement a annoncé une stratégie pour les universités.\n\n"
        "中国和欧盟加强科技合作，发布研究安全政策。\n\nEl gobierno anunció una estrategia para las universidades del país.\n\nxyzzy qwrt"
    )
    document = read(text.encode(), name="a.txt")
    assert [p.language for p in document.passages] == ["ja", "en", "ko", "de", "fr", "zh", "es", ""]


def test_bare_kanji_in_a_japanese_document_is_japanese():
    document = read(
        "科学技術政策局\n\n米国の政策についての説明である。\n\n研究開発の動向をまとめた。".encode(), name="a.txt"
    )
    assert {p.language for p in document.passages} == {"ja"}


SAMPLES = {
    "ja": "米国と日本は研究セキュリティに関する協力を強化する。科学技術振興機構が2025年6月に公表した。",
    "ko": "한국과 유럽연합은 과학기술 협력을 강화하기로 하였다. 연구보안 정책을 발표했다.",
    "zh": "中国和欧盟加强科技合作，发布研究安全政策。国家自然科学基金委员会的项目。",
    "tw": "臺灣與歐盟加強科技合作，發布研究安全政策。國家科學及技術委員會的計畫。",
    "de": "Die Förderung der Forschung beträgt 5 Mrd. € für größere Maßnahmen in Übersee.",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("ja", "shift_jis"), ("ja", "euc_jp"), ("ja", "iso2022_jp"), ("ja", "utf-8-sig"), ("ja", "utf-16"), ("ja", "utf-16-le"), ("ja", "utf-16-be"),
        ("ko", "euc_kr"), ("ko", "utf-16-le"), ("ko", "utf-16-be"), ("zh", "gb2312"), ("zh", "gb18030"), ("zh", "utf-16-be"), ("tw", "big5"),
        ("tw", "utf-16-le"), ("de", "cp1252"), ("de", "utf-16"), ("de", "utf-16-be"), ("ja", "utf-32-le"), ("de", "utf-32"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("times", [1, 40])
def test_encodings_are_read_right(language, encoding, times):
    text = "\n\n".join([SAMPLES[language]] * times)
    document = read(text.encode(encoding), name="a.txt")
    assert document.passages[0].text == SAMPLES[language]
    assert len(document.passages) == times


def test_a_short_japanese_table_in_shift_jis():
    document = read('機関,予算額\nNSF,"1,200"\n'.encode("cp932"), name="a.csv")
    assert [p.text for p in document.passages] == ["機関", "予算額", "NSF", "1,200"]
    assert any("cp932" in signal for signal in document.signals)


def test_an_encoding_that_cannot_be_told_is_refused():
    with pytest.raises(ReadingError):
        read(bytes([0xFF, 0x80, 0xFA, 0x81, 0x20] * 200), name="a.txt")


def test_plain_text_with_numbered_headings_and_tab_tables():
    text = "1. Background\n\nSome text of the part.\n\nAgency\t2024\t2025\nNSF\t8\t7\nNIH\t47\t27\n\nSource: budget office\n"
    document = read(text.encode(), name="a.txt")
    assert document.passages[0].kind == "heading"
    cell = next(p for p in document.passages if p.text == "27")
    assert (cell.row_head, cell.column_heads, cell.headings) == ("NIH", ("2025",), ("1. Background",))
    assert document.passages[-1].kind == "source line"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("出典:OECD", "source line"), ("資料：文部科学省", "source line"), ("Source: OECD", "source line"), ("Quelle: BMBF", "source line"),
        ("Source : Insee", "source line"), ("출처: 과기정통부", "source line"), ("来源：科技部", "source line"), ("(出典) 内閣府", "source line"),
        ("※ 速報値", "footnote"), ("注1) 会計年度", "footnote"), ("Note: provisional", "footnote"), ("*1 The request", "footnote"),
        ("図1 研究費の推移", "caption"), ("Table 2: Budgets", "caption"), ("Abbildung 3: Ausgaben", "caption"), ("표 1. 예산", "caption"),
        ("図書館は開いている。", "paragraph"), ("Table manners matter.", "paragraph"), ("参考になる話である。", "paragraph"), ("表1億円の予算", "paragraph"),
    ],
)  # fmt: skip
def test_kinds_of_lines(line, kind):
    assert read(f"Words before it.\n\n{line}\n".encode(), name="a.txt").passages[1].kind == kind
