"""Citations: figures without a source, footnote marks without a note and notes without a mark."""

import re
from collections import defaultdict
from collections.abc import Iterator

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.rule import rule
from dualtrack.model import Text

Places = dict[str, list[tuple[int, int]]]

_MARKDOWN_MARK = re.compile(r"\[\^([\w-]+)\](?!:)")
_MARKDOWN_NOTE = re.compile(r"^[ >]{0,4}\[\^([\w-]+)\]:", re.MULTILINE)
_NUMBER = r"(\d{1,3})(?![\d年月])"
_STYLES = tuple(
    (re.compile(mark.format(n=_NUMBER)), re.compile(rf"^[\s\-・•\\]*{note.format(n=_NUMBER)}\s*\S", re.MULTILINE))
    for mark, note in (
        (r"(?<![\w*\\])?[*＊]{n}(?![\d*])", r"[*＊]{n}\s*[:：.)）]?"),
        (r"※{n}(?!\d)", r"※{n}\s*[:：.)）]?"),
        (r"[(（]注\s?{n}[)）]", r"[(（]?注\s?{n}[)）:：.]"),
    )
)
_SOURCE = re.compile(
    r"https?://|出典|出所|資料[:：]|参考[:：]|\bsources?\b|\bsee\b.*\bin\b|Quelle|출처|자료:|来源|\[\d+\]|\[\^|"
    r"\bet al\b|\(\d{4}\)",
    re.IGNORECASE,
)


@rule(
    "DT1201",
    family="citation",
    severity="warning",
    title=Text(ja="注のない注番号・注番号のない注", en="A footnote mark without its note, or a note without its mark"),
    explanation=Text(
        ja="本文の注番号(*1、※1、(注1)、[^1])と注を突き合わせる。"
        "その種の注が文書に一つもないときは働かない([^1]を除く)。",
        en="Matches footnote marks (*1, ※1, (注1), [^1]) with notes. Where the document has no note of that kind at "
        "all it says nothing (but for [^1]).",
    ),
    wrong=Text(
        ja="予算は増えた[^1]。人員も増えた[^2]。\n\n[^1]: 予算書。",
        en="The budget rose[^1] and so did staff[^2].\n\n[^1]: Budget paper.",
    ),
    right=Text(
        ja="予算は増えた[^1]。人員も増えた[^2]。\n\n[^1]: 予算書。\n\n[^2]: 人事統計。",
        en="The budget rose[^1] and so did staff[^2].\n\n[^1]: Budget paper.\n\n[^2]: Staff statistics.",
    ),
)
def footnotes(context: Context) -> Iterator[Finding]:
    """Marks and notes that have no partner."""
    text = context.flat
    yield from _markdown(context)
    for mark, note in _STYLES:
        notes = _places(note, text)
        if notes:
            marks = {
                key: [place for place in places if place not in notes.get(key, [])]
                for key, places in _places(mark, text).items()
            }
            yield from _unmatched(context, {key: places for key, places in marks.items() if places}, notes, "*{}")


def _markdown(context: Context) -> Iterator[Finding]:
    """Marks of Markdown, looked up in the source, since readers drop them."""
    source = context.source if "[^" in context.source else context.flat
    if "[^" not in source:
        return
    marks, notes = _places(_MARKDOWN_MARK, source), _places(_MARKDOWN_NOTE, source)
    if source is not context.flat:
        marks, notes = _found_again(context, source, marks, -1), _found_again(context, source, notes, 1)
    yield from _unmatched(context, marks, notes, "[^{}]")


def _found_again(context: Context, source: str, places: Places, side: int) -> Places:
    """The places of marks of a source in the text as read: the words before a mark, the words after a note's number."""
    found: Places = defaultdict(list)
    for key, spans in places.items():
        for start, end in spans:
            line = source[:start].rpartition("\n")[2] if side < 0 else source[end:].lstrip("]: ").partition("\n")[0]
            words = re.sub(r"\[\^[\w-]+\]|[*_`#>]", "", line).strip()
            words = words[-20:] if side < 0 else words[:20]
            place = max(0, context.flat.find(words))
            found[key].append((place, place + len(words)))
    return found


def _places(pattern: re.Pattern[str], text: str) -> Places:
    found: Places = defaultdict(list)
    for match in pattern.finditer(text):
        mark = re.search(r"[\[*＊※(（注][^\s]*?" + re.escape(match[1]), match.group())
        start = match.start() + (mark.start() if mark else 0)
        found[match[1]].append((start, match.start() + match.group().rfind(match[1]) + len(match[1])))
    return found


def _unmatched(context: Context, marks: Places, notes: Places, form: str) -> Iterator[Finding]:
    for key in marks.keys() - notes.keys():
        start, end = marks[key][0]
        yield context.finding(
            start,
            end,
            f"注{key}の本文がない",
            f"There is no note {form.format(key)}",
            stated=form.format(key),
            computed="",
            reason="no note has this number",
        )
    for key in notes.keys() - marks.keys():
        start, end = notes[key][0]
        yield context.finding(
            start,
            end,
            f"注{key}を指す番号が本文にない",
            f"Nothing refers to note {form.format(key)}",
            stated=form.format(key),
            computed="",
            reason="no mark has this number",
        )


@rule(
    "DT1202",
    family="citation",
    severity="note",
    title=Text(ja="出典のない数値", en="A figure without a source on its page"),
    explanation=Text(
        ja="金額や割合があるのに、出典・リンク・参照のないページ。既定では働かない。",
        en="A page that states amounts or percentages and gives no source, link or reference. Off by default.",
    ),
    wrong=Text(ja="予算は100億円である。", en="The budget is $100 million."),
    right=Text(ja="予算は100億円である(出典: 予算書)。", en="The budget is $100 million (source: budget paper)."),
    default=False,
)
def unsourced(context: Context) -> Iterator[Finding]:
    """Pages with figures and no source."""
    pages: dict[int | None, list[tuple[int, int]]] = defaultdict(list)
    for passage in context.passages:
        pages[passage.page].append((passage.start, passage.end))
    sourced = {
        page: any(_SOURCE.search(context.flat[start:end]) for start, end in spans) for page, spans in pages.items()
    }
    for sentence in (*context.sentences, *context.cells):
        if sourced.get(sentence.passage.page) or not sentence.digits:
            continue
        for quantity in sentence.quantities:
            if quantity.kind in ("money", "percentage", "points"):
                yield context.finding(
                    sentence.start + quantity.start,
                    sentence.start + quantity.end,
                    f"「{quantity.quote}」のページに出典がない",
                    f"The page of '{quantity.quote}' gives no source",
                    stated=quantity.quote,
                    computed="",
                    reason="no source, link or reference on the page",
                )
                break
