"""How English writes dates: 23 May 2024, May 30, 2025, Sept. 5th, Q3 2024, FY2026, by September, between 2027 and 2030.

The forms that name an English month are read in texts of every language.
"""

import re

from dualtrack.extraction.date_atoms import Atom, Relative
from dualtrack.extraction.date_forms.base import AFTER_NUMBER, NO_DIGIT, Grammar, Y, starts
from dualtrack.extraction.date_forms.base import SPACE as S
from dualtrack.extraction.date_forms.latin import SHORT_YEAR, YEAR, bare_year, numbered, word_before, words

_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
MONTHS = (
    {name: place for place, name in enumerate(_NAMES, 1)}
    | {name[:3]: place for place, name in enumerate(_NAMES, 1)}
    | {"sept": 9}
)
_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = (
    {name: place for place, name in enumerate(_WEEKDAY_NAMES)}
    | {name[:3]: place for place, name in enumerate(_WEEKDAY_NAMES)}
    | {"tues": 1, "wednes": 2, "thur": 3, "thurs": 3}
)
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
          "eighteenth", "nineteenth", "twentieth")  # fmt: skip
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
              "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}


def _ordinals() -> dict[str, int]:
    words = {word: place for place, word in enumerate(_UNITS, 1)} | {word: n for n, word in enumerate(_TEENS, 10)}
    words |= {f"twenty {word}": 20 + place for place, word in enumerate(_UNITS, 1)}
    return words | {
        "thirtieth": 30,
        "thirty first": 31,
        "last": 4,
        "final": 4,
        "3rd": 3,
        "4th": 4,
        "5th": 5,
        "latter": 2,
        "1st": 1,
        "2nd": 2,
    }


def _spelled_years() -> dict[str, int]:
    """Twenty sixteen, nineteen ninety-five, two thousand (and) eight."""
    small = {word: place for place, word in enumerate(_CARDINALS, 1)}
    tens = {f"{ten} {unit}": n + small[unit] for ten, n in _TENS.items() for unit in _CARDINALS[:9]}
    below = {**{word: n for word, n in small.items() if n >= 10}, **_TENS, **tens}
    words = {
        f"{front} {word}": base + n
        for front, base in (("nineteen", 1900), ("twenty", 2000))
        for word, n in below.items()
    }
    thousand = {f"two thousand{link}{word}": 2000 + n for link in (" ", " and ") for word, n in (small | below).items()}
    return words | thousand | {"two thousand": 2000}


def _spelled_decades() -> dict[str, int]:
    """Nineteen seventies, twenty tens, two thousand and tens."""
    tens = {f"{word.removesuffix('y')}ies": n for word, n in _TENS.items()} | {"tens": 10}
    fronts = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000, "two thousand": 2000, "two thousand and": 2000}
    decades = {f"{front} {word}": base + n for front, base in fronts.items() for word, n in tens.items()}
    return decades | {"two thousands": 2000, "noughties": 2000}


