"""Names beside an acronym that the codebook knows: are they what it stands for?"""

from collections.abc import Iterator
from functools import lru_cache

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.known_forms import Form, by_acronym, ends_in_known, every_name
from dualtrack.checks.name_words import Words, eastern_end, shared_end, shared_start, words_of
from dualtrack.checks.rule import rule
from dualtrack.checks.spelled import Pair, pairs
from dualtrack.checks.wording import words
from dualtrack.model import Text

_KINDS = frozenset(
    words(
        "agency authority administration association organisation organization office unit foundation fund federation "
        "council commission committee center centre institute institution society board bureau bank union service "
        "agence autorité administration association organisation office fondation fonds fédération conseil commission "
        "comité centre institut société commissariat banque union service haut-commissariat "
        "gesellschaft gemeinschaft verband verein vereinigung rat amt behörde agentur anstalt stiftung bundesanstalt "
        "bundesbehörde bundesamt bundesagentur bundesinstitut "
        "zentrum institut organisation kommission ausschuss bund dienst"
    )
)
"""What a body can be called, of which one may be taken for another."""
_ANYWHERE = frozenset(words("national nationale nationaler nationales state federal royal central general"))
"""What a body of any country can begin with."""
_MINISTRIES = frozenset(words("ministry department ministère ministerium bundesministerium"))


@rule(
    "DT905",
    family="name",
    severity="warning",
    title=Text(ja="略称と合わない正式名称", en="A name that its acronym does not stand for"),
    explanation=Text(
        ja="コードブックにある略称に添えた名称が、その正式名称と一語だけ違う、または語順が違うもの。訳語、旧称、"
        "短縮形、同じ略称を持つ別の機関は対象外。",
        en="The name beside an acronym that the codebook has is the right one but for a word, or for the order of its "
        "words. Translations, older and shorter names, and other bodies with the same acronym are left alone.",
    ),
    wrong=Text(
        ja="国際原子力機構(IAEA)が査察した。", en="The International Atomic Energy Authority (IAEA) sent inspectors."
    ),
    right=Text(
        ja="国際原子力機関(IAEA)が査察した。", en="The International Atomic Energy Agency (IAEA) sent inspectors."
    ),
)
def long_forms(context: Context) -> Iterator[Finding]:
    """Names that are nearly what the acronym beside them stands for."""
    for pair in pairs(context):
        found = _mistake(pair)
        if found is None:
            continue
        start, end, form = found
        written = pair.long[start:end]
        yield context.finding(
            pair.long_start + start, pair.long_start + end, f"{pair.short}の正式名称は「{form.name}」",
            f"{pair.short} stands for '{form.name}'",
            stated=written, computed=form.name, reason=f"'{written}' is no name that the codebook has for {pair.short}",
        )  # fmt: skip


def _mistake(pair: Pair) -> tuple[int, int, Form] | None:
    """Where in the words of a pair a mistaken name stands, and the right one."""
    forms = by_acronym().get(pair.short)
    if forms is None:
        return None
    long = pair.plain
    eastern = eastern_end(long)
    if eastern:
        return _eastern(long, eastern, forms)
    written = words_of(long)
    end = len(long.rstrip(" ,'"))
    if any(written.last(len(form.words.plain)).plain == form.words.plain for form in forms if form.words.plain):
        return _small_word(written, forms, end)
    if any(written.plain[-count:] in every_name() for count in range(2, 9)):
        return None
    near = [form for form in forms if form.words.plain and _nearly(written.last(len(form.words.plain)), form)]
    right = next(iter(sorted(near, key=lambda form: not form.main)), None)
    if right is None:
        return None
    return written.last(len(right.words.plain)).starts[0], end, right


def _nearly(written: Words, form: Form) -> bool:
    """Whether words are those of a name with one exchanged or their order turned."""
    count = len(form.words.plain)
    if len(written.plain) != count:
        return False
    differ = [place for place in range(count) if written.plain[place] != form.words.plain[place]]
    if len(differ) > 1:
        swapped = len(differ) == 2 and differ[1] == differ[0] + 1
        if count < 4 or sorted(written.plain) != sorted(form.words.plain) or not (form.own or swapped):
            return False
        return not _rotated(written, form.words)
    (place,) = differ
    return form.own and _exchanged(place, written, form)


def _rotated(one: Words, other: Words) -> bool:
    """Whether a name is only turned round: Technology Policy Office, Office of Technology Policy."""
    return any(one.plain[place:] + one.plain[:place] == other.plain for place in range(1, len(one.plain)))


