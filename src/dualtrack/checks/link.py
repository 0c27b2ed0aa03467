"""Links: are they well formed, and is a host a slip of another that the document uses?"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from urllib.parse import urlsplit

from dualtrack.checks.context import Context, once
from dualtrack.checks.edits import alike, one_edit
from dualtrack.checks.finding import Finding
from dualtrack.checks.rule import rule
from dualtrack.checks.wording import words
from dualtrack.model import Text

_STOP = r"\s<>\"'`{}|\\^「」『』（）［］【】〈〉《》。、，；｡､\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3"
_URL = re.compile(rf"https?://[^{_STOP}]+", re.IGNORECASE)
_BROKEN = re.compile(
    rf"\b(?P<scheme>(?:h?ttps?(?::/(?!/)|//|;//|:\\\\|:{{2,}}//?|/:/)|(?:htp|htps|hhtp|hhtps|htttp|htttps|ttps?|"
    rf"htpps|hpps|hptts|http[a-rt-z])://|https?://https?:?/*|https?:///|https?://(?=[\s.,)。、]|$))[^{_STOP}]*)",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]+)\.?", re.IGNORECASE)
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\]|localhost", re.IGNORECASE)
_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


class Link:
    """A URL in the document, with its place."""

    __slots__ = ("end", "host", "start", "url")

    def __init__(self, start: int, url: str) -> None:
        self.start, self.url, self.end = start, url, start + len(url)
        try:
            self.host = (urlsplit(url).hostname or "").lower()
        except ValueError:
            self.host = ""


@once
def links(context: Context) -> list[Link]:
    """The links of a document, trailing punctuation left off."""
    if "://" not in context.flat:
        return []
    return [Link(match.start(), _trimmed(match.group())) for match in _URL.finditer(context.flat)]


def _trimmed(url: str) -> str:
    """The URL without what closes the sentence around it."""
    url = re.split(r"\]\(|\*\*|</", url)[0]
    while url and (
        url[-1] in ".,;:!?*_~'" or (url[-1] in ")]" and url.count(url[-1]) > url.count("(["[url[-1] == "]"]))
    ):
        url = url[:-1]
    return url


@rule(
    "DT801",
    family="link",
    severity="error",
    title=Text(ja="URLの形が壊れている", en="A malformed URL"),
    explanation=Text(
        ja="「http:/」「htps://」、二重の「https://https://」、ホスト名にならない文字など、開けないURL。",
        en="A URL that cannot be opened: http:/, htps://, https://https://, a host that is no host.",
    ),
    wrong=Text(ja="出典: http:/www.jst.go.jp/crds/", en="Source: htps://www.oecd.org/sti/"),
    right=Text(ja="出典: http://www.jst.go.jp/crds/", en="Source: https://www.oecd.org/sti/"),
)
def malformed(context: Context) -> Iterator[Finding]:
    """URLs that are none."""
    seen: set[int] = set()
    for match in _BROKEN.finditer(context.flat) if _any_broken(context.flat) else ():
        url = _trimmed(match["scheme"])
        if len(url) > 6 and re.search(r"[\w]\.[a-z]|//.+//", url) and not _known_prefix(context.flat, match.start()):
            seen.add(match.start())
            yield _malformed(context, match.start(), url, "the scheme is not 'https://' or 'http://'")
    for link in links(context):
        fault = _fault(link)
        if fault and not any(abs(place - link.start) < 12 for place in seen):
            yield _malformed(context, link.start, link.url, fault)


def _any_broken(text: str) -> bool:
    """Whether a word of a text, what stands between blanks, has a scheme that is none."""
    return any(_BROKEN.search(word) for word in set(text.split()) if "/" in word or ":" in word)


def _known_prefix(text: str, place: int) -> bool:
    """Whether the match is the inside of a longer word or of a link that carries another in its path."""
    before = text[max(0, place - 200) : place]
    return re.search(r"https?://\S*$", before) is not None or before[-1:].isalnum()


def _malformed(context: Context, start: int, url: str, why: str) -> Finding:
    return context.finding(
        start,
        start + len(url),
        f"URLの形が壊れている: {url}",
        f"Malformed URL: {url}",
        stated=url,
        computed="",
        reason=why,
    )


def _fault(link: Link) -> str:
    netloc = re.match(r"https?://([^/?#]*)", link.url, re.IGNORECASE)
    host = (netloc[1] if netloc else "").rpartition("@")[2]
    name, colon, port = host.partition(":") if not host.startswith("[") else (host, "", "")
    if not host:
        return "no host"
    if colon and port and not (port.isdigit() and int(port) < 65536):
        return f"the port '{port}' is no port"
    if any(ord(char) > 127 for char in name):
        return ""
    if not _HOST.fullmatch(name) and not _ADDRESS.fullmatch(name):
        return "no host" if "." not in name else f"'{name}' is no host name"
    return ""


@rule(
    "DT803",
    family="link",
    severity="warning",
    title=Text(ja="URLの%表記が壊れている", en="A broken percent-escape in a URL"),
    explanation=Text(
        ja="「%」の後に16進数2桁が続かないURL。", en="A '%' in a URL that two hexadecimal digits do not follow."
    ),
    wrong=Text(ja="出典: https://www.jst.go.jp/crds/%E3%8/a.html", en="See https://www.oecd.org/sti/a%2.htm"),
    right=Text(ja="出典: https://www.jst.go.jp/crds/%E3%81/a.html", en="See https://www.oecd.org/sti/a%20.htm"),
)
def escapes(context: Context) -> Iterator[Finding]:
    """Percent signs that escape nothing."""
    for link in links(context):
        found = _ESCAPE.search(link.url)
        if found:
            yield context.finding(
                link.start,
                link.end,
                f"URLの「{link.url[found.start() : found.start() + 3]}」は%表記になっていない",
                f"'{link.url[found.start() : found.start() + 3]}' in the URL is no percent-escape",
                stated=link.url,
                computed="",
                reason="RFC 3986 section 2.1: '%' is followed by two hexadecimal digits",
            )


# Registrable names that differ by one letter and are both right; suffixes that belong to a registry, not to a body.
_TWINS = words(
    "doe dod dot doj hud nsa nasa nih nsf nist noaa ntia nei nia nci nlm usda usgs uspto epa fda fcc ftc fbi cia dhs "
    "hhs cdc cms ssa gsa omb opm sec "
    "jst jsps jaxa jaea jica jetro jisc rist riken aist nict nims nies nedo nii ndl meti mext mofa mof moe mod mlit "
    "mhlw maff cao cas "
    "kist kisti kistep kaist kari kait kri etri postech msit moef mofa nrf nia "
    "cnrs cea cern crn inra inrae inria irsn ird ifri esa esrf eso erc ec eu eib eit epo ecb eea "
    "dfg dlr daad dzi bmbf bmwk bmwe bmf bmi bmj bmas bmftr avh mpg mpi kit ptb fhg fz "
    "ukri epsrc bbsrc esrc ahrc mrc nerc stfc ncsc nhs ofs rcuk gov "
    "oecd oced un who wto wmo wipo imf ilo iaea iea irena itu icao imo unesco undp unep "
    "mit rit cit ait bit hit nit iit niit mist must ust hkust kust tu tum tud"
)


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    """The names under which bodies that are known have their hosts: their acronyms, and others."""
    from dualtrack.codebook import codebook

    return _TWINS | {short.lower() for entry in codebook().names.values() for short in entry.acronyms}


_SECOND = words("ac co govt go or ne ed gov edu org com net gr lg ad re mil gouv gob gv bund")


@rule(
    "DT802",
    family="link",
    severity="warning",
    title=Text(ja="ホスト名が一字違い", en="A host is one letter away from another in the document"),
    explanation=Text(
        ja="同じ文書の別のホスト名と一字だけ違うホスト名(jst.go.jp に対する ist.go.jp)。"
        "実在の機関として知られる名どうしは対象外。",
        en="A host that differs by one letter from another that the document uses (ist.go.jp beside jst.go.jp). Two "
        "hosts that are both known are left alone.",
    ),
    wrong=Text(
        ja="資料 https://www.jst.go.jp/all/event/a.html と https://www.ist.go.jp/all/event/b.html",
        en="See https://www.oecd.org/a.htm and https://www.oeecd.org/b.htm",
    ),
    right=Text(
        ja="資料 https://www.jst.go.jp/all/event/a.html と https://www.jst.go.jp/all/event/b.html",
        en="See https://www.oecd.org/a.htm and https://www.oecd.org/b.htm",
    ),
)
def near_hosts(context: Context) -> Iterator[Finding]:
    """Hosts one edit away from one another."""
    used = Counter(link.host for link in links(context) if link.host)
    order = {host: place for place, host in enumerate(used)}
    suspects: dict[str, str] = {}
    for host, other in sorted(_close(used), key=lambda pair: (used[pair[1]], -order[pair[1]])):
        if _slip(host, other, used) or (_twins(host, other, used) and order[host] > order[other]):
            suspects[host] = other  # the most used one, and of these the first, stands in the end
    for link in links(context):
        if link.host in suspects:
            right = suspects[link.host]
            even = used[link.host] == used[right] and parts(right)[1] not in _bodies()
            yield context.finding(
                link.start,
                link.end,
                f"ホスト名「{link.host}」と「{right}」は一字違いで、どちらかが誤記ではないか"
                if even
                else f"ホスト名「{link.host}」は「{right}」の誤記ではないか",
                f"The hosts '{link.host}' and '{right}' differ by one letter: one may be a slip"
                if even
                else f"The host '{link.host}' looks like a slip of '{right}'",
                stated=link.host,
                computed=right,
                reason="one edit away from a host used elsewhere in the document",
            )


def _close(hosts: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs of hosts, each both ways round, that may be one letter apart, as a whole or in the name alone."""
    named: dict[str, list[str]] = defaultdict(list)
    whole: dict[str, list[str]] = defaultdict(list)
    for host in hosts:
        below, name, suffix = parts(host)
        named[f"{name}.{suffix}"].append(host)
        whole[f"{below}.{name}.{suffix}"].append(host)
    found = (
        pair
        for groups in (whole, named)
        for one, other in alike(groups)
        for pair in product(groups[one], groups[other])
    )
    return list(dict.fromkeys(found))


