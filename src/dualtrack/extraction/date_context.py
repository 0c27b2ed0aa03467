"""What a date leaves unsaid, found in what stands before it and in the day of the document.

The rules, in order:

1. A year: that of the sentence's last date with a year; else of the last date with a year and a month before it in
   the text, unless that stands in brackets as an aside; else a year that is a heading by itself; else the reference.
   With a reference, years after it are not taken over. A date that would lie more than a month ahead of the reference is
   put a year earlier if the sentence looks back (was, met, した), and more than half a year ahead unless it looks ahead
   (by, until, will, まで, 予定).
2. January to March after a date in November or December is in the next year (if the reference allows it).
3. Relative words count from the reference (昨年, last year) or from the last date of the text (同年, the following year);
   without a reference they count from the last year of the text.
4. A date with no year in sight stays unresolved and is not returned as a date.
"""

import re
from dataclasses import dataclass

from dualtrack.extraction.date_atoms import Atom, Unit
from dualtrack.extraction.date_forms import Grammar
from dualtrack.model.fiscal import fiscal_year

_SENTENCE_END = re.compile(r"[。!?！？\n]|[.!?][ \u00a0]+(?=[A-Z\u00c0-\u00de0-9])")
_MONTH, _HALF_YEAR = 31, 183
_CUE = re.compile(
    r"(?P<US>\bU\.?S\.?(?:A\b)?|United States|米国?|美国|미국|[Ff]ederal\b|Congress|White House|白宫|白宮|ホワイトハウス|백악관|NSF|NIH|NASA|OMB\b)"
    r"|(?P<GB>\bUK\b|United Kingdom|英国?|영국|HM Treasury|DSIT|UKRI|£)"
    r"|(?P<IN>\bIndia\b|インド(?!太平洋|ネシア)|印度(?!尼)|인도(?!네시아|태평양)|₹)"
    r"|(?P<AU>\bAustralia|豪州|オーストラリア|호주|澳大利亚)"
    r"|(?P<CA>\bCanad|加拿大|カナダ|캐나다)"
    r"|(?P<JP>\bJapan|日本|일본|MEXT|文部科学省|我が国)"
    r"|(?P<KR>\bKorea|韓国|한국|韩国)"
)
_CUE_SHORT = re.compile(
    r"\A[#\s■●◆▼【]*(?:(?P<US>[美米])|(?P<JP>日)|(?P<GB>英)|(?P<IN>印)|(?P<KR>[韓韩]))(?=[\s:：】国國]|\Z)"
)
_STRADDLING = ("GB", "IN", "AU", "CA")
_ABOVE, _HEADING = 400, 16
_LINE_END = re.compile("\n")
_WORLDLY = re.compile("FY|会計年度|财年|財年|회계연도")
_NEAR, _FAR = 60, 240
_AROUND = 80
_SAMPLE = 20_000


def _first_month(atom: Atom) -> int:
    """The month in which a month, day, quarter, half or season begins; 0 for a longer time."""
    if atom.month is not None or atom.number is None:
        return atom.month or 0
    return {"quarter": 3, "half": 6, "season": 3}.get(atom.unit, 0) * (atom.number - 1) + 1


@dataclass(slots=True)
class _Seen:
    """A date already resolved, that later ones may lean on."""

    start: int
    end: int
    year: int
    month: int | None
    day: int | None
    aside: bool
    heading: bool


