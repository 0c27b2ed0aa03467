"""An optional proposer: a language model behind any OpenAI-compatible endpoint, believed only where the text bears it out.

What the model returns is kept when its quote stands verbatim in the passage, its verb is in the codebook, its actors and
its date are read again from the passage by our own rules, and the schema holds; everything else is dropped and counted.
Off unless ``DUALTRACK_LLM_URL`` and ``DUALTRACK_LLM_MODEL`` are set; needs the extra ``llm``.
"""

import json
import os
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Self

from pydantic import ValidationError

from dualtrack.errors import DualtrackError, MissingExtraError
from dualtrack.extraction.dates import find_dates
from dualtrack.extraction.mentions import find_mentions
from dualtrack.extraction.proposals.proposal import ActionProposal
from dualtrack.extraction.proposals.triggers import verbs
from dualtrack.model import Document, Passage, Value

_PROMPT = """You read policy documents. List every dated action in the passage: who did what, when.
Answer with JSON only: {"actions": [{"quote": "...", "verb": "...", "actors": ["..."], "date": "...", "object": "..."}]}.
quote: the words of the passage, copied exactly. verb: one of %s. actors: names as written. date: EDTF, such as 2024-07,
at the precision written. object: the name of the policy, or "". No action: {"actions": []}."""


class _Answer(Value):
    quote: str
    verb: str
    actors: tuple[str, ...]
    date: str
    object: str = ""


@dataclass
class LanguageModel:
    """An endpoint, and the count of what was kept and dropped, by reason.

    Attributes:
        url: Base URL of the API, up to ``/v1``.
        model: The model's name.
        key: The bearer token; empty for a local server.
        timeout: Seconds for one passage.
        dropped: Reason -> how often.
    """

    url: str
    model: str
    key: str = ""
    timeout: float = 30.0
    dropped: Counter[str] = field(default_factory=Counter)

    @classmethod
    def from_environment(cls) -> Self | None:
        """The endpoint that the environment names, or ``None``: the proposer is off by default."""
        url, model = os.environ.get("DUALTRACK_LLM_URL", ""), os.environ.get("DUALTRACK_LLM_MODEL", "")
        return cls(url, model, os.environ.get("DUALTRACK_LLM_KEY", "")) if url and model else None

    def propose(self, document: Document) -> list[ActionProposal]:
        """The actions that the model finds and the text bears out, in order of place.

        A passage whose answer does not come or cannot be read is counted and passed over.
        """
        found = []
        for passage in document.passages:
            if passage.kind in ("paragraph", "list item"):
                found += self._from_passage(document, passage)
        return sorted(found, key=lambda proposal: proposal.start)

    def _from_passage(self, document: Document, passage: Passage) -> list[ActionProposal]:
        kept = []
        for item in self._ask(passage.text):
            try:
                answer = _Answer.model_validate(item)
            except ValidationError:
                self.dropped["schema"] += 1
                continue
            proposal, reason = _borne_out(answer, document, passage)
            if proposal is None:
                self.dropped[reason] += 1
            else:
                kept.append(proposal)
        return kept

    def _ask(self, text: str) -> list[Any]:
        try:
            import httpx
        except ImportError:
            raise MissingExtraError("llm", "The language-model proposer") from None
        body = {
            "model": self.model,
            "temperature": 0,
            "messages": [
                {"role": "system", "content": _PROMPT % ", ".join(verbs())},
                {"role": "user", "content": text},
            ],
        }
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        try:
            reply = httpx.post(
                f"{self.url.rstrip('/')}/chat/completions", json=body, headers=headers, timeout=self.timeout
            )
            reply.raise_for_status()
            content = reply.json()["choices"][0]["message"]["content"]
            actions = json.loads(content)["actions"]
        except httpx.ConnectError:
            raise DualtrackError(
                "The language model cannot be reached", mend="Start it, or unset DUALTRACK_LLM_URL.", url=self.url
            ) from None
        except httpx.HTTPError as error:
            self.dropped["slow" if isinstance(error, httpx.TimeoutException) else "server error"] += 1
            return []
        except (ValueError, LookupError, TypeError):
            self.dropped["no JSON"] += 1
            return []
        if not isinstance(actions, list):
            self.dropped["schema"] += 1
            return []
        return actions


def _borne_out(answer: _Answer, document: Document, passage: Passage) -> tuple[ActionProposal | None, str]:
    place = passage.text.find(answer.quote) if answer.quote else -1
    if place < 0:
        return None, "quote not in the passage"
    if answer.verb not in verbs():
        return None, "verb not in the codebook"
    language = passage.language or document.language or None
    named = {m.quote: m.id for m in find_mentions(passage.text, language) if m.kind == "actor" and m.id}
    actors = tuple(dict.fromkeys(id_ for words in answer.actors if (id_ := named.get(words.strip()))))
    if len(actors) != len(set(answer.actors)) or not actors:
        return None, "actor not read again"
    reference = str(document.published) if document.published else None
    if answer.date not in {date.edtf for date in find_dates(passage.text, language, reference)}:
        return None, "date not read again"
    if answer.object and answer.object not in passage.text:
        return None, "object not in the passage"
    start = passage.start + place
    proposal = ActionProposal(
        quote=answer.quote,
        start=start,
        end=start + len(answer.quote),
        verb=answer.verb,
        actors=actors,
        date=answer.date,
        object_name=answer.object,
        page=passage.page,
        confidence=0.5,
        reasons=("proposed by a language model", "quote, actors and date read again from the text"),
    )
    return proposal, ""
