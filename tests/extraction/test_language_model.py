"""The language-model proposer against a real local server that misbehaves on purpose."""

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from dualtrack.errors import BadInputError, DualtrackError
from dualtrack.extraction.language_model import LanguageModel
from dualtrack.observatory.documents import extract
from dualtrack.reading import read

TEXT = "2024年7月、英国はインドと技術安全保障イニシアチブに合意した。"
GOOD = {
    "quote": "英国はインドと技術安全保障イニシアチブに合意した",
    "verb": "agree",
    "actors": ["英国", "インド"],
    "date": "2024-07",
}


class _Server(ThreadingHTTPServer):
    reply: Any = None


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        reply = self.server.reply  # type: ignore[attr-defined]
        if reply == "slow":
            time.sleep(1.5)
            reply = {"actions": []}
        if reply == 500:
            self.send_error(500)
            return
        content = reply if isinstance(reply, str) else json.dumps(reply)
        body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(BrokenPipeError):
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[_Server]:
    running = _Server(("127.0.0.1", 0), _Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield running
    running.shutdown()
    running.server_close()


def _model(server: _Server, timeout: float = 10) -> LanguageModel:
    return LanguageModel(f"http://127.0.0.1:{server.server_address[1]}/v1", "tiny", timeout=timeout)


def test_what_the_text_bears_out_is_proposed(server: _Server) -> None:
    server.reply = {"actions": [GOOD]}
    model, document = _model(server), read(TEXT.encode(), name="a.txt")
    (proposal,) = model.propose(document)
    assert document.text[proposal.start : proposal.end] == proposal.quote == GOOD["quote"]
    assert (proposal.verb, proposal.actors, proposal.date) == ("agree", ("GB", "IN"), "2024-07")
    assert not model.dropped


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ({"actions": [{**GOOD, "quote": "英国はフランスと合意した"}]}, "quote not in the passage"),
        ({"actions": [{**GOOD, "verb": "conquer"}]}, "verb not in the codebook"),
        ({"actions": [{**GOOD, "actors": ["フランス"]}]}, "actor not read again"),
        ({"actions": [{**GOOD, "actors": []}]}, "actor not read again"),
        ({"actions": [{**GOOD, "date": "2024-07-01"}]}, "date not read again"),
        ({"actions": [{**GOOD, "object": "大戦略"}]}, "object not in the passage"),
        ({"actions": [{"quote": "英国"}]}, "schema"),
        ({"actions": [{**GOOD, "extra": 1}]}, "schema"),
        ({"actions": "none"}, "schema"),
        ({"deeds": []}, "no JSON"),
        ("Sure! Here are the actions:", "no JSON"),
        ("[1, 2", "no JSON"),
        (500, "server error"),
        ("slow", "slow"),
    ],
)
def test_what_it_does_not_is_dropped_and_counted(server: _Server, reply: Any, reason: str) -> None:
    server.reply = reply
    model = _model(server, timeout=0.5)
    assert model.propose(read(TEXT.encode(), name="a.txt")) == []
    assert dict(model.dropped) == {reason: 1}


def test_it_is_off_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DUALTRACK_LLM_URL", raising=False)
    assert LanguageModel.from_environment() is None


def test_an_endpoint_that_is_not_there_is_told_in_words() -> None:
    with pytest.raises(DualtrackError, match="cannot be reached"):
        LanguageModel("http://127.0.0.1:9/v1", "tiny").propose(read(TEXT.encode(), name="a.txt"))


def test_its_proposals_join_those_of_the_rules(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.reply = {"actions": [GOOD, {**GOOD, "verb": "launch"}, {**GOOD, "quote": "nowhere"}]}
    monkeypatch.setenv("DUALTRACK_LLM_URL", _model(server).url)
    monkeypatch.setenv("DUALTRACK_LLM_MODEL", "tiny")
    found = extract(read(TEXT.encode(), name="a.txt"), language_model=True)
    assert [action.verb for action in found.actions] == ["agree", "launch"]
    assert found.as_dict()["language_model"] == {"kept": 1, "dropped": {"quote not in the passage": 1}}


def test_asking_for_a_model_that_nobody_named_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DUALTRACK_LLM_URL", raising=False)
    with pytest.raises(BadInputError, match="No language model"):
        extract(read(TEXT.encode(), name="a.txt"), language_model=True)