def _slip(host: str, other: str, used: Counter[str]) -> bool:
    """Whether ``host`` is more likely a slip of ``other`` than a host of its own."""
    mine, theirs = parts(host), parts(other)
    if mine[1] == theirs[1] and mine[2] == theirs[2] and _alike_below(mine[0], theirs[0], 5):
        return used[host] < used[other]
    if mine[2] != theirs[2] and mine[1] == theirs[1] and mine[0] == theirs[0]:
        return one_edit(mine[2], theirs[2]) and mine[2] not in _REAL_SUFFIXES and theirs[2] in _REAL_SUFFIXES
    if mine[2] != theirs[2] or not one_edit(mine[1], theirs[1]) or min(len(mine[1]), len(theirs[1])) < 3:
        return False
    known, known_other = (name in _bodies() and name != "oced" for name in (mine[1], theirs[1]))
    if _numbered(mine[1], theirs[1]) and not (known_other and theirs[1][-1] == "s" and not known):
        return False
    if known or known_other:
        return known_other and not known
    return used[host] < used[other]


def _twins(host: str, other: str, used: Counter[str]) -> bool:
    """Whether two hosts that occur equally often look like one name, so that either may be the slip."""
    mine, theirs = parts(host), parts(other)
    if used[host] != used[other] or mine[2] != theirs[2]:
        return False
    if mine[1] == theirs[1]:
        return _alike_below(mine[0], theirs[0], 6)
    unknown = _bodies().isdisjoint((mine[1], theirs[1])) and min(len(mine[1]), len(theirs[1])) >= 4
    return unknown and one_edit(mine[1], theirs[1]) and not _numbered(mine[1], theirs[1])


