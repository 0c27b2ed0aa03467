"""Japanese eras outside Japanese: Reiwa 5 (2023), l'an 5 de l'ère Reiwa (2023), 레이와 5년(2023년), 2023 (Reiwa 5).

In Japanese and Chinese the grammar of dates reads them.
"""

import re
from collections.abc import Iterator

from dualtrack.extraction.dates import DateFault
from dualtrack.model import era_named

HINT = re.compile(r"(?i:reiwa|heisei|sh[oō]wa|taish[oō]|meiji)|레이와|헤이세이|쇼와|다이쇼|메이지")
_KOREAN = {"레이와": "Reiwa", "헤이세이": "Heisei", "쇼와": "Showa", "다이쇼": "Taisho", "메이지": "Meiji"}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NUMBERS = {
    **{word: place for place, word in enumerate(_ORDINALS, 1)},
    **dict.fromkeys(("premier", "première", "erste", "ersten", "erstes", "gannen", "원"), 1),
}
_NAME = r"(?:Reiwa|Heisei|Sh[oō]wa|Taish[oō]|Meiji)"
_COUNT = rf"[1-9]\d?(?![\d/.,]\d|\d)|{'|'.join(_NUMBERS)}"
_ERA = re.compile(
    rf"\b(?P<e1>{_NAME})[ \u00a0-](?:era,? )?(?:year |Jahr |an |année )?(?P<n1>{_COUNT})(?:st|nd|rd|th|er|re|"
    rf"e)?\b(?: (?:era|year|fiscal year|FY))?|"
    rf"\b(?:(?:year|an|année|Jahre?s?) )?(?P<n2>{_COUNT})(?:st|nd|rd|th|er|re|ère|e|ème|\.)?(?: (?:year|année|"
    rf"Jahre?s?|fiscal year))? ?"
    rf"(?:of|de|der|in der|des|d['’])(?: the| la| l['’])?\s?(?:l['’])?(?:(?:ère|Ära|era|période|Periode|"
    rf"period)(?: of| der| de)? )?(?P<e2>{_NAME})\b(?:[ -](?:era|period|Ära|Zeit))?|"
    r"(?P<e3>레이와|헤이세이|쇼와|다이쇼|메이지)\s?(?P<n3>[1-9]\d?|원)\s?년(?:도)?",
    re.IGNORECASE,
)
_LED = (
    r"(?:FY ?|(?:the )?(?:fiscal |financial )?year |Fiskaljahr |Haushaltsjahr |Jahr |exercice |année |서기 ?|"
    r"i\.e\.,? |d\. ?h\. |soit |= ?|equivalent to )?"
)
_YEAR_AFTER = re.compile(
    rf"(?:\s?[(（\[/=]\s?|,? or |, (?:i\.e\.|d\. ?h\.|soit|also|that is|das ist),? ){_LED}(?P<y>(?:18|19|"
    rf"20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"(?<![\d/–-])(?P<y>(?:18|19|20)\d\d)(?:년(?:도)?| (?:budget|fiscal year|financial year|calendar year|FY))?\s?"
    r"(?:[(（\[/=]|,? or |, (?:i\.e\.|d\. ?h\.|soit|also|that is|das ist),? )\s?(?:FY ?|i\.e\. |the |im |in )?\Z",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\s?(?:[)）\],;.:]|\Z)")


def era_faults(text: str) -> Iterator[DateFault]:
    """Eras whose western year, before or after them, is another, and regnal years past the end of an era."""
    for match in _ERA.finditer(text):
        place = next(number for number in "123" if match[f"e{number}"])
        name, written = match[f"e{place}"], match[f"n{place}"].lower()
        era = era_named(_KOREAN.get(name, name.replace("ō", "o")))
        regnal = int(written) if written.isdigit() else _NUMBERS[written]
        year = era.begins.year + regnal - 1
        start, end, western = _western(text, match)
        if western is not None and western != year:
            yield DateFault(start, end, text[start:end], "era-mismatch", str(western), str(year))
        elif era.ends is not None and year > era.ends.year:
            yield DateFault(start, end, text[start:end], "era-past-end", f"{name} {regnal}", era.ends.isoformat())


def _western(text: str, match: re.Match[str]) -> tuple[int, int, int | None]:
    """The western year that stands beside an era, and the place of the two."""
    after = _YEAR_AFTER.match(text, match.end())
    if after:
        return match.start(), after.end(), int(after["y"])
    head = text[max(0, match.start() - 48) : match.start()]
    before = _YEAR_BEFORE.search(head)
    if before and _CLOSED.match(text, match.end()):
        return match.start() - len(head) + before.start("y"), match.end(), int(before["y"])
    return *match.span(), None
