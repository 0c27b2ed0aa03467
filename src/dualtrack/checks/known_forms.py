"""Known names by their acronyms, and acronyms by their names; each index is built once."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dualtrack.checks.name_words import Words, around, eastern_end, eastern_name, initials, words_of
from dualtrack.checks.well_known import BODIES, NAMES
from dualtrack.checks.wording import words

_OWN = {
    "JP": ("ja", "en"), "KR": ("ko", "en"), "CN": ("zh",), "TW": ("zh",),
    "DE": ("de",), "AT": ("de",), "FR": ("fr",), "EU": ("en", "fr", "de"),
    "US": ("en",), "GB": ("en",), "AU": ("en",), "NZ": ("en",), "IN": ("en",), "SG": ("en",), "ZA": ("en",),
    "CA": ("en", "fr"), "IE": ("en",), "CH": ("de", "fr"),
}  # fmt: skip
"""In what languages the bodies of a country have a name of their own, no translation."""
_TREATY = words(
    "iaea oecd who wto wipo itu unctad undp unep imf unesco fao unicef nato iea iso iec adb cern un unfccc ipcc "
    "eu-esa eu-euratom"
)
"""Bodies whose English and French names a treaty or statute gives."""
_SETTLED = words("iaea oecd who wto imf fao itu wipo nato iea unesco")
"""Those whose name has one settled form in Japanese, Korean and Chinese as well."""
_SHORT = re.compile(r"[A-ZÀ-Ý][A-Za-zÀ-ÿ*-]{1,10}[A-Za-zÀ-ÿ]")


@dataclass(frozen=True, slots=True)
class Form:
    """A name of the codebook.

    Attributes:
        id: Of its entry.
        name: As the codebook has it.
        language: Its language.
        short: The acronym by which it was asked for.
        own: Whether it is the body's name in a language of its own, no translation.
        main: Whether the codebook gives it first.
        words: Its words, where it is in Latin letters.
        eastern: Its characters, where it is in those of the East.
    """

    id: str
    name: str
    language: str
    short: str
    own: bool
    main: bool
    words: Words
    eastern: str

    @property
    def spelled(self) -> bool:
        """Whether the acronym is made of its initials."""
        return self.short.upper() in initials(self.words)


@lru_cache(maxsize=1)
def by_acronym() -> dict[str, tuple[Form, ...]]:
    """The names of each acronym."""
    from dualtrack.codebook import codebook

    found: dict[str, list[Form]] = defaultdict(list)
    for entry in codebook().names.values():
        own = _OWN.get(entry.country, ()) if entry.country else ("en",)
        if entry.id in _TREATY:
            own = ("en", "fr", "ja", "ko", "zh") if entry.id in _SETTLED else ("en", "fr")
        aliases = {alias for some in entry.aliases.values() for alias in some}
        shorts = [
            *entry.acronyms,
            *sorted(alias for alias in aliases if _SHORT.fullmatch(alias) and alias[1:2].isupper()),
        ]
        main = entry.names.languages()
        forms = [(language, name, True) for language, name in main.items()]
        forms += [(language, alias, False) for language, some in entry.aliases.items() for alias in some]
        for short in dict.fromkeys(shorts):
            found[short] += [
                Form(
                    entry.id, name, language, short, language in own or _its_initials(name, short), first,
                    words_of(name), eastern_name(name),
                )
                for language, name, first in forms
                if name != short
            ]  # fmt: skip
    for body in BODIES:
        found[body.acronym] += [
            Form(
                f"{body.country}:{body.acronym}", name, "", body.acronym, True, True, words_of(""), eastern_name(name)
            )
            for name in body.names
        ]  # fmt: skip
    return {short: tuple(forms) for short, forms in found.items()}


def _its_initials(name: str, short: str) -> bool:
    words = words_of(name)
    return len(words.written) >= 3 and short.upper() in initials(words)


@lru_cache(maxsize=1)
def acronyms_of() -> dict[tuple[str, ...], frozenset[str]]:
    """The acronyms that stand for each name, by its words or, in characters of the East, by itself."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for short, forms in by_acronym().items():
        for form in forms:
            for key in _keys(form):
                found[key].add(short)
    return {key: frozenset(shorts) for key, shorts in found.items()}


def _keys(form: Form) -> Iterator[tuple[str, ...]]:
    if len(form.words.plain) >= 2:
        yield form.words.plain
    if len(form.eastern) >= 4:
        yield (form.eastern,)


@lru_cache(maxsize=1)
def every_name() -> frozenset[tuple[str, ...]]:
    """Every known name, by its words or its characters."""
    keys = {words_of(name).plain for name in all_names()} | {(name,) for name in eastern_written()}
    return frozenset(keys - {()})


def all_names() -> Iterator[str]:
    """The names and aliases of the codebook in all languages."""
    from dualtrack.codebook import codebook

    for entry in codebook().names.values():
        yield from entry.names.languages().values()
        for some in entry.aliases.values():
            yield from some


@lru_cache(maxsize=1)
def eastern_written() -> dict[str, str]:
    """The known names in the scripts of the East, by themselves without blanks and dots."""
    return {bare: name for name in (*all_names(), *NAMES) if (bare := eastern_name(name))}


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """The code of each country by its names and adjectives of one word, without their endings."""
    from dualtrack.codebook import codebook

    found: dict[str, str] = {}
    for code, names in codebook().countries.items():
        forms = codebook().country_forms.get(code)
        more = [*forms.forms.values(), *forms.adjectives.values()] if forms is not None else []
        for name in (*names.languages().values(), *(form for some in more for form in some)):
            words = words_of(name).plain
            if len(words) == 1:
                found.setdefault(words[0], code)
            elif eastern := eastern_end(name):
                found.setdefault(eastern, code)
    return found


@lru_cache(maxsize=1)
def _eastern_countries() -> re.Pattern[str]:
    return re.compile("|".join(sorted((re.escape(name) for name in countries() if eastern_end(name)), key=len)[::-1]))


def countries_near(text: str, start: int, end: int) -> frozenset[str]:
    """The countries named in a stretch of a text or close by in its sentence."""
    before, behind = around(text, start, end, _NEAR)
    near = before + text[start:end] + behind
    names = [*words_of(near).plain, *_eastern_countries().findall(near)]
    return frozenset(countries()[name] for name in names if name in countries())


_NEAR = 50


@lru_cache(maxsize=1)
def eastern_names() -> frozenset[str]:
    """Every known name in the scripts of the East, without blanks and dots."""
    return frozenset(eastern_written())


@lru_cache(maxsize=1)
def by_characters() -> dict[str, str]:
    """The known names in the scripts of the East by their characters, sorted; empty where two have the same."""
    found: dict[str, str] = {}
    for name in eastern_names():
        key = "".join(sorted(name))
        found[key] = name if found.setdefault(key, name) == name else ""
    return found


def ends_in_known(eastern: str) -> bool:
    """Whether a run of characters of the East ends in a known name."""
    return any((eastern[-count:],) in every_name() for count in range(4, 24))


@lru_cache(maxsize=1)
def eastern_pairs() -> frozenset[str]:
    """Every two characters that follow one another in some known name."""
    return frozenset(name[place : place + 2] for name in eastern_names() for place in range(len(name) - 1))
