"""Use cases of comparison: countries by theme, initiatives alike, and the changes between two survey waves in words."""

from collections.abc import Sequence

from dualtrack.analysis import Comparison, Like, WaveDiff
from dualtrack.analysis import compare as compare_
from dualtrack.analysis import like as like_
from dualtrack.analysis import wave_diff as wave_diff_
from dualtrack.analysis.compare import lines
from dualtrack.codebook import codebook
from dualtrack.evidence import EvidenceBase
from dualtrack.model import Period

__all__ = ["compare", "is_theme", "like", "lines", "section", "wave_diff"]


def is_theme(word: str) -> bool:
    """Whether a word names a theme: a STIP code or a theme of the codebook."""
    return (word[:2].upper() == "TH" and word[2:].isdecimal()) or word in codebook().themes


def compare(
    base: EvidenceBase,
    actors: Sequence[str],
    themes: Sequence[str] = (),
    *,
    on: Period | None = None,
    known: Period | None = None,
) -> Comparison:
    """Countries by theme; see ``dualtrack.analysis.compare``."""
    return compare_(base, actors, themes, on=on, known=known)


def like(
    base: EvidenceBase, id: str, *, limit: int = 10, known: Period | None = None, home: bool = False
) -> list[Like]:
    """The initiatives most like one, of other countries unless ``home``."""
    return like_(base, id, limit=limit, known=known, elsewhere=not home)


def wave_diff(
    base: EvidenceBase, older: Period, newer: Period, *, actor: str | None = None, themes: Sequence[str] = ()
) -> WaveDiff:
    """The changes between two survey waves; see ``dualtrack.analysis.waves``."""
    return wave_diff_(base, older, newer, actor=actor, themes=themes)


_LABELS = {
    "new": ("新規", "New"),
    "ended": ("終了", "Ended"),
    "dropped": ("終了年なしに掲載終了", "Dropped without an end year"),
    "not surveyed": ("国が調査対象外", "Country not surveyed"),
    "renamed": ("名称変更", "Renamed"),
    "re-scoped": ("対象範囲の変更", "Re-scoped"),
    "budget changed": ("予算の変更", "Budget changed"),
    "reworded": ("記述の変更", "Reworded"),
    "questionnaire changed": ("設問の変更", "Questionnaire changed"),
    "re-numbered": ("番号の変更（推定）", "Re-numbered (uncertain match)"),
}


def section(diff: WaveDiff, language: str = "en", most: int = 20) -> str:
    """The changes as a section of a page, in Markdown: the counts with their base, then each kind's initiatives.

    Args:
        diff: The changes.
        language: ``ja`` or ``en``.
        most: How many initiatives of a kind are named; how many more there are is said.
    """
    ja = language == "ja"
    head = f"## STIP Compass {diff.older} → {diff.newer}"
    counted = (
        f"{diff.older}年調査の{diff.before:,}件、{diff.newer}年調査の{diff.after:,}件のうち、変化なし{diff.unchanged:,}件。"
        if ja
        else f"{diff.before:,} in {diff.older}, {diff.after:,} in {diff.newer}: {diff.unchanged:,} unchanged."
    )
    found = [head, "", counted]
    for kind, labels in _LABELS.items():
        changes = [change for change in diff.changes if kind in change.kinds]
        if not changes:
            continue
        found += ["", f"### {labels[0 if ja else 1]} ({len(changes):,})", ""]
        for change in changes[:most]:
            doubt = "" if change.match == "id" else (" （推定による対応）" if ja else " (uncertain match)")
            link = next((place for place in reversed(change.evidence) if place.startswith("http")), "")
            name = f"[{change.name}]({link})" if link else change.name
            found.append(f"- {', '.join(change.countries)}: {name}{doubt}")
        if len(changes) > most:
            found.append(f"- ほか{len(changes) - most:,}件" if ja else f"- and {len(changes) - most:,} more")
    return "\n".join(found) + "\n"
