"""What an HTML page says of itself in its head, in JSON-LD and in its time elements."""

import json
from collections.abc import Iterator
from typing import Any

from dualtrack.reading.lines import clean
from dualtrack.reading.metadata import cover_date, iso_date

_TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title")
_PUBLISHERS = ("citation_publisher", "dc.publisher", "dcterms.publisher", "og:site_name", "application-name")
_DATES = (
    "citation_publication_date", "citation_date", "article:published_time", "og:article:published_time",
    "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date", "datepublished", "publishdate", "pubdate", "date",
    "dcterms.created", "dc.date.created", "parsely-pub-date",
)  # fmt: skip
_MOST_JSON = 200_000


def html_facts(tree: Any) -> dict[str, Any]:
    """Title, publisher, address, declared language and publication date of a page."""
    metas = _metas(tree)
    linked = list(_json_ld(tree))
    facts: dict[str, Any] = {}
    title = (
        next((metas[name] for name in _TITLES if metas.get(name)), "")
        or _tag_text(tree, "title")
        or _tag_text(tree, "h1")
    )
    if heading := _tag_text(tree, "h1"):
        title = heading if heading in title else title
    publisher = next((name for thing in linked if (name := _name(thing.get("publisher")))), "")
    publisher = publisher or next((metas[name] for name in _PUBLISHERS if metas.get(name)), "")
    if day := _date(tree, metas, linked):
        facts |= {"published": day, "published_from": "metadata"}
    root = tree.root
    language = (root.attributes.get("lang") or "") if root is not None else ""
    canonical = tree.css_first("link[rel=canonical]")
    address = (canonical.attributes.get("href") or "") if canonical is not None else ""
    found = {"title": clean(title), "publisher": clean(publisher), "language": language[:2].lower(), "url": address}
    return facts | {name: value for name, value in found.items() if value and (name != "url" or "://" in value)}


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.css("meta"):
        names = meta.attributes
        key = (names.get("name") or names.get("property") or names.get("itemprop") or "").lower()
        if key and names.get("content"):
            found.setdefault(key, names["content"].strip())
    return found


def _tag_text(tree: Any, tag: str) -> str:
    found = tree.css_first(tag)
    return clean(found.text(deep=True)).replace("\n", " ")[:500] if found is not None else ""


def _json_ld(tree: Any) -> Iterator[dict[str, Any]]:
    """The things that a page describes in JSON-LD, one level of graph opened."""
    for script in tree.css('script[type="application/ld+json"]')[:20]:
        source = script.text(deep=True)
        if len(source) > _MOST_JSON:
            continue
        try:
            found = json.loads(source)
        except (ValueError, RecursionError):
            continue
        things = found if isinstance(found, list) else [found]
        for thing in things[:100]:
            if isinstance(thing, dict):
                yield thing
                graph = thing.get("@graph")
                yield from (
                    inner for inner in (graph if isinstance(graph, list) else [])[:100] if isinstance(inner, dict)
                )


def _name(thing: object) -> str:
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    if isinstance(thing, dict):
        thing = thing.get("name")
    return thing if isinstance(thing, str) else ""


def _date(tree: Any, metas: dict[str, str], linked: list[dict[str, Any]]) -> str:
    for thing in linked:
        if isinstance(given := thing.get("datePublished"), str) and (day := iso_date(given)):
            return day
    for name in _DATES:
        given = metas.get(name, "").replace("/", "-")
        if day := iso_date(given) or cover_date([given]):
            return day
    for time in tree.css("time[datetime]")[:5]:
        if day := iso_date(time.attributes.get("datetime") or ""):
            return day
    return ""
