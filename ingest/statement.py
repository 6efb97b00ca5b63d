"""What a guideline is made of: statements, each with its place, its evidence and its span in the source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well a statement is supported, in the guideline's own grading: level "I", grade "A"."""

    level: str | None
    grade: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One numbered statement of a guideline.

    `text` is verbatim and stands at `span` of the guideline's source: ``source[a:b] == text``. It holds
    neither the number nor the evidence tag nor the reference numbers behind it.
    """

    id: str
    text: str
    section: tuple[str, ...]
    references: tuple[int, ...]
    evidence: Evidence | None
    span: tuple[int, int]
