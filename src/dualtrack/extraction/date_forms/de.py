"""How German writes dates: 1. Januar 2025, 05.12.2024, im dritten Quartal 2024, Mitte 2026, am 5. Mai, letztes Jahr."""

import re

from dualtrack.extraction.date_atoms import Atom, Relative
from dualtrack.extraction.date_forms.base import AFTER_NUMBER, NO_DIGIT, Grammar, Y, starts
from dualtrack.extraction.date_forms.base import SPACE as S
from dualtrack.extraction.date_forms.en import FOREIGN_NUMERIC, FOREIGN_STARTS, FOREIGN_WORDED
from dualtrack.extraction.date_forms.en import MONTHS as ENGLISH_MONTHS
from dualtrack.extraction.date_forms.latin import SHORT_YEAR, YEAR, bare_year, numbered, word_before, words

_NAMES = ("januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
          "dezember")  # fmt: skip
_MONTHS = (
    {name: place for place, name in enumerate(_NAMES, 1)}
    | {name[:3]: place for place, name in enumerate(_NAMES, 1)}
    | {"jänner": 1, "jän": 1, "feber": 2, "maerz": 3, "mrz": 3, "sept": 9}
)
_WEEKDAY_NAMES = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_WEEKDAYS = (
    {name: place for place, name in enumerate(_WEEKDAY_NAMES)}
    | {name[:2]: place for place, name in enumerate(_WEEKDAY_NAMES)}
    | {"sonnabend": 5}
)
_ORDINAL_STEMS = (
    "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt "
    "achtzehnt neunzehnt zwanzigst einundzwanzigst zweiundzwanzigst dreiundzwanzigst vierundzwanzigst fünfundzwanzigst "
    "sechsundzwanzigst siebenundzwanzigst achtundzwanzigst neunundzwanzigst dreißigst einunddreißigst"
)
_ORDINALS = {
    stem + ending: place
    for place, stem in enumerate(_ORDINAL_STEMS.split(), 1)
    for ending in ("", "e", "en", "er", "es", "em")
}
_ORDINAL = f"(?i:(?:{'|'.join(sorted(_ORDINAL_STEMS.split(), key=len, reverse=True))})e[nrsm]?)"
_UNITS = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS = ("zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn")
_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")


def _spelled_years() -> dict[str, int]:
    """Neunzehnhundertneunundneunzig, zweitausendachtzehn, zweitausendundeins."""
    below = dict(zip((*_UNITS, *_TEENS), range(1, 20), strict=True)) | {"eins": 1}
    below |= dict(zip(_TENS, range(20, 100, 10), strict=True))
    below |= {
        f"{unit}und{ten}": n + place
        for ten, n in zip(_TENS, range(20, 100, 10), strict=True)
        for place, unit in enumerate(_UNITS, 1)
    }
    fronts = {"neunzehnhundert": 1900, "zweitausend": 2000, "zweitausendund": 2000}
    years = {f"{front}{word}": base + n for front, base in fronts.items() for word, n in below.items()}
    return years | {"zweitausend": 2000, "neunzehnhundert": 1900}


