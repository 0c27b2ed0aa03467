"""Input that was not understood: kept and counted, never guessed, never dropped."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from dualtrack.evidence.schema import signal


def note(connection: Connection, source: str, place: str, what: str) -> None:
    """Note one; the same again is counted."""
    this = (signal.c.source == source) & (signal.c.place == place) & (signal.c.what == what)
    if connection.execute(update(signal).where(this).values(count=signal.c.count + 1)).rowcount == 0:
        connection.execute(insert(signal).values(source=source, place=place, what=what, count=1))


def replace(connection: Connection, source: str, signals: Iterable[tuple[str, str, int]]) -> None:
    """Make these (place, what, count) all the signals of a source, as when it is read again."""
    connection.execute(delete(signal).where(signal.c.source == source))
    rows = [{"source": source, "place": place, "what": what, "count": count} for place, what, count in signals]
    if rows:
        connection.execute(insert(signal), rows)


def noted(connection: Connection) -> list[dict[str, Any]]:
    """All that were noted, by source and place."""
    ordered = select(signal).order_by(signal.c.source, signal.c.place, signal.c.what)
    return [dict(row) for row in connection.execute(ordered).mappings()]
