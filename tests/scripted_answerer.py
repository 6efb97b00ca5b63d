"""An answerer without index or encoder, whose composed answer is the guideline itself: for tests and demonstrations.

Everything of the guideline is retrieved, and the answer to a question is what a table says, word by word from the
guideline, so that it is always right and plain to compare.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

from answering.answer import Citation
from answering.briefing import Brief
from answering.consultation import Turn
from answering.record import Json
from guardrails.algorithm import Algorithm
from ingest.guideline import Guideline
from ingest.statement import Statement

Facts = Mapping[str, str | None]


class ScriptedAnswerer:
    """Answers with the statements whose ids `answers` gives for a question, else with those of `otherwise`.

    A question of `unanswered` is out of scope. `seconds` is how long composing takes.
    """

    def __init__(
        self,
        guideline: Guideline,
        algorithm: Algorithm,
        *,
        answers: Mapping[str, Sequence[str]] | None = None,
        otherwise: Sequence[str] = (),
        unanswered: Sequence[str] = (),
        seconds: float = 0.0,
    ) -> None:
        self._guideline, self._algorithm = guideline, algorithm
        self._answers = dict(answers or {})
        self._otherwise = tuple(otherwise) or (guideline.statements[0].id,)
        self._unanswered, self._seconds = frozenset(unanswered), seconds

    def brief(self, message: str, state: Json, patient: Facts) -> Brief | None:
        if message in self._unanswered:
            return None
        known = _merged(state, patient)
        fit = self._algorithm.patients.known(known)
        holding = tuple(
            d for d in self._algorithm.directives if fit and fit & ~self._algorithm.masks[d.id] == 0
        )
        return Brief(message, known, self._guideline.statements, holding)

    def turn(self, message: str, state: Json, patient: Facts) -> Turn:
        time.sleep(self._seconds)
        known = _merged(state, patient)
        after = {"patient": known, "turns": state.get("turns", 0) + 1}
        if message in self._unanswered:
            return Turn(_response("The guideline does not cover this.", (), known), after)
        found = [self._guideline.statement(i) for i in self._answers.get(message, self._otherwise)]
        said = [statement for statement in found if statement is not None]
        text = " ".join(f"{s.text.rstrip('.')} [{s.id}]." for s in said)
        return Turn(_response(text, said, known), after)


def _merged(state: Json, patient: Facts) -> dict[str, str]:
    facts: dict[str, str | None] = {**state.get("patient", {}), **patient}
    return {name: value for name, value in facts.items() if value is not None}


def _response(text: str, said: Sequence[Statement], patient: Mapping[str, str]) -> dict[str, Any]:
    return {
        "status": "answered" if said else "abstained",
        "answer": text,
        "citations": [Citation.of(s).to_json() for s in said],
        "patient": dict(patient),
        "missing": [],
        "guardrail": {"verdict": "pass", "action": "none", "findings": [], "checked": 0},
        "drafted_by": "guideline",
        "versions": {"guideline": "scripted", "program": "scripted"},
        "notice": None,
    }
