"""Reading in a child process, so that a hostile file costs bounded time and memory and cannot take the program down.

Children are kept warm and used again: starting one costs about a quarter of a second, reading by one next to nothing.
A child is replaced when it was killed, has read many documents, or has grown.
"""

import atexit
import contextlib
import json
import os
import select
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from typing import Any

from dualtrack.reading.errors import ReadingError
from dualtrack.reading.limits import Limits

_MOST_DOCUMENTS = 500
_MOST_IDLE = 4
_GRACE = 2.0
_CHUNK = 1 << 20


class Child:
    """One child process that reads documents, one after the other."""

    def __init__(self, memory: int) -> None:
        self.memory = memory
        self.documents = 0
        self.fit = True
        self._process = subprocess.Popen(
            [sys.executable, "-m", "dualtrack.reading.worker", str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )

    def read(self, data: bytes, media_type: str, limits: Limits, ocr: bool) -> dict[str, Any]:
        """Have one document read.

        Raises:
            ReadingError: The child says why it cannot, died, or took too long.
        """
        self.fit = False
        head = {"media_type": media_type, "bytes": len(data), "limits": asdict(limits), "ocr": ocr}
        until = time.monotonic() + limits.seconds + _GRACE + len(data) / 50_000_000
        try:
            self._send(json.dumps(head).encode(), data, until)
            answer = self._receive(until)
        except (BrokenPipeError, EOFError):
            raise ReadingError(
                "Reading the file took more memory or time than is allowed, or broke the reader",
                mend="Check that it is whole; raise the limits if you trust it.",
                megabytes=limits.memory // 1_000_000,
                seconds=limits.seconds,
            ) from None
        except TimeoutError:
            raise ReadingError(
                "Reading the file took too long", mend="Raise the limit if you trust it.", seconds=limits.seconds
            ) from None
        self.documents += 1
        self.fit = self.documents < _MOST_DOCUMENTS and bool(answer.pop("fit", False))
        if "error" in answer:
            raise ReadingError(answer["error"], mend=answer["mend"], **answer["facts"])
        return answer

    def _send(self, head: bytes, data: bytes, until: float) -> None:
        assert self._process.stdin is not None
        pipe = self._process.stdin.fileno()
        os.set_blocking(pipe, False)
        for part in (head + b"\n", data):
            view = memoryview(part)
            while view:
                _, ready, _ = select.select([], [pipe], [], max(0.0, until - time.monotonic()))
                if not ready:
                    raise TimeoutError
                view = view[os.write(pipe, view[:_CHUNK]) :]

    def _receive(self, until: float) -> dict[str, Any]:
        head, rest = self._some(until).split(b"\n", 1)
        parts, missing = [rest], int(head) - len(rest)
        while missing > 0:
            parts.append(self._some(until))
            missing -= len(parts[-1])
        answer: dict[str, Any] = json.loads(b"".join(parts))
        return answer

    def _some(self, until: float) -> bytes:
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        if not select.select([pipe], [], [], max(0.0, until - time.monotonic()))[0]:
            raise TimeoutError
        data = os.read(pipe, _CHUNK)
        if not data:
            raise EOFError
        return data

    def stop(self) -> None:
        """End the process."""
        with contextlib.suppress(OSError):
            self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


class _Pool:
    """The idle children; any number may be out reading, one for each caller."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.owner = os.getpid()
        self.idle: list[Child] = []

    def take(self, memory: int) -> Child:
        with self.lock:
            if self.owner != os.getpid():
                self.owner, self.idle = os.getpid(), []
            for index, child in enumerate(self.idle):
                if child.memory == memory:
                    return self.idle.pop(index)
        return Child(memory)

    def give_back(self, child: Child) -> None:
        with self.lock:
            if child.fit and len(self.idle) < _MOST_IDLE:
                self.idle.append(child)
                return
        child.stop()

    def close(self) -> None:
        with self.lock:
            children, self.idle = self.idle, []
        if self.owner == os.getpid():
            for child in children:
                child.stop()


_POOL = _Pool()
atexit.register(_POOL.close)


def read_isolated(data: bytes, media_type: str, limits: Limits, ocr: bool = False) -> dict[str, Any]:
    """Read in a child process: plain data of text, passages, signals and facts.

    Raises:
        ReadingError: It cannot be read within the limits, or at all.
    """
    child = _POOL.take(limits.memory)
    try:
        return child.read(data, media_type, limits, ocr)
    finally:
        _POOL.give_back(child)
