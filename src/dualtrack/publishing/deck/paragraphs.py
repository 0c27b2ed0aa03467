"""Statements and notes as paragraphs of a slide's body, with their measured height."""

from collections.abc import Iterable
from dataclasses import dataclass

from dualtrack.publishing.blocks import Note, Reference, Statement, Tag
from dualtrack.publishing.deck.frame import GAP, LEAD, SMALL, TEXT
from dualtrack.publishing.measure import height_of_runs
from dualtrack.publishing.words import word

RESERVED, MOST_SEEN = "（スライド000）", 3
"""The room kept for each cross-reference by slide number, and how many a paragraph gives."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look inside a paragraph; ``colour`` is a country id or empty."""

    text: str
    bold: bool = False
    soft: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a slide's body."""

    runs: tuple[Run, ...]
    size: float = TEXT
    indent: float = 0.0
    bullet: bool = False
    anchor: str = ""
    see: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)

    def high(self, room: float) -> float:
        """Its height when broken at ``room``, with the gap after it."""
        reserved = (RESERVED * min(len(self.see), MOST_SEEN), False)
        runs = (*((run.text, run.bold) for run in self.runs), *((reserved,) if reserved[0] else ()))
        return height_of_runs(runs, self.size, room - self.indent) + GAP


def paragraphs_of(block: Statement | Note, language: str, about: Tag | None = None) -> list[Paragraph]:
    """A statement as paragraphs: date, tags and sentence in one, then its listed points."""
    if isinstance(block, Note):
        if block.kind == "point":
            tags = ("、" if language == "ja" else ", ").join(tag.name for tag in block.tags)
            supported = Paragraph(
                (Run(f"{word('supported_by', language)}{'：' if language == 'ja' else ': '}{tags}", soft=True),),
                SMALL,
                16,
            )
            point = Paragraph((Run(block.text, bold=True),), LEAD, 16, bullet=True, anchor=block.anchor)
            return [point, supported] if tags else [point]
        return [Paragraph((Run(block.text, soft=True),), SMALL)]
    colon = "：" if language == "ja" else ": "
    runs = []
    if block.mark:
        runs.append(Run(f"[{word(block.mark, language)}] ", bold=True))
    if block.date:
        runs.append(Run(f"{block.date}  ", bold=True))
    if block.tags and block.tags != (about,):
        names = ("・" if language == "ja" else ", ").join(tag.name for tag in block.tags[:4])
        runs.append(Run(f"〔{names}〕" if language == "ja" else f"[{names}] ", soft=True))
    if block.topic:
        runs.append(Run(f"{block.topic}{colon}", bold=True))
    runs.append(Run(block.text))
    if block.figures:
        figures = ("、" if language == "ja" else "; ").join(block.figures)
        runs.append(Run(f"（{figures}）" if language == "ja" else f" ({figures})"))
    runs.append(Run("\u00a0" + numbers(block.references), raised=True))
    first = Paragraph(tuple(runs), TEXT, 16, bullet=True, anchor=block.anchor, see=block.see)
    if not block.details:
        return [first]
    if max(len(detail) for detail in block.details) <= (18 if language == "ja" else 34):
        joined = ("、" if language == "ja" else "; ").join(block.details)
        return [first, Paragraph((Run(joined, soft=True),), SMALL, 30)]
    return [first, *(Paragraph((Run(detail),), SMALL, 34, bullet=True) for detail in block.details)]


def numbers(references: Iterable[Reference]) -> str:
    """Source numbers as raised text: ``[1][19]``."""
    return "".join(f"[{number}]" for number in dict.fromkeys(reference.number for reference in references))


def number_ranges(references: Iterable[Reference]) -> str:
    """Many source numbers in short: ``[1]–[6], [9]``."""
    runs: list[list[int]] = []
    for number in sorted({reference.number for reference in references}):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"[{run[0]}]–[{run[-1]}]" if len(run) > 2 else "".join(f"[{n}]" for n in run) for run in runs)
