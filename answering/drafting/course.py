"""The course of one drafted answer: draft, at most one revision, what is missing, or nothing.

Only what went through the gate is ever handed to `release`. Whatever the model or the provider does, the course ends
in an Outcome: a text that passed as a whole, or the reason why there is none.
"""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Callable, Iterable
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any, Literal

from answering.briefing import Brief
from answering.drafting.draft import DraftSentence
from answering.drafting.failure import DraftFailed, Reason
from answering.drafting.findings import blocking
from answering.drafting.gate import Gate, Judgement
from answering.drafting.grounding import rendered
from answering.drafting.model import Drafter, Transcript
from answering.drafting.prompting import Prompt, Prompter, Withheld
from guardrails.findings import Finding
from ingest.guideline import Guideline

log = logging.getLogger("guiderail")

# The share of the time left that is spent on reading the rest of a draft of which a sentence was withheld: the
# revision is better told of everything that is wrong, but it needs its time too.
_REST = 1 / 3


@dataclass(slots=True)
class Attempt:
    """One call to the model, for the record."""

    kind: Literal["draft", "revision"]
    text: str = ""
    findings: list[Finding] = field(default_factory=list)
    failure: Reason | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "text": self.text,
            "findings": [f.to_json() for f in self.findings],
            "failure": self.failure,
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """`text` is None when the composed answer has to take the draft's place, for `reason`."""

    text: str | None
    reason: Reason | None
    revised: bool
    withheld: tuple[Judgement, ...]  # what did not pass, in order
    added: tuple[Finding, ...]  # what was missing and has been added
    refused: tuple[Finding, ...]  # what was wrong with the text as a whole, when that is why there is none
    noted: tuple[Finding, ...]  # warnings about the text as it is
    shown: bool  # whether any sentence was released
    attempts: tuple[Attempt, ...]


class Course:
    """Runs once."""

    def __init__(
        self,
        brief: Brief,
        gate: Gate,
        drafter: Drafter,
        prompter: Prompter,
        guideline: Guideline,
        *,
        deadline: float,  # in the event loop's time
        release: Callable[[str], None],
        withhold: Callable[[Judgement], None],
    ) -> None:
        self._brief, self._gate, self._drafter, self._prompter = brief, gate, drafter, prompter
        self._guideline, self._deadline = guideline, deadline
        self._release, self._withhold = release, withhold
        self._attempts: list[Attempt] = []
        self._withheld: list[Judgement] = []
        self._added: list[Finding] = []

    async def run(self) -> Outcome:
        try:
            return await self._run()
        except Exception as error:  # an answer is never lost to a mistake in here
            place = traceback.extract_tb(error.__traceback__)[-1]  # the message could quote the question
            log.error("drafting failed: %s at %s:%s", type(error).__name__, place.filename, place.lineno)
            return self._without("unavailable")

    async def _run(self) -> Outcome:
        first = await self._attempt("draft", self._prompter.draft(self._brief))
        if self._withheld:
            review = self._prompter.revise(
                self._brief, first.text, self._gate.sentences, list(_reviews(self._withheld))
            )
            blocked_before = len(self._withheld)
            second = await self._attempt("revision", review)
            if second.failure is not None:
                return self._without(second.failure)
            if len(self._withheld) > blocked_before:
                return self._without("blocked")
        elif first.failure is not None:
            return self._without(first.failure)
        if not self._gate.text:
            return self._without("blocked" if self._withheld else "malformed")
        return self._complete()

    async def _attempt(self, kind: Literal["draft", "revision"], prompt: Prompt) -> Attempt:
        attempt, transcript = Attempt(kind), Transcript()
        self._attempts.append(attempt)
        clock = asyncio.get_running_loop().time
        until: float | None = None  # set once a sentence was withheld
        try:
            async with aclosing(self._drafter.draft(prompt, transcript, self._deadline)) as sentences:
                while True:
                    async with asyncio.timeout_at(until):
                        sentence = await anext(sentences, None)
                    if sentence is None:
                        break
                    if not self._judge(sentence, attempt, release=until is None):
                        if kind == "revision":
                            break
                        until = until or clock() + (self._deadline - clock()) * _REST
        except DraftFailed as failure:
            attempt.failure = failure.reason
        except TimeoutError:
            pass  # of the rest of a draft that is revised anyway
        finally:
            attempt.text = transcript.text
        return attempt

    def _judge(self, sentence: DraftSentence, attempt: Attempt, *, release: bool) -> bool:
        if rendered(sentence) in self._gate.sentences:
            return True  # said already, as revisions do that begin anew
        if not release:
            # What follows a withheld sentence is judged for the revision only: it may rest on what is not shown.
            findings = self._gate.findings(sentence)
            attempt.findings += findings
            if findings:
                self._note(Judgement(rendered(sentence), None, findings))
            return not findings
        judgement = self._gate.judge(sentence)
        attempt.findings += judgement.findings
        if judgement.piece is None:
            self._note(judgement)
            return False
        self._release(judgement.piece)
        return True

    def _note(self, judgement: Judgement) -> None:
        self._withheld.append(judgement)
        self._withhold(judgement)

    def _complete(self) -> Outcome:
        """Judge the text as a whole, and add the statements of what it leaves out."""
        findings = self._gate.check(self._gate.text)
        for missing in [f for f in blocking(findings, omissions=True) if f.kind == "omission"]:
            findings = self._add(missing, findings)
        if refused := blocking(findings, omissions=True):
            self._attempts[-1].findings += refused
            return self._outcome(None, "blocked", refused)
        return self._outcome(self._gate.text, None, findings)

    def _add(self, missing: Finding, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        for source in missing.sources:
            if not any(f.kind == "omission" and f.rule == missing.rule for f in findings):
                break
            statement = self._guideline.statement(source)
            if statement is None:
                continue
            judgement = self._gate.admit(DraftSentence(statement.text, (statement.id,)))
            if judgement.piece is not None:
                self._release(judgement.piece)
                if missing not in self._added:
                    self._added.append(missing)
                    self._attempts[-1].findings.append(missing)
                findings = self._gate.check(self._gate.text)
        return findings

    def _without(self, reason: Reason) -> Outcome:
        return self._outcome(None, reason, ())

    def _outcome(self, text: str | None, reason: Reason | None, findings: Iterable[Finding]) -> Outcome:
        return Outcome(
            text,
            reason,
            revised=bool(self._withheld or self._added),
            withheld=tuple(self._withheld),
            added=tuple(self._added),
            refused=() if text is not None else tuple(findings),
            noted=() if text is None else tuple(findings),
            shown=bool(self._gate.text),
            attempts=tuple(self._attempts),
        )


def _reviews(withheld: Iterable[Judgement]) -> Iterable[Withheld]:
    for judgement in withheld:
        yield Withheld(judgement.shown, tuple(dict.fromkeys(f.message for f in judgement.findings)))
