"""How French writes dates: 5 décembre 2024, 1er janvier 2025, 05/12/2024, au troisième trimestre 2024, mi-2026, l'an dernier."""

import re

from dualtrack.extraction.date_atoms import Atom, Relative
from dualtrack.extraction.date_forms.base import AFTER_NUMBER, NO_DIGIT, Grammar, Y, starts
from dualtrack.extraction.date_forms.base import SPACE as S
from dualtrack.extraction.date_forms.en import FOREIGN_NUMERIC, FOREIGN_STARTS, FOREIGN_WORDED
from dualtrack.extraction.date_forms.en import MONTHS as ENGLISH_MONTHS
from dualtrack.extraction.date_forms.latin import SHORT_YEAR, YEAR, bare_year, numbered, word_before, words

_NAMES = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
          "décembre")  # fmt: skip
_MONTHS = {name: place for place, name in enumerate(_NAMES, 1)} | {
    "janv": 1, "jan": 1, "févr": 2, "fév": 2, "fevr": 2, "fev": 2, "fevrier": 2, "mar": 3, "avr": 4, "juil": 7, "jul": 7,
    "aout": 8, "sept": 9, "oct": 10, "nov": 11, "déc": 12, "dec": 12, "decembre": 12,
}  # fmt: skip
_WEEKDAYS = {
    name: place for place, name in enumerate(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))
}
_SMALL = ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
          "quatorze", "quinze", "seize", "dix sept", "dix huit", "dix neuf", "vingt", "vingt et un", "vingt deux",
          "vingt trois", "vingt quatre", "vingt cinq", "vingt six", "vingt sept", "vingt huit", "vingt neuf", "trente",
          "trente et un")  # fmt: skip
_NUMBERS = {word: place for place, word in enumerate(_SMALL, 1)} | {
    "premier": 1, "première": 1, "deuxième": 2, "deuxieme": 2, "troisieme": 3, "quatrieme": 4, "premiere": 1, "second": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "dernier": 4,
    "1er": 1, "1ère": 1, "1ere": 1, "2e": 2, "2ème": 2, "2nd": 2, "3e": 3, "3ème": 3, "4e": 4, "4ème": 4,
}  # fmt: skip


def _spelled_years() -> dict[str, int]:
    """Deux mille dix-huit, mille neuf cent quatre-vingt-dix-neuf."""
    below = dict(zip(_SMALL[:19], range(1, 20), strict=True))
    for ten, n in (("vingt", 20), ("trente", 30), ("quarante", 40), ("cinquante", 50), ("soixante", 60)):
        below |= {ten: n, f"{ten} et un": n + 1} | {f"{ten} {_SMALL[unit - 1]}": n + unit for unit in range(2, 10)}
    below |= {"soixante et onze": 71} | {f"soixante {_SMALL[n - 61]}": n for n in range(70, 80) if n != 71}
    below |= {"quatre vingts": 80, "quatre vingt": 80} | {f"quatre vingt {_SMALL[n - 81]}": n for n in range(81, 100)}
    years = {f"{front} {word}": base + n for front, base in _THOUSANDS.items() for word, n in below.items()}
    return years | {"deux mille": 2000}


