"""Plain text: paragraphs, bullets, tables set with tabs, numbered headings, form feeds as pages."""

from dualtrack.reading.blocks import blocks_of
from dualtrack.reading.builder import Builder
from dualtrack.reading.charset import decode
from dualtrack.reading.formats.markdown import write
from dualtrack.reading.registry import reads


@reads("text/plain", ".txt", ".text", isolated=False)
def read_plain(data: bytes, builder: Builder) -> None:
    """Read plain text."""
    text, encoding = decode(data)
    if encoding != "utf-8":
        builder.signal(f"the text was read as {encoding}")
    write(blocks_of(text, markdown=False), builder, marked=False)
