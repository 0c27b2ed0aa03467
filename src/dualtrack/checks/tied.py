"""Stated changes and the two values they belong to, found by elimination where no fixed wording ties them.

A stated change (24 %, halved, 340 more, 8.7 points) is *explained* where any two values of its scene give it; then nothing
is said. Where none do, it is *tied* to two values only if they are the only ones of their kind in the scene and the
words mark them as earlier and later: a former year, two dates, 'compared with', 'against'.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from dataclasses import replace
from itertools import combinations

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.frame import ANY, DATE
from dualtrack.checks.pairs import _BREAK, Comparison, Pair, _beside, _is_change, pairs
from dualtrack.checks.scene import Scene, comparable, neighbours, scenes
from dualtrack.checks.wording import OTHER_BASIS, Direction
from dualtrack.checks.written import HUNDRED, Verdict, exact, interval, judge, rounds_to
from dualtrack.extraction import Quantity

_PRIOR = re.compile(
    r"\b(?:last year|last time|previous(?:ly)?|prior|earlier|(?:the )?year before|(?:a|one|two|three|\w+) (?:years?|"
    r"decades?|months?) "
    r"(?:ago|before|earlier)|former(?:ly)?|original(?:ly)?|initial(?:ly)?|at launch|baseline|compared|against|"
    r"versus|vs|than in|than the|"
    r"in (?:the first|its first) (?:round|year|call)|in year one|im ersten Jahr|(?:pendant|dans) la première année|"
    r"up from|down from|had been|instead of|brought (?:that|it|this) (?:down|up)|no (?:more|longer)|"
    r"Vorjahr\w*|zuvor|bisher\w*|bislang|laufende[nrms]?|gegenüber|im Vergleich|verglichen|damals|ursprünglich\w*|"
    r"früher\w*|"
    r"vorig\w*|vorangegangen\w*|letzte[nsr]? Jahre?s?|Vorperiode|Ausgangswert|nur noch|statt|vor \w+ Jahren|"
    r"im Jahr davor|"
    r"précédente?s?|auparavant|plus tôt|l['’]an (?:passé|dernier)|l['’]année (?:dernière|passée|précédente)|contre|"
    r"par rapport|"
    r"par comparaison|jusqu['’](?:ici|alors)|initial\w*|ancienn?e?s?|il y a \w+ ans|revenant|passant|passée?s? de|"
    r"tombée?s? à|"
    r"n['’]\w+ plus que)\b|\b(?:nach|after) (?=[\ue000-\uefff])|"
    r"初年度|初年|1年目|初回|前年|昨年|前回|前期|従来|当初|以前|現行|旧|導入前|改正前|改革前|開始前|これまで|比べ|"
    r"比較し|に対し|比で|より|だったが|であったが|"
    r"にとどまっ|だったの(?:が|に)|であったの(?:が|に)|だったものが|であったものが|"
    r"から(?=[^\ue000-\uefff]{0,16}[\ue000-\uefff])|"
    r"첫해|1차년도|전년|지난해|작년|이전|직전|종전|당시|당초|기존|에 비해|대비|보다|에서|이던|였던|이듬해|도입 전|"
    r"으나|지만|였는데|"
    r"去年|上年|此前|原来|从|由|同比|比|较|增至|降至",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"[;；]|\b(?:while|whereas|although|though|meanwhile|by contrast|including|of which|inflation|target|average|"
    r"forecast|during which|"
    r"während|hingegen|dagegen|wobei|davon|darunter|Inflation|Ziel|Durchschnitt|tandis que|alors que|en revanche|"
    r"dont|inflation|"
    r"cible|moyenne|objectif)\b|一方|他方|なお、|ただし|うち|目標|平均|반면|한편|다만|중에서|목표|평균|而|其中|目标",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"^\W*(?:\([^()]{0,40}\)\s*)?(?:(?:This|That|These|It|They|Which|Thus|By then|In all)\b|The (?:increase|rise|"
    r"cut|drop|fall|decline|gain|"
    r"reduction|growth|change|difference|jump|gap)\b|(?:Over|In|Within) (?:\w+ )?(?:years?|months)\b|"
    r"(?:Dies\w*|Das|Damit|Somit|Daraus|Es|Sie|Er)\b|(?:Der|Die|Den) (?:Anstieg|Zuwachs|Rückgang|Zunahme|Abnahme|"
    r"Steigerung|Erhöhung|Kürzung|Aufwuchs)\b|"
    r"Gegenüber\b|(?:In|Binnen|Innerhalb)\b[^.]{0,16}\b(?:Jahre?n?|Monaten?|Jahres)\b|(?:Cette|Ce|Ces|Cela|Soit|"
    r"C['’]est|Il|Elle|Ils|Elles)\b|"
    r"(?:La|Le|L['’]) ?(?:hausse|baisse|progression|recul|augmentation|diminution|réduction|croissance|écart)\b|"
    r"En \w+ ans\b|[^.]{0,40}\bainsi\b)|"
    r"^\W*(?:[◦▪○ㅇ・･\-*]\s*)?(?:これ|この|その|それ|前年|前期|前回|差し引き|"
    r"[0-9０-９\uf000-\uf8ff\ue000-\uefff一二三四五六七八九十]+年間?で|わずか|"
    r"[^、。,]{2,20}は[0-9０-９一二三四五六七八九十]+年(?:間)?で|이는|이로써|이것|그\s|전년|지난해|"
    r"[0-9\ue000-\uefff]+년간?\s?(?:만에|동안|새)|이번|이 같은|이러한|불과|한 해|这|该|比上年|同比)",
    re.IGNORECASE,
)
"""How a sentence begins that takes up the values of the one before it."""
_MORE_AFTER = re.compile(
    r"\s?(?:の|を|も|と|ほど|ずつ)?(?:積み増|上積|上乗せ|増額|減額|上回|下回|改善|短縮|圧縮|膨ら|縮ま|縮め|高ま|"
    r"伸ば|増や|減ら|引き上|引き下)|"
    r"\s?(?:의|을|를|이|가|나|씩|가까이|정도|이상)*\s?(?:불어|커졌|뛰|치솟|단축|개선|증액|감액|줄어|줄었|늘어|늘었|"
    r"절감)|"
    r"\s(?:mehr|weniger|höher|niedriger|zusätzlich|de plus|de moins|supplémentaires?|more|fewer|less|higher|lower)\b",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"減|下回|短縮|圧縮|縮|減|引き下|단축|감액|줄|절감|weniger|niedriger|de moins|fewer|less|lower", re.IGNORECASE
)
_DIFFERENCE_AFTER = re.compile(
    r"\s?(?:の|を|も|が|ほど|分)?(?:増|減|上積|上乗せ|短縮|改善|拡大|縮小|縮ま|縮め|伸び|上昇|低下|下落|上回|下回|"
    r"引き上げ|引き下げ|の開き|の差)(?!対効果)|"
    r"\s?(?:이|가|을|를|의|만큼)?\s?(?:증가|감소|단축|증액|삭감|감액|늘|줄|상승|하락|개선|차이|높아|낮아|많아|적어|"
    r"축소|확대)|"
    r"\s(?:(?!points?\b|Punkte)[^\W\d]+ )?(?:more|fewer|less|higher|lower|mehr|weniger|höher|niedriger|de plus|"
    r"de moins|au-dessus|en dessous)"
    r"(?=\s?(?:[,.;:)]|$|(?:than|als|qu|compared|gegenüber|par rapport)))|"
    r"(?:增|减|多|少)",
    re.IGNORECASE,
)
_DIFFERENCE_BEFORE = re.compile(
    r"\b(?:(?:an? )?(?:increase|rise|gain|drop|fall|cut|decrease|reduction|difference|jump|growth|saving|"
    r"improvement|uplift)s? of|plus|minus|"
    r"(?:ein(?:em|en)? )?(?:Plus|Minus|Anstieg|Zuwachs|Aufwuchs|Rückgang|Unterschied|Differenz|Mehr) von|(?:hausse|"
    r"baisse|augmentation|progression|recul|"
    r"réduction|diminution|écart|gain|économie) d[e'’]|gagn\w+|perd\w+)\s?(?:an? |some |about |rund |etwa |environ )?$|"
    r"(?:差は|差が|増加分は|減少分は|増加額は|減少額は|차이는)\s?$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:rose|fell|grew|drop\w*|declin\w+|climb\w*|risen|fallen|grown|increas\w+|decreas\w+|cut|rais\w+|reduc\w+|"
    r"shorten\w*|"
    r"stieg\w*|sank\w*|wuchs\w*|gestiegen|gesunken|erhöh\w*|kürz\w*|gekürzt|verringer\w*|verkürz\w*|augment\w+|"
    r"baiss\w+|progress\w+|"
    r"recul\w+|rédui\w+|diminu\w+)\b[^\ue000-\uf8ff.;]{0,30}\b(?:by|um|de|d['’])\s?(?:an? |some |about |rund |etwa |"
    r"environ )?$",
    re.IGNORECASE,
)
_UPS = (
    r"\b(?:increas\w+|ris(?:e[sn]?|ing)|rose|gr[eo]w(?:[ns]|th|ing)?|climb\w*|surg\w+|expan(?:d\w*|sion)|Anstieg\w*|"
    r"stieg\w*|gestiegen|Zuwachs|Zunahme|"
    r"wuchs\w*|gewachsen|erhöh\w*|Aufwuchs|hausse|augment\w+|progression|progressé\w*|croissance)\b|増加|増額|拡大|"
    r"上昇|伸び|증가|증액|상승|확대|늘었|늘어|"
    r"增长|增加|上升"
)
_DOWNS = (
    r"\b(?:decreas\w+|declin\w+|f[ae]ll(?:s|en|ing)?|drop\w*|reduc(?:e[sd]?|tions?|ing)|shr[aiu]nk\w*|slash\w*|"
    r"Rückgang\w*|sank\w*|gesunken|Kürzung\w*|"
    r"gekürzt|verringer\w*|Abnahme|baiss\w+|diminu\w+|recul\w*|repli|réduction|érosion)\b|減少|減額|縮小|低下|下落|"
    r"削減|감소|감액|하락|축소|삭감|줄었|줄어|"
    r"减少|下降|降低"
)
_WAYS = re.compile(rf"(?P<up>{_UPS})|(?P<down>{_DOWNS})", re.IGNORECASE)
_SIGNED = re.compile(r"(?:^|[\s(（])([-–−△▲+])\s?$")
_CUT_BY = re.compile(
    r"\b(?:reduc\w+|cuts?|drop|fall|decline|decrease|rise|increase|gain|growth)(?: of| by)?\s(?:almost |nearly |"
    r"about )?$|"
    r"\bby (?:almost |nearly |about |more than )?$|\bum (?:rund |fast |knapp |gut )?$|\b(?:amput|rédui|diminu|baiss|"
    r"recul|augment|coup)\w*\s"
    r"(?:de |d['’])?(?:près d['’]|plus d['’]|environ )?$",
    re.IGNORECASE,
)
_BY_SO_MUCH = re.compile(
    r"\b(?:um|by)\s(?:about |around |almost |nearly |some |rund |etwa |knapp |gut |fast |über |mehr als |more than )*$",
    re.IGNORECASE,
)
_HALF_TO = re.compile(
    r"(?<=)\s?(?:이하|수준|가까이|정도)?(?:로|으로)\s?(?:줄|단축|감소|축소|떨어|감축)|\s?(?:以下|近く|程度)?に(?:減|"
    r"短縮|縮|下が|落ち|低下)",
    re.IGNORECASE,
)
_RATE_OF = re.compile(
    r"(?:伸び|増加|成長|減少|上昇|低下)率|\bgrowth rates?\b|\brates? of (?:growth|increase|decline)\b|"
    r"\b(?:Wachstums|Zuwachs)rate\w*|"
    r"\btaux de (?:croissance|progression)\b|(?:증가|성장|감소)[율률]|增长率|增速",
    re.IGNORECASE,
)
_SLOWED = re.compile(r"鈍化|減速|둔화|slow|verlangsam|ralenti|放缓", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]{8,}”|\"[^\"]{8,}\"|「[^」]{8,}」|『[^』]{8,}』|„[^“”]{8,}[“”]|«[^»]{8,}»")
_AS_WELL = re.compile(
    r",? ?\b(?:und zwar|and that|et ce|et même|und \w+ (?:damit|somit|so)|and (?:is|was|stands?|stood) (?:thus|"
    r"therefore|now)|et \w+ (?:ainsi|donc))\b",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(
    r"[;；]\s?(?=(?:this|that|these|dies\w*|das|damit|ce|cette|ces|c['’]est|cela|an? |ein |un |une |これ|この|이는|"
    r"이 )\b)",
    re.IGNORECASE,
)
_REAL = re.compile(
    r"\b(?:real[- ]terms|in real terms|constant (?:prices|euros|dollars)|inflation-adjusted|preisbereinigt\w*|"
    r"inflationsbereinigt\w*|nominal\w*|en (?:euros|monnaie|francs) constante?s?|"
    r"en (?:valeur|termes) réel\w*|en volume)\b|実質(?!的)|名目|실질(?!적)|명목|实际|不变价",
    re.IGNORECASE,
)
"""What is counted in prices of another year follows from no two amounts as they were."""
_SELDOM = re.compile(r"[0-9０-９]|\b(?:hundred|hundert|cent|twenty|thirty|zwanzig|dreißig|vingt|trente)", re.IGNORECASE)
_HINT = re.compile(
    r"[%％]|percent|per cent|prozent|pour cent|points|punkte|gagn|perd|mehr|weniger|moins|plus|more|fewer|less|"
    r"divis|doubl|dopp|halb|hälfte|drittel|viertel|dreif|"
    r"vierf|tripl|third|quarter|half|halv|tiers|quart|moitié|allong|raccourc|verkürz|verläng|shorten|lengthen|倍|半|"
    r"ポイント|포인트|短縮|改善|多|少|高|低|膨|縮|上積|"
    r"上乗|増|減|배|절반|단축|개선|불어|커졌|뛰|늘|줄|증|감|차이|zuwachs|aufwuchs|anstieg|rückgang|zunahme|abnahme|"
    r"repli|tombé|gain|surg|lower|higher|niedrig|höher|"
    r"rose|rise|fell|fall|grew|grow|climb|drop|cut|stieg|sank|[–△▲+−]\s?\d",
    re.IGNORECASE,
)
_LIMIT = 14
"""More levels than this in a scene and nothing is tied."""


def tied(context: Context, known: Sequence[Comparison]) -> Iterator[Comparison]:
    """Comparisons by elimination, for stated changes that no fixed wording ties to two values."""
    held = {
        one.sentence.start + value.start for one in known for value in (one.stated, one.difference) if value is not None
    }
    for sentence, before in neighbours(context):
        if not _SELDOM.search(sentence.text) or not _HINT.search(sentence.text):
            continue
        yield from _of(context, sentence, before, held)


def explained(scene: Scene, stated: Quantity, way: Direction | None) -> bool:
    """Whether any two values of a scene give a stated change."""
    levels = _levels(scene)[:_LIMIT]
    return any(_gives(stated, one, other, way) for one, other in combinations(levels, 2) if _fits(stated, one, other))


def spoken_apart(scene: Scene, stated: Quantity, pair: Sequence[Quantity]) -> bool:
    """Whether a stated change stands in a quotation and its two values outside, or the reverse."""
    quoted = [match.span() for match in _QUOTED.finditer(scene.text)]

    def within(value: Quantity) -> int:
        place = scene.place(value)
        return next((at for at, (start, end) in enumerate(quoted) if start < place < end), -1)

    return bool(quoted) and all(within(value) != within(stated) for value in pair)


def unexplained(context: Context, found: Sequence[Comparison]) -> Iterator[Comparison]:
    """Comparisons without those whose stated change other values give, is quoted from elsewhere or in other prices."""
    found = [one for one in found if not _REAL.search(one.sentence.text)]
    before = {sentence.start: earlier_ for sentence, earlier_ in neighbours(context)}
    for one in found:
        stated = one.stated or one.difference
        if stated is None or _gives(stated, one.pair.before, one.pair.after, one.direction):
            yield one
            continue
        places = {one.sentence.start + value.start for value in (one.pair.before, one.pair.after)}
        for scene in scenes(context, one.sentence, before.get(one.sentence.start)):
            here = {scene.sentence.start + value.start: value for value in scene.values}
            same = here.get(one.sentence.start + stated.start)
            pair = [here[place] for place in places if place in here]
            if same is not None and (
                explained(scene, same, one.direction) or (pair and spoken_apart(scene, same, pair))
            ):
                break
        else:
            yield one


def _of(context: Context, sentence: Sentence, before: Sentence | None, held: set[int]) -> Iterator[Comparison]:
    found = False
    for number, scene in enumerate(scenes(context, sentence, before)):
        own = [value for value in scene.values if scene.index(value) == number]
        stated = [value for value in own if scene.sentence.start + value.start not in held and _states(scene, value)]
        levels = _levels(scene)
        if len(levels) > _LIMIT:
            return
        for value in stated:
            comparison = _tie(scene, value, levels)
            if comparison is not None:
                found = True
                yield comparison
        if found or (number == 0 and not stated):
            break
    if not found and not any(sentence.start + value.start in held for value in sentence.operands):
        yield from _contrary(next(scenes(context, sentence, None)))


def _states(scene: Scene, value: Quantity) -> bool:
    return is_change(scene, value) or is_difference(scene, value)


def is_change(scene: Scene, value: Quantity) -> bool:
    """Whether a percentage, share, multiple or number of points says how much something changed."""
    return _once(scene, "change", value, _is_a_change)


def _once(scene: Scene, what: str, value: Quantity, told: Callable[[Scene, Quantity], bool]) -> bool:
    """What is told of a value in a scene, found out once."""
    key = what, id(value)
    if key not in scene.kept:
        scene.kept[key] = told(scene, value)
    return scene.kept[key]


def _is_a_change(scene: Scene, value: Quantity) -> bool:
    if value.kind not in ("percentage", "share", "points", "multiple"):
        return False
    if value.direction is not None and not any(char.isdigit() for char in value.quote):
        return True
    if (value.kind != "share" and _is_change(scene.frame, value, scene.text)) or _SIGNED.search(scene.before(value, 8)):
        return True
    if value.kind == "share" and (_CUT_BY.search(scene.before(value, 44)) or _HALF_TO.match(scene.after(value))):
        return True
    if _BY_SO_MUCH.search(scene.before(value, 20)) or _beside(scene.text, scene.place(value)) is not None:
        return True
    return _MORE_AFTER.match(scene.after(value)) is not None


def is_difference(scene: Scene, value: Quantity) -> bool:
    """Whether an amount says by how much something changed: 340 more, 0.8년 단축, a rise of 5 million."""
    return _once(scene, "difference", value, _is_a_difference)


def _is_a_difference(scene: Scene, value: Quantity) -> bool:
    if value.kind not in ("money", "count") or value.upper is not None:
        return False
    before = scene.before(value, 60)
    return bool(_DIFFERENCE_AFTER.match(scene.after(value)) or _DIFFERENCE_BEFORE.search(before) or _BY.search(before))


def _levels(scene: Scene) -> list[Quantity]:
    return [
        value
        for value in scene.values
        if value.kind in ("money", "count", "percentage") and value.upper is None and not _states(scene, value)
    ]


def _tie(scene: Scene, stated: Quantity, levels: list[Quantity]) -> Comparison | None:
    """The pair that a stated change belongs to, where it is not explained and just one fits."""
    text = scene.sentence.text
    if (
        OTHER_BASIS.search(text[max(0, stated.start - 30) : stated.end + 30])
        or _REAL.search(text)
        or stated.upper is not None
    ):
        return None
    fitting = [(one, other) for one, other in combinations(levels, 2) if _fits(stated, one, other)]
    way = direction_of(scene, stated)
    said = replace(stated, qualifier=None) if _EXCEEDS.match(scene.after(stated)) else stated
    if not fitting or any(_gives(said, one, other, way) for one, other in fitting):
        return None
    chosen = _pair(scene, stated, fitting, levels)
    if chosen is None or not _near(scene, stated, chosen, levels):
        return None
    before, after = _ordered(scene, *chosen, way)
    places = sorted(scene.place(value) for value in chosen)
    pair = Pair(before, after, places[0], places[1] + 1, strong=False)
    if stated.kind in ("money", "count"):
        return Comparison(scene.sentence, pair, None, None, said)
    return Comparison(scene.sentence, pair, said, way)


_EXCEEDS = re.compile(r"\s?(?:上回|下回|超過|초과|웃돌|밑돌)")


def direction_of(scene: Scene, stated: Quantity) -> Direction | None:
    """Which way a stated change goes, by its sign, the words that touch it, or the only way its sentence tells."""
    if stated.sign in ("-", "+"):
        return "decrease" if stated.sign == "-" else "increase"
    if sign := _SIGNED.search(scene.before(stated, 8)):
        return "increase" if sign[1] == "+" else "decrease"
    touched = _beside(scene.text, scene.place(stated)) or stated.direction
    if touched is not None:
        return touched
    if match := _MORE_AFTER.match(scene.after(stated)):
        return "decrease" if _LESS.search(match.group()) else "increase"
    ways = {"increase" if match["up"] else "decrease" for match in _WAYS.finditer(scene.text)}
    return ways.pop() if len(ways) == 1 else None  # type: ignore[return-value]


def _fits(stated: Quantity, one: Quantity, other: Quantity) -> bool:
    if not comparable(one, other):
        return False
    if stated.kind == "points":
        return one.kind == "percentage"
    if stated.kind in ("money", "count"):
        return comparable(stated, one) or comparable(stated, other)
    return True


def _gives(stated: Quantity, one: Quantity, other: Quantity, way: Direction | None) -> bool:
    """Whether two values give a stated change, in the order that its direction asks or in either."""
    low, high = sorted((one, other), key=lambda value: value.amount or Decimal(0))
    if stated.kind in ("money", "count", "points"):
        return _difference_fits(stated, low, high)
    if not any(char.isdigit() for char in stated.quote) or stated.kind == "multiple":
        return _factor_fits(stated, low, high, way)
    readings = {"increase": ((low, high),), "decrease": ((high, low),)}.get(way or "", ((low, high), (high, low)))
    return any(_percent_fits(stated, *reading) for reading in readings) or (
        low.kind == "percentage" and _difference_fits(stated, low, high)
    )


def _difference_fits(stated: Quantity, low: Quantity, high: Quantity) -> bool:
    gap = (high.amount or Decimal(0)) - (low.amount or Decimal(0))
    spread = interval(high) - interval(low)
    return judge(stated, gap, spread) is Verdict.RIGHT


def _percent_fits(stated: Quantity, before: Quantity, after: Quantity) -> bool:
    ratio = interval(after).over(interval(before))
    if ratio is None or not before.amount:
        return False
    change = ((after.amount or Decimal(0)) / before.amount - 1) * HUNDRED
    allowed = ratio.scaled(HUNDRED)
    moved = type(ratio)(allowed.low - HUNDRED, allowed.high - HUNDRED)
    if judge(stated, abs(change), moved if change >= 0 else -moved) is Verdict.RIGHT:
        return True
    whole = change + HUNDRED
    return judge(stated, whole, allowed) is Verdict.RIGHT or (
        exact(before) and exact(after) and rounds_to(whole, abs(stated.amount or Decimal(0)), stated.precision)
    )


_LOOSE, _LOOSER = Decimal("0.08"), Decimal("0.13")


def _factor_fits(stated: Quantity, low: Quantity, high: Quantity, way: Direction | None) -> bool:
    """Whether two values are about as far apart as a word or a multiple says: halved, a third less, threefold."""
    ratio = interval(high).over(interval(low))
    if ratio is None or not stated.amount:
        return True
    amount = abs(stated.amount)
    over = stated.qualifier in ("over", "at least")
    if stated.kind == "multiple" or amount >= HUNDRED:
        factors = [amount, amount + 1] if stated.kind == "multiple" else [1 + amount / HUNDRED]
        wide = ratio.widened(_LOOSER)
        return any(wide.low <= factor <= wide.high or (over and wide.high >= factor) for factor in factors)
    grown = (ratio.low - 1) * HUNDRED, (ratio.high - 1) * HUNDRED
    shrunk = (1 - 1 / ratio.low) * HUNDRED, (1 - 1 / ratio.high) * HUNDRED
    slack = amount * (_LOOSE if amount < HUNDRED / 2 else _LOOSER)
    readings = {"increase": (grown,), "decrease": (shrunk,)}.get(way or "", (grown, shrunk))
    return any(few - slack <= amount <= many + slack or (over and many >= amount) for few, many in readings)


def _pair(
    scene: Scene, stated: Quantity, fitting: list[tuple[Quantity, Quantity]], levels: list[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """The only pair that a stated change can be of, where the words mark one of the two as earlier."""
    said = {frozenset((id(pair.before), id(pair.after))) for pair in pairs(scene.frame, scene.script)}
    if stated.kind == "multiple" and any(id(stated) in pair for pair in said):
        return None
    worded = [pair for pair in fitting if frozenset(map(id, pair)) in said]
    if len(worded) == 1:
        return worded[0]
    alone = [pair for pair in fitting if _alone(pair, levels, stated) and _alike(stated, *pair)]
    if len(alone) == 1 and _marked(scene, alone[0]) and not _TURN.search(scene.between(*alone[0])):
        return alone[0]
    return None


_FAR = Decimal(5)


def _alike(stated: Quantity, one: Quantity, other: Quantity) -> bool:
    """Whether a stated change is near enough to the true one to be meant for these two values."""
    low, high = sorted((one.amount or Decimal(0), other.amount or Decimal(0)))
    said = abs(stated.amount or Decimal(0))
    if stated.kind == "multiple":
        true = high / low
    elif stated.kind in ("money", "count", "points"):
        true = high - low
    else:
        true = (high / low - 1) * HUNDRED
    return said / _FAR < true < said * _FAR or (said < 1 and true < 1)


def _alone(pair: tuple[Quantity, Quantity], levels: list[Quantity], stated: Quantity) -> bool:
    """Whether no third value could be compared with both."""
    others = [value for value in levels if value is not pair[0] and value is not pair[1]]
    return not any(comparable(value, pair[0]) and comparable(value, pair[1]) for value in others)


def _marked(scene: Scene, pair: tuple[Quantity, Quantity]) -> bool:
    """Whether words or two dates say that one of the two values is the earlier."""
    around = scene.around(pair, 44)
    if _PRIOR.search(around):
        return True
    dates = [scene.frame.dates[char] for char in re.findall(DATE, around) if char in scene.frame.dates]
    return len({date.edtf for date in dates}) >= 2


def _near(scene: Scene, stated: Quantity, pair: tuple[Quantity, Quantity], levels: list[Quantity]) -> bool:
    """Whether nothing between a stated change and its pair turns to another matter, nor another change is nearer."""
    if spoken_apart(scene, stated, pair):
        return False
    place = scene.place(stated)
    places = sorted(scene.place(value) for value in pair)
    if not places[0] < place < places[1]:
        between = scene.text[places[1] : place] if place > places[1] else scene.text[place : places[0]]
        apart = scene.index(stated) != max(scene.index(value) for value in pair)
        between = _TAKES_UP.sub(" ", between)
        if _TURN.search(between) or (not apart and _BREAK.search(_AS_WELL.sub("", between))):
            return False
        nearer = [value for value in scene.values if value is not stated and is_change(scene, value)]
        if any(_rival(scene, value, stated, places) for value in nearer):
            return False
    at = scene.index(stated)
    if at and all(scene.index(value) < at for value in pair):
        return _BACK.match(_sentence_text(scene, at)) is not None
    return True


def _rival(scene: Scene, other: Quantity, stated: Quantity, places: list[int]) -> bool:
    """Whether another change of the same sort stands between a stated change and its pair."""
    place, mine = scene.place(other), scene.place(stated)
    same = (other.kind == "points") == (stated.kind == "points")
    return same and (places[0] <= place < mine or mine < place <= places[1])


def _sentence_text(scene: Scene, at: int) -> str:
    """The wording of one of the sentences of a scene, as far as place-holders tell where it begins."""
    return scene.sentences[at].text


def _ordered(scene: Scene, one: Quantity, other: Quantity, way: Direction | None) -> tuple[Quantity, Quantity]:
    low, high = sorted((one, other), key=lambda value: value.amount or Decimal(0))
    if way is not None:
        return (low, high) if way == "increase" else (high, low)
    return earlier(scene, one, other) or (one, other)


def earlier(scene: Scene, one: Quantity, other: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two values, the earlier one first, where the words or their dates say which it is."""
    for pair in pairs(scene.frame, scene.script):
        if {id(pair.before), id(pair.after)} == {id(one), id(other)}:
            return pair.before, pair.after
    marked = {value for value in (0, 1) if _is_former(scene, (one, other)[value], (other, one)[value])}
    if len(marked) == 1:
        return (one, other) if 0 in marked else (other, one)
    years = [_year(scene, value) for value in (one, other)]
    if None not in years and years[0] != years[1]:
        return (one, other) if years[0] < years[1] else (other, one)  # type: ignore[operator]
    return None


