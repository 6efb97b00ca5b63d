"""An answer with everything a clinician needs to judge it, in the form of the chat response."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from guardrails.algorithm import FactAxis
from guardrails.findings import Finding
from ingest.statement import Evidence, Statement

Status = Literal["answered", "abstained"]
Action = Literal["none", "revised", "replaced"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A statement that the answer rests on, verbatim."""

    id: str
    section: str
    quote: str
    references: tuple[int, ...]
    evidence: Evidence | None

    @classmethod
    def of(cls, statement: Statement) -> Citation:
        return cls(
            statement.id,
            " > ".join(statement.section),
            statement.text,
            statement.references,
            statement.evidence,
        )

    def to_json(self) -> dict[str, Any]:
        evidence = self.evidence
        return {
            "id": self.id,
            "section": self.section,
            "quote": self.quote,
            "references": list(self.references),
            "evidence": None if evidence is None else {"level": evidence.level, "grade": evidence.grade},
        }


@dataclass(frozen=True, slots=True)
class MissingFact:
    """A fact that nobody has stated and on which the answer depends.

    `changes` says, for each value that changes something, what the answer would change to.
    """

    axis: FactAxis
    changes: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "fact": self.axis.name,
            "question": self.axis.question,
            "changes": list(self.changes),
            "values": [{"value": value, "label": label} for value, label in self.axis.values.items()],
        }


@dataclass(frozen=True, slots=True)
class GuardrailOutcome:
    """What the guardrail found in the text that is shown, and what was done about an earlier one.

    `checked` is the number of directives that the text was held against.
    """

    verdict: Literal["pass", "block"]
    action: Action
    findings: tuple[Finding, ...]
    checked: int

    def to_json(self) -> dict[str, Any]:
        return {
            "verdict": self.verdict,
            "action": self.action,
            "findings": [finding.to_json() for finding in self.findings],
            "checked": self.checked,
        }


@dataclass(frozen=True, slots=True)
class Versions:
    """What an answer was made with; the same versions give the same answer."""

    guideline: str
    algorithm: str
    index: str
    model: str
    program: str

    def to_json(self) -> dict[str, str]:
        return {
            "guideline": self.guideline,
            "algorithm": self.algorithm,
            "index": self.index,
            "model": self.model,
            "program": self.program,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one message. `patient` are the facts that it takes for known."""

    status: Status
    answer: str
    citations: tuple[Citation, ...]
    patient: Mapping[str, str]
    missing: tuple[MissingFact, ...]
    guardrail: GuardrailOutcome
    versions: Versions
    notice: str | None = None
    drafted_by: str = "guideline"

    def to_json(self) -> dict[str, Any]:
        return {
            "status": self.status,
            "answer": self.answer,
            "citations": [citation.to_json() for citation in self.citations],
            "patient": dict(self.patient),
            "missing": [fact.to_json() for fact in self.missing],
            "guardrail": self.guardrail.to_json(),
            "drafted_by": self.drafted_by,
            "versions": self.versions.to_json(),
            "notice": self.notice,
        }
