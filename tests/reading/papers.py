"""Real files made in the tests with the libraries that people make them with."""

import io
import random

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
STYLES = getSampleStyleSheet()
BODY = STYLES["BodyText"]
JAPANESE = ParagraphStyle("ja", fontName="HeiseiMin-W3", fontSize=10.5, leading=16, wordWrap="CJK")
JAPANESE_HEAD = ParagraphStyle("jahead", parent=JAPANESE, fontSize=18, leading=26)
WORDS = [
    "the",
    "ministry",
    "agreed",
    "to",
    "extend",
    "its",
    "programme",
    "of",
    "research",
    "cooperation",
    "with",
    "partner",
    "countries",
    "and",
    "universities",
]


def prose(seed, words=90):
    """Sentences that differ by seed, so that their order can be told."""
    choice = random.Random(seed)
    return f"Begin{seed} " + " ".join(choice.choice(WORDS) for _ in range(words)) + f" end{seed}."


def pdf(story, **options):
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, **options).build(story)
    return buffer.getvalue()


def report_pdf():
    """A report: title, date, headings of two ranks, paragraphs, a list, a ruled table with caption and source."""
    rows = [
        ["Agency", "FY2025", "FY2026", "Change"],
        ["NSF", "8.2", "7.1", "-13.9%"],
        ["NIH", "47.4", "27.5", "-40.0%"],
        ["DOE Office of Science", "8.2", "7.1", "-14%"],
    ]
    table = Table(rows, colWidths=[150, 70, 70, 70])
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    return pdf(
        [
            Paragraph("Research Security Review", STYLES["Title"]),
            Paragraph("26 June 2025", BODY),
            Paragraph("1. Background", STYLES["Heading1"]),
            Paragraph(prose(1), BODY),
            Paragraph(prose(2), BODY),
            Paragraph("1.1 Scope of the review", STYLES["Heading2"]),
            Paragraph(prose(3, 40), BODY),
            Paragraph("• first measure of the plan", BODY),
            Paragraph("• second measure of the plan", BODY),
            Spacer(1, 12),
            Paragraph("Table 1: Budget requests, USD billion", BODY),
            table,
            Paragraph("Source: agency budget justifications", BODY),
            Paragraph("2. Outlook", STYLES["Heading1"]),
            Paragraph(prose(4), BODY),
        ],
        title="",
    )


def two_column_pdf():
    """A full-width title over two columns of prose, two pages."""
    buffer = io.BytesIO()
    width, height = A4
    frames = [
        Frame(50, height - 150, width - 100, 100, id="head"),
        Frame(50, 60, 235, height - 220, id="left"),
        Frame(310, 60, 235, height - 220, id="right"),
    ]
    document = BaseDocTemplate(buffer, pagesize=A4)
    document.addPageTemplates([PageTemplate(id="two", frames=frames)])
    from reportlab.platypus import FrameBreak

    story = [Paragraph("Two Columns of Cooperation", STYLES["Title"]), FrameBreak()]
    story += [Paragraph(prose(number, 80), BODY) for number in range(10, 22)]
    document.build(story)
    return buffer.getvalue()


def japanese_pdf():
    return pdf(
        [
            Paragraph("国際連携のデュアルトラック", JAPANESE_HEAD),
            Paragraph("2025年6月26日", JAPANESE),
            Paragraph(
                "米国の技術的優位性を確立するために、新たな資金調達方法、規制緩和、そして研究セキュリティ対策の強化を追求すると述べた。"
                "各国では国家安全保障戦略等でも科学技術や国際連携に言及している。",
                JAPANESE,
            ),
            Paragraph("出典:各種公開資料を基に作成", JAPANESE),
        ]
    )


