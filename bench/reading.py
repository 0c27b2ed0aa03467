"""How fast reading is: PDF beside bare pypdfium2, decks, texts, and memory over many documents.

Run: python bench/reading.py [FILE.pdf ...] [--documents 2000]
"""

import argparse
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2
from tests.reading import papers, samples

from dualtrack.reading import read

FLOOR = 0.5
"""PDF reading is at least half as fast as bare pypdfium2 text extraction over the same files."""


def best(action: Callable[[], object], times: int = 7) -> float:
    """The shortest of several runs, in seconds."""
    spent = []
    for _ in range(times):
        begun = time.perf_counter()
        action()
        spent.append(time.perf_counter() - begun)
    return min(spent)


def bare(data: bytes) -> int:
    """The text of each page, as pypdfium2 gives it."""
    document = pypdfium2.PdfDocument(data)
    length = 0
    for page in document:
        text = page.get_textpage()
        length += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return length


def dense_report(pages: int = 60) -> bytes:
    """A report of full pages of prose with headings and a table now and then."""
    from reportlab.platypus import Paragraph

    story = []
    for number in range(pages):
        story.append(Paragraph(f"{number + 1}. Part of the report", papers.STYLES["Heading1"]))
        story += [Paragraph(papers.prose(10 * number + part, 110), papers.BODY) for part in range(5)]
    return papers.pdf(story)


def deck_of(slides: int = 22) -> bytes:
    """A PPTX of as many slides."""
    import pptx

    deck = pptx.Presentation()
    for number in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = f"Slide {number + 1}"
        slide.placeholders[1].text_frame.text = "\n".join(papers.prose(number * 10 + line, 12) for line in range(6))
    buffer = BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def pdfs(paths: list[str]) -> bool:
    """Compare PDF reading with bare extraction; whether the floor holds over all files together."""
    files = {path: Path(path).read_bytes() for path in paths} or {
        "dense report": dense_report(),
        "two columns": papers.two_column_pdf(),
        "report with tables": papers.report_pdf(),
        "Japanese": papers.japanese_pdf(),
        "long, sparse": papers.long_pdf(300),
    }
    read(next(iter(files.values())))
    total_bare = total_read = 0.0
    for name, data in files.items():
        pages = len(pypdfium2.PdfDocument(data))
        quick, full = best(lambda data=data: bare(data)), best(lambda data=data: read(data))
        total_bare, total_read = total_bare + quick, total_read + full
        _row(name, f"{pages} pages", quick, full)
    _row("all", "", total_bare, total_read)
    return total_bare / total_read >= FLOOR


def _row(name: str, pages: str, quick: float, full: float) -> None:
    print(f"{name:28} {pages:>11}  bare {1000 * quick:8.1f} ms  read {1000 * full:8.1f} ms  ratio {quick / full:.2f}")


def decks() -> None:
    """A deck of 22 slides in each form."""
    files = {"22 slides, PPTX": ("deck.pptx", deck_of())}
    files |= {f"the seed, {name}": (name, data) for name, data in samples.files() if name == "seed.txt"}
    for label, (name, data) in files.items():
        read(data, name=name)
        print(f"{label:28} {1000 * best(lambda name=name, data=data: read(data, name=name)):8.1f} ms")


def memory(documents: int) -> None:
    """Resident memory of this process while it reads many documents."""
    files = samples.files()
    marks = []
    for number in range(documents):
        name, data = files[number % len(files)]
        read(data, name=name)
        if number in (documents // 4, documents // 2, documents - 1):
            marks.append(f"{number + 1:,}: {_resident():.0f} MB")
    print(f"{'memory after documents':28} " + ", ".join(marks))


def _resident() -> float:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


def main() -> None:
    """Measure and print; exit 1 under the floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--documents", type=int, default=2000)
    asked = parser.parse_args()
    held = pdfs(asked.files)
    decks()
    memory(asked.documents)
    raise SystemExit(0 if held else 1)


if __name__ == "__main__":
    main()
