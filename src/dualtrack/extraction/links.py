"""Neighbouring figures joined: ranges, amounts with cents, pairs, glosses in brackets and stated changes."""

import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from dualtrack.extraction.currencies import SUBUNITS_AFTER
from dualtrack.extraction.figures import Figure, Reading
from dualtrack.extraction.hedges import hedge_after, hedge_before, period_of, years_of
from dualtrack.extraction.numerals import EXACT, exactly
from dualtrack.extraction.percentages import direction_of

_SPAN = 90


def join(figures: list[Figure], reading: Reading) -> None:
    """Join what belongs together, in place; figures that became part of another are marked as dropped."""
    text, profile = reading.text, reading.profile
    _cents(figures, text)
    if reading.western:
        _same_currency(figures, text)
    _ranges(figures, text, profile)
    live = [figure for figure in figures if figure.kind is not None and not figure.dropped]
    claimed = 0
    for figure in live:
        if figure.kind == "money":
            figure.per = period_of(text, figure.start, figure.end, profile)
            years = years_of(text, figure.start, figure.end, profile, claimed)
            figure.over_years, claimed = years if years else (None, claimed)
        elif figure.kind in ("percentage", "points", "share") and figure.direction is None:
            figure.direction = direction_of(text, figure.start, figure.end, profile)
    _object_of(live, text, profile)
    _pairs(live, text)
    _glosses(live, text)
    _changes(live, text, profile)


_CENTS_GAP = re.compile(r"(?:\s?(?:and|und|et|と|又|,|、)?\s?|\s)")


def _cents(figures: list[Figure], text: str) -> None:
    whole: Figure | None = None
    for part in figures:
        if whole is None or not _add_part(whole, part, text):
            whole = part


def _add_part(whole: Figure, part: Figure, text: str) -> bool:
    """Add the cents that follow a whole amount, 5元3角 or $5 and 10 cents; False where the part is none."""
    if whole.kind != "money" or part.number_start - whole.end > 5:
        return False
    gap = text[whole.end : part.number_start]
    size, end = (_place(whole, part, text), part.number_end) if not gap else (None, 0)
    if size is None and gap != "," and _CENTS_GAP.fullmatch(gap):
        size, end = _subunit(whole, part, text)
    if size is None:
        return False
    cents = exactly(part.coefficient, size)
    whole.amount = EXACT.add(whole.amount, -cents if whole.sign == "-" else cents)
    whole.precision, whole.end = size, end
    part.dropped = True
    part.kind = None
    return True


def _subunit(whole: Figure, part: Figure, text: str) -> tuple[Decimal | None, int]:
    place = part.number_end + (text[part.number_end : part.number_end + 1] == " ")
    found = SUBUNITS_AFTER.match(text, place)
    if found is None or part.coefficient >= 100:
        return None, 0
    if text[place] in "分角毛" and whole.currency not in ("CNY", "TWD", "HKD", "USD", "JPY"):
        return None, 0
    return found[1].size, found[0]


_PLACES = {**dict.fromkeys("块塊蚊", Decimal("0.1")), **dict.fromkeys("角毛毫", Decimal("0.01"))}


def _place(whole: Figure, part: Figure, text: str) -> Decimal | None:
    """What one is worth in a last digit without a unit: 三块五 is 3.5, 三块零五 is 3.05, 七毛八 is 0.78."""
    size = _PLACES.get(text[whole.end - 1])
    if size is None or part.kind is not None or part.coefficient >= 10:
        return None
    if text[part.number_end : part.number_end + 1] in tuple("角毛分毫-"):
        return None
    return size / 10 if text[part.number_start] in "零〇" else size


_ALONE = re.compile(r"\s(?:in|en|im Jahr|im|by|d['’]ici|bis) (?:19|20)[0-9]{2}\b")
_CLAUSE_END = re.compile(r"[.;!?]\s|\n")


