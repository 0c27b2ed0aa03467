"""The deck's ground: a 16:9 presentation with Latin and Japanese fonts in its theme, or an organisation's template."""

import io
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import PP_ALIGN
from pptx.util import Pt

from dualtrack.errors import BadInputError
from dualtrack.publishing.deck.frame import Frame

COVER_HEIGHT = 290.0
"""How high the coloured ground of the cover is, in points."""
COVER_TITLE = (70.0, 70.0, 820.0, 190.0)
"""Where the cover's title stands."""
LATIN, JAPANESE = "Arial", "Yu Gothic"
"""Arial (with metric twins everywhere) and the Japanese face that Office has on Windows and macOS; LibreOffice on other
systems falls back to the Japanese font it has."""


_TEXTS = tuple(getattr(PP_PLACEHOLDER, name) for name in ("TITLE", "CENTER_TITLE", "SUBTITLE", "BODY", "OBJECT"))


@dataclass(frozen=True)
class Look:
    """A presentation to fill: its two layouts and where things may stand."""

    presentation: Any
    title_layout: Any
    layout: Any
    frame: Frame
    own: bool

    @cached_property
    def title_size(self) -> float:
        """The size in which the layout or its master writes titles, in points."""
        own = _title_of(self.layout)._element
        master = self.presentation.slide_master._element
        for style in (own.find(".//{*}lvl1pPr/{*}defRPr"), master.find(".//{*}titleStyle/{*}lvl1pPr/{*}defRPr")):
            if style is not None and style.get("sz"):
                return int(style.get("sz")) / 100
        return 44.0

    @cached_property
    def title_room(self) -> float:
        """The width of a title in points, without the margins of its box."""
        return float(_title_of(self.layout).width / 12700 - 16)

    @cached_property
    def cover_holders(self) -> list[str]:
        """The places for text of the cover as ``p:ph`` elements: its title, and the one after it where there is one."""
        return _holders(self.title_layout)[:2]

    @cached_property
    def title_holder(self) -> str:
        """The place of the title on all other slides."""
        return _holders(self.layout)[0]


def _holders(layout: Any) -> list[str]:
    found = {h.placeholder_format.idx: h for h in layout.placeholders if _is_text(h)}
    return [_holder(found[number]) for number in sorted(found)]


def _is_text(holder: Any) -> bool:
    return holder.element.ph_type in _TEXTS and holder.placeholder_format.idx < 10


def _holder(holder: Any) -> str:
    own = holder.element.ph
    kept = "".join(f' {name}="{own.get(name)}"' for name in ("type", "orient", "sz", "idx") if own.get(name))
    return f"<p:ph{kept}/>"


def prepare(template: Path | None) -> Look:
    """Our own ground, or that of a template whose slides are taken out and whose fonts and layouts are kept."""
    return _templated(template) if template is not None else _own()


def _own() -> Look:
    presentation: Any = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(960), Pt(540)
    _fonts(presentation)
    keep = {0, 5}
    for index in reversed(range(len(presentation.slide_layouts))):
        if index not in keep:
            presentation.slide_layouts.remove(presentation.slide_layouts[index])
    frame = Frame()
    master = presentation.slide_master
    cover, plain = presentation.slide_layouts[0], presentation.slide_layouts[1]
    for holder in [*master.placeholders, *cover.placeholders, *plain.placeholders]:
        if holder.placeholder_format.type is not None and holder.placeholder_format.idx >= 10:
            holder._element.getparent().remove(holder._element)
    for holder in (*master.placeholders, *plain.placeholders):
        if holder.placeholder_format.idx == 0:
            _place(holder, frame.left, frame.title_top, frame.inner, frame.title_height)
        else:
            _place(holder, frame.left, frame.body_top, frame.inner, frame.body_height)
    for holder in cover.placeholders:
        if holder.placeholder_format.idx == 0:
            _place(holder, *COVER_TITLE)
        else:
            _place(holder, 70, COVER_HEIGHT + 34, 820, 170)
    _styles(presentation)
    return Look(presentation, cover, plain, frame, own=True)


