"""Speed of the evidence base on a million synthetic actions, as ratios to bare SQLite in one run.

``python bench/evidence.py [actions]`` prints a table and writes ``bench/results/evidence.json``. What is compared:

- load: the rows of all tables kept in one transaction (keys, indexes, counted deeds, full-text index,
  ``synchronous=FULL``) against ``sqlite3.executemany`` of the very same rows (the search words as plain text) into
  bare tables without keys or indexes, ``synchronous=OFF``; both in turn, chunk by chunk, so that other work on the
  machine slows both. Told apart: ``load_ratio`` is the keeping of rows; ``load_from_values_ratio`` adds what turns
  values of the model into rows (the evidence rule, JSON, interning of ids, cutting of words), all that
  ``EvidenceBase.record`` does;
- states: all states of one country at a day and a day of knowing;
- compare: actor x verb at a day and a day of knowing against the best SQL we could write on a table made for it;
- search: a common word, a rare one, a name, two characters of Japanese, with and without a day of knowing.
"""

import argparse
import json
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from dualtrack.evidence import EvidenceBase
from dualtrack.evidence.ledger import Entry, Ledger, _Rows
from dualtrack.evidence.vocabulary import verbs
from dualtrack.model import Action, Actor, Citation, Duration, Initiative, Period, SourceRecord, Text

COUNTRIES = [f"{a}{b}" for a in "ABCDEFGHIJKLM" for b in "ABCDEFGHIJKLMNO"]  # 195
WORDS_EN = [
    "science",
    "technology",
    "research",
    "innovation",
    "agreement",
    "programme",
    "fund",
    "quantum",
    "semiconductor",
    "security",
    "talent",
    "mobility",
    "visa",
    "university",
    "cooperation",
    "partnership",
    "climate",
    "energy",
    "health",
    "data",
    "strategy",
    "framework",
    "investment",
    "laboratory",
    "fellowship",
]
WORDS_JA = [
    "科学",
    "技術",
    "研究",
    "開発",
    "協力",
    "協定",
    "基金",
    "量子",
    "半導体",
    "安全保障",
    "人材",
    "獲得",
    "大学",
    "連携",
    "気候変動",
    "戦略",
    "枠組み",
    "投資",
    "合意",
    "署名",
    "公募",
    "開始",
]
TARGETS = {"load": 4.0, "states_ms": 100.0, "compare": 1.5, "search_ms": 50.0}


def entries(count: int, seed: int = 1) -> Iterator[Entry]:
    """A source, 195 countries, an agreement or programme for each 20 actions, and the actions; known over five years.

    A thing has one to three countries as its parties, and these act on it, alone or together.
    """
    chance = random.Random(seed)
    known = [Period(f"{year}-{month:02}-15") for year in range(2020, 2025) for month in range(1, 13)]
    cites = (Citation(source="bench-source", at="p 1"),)
    source = SourceRecord(id="bench-source", title=Text(en="Synthetic"), url="https://example.org")
    yield Entry(source, known[0], "bench")
    for code in COUNTRIES:
        names = Text(en=f"Land {code}", ja=f"国{code}")
        yield Entry(Actor(id=code, kind="country", country=code, names=names, cites=cites), known[0], "bench")
    things = max(1, count // 20)
    parties = [tuple(chance.sample(COUNTRIES, chance.choice((1, 2, 2, 3)))) for _ in range(things)]
    for at in range(things):
        kind = "agreement" if at % 2 else "programme"
        names = Text(en=f"{kind} {at}", ja=f"第{at}号")
        yield Entry(
            Initiative(id=f"i{at}", type=kind, names=names, parties=parties[at], cites=cites), known[0], "bench"
        )
    done = {
        "agreement": ["sign", "extend", "renew", "lapse", "negotiate", "agree", "amend"],
        "programme": ["launch", "fund", "expand", "end", "announce", "cooperate", "suspend"],
    }
    term = Duration("P5Y")
    first = date(2000, 1, 1)
    days = [Period.of(first + timedelta(days=day)) for day in range(9000)]
    for at in range(count):
        thing = chance.randrange(things)
        verb = chance.choice(done["agreement" if thing % 2 else "programme"])
        en = " ".join(chance.choices(WORDS_EN, k=6))
        ja = "".join(chance.choices(WORDS_JA, k=5)) + ("希少元素" if at % 50_000 == 7 else "")
        record = Action.model_construct(
            id=f"a{at}",
            verb=verb,
            actors=parties[thing] if chance.random() < 0.5 else (chance.choice(parties[thing]),),
            object=f"i{thing}",
            date=chance.choice(days),
            term=term if verb == "sign" else None,
            themes=(chance.choice(("talent", "security", "funding", "climate")),),
            summary=Text(en=en, ja=ja),
            cites=cites,
        )
        yield Entry(record, chance.choice(known), "bench")


def timed(work: Callable[[], Any], repeat: int = 1) -> tuple[float, Any]:
    """Median seconds of a call, and what it gave."""
    taken, found = [], None
    for _ in range(repeat):
        start = time.perf_counter()
        found = work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken), found