def _same_currency(figures: list[Figure], text: str) -> None:
    """An amount that leaves its currency unsaid: 3,2 millions d'euros en 2024, après 2,7 millions en 2022."""
    money: Figure | None = None
    for figure in figures:
        if figure.kind == "money":
            money = figure
        elif (
            figure.kind is None
            and money is not None
            and figure.factor >= _MILLION
            and figure.start - money.end < _SPAN
            and _ALONE.match(text, figure.number_end)
            and not _CLAUSE_END.search(text, money.end, figure.start)
        ):
            figure.kind, figure.mark, figure.currency, figure.end = (
                "money",
                money.mark,
                money.currency,
                figure.number_end,
            )


_MILLION = 10**6
_TO = {
    "ja": r"\s?(?:[-–—−~〜～]|から|ないし|乃至|より)\s?(?:約|最大)?",
    "zh": r"\s?(?:[-–—−~〜～]+|至|到)\s?",
    "ko": r"\s?(?:[-–—−~〜～∼]|에서|부터|내지)\s?",
    "en": r"\s?(?:[-–—−~]|to(?: about| around| over| up to)?)\s?",
    "de": r"\s?(?:[-–—−~]|(?<!\b(?:19|20)\d\d\s)bis zu|bis(?! zu))\s?",
    "fr": r"\s?(?:[-–—−~]|à)\s?",
}
_BETWEEN = {
    "en": (re.compile(r"\b[Bb]etween\s(?:about |around |roughly )?$"), re.compile(r"\s(?:and|to)\s")),
    "de": (re.compile(r"\b[Zz]wischen\s(?:rund |etwa )?$"), re.compile(r"\sund\s")),
    "fr": (re.compile(r"\b[Ee]ntre\s$"), re.compile(r"\set\s")),
}
_MOVING = {
    "en": re.compile(
        r"\b(?:increas|r[oai]s[ei]|grow|grew|cut|reduc|fall|fell|drop|rais|up|down|expand|declin|lift|boost|jump|went|go|mov|chang|doubl|tripl|"
        r"climb|lower|slash|shr[aiu]nk|surg|scal)\w*\b[^.;]{0,60}\bfrom\s(?:about |around |some |roughly |over )?$",
        re.I,
    ),
    "fr": re.compile(
        r"\b(?:pass|augment|rédui|port|baiss|relev|progress|recul|chut|diminu|mont)\w*\b[^.;]{0,50}\bd[e'’]\s?$", re.I
    ),
    "de": re.compile(r"(?!)"),
}
_TOWARDS = {
    "ja": re.compile(
        r"(?:程度|規模)?(?:へ|に(?!わたる|及|相当|上る|達)|まで(?=改善|上昇|低下|増|減|引|回復|拡|縮|落|高|伸))"
    ),
    "ko": re.compile(r"\s?(?:으)?로"),
}


@lru_cache(maxsize=8)
def _to(language: str) -> re.Pattern[str]:
    return re.compile(_TO[language])


def _ranges(figures: list[Figure], text: str, language: str) -> None:
    before = None
    for figure in figures:
        if before is not None and not before.dropped and 0 <= figure.start - before.end < 16 and figure.kind != "rank":
            if before.kind is None and _ends_span(before, text):
                before = figure if not figure.dropped else before
                continue
            if figure.kind is None:
                _lend(before, figure, text, language)
            if figure.kind is not None:
                _range(before, figure, text, language)
        if not figure.dropped:
            before = figure


def _ends_span(figure: Figure, text: str) -> bool:
    """Whether a number is the second half of a label such as 2023-24, and so begins no range."""
    before = text[max(0, figure.number_start - 2) : figure.number_start]
    return len(before) == 2 and before[0].isdigit() and before[1] in "-–/"


def _connects(low: Figure, high: Figure, text: str, language: str) -> bool:
    if _to(language).fullmatch(text, low.end, high.start):
        return True
    if language in _BETWEEN:
        opening, middle = _BETWEEN[language]
        return bool(
            middle.fullmatch(text, low.end, high.start) and opening.search(text[max(0, low.start - 24) : low.start])
        )
    return False


