"""Inline ignores: ``<!-- dualtrack: ignore DT101 -->`` in Markdown, HTML and plain text.

The comment holds for the paragraph it stands in; alone in a paragraph it holds for the next one. ``ignore-file``
holds for
the whole file; without codes all rules are meant. The comment is looked up in the source, since readers drop comments.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dualtrack.checks.finding import Finding

_COMMENT = re.compile(r"<!--\s*dualtrack:\s*ignore(?P<file>-file)?\b\s*(?P<codes>[A-Za-z0-9 ,]*?)\s*-->")
_BLOCK = re.compile(r"\n[ \t]*\n")
_TAGS = re.compile(r"<[^>]*>|[*_`#>|\\]")


@dataclass(frozen=True, slots=True)
class Ignore:
    """What one comment leaves out: some rules (all without codes), in some words (everywhere without words)."""

    codes: tuple[str, ...]
    words: str | None

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is left out by it."""
        named = not self.codes or any(
            finding.rule.startswith(code.upper()) or finding.family == code.lower() for code in self.codes
        )
        return named and (self.words is None or _plain(finding.quote)[:60] in self.words)


def ignores(source: str) -> list[Ignore]:
    """The comments in a source text."""
    if "dualtrack:" not in source:
        return []
    found: list[Ignore] = []
    blocks = _BLOCK.split(source)
    for index, block in enumerate(blocks):
        for comment in _COMMENT.finditer(block):
            codes = tuple(code for code in re.split(r"[ ,]+", comment["codes"]) if code)
            alone = not _COMMENT.sub("", block).strip()
            held = blocks[index + 1] if alone and index + 1 < len(blocks) else block
            found.append(Ignore(codes, None if comment["file"] else _plain(_COMMENT.sub("", held))))
    return found


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", _TAGS.sub("", text))


def without_ignored(findings: Iterable[Finding], source: str) -> list[Finding]:
    """The findings that no comment of the source leaves out."""
    left_out = ignores(source)
    return [finding for finding in findings if not any(one.covers(finding) for one in left_out)]
