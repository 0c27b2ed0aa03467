"""Amounts, shares and changes as a Japanese or an English reader knows them; nothing is rounded but conversions."""

from decimal import Decimal
from functools import cache
from typing import Any

from dualtrack.model import Change, Duration, Money, Period, Qualifier, Quantity, Share, Text
from dualtrack.model.date_words import say_period
from dualtrack.publishing.rates import converted

_SCALES_JA = ((Decimal(10) ** 12, "兆"), (Decimal(10) ** 8, "億"), (Decimal(10) ** 4, "万"))
_SCALES_EN = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_CURRENCIES_JA = {
    "USD": "ドル", "GBP": "ポンド", "EUR": "ユーロ", "JPY": "円", "KRW": "ウォン", "CNY": "元", "INR": "ルピー",
    "CAD": "カナダドル", "AUD": "豪ドル", "CHF": "スイスフラン",
}  # fmt: skip
_HEDGES: dict[str, dict[Qualifier, str]] = {
    "ja": {"about": "約{}", "over": "{}超", "at least": "{}以上", "under": "{}未満", "up to": "最大{}"},
    "en": {"about": "about {}", "over": "over {}", "at least": "at least {}", "under": "under {}", "up to": "up to {}"},
}
_PER = {
    "ja": {"year": "年間", "quarter": "四半期あたり", "month": "月額"},
    "en": {"year": "a year", "quarter": "a quarter", "month": "a month"},
}
_UNITS: dict[str, tuple[str, str, str]] = {
    "people": ("人", "person", "people"), "countries": ("か国", "country", "countries"), "rank": ("位", "", ""),
    "percent": ("％", "%", "%"), "papers": ("報", "paper", "papers"), "awards": ("件", "award", "awards"),
    "universities": ("大学", "university", "universities"), "projects": ("件", "project", "projects"),
    "years": ("年", "year", "years"), "divisions": ("部門", "division", "divisions"),
    "records": ("件", "record", "records"),
    "directorates": ("局", "directorate", "directorates"), "institutes": ("研究所", "institute", "institutes"),
    "places": ("名分", "place", "places"), "visas": ("件", "visa", "visas"), "members": ("名", "member", "members"),
    "items": ("件", "item", "items"), "sectors": ("分野", "sector", "sectors"),
    "facilities": ("基", "facility", "facilities"),
    "months": ("か月", "month", "months"), "age": ("歳", "year old", "years old"),
}  # fmt: skip


def say_money(money: Money, language: str) -> str:
    """An amount: ``5年間で5,400万ポンド``, ``GBP 54 million over 5 years``; ranges, hedges and periods included."""
    if language == "ja":
        unit = _currency_ja(money.currency)
        number = f"{japanese(money.amount)}{unit}"
        if money.upper is not None:
            number = f"{japanese(money.amount)}～{japanese(money.upper)}{unit}"
        said = _hedged(number, money.qualifier, "ja")
        before = (f"{say_duration(money.over, 'ja')}間で" if money.over else "") + (
            _PER["ja"][money.per] if money.per else ""
        )
        return before + said
    number = f"{money.currency} {english(money.amount)}"
    if money.upper is not None:
        number += f" to {english(money.upper)}"
    said = _hedged(number, money.qualifier, "en")
    after = (f" {_PER['en'][money.per]}" if money.per else "") + (
        f" over {say_duration(money.over, 'en')}" if money.over else ""
    )
    return said + after


def say_money_for(money: Money, language: str, when: Period | None) -> str:
    """An amount with, for Japanese readers, what it is in yen and by which rate.

    The yen are the mean of the ECB's rates of the month in which ``when`` begins, rounded to the significant digits of
    the source's own conversion where it gives one, else to two. Where the source's own conversion is not what that rate
    gives at its number of digits, the source's figure is told apart from ours.
    """
    said = say_money(money, language)
    gloss = money.gloss if money.gloss is not None and money.gloss.currency == "JPY" else None
    ours = converted(money, "JPY", when) if when is not None else None
    if language != "ja" or money.currency == "JPY":
        return said
    if ours is None:
        return f"{said}（{say_money(gloss, 'ja')}、原典による換算）" if gloss else said
    amount, month = ours
    label = f"{say_period(Period(month), 'ja')}平均レート"
    rounded = significant(amount, _digits(gloss.amount) if gloss else 2)
    if gloss is None or rounded == gloss.amount:
        return f"{said}（約{japanese(rounded)}円、{label}）"
    return f"{said}（原典による換算は{say_money(gloss, 'ja')}、{label}では約{japanese(significant(amount, 2))}円）"


