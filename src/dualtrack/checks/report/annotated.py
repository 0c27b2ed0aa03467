"""An annotated copy of a deck: a frame and a label for each shape with a finding, all findings in the notes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dualtrack.checks.finding import SEVERITIES, Finding

_COLOURS = {"error": (0xC6, 0x28, 0x28), "warning": (0xB2, 0x6A, 0x00), "note": (0x09, 0x69, 0xDA)}


def annotate_pptx(source: Path, target: Path, findings: Sequence[Finding], language: str = "en") -> int:
    """Write a copy of a deck with its findings marked; returns how many were marked on a shape.

    The original is not changed. Findings whose words are found in no shape stand in the slide's notes only.

    Args:
        source: The deck.
        target: Where the copy goes.
        findings: The findings of that deck; their pages are slide numbers.
        language: ``ja`` or ``en``.
    """
    from pptx import Presentation

    deck = Presentation(str(source))
    by_slide: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_slide[finding.page or 1].append(finding)
    marked = 0
    for number, slide in enumerate(deck.slides, 1):
        if by_slide[number]:
            marked += _annotate(slide, by_slide[number], language)
    deck.save(str(target))
    return marked


def _annotate(slide: Any, findings: Sequence[Finding], language: str) -> int:
    by_shape: dict[int, tuple[Any, list[Finding]]] = {}
    shapes = list(_shapes(slide.shapes))
    for finding in findings:
        shape = next((shape for shape in shapes if _plain(finding.quote) in _plain(_text(shape))), None)
        if shape is not None:
            by_shape.setdefault(shape.shape_id, (shape, []))[1].append(finding)
    for shape, found in by_shape.values():
        _frame(slide, shape, found, language)
    notes = slide.notes_slide.notes_text_frame
    lines = [f"[{finding.rule}] {finding.message.best(language)} ({finding.quote})" for finding in findings]
    if notes is not None:
        notes.text = "\n".join([*([notes.text] if notes.text else []), *lines])
    return sum(len(found) for _, found in by_shape.values())


def _shapes(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _shapes(shape.shapes)
        yield shape


def _text(shape: Any) -> str:
    if getattr(shape, "has_table", False) and shape.has_table:
        return "\n".join(cell.text for row in shape.table.rows for cell in row.cells)
    return str(shape.text_frame.text) if getattr(shape, "has_text_frame", False) and shape.has_text_frame else ""


def _plain(text: str) -> str:
    return "".join(text.split())


def _frame(slide: Any, shape: Any, findings: Sequence[Finding], language: str) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.util import Pt

    gravest = min(findings, key=lambda finding: SEVERITIES.index(finding.severity)).severity
    colour = RGBColor(*_COLOURS[gravest])  # type: ignore[no-untyped-call]
    left, top, width, height = (int(side or 0) for side in (shape.left, shape.top, shape.width, shape.height))
    frame = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, top, width, height)
    frame.name = "dualtrack finding"
    frame.fill.background()
    frame.line.color.rgb = colour
    frame.line.width = Pt(2)
    label = slide.shapes.add_textbox(left, max(0, top - Pt(16)), width, Pt(16))
    label.name = "dualtrack label"
    text = label.text_frame
    text.word_wrap = True
    text.text = " / ".join(f"{finding.rule}: {finding.message.best(language)}" for finding in findings)
    for run in text.paragraphs[0].runs:
        run.font.size = Pt(9)
        run.font.color.rgb = colour
