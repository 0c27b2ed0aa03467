"""Where sentences begin and end, in six languages; linear in the length of the text."""

import re

_CJK_END = re.compile(r"[。！？](?:[」』）)]*)|\n+")
_LATIN_END = re.compile(r"(?<=[.!?…])(?:[\"'”’»)\]]*)\s+(?=[\"'“‘«(\[]*[A-ZÀ-ÖØ-Þ0-9가-힣㐀-鿿])|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|St|No|Nr|Art|art|Sec|Sept?|Oct|Nov|Dec|Jan|Feb|Mar|Apr|Jun|Jul|Aug|approx|ca|vs|"
    r"etc|Inc|Ltd|Co|Corp|Gen|Sen|Rep|Gov|Mio|Mrd|Abs|bzw|usw|Hrsg|env|éd|vol|pp?|al|Fig|cf|e\.g|i\.e|z\. ?B|U\.S|U\.K)"
    r"|\b\d{1,2})\.$"
)
_ASIAN = frozenset(("ja", "zh"))


def sentences(text: str, language: str) -> list[tuple[int, int]]:
    """The spans of the sentences of a passage, without the white space around them.

    Args:
        text: The passage.
        language: ISO 639-1; Japanese and Chinese end sentences by their own marks, the others by full stops that
            are neither part of an abbreviation nor of an ordinal (``5. Mai``).
    """
    end = _CJK_END if language in _ASIAN else _LATIN_END
    spans: list[tuple[int, int]] = []
    start = 0
    for found in end.finditer(text):
        stop = found.end() if language in _ASIAN and not found[0].isspace() else found.start()
        if language not in _ASIAN and "\n" not in found[0] and _ABBREVIATION.search(text, max(start, stop - 12), stop):
            continue
        _append(spans, text, start, stop)
        start = found.end()
    _append(spans, text, start, len(text))
    return spans


def _append(spans: list[tuple[int, int]], text: str, start: int, stop: int) -> None:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if stop > start:
        spans.append((start, stop))