def _alike_below(one: str, other: str, least: int) -> bool:
    """Whether two subdomains are so long and so near that one may be a slip; of turned letters fewer are enough."""
    return (
        min(len(one), len(other)) >= (4 if sorted(one) == sorted(other) else least)
        and one_edit(one, other)
        and not _numbered(one, other)
    )


_REAL_SUFFIXES = words(
    "com org net edu gov int eu jp go.jp ac.jp co.jp or.jp uk gov.uk ac.uk co.uk de fr kr go.kr re.kr ac.kr cn "
    "gov.cn us ca gc.ca au gov.au govt.nz ac.nz co.nz edu.au in gov.in ac.in ch admin.ch at gv.at it es nl se gouv.fr"
)


@lru_cache(maxsize=4096)
def parts(host: str) -> tuple[str, str, str]:
    """A host's subdomain, registrable name and public suffix: ('www', 'jst', 'go.jp')."""
    labels = host.removeprefix("www.").rstrip(".").split(".")
    keep = 2 if len(labels) >= 3 and labels[-2] in _SECOND and len(labels[-1]) <= 3 else 1
    name = labels[-keep - 1] if len(labels) > keep else ""
    return ".".join(labels[: max(0, len(labels) - keep - 1)]), name, ".".join(labels[-keep:])


