"""Where the slides of a deck begin when only its text is left.

Page marks left by the converter decide (form feeds, ``<!-- Slide number: 3 -->``, ``---`` in a deck made of them).
Without any, slides are inferred from what conversion leaves: runs of three or more empty lines where pictures and page
ends were, titles (short headings that are no sentence and lead into nothing), section heads (numbered, alone on their
slide), and page footers. Printed page numbers are compared with the slides found and disagreement is signalled.
"""

import re
from collections import Counter
from collections.abc import Sequence

from dualtrack.reading.blocks import Block
from dualtrack.reading.inline import plain
from dualtrack.reading.lines import is_page_footer, is_title

RUN = 3
"""Empty lines in a row that no writer leaves between two paragraphs."""

_NUMBERED = re.compile(
    r"(?:第\s?[0-9０-９一二三四五六七八九十]{1,3}\s?[章部編]|[0-9０-９]{1,2}\s?[.．、](?!\d)|[IVXⅠ-Ⅹ]{1,4}\s?[.．]|(?:part|section|teil|partie|제)\s?\d)",
    re.I,
)
_SLIDE_HEADING = re.compile(r"(?:slide|スライド)\s?(\d{1,4})(?:\s?[:：.–-]\s?(.*))?", re.IGNORECASE)
_PRINTED = re.compile(r"(?:(?:©|\(c\)|@)\s?(?:19|20)\d\d\s.{0,40}?\s)?(\d{1,4})", re.IGNORECASE)


