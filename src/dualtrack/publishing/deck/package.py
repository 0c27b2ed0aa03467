"""Slides and their notes as parts of a PPTX package: python-pptx keeps the package, we write what is on the slides."""

import io
from functools import cached_property
from typing import Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter
from pptx.oxml.slide import CT_NotesSlide
from pptx.slide import NotesSlide

from dualtrack.publishing.deck.lettering import said
from dualtrack.publishing.deck.shapes import Canvas

_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_BEGIN = (
    '<p:sld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
)
_END = "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
_PARAGRAPHS = "<a:p/>"


class Slides:
    """The slides of a presentation, added one after the other."""

    def __init__(self, presentation: Any) -> None:
        self._part = presentation.part
        self._package = presentation.part.package
        self._ids = presentation.slides._sldIdLst
        _count_names(self._package)

    def begin(self, layout: Any) -> Any:
        """A part for the next slide, as yet empty; charts are related to it."""
        name = PackURI(f"/ppt/slides/slide{len(self._ids) + 1}.xml")
        part: Any = Part(name, CONTENT_TYPE.PML_SLIDE, self._package)
        part.relate_to(layout.part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        self._ids.add_sldId(self._part.relate_to(part, RELATIONSHIP_TYPE.SLIDE))
        return part

    def finish(self, part: Any, canvas: Canvas, notes: list[str]) -> None:
        """Write the shapes of a slide, and its notes if there are any."""
        part.blob = f"{_HEAD}{_BEGIN}{''.join(canvas.shapes)}{_END}".encode()
        if not notes:
            return
        before, after = self._notes
        if not after:
            return
        text = "".join(f"<a:p><a:r><a:t>{said(line)}</a:t></a:r></a:p>" for line in notes)
        name = self._package.next_partname("/ppt/notesSlides/notesSlide%d.xml")
        made: Any = Part(name, CONTENT_TYPE.PML_NOTES_SLIDE, self._package, f"{_HEAD}{before}{text}{after}".encode())
        made.relate_to(self._part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
        made.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
        part.relate_to(made, RELATIONSHIP_TYPE.NOTES_SLIDE)

    @cached_property
    def _notes(self) -> tuple[str, str]:
        """What stands before and after the paragraphs of notes; nothing where the master has no place for them."""
        notes: Any = NotesSlide(CT_NotesSlide.new(), self._part.notes_master_part)
        notes.clone_master_placeholders(self._part.notes_master_part.notes_master)
        if notes.notes_placeholder is None:
            return "", ""
        notes.notes_placeholder._element.set("mark", "here")
        text = etree.tostring(notes._element, encoding="unicode")
        before, _, rest = text.partition(' mark="here"')
        inner, _, after = rest.partition(_PARAGRAPHS)
        return before + inner, after


class _Entries(list[tuple[str, bytes]]):
    """Takes what python-pptx would write into a file."""

    def write(self, place: PackURI, blob: bytes) -> None:
        """Keep one entry."""
        self.append((place.membername, blob))


def entries_of(presentation: Any) -> list[tuple[str, bytes]]:
    """The entries of the file, name and content, in their order."""
    package: Any = presentation.part.package
    writer: Any = PackageWriter(io.BytesIO(), package._rels, tuple(package.iter_parts()))
    held = _Entries()
    for write in (writer._write_content_types_stream, writer._write_pkg_rels, writer._write_parts):
        write(held)
    return held


def _count_names(package: Any) -> None:
    """Name new parts by counting on: python-pptx walks all parts for each, which a long deck feels."""
    taken = {str(part.partname) for part in package.iter_parts()}
    last = dict[str, int]()

    def next_name(template: str) -> PackURI:
        number = last.get(template, 0) + 1
        while template % number in taken:
            number += 1
        last[template] = number
        return PackURI(template % number)

    package.next_partname = next_name
