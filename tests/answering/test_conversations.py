from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from answering.conversations import Conversations
from answering.record import Record
from answering.schema import metadata
from corpus.errors import ConversationMoved, InputError, NoSuchRecord, StorageError
from tests.postgres import Cluster

ROOT = Path(__file__).parents[2]


def record(turn: int = 1, conversation: str = "c1", message: str = "May I?") -> Record:
    return Record(
        id=f"{conversation}-a{turn}",
        conversation_id=conversation,
        turn=turn,
        created=datetime(2026, 11, 1, 12, tzinfo=UTC),
        message=message,
        patient={"fact": "yes", "taken_back": None},
        state_before={"turns": turn - 1},
        state_after={"turns": turn},
        draft="a draft",
        response={"answer": "No [1.1].", "z": 1, "a": "–"},
        versions={"guideline": "1"},
    )


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'records.db'}"
    cluster: Cluster = request.getfixturevalue("cluster")
    return cluster.database()


@pytest.fixture
def store(url: str) -> Iterator[Conversations]:
    store = Conversations(url)
    yield store
    store.close()


def test_a_record_comes_back_as_it_was_stored(store: Conversations) -> None:
    store.add(record())
    found = store.record("c1-a1")
    assert found == record()
    assert list(found.response) == ["answer", "z", "a"]
    assert store.find("c1").turns == 1


def test_a_turn_advances_the_conversation(store: Conversations) -> None:
    store.add(record())
    store.add(record(2))
    assert store.find("c1").state == {"turns": 2}
    assert store.count() == (1, 2)


def test_conversations_do_not_mix(store: Conversations) -> None:
    store.add(record())
    store.add(record(conversation="c2", message="Another patient"))
    assert store.record("c2-a1").message == "Another patient"
    assert store.find("c1").turns == store.find("c2").turns == 1


@pytest.mark.parametrize("turn", [1, 3])
def test_only_the_next_turn_is_taken_and_nothing_else_changes(store: Conversations, turn: int) -> None:
    store.add(record())
    with pytest.raises(ConversationMoved):
        store.add(record(turn))
    assert store.count() == (1, 1)
    assert store.find("c1").state == {"turns": 1}


def test_of_many_at_once_one_is_the_next_turn(store: Conversations) -> None:
    store.add(record())
    outcomes: list[str] = []

    def add(n: int) -> None:
        try:
            store.add(replace(record(2), id=f"x{n}"))
            outcomes.append("stored")
        except ConversationMoved:
            outcomes.append("moved")

    threads = [threading.Thread(target=add, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["moved"] * 7 + ["stored"]
    assert store.count() == (1, 2)


def test_unknown_ids_say_so(store: Conversations) -> None:
    for look in (store.find, store.record, store.delete):
        with pytest.raises(NoSuchRecord, match="'nothing'"):
            look("nothing")
    with pytest.raises(NoSuchRecord):
        store.rate("nothing", "up", None)


def test_a_rating_is_replaced_by_a_later_one(store: Conversations) -> None:
    store.add(record())
    assert store.rating("c1-a1") is None
    store.rate("c1-a1", "up", None)
    store.rate("c1-a1", "down", "left out the scan")
    assert store.rating("c1-a1") == ("down", "left out the scan")


def test_deleting_a_conversation_deletes_its_answers_and_ratings(store: Conversations) -> None:
    store.add(record())
    store.rate("c1-a1", "up", None)
    store.delete("c1")
    assert store.count() == (0, 0)
    assert store.rating("c1-a1") is None


def test_only_conversations_past_their_days_are_purged(url: str) -> None:
    now = datetime(2026, 11, 1, tzinfo=UTC)
    moment = [now]
    store = Conversations(url, clock=lambda: moment[0])
    store.add(record(conversation="old"))
    moment[0] = now + timedelta(days=20)
    store.add(record(conversation="new"))
    moment[0] = now + timedelta(days=31)
    assert store.purge(30) == 1
    assert store.find("new").turns == 1
    with pytest.raises(NoSuchRecord):
        store.find("old")
    store.close()


def test_deleted_texts_are_gone_from_the_files(tmp_path: Path) -> None:
    store = Conversations(f"sqlite:///{tmp_path / 'records.db'}")
    secret = "a sentence that must not stay " * 50
    store.add(record(message=secret))
    store.add(record(conversation="other"))
    assert any(secret[:30].encode() in file.read_bytes() for file in tmp_path.iterdir())
    store.delete("c1")
    assert not any(secret[:30].encode() in file.read_bytes() for file in tmp_path.iterdir())
    store.close()


def test_migrations_make_the_tables_of_the_code(url: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    store = Conversations(url)
    with store._engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    store.close()


def test_opening_again_keeps_what_is_there(url: str) -> None:
    first = Conversations(url)
    first.add(record())
    second = Conversations(url)
    assert second.record("c1-a1") == record()
    first.close()
    second.close()


def test_a_database_of_a_newer_program_is_refused(url: str) -> None:
    store = Conversations(url)
    with store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    with pytest.raises(StorageError, match="newer Guiderail"):
        Conversations(url)


@pytest.mark.parametrize(
    ("url", "kind", "words"),
    [
        ("not a url", InputError, "must be given as a URL"),
        ("mysql://somewhere/x", InputError, "not supported"),
        ("sqlite:////proc/nowhere/records.db", StorageError, "cannot be opened"),
        ("postgresql://nobody:secret@127.0.0.1:1/x", StorageError, r"\*\*\*"),
    ],
)
def test_a_wrong_database_gets_one_sentence(url: str, kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words) as caught:
        Conversations(url)
    assert "secret" not in str(caught.value)


def test_a_failing_database_quotes_no_question(tmp_path: Path) -> None:
    store = Conversations(f"sqlite:///{tmp_path / 'records.db'}")
    with sqlite3.connect(tmp_path / "records.db") as other:
        other.execute("DROP TABLE answer")
    with pytest.raises(StorageError) as caught:
        store.add(record(message="my secret question"))
    assert "secret" not in str(caught.value)
    store.close()


WRITER = """
import sys
from tests.answering.test_conversations import record
from answering.conversations import Conversations
store = Conversations(sys.argv[1])
print("ready", flush=True)
conversation = 0
while True:
    conversation += 1
    for turn in range(1, 6):
        store.add(record(turn, conversation=f"{sys.argv[2]}-{conversation}", message="x" * 20_000))
"""


def test_nothing_half_is_left_by_a_killed_writer(url: str) -> None:
    for round_ in range(3):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, url, str(round_)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(0.15 + 0.07 * round_)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
    store = Conversations(url)  # opens, so the file is sound
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT c.id, c.turns, count(a.id), max(a.turn) FROM conversation c"
            " LEFT JOIN answer a ON a.conversation_id = c.id GROUP BY c.id, c.turns"
        ).all()
        loose = connection.exec_driver_sql(
            "SELECT count(*) FROM answer WHERE conversation_id NOT IN (SELECT id FROM conversation)"
        ).scalar_one()
    engine.dispose()
    assert len(rows) >= 3
    assert all(turns == count == last for _, turns, count, last in rows)
    assert loose == 0
    last = max(rows, key=lambda row: row[0])[0]
    assert store.find(last).state == store.record(f"{last}-a{store.find(last).turns}").state_after
    store.close()
