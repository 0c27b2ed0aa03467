"""What things are called: every name, alias and acronym of countries, bodies and initiatives, by language."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from dualtrack.codebook.entries import CountryForms, Name
from dualtrack.model import LANGUAGES, Text

ANY = "*"
"""Marks a form that is the same in every language (acronyms)."""


class Form(NamedTuple):
    """One way to call one thing.

    ``language`` is ISO 639-1, or ``*`` for all; ``sort`` is ``name``, ``alias``, ``acronym``, ``adjective``,
    ``prefix``, ``short`` or ``capital``.
    """

    text: str
    language: str
    id: str
    sort: str


def plain(text: str) -> str:
    """The text as names are compared: NFKC, without case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("’", "'").casefold().split())


class Naming:
    """All names: of countries (CLDR and ours), bodies and initiatives."""

    def __init__(
        self,
        cldr: Mapping[str, Mapping[str, str]],
        countries: Mapping[str, CountryForms],
        names: Mapping[str, tuple[Name, ...]],
        legal_forms: Mapping[str, Mapping[str, tuple[str, ...]]] | None = None,
    ) -> None:
        """Take country names, what we add to them, and each id's entries (the codebook's, then the catalogue's)."""
        self._cldr = cldr
        self._countries = countries
        self._names = names
        sides = (legal_forms or {}).get("before", {}), (legal_forms or {}).get("after", {})
        self._legal_forms = tuple(
            sorted({_bounded(plain(form)) for some in side.values() for form in some}, key=len, reverse=True)
            for side in sides
        )

    @cached_property
    def countries(self) -> Mapping[str, Text]:
        """The name of every country by ISO 3166-1 alpha-2 code, in six languages."""
        found = {}
        for code, names in self._cldr.items():
            own = self._countries.get(code)
            best = {**names, **(own.names.languages() if own and own.names else {})}
            found[code] = Text.model_construct(None, **{language: best.get(language) for language in LANGUAGES})
        return found

    @cached_property
    def entities(self) -> Mapping[str, Text]:
        """The names of everything that is named, by id: countries, bodies, initiatives."""
        return {**self.countries, **{id: entries[0].names for id, entries in self._names.items()}}

    @cached_property
    def entries(self) -> Mapping[str, Name]:
        """Bodies and initiatives by id: the codebook's entry where it has one, else the catalogue's."""
        return {id: entries[0] for id, entries in self._names.items()}

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Every form once, countries first."""
        return tuple(dict.fromkeys([*self._country_forms(), *self._name_forms()]))

    def _country_forms(self) -> Iterator[Form]:
        for code, names in self._cldr.items():
            own = self._countries.get(code)
            yield from (Form(text, language, code, "name") for language, text in self._kept(names, own))
            if own is None:
                continue
            for sort, by_language in (
                ("alias", own.forms),
                ("adjective", own.adjectives),
                ("prefix", own.prefixes),
            ):
                yield from (Form(text, lang, code, sort) for lang, texts in by_language.items() for text in texts)
            for sort, single in (("short", own.short), ("capital", own.capital)):
                yield from (Form(text, language, code, sort) for language, text in single.items())

    @staticmethod
    def _kept(names: Mapping[str, str], own: CountryForms | None) -> Iterator[tuple[str, str]]:
        yield from names.items()
        if own and own.names:
            yield from own.names.languages().items()

    def _name_forms(self) -> Iterator[Form]:
        for id, entries in self._names.items():
            for entry in entries:
                for language, text in entry.names.languages().items():
                    yield Form(text, language, id, "name")
                for text in entry.acronyms:
                    yield Form(text, ANY, id, "acronym")
                for language, texts in entry.aliases.items():
                    yield from (Form(text, language, id, "alias") for text in texts)

    @cached_property
    def _ids(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for form in self.forms:
            if form.sort not in ("capital", "prefix"):
                found.setdefault(plain(form.text), set()).add(form.id)
        return {text: frozenset(ids) for text, ids in found.items()}

    @cached_property
    def _texts(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for form in self.forms:
            if _is_synonym(form):
                found.setdefault(form.id, set()).add(form.text)
        return {id: frozenset(texts) for id, texts in found.items()}

    def ids_named(self, text: str) -> frozenset[str]:
        """The ids of everything called just that, in any language, whatever its case, width and legal form."""
        wanted = plain(text)
        return self._ids.get(wanted) or self._ids.get(self._without_legal_form(wanted), frozenset())

    def _without_legal_form(self, wanted: str) -> str:
        for form in self._legal_forms[0]:
            wanted = wanted.removeprefix(form).strip()
        for form in self._legal_forms[1]:
            wanted = wanted.removesuffix(form).strip(" ,")
        return wanted

    def texts_of(self, id: str) -> frozenset[str]:
        """Everything that the thing is called, in six languages, with the kanji that Japanese headlines write (印)."""
        return self._texts.get(id, frozenset())

    def synonyms(self, text: str) -> frozenset[str]:
        """All other names of what ``text`` names, in all languages; empty where it names nothing known."""
        return _union(self.texts_of(id) for id in self.ids_named(text)) - {text}


def _bounded(form: str) -> str:
    """A Latin legal form stands after a space, so that it is never the end of a word."""
    return f" {form}" if form.isascii() and form[0].isalpha() else form


def _is_synonym(form: Form) -> bool:
    if form.sort == "short":
        return form.language == "ja"
    return form.sort in ("name", "alias", "acronym") and form.language in (ANY, *LANGUAGES)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
