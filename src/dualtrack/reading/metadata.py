"""A document's facts about itself: title, publisher, address, publication date, and how the date was found."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dualtrack.errors import DualtrackError
from dualtrack.model import Period

_TITLES = ("title", "headline")
_PUBLISHERS = ("publisher", "organization", "organisation", "institution", "site_name", "site")
_URLS = ("source_url", "url", "canonical_url", "canonical", "link", "permalink", "source")
_LANGUAGES = ("language", "lang", "locale")
_DATES = (
    "published",
    "date_published",
    "datepublished",
    "publication_date",
    "pubdate",
    "date",
    "published_time",
    "issued",
)
_MOST_YAML = 20_000

_ISO = re.compile(r"\s*((?:19|20)\d\d)(?:-(\d{2})(?:-(\d{2}))?|(\d{2})(\d{2}))?(?![\d])")
_URL_DATE = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])(?:[/_-]?(0[1-9]|[12]\d|3[01]))?(?=[/_.-]|$)")
_EN_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DE_MONTHS = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
]
_FR_MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_MONTHS = {name: number for names in (_EN_MONTHS, _DE_MONTHS, _FR_MONTHS) for number, name in enumerate(names, 1)}
_MONTHS |= {name[:3]: number for number, name in enumerate(_EN_MONTHS, 1)} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_EAST = re.compile(
    r"(?P<y>(?:19|20)\d\d|[１２][０-９]{3})\s?[年년]\s?(?P<m>[0-9０-９]{1,2})\s?[月월](?:\s?(?P<d>[0-9０-９]{1,2})\s?[日일号])?"
)
_ERA = re.compile(
    r"(?P<era>令和|平成|昭和)\s?(?P<y>元|[0-9０-９]{1,2})\s?年\s?(?P<m>[0-9０-９]{1,2})\s?月(?:\s?(?P<d>[0-9０-９]{1,2})\s?日)?"
)
_DOTTED = re.compile(r"(?P<y>(?:19|20)\d\d)\s?[.]\s?(?P<m>\d{1,2})(?:\s?[.]\s?(?P<d>\d{1,2}))?\.?(?!\d)")
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s(?:of\s)?(?P<name>{_MONTH})\.?,?\s(?P<y>(?:19|20)\d\d)(?!\d)",
    re.I,
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<name>{_MONTH})\.?\s(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s)?(?P<y>(?:19|20)\d\d)(?!\d)", re.I
)
_COVER_DATES = (_EAST, _ERA, _DAY_FIRST, _MONTH_FIRST, _DOTTED)
_PUBLISHED_WORDS = re.compile(
    r"(?:published|publication date|posted|issued|released?|date|updated|as of|veröffentlicht|stand|"
    r"datum|erschienen|publié|paru|date de publication|"
    r"公表日?|公開日?|発表日?|掲載日|発行日?|更新日|作成日|日付|발표일?|게시일|등록일|배포일|발행일?|发布(?:日期|时间)?|發布日期|日期|时间)"
    r"(?:\s?(?:on|am|le|:|：|\|))?\s?",
    re.IGNORECASE,
)
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def front_matter(text: str) -> tuple[dict[str, str], str, str]:
    """The flat fields of YAML front matter, the text after it, and a signal where it could not be read.

    Only plain values are taken, as text; nothing in it is executed or expanded.
    """
    if not text.startswith("---\n"):
        return {}, text, ""
    end = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE).search(text, 4, _MOST_YAML)
    if not end:
        return {}, text, ""
    head, body = text[4 : end.start()], text[end.end() :]
    if not re.match(r"\s*(?:#.*\n\s*)*[\w\"'.-]+\s*:", head):
        return {}, text, ""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        found = yaml.load(head, Loader=loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return {}, body, f"the front matter is not readable YAML and was left out ({type(error).__name__})"
    if not isinstance(found, dict):
        return {}, text, ""
    flat = {str(key).lower().replace("-", "_"): value for key, value in found.items() if isinstance(value, str)}
    return flat, body, ""


def facts_of(fields: Mapping[str, str]) -> dict[str, Any]:
    """Title, publisher, url, language and publication date among front-matter fields."""
    facts: dict[str, Any] = {
        "title": _first(fields, _TITLES),
        "publisher": _first(fields, _PUBLISHERS),
        "url": next((url for name in _URLS if (url := fields.get(name, "")).startswith(("http://", "https://"))), ""),
        "language": _first(fields, _LANGUAGES)[:2].lower(),
    }
    for name in _DATES:
        if edtf := iso_date(fields.get(name, "")) or cover_date([fields.get(name, "")]):
            facts |= {"published": edtf, "published_from": "front matter"}
            break
    return {name: value for name, value in facts.items() if value}


def _first(fields: Mapping[str, str], names: Iterable[str]) -> str:
    return next((fields[name].strip() for name in names if fields.get(name, "").strip()), "")


def iso_date(text: str) -> str:
    """The date at the front of an ISO 8601 date or time as written there, in EDTF; '' where there is none."""
    found = _ISO.match(text)
    if not found:
        return ""
    return real_date(found[1], found[2] or found[4], found[3] or found[5])


def pdf_date(text: str) -> str:
    """A PDF's ``D:20250626...`` in EDTF; '' where it is none."""
    return iso_date(text.removeprefix("D:")[:8])


def url_date(url: str) -> str:
    """The date in an address's path (``/2025/06/26/``), in EDTF; '' where there is none."""
    path = url.partition("://")[2].partition("/")[2].partition("?")[0]
    found = _URL_DATE.search("/" + path)
    return real_date(found[1], found[2], found[3]) if found else ""


def cover_date(texts: Sequence[str]) -> str:
    """The date that stands alone in one of a document's first passages (or after 'Published' and the like), in EDTF."""
    for text in texts:
        if len(text) > 120:
            continue
        bare = text.strip(" \t()（）[]【】<>〈〉。.\u3000")
        labelled = _PUBLISHED_WORDS.match(bare)
        rest = bare[labelled.end() :] if labelled else bare
        for pattern in _COVER_DATES:
            found = pattern.match(rest)
            if found and (labelled or len(rest) - found.end() <= 12) and (edtf := _read_date(found)):
                return edtf
    return ""


def _read_date(found: re.Match[str]) -> str:
    parts = found.groupdict()
    if parts.get("era"):
        try:
            return Period.parse(found[0].translate(_WIDE_DIGITS).replace(" ", "")).edtf
        except DualtrackError:
            return ""
    month = str(_MONTHS[parts["name"].lower()]) if parts.get("name") else parts["m"]
    return real_date(parts["y"], month, parts["d"])


def real_date(year: str, month: str | None = None, day: str | None = None) -> str:
    """EDTF of a calendar date at the precision given; '' where there is no such day."""
    parts = [year.translate(_WIDE_DIGITS), *(f"{int(part):02}" for part in (month, day) if part)]
    try:
        return Period("-".join(parts)).edtf if 1 <= int(parts[1] if len(parts) > 1 else 1) <= 12 else ""
    except DualtrackError:
        return ""
