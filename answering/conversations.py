"""Conversations and the records of answers, in SQLite by default and in PostgreSQL by URL.

A record keeps everything that one answer rested on: the question, what the conversation knew before, the raw
draft, the findings, the final answer and the versions of guideline, algorithm, index, model and program. So every
answer can be shown again and replayed. A conversation and its newest record change in one transaction: what is
read is always a whole turn.

The texts are a patient's. They are in the database and nowhere else, and deleting a conversation deletes them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, delete, event, func, insert, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.engine.url import URL
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError

from answering.record import Conversation, Json, Rating, Record
from answering.schema import answers, conversations, feedback, migrate
from corpus.errors import ConversationMoved, InputError, NoSuchRecord, StorageError

__all__ = ["Conversation", "Conversations", "Json", "Rating", "Record"]


class Conversations:
    """The store of conversations and records. Safe to use from several threads and processes.

    Raises StorageError when the database cannot be used, NoSuchRecord for an unknown id, ConversationMoved
    when another turn of the same conversation was stored first.
    """

    def __init__(self, url: str, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._clock = clock
        self._engine = _connect(url)
        try:
            migrate(self._engine)
        except BaseException:
            self._engine.dispose()
            raise

    def close(self) -> None:
        self._engine.dispose()

    def find(self, conversation_id: str) -> Conversation:
        with self._transaction() as connection:
            row = connection.execute(
                select(conversations.c.turns, conversations.c.state).where(
                    conversations.c.id == conversation_id
                )
            ).one_or_none()
        if row is None:
            raise NoSuchRecord(
                f"There is no conversation {conversation_id[:60]!r}; leave conversation_id out to begin one."
            )
        return Conversation(conversation_id, row.turns, row.state)

    def add(self, record: Record) -> None:
        """Store one turn: the record and the conversation's new state, both or neither."""
        self._insert(record, replacing=False)

    def put(self, record: Record) -> None:
        """Store a conversation of one turn in place of the one with the same id, if there is one."""
        self._insert(record, replacing=True)

    def _insert(self, record: Record, *, replacing: bool) -> None:
        now = self._clock()
        try:
            with self._engine.begin() as connection:
                if replacing:
                    connection.execute(
                        delete(conversations).where(conversations.c.id == record.conversation_id)
                    )
                _advance(connection, record, now)
                connection.execute(
                    insert(answers).values(
                        id=record.id,
                        conversation_id=record.conversation_id,
                        turn=record.turn,
                        created=record.created,
                        message=record.message,
                        patient=dict(record.patient),
                        state_before=dict(record.state_before),
                        state_after=dict(record.state_after),
                        draft=record.draft,
                        response=dict(record.response),
                        versions=dict(record.versions),
                    )
                )
        except IntegrityError as error:
            raise ConversationMoved(
                "Another question of this conversation was answered meanwhile; ask again."
            ) from error
        except SQLAlchemyError as error:
            raise _failure(error) from error

    def record(self, answer_id: str) -> Record:
        with self._transaction() as connection:
            row = connection.execute(select(answers).where(answers.c.id == answer_id)).one_or_none()
        if row is None:
            raise NoSuchRecord(f"There is no answer {answer_id[:60]!r}; it may have been deleted.")
        return Record(**row._mapping)

    def rate(self, answer_id: str, rating: Rating, reason: str | None) -> None:
        """Keep a reader's judgement of an answer; a later one replaces it."""
        with self._transaction() as connection:
            known = connection.execute(select(answers.c.id).where(answers.c.id == answer_id)).one_or_none()
            if known is None:
                raise NoSuchRecord(f"There is no answer {answer_id[:60]!r} to rate.")
            connection.execute(delete(feedback).where(feedback.c.answer_id == answer_id))
            connection.execute(
                insert(feedback).values(
                    answer_id=answer_id, rating=rating, reason=reason, created=self._clock()
                )
            )

    def rating(self, answer_id: str) -> tuple[Rating, str | None] | None:
        with self._transaction() as connection:
            row = connection.execute(
                select(feedback.c.rating, feedback.c.reason).where(feedback.c.answer_id == answer_id)
            ).one_or_none()
        return None if row is None else (row.rating, row.reason)

    def delete(self, conversation_id: str) -> None:
        """Delete a conversation with all its texts."""
        with self._transaction() as connection:
            gone = connection.execute(
                delete(conversations).where(conversations.c.id == conversation_id)
            ).rowcount
        if not gone:
            raise NoSuchRecord(f"There is no conversation {conversation_id[:60]!r} to delete.")
        self._scrub()

    def purge(self, days: int) -> int:
        """Delete the conversations that nobody has continued for `days` days; return how many."""
        limit = self._clock() - timedelta(days=days)
        with self._transaction() as connection:
            gone = connection.execute(delete(conversations).where(conversations.c.updated < limit)).rowcount
        if gone:
            self._scrub()
        return gone

    def count(self) -> tuple[int, int]:
        """How many conversations and how many answers are stored."""
        with self._transaction() as connection:
            return (
                connection.execute(select(func.count()).select_from(conversations)).scalar_one(),
                connection.execute(select(func.count()).select_from(answers)).scalar_one(),
            )

    def _transaction(self) -> _Transaction:
        return _Transaction(self._engine)

    def _scrub(self) -> None:
        """Leave no deleted text in SQLite's write-ahead file; `secure_delete` blanks the pages themselves."""
        if self._engine.dialect.name == "sqlite":
            with self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


