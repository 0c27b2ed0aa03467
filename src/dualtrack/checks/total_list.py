"""Totals over the items of a list, or over sentences that follow one another."""

import re
from collections.abc import Iterator

from dualtrack.checks.context import Context, Sentence
from dualtrack.checks.finding import Finding
from dualtrack.checks.pairs import comparable
from dualtrack.checks.rule import rule
from dualtrack.checks.total import judged_across
from dualtrack.checks.total_claims import MOVES, OPEN, TOTAL_WORD
from dualtrack.extraction import Quantity
from dualtrack.model import Text


@rule(
    "DT202",
    family="sum",
    severity="error",
    title=Text(ja="箇条書きの合計が総額と合わない", en="The items of a list do not add up to the total above them"),
    explanation=Text(
        ja="「計120億円:」のような行に続く箇条書きの金額の和、または「合計」の項目とそれより上の項目の和を比べる。",
        en="Adds up the amounts of a list that follows a line with a total and a colon, or that ends in an item "
        "called total.",
    ),
    wrong=Text(
        ja="予算は計120億円である(内訳)。\n\n- A: 50億円\n- B: 40億円\n- 合計: 100億円",
        en="- AI: $50 million\n- Quantum: $40 million\n- Total: $100 million",
    ),
    right=Text(
        ja="予算は計90億円である(内訳)。\n\n- A: 50億円\n- B: 40億円\n- 合計: 90億円",
        en="- AI: $50 million\n- Quantum: $40 million\n- Total: $90 million",
    ),
)
def listed(context: Context) -> Iterator[Finding]:
    """Lists of items under, or with, a total."""
    for head, items in _lists(context):
        total_at = next((index for index, item in enumerate(items) if _is_total(item.text)), None)
        if total_at is None and (head is None or _announced(head) is None):
            continue
        values = [_single(item) for item in items]
        if total_at is not None and values[total_at] is not None and total_at >= 2:
            total, found = (items[total_at], values[total_at]), values[:total_at]
        elif head is not None and (value := _announced(head)) is not None:
            total, found = (head, value), [*values]
        else:
            continue
        parts_ = [value for value in found if value is not None]
        stated = total[1]
        if (
            stated is None
            or len(parts_) < 2
            or len(parts_) < len(found)
            or not all(comparable(stated, part) for part in parts_)
        ):
            continue
        if any(OPEN.search(item.text) or MOVES.search(item.text) for item in (*items, total[0])):
            continue
        finding = judged_across(context, total[0], stated, parts_)
        if finding:
            yield finding


_TOTAL_ITEM = re.compile(
    r"\s*(?:[-*•●・◆■○▪‣·]\s*)?\**(?:grand )?(?:total|合計|総計|計|合计|总计|합계|총계|Summe|Insgesamt|Gesamt|Total "
    r"général)\**\s*[:：\s(]",
    re.IGNORECASE,
)


def _is_total(text: str) -> bool:
    return _TOTAL_ITEM.match(text) is not None


def _lists(context: Context) -> Iterator[tuple[Sentence | None, list[Sentence]]]:
    """The runs of list items, each with the sentence before it."""
    head: Sentence | None = None
    items: list[Sentence] = []
    for sentence in context.sentences:
        if sentence.passage.kind == "list item":
            if not items or items[-1].passage.depth == sentence.passage.depth:
                items.append(sentence)
            continue
        if len(items) >= 2:
            yield head, items
        head, items = sentence, []
    if len(items) >= 2:
        yield head, items


def _single(sentence: Sentence) -> Quantity | None:
    """The one amount of an item; None where it has none or several."""
    frame = sentence.frame if sentence.digits else None
    if frame is None:
        return None
    amounts = [
        value
        for value in frame.amounts
        if value.gloss_of is None and (value.currency or value.unit or value.kind == "count")
    ]
    money = [value for value in amounts if value.kind == "money"]
    chosen = money or amounts
    return chosen[0] if len(chosen) == 1 else None


_BREAKDOWN = re.compile(
    r"内訳|構成|内역|내역|구성|as follows|breakdown|broken down|consists|compris|made up|divided|split|Aufteilung|"
    r"Aufschlüsselung|verteil|répartition|réparti|ventil|se décompose|构成|分为",
    re.IGNORECASE,
)


def _announced(head: Sentence) -> Quantity | None:
    """The total that a line announces: it has one amount, a word for total, and ends in a colon (or says 内訳)."""
    text = head.text.rstrip()
    if (
        not (text.endswith((":", "：")) or "内訳" in text or "as follows" in text)
        or not head.digits
        or OPEN.search(text)
        or MOVES.search(text)
    ):
        return None
    return _single(head) if TOTAL_WORD.search(text) or _BREAKDOWN.search(text) else None
