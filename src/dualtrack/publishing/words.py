"""The words of briefs that stand in no record, in Japanese and English."""

import re
from functools import cache
from importlib.resources import files

import yaml

_PLACES = {
    "slide": "スライド{}", "page": "{}頁", "paragraph": "第{}段落", "table": "表{}", "row": "{}行", "column": "{}列",
    "section": "第{}節", "footnote": "注{}", "line": "{}行", "figure": "図{}",
}  # fmt: skip
_PLACE = re.compile(r"\b([a-z]+)s? (\d+(?:-\d+)?)", re.IGNORECASE)


@cache
def _words() -> dict[str, dict[str, str]]:
    text = files("dualtrack.publishing").joinpath("words.yaml").read_text("utf-8")
    loaded: dict[str, dict[str, str]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded


def word(name: str, language: str, **fills: object) -> str:
    """A word or sentence by name, with its places filled."""
    text = _words()[name][language]
    return text.format(**fills) if fills else text


def say_place(at: str, language: str) -> str:
    """A locator (``slide 4``, ``table 2, row 5``) in the reader's language; of a link, its last part."""
    if "://" in at:
        return at.rstrip("/").rpartition("/")[2]
    if language == "en" or not at:
        return at

    def said(found: re.Match[str]) -> str:
        form = _PLACES.get(found[1].lower())
        return form.format(found[2]) if form else found[0]

    at = re.sub(r"^as named on (\w+ \d+)$", r"\1の記載", at)
    return re.sub(r",\s*(?=[^\x00-\x7f])", "、", _PLACE.sub(said, at))


def join(parts: list[str], language: str) -> str:
    """Things in a list: ``日本、米国``, ``Japan, the US``."""
    return ("、" if language == "ja" else ", ").join(parts)