_ORDINAL = (
    "(?:(?:[Tt]wenty|[Tt]hirty)[ -])?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth)"
    "|[Tt]enth|[Ee]leventh|[Tt]welfth|(?:[Tt]hir|[Ff]our|[Ff]if|[Ss]ix|[Ss]even|[Ee]igh|[Nn]ine)teenth|[Tt]wentieth|[Tt]hirtieth"
)
_UNIT_WORD = "(?:one|two|three|four|five|six|seven|eight|nine)"
_TEEN_WORD = "(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
_TENS_WORD = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_SPELLED = (
    f"(?:(?:[Nn]ineteen|[Tt]wenty)[ -](?:{_TENS_WORD}(?:[ -]{_UNIT_WORD})?|{_TEEN_WORD})"
    f"|[Tt]wo[ ]thousand(?:[ ](?:and[ ])?(?:{_TENS_WORD}(?:[ -]{_UNIT_WORD})?|{_TEEN_WORD}|{_UNIT_WORD}))?)(?![a-z-])"
)
_DECADE = "(?:[Tt]wo thousands|[Nn]oughties|(?:[Ee]ighteen|[Nn]ineteen|[Tt]wenty|[Tt]wo thousand(?: and)?)[ -](?:tens|(?:twen|thir|for|fif|six|seven|eigh|nine)ties))"
_FULL = (
    "[Jj]anuary|JANUARY|[Ff]ebruary|FEBRUARY|[Mm]arch|MARCH|[Aa]pril|APRIL|[Mm]ay|MAY|[Jj]une|JUNE|[Jj]uly|JULY|[Aa]ugust|AUGUST"
    "|[Ss]eptember|SEPTEMBER|[Oo]ctober|OCTOBER|[Nn]ovember|NOVEMBER|[Dd]ecember|DECEMBER"
)
_SHORT = "(?:[Jj]an|JAN|[Ff]eb|FEB|[Mm]ar|MAR|[Aa]pr|APR|[Jj]un|JUN|[Jj]ul|JUL|[Aa]ug|AUG|[Ss]ept?|SEPT?|[Oo]ct|OCT|[Nn]ov|NOV|[Dd]ec|DEC)"
_END_OF_WORD = "(?![A-Za-z0-9_\u00c0-\u024f'’])"
_MONTH_NAME = f"(?:(?:{_FULL}){_END_OF_WORD}|{_SHORT}{_END_OF_WORD}\\.?)"
M = f"(?P<m>{_MONTH_NAME})"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_TH = "(?:st|nd|rd|th)?"
_WEEKDAY_NAME = "(?P<w>(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day)"
_WEEKDAY = f"(?P<w>(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\.?,?(?:{S}(?:the{S})?)"
_OF_YEAR = rf"(?:(?:,?{S}?(?:of{S}(?:the{S}year{S})?)?|[-/.]|,)(?P<y>{YEAR}{NO_DIGIT}|{_SPELLED})|,?{S}?['’](?P<yy>[0-9]{{2}})(?![0-9]))"
_TAIL_STATED = f"(?:{_OF_YEAR}|,?{S}(?:of{S})?(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|(?:the{S})?same|that){S}year(?![a-z]))"
_TAIL = f"{_TAIL_STATED}?"
_TO = f"{S}?(?:-|–|—|to|through|thru|until|till|(?P<list>and|&|,)){S}?(?:the{S})?"
_NO_DAY = rf"(?!{S}[0-9]{{1,2}}{_TH},?{S}[12][0-9]{{3}})"
_DAY_MONTH = rf"(?P<d>{_DAY}){_TH}(?:{S}?(?:(?:day{S})?of{S})?|[-/.]{S}?){M}{_NO_DAY}(?:{S}{SHORT_YEAR.replace('<yy>', '<sy>')}|{_TAIL})"
_DAYS_MONTH = rf"(?P<d>{_DAY}){_TH}{_TO}(?P<d2>{_DAY}){_TH}(?:{S}(?:of{S})?|[-/.]){M}{_TAIL}"
_DAY_END = rf"(?![0-9A-Za-z_%‰]|[.,][0-9]|:[0-9]|[-/][0-9]|{S}?(?:%|percent|per cent|million|billion))"
_MONTH_DAY = rf"{M}(?:{S}?(?:the{S})?|[-/]{S}?|,{S})(?P<d>{_DAY}){_TH}(?:{_TAIL_STATED}|{_DAY_END})"
_MONTH_DAYS = rf"{M}{S}?(?:the{S})?(?P<d>{_DAY}){_TH}{_TO}(?P<d2>{_DAY}){_TH}(?:{_TAIL_STATED}|{_DAY_END})"
_MONTH_YEAR = rf"{M}(?:,?{S}(?:of{S})?|[-/., ]{{1,2}})(?P<y>{YEAR}){AFTER_NUMBER}"
_ROUGHLY = f"(?P<ap>(?:[Ee]arly|[Mm]id|[Ll]ate|[Aa]round|[Cc]irca|c\\.)(?:[ -]|{S})(?:in{S})?|(?:[Bb]eginning|[Ss]tart|[Mm]iddle){S}of{S})"
_PRE = f"(?:{_ROUGHLY}|[Ee]nd(?:-|{S})(?:of{S})?)(?:the{S})?(?:year{S})?"
_QUARTER = (
    f"(?:(?P<q>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal|1st|2nd|3rd|4th){S}[Qq](?:uarter|tr)(?![a-z]))"
)
_FISCAL = rf"(?P<fy>FY|[Ff]iscal(?:[ -][Yy]ears?)?|[Ff]inancial[ -][Yy]ears?)(?:{S}?\(FY\))?"
_OF_FISCAL = rf"(?:(?:,?{S}(?:of|in){S}|,?{S}?)(?:the{S})?(?:{_FISCAL}{S}?)?['’]?(?P<y>{YEAR}){NO_DIGIT})"
_HALF = f"(?P<h>[Ff]irst|[Ss]econd|[Ll]atter|1st|2nd){S}half"
_REL_WORD = "(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious|[Cc]urrent|[Ff]ollowing|[Pp]ast|[Cc]oming|[Ss]ame|[Tt]hat)"

