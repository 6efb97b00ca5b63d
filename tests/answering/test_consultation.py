from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from answering.consultation import Consultations, Turn, replay
from answering.conversations import Conversations
from answering.record import Json
from corpus.errors import NoSuchRecord
from tests.scripted_assistant import VERSIONS, ScriptedAssistant


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Conversations]:
    store = Conversations(f"sqlite:///{tmp_path / 'records.db'}")
    yield store
    store.close()


def test_a_turn_is_recorded_before_it_is_returned(store: Conversations) -> None:
    response = Consultations(ScriptedAssistant(), store).ask("Why?", None, {"fact": "yes"})
    record = store.record(response["answer_id"])
    assert record.response == response
    assert json.dumps(record.response) == json.dumps(response)  # in the same order too
    assert (record.message, record.turn, record.state_before) == ("Why?", 1, {})
    assert record.versions == VERSIONS


def test_facts_add_up_over_turns_and_can_be_taken_back(store: Conversations) -> None:
    consultations = Consultations(ScriptedAssistant(), store)
    first = consultations.ask("a", None, {"x": "1", "y": "2"})
    second = consultations.ask("b", first["conversation_id"], {"y": None, "z": "3"})
    assert second["patient"] == {"x": "1", "z": "3"}
    assert consultations.ask("c", first["conversation_id"])["patient"] == {"x": "1", "z": "3"}


def test_nothing_leaks_between_conversations(store: Conversations) -> None:
    consultations = Consultations(ScriptedAssistant(), store)
    first = consultations.ask("a", None, {"x": "1"})
    second = consultations.ask("a", None)
    assert first["conversation_id"] != second["conversation_id"]
    assert second["patient"] == {}


def test_the_id_of_an_answer_follows_from_its_content(tmp_path: Path) -> None:
    ids = []
    for name in ("one.db", "two.db"):
        store = Conversations(f"sqlite:///{tmp_path / name}")
        consultations = Consultations(ScriptedAssistant(), store)
        response = consultations.ask_once("a", {"x": "1"})
        ids.append((response["answer_id"], response["conversation_id"]))
        assert consultations.ask_once("a", {"x": "1"}) == response
        assert consultations.ask_once("a", {"x": "2"})["answer_id"] != response["answer_id"]
        assert store.count() == (2, 2)
        store.close()
    assert ids[0] == ids[1]


def test_an_unknown_conversation_is_told(store: Conversations) -> None:
    with pytest.raises(NoSuchRecord):
        Consultations(ScriptedAssistant(), store).ask("a", "nothing")


def test_nothing_is_stored_when_answering_fails(store: Conversations) -> None:
    with pytest.raises(ZeroDivisionError):
        Consultations(ScriptedAssistant({"a": ZeroDivisionError()}), store).ask("a")
    assert store.count() == (0, 0)


class Meeting:
    """Lets several turns answer at the same moment, as slow models do."""

    def __init__(self, parties: int) -> None:
        self._barrier = threading.Barrier(parties)
        self._inner = ScriptedAssistant()

    def turn(self, message: str, state: Json, patient: Mapping[str, str | None]) -> Turn:
        with contextlib.suppress(threading.BrokenBarrierError):
            self._barrier.wait(timeout=0.2)
        return self._inner.turn(message, state, patient)


def test_questions_at_the_same_time_become_turns_one_after_the_other(store: Conversations) -> None:
    first = Consultations(ScriptedAssistant(), store).ask("first")
    consultations = Consultations(Meeting(3), store)
    facts = ["x", "y", "z"]
    threads = [
        threading.Thread(target=consultations.ask, args=(fact, first["conversation_id"], {fact: "1"}))
        for fact in facts
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = store.find(first["conversation_id"])
    assert found.turns == 4
    assert found.state["patient"] == dict.fromkeys(facts, "1")


def test_a_replay_with_the_same_versions_is_the_same(store: Conversations) -> None:
    consultations = Consultations(ScriptedAssistant(), store)
    first = consultations.ask("a", None, {"x": "1", "y": "2"})
    second = consultations.ask("b", first["conversation_id"], {"x": None})
    for response in (first, second):
        again = replay(store.record(response["answer_id"]), ScriptedAssistant())
        assert (again.same, again.changed, again.differing) == (True, {}, ())


def test_a_replay_names_the_version_that_changed(store: Conversations) -> None:
    response = Consultations(ScriptedAssistant(), store).ask("a")
    record = store.record(response["answer_id"])
    newer = {**VERSIONS, "algorithm": "2"}
    harmless = replay(record, ScriptedAssistant(versions=newer))
    assert (harmless.same, harmless.changed) == (True, {"algorithm": ("scripted", "2")})
    other = replay(record, ScriptedAssistant(versions=newer, otherwise="Something else [1.1]."))
    assert (other.same, other.differing) == (False, ("answer",))
