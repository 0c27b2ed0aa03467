"""A brief as one self-contained HTML page: no network, one file, readable on a phone, on paper and by ear."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dualtrack.publishing.blocks import Block, Brief, Chart, Heading, Note, Statement, Table
from dualtrack.publishing.charts import draw
from dualtrack.publishing.colours import colour
from dualtrack.publishing.words import word

LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks of one kind in a row, as the template draws them."""

    kind: str
    blocks: tuple[Block, ...]


def render_page(brief: Brief, others: Mapping[str, str] | None = None) -> str:
    """The page.

    Args:
        brief: What to draw.
        others: By language, the file or address of the same brief in it, for the language switch.
    """
    language = brief.language
    addresses = brief.addresses()
    template = _environment().get_template("page.html.j2")
    page: str = template.render(
        brief=brief,
        sections=[(section, list(runs(section.blocks))) for section in brief.sections],
        others=[(code, LANGUAGE_NAMES[code], place) for code, place in (others or {}).items() if code != language],
        addresses=addresses,
        links=_Links(addresses),
        colour=colour,
        draw=draw,
        titles={source.number: _hover(brief, source.number) for source in brief.sources},
        traces=_json(brief.traces),
        sources_json=_json(
            {str(s.number): {"title": s.title, "url": s.url, "publisher": s.publisher} for s in brief.sources}
        ),
        labels_json=_json({name: word(name, language) for name in _TRACE_WORDS}),
        say=lambda name, **fills: word(name, language, **fills),
    )
    return page


_TRACE_WORDS = (
    "trace", "close", "record", "kind", "recorded", "quote", "place", "source", "archived", "not_archived",
    "open_source",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Links:
    """Turns record ids into links to their statements in this brief."""

    addresses: Mapping[str, str]

    def __call__(self, ids: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(self.addresses[id] for id in ids if id in self.addresses))


def runs(blocks: Iterable[Block]) -> Iterable[Run]:
    """Statements that follow each other as one list, everything else by itself."""
    waiting: list[Block] = []
    for block in blocks:
        if isinstance(block, Statement):
            waiting.append(block)
            continue
        if waiting:
            yield Run("statements", tuple(waiting))
            waiting = []
        yield Run(_KINDS[type(block)], (block,))
    if waiting:
        yield Run("statements", tuple(waiting))


_KINDS: dict[type[Any], str] = {Heading: "heading", Note: "note", Table: "table", Chart: "chart"}


def _hover(brief: Brief, number: int) -> str:
    source = brief.sources[number - 1]
    return " · ".join(part for part in (source.title, source.publisher, source.published) if part)


def _json(value: object) -> str:
    """JSON that may stand inside a ``script`` element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@cache
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("dualtrack.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["anchor_number"] = lambda anchor: anchor.removeprefix("s")
    return environment


__all__ = ["Run", "render_page", "runs"]