@dataclass(slots=True)
class Context:
    """What is known while a text is read from its beginning."""

    text: str
    grammar: Grammar
    reference: tuple[int, int | None, int | None] | None
    country: str
    last: _Seen | None = None
    monthly: _Seen | None = None
    heading: _Seen | None = None
    weak: _Seen | None = None
    """A span of years or a fiscal year: leant on only where there is nothing else."""
    fiscal: _Seen | None = None
    """The last fiscal year: what 前年度 in the same sentence counts from."""
    named: list[str] | None = None

    def resolve(self, atom: Atom) -> bool:
        """Fill in what the atom lacks; ``False`` where the text and the reference do not tell."""
        if atom.unit == "fiscal":
            self._fiscal(atom)
        until = atom.until
        if until is not None:
            self._share(atom, until)
        if not self._one(atom):
            return False
        if until is not None and not self._end(atom, until):
            return False
        self._remember(atom)
        return True

    def _share(self, first: Atom, second: Atom) -> None:
        """The ends of an interval lend each other what one of them lacks."""
        if second.unit == "fiscal":
            second.country = first.country
        if second.unit == "day" and second.month is None:
            second.month = first.month
        if first.year is None and first.relative is None and second.year is not None:
            first.year = second.year - ((first.month or 0, first.day or 0) > (second.month or 12, second.day or 31))
            first.explicit = True
        if first.month is None and first.day is not None and second.month is not None:
            first.month = second.month

    def _end(self, first: Atom, second: Atom) -> bool:
        if second.year is None and second.relative is None:
            first_key = (first.month or 0, first.day or 0)
            second.year = (first.year or 0) + ((second.month or 12, second.day or 31) < first_key)
            second.inferred = first.inferred
        elif not self._one(second):
            return False
        first.inferred = first.inferred or second.inferred
        return True

    def _one(self, atom: Atom) -> bool:
        if atom.relative:
            return self._relative(atom)
        if atom.unit == "day" and atom.month is None and not self._month(atom):
            return False
        if atom.year is None:
            return self._year(atom)
        return True

    def _month(self, atom: Atom) -> bool:
        """A bare day takes the month and year of the last date, else of the reference."""
        seen = self.monthly
        if seen is not None and not self.text.count("\n", seen.end, atom.start):
            atom.month, atom.year, atom.inferred = seen.month, seen.year, True
            return True
        if self.reference is None or self.reference[1] is None:
            return False
        atom.month, atom.year, atom.inferred = self.reference[1], self.reference[0], True
        return True

    def _year(self, atom: Atom) -> bool:
        atom.inferred = True
        seen = self._anchor(atom)
        if seen is None and self.reference is None:
            seen = self.last or self.weak
        if seen is not None:
            turned = atom.month is not None and seen.month is not None and seen.month - atom.month >= 8
            atom.year = seen.year + (turned and not self._far(atom, seen.year + 1, 0))
            if self._same_sentence(seen, atom):
                return True
        elif self.reference is not None:
            atom.year = self.reference[0]
        else:
            return False
        if self._far(atom, atom.year, _MONTH if atom.month else 0) and self._looks_back(atom):
            atom.year -= 1
        return True

    def _same_sentence(self, seen: _Seen, atom: Atom) -> bool:
        return not _SENTENCE_END.search(self.text, seen.end, atom.start)

    def _anchor(self, atom: Atom) -> _Seen | None:
        for seen in (self.last, self.monthly, self.heading):
            if seen is None or (self.reference is not None and seen.year > self.reference[0]):
                continue
            if seen is self.last and self._same_sentence(seen, atom):
                return seen
            if seen is not self.last or (seen.month is not None and not seen.aside) or seen.heading:
                return seen
        return None

    def _far(self, atom: Atom, year: int, days: int) -> bool:
        """Whether the atom in this year lies more than ``days`` ahead of the reference."""
        month = _first_month(atom)
        if self.reference is None or not month:
            return False
        year_now, month_now, day_now = self.reference
        ahead = (year - year_now) * 365 + (month - (month_now or 12)) * 30.4 + (atom.day or 1) - (day_now or 15)
        return ahead > days

    def _looks_back(self, atom: Atom) -> bool:
        """Whether the words around say that it is past; where they say nothing, whether it lies far ahead."""
        before = self.text[max(atom.start - _AROUND, 0) : atom.start]
        after = self.text[atom.end : atom.end + _AROUND]
        before, after = _SENTENCE_END.split(before)[-1], _SENTENCE_END.split(after)[0]
        if re.search(self.grammar.until, before[-16:]) or re.search(self.grammar.ahead, f"{before} {after}"):
            return False
        return re.search(self.grammar.behind, f"{before} {after}") is not None or self._far(
            atom, atom.year or 0, _HALF_YEAR
        )

    def _relative(self, atom: Atom) -> bool:
        relative = atom.relative
        assert relative is not None
        if atom.unit == "fiscal" and relative.from_text and self._beside_fiscal(atom, relative.shift):
            return True
        base = self._base(relative.from_text, relative.unit)
        if base is None:
            return False
        atom.inferred = True
        year, month, _ = base
        if relative.unit == "day":
            return self._day(atom, base, relative.shift)
        if relative.unit == "month":
            return self._shifted_month(atom, base, relative.shift)
        if relative.nearest and self.reference is not None and _first_month(atom):
            ahead = (_first_month(atom) - (month or 1)) * relative.nearest > 0
            atom.year = year if ahead else year + relative.nearest
            return True
        labelled = atom.unit == "fiscal" and (not relative.from_text or base == self.reference)
        atom.year = (self._label(year, month, atom.country) if labelled else year) + relative.shift
        return True

    def _beside_fiscal(self, atom: Atom, shift: int) -> bool:
        """前年度 counts from the fiscal year that the same sentence names."""
        told = self.fiscal
        if told is None or not self._same_sentence(told, atom):
            return False
        atom.year, atom.inferred = told.year + shift, True
        return True

    def _base(self, from_text: bool, unit: Unit) -> tuple[int, int | None, int | None] | None:
        seen = self.last if unit not in ("month", "day") else self.monthly
        told = (seen.year, seen.month, seen.day) if seen else None
        if from_text:
            return told or (self.reference if unit not in ("day",) else None)
        return self.reference or told

    @staticmethod
    def _shifted_month(atom: Atom, base: tuple[int, int | None, int | None], shift: int) -> bool:
        year, month, _ = base
        if month is None:
            return False
        count = year * 12 + month - 1 + shift
        atom.year, atom.month = count // 12, count % 12 + 1
        return True

    @staticmethod
    def _day(atom: Atom, base: tuple[int, int | None, int | None], shift: int) -> bool:
        from datetime import date, timedelta

        year, month, day = base
        if month is None or day is None:
            return False
        try:
            moved = date(year, month, day) + timedelta(days=shift)
        except (ValueError, OverflowError):
            return False
        atom.year, atom.month, atom.day = moved.year, moved.month, moved.day
        return True

    @staticmethod
    def _label(year: int, month: int | None, country: str) -> int:
        """The label of the fiscal year that the reference lies in."""
        for label in (year - 1, year, year + 1):
            begin, end = fiscal_year(label, country)
            if (begin.year, begin.month) <= (year, month or 6) <= (end.year, end.month):
                return label
        return year

    def _fiscal(self, atom: Atom) -> None:
        """Whose fiscal year: the caller's country, one named just before, the language's home, else the text's."""
        if self.country:
            country, sure = self.country, True
        elif near := self._named_before(atom):
            country, sure = near, True
        elif self.grammar.home:
            country, sure = self.grammar.home, True
        else:
            country, sure = self._country_of_text()
            if country == "US" and (atom.fiscal_end or "inancial" in self.text[atom.start : atom.end]):
                country = self._straddling() or country
        atom.country, atom.inferred = country, atom.inferred or not sure

    def _named_before(self, atom: Atom) -> str:
        """The country named last before the atom: in its line for an FY, in its sentence for a 年度."""
        worldly = _WORLDLY.search(self.text, atom.start, atom.end)
        before = self.text[max(atom.start - (_FAR if worldly else _NEAR), 0) : atom.start]
        cues = [found.lastgroup for found in _CUE.finditer((_LINE_END if worldly else _SENTENCE_END).split(before)[-1])]
        return (cues[-1] or "") if cues else self._headed(atom.start)

    def _headed(self, place: int) -> str:
        """The only country named in the short line above the lines before ``place``: the heading of a slide."""
        lines = self.text[max(place - _ABOVE, 0) : place].split("\n")[:-1]
        for line in reversed(lines[1:] if place > _ABOVE else lines):
            named = {found.lastgroup or "" for found in _CUE.finditer(line)} | {
                found.lastgroup or "" for found in _CUE_SHORT.finditer(line)
            }
            if len(line) <= _HEADING and len(named) == 1:
                return named.pop()
        return ""

    def _named_in_text(self) -> list[str]:
        """The countries that the text's first 20,000 characters name, as often as they do; looked for once."""
        if self.named is None:
            self.named = [found.lastgroup or "" for found in _CUE.finditer(self.text, 0, _SAMPLE)]
        return self.named

    def _country_of_text(self) -> tuple[str, bool]:
        """The only country that the text names; else the United States, surely so if it is among those named."""
        named = set(self._named_in_text())
        return (named.pop(), True) if len(named) == 1 else ("US", "US" in named)

    def _straddling(self) -> str:
        """The country most named whose fiscal years are written 2023-24: the United States seldom say financial year."""
        named = [country for country in self._named_in_text() if country in _STRADDLING]
        return max(named, key=named.count) if named else ""

    def _remember(self, atom: Atom) -> None:
        last = atom.until or atom
        if last.year is None or last.unit in ("decade", "fiscal") or (atom.until is not None and last.unit == "year"):
            seen = _Seen(atom.start, atom.end, last.year or 0, None, None, True, False)
            self.weak = self.weak or seen
            if last.unit == "fiscal" and last.fiscal_end is None:
                self.fiscal = seen
            return
        told = atom.explicit or (atom.relative is not None)
        line = self._line_start(atom.start)
        before = self.text[max(line, atom.start - 12) : atom.start]
        heading = self.text.startswith("#", line) or (
            atom.start - line <= 4 and self._line_end(atom.end) - atom.end <= 2
        )
        aside = before.rstrip().endswith(("(", "（"))
        month = last.month if last.unit in ("day", "month") else None
        seen = _Seen(atom.start, atom.end, last.year, month, last.day if month else None, aside, heading)
        if told or self.last is None or seen.year == self.last.year:
            self.last = seen
        if month is not None and not aside and atom.unit != "fiscal":
            self.monthly = seen
        if heading and told:
            self.heading, self.monthly = seen, None if month is None else seen

    def _line_start(self, place: int) -> int:
        far = max(place - 200, 0)
        return max(self.text.rfind("\n", far, place) + 1, far)

    def _line_end(self, place: int) -> int:
        end = self.text.find("\n", place, place + 80)
        return end if end >= 0 else min(place + 80, len(self.text))
