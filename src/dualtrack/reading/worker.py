"""The child process that reads documents under limits; it speaks over its standard input and output.

A request is a line of JSON and the bytes; the answer is a line with its length and the JSON.
"""

import gc
import json
import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

from dualtrack.errors import DualtrackError
from dualtrack.reading.limits import Limits
from dualtrack.reading.read import read_here
from dualtrack.reading.registry import formats

try:
    import resource
except ImportError:  # pragma: no cover - Windows has none; the parent's clock still bounds the child
    resource = None  # type: ignore[assignment]


_MOST_WRITTEN = 200_000_000
"""Bytes of one temporary file, as text recognition makes them."""


def main() -> None:
    """Serve requests until standard input ends."""
    memory = int(sys.argv[1])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _confine(memory)
    requests = sys.stdin.buffer
    served = 0
    gc.freeze()
    gc.disable()
    while head := requests.readline():
        request = json.loads(head)
        data = requests.read(request["bytes"])
        answer = _answer(data, request["media_type"], Limits(**request["limits"]), request["ocr"])
        answer["fit"] = _rss() < memory // 3
        _send(answers, answer)
        del answer, data
        served += 1
        if served % 20 == 0:
            gc.collect()


def _confine(memory: int) -> None:
    if resource is None:
        return
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, _MOST_WRITTEN)):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _allow(seconds: float) -> None:
    """Processor time for one more document."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 2, hard))


def _rss() -> int:
    """Bytes of memory that this process holds now."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError, ValueError):  # pragma: no cover - not Linux
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _answer(data: bytes, media_type: str, limits: Limits, ocr: bool) -> dict[str, Any]:
    _allow(limits.seconds)
    try:
        return read_here(data, formats()[media_type], limits, ocr)
    except DualtrackError as error:
        plain = error.as_dict()
        return {"error": plain["error"], "mend": plain["mend"], "facts": plain["facts"]}
    except MemoryError:
        megabytes = limits.memory // 1_000_000
        return _failure("Reading the file took more memory than is allowed", megabytes=megabytes)
    except RecursionError:
        return _failure("The file is nested too deeply")
    except Exception as error:
        return _failure(
            "The file is damaged or not what it says it is", reason=f"{type(error).__name__}: {error}"[:300]
        )


def _failure(what: str, **facts: object) -> dict[str, Any]:
    return {"error": what, "mend": "Check that it opens elsewhere, and fetch it again.", "facts": facts}


def _send(answers: BinaryIO, answer: dict[str, Any]) -> None:
    payload = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", errors="replace")
    answers.write(b"%d\n" % len(payload) + payload)
    answers.flush()


if __name__ == "__main__":
    main()
