"""A desk and a checker that need neither index nor model: for tests and for building a page against the API."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence

from answering.consultation import Responder
from api.service import Json
from corpus.errors import GuiderailError
from tests.scripted_assistant import ScriptedAssistant


class ScriptedDesk:
    """Answers by script. `broken`, once set, is what `verify` and `search` raise."""

    def __init__(self, responder: Responder | None = None) -> None:
        self.responder: Responder = responder or ScriptedAssistant()
        self.broken: GuiderailError | None = None

    def search(self, query: str, k: int) -> Sequence[Json]:
        self.verify()
        found = {"section": "A section", "quote": "The statement.", "score": 0.5, "ranks": {"dense": 1}}
        return [{"id": f"1.{n}", **found} for n in range(1, k + 1)]

    def verify(self) -> None:
        if self.broken is not None:
            raise self.broken


class ScriptedChecker:
    """Blocks each text that holds one of its words, and says where."""

    def __init__(self, *words: str) -> None:
        self._words = words

    def check(self, text: str, question: str | None, patient: Mapping[str, str]) -> Json:
        findings = [
            {
                "kind": "contradiction",
                "severity": "block",
                "rule": "D01",
                "text": word,
                "start": text.index(word),
                "end": text.index(word) + len(word),
                "message": "This word is not allowed.",
                "counterexample": dict(patient) or None,
                "sources": ["1.1"],
            }
            for word in self._words
            if word in text
        ]
        return {"verdict": "block" if findings else "pass", "findings": findings, "claims": []}


class Gate:
    """A desk that is handed out only when it is opened, as a slow model is."""

    def __init__(self, desk: ScriptedDesk) -> None:
        self._desk, self._open = desk, threading.Event()

    def open(self) -> None:
        self._open.set()

    def __call__(self) -> ScriptedDesk:
        self._open.wait(30)
        return self._desk