_LAST, _THIS, _NEXT = Relative("year", -1, nearest=-1), Relative("year", 0), Relative("year", 1, nearest=1)
_SAME, _AFTER, _BEFORE = Relative("year", 0, True), Relative("year", 1, True), Relative("year", -1, True)
_RELATIVES = {
    "last": _LAST, "past": _LAST, "this": _THIS, "current": _THIS, "next": _NEXT, "coming": _NEXT,
    "same": _SAME, "the same": _SAME, "that": _SAME, "following": _AFTER, "previous": _BEFORE,
    "last month": Relative("month", -1), "this month": Relative("month", 0), "next month": Relative("month", 1),
    "same month": Relative("month", 0, True), "that month": Relative("month", 0, True),
    "following month": Relative("month", 1, True), "previous month": Relative("month", -1, True),
    "the year": Relative("year", 0), "year end": Relative("year", 0),
    "yesterday": Relative("day", -1), "today": Relative("day", 0),
}  # fmt: skip

FOREIGN_STARTS = "jan feb mar apr may jun jul aug sep oct nov dec fy2 fy1 fy' fy\u2019 fy q1 q2 q3 q4"
STARTS = (
    f"{FOREIGN_STARTS} mon tue wed thu fri sat sun early mid late end beginning start middle around circa c. first second third "
    "fourth fifth sixth seventh eighth nin ten eleven twel thirt four fif six seven eight twent last final latter 1st 2nd h1 h2 "
    "nought spring summer autumn fall winter fiscal financial this next same that following previous current past coming year two "
    "yesterday today between from"
)
FOREIGN_MONTHS = MONTHS
FOREIGN_NUMERIC = (_DAYS_MONTH.replace(_TAIL, _OF_YEAR), _DAY_MONTH.replace(_TAIL, _OF_YEAR))
_FOREIGN_FISCAL = rf"(?P<fy>FY){S}?['’]?(?:(?P<y>{YEAR})|(?P<yy>[0-9]{{2}}))(?:[-–/](?:(?P<y2>{Y})|(?P<yy2>[0-9]{{2}})))?(?![0-9A-Za-z])"
FOREIGN_WORDED = (
    _MONTH_DAYS.replace(f"(?:{_TAIL_STATED}|{_DAY_END})", _OF_YEAR),
    _MONTH_DAY.replace(f"(?:{_TAIL_STATED}|{_DAY_END})", _OF_YEAR),
    _MONTH_YEAR,
    _FOREIGN_FISCAL,
    rf"Q(?P<q>[1-4])[ ]?(?P<y>{YEAR})(?![0-9])",
)
"""English forms that carry their year: read in texts of every language."""

