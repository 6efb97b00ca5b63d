"""Does a plan for this patient leave out what must be done?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guardrails.algorithm import Algorithm, Directive
from guardrails.contradiction import Known
from guardrails.findings import Finding
from language.condition import facts_of
from language.intent import asks_for_a_text, asks_for_plan
from language.reading import Claim, Reading
from language.vocabulary import Vocabulary

_PRESENT = frozenset({"advised", "weakly advised", "not recognised", "mentioned"})


class Omissions:
    """Looks for the `must` directives in a management answer."""

    def __init__(self, algorithm: Algorithm, vocabulary: Vocabulary) -> None:
        self.algorithm, self.vocabulary = algorithm, vocabulary

    def find(
        self, reading: Reading, asked: Reading | None, known: Known, patient: Mapping[str, str]
    ) -> Iterator[Finding]:
        """A finding for each `must` that holds for the known patient, or that the plan itself
        calls for, and that the text does not bring up."""
        if not self.is_plan(reading, asked, patient):
            return
        for d in self.algorithm.directives:
            if d.strength != "must":
                continue
            if d.plan is not None:
                if (
                    asked is not None
                    and self._plan_has(reading, d.plan)
                    and not self._brings_up_family(reading, "systemic")
                ):
                    yield self._finding(d, reading, known)
            elif not known.mask & ~self.algorithm.masks[d.id] and not self._brings_up(reading, d):
                yield self._finding(d, reading, known)

    def is_plan(self, reading: Reading, asked: Reading | None, patient: Mapping[str, str]) -> bool:
        """Whether the text is a management answer: it advises, and management was asked for."""
        advised = {c.intervention for c in reading.claims if c.advises and not c.neighbour}
        if not advised and not any(s.interventions for s in reading.sentences):
            return False
        if asked is not None:
            return asks_for_plan(asked, self.vocabulary.wording) or (
                len(advised) >= 2 and bool(patient) and asks_for_a_text(asked)
            )
        return len(advised) >= 2 and bool(patient)

    def _brings_up(self, reading: Reading, d: Directive) -> bool:
        wanted = set(d.interventions)
        for c in reading.claims:
            if c.intervention not in self.vocabulary.interventions or c.stance not in _PRESENT:
                continue
            intervention = self.vocabulary.interventions[c.intervention]
            meant = {
                i
                for key in (intervention.ancestors if intervention.general else ())
                for r in self.vocabulary.interventions[key].reads_as
                if not r.universal
                for i in r.interventions
            }
            if wanted & (intervention.ancestors | (meant if intervention.reads_as else set())):
                return True
        return False

    def _plan_has(self, reading: Reading, family: str) -> bool:
        return any(
            c.advises
            and not self._put_in_question(c, reading)
            and (i := self.vocabulary.interventions.get(c.intervention)) is not None
            and (i.family == family and i.order is None and i.contrary is None and not i.absorbs)
            for c in reading.claims
        )

    def _put_in_question(self, claim: Claim, reading: Reading) -> bool:
        return any(
            m.sentence == claim.sentence
            and m.intervention in self.vocabulary.interventions
            and self.vocabulary.interventions[m.intervention].absorbs
            for m in reading.mentions
        )

    def _brings_up_family(self, reading: Reading, family: str) -> bool:
        for s in reading.sentences:
            for i in s.interventions:
                known = self.vocabulary.interventions.get(i)
                if (
                    known is not None
                    and known.family == family
                    and not (
                        known.neutral
                        and not known.ancestors - {known.id}
                        and known.id not in {c.intervention for c in reading.claims if c.advises}
                    )
                ):
                    return True
        return False

    def _finding(self, d: Directive, reading: Reading, known: Known) -> Finding:
        who = (
            self.algorithm.words(
                {f: v for f, v in known.facts.items() if f in {a.name for a in facts_of(d.when)}}
            )
            if d.plan is None
            else f"a plan with {d.plan} treatment"
        )
        first = reading.sentences[0]  # what is left out stands nowhere: the beginning is marked
        return Finding(
            "omission", "block", d.id, reading.text[first.start : first.end], first.start, first.end,
            f"The answer leaves out {d.title[0].lower() + d.title[1:]} ({', '.join(d.sources)}), "
            f"which must be done: {who}.", dict(known.facts), d.sources, (),
        )  # fmt: skip
