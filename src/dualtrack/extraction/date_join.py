"""Two dates that make one interval: 2025年4月～2026年3月, from May to July 2025, between 2027 and 2030."""

import re
from collections.abc import Iterable
from functools import lru_cache

from dualtrack.extraction.date_atoms import Atom
from dualtrack.extraction.date_forms import Grammar

_REACH = 16
_OPENING = 14
_DASH = re.compile("[-–—~〜～・、/]")
_FROM = re.compile("から|より|부터|에서")


@lru_cache(maxsize=16)
def _words(joins: str, opens: str, closes: str, both: str) -> tuple[re.Pattern[str], ...]:
    never = "(?!)"
    return tuple(re.compile(words) for words in (joins, f"(?:{opens or never})\\Z", closes or never, both or never))


def joined(text: str, atoms: Iterable[Atom], grammar: Grammar) -> list[Atom]:
    """The atoms, those that make an interval joined into one."""
    joins, opens, closes, both = _words(grammar.joins, grammar.opens, grammar.closes, grammar.both)
    done: list[Atom] = []
    for atom in atoms:
        last = done[-1] if done else None
        opening = None
        if last is not None and atom.start - last.end <= _REACH and _fit(last, atom):
            gap = text[last.end : atom.start]
            opening = opens.search(text, max(last.start - _OPENING, 0), last.start)
            list_of_two = both.fullmatch(gap)
            if joins.fullmatch(gap) or (list_of_two and (opening or _neighbours(last, atom))):
                last.until = atom
                closing = closes.match(text, atom.end) if _FROM.search(gap) else None
                last.end = closing.end() if closing else atom.end
                last.start = opening.start() if opening and not _DASH.search(gap) else last.start
                continue
        if atom.until is not None and not _DASH.search(text, atom.start, atom.end):
            opening = opens.search(text, max(atom.start - _OPENING, 0), atom.start)
            atom.start = opening.start() if opening else atom.start
        done.append(atom)
    return done


def _fit(first: Atom, second: Atom) -> bool:
    """Whether the two can begin and end one interval."""
    if first.until or second.until or (second.relative and second.relative.from_text):
        return False
    if first.unit == second.unit:
        ordered = first.year is None or second.year is None or first.year <= second.year
        return ordered and first.unit != "season"
    if "fiscal" in (first.unit, second.unit) or "decade" in (first.unit, second.unit):
        return False
    return first.year is not None


def _neighbours(first: Atom, second: Atom) -> bool:
    """Whether the second is the day after the first in the same month: 27 and 28 February."""
    same = second.month in (None, first.month) and second.year in (None, first.year)
    return first.unit == second.unit == "day" and same and second.day == (first.day or 0) + 1
