"""Killed writers lose nothing acknowledged; writers and readers at once lose and half-see nothing."""

import os
import random
import signal
import time
from pathlib import Path

from evidence_samples import KNOWN, action, filled, world

from bench import concurrency
from dualtrack.evidence import EvidenceBase

KILLS = 200


def _write_until_killed(path: Path, turn: int, pipe: int) -> None:
    with EvidenceBase.open(path) as base:
        for at in range(10_000):
            name = f"t{turn}-{at}"
            pair = [action(f"{name}-{half}", "meet", "2025", actors=["US"]) for half in "ab"]
            base.record(pair, known=KNOWN, by="writer")
            os.write(pipe, f"{name}\n".encode())


def _killed(path: Path, turn: int, after: float) -> list[str]:
    """Start a writer, kill it after some time; the answer is what it had acknowledged."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _write_until_killed(path, turn, theirs)
        finally:
            os._exit(1)
    os.close(theirs)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(ours, encoding="utf-8") as told:
        return told.read().split()


def test_a_writer_killed_at_any_moment_loses_nothing_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "base.sqlite"
    with EvidenceBase.open(path) as base:
        filled(base, *world())
    chance = random.Random(20250626)
    acknowledged: list[str] = []
    for turn in range(KILLS):
        behind = len(acknowledged) <= turn  # a busy machine starts writers late: give them longer, or nothing is tried
        acknowledged += _killed(path, turn, chance.uniform(0.0, 0.25 if behind else 0.06))
        with EvidenceBase.open(path) as base:
            held = base.named(f"{name}-{half}" for name in acknowledged[-50:] for half in "ab")
            assert len(held) == 2 * len(acknowledged[-50:])
    assert len(acknowledged) > KILLS, "the writers were killed before they wrote"
    with EvidenceBase.open(path) as base:
        held_ids = {one.id for one in base.records("action")}
        assert {f"{name}-{half}" for name in acknowledged for half in "ab"} <= held_ids
        assert {id[:-1] + "a" for id in held_ids} == {id[:-1] + "a" for id in held_ids if id[:-1] + "b" in held_ids}
        assert base.verify() == []


def test_a_base_being_made_survives_being_killed(tmp_path: Path) -> None:
    chance = random.Random(1)
    for turn in range(20):
        path = tmp_path / f"{turn}.sqlite"
        child = os.fork()
        if child == 0:
            try:
                EvidenceBase.open(path).close()
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0.0, 0.1))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with EvidenceBase.open(path) as base:
            filled(base, *world())
            assert base.verify() == []


def test_two_writers_and_four_readers_lose_nothing(where: str) -> None:
    result = concurrency.run(where, 5)
    assert (result["lost"], result["too_many"], result["half_seen"], result["problems"]) == (0, 0, 0, 0)
    assert result["transactions"] > 10 and result["reads"] > 10