class _Transaction:
    """`engine.begin()` whose database errors come out as StorageError."""

    def __init__(self, engine: Engine) -> None:
        self._begin = engine.begin()

    def __enter__(self) -> Connection:
        try:
            return self._begin.__enter__()
        except SQLAlchemyError as error:
            raise _failure(error) from error

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        try:
            self._begin.__exit__(kind, error, trace)
        except SQLAlchemyError as failed:
            raise _failure(failed) from failed
        if isinstance(error, SQLAlchemyError):
            raise _failure(error) from error


def _advance(connection: Connection, record: Record, now: datetime) -> None:
    if record.turn == 1:
        connection.execute(
            insert(conversations).values(
                id=record.conversation_id, created=now, updated=now, turns=1, state=dict(record.state_after)
            )
        )
        return
    # The condition on `turns` lets only one of two questions asked at the same time be the next turn.
    moved = connection.execute(
        update(conversations)
        .where(conversations.c.id == record.conversation_id, conversations.c.turns == record.turn - 1)
        .values(turns=record.turn, updated=now, state=dict(record.state_after))
    ).rowcount
    if not moved:
        raise ConversationMoved("Another question of this conversation was answered meanwhile; ask again.")


def _failure(error: SQLAlchemyError) -> StorageError:
    # The database's own message can quote the row, which holds a question; its class cannot.
    cause = getattr(error, "orig", None) or error
    return StorageError(
        f"The database did not do what it was asked ({type(cause).__name__}); nothing was stored."
    )


def _connect(url: str) -> Engine:
    parsed = _parse(url)
    dump = lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"))  # noqa: E731
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed, json_serializer=dump, connect_args={"timeout": 30})
        event.listen(engine, "connect", _prepare_sqlite)
        return engine
    try:
        return create_engine(parsed, json_serializer=dump, pool_pre_ping=True)
    except ImportError as error:
        raise InputError(
            "PostgreSQL needs its driver; install it with: pip install 'guiderail[postgres]'."
        ) from error


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise InputError("The database must be given as a URL, such as sqlite:///records.db.") from error
    if parsed.drivername in ("postgres", "postgresql"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise InputError(f"The database {parsed.drivername!r} is not supported; use sqlite or postgresql.")
    return parsed


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",  # readers do not wait for the writer
        "synchronous=NORMAL",  # with WAL a killed process loses nothing; only a power cut can lose the last turns
        "foreign_keys=ON",
        "secure_delete=ON",  # deleted texts are overwritten, not just unlinked
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
