"""The store: one SQLite file or PostgreSQL database, its transactions and its migrations.

SQLite runs in WAL mode with ``synchronous=FULL``: what was acknowledged survives the death of the process and of the
power. Readers see one moment and never wait; writers take turns (``BEGIN IMMEDIATE``; on PostgreSQL an advisory lock).
"""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError, ProgrammingError, SQLAlchemyError

from dualtrack.errors import BadInputError, DualtrackError, MissingExtraError

HEAD = "0001"
"""The version of the schema that this code reads and writes."""

_WAIT_SECONDS = 60
_LOCK = 0x4454_5241  # one number for all writers of a PostgreSQL base


class Store:
    """A migrated database with read and write transactions."""

    def __init__(self, where: str | Path, *, create: bool = True) -> None:
        """Open and, where needed, make or migrate.

        Raises:
            BadInputError: There is no base there and ``create`` is false; or what is there is no base.
            MissingExtraError: A PostgreSQL URL without the extra ``postgres``.
        """
        self.where = str(where)
        self.postgres = self.where.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))
        self.path = None if self.postgres else Path(self.where.removeprefix("sqlite:///"))
        if self.path is not None and not self.path.exists():
            if not create:
                raise BadInputError(
                    "There is no evidence base here", mend="Make one with: dualtrack load", base=self.path
                )
            self.path.parent.mkdir(parents=True, exist_ok=True)
        self.engine = self._engine()
        try:
            self._upgrade(create)
        except (DatabaseError, sqlite3.DatabaseError) as error:
            self.engine.dispose()
            raise BadInputError(
                "This is no evidence base, or it cannot be reached",
                mend="Give an SQLite file that Dualtrack made, or the URL of a PostgreSQL database that it may write.",
                base=self.where,
                because=str(getattr(error, "orig", error)).strip(),
            ) from None

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one moment."""
        with _told(self.where), self.engine.connect() as connection:
            if self.postgres:
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction of the only writer: all of it is kept, or nothing."""
        with _told(self.where), self.engine.connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                if self.postgres:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                yield connection

    def insert(self, connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
        """Add rows, each a tuple in the order of the table's columns."""
        if rows:
            mark = "%s" if self.postgres else "?"
            names = ", ".join(f'"{column.name}"' for column in table.columns)
            marks = ", ".join([mark] * len(table.columns))
            self.many(connection, f"INSERT INTO {table.name} ({names}) VALUES ({marks})", rows)

    def many(self, connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Run one statement of the driver's own dialect for many rows."""
        cursor = connection.connection.cursor()
        try:
            cursor.executemany(statement, rows)
        finally:
            cursor.close()

    def _engine(self) -> Engine:
        if self.path is not None:
            engine = create_engine(f"sqlite:///{self.path}", connect_args={"timeout": _WAIT_SECONDS})
            event.listen(engine, "connect", _prepare)
            event.listen(engine, "begin", _begin)
            return engine
        url = "postgresql+psycopg://" + self.where.partition("://")[2]
        try:
            return create_engine(url)
        except ImportError:
            raise MissingExtraError("postgres", "An evidence base in PostgreSQL") from None

    def _upgrade(self, create: bool) -> None:
        version = self._version()
        if version == HEAD:
            return
        if version is not None and version > HEAD:
            raise BadInputError(
                "The base was made by a newer Dualtrack", mend="Install that version.", base=self.where, version=version
            )
        if version is None and not create:
            raise BadInputError("There is no evidence base here", mend="Make one with: dualtrack load", base=self.where)
        with self.write() as connection:
            if _read_version(connection) != HEAD:
                _migrate(connection)

    def _version(self) -> str | None:
        with self.engine.connect() as connection, connection.begin():
            return _read_version(connection)


def _read_version(connection: Connection) -> str | None:
    try:
        with connection.begin_nested():
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    except (OperationalError, ProgrammingError):
        return None
    return None if found is None else str(found)


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _prepare(raw: Any, _: object) -> None:
    """Set up one SQLite connection; transactions are begun by ``_begin``, not by the driver."""
    raw.isolation_level = None
    raw.execute(f"PRAGMA busy_timeout={_WAIT_SECONDS * 1000}")
    _write_ahead(raw)
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("PRAGMA temp_store=MEMORY")
    raw.execute("PRAGMA cache_size=-65536")


def _write_ahead(raw: Any) -> None:
    deadline = time.monotonic() + _WAIT_SECONDS
    while raw.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            raw.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _told(where: str) -> Iterator[None]:
    """Errors of the database in our own shape."""
    try:
        yield
    except SQLAlchemyError as error:
        raise DualtrackError(
            "The evidence base could not be read or written; nothing half-done was kept",
            mend="Look at the reason; if it is locked, try again when the other writer has finished.",
            base=where,
            because=str(getattr(error, "orig", error)).strip(),
        ) from error