def _is_former(scene: Scene, value: Quantity, other: Quantity) -> bool:
    """Whether a word for an earlier time stands right beside a value, within its clause."""
    segment = (
        re.split(r"[,、;()]", scene.before(value, 30))[-1] + "|" + re.split(r"[,、;()]", scene.after(value, 30))[0]
    )
    return _PRIOR.search(segment) is not None


def _year(scene: Scene, value: Quantity) -> str | None:
    """The year of the date nearest to a value."""
    place = scene.place(value)
    chars = [(abs(match.start() - place), match.group()) for match in re.finditer(DATE, scene.text)]
    found = [(gap, scene.frame.dates[char].edtf) for gap, char in sorted(chars) if char in scene.frame.dates]
    return found[0][1][:4] if found and found[0][0] < 40 and found[0][1] else None


def _clause(scene: Scene, pair: Sequence[Quantity]) -> str:
    """The text around two values, between the semicolons that hold them."""
    places = sorted(scene.place(value) for value in pair)
    start = max(scene.text.rfind(mark, 0, places[0]) for mark in ";；") + 1
    ends = [at for mark in ";；" if (at := scene.text.find(mark, places[1])) >= 0]
    return _RATE_OF.sub("", scene.text[start : min(ends, default=len(scene.text))])


def _contrary(scene: Scene) -> Iterator[Comparison]:
    """Two values of which the words say which is earlier, and that all went the other way."""
    levels = _levels(scene)
    couples = [pair for pair in combinations(levels, 2) if comparable(*pair) and _alone(pair, levels, pair[0])]
    if len(levels) > 4 or len(couples) != 1 or any(is_change(scene, value) for value in scene.values):
        return
    clause = _clause(scene, couples[0])
    ways: set[Direction] = {"increase" if match["up"] else "decrease" for match in _WAYS.finditer(clause)}
    if len(ways) != 1 or _TURN.search(clause) or _SLOWED.search(clause):
        return
    order = earlier(scene, *couples[0])
    if order is None:
        return
    places = sorted(scene.place(value) for value in order)
    if re.search(ANY, scene.text[places[0] + 1 : places[1]]) and len(scene.text[places[0] : places[1]]) > 90:
        return
    yield Comparison(scene.sentence, Pair(*order, places[0], places[1] + 1, strong=True), None, ways.pop())