_THOUSANDS = {"deux mille": 2000, "mille neuf cent": 1900}
_YEAR_WORD = (
    "(?:et|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante"
    "|cinquante|soixante)"
)
_SPELLED = (
    f"(?i:deux[ -]mille|mille[ -]neuf[ -]cent)(?:(?:[ -]{_YEAR_WORD}(?![a-zà-ÿ])){{1,5}}+(?![ -](?:cent|mill))"
    r"|(?=[ ]?(?:\Z|[.,;:!?)\n])))"
)
_FULL = "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre"
_SHORT = "janv|jan|f[ée]vr?|avr|juil|sept|oct|nov|d[ée]c"
_END_OF_WORD = "(?![A-Za-z0-9_\u00c0-\u024f'’])"
_M = rf"(?P<m>(?i:(?:{_FULL}){_END_OF_WORD}|(?:{_SHORT}){_END_OF_WORD}\.?))"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_ER = "(?:er|ᵉʳ)?"
_WEEKDAY = f"(?P<w>(?i:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)),?{S}(?:le{S})?"
_OF_YEAR = rf"(?:(?:,?{S}(?:de{S}(?:l['’]an(?:née)?{S})?)?|[-/.])(?P<y>{YEAR}{NO_DIGIT}|{_SPELLED})|{S}(?:['’](?P<yy>[0-9]{{2}})(?![0-9])|{SHORT_YEAR.replace('<yy>', '<sy>')}))"
_OF_MONTH = f"(?:du{S}mois{S})?d(?:e{S}|['’]){_M}{S}(?P<y>{YEAR})(?![0-9])"
_REL_YEAR = r"(?P<rel>(?i:de cette année|cette année|de la même année|la même année|de l['’]an(?:née)? (?:dernière?|passée?|prochaine?)|l['’]an(?:née)? (?:dernière?|passée?|prochaine?)|dernier|prochain))"
_TAIL = f"(?:{_OF_YEAR}|,?{S}{_REL_YEAR}(?![a-z]))?"
_TO = f"(?:{S}?[-–—]{S}?|{S}(?:au|à|jusqu['’]au){S}|(?P<list>{S}(?:et|&){S}(?:le{S})?))"
_DAY_MONTH = rf"(?P<d>{_DAY}){_ER}(?:{S}?(?:du{S}mois{S})?(?:de{S})?|[-/.]){_M}{_TAIL}"
_DAYS_MONTH = rf"(?P<d>{_DAY}){_ER}{_TO}(?P<d2>{_DAY}){_ER}{S}{_M}{_TAIL}"
_ROUGHLY = "(?P<ap>[Dd]ébut|[Mm]i|[Cc]ourant|[Vv]ers|[Ee]nviron|[Cc]irca|[Aa]utour{S}de|[Mm]ilieu)".replace("{S}", S)
_PRE = f"(?:{_ROUGHLY}|[Ff]in)(?:-|{S})(?:(?:de{S})?l['’]année{S}|du{S}mois{S}de{S}|de{S}|en{S})?"
_QUARTER = f"(?P<q>(?:[Pp]remier|[Dd]euxi[eè]me|[Ss]econd|[Tt]roisi[eè]me|[Qq]uatri[eè]me|[Dd]ernier|1er|2e|2ème|3e|3ème|4e|4ème)){S}trimestre"
_HALF = f"(?P<h>(?:[Pp]remi[eè]re?|[Dd]euxième|[Ss]econde?|1er|1ère|2e|2ème|2nd)){S}(?:semestre|moitié)"
_OF = f"(?:{S}(?:de{S}(?:l['’]année{S}|l['’]exercice{S})?|d['’])?(?P<y>{YEAR}){NO_DIGIT}|{S}{_REL_YEAR})"
_LAST, _THIS, _NEXT = Relative("year", -1), Relative("year", 0), Relative("year", 1)
_BEHIND, _AHEAD = Relative("year", -1, nearest=-1), Relative("year", 1, nearest=1)
_SAME, _AFTER, _BEFORE = Relative("year", 0, True), Relative("year", 1, True), Relative("year", -1, True)
_RELATIVES = {
    front + word: kind
    for front in ("", "de ")
    for word, kind in {
        "cette année": _THIS, "la même année": _SAME, "même année": _SAME, "l'an dernier": _LAST, "l'année dernière": _LAST, "l'an passé": _LAST,
        "l'année passée": _LAST, "l'an prochain": _NEXT, "l'année prochaine": _NEXT, "ce": _THIS, "cet": _THIS, "dernier": _BEHIND, "prochain": _AHEAD,
        "an dernier": _LAST, "année dernière": _LAST, "an passé": _LAST, "année passée": _LAST, "an prochain": _NEXT, "année prochaine": _NEXT,
        "l'année": _THIS, "année suivante": _AFTER, "année précédente": _BEFORE, "année en cours": _THIS, "dernière": _BEHIND, "prochaine": _AHEAD,
    }.items()
} | {
    "mois dernier": Relative("month", -1), "mois prochain": Relative("month", 1), "ce mois ci": Relative("month", 0),
    "même mois": Relative("month", 0, True), "mois suivant": Relative("month", 1, True), "hier": Relative("day", -1),
}  # fmt: skip
_STARTS = (
    f"{FOREIGN_STARTS} fév fev avr mai juin juil aoû aou déc lun mardi mer jeu ven sam dim début mi courant vers environ circa autour "
    "milieu fin premi deux troi quatr cinq six sept huit neuf onze douze treize quinze seize dix vingt trente second derni 1er "
    "t1 t2 t3 t4 s1 s2 print été ete autom hiver exerc année cette an même mois ce hier entre"
)
_LEADING = words(
    "en de depuis dès avant après pour entre et ou à au d'ici jusqu'en jusqu'à vers courant fin début année années an "
    "ans exercice exercices printemps été automne hiver trimestre semestre budget rapport que la le les l'année l'an "
    "l'exercice d'octobre d'avril d'août janvier février mars avril mai juin juillet août septembre octobre novembre "
    "décembre rentrée horizon_ du des par dans puis période sur"
)
_COUNTED = re.compile(
    r"[ \u00a0](?:nouveaux |nouvelles |autres )?(?:personnes|projets?|chercheurs?|chercheuses|étudiants?|doctorants?|articles?|publications"
    r"|entreprises|emplois|postes|participants?|scientifiques|brevets|bourses|universités|pays|euros?|dollars|salariés|agents|candidats?"
    r"|candidatures|kilomètres|tonnes|heures|jours|semaines|millions?|milliards?)\b"
)
_NAMED = re.compile("(?!)")
_BEFORE_MONTH = words(
    "en depuis dès avant après pour entre et ou à au d'ici jusqu'en jusqu'à vers courant fin début mi de mois le du "
    "dernier prochain"
)
_MONTH_FOLLOWS = re.compile(rf"{S}?(?:-|–|—|/|à|au|et|ou){S}?{_M.replace('?P<m>', '?:')}")


