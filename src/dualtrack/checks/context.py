"""What the rules of one run look at: sentences with their values, tables, and how a finding is made."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from dualtrack.checks.finding import Finding, Severity
from dualtrack.checks.frame import Frame, frame_with, written_dates
from dualtrack.checks.hints import Hint, Vocabulary
from dualtrack.checks.languages import is_japanese, latin_language, script_of
from dualtrack.checks.reckoning.operands import operands_of
from dualtrack.checks.spans import spans
from dualtrack.extraction import Quantity, find_quantities
from dualtrack.extraction.dates import DateMention, find_dates
from dualtrack.model import Document, Passage, Text

if TYPE_CHECKING:
    from dualtrack.checks.online import LinkChecker
    from dualtrack.checks.rule import Rule
    from dualtrack.evidence import EvidenceBase

_LANGUAGES = ("ja", "en", "ko", "zh", "de", "fr")
_DIGIT = re.compile(r"\d")


class Sentence:
    """One sentence (or bullet) of a document; its offsets of values count from its own beginning."""

    def __init__(self, context: "Context", passage: Passage, start: int, text: str) -> None:
        self.context = context
        self.passage = passage
        self.start = start
        self.text = text

    @cached_property
    def lowered(self) -> str:
        """Its text in small letters, for patterns that ask only whether a word is there (faster than IGNORECASE)."""
        return self.text.lower()

    @cached_property
    def hints(self) -> int:
        """The hints that its words have, as bits."""
        return self.context.vocabulary.bits(self.lowered.split())

    def has(self, hint: Hint) -> bool:
        """Whether it has what a hint looks for."""
        if self.script != "latin":
            return hint.pattern.search(self.lowered) is not None
        return self.hints & hint.bit != 0

    @cached_property
    def script(self) -> Literal["ja", "ko", "han", "latin"]:
        """The script it is written in."""
        return script_of(self.text)

    @cached_property
    def language(self) -> str:
        """The language, among those whose values are read; bare Han takes the document's."""
        if self.script in ("ja", "ko"):
            return str(self.script)
        named = self.passage.language or self.context.document.language
        if self.script == "han":
            if is_japanese(self.text):
                return "ja"
            return named if named in ("ja", "zh") else ("ja" if re.search("[億円]", self.text) else "zh")
        if named in ("en", "de", "fr"):
            return named
        return latin_language(self.text) or self.context.latin

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The amounts, percentages and counts in it."""
        if not _DIGIT.search(self.text):
            return []
        return find_quantities(self.text, self.language, self.context.country)

    @cached_property
    def dates(self) -> list[DateMention]:
        """The dates in it."""
        if not _DIGIT.search(self.text):
            return []
        return find_dates(self.text, self.language, self.context.published, self.context.country)

    @cached_property
    def written_dates(self) -> list[DateMention]:
        """The dates written in figures that are no part of an amount."""
        return written_dates(self.dates, self.quantities)

    @cached_property
    def operands(self) -> list[Quantity]:
        """Every number in it that may be reckoned with; none where it has so many that it is no sentence."""
        if self.digits > _MOST:
            return []
        taken = [(date.start, date.end) for date in self.written_dates]
        return operands_of(self.text, self.language, self.quantities, taken)

    @cached_property
    def frame(self) -> Frame | None:
        """The sentence with its values taken out."""
        return frame_with(self.text, self.operands, self.written_dates)

    @cached_property
    def digits(self) -> int:
        """How many numbers stand in it, roughly: what the rules ask first because it is cheap."""
        return len(_NUMBER.findall(self.text))

    @cached_property
    def numbers(self) -> int:
        """How many numbers stand in it, in digits or in words, roughly."""
        if self.digits >= 2 or self.script != "latin":
            return self.digits
        return self.digits + sum(map(_SPELLED.__contains__, _LETTERS.findall(self.text.lower())))


_MOST = 400
"""Numbers that a sentence may have: more are a table that lost its lines."""
_LETTERS = re.compile("[a-zà-ÿ]+")
_SPELLED_OUT = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty thirty forty fifty sixty seventy eighty ninety hundred
deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante
soixante septante nonante cent cents
zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn
hundert zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig
"""
_GERMAN_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_GERMAN_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_SPELLED = frozenset([*_SPELLED_OUT.split(), *(f"{one}und{ten}" for one in _GERMAN_ONES for ten in _GERMAN_TENS)])
"""Numbers in words of English, German and French."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|[一二三四五六七八九十]+(?=[割倍分])")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the document: its cells by row and column, heads apart."""

    number: int
    cells: dict[tuple[int, int], Passage]

    @property
    def rows(self) -> list[int]:
        """Row numbers in order."""
        return sorted({row for row, _ in self.cells})

    @property
    def columns(self) -> list[int]:
        """Column numbers in order."""
        return sorted({column for _, column in self.cells})

    def row(self, row: int) -> list[Passage]:
        """The cells of a row, left to right."""
        return [self.cells[row, column] for column in self.columns if (row, column) in self.cells]


