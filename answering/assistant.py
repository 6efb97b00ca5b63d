"""From a message to an answer: read, merge, find, compose, check. Pure: the same input gives the same answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from answering.answer import Action, Answer, Citation, GuardrailOutcome, MissingFact, Status, Versions
from answering.ask import Memory
from answering.briefing import Brief
from answering.compose import Composer, Situation
from answering.layout import Passage, cited_in
from answering.mending import Mender
from answering.missing import missing_facts
from answering.mistakes import may_be_mistaken, mistaken
from answering.outline import Outline
from answering.patient import Patient, Patients
from answering.question import Question, QuestionReader
from answering.repertoire import load_repertoire
from answering.routing import Router, Routes
from answering.scope import Scope, leaning
from answering.social import declining, listed, sociable
from answering.state import ConversationState
from guardrails.algorithm import Directive
from guardrails.contradiction import Known
from guardrails.findings import Verdict
from guardrails.guardrail import Guardrail
from guardrails.pack import Pack
from ingest.statement import Statement
from retrieval.retriever import Retriever

__all__ = ["Assistant", "ConversationState"]

_DEPTH = 10


@dataclass(frozen=True, slots=True)
class _Understood:
    """The first half of a turn: everything but the words of the answer."""

    question: Question
    patient: Patient
    known: Known
    routes: tuple[Routes, ...]
    covered: tuple[bool, ...]
    foreign: tuple[tuple[str, ...], ...]
    mistaken: tuple[str, ...]  # statements whose numbers the message gives otherwise
    elsewhere: tuple[str, ...]  # words that tell of a patient whom the guideline is not about

    @property
    def answerable(self) -> bool:
        return not self.elsewhere and any(self.covered)


class Assistant:
    """Answers from one guideline. Makes its own guardrail unless it is given one.

    The vectors of its questions are kept in the folder `cache`, if there is one.
    """

    def __init__(
        self,
        pack: Pack,
        retriever: Retriever,
        guardrail: Guardrail | None = None,
        *,
        cache: Path | None = None,
    ) -> None:
        self._pack, self._retriever = pack, retriever
        self._repertoire = load_repertoire(pack)
        self._guardrail = guardrail or Guardrail(pack)
        self._reader = QuestionReader(pack, self._repertoire)
        self._patients = Patients(pack, self._repertoire)
        self._router = Router(pack, self._repertoire, retriever.encoder, cache)
        self._scope = Scope(pack, self._repertoire)
        self._composer = Composer(pack, self._repertoire)
        self._mender = Mender(self._guardrail, self._repertoire, self._composer.speaker, pack.guideline)
        self._versions = Versions(
            guideline=f"{pack.guideline.version} {pack.guideline.sha256[:12]}".strip(),
            algorithm=f"{pack.algorithm.version} {pack.version} {self._repertoire.sha256[:12]}".strip(),
            index=retriever.index.id,
            model=retriever.index.model,
            program=_program(),
        )

    def respond(
        self, message: str, state: ConversationState, patient: Mapping[str, str | None]
    ) -> tuple[Answer, ConversationState]:
        """Answer one message. A fact sent as None is forgotten, and not read out of this message.

        Raises InputError for a fact or value that the algorithm does not have.
        """
        got = self._understand(message, state, patient)
        if got.question.social is not None and not got.question.asks:
            return self._social(got, state)
        passages = self._passages(got, state) if got.answerable else ()
        if not any(p.texts for p in passages):
            return self._abstain(got, state)
        checked = self._mender.checked(passages, message, got.patient.all, got.known)
        if checked is None:
            return self._abstain(got, state)
        text = checked.text
        missing, closing = self._open(passages, got)
        if closing and checked.action == "none":
            text = f"{text}\n\n{closing}" if "\n" in text else f"{text} {closing}"
        return self._answer(got, state, "answered", text, passages, checked.verdict, checked.action, missing)

    def brief(
        self, message: str, state: Mapping[str, object], patient: Mapping[str, str | None]
    ) -> Brief | None:
        """What a drafter is told; None when the guideline does not cover the question."""
        conversation = ConversationState.from_json(state)
        got = self._understand(message, conversation, patient)
        if got.question.social is not None or not got.answerable:
            return None
        return Brief(
            message,
            got.patient.all,
            tuple(self._search(message, got, conversation)),
            tuple(self._holding(got.known)),
        )

    # --- understanding -------------------------------------------------------------------------------

    def _understand(
        self, message: str, state: ConversationState, sent: Mapping[str, str | None]
    ) -> _Understood:
        question = self._reader.read(message, Memory(state.topic, state.options, state.plain))
        patient = self._patients.merge(question, state.patient, state.narrowed, state.supposed, sent)
        known = self._patients.known(patient)
        routes = self._router.routes(question.asks, known.mask)
        told = bool(patient.all or patient.narrowed)
        coverage = [
            self._scope.of(ask, r, question, own_patient=told, going_on=bool(state.asked))
            for ask, r in zip(question.asks, routes, strict=True)
        ]
        coverage = list(leaning(question.asks, coverage))
        wrong = mistaken(
            question, message, self._guardrail
        )  # a wrong number of the guideline's is its matter
        asked = list(zip(question.asks, coverage, strict=True))
        return _Understood(
            question,
            patient,
            known,
            routes,
            tuple(c.covered or (bool(wrong) and may_be_mistaken(a)) for a, c in asked),
            tuple(c.foreign for c in coverage),
            wrong,
            self._scope.other_population(question),
        )

    def _search(self, message: str, got: _Understood, state: ConversationState) -> Sequence[Statement]:
        """The statements for a message: by meaning, by words, and by the topics and directives that apply."""
        composed = [id for p in self._passages(got, state) for s in p.texts for id in cited_in(s)]
        holding = (
            [source for d in self._holding(got.known) for source in d.sources] if got.patient.all else []
        )
        also = [ranking for ranking in (composed, composed, holding) if ranking]
        return [p.statement for p in self._retriever.search(message, _DEPTH, also=also)]

    def _holding(self, known: Known) -> Sequence[Directive]:
        """The directives that hold for every patient who fits."""
        masks = self._pack.algorithm.masks
        return [d for d in self._pack.algorithm.directives if not known.mask & ~masks[d.id]]

    # --- composing -----------------------------------------------------------------------------------

    def _passages(self, got: _Understood, state: ConversationState) -> tuple[Passage, ...]:
        before = () if got.question.new_patient else state.asked
        here = Situation(got.question, got.known, before, got.mistaken)
        covered = [
            (ask, r) for ask, r, c in zip(got.question.asks, got.routes, got.covered, strict=True) if c
        ]
        passages = [
            passage
            for ask, routes in covered
            for passage in self._composer.passages(ask, routes, here, asks=len(covered))
        ]
        passages = [*self._urgent(passages, got), *passages]
        refused = [w for words in got.foreign for w in words] or self._remarkable(got)
        if refused and passages:
            passages.append(Passage(texts=(f"The guideline does not cover {listed(refused)}.",)))
        return tuple(passages)

    def _remarkable(self, got: _Understood) -> list[str]:
        """What stands in the patient's story, might matter, and is not covered."""
        question, kinds = got.question, self._repertoire.remarks
        told = [f for f in question.foreign if f.sentence not in question.ask_sentences | question.ignored]
        return [f.words for f in told if f.label in kinds]

    def _urgent(self, passages: Sequence[Passage], got: _Understood) -> Sequence[Passage]:
        """What must be done for this patient by what the message has just told, where the answer leaves it out."""
        if (
            not got.patient.changed
            or not passages
            or any(a.kinds & {"count", "grading", "why"} for a in got.question.asks)
        ):
            return ()
        cited = {id for p in passages for text in p.texts for id in cited_in(text)}
        speaker, urgent = self._composer.speaker, []
        for directive in self._holding(got.known):
            point = next(
                (p for p in self._repertoire.points.values() if p.directives == {directive.id}), None
            )
            if (
                directive.strength != "must"
                or directive.plan is not None
                or point is None
                or cited & set(directive.sources)
            ):
                continue
            use = speaker.use(point.id, got.known.mask)
            text = speaker.text(speaker.form(use).short, got.known.mask)
            urgent.append(Passage(texts=(text,), outline=Outline((point.id,))))
        return urgent

    def _open(self, passages: Sequence[Passage], got: _Understood) -> tuple[tuple[MissingFact, ...], str]:
        """The facts that would change the answer, and the question that asks for those it hangs on."""
        ruled = {fact for p in passages for fact in p.depends_on}
        if not (ruled or got.question.about_patient or any(p.outline.plan for p in passages)):
            return (), ""
        missing = missing_facts(
            self._composer.speaker,
            self._pack.algorithm,
            [p.outline for p in passages if p.outline != Outline()],
            got.known.mask,
        )
        wanted = [
            i.question for i in self._repertoire.inquiries if i.facts & ruled & {m.axis.name for m in missing}
        ]
        if not wanted:
            return missing, ""
        if len(wanted) == 1:
            return missing, wanted[0][0].upper() + wanted[0][1:] + "?"
        return missing, "To be specific I need to know: " + ", ".join(wanted[:-1]) + " and " + wanted[
            -1
        ] + "?"

    # --- answers -------------------------------------------------------------------------------------

    def _answer(
        self,
        got: _Understood,
        state: ConversationState,
        status: Status,
        text: str,
        passages: Sequence[Passage],
        verdict: Verdict,
        action: Action,
        missing: tuple[MissingFact, ...] = (),
    ) -> tuple[Answer, ConversationState]:
        ids = cited_in(text) if status == "answered" else ()
        statements = [s for id in ids if (s := self._pack.guideline.statement(id)) is not None]
        answer = Answer(
            status=status,
            answer=text,
            citations=tuple(Citation.of(s) for s in statements),
            patient=got.patient.all,
            missing=missing,
            guardrail=GuardrailOutcome(
                verdict.verdict, action, verdict.findings, len(self._pack.algorithm.directives)
            ),
            versions=self._versions,
            notice=self._notice() if state.turns == 0 else None,
        )
        named = tuple(dict.fromkeys(i for ask in got.question.asks for i in ask.interventions))
        topics = tuple(dict.fromkeys(t for p in passages for t in p.topics))
        return answer, ConversationState(
            patient=dict(got.patient.facts),
            supposed=dict(got.patient.supposed),
            narrowed=tuple(str(c) for c in got.patient.narrowed),
            topic=named or state.topic,
            asked=topics or state.asked,
            options=self._options(text) if ids else state.options,
            plain=got.question.asks[-1].plain if got.question.asks else state.plain,
            turns=state.turns + 1,
        )

    def _options(self, text: str) -> tuple[str, ...]:
        """What an answer offers in order: the items of its list, or the interventions of "A, B or C"."""
        lines = [cited_in(line) for line in text.split("\n") if re.match(r"\s*(?:[-*]|\d+\.)\s", line)]
        if len(lines) > 1:
            return tuple(ids[0] for ids in lines if ids)
        for sentence in self._pack.reader.read(text).sentences:
            named = tuple(
                dict.fromkeys(i for i in sentence.interventions if i in self._pack.vocabulary.interventions)
            )
            if len(named) > 1 and "or" in sentence.words:
                return named
        return cited_in(text)

    def _abstain(self, got: _Understood, state: ConversationState) -> tuple[Answer, ConversationState]:
        words = got.elsewhere or tuple(w for words in got.foreign for w in words)
        text = declining(words, self._repertoire.covers)
        verdict = self._guardrail.check(text, patient={})
        if verdict.verdict == "block" and words:  # the words of the message say more than a name
            text = declining((), self._repertoire.covers)
            verdict = self._guardrail.check(text, patient={})
        return self._answer(got, state, "abstained", text, (), verdict, "none")

    def _social(self, got: _Understood, state: ConversationState) -> tuple[Answer, ConversationState]:
        text = sociable(
            got.question.social or "greeting", self._pack.guideline.title, self._repertoire.covers
        )
        verdict = self._guardrail.check(text, patient={})
        return self._answer(got, state, "answered", text, (), verdict, "none")

    def _notice(self) -> str:
        guideline = self._pack.guideline
        return self._repertoire.notice.format(title=guideline.title, version=guideline.version)


def _program() -> str:
    try:
        return version("guiderail")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "0"
