"""Looking links up: politely, one host at a time, never a private address. Only where ``--online`` asks for it."""

import ipaddress
import socket
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Literal
from urllib.parse import urljoin, urlsplit

Outcome = Literal["good", "moved", "dead", "refused", "unknown"]
Resolver = Callable[[str], Sequence[str]]

_TIMEOUT = 10.0
_PAUSE = 0.5
_HOPS = 5
_AGENT = "dualtrack-check (link checker of policy documents)"


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a link.

    Attributes:
        url: The link.
        outcome: ``good``, ``moved`` for good to another address, ``dead`` (404, 410, no such host), ``refused``
        because it
            leads to a private address, ``unknown`` where the server does not say (errors, forbidden, time-out).
        status: The last HTTP status, 0 where there was none.
        to: Where it moved to.
        why: In words.
    """

    url: str
    outcome: Outcome
    status: int = 0
    to: str = ""
    why: str = ""


def resolve(host: str) -> Sequence[str]:
    """The addresses of a host, by the system's resolver."""
    return [str(info[4][0]) for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


def public(address: str) -> bool:
    """Whether an address may be called from here: a public one, never of this machine or its network."""
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None)
    return bool((mapped or found).is_global) and not found.is_multicast


class LinkChecker:
    """Looks links up, each address once, hosts one after another with a pause between calls to one host.

    Args:
        resolver: Host to addresses; a test gives its own.
        allowed: Whether an address may be called.
        pause: Seconds between two calls to one host.
        timeout: Seconds for a connection or an answer.
    """

    def __init__(
        self,
        resolver: Resolver = resolve,
        allowed: Callable[[str], bool] = public,
        pause: float = _PAUSE,
        timeout: float = _TIMEOUT,
    ) -> None:
        self._resolver, self._allowed, self._pause, self._timeout = resolver, allowed, pause, timeout
        self._called: dict[str, float] = {}

    def check(self, urls: Iterable[str]) -> dict[str, Answer]:
        """What became of each link."""
        by_host: dict[str, list[str]] = defaultdict(list)
        for url in dict.fromkeys(urls):
            by_host[(urlsplit(url).hostname or "").lower()].append(url)
        return {url: self.look(url) for same in by_host.values() for url in same}

    def look(self, url: str) -> Answer:
        """What became of one link: HEAD, then GET where HEAD is not taken; permanent moves are followed and told."""
        at, moved = url, False
        for _ in range(_HOPS):
            answer, location = self._once(url, at)
            if location is None:
                if answer.outcome == "good" and moved:
                    return Answer(url, "moved", answer.status, at, f"moved for good to {at}")
                return answer
            moved = moved or answer.status in (301, 308)
            at = urljoin(at, location)
        return Answer(url, "unknown", 0, at, f"more than {_HOPS} redirections")

    def _once(self, url: str, at: str) -> tuple[Answer, str | None]:
        parts = urlsplit(at)
        host = (parts.hostname or "").lower()
        if parts.scheme not in ("http", "https") or not host:
            return Answer(url, "unknown", 0, at, f"'{parts.scheme}' is not looked up"), None
        try:
            addresses = list(self._resolver(host))
        except OSError:
            return Answer(url, "dead", 0, "", f"there is no host '{host}'"), None
        if not addresses or not all(self._allowed(address) for address in addresses):
            return Answer(url, "refused", 0, "", f"'{host}' is a private address and is not called"), None
        try:
            status, location = self._call("HEAD", at, addresses[0])
            if status in (400, 403, 405, 406, 429, 500, 501, 503):
                status, location = self._call("GET", at, addresses[0])
        except (OSError, HTTPException) as error:
            return Answer(url, "unknown", 0, "", f"no answer: {type(error).__name__}"), None
        return _answer(url, status), location if status in (301, 302, 303, 307, 308) else None

    def _call(self, method: str, url: str, address: str) -> tuple[int, str | None]:
        """One request to the address that was allowed, so that no second look-up leads elsewhere."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        wait = self._called.get(host, 0.0) + self._pause - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        connection: HTTPConnection
        if parts.scheme == "https":
            connection = HTTPSConnection(host, parts.port or 443, timeout=self._timeout)
        else:
            connection = HTTPConnection(host, parts.port or 80, timeout=self._timeout)
        connection._create_connection = lambda to, *rest: socket.create_connection((address, to[1]), *rest)  # type: ignore[attr-defined]
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        try:
            connection.request(method, path, headers={"User-Agent": _AGENT, "Accept": "*/*"})
            response = connection.getresponse()
            return response.status, response.getheader("Location")
        finally:
            connection.close()
            self._called[host] = time.monotonic()


def _answer(url: str, status: int) -> Answer:
    if status in (404, 410):
        return Answer(url, "dead", status, "", f"the server answers {status}")
    if status < 400:
        return Answer(url, "good", status)
    return Answer(url, "unknown", status, "", f"the server answers {status}")
