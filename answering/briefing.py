"""What a drafter is told of a question, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guardrails.algorithm import Directive
from ingest.statement import Statement


@dataclass(frozen=True, slots=True)
class Brief:
    """The question as it was read: the patient of this conversation, and what of the guideline bears on it."""

    question: str
    patient: Mapping[str, str]  # as the answer will have it
    passages: tuple[Statement, ...]  # retrieved, best first
    directives: tuple[Directive, ...]  # that hold for every patient whom these facts fit
