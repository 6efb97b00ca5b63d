"""Locks between processes, on a file; the system gives them up when their process dies, however it dies.

SQLite's own file lock does the work: it is in the standard library, knows shared and exclusive, and is the
same on every system.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import TracebackType


class Lock:
    """A lock that is held from its making until `release`; also a context manager."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def release(self) -> None:
        """Give the lock up; a second time does nothing."""
        self._connection.close()

    def __enter__(self) -> Lock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def lock_exclusive(file: Path, wait: float = 0.0) -> Lock | None:
    """Lock `file`, which is made if need be, for oneself; None when others hold it for `wait` seconds."""
    return _lock(file, wait, "BEGIN EXCLUSIVE")


def lock_shared(file: Path) -> Lock | None:
    """Lock `file` together with other readers; None when somebody holds it exclusively."""
    return _lock(file, 0.0, "BEGIN")


def _lock(file: Path, wait: float, begin: str) -> Lock | None:
    connection = sqlite3.connect(file, timeout=wait, isolation_level=None, check_same_thread=False)
    try:
        connection.execute(begin)
        # In a plain transaction the first read takes the shared lock and keeps it.
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            return None
        raise
    return Lock(connection)