def _lend(low: Figure, high: Figure, text: str, language: str) -> None:
    """The upper end of ``$5-10 million`` takes the currency that only the lower end carries."""
    between = text[low.end : high.start]
    if low.kind != "money" or low.start == low.number_start or low.mark is None or high.amount < low.coefficient:
        return
    if (
        low.end == low.number_end
        and between
        and (high.factor != 1 or not between.startswith((" -", " –")))
        and _connects(low, high, text, language)
    ):
        high.kind, high.mark, high.currency = "money", low.mark, low.currency


def _alike(low: Figure, high: Figure) -> bool:
    if low.kind is None:
        return low.mark is None or low.mark == high.mark
    return low.kind == high.kind and low.currency == high.currency and low.unit == high.unit


def _range(low: Figure, high: Figure, text: str, language: str) -> None:
    if not _alike(low, high) or low.upper is not None or (high.sign == "-" and low.kind is None):
        return
    if high.sign == "-" and low.end == high.start and text[high.start] in "-−":  # 5%-10%
        high.sign, high.direction = None, None
        high.amount = -high.amount
        high.start += 1
    if not _connects(low, high, text, language):
        return
    bottom, precision = low.amount, low.precision
    if low.kind is None or (high.factor != 1 and low.factor == 1 and low.coefficient <= high.coefficient):
        bottom, precision = _share_scale(low, high, text)
    if bottom > high.amount:
        return
    moving = _MOVING.get(language)
    if (moving is not None and moving.search(text[max(0, low.start - 90) : low.start])) or _moves_to(
        low, high, text, language
    ):
        if low.kind is None:
            return
        high.baseline = low
        return
    if (
        low.kind is None
        and text[low.end : high.start].strip() in ("-", "–", "—")
        and text[low.start - 1 : low.start] in ("-", "/", "–")
    ):
        return
    high.qualifier = hedge_before(text, low.start, language) or hedge_after(text, high.end, language)
    high.upper, high.amount, high.precision, high.start = high.amount, bottom, precision, low.start
    high.number_start = low.number_start
    low.dropped = True


def _moves_to(low: Figure, high: Figure, text: str, language: str) -> bool:
    towards = _TOWARDS.get(language)
    return (
        towards is not None
        and text[low.end : high.start].strip() in ("から", "에서")
        and bool(towards.match(text, high.end))
    )


def _share_scale(low: Figure, high: Figure, text: str) -> tuple[Decimal, Decimal]:
    amount, precision = low.amount, low.precision
    if low.factor != 1:
        shared = Decimal(1) if high.kind == "money" else high.factor
    elif high.factor != 1:
        shared = high.factor if low.coefficient <= high.coefficient else Decimal(1)
    else:
        shared = _chain_factor(high, text) if low.coefficient <= 9999 else Decimal(1)
    return exactly(amount, shared), exactly(precision, shared)


_CHAIN = re.compile(r"[0-9０-９.,．，]+([十百千万萬億亿兆십백천만억조]+)$")
_SIZES = {**dict.fromkeys("十십", 10), **dict.fromkeys("百백", 100), **dict.fromkeys("千천", 1000), **dict.fromkeys("万萬만", 10**4),
          **dict.fromkeys("億亿억", 10**8), **dict.fromkeys("兆조", 10**12)}  # fmt: skip


def _chain_factor(high: Figure, text: str) -> Decimal:
    found = _CHAIN.fullmatch(text[high.number_start : high.number_end].replace(" ", ""))
    factor = Decimal(1)
    for char in found.group(1) if found else "":
        factor *= _SIZES[char]
    return factor


_JA_VERB = re.compile(r"[をも](?:超えて)?(?:削減|減額|減ら|圧縮|カット|増額|増や|積み増|上積み|増加)")


def _object_of(live: list[Figure], text: str, language: str) -> None:
    """23%、1630億ドルを削減: the verb after the amount tells the direction of the percentage before it."""
    if language != "ja":
        return
    for share, money in pairwise(live):
        if share.kind == "percentage" and share.direction is None and money.kind == "money":
            verb = _JA_VERB.match(text, money.end)
            if verb and text[share.end : money.start] in ("、", "（", "、約", "にあたる", "に相当する"):
                share.direction = direction_of(text, money.start, money.end, language)


