"""Shares that follow from a part and a whole told before: 'The co-financing rate is therefore 50%'."""

import re

from dualtrack.checks.reckoning.scene import Scene
from dualtrack.extraction import Quantity

_SHARE_OR_RATE = (
    r"(?:\b(?:share|proportion|percentage|part|participation|contribution|Beteiligung|(?:[\w-]+[ -])?rate|taux|"
    r"\w*(?:quote|anteil))\b|(?:割合|比率|率|シェア)(?=[はが])|(?:비율|비중|[률율])(?=[은이]\b))"
)
_NOUN = re.compile(_SHARE_OR_RATE, re.IGNORECASE)
_THEREFORE = re.compile(
    rf"{_SHARE_OR_RATE}[^,;:()]{{0,50}}\b(?:therefore|thus|hence|consequently|then|accordingly|somit|damit|mithin|"
    rf"demnach|folglich|also|donc|ainsi|dès lors|par conséquent)\b[^,;:()]{{0,20}}$|"
    rf"\b(?:so(?: that)?|sodass|so dass|womit|si bien que|de sorte que) (?:[\w'’]+ ){{0,2}}?{_SHARE_OR_RATE}"
    rf"[^,;:()]{{0,36}}$|"
    rf"^\W*(?:Therefore|Thus|Hence|Consequently|Accordingly|So|Somit|Damit|Mithin|Demnach|Folglich|Ainsi|Dès lors|"
    rf"したがって|よって|따라서|그러므로)\b[^;:()]{{0,30}}{_SHARE_OR_RATE}[^,;:()]{{0,36}}$",
    re.IGNORECASE,
)
"""Before a share that follows from what was said: 'The co-financing rate is therefore', 'Sein Anteil beträgt somit'."""
CHANGING = re.compile(
    r"\b(?:growth|interest|inflation|tax|exchange|unemployment|vat|croissance|chômage|change|d['’]intérêt|"
    r"inflationsrate|arbeitslosenquote|steuer\w*|wachstumsrate|tva)\b|伸び率|増加率|減少率|増減率|成長率|上昇率|金利|"
    r"失業率|前年比|補助率|증가율|감소율|성장률|증감률|상승률|실업률|금리|보조율",
    re.IGNORECASE,
)
"""Rates of something else than a part in its whole."""
_BESIDE_PART = re.compile(
    r"(?:で|であり|으로|로|이며|이고|,|、)*\s?(?:その|全体の|그 |전체 )?"
    r"(?:(?P<who>[^\W\d]{1,8}?)?\s?(?:比率|割合|シェア|비율|비중)|[^\W\d]{0,8}?(?:[^\W\d比]率|[가-힣](?<!비)[률율]))"
    r"(?:は|が|은|는|이|가)\s?$"
)
"""Between a part and the rate that the same sentence gives: '9人で、女性比率は38.1%', '728건으로, 인용률은 18.0%'."""
_CONCLUDES = re.compile(
    r"^(?:つまり|すなわち|実に|즉|이는|무려)?[、,]?\s?(?:全体の|約|전체의 |약 )?(?P<p>[\ue800-\uefff])"
    r"[^\ue000-\uefff]*(?:こと(?:に|と)なる|計算(?:だ|である|になる|となる)|わけ(?:だ|である)|勘定(?:だ|である|になる)|"
    r"(?:셈이|것이|꼴이)(?:다|었다))[。.]?\s*$"
)
"""A sentence that tells nothing but what the share before it comes to: '全体の3分の2が改定を終えたことになる。'"""
_OF_OTHERS = re.compile(r"\s?(?:of|der|des|du|de la|de l['’]|vom|von)\s(?:the |all |den |allen )?(?P<w>[^\W\d_]{4,})")
"""Behind a share, what it is of."""


def follows_from(scene: Scene, share: Quantity) -> bool:
    """Whether the words make a share what was told before comes to, and of nothing else."""
    before = scene.before(share, 80)
    if CHANGING.search(before) or of_others(scene, share):
        return False
    own = re.split(r"[.!?。]\s|。", before)[-1]
    if _THEREFORE.search(own):
        return not _OF_OTHERS.match(_NOUN.split(own)[-1])
    return _concludes(scene, share) or _is_of_the_part(scene, share)


def of_others(scene: Scene, share: Quantity) -> bool:
    """Whether the words behind a share make it one of something that was not told of before."""
    named = _OF_OTHERS.match(scene.after(share))
    return named is not None and named["w"].lower() not in scene.text[: scene.place(share)].lower()


def _concludes(scene: Scene, share: Quantity) -> bool:
    """Whether the sentence of a share says only what the share before it comes to."""
    place = scene.place(share)
    start = max(scene.text.rfind(stop, 0, place) for stop in ("。", ". ")) + 1
    found = _CONCLUDES.match(scene.text[start:].lstrip())
    return found is not None and found["p"] == scene.text[place]


def _is_of_the_part(scene: Scene, share: Quantity) -> bool:
    """Whether the sentence gives the part right before a share its rate, or the share of those that the part counts."""
    earlier = [value for value in scene.values if scene.place(value) < scene.place(share)]
    found = _BESIDE_PART.fullmatch(scene.between(earlier[-1], share)) if earlier else None
    return found is not None and (found["who"] is None or found["who"] in scene.text[: scene.place(earlier[-1])])
