"""From a message to an answer: read, merge, find, compose, check. Pure: the same input gives the same answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

from answering.answer import Answer, Citation, GuardrailOutcome, Versions
from answering.briefing import Brief
from answering.state import ConversationState
from corpus.errors import InputError
from guardrails.algorithm import Directive
from guardrails.guardrail import Guardrail
from guardrails.pack import Pack
from ingest.statement import Statement
from language.condition import both
from language.reading import Reading
from retrieval.retriever import Retriever

__all__ = ["Assistant", "ConversationState"]


class Assistant:
    """Answers from one guideline."""

    def __init__(self, pack: Pack, retriever: Retriever) -> None:
        self._pack, self._retriever = pack, retriever
        self._guardrail = Guardrail(pack)
        self._versions = Versions(
            guideline=f"{pack.guideline.version} {pack.guideline.sha256[:12]}".strip(),
            algorithm=f"{pack.algorithm.version} {pack.version}",
            index=retriever.index.id,
            model=retriever.index.model,
            program=_program(),
        )

    def respond(
        self, message: str, state: ConversationState, patient: Mapping[str, str | None]
    ) -> tuple[Answer, ConversationState]:
        """Answer one message. A fact sent as None is forgotten, and not read out of this message."""
        reading = self._pack.reader.read(message)
        known = self._merge(reading, state, patient)
        passages = self._passages(message, known)
        covered = not any(c.neighbour for c in reading.claims)
        statements = passages[:3] if covered else ()
        text = (
            " ".join(f"{s.text.rstrip('.')} [{s.id}]." for s in statements)
            if covered
            else f"The guideline “{self._pack.guideline.title}” does not cover this question."
        )
        verdict = self._guardrail.check(text, question=message, patient=known)
        answer = Answer(
            status="answered" if covered else "abstained",
            answer=text,
            citations=tuple(Citation.of(s) for s in statements),
            patient=known,
            missing=(),
            guardrail=GuardrailOutcome(
                verdict.verdict, "none", verdict.findings, len(self._pack.algorithm.directives)
            ),
            versions=self._versions,
        )
        return answer, ConversationState(
            patient=known, cited=tuple(s.id for s in statements), turns=state.turns + 1
        )

    def brief(
        self, message: str, state: Mapping[str, object], patient: Mapping[str, str | None]
    ) -> Brief | None:
        """What a drafter is told; None when the guideline does not cover the question."""
        reading = self._pack.reader.read(message)
        known = self._merge(reading, ConversationState.from_json(state), patient)
        if any(c.neighbour for c in reading.claims):
            return None
        return Brief(message, known, tuple(self._passages(message, known)), tuple(self._holding(known)))

    def _merge(
        self, reading: Reading, state: ConversationState, patient: Mapping[str, str | None]
    ) -> dict[str, str]:
        axes = {axis.name: axis for axis in self._pack.algorithm.facts}
        for name, value in patient.items():
            if name not in axes or (value is not None and value not in axes[name].values):
                raise InputError(f"patient: there is no fact {name!r} with the value {value!r}.")
        known = dict(state.patient)
        patients = self._pack.algorithm.patients
        for fact in reading.facts:
            if not fact.someone_else:
                known.update(patients.facts(patients.mask(both(fact.condition))))
        known.update({name: value for name, value in patient.items() if value is not None})
        return {name: value for name, value in known.items() if patient.get(name, "") is not None}

    def _passages(self, message: str, known: Mapping[str, str]) -> Sequence[Statement]:
        ranking = [source for d in self._holding(known) for source in d.sources]
        return [p.statement for p in self._retriever.search(message, 10, also=[ranking] if known else [])]

    def _holding(self, known: Mapping[str, str]) -> Sequence[Directive]:
        algorithm = self._pack.algorithm
        mask = algorithm.patients.known(known)
        return [d for d in algorithm.directives if not mask & ~algorithm.masks[d.id]]


def _program() -> str:
    try:
        return version("guiderail")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "0"
