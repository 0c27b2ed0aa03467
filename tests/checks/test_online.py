"""Looking links up: against a server on this machine, with a resolver of its own; never a private address by default."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from dualtrack.checks import Options, check_text
from dualtrack.checks.online import LinkChecker, public


class Handler(BaseHTTPRequestHandler):
    seen: ClassVar[list[tuple[str, str]]] = []

    def _answer(self) -> None:
        self.seen.append((self.command, self.path))
        status, location = {
            "/gone": (404, None), "/moved": (301, "/here"), "/for-now": (302, "/here"), "/no-head": (405 if self.command == "HEAD" else 200, None),
            "/loop": (301, "/loop"), "/broken": (500, None), "/away": (301, "http://private.example/x"),
        }.get(self.path, (200, None))  # fmt: skip
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = _answer  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Handler.seen.clear()
    yield f"http://policy.example:{server.server_port}"
    server.shutdown()
    server.server_close()


def checker() -> LinkChecker:
    hosts = {"policy.example": ["127.0.0.1"], "private.example": ["10.0.0.1"]}

    def resolver(host: str) -> list[str]:
        if host not in hosts:
            raise OSError(host)
        return hosts[host]

    return LinkChecker(resolver, allowed=lambda address: address == "127.0.0.1", pause=0)


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/", "good"),
        ("/gone", "dead"),
        ("/moved", "moved"),
        ("/for-now", "good"),
        ("/no-head", "good"),
        ("/loop", "unknown"),
        ("/broken", "unknown"),
        ("/away", "refused"),
    ],
)
def test_outcomes(site: str, path: str, outcome: str) -> None:
    assert checker().look(site + path).outcome == outcome


def test_an_unknown_host_is_dead_and_a_private_one_is_refused(site: str) -> None:
    assert checker().look("http://nowhere.example/").outcome == "dead"
    assert checker().look("http://private.example/").outcome == "refused"
    assert LinkChecker(lambda _: ["127.0.0.1"]).look(site).outcome == "refused"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "::1",
        "fe80::1",
        "::ffff:10.0.0.1",
        "0.0.0.0",
        "100.64.0.1",
    ],
)
def test_private_addresses(address: str) -> None:
    assert not public(address)


def test_each_address_is_asked_once_and_head_first(site: str) -> None:
    checker().check([f"{site}/", f"{site}/", f"{site}/no-head"])
    assert Handler.seen == [("HEAD", "/"), ("HEAD", "/no-head"), ("GET", "/no-head")]


def test_the_rule_tells_dead_and_moved_links(site: str) -> None:
    text = f"See {site}/gone and {site}/moved and {site}/."
    found = check_text(text, options=Options(select=("DT804",), checker=checker()))
    assert [(one.severity, one.quote) for one in found] == [("warning", f"{site}/gone"), ("note", f"{site}/moved")]
    assert check_text(text, options=Options(select=("DT804",))) == []
