"""What is kept: a conversation's state, and each answer with everything it rested on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

Json = Mapping[str, Any]
Rating = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a conversation has come to: how many turns, and the state that the next turn starts from."""

    id: str
    turns: int
    state: Json


@dataclass(frozen=True, slots=True)
class Record:
    """One answer with everything it rested on."""

    id: str
    conversation_id: str
    turn: int  # 1 for the first
    created: datetime
    message: str
    patient: Mapping[str, str | None]  # as the client sent it; None takes a fact back
    state_before: Json
    state_after: Json
    draft: str | None  # as the drafter wrote it, before the guardrail; None when it was shown as it was
    response: Json  # as it was sent
    versions: Mapping[str, str]

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "conversation_id": self.conversation_id,
            "turn": self.turn,
            "created": self.created.isoformat(),
            "message": self.message,
            "patient": dict(self.patient),
            "state_before": dict(self.state_before),
            "state_after": dict(self.state_after),
            "draft": self.draft,
            "response": dict(self.response),
            "versions": dict(self.versions),
        }