_COUNTED = re.compile(
    r"[ \u00a0](?:new |more |additional |other |young |[a-z]+ed )?(?:people|persons|projects?|researchers?|students?|papers?"
    r"|articles?|companies|firms|jobs|grants?|participants?|scientists|publications|patents|scholars|scholarships|experts"
    r"|universities|countries|organi[sz]ations|institutions|employees|staff|members|respondents|applications|fellows|doctoral"
    r"|times|euros?|dollars|pounds|yen|tonnes|tons|km|miles|hectares|MW|GW|hours|days|weeks|cases|positions|places|awards)\b"
)
_NAMES_YEARS = re.compile(r"[ \u00a0](?:Agenda|Framework Programme for)\b")
_PREPOSITIONS = words(
    "in by since until till from to through during before after between and of last next this early mid late end "
    "beginning start middle for or as around throughout starting effective previous each every on the a an its their "
    "our his her this that these those is was were are both all starting beginning when while with over under per "
    "than about"
)
_QUARTILE = re.compile(r"[ -]?(?:journal|paper|publication|rank|and Q[1-4] journal)")
_MONTH_FOLLOWS = re.compile(rf"{S}?(?:-|–|—|/|to|through|until|and|or){S}?(?:{_MONTH_NAME}|[0-9])")


def _vet(text: str, match: re.Match[str], atom: Atom) -> bool:
    groups = match.re.groupindex
    counted = atom.unit == "year" and atom.approx and _COUNTED.match(text, match.end())
    if counted or numbered(text, match, atom):
        return False
    if "bare" in groups:
        return bare_year(text, match, _PREPOSITIONS, _COUNTED, _NAMES_YEARS)
    if "spelled" in groups:
        return word_before(text, match.start()) in ("in", "since", "year", "of", "by", "until")
    if atom.unit == "quarter" and atom.year is None:
        return not _QUARTILE.match(text, match.end())
    if "m" in groups and match["m"]:
        return _month_stands(text, match, atom)
    return True


def _month_stands(text: str, match: re.Match[str], atom: Atom) -> bool:
    """May the verb and March the verb are no months; a month alone needs a word that leads to a date."""
    name = match["m"]
    if atom.year is not None:
        return True
    if atom.relative is not None:
        return name[0].isupper() or name.lower() not in ("may", "march", "mar")
    if atom.day is not None:
        return name.lower() not in ("may", "march", "mar", "dec", "sun") or name[0].isupper()
    if name[0].islower() and name in (
        "may",
        "march",
        "mar",
        "jan",
        "dec",
        "sep",
        "oct",
        "nov",
        "jun",
        "jul",
        "apr",
        "feb",
        "aug",
        "august",
    ):
        return False
    if match.start("m") > match.start() or _MONTH_FOLLOWS.match(text, match.end()):
        return True
    return word_before(text, match.start()) in _PREPOSITIONS


