"""The tables of the store, and bringing a database up to them."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    JSON,
    Connection,
    DateTime,
    Dialect,
    Engine,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy import Column as C
from sqlalchemy.exc import SQLAlchemyError

from corpus.errors import StorageError

MIGRATIONS = Path(__file__).parent / "migrations"

# Any number, the same in every Guiderail: who holds it in PostgreSQL migrates, the others wait.
_ADVISORY_LOCK = 7_312_028

_one_at_a_time = threading.Lock()  # alembic keeps its context in a module global


class Utc(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


metadata = MetaData()

conversations = Table(
    "conversation",
    metadata,
    C("id", String(64), primary_key=True),
    C("created", Utc, nullable=False),
    C("updated", Utc, nullable=False, index=True),
    C("turns", Integer, nullable=False),
    C("state", JSON, nullable=False),
)

answers = Table(
    "answer",
    metadata,
    C("id", String(64), primary_key=True),
    C("conversation_id", ForeignKey("conversation.id", ondelete="CASCADE"), nullable=False),
    C("turn", Integer, nullable=False),
    C("created", Utc, nullable=False),
    C("message", Text, nullable=False),
    C("patient", JSON, nullable=False),
    C("state_before", JSON, nullable=False),
    C("state_after", JSON, nullable=False),
    C("draft", Text),
    C("response", JSON, nullable=False),
    C("versions", JSON, nullable=False),
    UniqueConstraint("conversation_id", "turn", name="one_answer_per_turn"),
)

feedback = Table(
    "feedback",
    metadata,
    C("answer_id", ForeignKey("answer.id", ondelete="CASCADE"), primary_key=True),
    C("rating", String(4), nullable=False),
    C("reason", Text),
    C("created", Utc, nullable=False),
)


def migrate(engine: Engine) -> None:
    """Bring the database to the newest tables, whole or not at all; several processes may try at once."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        with _one_at_a_time, engine.begin() as connection:
            _lock(connection)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as error:
        raise StorageError(
            "The database was made by a newer Guiderail, whose tables this one does not know; "
            "update the program or name another database."
        ) from error
    except SQLAlchemyError as error:
        raise StorageError(
            f"The database {engine.url.render_as_string(hide_password=True)!r} cannot be opened "
            f"({type(getattr(error, 'orig', None) or error).__name__}); "
            "check the path or URL, and that it may be written."
        ) from error


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})")
