"""Mentions against hand-made gold: ``python -m bench gold_mentions`` prints precision, recall and F1 by language.

A line of gold is ``{"text": "..."}`` with each mention of an actor or initiative marked as ``[[quote|id]]``. A found
mention is right where place and id are both right; technologies and themes are not scored here.
"""

import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

GOLD = Path(__file__).parent / "gold" / "mentions"
FLOORS = Path(__file__).parent / "floors.json"
_MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")

Found = tuple[int, int, str]


class Score(NamedTuple):
    """How many were right, found and wanted."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0


class Case(NamedTuple):
    """One gold text and what is named in it."""

    text: str
    wanted: frozenset[Found]


def unmark(marked: str) -> Case:
    """The text without its marks, and the mentions marked in it."""
    text, wanted, at = "", set(), 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        wanted.add((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        at = mark.end()
    return Case(text + marked[at:], frozenset(wanted))


def cases(language: str) -> Iterator[Case]:
    for line in (GOLD / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
        yield unmark(json.loads(line)["text"])


def languages() -> list[str]:
    return sorted(path.stem for path in GOLD.glob("*.jsonl"))


def found_in(text: str, language: str) -> frozenset[Found]:
    from dualtrack.extraction import find_mentions

    mentions = find_mentions(text, language)
    return frozenset((m.start, m.end, m.id or "open") for m in mentions if m.kind in ("actor", "initiative"))


def score(language: str, show: bool = False) -> Score:
    right = found = wanted = 0
    for case in cases(language):
        got = found_in(case.text, language)
        right, found, wanted = right + len(got & case.wanted), found + len(got), wanted + len(case.wanted)
        if show and got != case.wanted:
            for sign, some in (("+", got - case.wanted), ("-", case.wanted - got)):
                for start, end, id_ in sorted(some):
                    print(f"  {sign} {case.text[start:end]} = {id_}   in: {case.text}")
    return Score(right, found, wanted)


def floors() -> dict[str, float]:
    kept = json.loads(FLOORS.read_text(encoding="utf-8"))
    return {language: kept.get(f"mentions.{language}", 0.0) for language in languages()}


def main() -> int:
    show, failed, least = "--show" in sys.argv, False, floors()
    print(f"{'':8}{'precision':>10}{'recall':>8}{'F1':>8}{'floor':>7}{'mentions':>10}")
    for language in languages():
        one = score(language, show)
        failed |= one.f1 < least[language]
        print(f"{language:8}{one.precision:10.3f}{one.recall:8.3f}{one.f1:8.3f}{least[language]:7.2f}{one.wanted:10}")
    text = "\n".join(case.text for language in ("en", "de", "fr") for case in cases(language)) * 50
    began = time.perf_counter()
    found_in(text, "en")
    rate = len(text.encode()) / 1e6 / (time.perf_counter() - began)
    print(f"throughput on these sentences, which are dense with names: {rate:.1f} MB/s")
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
