"""Findings about drafted sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from guardrails.findings import Finding, Kind, Verdict


class Checker(Protocol):
    """The guardrail over any text."""

    def check(
        self, text: str, *, question: str | None = None, patient: Mapping[str, str] | None = None
    ) -> Verdict: ...


def blocked(kind: Kind, text: str, message: str) -> Finding:
    """A finding of the drafting stage itself, about a whole sentence."""
    return Finding(kind, "block", None, text, 0, len(text), message)


def blocking(findings: Iterable[Finding], *, omissions: bool) -> tuple[Finding, ...]:
    """Those that block; while an answer is still being written, nothing has been left out yet."""
    return tuple(f for f in findings if f.severity == "block" and (omissions or f.kind != "omission"))