GRAMMAR = Grammar(
    language="en",
    home="",
    numeric=(
        rf"(?P<d>{_DAY})-{M}-(?P<yy>[0-9]{{2}})(?![0-9])",
        _DAYS_MONTH,
        _DAY_MONTH,
        rf"(?P<y>{Y})(?:[-/.]|,?{S}){M}(?:[-/.]|{S})(?P<d>{_DAY}){_TH}{_DAY_END}",
        rf"(?P<y>{Y}),?{S}(?:the{S})?{_QUARTER}(?![a-z])",
        rf"(?P<y>{Y})[- ]?Q(?P<q>[1-4])(?![0-9A-Za-z])",
        rf"(?P<y>{Y})[- ]?H(?P<h>[12])(?![0-9A-Za-z])",
        rf"(?P<q>[1-4])Q[ ]?['’]?(?:(?P<y>{Y})|(?P<yy>[0-9]{{2}}))(?![0-9A-Za-z])",
        rf"(?P<h>[12])H[ ]?['’]?(?:(?P<y>{Y})|(?P<yy>[0-9]{{2}}))(?![0-9A-Za-z])",
        rf"{_QUARTER}{_OF_FISCAL}?",
        rf"(?P<y>{Y})(?:[-–/](?P<yy2>[0-9]{{2}}))?{S}(?P<fy>(?:fiscal|financial|Fiscal|Financial)[ -][Yy]ear)",
        rf"(?P<a>[0-3]?[0-9])/(?P<b>[0-3]?[0-9])(?:,[ ]?(?P<y>{Y})|[/,](?P<yy>[0-9]{{2}}))(?![0-9/])",
        r"(?P<a>[0-3]?[0-9])-(?P<b>[0-3]?[0-9])-(?P<yy>[0-9]{2})(?![0-9-])",
        r"(?P<m>0?[1-9]|1[0-2])[/-](?P<y>(?:19|20)[0-9]{2})(?![0-9/-])",
        r"(?P<dec>[12][0-9]{2}0)['’]?s(?![a-z])",
    ),
    bare=(r"(?P<bare>(?P<y>1[5-9][0-9]{2}|20[0-9]{2}))(?![0-9A-Za-z_%‰]|[.,][0-9])",),
    worded=(
        rf"[Bb]etween{S}(?:the{S})?(?P<d>{_DAY}){_TH}{S}?(?:and|&|-|–){S}?(?P<d2>{_DAY}){_TH}{S}(?:of{S})?{M}{_TAIL}",
        rf"[Bb]etween{S}{M}{S}(?:the{S})?(?P<d>{_DAY}){_TH}{S}and{S}(?P<d2>{_DAY}){_TH}(?:{_TAIL_STATED}|{_DAY_END})",
        rf"{_WEEKDAY}(?:{_DAYS_MONTH})",
        rf"{_WEEKDAY}(?:{_DAY_MONTH})",
        rf"{_WEEKDAY}(?:{_MONTH_DAY})",
        rf"[Ff]rom{S}(?:the{S})?(?:{_DAYS_MONTH})",
        rf"(?:{_WEEKDAY})?(?P<d>{_ORDINAL})(?:{S}day)?{S}(?:of{S})?{M}{_TAIL}",
        _MONTH_DAYS,
        _MONTH_DAY,
        rf"{M}{S}(?:the{S})?(?P<d>{_ORDINAL})(?![a-z]){_TAIL}",
        rf"(?:{_PRE})?{_MONTH_YEAR}",
        rf"{M},?{S}(?:of{S})?(?P<y>{_SPELLED})",
        rf"{M}['’ ]{{1,2}}['’](?P<yy>[0-9]{{2}})(?![0-9])",
        rf"(?:{_PRE})?{M},?{S}(?:of{S})?(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|(?:the{S})?same|that){S}year(?![a-z])",
        rf"(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast){S}{M}",
        rf"{_PRE}{M}",
        rf"(?:(?P<n>{_ORDINAL}|[1-5](?=st|nd|rd|th))(?:st|nd|rd|th)?|(?P<last>[Ll]ast)){S}{_WEEKDAY_NAME}{S}(?:of|in){S}{M},?{S}(?P<y>{YEAR})(?![0-9])",
        rf"(?P<eom>[Ll]ast){S}day{S}(?:of|in){S}{M},?{S}(?P<y>{YEAR})(?![0-9])",
        rf"(?P<dec>{_DECADE})(?![a-z'’])",
        rf"{_PRE}(?P<rel>last|this|next){S}year(?![a-z'’])",
        rf"(?:[Tt]he{S})?[Ee]nd{S}of{S}(?P<rel>the{S}year)(?![a-z'’])(?!{S}[12])",
        r"(?<=[Bb]y )(?P<rel>year[- ]end)(?![a-z])",
        rf"{_PRE}(?P<dec>[12][0-9]{{2}}0)['’]?s(?![a-z])",
        rf"{_PRE}(?P<y>{YEAR})(?![0-9A-Za-z_%]|[.,][0-9]|{S}(?:people|projects|researchers|students|jobs))",
        rf"[Yy]ear{S}(?P<y>{YEAR})(?![0-9A-Za-z_%]|[.,][0-9])",
        rf"(?P<spelled>(?P<y>{_SPELLED}))(?![a-z])",
        rf"Q(?P<q>[1-4])(?:{S}?[-/,]?{S}?(?:of{S})?(?P<fy>FY{S}?)?(?:(?P<y>{YEAR})|['’](?P<yy>[0-9]{{2}})))?(?![0-9A-Za-z])",
        rf"{_QUARTER}{_OF_FISCAL}",
        rf"{_QUARTER}(?:{S}(?:of{S})?(?P<rel>last|this|next|the same|that){S}year)?(?![a-z])",
        rf"{_HALF}{S}of{S}(?:the{S})?(?:{_FISCAL}{S}?)?(?:(?P<y>{YEAR})|(?P<rel>last|this|next|same){S}year)",
        rf"H(?P<h>[12])[ -]?(?:of{S})?(?P<y>{YEAR})(?![0-9A-Za-z])",
        rf"(?:{_PRE})?(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:{S}|,{S})(?:of{S})?(?P<y>{YEAR})(?:[-–/][0-9]{{2,4}})?(?![0-9A-Za-z])",
        rf"(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast){S}(?P<s>spring|summer|autumn|fall|winter)(?![a-z])",
        rf"{_FISCAL}{S}?['’]?(?:(?P<y>{YEAR})|(?P<yy>[0-9]{{2}}))(?:(?:[-–/]|{S}(?:to|through|and){S})(?:(?P<y2>{Y})|(?P<yy2>[0-9]{{2}})))?(?![0-9A-Za-z%]|[.,][0-9])",
        rf"{_REL_WORD}{S}(?P<fy>(?:fiscal|financial){S}year)(?![a-z])",
        rf"(?P<rel>(?:[Ll]ast|[Tt]his|[Nn]ext|[Ss]ame|[Tt]hat|[Ff]ollowing|[Pp]revious){S}month)(?![a-z])",
        rf"(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|[Ss]ame|[Tt]hat|[Ff]ollowing|[Pp]revious|[Cc]urrent){S}year(?![a-z'’-])",
        r"(?P<rel>[Yy]esterday)(?!['’a-z])",
        r"(?P<rel>Today)(?=,)",
        r"(?P<rel>[Tt]oday)(?=,? (?:announced|launched|published|released|unveiled|signed|adopted|presented|welcomed))",
        r"(?<=ed )(?P<rel>today)(?!['’a-z])",
        rf"{M}",
    ),
    numbers=_ordinals() | _spelled_years() | _spelled_decades(),
    months=MONTHS,
    weekdays=WEEKDAYS,
    seasons=SEASONS,
    relatives=_RELATIVES,
    joins=f"{S}?(?:-|–|—|~|to|through|until|till|up to){S}?(?:the{S})?",
    opens=rf"(?:from|From|between|Between){S}(?:the{S})?",
    both=f"{S}and{S}(?:the{S})?",
    month_first=frozenset(("", "US")),
    word_start=starts(STARTS),
    spaced=True,
    vet=_vet,
    behind=r"\b(?:was|were|had|met|began|rose|fell|held|took|saw|gave|[a-z]{2,}ed)\b",
    ahead=r"\b(?:takes? place|opens|closes|starts|begins|ends|enters|will|planned|scheduled|expected|due|deadline|upcoming|shall|to be)\b",
    until=r"\b(?:by|until|till|before|from|starting|beginning|no later than)[ \n](?:the[ ])?\Z",
)
