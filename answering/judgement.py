"""What the algorithm says of a proposal: the same sets of patients that the guardrail checks answers with.

"May I give it in this case?" is the claim that it is advised in this case. If the guardrail would block
that claim for every patient who fits, the answer is no; if for some, it depends on what tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from guardrails.algorithm import Directive
from guardrails.contradiction import Contradictions, Known
from guardrails.pack import Pack
from language.condition import axes_of
from language.reading import Claim, Reading

Ruling = Literal["yes", "consider", "no", "depends", "open"]
_ORDER: tuple[Ruling, ...] = ("no", "depends", "open", "consider", "yes")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A ruling, the directives that decided it, and the facts on which it depends, in the algorithm's order.

    "open" means that the algorithm says nothing for or against it for these patients; `directives` are then those
    that would be on it for others. `on` are the interventions that got this ruling; `mixed`: others got another;
    `meant`: a general name stood for something precise in these patients.
    """

    ruling: Ruling
    directives: tuple[Directive, ...] = ()
    depends_on: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    mixed: bool = False
    meant: bool = False


class Judge:
    """Rules on claims. Pure."""

    def __init__(self, pack: Pack) -> None:
        self._algorithm, self._vocabulary = pack.algorithm, pack.vocabulary
        self._contradictions = Contradictions(pack.algorithm, pack.vocabulary)

    def rule(self, claims: Sequence[Claim], known: Known, reading: Reading) -> Judgement:
        """The ruling on several claims of `reading` that are proposed together: the strictest of them."""
        judged = [(c.intervention, self.on(c, known, reading)) for c in claims if c.advises or c.opposes]
        firm = [(i, j) for i, j in judged if j.ruling != "open"]
        worst: Ruling = min((j.ruling for _, j in firm), key=_ORDER.index, default="open")
        strictest = [(i, j) for i, j in judged if j.ruling == worst]
        return Judgement(
            worst,
            tuple(dict.fromkeys(d for _, j in strictest for d in j.directives)),
            tuple(dict.fromkeys(a for _, j in strictest for a in j.depends_on)),
            tuple(dict.fromkeys(i for i, _ in strictest)),
            len({j.ruling for _, j in firm}) > 1,
            any(j.meant for _, j in strictest),
        )

    def on(self, claim: Claim, known: Known, reading: Reading) -> Judgement:
        """The ruling on one claim."""
        covered = self._contradictions.covered(claim, known)
        if not covered:
            return Judgement("open")
        good, against = covered, []
        for directive, mask in self._objections(claim, known, covered, reading):
            good &= ~mask
            against.append(directive)
        if not good or (claim.universal and claim.advises and against):
            return Judgement("no", tuple(against))
        support, favor = 0, []
        meant = self._meant(claim, covered)
        related = tuple(self._supporting(claim, meant))
        for directive in related:
            mask = self._algorithm.masks[directive.id]
            if good & mask:
                support |= mask
                favor.append(directive)
        if claim.opposes:
            return Judgement(
                "yes" if favor and not good & ~support else "depends" if against or favor else "open",
                tuple(favor or against),
                self._telling(covered, good, [*against, *favor]),
            )
        if not good & support:
            return Judgement("no" if against else "open", tuple(against) or related)
        if against or good & ~support:
            return Judgement(
                "depends",
                (*against, *favor),
                self._telling(covered, good & support, [*against, *favor]),
            )
        firm = [
            d
            for d in favor
            if d.strength in {"must", "recommend"} and not good & ~self._algorithm.masks[d.id]
        ]
        return Judgement("yes" if firm else "consider", tuple(firm or favor), meant=bool(meant))

    def _meant(self, claim: Claim, covered: int) -> frozenset[str]:
        """What a general name stands for in the covered patients."""
        intervention = self._vocabulary.interventions.get(claim.intervention)
        if intervention is None:
            return frozenset()
        readings = (r for r in intervention.reads_as if not r.universal)
        return frozenset(
            i for r in readings if not covered & ~self._algorithm.mask(r.when) for i in r.interventions
        )

    def _objections(
        self, claim: Claim, known: Known, covered: int, reading: Reading
    ) -> Iterator[tuple[Directive, int]]:
        """The directives that speak against a claim, each with the patients it takes out."""
        left = covered
        for _ in self._algorithm.directives:
            # `split`: the claim is judged by itself, without the other sentences of its text.
            finding = self._contradictions.of(claim, Known(known.facts, left), reading, split=True)
            if finding is None or finding.rule is None:
                return
            directive = self._algorithm.directive(finding.rule)
            bad = left & self._algorithm.masks[directive.id] or left
            yield directive, bad
            left &= ~bad
            if not left:
                return

    def _supporting(self, claim: Claim, meant: frozenset[str]) -> Iterator[Directive]:
        known = self._vocabulary.interventions
        intervention = known.get(claim.intervention)
        if intervention is None:
            return
        delays = {
            k for k, i in known.items() if i.delay_of is not None and i.delay_of in intervention.ancestors
        }
        if claim.action == "delay":
            return
        against = claim.opposes
        if intervention.contrary is not None:
            intervention, against = known[intervention.contrary], not against
        own = [d for d in self._algorithm.directives if (d.strength == "avoid") == against]
        # Of the directives on the very thing, on its kinds, on what it is a kind of, and on its kin, the nearest count.
        above = sorted(
            intervention.ancestors - {intervention.id}, key=lambda k: (-len(known[k].ancestors), k)
        )
        kin = [c for k in above if not known[k].neutral for c in ({k}, set(known[k].descendants))]
        for directive in own:
            if any(
                directive.id == q.directive and intervention.id in q.about for q in self._algorithm.quantities
            ):
                yield directive  # its numbers are those of this very thing
                return
        circles = [set(meant), {intervention.id}, set(intervention.descendants), *kin]
        for circle in circles:
            nearest = [d for d in own if (circle - delays) & set(d.interventions)]
            if nearest:
                yield from nearest
                return

    def _telling(self, covered: int, good: int, directives: Sequence[Directive]) -> tuple[str, ...]:
        """The facts that tell the good from the others, and are still open."""
        open_facts = self._algorithm.patients.facts(covered)
        mentioned = frozenset().union(*(axes_of(d.when) for d in directives)) if directives else frozenset()
        return tuple(
            a.name for a in self._algorithm.facts if a.name in mentioned and a.name not in open_facts
        )
