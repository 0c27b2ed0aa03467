"""The codebook: one object, read once, with every section by id."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from dualtrack.codebook import countries_cldr
from dualtrack.codebook.entries import (
    Ambiguity,
    CountryForms,
    Entry,
    Group,
    Indicator,
    InitiativeType,
    Name,
    Pillar,
    SourceKind,
    Stage,
    Technology,
    TechnologyList,
    Terms,
    Theme,
    Track,
    Unit,
    Verb,
)
from dualtrack.codebook.files import HERE, package_data, read_yaml
from dualtrack.codebook.groups import Day, members_on
from dualtrack.codebook.naming import Naming
from dualtrack.codebook.sections import SECTIONS, build_names, build_section, catalogue_names
from dualtrack.errors import BadInputError
from dualtrack.model import Text, Value

GROUPS_VARIABLE = "DUALTRACK_GROUPS"
"""Names a YAML file in the shape of ``groups.yaml`` whose groups replace or join ours."""

_TOLD_IN = ("ja", "en", "ko", "zh", "de", "fr")
_V = TypeVar("_V", bound=Value)


@dataclass(frozen=True)
class Codebook:
    """The field's vocabulary. Sections are read when first asked for.

    Attributes:
        data: The plain data of each file, by its path below the package.
        own_groups: A file of groups that replace or join the built-in ones, or ``None``.
    """

    data: Mapping[str, Any] = field(repr=False)
    own_groups: Path | None = None

    @cached_property
    def verbs(self) -> Mapping[str, Verb]:
        """Verbs by id."""
        return self._section("verbs", Verb)

    @cached_property
    def themes(self) -> Mapping[str, Theme]:
        """Themes by id."""
        return self._section("themes", Theme)

    @cached_property
    def types(self) -> Mapping[str, InitiativeType]:
        """Initiative types by id."""
        return self._section("types", InitiativeType)

    @cached_property
    def pillars(self) -> Mapping[str, Pillar]:
        """Pillars by id."""
        return self._section("pillars", Pillar)

    @cached_property
    def tracks(self) -> Mapping[str, Track]:
        """Tracks by id."""
        return self._section("tracks", Track)

    @cached_property
    def technologies(self) -> Mapping[str, Technology]:
        """Critical and emerging technologies by id."""
        return self._section("technologies", Technology)

    @cached_property
    def technology_lists(self) -> Mapping[str, TechnologyList]:
        """The official lists of technologies by id."""
        return self._section("technology-lists", TechnologyList)

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """Indicators by id."""
        return self._section("indicators", Indicator)

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """Units by id."""
        return self._section("units", Unit)

    @cached_property
    def source_kinds(self) -> Mapping[str, SourceKind]:
        """Kinds of source by id."""
        return self._section("source-kinds", SourceKind)

    @cached_property
    def stages(self) -> Mapping[str, Stage]:
        """Stages of budgets by id."""
        return self._section("stages", Stage)

    @cached_property
    def groups(self) -> Mapping[str, Group]:
        """Groups of countries by id, the user's own instead of ours where both have one."""
        ours = self._section("groups", Group)
        if self.own_groups is None:
            return ours
        return {**ours, **build_section(read_yaml(self.own_groups), Group, self.own_groups)}

    @cached_property
    def terms(self) -> Mapping[str, Terms]:
        """The words that tell of a theme or technology, by its id."""
        return self._section("terms", Terms)

    @cached_property
    def country_forms(self) -> Mapping[str, CountryForms]:
        """What we add to CLDR's country names, by code."""
        return self._section("countries", CountryForms)

    @cached_property
    def ambiguities(self) -> Mapping[str, Ambiguity]:
        """The words whose meaning the surroundings decide, by word."""
        return self._section("ambiguous", Ambiguity)

    @cached_property
    def legal_forms(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """Legal forms by where they stand (``before``, ``after``) and language."""
        data = self.data["codebook/legal-forms.yaml"]
        return {side: {code: tuple(forms) for code, forms in some.items()} for side, some in data.items()}

    @cached_property
    def not_names(self) -> Mapping[str, tuple[str, ...]]:
        """Phrases that hold a name but mean something else, by language."""
        return {language: tuple(some) for language, some in self.data["codebook/not-names.yaml"].items()}

    @cached_property
    def names(self) -> Mapping[str, Name]:
        """Bodies and initiatives by id, as the codebook has them (countries are in ``countries``)."""
        found: dict[str, Name] = {}
        for name, data in self.data.items():
            if name.startswith("codebook/names/"):
                path = HERE.parent / name
                for id, entry in build_names(data, path).items():
                    if id in found:
                        raise BadInputError(f"'{id}' is named in two files", mend="Keep one.", file=str(path), field=id)
                    found[id] = entry
        return found

    @cached_property
    def naming(self) -> Naming:
        """All names, the catalogue's included."""
        entries: dict[str, tuple[Name, ...]] = {id: (entry,) for id, entry in self.names.items()}
        for name, data in self.data.items():
            if name.startswith("catalogue/"):
                for entry in catalogue_names(data):
                    entries[entry.id] = (*entries.get(entry.id, ()), entry)
        cldr = json.loads(countries_cldr.PATH.read_bytes())
        return Naming(cldr, self.country_forms, entries, self.legal_forms)

    @cached_property
    def entities(self) -> Mapping[str, Name]:
        """Bodies and initiatives by id, the catalogue's included."""
        return self.naming.entries

    @property
    def countries(self) -> Mapping[str, Text]:
        """The names of every country by ISO 3166-1 alpha-2 code, in six languages."""
        return self.naming.countries

    def sections(self) -> Iterator[tuple[str, Mapping[str, Entry]]]:
        """Each section's name with its entries."""
        for section in SECTIONS:
            yield section, getattr(self, section.replace("-", "_"))

    def find(self, id: str) -> Iterator[tuple[str, Entry | Name]]:
        """Each section that has the id, with its entry."""
        for section, entries in self.sections():
            if id in entries:
                yield section, entries[id]
        if id in self.entities:
            yield "names", self.entities[id]

    def name_of(self, id: str, language: str) -> str | None:
        """What the id is called in the language (else in English, Japanese or any); ``None`` for an unknown id."""
        if names := self.naming.entities.get(id):
            return names.best(language)
        for _, entries in self.sections():
            if entry := entries.get(id):
                return entry.labels.best(language)
        return None

    def ids_named(self, text: str) -> frozenset[str]:
        """The ids of all countries, bodies and initiatives called so, in any language, whatever its case and width."""
        return self.naming.ids_named(text)

    def synonyms(self, text: str) -> frozenset[str]:
        """All other names, in all languages, of what ``text`` names; empty where it names nothing known."""
        return self.naming.synonyms(text)

    def said_elsewhere(self, text: str) -> frozenset[str]:
        """The terms, in other languages, of the themes and technologies that ``text`` is a term of."""
        said = text.strip().casefold()
        return frozenset(
            other
            for terms in self.terms.values()
            if (languages := [name for name in _TOLD_IN if said in map(str.casefold, getattr(terms, name))])
            for name in _TOLD_IN
            if name not in languages
            for other in getattr(terms, name)
        )

    def members_on(self, group: str, day: Day | date) -> frozenset[str]:
        """The ids of those who belong to the group on a day, or at some time in a longer period; see ``groups``."""
        return members_on(self.groups, group, day)

    def groups_of(self, who: str, day: Day | date) -> frozenset[str]:
        """The ids of the groups to which ``who`` belongs on a day, or at some time in a longer period."""
        return frozenset(group for group in self.groups if who in self.members_on(group, day))

    def _section(self, name: str, entry: type[_V]) -> dict[str, _V]:
        file = f"codebook/{name}.yaml"
        return build_section(self.data.get(file) or {}, entry, HERE.parent / file)


@lru_cache(maxsize=1)
def codebook() -> Codebook:
    """The codebook of this package, with the user's own groups where ``DUALTRACK_GROUPS`` names a file.

    Raises:
        BadInputError: A file is wrong (the parts are checked when first asked for); with file, line and field.
    """
    own = os.environ.get(GROUPS_VARIABLE)
    return Codebook(package_data(), Path(own) if own else None)
