"""Bases to test on: a fresh SQLite file, and a fresh database of a real PostgreSQL server where there is one."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from dualtrack.evidence import EvidenceBase


def _postgres_programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if not found:
        pytest.skip("PostgreSQL is not here: apt-get install postgresql")
    return found[-1].parent


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A server of its own on a socket in a temporary folder; the answer is the folder."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'dualtrack[postgres]'")
    programs = _postgres_programs()
    folder = Path(tempfile.mkdtemp(prefix="dualtrack-pg-"))
    user = None
    if os.getuid() == 0:
        try:
            who = pwd.getpwnam("postgres")
        except KeyError:
            pytest.skip("PostgreSQL does not run as root and there is no user postgres")
        user = who.pw_name
        os.chown(folder, who.pw_uid, who.pw_gid)
    data = folder / "data"
    as_user = {"user": user, "cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    initdb = [programs / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "-N"]
    subprocess.run(initdb, check=True, **as_user)
    server = subprocess.Popen([programs / "postgres", "-D", data, "-k", folder, "-h", "", "-F"], **as_user)
    try:
        for _ in range(300):
            if subprocess.run([programs / "pg_isready", "-h", folder, "-q"], check=False).returncode == 0:
                break
            time.sleep(0.1)
        else:
            pytest.skip("the PostgreSQL server did not start")
        yield str(folder)
    finally:
        server.terminate()
        server.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where a base that does not yet exist may be made."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if request.param == "sqlite":
        return str(tmp_path / "base.sqlite")
    import psycopg

    folder = request.getfixturevalue("postgres_server")
    name = f"t{uuid4().hex}"
    with psycopg.connect(host=folder, user="postgres", dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql://postgres@/{name}?host={folder}"


@pytest.fixture
def base(where: str) -> Iterator[EvidenceBase]:
    with EvidenceBase.open(where) as opened:
        yield opened


@pytest.fixture
def lite(tmp_path: Path) -> Iterator[EvidenceBase]:
    """A base in SQLite, for what does not depend on the database."""
    with EvidenceBase.open(tmp_path / "base.sqlite") as opened:
        yield opened
