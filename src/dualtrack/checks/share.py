"""Shares: is x of y really z per cent, and can the shares of a whole be what they are said to be?"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.finding import Finding
from dualtrack.checks.frame import AMOUNT, PERCENT, Frame
from dualtrack.checks.hints import Hint
from dualtrack.checks.moves import says_change
from dualtrack.checks.reckoning.lined import lined
from dualtrack.checks.reckoning.portion_words import MAJORITY
from dualtrack.checks.reckoning.portions import one_unit, portions
from dualtrack.checks.reckoning.told_first import told_first
from dualtrack.checks.reckoning.votes import votes
from dualtrack.checks.rule import rule
from dualtrack.checks.worded import worded
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
        rf"in other words,?|,? namely|,? that is,?|\s?\(|"
        rf",(?={_J0}{{0,3}}[\ue000-\ue7ff] (?:in all|in total|altogether|of them)))\s?{_A}",
        rf"{_A}{_W}{{0,4}}?(?:,? or|,? i\.e\.,?|,? (?:which )?(?:is|are|was|represents?|represented|representing|"
        rf"corresponds to|equals?)|,? accounts? for|,? accounted for|,? makes? up|,? made up|\s?\()"
        rf"\s?(?:about )?{_P} of (?:the |its |their |all |a total of |our )*{_W0}{{0,3}}?{_B}",
        rf"\b[Vv]on (?!ihnen|denen)(?:den |der |insgesamt |allen )*{_W0}{{0,2}}?{_B}(?!{_N}{{0,30}} auf )"
        rf"{_J}{{0,50}}? {_A}{_J}{{0,"
        rf"24}}?" + _TIE,
        rf"{_A}{_W}{{0,2}}? (?:von|der|von insgesamt|der insgesamt|von den) {_W0}{{0,2}}?{_B}{_W}{{0,3}}?" + _TIE,
        rf"{_P} (?:der|von|der insgesamt|von insgesamt) {_W0}{{0,2}}?{_B}{_W}{{0,3}}?(?:,? also|,? nämlich|"
        rf",? und zwar|,? mithin|,? sprich|,? das sind|"
        rf"\s?\()\s?{_A}",
        rf"\b(?:[Ss]ur|[Pp]armi|[Dd]es|[Dd]e) (?:les |ces |un total de )*{_B}(?!{_N}{{0,30}} à ){_J}{{0,50}}?,? "
        rf"{_A}{_J}{{0,24}}?" + _TIE,
        rf"{_A}{_W}{{0,2}}? (?:des|sur|sur les|parmi les|sur un total de|d'un total de) {_W0}{{0,1}}?{_B}{_W}{{0,"
        rf"3}}?" + _TIE,
        rf"{_P} (?:des|de) (?:les )?{_B}{_W}{{0,3}}?(?:,? soit|,? c'est-à-dire|,? autrement dit|"
        rf",? à savoir|\s?\()\s?{_A}",
        rf"{_A}{_W}{{0,3}}?,? soit {_P} d(?:es|e|u)? ?(?:l'ensemble des |total de )?{_W0}{{0,2}}?{_B}",
    ),
    "ja": (
        rf"{_B}{_J}{{0,8}}?(?:のうち|うち|の中|中){_J}{{0,26}}?{_A}{_J}{{0,6}}?(?:\({_J}{{0,10}}?|、(?:全体の)?|"
        rf"で、?(?:全体の)?|と|"
        rf"=){_P}(?!増|減)",
        rf"{_B}{_J}{{0,4}}?の{_P}(?:に(?:当|あ)たる|に相当する|\(|、|である|となる|つまり){_J}{{0,6}}?{_A}",
        rf"{_A}(?:は|が|で|、|と、){_J}{{0,14}}?{_B}{_J}{{0,6}}?の{_P}(?:を占め|に(?:当|あ)た|に相当|となる|だ|である)",
        rf"{_B}{_J}{{0,4}}?の{_P}を占める{_J}{{1,14}}?\({_A}\)",
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
        rf"{_B}{_J}{{0,4}}?의 ?{_P}[를을] 차지하는 {_J}{{1,14}}?\({_A}\)",
        rf"{_A}(?:은|는|이|가){_J}{{0,14}}?{_B}{_J}{{0,6}}?의 ?{_P}(?:를 차지|을 차지|에 해당|이다|다)",
    ),
    "han": (
        rf"{_B}{_J}{{0,8}}?(?:中|のうち|うち){_J}{{0,10}}?{_A}{_J}{{0,6}}?(?:\({_J}{{0,8}}?|[,,、](?:占)?){_P}",
    ),
}  # fmt: skip


_NEEDS = {
    "latin": (
        "of", "of", "of", "of", "of", "von", "von der", "von der", "sur parmi des de", "des sur parmi d",
        "des de", "soit",
    ),
}  # fmt: skip
"""The words of which each wording in Latin letters has one."""
_WORDED = {script: worded(patterns, _NEEDS.get(script, ())) for script, patterns in _WORDINGS.items()}


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
        for wording in _WORDED[sentence.script]:
            for match in wording.matches(sentence.frame, sentence.frame.plain):
                if match["p"] not in taken and _fits(sentence.frame, match):
                    taken.add(match["p"])
                    told.add(sentence.start + sentence.frame.value(match["p"]).start)
                    part, whole, share = (sentence.frame.value(match[name]) for name in "abp")
                    yield from _judged(context, sentence, part, whole, share)
    for scene, part, whole, share in chain(portions(context), told_first(context), lined(context), votes(context)):
        if scene.sentence.start + share.start not in told:
            told.add(scene.sentence.start + share.start)
            yield from _judged(context, scene.sentence, part, whole, share)


def _fits(frame: Frame, match: re.Match[str]) -> bool:
    part, whole, share = (frame.value(match[name]) for name in "abp")
    same = part.kind == whole.kind and part.currency == whole.currency and one_unit(part, whole)
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
    if _JUST_OVER.search(before):
        meant = Interval(stated * Decimal("0.99"), stated * Decimal("1.15"))
        return Verdict.RIGHT if meant.touches(allowed) else Verdict.WRONG
    if MAJORITY.search(share.quote) or share.qualifier in ("over", "at least") or _MORE.search(before):
        return (
            Verdict.RIGHT
            if computed > stated or (computed == stated and share.qualifier == "at least")
            else Verdict.WRONG
        )
    if share.qualifier in ("under", "up to") or _LESS.search(before):
        return Verdict.RIGHT if computed <= stated else Verdict.WRONG
    loose = Decimal(2) if share.qualifier == "about" or _NEARLY.search(before) else Decimal(1)
    point = Interval(stated, stated)
    if point.widened(Decimal("0.06") * loose).touches(Interval(computed, computed)):
        return Verdict.RIGHT
    return Verdict.ROUNDED if point.widened(Decimal("0.10") * loose).touches(allowed) else Verdict.WRONG


_JUST_OVER = re.compile(r"\b(?:gut|just over|a little over|a little more than|peu plus d(?:e|['’]|u|es))\s?$")
_MORE = re.compile(r"\b(?:more than|over|mehr als|über|plus d(?:e|['’]|u|es))\s?$")
_LESS = re.compile(r"\b(?:less than|under|weniger als|unter|moins d(?:e|['’]|u|es))\s?$")
_NEARLY = re.compile(r"\b(?:nearly|almost|close to|fast|knapp|beinahe|près d(?:e|['’]|u|es)|presque)\s?$")
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
