"""The messages that a language model gets. Rules are prompts; everything else is JSON that is said to be data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from answering.briefing import Brief
from answering.prompts import prompt
from guardrails.algorithm import Algorithm
from ingest.guideline import Guideline

Role = Literal["system", "human", "ai"]
Messages = tuple[tuple[Role, str], ...]


@dataclass(frozen=True, slots=True)
class Withheld:
    """A sentence that did not pass, and why, in plain sentences."""

    sentence: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the model is told, but for the form of its answer, which depends on what it can do."""

    rules: str
    case: str
    draft: str | None = None  # the first draft as the model wrote it, when this asks to revise it
    review: str | None = None

    def messages(self, *, tagged: bool) -> Messages:
        form = prompt("tagged" if tagged else "structured")
        start: Messages = (("system", f"{self.rules}\n\n{form}"), ("human", self.case))
        if self.review is None:
            return start
        return (*start, ("ai", self.draft or "…"), ("human", self.review))


class Prompter:
    """Makes prompts about one guideline."""

    def __init__(self, guideline: Guideline, algorithm: Algorithm) -> None:
        self._rules = prompt("draft", title=guideline.title, population=guideline.population)
        self._labels: Mapping[str, tuple[str, Mapping[str, str]]] = {
            fact.name: (fact.label, fact.values) for fact in algorithm.facts
        }

    def draft(self, brief: Brief) -> Prompt:
        return Prompt(self._rules, prompt("case", case=_json(self._case(brief))))

    def revise(self, brief: Brief, draft: str, kept: Sequence[str], withheld: Sequence[Withheld]) -> Prompt:
        review = {
            "sentences_that_stay": list(kept),
            "withheld": [{"sentence": w.sentence, "why": list(w.why)} for w in withheld],
        }
        first = self.draft(brief)
        return Prompt(first.rules, first.case, draft, prompt("revise", review=_json(review)))

    def _case(self, brief: Brief) -> dict[str, Any]:
        return {
            "question": brief.question,
            "patient": [
                {"fact": self._labels[name][0], "value": self._labels[name][1][value]}
                for name, value in brief.patient.items()
                if name in self._labels and value in self._labels[name][1]
            ],
            "statements": [
                {
                    "id": s.id,
                    "section": " > ".join(s.section),
                    "text": s.text,
                    **({} if s.evidence is None else {"level": s.evidence.level, "grade": s.evidence.grade}),
                }
                for s in brief.passages
            ],
            "directives": [
                {"strength": d.strength, "what": d.title, "statements": list(d.sources)}
                for d in brief.directives
            ],
        }


def _json(value: Any) -> str:
    # Every angle bracket is escaped, so that no text can look like the tags of an answer.
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return text.replace("<", "\\u003c").replace(">", "\\u003e")
