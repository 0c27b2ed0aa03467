"""Citations: figures without a source, footnote marks without a note and notes without a mark."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dualtrack.checks.context import Context
from dualtrack.checks.finding import Finding
from dualtrack.checks.rule import rule
from dualtrack.model import Passage, Text

Places = dict[str, list[tuple[int, int]]]

_MARKDOWN_MARK = re.compile(r"\[\^([\w-]+)\](?!:)")
_MARKDOWN_NOTE = re.compile(r"^[ >]{0,4}\[\^([\w-]+)\]:", re.MULTILINE)
_N = r"\d{1,3}(?![\d年月년월%])"
_LIST = r"\d{1,3}(?:\s?[,;、–-]\s?\d{1,3}){0,9}"
_PLACE_IN = (
    r"(?:[,、，:]\s?(?:(?:pp?|S|Seiten?|pages?|chap|chapitre|ch|Kap|Kapitel|art|Art|sec|Sec|fig|Fig|tab|Tab|Annex|annexe|"
    r"vol|table|Table|figure)\b\.?|[§第頁図表쪽제그표页])[^\[\]\n]{0,24}|[,、，]\s?\d{1,4}\s?[頁쪽页면])?"
)
"""Where in the work cited: [2, p. 14], [3, S. 5 f.], [4, 第2章], [5, 12쪽]."""
_UP = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FROM_UP = str.maketrans(_UP, "0123456789")
_ABBREVIATED = "[注註주]|Anm\\. ?|Fn\\. ?|Fußnote |[Nn]ote "


@dataclass(frozen=True, slots=True, eq=False)
class _Style:
    """A way to write notes: how the messages show it, how a mark and the beginning of a note look.

    ``bare`` marks are also used for other things (items, units), so they are believed only where they count up from 1
    in the text and their notes follow after the last of them; ``loose`` ones also in another order or with a gap.
    """

    form: str
    mark: re.Pattern[str]
    note: re.Pattern[str]
    paired: bool = True
    bare: bool = False
    loose: bool = False


_STYLES = (
    _Style("*{}", re.compile(rf"[*＊](?P<n>{_N})(?!\*)"), re.compile(rf"[*＊](?P<n>{_N})\s*[:：.)）]?"), False),
    _Style("※{}", re.compile(rf"※(?P<n>{_N})"), re.compile(rf"※(?P<n>{_N})\s*[:：.)）]?"), False),
    _Style(
        "(注{})",
        re.compile(
            rf"[(（\[［](?:{_ABBREVIATED})\s?(?P<n>{_N})[)）\]］]|[注註주](?<![A-Za-z(（].)\s?(?P<n2>{_N})[)）]"
        ),
        re.compile(rf"[(（\[［]?(?:{_ABBREVIATED})\s?(?P<n>{_N})[)）\]］:：.\s]"),
        False,
    ),
    _Style(
        "[{}]",
        re.compile(rf"[\[［](?P<n>{_LIST}){_PLACE_IN}[\]］](?![(\[:])"),
        re.compile(rf"[\[［](?P<n>{_N})[\]］]:?(?!\()"),
    ),
    _Style(
        "{}",
        re.compile(rf"(?P<n>[{_UP}](?<![{_UP}\s(].)(?<!\b[kcdmKC]m.)(?<!\bm.)(?<!CO.)(?<!10.)[{_UP}]?)(?![{_UP}⁻])"),
        re.compile(rf"(?P<n>[{_UP}]{{1,2}})(?![{_UP}])"),
        bare=True,
        loose=True,
    ),
    _Style(
        "({})",
        re.compile(rf"[(（](?:(?<=[^\s(（第前上下].)|(?<=[^\s(（第前上下][ \u00a0].))(?P<n>{_N})[)）]"),
        re.compile(rf"[(（](?P<n>{_N})[)）]"),
        bare=True,
    ),
    _Style(
        "{})",
        re.compile(r"(?P<n>\d(?:(?<=[^\W\d_A-Z].)|(?<=[.,。、”’」』)].))\d{0,2}(?![\d年月년월%]))[)）]"),
        re.compile(rf"(?P<n>{_N})[)）]"),
        bare=True,
    ),
)
_HINT = re.compile(
    rf"(?:\A|\n|[.。!?)\]）/\w] )[ \t\-・•>\\]*(?:[*＊※{_UP}]\d?|[(（\[［]?(?:[注註주]|Anm\.|Fn\.|Fußnote|"
    rf"[Nn]ote) ?\d{{1,3}}|"
    rf"[(（\[［]?\d{{1,3}}[)）\]］])"
)
"""What may begin a note: without one there is nothing to match."""
_LEAD = re.compile(r"[\s\-・•\\>]*")
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
        ja="本文の注番号(*1、※1、(注1)、[1]、上付き数字、[^1])と注を突き合わせる。"
        "その種の注が文書に一つもないときは働かない([^1]を除く)。",
        en="Matches footnote marks (*1, ※1, (注1), [1], superscripts, [^1]) with notes. Where the document has no "
        "note of that kind at "
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
    yield from _markdown(context)
    if not _HINT.search(context.flat):
        return
    for style, notes in _notes(context).items():
        if not notes:
            continue
        taken = {place[0] for places in notes.values() for place in places}
        marks: Places = defaultdict(list)
        for match in style.mark.finditer(context.flat):
            start, end = match.span()
            if start not in taken:
                for number in _numbers(match):
                    marks[number].append((start, end))
        if _believed(style, marks, notes):
            yield from _unmatched(context, marks, notes, style.form)


def _notes(context: Context) -> dict[_Style, Places]:
    """The notes by style: at the beginning of a passage or line, and one after another in a passage that began so."""
    found: dict[_Style, Places] = {style: defaultdict(list) for style in _STYLES}
    text = context.flat
    for passage in context.passages:
        lead = _LEAD.match(text, passage.start, passage.end) if passage.table is None else None
        places = [lead.end()] if lead and _MAY_BEGIN.match(text, lead.end(), passage.end) else []
        places += _starts(_LINE, text, passage)
        if not places:
            continue
        blanks: list[int] | None = None
        for style in _STYLES:
            starts = places
            if lead and places[0] == lead.end() and style.note.match(text, lead.end(), passage.end):
                blanks = _starts(_BLANK, text, passage) if blanks is None else blanks
                starts = [lead.end(), *blanks]
            _add(found[style], style, text, starts, passage.end)
    return found


def _starts(beginning: re.Pattern[str], text: str, passage: Passage) -> list[int]:
    """Where lines or blanks of a passage end before what may begin a note."""
    return [
        match.end()
        for match in beginning.finditer(text, passage.start, passage.end)
        if _MAY_BEGIN.match(text, match.end(), passage.end)
    ]


def _add(notes: Places, style: _Style, text: str, starts: list[int], end: int) -> None:
    """Add the notes that begin at some of these places, their numbers rising."""
    last = 0
    for start in starts:
        match = style.note.match(text, start, end)
        if match:
            (number,) = _numbers(match) or ("0",)
            if int(number) > last:
                last = int(number)
                notes[number].append(match.span())


_MAY_BEGIN = re.compile(rf"[*＊※(（\[［注註주AFNn\d{_UP}]")
_LINE = re.compile(r"\n[ \t\-・•>]*")
_BLANK = re.compile(
    r"(?:\n|(?<=[.。!?)\]）/\w]) )[ \t\-・•>]*(?=[*＊※注註주\[［(（\d⁰¹²³⁴-⁹AFN])|(?<=[。」』）)])(?=[※注註주]\s?\d)"
)
"""After a blank, too: readers join the lines of a block of notes."""


def _numbers(match: re.Match[str]) -> list[str]:
    """The numbers that a mark names: [1], [1, 3], [2-4], ³."""
    groups = match.groupdict()
    written = (groups.get("n") or groups.get("n2") or "").translate(_FROM_UP)
    found: list[int] = []
    for part in re.split(r"\s?[,;、]\s?", written):
        first, _, last = (half.strip() for half in part.replace("–", "-").partition("-"))
        found += range(int(first), min(int(last or first), int(first) + 50) + 1)
    return [] if 0 in found else [str(number) for number in found]


def _believed(style: _Style, marks: Places, notes: Places) -> bool:
    """Whether marks and notes of this look are such: one pair at least, and bare numbers in their order."""
    if not style.paired:
        return True
    if not marks.keys() & notes.keys():
        return False
    if not style.bare:
        return True
    firsts = sorted((places[0], int(number)) for number, places in marks.items())
    numbers = [number for _, number in firsts]
    ordered, upwards = sorted(numbers), list(range(1, len(numbers) + 1))
    counted = numbers == upwards or (style.loose and (ordered == upwards or (numbers == ordered and numbers[0] == 1)))
    last = max(place[1] for places in marks.values() for place in places)
    return counted and all(place[0] >= last for places in notes.values() for place in places)


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
