"""Dates in policy texts, read into EDTF with their exact place and no more precision than is written.

``find_dates`` reads Japanese, English, Korean, Chinese, German and French; ISO dates and English month names are read in
every language. A month stays a month and a year a year. ``find_date_faults`` gives what is wrong with dates as
written: days that do not exist, weekdays and eras that do not agree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dualtrack.errors import BadInputError
from dualtrack.extraction.date_atoms import Atom, edtf, era_year, real
from dualtrack.extraction.date_context import Context
from dualtrack.extraction.date_forms import detect_language, grammar_of
from dualtrack.extraction.date_join import joined
from dualtrack.model.fiscal import ERAS

_FULL_WIDTH = re.compile("[０-９]")
_NARROW = {0xFF10 + digit: 0x30 + digit for digit in range(10)} | {
    ord("／"): "/",
    ord("．"): ".",
    ord("－"): "-",
    ord("＇"): "'",
}
_REFERENCE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text.

    ``quote`` is ``text[start:end]``. ``edtf`` is EDTF (ISO 8601-2): level 0 and 1, quarters 33-36 and seasons 21-24.
    ``inferred`` says that a part was taken from the surroundings, the reference or the writer's custom. ``kind`` is the
    form as written: date, month, year, quarter, half, season, fiscal-year, decade, interval, relative or era.
    ``weekday`` counts from Monday = 0; ``era`` is a Japanese era (or 民国) and regnal year, ``western`` the western year
    where both are stated.
    """

    start: int
    end: int
    quote: str
    edtf: str
    inferred: bool
    kind: str
    weekday: int | None = None
    era: tuple[str, int] | None = None
    western: int | None = None

    def as_dict(self) -> dict[str, object]:
        """The mention as plain data: quote, start, end, edtf, inferred."""
        return {"quote": self.quote, "start": self.start, "end": self.end, "edtf": self.edtf, "inferred": self.inferred}


@dataclass(frozen=True, slots=True)
class DateFault:
    """Something wrong with a date as written.

    ``kind``: ``impossible-date`` (30 February), ``weekday-mismatch``, ``era-mismatch`` (令和7年(2024年)), ``era-past-end``
    (平成32年), ``year-unknown`` (nothing says which year is meant). ``stated`` and ``expected`` are words or numbers to show.
    """

    start: int
    end: int
    quote: str
    kind: str
    stated: str
    expected: str = ""

    def as_dict(self) -> dict[str, object]:
        """The fault as plain data."""
        return {name: getattr(self, name) for name in ("quote", "start", "end", "kind", "stated", "expected")}


def find_dates(
    text: str, language: str | None = None, reference: str | date | None = None, country: str | None = None
) -> list[DateMention]:
    """The dates of a text, in order, never overlapping.

    Args:
        text: Any text; offsets count its characters.
        language: ISO 639-1 code; found from the script and the commonest words where not given.
        reference: The document's date (a day, month or year; a ``date`` or ISO text): what 'last year' counts from.
        country: ISO 3166 code of the country spoken of: whose fiscal years, and which order of day and month.

    Raises:
        BadInputError: The reference is no date.
    """
    return [
        _mention(text, atom) for atom, known in _read(text, language, reference, country) if known and _exists(atom)
    ]


def find_date_faults(
    text: str, language: str | None = None, reference: str | date | None = None, country: str | None = None
) -> list[DateFault]:
    """What is wrong with the dates of a text as written; the arguments are those of ``find_dates``.

    Raises:
        BadInputError: The reference is no date.
    """
    return [
        fault
        for atom, known in _read(text, language, reference, country)
        for part in (atom, atom.until)
        if part is not None
        for fault in _faults(text, atom, part, known)
    ]


def _read(
    text: str, language: str | None, reference: str | date | None, country: str | None
) -> Iterator[tuple[Atom, bool]]:
    narrow = text.translate(_NARROW) if _FULL_WIDTH.search(text) else text
    grammar = grammar_of((language or detect_language(narrow)).split("-")[0].lower())
    context = Context(narrow, grammar, _reference(reference), (country or "").upper())
    for atom in joined(narrow, grammar.atoms(narrow, context.country), grammar):
        if not _names_a_law(narrow, atom):
            yield atom, context.resolve(atom)


