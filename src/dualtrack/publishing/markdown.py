"""A brief as Markdown, for those who edit further: the same blocks, with footnotes for sources."""

from collections.abc import Iterable

from dualtrack.publishing.blocks import Block, Brief, Caveat, Cell, Chart, Heading, Note, Reference, Statement, Table
from dualtrack.publishing.words import join, word


def render_markdown(brief: Brief) -> str:
    """The brief in Markdown with footnotes (``[^3]``), as GitHub and Pandoc read them."""
    return "\n".join(_lines(brief)).rstrip() + "\n"


def _lines(brief: Brief) -> Iterable[str]:
    language = brief.language
    yield f"# {_plain(brief.title)}"
    yield ""
    if brief.subtitle:
        yield f"{_plain(brief.subtitle)}  "
    if brief.audience:
        yield f"{word('audience', language, audience=_plain(brief.audience))}  "
    yield f"{word('as_of', language, on=brief.on)}  "
    yield word("known_by", language, known=brief.known)
    yield ""
    for section in brief.sections:
        yield f"{'#' * (section.level + 1)} {section.number} {_plain(section.title)}"
        yield ""
        for block in section.blocks:
            yield from _block(block, section.level, language)
    yield f"## {word('source_list', language)}"
    yield ""
    for source in brief.sources:
        parts = [_plain(part) for part in (source.title, source.publisher, source.published) if part]
        yield f"[^{source.number}]: {join(parts, language)}{f' <{source.url}>' if source.url else ''}"


def _block(block: Block, level: int, language: str) -> Iterable[str]:
    if isinstance(block, Statement):
        yield from _statement(block, language)
    elif isinstance(block, Heading):
        yield f"{'#' * min(level + block.level - 1, 6)} {_plain(block.text)}"
        yield ""
    elif isinstance(block, Note):
        yield f"> **{_plain(block.text)}**" if block.kind == "point" else _plain(block.text)
        yield ""
    elif isinstance(block, Table):
        yield from _table(block, language)
    else:
        yield from _chart(block, language)


def _statement(said: Statement, language: str) -> Iterable[str]:
    colon = "：" if language == "ja" else ": "
    names = join([tag.name for tag in said.tags], language)
    head = " ".join(part for part in (f"**{said.date}**" if said.date else "", f"[{names}]" if names else "") if part)
    mark = f"({word(said.mark, language)}) " if said.mark else ""
    topic = f"**{_plain(said.topic)}**{colon}" if said.topic else ""
    figures = f" ({'; '.join(said.figures)})" if said.figures else ""
    yield f"- {mark}{head} {topic}{_plain(said.text)}{figures}{_cites(said.references)}".replace("  ", " ")
    for detail in said.details:
        yield f"  - {_plain(detail)}"
    for remark in said.remarks:
        yield f"  - *{word('doubt', language)}{colon}{_plain(remark)}*"
    yield ""


def _table(table: Table, language: str) -> Iterable[str]:
    if table.title:
        yield f"**{_plain(table.title)}**"
        yield ""
    yield "| " + " | ".join(_cell_text(head) for head in table.heads) + " |"
    yield "|" + "---|" * len(table.heads)
    for row in table.rows:
        yield "| " + " | ".join(_cell(cell) for cell in row) + " |"
    yield ""
    yield from _caveat(table.caveat, language)


def _chart(chart: Chart, language: str) -> Iterable[str]:
    yield f"**{_plain(chart.title)}**"
    yield ""
    yield _plain(chart.alt)
    yield ""
    yield from _table(chart.data, language)
    yield from _caveat(chart.caveat, language)


def _caveat(caveat: Caveat | None, language: str) -> Iterable[str]:
    if caveat is None:
        return
    colon = "：" if language == "ja" else ": "
    told = {
        "source": _cites(caveat.sources),
        "known_label": caveat.known,
        "method": caveat.method,
        "missing": caveat.missing,
    }
    yield "*" + " ".join(f"{word(name, language)}{colon}{text}" for name, text in told.items() if text) + "*"
    yield ""


def _cell(cell: Cell) -> str:
    return f"{_cell_text(cell.text)}{_cites(cell.references)}"


def _cell_text(text: str) -> str:
    return _plain(text).replace("|", "\\|").replace("\n", " ")


def _cites(references: Iterable[Reference]) -> str:
    return "".join(f"[^{number}]" for number in dict.fromkeys(reference.number for reference in references))


def _plain(text: str) -> str:
    """Text whose Markdown signs stand for themselves."""
    for sign in "\\`*_[]<>":
        text = text.replace(sign, "\\" + sign)
    return text
