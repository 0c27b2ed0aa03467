"""What every language's grammar is made of: forms (patterns with named groups) and the words behind the groups.

A form is a regular expression whose named groups come from a closed list:

====================  ==========================================================================================
``y``, ``yy``         a year, in four digits or two (``sy`` too); ``y2``, ``yy2`` the year that ends an interval
``m``, ``d``          a month and a day, as numbers or words; ``m2``, ``d2`` those that end an interval
``a``, ``b``          two numbers of which one is the month: the country's custom decides
``era``, ``ey``       a Japanese era or 民国, and the regnal year; beside ``y`` the two are to agree; without an era
                      the year is one of 民国; ``ey2`` the regnal year that ends an interval
``q``, ``h``, ``s``   a quarter, a half year, a season
``dec``               the first year of a decade; ``cen`` the century that it is counted in
``fy``                any text: the year is a fiscal one; ``fq``, ``fh`` its quarter or half
``rel``               a relative word of the grammar's table (last year, 同月)
``w``                 a day of the week; with ``n`` or ``last`` the nth or last of a month
``eom``               any text: the last day of the month
``ap``, ``apm``       any text: about, early, mid, late (of the year, of the month)
``list``              what joins two days that make an interval only if they are neighbours: 27日・28日
``bare``              a year with no mark of one: the grammar's ``vet`` decides from its surroundings
====================  ==========================================================================================

All forms of a language are compiled into one pattern, so the text is scanned once; the form that hit is matched again
for its groups. Every repetition in a form is bounded, so the scan is linear in the length of the text.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from dualtrack.extraction.date_atoms import Atom, Relative, Unit, era_year, month_days
from dualtrack.extraction.date_forms.values import century, cjk_number, month_and_day_of, nth_weekday

Vet = Callable[[str, re.Match[str], Atom], bool]

Y = "[12][0-9]{3}"
"""A year in digits."""
NO_DIGIT = r"(?![0-9]|[.,][0-9])"
SPACE = "(?:[ \\t\u00a0\u2009\u202f]{1,3}(?:\\r?\\n[ \\t]{0,4})?|\\r?\\n[ \\t]{0,4})"
"""Space between the words of a date; one line break may fall there."""
SPACE_CJK = "[ \\t\u00a0\u3000]{0,2}"
"""Space that may stand between the parts of a date where words need none."""
BEFORE_NUMBER = r"(?<![0-9A-Za-z_$€£¥￥₩#/＃])(?<!\A-)(?<![^年月日号號년월일]-)(?<![0-9][.,:])(?<![A-Za-z]\.)"
"""A number after a hyphen begins no date, but where the hyphen ends one: 2025年4月1日-2026年3月31日."""
BEFORE_WORD = "(?<![0-9A-Za-z_\u00c0-\u024f])"
AFTER_NUMBER = (
    r"(?![0-9A-Za-z_%％‰°€$£]|[.,][0-9]|[-/][0-9]"
    r"|[ \u00a0]?(?:%|％|億|亿|万|萬|兆|千|円|元|ドル|倍|억|만|조|원|billion|million|trillion|Mrd|Mio|milliard|Milliarde))"
)
ADDRESS = r"(?:https?://|www\.)[!-~]{0,2000}"
IDENTIFIER = r"10\.[0-9]{4,9}/[!-~]{1,300}"
"""Addresses and document identifiers are passed over: numbers in them are not dates."""

TO = "[ ]?[-–—~〜～][ ]?"

_MONTH, _DAY = "(?:1[0-2]|0?[1-9])", "(?:3[01]|[12][0-9]|0?[1-9])"
SPANS = (
    *(
        rf"(?P<y>{Y}){mark}(?P<m>{_MONTH}){mark}(?P<d>{_DAY}){TO}(?P<y2>{Y}){mark}(?P<m2>{_MONTH}){mark}(?P<d2>{_DAY})(?![0-9/]|\.[0-9])"
        for mark in ("/", r"\.[ ]?")
    ),
    *(
        rf"(?P<y>{Y}){mark}(?P<m>{_MONTH}){TO}(?P<y2>{Y}){mark}(?P<m2>{_MONTH})(?![0-9/]|\.[0-9])"
        for mark in ("/", r"\.")
    ),
    rf"(?P<d>{_DAY})\.(?P<m>{_MONTH})\.(?P<y>{Y}){TO}(?P<d2>{_DAY})\.(?P<m2>{_MONTH})\.(?P<y2>{Y})(?![0-9])",
    rf"(?P<a>[0-3]?[0-9])\.(?P<b>[0-3]?[0-9])\.(?P<y>{Y}){TO}(?P<a2>[0-3]?[0-9])\.(?P<b2>[0-3]?[0-9])\.(?P<y2>{Y})(?![0-9])",
    rf"(?P<a>[0-3]?[0-9])/(?P<b>[0-3]?[0-9])/(?P<y>{Y}){TO}(?P<a2>[0-3]?[0-9])/(?P<b2>[0-3]?[0-9])/(?P<y2>{Y})(?![0-9/])",
)
"""Two dates in numbers with a hyphen between."""
COMMON = (
    rf"(?P<y>{Y})-(?P<m>1[0-2]|0?[1-9])-(?P<d>[0-3]?[0-9])(?![0-9]|-[0-9])",
    rf"(?P<y>{Y})/(?P<m>1[0-2]|0?[1-9])/(?P<d>[0-3]?[0-9])(?![0-9]|/[0-9])",
    rf"(?P<y>{Y})\.[ ]?(?P<m>1[0-2]|0?[1-9])\.[ ]?(?P<d>[0-3]?[0-9]){AFTER_NUMBER}",
    r"(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9A-SU-Za-z_%.,-])",
    rf"(?P<a>[0-3]?[0-9])/(?P<b>[0-3]?[0-9])/(?P<y>{Y})(?![0-9/])",
    rf"(?P<a>[0-3]?[0-9])-(?P<b>[0-3]?[0-9])-(?P<y>{Y})(?![0-9-])",
    rf"(?P<a>[0-3]?[0-9])\.(?P<b>[0-3]?[0-9])\.(?P<y>{Y})(?![0-9])",
    rf"(?<![表図圖图第])(?P<y>{Y})-(?P<m>0[1-9]|1[0-2]|[1-9])(?![0-9A-Za-z_-]|年)",
    rf"(?P<y>{Y})[./](?P<m>1[0-2]|0?[1-9]){AFTER_NUMBER}(?!年)",
    rf"(?P<m>0[1-9])[ ]{{0,2}}[-/][ ]{{1,2}}(?P<y>(?:19|20)[0-9]{{2}}){AFTER_NUMBER}",
)
"""Forms written in numbers alone, read in every language."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one language writes dates. See the module for the groups that forms may name."""

    language: str
    home: str
    """The country whose fiscal year is meant where none is named; empty where the language has no home."""
    numeric: Sequence[str]
    """Forms that begin with a digit."""
    worded: Sequence[str]
    """Forms that begin with anything else."""
    bare: Sequence[str] = ()
    """Forms in digits that are tried last."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    seasons: Mapping[str, int] = field(default_factory=dict)
    relatives: Mapping[str, Relative] = field(default_factory=dict)
    joins: str = "[-–—~〜～]"
    """What stands between two dates that make an interval."""
    opens: str = ""
    """Words before the first date that belong to an interval: from, between."""
    closes: str = ""
    """The word after the last date that belongs to an interval which から or 부터 began: まで."""
    both: str = ""
    """What joins two dates only after an opening word, or only if they are neighbouring days: and."""
    month_first: frozenset[str] = frozenset()
    """The countries that write the month before the day in numbers ('' for none named)."""
    split_fiscal: bool = False
    word_start: str = "(?=[^\\W0-9])"
    """What the worded forms may begin with: a look-ahead that turns most words away."""
    spaced: bool = False
    """Whether words are set apart, so that a date begins after something that is no letter."""
    vet: Vet | None = None
    """What a match must pass beyond its pattern: bare years, months that are also verbs."""
    behind: str = "(?!)"
    """Words that show a date to lie before the reference."""
    ahead: str = "(?!)"
    """Words that show a date to lie ahead of the reference."""
    until: str = "(?!)"
    """Words that show the same where they stand right before the date: by, until."""
    scan: tuple[re.Pattern[str], tuple[str, ...]] | None = field(default=None, init=False, compare=False)

    def atoms(self, text: str, country: str) -> Iterator[Atom]:
        """The dates of ``text`` as written, in order, never overlapping."""
        scan, forms = self._patterns()
        lead = int(self.spaced)
        place, shift, found = 0, lead, scan.match("\n" + text if lead else text)
        while found or (found := scan.search(text, place)):
            which, start = found.lastindex, found.end("at") - shift
            if which == _PASSED:
                place, shift, found = found.end() - shift, 0, None
                continue
            form = (which or 0) - _PASSED - 1
            match = _compiled(forms[form]).match(text, start)
            atom = match and self._read(text, match, country)
            if atom is None and form < len(SPANS):
                atom = self._first(text, start, forms, country)
            if atom:
                yield atom
            place, shift, found = (atom.end if atom else start + 1) - lead, 0, None

    def _first(self, text: str, start: int, forms: Sequence[str], country: str) -> Atom | None:
        """The first of two dates that make no interval: 01.04.2026 – 31.03.2025."""
        matches = (_compiled(form).match(text, start) for form in forms[len(SPANS) :])
        return next((atom for match in matches if match and (atom := self._read(text, match, country))), None)

    def _patterns(self) -> tuple[re.Pattern[str], tuple[str, ...]]:
        """The pattern that scans, and the forms behind its groups, each compiled when it first hits."""
        if self.scan is None:
            numeric = [*SPANS, *self.numeric, *COMMON, *_LATER, *self.bare]
            forms = (*numeric, *self.worded)
            bodies = [re.sub(r"\(\?P<\w+>", "(?:", form) + "()" for form in forms]
            body = (
                f"(?P<at>)(?:(?:{ADDRESS}|{IDENTIFIER})()|(?=[0-9]){BEFORE_NUMBER}(?:{'|'.join(bodies[: len(numeric)])})"
                f"|{self.word_start}{BEFORE_WORD}(?:{'|'.join(bodies[len(numeric) :])}))"
            )
            pattern = re.compile(f"{_APART if self.spaced else ''}{body}")
            object.__setattr__(self, "scan", (pattern, forms))
        assert self.scan is not None
        return self.scan

    def _read(self, text: str, match: re.Match[str], country: str) -> Atom | None:
        groups = {_ALIAS.get(name, name): value for name, value in match.groupdict().items() if value}
        atom = Atom(match.start(), match.end(), country=country)
        try:
            self._year(atom, groups)
            self._parts(atom, groups, country)
        except (KeyError, ValueError):
            return None
        atom.unit = _unit(atom, groups)
        quote = match[0]
        try:
            if groups.keys() & _SECOND:
                self._second(atom, match, groups)
        except (KeyError, ValueError):
            return None
        if atom.end - atom.start < 12 and "." in quote and _VERSION.search(text, max(atom.start - 12, 0), atom.start):
            return None
        if self.vet is not None and not self.vet(text, match, atom):
            return None
        if self.closes and quote.endswith(self.closes) and not any(word in quote for word in _FROM):
            atom.end -= len(self.closes)
        return atom

    def _year(self, atom: Atom, groups: Mapping[str, str]) -> None:
        if "y" in groups:
            atom.year = self.number(groups["y"])
        elif "yy" in groups:
            atom.year, atom.inferred = century(self.number(groups["yy"])), True
        if "ey" in groups:
            self._regnal(atom, groups)
        if "dec" in groups:
            atom.year = self.number(groups["dec"])
            if "cen" in groups:
                atom.year += 100 * (self.number(groups["cen"]) - 1)
            elif atom.year < 100:
                atom.year, atom.inferred = century(atom.year), True
        if "rel" in groups:
            atom.relative = self.relatives[_key(groups["rel"])]
        atom.explicit = atom.year is not None
        if atom.year is not None and not 1000 <= atom.year <= 2999:
            raise ValueError(atom.year)

    def _regnal(self, atom: Atom, groups: Mapping[str, str]) -> None:
        if "era" not in groups:
            atom.year, atom.inferred = era_year("民国", self.number(groups["ey"])), True
            return
        atom.era = (ERA_CODES.get(groups["era"], groups["era"]), self.number(groups["ey"]))
        atom.western, atom.year = atom.year, era_year(*atom.era)
        if atom.western is not None:
            atom.year = atom.western

    def _parts(self, atom: Atom, groups: Mapping[str, str], country: str) -> None:
        if "a" in groups:
            atom.month, atom.day = month_and_day_of(int(groups["a"]), int(groups["b"]), country in self.month_first)
        if "m" in groups:
            atom.month = self.month(groups["m"])
        if "n" in groups or "last" in groups:
            nth = self.number(groups["n"]) if "n" in groups else -1
            atom.day = nth_weekday(atom, nth, self.weekdays[_key(groups["w"])])
        if "eom" in groups and atom.year and atom.month:
            atom.day = month_days(atom.year, atom.month)
        if "d" in groups:
            atom.day = self.number(groups["d"])
        if "w" in groups:
            atom.weekday = self.weekdays[_key(groups["w"])]
        if "q" in groups:
            atom.number = self.number(groups["q"])
        elif "h" in groups:
            atom.number = self.number(groups["h"])
        elif "s" in groups:
            atom.number = self.seasons[_key(groups["s"])]
        atom.approx = "ap" in groups

    def _second(self, atom: Atom, match: re.Match[str], groups: Mapping[str, str]) -> None:
        year = self._second_year(atom, groups)
        if atom.fiscal:
            atom.fiscal_end = year
            return
        until = replace(atom, year=year, weekday=None)
        if "m2" in groups:
            until.month = self.month(groups["m2"])
            if "y2" not in groups and year and year == atom.year and atom.month and until.month < atom.month:
                until.year = year + 1
        if "a2" in groups:
            until.month, until.day = month_and_day_of(
                int(groups["a2"]), int(groups["b2"]), atom.country in self.month_first
            )
        if "d2" in groups:
            until.day = self.number(groups["d2"])
        if "w2" in groups:
            until.weekday = self.weekdays[_key(groups["w2"])]
        if "list" in groups and (until.day or 0) != (atom.day or 0) + 1:
            atom.end = match.start("list")
        else:
            atom.until = until

    def _second_year(self, atom: Atom, groups: Mapping[str, str]) -> int | None:
        year = atom.year
        if "y2" in groups:
            year = self.number(groups["y2"])
        elif "ey2" in groups:
            year = era_year(ERA_CODES.get(groups["era"], groups["era"]), self.number(groups["ey2"]))
        elif "yy2" in groups:
            year = (year or 2000) // 100 * 100 + self.number(groups["yy2"])
        if year is not None and atom.year is not None and year < atom.year:
            raise ValueError(year)
        return year

    def number(self, text: str) -> int:
        """The number that digits, CJK numerals or the grammar's number words stand for."""
        if text.isascii() and text.isdigit():
            return int(text)
        word = _key(text)
        return self.numbers[word] if word in self.numbers else cjk_number(text)

    def month(self, text: str) -> int:
        """The month that a number or a name stands for."""
        if text[0].isascii() and text.isdigit():
            return int(text)
        word = _key(text).rstrip(".")
        return self.months[word] if word in self.months else cjk_number(text)