_LAW_NUMBER = re.compile(
    r"\s?(?:法律|政令|省令|勅令|条約|規則|告示|訓令|[一-龠]{1,6}省令|[一-龠]{1,6}告示|[一-龠]{1,6}訓令|法|대통령령|법률)\s?(?:第|제)\s?[0-9一二三四五六七八九十百]"
)
_LAW_OF = re.compile(r"\b(?:(?:Acts?|Statute)(?:,| of)?\s|[LR]\.[RS]\.C\.,? \(?)\Z")


def _names_a_law(text: str, atom: Atom) -> bool:
    """Whether a year belongs to the number or name of a law: 平成7年法律第130号, Atomic Energy Act of 1954."""
    if atom.until is not None or atom.relative is not None:
        return False
    if _LAW_NUMBER.match(text, atom.end):
        return True
    return atom.unit == "year" and bool(_LAW_OF.search(text, max(atom.start - 12, 0), atom.start))


def _reference(reference: str | date | None) -> tuple[int, int | None, int | None] | None:
    if reference is None:
        return None
    if isinstance(reference, date):
        return reference.year, reference.month, reference.day
    found = _REFERENCE.match(reference)
    if not found:
        raise BadInputError(f"'{reference}' is no date", mend="Write the reference as 2025, 2025-06 or 2025-06-26.")
    year, month, day = (int(part) if part else None for part in found.groups())
    return year or 0, month, day


def _exists(atom: Atom) -> bool:
    if not real(atom) or (atom.until is not None and not real(atom.until)):
        return False
    if atom.year is None or not 1000 <= atom.year <= 2999:
        return False
    if atom.until is None:
        return True
    first, last = edtf(atom).split("/")[0], edtf(atom).split("/")[-1]
    return first[:4] <= last[:4]


def _mention(text: str, atom: Atom) -> DateMention:
    return DateMention(
        atom.start,
        atom.end,
        text[atom.start : atom.end],
        edtf(atom),
        atom.inferred,
        _kind(atom),
        atom.weekday,
        atom.era,
        atom.western if atom.era else None,
    )


def _kind(atom: Atom) -> str:
    if atom.until is not None:
        return "interval"
    if atom.relative is not None:
        return "relative"
    if atom.unit == "fiscal":
        return "fiscal-year"
    return "era" if atom.era and atom.unit == "year" else {"day": "date"}.get(atom.unit, atom.unit)


def _faults(text: str, atom: Atom, part: Atom, known: bool) -> Iterator[DateFault]:
    quote = text[atom.start : atom.end]
    place = (atom.start, atom.end, quote)
    if not known:
        if part is atom and part.relative is None:
            yield DateFault(*place, "year-unknown", quote)
        return
    if not real(part):
        yield DateFault(*place, "impossible-date", quote)
    elif part.weekday is not None and part.unit == "day":
        actual = date(part.year or 1, part.month or 1, part.day or 1).weekday()
        if actual != part.weekday:
            yield DateFault(*place, "weekday-mismatch", _WEEKDAYS[part.weekday], _WEEKDAYS[actual])
    if part is atom and atom.era is not None:
        yield from _era_faults(place, atom)


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _era_faults(place: tuple[int, int, str], atom: Atom) -> Iterator[DateFault]:
    assert atom.era is not None
    name, regnal = atom.era
    year = era_year(name, regnal)
    if atom.western is not None and year is not None and year != atom.western:
        yield DateFault(*place, "era-mismatch", str(atom.western), str(year))
    era = next((era for era in ERAS if era.ja == name), None)
    if era is None or era.ends is None or year is None:
        return
    stated = (year, atom.month or 1, atom.day or 1)
    if (stated > (era.ends.year, era.ends.month, era.ends.day) and atom.unit != "fiscal") or (
        atom.unit == "fiscal" and year > era.ends.year
    ):
        yield DateFault(*place, "era-past-end", f"{name}{regnal}", era.ends.isoformat())
