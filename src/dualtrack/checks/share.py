"""Shares: is x of y really z per cent, and can the shares of a whole be what they are said to be?"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.finding import Finding
from dualtrack.checks.frame import AMOUNT, PERCENT, Frame
from dualtrack.checks.hints import Hint
from dualtrack.checks.pairs import GENERAL, says_change
from dualtrack.checks.reckoning.portions import portions
from dualtrack.checks.reckoning.scene import neighbours, scene_of
from dualtrack.checks.rule import rule
from dualtrack.checks.written import HUNDRED, Interval, Verdict, interval, judge, shown
from dualtrack.extraction import Quantity
from dualtrack.model import Text

_A, _B, _P = f"(?P<a>{AMOUNT})", f"(?P<b>{AMOUNT})", f"(?P<p>{PERCENT})"
_W = r"(?: (?!(?:to|from|and)\b)[\w'’&-]+)"
_W0 = r"(?:(?!(?:to|from|and)\b)[\w'’&-]+ )"
_TIE = (
    r"(?:\s?\((?:i\.e\.,? |or |a |soit |d\. ?h\. )?|, (?:which (?:means|gives|makes|corresponds to|equals|represents) |"
    r"was (?:einer? \w+ von )?|ce qui (?:représente|correspond à|donne) (?:un taux de )?|"
    r"(?:giving|representing|corresponding to) |or |i\.e\.,? |that is,? |namely |about |which is |soit |"
    r"soit un taux de |an? (?:[\w-]+ ){0,2}(?:rate|share|proportion) of |eine? (?:\w+)?(?:quote|anteil) von |also |"
    r"das sind |das entspricht )?(?:a |just |only )?|"
    r" ?[=–—-] ?| or )(?P<p>[\ue800-\uefff])(?=[,.);:]|\s*$|\s(?:ont|were|was|wurden|of the total|"
    r"had|have|entspricht|ausmacht))"
)
_J0 = "[^\ue000-\uefff]"
_N = "[^\ue000-\ue7ff。;]"
_J = "[^\ue000-\uefff。;]"

# each names a part (a), a whole (b) and a stated share (p)
_WORDINGS: dict[str, tuple[str, ...]] = {
    "latin": (
        rf"{_A}{_W}{{0,3}}? (?:out )?of (?:the |its |their |all |a total of |our )*{_W0}{{0,2}}?{_B}"
        rf"{_W}{{0,4}}?" + _TIE,
        rf"{_P}\s?\({_A}{_W}{{0,2}}? (?:out )?of (?:the |its |a total of )*{_B}",
        rf"\b[Oo]f (?:the |its |their |all |a total of |our )*{_W0}{{0,2}}?{_B}{_J}{{0,50}}?, (?:only |just "
        rf")?{_A}{_J}{{0,24}}?" + _TIE,
        rf"{_P} of (?:the |its |their |all |a total of |our )*{_W0}{{0,2}}?{_B}{_W}{{0,3}}?(?:,? or|,? i\.e\.,?|,? "
        rf"namely|,? that is,?|\s?\(|,(?={_J0}{{0,3}}[\ue000-\ue7ff] (?:in all|in total|altogether|of them)))\s?{_A}",
        rf"{_A}{_W}{{0,4}}?(?:,? or|,? i\.e\.,?|,? (?:which )?(?:is|are|was|represents?|represented|representing|"
        rf"corresponds to|equals?)|,? accounts? for|,? accounted for|,? makes? up|,? made up|\s?\()"
        rf"\s?(?:about )?{_P} of (?:the |its |their |all |a total of |our )*{_W0}{{0,3}}?{_B}",
        rf"\b[Vv]on (?:den |der |insgesamt |allen )*{_W0}{{0,2}}?{_B}(?!{_N}{{0,30}} auf ){_J}{{0,50}}? {_A}{_J}{{0,"
        rf"24}}?" + _TIE,
        rf"{_A}{_W}{{0,2}}? (?:von|der|von insgesamt|der insgesamt|von den) {_W0}{{0,2}}?{_B}{_W}{{0,3}}?" + _TIE,
        rf"{_P} (?:der|von|der insgesamt|von insgesamt) {_W0}{{0,2}}?{_B}{_W}{{0,3}}?(?:,? also|,? nämlich|,? das sind|"
        rf"\s?\()\s?{_A}",
        rf"\b(?:[Ss]ur|[Pp]armi|[Dd]es|[Dd]e) (?:les |ces |un total de )*{_B}(?!{_N}{{0,30}} à ){_J}{{0,50}}?,? "
        rf"{_A}{_J}{{0,24}}?" + _TIE,
        rf"{_A}{_W}{{0,2}}? (?:des|sur|sur les|parmi les|sur un total de|d'un total de) {_W0}{{0,1}}?{_B}{_W}{{0,"
        rf"3}}?" + _TIE,
        rf"{_P} (?:des|de) (?:les )?{_B}{_W}{{0,3}}?(?:,? soit|,? c'est-à-dire|\s?\()\s?{_A}",
        rf"{_A}{_W}{{0,3}}?,? soit {_P} d(?:es|e|u)? ?(?:l'ensemble des |total de )?{_W0}{{0,2}}?{_B}",
    ),
    "ja": (
        rf"{_B}{_J}{{0,8}}?(?:のうち|うち|の中|中){_J}{{0,26}}?{_A}{_J}{{0,6}}?(?:\({_J}{{0,10}}?|、(?:全体の)?|"
        rf"で、?(?:全体の)?|と|"
        rf"=){_P}(?!増|減)",
        rf"{_B}{_J}{{0,4}}?の{_P}(?:に(?:当|あ)たる|に相当する|\(|、|である|となる|つまり){_J}{{0,6}}?{_A}",
        rf"{_A}(?:は|が|で|、){_J}{{0,14}}?{_B}{_J}{{0,6}}?の{_P}(?:を占め|に(?:当|あ)た|に相当|となる|だ|である)",
        rf"{_P}\({_B}{_J}{{0,4}}?(?:中|のうち){_J}{{0,4}}?{_A}\)",
        rf"{_B}{_J}{{0,8}}?(?:のうち|うち|の中|中|に対し|"
        rf"に対して){_J}{{0,16}}?{_A}{_J}{{0,16}}?、{_J}{{0,6}}?(?:採択|選定|"
        rf"達成|合格|参加|回答|回収|実施|就職|女性|占有|その)?(?:率|比率|割合)(?:は|が){_P}(?!増|減|上|下|高|低)",
    ),
    "ko": (
        rf"{_B}{_J}{{0,8}}?(?:중에서|중|가운데){_J}{{0,16}}?{_A}{_J}{{0,6}}?(?:\({_J}{{0,8}}?|, ?(?:전체의 ?)?|로 "
        rf"?(?:전체의 ?)?|, "
        rf"즉 ?|으로 ?(?:전체의 ?)?){_P}",
        rf"{_B}{_J}{{0,4}}?의 ?{_P}(?:에 해당하는|인|\(|, 즉|에 달하는){_J}{{0,4}}?{_A}",
        rf"{_B}{_J}{{0,8}}?(?:중에서|중|가운데){_J}{{0,16}}?{_A}{_J}{{0,18}}?(?:률|율|비율|비중)[은이]? ?{_P}"
        rf"(?!p|포인트| ?[증감상하])",
        rf"{_A}(?:은|는|이|가){_J}{{0,14}}?{_B}{_J}{{0,6}}?의 ?{_P}(?:를 차지|을 차지|에 해당|이다|다)",
    ),
    "han": (
        rf"{_B}{_J}{{0,8}}?(?:中|のうち|うち){_J}{{0,10}}?{_A}{_J}{{0,6}}?(?:\({_J}{{0,8}}?|[,,、](?:占)?){_P}",
    ),
}  # fmt: skip


@lru_cache(maxsize=8)
def _patterns(script: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(wording, re.IGNORECASE) for wording in _WORDINGS[script])


_HINT = Hint(
    r"\bof\b|\bvon\b|\bder\b|\bsur\b|\bdes\b|\bparmi\b|\bd[eu]\b|soit|うち|中|占|の.{0,4}[%％割分]|중|가운데|의 ?\d",
)


@rule(
    "DT301",
    family="share",
    severity="error",
    title=Text(ja="全体に占める割合が合わない", en="x of y is not the stated share"),
    explanation=Text(
        ja="「40件のうち30件(75%)」のように部分・全体・割合が結ばれている文で割合を計算し直す。"
        "「約」「割」「3分の2」は範囲を広げる。",
        en="Recomputes the share where the wording ties a part, a whole and a share. 'About' and words such as 'two "
        "thirds' widen the interval.",
    ),
    wrong=Text(ja="応募40件のうち30件(80％)を採択した。", en="The agency funded 30 of 40 projects (80%)."),
    right=Text(ja="応募40件のうち30件(75％)を採択した。", en="The agency funded 30 of 40 projects (75%)."),
)
def part_of_whole(context: Context) -> Iterator[Finding]:
    """Shares beside their part and whole."""
    told: set[int] = set()
    for sentence in context.statements:
        if sentence.digits < 2 or not sentence.has(_HINT) or sentence.frame is None:
            continue
        taken: set[str] = set()
        yield from _slashed(context, sentence)
        for pattern in _patterns(sentence.script):
            for match in pattern.finditer(sentence.frame.plain):
                if match["p"] not in taken and _fits(sentence.frame, match):
                    taken.add(match["p"])
                    told.add(sentence.start + sentence.frame.value(match["p"]).start)
                    part, whole, share = (sentence.frame.value(match[name]) for name in "abp")
                    yield from _judged(context, sentence, part, whole, share)
    for scene, part, whole, share in portions(context):
        if scene.sentence.start + share.start not in told:
            yield from _judged(context, scene.sentence, part, whole, share)


def _fits(frame: Frame, match: re.Match[str]) -> bool:
    part, whole, share = (frame.value(match[name]) for name in "abp")
    same = (
        part.kind == whole.kind
        and part.currency == whole.currency
        and (part.unit == whole.unit or not {part.unit, whole.unit}.isdisjoint(GENERAL))
    )
    if (
        not same
        or share.kind not in ("percentage", "share")
        or part.upper is not None
        or whole.upper is not None
        or not whole.amount
    ):
        return False
    return share.sign is None and not says_change(frame, share, frame.plain)


def _judged(
    context: Context, sentence: Sentence, part: Quantity, whole: Quantity, share: Quantity
) -> Iterator[Finding]:
    assert part.amount is not None and whole.amount
    allowed = interval(part).over(interval(whole))
    if allowed is None:
        return
    computed = part.amount / whole.amount * HUNDRED
    result = _verdict(sentence.text, share, computed, allowed.scaled(HUNDRED))
    if result is Verdict.RIGHT:
        return
    right, rounded = f"{shown(computed, 2 if result is Verdict.ROUNDED else 1)}%", result is Verdict.ROUNDED
    yield context.finding(
        *context.within(sentence, [part, whole, share]),
        f"{whole.quote}のうち{part.quote}は{right}で、{share.quote}"
        + ("とは丸めの差がある" if rounded else "ではない"),
        f"{part.quote} of {whole.quote} is {right}"
        + (f"; {share.quote} differs only by rounding" if rounded else f", not {share.quote}"),
        stated=share.quote,
        computed=right,
        reason=f"{part.quote} / {whole.quote} = {right}",
        severity="note" if rounded else None,
    )


def _verdict(text: str, share: Quantity, computed: Decimal, allowed: Interval) -> Verdict:
    if any(char.isdigit() for char in share.quote) and "分" not in share.quote and "분" not in share.quote:
        return judge(share, computed, allowed)
    stated = abs(share.amount or Decimal(0))
    before = text[max(0, share.start - 14) : share.start].lower()
    if _MAJORITY.search(share.quote) or share.qualifier in ("over", "at least") or "more than" in before:
        return (
            Verdict.RIGHT
            if computed > stated or (computed == stated and share.qualifier == "at least")
            else Verdict.WRONG
        )
    if share.qualifier in ("under", "up to") or "less than" in before:
        return Verdict.RIGHT if computed <= stated else Verdict.WRONG
    loose = Decimal(2) if share.qualifier == "about" else Decimal(1)
    point = Interval(stated, stated)
    if point.widened(Decimal("0.06") * loose).touches(Interval(computed, computed)):
        return Verdict.RIGHT
    return Verdict.ROUNDED if point.widened(Decimal("0.10") * loose).touches(allowed) else Verdict.WRONG


_MAJORITY = re.compile(r"過半|과반|majorit|Mehrheit|过半", re.IGNORECASE)
_SLASHED = re.compile(
    r"(?<![\d/.])(\d{1,6})\s?/\s?(\d{1,6})(?![\d/])[^\d()（）]{0,14}[(（]\s*(\d{1,3}(?:[.,]\d+)?)\s?[%％]\s*[)）]"
)


def _slashed(context: Context, sentence: Sentence) -> Iterator[Finding]:
    for match in _SLASHED.finditer(sentence.text):
        part, whole, share = Decimal(match[1]), Decimal(match[2]), Decimal(match[3].replace(",", "."))
        if not whole or part > whole:
            continue
        unit = Decimal(1).scaleb(-len(match[3].replace(",", ".").partition(".")[2]))
        computed = part / whole * HUNDRED
        if abs(computed - share) <= unit / 2:
            continue
        yield context.finding(
            sentence.start + match.start(), sentence.start + match.end(),
            f"{part}/{whole}は{shown(computed)}%で、{share}%ではない",
            f"{part}/{whole} is {shown(computed)}%, not {share}%",
            stated=f"{share}%", computed=f"{shown(computed)}%", reason=f"{part} / {whole}",
        )  # fmt: skip


_MULTIPLE = re.compile(
    r"multiple (?:answers|responses|choice)|more than one|複数回答|복수 ?응답|Mehrfach|plusieurs réponses|多选",
    re.IGNORECASE,
)
_BREAKDOWN = re.compile(
    r"内訳|構成比|構成は|breakdown|broken down|composition|consists? of|consisting of|made up of|comprising|"
    r"comprises|split "
    r"(?:between|into|among)|divided (?:between|into|among)|"
    r"of which|of whom|내역|구성|이 중|aufgeteilt|setzt sich|setzen sich|verteil(?:t|en) sich|davon|aufgeschlüsselt|"
    r"répartis|se répart|se compose|dont|分别占|构成",
    re.IGNORECASE,
)
_WOMEN_MEN = (
    re.compile(r"\bwomen\b|\bfemale|女性|女子|여성|여자|\bFrauen\b|\bfemmes\b|女", re.IGNORECASE),
    re.compile(r"\bmen\b|\bmale|男性|男子|남성|남자|\bMänner\b|\bhommes\b|男", re.IGNORECASE),
)
_REST = re.compile(
    r"\b(?:the )?(?:remaining|remainder|rest)\b|残り|残る|나머지|\bübrigen\b|\brestlichen\b|\bverbleibenden\b|"
    r"\brestants?\b|"
    r"\brestantes?\b|le reste|其余|剩余",
    re.IGNORECASE,
)


@rule(
    "DT302",
    family="share",
    severity="error",
    title=Text(ja="全体の割合の和が100%にならない", en="Shares of one whole do not fit into 100 %"),
    explanation=Text(
        ja="男女、内訳、構成比など一つの全体の割合が100%を超えるもの、「残りx%」が残りでないもの、「全体の120%」。"
        "複数回答は対象外。",
        en="Shares said to be of one whole (women and men, a breakdown) that exceed 100 %; 'the remaining x %' that "
        "is not what remains; a part "
        "that accounts for more than the whole. Surveys with several answers are left alone.",
    ),
    wrong=Text(ja="研究者の内訳は女性60％、男性50％である。", en="The fellows were 60% women and 50% men."),
    right=Text(ja="研究者の内訳は女性50％、男性50％である。", en="The fellows were 50% women and 50% men."),
)
def beyond_whole(context: Context) -> Iterator[Finding]:
    """Shares of a whole that cannot all be."""
    yield from _listed_shares(context)
    for sentence in context.statements:
        if (
            not sentence.digits
            or not sentence.has(_PERCENTISH)
            or _MULTIPLE.search(
                context.flat[
                    sentence.start - 400 if sentence.start > 400 else 0 : sentence.start + len(sentence.text) + 200
                ]
            )
        ):
            continue
        if sentence.frame is None:
            continue
        yield from _over_whole(context, sentence)
        yield from _over_hundred(context, sentence)


_SINGLE = re.compile(
    r"single[- ](?:choice|answer|response)|one answer|Einfachnennung|Einfachauswahl|une seule réponse|"
    r"réponse unique|単一回答|択一|一つだけ|一つ選|"
    r"\b(?:the|their|its) (?:one|single|main|most important|biggest)\b|\b(?:one|single) category\b|\bonly one\b|"
    r"\bnur (?:einer|eine|einem)\b|\bune seule\b|いずれか一つ|한 가지만|wichtigste[rns]?\b|principale? (?:raison|"
    r"obstacle|motif)|"
    r"[=＝]\s?(?:100|１００)|"
    r"택\s?1|단일 ?(?:선택|응답)|하나만|单选",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"breakdown|broken down|break(?:s)? down|composition|made up|split|divided|distribut|financed|funded (?:by|"
    r"from) |by (?:source|type|sector|origin|field|status|"
    r"region|category)|as follows|respondents (?:answered|replied|said)|votes|aufgeteilt|verteil|gliedert|"
    r"entf(?:allen|ielen)|setz\w* sich|finanzier|nach (?:Herkunft|"
    r"Sektor|Art|Quelle|Fach)|Anteile|ventil|répart|partag|compos|selon (?:la|le|les|leur)|financement|recettes|"
    r"revenus|ressources|Einnahmen|Finanzierung|income|revenue|funding (?:is|comes)|par (?:nature|secteur|source|"
    r"origine)|financé|内訳|構成|割合は|分布|別に|別では|"
    r"配分|分かれ|収入|財源|資金源|수입|재원|이루어|구조|구성|분포|비중은|별로|나뉘|내역|构成|分布|分别占",
    re.IGNORECASE,
)
_RATES = re.compile(
    r"\b(?:rates?|growth|success|increase|rose|grew|fell|up|down|higher(?! education)|lower)\b|quote|Quote|rate\b|"
    r"taux|hausse|baisse|率(?!は構成)|(?:성공|증가|선정|응답|채택)률|伸び|増|減",
    re.IGNORECASE,
)
_EQUALS = re.compile(r"[=＝]\s?$")
_OWN_WHOLE = re.compile(
    r"では\s?$|에서는\s?$|\b(?:among|of|bei|unter|chez|parmi)\s(?:the |den |der |"
    r"les )?[^\W\d]+(?: [^\W\d]+)?\s?(?:it was |it is )?$",
    re.IGNORECASE,
)
"""Before a share that is of a whole of its own: 応募者では28％."""
_BETWEEN = re.compile(r"[,;、，；/·・\n|]|\b(?:and|und|et|or|oder|ou|sowie|while)\b|と|와|과|고|며|で", re.IGNORECASE)


def _listed_shares(context: Context) -> Iterator[Finding]:
    """Three shares or more in one list that is said to be of one whole, which make more than the whole (or less)."""
    for sentence, before in neighbours(context):
        if not sentence.has(_PERCENTISH):
            continue
        lead = before.text if before is not None and before.text.rstrip().endswith((":", "：")) else ""
        single = _SINGLE.search(lead + sentence.text) is not None
        if not single and not _PARTED.search(lead + sentence.text):
            continue
        if _MULTIPLE.search(lead + sentence.text) or (_RATES.search(sentence.text) and not single):
            continue
        scene = scene_of(context, (sentence,))
        shares = [
            value
            for value in scene.values
            if value.kind == "percentage"
            and value.upper is None
            and value.sign is None
            and not _EQUALS.search(scene.before(value, 4))
        ]
        if len(shares) < 3 or any((value.amount or HUNDRED) >= HUNDRED or value.qualifier for value in shares):
            continue
        if not all(_in_one_list(scene.between(one, other)) for one, other in pairwise(shares)):
            continue
        if sum(_OWN_WHOLE.search(scene.before(value, 30)) is not None for value in shares) >= 2:
            continue
        total = sum((value.amount or Decimal(0) for value in shares), Decimal(0))
        slack = sum((value.precision for value in shares), Decimal(0)) / 2
        if (total - slack > HUNDRED and total < 140) or (single and total + slack < HUNDRED and total > 85):
            yield _not_whole(context, scene.sentence, shares, total)


def _not_whole(context: Context, sentence: Sentence, shares: Sequence[Quantity], total: Decimal) -> Finding:
    return context.finding(
        *context.within(sentence, shares),
        f"割合の和が{shown(total)}%になる",
        f"The shares of one whole add up to {shown(total)}%",
        stated=" + ".join(value.quote for value in shares),
        computed=f"{shown(total)}%",
        reason="the wording makes them the shares of one whole",
    )


def _in_one_list(between: str) -> bool:
    nested = re.search(r"\b(?:dont|darunter|davon|of which|of whom|including|notamment)\b|うち|其中|이 중", between)
    return (
        len(between) <= 90
        and _BETWEEN.search(between) is not None
        and nested is None
        and not re.search(r"[。!?]", between)
    )


_PERCENTISH = Hint(r"[%％]|percent|\bcent\b|割|prozent")
_WHOLE_SHARE = re.compile(
    rf"(?:\b(?:account(?:s|ed|ing)? for|ma[dk]es? up|represent(?:s|ed|ing)?|constitut(?:es|ed|e))) {PERCENT} of|"
    rf"全体の{PERCENT}|"
    rf"{PERCENT}(?:を占め|を?占有|를 차지|을 차지)|전체의 ?{PERCENT}|\b(?:machen|macht|entfallen|entfielen) {PERCENT}|"
    rf"\breprésent(?:e|ent|ait|aient) {PERCENT} (?:du|de la|des|de l)|占[^\ue000-\uefff]{{0,8}}{PERCENT}",
    re.IGNORECASE,
)


def _over_whole(context: Context, sentence: Sentence) -> Iterator[Finding]:
    frame = sentence.frame
    assert frame is not None
    for match in _WHOLE_SHARE.finditer(frame.plain):
        char = re.search(PERCENT, match.group())
        if char is None:
            continue
        value = frame.value(char.group())
        if (
            value.kind == "percentage"
            and value.amount is not None
            and value.amount > HUNDRED
            and value.qualifier != "up to"
        ):
            yield context.finding(
                *context.within(sentence, [value]),
                f"全体に占める割合が100%を超える({value.quote})",
                f"A part cannot be {value.quote} of its whole",
                stated=value.quote,
                computed="at most 100%",
                reason="the wording makes it a share of a whole",
            )


def _over_hundred(context: Context, sentence: Sentence) -> Iterator[Finding]:
    frame = sentence.frame
    assert frame is not None
    shares = [
        value
        for value in frame.percents
        if value.kind in ("percentage", "share") and value.amount is not None and value.upper is None
    ]
    text = frame.plain
    if len(shares) < 2 or any(says_change(frame, value, text) or value.sign for value in shares):
        return
    rest = _REST.search(text)
    last = frame.char(shares[-1])
    exact = rest is not None and 0 <= text.find(last) - rest.end() <= 24
    groups = list(_groups(frame, text, shares)) if not exact else [shares]
    for group in groups:
        total = sum((value.amount or Decimal(0) for value in group), Decimal(0))
        slack = sum(
            (
                interval(value).high - (value.amount or Decimal(0))
                if value.qualifier not in ("over", "at least")
                else Decimal(0)
                for value in group
            ),
            Decimal(0),
        )
        over, short = total - slack > HUNDRED, _NEARLY_ALL < total + slack < HUNDRED
        if over or (exact and short and not any(value.qualifier for value in group)):
            yield _not_whole(context, sentence, group, total)


_NEARLY_ALL = Decimal(70)
"""Shares with a rest that make less than this are of other things: a target that 'remains at 3 %'."""


def _groups(frame: Frame, text: str, shares: list[Quantity]) -> Iterator[list[Quantity]]:
    """Shares that the wording makes parts of one whole: women beside men, or all after a word for breakdown."""
    if len(shares) == 2 and all(pattern.search(text) for pattern in _WOMEN_MEN):
        places = [text.find(frame.char(value)) for value in shares]
        between = text[places[0] + 1 : places[1]]
        around = text[max(0, places[0] - 30) : places[0]] + "|" + between + "|" + text[places[1] + 1 : places[1] + 14]
        of_each = re.search(
            r"\b(?:of|among|der|des|von) (?:the |all |les )?(?:wo)?men\b|\bof (?:the )?(?:fe)?male|"
            r"女性の(?=[\ue800-\uefff])|男性の(?=[\ue800-\uefff])|여성의|남성의|der Frauen|der Männer|(?<!à "
            r"[\ue800-\uefff] )des "
            r"femmes|(?<!à [\ue800-\uefff] )des hommes",
            text[max(0, places[0] - 14) : places[1] + 14],
            re.IGNORECASE,
        )
        if len(between) < 40 and all(pattern.search(around) for pattern in _WOMEN_MEN) and not of_each:
            yield shares
            return
    claim = _BREAKDOWN.search(text)
    if claim:
        after = [value for value in shares if text.find(frame.char(value)) > claim.start()]
        places = [text.find(frame.char(value)) for value in after]
        near = all(0 < later - earlier <= 70 for earlier, later in pairwise(places))
        less = all((value.amount or HUNDRED) < HUNDRED for value in after)
        if len(after) >= 2 and near and less and not re.search(AMOUNT, text[claim.end() :]):
            yield after


@rule(
    "DT303",
    family="share",
    severity="error",
    title=Text(ja="部分が全体より大きい", en="The part is larger than the whole"),
    explanation=Text(
        ja="「40件のうち45件」のように部分が全体を上回るもの。",
        en="'45 of the 40 projects': a part larger than its whole.",
    ),
    wrong=Text(ja="40件のうち45件を採択した。", en="The agency funded 45 out of 40 projects."),
    right=Text(ja="45件のうち40件を採択した。", en="The agency funded 40 out of 45 projects."),
)
def larger_part(context: Context) -> Iterator[Finding]:
    """Parts larger than their whole."""
    for sentence in context.statements:
        if sentence.digits < 2 or not _LARGER_HINT.search(sentence.text) or sentence.frame is None:
            continue
        for match in _LARGER.finditer(sentence.frame.plain):
            part, whole = sentence.frame.value(match["a"] or match["c"]), sentence.frame.value(match["b"] or match["d"])
            same = (
                part.kind == whole.kind
                and part.currency == whole.currency
                and (part.unit == whole.unit or (part.unit is None) ^ (whole.unit is None))
            )
            if (
                same
                and interval(part).low > interval(whole).high
                and None not in (part.amount, whole.amount)
                and whole.qualifier is None
                and part.qualifier is None
            ):
                yield context.finding(
                    *context.within(sentence, [part, whole]),
                    f"部分({part.quote})が全体({whole.quote})より大きい", f"The part ({part.quote}) is larger than "
                        f"the whole "
                        f"({whole.quote})",
                    stated=part.quote, computed=f"at most {whole.quote}", reason="the wording makes the first a part "
                        "of the second",
                )  # fmt: skip


_LARGER_HINT = re.compile(r"out of|of the|うち|중|von den|parmi|\bsur\b")
_LARGER = re.compile(
    rf"(?P<a>{AMOUNT}) (?:out of|of the|of its|von den|der|sur|parmi les) (?:the |total |les )?(?P<b>{AMOUNT})|"
    rf"(?P<d>{AMOUNT})(?:の|のプロジェクト|の応募)?(?:のうち|うち|중|中)[^\ue000-\uefff。、]{{0,8}}?(?P<c>{AMOUNT})",
    re.IGNORECASE,
)