def _numbered(one: str, other: str) -> bool:
    """Whether two names differ only in a digit or in a plural: www1 and www2; destatis is the plural of nothing."""
    shorter, longer = sorted((one, other), key=len)
    plural = shorter + "s" == longer and shorter[-1:] not in ("i", "s", "u")
    return plural or re.sub(r"\d", "", one) == re.sub(r"\d", "", other)


@rule(
    "DT804",
    family="link",
    severity="warning",
    title=Text(ja="切れたリンク・移転したリンク", en="A dead or moved link"),
    explanation=Text(
        ja="--online のときだけ働く。一つのホストに順に HEAD(だめなら GET)で尋ね、私的アドレスには尋ねない。"
        "404・410・存在しないホストは警告、恒久的な移転は注記。",
        en="Works only with --online. Asks one host at a time, HEAD then GET, never a private address. 404, 410 and "
        "unknown hosts are warnings; permanent moves are notes.",
    ),
    wrong=Text(
        ja="(--online) 出典: https://example.org/gone (404を返すページ)",
        en="(--online) See https://example.org/gone (a page that answers 404).",
    ),
    right=Text(
        ja="(--online) 出典: https://example.org/ (200を返すページ)",
        en="(--online) See https://example.org/ (a page that answers 200).",
    ),
)
def dead(context: Context) -> Iterator[Finding]:
    """Links that lead nowhere, looked up."""
    if context.checker is None:
        return
    found = [link for link in links(context) if not _fault(link)]
    answers = context.checker.check(link.url for link in found)
    for link in found:
        answer = answers[link.url]
        if answer.outcome == "dead":
            yield context.finding(
                link.start,
                link.end,
                f"リンクが切れている({answer.status or 'ホストがない'})",
                f"Dead link: {answer.why}",
                stated=link.url,
                computed="",
                reason=answer.why,
            )
        elif answer.outcome == "moved":
            yield context.finding(
                link.start,
                link.end,
                f"リンク先が移転している: {answer.to}",
                f"The page has moved to {answer.to}",
                stated=link.url,
                computed=answer.to,
                reason=answer.why,
                severity="note",
            )