def _styles(presentation: Any) -> None:
    """Left-aligned titles of a modest size, anchored in the middle; the cover's second text left-aligned too."""
    styles = presentation.slide_master._element.find(".//{*}titleStyle/{*}lvl1pPr")
    styles.set("algn", "l")
    properties = styles.find("{*}defRPr")
    properties.set("sz", "2400")
    properties.set("b", "1")
    cover = presentation.slide_layouts[0]
    for holder in cover.placeholders:
        if holder.placeholder_format.idx != 0:
            for level in holder._element.findall(".//{*}lvl1pPr"):
                level.set("algn", "l")
                for run in level.findall("{*}defRPr"):
                    run.set("sz", "1800")
        else:
            holder.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
            body = holder._element.find(".//{*}bodyPr")
            body.set("anchor", "b")
            style = holder._element.find(".//{*}lstStyle")
            level = style.makeelement("{http://schemas.openxmlformats.org/drawingml/2006/main}lvl1pPr", {"algn": "l"})
            level.append(
                level.makeelement(
                    "{http://schemas.openxmlformats.org/drawingml/2006/main}defRPr", {"sz": "3600", "b": "1"}
                )
            )
            style.append(level)


def _place(holder: Any, x: float, y: float, wide: float, high: float) -> None:
    holder.left, holder.top, holder.width, holder.height = Pt(x), Pt(y), Pt(wide), Pt(high)
    body = holder._element.find(".//{*}bodyPr")
    if body is not None:
        for child in list(body):
            body.remove(child)
        for side in ("lIns", "rIns", "tIns", "bIns"):
            body.set(side, "0")


def _fonts(presentation: Any) -> None:
    """Set the theme's Latin and East Asian faces, for headings and text."""
    part = _theme(presentation)
    text = part.blob.decode("utf-8")
    text = re.sub(
        r"(<a:(?:major|minor)Font>\s*)<a:latin [^>]*/>\s*<a:ea [^>]*/>",
        rf'\1<a:latin typeface="{LATIN}"/><a:ea typeface="{JAPANESE}"/>',
        text,
    )
    text = re.sub(r'(<a:font script="Jpan" typeface=")[^"]*"', rf'\1{JAPANESE}"', text)
    part._blob = text.encode("utf-8")


def _theme(presentation: Any) -> Any:
    relations = presentation.slide_master.part.rels.values()
    return next(relation.target_part for relation in relations if relation.reltype.endswith("/theme"))


def _templated(path: Path) -> Look:
    try:
        presentation: Any = Presentation(io.BytesIO(path.read_bytes()))
    except Exception as error:
        raise BadInputError(
            "The template is no PPTX file", mend="Save it as .pptx and give that file.", file=path, cause=error
        ) from None
    slides = presentation.slides._sldIdLst
    for slide in list(slides):
        presentation.part.drop_rel(slide.rId)
        slides.remove(slide)
    titled = [layout for layout in presentation.slide_layouts if _title_of(layout) is not None]
    if not titled:
        raise BadInputError(
            "No layout of the template has a title", mend="Give a template with a title layout.", file=path
        )
    plain = min(
        titled, key=lambda layout: (len([h for h in layout.placeholders if h.placeholder_format.idx < 10]), layout.name)
    )
    cover = titled[0]
    return Look(presentation, cover, plain, _frame(presentation, plain), own=False)


def _title_of(layout: Any) -> Any:
    return next((holder for holder in layout.placeholders if holder.placeholder_format.idx == 0), None)


def _frame(presentation: Any, layout: Any) -> Frame:
    title = _title_of(layout)
    left = max(20.0, title.left / 12700)
    return Frame(
        width=presentation.slide_width / 12700,
        height=presentation.slide_height / 12700,
        left=min(left, presentation.slide_width / 12700 * 0.12),
        title_top=title.top / 12700,
        title_height=title.height / 12700,
        tells=False,
    )
