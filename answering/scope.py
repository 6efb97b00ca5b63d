"""Does the guideline cover what is asked? By meaning, by what is named, and by whom it is about.

Calibrated on the development questions (see evaluation): a question is covered when it lies near the questions that the
repertoire answers, and nearer to them than to those that it does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from answering.ask import Ask, Foreign
from answering.familiar import Familiar, is_rare
from answering.question import Question
from answering.repertoire import Repertoire
from answering.routing import Routes
from guardrails.pack import Pack

NEAR = 0.42  # cosine from which a question by itself counts as covered
NEARER = 0.06  # by how much a question that is not covered may be nearer
NAMING = 0.30  # cosine that is enough when an intervention of the guideline is named
FAR = 0.15  # by how much a foreign question may be nearer then
FOLLOWING = 0.15  # cosine that is enough for a question that leans on the turn before
STRANGER = 0.10  # what a word that the guideline does not know takes away, and a rare one
RARE_STRANGER = 0.30
SURE = 0.85  # cosine from which no word takes anything away
_DOSES = frozenset({"dose", "fractions", "fraction_dose"})

_BEFORE_CONTEXT = re.compile(
    r"\b(?:after|following|on|despite|under|progress\w*|fail\w*|having had|has had|had|received|since|previous\w*|prior"
    r"|already|history of|known|besides|also has|given|during|while on|treated with|currently on)"
    r"\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether an ask is covered; `margin` is the evidence for it (positive: covered), `foreign` what is not."""

    covered: bool
    margin: float
    foreign: tuple[str, ...] = ()


class Scope:
    """Decides for each ask. Pure."""

    def __init__(self, pack: Pack, repertoire: Repertoire) -> None:
        self._pack, self._repertoire = pack, repertoire
        self._familiar = Familiar(pack, repertoire)

    def other_population(self, question: Question, established: bool) -> tuple[str, ...]:
        """The words that tell of a patient whom the guideline is not about.

        established: the conversation is about a patient of the guideline already.
        """
        told = [
            f
            for f in question.foreign
            if f.label in self._repertoire.other_population and f.sentence not in question.ignored
        ]
        told = [f for f in told if not self._is_past(question, f)]
        if not told:
            return ()
        return tuple(dict.fromkeys(f.words for f in told))

    def of(self, ask: Ask, routes: Routes, *, own_patient: bool, going_on: bool) -> Coverage:
        """The coverage of one ask.

        own_patient: facts of a patient of the guideline are known; going_on: earlier turns were answered.
        """
        named = [f for f in ask.foreign if not self._is_context(ask, f)]
        words = tuple(dict.fromkeys(f.words for f in named))
        best = max((r.meaning for r in routes.routes[:6]), default=0.0)
        named_matter = bool(ask.interventions) and not ask.aside
        near, far = (NAMING, FAR) if named_matter else (NEAR, NEARER)
        if (own_patient and "plan" in ask.kinds) or ask.statements or ask.unknown_statements or routes.valued:
            near, far = 0.0, 1.0
        elif ask.refers and going_on:
            near, far = FOLLOWING, FAR
        taken = 0.0
        if best < SURE and near:
            taken = sum(RARE_STRANGER if is_rare(w) else STRANGER for w in self._familiar.strangers(ask))
        if self._asks_other_doses(ask, routes):
            taken += RARE_STRANGER
        margin = round(min(best - near, best - routes.foreign + far) - taken, 4)
        if words:
            return Coverage(False, min(margin, -0.01), words)
        return Coverage(margin >= 0 or bool(ask.statements), margin)

    @staticmethod
    def _asks_other_doses(ask: Ask, routes: Routes) -> bool:
        """A dose is asked for, and not one that the guideline gives."""
        wanted = ask.numbers & _DOSES
        return (
            bool(wanted)
            and "amount" in ask.kinds
            and bool(ask.interventions)
            and not wanted & routes.best.topic.quantities
        )

    @staticmethod
    def _is_past(question: Question, foreign: Foreign) -> bool:
        before = question.reading.text[max(0, foreign.start - 40) : foreign.start]
        return (
            re.search(
                r"\b(?:history of|previous\w*|past|prior|years ago|cured|treated for|mother|father|family"
                r"|not|no|rather than|unlike)\b[^.;]*$",
                before,
                re.IGNORECASE,
            )
            is not None
        )

    def _is_context(self, ask: Ask, foreign: Foreign) -> bool:
        """ "after X", "on X": X is what was done, and not what is asked about."""
        place = ask.text.find(foreign.words)
        if place < 0 or not (ask.interventions or "plan" in ask.kinds):
            return False
        return _BEFORE_CONTEXT.search(ask.text[:place]) is not None