_SPELLED = r"(?i:neunzehnhundert|zweitausend)(?:[a-zäöüß]{3,20}|(?=[ ]?(?:\Z|[.,;:!?)\n])))(?![A-Za-zÄÖÜäöüß])"
_FULL = "januar|jänner|februar|feber|märz|maerz|april|mai|juni|juli|august|september|oktober|november|dezember"
_SHORT = "jan|jän|feb|mär|mrz|apr|jun|jul|aug|sept?|okt|nov|dez"
_END_OF_WORD = "(?![A-Za-z0-9_\u00c0-\u024f])"
_M = rf"(?P<m>(?i:(?:{_FULL}){_END_OF_WORD}|(?:{_SHORT}){_END_OF_WORD}\.?))"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_WEEKDAY = f"(?P<w>(?:[Mm]on|[Dd]iens|[Dd]onners|[Ff]rei|[Ss]ams|[Ss]onn)tag|[Mm]ittwoch|[Ss]onnabend|Mo|Di|Mi|Do|Fr|Sa|So)\\.?,?(?:{S}(?:de[nmr]{S})?)"
_WEEKDAY_NAME = "(?P<w>(?:[Mm]on|[Dd]iens|[Dd]onners|[Ff]rei|[Ss]ams|[Ss]onn)tag|[Mm]ittwoch|[Ss]onnabend)"
_REL = "(?P<rel>(?i:letzte[nrs]?|vorige[nrs]?|vergangene[nrs]?|diese[nrsm]?|laufende[nrs]?|nächste[nrs]?|kommende[nrs]?|folgende[nrs]?|gleiche[nrs]?|selbe[nrs]?))"
_TAIL = f"(?:(?:{S}?,?{S}?|[-/.]|[ ]?(?:des{S}Jahres|im{S}Jahre?){S})(?P<y>{YEAR}{NO_DIGIT}|{_SPELLED})|{S}(?:des{S})?(?P<rel>diese[sn]|vergangenen|letzten|vorigen|laufenden|nächsten|kommenden|gleichen|selben){S}Jahre?s?|{S}(?:['’](?P<yy>[0-9]{{2}})(?![0-9])|{SHORT_YEAR.replace('<yy>', '<sy>')}))?"
_TO = f"(?:{S}?[-–—]{S}?|{S}bis(?:{S}zum)?{S}|(?P<list>{S}(?:und|u\\.|\\+){S}|/|,{S}))"
_DAY_MONTH = rf"(?P<d>{_DAY})(?:(?:\.|te[nrs]?)?{S}?|-)(?:de[sr]{S})?{_M}{_TAIL}"
_DAYS_MONTH = rf"(?P<d>{_DAY})\.?{_TO}(?P<d2>{_DAY})\.?{S}?{_M}{_TAIL}"
_ROUGHLY = "(?P<ap>[Aa]nfang|[Mm]itte|[Ff]rühe[nrs]?|[Ss]päte[nrs]?|[Ee]twa|[Uu]m|[Cc]irca|ca\\.|[Rr]und)"
_PRE = f"(?:{_ROUGHLY}|[Ee]nde|(?:zum{S})?[Jj]ahresende){S}(?:des{S}Jahres{S}|im{S}|vom{S})?"
_QUARTER = f"(?P<q>[Ee]rste[ns]?|[Zz]weite[ns]?|[Dd]ritte[ns]?|[Vv]ierte[ns]?|[Ll]etzte[ns]?|[1-4](?=\\.|te[ns]?))(?:\\.|te[ns]?)?{S}[Qq]uartals?"
_HALF = f"(?:(?P<h>[Ee]rste[nrs]?|[Zz]weite[nrs]?|[12](?=\\.))\\.?{S}(?:Halbjahre?s?|Jahreshälfte|Hälfte(?:{S}des{S}Jahres(?!{S}[12]))?))"
_OF_YEAR = f"(?:{S}(?:des{S}Jahres{S}|im{S}Jahr{S}|von{S})?(?P<y>{YEAR}){NO_DIGIT}|{S}{_REL}{S}Jahres)"
_SEASON = "(?P<s>Frühjahr|Frühling|Sommer|Herbst|Winter)s?"
_LAST, _THIS, _NEXT = Relative("year", -1, nearest=-1), Relative("year", 0), Relative("year", 1, nearest=1)
_SAME, _AFTER = Relative("year", 0, True), Relative("year", 1, True)
_STEMS = {"letzte": _LAST, "vorige": _LAST, "vergangene": _LAST, "diese": _THIS, "laufende": _THIS, "nächste": _NEXT,
          "kommende": _NEXT, "folgende": _AFTER, "gleiche": _SAME, "selbe": _SAME}  # fmt: skip
