"""Input that was not understood: kept and counted, never guessed, never dropped."""

from typing import Any

from sqlalchemy import Connection, insert, select, update

from dualtrack.evidence.schema import signal


def note(connection: Connection, source: str, place: str, what: str) -> None:
    """Note one; the same again is counted."""
    this = (signal.c.source == source) & (signal.c.place == place) & (signal.c.what == what)
    if connection.execute(update(signal).where(this).values(count=signal.c.count + 1)).rowcount == 0:
        connection.execute(insert(signal).values(source=source, place=place, what=what, count=1))


def noted(connection: Connection) -> list[dict[str, Any]]:
    """All that were noted, by source and place."""
    ordered = select(signal).order_by(signal.c.source, signal.c.place, signal.c.what)
    return [dict(row) for row in connection.execute(ordered).mappings()]