def _exchanged(place: int, written: Words, form: Form) -> bool:
    """Whether a word that differs is a mistake, not what tells another body from this one."""
    new, right = written.written[place], form.words.written[place]
    if len(new) < 3 or (form.language != "fr" and new[0].isupper() != right[0].isupper()):
        return False
    if _compound(new, right, len(form.words.plain) == 1):
        return True
    fits = new[0].lower() == right[0].lower()
    return not (fits and _another_body(place, form)) and _too_near(place, fits, new, form)


def _another_body(place: int, form: Form) -> bool:
    """Whether a body with a word of the same letter may be another one: a ministry, an acronym that means many."""
    if form.short in _shared_acronyms():
        return True
    ministry = form.words.written[0].lower() in _MINISTRIES
    return ministry and (place == 0 or form.language == "en" or len(form.short) < 5)


_BEGINNING = 5
"""How many letters a first word shares with one for which it is taken, and has on its own: Intergovernmental,
International, but not Japan, Japanese."""


def _too_near(place: int, fits: bool, new: str, form: Form) -> bool:
    """Whether enough of a name is left, beside a word exchanged, to tell it by."""
    count = len(form.words.plain)
    kinds = new.lower() in _KINDS and form.words.written[place].lower() in _KINDS
    begins = [word.lower() for word in form.words.written[:2]]
    if place == 0:
        shared = shared_start(new.lower(), begins[0])
        alike = shared >= _BEGINNING and min(len(new), len(begins[0])) - shared >= _BEGINNING
        return count >= 4 and (kinds or alike) and begins[0] not in _MINISTRIES
    if count == 3 and (fits or not form.spelled):
        return _ANYWHERE.isdisjoint(begins) and (kinds or (len(form.short) >= 4 and form.spelled))
    return count >= 3


@lru_cache(maxsize=1)
def _shared_acronyms() -> frozenset[str]:
    """The acronyms of which the codebook says that they mean more than one thing."""
    from dualtrack.codebook import codebook

    return frozenset(codebook().ambiguities)


def _compound(new: str, right: str, alone: bool) -> bool:
    """Whether a long word shares a half with the right one and is not it cut short (Forschungsgesellschaft).

    A name of one word shares its beginning and its end.
    """
    if min(len(new), len(right)) < 14:
        return False
    start, end = shared_start(new.lower(), right.lower()), shared_end(new.lower(), right.lower())
    return start + end < len(new) and (min(start, end) if alone else max(start, end)) >= _HALF


_HALF = 6


def _small_word(written: Words, forms: tuple[Form, ...], end: int) -> tuple[int, int, Form] | None:
    """A name whose words are right but for one preposition."""
    same = [
        form for form in forms if form.words.plain and written.last(len(form.words.plain)).plain == form.words.plain
    ]
    if any(written.last(len(form.words.plain)).joints == form.words.joints for form in same):
        return None
    for form in same:
        mine = written.last(len(form.words.plain))
        differ = [pair for pair in zip(mine.joints, form.words.joints, strict=True) if pair[0] != pair[1] and all(pair)]
        if form.main and form.own and len(differ) == 1 and len(mine.plain) >= 3:
            return mine.starts[0], end, form
    return None


# Chinese characters, kana and Hangul


def _eastern(long: str, written: str, forms: tuple[Form, ...]) -> tuple[int, int, Form] | None:
    if any(form.eastern and written.endswith(form.eastern) for form in forms):
        return None
    if ends_in_known(written):
        return None
    for form in forms:
        length = _miswritten(written, form) if form.main and len(form.eastern) >= 6 else 0
        if length:
            return _reach(long, length), len(long), form
    return None


def _miswritten(written: str, form: Form) -> int:
    """How many of the last characters are a name with its blocks turned or one exchanged; 0 for none."""
    name = form.eastern
    tail = written[-len(name) :]
    if sorted(tail) == sorted(name):
        return len(name)
    if not form.own:
        return 0
    for length in (len(name), len(name) - 1, len(name) + 1):
        tail = written[-length:]
        first = shared_start(tail, name)
        last = shared_end(tail, name)
        middles = length - first - last, len(name) - first - last
        if first >= 2 and len(tail) == length and all(0 < middle <= 3 for middle in middles):
            return length if first + last >= 0.6 * len(name) else 0
    return 0


def _reach(long: str, length: int) -> int:
    """Where the last so many characters of a text begin, blanks and dots between them not counted."""
    place = len(long)
    while length and place:
        place -= 1
        length -= bool(eastern_end(long[place]))
    return place
