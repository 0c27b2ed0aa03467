"""Small tables that follow each other in a section share a slide."""

from collections.abc import Iterable, Iterator

from dualtrack.publishing.deck.frame import LEAD, Frame
from dualtrack.publishing.deck.grids import caveat_height
from dualtrack.publishing.deck.slide import Slide
from dualtrack.publishing.measure import height


def stacked(slides: Iterable[Slide], language: str, frame: Frame) -> Iterator[Slide]:
    """The slides, neighbouring small tables of a section on one where they fit."""
    waiting: list[Slide] = []
    for slide in (*slides, None):
        fits = slide is not None and _small(slide) and (not waiting or slide.title == waiting[0].title)
        high = sum(stack_height(one, language, frame) for one in (*waiting, *([slide] if slide else [])))
        if waiting and (not fits or high > frame.body_height):
            yield _together(waiting)
            waiting = []
        if slide is not None and _small(slide):
            waiting.append(slide)
        elif slide is not None:
            yield slide


def stack_height(slide: Slide, language: str, frame: Frame) -> float:
    """The height of a table that shares a slide, with its title, what stands under it, and a gap."""
    titled = height(slide.idea, LEAD, frame.inner, bold=True) + 6 if slide.idea else 0.0
    under = caveat_height(slide.table, language, frame) if slide.table else 0.0
    return titled + sum(slide.heights) + under + 16


def _small(slide: Slide) -> bool:
    return slide.kind == "table" and slide.parts == 1 and bool(slide.idea)


def _together(slides: list[Slide]) -> Slide:
    if len(slides) == 1:
        return slides[0]
    first = slides[0]
    return Slide(
        "tables",
        first.title,
        tag=first.tag,
        references=tuple(dict.fromkeys(reference for slide in slides for reference in slide.references)),
        anchors=tuple(anchor for slide in slides for anchor in slide.anchors),
        records=tuple(dict.fromkeys(record for slide in slides for record in slide.records)),
        notes=tuple(note for slide in slides for note in slide.notes),
        stack=tuple(slides),
    )
