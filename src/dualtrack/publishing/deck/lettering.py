"""Words on slides as DrawingML, written straight: python-pptx's own way is several times slower for long decks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from dualtrack.publishing.deck.frame import CELL, CELL_PAD_X, CELL_PAD_Y
from dualtrack.publishing.deck.paragraphs import Run
from dualtrack.publishing.measure import LINE

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
INK, SOFT, LINE_INK, PANEL, ACCENT = "#1A1D21", "#555B63", "#D5D9DE", "#F1F3F6", "#0B57A4"
_LANG = {"ja": "ja-JP", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Letters:
    """How paragraphs of one deck are written: its language, and whether ink is ours or the template's."""

    language: str
    own: bool

    def write(self, body: Any, paragraphs: Iterable["Line"]) -> None:
        """Put paragraphs into a text body (``p:txBody`` or ``a:txBody``) in place of what is in it."""
        for old in body.findall(f"{A}p"):
            body.remove(old)
        for line in paragraphs:
            self._paragraph(body, line)

    def _paragraph(self, body: Any, line: "Line") -> None:
        made = etree.SubElement(body, f"{A}p")
        look = etree.SubElement(made, f"{A}pPr")
        look.set("marL", _emu(line.indent))
        look.set("indent", _emu(-14 if line.bullet else 0))
        if line.align:
            look.set("algn", line.align)
        _points(look, "lnSpc", line.size * LINE)
        _points(look, "spcBef", 0)
        _points(look, "spcAft", line.after)
        if line.bullet:
            etree.SubElement(look, f"{A}buChar").set("char", "•")
        else:
            etree.SubElement(look, f"{A}buNone")
        for run in line.runs:
            self._run(made, run, line)
        etree.SubElement(made, f"{A}endParaRPr", {"lang": _LANG[self.language], "sz": _size(line.size)})

    def _run(self, paragraph: Any, run: Run, line: "Line") -> None:
        made = etree.SubElement(paragraph, f"{A}r")
        look = etree.SubElement(
            made, f"{A}rPr", {"lang": _LANG[self.language], "altLang": "en-US", "sz": _size(line.size)}
        )
        if run.bold:
            look.set("b", "1")
        if run.raised:
            look.set("baseline", "30000")
        colour = line.ink or (SOFT if run.soft or run.raised else INK if self.own else "")
        if colour:
            fill(look, colour)
        etree.SubElement(made, f"{A}t").text = _clean(run.text)

    def cell(self, cell: Any, text: str, *, bold: bool = False, shade: str = "", numeric: bool = False) -> None:
        """Write a table cell (``a:tc``) with its margins and its ground."""
        body = cell.find(f"{A}txBody")
        self.write(
            body,
            [Line((Run(text, bold=bold),) if text else (), CELL, after=0, align="r" if numeric else "")],
        )
        ground = cell.find(f"{A}tcPr")
        if ground is None:
            ground = etree.SubElement(cell, f"{A}tcPr")
        for side, pad in (("marL", CELL_PAD_X), ("marR", CELL_PAD_X), ("marT", CELL_PAD_Y), ("marB", CELL_PAD_Y)):
            ground.set(side, _emu(pad))
        if shade:
            fill(ground, shade)
        else:
            etree.SubElement(ground, f"{A}noFill")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph to write: runs, size, gap after, indent, alignment (``l``, ``ctr``, ``r``), one ink for all."""

    runs: Sequence[Run]
    size: float
    after: float = 0.0
    indent: float = 0.0
    bullet: bool = False
    align: str = ""
    ink: str = ""


def fill(parent: Any, colour: str) -> None:
    """A solid fill of ``#RRGGBB``."""
    solid = etree.SubElement(parent, f"{A}solidFill")
    etree.SubElement(solid, f"{A}srgbClr").set("val", colour.removeprefix("#"))


def _points(parent: Any, name: str, points: float) -> None:
    etree.SubElement(etree.SubElement(parent, f"{A}{name}"), f"{A}spcPts").set("val", str(round(points * 100)))


def _emu(points: float) -> str:
    return str(round(points * 12700))


def _size(points: float) -> str:
    return str(round(points * 100))


def _clean(text: str) -> str:
    """Text without the control characters that XML cannot hold."""
    return "".join(character for character in text if character >= " " or character in "\t\n")
