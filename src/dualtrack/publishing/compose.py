"""From a specification and the records to a brief in one language: blocks, anchors, numbered sources."""

from collections.abc import Iterable, Mapping

from dualtrack.model.date_words import say_period
from dualtrack.publishing.blocks import Block, Brief, Mark, Note, Section, Tag
from dualtrack.publishing.forms import Setting, form_named
from dualtrack.publishing.forms.registry import News
from dualtrack.publishing.holdings import Holdings
from dualtrack.publishing.scribe import Scribe
from dualtrack.publishing.spec import Piece, Spec
from dualtrack.publishing.spec import Section as Wanted
from dualtrack.publishing.words import word


def compose(
    spec: Spec,
    held: Holdings,
    language: str,
    *,
    edition: str = "",
    news: News | None = None,
    remarks: Mapping[str, tuple[str, ...]] | None = None,
) -> Brief:
    """Write a brief.

    Args:
        spec: What it is to hold.
        held: The records, as known and as of the brief's days.
        language: ``ja`` or ``en``.
        edition: The name of the edition that it is made from, if any.
        news: What became known since an earlier edition; told at the front and marked in the text.
        remarks: Findings of the checks in words, by record id, printed as footnotes.
    """
    scribe = Scribe(held, language, _marks(news), remarks)
    sections: list[Section] = []
    setting = Setting(Piece(form=""), spec.scope, held, scribe, news)
    if news is not None:
        blocks = tuple(form_named("news")(setting))
        sections.append(Section("whats-new", "0", word("whats_new", language, since=news.since), blocks))
    for number, wanted in enumerate(spec.sections, start=1):
        sections.extend(_sections(wanted, str(number), setting))
    return Brief(
        name=spec.brief,
        language=language,
        languages=spec.languages,
        title=spec.title.best(language),
        subtitle=spec.subtitle.best(language) if spec.subtitle else "",
        audience=spec.audience.best(language) if spec.audience else "",
        on=say_period(held.on, language),
        known=say_period(held.known, language),
        known_edtf=held.known.edtf,
        edition=edition,
        sections=tuple(sections),
        sources=scribe.sources(),
        traces=scribe.traces,
    )


def _sections(wanted: Wanted, number: str, setting: Setting) -> Iterable[Section]:
    yield _section(wanted, number, setting, 1)
    for index, inner in enumerate(wanted.sections, start=1):
        yield _section(inner, f"{number}.{index}", setting, 2)


def _section(wanted: Wanted, number: str, setting: Setting, level: int) -> Section:
    language = setting.language
    blocks: list[Block] = []
    if wanted.lead:
        blocks.append(Note(wanted.lead.best(language), "lead"))
    for piece in wanted.pieces():
        blocks.extend(form_named(piece.form)(setting.over(_with_country(piece, wanted))))
    tag = Tag(wanted.country, setting.held.name(wanted.country, language)) if wanted.country else None
    return Section(f"part-{number.replace('.', '-')}", number, wanted.title.best(language), tuple(blocks), level, tag)


def _with_country(piece: Piece, wanted: Wanted) -> Piece:
    """In a country's chapter, a piece that names no country is about that country."""
    if not wanted.country or piece.query.countries or piece.query.ids or piece.query.objects:
        return piece
    return piece.model_copy(update={"query": piece.query.model_copy(update={"countries": (wanted.country,)})})


def _marks(news: News | None) -> dict[str, Mark]:
    if news is None:
        return {}
    marks: dict[str, Mark] = {}
    groups: tuple[tuple[Mark, Iterable[str]], ...] = (
        ("new", news.new),
        ("changed", (id for id, _ in news.changed)),
        ("ended", news.ended),
        ("confirmed", news.confirmed),
        ("contradicted", news.contradicted),
    )
    for mark, ids in groups:
        for id in ids:
            marks[id] = mark
    return marks