_RELATIVES = {
    stem + ending + tail: Relative("month", kind.shift, kind.from_text) if tail else kind
    for stem, kind in _STEMS.items()
    for ending in ("", "n", "r", "s", "m")
    for tail in ("", " monat", " monats")
} | {
    "vorjahr": Relative("year", -1), "vorjahres": Relative("year", -1), "folgejahr": _AFTER, "heuer": _THIS,
    "gestern": Relative("day", -1), "vormonat": Relative("month", -1), "jahresende": _THIS,
}  # fmt: skip
_STARTS = (
    f"{FOREIGN_STARTS} jän feber mär mrz maerz mai okt dez mon dien mitt donn frei sams sonn mo. mo, di. di, mi. mi, do. do, fr. fr, sa. sa, so. so, anfang mitte früh spät etwa um circa ca. rund ende "
    "zum jahresende erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreiz vierz fünfz sechz siebz achtz "
    "neunz zwanz einund zweiund dreiund vierund fünfund sechsund siebenund achtund neunund dreiß letzt h1 h2 früh sommer "
    "herbst winter haushaltsj geschäftsj finanzj fiskalj rechnungsj vorig vergangen dies laufend nächst kommend folge gleich "
    "selb vorj vormonat heuer gestern zwischen"
)
_LEADING = words(
    "in im ab seit bis von vom zum nach vor und oder zwischen für jahr jahre jahres jahren jahrgang anfang mitte ende "
    "um etwa ca circa gegen während stand herbst sommer winter frühjahr frühling haushalt haushaltsjahr "
    "bundeshaushalt haushaltsentwurf regierungsentwurf etat noch erst bereits schon der die das den des dem zu aus sommer quartal halbjahr also auch "
    "dann wurde wurden war ist hat haben sind wird werden jahreswechsel januar februar märz april mai juni juli "
    "august september oktober november dezember spätestens"
)
_COUNTED = re.compile(
    r"[ \u00a0](?:neue[nr]? |weitere[nr]? )?(?:Personen|Menschen|Projekte[n]?|Forsch\w+|Studierende\w*|Studenten|Publikationen|Artikel"
    r"|Unternehmen|Stellen|Arbeitsplätze|Teilnehm\w+|Wissenschaftl\w+|Patente|Stipendi\w+|Universitäten|Hochschulen|Länder|Euro|Dollar"
    r"|Mitarbeit\w+|Beschäftigte\w*|Anträge[n]?|Kilometer|Tonnen|Stunden|Tage|Wochen|Mio|Mrd|Millionen|Milliarden)\b"
)
_NAMED = re.compile("(?!)")
_COMPARED = re.compile(r"(?:\bals im|[Gg]egenüber dem|[Ii]m Vergleich zum|\bzum|\bwie im)\s\Z")
_BEFORE_MONTH = words(
    "im in ab seit bis von vom zum nach vor und oder zwischen anfang mitte ende um gegen während des monat monats "
    "noch erst letzten vergangenen kommenden nächsten diesen spätestens"
)
_MONTH_FOLLOWS = re.compile(rf"{S}?(?:-|–|—|/|bis|und|oder){S}?{_M.replace('?P<m>', '?:')}")


def _vet(text: str, match: re.Match[str], atom: Atom) -> bool:
    groups = match.re.groupindex
    counted = atom.unit == "year" and atom.approx and _COUNTED.match(text, match.end())
    compared = match[0].startswith("Vorj") and _COMPARED.search(text, max(match.start() - 24, 0), match.start())
    if counted or compared or numbered(text, match, atom):
        return False
    if "bare" in groups:
        return bare_year(text, match, _LEADING, _COUNTED, _NAMED)
    if "m" in groups and match["m"] and atom.day is None and atom.year is None and atom.relative is None:
        if match.start("m") > match.start() or _MONTH_FOLLOWS.match(text, match.end()):
            return True
        return match["m"][0].isupper() and len(match["m"]) > 2 and word_before(text, match.start()) in _BEFORE_MONTH
    if "short" in groups:
        return word_before(text, match.start()) in ("am", "vom", "zum", "bis", "ab", "den", "dem", "der", "seit", "von")
    return True


