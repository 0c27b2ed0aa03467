"""A number being read and the text it stands in: what the readers of units, hedges and links work on."""

from dataclasses import dataclass
from decimal import Decimal

from dualtrack.extraction.numerals import Numeral, exactly
from dualtrack.extraction.quantity import Direction, Kind
from dualtrack.model import Qualifier

LANGUAGES = ("ja", "en", "ko", "zh", "de", "fr")
_UNSPACED = ("ja", "zh", "ko")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with the language and country it is read by.

    Attributes:
        text: The text.
        language: ISO 639 code of the text, for numbers and names of currencies.
        country: ISO 3166 code of the document's country, or None.
        profile: The language whose hedges, periods and counted things are looked for: ``en`` for those not known.
        western: True where words are spaced and number words are Latin.
    """

    text: str
    language: str
    country: str | None
    profile: str
    western: bool

    @classmethod
    def of(cls, text: str, language: str, country: str | None) -> "Reading":
        """The reading of a text in a language."""
        return cls(text, language, country, language if language in LANGUAGES else "en", language not in _UNSPACED)

    def after_gap(self, place: int) -> int:
        """The place after one space or hyphen, where there is one."""
        char = self.text[place : place + 1]
        return place + 1 if char and char in " -\u00a0\u202f\u2009　" else place


class Figure:
    """A number being read; ``kind`` is None while nothing says what it measures.

    ``start:end`` is the quote so far and ``number_start:number_end`` the number with its scale words; ``coefficient``
    is the number as written before ``factor`` scaled it; ``mark`` the currency as written.
    """

    __slots__ = (
        "amount", "baseline", "change", "coefficient", "currency", "direction", "dropped", "end", "factor", "gloss", "kind",
        "mark", "number_end", "number_start", "over_years", "per", "precision", "qualifier", "sign", "start", "unit", "upper",
    )  # fmt: skip

    def __init__(self, number: Numeral) -> None:
        self.start = self.number_start = number.start
        self.end = self.number_end = number.end
        self.amount = self.coefficient = number.value
        self.precision = number.precision
        self.factor = Decimal(1)
        self.kind: Kind | None = None
        self.upper: Decimal | None = None
        self.mark: str | None = None
        self.currency: str | None = None
        self.unit: str | None = None
        self.qualifier: Qualifier | None = "over" if number.over else None
        self.per: str | None = None
        self.over_years: Decimal | None = None
        self.sign: str | None = None
        self.direction: Direction | None = None
        self.gloss: Figure | None = None
        self.change: Figure | None = None
        self.baseline: Figure | None = None
        self.dropped = False

    def scale(self, factor: Decimal) -> None:
        """Multiply the amount and its precision exactly."""
        self.amount = exactly(self.amount, factor)
        self.upper = None if self.upper is None else exactly(self.upper, factor)
        self.precision = exactly(self.precision, factor)
        self.factor = exactly(self.factor, factor)

    def reach(self, end: int) -> None:
        """The number itself goes on to ``end``: a scale word was read."""
        self.number_end = self.end = end

    @property
    def is_change(self) -> bool:
        """True for a percentage that is said to be a rise or a fall."""
        return self.kind in ("percentage", "points") and self.direction is not None
