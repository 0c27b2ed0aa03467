"""A sentence with its values taken out, so that rules match wording and not digits.

Each value of the sentence becomes one character of a private area, in three ranges: amounts (money, counts),
percent-like
values (percent, points, multiples, shares in words) and dates. 'rose from $130 million to $162 million (24.7%)'
becomes 'rose from ⓐ to ⓑ (ⓟ)': patterns then say what lies between two values, in any language.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dualtrack.extraction import Quantity
from dualtrack.extraction.dates import DateMention

AMOUNT = "[\ue000-\ue7ff]"
PERCENT = "[\ue800-\uefff]"
VALUE = "[\ue000-\uefff]"
DATE = "[\uf000-\uf8ff]"
ANY = "[\ue000-\uf8ff]"
_ROOM = 0x7FF

PERCENT_KINDS = frozenset(("percentage", "points", "share", "multiple"))

_WIDE = str.maketrans("（）［］：，；＋－％　～〜〔〕", "()[]:,;+-% ~~()")
_LATIN = re.compile("[a-zà-ÿ]+")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,40}>|\*\*|__|\\(?=[$*_#])")

_HEDGE = re.compile(
    rf"(?:\b(?:about|around|approximately|approx\.|roughly|some|nearly|almost|circa|ca\.|an estimated|estimated|over|"
    rf"more than|"
    rf"at least|up to|just|just over|just under|close to|under|less than|below|fewer than|no less than|"
    rf"rund|etwa|ungefähr|knapp|fast|mehr als|mindestens|bis zu|über|gut|environ|près de|près d'|presque|plus de|au "
    rf"moins|"
    rf"jusqu'à|quelque)\s+|(?<![制契条規公要節誓予婚集解成特密協括盟])約\s*|およそ|ほぼ|概ね|最大で?|약\s*|최대\s*|대략\s*|约|大约|[≈~]\s*)(?={VALUE})",
    re.IGNORECASE,
)
_HEDGE_AFTER = re.compile(rf"(?<={VALUE})(?:\s?(?:程度|前後|ほど|超|強|弱|余り?|가량|정도|이상|左右|以上|or so))")
_DATE_PHRASE = re.compile(
    rf"\s*\(\s*(?:in|for|im Jahr|im|en|FY)?\s*{DATE}(?:\s*(?:年度|実績|予算|当初|見込み?))?\s*\)|"
    rf",?\s*\b(?:in|for|during|of|by|as of|since|im Jahr|im Jahre|im|en|pour|dès|à la fin de)\s+(?:the\s+|"
    rf"fiscal\s+(?:year\s+)?|FY\s*|l'année\s+)?{DATE},?|"
    rf"{DATE}\s*(?:末|当初|時点|実績|予算)?\s*(?:に(?!対)|の|は|には|では|で|、|에는|에|의|년의)?|{DATE}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Frame:
    """A sentence as wording with place-holders.

    Attributes:
        source: The sentence as written.
        text: The wording with every value and date replaced.
        values: The values, in order; the character of the i-th stands for it.
        dates: The dates, in order.
    """

    source: str
    text: str
    numbers: dict[str, Quantity]
    dates: dict[str, DateMention] = field(default_factory=dict)

    @cached_property
    def plain(self) -> str:
        """``text`` without hedges, glosses, mark-up, doubled spaces."""
        text = self.text
        for char, quantity in self.numbers.items():
            if quantity.gloss_of is not None:
                text = _without_gloss(text, char)
        text, hedged = _HEDGE.subn("", text)
        text = _HEDGE.sub("", text) if hedged else text
        text = _HEDGE_AFTER.sub("", text)
        return re.sub(r"[ \t\n\u00a0\u202f]+", " ", text)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in Latin letters, in small ones."""
        return frozenset(_LATIN.findall(self.text.lower()))

    @cached_property
    def dateless(self) -> str:
        """``plain`` without dates and the small words that tie them in."""
        return re.sub(r" {2,}", " ", _DATE_PHRASE.sub(" ", self.plain)) if self.dates else self.plain

    @cached_property
    def amounts(self) -> list[Quantity]:
        """Money, counts and bare numbers, in order."""
        return [quantity for char, quantity in self.numbers.items() if char < "\ue800"]

    @cached_property
    def percents(self) -> list[Quantity]:
        """Percentages, points, multiples and shares in words, in order."""
        return [quantity for char, quantity in self.numbers.items() if char >= "\ue800"]

    def value(self, char: str) -> Quantity:
        """The value that a character stands for."""
        return self.numbers[char]

    def char(self, quantity: Quantity) -> str:
        """The character that stands for a value."""
        return next(char for char, other in self.numbers.items() if other is quantity)


def _without_gloss(text: str, char: str) -> str:
    return re.sub(rf"\s*[(\[](?:[^()\[\]\ue000-\uefff]{{0,30}}){char}[^()\[\]\ue000-\uefff]{{0,30}}[)\]]", "", text)


def written_dates(dates: Sequence[DateMention], quantities: Sequence[Quantity]) -> list[DateMention]:
    """The dates that are written in figures and are no part of an amount."""
    return [date for date in dates if any(map(str.isdigit, date.quote)) and not _inside_money(date, quantities)]


def frame_with(text: str, values: Sequence[Quantity], kept_dates: Sequence[DateMention]) -> Frame | None:
    """Take these values and dates out of a text; None where there are more than the private area holds."""
    if len(values) > _ROOM or len(kept_dates) > _ROOM:
        return None
    numbers: dict[str, Quantity] = {}
    mentions: dict[str, DateMention] = {}
    parts: list[str] = []
    place = 0
    items: list[Quantity | DateMention] = [*values, *kept_dates]
    for item in sorted(items, key=lambda item: (item.start, -item.end)):
        if item.start < place:
            continue
        if isinstance(item, Quantity):
            char = chr((0xE800 if item.kind in PERCENT_KINDS else 0xE000) + len(numbers))
            numbers[char] = item
        else:
            char = chr(0xF000 + len(mentions))
            mentions[char] = item
        parts += text[place : item.start].translate(_WIDE), char
        place = item.end
    parts.append(text[place:].translate(_WIDE))
    return Frame(text, _MARKUP.sub("", "".join(parts)), numbers, mentions)


def _inside_money(date: DateMention, quantities: Sequence[Quantity]) -> bool:
    """Whether what was read as a date is part of an amount; a year that begins a misread range stays a date."""
    return any(
        quantity.kind in ("money", *PERCENT_KINDS)
        and quantity.start < date.end
        and date.start < quantity.end
        and quantity.start != date.start
        for quantity in quantities
    )
