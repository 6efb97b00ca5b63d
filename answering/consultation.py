"""One turn of a conversation, from the message to the stored record; and replaying a record.

The answer itself is made by a Responder, which is a pure function of message, state and facts. This is the thin
shell around it: it reads the conversation, and stores the turn before anybody sees the answer.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from answering.record import Conversation, Json, Record
from corpus.errors import ConversationMoved

if TYPE_CHECKING:  # a responder alone needs no database
    from answering.conversations import Conversations

_TRIES = 4  # how often a turn is answered anew when another of the same conversation was stored meanwhile


@dataclass(frozen=True, slots=True)
class Turn:
    """What one turn has come to."""

    response: Json  # the chat response of INTERFACES.md without its two ids
    state: Json  # what the next turn of the conversation starts from
    draft: str | None = None  # what a language model wrote, before the guardrail


@dataclass(frozen=True, slots=True)
class Begun:
    """The message has been read: what is now known of the patient."""

    patient: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sources:
    """What the answer is going to rest on."""

    citations: Sequence[Json]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A part of the answer that the guardrail has passed, with its own leading blank or line break."""

    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of the guardrail."""

    finding: Json


Step = Begun | Sources | Sentence | Found | Turn


class Responder(Protocol):
    """Whatever answers. The same arguments give the same Turn."""

    def turn(self, message: str, state: Json, patient: Mapping[str, str | None]) -> Turn:
        """Answer one message; `state` is empty for a new conversation, `patient` the facts sent with it.

        A fact sent as None is forgotten, and not read out of this message either.
        """
        ...


@runtime_checkable
class StreamingResponder(Responder, Protocol):
    """A responder that can be heard while it is still at work."""

    def stream(self, message: str, state: Json, patient: Mapping[str, str | None]) -> AsyncGenerator[Step]:
        """The steps of one turn; the last is the Turn, whose answer is the joined texts of the Sentences."""
        ...


class Consultations:
    """Answers questions within conversations, and records every answer with all that it rested on."""

    def __init__(
        self,
        responder: Responder,
        store: Conversations,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._responder, self._store, self._clock = responder, store, clock

    def ask(
        self,
        message: str,
        conversation_id: str | None = None,
        patient: Mapping[str, str | None] | None = None,
    ) -> dict[str, Any]:
        """Answer, record, and return the chat response with its two ids.

        A new conversation gets an id that nobody can guess; the id of an answer follows from its content, so
        that the same turn of the same conversation is the same answer. A fact sent as None is taken back.
        Raises NoSuchRecord for an unknown conversation.
        """
        for _ in range(_TRIES - 1):
            try:
                return self._take(self.open(conversation_id), message, patient or {})
            except ConversationMoved:
                continue
        return self._take(self.open(conversation_id), message, patient or {})

    def open(self, conversation_id: str | None) -> Conversation:
        """The conversation with this id, or a new one when None."""
        if conversation_id is None:
            return Conversation(secrets.token_urlsafe(16), 0, {})
        return self._store.find(conversation_id)

    def ask_once(self, message: str, patient: Mapping[str, str | None] | None = None) -> dict[str, Any]:
        """Answer one question by itself, as the command line does: the same question gives the same bytes.

        The conversation's id follows from the question too, so asking again finds the record that is there.
        """
        digest = _digest([message, dict(patient or {})])
        begun = Conversation(f"once-{digest}", 0, {})
        record = self._answer(begun, message, patient or {})
        self._store.put(record)
        return dict(record.response)

    def _take(
        self, conversation: Conversation, message: str, patient: Mapping[str, str | None]
    ) -> dict[str, Any]:
        record = self._answer(conversation, message, patient)
        self._store.add(record)
        return dict(record.response)

    def _answer(self, conversation: Conversation, message: str, patient: Mapping[str, str | None]) -> Record:
        turn = self._responder.turn(message, conversation.state, patient)
        content = [conversation.id, conversation.turns + 1, message, dict(patient), dict(turn.response)]
        return self.record("a-" + _digest(content), conversation, message, patient, turn)

    def record(
        self,
        answer_id: str,
        conversation: Conversation,
        message: str,
        patient: Mapping[str, str | None],
        turn: Turn,
    ) -> Record:
        """The record of a turn, not yet stored."""
        return Record(
            id=answer_id,
            conversation_id=conversation.id,
            turn=conversation.turns + 1,
            created=self._clock(),
            message=message,
            patient=patient,
            state_before=conversation.state,
            state_after=turn.state,
            draft=turn.draft,
            response={"conversation_id": conversation.id, "answer_id": answer_id, **turn.response},
            versions=turn.response["versions"],
        )


@dataclass(frozen=True, slots=True)
class Replay:
    """What today's versions make of a recorded question."""

    same: bool
    changed: Mapping[str, tuple[str | None, str | None]]  # version -> (then, now)
    differing: tuple[str, ...]  # fields of the response that differ
    then: Json
    now: Json

    def to_json(self) -> dict[str, Any]:
        return {
            "same": self.same,
            "changed": {name: {"then": then, "now": now} for name, (then, now) in self.changed.items()},
            "differing": list(self.differing),
            "then": dict(self.then),
            "now": dict(self.now),
        }


def replay(record: Record, responder: Responder) -> Replay:
    """Answer a recorded question again from the state in which it was asked, and compare.

    Versions and ids are compared apart from what was said: a new index that gives the same answer is the same.
    """
    now = responder.turn(record.message, record.state_before, record.patient).response
    then = {k: v for k, v in record.response.items() if k not in ("conversation_id", "answer_id")}
    versions_now: Mapping[str, str] = now["versions"]
    changed = {
        name: (record.versions.get(name), versions_now.get(name))
        for name in {**record.versions, **versions_now}
        if record.versions.get(name) != versions_now.get(name)
    }
    differing = tuple(k for k in {**then, **now} if k != "versions" and then.get(k) != now.get(k))
    return Replay(not differing, changed, differing, then, now)


def _digest(content: list[Any]) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:24]