class Context:
    """One document under check; what is read from it is read once, when a rule first asks.

    Attributes:
        document: The document.
        as_of: The day on which it is read, for what goes stale; None where nobody asked.
        published: Its date of publication, the last day it may be; None where unknown.
        country: ISO 3166 code by which bare ``$`` and fiscal years are read; None where unknown.
        base: The evidence base to compare with, if any.
        checker: Looks links up, if any.
        source: The source of a text format, with the mark-up that the reader dropped.
        kept: What ``once`` holds, by the function that found it.
    """

    def __init__(
        self,
        document: Document,
        as_of: date | None = None,
        country: str | None = None,
        base: "EvidenceBase | None" = None,
        checker: "LinkChecker | None" = None,
        source: str = "",
    ) -> None:
        self.document = document
        self.as_of = as_of
        self.country = country
        self.base = base
        self.checker = checker
        self.source = source
        self.rule: Rule | None = None
        self.kept: dict[object, Any] = {}
        self.vocabulary = Vocabulary()
        self._repeats: dict[int, list[int]] = {}
        self._starts: list[int] = []
        self._ends: list[int] = []

    @cached_property
    def published(self) -> date | None:
        """The document's date: the last day that its publication date may be."""
        return self.document.published.upper if self.document.published else None

    @cached_property
    def latin(self) -> str:
        """The language of the Latin text: what a sentence that gives no sign of its own is taken for."""
        return latin_language(self.flat[:_SAMPLE]) or "en"

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """The passages, or the whole text as one where the reader gave none."""
        text = self.document.text
        if self.document.passages or not text.strip():
            return self.document.passages
        return (Passage.model_construct(kind="paragraph", text=text, start=0, end=len(text)),)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """All sentences outside tables, in order."""
        return [sentence for passage in self.passages if passage.table is None for sentence in self._sentences(passage)]

    @cached_property
    def statements(self) -> list[Sentence]:
        """The sentences, each wording once: what is found in one is told of its repetitions by ``repeated``."""
        first: dict[str, Sentence] = {}
        for sentence in self.sentences:
            known = first.setdefault(sentence.text, sentence)
            if known is not sentence:
                self._repeats.setdefault(known.start, []).append(sentence.start)
        self._starts = [sentence.start for sentence in first.values()]
        self._ends = [sentence.start + len(sentence.text) for sentence in first.values()]
        return list(first.values())

    def repeated(self, finding: Finding) -> Iterator[Finding]:
        """The same finding in every repetition of the sentence it lies in."""
        index = bisect_right(self._starts, finding.start) - 1
        if index < 0 or finding.end > self._ends[index]:
            return
        for start in self._repeats.get(self._starts[index], ()):
            shift = start - self._starts[index]
            yield replace(
                finding, start=finding.start + shift, end=finding.end + shift, page=self.page_at(finding.start + shift)
            )

    def numeric(self, least: int) -> Iterator[Sentence]:
        """The sentences with at least so many numbers."""
        return (sentence for sentence in self.statements if sentence.digits >= least)

    @cached_property
    def cells(self) -> list[Sentence]:
        """The text of table cells, each as a sentence."""
        return [
            sentence for passage in self.passages if passage.table is not None for sentence in self._sentences(passage)
        ]

    def _sentences(self, passage: Passage) -> Iterator[Sentence]:
        return (
            Sentence(self, passage, passage.start + start, passage.text[start:end])
            for start, end in spans(passage.text)
        )

    @cached_property
    def tables(self) -> list[Table]:
        """The tables, in order."""
        found: dict[int, dict[tuple[int, int], Passage]] = {}
        for passage in self.passages:
            if passage.table is not None and passage.row is not None and passage.column is not None:
                found.setdefault(passage.table, {})[passage.row, passage.column] = passage
        return [Table(number, cells) for number, cells in found.items()]

    @cached_property
    def flat(self) -> str:
        """The whole text."""
        return self.document.text

    def finding(
        self,
        start: int,
        end: int,
        ja: str,
        en: str,
        *,
        stated: str = "",
        computed: str = "",
        reason: str = "",
        severity: Severity | None = None,
        page: int | None = None,
    ) -> Finding:
        """A finding of the rule that runs, at offsets of the document."""
        rule = self.rule
        assert rule is not None
        return Finding(
            rule.code, rule.family, severity or rule.severity, start, end, self.flat[start:end], Text(ja=ja, en=en),
            stated, computed, reason, page if page is not None else self.page_at(start),
        )  # fmt: skip

    def page_at(self, place: int) -> int | None:
        """The page or slide of a place in the text."""
        low, high = 0, len(self.passages)
        while low < high:
            middle = (low + high) // 2
            if self.passages[middle].end <= place:
                low = middle + 1
            else:
                high = middle
        return self.passages[low].page if low < len(self.passages) else None

    def within(self, sentence: Sentence, items: Sequence[Quantity | DateMention]) -> tuple[int, int]:
        """The span in the document that covers these values of a sentence."""
        return sentence.start + min(item.start for item in items), sentence.start + max(item.end for item in items)


Found = TypeVar("Found")


def once(find: Callable[[Context], Found]) -> Callable[[Context], Found]:
    """Make what a function finds in a document be found once a run, whichever rules ask for it."""

    @wraps(find)
    def held(context: Context) -> Found:
        if find not in context.kept:
            context.kept[find] = find(context)
        found: Found = context.kept[find]
        return found

    return held


_SAMPLE = 4000
