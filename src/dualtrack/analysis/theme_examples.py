"""What themes are learned from: survey initiatives, as wave files or a base tell them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dualtrack.evidence import EvidenceBase
from dualtrack.model import Initiative, Period
from dualtrack.sources import Wave
from dualtrack.sources.stip_records import native_name
from dualtrack.sources.tidy import text

_SURVEY = "stip-survey-"


class Example(NamedTuple):
    """An initiative as a wave tells it: ``main`` is description and objectives, ``native`` its name in ``language``."""

    id: str
    wave: str
    name: str
    main: str
    background: str
    themes: frozenset[str]
    country: str = ""
    native: str = ""
    language: str = ""

    @property
    def text(self) -> str:
        """All that it says, as one would give it to be scored."""
        return "\n".join(part for part in (self.name, self.main, self.background) if part)


def examples_of(wave: Wave) -> Iterator[Example]:
    """The initiatives of a wave that chose a theme."""
    for entry in wave.entries:
        if entry.themes:
            fields = {name: text(entry.fields.get(name, "")) for name in ("name", "description", "background")}
            main = "\n".join([fields["description"], *(text(cell) for cell in entry.lists.get("objectives", []))])
            themes = frozenset(entry.themes)
            country = text(entry.fields.get("country", ""))
            said = fields["name"], main, fields["background"]
            language, native = native_name(entry.fields)
            yield Example(entry.number, str(wave.year), *said, themes, country, native, language)


def examples_in(base: EvidenceBase) -> Iterator[Example]:
    """The survey initiatives of a base that chose a theme, as each wave changed them."""
    waves = sorted(one.id.removeprefix(_SURVEY) for one in base.records("source") if one.id.startswith(_SURVEY))
    for wave in waves:
        for revision in base.records("initiative", known=Period(wave), source=f"{_SURVEY}{wave}"):
            record = revision.record
            if isinstance(record, Initiative) and record.themes and not _dropped(record):
                themes = frozenset(record.themes)
                said = [record.description, *record.elements]
                main = "\n".join(part.en for part in said if part is not None and part.en)
                background = (record.background.en if record.background else "") or ""
                name, country = record.names.en or "", "".join(record.parties)
                own = {key: value for key, value in record.names.languages().items() if key != "en"}
                language, native = next(iter(own.items()), ("", ""))
                id_ = record.id.removeprefix("stip-")
                yield Example(id_, wave, name, main, background, themes, country, native, language)


def _dropped(record: Initiative) -> bool:
    """Whether a later wave is cited only because it no longer lists the initiative."""
    return sum(cite.source.startswith(_SURVEY) for cite in record.cites) > 1


def latest(rows: Sequence[Example]) -> list[int]:
    """Where each initiative stands as its last wave tells it, in the order of the rows."""
    found: dict[str, int] = {}
    for at, row in enumerate(rows):
        if row.id not in found or row.wave >= rows[found[row.id]].wave:
            found[row.id] = at
    return sorted(found.values())
