"""What a text prolongs a term by: twice by six months, by a further year, by six and then three months."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dualtrack.checks.length_patterns import LATIN_NUMBER
from dualtrack.checks.length_words import number_of
from dualtrack.checks.lengths import Length, Unit

EXTENSION = re.compile(
    r"\bexten(?:d|sion)|prolong|\brenew(?:ed|al)|verläng|prorog|recondui|延長|更新|연장|갱신|延长|延期|续签",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?P<once>once|einmal|une fois|only once)\b|\b(?P<twice>twice|zweimal)\b|\b(?P<thrice>thrice|dreimal)\b|"
    r"\b(?P<four>viermal)\b|"
    r"\b(?P<n>\w+)(?:-mal| Mal| times| fois| occasions| reprises)\b|"
    rf"\b(?P<n2>{LATIN_NUMBER}) (?:(?:[\w-]+ ){{0,2}}?extensions|(?:[\w-]+ )?Verlängerungen|"
    r"(?:prolongations|prorogations|"
    r"reconductions))\b|"
    r"(?P<n3>\d|[一二三四五])(?:回|度|次)(?!目)|(?P<n4>\d|한|두|세|네) ?(?:차례|번|회)(?!째)|(?P<n5>两)次",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|by a further|by another|for a further|for another|of|each of|um|um jeweils|um je|um weitere|"
    r"um nochmals|je|jeweils|de|d['’]|pour|chacune de)\s*\Z|"
    r"(?:さらに|再度|각각|또|다시|再|各)\s*\Z",
    re.IGNORECASE,
)
_BY_AFTER = re.compile(
    r"\s?(?:ずつ|씩|の?延長|を延長|의? ?연장|extensions?\b|Verlängerung(?:en)?\b|each\b|chacune|jeweils|延长|延期)|"
    r"-month extension",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Extension:
    """What a text prolongs a term by: so many times so many months, and the lengths that say so."""

    times: int
    months: int
    taken: tuple[Length, ...]
    start: int
    end: int

    @property
    def total(self) -> int:
        """Months in all."""
        return self.times * self.months

    def takes(self, length: Length) -> bool:
        """Whether a length of the text is one of those it is told by."""
        return any(length.start < one.end and one.start < length.end for one in self.taken)


def extension_of(text: str, stated: list[Length]) -> Extension | None:
    """The extension that a text tells, where it tells just one."""
    word = EXTENSION.search(text)
    if word is None:
        return None
    marked = [
        one
        for one in stated
        if one.unit in ("year", "month")
        and not one.about
        and abs(one.start - word.start()) <= 80
        and (
            _BY_AFTER.match(text, one.end)
            or (
                _BY.search(text[max(0, one.start - 16) : one.start])
                and (one.start > word.start() or _JOINED.search(text[one.end : word.start()]))
            )
        )
    ]
    articled = list(_further(text, marked[0].unit if marked else None))
    further = [one for one in articled if marked and marked[0].start < one.start <= marked[-1].end + _ON]
    if not marked and len(articled) == 1 and 0 < articled[0].start - word.start() <= _ON:
        further = articled
    if further:
        marked = [one for one in marked if not any(one.start < more.end and more.start < one.end for more in further)]
        marked += further
    elif len(marked) > 1 and not AND_THEN.search(text[marked[0].end : marked[-1].start]):
        return None
    if not marked:
        return None
    marked += list(_sharing(text, marked))
    length = marked[0]
    times = [
        (found, match)
        for match in _TIMES.finditer(text)
        if (found := _times(match)) and abs(match.start() - length.start) <= 60
    ]
    if len({number for number, _ in times}) > 1 or (len(marked) > 1 and any(number > 1 for number, _ in times)):
        return None
    start = min([word.start(), length.start, *(match.start() for _, match in times)])
    end = max([word.end(), *(one.end for one in marked), *(match.end() for _, match in times)])
    return Extension(times[0][0] if times else 1, sum(one.months for one in marked), tuple(marked), start, end)


_ON = 60
AND_THEN = re.compile(
    r"\b(?:then|later|again|further|another|second|subsequently|dann|später|erneut|nochmals|weitere\w*|danach|puis|"
    r"ensuite|à nouveau|encore|supplémentaires?)\b|さらに|次いで|その後|再度|続いて|이어|다시|추가|그 ?후|然后|再|又",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"\b(?:(?:(?:by |for )?(?:a further|another|one further|an additional|one more)|by an?) (?P<en>(?:six |three |"
    r"nine )?(?:year|"
    r"month|months)\b)|(?:um )?(?:ein|einen) (?:weitere[sn]|zusätzliche[sn]) (?P<de>Jahr|Monat)\b|"
    r"by (?:a further|another) (?P<bare>\d+|two|three|four|five|six|nine|twelve|eighteen)(?=[,.;]| to\b| until\b)|"
    r"(?:d['’]|pour )un(?:e)? (?P<fr>an|année|mois)\b(?: (?:de plus|supplémentaire))?)",
    re.IGNORECASE,
)


def _sharing(text: str, marked: list[Length]) -> Iterator[Length]:
    """Numbers that share the unit of the length behind them: 'by six and then three months', 'de six puis de trois'."""
    for length in marked:
        match = _SHARED.search(text, max(0, length.start - 40), length.start)
        amount = number_of(match["n"]) if match else None
        if match and amount and not any(one.start < match.end("n") and match.start() < one.end for one in marked):
            yield Length(match.start("n"), match.end("n"), amount, length.unit)


_SHARED = re.compile(
    rf"\b(?P<n>{LATIN_NUMBER}),? "
    r"(?:(?:and |und |et )?(?:then|later|again|dann|danach|später|puis|ensuite) |and |und |et )"
    r"(?:by |um |de |d['’])?(?:a further |another |weitere )?\Z",
    re.IGNORECASE,
)


def _further(text: str, unit: Unit | None) -> Iterator[Length]:
    """Lengths with an article: by a further year, um ein weiteres Jahr, by a further six (of the unit before)."""
    for match in _FURTHER.finditer(text):
        if match["bare"]:
            if unit is not None and (amount := number_of(match["bare"])):
                yield Length(match.start(), match.end(), amount, unit)
            continue
        word = (match["en"] or match["de"] or match["fr"]).lower()
        number = next((value for name, value in (("six", 6), ("three", 3), ("nine", 9)) if word.startswith(name)), 1)
        yield Length(match.start(), match.end(), number, "month" if "mo" in word else "year")


_JOINED = re.compile(
    r"\A(?:,? (?:(?:bis|auf)(?: zum| ende)?) [\w. ]{4,24}|[^.;。]{0,24}|[^.;。]{0,12}\b(?:dann|danach|später|"
    r"then|later|puis|ensuite)\b[^.;。]{0,32})\Z",
    re.IGNORECASE,
)


def _times(match: re.Match[str]) -> int | None:
    for name, times in (("once", 1), ("twice", 2), ("thrice", 3), ("four", 4)):
        if match[name]:
            return times
    word = next((match[name] for name in ("n", "n2", "n3", "n4", "n5") if match[name]), "")
    number = number_of(word)
    return int(number) if number and number == int(number) and number < 10 else None


EXTENDED = re.compile(
    r"(?:exten(?:d|sion)|prolong|renewed|verläng|prorog|recondui|延長|更新(?!の?(?:協議|交渉|検討|可))|연장|"
    r"延长|延期)",
    re.IGNORECASE,
)
"""Words that make a length no plain one."""