def headed_pdf(pages=6):
    """A running head, a page number at the foot and a footnote on each page; words hyphenated at line ends."""
    buffer = io.BytesIO()
    paper = canvas.Canvas(buffer, pagesize=A4)
    for page in range(1, pages + 1):
        paper.setFont("Helvetica", 8)
        paper.drawString(70, 810, "Ministry of Science - Annual Report 2025")
        paper.drawCentredString(297, 25, str(page))
        paper.setFont("Helvetica", 11)
        lines = [
            f"Page{page} opens with a plan for inter-",
            "national coopera-",
            "tion on long-term research that the state-of-the-art",
            "laboratories of several countries will carry out together.",
        ]
        for number, line in enumerate(lines):
            paper.drawString(70, 740 - 14 * number, line)
        paper.setFont("Helvetica", 8)
        paper.drawString(70, 90, f"1 Footnote of page {page}, on the legal basis.")
        paper.showPage()
    paper.save()
    return buffer.getvalue()


def aligned_table_pdf():
    """A table without a single rule, set by places, under a paragraph."""
    buffer = io.BytesIO()
    paper = canvas.Canvas(buffer, pagesize=A4)
    paper.setFont("Helvetica", 11)
    paper.drawString(70, 760, "The table below gives the shares of each country in the total of papers.")
    rows = [
        ("Country", "2021", "2022", "2023"),
        ("Japan", "4.1", "3.9", "3.8"),
        ("Korea", "3.0", "3.1", "3.3"),
        ("Germany", "5.2", "5.0", "4.9"),
    ]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            paper.drawString(70 + 110 * c, 720 - 18 * r, text)
    paper.showPage()
    paper.save()
    return buffer.getvalue()


def scanned_pdf():
    """Two pages with text, and the second of three a mere picture."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    picture = Image.new("L", (200, 280), 200)
    buffer = io.BytesIO()
    paper = canvas.Canvas(buffer, pagesize=A4)
    for page in (1, 2, 3):
        if page == 2:
            paper.drawImage(ImageReader(picture), 0, 0, *A4)
        else:
            paper.drawString(70, 700, f"Text of page {page}.")
        paper.showPage()
    paper.save()
    return buffer.getvalue()


def slides_pdf():
    """Landscape slides: a large title and bullets."""
    buffer = io.BytesIO()
    paper = canvas.Canvas(buffer, pagesize=landscape(A4))
    for number in (1, 2, 3):
        paper.setFont("Helvetica-Bold", 28)
        paper.drawString(60, 520, f"Slide title {number}")
        paper.setFont("Helvetica", 16)
        for line in range(4):
            paper.drawString(70, 440 - 40 * line, f"• point {line + 1} of slide {number}")
        paper.showPage()
    paper.save()
    return buffer.getvalue()


def mixed_letters_pdf():
    """Kanji and Latin letters in one line, each in its font, a quarter of an em apart as Japanese typesetting does."""
    buffer = io.BytesIO()
    paper = canvas.Canvas(buffer, pagesize=A4)
    x = 70.0
    for text in ("世界第", "3", "位の", "AI", "研究", " Japan and Korea"):
        font = "Helvetica" if text.isascii() else "HeiseiMin-W3"
        paper.setFont(font, 12)
        paper.drawString(x, 700, text)
        x += pdfmetrics.stringWidth(text, font, 12) + 3
    paper.showPage()
    paper.save()
    return buffer.getvalue()


def long_pdf(pages):
    buffer = io.BytesIO()
    paper = canvas.Canvas(buffer, pagesize=A4, pageCompression=1)
    for page in range(1, pages + 1):
        paper.drawString(70, 700, f"This is page {page}.")
        paper.showPage()
    paper.save()
    return buffer.getvalue()


def encrypted_pdf():
    from reportlab.lib.pdfencrypt import StandardEncryption

    buffer = io.BytesIO()
    paper = canvas.Canvas(buffer, encrypt=StandardEncryption("secret", ownerPassword="owner"))
    paper.drawString(70, 700, "hidden")
    paper.showPage()
    paper.save()
    return buffer.getvalue()
