"""Whether a question is answered by a plan for the patient, and by which parts of it."""

from __future__ import annotations

from collections.abc import Sequence

from answering.ask import Ask
from answering.question import Question
from answering.repertoire import Repertoire
from answering.routing import Routes
from guardrails.contradiction import Known
from guardrails.pack import Pack

SURE = 0.85  # cosine from which an open question about a patient just described is about a topic
WEAK = 0.62  # the same about a patient described before
DIM = 0.42  # cosine below which any question about a patient's story is about no topic
VAGUE = 0.60  # cosine below which a question that leans on a patient's story is about no topic
CERTAIN = 0.4  # what the regression says of a topic that is asked for, whatever else the words seem to want
CLEARLY = 0.20  # how far ahead a topic is that is asked for, and no plan
_SPECIFIC = frozenset(
    {"confirm", "supposing", "amount", "duration", "moment", "effect", "why", "grading", "count", "compare"}
)
_WHOLE = frozenset({"treatment", "management", "manage", "treat"})
_GENERAL = 3  # kinds that a general intervention has more than


class Plans:
    """Decides for each ask. Pure."""

    def __init__(self, pack: Pack, repertoire: Repertoire) -> None:
        self._known, self._algorithm, self._repertoire = (
            pack.vocabulary.interventions,
            pack.algorithm,
            repertoire,
        )

    def wants(
        self, ask: Ask, question: Question, routes: Routes, known: Known, before: Sequence[str]
    ) -> bool:
        """Whether what is to be done for this patient answers the ask; `before` are the topics of the last turn."""
        if not self._repertoire.plan:
            return False
        here = question.about_patient and bool(question.reading.facts)
        told = here or bool(known.facts.keys() - self._repertoire.assume.keys())
        if ask.implicit:
            return told and not (before and question.follows_up) and not ask.proposed
        first, second = (*routes.routes, routes.best)[:2]
        vague = "plan" in ask.kinds and question.about_patient and not ask.interventions
        if ask.numbers & first.topic.quantities:
            return False
        if not vague and first.likely >= CERTAIN and first.meaning >= VAGUE:
            return False
        dim = VAGUE if ask.polar and ask.refers and "why" not in ask.kinds else DIM
        if here and not ask.proposed and routes.best.meaning < dim:
            return True  # "Does that fit?", "What now tonight?": whatever it means, what is to be done answers it
        if (
            (ask.polar and "plan" not in ask.kinds)
            or ask.proposed
            or ask.kinds & {"why", "count", "grading", "compare"}
        ):
            return False
        if first.score - second.score >= CLEARLY and first.meaning >= DIM and not ask.kinds & {"plan"}:
            return False
        if told and self._is_open(ask, here=here) and routes.best.meaning < (SURE if here else WEAK):
            return here or question.about_patient or "plan" in ask.kinds
        return "plan" in ask.kinds and not ask.interventions and question.about_patient

    def parts(self, ask: Ask) -> frozenset[str] | None:
        """The parts of the algorithm that a question for a plan is restricted to; None for all of them."""
        subjects = ask.subjects & set(self._algorithm.axes)
        if subjects and not ask.interventions:
            return frozenset(subjects)
        if _WHOLE & set(ask.words):
            return None  # "the treatment, drugs included"
        named = [self._known[i] for i in ask.interventions if i in self._known]
        parts = {
            d.axis for d in self._algorithm.directives for i in named if i.descendants & set(d.interventions)
        }
        return frozenset(parts) if parts and len({i.family for i in named}) == 1 else None

    def _is_open(self, ask: Ask, *, here: bool) -> bool:
        """Whether an ask wants neither a number nor a certain thing, but to know what to do.

        here: the message tells of the patient, so that a short ask leans on that.
        """
        specific = ask.kinds & (_SPECIFIC if ask.polar or "wh" not in ask.kinds else _SPECIFIC - {"confirm"})
        if (
            (ask.refers and (not here or ("pronoun" in ask.kinds and bool(ask.interventions))))
            or ask.numbers
            or specific
            or ("listing" in ask.kinds and "plan" not in ask.kinds)
        ):
            return False
        named = [
            self._known[i] for i in ask.interventions if i in self._known and self._known[i].order is None
        ]
        return all(
            len(i.descendants) > _GENERAL and all(self._known[a].neutral for a in i.ancestors - {i.id})
            for i in named
        )
