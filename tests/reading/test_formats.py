"""PDF, PPTX, DOCX, XLSX and HTML, made with the libraries that people make them with."""

import datetime
import io
import zipfile

import docx
import openpyxl
import pptx
import pytest
from docx.oxml import parse_xml
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from tests.reading import papers

from dualtrack.errors import MissingExtraError
from dualtrack.reading import Limits, ReadingError, read


def texts(document, kind=None):
    return [passage.text for passage in document.passages if kind is None or passage.kind == kind]


def cell(document, text):
    return next(passage for passage in document.passages if passage.text == text and passage.kind == "table cell")


def saved(thing):
    buffer = io.BytesIO()
    thing.save(buffer)
    return buffer.getvalue()


# PDF


def test_pdf_report():
    document = read(papers.report_pdf(), name="report.pdf")
    assert document.title == "Research Security Review"
    assert (document.published.edtf, document.published_from) == ("2025-06-26", "text")
    assert [t for t in texts(document, "heading") if t[0].isdigit()] == [
        "1. Background",
        "1.1 Scope of the review",
        "2. Outlook",
    ]
    assert texts(document, "list item") == ["first measure of the plan", "second measure of the plan"]
    assert texts(document, "caption") == ["Table 1: Budget requests, USD billion"]
    assert texts(document, "source line") == ["Source: agency budget justifications"]
    nih = cell(document, "-40.0%")
    assert (nih.row_head, nih.column_heads, nih.row, nih.column) == ("NIH", ("Change",), 3, 4)
    assert nih.headings[-1] == "1.1 Scope of the review"
    for number in (1, 2, 3, 4):
        paragraph = next(p for p in document.passages if p.text.startswith(f"Begin{number} "))
        assert paragraph.text == papers.prose(number, 40 if number == 3 else 90)
        assert paragraph.page == 1 and paragraph.box is not None
        assert 0 <= paragraph.box.x0 < paragraph.box.x1 <= 595.3 and 0 <= paragraph.box.y0 < paragraph.box.y1 <= 841.9


def test_pdf_columns_are_read_one_after_the_other():
    document = read(papers.two_column_pdf())
    text = " ".join(texts(document, "paragraph"))
    assert text == " ".join(papers.prose(number, 80) for number in range(10, 22))
    assert document.passages[0].text == "Two Columns of Cooperation"
    assert document.pages == 2


def test_pdf_japanese():
    document = read(papers.japanese_pdf())
    assert texts(document, "heading") == ["国際連携のデュアルトラック"]
    assert document.published.edtf == "2025-06-26"
    assert document.language == "ja"
    assert (
        "米国の技術的優位性を確立するために、新たな資金調達方法、規制緩和、そして研究セキュリティ対策の強化を追求すると述べた。"
        "各国では国家安全保障戦略等でも科学技術や国際連携に言及している。"
    ) in texts(document)
    assert texts(document, "source line") == ["出典:各種公開資料を基に作成"]


def test_pdf_small_gaps_beside_kanji_are_no_spaces():
    assert texts(read(papers.mixed_letters_pdf())) == ["世界第3位のAI研究 Japan and Korea"]


def test_pdf_heads_feet_notes_and_hyphens():
    document = read(papers.headed_pdf())
    assert "Annual Report" not in document.text
    assert any("Annual Report" in signal for signal in document.signals)
    assert texts(document, "footnote") == [f"1 Footnote of page {page}, on the legal basis." for page in range(1, 7)]
    assert texts(document, "paragraph")[2] == (
        "Page3 opens with a plan for international cooperation on long-term research that the state-of-the-art "
        "laboratories of several countries will carry out together."
    )


def test_pdf_table_without_rules():
    document = read(papers.aligned_table_pdf())
    korea = cell(document, "3.3")
    assert (korea.row_head, korea.column_heads) == ("Korea", ("2023",))
    assert len(texts(document, "table cell")) == 16
    assert texts(document, "paragraph") == ["The table below gives the shares of each country in the total of papers."]


def test_pdf_slides():
    document = read(papers.slides_pdf())
    assert [(p.text, p.page) for p in document.passages if p.kind == "heading"] == [
        (f"Slide title {n}", n) for n in (1, 2, 3)
    ]
    assert texts(document, "list item")[:2] == ["point 1 of slide 1", "point 2 of slide 1"]


def test_pdf_scanned_page_is_said():
    document = read(papers.scanned_pdf())
    assert any(signal.startswith("page 2 has no text layer: looks scanned") for signal in document.signals)
    assert texts(document) == ["Text of page 1.", "Text of page 3."]


