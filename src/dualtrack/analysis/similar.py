"""Who does something like this? The initiatives of other countries that are most like one, and why.

Likeness is a weighted mean: words (cosine of TF-IDF over name, description, objectives and background) count half;
themes, instruments and target groups (Jaccard) the other half. What has no theme in common is not looked at.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dualtrack.analysis.portfolio import bodies, held
from dualtrack.codebook import codebook
from dualtrack.errors import BadInputError
from dualtrack.evidence import EvidenceBase
from dualtrack.model import Period

_WORD = re.compile(r"[^\W\d_]{3,}")
_WEIGHTS = {"words": 0.5, "themes": 0.25, "instruments": 0.15, "target_groups": 0.1}


@dataclass(frozen=True)
class Like:
    """One initiative that is like another.

    Attributes:
        id: It.
        name: What it is called.
        countries: Whose it is.
        likeness: 0 to 1; only orders the answers to one question.
        parts: Likeness of words, themes, instruments and target groups.
        words: The words that weigh most in both.
        themes: The theme codes of both.
        evidence: Where its source says it.
    """

    id: str
    name: str
    countries: tuple[str, ...]
    likeness: float
    parts: dict[str, float]
    words: tuple[str, ...]
    themes: tuple[str, ...]
    evidence: str

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "countries": list(self.countries),
            "likeness": self.likeness,
            "parts": self.parts,
            "shared_words": list(self.words),
            "shared_themes": list(self.themes),
            "evidence": self.evidence,
        }


def like(
    base: EvidenceBase, id: str, *, limit: int = 10, known: Period | None = None, elsewhere: bool = True
) -> list[Like]:
    """The initiatives most like one, best first.

    Args:
        base: The evidence base.
        id: The initiative.
        limit: How many at most.
        known: The second clock.
        elsewhere: Only those of other countries.

    Raises:
        BadInputError: There is no such initiative, or the last survey no longer lists it.
    """
    rows = held(base, known)
    this = next((row for row in rows if row.id == id), None)
    if this is None:
        raise BadInputError(
            f"No initiative '{id}' is held", mend="Look for it with: dualtrack search --kind initiative"
        )
    codes = _codes(this.themes)
    others = [
        row
        for row in rows
        if row.id != id
        and (not codes or _codes(row.themes) & codes)
        and not (elsewhere and set(row.countries) & set(this.countries))
    ]
    told = bodies(base, [row.rev for row in (this, *others)])
    words = {row.rid: _words(told[row.rev]) for row in (this, *others)}
    common = Counter(word for some in words.values() for word in some)
    idf = {word: math.log((1 + len(words)) / count) for word, count in common.items()}
    mine, norm = words[this.rid], _norm(words[this.rid], idf)
    found = []
    for row in others:
        body, theirs = told[row.rev], words[row.rid]
        shared = {word: mine[word] * theirs[word] * idf[word] ** 2 for word in mine.keys() & theirs.keys()}
        parts = {
            "words": sum(shared.values()) / ((norm * _norm(theirs, idf)) or 1),
            "themes": _jaccard(codes, _codes(row.themes)),
            "instruments": _jaccard(_instruments(told[this.rev]), _instruments(body)),
            "target_groups": _jaccard(told[this.rev].get("target_groups", ()), body.get("target_groups", ())),
        }
        likeness = sum(_WEIGHTS[part] * value for part, value in parts.items())
        found.append((likeness, row, parts, shared))
    found.sort(key=lambda one: (-one[0], one[1].id))
    return [
        Like(
            id=row.id,
            name=told[row.rev]["names"].get("en") or next(iter(told[row.rev]["names"].values())),
            countries=row.countries,
            likeness=round(likeness, 4),
            parts={part: round(value, 4) for part, value in parts.items()},
            words=tuple(sorted(_telling(shared, idf), key=lambda word: (-shared[word], word))[:8]),
            themes=tuple(sorted(this.themes & row.themes)),
            evidence=next((cite.get("at", "") for cite in told[row.rev].get("cites", ())), ""),
        )
        for likeness, row, parts, shared in found[:limit]
    ]


def _codes(themes: Iterable[str]) -> frozenset[str]:
    """Themes as STIP codes, so that those of the codebook can be compared with those of the survey."""
    known = codebook().themes
    return frozenset(code for theme in themes for code in (known[theme].stip if theme in known else (theme,)))


def _words(body: dict[str, Any]) -> dict[str, float]:
    said = [
        *body["names"].values(),
        *body["names"].values(),
        *(text.get("en", "") for text in body.get("elements", ())),
    ]
    said += [body.get(name, {}).get("en", "") for name in ("description", "background")]
    counted = Counter(_WORD.findall(" ".join(said).casefold()))
    return {word: 1 + math.log(count) for word, count in counted.items()}


def _norm(words: dict[str, float], idf: dict[str, float]) -> float:
    return math.sqrt(sum((weight * idf[word]) ** 2 for word, weight in words.items()))


def _telling(words: Iterable[str], idf: dict[str, float]) -> list[str]:
    """The words that fewer than a fifth of the initiatives have."""
    return [word for word in words if idf[word] > math.log(5)]


def _instruments(body: dict[str, Any]) -> set[str]:
    return {one["code"] for one in body.get("instruments", ())}


def _jaccard(one: Iterable[str], other: Iterable[str]) -> float:
    first, second = set(one), set(other)
    return len(first & second) / len(first | second) if first | second else 0.0