def _vet(text: str, match: re.Match[str], atom: Atom) -> bool:
    groups = match.re.groupindex
    if numbered(text, match, atom):
        return False
    if "bare" in groups:
        return bare_year(text, match, _LEADING, _COUNTED, _NAMED)
    if "m" in groups and match["m"] and atom.day is None and atom.year is None and atom.relative is None:
        if (match.start("m") > match.start() and match["m"][0].islower()) or _MONTH_FOLLOWS.match(text, match.end()):
            return True
        return match["m"][0].islower() and len(match["m"]) > 2 and word_before(text, match.start()) in _BEFORE_MONTH
    return not (atom.unit == "year" and atom.approx and _COUNTED.match(text, match.end()))


GRAMMAR = Grammar(
    language="fr",
    home="FR",
    numeric=(
        _DAYS_MONTH,
        _DAY_MONTH,
        r"(?P<d>[0-3]?[0-9])/(?P<m>1[0-2]|0?[1-9])/(?P<yy>[0-9]{2})(?![0-9/])",
        rf"(?P<d>[0-3]?[0-9])\.(?P<m>1[0-2]|0?[1-9])\.(?P<y>{Y})(?![0-9])",
        r"(?P<a>[0-3]?[0-9])-(?P<b>[0-3]?[0-9])-(?P<yy>[0-9]{2})(?![0-9-])",
        rf"(?P<a>[0-3]?[0-9])/(?P<b>[0-3]?[0-9]),[ ]?(?P<y>{Y})(?![0-9])",
        r"(?<![0-9][ ])(?P<d>[0-3]?[0-9])[ ](?P<m>1[0-2]|0?[1-9])[ ](?P<y>(?:19|20)[0-9]{2})(?![ ]?[0-9%])",
        r"(?<=\ble[ ])(?P<d>[0-3]?[0-9])[ ](?P<m>1[0-2]|0?[1-9])[ ](?P<yy>[0-9]{2})(?![ ]?[0-9%])",
        rf"(?P<y>{Y}),?{S}(?:le{S})?{_QUARTER}",
        rf"{_QUARTER}{_OF}?",
        rf"{_HALF}{_OF}",
        rf"(?P<y>{Y})[- ]?[TQ](?P<q>[1-4])(?![0-9A-Za-z])",
        r"(?P<m>(?:0?[1-9]|1[0-2])(?=/)|(?:0[1-9]|1[0-2])(?=-))[/-](?P<y>(?:19|20)[0-9]{2})(?![0-9/-])",
        *FOREIGN_NUMERIC,
    ),
    bare=(r"(?P<bare>(?P<y>1[5-9][0-9]{2}|20[0-9]{2}))(?![0-9A-Za-z_%‰]|[.,][0-9]|[ \u00a0]%)",),
    worded=(
        rf"[Ee]ntre{S}(?:le{S})?(?P<d>{_DAY}){_ER}{S}et{S}(?:le{S})?(?P<d2>{_DAY}){_ER}{S}{_M}{_TAIL}",
        rf"{_WEEKDAY}(?:{_DAYS_MONTH})",
        rf"{_WEEKDAY}(?:{_DAY_MONTH})",
        rf"{_WEEKDAY}(?P<d>[0-3]?[0-9])/(?P<m>1[0-2]|0?[1-9])/(?P<y>{Y})(?![0-9/])",
        rf"(?:{_WEEKDAY})?(?P<d>premier|deux|trois|quatre|cinq|six|sept|huit|neuf|onze|douze|treize|quatorze|quinze|seize|dix(?:[ -](?:sept|huit|neuf))?|vingt(?:[ -](?:et[ -]un|deux|trois|quatre|cinq|six|sept|huit|neuf))?|trente(?:[ -]et[ -]un)?){S}{_M}{_TAIL}",
        rf"{_M}\.{S}(?P<y>{YEAR})(?=[ ]?(?:\Z|[.,;:)!?\n](?![0-9])))",
        rf"(?:(?P<n>(?i:premier|deuxième|deuxieme|second|troisième|troisieme|quatrième|quatrieme))|(?P<last>(?i:dernier))){S}(?P<w>(?i:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)){S}{_OF_MONTH}",
        rf"(?P<eom>(?i:dernier)){S}jour{S}{_OF_MONTH}",
        rf"(?:{_PRE})?{_M}(?:,?{S}(?:de{S}(?:l['’]année{S})?)?|[-/.])(?P<y>{YEAR}){AFTER_NUMBER}",
        rf"{_M},?{S}(?:de{S}(?:l['’]année{S})?)?(?P<y>{_SPELLED})",
        rf"(?<=année[ ])(?P<y>{_SPELLED})",
        rf"(?:{_PRE})?{_M}{S}{_REL_YEAR}(?![a-z])",
        rf"{_PRE}{_M}",
        rf"[Aa]nnées{S}(?P<dec>[12][0-9]{{2}}0|[3-9]0)(?![0-9]|{S}(?:à|et)|[-–])",
        rf"{_PRE}(?P<y>{YEAR})(?![0-9A-Za-z_%]|[.,][0-9])",
        rf"{_QUARTER}{_OF}?",
        rf"{_HALF}{_OF}",
        rf"[TQ](?P<q>[1-4])(?:{S}?[-/]?{S}?(?P<y>{YEAR}))(?![0-9A-Za-z])",
        rf"S(?P<h>[12])[ ]?(?P<y>{YEAR})(?![0-9A-Za-z])",
        rf"(?:{_PRE})?(?P<s>[Pp]rintemps|[ÉéEe]té|[Aa]utomne|[Hh]iver){S}(?:de{S}(?:l['’]année{S})?)?(?P<y>{YEAR})(?:[/–-][0-9]{{2,4}})?(?![0-9])",
        rf"fin{S}de{S}(?P<rel>l['’]année)(?![a-zé])(?!{S}(?:[0-9]|derni|prochain|en cours|suivant|scolaire|univ|civile|budg))",
        rf"(?P<rel>[Cc]et?){S}(?P<s>printemps|été|automne|hiver)(?![a-zé])",
        rf"(?P<s>[Pp]rintemps|[Éé]té|[Aa]utomne|[Hh]iver){S}(?P<rel>dernier|prochain)",
        rf"(?P<fy>[Ee]xercices?(?:{S}(?:budgétaires?|fiscal|financier))?|[Aa]nnées?{S}(?:budgétaire|fiscale)){S}(?P<y>{YEAR})(?:[-–/](?:(?P<y2>{Y})|(?P<yy2>[0-9]{{2}})))?(?![0-9])",
        r"(?P<rel>(?i:cette année|an dernier|année dernière|an passé|année passée|an prochain|année prochaine|année suivante|année précédente|année en cours|même année))(?!-là|[a-zé])",
        r"(?P<rel>(?i:mois dernier|mois prochain|ce mois-ci|même mois|mois suivant))(?![a-z])",
        r"(?P<rel>[Hh]ier)(?![a-zé'’-])",
        rf"{_M}{S}(?P<d>{_DAY}){_ER}{_TO}(?P<d2>{_DAY}){_ER},?{S}(?P<y>{YEAR})(?![0-9])",
        rf"{_M}{S}(?P<d>{_DAY}){_ER},?{S}(?P<y>{YEAR})(?![0-9])",
        *FOREIGN_WORDED,
        _M,
    ),
    numbers=_NUMBERS | _spelled_years(),
    months=ENGLISH_MONTHS | _MONTHS,
    weekdays=_WEEKDAYS,
    seasons={"printemps": 1, "été": 2, "ete": 2, "automne": 3, "hiver": 4},
    relatives=_RELATIVES,
    joins=f"{S}?(?:-|–|—|à|au|jusqu['’](?:en|au|à)){S}?(?:l['’]année{S})?",
    opens=rf"(?:[Dd]e|[Dd]u|[Ee]ntre|[Dd]['’]){S}?(?:le{S})?",
    both=f"{S}et{S}(?:le{S})?",
    word_start=starts(_STARTS),
    spaced=True,
    vet=_vet,
    behind=r"\b(?:a|ont|s['’]est|se sont|était|étaient|avait|fut)\b",
    ahead=r"\b(?:aura|débute|commence|se tiendra|entre en vigueur|sera|seront|prévue?s?|devra|devront|doit|doivent)\b",
    until=r"(?:d['’]ici(?:[ ]à|[ ]le)?|avant(?:[ ]le)?|jusqu['’](?:en|au|à)|[àÀ] compter du|dès(?:[ ]le)?)[ \n]\Z",
)
