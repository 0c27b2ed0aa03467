"""Mutate real files of every format and read them: no crash, no hang, no wrong offset.

Run: python bench/fuzz_reading.py [--inputs 20000] [--seed 1]
"""

import argparse
import random
import sys
import time
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path

from tests.reading import samples

from dualtrack.reading import Limits, ReadingError, read

SLOWEST = 15.0
JUNK = [
    b"<", b">", b"&", b"\x00", b"\xff", b"|", b"\n\n\n\n", b"**", b"```", b"---\n", b"\x1b$", b"99999999",
    b"-1", b"%PDF-",
    b"PK\x03\x04", b"<table>", b"</div>", b"<!--", b"]]>", b"endobj", b"/Type", b"\r", b"\f", b"\t",
    "あ".encode(), "한".encode("utf-16-le"),
]  # fmt: skip


def mutated(data: bytes, choice: random.Random) -> bytes:
    """A few random changes: bytes flipped, pieces cut out, doubled, moved, junk put in; for packages, inside a part."""
    if data[:2] == b"PK" and choice.random() < 0.7:
        return _mutated_package(data, choice)
    changed = bytearray(data)
    for _ in range(choice.randint(1, 8)):
        at = choice.randrange(len(changed) + 1)
        length = choice.choice([1, 4, 50, 1000])
        how = choice.randrange(6)
        if how == 0 and at < len(changed):
            changed[at] = choice.randrange(256)
        elif how == 1:
            del changed[at : at + length]
        elif how == 2:
            changed[at:at] = changed[at : at + length]
        elif how == 3:
            changed[at:at] = choice.choice(JUNK)
        elif how == 4:
            piece = changed[at : at + length]
            del changed[at : at + length]
            other = choice.randrange(len(changed) + 1)
            changed[other:other] = piece
        elif choice.random() < 0.1:
            del changed[at:]
    return bytes(changed)


def _mutated_package(data: bytes, choice: random.Random) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        parts = old.infolist()
        chosen = choice.choice([part.filename for part in parts if part.filename.endswith((".xml", ".rels"))])
        for part in parts:
            content = old.read(part)
            new.writestr(part.filename, mutated(content, choice) if part.filename == chosen else content)
    return buffer.getvalue()


def check(data: bytes, name: str) -> str:
    """Read and say how it went: ``read`` or ``refused``; anything else raises."""
    begun = time.monotonic()
    try:
        document = read(data, name=name, limits=Limits(seconds=10))
    except ReadingError as error:
        outcome = "too long" if "too long" in error.what else "broke the reader" if "broke" in error.what else "refused"
    else:
        outcome = "read"
        for passage in document.passages:
            assert document.text[passage.start : passage.end] == passage.text
    assert time.monotonic() - begun < SLOWEST, f"{name} took {time.monotonic() - begun:.1f} s"
    return outcome


def main() -> None:
    """Fuzz and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    files = samples.files()
    outcomes: Counter[str] = Counter()
    begun = time.monotonic()
    for number in range(asked.inputs):
        choice = random.Random(asked.seed * 1_000_003 + number)
        name, data = choice.choice(files)
        changed = mutated(data, choice)
        try:
            outcome = check(changed, name)
        except Exception:
            kept = Path(f"fuzz-{asked.seed}-{number}-{name}")
            kept.write_bytes(changed)
            print(f"FAILED on {kept}", file=sys.stderr)
            raise
        outcomes[outcome] += 1
        if outcome in ("too long", "broke the reader"):
            print(f"{outcome}: input {number} of {name}", file=sys.stderr)
    spent = time.monotonic() - begun
    print(
        f"{asked.inputs:,} inputs in {spent:.0f} s: "
        + ", ".join(f"{count:,} {how}" for how, count in outcomes.most_common())
    )


if __name__ == "__main__":
    main()
