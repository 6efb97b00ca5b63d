"""Does the guideline cover what is asked? By meaning, by what is named, and by whom it is about.

Calibrated on the development questions (see evaluation): a question is covered when it lies near the questions that the
repertoire answers, and nearer to them than to those that it does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answering.ask import Ask, Foreign
from answering.familiar import Familiar, is_rare
from answering.leaning import DOSES
from answering.patterns import PRONOUN
from answering.question import Question
from answering.repertoire import Repertoire
from answering.routing import Routes
from guardrails.pack import Pack

LEARNED = 0.25  # what the regression over all questions, covered or not, counts beside the nearest of both
NEAR = 0.42  # cosine from which a question by itself counts as covered
NEARER = 0.06  # by how much a question that is not covered may be nearer
NAMING = 0.30  # cosine that is enough when an intervention of the guideline is named
FAR = 0.10  # by how much a foreign question may be nearer then
WITHIN = 0.60  # cosine from which a question may name other things by the way
FOLLOWING = 0.15  # cosine that is enough for a question that leans on the turn before
OWN = 0.20  # cosine that is enough when the guideline's own patient is asked about
OWN_FAR = 0.25  # by how much a foreign question may be nearer then
STRANGER = 0.10  # what a word that the guideline does not know takes away, and a rare one
RARE_STRANGER = 0.30
CLOSE = 0.7  # cosine from which such words take away less and less
TOLD = 0.4  # the part of it in a message about a patient, who has a story that the guideline does not know

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

    def other_population(self, question: Question) -> tuple[str, ...]:
        """The words that tell of a patient whom the guideline is not about.

        Where the message also says that the patient is one of the guideline's, they count in its questions only.
        """
        told = [
            f
            for f in question.foreign
            if f.label in self._repertoire.other_population and f.sentence not in question.ignored
        ]
        told = [f for f in told if not self._is_past(question, f)]
        if self._is_population(question):
            told = [f for f in told if f.sentence in question.ask_sentences]
        return tuple(dict.fromkeys(f.words for f in told))

    def of(
        self, ask: Ask, routes: Routes, question: Question, *, own_patient: bool, going_on: bool
    ) -> Coverage:
        """The coverage of one ask of a message.

        own_patient: facts of a patient of the guideline are known; going_on: earlier turns were answered.
        """
        story = ask.implicit and own_patient  # what is told of a patient is not what is asked
        named = [] if story else [f for f in ask.foreign if not self._is_context(ask, f)]
        if not own_patient and not named and self._leans(ask):
            named = list(question.named_before(ask))  # "She has A. How long does it take?"
        words = tuple(dict.fromkeys(f.words for f in named))
        best = max((r.meaning for r in routes.routes[:6]), default=0.0)
        named_matter = bool(ask.interventions) and not ask.aside
        near, far = (NAMING, FAR) if named_matter else (NEAR, NEARER)
        if (own_patient and "plan" in ask.kinds) or ask.statements or ask.unknown_statements or routes.valued:
            near, far = 0.0, 1.0
        elif ask.refers and going_on:
            near, far = FOLLOWING, FAR
        elif own_patient or (question.ignored and named_matter):
            near, far = OWN, OWN_FAR
        strangers = self._familiar.strangers(ask)
        taken = 0.0
        if near:
            taken = sum(RARE_STRANGER if is_rare(w) else STRANGER for w in strangers)
            taken *= min(1.0, (1.0 - best) / (1.0 - CLOSE)) * (TOLD if own_patient else 1.0)
        if self._asks_other_doses(ask, routes):
            taken += RARE_STRANGER
        nearer = best - routes.foreign + LEARNED * routes.within
        margin = round(min(best - near, nearer + far) - taken, 4)
        if words and self._in_passing(named) and best >= WITHIN and nearer >= FAR:
            return Coverage(
                margin >= 0, margin
            )  # "if the sample is positive": the question is about something else
        if words:
            return Coverage(False, min(margin, -0.01), words)
        return Coverage(margin >= 0 or bool(ask.statements), margin)

    def _in_passing(self, named: Sequence[Foreign]) -> bool:
        """Whether words that the guideline does not know are of kinds that are often said by the way."""
        return all(f.label in self._repertoire.in_passing for f in named)

    @staticmethod
    def _leans(ask: Ask) -> bool:
        """Whether an ask is about what was said before it."""
        return not ask.interventions or PRONOUN.search(ask.text) is not None

    def _is_population(self, question: Question) -> bool:
        """Whether the message says in so many words that the patient is one of the guideline's."""
        words = [
            "" if {"no", "without", "non"} & set(s.words[max(0, n - 2) : n]) else w
            for s in question.reading.sentences
            for n, w in enumerate(s.words)
        ]
        groups = self._pack.vocabulary.population
        return bool(groups) and all(any(group.at(words, n) for n in range(len(words))) for group in groups)

    @staticmethod
    def _asks_other_doses(ask: Ask, routes: Routes) -> bool:
        """A dose is asked for, and not one that the guideline gives."""
        wanted = ask.numbers & DOSES
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
                r"\b(?:history of|previous\w*|past|prior|pmh\w*|background|years ago|cured|treated for|mother"
                r"|father|family|not|no|rather than|unlike)\b[^.;]*$",
                before,
                re.IGNORECASE,
            )
            is not None
        )

    def _is_context(self, ask: Ask, foreign: Foreign) -> bool:
        """ "after X", "on X": X is what was done, and not what is asked about."""
        place = ask.text.find(foreign.words)
        if (
            place < 0
            or foreign.label in self._pack.vocabulary.matters
            or not (ask.interventions or "plan" in ask.kinds)
        ):
            return False
        return _BEFORE_CONTEXT.search(ask.text[:place]) is not None


def leaning(asks: Sequence[Ask], coverage: Sequence[Coverage]) -> Iterator[Coverage]:
    """The coverage of asks: "How is X given, and on which days?" leaves the second one with the first."""
    before: Coverage | None = None
    for ask, own in zip(asks, coverage, strict=True):
        if before is not None and not before.covered and ask.refers and not ask.statements:
            own = Coverage(False, min(own.margin, before.margin), own.foreign)
        yield own
        before = own