_APART = "[^0-9A-Za-z_\u00c0-\u024f]"
_PASSED = 2
"""The group that marks an address: passed over. The forms' groups come after it."""
_FROM = ("から", "より", "부터", "에서")
_VERSION = re.compile(r"(?:\b[Vv]ersion|\b[Vv]er\.|\bv|\b[Rr]elease|版本|バージョン|버전)[ \u00a0]?\Z")
_ALIAS = {"fq": "q", "fh": "h", "apm": "ap", "sy": "yy"}
_SECOND = frozenset(("y2", "yy2", "ey2", "m2", "d2", "a2"))
_LATER = (
    rf"(?P<y>{Y})[ ]?[-–—~〜～][ ]?(?P<y2>{Y})(?![0-9A-Za-z_%％-]|[.,][0-9])",
    rf"(?P<y>{Y})/(?P<y2>{Y})(?![0-9A-Za-z_%％/-]|[.,][0-9])",
    rf"(?P<y>{Y})[-–/](?P<yy2>[0-9]{{2}})(?![0-9A-Za-z_%％/-]|[.,][0-9])",
)
ERA_CODES = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form)


def _key(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").replace("-", " ").split())


def _unit(atom: Atom, groups: Mapping[str, str]) -> Unit:
    if "fy" in groups:
        atom.fiscal = True
        atom.part = "quarter" if "q" in groups else "half" if "h" in groups else None
        return "fiscal"
    if atom.day is not None:
        return "day"
    if atom.month is not None:
        return "month"
    for name, unit in _UNITS:
        if name in groups:
            return unit
    return atom.relative.unit if atom.relative else "year"


_UNITS: tuple[tuple[str, Unit], ...] = (("q", "quarter"), ("h", "half"), ("s", "season"), ("dec", "decade"))


def starts(words: str) -> str:
    """A look-ahead for words that begin with one of these, in small letters, capitalised or in capitals."""
    letters: dict[str, list[str]] = {}
    for word in words.split():
        letters.setdefault(word[0], []).append(word[1:])
    branches = []
    for letter, rests in letters.items():
        both = dict.fromkeys([*rests, *(rest.upper() for rest in rests)])
        branches.append(f"[{letter.upper()}{letter}](?:{'|'.join(map(re.escape, both))})")
    return f"(?={'|'.join(branches)})"