class Race:
    """Times the keeping of rows in the base, and of the same rows in bare tables, chunk by chunk."""

    def __init__(self, path: Path) -> None:
        self.kept = self.bare = 0.0
        self._connection = sqlite3.connect(path)
        self._connection.execute("PRAGMA synchronous=OFF")
        self._flush, self._end = _Rows.flush, Ledger._end_bulk

    def __enter__(self) -> "Race":
        race = self

        def flush(rows: _Rows, *given: Any) -> None:
            race.kept += timed(lambda: race._flush(rows, *given))[0]
            race.bare += timed(lambda: race._keep(rows))[0]

        def end(ledger: Ledger) -> None:
            race.kept += timed(lambda: race._end(ledger))[0]

        _Rows.flush, Ledger._end_bulk = flush, end  # type: ignore[method-assign]
        return self

    def __exit__(self, *_: object) -> None:
        _Rows.flush, Ledger._end_bulk = self._flush, self._end  # type: ignore[method-assign]
        self.bare += timed(self._connection.commit)[0]
        self._connection.close()

    def _keep(self, rows: _Rows) -> None:
        for name in ("idents", "bundles", "members", "revisions", "facts", "words"):
            some = getattr(rows, name)
            if some:
                columns = ", ".join(f"c{at}" for at in range(len(some[0])))
                self._connection.execute(f"CREATE TABLE IF NOT EXISTS {name} ({columns})")
                marks = ", ".join("?" * len(some[0]))
                self._connection.executemany(f"INSERT INTO {name} VALUES ({marks})", some)


def by_hand(path: Path, base: Path) -> Callable[[int, int], list[Any]]:
    """The whole-world comparison in hand-written SQL, on a table and covering index made for nothing else."""
    connection = sqlite3.connect(path)
    connection.execute("ATTACH ? AS base", (str(base),))
    connection.executescript("""
        CREATE TABLE done AS
            SELECT a.id AS actor, v.id AS verb, f.upper AS day, f.known_from AS seen, f.known_until AS gone
            FROM base.fact f JOIN base.member m ON m.bid = f.actors JOIN base.ident a ON a.nid = m.nid
            JOIN base.ident v ON v.nid = f.what WHERE f.kind = 3 AND f.status = 1;
        CREATE INDEX done_all ON done(actor, verb, day, seen, gone);
        ANALYZE;
    """)
    sql = "SELECT actor, verb, count(*) FROM done WHERE day <= ? AND seen <= ? AND gone > ? GROUP BY actor, verb"
    return lambda day, known: connection.execute(sql, (day, known, known)).fetchall()


def main(count: int) -> int:
    """Run all and print it; 1 if a target is missed."""
    assert {"sign", "launch"} <= verbs().keys()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.sqlite"
        given = list(entries(count))
        base = EvidenceBase.open(path)
        with Race(Path(folder) / "bare.sqlite") as race:
            with base.store.write() as connection:
                ledger = Ledger(base.store, connection, base.rule)
                all_, receipt = timed(partial(ledger.write, given))
                start = time.perf_counter()
            commit = time.perf_counter() - start
        assert receipt.new == len(given)
        del given
        plain, keeping = race.bare, race.kept + commit
        load = all_ - plain + commit
        on, known = Period("2018-06-30"), Period("2022-12-31")
        states, found = timed(lambda: base.states(actor="CE", on=on, known=known), 5)
        compared, ours = timed(lambda: base.compare(on=on, known=known), 5)
        hand = by_hand(Path(folder) / "hand.sqlite", path)
        written, theirs = timed(lambda: hand(on.upper.toordinal(), known.upper.toordinal()), 5)  # type: ignore[union-attr]
        assert [tuple(row) for row in ours] == sorted(tuple(row) for row in theirs), "the two comparisons differ"
        asked = {"common": "science", "rare": "希少元素", "name": "Land CE", "pair": "量子", "two": "quantum 大学"}
        searches = {name: timed(lambda text=text: base.search(text, known=known), 5) for name, text in asked.items()}  # type: ignore[misc]
        opened, _ = timed(lambda: EvidenceBase.open(path).close(), 5)
        base.close()
        size = path.stat().st_size
    slowest = max(seconds for seconds, _ in searches.values()) * 1000
    result = {
        "actions": count,
        "load_seconds": round(load, 2),
        "keeping_rows_seconds": round(keeping, 2),
        "bare_executemany_seconds": round(plain, 2),
        "load_ratio": round(keeping / plain, 2),
        "load_from_values_ratio": round(load / plain, 2),
        "states_ms": round(states * 1000, 1),
        "states_found": len(found),
        "compare_ms": round(compared * 1000, 1),
        "hand_written_ms": round(written * 1000, 1),
        "compare_ratio": round(compared / written, 2),
        **{f"search_{name}_ms": round(seconds * 1000, 1) for name, (seconds, _) in searches.items()},
        "search_found": {name: len(hits) for name, (_, hits) in searches.items()},
        "open_ms": round(opened * 1000, 1),
        "megabytes": round(size / 1e6),
    }
    met = {
        "load": result["load_ratio"] <= TARGETS["load"],
        "states": result["states_ms"] <= TARGETS["states_ms"],
        "compare": result["compare_ratio"] <= TARGETS["compare"],
        "search": slowest <= TARGETS["search_ms"],
    }
    for name, value in result.items():
        print(f"{name:28} {value}")
    for name, good in met.items():
        print(f"target {name:21} {'met' if good else 'MISSED'}")
    results = Path(__file__).parent / "results"
    results.mkdir(exist_ok=True)
    text = json.dumps({**result, "met": met}, ensure_ascii=False, indent=2)
    (results / "evidence.json").write_text(text + "\n", encoding="utf-8")
    return 0 if all(met.values()) else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Speed of the evidence base, as ratios to bare SQLite.")
    parser.add_argument("actions", nargs="?", type=int, default=1_000_000)
    sys.exit(main(parser.parse_args().actions))