def test_scanned_pages_need_the_extra():
    with pytest.raises(MissingExtraError, match="extra 'ocr'"):
        read(papers.scanned_pdf(), ocr=True)


def test_scanned_pages_are_recognised_where_the_extra_is(tmp_path, monkeypatch):
    stand_in = (
        "class TesseractNotFoundError(Exception): pass\n"
        "def get_languages(config=''): return ['eng', 'jpn']\n"
        "def image_to_string(image, lang): return f'Recognised\\nwords {lang}.\\n\\nSecond {image.width > 1000}.'\n"
    )
    (tmp_path / "pytesseract.py").write_text(stand_in, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    document = read(papers.scanned_pdf(), ocr=True, limits=Limits(memory=1_234_567_890))
    assert texts(document) == ["Text of page 1.", "Recognised words jpn+eng.", "Second True.", "Text of page 3."]
    assert any("may have errors" in signal for signal in document.signals)


def test_pdf_encrypted_and_cut_short_are_refused():
    with pytest.raises(ReadingError, match="encrypted"):
        read(papers.encrypted_pdf())
    whole = papers.report_pdf()
    with pytest.raises(ReadingError, match=r"damaged|cut short"):
        read(whole[: len(whole) // 3])


def test_pdf_pages_past_the_limit_are_signalled():
    document = read(papers.long_pdf(30), limits=Limits(pages=10))
    assert document.pages == 30
    assert max(p.page for p in document.passages) == 10
    assert any("pages 11-30 were left out" in signal for signal in document.signals)


def test_pdf_of_ten_thousand_pages():
    document = read(papers.long_pdf(10_000))
    assert document.pages == 10_000
    assert document.passages[-1].text == "This is page 10000."


# PPTX


def deck():
    deck = pptx.Presentation()
    deck.core_properties.title = "政策の動向"
    first = deck.slides.add_slide(deck.slide_layouts[1])
    first.shapes.title.text = "英国の\v政策"
    body = first.placeholders[1].text_frame
    body.text = "人材基金"
    below = body.add_paragraph()
    below.text, below.level = "5年間で5,400万ポンド", 1
    first.notes_slide.notes_text_frame.text = "話す内容"
    second = deck.slides.add_slide(deck.slide_layouts[5])
    second.shapes.title.text = "Budget"
    table = second.shapes.add_table(3, 3, Inches(1), Inches(2), Inches(6), Inches(2)).table
    rows = [("Agency", "FY2025", "FY2026"), ("NSF", "8.2", "7.1"), ("NIH", "47", "27")]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    group = second.shapes.add_group_shape()
    group.shapes.add_textbox(Inches(1), Inches(5), Inches(3), Inches(1)).text_frame.text = "In a group"
    data = CategoryChartData()
    data.categories = ["UK", "US"]
    data.add_series("GERD", (2.9, 3.5))
    second.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(5), Inches(5), Inches(4), Inches(2), data)
    second.shapes.add_textbox(Inches(1), Inches(6.7), Inches(3), Inches(0.5)).text_frame.text = "出典:NSF"
    second.shapes.add_textbox(Inches(1), Inches(1.5), Inches(3), Inches(0.4)).text_frame.text = "Above the table."
    return saved(deck)


def test_pptx():
    document = read(deck(), name="deck.pptx")
    assert (document.pages, document.title) == (2, "政策の動向")
    assert [(p.text, p.page) for p in document.passages if p.kind == "heading"] == [("英国の政策", 1), ("Budget", 2)]
    items = [(p.text, p.depth, p.headings) for p in document.passages if p.kind == "list item"]
    assert items == [("人材基金", 0, ("英国の政策",)), ("5年間で5,400万ポンド", 1, ("英国の政策",))]
    assert texts(document, "note") == ["話す内容"]
    nih = cell(document, "27")
    assert (nih.row_head, nih.column_heads, nih.page) == ("NIH", ("FY2026",), 2)
    uk = cell(document, "2.9")
    assert (uk.row_head, uk.column_heads) == ("UK", ("GERD",))
    assert "In a group" in texts(document)
    order = texts(document)
    assert order.index("Above the table.") < order.index("Agency") < order.index("出典:NSF")
    box = next(p.box for p in document.passages if p.text == "In a group")
    assert (box.x0, box.y0) == (72.0, 360.0)


# DOCX


def report():
    document = docx.Document()
    document.add_heading("Strategy", 0)
    document.add_heading("Part one", 1)
    document.add_paragraph("Text of the part.")
    document.add_paragraph("First", style="List Bullet")
    document.add_paragraph("Deeper", style="List Bullet 2")
    document.add_heading("Money", 2)
    table = document.add_table(3, 3)
    table.cell(0, 0).text = "Agency"
    table.cell(0, 1).text = "FY2025"
    table.cell(0, 2).text = "FY2026"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "NSF"
    table.cell(1, 1).text, table.cell(1, 2).text = "8.2", "7.1"
    table.cell(2, 1).text, table.cell(2, 2).text = "9.3", "6.4"
    document.sections[0].header.paragraphs[0].text = "Running head"
    paragraph = document.add_paragraph("Kept text")
    deleted = (
        '<w:del xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="1" w:author="a">'
        "<w:r><w:delText>gone</w:delText></w:r></w:del>"
    )
    paragraph._p.append(parse_xml(deleted))
    return saved(document)


def test_docx():
    document = read(report(), name="report.docx")
    assert document.title == "Strategy"
    assert texts(document, "heading") == ["Strategy", "Part one", "Money"]
    assert [(p.text, p.depth) for p in document.passages if p.kind == "list item"] == [("First", 0), ("Deeper", 1)]
    money = cell(document, "7.1")
    assert (money.row_head, money.column_heads, money.headings) == (
        "NSF",
        ("FY2026",),
        ("Strategy", "Part one", "Money"),
    )
    assert "gone" not in document.text and "Kept text" in texts(document)
    assert any("Running head" in signal for signal in document.signals)


def test_docx_footnotes_stand_after_their_paragraph():
    data = with_part(
        report(),
        "word/footnotes.xml",
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>The legal basis.</w:t></w:r></w:p></w:footnote></w:footnotes>',
    )
    data = changed(
        data, "word/document.xml", b"Text of the part.</w:t>", b'Text of the part.</w:t><w:footnoteReference w:id="2"/>'
    )
    document = read(data)
    order = texts(document)
    assert order[order.index("Text of the part.") + 1] == "The legal basis."
    assert texts(document, "footnote") == ["The legal basis."]


# XLSX


def test_xlsx():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "予算"
    sheet.append(["Agency", "FY2025", "change", "date"])
    sheet.append(["NSF", 1234567.891, 0.569, datetime.date(2025, 6, 26)])
    sheet.append(["NIH", "=1+1", 3, None])
    sheet["B2"].number_format, sheet["C2"].number_format, sheet["C3"].number_format = "#,##0", "0.0%", '"$"#,##0'
    other = book.create_sheet("Merged")
    other.merge_cells("B1:C1")
    for place, value in (
        ("A1", "Body"),
        ("B1", "Budget"),
        ("B2", 2024),
        ("C2", 2025),
        ("A3", "DSIT"),
        ("B3", 1),
        ("C3", 2),
    ):
        other[place] = value
    document = read(saved(book), name="book.xlsx")
    assert document.pages == 2
    assert texts(document, "heading") == ["予算", "Merged"]
    assert cell(document, "1,234,567.891").column_heads == ("FY2025",)
    assert cell(document, "56.9%").row_head == "NSF"
    assert cell(document, "2025-06-26") and cell(document, "$3")
    assert any("1 cells hold formulas" in signal for signal in document.signals)
    dsit = next(p for p in document.passages if p.text == "2" and p.page == 2)
    assert (dsit.row_head, dsit.column_heads) == ("DSIT", ("Budget", "2025"))


def test_csv_separators_and_quotes():
    for separator in (",", ";", "\t", "|"):
        rows = [["Agency", "FY 2025"], ["NSF", '"1,200 ""a"""' if separator == "," else "1200"]]
        document = read("\n".join(separator.join(row) for row in rows).encode(), name="t.csv")
        value = document.passages[-1]
        assert (value.row_head, value.column_heads) == ("NSF", ("FY 2025",)), separator
        assert value.text == ('1,200 "a"' if separator == "," else "1200")


# HTML

PAGE = """<!doctype html><html lang="en"><head><title>UK launches drive - GOV.UK</title>
<meta property="og:site_name" content="GOV.UK"><meta property="article:published_time" content="2025-06-22T22:30:00+01:00">
<script>var secret = 1</script><style>p{color:red}</style></head><body>
<div class="cookie-banner">We use cookies</div><nav><ul><li>Home</li></ul></nav><header><a href="/">Site</a></header>
<main><h1>UK launches drive</h1><p>The <b>Global</b> Talent Fund is worth &pound;54 million over five years, and the minister said so at length.</p>
<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>
<table><caption>Table 1: Money</caption><tr><th rowspan=2>Body</th><th colspan=2>Budget</th></tr><tr><th>2024</th><th>2025</th></tr>
<tr><th>DSIT</th><td>1</td><td>2</td></tr><tr><td>UKRI</td><td>3</td><td>4</td></tr></table>
<h2>Next</h2><p>Source: HM Treasury</p><p style="display:none">hidden words</p><aside>Related links</aside>
<script>alert(1)</script></main><footer>Crown copyright</footer></body></html>"""


def test_html():
    document = read(PAGE.encode(), name="page.html")
    assert (document.title, document.publisher) == ("UK launches drive", "GOV.UK")
    assert (document.published.edtf, document.published_from) == ("2025-06-22", "metadata")
    for gone in ("secret", "cookies", "Home", "Site", "alert", "Crown", "hidden", "Related", "color"):
        assert gone not in document.text, gone
    assert [(p.text, p.depth) for p in document.passages if p.kind == "list item"] == [
        ("one", 0),
        ("two", 1),
        ("three", 0),
    ]
    four = cell(document, "4")
    assert (four.row_head, four.column_heads, four.row, four.column) == ("UKRI", ("Budget", "2025"), 4, 3)
    assert texts(document, "caption") == ["Table 1: Money"]
    source = next(p for p in document.passages if p.kind == "source line")
    assert source.headings == ("UK launches drive", "Next")


def test_html_json_ld_goes_before_other_dates():
    page = (
        '<html><head><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2024-07-01T09:00:00Z",'
        '"publisher":{"name":"Ministry"}}]}</script><meta name="date" content="2020-01-01"></head><body><p>Words of the page.</p></body></html>'
    )
    document = read(page.encode())
    assert (document.published.edtf, document.publisher) == ("2024-07-01", "Ministry")


def test_html_in_shift_jis_by_its_declaration():
    page = '<html><head><meta charset="Shift_JIS"><title>題</title></head><body><p>米国の研究政策について述べる。</p></body></html>'
    assert texts(read(page.encode("cp932"))) == ["米国の研究政策について述べる。"]


def test_html_without_a_main_part_leaves_out_what_surrounds():
    page = "<html><body><header>Site</header><div><p>Some long text of the page.</p></div><footer>Foot</footer></body></html>"
    assert texts(read(page.encode())) == ["Some long text of the page."]


def test_layout_tables_are_text():
    page = "<html><body><table><tr><td><p>Left words.</p><table><tr><td>a</td><td>1</td></tr></table></td></tr></table></body></html>"
    document = read(page.encode())
    assert texts(document, "paragraph") == ["Left words."]
    assert texts(document, "table cell") == ["a", "1"]


# Hostile files

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{i} "{("&a;" if i == 0 else f"&a{i - 1};") * 10}">' for i in range(10))
    + "]>"
)


def with_part(data, name, content):
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        new.writestr(name, content)
    return buffer.getvalue()


def changed(data, name, before, after):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = package.read(name)
    assert before in content
    return with_part(data, name, content.replace(before, after))


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("laughs in DOCX", lambda: with_part(report(), "word/document.xml", LAUGHS + "<w>&a9;</w>")),
        ("laughs in PPTX", lambda: with_part(deck(), "ppt/slides/slide1.xml", LAUGHS + "<p>&a9;</p>")),
        (
            "laughs in UTF-16",
            lambda: with_part(report(), "word/document.xml", (LAUGHS + "<w>&a9;</w>").encode("utf-16")),
        ),
        ("bomb", lambda: with_part(report(), "word/document.xml", b"<w:document>" + b" " * 600_000_000)),
        ("cut DOCX", lambda: report()[:-200]),
        ("cut PPTX", lambda: deck()[:20_000]),
        ("no body", lambda: with_part(report(), "word/document.xml", "<a/>")),
        ("deep DOCX", lambda: with_part(report(), "word/document.xml", "<a>" * 100_000)),
    ],
)
def test_hostile_packages_are_refused(name, make):
    with pytest.raises(ReadingError) as refusal:
        read(make())
    assert "Traceback" not in str(refusal.value)


def test_deeply_nested_html_is_read():
    document = read(b"<html><body>" + b"<div>" * 100_000 + b"deep words" + b"</div>" * 100_000)
    assert texts(document) == ["deep words"]
    assert any("flattened" in signal for signal in document.signals)


def test_a_page_that_takes_too_much_memory_or_time_is_refused_and_the_next_is_read():
    big = b"<html><body>" + b"<p>words of a page</p>" * 400_000
    with pytest.raises(ReadingError, match=r"memory|too long"):
        read(big, limits=Limits(memory=260_000_000, seconds=30))
    assert texts(read(PAGE.encode(), limits=Limits(memory=260_000_000)))


def test_what_is_left_when_time_is_up_is_signalled():
    document = read(papers.long_pdf(20_000), limits=Limits(seconds=0.1))
    assert any("time was up" in signal for signal in document.signals)
    assert document.pages == 20_000
