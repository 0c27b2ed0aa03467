"""Words on slides as DrawingML, written as text: building it node by node is many times slower for long decks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from dualtrack.publishing.deck.frame import CELL, CELL_PAD_X, CELL_PAD_Y
from dualtrack.publishing.deck.paragraphs import Run
from dualtrack.publishing.measure import LINE

INK, SOFT, LINE_INK, PANEL, ACCENT = "#1A1D21", "#555B63", "#D5D9DE", "#F1F3F6", "#0B57A4"
DEEP, WHITE = "#12304F", "#FFFFFF"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f]")
_NO_SIDES = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
_LANG = {"ja": "ja-JP", "en": "en-GB"}


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


@dataclass(frozen=True, slots=True)
class Letters:
    """How paragraphs of one deck are written: its language, and whether ink is ours or the template's."""

    language: str
    own: bool

    def paragraphs(self, lines: Iterable[Line]) -> str:
        """Paragraphs as ``a:p`` elements."""
        return "".join(map(self._paragraph, lines))

    def _paragraph(self, line: Line) -> str:
        align = f' algn="{line.align}"' if line.align else ""
        bullet = '<a:buChar char="•"/>' if line.bullet else "<a:buNone/>"
        return (
            f'<a:p><a:pPr marL="{_emu(line.indent)}" indent="{_emu(-14 if line.bullet else 0)}"{align}>'
            f'<a:lnSpc><a:spcPts val="{_hundredths(line.size * LINE)}"/></a:lnSpc>'
            '<a:spcBef><a:spcPts val="0"/></a:spcBef>'
            f'<a:spcAft><a:spcPts val="{_hundredths(line.after)}"/></a:spcAft>{bullet}</a:pPr>'
            f"{''.join(self._run(run, line) for run in line.runs)}"
            f'<a:endParaRPr lang="{_LANG[self.language]}" sz="{_hundredths(line.size)}"/></a:p>'
        )

    def _run(self, run: Run, line: Line) -> str:
        look = (' b="1"' if run.bold else "") + (' baseline="30000"' if run.raised else "")
        ink = line.ink or (SOFT if run.soft or run.raised else INK if self.own else "")
        return (
            f'<a:r><a:rPr lang="{_LANG[self.language]}" altLang="en-US" sz="{_hundredths(line.size)}"{look}'
            f"{f'>{fill(ink)}</a:rPr>' if ink else '/>'}<a:t>{said(run.text)}</a:t></a:r>"
        )

    def cell(
        self, text: str, *, bold: bool = False, shade: str = "", numeric: bool = False, edge: str = LINE_INK
    ) -> str:
        """A table cell (``a:tc``) with its margins, its ground and the line below it."""
        line = Line((Run(text, bold=bold),) if text else (), CELL, align="r" if numeric else "")
        across, down = _emu(CELL_PAD_X), _emu(CELL_PAD_Y)
        return (
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{self._paragraph(line)}</a:txBody>"
            f'<a:tcPr marL="{across}" marR="{across}" marT="{down}" marB="{down}">{_NO_SIDES}'
            f'<a:lnB w="9525">{fill(edge)}</a:lnB>'
            f"{fill(shade) if shade else '<a:noFill/>'}</a:tcPr></a:tc>"
        )


def fill(colour: str) -> str:
    """A solid fill of ``#RRGGBB``."""
    return f'<a:solidFill><a:srgbClr val="{colour.removeprefix("#")}"/></a:solidFill>'


def said(text: str) -> str:
    """Text for XML, without the control characters that it cannot hold."""
    return escape(text if text.isprintable() else _CONTROLS.sub("", text))


def attribute(text: str) -> str:
    """Text for an attribute in double quotes."""
    return said(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def _emu(points: float) -> int:
    return round(points * 12700)


def _hundredths(points: float) -> int:
    return round(points * 100)
