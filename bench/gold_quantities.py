"""Precision, recall and F1 of ``find_quantities`` on the hand-made gold, beside other tools where they are installed.

Run with ``python -m bench.gold_quantities``. An item counts as right only when its quote, value (within 0.01 for
shares such as two thirds), upper end and currency (or points) all agree; the attributes around it (qualifier, period,
years, gloss, change, direction) are counted on the items found.
"""

import json
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from dualtrack.extraction import Quantity, find_quantities

GOLD = Path(__file__).parent / "gold" / "quantities"
FLOORS = Path(__file__).parent / "floors.json"
LANGUAGES = ("ja", "en", "ko", "zh", "de", "fr")
KINDS = ("money", "percentages")
_TOLERANCE = Decimal("0.01")

Item = dict[str, Any]
Reader = Callable[[Item], dict[str, list[Item]]]


def gold_items(language: str) -> list[Item]:
    """The gold texts of a language with their ``money`` and ``percentages``."""
    lines = (GOLD / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def found_in(item: Item) -> dict[str, list[Item]]:
    """What ``find_quantities`` reads in a gold text, in the gold's shape."""
    quantities = find_quantities(item["text"], item["language"], item.get("country"))
    return {
        "money": [_described(quantity) for quantity in quantities if quantity.kind == "money"],
        "percentages": [_described(quantity) for quantity in quantities if quantity.is_percentage],
    }


def _described(quantity: Quantity) -> Item:
    found = dict(quantity.as_dict())
    gloss = found.get("gloss_of")
    if isinstance(gloss, dict):
        found["gloss_of"] = gloss["quote"]
    return found


def _near(left: str | None, right: str | None) -> bool:
    if left is None or right is None:
        return left is right
    return abs(Decimal(left) - Decimal(right)) <= _TOLERANCE


def agrees(gold: Item, found: Item) -> bool:
    """True where quote, value, upper end and unit agree."""
    if gold["quote"] != found["quote"] or not _near(gold.get("upper"), found.get("upper")):
        return False
    if "amount" in gold:
        return _near(gold["amount"], found["amount"]) and gold["currency"] == found["currency"]
    return _near(gold["value"], found["value"]) and gold["points"] == found["points"]


def pair(gold: list[Item], found: list[Item]) -> Iterator[tuple[Item | None, Item | None]]:
    """Gold and found items side by side; None where one is missing."""
    left = list(found)
    for item in gold:
        match = next((candidate for candidate in left if agrees(item, candidate)), None)
        if match is not None:
            left.remove(match)
        yield item, match
    yield from ((None, item) for item in left)


def score(
    language: str, kind: str, read: Callable[[Item], dict[str, list[Item]]] = found_in
) -> tuple[float, float, float]:
    """Precision, recall and F1 of one kind in one language."""
    right = wanted = given = 0
    for item in gold_items(language):
        found = read(item)[kind]
        wanted, given = wanted + len(item[kind]), given + len(found)
        right += sum(gold is not None and match is not None for gold, match in pair(item[kind], found))
    precision, recall = right / given if given else 0.0, right / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


_ATTRIBUTES = ("qualifier", "per", "over_years", "gloss_of", "change", "direction")


def differences(language: str) -> Iterator[str]:
    """Each miss, false find and differing attribute, for a person to read."""
    for item in gold_items(language):
        found = found_in(item)
        for kind in KINDS:
            for gold, match in pair(item[kind], found[kind]):
                if gold is None and match is not None:
                    yield f"extra   {match['quote']!r} {match.get('amount', match.get('value'))}: {item['text']}"
                elif match is None and gold is not None:
                    yield f"missed  {gold['quote']!r} {gold.get('amount', gold.get('value'))}: {item['text']}"
                elif gold is not None and match is not None:
                    for name in _ATTRIBUTES:
                        if name in gold and gold[name] != match.get(name):
                            yield f"differs {gold['quote']!r} {name} {gold[name]} {match.get(name)}: {item['text']}"


def throughput(language: str, megabytes: float = 0.5) -> float:
    """Megabytes of UTF-8 read in a second, on the gold texts repeated."""
    text = "\n".join(item["text"] for item in gold_items(language)) + "\n"
    text *= max(1, int(megabytes * 1e6 / len(text.encode())))
    find_quantities(text[:2000], language)
    start = time.process_time()
    find_quantities(text, language)
    return len(text.encode()) / 1e6 / (time.process_time() - start)


def _price_parser(item: Item) -> dict[str, list[Item]]:
    from price_parser import Price

    price = Price.fromstring(item["text"])
    found = [] if price.amount is None else [{"amount": str(price.amount), "upper": None}]
    return {"money": found, "percentages": []}


def _quantulum(item: Item) -> dict[str, list[Item]]:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its own fallback where the extra for the classifier is not installed
    money, percentages = [], []
    for quantity in parser.parse(item["text"]):
        if quantity.unit.entity.name == "currency":
            money.append({"amount": str(quantity.value), "upper": None})
        elif quantity.unit.name == "percentage":
            percentages.append({"value": str(quantity.value), "upper": None})
    return {"money": money, "percentages": percentages}


def _recognizers(item: Item) -> dict[str, list[Item]]:
    from recognizers_number import recognize_percentage
    from recognizers_number_with_unit import recognize_currency

    tongues = {"ja": "ja-jp", "en": "en-us", "zh": "zh-cn", "de": "de-de", "fr": "fr-fr"}
    tongue = tongues.get(item["language"])
    if tongue is None:
        return {"money": [], "percentages": []}
    money = [
        {"amount": found.resolution.get("value"), "upper": None}
        for found in recognize_currency(item["text"], tongue)
        if found.resolution and found.resolution.get("value")
    ]
    percentages = [
        {"value": found.resolution["value"].rstrip("%"), "upper": None}
        for found in recognize_percentage(item["text"], tongue)
    ]
    return {"money": money, "percentages": percentages}


RIVALS: dict[str, Reader] = {
    "price-parser": _price_parser,
    "quantulum3": _quantulum,
    "recognizers-text": _recognizers,
}


def rival_score(language: str, kind: str, read: Reader) -> float | None:
    """F1 of another tool, by value alone (kinder than our own score); None where it is not installed or fails."""
    key = "amount" if kind == "money" else "value"
    right = wanted = given = 0
    for item in gold_items(language):
        try:
            found = [Decimal(other[key]).normalize() for other in read(item)[kind]]
        except ImportError:
            return None
        except Exception:
            found = []  # it breaks on this text: it found nothing
        gold = [Decimal(own[key]).normalize() for own in item[kind]]
        wanted, given = wanted + len(gold), given + len(found)
        for value in gold:
            if value in found:
                found.remove(value)
                right += 1
    return 2 * right / (wanted + given) if wanted + given else 0.0


def scores() -> dict[str, float]:
    """F1 by key ``quantities.<kind>.<language>``."""
    return {f"quantities.{kind}.{language}": score(language, kind)[2] for kind in KINDS for language in LANGUAGES}


def floors() -> dict[str, float]:
    """The floors of this part of the benchmark."""
    every = json.loads(FLOORS.read_text(encoding="utf-8"))
    return {key: value for key, value in every.items() if key.startswith("quantities.")}


def under_floors() -> list[str]:
    """The keys whose F1 lies under their floor, with both figures."""
    reached = scores()
    return [f"{key}: {reached[key]:.3f} under {floor}" for key, floor in floors().items() if reached[key] < floor]


def main() -> int:
    """Print the table, and the misses when asked for with ``--misses``; 1 where a floor is broken."""
    import sys

    print(f"{'kind':12} {'lang':4} {'prec':>6} {'rec':>6} {'F1':>6}  {'  '.join(RIVALS)} (F1 by value)")
    for kind in KINDS:
        for language in LANGUAGES:
            precision, recall, f1 = score(language, kind)
            others = [rival_score(language, kind, read) for read in RIVALS.values()]
            shown = "  ".join("not here" if other is None else f"{other:.3f}" for other in others)
            print(f"{kind:12} {language:4} {precision:6.3f} {recall:6.3f} {f1:6.3f}  {shown}")
    for language in LANGUAGES:
        print(f"throughput {language}: {throughput(language):.2f} MB/s")
    if "--misses" in sys.argv:
        for language in LANGUAGES:
            print(*(f"{language} {line}" for line in differences(language)), sep="\n")
    broken = under_floors()
    print(*broken, sep="\n")
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
