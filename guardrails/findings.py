"""What the guardrail says about a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from language.reading import Claim

Kind = Literal["contradiction", "unsupported", "quantity", "citation", "omission"]
Severity = Literal["block", "warn"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, with the characters it is about and what decided.

    counterexample: the facts of a patient for whom it is wrong; cues: the words that were read.
    """

    kind: Kind
    severity: Severity
    rule: str | None
    text: str
    start: int
    end: int
    message: str
    counterexample: Mapping[str, str] | None = None
    sources: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "severity": self.severity,
            "rule": self.rule,
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "message": self.message,
            "counterexample": dict(self.counterexample) if self.counterexample is not None else None,
            "sources": list(self.sources),
            "cues": list(self.cues),
        }


@dataclass(frozen=True, slots=True)
class Verdict:
    """pass or block, with every finding and every claim that was read."""

    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]

    @property
    def verdict(self) -> Literal["pass", "block"]:
        return "block" if any(f.severity == "block" for f in self.findings) else "pass"

    def to_json(self) -> dict[str, Any]:
        return {
            "verdict": self.verdict,
            "findings": [f.to_json() for f in self.findings],
            "claims": [
                {
                    "intervention": c.intervention,
                    "stance": c.stance,
                    "action": c.action,
                    "condition": str(c.condition),
                    "start": c.start,
                    "end": c.end,
                    "cues": list(c.cues),
                }
                for c in self.claims
            ],
        }
