"""Conversions: is a gloss in another currency within reach of the reference rates, and is it of the right magnitude?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from dualtrack.checks import rates
from dualtrack.checks.context import Context, Sentence, once
from dualtrack.checks.finding import Finding
from dualtrack.checks.frame import AMOUNT
from dualtrack.checks.rates import Band
from dualtrack.checks.rule import rule
from dualtrack.checks.total import like
from dualtrack.checks.whole import around, issued, whole
from dualtrack.checks.written import Interval, interval, shown, significant_unit
from dualtrack.errors import DualtrackError
from dualtrack.extraction import Quantity
from dualtrack.model import Period, Text

_MARGIN = Decimal("0.12")
_PRECISE = Decimal("0.07")
_UNDATED = Decimal("0.15")
_YEARS_UNDATED = 6
_APART, _APART_TOGETHER = Decimal("0.15"), Decimal("0.06")
_WORDED = re.compile(
    rf"(?P<a>{AMOUNT})(?:,? or (?:about )?|,? (?:which is )?equivalent to |,? (?:i\.e\.|that is),? |,? worth |,? "
    rf"which is |\s?[=≒≈]\s?|,? soit (?:environ )?|,? also |,? umgerechnet |,? "
    rf"das (?:sind|entspricht) |,? entspricht |\((?:entspricht|umgerechnet|équivalant à|soit|或|约合|折合) |、|"
    rf"に相当する|、すなわち|"
    rf"\(換算で)(?P<b>{AMOUNT})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Conversion:
    """An amount and the same amount in another currency (or in other words of the same currency)."""

    sentence: Sentence
    original: Quantity
    gloss: Quantity

    @property
    def implied(self) -> Decimal:
        """Units of the gloss's currency for one unit of the original's."""
        return (self.gloss.amount or Decimal(0)) / (self.original.amount or Decimal(1))

    def possible(self) -> Interval | None:
        """All rates that the two amounts as written allow."""
        return interval(self.gloss).over(_converted(self.original))

    def closely(self) -> Interval:
        """The rates that the two allow where 'about' only says that the conversion is rounded."""
        amount = self.gloss.amount or Decimal(0)
        slack = max(significant_unit(amount) / 2, amount * Decimal("0.025"))
        meant = interval(self.gloss) if self.gloss.qualifier != "about" else Interval(amount - slack, amount + slack)
        return meant.over(_converted(self.original)) or Interval(self.implied, self.implied)


def _converted(original: Quantity) -> Interval:
    """What a converted amount may stand for: as written, but a twentieth off at most, a tenth where it is 'about'."""
    meant, amount = interval(original), abs(original.amount or Decimal(0))
    off = amount * (Decimal("0.05") if original.qualifier is None else Decimal("0.1"))
    return Interval(max(meant.low, amount - off), max(amount, min(meant.high, amount + off)))


@once
def conversions(context: Context) -> list[Conversion]:
    """The conversions of a document."""
    return [item for sentence in (*whole(context), *context.cells) if sentence.digits >= 2 for item in _of(sentence)]


_CURRENCY_HINT = re.compile(
    r"[$€£¥￥₩₹元円ドルユポウ원달러엔위유]|[A-Z]{3}|\b(?:dollars?|euros?|pounds?|yen|won|yuan|francs?|rupees?|"
    r"Dollar|Euro|Pfund|"
    r"livres?)\b"
)


def _of(sentence: Sentence) -> Iterator[Conversion]:
    if not _CURRENCY_HINT.search(sentence.text):
        return
    money = {(quantity.start, quantity.end): quantity for quantity in sentence.quantities if quantity.kind == "money"}
    if len(money) < 2:
        return
    seen: set[int] = set()
    for quantity in money.values():
        original = money.get(quantity.gloss_of) if quantity.gloss_of else None
        if (
            original is not None
            and _usable(sentence.text, original, quantity)
            and not _no_gloss(sentence.text, original, quantity)
        ):
            seen.add(quantity.start)
            yield Conversion(sentence, original, quantity)
    frame = sentence.frame
    if frame is None:
        return
    for pattern in (_WORDED, _LATER):
        for match in pattern.finditer(frame.plain):
            original, gloss = frame.value(match["a"]), frame.value(match["b"])
            if (
                gloss.start not in seen
                and gloss.kind == original.kind == "money"
                and original.currency != gloss.currency
                and match.group()[1:-1] != "、"
                and _usable(sentence.text, original, gloss)
            ):
                seen.add(gloss.start)
                yield Conversion(sentence, original, gloss)


_SAME_AS = (
    r"\b(?:equivalent to|equal to|equals|equalling|the equivalent of|i\.e\.|that is|which is|"
    r"which (?:\w+ ){0,4}(?:is|comes to|amounts to|makes|equals)|translates? (?:to|into)|"
    r"corresponding to|converted to|converted,|in dollar terms|in euro terms|worth|some|at today's rates?|"
    r"at current rates?|"
    r"umgerechnet|entspricht|entsprechen|entsprechend|das sind|das wären|also|d\. ?h\.|sprich|gegenwertig|"
    r"im Gegenwert von|"
    r"soit|équivaut à|équivalent à|équivalant à|équivalente? de|l'équivalent d[e']|ce qui représente|c'est-à-dire|"
    r"convertis?)"
    r"(?: (?:in|to|very|zu|à|de|l'équivalent de))?|相当額として|換算(?:で|すると|して)|すなわち|日本円(?:で|にして)|"
    r"にして|"
    r"米ドル換算で|ドル換算で|円換算で|"
    r"환산(?:하면|시|액은?|으로)|한화(?:로)?|원화로|달러로|折合(?:人民币|美元)?|相当于|约合|合(?=[\ue000-\ue7ff])"
)
_NEARLY = (
    r"(?:\s?(?:about|around|approximately|approx\.?|roughly|some|nearly|almost|circa|ca\.|c\.|just (?:over|under)|"
    r"close to|a little (?:over|under)|"
    r"(?:knapp|rund|etwa|ungefähr|gut|fast|zirka|annähernd|schätzungsweise)|à peu près|environ|près de|quelque|"
    r"un peu(?: (?:plus|moins) de)?|etwas|slightly|"
    r"autour de|presque|約|およそ|おおむね|概ね|ほぼ|약|대략|大约|约|近))*\s?"
)
_NO_GLOSS = (
    r"of which|including|plus|minus|up from|down from|compared|from|previous|earlier|against|versus|than|davon|"
    r"darunter|zuvor|gegenüber|"
    r"nach|statt|dont|contre|au lieu|うち|前年|前回|より|対|이중|이 중|전년|대비|其中|上年"
)
_AFTER_GLOSS = (
    r"\s?(?:に相当|相当(?!の|部)|に当たる|に換算|換算|に値する|에 해당|에 상당|상당(?=의|에|으?로|하)|환산|"
    r"at (?:current|today's|the (?:current|then)|prevailing) (?:exchange )?rates?|zum (?:aktuellen|damaligen|"
    r"heutigen) (?:Kurs|Wechselkurs)|"
    r"umgerechnet|au (?:taux|cours) (?:de change )?(?:actuel|du jour|de l'époque)|按当前汇率)"
)
_LATER = re.compile(
    rf"(?P<a>{AMOUNT})(?:"
    rf"[^\ue000-\uefff。.]{{0,70}}?(?:{_SAME_AS})(?: [^\ue000-\uefff;。.()]{{0,24}}?\b(?:Kurs|Wechselkurs|rates?|taux|"
    rf"cours)\b[^\ue000-\uefff;。.()]{{0,24}}?)?{_NEARLY}|"
    rf"[^\ue000-\uefff;。.()]{{0,40}}?\s?[–—]\s?{_NEARLY}(?={AMOUNT}[^\ue000-\uefff–—]{{0,30}}[–—])|"
    rf"(?! ?(?:{_NO_GLOSS}))[^\ue000-\uefff;。.()]{{0,50}}?\s?\((?!(?:\w+ "
    rf")?(?:{_NO_GLOSS}))[^()\ue000-\uefff]{{0,30}}?(?={AMOUNT}[^()\ue000-\uefff]{{0,30}}\))|"
    rf"[^\ue000-\uefff;。.()]{{0,40}}?(?={AMOUNT}{_AFTER_GLOSS})"
    rf")(?P<b>{AMOUNT})",
    re.IGNORECASE,
)
"""An amount and, after other words, the same in another currency: said so by a word, set off by brackets or dashes."""


def _no_gloss(text: str, original: Quantity, gloss: Quantity) -> bool:
    """Whether the words between two amounts make the second no conversion of the first: of which, plus, up from."""
    return _OTHER.search(text[min(original.end, gloss.end) : max(original.start, gloss.start)]) is not None


_OTHER = re.compile(rf"(?<![^\W\d_])(?:{_NO_GLOSS})(?![a-zà-ÿ])", re.IGNORECASE)
_PARITY = re.compile(r"\bPPPs?\b|\bKKP\b|\bPPA\b|購買力平価|구매력|购买力")
"""Purchasing power parities are no exchange rates."""


def _usable(text: str, original: Quantity, gloss: Quantity) -> bool:
    words = text[max(0, min(original.start, gloss.start) - 12) : max(original.end, gloss.end) + 12]
    if _PARITY.search(words):
        return False
    plain = all(quantity.upper is None and quantity.amount for quantity in (original, gloss))
    if gloss.qualifier == "up to" and original.qualifier != "up to":
        return False
    return plain and original.currency is not None and gloss.currency is not None


@rule(
    "DT401",
    family="conversion",
    severity="error",
    title=Text(ja="換算額が参照レートから外れている", en="A conversion is out of reach of the reference rates"),
    explanation=Text(
        ja="「5,400万ポンド(約100億円)」の換算を、文の日付(なければ文書の日付、"
        "どちらもなければ最近数年)前後のECB参照レートと比べる。"
        "年度の平均や「約」の幅は許す。10倍・100倍の違いは桁違いとして示す。",
        en="Compares a gloss in another currency with the ECB reference rates around the sentence's date, else the "
        "document's, else of recent years. "
        "Yearly averages and 'about' are allowed for. A slip by ten or a hundred times is named as such.",
    ),
    wrong=Text(
        ja="基金の規模は5,400万ポンド(約10億円)である。", en="The grant is worth USD 5 million (EUR 40 million)."
    ),
    right=Text(
        ja="基金の規模は5,400万ポンド(約100億円)である。", en="The grant is worth USD 5 million (EUR 4.4 million)."
    ),
)
def reach(context: Context) -> Iterator[Finding]:
    """Conversions against the reference rates."""
    for item in conversions(context):
        if item.original.currency == item.gloss.currency:
            finding = _same_currency(context, item)
        else:
            finding = _out_of_reach(context, item)
        if finding:
            yield finding


def _same_currency(context: Context, item: Conversion) -> Finding | None:
    """The same amount in other words: 1億円 (100 million yen)."""
    possible = item.possible()
    one = Decimal(1)
    if possible is None or possible.touches(Interval(one, one).widened(Decimal("0.02"))):
        return None
    power = _power(item.implied)
    if power is None:
        return None
    return _finding(
        context,
        item,
        like(item.gloss, item.original.amount or Decimal(0)),
        power,
        "the two amounts are of one currency",
    )


def _out_of_reach(context: Context, item: Conversion) -> Finding | None:
    possible, found = item.possible(), reference(context, item)
    if possible is None or found is None:
        return None
    margin, near = found
    allowed = Interval(near.low, near.high).widened(margin)
    if possible.touches(allowed):
        return None
    right = like(item.gloss, (item.original.amount or Decimal(0)) * near.mean)
    pair = f"{item.original.currency}/{item.gloss.currency}"
    reason = (
        f"{rates.SOURCE}: {pair} {_rate(near.low)} to {_rate(near.high)}, mean {_rate(near.mean)}, {near.first} to "
        f"{near.last}; "
        f"the text implies {_rate(item.implied)}"
    )
    return _finding(context, item, right, _power(item.implied / near.mean), reason)


def _finding(context: Context, item: Conversion, right: str, power: int | None, reason: str) -> Finding:
    ja = f"{item.original.quote}の換算は約{right}のはずで、{item.gloss.quote}ではない"
    en = f"{item.original.quote} is about {right}, not {item.gloss.quote}"
    if power is not None:
        times = f"{Decimal(10) ** abs(power):,}"
        ja += f"(桁が{times}倍{'大きい' if power > 0 else '小さい'})"
        en += f" (a slip of magnitude: {times} times too {'large' if power > 0 else 'small'})"
    return context.finding(
        *context.within(item.sentence, [item.original, item.gloss]),
        ja,
        en,
        stated=item.gloss.quote,
        computed=right,
        reason=reason,
    )


def _power(ratio: Decimal) -> int | None:
    """The power of ten by which a ratio is off, where it is off by a power of ten."""
    if ratio <= 0:
        return None
    for power in (-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6):
        if Decimal("0.6") < ratio / Decimal(10) ** power < Decimal("1.7"):
            return power
    return None


def _rate(value: Decimal) -> str:
    return f"{value:.4g}" if value < 1000 else f"{value:.0f}"


def reference(context: Context, item: Conversion) -> tuple[Decimal, Band] | None:
    """The rates around the date of a conversion, and how far off them a conversion may lie: less for a day or month."""
    original, gloss = item.original.currency, item.gloss.currency
    if not (rates.known(original) and rates.known(gloss)) or original is None or gloss is None:
        return None
    days = _days(context, item)
    last = rates.last_day()
    if not days:
        day = min(context.as_of or last, last)
        found = rates.band(original, gloss, day - timedelta(365 * _YEARS_UNDATED), day)
        return (_UNDATED, found) if found else None
    bands = [
        rates.band(original, gloss, min(first, last) - timedelta(400), min(end, last) + timedelta(31))
        for first, end in days
    ]
    joined: Band | None = None
    for one in bands:
        joined = one if joined is None else joined.joined(one) if one else joined
    precise = all((end - first).days < 32 for first, end in days)
    return (_PRECISE if precise else _MARGIN, joined) if joined else None


def _days(context: Context, item: Conversion) -> list[tuple[date, date]]:
    """The stretches of days that a conversion may have been made in: the dates of its sentence and the document's.

    Where the sentence gives none, those (to the month or day) of the sentences beside it in its paragraph count, too.
    """
    found = list(_dated(item.sentence))
    if not found:
        found = [
            days for near in _beside(context, item.sentence) for days in _dated(near) if (days[1] - days[0]).days < 32
        ]
    day = issued(context)
    if day is not None and day >= date(1999, 1, 4):
        found.append((day, day))
    return found


def _beside(context: Context, sentence: Sentence) -> Iterator[Sentence]:
    sentences = whole(context)
    index = next((place for place, one in enumerate(sentences) if one is sentence), None)
    return iter(around(context, index) if index is not None else ())


def _dated(sentence: Sentence) -> Iterator[tuple[date, date]]:
    for mention in sentence.dates:
        period = _period(mention.edtf)
        if (
            period is not None
            and period.lower
            and period.upper
            and date(1999, 1, 4) <= period.lower <= rates.last_day()
        ):
            yield period.lower, period.upper


def _period(edtf: str) -> Period | None:
    try:
        return Period(edtf)
    except DualtrackError:
        return None


@rule(
    "DT402",
    family="conversion",
    severity="note",
    title=Text(ja="同じ通貨の換算レートが文書内で異なる", en="Two conversions in one document imply different rates"),
    explanation=Text(
        ja="同じ二通貨・同じ時期の換算から逆算したレートが5%以上違う。どちらも誤りでないことがあるので注記にとどめるが、"
        "15%(一文の中では6%)を超え、丸めや「約」の幅でも両立しないものは警告とする。",
        en="Two conversions between the same currencies for about the same time imply rates more than 5 % apart. "
        "Both may be right, so it is a note; a warning where they are more than 15 % apart (6 % in one sentence) and "
        "neither rounding nor 'about' can bring them together.",
    ),
    wrong=Text(
        ja="基金は5,400万ポンド(約100億円)、総額は1億ポンド(約200億円)である。",
        en="The fund has £54 million (about ¥10 billion). The package is worth £100 million (about ¥20 billion).",
    ),
    right=Text(
        ja="基金は5,000万ポンド(約100億円)、総額は1億ポンド(約200億円)である。",
        en="The fund has £50 million (about ¥10 billion). The package is worth £100 million (about ¥20 billion).",
    ),
)
def implied(context: Context) -> Iterator[Finding]:
    """Implied rates that differ within the document."""
    first: dict[tuple[str | None, ...], Conversion] = {}
    for item in conversions(context):
        if item.original.currency == item.gloss.currency:
            continue
        key = (item.original.currency, item.gloss.currency)
        earlier = first.setdefault(key, item)
        apart = abs(item.implied / earlier.implied - 1)
        if earlier is item or not Decimal("0.05") < apart < 2 or not _same_time(context, earlier, item):
            continue
        together = earlier.sentence is item.sentence
        least = _APART_TOGETHER if together else _APART
        grave = apart > least and _irreconcilable(earlier, item, together) and _tied(context, earlier, item)
        if apart >= Decimal("0.5") and not grave:
            continue
        rate, other = _rate(item.implied), _rate(earlier.implied)
        yield context.finding(
            *context.within(item.sentence, [item.original, item.gloss]),
            f"換算レートは{rate}で、先の{earlier.original.quote}({earlier.gloss.quote})の{other}と異なる",
            f"This implies a rate of {rate}; {earlier.original.quote} ({earlier.gloss.quote}) implies {other}",
            stated=rate,
            computed=other,
            reason=f"{item.original.currency}/{item.gloss.currency}, {shown(apart * 100)}% apart",
            severity="warning" if grave else None,
        )


def _tied(context: Context, one: Conversion, other: Conversion) -> bool:
    """Whether two conversions are known to be of one time: both dated, or both in one paragraph."""
    if one.sentence.passage is other.sentence.passage:
        return True
    return all(_own_days(item) or _days(context, item) for item in (one, other))


def _irreconcilable(one: Conversion, other: Conversion, together: bool) -> bool:
    """Whether no one rate, within two per cent, gives both conversions as written."""
    a, b = (one.closely(), other.closely()) if together else (one.possible(), other.possible())
    return a is not None and b is not None and not a.widened(Decimal("0.02")).touches(b)


def _own_days(item: Conversion) -> list[tuple[date, date]]:
    """The last date before a conversion in its sentence, where the sentence has several."""
    dated = list(_dated(item.sentence))
    if len(dated) < 2:
        return dated
    before = [mention for mention in item.sentence.dates if mention.end <= item.original.start]
    period = _period(before[-1].edtf) if before else None
    return [(period.lower, period.upper)] if period and period.lower and period.upper else dated


def _same_time(context: Context, one: Conversion, other: Conversion) -> bool:
    spans = [_own_days(item) or _days(context, item) for item in (one, other)]
    if not all(spans):
        return True
    return any(abs((a[0] - b[0]).days) <= 366 for a in spans[0] for b in spans[1])
