"""The gate that each drafted sentence goes through, in the context of what has been shown already."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from answering.drafting.draft import DraftSentence
from answering.drafting.findings import Checker, blocked, blocking
from answering.drafting.grounding import Grounding, rendered
from guardrails.findings import Finding

log = logging.getLogger("guiderail")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of a sentence: the piece that was added to the answer, or why nothing was."""

    shown: str  # the sentence with its citations
    piece: str | None  # the sentence with what separates it from the one before; None when it did not pass
    findings: tuple[Finding, ...]  # that blocked it


class Gate:
    """Lets through what is grounded, and what the guardrail passes by itself and after everything before it."""

    def __init__(
        self,
        checker: Checker,
        grounding: Grounding,
        question: str,
        patient: Mapping[str, str],
    ) -> None:
        self._checker, self._grounding = checker, grounding
        self._question, self._patient = question, patient
        self.sentences: list[str] = []  # that went through, as shown
        self.text = ""
        self._checked: tuple[str, tuple[Finding, ...]] = ("", ())

    def judge(self, sentence: DraftSentence) -> Judgement:
        """Let a sentence through, or say why not."""
        findings = self.findings(sentence)
        return self._through(sentence) if not findings else Judgement(rendered(sentence), None, findings)

    def admit(self, statement: DraftSentence) -> Judgement:
        """As `judge`, for a statement of the guideline itself: it needs no grounding."""
        findings = self._in_context(rendered(statement))
        return self._through(statement) if not findings else Judgement(rendered(statement), None, findings)

    def findings(self, sentence: DraftSentence) -> tuple[Finding, ...]:
        """What is wrong with a sentence in this place."""
        return self._grounding.findings(sentence) or self._in_context(rendered(sentence))

    def _in_context(self, shown: str) -> tuple[Finding, ...]:
        """What blocks a sentence after what went through, or by itself: no context makes a wrong sentence right."""
        found = blocking(self.check(self.text + _separator(self.text, shown) + shown), omissions=False)
        if found or not self.text:
            return found
        return blocking(self._check(shown), omissions=False)

    def _through(self, sentence: DraftSentence) -> Judgement:
        shown = rendered(sentence)
        piece = _separator(self.text, shown) + shown
        self.sentences.append(shown)
        self.text += piece
        return Judgement(shown, piece, ())

    def check(self, text: str) -> tuple[Finding, ...]:
        """All findings of the guardrail on a text; a guardrail that fails blocks."""
        if text != self._checked[0]:  # the whole text was just checked with its last sentence
            self._checked = (text, self._check(text))
        return self._checked[1]

    def _check(self, text: str) -> tuple[Finding, ...]:
        try:
            return self._checker.check(text, question=self._question, patient=self._patient).findings
        except Exception as error:
            log.error("the guardrail failed: %s", type(error).__name__)
            return (blocked("unsupported", text, "The guardrail failed on this text."),)


def _separator(text: str, following: str) -> str:
    if not text:
        return ""
    bullets = following.startswith(("- ", "* ")), text.rpartition("\n")[2].startswith(("- ", "* "))
    return "\n" if all(bullets) else "\n\n" if any(bullets) else " "
