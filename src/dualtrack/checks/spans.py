"""Where the sentences of a passage begin and end."""

import re
from collections.abc import Iterator
from functools import lru_cache

_END = re.compile(
    r"[。！？](?:[」』）)\"”]*)|(?<=[!?])[\"'”’“»)\]]*\s+|"
    r"\.[\"'”’“»)\]]*\s+(?=[\"'“‘(\[«„*•]*[A-ZÀ-ÖØ-Þ0-9«„\u3040-\u9fff\uac00-\ud7a3])|"
    r"\n\s*\n|<br ?/?>|\n(?=\s*(?:[•●▪■◆○]|o ))"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|No|Nos|Nr|St|Jr|Sr|vs|approx|ca|bzw|z\. ?B|u\. ?a|"
    r"d\. ?h|e\.g|i\.e|"
    r"Art|Abs|Sec|Fig|Inc|Co|Corp|Ltd|Mio|Mrd|Bd|etc|cf|al|[Bb]n|[Mm]n|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"M|MM|Mme|Tsd|inkl|Fr|"
    r"lfd|usw|env|p|pp|vol|tr|(?<=\d[ \u00a0\u202f])(?:Bio|Trd))|(?<![\d.])\d{1,2})$"
)


@lru_cache(maxsize=4096)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a passage as offsets; brackets and abbreviations do not end one."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        if match.group().startswith(".") and _goes_on(text, start, match):
            continue
        if _open_bracket(text, start, match.start()):
            continue
        if match.end() > start and text[start : match.end()].strip():
            yield start, match.end()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


_DOTTED = re.compile(r"(?<!\d)(?:19|20)\d\d(?P<m>\. ?\d{1,2})?(?P<d>\. ?\d{1,2})?$")
_DOTTED_ON = re.compile(r"\d{1,2}\.(?!\d)|[가-힣]")
_ORDINAL = re.compile(r"(?<![\d.])\d{1,2}$")
_MONTH = re.compile(r"(?:Jan|Feb|März|Apr|Mai|Juni|Juli|Aug|Sept|Okt|Nov|Dez|Jahrhundert)")


def _goes_on(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a full stop ends no sentence: after an abbreviation, in 2026. 2. 29., between a German day and month."""
    dotted = _DOTTED.search(text, max(start, stop.start() - 13), stop.start())
    on = _DOTTED_ON.match(text, stop.end()) if dotted is not None else None
    if dotted and on and (dotted["m"] is not None or text[on.start()].isdigit()):
        return True
    before = max(start, stop.start() - 8)
    if _ORDINAL.search(text, before, stop.start()):
        return _MONTH.match(text, stop.end()) is not None
    return _ABBREVIATION.search(text, before, stop.start()) is not None


def _open_bracket(text: str, start: int, end: int) -> bool:
    """Whether a bracket opened shortly before is still open: the stop belongs to what it holds."""
    near = text[max(start, end - 200) : end]
    return max(near.rfind("("), near.rfind("（")) > max(near.rfind(")"), near.rfind("）")) and bool(
        re.match(r"[^(（]{0,200}[)）]", text[end : end + 200])
    )
