"""The seed deck read by ``propose``: how many of the catalogue's dated actions are proposed, and what is missed.

A catalogue action counts as proposed where a proposal of the same slide has the same date (or one within the other) and
an actor in common (or its parent or country) or the same thing acted on; the strict line asks for the same verb and the
same date too. Needs the seed; says so where it is absent.
"""

import os
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from dualtrack.codebook import codebook
from dualtrack.extraction import propose
from dualtrack.model import Order, Period
from dualtrack.reading import read

_SHARED = Path(__file__).resolve().parents[2] / "shared" / "seed"


def main(show: bool = False) -> int:
    """Print the two shares; 1 if the looser lies under 0.70."""
    folder = Path(os.environ.get("DUALTRACK_SEED", _SHARED))
    found = sorted(folder.glob("*.txt"))
    if not found:
        print("the seed deck is not here")
        return 0
    proposals = propose(read(found[0])).actions
    wanted = list(_dated())
    loose = [action for action in wanted if any(_match(action, p, strict=False) for p in proposals)]
    strict = [action for action in wanted if any(_match(action, p, strict=True) for p in proposals)]
    shares = f"proposed {len(loose) / len(wanted):.2f}, with the same verb {len(strict) / len(wanted):.2f}"
    print(f"{len(wanted)} dated actions; {shares}")
    if show:
        for action in wanted:
            if action not in loose:
                print(action["at"], action["date"], action["verb"], action.get("actors"), action.get("object"))
    return int(len(loose) / len(wanted) < 0.70)


def _dated() -> Any:
    for path in sorted(Path(str(files("dualtrack") / "catalogue")).glob("*.yaml")):
        for action in (yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) or {}).get("actions", ()):
            date = str(action["date"])
            if (
                date != "2025-06-26"
                and re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date)
                and "slide" in str(action.get("at"))
            ):
                yield {**action, "date": date}


def _circle(ids: Any) -> set[str]:
    """The ids with their parents and countries."""
    names, found = codebook().entities, set(ids)
    for id_ in ids:
        entry = names.get(id_)
        found |= {other for other in (entry.country, entry.parent) if other} if entry else set()
    return found


def _match(action: dict[str, Any], proposal: Any, strict: bool) -> bool:
    slide = int(re.search(r"\d+", str(action["at"]))[0])  # type: ignore[index]
    actors = _circle([*action.get("actors", ()), *action.get("partners", ())])
    shared = actors & _circle(proposal.actors) or action.get("object") in (proposal.object_id, *proposal.actors)
    order = Period(proposal.date).order(Period(action["date"]))
    same = order is Order.SAME and proposal.verb == action["verb"] if strict else order in (Order.SAME, Order.WITHIN)
    return proposal.page == slide and bool(shared) and same


if __name__ == "__main__":
    import sys

    raise SystemExit(main(show="--show" in sys.argv))
