"""Answers that the real assistant never gives, or seldom: hostile, blocked, revised, broken off, slow."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from typing import Any

from answering.consultation import Begun, Sentence, Sources, Step, Turn
from answering.conversations import Json
from answering.pieces import pieces
from tests.scripted_assistant import VERSIONS, ScriptedStream

HOSTILE = """<script>window.harmed = 1</script><img src=x onerror="window.harmed = 1">
[a link](javascript:window.harmed=1) ![a picture](https://elsewhere.invalid/p.png) <https://elsewhere.invalid>

<div style="position:fixed;inset:0" onclick="window.harmed=1">over everything</div> **bold** [1.1].

[1.1]: https://elsewhere.invalid

<iframe srcdoc="<script>parent.harmed=1</script>"></iframe><svg onload="window.harmed=1"> <style>*{display:none}</style>
"""

FINDING: Mapping[str, Any] = {
    "kind": "contradiction",
    "severity": "block",
    "rule": "D02",
    "text": "Give alphamab to everybody.",
    "start": 0,
    "end": 27,
    "message": "The text recommends what the guideline advises against when the marker is absent.",
    "counterexample": {"marker": "absent", "fitness": "poor"},
    "sources": ["1.2"],
}

MISSING: Mapping[str, Any] = {
    "fact": "fitness",
    "question": "How fit is the patient?",
    "changes": ["Frail patient: Alphamab is not advised [1.2]."],
    "values": [{"value": "good", "label": "fit patient"}, {"value": "poor", "label": "frail patient"}],
}

CITED = (
    ("1.1", "Treatment > First line", "Alphamab is given when the marker is present.", "I", "A"),
    ("1.2", "Treatment > First line", "Alphamab is not given when the marker is absent.", None, None),
    ("2.1", "Follow-up", "The patient is seen again after 3 weeks.", None, None),
)

PLAIN = (
    "Yes: alphamab is given when the marker is present [1.1]. It is not given when the marker is absent [1.2].\n\n"
    "- The patient is seen again after 3 weeks [2.1]."
)


class Scenes(ScriptedStream):
    """Answers by the first word of the question; what it was asked with is kept in `heard`."""

    def __init__(self, pause: float = 0.0) -> None:
        super().__init__()
        self._pause = pause
        self.heard: list[tuple[str, dict[str, str | None]]] = []

    def turn(self, message: str, state: Json, patient: Mapping[str, str | None]) -> Turn:
        scene = message.split()[0].lower()
        facts = {
            **state.get("patient", {}),
            **({"marker": "present"} if "marker" in message else {}),
            **patient,
        }
        known = {name: value for name, value in facts.items() if value is not None}
        guardrail: dict[str, Any] = {"verdict": "pass", "action": "none", "findings": [], "checked": 3}
        if scene in ("revised", "replaced"):
            guardrail |= {"action": scene, "findings": [dict(FINDING)]}
        elif scene == "withheld":
            guardrail |= {"verdict": "block", "findings": [dict(FINDING)]}
        abstained = scene == "foreign"
        answer = (
            HOSTILE if scene == "hostile" else "The guideline does not cover this." if abstained else PLAIN
        )
        return Turn(
            {
                "status": "abstained" if abstained else "answered",
                "answer": answer,
                "citations": [] if abstained else [_citation(*row) for row in CITED],
                "patient": known,
                "missing": [dict(MISSING)] if scene == "missing" and "fitness" not in known else [],
                "guardrail": guardrail,
                "drafted_by": "guideline",
                "versions": dict(VERSIONS),
                "notice": None,
            },
            {"patient": known, "turns": state.get("turns", 0) + 1},
        )

    async def stream(
        self, message: str, state: Json, patient: Mapping[str, str | None]
    ) -> AsyncGenerator[Step]:
        self.heard.append((message, dict(patient)))
        turn = self.turn(message, state, patient)
        pause = 0.6 if message.startswith("slow") else self._pause
        yield Begun(turn.response["patient"])
        yield Sources(turn.response["citations"])
        for text in pieces(turn.response["answer"]):
            await asyncio.sleep(pause)
            yield Sentence(text)
            if message.startswith("broken"):
                raise RuntimeError("scripted")
        yield turn


def _citation(id: str, section: str, quote: str, level: str | None, grade: str | None) -> dict[str, Any]:
    evidence = {"level": level, "grade": grade} if level else None
    return {"id": id, "section": section, "quote": quote, "references": [1], "evidence": evidence}
