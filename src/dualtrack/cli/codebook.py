"""The command that shows the codebook."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from dualtrack.cli.shared import Format, FormatOption, Language, LanguageOption, emit, emit_json
from dualtrack.codebook import Codebook, Entry, Name
from dualtrack.errors import BadInputError

_COLUMNS = {
    "verbs": ("polarity", "weight"),
    "types": ("stip",),
    "themes": ("stip", "pillar"),
    "indicators": ("unit",),
    "technology-lists": ("published", "fields"),
    "technologies": ("lists",),
    "stages": ("rank",),
    "groups": ("source",),
}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("codebook")(show)


def show(
    section: Annotated[
        str | None, typer.Argument(help="verbs, themes, groups, names ...; all sections if absent.", show_default=False)
    ] = None,
    id_: Annotated[
        str | None, typer.Argument(metavar="ID", help="One entry of the section.", show_default=False)
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", help="For a group: its members on this day (EDTF).", show_default=False)
    ] = None,
    format_: FormatOption = Format.TABLE,
    lang: LanguageOption = Language.EN,
) -> None:
    """Show the vocabulary: verbs, themes, technologies, country groups, indicators, and what everything is called.

    A section alone lists its entries; with an id it shows the whole entry. In place of a section you may give any
    name in any language, to see what it means and what else it is called.

    Examples:
        dualtrack codebook
        dualtrack codebook verbs sign --lang ja
        dualtrack codebook groups g20 --on 2023-09-08
        dualtrack codebook 科学技術振興機構 --format json
    """
    from dualtrack.codebook import codebook

    book = codebook()
    sections = dict(book.sections())
    if section is None:
        emit(_overview(book), format_, title="The codebook")
    elif section == "names":
        _names(book, id_, format_, lang)
    elif section == "countries":
        countries = [{"id": code, "name": text.best(lang.value)} for code, text in book.countries.items()]
        emit(countries, format_, title="countries")
    elif section in sections:
        _section(book, section, sections[section], id_, on, format_, lang)
    else:
        _meaning(book, section, format_, lang)


def _overview(book: Codebook) -> Iterator[dict[str, Any]]:
    for section, entries in book.sections():
        yield {"section": section, "entries": len(entries)}
    yield {"section": "names", "entries": len(book.names)}
    yield {"section": "countries", "entries": len(book.countries)}


def _section(
    book: Codebook, section: str, entries: Any, id_: str | None, on: str | None, format_: Format, lang: Language
) -> None:
    if id_ is None:
        found = [_row(section, entry, lang) for entry in entries.values()]
        emit(found, format_, columns=("id", "label", *_COLUMNS.get(section, ()), "definition"), title=section)
        return
    if id_ not in entries:
        raise BadInputError(f"There is no '{id_}' in {section}", mend=f"See: dualtrack codebook {section}", id=id_)
    if section == "groups" and on is not None:
        members = sorted(book.members_on(id_, on))
        emit(
            [{"id": who, "name": book.name_of(who, lang.value) or ""} for who in members],
            format_,
            title=f"{id_} on {on}",
        )
        return
    _entry(entries[id_], format_)


def _row(section: str, entry: Entry, lang: Language) -> dict[str, Any]:
    data = entry.model_dump(mode="json", exclude_defaults=True)
    row: dict[str, Any] = {"id": entry.id, "label": entry.labels.best(lang.value)}
    row |= {name: data.get(name) for name in _COLUMNS.get(section, ())}
    if section == "technologies":
        row["lists"] = list(data.get("lists", ()))
    return row | {"definition": entry.definition.best(lang.value)}


def _entry(entry: Entry | Name, format_: Format) -> None:
    data = entry.model_dump(mode="json", exclude_defaults=True)
    if format_ is Format.JSON:
        emit_json(data)
    else:
        emit([{"field": name, "value": value} for name, value in data.items()], format_, title=entry.id)


def _names(book: Codebook, id_: str | None, format_: Format, lang: Language) -> None:
    if id_ is None:
        rows = (
            {
                "id": name.id,
                "name": name.names.best(lang.value),
                "what": name.kind or name.type,
                "country": name.country,
                "acronyms": list(name.acronyms),
            }
            for name in book.names.values()
        )
        emit(rows, format_, title="names")
    elif id_ in book.entities:
        _entry(book.entities[id_], format_)
    else:
        _meaning(book, id_, format_, lang)


def _meaning(book: Codebook, text: str, format_: Format, lang: Language) -> None:
    ids = sorted(book.ids_named(text) | ({text} if book.name_of(text, "en") else set()))
    if not ids:
        raise BadInputError(
            f"Nothing in the codebook is called '{text}'",
            mend="Give a section (see: dualtrack codebook), an id, or a name in any of the six languages.",
        )
    rows = [
        {"id": id_, "name": book.name_of(id_, lang.value), "also": sorted(book.naming.texts_of(id_))} for id_ in ids
    ]
    emit(rows, format_, title=text)
