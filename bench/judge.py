"""A second judge of values and names: ``python -m bench judge [en-3 ...] [--show]`` prints F1 by kind and language.

``bench/gold/judge/{language}-{n}.json`` hold whole documents, written and annotated before the reader was run on them,
with the keys of ``dualtrack extract``. Each is read as a Markdown file. A found value is right where it overlaps an
annotated one and says the same: amount, upper end and currency; size and whether it is points; the EDTF interval; the
id. Initiatives and technologies are not scored; ``or`` lists readings that are as good.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

GOLD = Path(__file__).parent / "gold" / "judge"
FLOORS = Path(__file__).parent / "floors.json"
KINDS = ("money", "percentages", "dates", "mentions")


class Item(NamedTuple):
    """One value at its place; ``value`` is what must agree."""

    start: int
    end: int
    value: object
    quote: str


def documents(*names: str, batch: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """The name and content of each gold document; all, or those named."""
    for path in sorted((GOLD / batch).glob("*.json")):
        if not names or path.stem in names:
            yield path.stem, json.loads(path.read_text(encoding="utf-8"))


def found_in(document: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """What is read in a gold document's text, with offsets into that text."""
    from dualtrack.extraction.proposals.values import read_values
    from dualtrack.reading import read

    read_document = read(document["text"].encode(), name="document.md", published=document["published"])
    values = read_values(read_document)
    places = aligned(document["text"], read_document.text)
    some = {
        "money": [quantity.as_dict() for quantity in values.money],
        "percentages": [quantity.as_dict() for quantity in values.quantities if quantity.is_percentage],
        "dates": [mention.as_dict() for mention in values.dates],
        "mentions": [m.as_dict() for m in values.mentions if m.kind == "actor"],
    }
    return {
        kind: [{**item, "start": places[item["start"]], "end": places[item["end"] - 1] + 1} for item in items]
        for kind, items in some.items()
    }


def aligned(raw: str, text: str) -> list[int]:
    """For each character of the text as read, its place in the raw text, which holds marks and spaces besides."""
    places, at = [], 0
    for char in text:
        nearby = raw.find(char, at, at + 200) if not char.isspace() else -1
        places.append(max(nearby, 0) if nearby >= 0 else min(at, len(raw) - 1))
        at = nearby + 1 if nearby >= 0 else at
    return places


def interval(edtf: str) -> tuple[str, str]:
    """An EDTF value as first and last day or as what it says; '~' is dropped."""
    first, _, last = edtf.replace("~", "").partition("/")
    last = last or first
    full_years = re.fullmatch(r"(\d{4})-01/(\d{4})-12", edtf)
    return (full_years[1], full_years[2]) if full_years else (first, last)


def value_of(kind: str, item: dict[str, Any]) -> object:
    """What of an item must agree."""
    if kind == "money":
        upper = Decimal(item["upper"]) if item.get("upper") else None
        return abs(Decimal(item["amount"])), upper, item["currency"]
    if kind == "percentages":
        return round(abs(Decimal(item["value"])), 1), bool(item["points"])
    return interval(item["edtf"]) if kind == "dates" else item["id"]


def items(kind: str, some: list[dict[str, Any]]) -> list[Item]:
    """Items with their comparable values, once for each reading that is as good."""
    return [Item(one["start"], one["end"], value_of(kind, one), one["quote"]) for one in some]


def readings(kind: str, one: dict[str, Any]) -> set[object]:
    """The values that are right for a gold item."""
    key = {"dates": "edtf", "mentions": "id"}.get(kind, "")
    return {value_of(kind, one), *(value_of(kind, {**one, key: other}) for other in one.get("or", ()))}


def _within_name(country: dict[str, Any], others: list[dict[str, Any]]) -> bool:
    """Whether a country stands inside the name of one of its bodies: telling it apart is neither right nor wrong."""
    return bool(re.fullmatch("[A-Z]{2}", country["id"] or "")) and any(
        (other["id"] or "").startswith(country["id"].lower() + "-")
        and other["end"] - other["start"] > country["end"] - country["start"]
        and other["start"] <= country["start"]
        and country["end"] <= other["end"]
        for other in others
    )


def compare(kind: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> tuple[int, list[Item], list[Item]]:
    """How many are right, what is wrong or too much, what is missing. One found item answers one gold item."""
    if kind == "mentions":
        gold, found = (
            [one for one in gold if not _within_name(one, found)],
            [one for one in found if not _within_name(one, gold)],
        )
    free, missing = items(kind, found), []
    for one in gold:
        right = readings(kind, one)
        hit = next((f for f in free if f.start < one["end"] and one["start"] < f.end and f.value in right), None)
        if hit is None:
            missing.append(Item(one["start"], one["end"], value_of(kind, one), one["quote"]))
        else:
            free.remove(hit)
    return len(gold) - len(missing), free, missing


def scores(*names: str, batch: str = "", show: bool = False) -> dict[str, float]:
    """F1 by ``kind.language``."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name, document in documents(*names, batch=batch):
        found = found_in(document)
        for kind in KINDS:
            right, extra, missing = compare(kind, document[kind], found[kind])
            counts[f"{kind}.{document['language']}"].update(right=right, extra=len(extra), missing=len(missing))
            if show:
                _print_misses(name, kind, document["text"], extra, missing)
    return {
        key: 2 * c["right"] / max(1, 2 * c["right"] + c["extra"] + c["missing"]) for key, c in sorted(counts.items())
    }


def _print_misses(name: str, kind: str, text: str, extra: list[Item], missing: list[Item]) -> None:
    for label, some in (("missing", missing), ("extra", extra)):
        for item in some:
            around = text[max(0, item.start - 25) : item.end + 25].replace("\n", "⏎")
            print(f"{name} {kind[:5]} {label:7} {item.quote!r} {_plain(item.value)}   …{around}…")


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(f"{v:f}" if isinstance(v, Decimal) else str(v) for v in value if v is not None)
    return str(value)


def floors() -> dict[str, float]:
    """The floors of this judge by ``kind.language``."""
    kept = json.loads(FLOORS.read_text(encoding="utf-8"))
    return {key.removeprefix("judge."): floor for key, floor in kept.items() if key.startswith("judge.")}


def main(arguments: list[str] | None = None) -> int:
    """Print the scores; names choose documents, ``--show`` prints what differs, ``--batch=DIR`` is another batch."""
    arguments = arguments or []
    batch = next((a.removeprefix("--batch=") for a in arguments if a.startswith("--batch=")), "")
    names = [a for a in arguments if not a.startswith("--")]
    found = scores(*names, batch=batch, show="--show" in arguments)
    languages = sorted({key.partition(".")[2] for key in found})
    print(" " * 12 + "  ".join(f"{language:>5}" for language in languages))
    for kind in KINDS:
        print(f"{kind:12}" + "".join(f"{found[f'{kind}.{language}']:7.3f}" for language in languages))
    return int(any(found.get(key, 1.0) < floor for key, floor in floors().items())) if not names and not batch else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
