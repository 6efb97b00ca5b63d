"""Does the text treat an emergency with something else, and never name what must be done?"""

from __future__ import annotations

from guardrails.algorithm import Algorithm, Directive
from language.condition import All, axes_of
from language.reading import Claim, Reading
from language.vocabulary import Intervention, Vocabulary


class Emergencies:
    """Looks for a `must` of whose patients alone a claim speaks."""

    def __init__(self, algorithm: Algorithm, vocabulary: Vocabulary) -> None:
        self.algorithm, self.vocabulary = algorithm, vocabulary

    def neglected(self, claim: Claim, covered: int, reading: Reading) -> tuple[Directive, int, bool] | None:
        """The text itself speaks of an emergency, treats it with something else, and nowhere
        names what must be done."""
        intervention = self.vocabulary.interventions[claim.intervention]
        if intervention.neutral:
            return None
        orders = {
            k
            for k, i in self.vocabulary.interventions.items()
            if i.order is not None and i.order.first == intervention.family
        }
        spoken_of = self.algorithm.mask(claim.condition)
        stated = spoken_of & self.algorithm.mask(claim.asserted)
        spoken_of = stated or spoken_of
        for d in self.algorithm.directives:
            if d.strength != "must" or d.plan or spoken_of & ~self.algorithm.masks[d.id]:
                continue
            if not orders & set(d.opposes_if_meant) and (
                claim.stance == "not recognised" or self._has_a_part(intervention, spoken_of)
            ):
                continue
            if spoken_of & ~self._reached(reading, d):
                return d, covered, True
        return None

    def _reached(self, reading: Reading, d: Directive) -> int:
        """Those for whom the text names what must be done: said of one emergency, it is not said of the other."""
        reached = 0
        for c in reading.claims:
            if c.put_aside or not self.could_mean(c.intervention, d):
                continue
            said = c.condition.parts if isinstance(c.condition, All) else (c.condition,)
            about = [part for part in said if axes_of(part) & axes_of(d.when)]
            for part in about or [All()]:
                reached |= self.algorithm.mask(part)
        return reached

    def _has_a_part(self, intervention: Intervention, spoken_of: int) -> bool:
        """Whether it is indicated in all of these patients, beside what must be done."""
        kin = intervention.ancestors | intervention.descendants
        return any(
            d.strength != "avoid"
            and kin.intersection(d.interventions)
            and not spoken_of & ~self.algorithm.masks[d.id]
            for d in self.algorithm.directives
        )

    def could_mean(self, name: str, d: Directive) -> bool:
        """Whether a name can stand for what a directive tells to do, for some patient."""
        intervention = self.vocabulary.interventions.get(name)
        if intervention is None:
            return False
        own = {
            i
            for key in (intervention.ancestors if intervention.general else ())
            for r in self.vocabulary.interventions[key].reads_as
            if not r.universal
            for i in r.interventions
        }
        return bool(
            (intervention.ancestors | (own if intervention.reads_as else frozenset())) & set(d.interventions)
        )