class Slides:
    """The blocks of a deck by slide; ``None`` of them where the text is no deck."""

    def __init__(self, blocks: Sequence[Block], deck: bool = False) -> None:
        """Find the slides.

        Args:
            blocks: The blocks of the whole text.
            deck: Whether the text says of itself that it is a deck (as Marp's front matter does).
        """
        self.blocks = list(blocks)
        self.begins: dict[int, int] = {}
        """Index of the first block of a slide -> its number."""
        self.sections: set[int] = set()
        """Headings that open a section of the deck."""
        self.furniture: dict[int, str] = {}
        """Page footers and numbers, which belong to no passage."""
        self.how = ""
        if any(block.kind == "page" for block in self.blocks):
            self._by_marks()
        elif self._slide_headings():
            self._number(self._slide_headings(), "headings that number them")
        elif deck or self._ruled():
            self._number([0, *(i + 1 for i, block in enumerate(self.blocks) if block.kind == "rule")], "ruled lines")
        elif self._run_deck():
            self._by_runs()

    def __bool__(self) -> bool:
        return bool(self.begins)

    def __len__(self) -> int:
        return len(self.begins)

    def disagreements(self) -> list[tuple[int, int]]:
        """Slides whose printed number is another one: (number found, number printed)."""
        return [(found, printed) for found, printed in self._printed() if found != printed]

    def agreements(self) -> int:
        """How many printed page numbers agree with the slide that they stand on."""
        return sum(found == printed for found, printed in self._printed())

    def numbered(self, index: int) -> bool:
        """Whether the block is a heading numbered as a section's is."""
        return self._section_head(index)

    def _printed(self) -> list[tuple[int, int]]:
        slide, pairs = 0, []
        for index in range(len(self.blocks)):
            slide = self.begins.get(index, slide)
            if index in self.furniture and (found := _PRINTED.fullmatch(self.furniture[index])):
                pairs.append((slide, int(found[1])))
        return pairs

    def _number(self, starts: Sequence[int], how: str) -> None:
        kept = sorted({start for start in starts if start < len(self.blocks)})
        self.begins = {start: number for number, start in enumerate(kept, 1)}
        self.how = how

    def _by_marks(self) -> None:
        marks = [index for index, block in enumerate(self.blocks) if block.kind == "page"]
        leads = any(block.kind not in ("page", "rule") for block in self.blocks[: marks[0]])
        number = 1 if leads else 0
        self.begins = {0: 1} if leads else {}
        for index in marks:
            number = max(number + 1, self.blocks[index].number) if self.blocks[index].number else number + 1
            self.begins[index] = number
        self.how = "page marks"

    def _slide_headings(self) -> list[int]:
        found = [
            i for i, b in enumerate(self.blocks) if b.kind == "heading" and _SLIDE_HEADING.fullmatch(b.text.strip())
        ]
        return found if len(found) >= 2 else []

    def _ruled(self) -> bool:
        """Whether ruled lines part slides: several of them, nearly each followed by a heading."""
        rules = [index for index, block in enumerate(self.blocks[:-1]) if block.kind == "rule"]
        headed = sum(self.blocks[index + 1].kind == "heading" for index in rules)
        return len(rules) >= 2 and headed * 4 >= len(rules) * 3 and len(rules) * 25 >= len(self.blocks)

    def _run_deck(self) -> bool:
        """Whether runs of empty lines are many and stand at headings, as they do in converted decks."""
        runs = [index for index, block in enumerate(self.blocks) if index and block.gap >= RUN]
        at_heading = sum("heading" in (self.blocks[index].kind, self.blocks[index - 1].kind) for index in runs)
        return len(runs) >= 3 and at_heading * 3 >= len(runs) and len(runs) * 25 >= len(self.blocks)

    def _by_runs(self) -> None:
        level = self._title_level()
        starts = [0]
        for index in range(1, len(self.blocks)):
            if self._begins(index, starts[-1], level):
                starts.append(index)
        self._number(starts, "empty lines, titles and footers")
        self._mark_furniture(starts)

    def _title_level(self) -> int:
        """The level at which most titles stand; deeper headings are none."""
        levels = Counter(
            block.depth
            for index, block in enumerate(self.blocks)
            if block.kind == "heading"
            and is_title(plain(block.text))
            and (block.gap >= RUN or self._gap_after(index) >= RUN)
        )
        return max(levels, key=lambda depth: (levels[depth], depth)) if levels else 6

    def _gap_after(self, index: int) -> int:
        return self.blocks[index + 1].gap if index + 1 < len(self.blocks) else 0

    def _begins(self, index: int, slide: int, level: int) -> bool:
        """Whether block ``index`` begins a new slide, the one before having begun at block ``slide``."""
        block = self.blocks[index]
        after_run = block.gap >= RUN
        if self._section_head(index - 1) and index - 1 == slide and after_run:
            self.sections.add(index - 1)
            return True
        if block.kind != "heading" or block.depth > level or not is_title(plain(block.text)):
            return False
        if self._only_title(slide, index):
            return False
        return after_run or self._footer(index - 1) or self._heads_what_follows(index)

    def _section_head(self, index: int) -> bool:
        block = self.blocks[index]
        return block.kind == "heading" and bool(_NUMBERED.match(plain(block.text).strip()))

    def _only_title(self, slide: int, index: int) -> bool:
        """Whether the slide so far is a mere title, whose content is still to come."""
        return slide > 0 and index == slide + 1 and self.blocks[slide].kind == "heading"

    def _heads_what_follows(self, index: int) -> bool:
        """Whether a heading is set off from what follows by a run, and that is its content, not the next slide."""
        if self._gap_after(index) < RUN:
            return False
        following = self.blocks[index + 1]
        return following.kind != "heading" or following.depth > self.blocks[index].depth

    def _footer(self, index: int) -> bool:
        block = self.blocks[index]
        return block.kind == "paragraph" and is_page_footer(plain(block.text))

    def _mark_furniture(self, starts: list[int]) -> None:
        """Note the footers that stand at the end of slides (and short lines that only repeat a word of them)."""
        words: set[str] = set()
        for start in [*starts[1:], len(self.blocks)]:
            index = start - 1
            while index > 0 and index not in self.begins and self.blocks[index].kind == "paragraph":
                text = plain(self.blocks[index].text).strip()
                if is_page_footer(text):
                    words.update(text.split())
                elif not (len(text) <= 12 and self._footer(index - 1) and text in plain(self.blocks[index - 1].text)):
                    break
                self.furniture[index] = text
                index -= 1
        for index in range(1, len(self.blocks)):
            if self._footer(index) and self.blocks[index].text.strip()[:1] in "©@Ⓒ":
                self.furniture[index] = plain(self.blocks[index].text).strip()