GRAMMAR = Grammar(
    language="de",
    home="DE",
    numeric=(
        _DAYS_MONTH,
        _DAY_MONTH,
        rf"(?P<d>{_DAY})\.?{S}?[-–]{S}?(?P<d2>{_DAY})\.{S}?(?P<m>1[0-2]|0?[1-9])\.{S}?(?P<y>{Y})(?![0-9])",
        rf"(?P<d>[0-3]?[0-9])\.{S}?(?P<m>1[0-2]|0?[1-9])\.{S}?(?:(?P<y>{Y})|(?P<yy>[0-9]{{2}}))(?![0-9.]*[0-9])",
        rf"(?P<d>[0-3]?[0-9])[/-](?P<m>1[0-2]|0?[1-9])[/-](?:(?P<y>{Y})|(?P<yy>[0-9]{{2}}))(?![0-9])",
        rf"(?P<short>(?P<d>{_DAY})\.{S}?(?P<m>1[0-2]|0?[1-9])\.)(?!{S}?[0-9])",
        rf"{_QUARTER}{_OF_YEAR}?",
        rf"{_HALF}{_OF_YEAR}",
        rf"(?P<y>{Y})[- /]?Q(?P<q>[1-4])(?![0-9A-Za-z])",
        r"(?P<m>(?:0?[1-9]|1[0-2])(?=[./])|(?:0[1-9]|1[0-2])(?=-))[-./](?P<y>(?:19|20)[0-9]{2})(?![0-9/])(?!\.[0-9])",
        rf"(?P<dec>[12][0-9]{{2}}0|[3-9]0(?=er(?:{S}|-)Jahre))ern?(?:{S}|-)?(?:Jahren?)?(?![a-z])",
        *FOREIGN_NUMERIC,
    ),
    bare=(r"(?P<bare>(?P<y>1[5-9][0-9]{2}|20[0-9]{2}))(?![0-9A-Za-z_%‰]|[.,][0-9]|er\b)",),
    worded=(
        rf"[Zz]wischen{S}(?:dem{S})?(?P<d>{_DAY})\.?{S}und{S}(?:dem{S})?(?P<d2>{_DAY})\.{S}?{_M}{_TAIL}",
        rf"{_WEEKDAY}(?:{_DAYS_MONTH})",
        rf"{_WEEKDAY}(?:{_DAY_MONTH})",
        rf"{_WEEKDAY}(?P<d>[0-3]?[0-9])\.{S}?(?P<m>1[0-2]|0?[1-9])\.{S}?(?P<y>{Y})(?![0-9])",
        rf"(?:(?P<n>{_ORDINAL})|(?P<last>[Ll]etzte[nrms]?)){S}{_WEEKDAY_NAME}{S}(?:im|des){S}(?:Monats{S})?{_M}{S}(?P<y>{YEAR})(?![0-9])",
        rf"(?P<eom>[Ll]etzte[rnm]?){S}[Tt]ag{S}(?:im|des){S}(?:Monats{S})?{_M}{S}(?P<y>{YEAR})(?![0-9])",
        rf"(?:{_WEEKDAY})?(?P<d>{_ORDINAL}){S}{_M}{_TAIL}",
        rf"(?:{_PRE})?{_M},?{S}?(?:des{S}Jahres{S})?(?P<y>{YEAR}){AFTER_NUMBER}",
        rf"{_M},?{S}(?:des{S}Jahres{S})?(?P<y>{_SPELLED})",
        rf"(?<=Jahr[ ])(?P<y>{_SPELLED})",
        rf"(?:{_PRE})?{_M}{S}(?:des{S})?(?P<rel>diese[sn]|vergangenen|letzten|vorigen|laufenden|nächsten|kommenden|gleichen|selben){S}Jahre?s?",
        rf"{_REL}{S}{_M}",
        rf"{_PRE}{_M}",
        rf"{_PRE}(?:der{S})?(?P<dec>[12][0-9]{{2}}0)er(?:{S}|-)?(?:Jahren?)?(?![a-z])",
        rf"{_PRE}(?P<y>{YEAR})(?![0-9A-Za-z_%]|[.,][0-9])",
        rf"{_PRE}{_REL}{S}Jahres",
        rf"{_QUARTER}{_OF_YEAR}?",
        rf"{_HALF}{_OF_YEAR}",
        rf"Q(?P<q>[1-4])(?:{S}?[-/]?{S}?(?P<y>{YEAR}))?(?![0-9A-Za-z])",
        rf"H(?P<h>[12])[ ]?(?P<y>{YEAR})(?![0-9A-Za-z])",
        rf"(?:{_PRE})?{_SEASON}{S}(?:des{S}Jahres{S})?(?P<y>{YEAR})(?:[/–-][0-9]{{2,4}})?(?![0-9])",
        rf"{_REL}{S}{_SEASON}(?![a-z])",
        rf"(?P<fy>Haushaltsjahr(?:e[sn]?)?|Geschäftsjahr(?:e[sn]?)?|Finanzjahr(?:e[sn]?)?|Fiskaljahr(?:e[sn]?)?|Rechnungsjahr){S}(?P<y>{YEAR})(?:[-–/](?:(?P<y2>{Y})|(?P<yy2>[0-9]{{2}})))?(?![0-9])",
        rf"(?P<rel>(?i:letzte[nrs]|vorige[nrs]|vergangene[nrs]|diese[nsm]|laufende[nrs]|nächste[nrs]|kommende[nrs]|folgende[nrs]|gleiche[nrs]){S}Monate?s?)(?![a-z])",
        rf"{_REL}{S}Jahre?s?(?![a-zäöü])(?!{S}(?:Fristen|und))",
        r"(?P<rel>Jahresende(?![ ]?[12])|Vorjahre?s?|Folgejahr|[Hh]euer|Vormonat|[Gg]estern)(?![a-zäöü-])",
        rf"{_M}{S}(?P<d>{_DAY})\.?,?{S}(?P<y>{YEAR})(?![0-9])",
        *FOREIGN_WORDED,
        _M,
    ),
    numbers=_ORDINALS | _spelled_years() | {"letzten": 4, "letztes": 4},
    months=ENGLISH_MONTHS | _MONTHS,
    weekdays=_WEEKDAYS,
    seasons={"frühjahr": 1, "frühling": 1, "sommer": 2, "herbst": 3, "winter": 4},
    relatives=_RELATIVES,
    joins=f"{S}?(?:-|–|—|bis(?:{S}(?:zum|Ende|einschließlich))?){S}?(?:de[mn]{S})?",
    opens=rf"(?:[Vv]o[nm]|[Zz]wischen|[Ii]n{S}den{S}Jahren){S}(?:de[mnr]{S})?",
    both=f"{S}und{S}(?:de[mnr]{S})?",
    word_start=starts(_STARTS),
    spaced=True,
    vet=_vet,
    behind=r"\b(?:wurden?|waren?|hatten?|hat|haben|[a-zäöü]{3,}te[nt]?|fand|begann|stieg|sank|trat|ist)\b",
    ahead=r"\b(?:findet|finden|beginnt|endet|startet|tritt|soll|sollen|wird|werden|geplant|vorgesehen|spätestens|Frist)\b",
    until=r"\b(?:bis|ab|vor|zum)[ \n](?:zum[ ]|Ende[ ])?\Z",
)
