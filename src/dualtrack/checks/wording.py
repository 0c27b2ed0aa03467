"""Wording that tells a rise from a fall and a change from a level, in the languages that are checked."""

import re
from typing import Literal

Direction = Literal["increase", "decrease"]

_UP = (
    r"increas(?:e[sd]?|ing)|r[io]se[sn]?|rising|gr[eo]ws?|grown|growth|growing|climb(?:s|ed|ing)?|jump(?:s|ed)?|"
    r"surge[sd]?|soar(?:s|ed)?|"
    r"expand(?:s|ed)?|expansion|lift(?:s|ed)?|hike[sd]?|swell(?:s|ed)?|scaled up|stepped up|rais(?:e[sd]?|ing)|"
    r"boost(?:s|ed|ing)?|up|higher|above|more|gain(?:s|ed)?|"
    r"lengthen(?:ed|ing|s)?|longer|verlänger(?:t|te|ung)|länger|allong(?:é|e|ée|ement)|rallong(?:é|e|ée)|"
    r"stieg(?:en)?|gestiegen|steig(?:en|t|erte|erung)|erhöh(?:t|te|ten|en|ung)|anstieg|zunahme|wuchs(?:en)?|"
    r"gewachsen|zuwachs|plus|aufgestockt|"
    r"angehoben|mehr|zugenommen|"
    r"hausse|augment(?:e|é|ée|és|ées|er|ent|ation|a|ait)|progress(?:e|é|ion|ent)|croissance|croît|crû|relevée?s?|"
    r"accru(?:e|es|s)?|grimp(?:e|é)|"
    r"supplémentaires?|de plus"
)
_DOWN = (
    r"decreas(?:e[sd]?|ing)|f[ae]ll(?:s|en|ing)?|drop(?:s|ped)?|declin(?:e[sd]?|ing)|cuts?|reduc(?:e[sd]?|ing|"
    r"tions?)|shr[aiu]nk(?:s|en)?|"
    r"slash(?:es|ed)?|trim(?:s|med)?|pared|scaled back|scaled down|slump(?:s|ed)?|tumble[sd]?|shed|halved?|lower(?:s|"
    r"ed|ing)?|down|below|less|fewer|plunge[sd]?|plummet(?:s|ed)?|dip(?:s|ped)?|"
    r"shorten(?:ed|ing|s)?|shorter|verkürz(?:t|te|ung)|kürzer|raccourci(?:e|es|s|ssement)?|"
    r"sank(?:en)?|gesunken|sink(?:t|en)|fiel(?:en)?|gefallen|rückgang|rückläufig|gekürzt|kürzung|kürz(?:t|te|en)|"
    r"reduziert|abnahme|gesenkt|senkung|"
    r"verringert|minus|abgenommen|weniger|zurückgegangen|zurück|"
    r"baiss(?:e|é|ée|ent|er)|diminu(?:e|é|ée|és|ent|tion|er)|recul(?:e|é|ent)?|rédui(?:t|te|ts|tes|re)|réduction|"
    r"chut(?:e|é|ent)|"
    r"coupes?|repli|de moins|abaissée?"
)
_UP_EAST = (
    r"増|增|拡大|上昇|伸び|引き?上げ|アップ|高ま|上が|"
    r"증가|늘|증액|상승|확대|인상|올라|올랐|급증|성장|上升|提高|扩大|上涨|攀升"
)
_DOWN_EAST = (
    r"減|减|縮小|低下|下落|引き?下げ|削減|カット|ダウン|下が|落ち込|"
    r"감소|줄|감액|하락|축소|삭감|인하|떨어|급감|下降|降低|缩小|削|下滑|下跌"
)

_WORDS = re.compile(rf"(?P<up>\b(?:{_UP})\b|{_UP_EAST})|(?P<down>\b(?:{_DOWN})\b|{_DOWN_EAST})", re.IGNORECASE)
NOT_A_DIRECTION = re.compile(
    r"\b(?:more|less|fewer) than\b|\bplus de\b|\bmoins de\b|\bup to\b|\bmehr als\b|\bweniger als\b|\bcut-off\b|半減期|"
    r"増減|증감|"
    r"\bfall(?:s|ing)? (?:within|under|into|outside|on|to|short)\b|\bcut(?:s|ting)? across\b|\bcutting[ -]edge\b|"
    r"\bcross-cutting\b|\bg(?:i|a)ves? rise\b|\brais(?:e[sd]?|ing) (?:public |the )?(?:awareness|visibility|profile)",
    re.IGNORECASE,
)


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


OTHER_BASIS = re.compile(
    r"\b(?:per year|a year|per annum|annually|each year|every year|year-on-year average|on average|average annual|"
    r"annual average|"
    r"compound(?:ed)?|CAGR|in real terms|real-terms|real terms|inflation|constant prices|adjusted|cumulative(?:ly)?|"
    r"pro Jahr|jährlich|jährliche[rns]?|im Jahresdurchschnitt|durchschnittlich\w*|"
    r"im Jahresmittel|im Mittel|im Schnitt|real|preisbereinigt|inflationsbereinigt|"
    r"par an|chaque année|annuel(?:le)?s?|en moyenne|en volume|en termes réels|en euros constants)\b|"
    r"年率|年平均|毎年|実質|平均で|연평균|매년|실질|년평균|年均|实际|按可比",
    re.IGNORECASE,
)
"""Words near a percentage that say it is counted otherwise than from the two amounts: a yearly rate, in real terms."""


def directions(text: str) -> list[tuple[int, int, Direction]]:
    """The words for rise and fall in a text: where they start and end, and which they are."""
    return [
        (match.start(), match.end(), "increase" if match["up"] else "decrease")
        for match in _WORDS.finditer(without_idioms(text))
    ]


def without_idioms(text: str) -> str:
    """A text with the idioms blotted out whose words tell of no rise or fall: 'fall within', 'more than'."""
    return NOT_A_DIRECTION.sub(lambda match: "\x00" * len(match.group()), text)


def last_direction(text: str) -> Direction | None:
    """The last word for rise or fall."""
    found = directions(text)
    return found[-1][2] if found else None


def first_direction(text: str) -> Direction | None:
    """The first word for rise or fall."""
    found = directions(text)
    return found[0][2] if found else None
