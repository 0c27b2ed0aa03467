"""Throughput of values and mentions on one core, beside dateparser and recognizers-text; memory over many documents.

Uses the policy texts of the shared data where they are, else the gold sentences.
"""

import gc
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path

from bench.waves import DATA
from dualtrack.extraction import find_dates, find_mentions, find_quantities, propose
from dualtrack.reading import read

_GOLD = Path(__file__).parent / "gold" / "quantities"
_RIVAL_CHARACTERS = 20_000


def _texts() -> list[str]:
    files = sorted((DATA / "policy-texts" / "whitehouse").glob("*.md"))
    if files:
        return [file.read_text(encoding="utf-8") for file in files]
    lines = (_GOLD / "en.jsonl").read_text(encoding="utf-8").splitlines()
    return ["\n".join(json.loads(line)["text"] for line in lines)]


def _speed(texts: list[str], *readers: Callable[[str], object]) -> float:
    """MB of UTF-8 a second of processor time."""
    for reader in readers:
        reader(texts[0])
    start = time.process_time()
    for text in texts:
        for reader in readers:
            reader(text)
    return sum(len(text.encode()) for text in texts) / 1e6 / (time.process_time() - start)


def _rivals(sample: str) -> dict[str, float]:
    found = {}
    try:
        from dateparser.search import search_dates

        found["dateparser search"] = _speed([sample], lambda text: search_dates(text, languages=["en"]))
    except ImportError:
        pass
    try:
        from recognizers_date_time import recognize_datetime
        from recognizers_number import recognize_percentage
        from recognizers_number_with_unit import recognize_currency

        tools = [recognize_datetime, recognize_currency, recognize_percentage]
        found["recognizers-text"] = _speed([sample], lambda text: [tool(text, "en-us") for tool in tools])
    except ImportError:
        pass
    return found


def _memory(texts: list[str], documents: int = 10_000) -> tuple[float, float]:
    """Peak memory in MB after the first tenth of the documents and after all."""
    short = [text[:1500].encode() for text in texts]
    peaks = []
    for number in range(documents):
        propose(read(short[number % len(short)], name="text.md"))
        if number + 1 in (documents // 10, documents):
            gc.collect()
            peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return peaks[0], peaks[1]


def main() -> int:
    """Print the figures; 1 where a bar of the project is missed."""
    texts = _texts()
    sample = "".join(texts)[:_RIVAL_CHARACTERS]
    parts = {"quantities": find_quantities, "dates": find_dates, "mentions": find_mentions}
    for name, reader in parts.items():
        print(f"{name:12} {_speed(texts, lambda text, reader=reader: reader(text, 'en')):8.2f} MB/s")
    together = _speed(texts, *(lambda text, reader=reader: reader(text, "en") for reader in parts.values()))
    print(f"{'together':12} {together:8.2f} MB/s")
    same = {
        "dateparser search": ("our dates", [find_dates]),
        "recognizers-text": ("our dates and quantities", [find_dates, find_quantities]),
    }
    worst = float("inf")
    for name, speed in _rivals(sample).items():
        what, readers = same[name]
        ours = _speed([sample], *(lambda text, reader=reader: reader(text, "en") for reader in readers))
        worst = min(worst, ours / speed)
        print(f"{name:20} {speed:8.4f} MB/s   {what}: {ours / speed:.0f} times as fast on the same text")
    first, last = _memory(texts)
    print(f"memory: {first:.0f} MB after 1,000 documents, {last:.0f} MB after 10,000")
    return int(together < 1 or worst < 20 or last > first * 1.1)


if __name__ == "__main__":
    raise SystemExit(main())