def say_quantity(quantity: Quantity, language: str, units: dict[str, Text] | None = None) -> str:
    """A number with its unit: ``3,600件超``, ``over 3,600 awards``; a rank is ``世界第3位`` or ``no. 3``."""
    number = japanese(quantity.amount) if language == "ja" else english(quantity.amount)
    if quantity.unit == "rank":
        return f"第{number}位" if language == "ja" else f"rank {number}"
    if quantity.upper is not None:
        upper = japanese(quantity.upper) if language == "ja" else english(quantity.upper)
        number = f"{number}～{upper}" if language == "ja" else f"{number} to {upper}"
    return _hedged(number + _unit(quantity, language, units), quantity.qualifier, language)


def _unit(quantity: Quantity, language: str, units: dict[str, Text] | None) -> str:
    ja, one, many = _UNITS.get(quantity.unit, ("", "", ""))
    if not many and units and quantity.unit in units:
        label = units[quantity.unit].best(language)
        return label if language == "ja" else f" {label}"
    if language == "ja":
        return ja
    word = one if quantity.amount == 1 else many
    return f" {word}" if word and word != "%" else word


def say_share(share: Share, language: str) -> str:
    """A share: ``約78％``, ``about 78%``; what it is a share of where that is told."""
    number = f"{share.percent.normalize():f}" + ("％" if language == "ja" else "%")
    said = _hedged(number, share.qualifier, language)
    whole = share.of.get(language) if share.of else None
    if whole is None:
        return said
    return f"{whole}の{said}" if language == "ja" else f"{said} of {whole}"


def say_change(change: Change, language: str) -> str:
    """A stated change: ``56.9％減``, ``down 56.9%``; ``横ばい``, ``flat``."""
    if change.value is None or change.direction == "flat":
        words = {"increase": ("増加", "up"), "decrease": ("減少", "down"), "flat": ("横ばい", "flat")}[change.direction]
        return words[0] if language == "ja" else words[1]
    number = f"{abs(change.value).normalize():,f}"
    if language == "ja":
        said = _hedged(f"{number}{'ポイント' if change.points else '％'}", change.qualifier, "ja")
        return said + ("増" if change.direction == "increase" else "減")
    said = _hedged(f"{number}{' points' if change.points else '%'}", change.qualifier, "en")
    return f"{'up' if change.direction == 'increase' else 'down'} {said}"


def signed(value: Decimal) -> str:
    """A change in percent for a table: ``+24.7%``, ``−56.9%``."""
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{abs(value):,f}%"


def say_measured(value: Money | Quantity | Share, language: str, units: dict[str, Text] | None = None) -> str:
    """Whatever was measured, in words, without conversion."""
    if isinstance(value, Money):
        return say_money(value, language)
    return say_share(value, language) if isinstance(value, Share) else say_quantity(value, language, units)


def say_duration(duration: Duration, language: str) -> str:
    """A length of time: ``5年``, ``6か月``, ``5 years``, ``6 months``."""
    years, months = divmod(duration.months, 12)
    parts = [(years, "年", "year"), (months, "か月", "month"), (duration.days, "日", "day")]
    if language == "ja":
        return "".join(f"{count}{ja}" for count, ja, _ in parts if count)
    return " ".join(f"{count} {en}{'' if count == 1 else 's'}" for count, _, en in parts if count)


def japanese(value: Decimal) -> str:
    """A number grouped by 兆, 億 and 万: ``39億300万``; below ten thousand with commas."""
    sign, rest = ("−" if value < 0 else ""), abs(value)
    if rest < 10_000:
        return sign + _comma(rest)
    parts = []
    for size, name in _SCALES_JA:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count:,.0f}{name}")
    return sign + "".join(parts) + (_comma(rest) if rest else "")


def english(value: Decimal) -> str:
    """A number in millions, billions or trillions where that is no longer than three decimals; else with commas."""
    for size, name in _SCALES_EN:
        scaled = value / size
        if abs(scaled) >= 1:
            short = scaled.quantize(Decimal("0.001"))
            return f"{_comma(short)} {name}" if short == scaled else _comma(value)
    return _comma(value)


def significant(value: Decimal, digits: int) -> Decimal:
    """The value rounded half up to so many significant digits."""
    if not value:
        return value
    place = Decimal(1).scaleb(value.adjusted() - digits + 1)
    return (value / place).quantize(Decimal(1), rounding="ROUND_HALF_UP") * place


def _digits(value: Decimal) -> int:
    return len(f"{value.normalize():f}".replace(".", "").strip("0")) or 1


def _comma(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _hedged(number: str, qualifier: Qualifier | None, language: str) -> str:
    return _HEDGES[language][qualifier].format(number) if qualifier else number


@cache
def _currency_ja(code: str) -> str:
    if code in _CURRENCIES_JA:
        return _CURRENCIES_JA[code]
    from babel.numbers import get_currency_name

    name: Any = get_currency_name(code, locale="ja")
    return str(name)
