"""The use case of briefs: from a base and a specification to checked pages, decks and Markdown on disk."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from dualtrack.checks import Finding
from dualtrack.errors import BadInputError
from dualtrack.evidence import EvidenceBase
from dualtrack.model import Period
from dualtrack.publishing.blocks import Brief
from dualtrack.publishing.compose import compose
from dualtrack.publishing.editions import Edition, cut, edition_named, editions, editions_file, unchanged
from dualtrack.publishing.forms.registry import News
from dualtrack.publishing.holdings import Holdings
from dualtrack.publishing.page import render_page
from dualtrack.publishing.proof import proofread, remarks
from dualtrack.publishing.since import news_since
from dualtrack.publishing.spec import Spec, load_spec

FORMATS = ("html", "pptx", "md")
DEFAULT = "international-cooperation"
"""The built-in specification that a brief is made from where none is named; its files are called ``brief``."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a brief is asked for beyond its specification.

    ``edition`` and ``known`` exclude each other; ``since`` is an edition's name or a day; ``name`` the stem of the
    files.
    """

    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("html",)
    on: Period | None = None
    known: Period | None = None
    edition: str = ""
    since: str = ""
    template: Path | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: the files, and what a reader should know about them."""

    files: tuple[Path, ...]
    known: Period
    on: Period
    statements: int
    sources: int
    findings: tuple[Finding, ...] = ()
    warnings: tuple[str, ...] = ()
    slides: dict[str, int] = field(default_factory=dict)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles: a brief makes millions of small values and none, and the search takes a fifth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_uncollected()
def make_brief(base: EvidenceBase, where: str | Path, spec: Spec, output: Path, wish: Wish | None = None) -> Made:
    """Write a brief in every language and format asked for.

    Args:
        base: The evidence base.
        where: What the base was opened from; its editions lie beside it.
        spec: What the brief is to hold.
        output: The folder of the files, made if it is not there.
        wish: Languages, formats, days, edition, template.

    Raises:
        BadInputError: An edition, a day or the template is wrong.
    """
    wish = wish or Wish()
    editions_at = editions_file(where)
    edition = edition_named(wish.edition, editions_at) if wish.edition else None
    known = edition.known if edition else wish.known or spec.known
    held = Holdings.of(base, on=wish.on or spec.on, known=known)
    warnings = _warnings(edition, base)
    older = _day(wish.since or spec.since, editions_at)
    name = wish.name or ("brief" if spec.brief == DEFAULT else spec.brief)
    languages = wish.languages or spec.languages
    files: list[Path] = []
    found: dict[str, Finding] = {}
    last: Brief | None = None
    output.mkdir(parents=True, exist_ok=True)
    for language in languages:
        news = news_since(base, older, held, wish.since or spec.since, language) if older else None
        brief, findings = checked(spec, held, language, edition.name if edition else "", news)
        others = {code: f"{name}.{code}.html" for code in languages}
        files += _write(brief, name, output, wish, others)
        found.update({f"{f.rule} {f.record} {f.quote}": f for f in findings})
        last = brief
    assert last is not None
    return Made(
        tuple(files),
        held.known,
        held.on,
        sum(1 for _ in last.statements()),
        len(last.sources),
        tuple(found.values()),
        warnings,
    )


def checked(
    spec: Spec, held: Holdings, language: str, edition: str = "", news: News | None = None
) -> tuple[Brief, tuple[Finding, ...]]:
    """A brief whose numbers went through the checks; what they found is printed as footnotes."""
    brief = compose(spec, held, language, edition=edition, news=news)
    findings = proofread(brief)
    if findings:
        brief = compose(spec, held, language, edition=edition, news=news, remarks=remarks(findings, language))
    return brief, tuple(replace(finding, record=id) for id, all_ in findings.items() for finding in all_)


def cut_edition(base: EvidenceBase, where: str | Path, name: str, known: Period | None) -> Edition:
    """Fix a day of knowledge under a name, beside the base."""
    return cut(base, name, known, editions_file(where))


def list_editions(where: str | Path) -> list[Edition]:
    """The editions of a base."""
    return editions(editions_file(where))


def specification(name: str) -> Spec:
    """A specification by file or built-in name; the built-in brief where none is named."""
    return load_spec(name or DEFAULT)


def day_named(name: str, where: str | Path) -> Period:
    """The day of knowledge that an edition's name or a day in EDTF stands for.

    Raises:
        BadInputError: It is neither.
    """
    return _named_day(name, editions_file(where))


@_uncollected()
def difference(base: EvidenceBase, where: str | Path, earlier: str, later: str, language: str) -> str:
    """What changed between two editions (or days of knowledge), as one self-contained page.

    Raises:
        BadInputError: One of them is neither an edition nor a day.
    """
    from dualtrack.publishing.difference import difference_page

    held = Holdings.of(base, known=day_named(later, where))
    news = news_since(base, day_named(earlier, where), held, earlier, language)
    return difference_page(held, news, language, later)


def _warnings(edition: Edition | None, base: EvidenceBase) -> tuple[str, ...]:
    if edition is None or unchanged(edition, base):
        return ()
    return (
        f"Since the edition '{edition.name}' was cut, records were dated back to {edition.known} or before: "
        "the brief differs from the one made then.",
    )


def _day(since: str, file: Path) -> Period | None:
    return _named_day(since, file) if since else None


def _named_day(name: str, file: Path) -> Period:
    if any(edition.name == name for edition in editions(file)):
        return edition_named(name, file).known
    try:
        return Period.parse(name)
    except BadInputError:
        edition_named(name, file)
        raise


def _write(brief: Brief, name: str, output: Path, wish: Wish, others: dict[str, str]) -> Iterable[Path]:
    for kind in wish.formats:
        path = output / f"{name}.{brief.language}.{kind}"
        path.write_bytes(_rendered(brief, kind, wish, others))
        yield path


def _rendered(brief: Brief, kind: str, wish: Wish, others: dict[str, str]) -> bytes:
    if kind == "html":
        return render_page(brief, others).encode("utf-8")
    if kind == "pptx":
        from dualtrack.publishing.deck import render_deck

        return render_deck(brief, wish.template)
    if kind == "md":
        from dualtrack.publishing.markdown import render_markdown

        return render_markdown(brief).encode("utf-8")
    raise BadInputError(f"'{kind}' is no format of a brief", mend=f"Use one of {', '.join(FORMATS)}.")


def formats_of(names: Sequence[str]) -> tuple[str, ...]:
    """The formats asked for, checked.

    Raises:
        BadInputError: One is not known.
    """
    for name in names:
        if name not in FORMATS:
            raise BadInputError(f"'{name}' is no format of a brief", mend=f"Use one of {', '.join(FORMATS)}.")
    return tuple(dict.fromkeys(names))
