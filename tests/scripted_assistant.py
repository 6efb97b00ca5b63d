"""A responder that says what it was told to say: for tests and demonstrations without guideline or model."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from typing import Any

from answering.consultation import Begun, Found, Sentence, Sources, Step, Turn
from answering.record import Json

VERSIONS: Mapping[str, str] = {
    "guideline": "scripted",
    "algorithm": "scripted",
    "index": "scripted",
    "model": "scripted",
    "program": "scripted",
}


class ScriptedAssistant:
    """Answers a message with the script's text for it, else with `otherwise`; carries facts as a real one does.

    A script's value that is an exception is raised, so that what happens on a failure can be seen.
    """

    def __init__(
        self,
        script: Mapping[str, str | Exception] | None = None,
        *,
        otherwise: str = "The first sentence [1.1]. The second one [1.2].\n\n- A bullet [1.1].\n",
        versions: Mapping[str, str] = VERSIONS,
    ) -> None:
        self._script, self._otherwise, self._versions = dict(script or {}), otherwise, versions

    def turn(self, message: str, state: Json, patient: Mapping[str, str | None]) -> Turn:
        said = self._script.get(message, self._otherwise)
        if isinstance(said, Exception):
            raise said
        facts = {name: v for name, v in {**state.get("patient", {}), **patient}.items() if v is not None}
        response: dict[str, Any] = {
            "status": "answered" if said else "abstained",
            "answer": said,
            "citations": [
                {
                    "id": "1.1",
                    "section": "A section > A part",
                    "quote": "The statement.",
                    "references": [1],
                    "evidence": {"level": "I", "grade": "A"},
                }
            ]
            if said
            else [],
            "patient": facts,
            "missing": [],
            "guardrail": {"verdict": "pass", "action": "none", "findings": [], "checked": 0},
            "drafted_by": "guideline",
            "versions": dict(self._versions),
            "notice": None if state else "For professionals.",
        }
        return Turn(response, {"patient": facts, "turns": state.get("turns", 0) + 1})


class ScriptedStream(ScriptedAssistant):
    """A ScriptedAssistant that is heard word by word, with a pause before each word.

    `stopped` tells whether a stream of it was given up before its end.
    """

    def __init__(
        self, script: Mapping[str, str | Exception] | None = None, *, pause: float = 0.0, **more: Any
    ) -> None:
        super().__init__(script, **more)
        self._pause = pause
        self.stopped = False

    async def stream(
        self, message: str, state: Json, patient: Mapping[str, str | None]
    ) -> AsyncGenerator[Step]:
        turn = self.turn(message, state, patient)
        try:
            yield Begun(turn.response["patient"])
            yield Sources(turn.response["citations"])
            for number, word in enumerate(turn.response["answer"].split(" ")):
                await asyncio.sleep(self._pause)
                yield Sentence(word if number == 0 else f" {word}")
            for finding in turn.response["guardrail"]["findings"]:
                yield Found(finding)
            yield turn
        except (asyncio.CancelledError, GeneratorExit):
            self.stopped = True
            raise
