"""The last step: an answer leaves only if the guardrail passes it. What it objects to is taken out or added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from answering.answer import Action
from answering.layout import Passage, cited_in, laid_out, verbatim
from answering.outline import Speaker
from answering.repertoire import Repertoire
from guardrails.contradiction import Known
from guardrails.findings import Finding, Verdict
from guardrails.guardrail import Guardrail
from ingest.guideline import Guideline
from language.sentences import sentences

_TRIES = 6


@dataclass(frozen=True, slots=True)
class Checked:
    """A text that the guardrail passes, with its verdict; "replaced" when it is no more than quotations."""

    text: str
    verdict: Verdict
    action: Action


class Mender:
    """Checks composed passages, and mends what the guardrail blocks. Pure."""

    def __init__(
        self, guardrail: Guardrail, repertoire: Repertoire, speaker: Speaker, guideline: Guideline
    ) -> None:
        self._guardrail, self._repertoire = guardrail, repertoire
        self._speaker, self._guideline = speaker, guideline

    def checked(
        self, passages: Sequence[Passage], message: str, patient: Mapping[str, str], known: Known
    ) -> Checked | None:
        """The passages as text: as composed, else without leads, else mended, else the statements verbatim.

        None when not even these pass: then nothing may be said.
        """
        composed = laid_out(passages)
        bare = laid_out([replace(p, lead="") for p in passages])
        for text in (composed, bare) if bare != composed else (composed,):
            verdict = self._judge(text, message, patient)
            if verdict.verdict == "pass":
                return Checked(text, verdict, "none")
        for quoting, text in ((False, bare), (True, self._quoted(composed))):
            for _ in range(_TRIES):
                verdict = self._judge(text, message, patient)
                if verdict.verdict == "pass":
                    return Checked(text, verdict, "replaced" if quoting else "none")
                text = self._mended(text, next(f for f in verdict.findings if f.severity == "block"), known)
                if not cited_in(text):
                    break
        return None

    def _judge(self, text: str, message: str, patient: Mapping[str, str]) -> Verdict:
        return self._guardrail.check(text, question=message, patient=patient)

    def _quoted(self, text: str) -> str:
        statements = (self._guideline.statement(id) for id in cited_in(text))
        return " ".join(verbatim(s) for s in statements if s is not None)

    def _mended(self, text: str, finding: Finding, known: Known) -> str:
        """The text without the sentence that a finding is about, or with the directive that it misses."""
        if finding.kind != "omission":
            start, end = next(((a, b) for a, b in sentences(text) if a <= finding.start < b), (0, len(text)))
            return (text[:start].rstrip() + " " + text[end:].lstrip()).strip()
        telling = [p for p in self._repertoire.points.values() if finding.rule in p.directives]
        if telling:
            point = min(telling, key=lambda p: len(p.directives))
            form = self._speaker.form(self._speaker.use(point.id, known.mask))
            return f"{text} {self._speaker.text(form.short, known.mask)}"
        statements = (self._guideline.statement(id) for id in finding.sources)
        return " ".join([text, *(verbatim(s) for s in statements if s is not None)])
