"""Where lengths of time may stand in a text: a pattern for Latin letters (small ones), one for the scripts of the East.

Their groups are named by what they hold: ``n…`` the number, ``u…`` the unit, ``h…`` a half more.
"""

import re

from dualtrack.checks.hints import Hint
from dualtrack.checks.length_words import LATIN_WORDS, PLANS


def _grouped(words: list[str]) -> str:
    """A pattern of words grouped by their first letter, so that most places of a text fail at once."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in groups.items())


_BLANK = "[ \u00a0\u202f-]"
LATIN_NUMBER = rf"\d{{1,3}}(?:[.,]5)?|\d{{1,2}}½|{_grouped(list(LATIN_WORDS))}"
HAN_NUMBER = r"\d{1,3}(?:\.5)?|[一二三四五六七八九十两]{1,3}"
KOREAN_NUMBER = r"\d{1,3}(?:\.5)?|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)"
_MONTHS = "[かカヶケ箇ヵ个]月"

LATIN = re.compile(
    rf"(?<!\d[.,])\b(?P<n1>{LATIN_NUMBER})(?P<g1>[ -]and[ -]a[ -]half)?"
    rf"(?:{_BLANK}|(?=jähr|monat|wöch|täg|jahre))"
    r"(?:(?:full|whole|further|additional|consecutive|volle[nr]?|ganze[nr]?|weitere[nr]?) )?"
    r"(?P<u1>jahre?s(?=plan|programm|vertrag|projekt|strategie|zeitraum)|(?:years?(?! (?:olds?|of age))|months?|"
    r"weeks?|days?|jährige[rnms]?|jahr(?:en?)?|monatige[rnms]?|monat(?:en?)?|wöchige[rnms]?|wochen?|tägige[rnms]?|"
    r"tagen?|ans?|années?|mois|semaines?|jours?(?! (?:ouvr|francs))|"
    r"semest(?:er[ns]?|res?)|halbjahren?|(?:quarters|quartalen?|trimestres)(?! of)|"
    r"decades?|jahrzehnt(?:en?)?|décennies?)\b)"
    r"(?! (?:ouvr|working|business))(?P<h1> et demie?| and a half)?|"
    rf"\b(?P<n2>{'|'.join(PLANS)})(?P<u2>nale?s?|naux)\b|"
    r"\b(?:an?|one) half[ -](?P<u3>year)(?= (?:extension|period))|"
    r"\bhalf a (?P<u4>year)\b|\bein(?:e[nms]?)? halbe[sn]? (?P<u5>jahr)\b|"
    r"\b(?P<n3>a) (?P<u6>year)(?P<h2> and a half)|\b(?P<n4>a) (?:full |whole )?(?P<u7>decade)\b"
)
"""Lengths in English, German and French, to be searched in small letters."""
EASTERN = re.compile(
    rf"(?<![\d.,第])(?P<n1>{HAN_NUMBER})\s?(?P<u1>[かカヶケ箇ヵ]?年(?=半?間|ずつ|半?(?:の)?(?:延長|延长|任期|"
    rf"計画|期|事業|度?計画|规划|"
    rf"计划)|半|\d{{1,2}}{_MONTHS})|"
    rf"{_MONTHS}|週間|周(?!年)|星期|日間|天|個?四半期)"
    rf"(?P<h1>半)?間?|"
    rf"(?<![\d.,제])(?P<n2>{KOREAN_NUMBER})\s?(?P<u2>개?년(?=간|\s?동안|\s?계획|의|짜리|\s?기간| 과정| ?임기|"
    rf"씩| ?반(?![가-힣])|"
    rf"\s?(?:더 )?연장|\s?\d{{1,2}}\s?개월)|"
    rf"개월|주(?=간|일|\s?동안)|일(?=간|\s?동안)|개 ?분기|개 ?학기|학기(?=간|"
    rf"\s?동안))(?P<h2> ?반(?![가-힣]))?(?:간|\s?동안|일)?|"
    rf"为期\s?(?P<n3>{HAN_NUMBER})\s?(?P<u3>年|个?月|天|日|周)|"
    rf"(?:期間|任期|会期|年限|有效期|期(?=为))(?:は|を|が|为|為)?(?:原則)?(?:約|"
    rf"约)?\s?(?P<n4>{HAN_NUMBER})\s?(?P<u4>[かカヶケ箇ヵ个]?[年月])(?![度\d])|"
    rf"(?:총|합계|(?<![会統推設累家])計|通算|共计|总共|(?<!公)共) ?(?P<n5>{KOREAN_NUMBER}|{HAN_NUMBER}) ?"
    rf"(?P<u5>년|年|개월|{_MONTHS})"
    r"(?![\d度차째목目次])|"
    rf"(?:기간|임기)(?:은|는|이|을)? ?(?:총 |약 )?(?P<n6>{KOREAN_NUMBER})\s?(?P<u6>년|개월)(?!\s?\d|도|간)|"
    rf"(?<=[、,，:：(（])\s?(?P<n7>{KOREAN_NUMBER}|{HAN_NUMBER})\s?(?P<u7>년|年)(?=[)）])|"
    rf"(?<=까지)(?:의|,)? ?(?:총|약|만|꼬박)? ?(?P<n8>{KOREAN_NUMBER})\s?(?P<u8>년)(?!도|차|째|\s?\d|\s?\d?월|"
    rf"[이에]? ?[후전])|"
    rf"(?<=まで)[のは、]?(?:計|丸|満|約)?(?P<n9>{HAN_NUMBER})(?P<u9>年)(?![度月目後前次生以弱強余\d])間?|"
    r"(?:半|반)(?P<u10>年|년)(?=間|の?延長|ずつ|[간씩]|의? ?연장)"
)
"""Lengths in Japanese, Korean and Chinese."""
HINT = Hint(
    r"year|ennal|ennaux|month|week|\bdays?\b|-day|j[aä]hr|monat|w[oö]ch|t[aä]g|\bans?\b|années?|"
    r"\bmois\b|semaine|jour|semest|quart(?:ers|al)|trimestres|decade|décennie|"
    r"年|[かカヶケ箇ヵ个]月|週|周|日間|天|四半期|년|개월|주|일|학기|분기"
)
"""What a sentence with a length must have."""