_ARROW = re.compile(r"\s?(?:→|⇒|➡|->|=>|⟶)\s?")


def _pairs(live: list[Figure], text: str) -> None:
    for low, high in pairwise(live):
        if low.kind == high.kind and high.start - low.end <= 4 and _ARROW.fullmatch(text, low.end, high.start):
            high.baseline = low


_GLOSS = re.compile(r"[^\d()（）\[\]。.;；!?]{0,6}?\s?[(（\[［【〔]\s?[^\d()（）\[\]。;；!?]{0,24}")
_EQUALS = re.compile(
    r",?\s(?:or|about|approximately|i\.e\.|soit|oder|also known as|equivalent to)(?: \w+){0,2} |\s?[=≒≈＝]\s?(?:約|약|约)?"
)


def _glosses(live: list[Figure], text: str) -> None:
    for original, gloss in pairwise(live):
        if original.kind != "money" or gloss.kind != "money" or original.currency == gloss.currency:
            continue
        if original.gloss is not None or gloss.start - original.end > 34:
            continue
        if _GLOSS.fullmatch(text, original.end, gloss.start):
            gloss.gloss = original


_OPENS = re.compile(r"\s?[^\d()（）\[\]。;；!?\n]{0,4}\s?[(（\[]\s?[^\d()（）\[\]。;；!?\n]{0,24}")
_COMMA = {
    "en": re.compile(
        r", (?:up|down|an? (?:\w+ )?(?:increase|decrease|cut|rise|reduction|fall|drop|decline|growth) of|representing an? \w+ of)(?: by| about| nearly| some)? "
    ),
    "ja": re.compile(r"(?:で|となり|と)?、?対?前年度?(?:当初|予算|同期)*比で?\s?|(?:で|となり)、?"),
    "zh": re.compile(r"，(?:同比|比上年|较上年|比去年)?(?:实际|名义)?(?:增长|下降|增加|减少|提高)了?约?"),
    "ko": re.compile(r"(?:으로|로|,)? ?(?:전년|지난해|작년)? ?(?:대비|보다|비)? ?(?:약)? ?"),
    "de": re.compile(r", (?:plus|minus|ein Plus von|ein Minus von|ein Zuwachs von|\w+ Anstieg von) "),
    "fr": re.compile(r", (?:en hausse de|en baisse de|soit une (?:hausse|baisse) de|soit) "),
}
_ONWARD = {
    "en": re.compile(
        r",? ?(?:\w+ ){0,2}to (?:a total of |about |around |over |more than |nearly |just over |approximately )?"
    ),
    "ja": re.compile(
        r"[)）]?(?:増|減|の増|の減|増加|減少|増額|減額|削減)(?:の|となる|し、?|した|して|で|、)(?:総額|約|合計|およそ|過去最大の|過去最高の)*"
    ),
    "zh": re.compile(r"[，,]?(?:达到?|至|到|为)了?约?"),
    "ko": re.compile(r"\s?(?:증가|감소|증액|감액|삭감|늘|줄)[가-힣]{0,3}\s?(?:총|약)?\s?"),
    "de": re.compile(r" (?:\w+ )?auf (?:rund |etwa |knapp |über |mehr als )?"),
    "fr": re.compile(r",? (?:pour atteindre|à|pour s['’]établir à|atteignant) (?:environ |près de |plus de )?"),
}


def _changes(live: list[Figure], text: str, language: str) -> None:
    for first, second in pairwise(live):
        gap = second.start - first.end
        if gap > _SPAN:
            continue
        if first.kind == "money" and _is_change(second) and first.change is None:
            if _OPENS.fullmatch(text, first.end, second.start) or (
                gap < 40 and _COMMA[language].fullmatch(text, first.end, second.start)
            ):
                first.change = second
        elif (
            second.kind == "money"
            and _is_change(first)
            and gap < 40
            and _ONWARD[language].fullmatch(text, first.end, second.start)
        ):
            second.change = first


def _is_change(figure: Figure) -> bool:
    return figure.kind in ("percentage", "points") and figure.direction is not None
