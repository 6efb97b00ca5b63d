"""Does the text contradict the algorithm? Set arithmetic, and nothing else.

A claim covers a set of patients; a directive holds for a set of patients. Advice contradicts an
`avoid`, and advice against contradicts the others, exactly when somebody is in both sets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guardrails.algorithm import Algorithm, Directive
from guardrails.emergency import Emergencies
from guardrails.findings import Finding
from guardrails.telling import contradiction
from language.condition import All, Any, Not, axes_of
from language.reading import Claim, Reading
from language.scope import PROVISO
from language.vocabulary import Intervention, Vocabulary

_LONG = ("month", "year")  # an emergency explains days, not these
_DENIED_BY: dict[str, tuple[str, ...]] = {
    "against": ("must", "recommend", "consider"),
    "not needed": ("must", "recommend"),
    "ranked below": ("must",),
}


@dataclass(frozen=True)
class Known:
    """What is known of the patient: given facts, those of the question, and their patients."""

    facts: Mapping[str, str]
    mask: int


class Contradictions:
    """Compares claims with directives."""

    def __init__(self, algorithm: Algorithm, vocabulary: Vocabulary) -> None:
        self.algorithm, self.vocabulary = algorithm, vocabulary
        self.emergencies = Emergencies(algorithm, vocabulary)

    def find(self, reading: Reading, known: Known) -> Iterator[Finding]:
        """Contradictions in text order; one finding per claim and text span."""
        seen: set[tuple[int, int]] = set()
        for claim in reading.claims:
            if claim.neighbour or (claim.start, claim.end) in seen:
                continue
            parts = claim.condition.parts if isinstance(claim.condition, Any) else (claim.condition,)
            found = (
                self.of(
                    replace(claim, condition=part) if len(parts) > 1 else claim,
                    known,
                    reading,
                    split=len(parts) > 1,
                )
                for part in parts
            )
            finding = next((f for f in found if f is not None), None)
            if finding is None and len(parts) > 1:
                finding = self.of(claim, known, reading)  # an emergency is neglected in the whole "or"
            if finding is not None:
                seen.add((claim.start, claim.end))
                yield finding

    def of(self, claim: Claim, known: Known, reading: Reading, *, split: bool = False) -> Finding | None:
        """The gravest contradiction of one claim, if any; `split`: it is one part of an "or"."""
        if not (claim.advises or claim.opposes) or claim.intervention not in self.vocabulary.interventions:
            return None
        covered = self.covered(claim, known)
        supposed = not covered and claim.opposes and claim.action == "give"
        if supposed:  # "if it came to that, ...": the patient, in that case, where something must be done
            axes = axes_of(claim.condition)
            others = {k: v for k, v in known.facts.items() if k not in axes}
            covered = self.covered(claim, Known(others, self.algorithm.patients.known(others)))
        if not covered:
            return None
        if claim.action == "delay":
            found = (
                self._delays(claim, covered, known) if claim.advises else self._advises(claim, covered, known)
            )
        elif claim.advises:
            found = self._advises(claim, covered, known) or (
                None if split else self.emergencies.neglected(claim, covered, reading)
            )
        else:
            found = self._opposes(claim, covered, known)
        if found is None or (supposed and found[0].strength != "must"):
            return None
        directive, bad, _against = found
        return contradiction(
            self.algorithm, self.vocabulary, claim, directive, bad, known.facts, reading.text
        )

    def covered(self, claim: Claim, known: Known) -> int:
        """The patients whom a claim speaks of.

        What the text asserts of the patient gives way to what is known; what it puts as a
        condition does not.
        """
        patients = self.algorithm.patients
        mask = known.mask & patients.mask(claim.condition)
        if mask and (narrowed := mask & patients.mask(claim.asserted)):
            mask = narrowed
        intervention = self.vocabulary.interventions.get(claim.intervention)
        if intervention is not None and mask:
            for taken_for_granted in (intervention.implies, intervention.presupposes):
                if taken_for_granted is not None and (
                    (claim.universal and not claim.opened - axes_of(taken_for_granted))
                    or axes_of(taken_for_granted) & axes_of(claim.condition)
                ):
                    continue  # the text itself says for whom
                if (
                    taken_for_granted is not None
                    and claim.advises
                    and (narrowed := mask & patients.mask(taken_for_granted))
                ):
                    mask = narrowed
        if claim.within is not None and mask and not claim.universal:
            undertaking = self.vocabulary.interventions[claim.within].implies
            if undertaking is not None and not axes_of(undertaking) & axes_of(claim.condition):
                mask = (mask & patients.mask(undertaking)) or mask
        for given in claim.given:
            indicated = 0
            for d in self.algorithm.directives:
                if d.strength != "avoid" and any(
                    i in self.vocabulary.interventions[given].descendants for i in d.interventions
                ):
                    indicated |= self.algorithm.masks[d.id]
            mask = (mask & indicated) or mask
        return mask

    # --- what a name means ---------------------------------------------------------------------

    def _meant(self, intervention: Intervention, covered: int, claim: Claim) -> frozenset[str]:
        """What a general name means for exactly these patients."""
        meant: set[str] = set()
        for key in (intervention.id, *sorted(intervention.ancestors - {intervention.id})):
            own = self.vocabulary.interventions[key]
            for reading in own.reads_as:
                if reading.universal:
                    if claim.universal or self._wholly(covered, reading.interventions):
                        meant.update(reading.interventions)
                elif (
                    key == intervention.id
                    and intervention.general
                    and claim.stance == "advised"
                    and claim.strong
                    and (claim.universal or claim.bare)
                    and covered == self.algorithm.everyone
                ):
                    meant.update(reading.interventions)  # said of anybody: it may mean any of them
                elif key == intervention.id and not covered & ~self.algorithm.mask(reading.when):
                    meant.update(reading.interventions)
        return frozenset(meant)

    def _wholly(self, covered: int, interventions: Sequence[str]) -> bool:
        """Whether every covered patient is one for whom these are to be avoided."""
        return any(
            d.strength == "avoid"
            and set(d.interventions) & set(interventions)
            and not covered & ~self.algorithm.masks[d.id]
            for d in self.algorithm.directives
        )

    # --- the three ways to contradict -----------------------------------------------------------

    def _advises(self, claim: Claim, covered: int, known: Known) -> tuple[Directive, int, bool] | None:
        intervention = self.vocabulary.interventions[claim.intervention]
        means = intervention.ancestors | self._meant(intervention, covered, claim)
        for d in self.algorithm.directives:
            mask = self.algorithm.masks[d.id]
            if d.strength == "avoid" and means.intersection(d.interventions) and covered & mask:
                return d, covered & mask, False
        for d in self.algorithm.directives:
            mask = self.algorithm.masks[d.id]
            if means.intersection(d.opposes):
                allowed = mask
                for other in d.unless:
                    allowed &= ~self.algorithm.masks[other]
                firm = (
                    claim.stance == "advised"
                    and claim.strong
                    and claim.bare
                    and known.mask == self.algorithm.everyone
                )
                if covered & allowed and (claim.universal or not covered & ~self._unless_excluded(d) or firm):
                    return d, covered & allowed, True
            if (
                means.intersection(d.opposes_if_meant)
                and (claim.universal or not covered & ~mask)
                and covered & mask
            ):
                return d, covered & mask, True
        return None

    def _unless_excluded(self, d: Directive) -> int:
        """For whom a directive holds where nothing is said of the few whom it leaves out ("not ... poor")."""
        parts = d.when.parts if isinstance(d.when, All) else (d.when,)
        return self.algorithm.mask(All(tuple(p for p in parts if not isinstance(p, Not))))

    def _delays(self, claim: Claim, covered: int, known: Known) -> tuple[Directive, int, bool] | None:
        intervention = self.vocabulary.interventions[claim.intervention]
        for_long = any(unit in cue for cue in claim.cues for unit in _LONG)
        if intervention.family == "systemic" and not for_long and self._not_now(intervention, covered):
            return None
        delays = {
            k
            for k, i in self.vocabulary.interventions.items()
            if i.delay_of is not None and i.delay_of in intervention.ancestors
        }
        for d in self.algorithm.directives:
            if (
                d.strength == "avoid"
                and delays.intersection(d.interventions)
                and covered & self.algorithm.masks[d.id]
            ):
                return d, covered & self.algorithm.masks[d.id], False
        means = {intervention.id} | self._meant(intervention, covered, claim)
        afterwards = any("afterwards" in cue for cue in claim.cues)  # what belongs in front is kept for later
        for d in self.algorithm.directives:
            mask = self.algorithm.masks[d.id]
            if (
                (d.prompt or (afterwards and not covered & ~mask))
                and d.strength in {"must", "recommend"}
                and means.intersection(d.interventions)
                and covered & mask
            ):
                return d, covered & mask, True
        return None

    def _opposes(self, claim: Claim, covered: int, known: Known) -> tuple[Directive, int, bool] | None:
        intervention = self.vocabulary.interventions[claim.intervention]
        if intervention.contrary is not None:
            turned = self.vocabulary.interventions[intervention.contrary]
            means = turned.ancestors | self._meant(turned, covered, claim)
            for d in self.algorithm.directives:
                if (
                    d.strength == "avoid"
                    and means.intersection(d.interventions)
                    and covered & self.algorithm.masks[d.id]
                ):
                    return d, covered & self.algorithm.masks[d.id], False
            return None
        meant = self._meant(intervention, covered, claim)
        denied = (
            frozenset().union(*(self.vocabulary.interventions[m].descendants for m in meant))
            if meant
            else intervention.descendants | intervention.covers
        )
        for strength in _DENIED_BY[claim.stance]:
            for d in self.algorithm.directives:
                if d.strength != strength:
                    continue
                hit = denied.intersection(d.interventions) or any(
                    not self.vocabulary.interventions[i].general
                    and not (
                        intervention.order is not None and intervention.order.extensive
                    )  # leaves the ordinary
                    and intervention.id in self.vocabulary.interventions[i].descendants
                    for i in d.interventions
                )
                bad = covered & self.algorithm.masks[d.id]
                if not hit or not bad or claim.awaiting & axes_of(d.when):
                    continue  # what depends on a finding may wait until it is known
                if claim.implied and not self._restriction_counts(claim, d):
                    continue
                if d.optional and claim.stance == "not needed" and not self._depends(claim, d):
                    continue
                if intervention.general and not meant and not self._meant_for(claim, covered, d, known):
                    continue
                if intervention.family == "systemic" and self._not_now(intervention, covered):
                    continue
                return d, bad, True
        return None

    @staticmethod
    def _depends(claim: Claim, d: Directive) -> bool:
        """ "not necessary with such a result": what it must not depend on is what it is made to depend on."""
        return claim.universal or bool(axes_of(claim.condition) & set(d.whatever))

    def _meant_for(self, claim: Claim, covered: int, d: Directive, known: Known) -> bool:
        """Whether advice in a general name is expressly for these patients, or for just anybody.

        A directive that holds for all but a few is contradicted also where advice is made to depend on
        something that has nothing to do with it.
        """
        about, stated = axes_of(d.when), axes_of(claim.condition)
        nearly_all = isinstance(d.when, Not)
        beside = nearly_all and stated and not stated & about and claim.stance == "against"
        kept_for_one = claim.restrictors == 1  # "only for such": all others go without
        return (
            claim.universal
            or kept_for_one
            or bool(beside)
            or not covered & ~self.algorithm.masks[d.id]
            or (claim.bare and known.mask == self.algorithm.everyone)
        )

    def _not_now(self, intervention: Intervention, covered: int) -> bool:
        """Whether these patients all have an emergency before which this comes second."""
        orders = {
            k
            for k, i in self.vocabulary.interventions.items()
            if i.order is not None and i.order.first == intervention.family
        }
        return any(
            d.strength == "must"
            and orders & set(d.opposes_if_meant)
            and not covered & ~self.algorithm.masks[d.id]
            for d in self.algorithm.directives
        )

    def _restriction_counts(self, claim: Claim, d: Directive) -> bool:
        """ "only if A" speaks against a directive that is about A, or that must not depend on A."""
        axes = axes_of(claim.condition)
        if d.strength == "consider" and axes and axes <= axes_of(d.when) and len(axes_of(d.when)) == 1:
            return False  # it narrows what is only to be considered, on the same fact
        own = frozenset() if claim.restrictors == PROVISO else axes_of(d.when)
        return claim.restrictors <= 1 or bool(axes & (own | set(d.whatever)))
