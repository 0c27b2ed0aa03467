"""Shares of one whole: what a list or a breakdown gives to its parts cannot be more than the whole."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.finding import Finding
from dualtrack.checks.frame import AMOUNT, PERCENT, Frame
from dualtrack.checks.moves import says_change
from dualtrack.checks.reckoning.owned import OWNED, owned
from dualtrack.checks.reckoning.parts import sum_of
from dualtrack.checks.reckoning.portion_words import PERCENTISH
from dualtrack.checks.reckoning.scene import Scene, neighbours, scene_of
from dualtrack.checks.rule import rule
from dualtrack.checks.tables.words import OTHERS, SINGLE
from dualtrack.checks.written import HUNDRED, interval, shown
from dualtrack.extraction import Quantity
from dualtrack.model import Text

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
    told = list(_listed_shares(context))
    yield from told
    yield from _owned_shares(context, {finding.start for finding in told})
    for sentence in context.statements:
        if (
            not sentence.digits
            or not sentence.has(PERCENTISH)
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
        if not sentence.has(PERCENTISH):
            continue
        lead = before.text if before is not None and before.text.rstrip().endswith((":", "：")) else ""
        single = SINGLE.search(lead + sentence.text) is not None
        parted = single or _PARTED.search(lead + sentence.text) is not None
        if not (parted or OTHERS.search(sentence.text) or ":" in sentence.text or "：" in sentence.text):
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
        total = sum_of(shares)
        slack = sum((value.precision for value in shares), Decimal(0)) / 2
        if not (parted or _announced(scene, shares) or _leaves_none(scene, *shares[-2:])):
            continue
        low, high = (85 if single else 100 if parted else 88), (140 if parted else 112)
        if (total - slack > HUNDRED and total < high) or (total + slack < HUNDRED and total > low):
            yield _not_whole(context, scene.sentence, shares, total)


def _owned_shares(context: Context, told: set[int]) -> Iterator[Finding]:
    """Shares of the owners or payers of one thing that are more than all of it, where no list was told of there."""
    for sentence in context.numeric(2):
        owning = sentence.has(PERCENTISH) and OWNED.search(sentence.lowered) is not None
        if owning and not _MULTIPLE.search(sentence.text):
            shares = owned(scene_of(context, (sentence,)))
            total = sum_of(shares)
            slack = sum((value.precision for value in shares), Decimal(0)) / 2
            if HUNDRED < total - slack < _TWICE and sentence.start + shares[0].start not in told:
                yield _not_whole(context, sentence, shares, total)


_TWICE = Decimal(140)
"""Shares that make more than this are of several things."""


def _announced(scene: Scene, shares: Sequence[Quantity]) -> bool:
    """Whether a number before a colon tells how many parts there are: 'borne by three groups: 46 %, 41 % and 18 %'."""
    own = sum(_OF.match(scene.after(value)) is not None for value in shares) >= 2
    return not own and any(
        value.kind == "count" and value.amount == len(shares) and re.search("[:：]", scene.between(value, shares[0]))
        for value in scene.values
        if scene.place(value) < scene.place(shares[0])
    )


_OF = re.compile(r"\s?(?:of|von|der|des|du|de la|d['’])\b")


def _leaves_none(scene: Scene, one: Quantity, last: Quantity) -> bool:
    """Whether the last share of a list is that of all others."""
    label = re.split(r"[,;、，；]|\b(?:and|und|et)\b", scene.between(one, last))[-1]
    return OTHERS.search(f"{label}|{scene.after(last)}") is not None


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
        total = sum_of(group)
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
