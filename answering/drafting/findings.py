"""Findings about drafted sentences, and what of them may leave the server."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
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


def without_words(found: Finding, withheld: Iterable[str]) -> Finding:
    """A finding as it may leave the server: it tells what is wrong with a withheld text, and not the text."""
    told = found.message.lower()
    quotes = any(text.lower() in told for text in (*withheld, found.text) if len(text.split()) > 3)
    message = "A sentence of the draft was withheld." if quotes else found.message
    return replace(found, text="", start=0, end=0, message=message, cues=())
