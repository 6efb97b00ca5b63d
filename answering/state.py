"""What one turn of a conversation leaves to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class ConversationState:
    """The patient so far, and what "it" or "the second option" would refer to.

    patient: facts that were stated or sent; supposed: facts that only the last question supposed;
    narrowed: conditions that leave several values open; topic: the interventions that the last turn was
    about, the most salient first; asked: the topics that it dealt with; options: the statements or interventions
    that it offered, in order; plain: what it asked, in plain words.
    """

    patient: Mapping[str, str] = field(default_factory=dict)
    supposed: Mapping[str, str] = field(default_factory=dict)
    narrowed: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    plain: str = ""
    turns: int = 0

    def to_json(self) -> dict[str, Any]:
        return {
            "patient": dict(self.patient),
            "supposed": dict(self.supposed),
            "narrowed": list(self.narrowed),
            "topic": list(self.topic),
            "asked": list(self.asked),
            "options": list(self.options),
            "plain": self.plain,
            "turns": self.turns,
        }

    @classmethod
    def from_json(cls, state: Mapping[str, Any]) -> ConversationState:
        """The state of `to_json`; an empty mapping is a new conversation."""
        return cls(
            patient=dict(state.get("patient", {})),
            supposed=dict(state.get("supposed", {})),
            narrowed=tuple(state.get("narrowed", ())),
            topic=tuple(state.get("topic", ())),
            asked=tuple(state.get("asked", ())),
            options=tuple(state.get("options", ())),
            plain=str(state.get("plain", "")),
            turns=int(state.get("turns", 0)),
        )
