"""The guardrail: any text in, a verdict out, in milliseconds and always the same."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.errors import InputError
from guardrails.citations import Citations
from guardrails.contradiction import Contradictions, Known
from guardrails.findings import Finding, Verdict
from guardrails.omission import Omissions
from guardrails.pack import Pack
from guardrails.quantity import Quantities
from guardrails.unsupported import unsupported
from language.condition import both
from language.reading import Reading


class Guardrail:
    """Checks texts against a pack's algorithm. Pure and thread-safe."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._contradictions = Contradictions(pack.algorithm, pack.vocabulary)
        self._quantities = Quantities(pack.algorithm, pack.vocabulary)
        self._omissions = Omissions(pack.algorithm, pack.vocabulary)
        self._citations = Citations(pack)

    def known(self, question: Reading | None, patient: Mapping[str, str]) -> Known:
        """The patients who agree with the given facts and with what the question states.

        Raises InputError for a fact or value that the algorithm does not have. Given facts win.
        """
        algorithm = self.pack.algorithm
        axes = {f.name: tuple(f.values) for f in algorithm.facts}
        for name, value in patient.items():
            if name not in axes:
                raise InputError(f"There is no fact {name!r}; the facts are {', '.join(axes)}.")
            if value not in axes[name]:
                raise InputError(
                    f"The fact {name!r} has no value {value!r}; its values are {', '.join(axes[name])}."
                )
        mask = algorithm.patients.known(patient)
        if question is not None:
            stated = [f.condition for f in question.facts if f.so]
            whole = mask & algorithm.mask(both(*stated)) if stated else mask
            if whole:
                mask = whole
            else:
                for condition in stated:
                    mask = mask & algorithm.mask(condition) or mask
        return Known({**algorithm.patients.facts(mask)}, mask)

    def check(
        self, text: str, *, question: str | None = None, patient: Mapping[str, str] | None = None
    ) -> Verdict:
        """Judge a text that answers `question` for `patient` (both may be missing)."""
        reader = self.pack.reader
        asked = reader.read(question) if question and question.strip() else None
        known = self.known(asked, patient or {})
        reading = reader.read(text, after=asked)
        return self.judge(reading, asked, known, patient or {})

    def judge(
        self, reading: Reading, asked: Reading | None, known: Known, patient: Mapping[str, str]
    ) -> Verdict:
        """The checks, over readings."""
        findings: list[Finding] = []
        findings.extend(self._contradictions.find(reading, known))
        findings.extend(self._quantities.find(reading, asked, known.mask))
        findings.extend(unsupported(reading, self.pack.guideline.title))
        findings.extend(self._omissions.find(reading, asked, known, patient))
        findings.extend(self._citations.find(reading))
        findings.sort(key=lambda f: (f.start, f.end, f.kind))
        return Verdict(tuple(findings), reading.claims)
