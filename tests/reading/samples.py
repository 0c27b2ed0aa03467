"""One small real file of each kind, for fuzzing."""

from tests.reading import papers

from reading.test_formats import PAGE, deck, report, saved
from support import _SHARED


def workbook():
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Agency", "FY2025", "change"])
    sheet.append(["NSF", 1234.5, 0.5])
    sheet["C2"].number_format = "0.0%"
    sheet.merge_cells("A4:B4")
    sheet["A4"] = "Total"
    return saved(book)


MARKDOWN = """---
title: T
date: 2024-05-06
---
# One

- a
  - b

| x | y |
|---|---|
| 1 | **2** |

出典: OECD

<table><tr><td>1<td>2</table>



## Two



text [l](u) `c`[^1]



## Three

[^1]: note
"""


def files():
    """Name and bytes of each."""
    found = [
        ("report.pdf", papers.report_pdf()),
        ("columns.pdf", papers.two_column_pdf()),
        ("japanese.pdf", papers.japanese_pdf()),
        ("deck.pptx", deck()),
        ("report.docx", report()),
        ("book.xlsx", workbook()),
        ("page.html", PAGE.encode()),
        ("page-sjis.html", PAGE.replace("Global", "研究政策").encode("cp932", errors="replace")),
        ("text.md", MARKDOWN.encode()),
        ("text.txt", MARKDOWN.encode("utf-16")),
        ("table.csv", '機関,予算額\nNSF,"1,200"\nNIH,3\n'.encode("cp932")),
    ]
    seeds = sorted((_SHARED / "seed").glob("*.txt")) if (_SHARED / "seed").is_dir() else []
    return found + [("seed.txt", path.read_bytes()) for path in seeds]
